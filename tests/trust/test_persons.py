"""One person is told and erased everywhere, whatever kinds of records come to be."""

from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.person import Person
from planner.domain.records import RECORDS, references
from planner.queries.personal import personal_data
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
