"""Days as people write them: read in every form, refused where there is no such day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from planner.domain.dates import (
    EARLIEST,
    LATEST,
    Day,
    number_of,
    parse_day,
    parse_partial,
)
from planner.domain.years import roc_year
from tests.strategies import days

MONDAY = date(2015, 8, 17)
NUMERALS = "〇一二三四五六七八九"


def counted(number: int) -> str:
    """The number as Chinese counts it, up to 999: 一百零四."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    written = f"{NUMERALS[hundreds]}百" if hundreds else ""
    if hundreds and ones and not tens:
        written += "零"
    if tens:
        written += ("" if tens == 1 and not hundreds else NUMERALS[tens]) + "十"
    return written + (NUMERALS[ones] if ones else "")


@pytest.mark.parametrize(
    "written",
    [
        "104/8/17",
        "104.8.17",
        "1040817",
        "20150817",
        "2015-08-17",
        "2015/8/17",
        "民國104年8月17日",
        "中華民國 104 年 8 月 17 日",
        "西元2015年8月17日",
        "17 August 2015",
        "17 Aug. 2015",
        "August 17, 2015",
        "公元2015年8月17號",
        "一百零四年八月十七日",
        "民國一○四年八月十七日",
        "二〇一五年八月十七日",
        "R.O.C.104/8/17",
        "１０４／８／１７",
        "  104年8月17日 ",
    ],
)
def test_a_day_is_read_as_people_write_it(written: str) -> None:
    assert parse_day(written) == MONDAY


@pytest.mark.parametrize("written", ["八月十七日", "8月17日", "8/17", "08-17", "17 Aug", "aug 17"])
def test_a_day_without_a_year_takes_the_year_it_is_given(written: str) -> None:
    assert parse_day(written, year=2015) == MONDAY
    with pytest.raises(PydanticCustomError) as refused:
        parse_day(written)
    assert refused.value.type == "date.year_missing"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("民國0年8月17日", "date.roc_year"),
        ("0/8/17", "date.roc_year"),
        ("民國2015年8月17日", "date.roc_year"),
        ("104/2/30", "date.no_such_day"),
        ("民國104年13月1日", "date.no_such_day"),
        ("西元0年1月1日", "date.no_such_day"),
        ("0999-12-31", "date.out_of_reach"),
        ("3000-01-01", "date.out_of_reach"),
        ("十百年一月一日", "date.unreadable"),
        ("廿十年一月一日", "date.unreadable"),
        ("99999999年1月1日", "date.unreadable"),
        ("soon", "date.unreadable"),
        ("17 Augx 2015", "date.unreadable"),
        ("Augx 2015", "date.unreadable"),
        ("", "date.unreadable"),
    ],
)
def test_what_is_no_day_is_refused_by_its_reason(written: str, code: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        parse_day(written)
    assert refused.value.type == code


def test_year_one_of_the_republic_is_1912() -> None:
    assert parse_day("民國元年一月一日") == parse_day("1/1/1") == date(1912, 1, 1)
    assert roc_year(date(1912, 1, 1)) == 1
    assert roc_year(date(1911, 12, 31)) == 0


def test_twenty_and_thirty_have_short_forms() -> None:
    assert number_of("廿二") == 22
    assert number_of("卅") == 30


@given(st.integers(1, 999))
def test_chinese_numbers_are_read_up_to_999(number: int) -> None:
    assert number_of(counted(number)) == number
    assert number_of("".join(NUMERALS[int(digit)] for digit in str(number))) == number


@given(st.dates(date(1912, 1, 1), date(2910, 12, 31)))
def test_every_day_of_the_republic_is_read_back(day: date) -> None:
    year = roc_year(day)
    assert parse_day(f"民國{year}年{day.month}月{day.day}日") == day
    assert parse_day(f"{counted(year)}年{counted(day.month)}月{counted(day.day)}日") == day
    assert parse_day(f"{year}/{day.month}/{day.day}") == day


@given(days)
def test_every_day_is_read_back_from_its_plain_form(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_partial(day.isoformat()) == day.isoformat()


@given(st.text(st.sampled_from("民國西元年月日十百廿卅〇零元一二三0123456789/-. "), max_size=16))
def test_reading_gives_a_day_within_reach_or_refuses(written: str) -> None:
    try:
        found = parse_day(written, year=2015)
    except PydanticCustomError:
        return  # any other kind of error fails
    assert EARLIEST <= found <= LATEST


@pytest.mark.parametrize("value", [0, 1.5, True, b"2015-08-17", ["2015"]])
def test_a_number_is_no_day(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(value)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_from_which_nothing_can_be_reckoned_is_refused(day: date) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Day).validate_python(day)
    assert refused.value.errors()[0]["type"] == "date.out_of_reach"
