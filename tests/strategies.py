"""Records of every kind for tests: plain ones, and arbitrary ones drawn from their fields."""

import types
import typing
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, Union
from uuid import UUID
from zoneinfo import available_timezones

from hypothesis import strategies as st
from pydantic import NaiveDatetime
from pydantic.fields import FieldInfo

from planner.domain.dates import EARLIEST, LATEST
from planner.domain.entity import Entity, RefersTo, Value
from planner.domain.errors import InvalidInput
from planner.domain.records import RECORDS
from planner.domain.values import (
    Attachment,
    Comparison,
    LocalTime,
    Moment,
    PartialDate,
    PartOfDay,
    Quantity,
    ZoneName,
)

Keys = Mapping[str, Sequence[UUID]]
"""The ids that records may point at, by kind."""

HAN = "出國考察稀土永磁臺台灣湾學学機机關关㐀𠮷𬎆"
letters = st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff")
texts = st.text(
    st.sampled_from(HAN) | letters | st.sampled_from("aB éＡ１ '\"{}%\n\t"), max_size=20
)
days = st.dates(EARLIEST, LATEST)
zones = st.sampled_from(sorted(available_timezones()))
clocks = st.times().map(lambda clock: clock.replace(microsecond=0))
local_times = st.builds(
    lambda day, clock, zone: LocalTime(at=datetime.combine(day, clock), zone=zone),
    days,
    clocks,
    zones,
)
moments = (
    st.builds(Moment, day=days)
    | st.builds(Moment, day=days, part=st.sampled_from(PartOfDay))
    | st.builds(Moment, day=days, clock=clocks, zone=zones)
)
partial_dates = st.builds(
    lambda day, length: day.isoformat()[:length], days, st.sampled_from([4, 7, 10])
)
amounts = st.decimals(-(10**9), 10**9, places=4)
quantities = st.builds(
    lambda number, spread, comparison, unit: Quantity(
        number=number,
        upper=None if spread is None else number + spread,
        comparison=comparison,
        unit=unit,
    ),
    amounts,
    st.none() | st.decimals(0, 10**6, places=2),
    st.sampled_from(Comparison),
    texts,
)

_KNOWN: dict[Any, st.SearchStrategy[Any]] = {
    LocalTime: local_times,
    Moment: moments,
    Quantity: quantities,
    UUID: st.uuids(version=4),
    bool: st.booleans(),
    date: days,
    NaiveDatetime: st.datetimes(timezones=st.none()).map(lambda at: at.replace(fold=0)),
}
_NAMED = ((ZoneName, zones), (PartialDate, partial_dates))


def arbitrary(entity: type[Entity], keys: Keys) -> st.SearchStrategy[Entity]:
    """Any record of a kind that its rules allow; it points only at the keys given."""
    fields = {
        name: strategy
        for name, info in entity.model_fields.items()
        if (strategy := _of_field(info, keys)) is not None
    }
    return st.fixed_dictionaries(fields).map(lambda values: _checked(entity, values)).filter(bool)


def _checked(entity: type[Entity], values: dict[str, Any]) -> Entity | None:
    try:
        return entity.checked(values)
    except InvalidInput as refused:
        # a rule across fields may forbid what was drawn; a single field may not
        if any(problem.field for problem in refused.problems):
            raise
        return None


def _of_field(info: FieldInfo, keys: Keys) -> st.SearchStrategy[Any] | None:
    mark = next((mark for mark in info.metadata if isinstance(mark, RefersTo)), None)
    if mark is None:
        return _of(info.annotation, info.metadata)
    known = list(keys.get(mark.kind, ()))
    if info.default == ():
        if not known:
            return st.just(())
        return st.lists(st.sampled_from(known), max_size=3, unique=True).map(tuple)
    if info.is_required():
        return st.sampled_from(known)
    return st.none() | st.sampled_from(known) if known else st.none()


def _of(annotation: Any, marks: Sequence[Any] = ()) -> st.SearchStrategy[Any]:
    for alias, strategy in _NAMED:
        if typing.get_args(alias)[-1] in marks:
            return strategy
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _of(inner[0], inner[1:])
    if origin in (Union, types.UnionType):
        held = next(kind for kind in inner if kind is not type(None))
        return st.none() | _of(held, marks)
    if origin is tuple:
        return st.lists(_of(inner[0]), max_size=3).map(tuple)
    if annotation in _KNOWN:
        return _KNOWN[annotation]
    if issubclass(annotation, Enum):
        return st.sampled_from(annotation)
    if issubclass(annotation, Value):
        fields = annotation.model_fields.items()
        return st.builds(
            annotation, **{name: _of(info.annotation, info.metadata) for name, info in fields}
        )
    return _of_plain(annotation, _constraints(marks))


def _constraints(marks: Sequence[Any]) -> dict[str, Any]:
    """What pydantic's marks say, however they are wrapped."""
    found: dict[str, Any] = {}
    for mark in marks:
        inner = [*getattr(mark, "metadata", ()), mark]
        for each in inner:
            for name in ("ge", "le", "min_length", "max_length", "pattern", "decimal_places"):
                value = getattr(each, name, None)
                if value is not None:
                    found[name] = value
    return found


def _of_plain(kind: type, limits: dict[str, Any]) -> st.SearchStrategy[Any]:
    low, high = limits.get("ge"), limits.get("le")
    if kind is int:
        return st.integers(low, high if high is not None else 2**31 - 1)
    if kind is float:
        return st.floats(low, high)
    if kind is Decimal:
        places = min(limits["decimal_places"], 4)
        return st.decimals(0 if low is None else low, 10**9, places=places)
    if pattern := limits.get("pattern"):
        return st.from_regex(pattern, fullmatch=True).filter(lambda text: text == text.strip())
    is_needed = limits.get("min_length") == 1
    return texts.filter(lambda text: bool(text.strip())) if is_needed else texts


_NEEDED = {"fact": {"text": "三十五萬公噸"}, "proof": {"link": "https://example.org/"}}
_PLAIN: dict[Any, Any] = {
    str: "包頭稀土研究院",
    bool: True,
    UUID: UUID("5f0c1d8e-3f4a-4c44-9d3e-0d2b6a1c7e11"),
    Attachment: Attachment(name="日程.planner", content="0" * 64),
    int: 1,
    date: date(2015, 8, 17),
    Moment: Moment(day=date(2015, 8, 17), clock=time(14, 5), zone="Asia/Shanghai"),
}


def world() -> dict[str, Entity]:
    """One record of every kind, each only as full as it must be, pointing at one another."""
    made: dict[str, Entity] = {}
    for entity in RECORDS:
        values = {
            name: _plain(info, made)
            for name, info in entity.model_fields.items()
            if info.is_required()
        }
        made[entity.kind] = entity.checked({**values, **_NEEDED.get(entity.kind, {})})
    return made


def _plain(info: FieldInfo, made: dict[str, Entity]) -> Any:
    for mark in info.metadata:
        if isinstance(mark, RefersTo):
            return made[mark.kind].id
        if "pattern" in (limits := _constraints([mark])):
            return "0" * 64 if "64" in limits["pattern"] else ""
    if isinstance(info.annotation, type) and issubclass(info.annotation, Enum):
        return next(iter(info.annotation))
    return _PLAIN[info.annotation]
