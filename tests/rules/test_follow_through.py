"""The thread, what is late, and two years of three delegations to the same hosts."""

from datetime import date

from planner.domain.dossier import Dossier
from planner.domain.follow_up import FollowUp, FollowUpState, Progress
from planner.domain.judgement import MatterChoice
from planner.domain.outcome import Verdict
from planner.rules.follow_through import (
    adoption_rows,
    earlier_matters,
    follow_up_notices,
    in_period,
    matters_taken_up,
    standings,
)
from planner.rules.months import half_years
from planner.rules.thread import Column, thread
from tests.builders import (
    decision,
    delegation,
    dossier,
    finding,
    follow_up,
    key,
    objective,
    organisation,
    promise,
    recommendation,
    stop,
)

TODAY = date(2015, 12, 10)
HOST, OTHER = organisation("包頭稀土研究院"), organisation("內蒙古農業大學")


def followed(**values: object) -> Dossier:
    return dossier(follow_ups=(follow_up("研擬互訪要點", **values),))


def rules(held: Dossier, today: date = TODAY) -> set[str]:
    return {notice.rule for notice in follow_up_notices(held, today)}


def test_late_is_after_the_due_day_not_on_it() -> None:
    assert rules(followed(due_on=TODAY, opened_on=date(2015, 9, 1))) == set()
    assert rules(followed(due_on=date(2015, 12, 9), opened_on=date(2015, 9, 1))) == {
        "follow_up.late"
    }


def test_six_months_open_turns_red_without_a_due_day() -> None:
    assert rules(followed(opened_on=date(2015, 6, 11))) == set()
    assert rules(followed(opened_on=date(2015, 6, 10))) == {"follow_up.open_too_long"}


def test_a_follow_up_without_a_day_opened_counts_from_the_end_of_the_journey() -> None:
    assert rules(followed(), date(2016, 2, 18)) == set()
    assert rules(followed(), date(2016, 2, 19)) == {"follow_up.open_too_long"}


def closed(**values: object) -> dict[str, object]:
    return {
        "state": FollowUpState.CLOSED,
        "done": "已函復",
        "closed_on": date(2015, 12, 1),
        "opened_on": date(2015, 1, 1),
        **values,
    }


def test_what_is_closed_is_never_late() -> None:
    held = followed(**closed(due_on=date(2015, 10, 1)))
    assert rules(held) == set()
    assert [each.is_red for each in standings(held, TODAY)] == [False]


def test_a_priority_item_closed_without_proof_is_told() -> None:
    held = followed(**closed(is_priority=True, confirmed_by="林"))
    assert rules(held) == {"follow_up.priority_without_proof"}


def test_closing_before_what_it_depends_on_is_told() -> None:
    first = follow_up("先辦", opened_on=date(2015, 12, 1))
    second = FollowUp(
        delegation_id=key("delegation"), text="後辦", depends_on_ids=(first.id,), **closed()
    )
    assert rules(dossier(follow_ups=(first, second))) == {"follow_up.closed_before_others"}


def test_waiting_is_counted_from_the_last_entry() -> None:
    waiting = follow_up("來臺時程", state="waiting", opened_on=date(2015, 9, 14))
    entry = Progress(follow_up_id=waiting.id, on=date(2015, 10, 29), text="已去函")
    (bare,) = standings(dossier(follow_ups=(waiting,)), TODAY)
    (told,) = standings(dossier(follow_ups=(waiting,), progress=(entry,)), TODAY)
    assert (bare.days_waiting, told.days_waiting) == (87, 42)


def test_a_review_is_due_after_its_rhythm_from_the_last_entry() -> None:
    held = followed(opened_on=date(2015, 9, 30), review_every_months=2)
    assert [each.review_on for each in standings(held, TODAY)] == [date(2015, 11, 30)]


# The thread


def test_the_thread_links_each_record_to_what_came_of_it_and_names_the_holes() -> None:
    aim, unserved = objective(1, "瞭解產業"), objective(2, "建構藍圖")
    visit = stop("研究院", objective_ids=(aim.id,), host_id=HOST.id)
    bare = stop("風力發電廠")
    saw = finding(1, "展示館", stop_id=visit.id)
    said = promise("願意來臺", stop_id=visit.id)
    advice = recommendation(1, "雙向交流", finding_ids=(saw.id,))
    loose = recommendation(2, "擴及江西")
    work = follow_up("研擬要點", recommendation_id=advice.id, owner_name="秘書處")
    orphan = follow_up("接軌國際", recommendation_id=advice.id)
    held = dossier(
        objectives=(aim, unserved),
        stops=(visit, bare, stop("搭機", stop_kind="flight")),
        findings=(saw,),
        promises=(said,),
        recommendations=(advice, loose),
        follow_ups=(work, orphan),
    )
    drawn = thread(held)
    assert [len(drawn.column(column)) for column in Column] == [2, 2, 2, 2, 2]
    assert {(link.start, link.end) for link in drawn.links} == {
        (aim.id, visit.id),
        (visit.id, saw.id),
        (visit.id, said.id),
        (saw.id, advice.id),
        (advice.id, work.id),
        (advice.id, orphan.id),
    }
    assert {(hole.rule.removeprefix("thread."), hole.beside.name) for hole in drawn.holes} == {
        ("objective_without_stop", "建構藍圖"),
        ("objective_without_finding", "建構藍圖"),
        ("stop_without_finding", "風力發電廠"),
        ("recommendation_without_grounds", "擴及江西"),
        ("recommendation_without_follow_up", "擴及江西"),
        ("promise_without_follow_up", "願意來臺"),
        ("follow_up_without_owner", "接軌國際"),
    }
    assert drawn.along(saw.id) == {aim.id, visit.id, saw.id, advice.id, work.id, orphan.id}
    assert said.id not in drawn.along(saw.id)


# Two years


def journey(number: int, host_id: object, title: str, **records: object) -> Dossier:
    """The first in 2015, then one each year."""
    trip = delegation(
        f"journey {number}",
        title=title,
        starts_on=date(2014 + number, 8, 17),
        ends_on=date(2014 + number, 8, 22),
    )
    visit = stop(f"參訪 {number}", f"{2014 + number}-08-18", host_id=host_id)
    return dossier(
        delegation=trip,
        organisations=(HOST, OTHER, organisation("經濟部")),
        stops=(visit,),
        **records,
    )


def first() -> Dossier:
    visit = key("stop 參訪 1")
    saw = finding(1, "中試線", stop_id=visit)
    advice = recommendation(
        1, "研究人員雙向交流", finding_ids=(saw.id,), addressee_id=key("經濟部")
    )
    other = recommendation(2, "整合國內團隊")
    work = follow_up("研擬互訪要點", recommendation_id=advice.id, owner_name="國際處")
    done = follow_up(
        "盤點團隊",
        recommendation_id=other.id,
        owner_name="材化所",
        **closed(closed_on=date(2016, 3, 1)),
    )
    entries = (
        (work.id, date(2016, 1, 5), "完成初稿"),
        (work.id, date(2016, 7, 1), "送請會簽"),
        (work.id, date(2017, 6, 1), "核定實施"),
    )
    return journey(
        1,
        HOST.id,
        "內蒙古稀土產業參訪",
        findings=(saw,),
        recommendations=(advice, other),
        decisions=(
            decision(advice, Verdict.UNDER_STUDY, decided_on=date(2015, 12, 1)),
            decision(advice, Verdict.ADOPTED, decided_on=date(2016, 6, 1)),
            decision(other, Verdict.PARTLY_ADOPTED, decided_on=date(2016, 1, 1)),
        ),
        follow_ups=(work, done),
        progress=tuple(Progress(follow_up_id=of, on=on, text=text) for of, on, text in entries),
    )


def test_the_third_report_s_table_tells_how_earlier_recommendations_stand() -> None:
    second = journey(
        2,
        HOST.id,
        "稀土研究院回訪",
        recommendations=(recommendation(1, "共同申請計畫"),),
    )
    elsewhere = journey(
        2, OTHER.id, "農業教育考察", recommendations=(recommendation(1, "交換學生"),)
    )
    third = journey(3, HOST.id, "稀土研究院三訪")
    matters = earlier_matters(third, (second, elsewhere, third, first()), date(2017, 8, 30))
    assert [each.row.recommendation.title for each in matters] == [
        "研究人員雙向交流",
        "整合國內團隊",
        "共同申請計畫",
    ]
    assert all(each.hosts == (HOST.id,) for each in matters)
    exchange, teams, joint = (each.row for each in matters)
    assert exchange.decision is not None
    assert exchange.decision.verdict is Verdict.ADOPTED
    assert (exchange.responsible, exchange.assisting) == (("經濟部",), ("國際處",))
    assert [entry.text for entry in exchange.progress] == ["完成初稿", "送請會簽", "核定實施"]
    assert not exchange.is_settled
    assert teams.is_settled
    assert (joint.decision, joint.follow_ups) == (None, ())


def test_the_table_shows_a_recommendation_as_it_stood_that_day() -> None:
    row, _ = adoption_rows(first(), date(2016, 2, 1))
    assert row.decision is not None
    assert row.decision.verdict is Verdict.UNDER_STUDY
    assert [entry.text for entry in row.progress] == ["完成初稿"]


def test_a_period_keeps_only_its_own_progress() -> None:
    row, _ = adoption_rows(first(), date(2016, 12, 31), since=date(2016, 6, 1))
    assert [entry.text for entry in row.progress] == ["送請會簽"]


def test_a_period_is_told_as_it_stood_on_its_last_day() -> None:
    held = in_period(first(), date(2015, 12, 1), date(2016, 2, 1))
    assert [entry.text for entry in held.progress] == ["完成初稿"]
    assert len(held.decisions) == 2
    _, done = held.follow_ups
    assert (done.state, done.done, done.closed_on) == (FollowUpState.IN_PROGRESS, "", None)
    later = in_period(first(), date(2016, 2, 2), date(2016, 12, 31))
    assert [entry.text for entry in later.progress] == ["送請會簽"]
    assert later.follow_ups[1].state is FollowUpState.CLOSED


def test_half_years_run_back_from_the_one_of_the_day() -> None:
    assert list(half_years(date(2015, 12, 10), 3)) == [
        (date(2015, 7, 1), date(2015, 12, 31)),
        (date(2015, 1, 1), date(2015, 6, 30)),
        (date(2014, 7, 1), date(2014, 12, 31)),
    ]
    assert next(half_years(date(2015, 6, 30), 1)) == (date(2015, 1, 1), date(2015, 6, 30))


def test_a_journey_on_the_same_subject_to_other_hosts_counts_too() -> None:
    again = journey(3, OTHER.id, "內蒙古稀土產業再次參訪")
    matters = earlier_matters(again, (first(),), date(2017, 8, 30))
    assert [each.hosts for each in matters] == [(), ()]


def test_later_journeys_are_no_earlier_matter() -> None:
    assert earlier_matters(first(), (journey(3, HOST.id, "三訪"),), date(2017, 9, 1)) == ()


def test_a_matter_declined_is_left_out_and_one_nobody_chose_on_is_not() -> None:
    third = journey(3, HOST.id, "稀土研究院三訪")
    exchange, teams = first().recommendations
    choices = {"delegation_id": third.delegation.id, "chosen_on": date(2017, 8, 1)}
    chosen = Dossier(
        **{
            **dict(third),
            "matter_choices": (
                MatterChoice(recommendation=exchange.id, is_taken_up=False, **choices),
            ),
        }
    )
    every = earlier_matters(chosen, (first(),), date(2017, 8, 30))
    assert [each.is_taken_up for each in every] == [False, None]
    (left,) = matters_taken_up(chosen, (first(),), date(2017, 8, 30))
    assert left.row.recommendation.id == teams.id
