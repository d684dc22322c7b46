"""Anybody is found by any part of a name; a page tells all that happened, from every journey."""

from collections.abc import Callable
from datetime import date

import pytest

from planner.domain.agreement import Agreement, AgreementKind
from planner.domain.changes import EditName
from planner.domain.follow_up import FollowUpState
from planner.domain.gift import Gift, GiftDirection
from planner.domain.organisation import Organisation, OrganisationRelation, OrganisationTie
from planner.domain.person import Person
from planner.domain.stop import StopStatus
from planner.domain.values import Quantity, Side
from planner.queries.contacts_doubles import likely_pairs, pairs_with
from planner.queries.contacts_index import NameIndex, name_index
from planner.queries.contacts_list import (
    Mark,
    of_delegation,
    organisation_lines,
    organisation_marks,
    person_lines,
)
from planner.queries.contacts_page import organisation_page, person_page, source_lines
from planner.rules.stroke_order import stroke_order
from planner.store.database import Database
from tests import builders as b

PEOPLE = [
    b.person("特古斯", reading="Te Gusi", name_latin="Tegus"),
    b.person("曾國藩"),
    b.person("王立邦", aliases=("阿邦",)),
    b.person("Song Lin", name_native="松林"),
    b.person("董同力嘎", reading="Dǒng Tónglìgā"),
]


@pytest.fixture
def index(database: Database, keep: Callable[..., None]) -> NameIndex:
    keep(*PEOPLE)
    with database.read() as session:
        return name_index(session, Person)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("古", "特古斯"),
        ("gusi", "特古斯"),
        ("tegusi", "特古斯"),
        ("tgs", "特古斯"),
        ("TEGUS", "特古斯"),
        ("te gusi", "特古斯"),
        ("zengguofan", "曾國藩"),
        ("cengguofan", "曾國藩"),
        ("曾国藩", "曾國藩"),
        ("阿邦", "王立邦"),
        ("wlb", "王立邦"),
        ("松", "Song Lin"),
        ("tongliga", "董同力嘎"),
    ],
)
def test_any_part_of_any_name_finds_somebody(index: NameIndex, typed: str, name: str) -> None:
    assert index.find(typed) == [b.key(name)]


def test_all_words_must_be_there_and_names_that_begin_so_come_first(
    database: Database, keep: Callable[..., None]
) -> None:
    keep(b.person("林大"), b.person("張林"), b.person("林小"))
    with database.read() as session:
        index = name_index(session, Person)
    assert set(index.find("林")[:2]) == {b.key("林大"), b.key("林小")}
    assert index.find("林 大") == [b.key("林大")]
    assert index.find("林", most=1) == [index.find("林")[0]]
    assert index.find("無此人") == []
    assert index.find("林", among={b.key("張林")}) == [b.key("張林")]


def test_names_stand_by_strokes_and_latin_ones_first(index: NameIndex) -> None:
    assert [index.find("")[0], index.find("")[1]] == [b.key("Song Lin"), b.key("王立邦")]
    names = ["魯", "王", "丁10", "丁2", "張", "abc"]
    assert sorted(names, key=stroke_order) == ["abc", "丁2", "丁10", "王", "張", "魯"]


def test_an_index_follows_edits(database: Database, index: NameIndex) -> None:
    tegus = PEOPLE[0]
    with database.begin(EditName("test")) as work:
        work.replace(tegus.with_(name="特木爾"))
        work.remove(Person, [b.key("王立邦")])
    with database.read() as session:
        index = index.updated(session, Person, {tegus.id, b.key("王立邦")})
        assert index.keys == name_index(session, Person).keys
    assert index.find("特木") == [tegus.id]
    assert index.find("王") == []


# The list

HOST = b.organisation("稀奧科", city="包頭市", country="CN")
OTHER = b.organisation("電廠", country="CN")
SHAREHOLDER = b.organisation("和光", country="US")
OWN = b.organisation("科技部", country="TW")
DOUBTED = b.organisation("稀寶", country="CN")
TRIP = b.delegation(lead_body_id=OWN.id)
VISIT = b.stop("參訪", "2015-08-21", host_id=HOST.id, status=StopStatus.HELD)
SECOND = b.stop("參訪電廠", "2015-08-18", host_id=OTHER.id, status=StopStatus.ASKED)
REPORT = b.source("參訪報告")


def amount(written: str) -> Quantity | None:
    return Quantity.read(written)


FACTS = [
    b.fact(HOST, "年產", quantity=amount("3000公噸"), as_of="2015", source_id=REPORT.id),
    b.fact(HOST, "年產", quantity=amount("1500公噸"), as_of="2015"),
    b.fact(HOST, "員工", quantity=amount("70人"), as_of="2015"),
    b.fact(DOUBTED, "資本額", text="五十一億", doubt="偏高"),
]


@pytest.fixture
def kept(keep: Callable[..., None]) -> None:
    keep(HOST, OTHER, SHAREHOLDER, OWN, DOUBTED, TRIP, VISIT, SECOND, REPORT, *FACTS)


@pytest.mark.usefixtures("kept")
def test_a_line_says_where_when_and_what_asks_for_care(database: Database) -> None:
    with database.read() as session:
        marks = organisation_marks(session)
        keys = [OTHER.id, HOST.id, DOUBTED.id, OWN.id]
        lines = organisation_lines(session, keys, marks)
        assert of_delegation(session, TRIP.id) == {HOST.id, OTHER.id}
    assert [line.name for line in lines] == ["電廠", "稀奧科", "稀寶", "科技部"]
    assert [line.mark for line in lines] == [Mark.MISSING, Mark.TWO_VALUES, Mark.DOUBTFUL, None]
    assert lines[1].met_on == date(2015, 8, 21)
    assert marks.held[Mark.WAITING] == {OTHER.id}


def test_a_person_is_told_by_the_post_that_still_holds(
    database: Database, keep: Callable[..., None]
) -> None:
    who = b.person("特古斯")
    keep(
        HOST,
        who,
        b.post(who, "所長", organisation_id=HOST.id),
        b.post(who, "副教授", since="2004", until="2011"),
    )
    with database.read() as session:
        (line,) = person_lines(session, [who.id])
    assert line.note == "稀奧科 所長"


# Pages


@pytest.mark.usefixtures("kept")
def test_facts_that_contradict_each_other_stand_together_and_first(database: Database) -> None:
    with database.read() as session:
        page = organisation_page(session, HOST.id)
        (line,) = source_lines(session, "報告")
    assert [line.conflict for line in page.facts] == [0, 0, None]
    assert "參訪報告" in {line.source for line in page.facts}
    assert line.key == REPORT.id


@pytest.mark.usefixtures("kept")
def test_ties_are_told_from_both_ends(database: Database, keep: Callable[..., None]) -> None:
    unit = b.organisation("研發處", parent_id=HOST.id)
    tie = OrganisationRelation(
        organisation_id=HOST.id, other_id=SHAREHOLDER.id, tie=OrganisationTie.SHAREHOLDER
    )
    keep(unit, tie)
    with database.read() as session:
        ties = organisation_page(session, HOST.id).ties
        (reverse,) = organisation_page(session, SHAREHOLDER.id).ties
        (whole,) = organisation_page(session, unit.id).ties
    assert [(tie.name, tie.is_reverse) for tie in ties] == [("和光", False), ("研發處", True)]
    assert (reverse.name, reverse.tie, reverse.is_reverse) == (
        "稀奧科",
        OrganisationTie.SHAREHOLDER,
        True,
    )
    assert (whole.name, whole.tie) == ("稀奧科", None)


@pytest.mark.usefixtures("kept")
def test_sides_follow_from_what_each_did(database: Database, keep: Callable[..., None]) -> None:
    third = b.organisation("某會")
    host, member, unknown = b.person("特古斯"), b.person("王立邦"), b.person("某人")
    met = b.stop("會見", people_met_ids=(host.id,))
    keep(third, host, member, unknown, met, b.member(member))
    with database.read() as session:
        bodies = [organisation_page(session, each.id).side for each in (HOST, OWN, third)]
        people = [person_page(session, each.id).side for each in (host, member, unknown)]
    assert bodies == [Side.HOST, Side.OWN, Side.THIRD]
    assert people == [Side.HOST, Side.OWN, Side.THIRD]


@pytest.mark.usefixtures("kept")
def test_a_timeline_tells_everything_of_all_journeys_latest_first(
    database: Database, keep: Callable[..., None]
) -> None:
    seen = b.finding(1, "產線", stop_id=VISIT.id)
    promised = b.promise("再訪", by_body_ids=(HOST.id,), stop_id=VISIT.id)
    advised = b.recommendation(1, "查證", finding_ids=(seen.id,))
    due = b.follow_up("查證年產", recommendation_id=advised.id, due_on=date(2015, 10, 16))
    undated = b.follow_up("回覆", promise_id=promised.id)
    later = b.delegation("later", starts_on=date(2016, 3, 1), ends_on=date(2016, 3, 4))
    again = b.stop("再訪", "2016-03-02", delegation_id=later.id, host_id=HOST.id)
    dropped = b.stop(
        "取消", "2016-03-03", delegation_id=later.id, host_id=HOST.id, status=StopStatus.DROPPED
    )
    signed = Agreement(
        agreement_kind=AgreementKind.MEMORANDUM,
        title="備忘錄",
        party_ids=(HOST.id,),
        signed_on=date(2015, 8, 20),
    )
    gift = Gift(
        delegation_id=TRIP.id,
        direction=GiftDirection.GIVEN,
        item="茶",
        received_by_body_id=HOST.id,
        on=date(2015, 8, 19),
    )
    picture = b.photo("產線", stop_id=VISIT.id)
    keep(seen, promised, advised, due, undated, later, again, dropped, signed, gift, picture)
    with database.read() as session:
        past = organisation_page(session, HOST.id).past
    assert [each.on for each in past[:3]] == [None, date(2016, 3, 2), date(2015, 10, 16)]
    assert {each.kind for each in past} == {
        "stop",
        "finding",
        "promise",
        "follow_up",
        "agreement",
        "gift",
        "photo",
    }
    assert dropped.id not in {each.key for each in past}
    assert next(each for each in past if each.kind == "finding").names == ("查證",)
    assert next(each for each in past if each.key == again.id).delegation == later.title


@pytest.mark.usefixtures("kept")
def test_a_person_is_told_of_meetings_talks_and_journeys(
    database: Database, keep: Callable[..., None]
) -> None:
    who, other = b.person("特古斯"), b.person("松林")
    met = b.stop("會見", "2015-08-18", host_id=HOST.id, people_met_ids=(who.id, other.id))
    seminar = b.seminar(stop_id=VISIT.id)
    talk = b.talk(1, "磁學", seminar, speaker_ids=(who.id,))
    gift = Gift(
        delegation_id=TRIP.id,
        direction=GiftDirection.RECEIVED,
        item="書",
        given_by_person_id=who.id,
    )
    own = b.follow_up("來臺", owner_person_id=who.id, state=FollowUpState.IN_PROGRESS)
    keep(who, other, met, seminar, talk, gift, own, b.member(who))
    with database.read() as session:
        past = person_page(session, who.id).past
    told = {each.kind: each for each in past}
    assert set(told) == {"stop", "talk", "gift", "follow_up", "member"}
    assert told["stop"].names == ("稀奧科", "松林")
    assert told["talk"].on == date(2015, 8, 21)
    assert told["gift"].on == TRIP.ends_on


# Doubles


def test_likely_doubles_are_offered_the_fuller_one_first(
    database: Database, keep: Callable[..., None]
) -> None:
    poor, full = b.person("Te Gusi"), b.person("特古斯", reading="Te Gusi", languages=("mn",))
    keep(poor, full, b.person("王立邦"))
    with database.read() as session:
        (pair,) = likely_pairs(session, Person)
        (asked,) = pairs_with(session, Person, poor.id, name_index(session, Person))
    assert pair.key == (full.id, poor.id)
    assert asked.key == (poor.id, full.id)


def test_a_body_is_compared_with_those_that_share_a_piece_of_its_name(
    database: Database, keep: Callable[..., None]
) -> None:
    one = b.organisation("包頭市金杰稀土納米材料有限公司", city="包頭市")
    other = b.organisation("金杰稀土納米材料有限公司", city="包頭市")
    keep(one, other, HOST)
    with database.read() as session:
        index = name_index(session, Organisation)
        (pair,) = pairs_with(session, Organisation, one.id, index)
    assert pair.other == other.id
