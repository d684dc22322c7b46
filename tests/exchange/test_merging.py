"""Two officers work apart: what only one changed is taken, what both changed is asked about."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.person import Person
from planner.domain.stop import Stop
from planner.exchange.bundle import read_bundle, write_bundle
from planner.exchange.export import write_archive
from planner.exchange.merging import merged
from planner.exchange.staged import Absence, StagedFile, Verdict
from planner.queries.archived import archived, removals
from planner.queries.staging import staged_archive
from planner.store import journal
from planner.store.database import Database
from planner.store.unit_of_work import image_of
from planner.usecases.imports import name_of_file, take_in
from planner.usecases.records import remove_records
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


# What one of the two removed

DELEGATION = b.delegation()
STOP, OTHER_STOP = b.stop("拜會", "2015-08-17"), b.stop("參訪", "2015-08-18")


@pytest.fixture
def theirs(
    database: Database, empty_store: Path, tmp_path: Path, keep: Callable[..., None]
) -> Iterator[Database]:
    """The store of another officer, who has taken the same delegation in."""
    keep(DELEGATION, STOP, OTHER_STOP)
    path = tmp_path / "theirs.sqlite"
    shutil.copyfile(empty_store, path)
    other = Database(path, who="chen")
    with other.begin(EditName("import")) as work:
        take_in(work, lay(other, sent(database, tmp_path)))
    yield other
    other.close()


def sent(of: Database, folder: Path) -> Path:
    path = folder / "sent.planner"
    with of.read() as session:
        held = archived(session, DELEGATION.id)
    path.write_bytes(write_archive(held.records, of.files.read, held.removed))
    return path


def edit(database: Database, *, change: Stop | None = None, remove: Entity | None = None) -> None:
    with database.begin(EditName("change")) as work:
        if change is not None:
            work.replace(change)
        if remove is not None:
            remove_records(work, type(remove), [remove.id])


def merge(into: Database, file: StagedFile, *, with_theirs: bool = False) -> None:
    asked = [each.kept.id for each in file.staged if each.verdict is Verdict.CLASHING]
    with into.begin(name_of_file(file.name)) as work:
        take_in(work, file, theirs=asked if with_theirs else ())


def stops(database: Database) -> set[Stop]:
    with database.begin(EditName("look")) as work:
        return set(work.where(Stop))


def test_what_they_removed_and_nobody_touched_here_goes(
    database: Database, theirs: Database, tmp_path: Path
) -> None:
    edit(theirs, remove=STOP)
    file = lay(database, sent(theirs, tmp_path))
    assert [each.kept for each in file.of(Verdict.REMOVED)] == [STOP]
    for _ in range(3):
        merge(database, lay(database, sent(theirs, tmp_path)))
        assert stops(database) == {OTHER_STOP}


def test_what_they_changed_and_then_removed_goes_where_nobody_touched_it(
    database: Database, theirs: Database, tmp_path: Path
) -> None:
    edit(theirs, change=STOP.with_(place="上海"))
    edit(theirs, remove=STOP)
    assert lay(database, sent(theirs, tmp_path)).of(Verdict.REMOVED)


def test_what_they_removed_and_we_changed_is_asked_about(
    database: Database, theirs: Database, tmp_path: Path
) -> None:
    mine = STOP.with_(place="上海")
    edit(database, change=mine)
    edit(theirs, remove=STOP)
    file = lay(database, sent(theirs, tmp_path))
    (asked,) = file.of(Verdict.CLASHING)
    assert (asked.kept, asked.absence) == (mine, Absence.THERE)
    merge(database, file)
    assert mine in stops(database)
    merge(database, lay(database, sent(theirs, tmp_path)), with_theirs=True)
    assert stops(database) == {OTHER_STOP}


def test_what_we_removed_does_not_come_back_untouched(
    database: Database, theirs: Database, tmp_path: Path
) -> None:
    edit(database, remove=STOP)
    file = lay(database, sent(theirs, tmp_path))
    assert [each.kept for each in file.of(Verdict.GONE)] == [STOP]
    merge(database, file)
    assert stops(database) == {OTHER_STOP}


def test_what_we_removed_and_they_changed_is_asked_about(
    database: Database, theirs: Database, tmp_path: Path
) -> None:
    edit(database, remove=STOP)
    changed = STOP.with_(place="上海")
    edit(theirs, change=changed)
    file = lay(database, sent(theirs, tmp_path))
    assert [each.absence for each in file.of(Verdict.CLASHING)] == [Absence.HERE]
    merge(database, file)
    assert stops(database) == {OTHER_STOP}
    merge(database, lay(database, sent(theirs, tmp_path)), with_theirs=True)
    assert stops(database) == {OTHER_STOP, changed}


def test_a_whole_with_a_part_of_ours_is_asked_about(
    database: Database, theirs: Database, tmp_path: Path, keep: Callable[..., None]
) -> None:
    seminar = b.seminar("磁性材料研討會")
    keep(seminar)
    with theirs.begin(EditName("import")) as work:
        take_in(work, lay(theirs, sent(database, tmp_path)))
    edit(theirs, remove=seminar)
    keep(b.talk(1, "稀土永磁", seminar))
    (asked,) = lay(database, sent(theirs, tmp_path)).of(Verdict.CLASHING)
    assert asked.kept == seminar


def test_a_delegation_that_is_not_here_at_all_comes_back_whole(
    database: Database, theirs: Database, tmp_path: Path
) -> None:
    edit(database, remove=DELEGATION)
    merge(database, lay(database, sent(theirs, tmp_path)))
    assert stops(database) == {STOP, OTHER_STOP}


def test_a_merge_with_removals_is_taken_back_whole(
    database: Database, theirs: Database, tmp_path: Path
) -> None:
    edit(theirs, remove=STOP)
    merge(database, lay(database, sent(theirs, tmp_path)))
    with database.read() as session:
        latest = journal.latest(session.connection())
    assert latest is not None
    database.undo(latest.number)
    assert stops(database) == {STOP, OTHER_STOP}


def test_removals_of_another_delegation_stay_out_of_an_archive(
    database: Database, keep: Callable[..., None]
) -> None:
    other = b.delegation("other")
    theirs_only = b.stop("他團", "2015-08-17").with_(delegation_id=other.id)
    keep(DELEGATION, STOP, other, theirs_only)
    for record in (STOP, theirs_only):
        edit(database, remove=record)
    with database.read() as session:
        assert [each.key for each in removals(session, [DELEGATION.id])] == [STOP.id]
        assert {each.key for each in removals(session)} == {STOP.id, theirs_only.id}


def test_the_whole_store_goes_into_one_archive_and_into_an_empty_store(
    database: Database, empty_store: Path, tmp_path: Path, keep: Callable[..., None]
) -> None:
    other = b.delegation("other")
    keep(DELEGATION, STOP, OTHER_STOP, other, ORIGIN)
    edit(database, remove=STOP)
    with database.read() as session:
        held = archived(session, None)
    path = tmp_path / "all.planner"
    path.write_bytes(write_archive(held.records, database.files.read, held.removed))
    bundle = read_bundle(path)
    assert set(bundle.records) == {DELEGATION, OTHER_STOP, other, ORIGIN}
    assert [each.key for each in bundle.removed] == [STOP.id]
    shutil.copyfile(empty_store, tmp_path / "new.sqlite")
    new = Database(tmp_path / "new.sqlite")
    merge(new, lay(new, path))
    with new.read() as session:
        assert set(archived(session, None).records) == set(bundle.records)
    new.close()
