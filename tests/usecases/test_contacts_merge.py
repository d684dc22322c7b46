"""Of two records one is made: nothing points at the other, nothing is lost, one undo parts them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.errors import Refused
from planner.domain.organisation import Organisation, OrganisationRelation, OrganisationTie
from planner.domain.person import Person, Post
from planner.domain.records import RECORDS, referred
from planner.domain.stop import Stop
from planner.store.database import Database
from planner.store.news import Committed
from planner.store.repository import Repository
from planner.usecases.contacts_merge import merge_contacts
from tests import builders as b
from tests.strategies import arbitrary, world

MERGE = EditName("merge_contacts", {"gone": "乙", "what": "甲"})


def everything(database: Database) -> dict[object, Entity]:
    with database.read() as session:
        connection = session.connection()
        return {
            record.id: record
            for kind in RECORDS
            for record in Repository(connection, kind).select()
        }


def merge(
    database: Database, entity: type[Organisation] | type[Person], one: Entity, other: Entity
):
    with database.begin(MERGE) as work:
        return merge_contacts(work, entity, one.id, other.id)


@st.composite
def stores(draw: st.DrawFn, entity: type[Organisation] | type[Person]) -> list[Entity]:
    """A world with two more of a kind, and records of every kind that point at any of them."""
    whole = world()
    pair = [draw(arbitrary(entity, {})) for _ in range(2)]
    keys = {kind: [record.id] for kind, record in whole.items()}
    keys[entity.kind] = [*keys[entity.kind], *(record.id for record in pair)]
    kinds = draw(st.lists(st.sampled_from(RECORDS), max_size=12))
    return [*whole.values(), *pair, *(draw(arbitrary(kind, keys)) for kind in kinds)], pair


@pytest.mark.parametrize("entity", [Organisation, Person])
@pytest.mark.timeout(600)
def test_a_merge_leaves_no_dangling_link_and_one_undo_takes_it_back(
    entity: type[Organisation] | type[Person], empty_store: Path, tmp_path: Path
) -> None:
    places = iter(range(10_000))

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(stores(entity))
    def holds(drawn: tuple[list[Entity], list[Entity]]) -> None:
        records, (one, other) = drawn
        path = Path(shutil.copy(empty_store, tmp_path / f"{next(places)}.sqlite"))
        database = Database(path)
        committed: list[Committed] = []
        database.observe(committed.append)
        with database.begin(EditName("add")) as work:
            work.add(*records)
        before = everything(database)
        merge(database, entity, one, other)
        after = everything(database)
        assert other.id not in after
        for record in after.values():
            assert all(key in after for _, key in referred(record)), record.kind
        lost = set(before) - set(after) - {other.id}
        assert all(before[key].kind in ("post", "organisation_relation") for key in lost)
        names = set(after[one.id].names)  # type: ignore[attr-defined]
        assert names >= {*one.names, *other.names}  # type: ignore[attr-defined]
        database.undo(committed[-1].number)
        assert everything(database) == before
        database.redo(committed[-1].number)
        assert everything(database) == after
        database.close()

    holds()


def test_what_stays_takes_what_it_lacks_and_keeps_what_it_has(
    database: Database, keep: Callable[..., None]
) -> None:
    one = b.person("特古斯", reading="Te Gusi", notes="物理")
    other = b.person("Tegus", languages=("mn",), honorific="教授", notes="好客", reading="Tegus")
    keep(one, other)
    merged = merge(database, Person, one, other)
    assert (merged.name, merged.reading, merged.honorific) == ("特古斯", "Te Gusi", "教授")
    assert merged.languages == ("mn",)
    assert merged.aliases == ("Tegus",)
    assert merged.notes == "物理\n好客"


def test_who_stood_at_both_is_named_once(database: Database, keep: Callable[..., None]) -> None:
    one, other = b.person("甲"), b.person("乙")
    visit = b.stop("參訪", people_met_ids=(other.id, one.id))
    same = [b.post(who, "教授") for who in (one, other)]
    keep(one, other, b.delegation(), visit, *same)
    merge(database, Person, one, other)
    with database.begin(EditName("look")) as work:
        assert work.get(Stop, visit.id).people_met_ids == (one.id,)
        assert [post.person_id for post in work.where(Post)] == [one.id]


def test_a_body_is_neither_tied_to_itself_nor_part_of_itself(
    database: Database, keep: Callable[..., None]
) -> None:
    whole = b.organisation("中國科學院")
    one = b.organisation("包頭稀土研究院")
    other = b.organisation("包稀院", parent_id=whole.id)
    unit = b.organisation("磁性材料所", parent_id=other.id)
    one = one.with_(parent_id=unit.id)
    tie = OrganisationRelation(
        organisation_id=one.id, other_id=other.id, tie=OrganisationTie.SHAREHOLDER
    )
    keep(whole, other, unit, one, tie)
    merge(database, Organisation, one, other)
    with database.begin(EditName("look")) as work:
        assert work.get(Organisation, one.id).parent_id == whole.id
        assert work.get(Organisation, unit.id).parent_id == one.id
        assert work.where(OrganisationRelation) == ()


def test_nothing_is_merged_with_itself(database: Database, keep: Callable[..., None]) -> None:
    one = b.person("甲")
    keep(one)
    with pytest.raises(Refused):
        merge(database, Person, one, one)
