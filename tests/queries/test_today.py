"""What is owed over all delegations: by which day, how urgent, told once, cancelled ones not."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from planner.domain.agreement import Agreement, AgreementKind
from planner.domain.delegation import Delegation, DelegationState
from planner.domain.follow_up import FollowUp, FollowUpState, Progress
from planner.domain.gift import Gift, GiftDirection
from planner.domain.outcome import Verdict
from planner.domain.stop import StopStatus
from planner.papers.profiles import shipped_profiles
from planner.queries.today import Agenda, agenda
from planner.rules.calendars import WorkCalendar
from planner.rules.deadlines import Urgency
from planner.store.database import Database
from tests import builders as b

Keep = Callable[..., None]
TODAY = date(2015, 10, 26)
PROFILES = shipped_profiles()


@pytest.fixture
def read(database: Database) -> Callable[..., Agenda]:
    def _read(today: date = TODAY, **more: Any) -> Agenda:
        with database.read() as session:
            return agenda(session, today, PROFILES, WorkCalendar(), **more)

    return _read


def trip(name: str = "delegation", **values: Any) -> Delegation:
    given = {"state": DelegationState.REPORTING, "ends_on": date(2015, 8, 22), "title": name}
    return b.delegation(name, **{**given, **values})


def blank(name: str = "delegation", **values: Any) -> Delegation:
    """One whose profile has no clocks."""
    return trip(name, profile="blank", **values)


def task(text: str, **values: Any) -> FollowUp:
    given = {"opened_on": date(2015, 9, 1), "owner_name": "科技部"}
    return b.follow_up(text, **{**given, **values})


def texts(told: Agenda, urgency: Urgency) -> list[str]:
    return [item.clock.key if item.clock else item.text for item in told.group(urgency).items]


def test_an_empty_store_owes_nothing(read):
    told = read()
    assert all(group.count == 0 and group.items == () for group in told.groups)
    assert told.report is None
    assert told.departure is None


def test_follow_ups_fall_by_their_due_day(read, keep: Keep):
    keep(
        blank(),
        task("late", due_on=date(2015, 10, 16)),
        task("today", due_on=TODAY),
        task("soon", due_on=date(2015, 11, 1)),
        task("later", due_on=date(2015, 11, 2)),
        task("no day"),
    )
    told = read()
    assert texts(told, Urgency.LATE) == ["late"]
    assert texts(told, Urgency.TODAY) == ["today"]
    assert texts(told, Urgency.THIS_WEEK) == ["soon"]
    assert told.group(Urgency.LATE).items[0].days == 10


@pytest.mark.parametrize(
    ("told_on", "months", "urgency"),
    [
        (date(2015, 9, 25), 1, Urgency.LATE),
        (date(2015, 9, 26), 1, Urgency.TODAY),
        (date(2015, 8, 31), 2, Urgency.THIS_WEEK),
        (date(2015, 9, 1), 2, Urgency.THIS_WEEK),
        (date(2015, 9, 2), 2, None),
    ],
)
def test_a_review_is_owed_so_many_months_after_the_last_word(
    read, keep: Keep, told_on: date, months: int, urgency: Urgency | None
):
    reviewed = task("檢討", review_every_months=months, opened_on=date(2015, 6, 1))
    keep(
        blank(),
        reviewed,
        Progress(follow_up_id=reviewed.id, on=date(2015, 6, 9), text="起步"),
        Progress(follow_up_id=reviewed.id, on=told_on, text="辦理中"),
    )
    told = read()
    falls = {item.urgency: item for group in told.groups for item in group.items}
    assert set(falls) == ({urgency} if urgency else set())
    assert all(item.is_review for item in falls.values())


def test_the_next_review_comes_after_the_next_word(read, keep: Keep):
    reviewed = task("檢討", review_every_months=1, opened_on=date(2015, 9, 20))
    keep(blank(), reviewed)
    assert texts(read(), Urgency.LATE) == ["檢討"]
    keep(Progress(follow_up_id=reviewed.id, on=date(2015, 10, 25), text="辦理中"))
    assert texts(read(), Urgency.LATE) == []
    assert texts(read(date(2015, 11, 25)), Urgency.TODAY) == ["檢討"]


def test_a_due_day_before_the_review_is_no_review(read, keep: Keep):
    keep(blank(), task("繳交", review_every_months=2, due_on=TODAY))
    (item,) = read().group(Urgency.TODAY).items
    assert (item.on, item.is_review) == (TODAY, False)


def test_what_waits_counts_from_the_last_word(read, keep: Keep):
    waiting = task("來臺時程", state=FollowUpState.WAITING, due_on=date(2015, 10, 30))
    keep(
        blank(),
        waiting,
        Progress(follow_up_id=waiting.id, on=date(2015, 9, 14), text="已去函"),
    )
    (item,) = read().group(Urgency.WAITING).items
    assert (item.on, item.days) == (date(2015, 9, 14), 42)


def test_what_waits_is_late_once_its_day_is_over(read, keep: Keep):
    keep(blank(), task("x", state=FollowUpState.WAITING, due_on=date(2015, 10, 25)))
    assert texts(read(), Urgency.LATE) == ["x"]
    assert texts(read(), Urgency.WAITING) == []


def test_open_for_six_months_is_late_without_a_due_day(read, keep: Keep):
    keep(blank(), task("x", opened_on=date(2015, 4, 26)), task("y", opened_on=date(2015, 4, 27)))
    (item,) = read().group(Urgency.LATE).items
    assert (item.text, item.on, item.days) == ("x", TODAY, 0)


@pytest.mark.parametrize(
    ("opened", "today", "is_late"),
    [
        (date(2015, 8, 31), date(2016, 2, 28), False),
        (date(2015, 8, 31), date(2016, 2, 29), True),
        (date(2015, 8, 29), date(2016, 2, 29), True),
        (date(2015, 8, 30), date(2016, 2, 29), True),
    ],
)
def test_six_months_end_with_a_short_month(read, keep: Keep, opened, today, is_late):
    keep(blank(), task("x", opened_on=opened))
    assert (texts(read(today), Urgency.LATE) == ["x"]) is is_late


def test_closed_follow_ups_and_cancelled_delegations_owe_nothing(read, keep: Keep):
    done = {"state": FollowUpState.CLOSED, "done": "辦畢", "closed_on": TODAY}
    off = trip("off", state=DelegationState.CANCELLED)
    late = {"due_on": date(2015, 10, 1)}
    keep(
        blank(),
        task("closed", **done, **late),
        off,
        task("off", delegation_id=off.id, **late),
        b.work_share("share", delegation_id=off.id, **late),
    )
    assert all(group.count == 0 for group in read().groups)


def test_more_than_fit_are_counted(read, keep: Keep):
    keep(blank(), *(task(f"{day:02}", due_on=date(2015, 10, day)) for day in range(1, 11)))
    group = read(most=3).group(Urgency.LATE)
    assert [item.text for item in group.items] == ["01", "02", "03"]
    assert group.count == 10


def test_shares_of_work_and_agreements_are_owed_too(read, keep: Keep):
    body = b.organisation("科技部")
    signed = {"agreement_kind": AgreementKind.EXCHANGE, "expires_on": date(2016, 1, 26)}
    keep(
        blank(),
        body,
        b.work_share("研究機構", body_id=body.id, due_on=date(2015, 10, 28)),
        b.work_share("done", due_on=date(2015, 10, 28), done_on=TODAY),
        Agreement(title="交流協議", notice_days=90, **signed),
        Agreement(title="later", notice_days=10, **signed),
    )
    items = read().group(Urgency.THIS_WEEK).items
    assert [(item.kind, item.text, item.owner) for item in items] == [
        ("agreement", "交流協議", ""),
        ("work_share", "研究機構", "科技部"),
    ]


# Clocks


def test_clocks_of_the_profile_fall_due(read, keep: Keep):
    keep(trip(countries=("CN",)))
    told = read()
    assert texts(told, Urgency.LATE) == ["mainland_return_notice", "expense_claim"]
    assert told.group(Urgency.LATE).items[1].days == 20


def test_before_departure_counts_only_until_one_leaves(read, keep: Keep):
    keep(trip(starts_on=date(2015, 11, 2), ends_on=date(2015, 11, 6), countries=("CN",)))
    assert "mainland_application" in texts(read(), Urgency.LATE)
    assert texts(read(date(2015, 11, 2)), Urgency.LATE) == []


@pytest.mark.parametrize("reported_on", [None, date(2015, 8, 24)])
def test_gifts_that_were_not_reported_are_owed(read, keep: Keep, reported_on):
    given = {"direction": GiftDirection.RECEIVED, "item": "銀碗", "reported_on": reported_on}
    keep(trip(), Gift(delegation_id=b.key("delegation"), **given))
    assert ("gift_reported" in texts(read(), Urgency.LATE)) is (reported_on is None)


def test_hosts_count_as_told_once_none_is_only_an_idea(read, keep: Keep):
    host = b.organisation("包頭稀土研究院")
    away = trip(starts_on=date(2015, 10, 30), ends_on=date(2015, 11, 6))
    visit = b.stop("參訪", "2015-10-30", host_id=host.id, status=StopStatus.ASKED)
    keep(away, host, visit)
    assert "hosts_notified" not in texts(read(), Urgency.LATE)
    keep(b.stop("座談", "2015-10-31", host_id=host.id, status=StopStatus.IDEA))
    assert "hosts_notified" in texts(read(), Urgency.LATE)


def test_a_clock_is_ticked_off_by_a_closed_follow_up_that_names_it(read, keep: Keep):
    done = {"state": FollowUpState.CLOSED, "done": "已報支", "closed_on": TODAY}
    keep(trip(), task("旅費報支", **done))
    assert texts(read(), Urgency.LATE) == ["expense_claim"]
    keep(task("依限辦理", clock="expense_claim", **done))
    assert texts(read(), Urgency.LATE) == []


def test_once_filed_only_reviews_are_owed(read, keep: Keep):
    filed = trip(state=DelegationState.FILED, reported_on=date(2015, 4, 1))
    advice = b.recommendation(1, "交流")
    keep(filed, advice)
    assert texts(read(), Urgency.LATE) == ["recommendations_reviewed"]
    keep(b.decision(advice, Verdict.UNDER_STUDY, decided_on=date(2015, 9, 1)))
    assert texts(read(), Urgency.LATE) == []
    assert texts(read(date(2016, 4, 2)), Urgency.LATE) == ["recommendations_reviewed"]


def test_what_is_settled_needs_no_review(read, keep: Keep):
    advice = b.recommendation(1, "交流")
    done = {"state": FollowUpState.CLOSED, "done": "辦畢", "closed_on": date(2015, 5, 1)}
    keep(
        trip(state=DelegationState.FILED, reported_on=date(2015, 4, 1)),
        advice,
        task("x", recommendation_id=advice.id, **done),
    )
    assert texts(read(), Urgency.LATE) == []


# Cards


def test_the_report_of_the_delegation_in_hand_comes_first(read, keep: Keep):
    early, late = trip("early"), trip("late", ends_on=date(2015, 9, 30))
    keep(early, late)
    assert read().report.title == "early"
    told = read(in_hand=late.id).report
    assert (told.title, told.due_on) == ("late", date(2015, 12, 30))
    assert [each.clock.key for each in told.clocks] == [
        "gift_reported",
        "expense_claim",
        "report_filed",
    ]


def test_the_next_departure_tells_what_it_lacks(read, keep: Keep):
    away = {"state": DelegationState.DRAFT, "ends_on": date(2016, 3, 19)}
    soon = trip("soon", starts_on=date(2016, 3, 14), **away)
    keep(soon, trip("far", starts_on=date(2016, 3, 15), **away), trip("gone"))
    told = read().departure
    assert (told.title, told.day_count, told.lacks) == ("soon", 6, ("hosts", "members"))
    who, host = b.person("曹申"), b.organisation("福州大學")
    visit = b.stop("參訪", "2016-03-14", delegation_id=soon.id, host_id=host.id)
    keep(who, host, b.member(who, delegation_id=soon.id), visit)
    assert read().departure.lacks == ()


def test_the_store_is_not_asked_once_a_row(read, keep: Keep, database: Database):
    def asked(count: int) -> int:
        keep(
            *(trip(f"{count} {n}") for n in range(count)),
            *(task(f"{count} {n}", delegation_id=b.key(f"{count} {n}"),
                   due_on=date(2015, 10, 1)) for n in range(count)),
        )  # fmt: skip
        questions: list[str] = []

        def note(_conn, _cursor, statement, *_rest):
            questions.append(statement)

        with database.read() as session:
            engine = session.get_bind()
            event.listen(engine, "before_cursor_execute", note)
            agenda(session, TODAY, PROFILES, WorkCalendar())
            event.remove(engine, "before_cursor_execute", note)
        return len(questions)

    assert asked(2) == asked(20)
