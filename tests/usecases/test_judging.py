"""Notices stand with a reason, and earlier matters are taken up or left; both can be taken back."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import InvalidInput
from planner.queries.dossiers import dossier
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.judging import accept_notice, choose_matter, withdraw_acceptance
from tests.builders import delegation, key

EDIT = EditName("judge")
TRIP = delegation()
TODAY = date(2015, 8, 1)
EARLIER = key("earlier recommendation")


@pytest.fixture
def judged(database: Database, keep: Callable[..., None]) -> Callable[..., None]:
    keep(TRIP)

    def _judged(use_case: Callable[[UnitOfWork], object]) -> None:
        with database.begin(EDIT) as work:
            use_case(work)

    return _judged


def accepted(database: Database) -> dict[str, str]:
    with database.read() as session:
        return dict(dossier(session, TRIP.id).accepted)


def choices(database: Database) -> dict[UUID, bool]:
    with database.read() as session:
        held = dossier(session, TRIP.id).matter_choices
    return {each.recommendation: each.is_taken_up for each in held}


def test_a_notice_accepted_again_keeps_the_newer_reason_only(database, judged):
    judged(lambda work: accept_notice(work, TRIP.id, "text.tai 1", reason="引文", on=TODAY))
    judged(lambda work: accept_notice(work, TRIP.id, "text.tai 1", reason="原名", on=TODAY))
    assert accepted(database) == {"text.tai 1": "原名"}


def test_nothing_is_accepted_without_a_reason(database, judged):
    with pytest.raises(InvalidInput):
        judged(lambda work: accept_notice(work, TRIP.id, "text.tai 1", reason=" ", on=TODAY))
    assert accepted(database) == {}


def test_an_acceptance_can_be_taken_back(database, judged):
    judged(lambda work: accept_notice(work, TRIP.id, "text.tai 1", reason="引文", on=TODAY))
    judged(lambda work: accept_notice(work, TRIP.id, "text.tai 2", reason="引文", on=TODAY))
    judged(lambda work: withdraw_acceptance(work, TRIP.id, "text.tai 1"))
    assert accepted(database) == {"text.tai 2": "引文"}


@pytest.mark.parametrize("first", [True, False])
def test_the_last_choice_on_an_earlier_matter_holds(database, judged, first):
    for choice in (first, not first):
        judged(
            lambda work, c=choice: choose_matter(work, TRIP.id, EARLIER, is_taken_up=c, on=TODAY)
        )
    assert choices(database) == {EARLIER: not first}


def test_a_choice_can_be_left_open_again(database, judged):
    judged(lambda work: choose_matter(work, TRIP.id, EARLIER, is_taken_up=False, on=TODAY))
    judged(lambda work: choose_matter(work, TRIP.id, EARLIER, is_taken_up=None, on=TODAY))
    assert choices(database) == {}
