"""A delegation saved as a template makes new ones, in this store or in another."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, DelegationState
from planner.domain.dossier import Dossier
from planner.domain.errors import Refused
from planner.domain.organisation import Organisation
from planner.domain.stop import StopStatus
from planner.exchange.bundle import read_archive, write_bundle
from planner.queries.dossiers import dossier
from planner.store.database import Database
from planner.usecases.copying import plan_from_template, template
from tests.builders import delegation, member, objective, organisation, person, stop

HOST, LIN = organisation("稀土研究院"), person("林研究員")
TRIP = delegation(state=DelegationState.REPORTING, system_number="C10412345")
EDIT = EditName("template")


@pytest.fixture
def saved(database: Database, keep: Callable[..., None]) -> bytes:
    aim = objective(1, "瞭解產業")
    keep(
        TRIP,
        HOST,
        LIN,
        aim,
        member(LIN),
        stop("拜會", "2015-08-18", host_id=HOST.id, objective_ids=(aim.id,), seen="展示廳"),
        stop("取消", "2015-08-18", status=StopStatus.DROPPED),
    )
    with database.read() as session:
        held = dossier(session, TRIP.id)
    return write_bundle(template(held), database.files.read)


def planned(database: Database, content: bytes) -> Dossier:
    with database.begin(EDIT) as work:
        made = plan_from_template(
            work,
            read_archive(content, "x").records,
            {"title": "新訪團", "starts_on": "106/8/14"},
        )
    with database.read() as session:
        return dossier(session, made.id)


def test_a_template_gives_a_draft_on_other_days(database, saved):
    made = planned(database, saved)
    assert made.delegation.state is DelegationState.DRAFT
    assert (made.delegation.starts_on, made.delegation.ends_on) == (
        date(2017, 8, 14),
        date(2017, 8, 16),
    )
    assert made.delegation.system_number == ""
    (visit,) = made.stops
    assert (visit.starts.day, visit.seen, visit.host_id) == (date(2017, 8, 15), "", HOST.id)
    assert visit.objective_ids == (made.objectives[0].id,)
    assert visit.id != stop("拜會").id


def test_hosts_that_are_here_stay_as_they_are(database, saved):
    with database.begin(EDIT) as work:
        work.replace(HOST.with_(city="包頭市"))
    planned(database, saved)
    with database.begin(EDIT) as work:
        assert work.get(Organisation, HOST.id).city == "包頭市"
        assert len(work.where(Delegation)) == 2


def test_another_store_gets_the_hosts_along(saved, empty_store: Path, tmp_path: Path):
    other = tmp_path / "other.sqlite"
    other.write_bytes(empty_store.read_bytes())
    database = Database(other, who="")
    made = planned(database, saved)
    assert [body.name for body in made.organisations] == ["稀土研究院"]
    assert [each.name for each in made.people] == ["林研究員"]
    database.close()


def test_a_file_without_a_delegation_is_no_template(database):
    with pytest.raises(Refused), database.begin(EDIT) as work:
        plan_from_template(work, (HOST,), {"title": "新訪團", "starts_on": date(2017, 8, 14)})
