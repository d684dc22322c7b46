"""Edits: stored whole or not at all, announced when stored, and never lost to another's."""

import subprocess
import sys
import threading
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, Member, Objective
from planner.domain.errors import NotFound, PlannerError, StoreUnavailable
from planner.domain.organisation import Organisation
from planner.domain.records import RECORDS
from planner.domain.stop import Stop
from planner.paths import Place
from planner.store.database import Database
from planner.store.journal import Nature
from planner.store.news import Committed
from planner.store.repository import Repository
from tests.office.server import driven
from tests.strategies import world

EDIT = EditName("test")
HOST = Organisation(name="包頭稀土研究院")
DELEGATION = Delegation(title="考察稀土", starts_on=date(2015, 8, 17), ends_on=date(2015, 8, 22))


def visit(**values: object) -> Stop:
    fields = {"delegation_id": DELEGATION.id, "stop_kind": "visit", "starts": "2015-08-18"}
    return Stop.checked({**fields, **values})


def test_an_edit_is_stored(database: Database) -> None:
    with database.begin(EDIT) as work:
        work.add(HOST)
    with database.read() as session:
        assert list(Repository(session.connection(), Organisation).select()) == [HOST]


def test_a_refused_edit_leaves_nothing_behind(place: Place, database: Database) -> None:
    before = everything(place)
    announced: list[Committed] = []
    database.observe(announced.append)
    with pytest.raises(PlannerError), database.begin(EDIT) as work:
        work.add(HOST)
        raise PlannerError("refused")
    assert announced == []
    assert everything(place) == before


def everything(place: Place) -> dict[str, list[str]]:
    """Every row of every table, the journal and the index among them."""
    is_file = isinstance(place, Path)
    engine = create_engine(f"sqlite:///{place}" if is_file else driven(place))
    try:
        with engine.connect() as connection:
            return {
                name: sorted(map(str, connection.execute(text(f'SELECT * FROM "{name}"'))))
                for name in inspect(engine).get_table_names()
            }
    finally:
        engine.dispose()


@pytest.mark.parametrize(
    "fault",
    [
        lambda work: work.add(visit()),
        lambda work: work.add(DELEGATION, visit(host_id=uuid4())),
        lambda work: work.add(DELEGATION, visit(people_met_ids=[uuid4()])),
        lambda work: work.add(HOST, HOST),
    ],
    ids=["part without its whole", "unknown host", "unknown person among several", "added twice"],
)
def test_a_fault_of_ours_is_stopped_by_the_tables_and_leaves_nothing_behind(
    place: Place, database: Database, fault: object
) -> None:
    before = everything(place)
    with pytest.raises(IntegrityError), database.begin(EDIT) as work:
        fault(work)  # type: ignore[operator]
    assert everything(place) == before
    with database.begin(EDIT) as work:
        work.add(HOST)


def test_what_others_point_at_does_not_go(database: Database) -> None:
    with database.begin(EDIT) as work:
        work.add(HOST, DELEGATION, visit(unit_ids=[HOST.id]))
    with pytest.raises(IntegrityError), database.begin(EDIT) as work:
        work.remove(Organisation, [HOST.id])
    with database.begin(EDIT) as work:
        assert work.get(Organisation, HOST.id) == HOST


def test_parts_and_wholes_go_in_one_edit_in_any_order(database: Database) -> None:
    stop = visit(host_id=HOST.id, unit_ids=[HOST.id])
    with database.begin(EDIT) as work:
        work.add(stop, DELEGATION, HOST)
    with database.begin(EDIT) as work:
        work.remove(Organisation, [HOST.id])
        work.remove(Delegation, [DELEGATION.id])
        work.remove(Stop, [stop.id])
    with database.begin(EDIT) as work:
        assert [work.where(entity) for entity in RECORDS if work.where(entity)] == []


def test_a_missing_record_is_said_to_be_missing(database: Database) -> None:
    missing = uuid4()
    for edit in (
        lambda work: work.get(Stop, missing),
        lambda work: work.replace(HOST),
        lambda work: work.remove(Stop, [missing]),
    ):
        with pytest.raises(NotFound), database.begin(EDIT) as work:
            edit(work)


def test_records_are_found_by_what_they_hold(database: Database) -> None:
    first, second = visit(title="座談", position=1), visit(host_id=HOST.id)
    with database.begin(EDIT) as work:
        work.add(HOST, DELEGATION, first, second)
        assert work.where(Stop, title="座談") == (first,)
        assert work.where(Stop, host_id=None) == (first,)
        assert set(work.where(Stop, id=[first.id, second.id])) == {first, second}
        assert work.where(Stop, id=[]) == ()
        assert work.where(Stop, position=1, title="參訪") == ()


def test_every_record_that_points_at_one_is_found(database: Database) -> None:
    made = world()
    host = made["organisation"]
    objective = Objective(delegation_id=made["delegation"].id, number=2, title="儲氫")
    stop = made["stop"].with_(
        host_id=host.id, unit_ids=[host.id], objective_ids=[objective.id, made["objective"].id]
    )
    with database.begin(EDIT) as work:
        work.add(*{**made, "stop": stop}.values(), objective)
        pointing = work.referring(Organisation, host.id)
        assert pointing.count((Stop, stop.id)) == 1
        kinds = {entity.kind for entity, _ in pointing}
        assert kinds == {"stop", "organisation_relation", "inbound_visit"}
        assert work.referring(Objective, objective.id) == ((Stop, stop.id),)
        assert work.referring(Member, made["member"].id) == ()


def test_ids_of_several_are_kept_in_their_order(database: Database) -> None:
    hosts = [Organisation(name=name) for name in "丙甲乙"]
    stop = visit(unit_ids=[host.id for host in hosts])
    with database.begin(EDIT) as work:
        work.add(DELEGATION, *hosts, stop)
    with database.begin(EDIT) as work:
        assert work.get(Stop, stop.id).unit_ids == tuple(host.id for host in hosts)


def test_an_edit_that_changes_nothing_is_no_edit(database: Database) -> None:
    announced: list[Committed] = []
    database.observe(announced.append)
    with database.begin(EDIT) as work:
        work.add(HOST)
    with database.begin(EDIT) as work:
        work.replace(HOST)
    with database.begin(EDIT):
        pass
    assert len(announced) == 1


def test_observers_are_told_after_the_edit_is_stored(database: Database) -> None:
    seen: list[tuple[Committed, int]] = []

    def observe(committed: Committed) -> None:
        with database.read() as session:
            rows = Repository(session.connection(), Organisation).select()
            seen.append((committed, len(list(rows))))

    database.observe(observe)
    with database.begin(EditName("rename", {"title": "甲"})) as work:
        work.add(HOST)
        assert seen == []
    ((committed, count),) = seen
    assert count == 1
    assert committed.nature is Nature.EDIT
    assert committed.name == EditName("rename", {"title": "甲"})
    assert committed.changes.touches(Organisation)


def test_a_query_sees_one_unmoving_state(database: Database) -> None:
    def count(session: Session) -> int:
        return len(list(Repository(session.connection(), Organisation).select()))

    with database.read() as session:
        assert count(session) == 0
        with database.begin(EDIT) as work:
            work.add(HOST)
        assert count(session) == 0
    with database.read() as session:
        assert count(session) == 1


def test_a_query_cannot_write(database: Database) -> None:
    with pytest.raises(StoreUnavailable) as refused, database.read() as session:
        Repository(session.connection(), Organisation).insert(HOST)
    assert refused.value.code == "store.read_only"
    assert isinstance(refused.value.__cause__, DBAPIError)


def test_any_thread_may_read_and_edit(database: Database) -> None:
    failures: list[BaseException] = []

    def edit() -> None:
        try:
            for _ in range(5):
                with database.begin(EDIT) as work:
                    work.add(Organisation(name="工業局"))
                with database.read() as session:
                    assert list(Repository(session.connection(), Organisation).select())
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=edit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with database.begin(EDIT) as work:
        assert len(work.where(Organisation)) == 20


COUNT_UP = """
import sys
from planner.domain.changes import EditName
from planner.domain.delegation import Objective
from planner.paths import store_place
from planner.store.database import Database

database = Database(store_place(sys.argv[1]), patience=20)
for _ in range(25):
    with database.begin(EditName("count")) as work:
        (objective,) = work.where(Objective)
        work.replace(objective.with_(number=objective.number + 1))
database.close()
"""


def test_two_processes_lose_no_edit_of_each_other(place: Place, database: Database) -> None:
    objective = Objective(delegation_id=DELEGATION.id, number=1, title="儲氫")
    with database.begin(EDIT) as work:
        work.add(DELEGATION, objective)
    command = [sys.executable, "-c", COUNT_UP, str(place)]
    both = [subprocess.Popen(command, cwd=Path(__file__).parents[2]) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    with database.begin(EDIT) as work:
        assert work.get(Objective, objective.id).number == 51


def test_a_store_held_by_another_edit_is_told_to_be_in_use(place: Place) -> None:
    first, second = Database(place), Database(place, patience=0.05)
    with first.begin(EDIT) as work:
        work.add(HOST)
        with pytest.raises(StoreUnavailable) as refused, second.begin(EDIT):
            pass
        assert refused.value.code == "store.locked"
        second.close()
    first.close()
