"""Two officers work apart: what only one changed is taken, what both changed is asked about."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.person import Person
from planner.exchange.bundle import read_bundle, write_bundle
from planner.exchange.merging import merged
from planner.exchange.staged import StagedFile, Verdict
from planner.queries.staging import staged_archive
from planner.store.database import Database
from planner.store.unit_of_work import image_of
from planner.usecases.imports import name_of_file, take_in
from tests import builders as b

ORIGIN = b.person("王小明", reading="Wang", honorific="", notes="舊")


def past(*records: Person) -> list[dict[str, object] | None]:
    return [dict(image) if (image := image_of(record)) else None for record in records]


def test_what_only_they_changed_is_taken() -> None:
    theirs = ORIGIN.with_(reading="Wang Xiaoming")
    staged = merged(ORIGIN, theirs, past(ORIGIN), 1)
    assert (staged.verdict, staged.kept) == (Verdict.ADDS, theirs)


def test_what_only_we_changed_stays() -> None:
    mine = ORIGIN.with_(reading="Wang Xiaoming")
    staged = merged(mine, ORIGIN, past(ORIGIN, mine), 1)
    assert (staged.verdict, staged.kept) == (Verdict.SAME, mine)


def test_fields_that_each_changed_alone_come_together() -> None:
    mine, theirs = ORIGIN.with_(notes="新"), ORIGIN.with_(reading="Wang Xiaoming")
    staged = merged(mine, theirs, past(ORIGIN, mine), 1)
    assert staged.clashes == ()
    assert staged.kept == ORIGIN.with_(notes="新", reading="Wang Xiaoming")


def test_a_field_that_both_changed_is_a_clash_with_both_values() -> None:
    mine, theirs = ORIGIN.with_(notes="甲"), ORIGIN.with_(notes="乙")
    staged = merged(mine, theirs, past(ORIGIN, mine), 1)
    assert staged.clashes == ("notes",)
    assert (staged.kept, staged.taken) == (mine, theirs)


changes = st.fixed_dictionaries(
    {}, optional={"notes": st.sampled_from("甲乙丙"), "reading": st.sampled_from("abc")}
)


@given(changes, changes)
def test_nothing_that_anybody_changed_is_lost(ours: dict[str, str], others: dict[str, str]) -> None:
    mine, theirs = ORIGIN.with_(**ours), ORIGIN.with_(**others)
    staged = merged(mine, theirs, past(ORIGIN, mine), 1)
    for name in ("notes", "reading"):
        values = {getattr(staged.kept, name), getattr(staged.taken, name)}
        assert not ours.get(name) or ours[name] in values
        assert not others.get(name) or others[name] in values


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Path]:
    def _archive(*records: Entity) -> Path:
        path = tmp_path / "other.planner"
        path.write_bytes(write_bundle(records, lambda _: b""))
        return path

    return _archive


def lay(database: Database, path: Path) -> StagedFile:
    with database.read() as session:
        return staged_archive(session, read_bundle(path), path.name)


def test_a_week_apart_comes_together_and_the_third_time_changes_nothing(
    database: Database, keep: Callable[..., None], archive: Callable[..., Path]
) -> None:
    other = b.person("林一")
    keep(ORIGIN, other)
    with database.begin(EditName("change")) as work:
        work.replace(ORIGIN.with_(notes="我方"))
    theirs = (ORIGIN.with_(reading="Wang Xiaoming"), other, b.person("陳三"))
    for time in range(3):
        file = lay(database, archive(*theirs))
        assert not file.of(Verdict.CLASHING)
        with database.begin(name_of_file(file.name)) as work:
            take_in(work, file)
            assert bool(work.changes) is (time == 0)
            assert work.get(Person, ORIGIN.id) == ORIGIN.with_(
                notes="我方", reading="Wang Xiaoming"
            )
            assert len(work.where(Person)) == 3
