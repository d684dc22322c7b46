"""How a delegation stands is one line: what it is in, and the days to what comes next."""

from datetime import date

import pytest

from planner.domain.delegation import DelegationState
from planner.papers.profiles import shipped_profiles
from planner.rules.calendars import WorkCalendar
from planner.ui.delegations.standing import standing
from planner.ui.formats import Formats
from planner.words import Words
from tests.builders import delegation

TOLD = {
    "zh_TW": ("已核定，12 天後出發", "撰寫報告，剩 27 天", "撰寫報告，逾期 3 天", "已核定"),
    "en": (
        "Approved, leaves in 12 days",
        "Reporting, 27 days left",
        "Reporting, 3 days late",
        "Approved",
    ),
}


@pytest.mark.parametrize("language", TOLD)
def test_the_days_to_what_comes_next_are_told(language):
    approved, reporting = DelegationState.APPROVED, DelegationState.REPORTING
    days = (
        (approved, date(2015, 8, 5)),
        (reporting, date(2015, 10, 26)),
        (reporting, date(2015, 11, 25)),
        (approved, date(2015, 8, 18)),
    )
    assert tuple(_told(language, *each) for each in days) == TOLD[language]


def _told(language: str, state: DelegationState, today: date) -> str:
    travelled = delegation(
        state=state, starts_on=date(2015, 8, 17), ends_on=date(2015, 8, 22), profile="tw_central"
    )
    formats = Formats(Words(language))
    return standing(formats, travelled, shipped_profiles(), WorkCalendar(), today)
