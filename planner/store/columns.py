"""Column types that give back exactly what was put in, chosen by what a record's field holds."""

import json
import types
import typing
from collections.abc import Iterator
from datetime import date
from enum import Enum as PythonEnum
from typing import Any, Union
from uuid import UUID

from pydantic import NaiveDatetime, TypeAdapter
from pydantic.fields import FieldInfo
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Integer,
    Text,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.types import TypeEngine

from planner.domain.entity import RefersTo
from planner.domain.errors import StoreUnavailable

_PLAIN: dict[Any, TypeEngine[Any]] = {
    bool: Boolean(),
    int: Integer(),
    str: Text(),
    UUID: Uuid(),
    date: Date(),
    NaiveDatetime: DateTime(),
}


class ValueText(TypeDecorator[Any]):
    """A value as text: a Moment as it is written, a Quantity or a tuple of names as JSON.

    Numbers that must stay what they are (Decimal) are kept as text too: NUMERIC is a float in
    SQLite and turns 12.345 into 12.35.
    """

    impl = Text
    cache_ok = True

    def __init__(self, annotation: Any) -> None:
        super().__init__()
        self.annotation = annotation
        self._adapter = TypeAdapter[Any](annotation)

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        plain = self._adapter.dump_python(value, mode="json")
        return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        if value is None:
            return None
        try:
            plain = json.loads(value) if value.startswith(("{", "[")) else value
            return self._adapter.validate_python(plain)
        except (ValueError, AttributeError, RecursionError) as error:
            raise StoreUnavailable("store.spoilt_value", reason=type(error).__name__) from error


def column(name: str, info: FieldInfo) -> Column[Any]:
    """The column that holds a record's field."""
    held, is_optional = _held(info.annotation)
    mark = next((mark for mark in info.metadata if isinstance(mark, RefersTo)), None)
    pointer = []
    if mark is not None and held is UUID:
        # parts and wholes may go in one edit in any order: checked when it is committed
        pointer = [ForeignKey(f"{mark.kind}.id", deferrable=True, initially="DEFERRED")]
    return Column(
        name,
        _column_type(held),
        *pointer,
        nullable=is_optional,
        primary_key=name == "id",
        index=bool(pointer),
    )


def bounds(name: str, info: FieldInfo) -> Iterator[CheckConstraint]:
    """What a database can check of a field: the last net, should a fault of ours miss it."""
    held, _ = _held(info.annotation)
    for mark in info.metadata:
        for attribute, sign in (("ge", ">="), ("le", "<=")):
            limit = getattr(mark, attribute, None)
            if held is int and limit is not None:
                yield CheckConstraint(f"{name} {sign} {limit}", name=f"{name}_{attribute}")
        if held is str and getattr(mark, "min_length", None) == 1:
            yield CheckConstraint(f"{name} <> ''", name=f"{name}_not_empty")


def _held(annotation: Any) -> tuple[Any, bool]:
    """What a field holds without `Annotated` and `None`, and whether it may be None."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _held(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (Union, types.UnionType):
        held = next(kind for kind in typing.get_args(annotation) if kind is not type(None))
        return _held(held)[0], True
    return annotation, False


def _column_type(held: Any) -> TypeEngine[Any]:
    if held in _PLAIN:
        return _PLAIN[held]
    if isinstance(held, type) and issubclass(held, PythonEnum):
        return Enum(
            held,
            values_callable=lambda members: [member.value for member in members],
            native_enum=False,
            create_constraint=True,
            name=held.__name__.lower(),
            length=40,
        )
    return ValueText(held)
