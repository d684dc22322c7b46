"""The sheets of our own workbooks, known by the ids of their rows and by our own labels.

They are read by the names of fields, in whichever language they were written; what others keep is
read by `sheet_columns`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType
from typing import Annotated, Any, get_args, get_origin

from planner.domain.delegation import Member
from planner.domain.entity import Entity
from planner.domain.errors import InvalidInput, Problem
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.records import RECORDS, references
from planner.domain.stop import Stop
from planner.domain.values import ContactKind, ContactPoint
from planner.exchange.sheet_cells import Cells
from planner.exchange.sheet_columns import Layout
from planner.exchange.sheet_grids import Grid
from planner.exchange.sheet_headings import Subject
from planner.exchange.staged import Found
from planner.exchange.tables import ID, SEPARATOR
from planner.sentences import Language, sentences

_MOSTLY = 0.7
_SUBJECTS: Mapping[type[Entity], Subject] = MappingProxyType(
    {
        Stop: Subject.ITINERARY,
        Member: Subject.MEMBERS,
        Person: Subject.PEOPLE,
        Organisation: Subject.ORGANISATIONS,
    }
)
_TIMES = ("day", "starts", "ends", "end_day", "zone", "end_zone")
_NAMED = MappingProxyType({"body_id": "body", "host_id": "host", "people_met_ids": "received_by"})
"""References that the sheet tells by name, and that readers know by these words."""
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_POINT = re.compile(r"(?P<kind>[^:：]+)[:：] ?(?P<value>.*?)(?: \((?P<note>[^()]*)\))?", re.DOTALL)


@dataclass(frozen=True)
class OurSheet:
    """What the sheet holds; no layout where only an archive brings it back."""

    entity: type[Entity]
    layout: Layout | None


def our_sheet(grid: Grid) -> OurSheet | None:
    """None for a sheet that is not one of ours."""
    heads = [str(cell) for cell in grid.rows[0] if cell is not None] if grid.rows else []
    if not _has_ids(grid):
        return None
    found = {entity: [head for head in heads if head in _labels(entity)] for entity in RECORDS}
    entity = max(found, key=lambda each: len(found[each]))
    if len(found[entity]) < _MOSTLY * len(heads):
        return None
    subject, labels = _SUBJECTS.get(entity), _labels(entity)
    columns = {labels[str(head)]: at for at, head in enumerate(grid.rows[0]) if head in labels}
    return OurSheet(entity, Layout(subject, 1, columns) if subject else None)


def _has_ids(grid: Grid) -> bool:
    """Whether its column of ids holds such as ours; others number people in one called so."""
    at = grid.rows[0].index(ID) if grid.rows and ID in grid.rows[0] else None
    if at is None:
        return False
    return any(at < len(row) and _UUID.fullmatch(str(row[at])) for row in grid.rows[1:])


def with_plain_fields(entity: type[Entity], found: Found, cells: Cells) -> Found:
    """The record of the row with all that the sheet tells in words, numbers and days."""
    if not isinstance(found.record, entity):
        return found
    values = dict(_told(entity, cells))
    return Found(found.record.with_(**values), found.told | values.keys(), found.line)


def _told(entity: type[Entity], cells: Cells) -> Iterator[tuple[str, Any]]:
    for name, of in entity.model_fields.items():
        if not cells.has(name) or name in references(entity) or name == ID:
            continue
        text = cells.written(name)
        kind = _plain(of.annotation)
        if kind is ContactPoint:
            yield name, tuple(map(_point, _between_points().split(text)))
        elif kind is bool or (isinstance(kind, type) and issubclass(kind, Enum)):
            yield name, _member(kind, name, text)
        elif kind is date:
            yield name, cells.day(name)
        elif kind in (str, int):
            is_list = get_origin(of.annotation) is tuple
            yield name, tuple(text.split(SEPARATOR)) if is_list else text


def _plain(annotation: Any) -> Any:
    """The type of a field, or of the items of one that holds several."""
    while (parts := get_args(annotation)) and get_origin(annotation) is not None:
        if get_origin(annotation) is Annotated or get_origin(annotation) is tuple:
            annotation = parts[0]
        else:
            annotation = next(part for part in parts if part is not NoneType)
    return annotation


@cache
def _labels(entity: type[Entity]) -> Mapping[str, str]:
    """What the columns of a kind are called, in each language, and what they mean."""
    found = {ID: ID}
    for words in map(sentences, Language):
        if entity is Stop:
            found |= {str(words[f"export.{name}"]): name for name in _TIMES}
        if entity is Member:
            for name in ("name", "name_latin"):
                found[_label(words, Person, name)] = name
            for kind in (ContactKind.PHONE, ContactKind.MOBILE, ContactKind.EMAIL):
                found[str(words[f"contact_kind.{kind}"])] = kind.value
        for name in entity.model_fields.keys() - {ID}:
            found.setdefault(_label(words, entity, name), _NAMED.get(name, name))
    return MappingProxyType(found)


def _label(words: Mapping[str, Any], entity: type[Entity], name: str) -> str:
    own = f"field.{entity.kind}.{name}"
    return str(words.get(own) or words.get(f"field.{name}", name))


def _member(kind: Any, name: str, text: str) -> Any:
    """The value that a label stands for in either language."""
    code = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()
    choices = (
        {"yes": True, "no": False}
        if kind is bool
        else {f"{code}.{member.name.lower()}": member for member in kind}
    )
    for words in map(sentences, Language):
        for label, value in choices.items():
            if words.get(label) == text:
                return value
    raise InvalidInput("", [Problem(name, "sheet.bad_value", {"text": text})])


@cache
def _between_points() -> re.Pattern[str]:
    """Where the next begins with what it is; an address may hold the separator too."""
    labels = (
        re.escape(str(words[f"contact_kind.{kind}"]))
        for words in map(sentences, Language)
        for kind in ContactKind
    )
    return re.compile(rf"{SEPARATOR}(?=(?:{'|'.join(labels)})[:：])")


def _point(text: str) -> dict[str, Any]:
    match = _POINT.fullmatch(text)
    label = match["kind"] if match else text
    kind = _member(ContactKind, "contacts", label)
    return {"kind": kind, "value": match["value"], "note": match["note"] or ""} if match else {}
