"""Two years lived in a store: three delegations to one host, their advice decided and followed."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, DelegationState
from planner.domain.dossier import Dossier
from planner.domain.follow_up import FollowUpState
from planner.domain.organisation import Organisation
from planner.domain.outcome import Recommendation, Verdict
from planner.papers.profiles import shipped_profiles
from planner.papers.registry import template_named
from planner.papers.template import Commission
from planner.queries.dossiers import dossier
from planner.queries.earlier import earlier_dossiers
from planner.queries.review_round import review_due, review_items
from planner.queries.today import agenda
from planner.rules.calendars import WorkCalendar
from planner.rules.deadlines import Urgency
from planner.rules.follow_through import matters_taken_up
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.copying import copy_delegation
from planner.usecases.delegations import change_delegation, plan_delegation
from planner.usecases.follow_ups import close_follow_up, note_progress, open_follow_up
from planner.usecases.judging import choose_matter
from planner.usecases.naming import Named
from planner.usecases.objectives import add_finding
from planner.usecases.outcomes import add_recommendation
from planner.usecases.records import add_record
from planner.usecases.reviews import decide, tell_state
from planner.usecases.stops import add_stop
from planner.words import Words
from tests.papers.trees import table

T = TypeVar("T")
PROFILES, CALENDAR = shipped_profiles(), WorkCalendar()


class Office:
    """What one does in the window, day by day; each act is an edit of its own."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def act(self, use_case: Callable[[UnitOfWork], T]) -> T:
        with self.database.begin(EditName("act")) as work:
            return use_case(work)

    def advise(self, trip: UUID, title: str, visit: UUID, to: str) -> Recommendation:
        def use_case(work: UnitOfWork) -> Recommendation:
            of = {"delegation_id": trip}
            saw = add_finding(work, {"title": f"所見：{title}", "stop_id": visit, **of})
            named = {"finding_ids": (saw.id,), "addressee_id": Named(to), **of}
            return add_recommendation(work, {"title": title, **named})

        return self.act(use_case)

    def task(self, trip: UUID, text: str, of: Recommendation, today: date, **more: Any) -> UUID:
        values = {"delegation_id": trip, "text": text, "recommendation_id": of.id, **more}
        return self.act(lambda work: open_follow_up(work, values, today)).id

    def file(self, trip: UUID, on: date) -> None:
        state = {"state": DelegationState.FILED, "reported_on": on}
        self.act(lambda work: change_delegation(work, trip, **state))

    def owed(self, today: date) -> set[str]:
        with self.database.read() as session:
            groups = agenda(session, today, PROFILES, CALENDAR).groups
        late = next(group for group in groups if group.urgency is Urgency.LATE)
        return {item.clock.key if item.clock else item.text for item in late.items}


def test_the_third_report_tells_what_became_of_all_that_was_advised(database: Database) -> None:
    office = Office(database)
    host = office.act(lambda work: add_record(work, Organisation, {"name": "稀土研究院"}))
    first = office.act(lambda work: plan_delegation(work, journey("稀土產業參訪", 2015)))
    visit = office.act(lambda work: add_stop(work, a_visit(first, host, "2015-08-18")))
    exchange = office.advise(first.id, "研究人員雙向交流", visit.id, "經濟部")
    teams = office.advise(first.id, "整合國內團隊", visit.id, "國科會")
    office.file(first.id, date(2015, 10, 1))

    rules = office.task(first.id, "研擬互訪要點", exchange, date(2015, 10, 5), owner_name="國際處")
    listing = office.task(first.id, "盤點團隊", teams, date(2015, 10, 5), owner_name="材化所")
    office.act(lambda work: decide(work, exchange.id, date(2015, 12, 1), Verdict.UNDER_STUDY))
    office.act(lambda work: note_progress(work, rules, date(2016, 1, 5), "完成初稿"))
    office.act(lambda work: close_follow_up(work, listing, done="已造冊", on=date(2016, 3, 1)))

    # the half-yearly round: due on April 1, late a day after, held by telling of each open item
    assert due(database, first, date(2016, 4, 2)) == date(2016, 4, 1)
    assert "recommendations_reviewed" not in office.owed(date(2016, 4, 2)), "moved in January"
    assert "recommendations_reviewed" in office.owed(date(2016, 10, 2))
    asked = {item.text for item in review(database, first, date(2016, 10, 2))}
    assert asked == {"研究人員雙向交流", "整合國內團隊", "研擬互訪要點"}
    on = date(2016, 9, 28)
    office.act(lambda work: decide(work, exchange.id, on, Verdict.ADOPTED, decided_by="部長"))
    office.act(lambda work: decide(work, teams.id, on, Verdict.PARTLY_ADOPTED, "經費所限"))
    office.act(lambda work: tell_state(work, rules, on, FollowUpState.IN_PROGRESS, "送請會簽"))
    assert "recommendations_reviewed" not in office.owed(date(2016, 10, 2))

    second = office.act(
        lambda work: copy_delegation(work, first.id, "稀土研究院回訪", date(2016, 8, 15))
    )
    again = office.act(lambda work: add_stop(work, a_visit(second, host, "2016-08-16")))
    joint = office.advise(second.id, "共同申請計畫", again.id, "經濟部")
    office.file(second.id, date(2016, 10, 1))
    office.act(
        lambda work: decide(work, joint.id, date(2017, 2, 1), Verdict.NOT_ADOPTED, "無對應經費")
    )

    third = office.act(lambda work: plan_delegation(work, journey("稀土研究院三訪", 2017)))
    office.act(lambda work: add_stop(work, a_visit(third, host, "2017-08-15")))
    today = date(2017, 9, 1)
    office.act(lambda work: choose_matter(work, third.id, teams.id, is_taken_up=False, on=today))
    with database.read() as session:
        now = dossier(session, third.id)
        earlier = earlier_dossiers(session, now)
    matters = matters_taken_up(now, earlier, today)
    assert [each.row.recommendation.title for each in matters] == [
        "研究人員雙向交流",
        "共同申請計畫",
    ]
    head, *rows = adoption_table(now, earlier)
    assert head[0] == "建議"
    assert rows == [
        ["稀土產業參訪（104年8月14日至19日）"],
        [
            "1. 研究人員雙向交流",
            "採行",
            "研擬互訪要點 105年1月5日：完成初稿 105年9月28日：送請會簽",
            "辦理中",
            "105年9月28日",
        ],
        ["稀土研究院回訪（105年8月15日至20日）"],
        ["1. 共同申請計畫", "未採行 無對應經費", "", "", "106年2月1日"],
    ]


def journey(title: str, year: int) -> dict[str, Any]:
    return {"title": title, "starts_on": date(year, 8, 14), "ends_on": date(year, 8, 19)}


def a_visit(trip: Delegation, host: Organisation, day: str) -> dict[str, Any]:
    of = {"delegation_id": trip.id, "host_id": host.id}
    return {"stop_kind": "visit", "starts": {"day": day}, "status": "held", **of}


def due(database: Database, trip: Delegation, today: date) -> date | None:
    with database.read() as session:
        return review_due(session, trip.id, PROFILES, CALENDAR, today)


def review(database: Database, trip: Delegation, today: date) -> Any:
    with database.read() as session:
        return review_items(session, trip.id, today)


def adoption_table(now: Dossier, earlier: tuple[Dossier, ...]) -> list[list[str]]:
    """What the visit report prints of earlier advice."""
    words, profile = Words("zh_TW"), PROFILES["tw_central"]
    commission = Commission(now, profile, words, str.encode, earlier=earlier)
    return table(template_named("visit-report").document(commission), "前次建議辦理情形")
