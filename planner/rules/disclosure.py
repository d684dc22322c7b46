"""The public edition of a dossier: what is withheld, and nothing left that points at it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from planner.domain.delegation import Member
from planner.domain.dossier import Dossier, field_of
from planner.domain.entity import Entity
from planner.domain.follow_up import FollowUp
from planner.domain.judgement import Acceptance, MatterChoice
from planner.domain.manuscript import Section
from planner.domain.markup import (
    INTERNAL,
    OUTCOME,
    Items,
    Reference,
    parse,
    references_of,
    with_references,
)
from planner.domain.person import Person
from planner.domain.programme_version import ProgrammeVersion
from planner.domain.records import references
from planner.domain.review import Comment, ReportVersion
from planner.domain.stop import Stop
from planner.domain.values import Disclosure
from planner.rules.figures import figures
from planner.rules.notice import Spot

_PRIVATE: dict[type[Entity], tuple[str, ...]] = {
    Member: (
        "passport_name",
        "passport_expires_on",
        "visa",
        "visa_expires_on",
        "diet",
        "insurance",
    ),
    Stop: ("booking_reference", "talking_points"),
    Person: ("notes",),
    Section: ("drafted",),
}
"""What no public paper tells, whatever the record's own disclosure says."""

_ASKED_FOR = {"contacts": (), "portrait": None}
"""What a public paper tells of a person only with consent."""

_OURS = (Comment, ReportVersion, ProgrammeVersion, Acceptance, MatterChoice)
"""How the report came about is nobody else's matter, so these are not even named as withheld."""

_GONE = "\ufffc"
_EMPTIED = re.compile(rf"[（(][、，；,;\s{_GONE}]*{_GONE}[、，；,;\s{_GONE}]*[）)]")
_LEFT_OVER = re.compile(rf"{_GONE}[、,]\s?|[、,]?\s?{_GONE}")


@dataclass(frozen=True)
class PublicEdition:
    """The dossier anyone may read, and what was taken out of it."""

    dossier: Dossier
    withheld: tuple[Spot, ...]


def public_edition(dossier: Dossier) -> PublicEdition:
    removed = _restricted(dossier)
    order = [photo.id for photo in figures(dossier)]
    kept: dict[str, list[Entity]] = {}
    for record in dossier.records():
        if record.id not in removed and not isinstance(record, _OURS):
            kept.setdefault(field_of(type(record)), []).append(_public(record, removed, order))
    (delegation,) = kept.pop("delegation")
    public = Dossier.model_validate(
        {"delegation": delegation, **{name: tuple(records) for name, records in kept.items()}}
    )
    withheld = [Spot.of(record) for record in dossier.records() if record.id in removed]
    for section in dossier.sections:
        if section.id not in removed:
            spans = internal_spans(section.text, removed)
            withheld += (Spot.of(section, "text", span=span) for span in spans)
    return PublicEdition(public, tuple(withheld))


def _restricted(dossier: Dossier) -> frozenset[UUID]:
    """The restricted records, their parts, and follow-ups that would tell of them."""
    records = tuple(dossier.records())
    removed = {
        record.id
        for record in records
        if getattr(record, "disclosure", Disclosure.PUBLIC) is not Disclosure.PUBLIC
    }
    while True:
        drawn = {record.id for record in records if _goes_with(record, removed)} - removed
        if not drawn:
            return frozenset(removed)
        removed |= drawn


def _goes_with(record: Entity, removed: Collection[UUID]) -> bool:
    if isinstance(record, Member) and record.person_id in removed:
        return True
    if isinstance(record, FollowUp):
        origins = (record.recommendation_id, record.promise_id)
        if any(origin in removed for origin in origins if origin):
            return True
    return any(
        getattr(record, name) in removed
        for name, mark in references(type(record)).items()
        if mark.is_part
    )


def _public(record: Entity, removed: frozenset[UUID], order: Sequence[UUID]) -> Entity:
    values: dict[str, Any] = {}
    for name in references(type(record)):
        held = getattr(record, name)
        if isinstance(held, tuple):
            left = tuple(key for key in held if key not in removed)
            if left != held:
                values[name] = left
        elif held in removed:
            values[name] = None
    for name in _PRIVATE.get(type(record), ()):
        default = type(record).model_fields[name].default
        if getattr(record, name) != default:
            values[name] = default
    for name, text in record:
        if isinstance(text, str) and "{" in text:
            cleaned = _without_references(without_internal(text, removed), removed, order)
            if cleaned != text:
                values[name] = cleaned
    if isinstance(record, Person) and not record.consents_to_publish:
        values |= {name: empty for name, empty in _ASKED_FOR.items() if getattr(record, name)}
    return record.with_(**values) if values else record


def without_internal(text: str, removed: Collection[UUID] = ()) -> str:
    """A manuscript without the paragraphs, tables and items that are marked as internal."""
    kept: list[str] = []
    position = 0
    for start, end in internal_spans(text, removed):
        kept.append(text[position:start])
        position = end
    return "".join((*kept, text[position:])).strip() if kept else text


def internal_spans(text: str, removed: Collection[UUID] = ()) -> Iterator[tuple[int, int]]:
    """Where marked matter stands, with the line ends behind it: whole blocks, or single items.

    What is tied to an outcome that is withheld tells of it, so it goes as well.
    """
    for block in parse(text):
        marks = [each.span.start for each in references_of(block) if _is_internal(each, removed)]
        if not marks:
            continue
        if not isinstance(block, Items):
            yield block.span.start, _next_line(text, block.span.end)
            continue
        for mark in dict.fromkeys(text.rfind("\n", 0, mark) + 1 for mark in marks):
            end = text.find("\n", mark)
            yield mark, len(text) if end < 0 else end + 1


def _is_internal(mark: Reference, removed: Collection[UUID]) -> bool:
    return mark.kind == INTERNAL or (
        mark.kind == OUTCOME and any(key in removed for key in mark.keys)
    )


def _next_line(text: str, position: int) -> int:
    while position < len(text) and text[position] in "\n \t":
        position += 1
    return position


def _without_references(text: str, removed: frozenset[UUID], order: Sequence[UUID]) -> str:
    """References to what is gone taken out, with the brackets and commas they leave behind."""

    def change(reference: Reference) -> str | None:
        if removed.isdisjoint(reference.keys):
            return None
        if len(reference.keys) == 2 and set(reference.keys) <= set(order):
            return _shortened(reference, removed, order)
        return _GONE

    return _LEFT_OVER.sub("", _EMPTIED.sub("", with_references(text, change)))


def _shortened(reference: Reference, removed: frozenset[UUID], order: Sequence[UUID]) -> str:
    """A range as far as it is left."""
    first, last = (order.index(key) for key in reference.keys)
    left = [key for key in order[first : last + 1] if key not in removed]
    match left:
        case []:
            return _GONE
        case [only]:
            return f"{{figure:{only}}}"
    return f"{{figures:{left[0]}..{left[-1]}}}"
