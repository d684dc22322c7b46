"""Clocks and calendars: working days with make-up workdays, rounds of review, what is done."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.agreement import Agreement, AgreementKind
from planner.domain.dossier import Dossier
from planner.domain.errors import UnreadableFile
from planner.domain.follow_up import Progress
from planner.domain.gift import Gift, GiftDirection
from planner.domain.profile import ReportProfile, load_profile
from planner.resources import resource
from planner.rules.calendars import WorkCalendar, public_calendar, read_calendar
from planner.rules.deadlines import Due, Urgency, clock_days, dues, late_report, urgency
from planner.rules.months import months_later
from tests.builders import (
    delegation,
    dossier,
    follow_up,
    key,
    member,
    organisation,
    person,
    recommendation,
    stop,
    work_share,
)


@pytest.fixture(scope="module")
def taiwan() -> WorkCalendar:
    return read_calendar(resource("calendars", "tw.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def central() -> ReportProfile:
    return load_profile(resource("profiles", "tw_central.toml"))


def test_a_make_up_saturday_is_worked_and_its_day_off_is_not(taiwan: WorkCalendar) -> None:
    assert taiwan.is_workday(date(2014, 12, 27))
    assert not taiwan.is_workday(date(2015, 1, 2))
    assert taiwan.holiday(date(2015, 2, 19)) == "春節"
    assert not taiwan.is_workday(date(2015, 8, 22))


def test_the_shipped_calendar_names_its_source_and_years(taiwan: WorkCalendar) -> None:
    assert "人事行政總處" in taiwan.source
    assert taiwan.years == frozenset(range(2010, 2027))
    assert {day.year for day in taiwan.holidays} == taiwan.years
    assert all(day.weekday() == 5 for day in taiwan.make_up_workdays)


def test_working_days_pass_over_the_new_year(taiwan: WorkCalendar) -> None:
    assert taiwan.working_days_later(date(2015, 2, 17), 1) == date(2015, 2, 24)
    assert taiwan.working_days_later(date(2015, 2, 24), -1) == date(2015, 2, 17)
    assert taiwan.working_days_later(date(2015, 8, 17), 0) == date(2015, 8, 17)


days = st.dates(date(2012, 1, 1), date(2024, 12, 31))


@given(days, st.integers(1, 60))
def test_counted_working_days_are_counted_back(day: date, count: int) -> None:
    calendar = read_calendar(resource("calendars", "tw.toml").read_text("utf-8"))
    later = calendar.working_days_later(day, count)
    assert calendar.is_workday(later)
    assert calendar.working_days_between(day, later) == count


def test_a_year_the_calendar_does_not_know_has_plain_weekends(taiwan: WorkCalendar) -> None:
    assert not taiwan.knows(date(2040, 1, 2))
    assert taiwan.is_workday(date(2040, 1, 2))
    assert not taiwan.is_workday(date(2040, 1, 1))


@pytest.mark.parametrize(
    "text", ["country = ", 'country = "Taiwan"\nsource = "x"\nyears = []', 'source = "x"']
)
def test_a_calendar_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile):
        read_calendar(text)


def test_other_countries_have_their_own_days() -> None:
    assert public_calendar("JP", 2026).holiday(date(2026, 3, 20))
    assert public_calendar("CN", 2015).is_workday(date(2015, 10, 10))


def test_a_country_without_known_days_has_plain_weekends() -> None:
    nowhere = public_calendar("ZZ", 2026)
    assert nowhere.is_weekend(date(2026, 3, 7))
    assert nowhere.is_workday(date(2026, 3, 9))


@given(days, st.integers(-30, 30))
def test_months_stay_in_their_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def journey(**values: object) -> Dossier:
    given = {"starts_on": date(2015, 8, 17), "ends_on": date(2015, 8, 22), "countries": ("CN",)}
    return dossier(delegation=delegation(**{**given, **values}))


def when(held: Dossier, profile: ReportProfile, calendar: WorkCalendar) -> dict[str, date]:
    until = date(2016, 1, 1)
    return {clock.key: day for clock, day in clock_days(held.delegation, profile, calendar, until)}


def test_the_central_clocks_run_from_departure_and_return(
    central: ReportProfile, taiwan: WorkCalendar
) -> None:
    assert when(journey(), central, taiwan) == {
        "hosts_notified": date(2015, 8, 3),
        "mainland_application": date(2015, 8, 6),
        "passport_valid": date(2016, 2, 22),
        "gift_reported": date(2015, 8, 25),
        "mainland_return_notice": date(2015, 9, 1),
        "expense_claim": date(2015, 10, 6),
        "report_filed": date(2015, 11, 22),
    }


def test_a_clock_of_one_country_does_not_run_elsewhere(
    central: ReportProfile, taiwan: WorkCalendar
) -> None:
    running = when(journey(countries=("JP",)), central, taiwan)
    assert "mainland_application" not in running
    assert "report_filed" in running


def test_a_cancelled_journey_owes_nothing(central: ReportProfile, taiwan: WorkCalendar) -> None:
    assert when(journey(state="cancelled"), central, taiwan) == {}


def due(
    held: Dossier, profile: ReportProfile, calendar: WorkCalendar, today: date
) -> dict[str, Due]:
    return {
        each.clock.key if each.clock else each.where.kind: each
        for each in dues(held, profile, today, calendar)
    }


def test_the_report_is_late_the_day_after_it_was_due(
    central: ReportProfile, taiwan: WorkCalendar
) -> None:
    def late(today: date, **values: object) -> list[object]:
        told = late_report(journey(**values).delegation, central, today, taiwan)
        return [notice.context["days"] for notice in told]

    assert late(date(2015, 11, 22)) == []
    assert late(date(2015, 11, 25)) == [3]
    assert late(date(2015, 11, 25), state="filed") == []


def test_what_records_show_as_done_is_done(central: ReportProfile, taiwan: WorkCalendar) -> None:
    given = Gift(delegation_id=key("delegation"), direction=GiftDirection.RECEIVED, item="銀盤")
    base = journey()
    visit = stop("參訪", host_id=organisation("甲").id, status="confirmed")
    traveller = member(person("乙"), passport_expires_on=date(2016, 2, 22))
    held = Dossier(delegation=base.delegation, gifts=(given,), stops=(visit,), members=(traveller,))
    told = due(held, central, taiwan, date(2015, 8, 27))
    assert told["hosts_notified"].urgency is Urgency.DONE
    assert told["passport_valid"].is_done is True
    assert told["gift_reported"].urgency is Urgency.LATE
    assert told["gift_reported"].days_left == -2
    assert told["expense_claim"].is_done is None
    reported = given.with_(reported_on=date(2015, 8, 25))
    mended = Dossier(**{**dict_of(held), "gifts": (reported,)})
    assert due(mended, central, taiwan, date(2015, 8, 27))["gift_reported"].is_done is True


def dict_of(held: Dossier) -> dict[str, object]:
    return {name: getattr(held, name) for name in Dossier.model_fields}


def test_reviews_come_round_until_all_is_settled(
    central: ReportProfile, taiwan: WorkCalendar
) -> None:
    advice = recommendation(1, "雙向交流")
    work = follow_up("研擬要點", recommendation_id=advice.id)
    entry = Progress(follow_up_id=work.id, on=date(2016, 3, 1), text="完成初稿")
    held = Dossier(
        delegation=journey(reported_on=date(2015, 11, 20), state="filed").delegation,
        recommendations=(advice,),
        follow_ups=(work,),
        progress=(entry,),
    )
    rounds = [
        (each.on, each.is_done)
        for each in dues(held, central, date(2017, 1, 1), taiwan)
        if each.clock and each.clock.repeats
    ]
    assert rounds == [
        (date(2016, 5, 20), True),
        (date(2016, 11, 20), False),
        (date(2017, 5, 20), False),
    ]


def test_shares_follow_ups_and_agreements_are_owed_too(
    central: ReportProfile, taiwan: WorkCalendar
) -> None:
    agreement = Agreement(
        agreement_kind=AgreementKind.MEMORANDUM,
        title="合作備忘錄",
        expires_on=date(2015, 12, 31),
        notice_days=30,
    )
    held = Dossier(
        delegation=journey().delegation,
        work_shares=(work_share("回填資料", due_on=date(2015, 10, 28)),),
        follow_ups=(follow_up("來臺時程", state="waiting", due_on=date(2015, 10, 30)),),
        agreements=(agreement,),
    )
    told = due(held, central, taiwan, date(2015, 10, 26))
    assert told["work_share"].urgency is Urgency.THIS_WEEK
    assert told["follow_up"].urgency is Urgency.WAITING
    assert (told["agreement"].on, told["agreement"].urgency) == (date(2015, 12, 1), Urgency.LATER)


def test_urgency_turns_on_the_day() -> None:
    today = date(2015, 10, 26)
    told = [urgency(today + timedelta(days=number), today) for number in (-1, 0, 1, 6, 7)]
    assert told == [
        Urgency.LATE,
        Urgency.TODAY,
        Urgency.THIS_WEEK,
        Urgency.THIS_WEEK,
        Urgency.LATER,
    ]


def test_a_clock_that_no_record_tells_of_is_ticked_by_a_closed_follow_up(
    central: ReportProfile, taiwan: WorkCalendar
) -> None:
    ticking = follow_up(
        "依限辦理",
        clock="expense_claim",
        state="closed",
        done="已報支",
        closed_on=date(2015, 8, 26),
    )
    held = Dossier(delegation=journey().delegation, follow_ups=(ticking,))
    assert due(held, central, taiwan, date(2015, 8, 27))["expense_claim"].is_done is True
