"""What a move would break, mend and touch, and whom to tell."""

from datetime import date

from planner.domain.stop import StopStatus
from planner.domain.values import LocalTime, Moment
from planner.rules.differences import Part, differences
from planner.rules.moves import (
    applied,
    copy_day,
    move_stop,
    place_stop,
    place_talk,
    shift_clocks,
    shift_day,
    shift_from,
    stretch_day,
    swap_days,
)
from planner.rules.ripple import nearest_free, ripple
from tests.builders import key
from tests.rules.made_delegation import HOSTS, OURS, THEIRS, changed, sound, stop_of

SECOND_DAY = date(2026, 3, 3)
TALK_12, SESSION_2 = key("made talk 12"), key("made session 1")


def moment(day: int, clock: str) -> Moment:
    return Moment.model_validate(f"2026-03-{day:02d}T{clock}[Asia/Shanghai]")


def rules(found) -> set[str]:  # type: ignore[no-untyped-def]
    return {notice.rule for notice in found}


def test_moving_a_stop_keeps_its_length_and_breaks_what_it_runs_into() -> None:
    moves = move_stop(sound(), key("made stop 6"), moment(3, "10:30"))
    told = ripple(sound(), moves)
    assert str(told.changed[0].ends) == "2026-03-03T13:00[Asia/Shanghai]"  # type: ignore[attr-defined]
    (overlap,) = (notice for notice in told.breaks if notice.rule == "schedule.overlap")
    assert overlap.minutes == 60
    assert len(overlap.people) == 6


def test_a_move_back_mends_what_the_move_broke() -> None:
    broken = applied(sound(), move_stop(sound(), key("made stop 6"), moment(3, "10:30")))
    back = ripple(broken, move_stop(broken, key("made stop 6"), moment(3, "09:00")))
    assert back.breaks == ()
    assert "schedule.overlap" in rules(back.mends)


def test_moving_a_day_lists_every_touched_host_and_member() -> None:
    told = ripple(sound(), shift_day(sound(), SECOND_DAY, 1))
    names = {each.name for each in told.to_tell}
    assert names >= {THEIRS[1], THEIRS[2], THEIRS[3], THEIRS[4]}
    assert {each.part for each in told.to_tell} == {Part.MET, Part.MEMBER}
    assert len([each for each in told.to_tell if each.part is Part.MEMBER]) == 12
    assert len(told.changed) == 6
    assert "schedule.overlap" in rules(told.breaks)


def test_nobody_outside_is_told_of_a_mere_idea() -> None:
    idea = changed(sound(), stop_of(6).with_(status=StopStatus.IDEA))
    told = ripple(idea, move_stop(idea, key("made stop 6"), moment(3, "08:30")))
    assert {each.part for each in told.to_tell} == {Part.MEMBER}
    assert len(told.to_tell) == 6


def test_a_host_without_people_met_is_told_itself() -> None:
    bare = changed(sound(), stop_of(3).with_(people_met_ids=()))
    told = ripple(bare, move_stop(bare, key("made stop 3"), moment(2, "15:30")))
    assert (Part.HOST, HOSTS[0]) in {(each.part, each.name) for each in told.to_tell}


def test_a_booked_leg_names_who_carries() -> None:
    booked = changed(sound(), stop_of(14).with_(service="K264次", booking_reference="E12"))
    told = ripple(booked, move_stop(booked, key("made stop 14"), moment(4, "18:45")))
    assert (Part.CARRIER, "K264次") in {(each.part, each.name) for each in told.to_tell}


def test_moving_a_talk_tells_its_speaker_and_interpreter() -> None:
    """The last of its session: nobody follows it."""
    later = LocalTime.model_validate("2026-03-04T15:15[Asia/Shanghai]")
    told = ripple(sound(), place_talk(sound(), TALK_12, SESSION_2, None, later))
    parts = {(each.part, each.name) for each in told.to_tell}
    assert parts == {(Part.SPEAKER, THEIRS[5]), (Part.MEMBER, "蔡志遠")}
    assert told.shifts == ()


def test_talks_that_follow_a_moved_one_are_told_with_their_speakers() -> None:
    first, last = key("made talk 7"), key("made talk 12")
    told = ripple(sound(), place_talk(sound(), first, key("made session 1")))
    clocks = {
        shift.where.name: f"{shift.before:%H:%M} {shift.after:%H:%M}"
        for shift in told.shifts
        if shift.before and shift.after
    }
    assert clocks == {
        "論文題目第7篇": "13:30 15:10",
        "論文題目第8篇": "13:50 13:30",
        "論文題目第9篇": "14:10 13:50",
        "論文題目第10篇": "14:30 14:10",
        "論文題目第11篇": "14:50 14:30",
        "論文題目第12篇": "15:10 14:50",
    }
    speakers = {each.name for each in told.to_tell if each.part is Part.SPEAKER}
    assert speakers == set(THEIRS)
    assert applied(sound(), told.changed).by_id[last].number == 11


def test_a_talk_put_where_another_is_breaks_the_room_and_the_session() -> None:
    taken = LocalTime.model_validate("2026-03-04T14:00[Asia/Shanghai]")
    moved = place_talk(sound(), key("made talk 6"), key("made session 1"), None, taken)
    told = ripple(sound(), moved)
    twice = [notice for notice in told.breaks if notice.rule == "talk.room_twice"]
    pairs = {(notice.others[0].name, notice.where.name, notice.minutes) for notice in twice}
    assert pairs == {
        ("論文題目第8篇", "論文題目第6篇", 10),
        ("論文題目第6篇", "論文題目第9篇", 10),
    }
    late = LocalTime.model_validate("2026-03-04T15:20[Asia/Shanghai]")
    past = ripple(sound(), place_talk(sound(), TALK_12, SESSION_2, None, late))
    (outside,) = past.breaks
    assert (outside.rule, outside.minutes) == ("talk.outside_session", 10)


def test_a_talk_moved_before_its_speaker_lands_is_broken() -> None:
    lands = stop_of(14).with_(
        id=key("early train"),
        starts="2026-03-04T07:00[Asia/Shanghai]",
        ends="2026-03-04T12:00[Asia/Shanghai]",
        is_for_all=False,
        member_ids=(key(f"member {OURS[5]}"),),
    )
    late = changed(sound(), lands, stop_of(12).with_(is_for_all=False, member_ids=()))
    afternoon = LocalTime.model_validate("2026-03-04T15:30[Asia/Shanghai]")
    settled = applied(late, place_talk(late, key("made talk 6"), None, None, afternoon))
    back = ripple(
        settled,
        place_talk(settled, key("made talk 6"), key("made session 0")),
    )
    assert "talk.speaker_late" in rules(back.breaks)


def test_a_member_who_speaks_is_told_once_of_stop_and_talk() -> None:
    told = ripple(sound(), move_stop(sound(), key("made stop 12"), moment(4, "09:30")))
    (speaker,) = (each for each in told.to_tell if each.name == OURS[0])
    assert [spot.kind for spot in speaker.about] == ["stop", "talk"]
    assert len([each for each in told.to_tell if each.part is Part.MEMBER]) == 12


def test_a_seminar_takes_its_sessions_along() -> None:
    moved = applied(sound(), move_stop(sound(), key("made stop 12"), moment(4, "09:30")))
    assert str(moved.by_id[key("made session 0")].starts_at) == "2026-03-04T10:00[Asia/Shanghai]"


def test_a_gap_that_changes_is_told_in_minutes() -> None:
    told = ripple(sound(), move_stop(sound(), key("made stop 9"), moment(3, "14:30")))
    gaps = {(gap.earlier.name, gap.later.name): (gap.before, gap.after) for gap in told.gaps}
    assert gaps == {("第8站", "第9站"): (60, 90), ("第9站", "第11站"): (150, 120)}


def test_the_nearest_free_time_is_offered() -> None:
    free = nearest_free(sound(), key("made stop 9"), moment(3, "12:00"))
    assert free == moment(3, "13:00")


def test_a_change_that_changes_nothing_touches_nobody() -> None:
    told = ripple(sound(), move_stop(sound(), key("made stop 6"), moment(3, "09:00")))
    assert (told.changed, told.breaks, told.mends) == ((), (), ())
    assert (told.gaps, told.shifts, told.to_tell) == ((), (), ())


def test_shifting_the_rest_moves_the_end_of_the_journey() -> None:
    later = applied(sound(), shift_from(sound(), SECOND_DAY, 2))
    assert later.delegation.ends_on == date(2026, 3, 9)
    assert min(stop.starts.day for stop in later.stops if stop.position > 5) == date(2026, 3, 5)


def test_days_change_places() -> None:
    swapped = applied(sound(), swap_days(sound(), SECOND_DAY, date(2026, 3, 6)))
    assert swapped.by_id[key("made stop 6")].starts.day == date(2026, 3, 6)
    assert swapped.by_id[key("made stop 25")].starts.day == SECOND_DAY
    back = applied(swapped, swap_days(swapped, SECOND_DAY, date(2026, 3, 6)))
    assert set(back.stops) == set(sound().stops)


def test_a_copied_day_is_an_idea_with_stops_of_its_own() -> None:
    copies = copy_day(sound(), SECOND_DAY, date(2026, 3, 7))
    assert len(copies) == 6
    assert {stop.status for stop in copies} == {StopStatus.IDEA}  # type: ignore[attr-defined]
    assert not {stop.id for stop in copies} & {stop.id for stop in sound().stops}


def test_differences_name_what_is_new_gone_and_changed() -> None:
    moved = stop_of(3).with_(starts=moment(2, "15:10"))
    dropped = stop_of(10).with_(status=StopStatus.DROPPED)
    later = changed(sound(), moved, dropped, without=(stop_of(30),))
    told = {change.stop.title: change for change in differences(sound(), later)}
    assert set(told) == {"第3站", "第10站", "第30站"}
    assert told["第3站"].fields == ("starts",)
    assert told["第10站"].after is None


def test_a_stop_put_before_another_shoves_those_behind_it() -> None:
    first, second = key("made stop 3"), key("made stop 10")
    records = place_stop(sound(), first, moment(3, "15:00"), before=second)
    day = [stop for stop in applied(sound(), records).stops if stop.starts.day == SECOND_DAY]
    positions = {stop.id: stop.position for stop in day}
    assert positions[first] == positions[second] - 1
    assert sorted(positions.values()) == list(range(len(day)))


def test_a_day_is_shifted_by_the_clock_with_every_length_kept() -> None:
    records = shift_clocks(sound(), SECOND_DAY, 30)
    assert len(records) == 5  # one visit has no clock time
    for record in records:
        before = sound().by_id[record.id]
        assert record.starts == before.starts.later(30)  # type: ignore[attr-defined]
        assert record.ends == before.ends.later(30)  # type: ignore[attr-defined]


def test_a_stretched_day_begins_as_before_and_ends_so_much_later() -> None:
    after = applied(sound(), stretch_day(sound(), SECOND_DAY, 60))
    clocks = [str(stop.starts.clock)[:5] for stop in after.stops if stop.starts.day == SECOND_DAY]
    assert clocks == ["09:00", "09:00", "12:20", "14:30", "None", "19:30"]


def test_a_day_with_one_time_cannot_be_stretched() -> None:
    lone = changed(sound(), without=tuple(stop_of(number) for number in range(6, 11)))
    assert stretch_day(lone, SECOND_DAY, 60) == ()


def test_only_ideas_that_touch_nothing_are_quiet() -> None:
    idea = changed(sound(), stop_of(26).with_(status=StopStatus.IDEA))
    free = move_stop(idea, key("made stop 26"), moment(6, "16:15"))
    assert ripple(idea, free).is_quiet
    assert not ripple(sound(), move_stop(sound(), key("made stop 26"), moment(6, "16:15"))).is_quiet
