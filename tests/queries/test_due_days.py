"""Days on which something is due, from today on: clocks, rounds of review, tasks, agreements."""

from collections.abc import Callable
from datetime import date

import pytest

from planner.domain.agreement import Agreement, AgreementKind
from planner.domain.delegation import DelegationState
from planner.domain.follow_up import FollowUpState, Progress
from planner.domain.outcome import Verdict
from planner.papers.profiles import shipped_profiles
from planner.queries.due_days import DueDay, DueKind, due_days
from planner.rules.calendars import WorkCalendar
from planner.store.database import Database
from tests import builders as b

TODAY = date(2015, 10, 26)
FILED = b.delegation(state=DelegationState.FILED, reported_on=date(2015, 4, 1))
ADVICE = b.recommendation(1, "交流")


@pytest.fixture
def read(database: Database) -> Callable[..., list[DueDay]]:
    def _read(today: date = TODAY) -> list[DueDay]:
        with database.read() as session:
            return due_days(session, today, shipped_profiles(), WorkCalendar())

    return _read


def rounds(days: list[DueDay]) -> list[date]:
    return [due.on for due in days if due.clock and due.clock.repeats]


def test_the_half_yearly_rounds_of_the_coming_year_are_told(read, keep):
    keep(FILED, ADVICE)
    assert rounds(read()) == [date(2016, 4, 1), date(2016, 10, 1)]


def test_a_round_that_was_held_already_is_not_told_again(read, keep):
    keep(FILED, ADVICE)
    assert rounds(read(date(2016, 3, 28)))[0] == date(2016, 4, 1)
    keep(b.decision(ADVICE, Verdict.UNDER_STUDY, decided_on=date(2016, 3, 20)))
    assert rounds(read(date(2016, 3, 28)))[0] == date(2016, 10, 1)


def test_once_everything_is_settled_no_round_is_held(read, keep):
    done = {"state": FollowUpState.CLOSED, "done": "辦畢", "closed_on": date(2015, 5, 1)}
    keep(FILED, ADVICE, b.follow_up("x", recommendation_id=ADVICE.id, **done))
    assert rounds(read()) == []


def test_the_same_round_keeps_its_key(read, keep):
    keep(FILED, ADVICE)
    assert read()[0].key == read(date(2015, 12, 1))[0].key


def test_a_follow_up_is_told_on_its_day_and_at_its_reviews(read, keep):
    opened = {"opened_on": date(2015, 9, 1), "review_every_months": 3}
    task = b.follow_up("研擬要點", due_on=date(2016, 3, 1), **opened)
    keep(b.delegation(profile="blank"), task)
    assert [(due.on, due.kind) for due in read()] == [
        (date(2015, 12, 1), DueKind.REVIEW),
        (date(2016, 3, 1), DueKind.TASK),
    ]
    keep(Progress(follow_up_id=task.id, on=date(2015, 10, 20), text="已擬"))
    assert read()[0].on == date(2016, 1, 20)


def test_an_agreement_is_told_on_the_last_day_of_notice(read, keep):
    signed = {"agreement_kind": AgreementKind.MEMORANDUM, "expires_on": date(2016, 8, 1)}
    keep(Agreement(title="備忘錄", notice_days=60, **signed), Agreement(title="意向書", **signed))
    assert [(due.on, due.text, due.kind) for due in read()] == [
        (date(2016, 6, 2), "備忘錄", DueKind.AGREEMENT),
        (date(2016, 8, 1), "意向書", DueKind.AGREEMENT),
    ]
