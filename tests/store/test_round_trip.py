"""Every kind of record comes back from the store exactly as it was put in."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.records import RECORDS
from planner.paths import Place
from planner.store.database import Database
from planner.store.unit_of_work import image_of
from tests.strategies import arbitrary, world

EDIT = EditName("test")


@pytest.fixture(scope="module")
def populated(lasting: Database) -> tuple[Database, list[Entity]]:
    records = list(world().values())
    with lasting.begin(EDIT) as work:
        work.add(*records)
    return lasting, records


@pytest.mark.parametrize("entity", RECORDS, ids=lambda entity: entity.kind)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_record_comes_back_as_it_was_put_in(
    entity: type[Entity], populated: tuple[Database, list[Entity]], data: st.DataObject
) -> None:
    database, records = populated
    keys = {record.kind: [record.id] for record in records}
    first, second = (data.draw(arbitrary(entity, keys)) for _ in range(2))
    with database.begin(EDIT) as work:
        work.add(first)
        assert work.get(entity, first.id) == first
        work.replace(changed := second.with_(id=first.id))
    with database.begin(EDIT) as work:
        found = work.get(entity, first.id)
        assert found == changed
        assert image_of(found) == image_of(changed)
        work.remove(entity, [first.id])
    with database.begin(EDIT) as work:
        assert work.find(entity, first.id) is None


def test_a_world_is_found_again_after_closing(place: Place) -> None:
    records = list(world().values())
    first = Database(place)
    with first.begin(EDIT) as work:
        work.add(*records)
    first.close()
    second = Database(place)
    with second.begin(EDIT) as work:
        assert [work.get(type(record), record.id) for record in records] == records
    second.close()
