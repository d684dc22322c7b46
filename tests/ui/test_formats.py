"""The window writes days and times short, and no more than is known."""

from datetime import date

import pytest

from planner.domain.dates import parse_day
from planner.domain.values import Moment
from planner.ui.formats import Formats
from planner.words import Words

CHINESE = Formats(Words("zh_TW"))
ENGLISH = Formats(Words("en"))
MONDAY = date(2015, 8, 17)


def moment(written: str) -> Moment:
    return Moment.model_validate(written)


def test_a_day_is_followed_by_its_weekday() -> None:
    assert CHINESE.day_weekday(MONDAY) == "8/17 週一"
    assert ENGLISH.day_weekday(MONDAY) == "17 Aug, Mon"


@pytest.mark.parametrize("formats", [CHINESE, ENGLISH], ids=["zh_TW", "en"])
@pytest.mark.parametrize("day", [MONDAY, date(1905, 3, 2)])
def test_a_day_in_a_field_can_be_read_again(formats: Formats, day: date) -> None:
    assert parse_day(formats.typed(day)) == day


@pytest.mark.parametrize(
    ("end", "chinese", "english"),
    [
        (MONDAY, "104/8/17", "17 Aug 2015"),
        (date(2015, 8, 22), "104/8/17–8/22", "17–22 Aug 2015"),
        (date(2015, 9, 2), "104/8/17–9/2", "17 Aug – 2 Sep 2015"),
        (date(2016, 1, 2), "104/8/17–105/1/2", "17 Aug 2015 – 2 Jan 2016"),
    ],
)
def test_a_period_says_the_year_once(end: date, chinese: str, english: str) -> None:
    assert CHINESE.period(MONDAY, end) == chinese
    assert ENGLISH.period(MONDAY, end) == english


@pytest.mark.parametrize(
    ("starts", "ends", "written"),
    [
        ("2015-08-17", None, ""),
        ("2015-08-17/afternoon", None, "下午"),
        ("2015-08-17T14:00[Asia/Shanghai]", None, "14:00"),
        ("2015-08-17T14:00[Asia/Shanghai]", "2015-08-17", "14:00"),
        ("2015-08-17T14:00[Asia/Shanghai]", "2015-08-17T15:30[Asia/Shanghai]", "14:00–15:30"),
        ("2015-08-17T23:00[Asia/Shanghai]", "2015-08-18T05:30[Asia/Tokyo]", "23:00–05:30 +1"),
    ],
)
def test_a_time_says_no_more_than_is_known(starts: str, ends: str | None, written: str) -> None:
    assert CHINESE.time(moment(starts), ends and moment(ends)) == written


def test_a_zone_is_told_by_its_distance() -> None:
    assert CHINESE.offset(moment("2015-08-17T14:00[Asia/Shanghai]")) == "UTC+8"
    assert CHINESE.offset(moment("2015-08-17T14:00[Asia/Kathmandu]")) == "UTC+5:45"
    assert CHINESE.offset(moment("2015-08-17T14:00[America/New_York]")) == "UTC-4"
    assert CHINESE.offset(moment("2015-08-17/morning")) == ""


def test_days_left_turn_into_days_late() -> None:
    assert CHINESE.left(date(2015, 8, 18), MONDAY) == "剩 1 天"
    assert ENGLISH.left(date(2015, 8, 18), MONDAY) == "1 day left"
    assert CHINESE.left(MONDAY, MONDAY) == "今天"
    assert ENGLISH.left(date(2015, 8, 10), MONDAY) == "7 days late"
