"""Removing takes parts along, lets others forget, and refuses what is still needed."""

from collections.abc import Callable

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.entity import Entity
from planner.domain.errors import InvalidInput, NotFound, Refused
from planner.domain.organisation import Organisation
from planner.domain.outcome import Decision, Finding, Recommendation
from planner.domain.person import Person, Post
from planner.domain.stop import Stop
from planner.store.database import Database
from planner.usecases.delegations import change_delegation, plan_delegation, remove_delegations
from planner.usecases.records import remove_records


def held(database: Database, entity: type[Entity]) -> list[Entity]:
    with database.begin(EditName("look")) as work:
        return list(work.where(entity))


def test_a_removed_delegation_takes_along_what_is_under_it_and_leaves_people(
    database: Database, osaka: Delegation, keep: Callable[..., None]
) -> None:
    host, person = Organisation(name="大阪大學"), Person(name="田中")
    stop = Stop.checked(
        {
            "delegation_id": osaka.id,
            "stop_kind": "visit",
            "starts": "2026-12-07",
            "host_id": host.id,
            "people_met_ids": [person.id],
        }
    )
    advice = Recommendation(delegation_id=osaka.id, number=1, title="續辦")
    decision = Decision.checked(
        {"recommendation_id": advice.id, "decided_on": "2027-01-04", "verdict": "adopted"}
    )
    keep(host, person, osaka, stop, advice, decision)
    with database.begin(EditName("remove")) as work:
        remove_delegations(work, [osaka.id])
    for entity in (Delegation, Stop, Recommendation, Decision):
        assert held(database, entity) == []
    assert held(database, Organisation) == [host]
    assert held(database, Person) == [person]
    database.undo(2)
    assert held(database, Decision) == [decision]


def test_what_spoke_of_a_removed_stop_forgets_it(
    database: Database, osaka: Delegation, keep: Callable[..., None]
) -> None:
    stop = Stop.checked({"delegation_id": osaka.id, "stop_kind": "visit", "starts": "2026-12-07"})
    finding = Finding(delegation_id=osaka.id, title="所見", stop_id=stop.id)
    keep(osaka, stop, finding)
    with database.begin(EditName("remove")) as work:
        remove_records(work, Stop, [stop.id])
    assert held(database, Finding) == [finding.with_(stop_id=None)]


def test_a_host_that_was_visited_is_not_removed(
    database: Database, osaka: Delegation, keep: Callable[..., None]
) -> None:
    host = Organisation(name="大阪大學")
    stop = Stop.checked(
        {
            "delegation_id": osaka.id,
            "stop_kind": "visit",
            "starts": "2026-12-07",
            "host_id": host.id,
        }
    )
    keep(host, osaka, stop)
    with pytest.raises(Refused) as refusal, database.begin(EditName("remove")) as work:
        remove_records(work, Organisation, [host.id])
    assert refusal.value.context["name"] == "大阪大學"
    assert held(database, Organisation) == [host]


def test_a_person_goes_with_the_posts_held(database: Database, keep: Callable[..., None]) -> None:
    person = Person(name="田中")
    keep(person, Post(person_id=person.id, title="教授"))
    with database.begin(EditName("remove")) as work:
        remove_records(work, Person, [person.id])
    assert held(database, Post) == []


def test_a_refused_edit_leaves_nothing_behind(
    database: Database, osaka: Delegation, keep: Callable[..., None]
) -> None:
    keep(osaka)
    with pytest.raises(InvalidInput), database.begin(EditName("change")) as work:
        change_delegation(work, osaka.id, title="東京")
        change_delegation(work, osaka.id, title="")
    assert held(database, Delegation) == [osaka]


def test_a_delegation_that_ends_before_it_starts_is_refused(database: Database) -> None:
    values = {"title": "東京", "starts_on": "115/12/8", "ends_on": "115/12/7"}
    with pytest.raises(InvalidInput) as refusal, database.begin(EditName("plan")) as work:
        plan_delegation(work, values)
    assert [problem.code for problem in refusal.value.problems] == ["delegation.ends_before_start"]


def test_what_is_gone_cannot_be_changed(database: Database, osaka: Delegation) -> None:
    with pytest.raises(NotFound), database.begin(EditName("change")) as work:
        change_delegation(work, osaka.id, title="東京")
