"""LocalTime (wall time and zone), Moment, PartialDate, Quantity, Place: what records hold."""

import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from math import prod
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    NaiveDatetime,
    StringConstraints,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from planner.domain.dates import Day, parse_partial, within_reach
from planner.domain.entity import Line, Title, Value


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if name not in _zone_names():
        raise PydanticCustomError("zone.unknown", "unknown zone {zone}", {"zone": name})
    return name


ZoneName = Annotated[str, AfterValidator(_known_zone)]
"""An IANA zone, as `Asia/Taipei`."""


def zone(name: str) -> ZoneInfo:
    """The clocks of a zone; refuses a name that no clocks follow."""
    return ZoneInfo(_known_zone(name))


class Disclosure(StrEnum):
    """Who may read it: everyone, or only readers of the internal edition."""

    PUBLIC = "public"
    INTERNAL = "internal"


class Side(StrEnum):
    OWN = "own"
    HOST = "host"
    THIRD = "third"


class PartOfDay(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


_ZONED = re.compile(
    r"(?P<at>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)\[(?P<zone>[^\]]+)\]"
)


def _whole_seconds(clock: time) -> time:
    if clock.tzinfo is not None:
        raise PydanticCustomError("timezone_naive", "the zone says it, not an offset")
    return clock.replace(microsecond=0, fold=0)


def _as_clocks_show(at: datetime) -> datetime:
    within_reach(at.date())
    return at.replace(microsecond=0, fold=0)


class LocalTime(Value):
    """A wall time and the zone whose clocks show it; written `2015-08-17T14:05[Asia/Shanghai]`."""

    at: Annotated[NaiveDatetime, AfterValidator(_as_clocks_show)]
    zone: ZoneName

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        match = _ZONED.fullmatch(value)
        if match is None:
            raise PydanticCustomError("time.unreadable", "not a time: {text}", {"text": value})
        return {"at": match["at"], "zone": match["zone"]}

    @model_serializer
    def __str__(self) -> str:
        precision = "seconds" if self.at.second else "minutes"
        return f"{self.at.isoformat(timespec=precision)}[{self.zone}]"

    @property
    def instant(self) -> datetime:
        """The same moment in UTC. A time that clocks skip is read as after the leap."""
        return self.at.replace(tzinfo=zone(self.zone)).astimezone(UTC)


class Moment(Value):
    """A day with a clock time and zone, or with only a part of the day, or alone.

    Written `2015-08-18T14:00[Asia/Shanghai]`, `2015-08-18/morning` or `2015-08-18`.
    """

    day: Day
    part: PartOfDay | None = None
    clock: Annotated[time, AfterValidator(_whole_seconds)] | None = None
    zone: ZoneName | None = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if isinstance(value, date) and not isinstance(value, datetime):
            return {"day": value}
        if not isinstance(value, str):
            return value
        if match := _ZONED.fullmatch(value):
            day, _, clock = match["at"].partition("T")
            return {"day": day, "clock": clock, "zone": match["zone"]}
        day, slash, part = value.rpartition("/")
        if slash and part in set(PartOfDay):
            return {"day": day, "part": part}
        return {"day": value}

    @model_validator(mode="after")
    def _clock_or_part(self) -> Self:
        if (self.clock is None) != (self.zone is None):
            raise PydanticCustomError("moment.clock_needs_zone", "a clock time needs a zone")
        if self.clock is not None and self.part is not None:
            raise PydanticCustomError("moment.clock_or_part", "a clock time or a part of the day")
        return self

    @model_serializer
    def __str__(self) -> str:
        if (local := self.local) is not None:
            return str(local)
        return f"{self.day}/{self.part}" if self.part else str(self.day)

    @property
    def local(self) -> LocalTime | None:
        """The wall time and zone, where a clock time is known."""
        if self.clock is None or self.zone is None:
            return None
        return LocalTime(at=datetime.combine(self.day, self.clock), zone=self.zone)

    @property
    def instant(self) -> datetime | None:
        if self.clock is None or self.zone is None:
            return None
        return datetime.combine(self.day, self.clock, zone(self.zone)).astimezone(UTC)

    @property
    def part_of_day(self) -> PartOfDay | None:
        """The part it falls in: as stated, or by the clock."""
        if self.clock is None:
            return self.part
        if self.clock < time(12):
            return PartOfDay.MORNING
        return PartOfDay.AFTERNOON if self.clock < time(18) else PartOfDay.EVENING

    def is_before(self, other: "Moment") -> bool:
        """By instants where both are known, else by day and part as far as both say them."""
        here, there = self.instant, other.instant
        if here is not None and there is not None:
            return here < there
        if self.day != other.day:
            return self.day < other.day
        if self.part_of_day is None or other.part_of_day is None:
            return False
        parts = tuple(PartOfDay)
        return parts.index(self.part_of_day) < parts.index(other.part_of_day)

    def on(self, day: date) -> Self:
        """The same time on another day."""
        return self.model_copy(update={"day": day})

    def later(self, minutes: int) -> Self:
        """So many minutes on by the wall clock; only the day moves where no clock is known."""
        if self.clock is None:
            return self
        moved = datetime.combine(self.day, self.clock) + timedelta(minutes=minutes)
        return self.model_copy(update={"day": moved.date(), "clock": moved.time()})


_PARTIAL = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def _read_partial(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return f"{value:04d}"
    if isinstance(value, str) and not _PARTIAL.fullmatch(value.strip()):
        return parse_partial(value)
    return value


def _real_partial(text: str) -> str:
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        raise PydanticCustomError("date.unreadable", "not a date: {text}", {"text": text}) from None
    return text


PartialDate = Annotated[str, BeforeValidator(_read_partial), AfterValidator(_real_partial)]
"""A year, a month or a day, as far as it is known: `1963`, `2015-01`, `2015-05-12`."""


def is_over_before(since: str | None, until: str | None) -> bool:
    """Whether a span of partial dates ends before it starts, as far as both tell."""
    return bool(since and until) and str(until) < str(since)[: len(str(until))]


class Comparison(StrEnum):
    """How a number stands to the true one."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


_NUMBER = r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|-?[0-9]{1,18}(?:\.[0-9]{1,9})?"
_QUANTITY = re.compile(
    rf"(?P<before>over|more than|逾|超過|about|some|約|近|under|less than|未滿|不到)?\s*"
    rf"(?P<number>{_NUMBER})(?P<scale>[百千]?(?:萬億|[萬億])?)(?P<plus>\+|餘|多)?"
    rf"(?:\s*(?:to|至|到|–|~|～|-)\s*(?P<upper>{_NUMBER}))?(?P<upper_scale>[百千]?(?:萬億|[萬億])?)\s*(?P<unit>(?![0-9.,百千萬億]).*)"
)
_SIGNS = {
    Comparison.OVER: ("over", "more than", "逾", "超過"),
    Comparison.ABOUT: ("about", "some", "約", "近"),
    Comparison.UNDER: ("under", "less than", "未滿", "不到"),
}
_SCALES = {"百": 100, "千": 1000, "萬": 10_000, "億": 100_000_000}


Amount = Annotated[Decimal, Field(max_digits=30, decimal_places=12)]


class Quantity(Value):
    """A number with its unit, possibly a range, possibly only a bound."""

    number: Amount
    upper: Amount | None = None
    comparison: Comparison = Comparison.EXACT
    unit: Line = ""

    @model_validator(mode="after")
    def _range_rises(self) -> Self:
        if self.upper is not None and self.upper < self.number:
            raise PydanticCustomError("quantity.range_falls", "the range ends below its start")
        return self

    @classmethod
    def read(cls, text: str) -> "Quantity | None":
        """Read `35000+`, `3.5萬餘人`, `2 to 3.4 kg`, `over 90%`; None where it is no quantity."""
        match = _QUANTITY.fullmatch(text.strip())
        if match is None:
            return None
        comparison = next(
            (kind for kind, signs in _SIGNS.items() if match["before"] in signs), Comparison.EXACT
        )
        unit = match["unit"]
        if match["plus"] or unit.startswith(("餘", "多", "以上")):
            comparison, unit = Comparison.OVER, re.sub("^(餘|多|以上)", "", unit)
        elif unit.endswith("以上"):
            comparison, unit = Comparison.OVER, unit.removesuffix("以上")
        number, upper = _scaled(match)
        if upper is not None and upper < number:
            return None
        return cls(number=number, upper=upper, comparison=comparison, unit=unit.strip())


def _scaled(match: re.Match[str]) -> tuple[Decimal, Decimal | None]:
    """`2至3萬` means two to three ten thousands: a range's last scale counts for both."""
    scale, upper_scale = match["scale"] or match["upper_scale"], match["upper_scale"]
    number = _number(match["number"], scale)
    return number, None if match["upper"] is None else _number(match["upper"], upper_scale)


def _number(digits: str, scale: str) -> Decimal:
    return Decimal(digits.replace(",", "")) * prod(_SCALES[sign] for sign in scale)


class Place(Value):
    """Where it is on the earth, WGS 84 degrees."""

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)


class ContactKind(StrEnum):
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    ADDRESS = "address"
    WEB = "web"
    MESSENGER = "messenger"


class ContactPoint(Value):
    """A way to reach a person or a body."""

    kind: ContactKind
    value: Title
    note: Line = ""


ContentHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of a file's content, in hexadecimal."""


class Attachment(Value):
    """A kept file under the name it came with."""

    name: Title
    content: ContentHash
    media_type: Line = ""


CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")]
"""BCP 47, as `zh-TW`."""
