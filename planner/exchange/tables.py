"""Every table of the window as plain rows, for spreadsheets and other programs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from planner.domain.delegation import Member
from planner.domain.dossier import Dossier, field_of
from planner.domain.entity import Entity
from planner.domain.person import Person
from planner.domain.records import BY_KIND, RECORDS, references
from planner.domain.stop import Stop
from planner.domain.values import ContactKind, Moment
from planner.exchange.speech import Speech
from planner.rules.timetable import stop_name

Cell = str | int | float | Decimal | date | time | None
ID = "id"
SEPARATOR = "; "
_FIRST = ("stop", "member", "person", "organisation")
_UNSHOWN = frozenset({ID, "delegation_id", "content", "position", "profile"})
_TOLD_OTHERWISE: Mapping[type[Entity], frozenset[str]] = {
    Stop: frozenset({"starts", "ends"}),
    Member: frozenset({"person_id"}),
}


@dataclass(frozen=True)
class Table:
    """Rows of one kind under their headings; the last column holds the id of the record."""

    kind: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(dossier: Dossier, speech: Speech) -> tuple[Table, ...]:
    """One for each kind of record there is, what people ask for first standing first."""
    kinds = (*_FIRST, *(entity.kind for entity in RECORDS if entity.kind not in _FIRST))
    made = (table(dossier, kind, speech) for kind in kinds)
    return tuple(each for each in made if each.rows)


def table(dossier: Dossier, kind: str, speech: Speech) -> Table:
    entity = BY_KIND[kind]
    held = getattr(dossier, field_of(entity))
    records = held if isinstance(held, tuple) else (held,)
    teller = _Teller(dossier, speech)
    columns = list(teller.columns(entity))
    rows = tuple((*(tell(record) for _, tell in columns), str(record.id)) for record in records)
    headings = (*(heading for heading, _ in columns), ID)
    return Table(kind, speech.kind(kind), headings, rows)


Column = tuple[str, Callable[[Any], Cell]]


class _Teller:
    """Says the fields of records as people read them."""

    def __init__(self, dossier: Dossier, speech: Speech) -> None:
        self._dossier = dossier
        self._speech = speech

    def columns(self, entity: type[Entity]) -> Iterator[Column]:
        if entity is Stop:
            yield from self._times()
        if entity is Member:
            yield from self._of_person()
        unshown = _UNSHOWN | _TOLD_OTHERWISE.get(entity, frozenset())
        for name in entity.model_fields:
            if name in unshown:
                continue
            yield self._speech.field(name, entity.kind), self._reader(entity, name)

    def _times(self) -> Iterator[Column]:
        say = self._speech
        yield say("export.day"), lambda stop: stop.starts.day
        yield say("export.starts"), lambda stop: self._time(stop.starts)
        yield say("export.ends"), lambda stop: self._time(stop.ends) if stop.ends else None
        yield say("export.end_day"), lambda stop: stop.ends.day if stop.ends else None
        yield say("export.zone"), lambda stop: stop.starts.zone
        yield say("export.end_zone"), lambda stop: stop.ends.zone if stop.ends else None

    def _time(self, moment: Moment) -> Cell:
        if moment.clock is not None:
            return moment.clock
        return self._speech.value(moment.part) if moment.part else None

    def _of_person(self) -> Iterator[Column]:
        """A member list names the person, not only the part taken."""
        say = self._speech
        for name in ("name", "name_latin"):
            yield say.field(name, Person.kind), self._of_person_field(name)
        for kind in (ContactKind.PHONE, ContactKind.MOBILE, ContactKind.EMAIL):
            yield say.value(kind), self._of_contact(kind)

    def _of_person_field(self, name: str) -> Callable[[Any], Cell]:
        def tell(member: Member) -> Cell:
            person = self._dossier.person(member.person_id)
            return getattr(person, name) if person else ""

        return tell

    def _of_contact(self, kind: ContactKind) -> Callable[[Any], Cell]:
        def tell(member: Member) -> Cell:
            person = self._dossier.person(member.person_id)
            points = person.contacts if person else ()
            return SEPARATOR.join(point.value for point in points if point.kind is kind)

        return tell

    def _reader(self, entity: type[Entity], name: str) -> Callable[[Any], Cell]:
        is_reference = name in references(entity)
        return lambda record: self._cell(getattr(record, name), is_reference=is_reference)

    def _cell(self, value: Any, *, is_reference: bool = False) -> Cell:
        if is_reference:
            keys = value if isinstance(value, tuple) else (value,)
            return SEPARATOR.join(self._named(keys))
        match value:
            case None | "":
                return None
            case bool() | Enum():
                return self._speech.text(value)
            case int() | float() | Decimal() | date() | time():
                return value
            case tuple():
                return SEPARATOR.join(str(self._cell(each) or "") for each in value)
            case Moment():
                return str(value)
        return self._speech.text(value)

    def _named(self, keys: Iterable[UUID | None]) -> Iterator[str]:
        for key in keys:
            record = None if key is None else self._dossier.by_id.get(key)
            if record is not None:
                yield record_name(self._dossier, record)


def record_name(dossier: Dossier, record: Entity) -> str:
    """What people call a record: its name, title or text; a member by the person's name."""
    if isinstance(record, Stop):
        return stop_name(dossier, record)
    if isinstance(record, Member):
        person = dossier.person(record.person_id)
        return person.name if person else record.post_title
    for field in ("name", "title", "text", "task", "caption", "metric", "item"):
        if found := getattr(record, field, ""):
            return str(found)
    return ""
