"""Sentences, labels and dates in a language asked for, from resources/words; no Qt."""

import errno
import logging
import os
import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any

from planner.domain.errors import InvalidInput, PlannerError, Problem
from planner.domain.values import (
    Attachment,
    Comparison,
    ContactPoint,
    LocalTime,
    Moment,
    Place,
    Quantity,
)
from planner.domain.years import roc_year
from planner.sentences import Language, sentences

logger = logging.getLogger(__name__)
_HALF_A_YEAR = 6
_REASONS = {
    os.strerror(number): name
    for number, name in (
        (errno.ENOENT, "not_there"),
        (errno.EACCES, "not_allowed"),
        (errno.EPERM, "not_allowed"),
        (errno.EISDIR, "folder"),
        (errno.ENOTDIR, "no_folder"),
        (errno.ENOSPC, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EBUSY, "in_use"),
        (errno.EIO, "disk_fault"),
    )
}
"""What the system says in its own language, and what we say of it."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Words:
    """The words of one language.

    `words("followups.overdue", count=3)` gives a sentence: values in it are printed as the
    language prints dates, quantities and lists. A sentence with `one` and `other` follows `count`.
    """

    def __init__(self, language: str = Language.CHINESE) -> None:
        self.language = Language(language.replace("-", "_"))
        self._sentences = sentences(self.language)

    def __call__(self, code: str, /, **context: Any) -> str:
        sentence = self._sentences.get(code)
        if sentence is None:
            # a missing word must not stop a paper; a test of this module finds it first
            logger.warning("no words in %s for %s", self.language, code)
            return code
        if isinstance(sentence, Mapping):
            sentence = sentence["one" if str(context.get("count")) == "1" else "other"]
        return sentence.format_map(_Places(self, context))

    def __contains__(self, code: object) -> bool:
        return code in self._sentences

    @property
    def is_chinese(self) -> bool:
        return self.language is Language.CHINESE

    @property
    def tag(self) -> str:
        """BCP 47, as documents name their language."""
        return self.language.tag

    # Labels

    def kind(self, kind: str) -> str:
        """What a kind of record is called."""
        return self(f"kind.{kind}")

    def field(self, name: str, kind: str = "") -> str:
        """The label of a field; one that a kind names in its own way comes first."""
        for code in (f"field.{kind}.{name}", f"field.{name}"):
            if code in self:
                return self(code)
        return self("field.unnamed")

    def value(self, member: Enum) -> str:
        """What a member of an enumeration is called: `StopKind.VISIT` is `stop_kind.visit`."""
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(member).__name__).lower()
        return self(f"{kind}.{member.name.lower()}")

    def country(self, code: str) -> str:
        """The name of a country; the code where none is known."""
        return self(f"country.{code}") if f"country.{code}" in self else code

    def tongue(self, tag: str) -> str:
        """The name of a language that people speak; its tag where none is known."""
        primary = tag.replace("_", "-").split("-")[0]
        found = next((key for key in (tag, primary) if f"tongue.{key}" in self), None)
        return tag if found is None else self(f"tongue.{found}")

    # Days and times

    def day(self, day: date, *, weekday: bool = False, year: bool = True) -> str:
        """104年8月17日（星期一） or Monday, 17 August 2015."""
        form = ("date.day" if year else "date.day_of_year") + ("_weekday" if weekday else "")
        return self(form, **self._parts(day))

    def period(self, start: date, end: date) -> str:
        """104年8月17日至22日 or 17–22 August 2015: what both days share is said once."""
        if start == end:
            return self.day(start)
        shared = "years" if start.year != end.year else "months"
        if (start.year, start.month) == (end.year, end.month):
            shared = "days"
        first = {f"{name}1": value for name, value in self._parts(start).items()}
        last = {f"{name}2": value for name, value in self._parts(end).items()}
        return self(f"date.period_{shared}", **first, **last)

    def half_year(self, day: date) -> str:
        """104年上半年 or Jan–Jun 2015."""
        half = "first" if day.month <= _HALF_A_YEAR else "second"
        return self(f"date.half_year_{half}", **self._parts(day))

    def month(self, day: date) -> str:
        return self("date.month", **self._parts(day))

    def weekday(self, day: date) -> str:
        return self(f"weekday.{_WEEKDAYS[day.weekday()]}")

    def partial_date(self, written: str, *, is_past: bool = True) -> str:
        """A day, a month or a year, as far as it is known.

        A year of the past is told in both calendars, so that foreign history can be followed.
        """
        year, *rest = (int(part) for part in written.split("-"))
        filled = date(year, *[*rest, 1, 1][:2])
        if len(rest) == 2:
            return self.day(filled)
        if rest:
            return self.month(filled)
        if not is_past:
            return self("date.year_alone", **self._parts(filled))
        form = "date.year" if roc_year(filled) > 0 else "date.year_before_roc"
        return self(form, **self._parts(filled), western=year)

    def clock(self, clock: time) -> str:
        return f"{clock:%H:%M}"

    def time_of(self, moment: Moment) -> str:
        """The clock time or the part of the day; empty where neither is known."""
        if moment.clock is not None:
            return self.clock(moment.clock)
        return "" if moment.part is None else self.value(moment.part)

    def moment(self, moment: Moment, *, weekday: bool = False, year: bool = True) -> str:
        """The day, and the time as far as it is known."""
        day, at = self.day(moment.day, weekday=weekday, year=year), self.time_of(moment)
        return self("date.moment", day=day, time=at) if at else day

    def _parts(self, day: date) -> dict[str, str]:
        """The pieces that the sentences for dates are made of."""
        year = roc_year(day)
        era = "date.roc" if year > 0 else "date.before_roc"
        return {
            "year": self(era, year=year if year > 0 else 1 - year, western=day.year),
            "month": str(day.month),
            "month_name": self(f"month_name.m{day.month}"),
            "day": str(day.day),
            "weekday": self.weekday(day),
        }

    # Numbers and lists

    def number(self, number: Decimal | int) -> str:
        """With thousands parted and no empty decimals."""
        written = f"{number:,f}"
        return written.rstrip("0").rstrip(".") if "." in written else written

    def quantity(self, quantity: Quantity) -> str:
        """逾35,000人 or over 35,000 people."""
        number = self.number(quantity.number)
        if quantity.upper is not None:
            number = self("quantity.range", lower=number, upper=self.number(quantity.upper))
        if quantity.comparison is not Comparison.EXACT:
            number = self(f"quantity.{quantity.comparison}", number=number)
        return self._with_unit(number, quantity)

    def unit(self, unit: str, count: int = 2) -> str:
        """As it stands behind a number, in the language of the paper."""
        return self(f"unit.{unit}", count=count) if f"unit.{unit}" in self else unit

    def _with_unit(self, number: str, quantity: Quantity) -> str:
        unit = quantity.unit
        if not unit:
            return number
        if f"currency.{unit}" in self:
            return self(f"currency.{unit}", number=number)
        unit = self.unit(unit, 1 if quantity.number == 1 else 2)
        # a percent sign and Han units stand close; Latin ones keep a space
        is_close = not unit or not unit[0].isalnum() or (self.is_chinese and not unit.isascii())
        return (number if is_close else f"{number} ") + unit

    def names(self, names: Iterable[str]) -> str:
        """Names in a row: 頓號 between them, or commas and a last `and`."""
        listed = [name for name in names if name]
        if len(listed) < 2:
            return "".join(listed)
        joint = self("list.joint")
        return self("list.last", first=joint.join(listed[:-1]), last=listed[-1])

    def text(self, value: Any) -> str:
        """Any value as it is printed in a sentence."""
        match value:
            case None:
                return ""
            case bool():
                return self("yes" if value else "no")
            case Enum():
                return self.value(value)
            case date():
                return self.day(value)
            case LocalTime():
                return self.text(
                    Moment(day=value.at.date(), clock=value.at.time(), zone=value.zone)
                )
            case Moment():
                return self.moment(value)
            case Quantity():
                return self.quantity(value)
            case Place():
                return f"{value.latitude}, {value.longitude}"
            case Attachment():
                return value.name
            case ContactPoint():
                told = f"{value.value} ({value.note})" if value.note else value.value
                return self("export.told", label=self.value(value.kind), value=told)
            case Problem():
                return self.problem(value)
            case int() | Decimal():
                return str(value)
            case list() | tuple() | set() | frozenset():
                return self.names(map(self.text, value))
        return str(value)

    # Refusals

    def error(self, error: PlannerError) -> str:
        """What is wrong, where, and what to do, in a sentence for people."""
        if isinstance(error, InvalidInput):
            found = [self.problem(problem, error.kind) for problem in error.problems]
            return self("list.sentences").join(dict.fromkeys(found))
        code = f"error.{error.code}"
        return self(code if code in self else "error.unknown", **self._said(error.context))

    def problem(self, problem: Problem, kind: str = "") -> str:
        """One thing that is wrong, with the label of its field."""
        code = f"error.{problem.code}"
        sentence = self(code if code in self else "error.value", **self._said(problem.context))
        name = problem.field.split(".")[0]
        if not name:
            return sentence
        return self("error.at_field", field=self.field(name, kind), sentence=sentence)

    def _said(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """Kinds by what they are called, problems by their sentences, reasons of the system too."""
        told = dict(context)
        for name, value in context.items():
            if name.split("_")[-1] == "kind" and f"kind.{value}" in self:
                told[name] = self.kind(value)
            elif isinstance(value, str) and value in _REASONS:
                told[name] = self(f"system.{_REASONS[value]}")
            elif isinstance(value, Problem):
                told[name] = self.problem(value, str(context.get("kind", "")))
        return told


class _Places(dict[str, str]):
    """The values of a sentence as they are printed."""

    def __init__(self, words: Words, context: Mapping[str, Any]) -> None:
        super().__init__({name: words.text(value) for name, value in context.items()})

    def __missing__(self, name: str) -> str:
        # a sentence with a gap still says more than a crash
        logger.warning("no value for the place {%s}", name)
        return "…"
