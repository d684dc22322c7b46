"""Days as people in Taiwan write them: ROC and Western years, digits and Chinese numerals."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, LiteralString

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

ROC_OFFSET = 1911  # 民國1年 is 1912

_DIGITS = {numeral: value for value, numeral in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "元": 1,
    "廿": 20,
    "卅": 30,
}
_NUMBER = r"[0-9]+|[〇零○元一二三四五六七八九十百廿卅]+"
_WRITTEN = re.compile(
    rf"(?:(?P<era>中華民國|民國|西元|公元)?\s*(?P<year>{_NUMBER})\s*年)?"
    rf"\s*(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*[日號]"
)
_SEPARATED = re.compile(
    r"(?P<era>民國|R\.?O\.?C\.?)?\s*(?P<year>\d{1,4})([-/.])(\d{1,2})\3(\d{1,2})"
)
_PACKED_ROC = re.compile(r"(?P<year>\d{2,3})(?P<month>\d{2})(?P<day>\d{2})")
_PACKED_WESTERN = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_BARE = re.compile(r"(\d{1,2})[-/.](\d{1,2})")
_WIDE = str.maketrans("０１２３４５６７８９／－．", "0123456789/-.")


def number_of(numerals: str) -> int:
    """The value of Arabic digits or of Chinese numerals up to 999, `104` and `一百零四` alike."""
    if numerals.isascii():
        return int(numerals)
    if not any(unit in numerals for unit in "十百廿卅"):
        return int("".join(str(_DIGITS[numeral]) for numeral in numerals))
    hundreds, _, rest = numerals.rpartition("百")
    total = 100 * (_DIGITS[hundreds] if hundreds else 1) if "百" in numerals else 0
    for tens in ("廿", "卅"):
        if rest.startswith(tens):
            return total + _DIGITS[tens] + sum(_DIGITS[numeral] for numeral in rest[1:])
    rest = rest.lstrip("零〇○")
    tens, has_ten, ones = rest.partition("十")
    if has_ten:
        total += 10 * (_DIGITS[tens] if tens else 1)
    else:
        ones = rest
    return total + (_DIGITS[ones] if ones else 0)


def parse_day(text: str, *, year: int | None = None) -> date:
    """Read `104/8/17`, `1040817`, `2015-08-17`, `民國104年8月17日`, `八月十七日`.

    `year` is the Western year for a day written without one. Raises PydanticCustomError, a
    ValueError, with a code `date.*`.
    """
    written = text.translate(_WIDE).strip()
    if match := _WRITTEN.fullmatch(written):
        numerals = match["year"]
        found_year = None
        if numerals is not None:
            found_year = _year(number_of(numerals), match["era"], is_long=_is_western(numerals))
        return _day(text, found_year or year, number_of(match["month"]), number_of(match["day"]))
    if match := _SEPARATED.fullmatch(written):
        found = _year(int(match["year"]), match["era"], is_long=len(match["year"]) == 4)
        return _day(text, found, int(match[4]), int(match[5]))
    for packed, is_long in ((_PACKED_WESTERN, True), (_PACKED_ROC, False)):
        if match := packed.fullmatch(written):
            found = _year(int(match["year"]), None, is_long=is_long)
            return _day(text, found, int(match["month"]), int(match["day"]))
    if match := _BARE.fullmatch(written):
        return _day(text, year, int(match[1]), int(match[2]))
    raise _refusal("date.unreadable", text)


def roc_year(day: date) -> int:
    """The year of the Republic; 0 and less before 1912."""
    return day.year - ROC_OFFSET


def _is_western(numerals: str) -> bool:
    return len(numerals) == 4 and not any(unit in numerals for unit in "十百廿卅")


def _year(number: int, era: str | None, *, is_long: bool) -> int:
    if era in ("西元", "公元") or (is_long and era is None):
        return number
    if number < 1:
        raise _refusal("date.roc_year", str(number))
    return number + ROC_OFFSET


def _day(text: str, year: int | None, month: int, day: int) -> date:
    if year is None:
        raise _refusal("date.year_missing", text)
    try:
        return date(year, month, day)
    except ValueError:
        raise _refusal("date.no_such_day", text) from None


def _refusal(code: LiteralString, text: str) -> PydanticCustomError:
    # the message is for programmers: words has the sentence for people
    return PydanticCustomError(code, "not a day: {text}", {"text": text})


def _read(value: Any) -> Any:
    return parse_day(value) if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_read)]
"""A day; written ones are read in any of the forms above."""

Clock = Callable[[], date]
"""Tells today; passed in wherever a rule or an edit needs it."""
