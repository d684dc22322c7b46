"""One person is told and erased everywhere, whatever kinds of records come to be."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.entity import Entity
from planner.domain.inbound_visit import InboundVisit
from planner.domain.person import Person, Post
from planner.domain.records import RECORDS, references
from planner.queries.personal import falling_due, personal_data
from planner.store.database import Database
from planner.store.tables import many_valued
from tests.strategies import world
from tests.trust.secrets import MARK, planted

EDIT = EditName("test")
POINTING = [
    (entity, name)
    for entity in RECORDS
    for name, mark in references(entity).items()
    if mark.kind == Person.kind
]
OF_THE_PERSON = ("person", "post", "member")


def pointing_at(record: Entity, name: str, person: Entity) -> Entity:
    value = (person.id,) if name in many_valued(type(record)) else person.id
    return record.with_(**{name: value})


@pytest.mark.parametrize(
    ("entity", "name"), POINTING, ids=[f"{entity.kind}.{name}" for entity, name in POINTING]
)
def test_whatever_points_at_a_person_is_told(
    store_path: Path, entity: type[Entity], name: str
) -> None:
    small = world()
    small[entity.kind] = pointing_at(small[entity.kind], name, small["person"])
    database = Database(store_path)
    with database.begin(EDIT) as work:
        work.add(*small.values())
    person = small["person"]
    assert isinstance(person, Person)
    with database.read() as session:
        told = personal_data(session, person)
    keys = [record["id"] for record in told["records"].get(entity.kind, [])]
    assert str(small[entity.kind].id) in keys
    database.close()


def test_nothing_of_an_erased_person_is_left_in_the_file(store_path: Path) -> None:
    small = world()
    small["member"] = pointing_at(small["member"], "person_id", small["person"])
    for kind in OF_THE_PERSON:
        small[kind] = planted(small[kind])
    database = Database(store_path)
    with database.begin(EDIT) as work:
        work.add(*small.values())
    with database.begin(EDIT) as work:
        person = small["person"]
        assert isinstance(person, Person)
        work.replace(person.with_(name=f"{MARK}改名"))
    assert MARK.encode() in everything_beside(store_path)
    database.erase_person(small["person"].id, "（已刪除）")
    assert MARK.encode() not in everything_beside(store_path)
    assert {fault.code for fault in database.verify()} <= {"verify.file_missing"}
    database.close()


def everything_beside(store: Path) -> bytes:
    return b"".join(path.read_bytes() for path in store.parent.glob(f"{store.name}*"))


NEEDED = [(entity, name) for entity, name in POINTING if entity is not Post]
"""A post is the person's own; every other record speaks of a journey or a visit."""
LONG_AGO = datetime(2010, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("entity", "name"), NEEDED, ids=[f"{entity.kind}.{name}" for entity, name in NEEDED]
)
def test_a_person_is_needed_until_the_journey_that_names_the_person_ends(
    store_path: Path, entity: type[Entity], name: str
) -> None:
    small = world()
    stranger = Person(name="他人")
    for other, field in POINTING:
        small[other.kind] = pointing_at(small[other.kind], field, stranger)
    small[entity.kind] = pointing_at(small[entity.kind], name, small["person"])
    trip = small["delegation"]
    assert isinstance(trip, Delegation)
    last = trip.ends_on
    if entity is InboundVisit:
        small["inbound_visit"] = small["inbound_visit"].with_(starts_on=last, ends_on=None)
    if "delegation_id" in entity.model_fields:
        small[entity.kind] = small[entity.kind].with_(delegation_id=trip.id)
    database = Database(store_path, now=lambda: LONG_AGO)
    with database.begin(EDIT) as work:
        work.add(stranger, *small.values())
    with database.read() as session:
        kept = {each.key for each in falling_due(session, last)}
        due = {each.key: each for each in falling_due(session, last + timedelta(days=1))}
    assert small["person"].id not in kept
    assert due[small["person"].id].last_needed == last
    database.close()


def test_persons_whom_no_journey_names_fall_due_by_their_last_change(store_path: Path) -> None:
    database = Database(store_path, now=lambda: LONG_AGO)
    alone = Person(name="獨")
    with database.begin(EDIT) as work:
        work.add(alone)
    with database.read() as session:
        assert falling_due(session, LONG_AGO.date()) == []
        (due,) = falling_due(session, LONG_AGO.date() + timedelta(days=1))
    assert (due.key, due.name, due.last_needed) == (alone.id, "獨", LONG_AGO.date())
    database.close()
