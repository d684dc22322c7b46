"""The order of stops and their clashes, against an oracle that looks at every pair."""

from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.delegation import Member
from planner.domain.dossier import Dossier
from planner.domain.stop import Stop, StopKind
from planner.domain.values import PartOfDay
from planner.rules.engagements import people_twice
from planner.rules.schedule import overlapping, overlaps
from planner.rules.timetable import Timetable, in_order
from tests.builders import delegation, dossier, key, member, person, stop

ZONES = ("Asia/Taipei", "Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin")
MEMBERS = tuple(member(person(name)) for name in ("甲", "乙", "丙"))


def at(day: int, clock: str, zone: str = "Asia/Taipei") -> str:
    return f"2015-08-{day:02d}T{clock}[{zone}]"


@st.composite
def moments(draw: st.DrawFn) -> str:
    day = draw(st.integers(17, 19))
    match draw(st.sampled_from(("clock", "part", "day"))):
        case "clock":
            clock = f"{draw(st.integers(0, 23)):02d}:{draw(st.sampled_from((0, 20, 40))):02d}"
            return at(day, clock, draw(st.sampled_from(ZONES)))
        case "part":
            return f"2015-08-{day}/{draw(st.sampled_from(PartOfDay))}"
    return f"2015-08-{day}"


@st.composite
def stops(draw: st.DrawFn, starts: st.SearchStrategy[str] | None = None) -> Stop:
    begin = stop("x", draw(starts or moments())).starts
    minutes = draw(st.one_of(st.none(), st.sampled_from((0, 20, 40, 60, 180, 600))))
    for_all = draw(st.booleans())
    return Stop(
        id=UUID(int=draw(st.integers(0, 2**64))),
        delegation_id=key("delegation"),
        stop_kind=draw(st.sampled_from(StopKind)),
        starts=begin,
        ends=None if minutes is None or begin.clock is None else begin.later(minutes),
        position=draw(st.integers(0, 5)),
        place=draw(st.sampled_from(("", "飯店"))),
        is_for_all=for_all,
        member_ids=() if for_all else draw(st.sets(st.sampled_from(MEMBERS)).map(_ids)),
    )


PLANS = st.lists(stops(), max_size=14, unique_by=lambda each: each.id)


def _ids(members: set[Member]) -> tuple[UUID, ...]:
    return tuple(sorted(each.id for each in members))


def made(found: list[Stop]) -> Dossier:
    return dossier(members=MEMBERS, stops=tuple(found))


def span(each: Stop) -> tuple[datetime, datetime] | None:
    start = each.starts.instant
    end = each.ends.instant if each.ends else start
    return (start, end) if start and end else None


def clash(one: Stop, other: Stop) -> bool:
    """The definition, pair by pair: shared travellers, shared time, none of them background."""
    spans = span(one), span(other)
    if spans[0] is None or spans[1] is None:
        return False
    if {one.stop_kind, other.stop_kind} & {StopKind.LODGING, StopKind.FREE}:
        return False
    everyone = {each.id for each in MEMBERS}
    travellers = [everyone if each.is_for_all else set(each.member_ids) for each in (one, other)]
    if not travellers[0] & travellers[1]:
        return False
    (start, end), (begin, finish) = spans
    share_time = max(start, begin) < min(end, finish)
    if start == end:
        share_time = begin <= start < finish
    if begin == finish:
        share_time = start <= begin < end
    return share_time and not part_of(one, other) and not part_of(other, one)


def part_of(inner: Stop, outer: Stop) -> bool:
    if inner.stop_kind not in (StopKind.MEAL, StopKind.CEREMONY) or outer.stop_kind.is_leg:
        return False
    (start, end), (begin, finish) = span(inner) or (None, None), span(outer) or (None, None)
    if start is None or end is None or begin is None or finish is None:
        return False
    return begin <= start and end <= finish and inner.place != "" and inner.place == outer.place


@given(PLANS)
def test_no_overlap_is_missed_and_none_is_made_up(found: list[Stop]) -> None:
    timetable = Timetable(made(found))
    told = {frozenset((a.stop.id, b.stop.id)) for a, b in overlapping(timetable.timed)}
    looked_at = timetable.dossier.stops
    wanted = {frozenset((a.id, b.id)) for a, b in combinations(looked_at, 2) if clash(a, b)}
    assert told == wanted


@given(PLANS)
def test_checking_changes_nothing(found: list[Stop]) -> None:
    held = made(found)
    before = held.model_dump()
    list(overlaps(Timetable(held)))
    assert held.model_dump() == before


@given(PLANS, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_given(found: list[Stop], shuffled) -> None:  # type: ignore[no-untyped-def]
    ordered = in_order(found)
    shuffled.shuffle(found)
    assert in_order(found) == ordered


@given(PLANS)
def test_timed_stops_stand_by_instant(found: list[Stop]) -> None:
    instants = [each.starts.instant for each in in_order(found) if each.starts.instant]
    assert instants == sorted(instants)


@given(PLANS)
def test_within_a_day_parts_stand_in_their_order(found: list[Stop]) -> None:
    one_zone = [each for each in found if each.starts.zone in (None, "Asia/Taipei")]
    for day in {each.starts.day for each in one_zone}:
        parts = [
            list(PartOfDay).index(part)
            for each in in_order(one_zone)
            if each.starts.day == day and (part := each.starts.part_of_day)
        ]
        assert parts == sorted(parts)


def names(*found: Stop) -> list[str]:
    return [each.title for each in in_order(found)]


def test_stops_without_a_time_stand_where_their_position_says() -> None:
    assert names(
        stop("會談", "2015-08-21", position=4),
        stop("金杰", "2015-08-21/afternoon", position=2),
        stop("稀奧科", "2015-08-21", position=1),
        stop("磁材", "2015-08-21/morning", position=0),
        stop("稀寶", "2015-08-21", position=3),
    ) == ["磁材", "稀奧科", "金杰", "稀寶", "會談"]


def test_a_part_of_day_stands_among_clock_times() -> None:
    assert names(
        stop("晚宴", "2015-08-18/evening"),
        stop("午後參訪", at(18, "14:00")),
        stop("上午參訪", "2015-08-18/morning", position=1),
        stop("早餐", at(18, "07:00"), position=0),
    ) == ["早餐", "上午參訪", "午後參訪", "晚宴"]


def test_over_the_date_line_the_flight_comes_before_what_follows_it() -> None:
    """Out of Auckland on the 19th, dinner in Honolulu on the 18th."""
    assert names(
        stop("晚餐", at(18, "21:00", "Pacific/Honolulu")),
        stop(
            "班機",
            at(19, "10:00", "Pacific/Auckland"),
            stop_kind="flight",
            ends=at(18, "20:00", "Pacific/Honolulu"),
        ),
        stop("前一日", at(18, "09:00", "Pacific/Auckland")),
    ) == ["前一日", "班機", "晚餐"]


def test_the_hour_that_comes_twice_is_told_by_the_end_of_an_earlier_stop() -> None:
    """Berlin, 2015-10-25: the night flight takes one hour more than its clocks show."""
    flight = stop("班機", "2015-10-25T01:30[Europe/Berlin]", ends="2015-10-25T04:30[Europe/Berlin]")
    slot = Timetable(dossier(stops=(flight,))).slots[0]
    assert slot.start is not None
    assert slot.end is not None
    assert slot.end - slot.start == timedelta(hours=4)
    assert slot.start == datetime(2015, 10, 24, 23, 30, tzinfo=UTC)


def test_an_overlap_says_how_long_and_for_whom() -> None:
    first = stop("展示館", at(19, "13:00"), ends=at(19, "14:30"))
    second = stop(
        "研發中心",
        at(19, "14:00"),
        ends=at(19, "15:00"),
        is_for_all=False,
        member_ids=(MEMBERS[1].id,),
    )
    (notice,) = overlaps(Timetable(dossier(members=MEMBERS, stops=(first, second))))
    assert notice.minutes == 30
    assert notice.people == (MEMBERS[1].id,)
    assert notice.where.key == second.id
    assert notice.others[0].key == first.id


def test_an_escort_of_two_parties_at_once_is_told() -> None:
    escort = person("張志宏")
    found = (
        stop("甲組", at(19, "13:00"), ends=at(19, "14:30"), escort_ids=(escort.id,)),
        stop("乙組", at(19, "14:00"), ends=at(19, "15:00"), people_met_ids=(escort.id,)),
    )
    parted = tuple(
        each.with_(is_for_all=False, member_ids=(one.id,))
        for each, one in zip(found, MEMBERS, strict=False)
    )
    timetable = Timetable(dossier(members=MEMBERS, people=(escort,), stops=parted))
    assert list(overlaps(timetable)) == []
    (notice,) = people_twice(timetable)
    assert (notice.context["person"], notice.minutes) == ("張志宏", 30)


def test_parties_split_and_meet_again() -> None:
    found = (
        stop("同車", at(17, "08:00"), ends=at(17, "09:00")),
        stop(
            "甲組",
            at(17, "10:00"),
            ends=at(17, "11:00"),
            is_for_all=False,
            member_ids=(MEMBERS[0].id, MEMBERS[1].id),
        ),
        stop("晚宴", at(17, "18:00"), ends=at(17, "20:00")),
    )
    timetable = Timetable(dossier(members=MEMBERS, stops=found))
    assert [len(party.slots) for party in timetable.parties] == [3, 2]
    assert [len(party.members) for party in timetable.parties] == [2, 1]
    free = {(window.party.members, window.minutes) for window in timetable.windows()}
    assert ((MEMBERS[2].id,), 9 * 60) in free


def nights(*found: Stop) -> dict[date, bool]:
    held = dossier(delegation=delegation(ends_on=date(2015, 8, 20)), stops=found)
    return {
        night.day: bool(night.lodgings) or night.is_under_way for night in Timetable(held).nights()
    }


def test_nights_follow_from_lodging_and_from_legs_that_run_through_them() -> None:
    assert nights(
        stop("夜車", at(17, "22:00"), stop_kind="train", ends=at(18, "07:00")),
        stop("旅館", at(18, "18:00"), stop_kind="lodging", ends=at(20, "08:00")),
        stop("參訪", at(20, "09:00")),
        stop("紅眼班機", at(21, "00:30"), stop_kind="flight", ends=at(21, "05:00")),
        stop("返國會議", at(22, "09:00")),
    ) == {
        date(2015, 8, 17): True,
        date(2015, 8, 18): True,
        date(2015, 8, 19): True,
        date(2015, 8, 20): True,
        date(2015, 8, 21): False,
    }


def test_a_lodging_without_an_end_is_for_one_night() -> None:
    hotel = stop("旅館", "2015-08-17/evening", stop_kind="lodging")
    assert nights(hotel, stop("參訪", "2015-08-19")) == {
        date(2015, 8, 17): True,
        date(2015, 8, 18): False,
    }
