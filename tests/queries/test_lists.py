"""What lists show: delegations, choices, single records, the results of a search, history."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, DelegationState
from planner.domain.errors import NotFound
from planner.domain.organisation import Organisation
from planner.domain.outcome import Recommendation
from planner.domain.stop import Stop
from planner.queries.choices import choices
from planner.queries.day_plan import day_plan
from planner.queries.delegation_list import delegation_lines
from planner.queries.history import record_history, undo_stack
from planner.queries.records import record
from planner.queries.search_results import search_lines
from planner.store.database import Database
from planner.usecases.delegations import change_delegation


@pytest.fixture
def visited(database: Database, osaka: Delegation, keep: Callable[..., None]) -> Stop:
    host = Organisation(name="大阪大學", aliases=("阪大",))
    osaka = osaka.with_(lead_body_id=host.id, cities=("大阪市",))
    stop = Stop.checked(
        {
            "delegation_id": osaka.id,
            "stop_kind": "visit",
            "starts": "2026-12-07",
            "host_id": host.id,
            "seen": "參觀超導實驗室",
        }
    )
    keep(host, osaka, stop, Recommendation(delegation_id=osaka.id, number=1, title="續辦"))
    return stop


def test_a_line_counts_hosts_and_recommendations(database: Database, visited: Stop) -> None:
    with database.read() as session:
        (line,) = delegation_lines(session)
    assert (line.title, line.lead_body, line.cities) == ("大阪會議", "大阪大學", ("大阪市",))
    assert (line.host_count, line.recommendation_count) == (1, 1)
    assert line.state is DelegationState.DRAFT


def test_the_list_narrows_by_what_is_written_anywhere_in_a_delegation(
    database: Database, visited: Stop, keep: Callable[..., None]
) -> None:
    keep(Delegation.checked({"title": "京都", "starts_on": "2027-01-01", "ends_on": "2027-01-02"}))
    with database.read() as session:

        def titles(containing: str) -> list[str]:
            return [line.title for line in delegation_lines(session, containing)]

        assert titles("") == titles(" ") == ["京都", "大阪會議"]
        assert titles("超導") == titles("续办") == ["大阪會議"]
        assert titles("火星") == titles("，") == []


def test_every_day_of_the_period_is_shown_and_days_outside_are_marked(
    database: Database, visited: Stop, keep: Callable[..., None]
) -> None:
    outside = visited.with_(id=uuid4(), starts="2026-12-20")
    keep(outside)
    with database.read() as session:
        plan = day_plan(session, visited.delegation_id)
    assert [day.day.day for day in plan.days] == [7, 8, 9, 10, 11, 20]
    assert [day.is_outside for day in plan.days] == [False] * 5 + [True]
    assert plan.days[0].stops[0].host == "大阪大學"
    with pytest.raises(NotFound), database.read() as session:
        day_plan(session, uuid4())


def test_choices_are_found_by_any_of_their_names(database: Database, visited: Stop) -> None:
    with database.read() as session:
        assert [choice.name for choice in choices(session, Organisation)] == ["大阪大學"]
        assert [choice.name for choice in choices(session, Organisation, "阪大")] == ["大阪大學"]
        assert choices(session, Organisation, "京大") == []


def test_a_stop_is_found_and_called_by_its_host(database: Database, visited: Stop) -> None:
    with database.read() as session:
        (line,) = search_lines(session, "超導")
        assert search_lines(session, "") == []
    assert (line.kind, line.title, line.delegation) == ("stop", "大阪大學", "大阪會議")


def test_one_record_is_read_or_told_missing(database: Database, visited: Stop) -> None:
    with database.read() as session:
        assert record(session, Stop, visited.id) == visited
        with pytest.raises(NotFound):
            record(session, Stop, uuid4())


def test_history_tells_who_changed_what_when(
    database: Database, osaka: Delegation, keep: Callable[..., None]
) -> None:
    keep(osaka)
    with database.begin(EditName("change", {"kind": "x"})) as work:
        change_delegation(work, osaka.id, title="東京", ends_on=date(2026, 12, 12))
    with database.read() as session:
        latest, first = record_history(session, Delegation.kind, osaka.id)
        assert [edit.name.code for edit in undo_stack(session).done] == ["add", "change"]
    assert (latest.edit.who, latest.change.fields) == ("lin", ("title", "ends_on"))
    assert first.change.before is None
