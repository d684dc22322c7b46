"""The seminar programme keeps the rules of the frab schedule format."""

import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from lxml import etree

from planner.domain.dossier import Dossier
from planner.domain.values import LocalTime
from planner.exchange.frab import write_frab
from tests import builders as b

CONFERENCE = {
    "title": r"(?s).+",
    "acronym": r".+",
    "start": r"\d{4}-\d\d-\d\d",
    "end": r"\d{4}-\d\d-\d\d",
    "days": r"\d+",
    "timeslot_duration": r"\d\d:\d\d",
    "time_zone_name": r"\w+/\w+",
}
ANY = r"(?s).*"
NEEDED = {
    "room": ANY,
    "title": r"(?s).+",
    "subtitle": ANY,
    "type": ANY,
    "date": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)",
    "start": r"[0-2]\d:[0-5]\d",
    "duration": r"\d{1,2}:\d\d",
    "abstract": ANY,
    "slug": r"[\w-]+",
    "track": ANY,
}
ALLOWED = {"logo", "persons", "language", "description", "recording", "links", "attachments"}
GUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def faults(root: etree._Element) -> Iterator[str]:
    """What in a schedule breaks the format; nothing where it is whole."""
    if [child.tag for child in root][:2] != ["version", "conference"]:
        yield "order"
    (conference,) = root.iter("conference")
    for child in conference:
        if not re.fullmatch(CONFERENCE.get(child.tag, r"(?!)"), child.text or ""):
            yield f"conference/{child.tag}"
    days = root.findall("day")
    if [day.get("index") for day in days] != [str(place + 1) for place in range(len(days))]:
        yield "day/@index"
    for day in days:
        starts, ends = (datetime.fromisoformat(str(day.get(name))) for name in ("start", "end"))
        if starts.tzinfo is None or ends <= starts:
            yield "day/@start"
        if starts.date() != date.fromisoformat(str(day.get("date"))):
            yield "day/@date"
    events = list(root.iter("event"))
    for told in (
        [event.get("id") for event in events],
        [event.get("guid") for event in events],
        [event.findtext("slug") for event in events],
    ):
        if len(set(told)) < len(told):
            yield "not unique"
    for event in events:
        yield from faults_of_event(event)


def faults_of_event(event: etree._Element) -> Iterator[str]:
    if not re.fullmatch(r"[1-9]\d*", str(event.get("id"))):
        yield "event/@id"
    if not re.fullmatch(GUID, str(event.get("guid"))):
        yield "event/@guid"
    names = [child.tag for child in event]
    if not NEEDED.keys() <= set(names) <= NEEDED.keys() | ALLOWED or len(set(names)) < len(names):
        yield "event"
    for name, pattern in NEEDED.items():
        if not re.fullmatch(pattern, event.findtext(name) or ""):
            yield f"event/{name}"
    for recording in event.findall("recording"):
        if {child.tag for child in recording} != {"license", "optout"}:
            yield "recording"
    for person in event.iter("person"):
        if not re.fullmatch(r"[1-9]\d*", str(person.get("id"))) or not person.text:
            yield "person"


def at(written: str) -> LocalTime:
    return LocalTime.model_validate(written)


@pytest.fixture
def dossier() -> Dossier:
    """Two seminars, each with a first talk; a session with a room; a talk past midnight."""
    wang = b.person("王二")
    one, other = b.seminar("研討會", venue="包頭"), b.seminar("座談會")
    session = b.session("上午場", one, room="一號廳")
    talks = (
        b.talk(
            1, "永磁材料", one, starts_at=at("2015-08-18T09:00[Asia/Shanghai]"), minutes=20
        ).with_(speaker_ids=(wang.id,), session_id=session.id),
        b.talk(2, "儲氫\n合金", one, starts_at=at("2015-08-18T23:50[Asia/Shanghai]"), minutes=60),
        b.talk(1, '回收 <& "稀土">', other, starts_at=at("2015-08-19T09:00[Asia/Shanghai]")),
        b.talk(3, "未定", one),
    )
    return b.dossier(people=(wang,), seminars=(one, other), sessions=(session,), talks=talks)


def test_a_programme_keeps_the_rules_of_the_format(dossier: Dossier) -> None:
    assert list(faults(etree.fromstring(write_frab(dossier)))) == []


def test_talks_of_the_same_number_in_two_seminars_are_told_apart(dossier: Dossier) -> None:
    root = etree.fromstring(write_frab(dossier))
    assert len({event.get("id") for event in root.iter("event")}) == 3


def test_a_talk_keeps_its_number_when_the_order_changes(dossier: Dossier) -> None:
    def numbers(of: Dossier) -> dict[str, str]:
        root = etree.fromstring(write_frab(of))
        return {str(event.get("guid")): str(event.get("id")) for event in root.iter("event")}

    moved = tuple(talk.with_(number=talk.number + 1) for talk in dossier.talks)
    turned = dossier.model_copy(update={"talks": moved, "people": dossier.people[::-1]})
    assert numbers(turned) == numbers(dossier)


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("version", "order"),
        ("day/room/event/slug", "event"),
        ("day/room/event/date", "event"),
        ("day/room/event/recording/optout", "recording"),
    ],
)
def test_what_is_missing_would_be_told(dossier: Dossier, path: str, fault: str) -> None:
    root = etree.fromstring(write_frab(dossier))
    taken = root.find(path)
    assert taken is not None
    parent = taken.getparent()
    assert parent is not None
    parent.remove(taken)
    assert fault in set(faults(root))
