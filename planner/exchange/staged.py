"""Records as a file tells them, beside what the store has: new, same, adding or clashing."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from planner.domain.delegation import Member
from planner.domain.entity import Entity
from planner.domain.errors import Problem
from planner.domain.follow_up import FollowUp
from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.domain.records import RECORDS, references
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.stop import Stop
from planner.domain.values import ContactPoint
from planner.rules.identity import same_organisation, traditional

_SAME_BODY = 0.93


class Verdict(StrEnum):
    """How a record of a file stands to the store."""

    NEW = "new"
    SAME = "same"
    ADDS = "adds"  # it fills what is empty, and contradicts nothing
    CLASHING = "clashing"
    REMOVED = "removed"  # the others removed it, and here nobody changed it since
    GONE = "gone"  # it was removed here, and the file tells nothing new of it


class Absence(StrEnum):
    """On which side a record was removed."""

    HERE = "here"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class Found:
    """One record as a file tells it. `told` names the fields it speaks of, `line` its place.

    `sheet` is the name of the sheet, where the file is a workbook.
    """

    record: Entity
    told: frozenset[str]
    line: int
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What could not be taken, and why; words has the sentence of the problem."""

    line: int
    problem: Problem
    sheet: str = ""
    column: str = ""  # the letter that a table calls it by


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a reader made of a file; nothing of it is stored."""

    name: str
    found: tuple[Found, ...]
    left_out: tuple[LeftOut, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)  # of files named, by their hash


@dataclass(frozen=True, slots=True)
class Staged:
    """A record of a file as it would be stored.

    `kept` has the file's values only where the store has none; `taken` has all of them. `absence`
    says that one side has removed it; where the other has changed it since, somebody is asked.
    """

    line: int
    stored: Entity | None
    kept: Entity
    taken: Entity
    clashes: tuple[str, ...] = ()
    sheet: str = ""
    absence: Absence | None = None
    is_asked: bool = False

    @property
    def fills(self) -> tuple[str, ...]:
        """The fields that the file tells more of than the store does, and nothing else."""
        if self.stored is None:
            return ()
        kept, stored = self.kept, self.stored
        return tuple(
            name for name in type(kept).model_fields if getattr(kept, name) != getattr(stored, name)
        )

    @property
    def verdict(self) -> Verdict:
        if self.absence is not None:
            settled = Verdict.REMOVED if self.absence is Absence.THERE else Verdict.GONE
            return Verdict.CLASHING if self.is_asked else settled
        if self.stored is None:
            return Verdict.NEW
        if self.clashes:
            return Verdict.CLASHING
        return Verdict.SAME if self.kept == self.stored else Verdict.ADDS


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A file beside the store, to be looked at before anything is kept."""

    name: str
    staged: tuple[Staged, ...]
    left_out: tuple[LeftOut, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)  # of files named, by their hash

    def of(self, verdict: Verdict) -> tuple[Staged, ...]:
        return tuple(each for each in self.staged if each.verdict is verdict)

    @property
    def brings_anything(self) -> bool:
        """Whether the store would be another if all of it were taken."""
        return any(each.verdict is not Verdict.SAME for each in self.staged)


def compared(read: ReadFile, stored: Iterable[Entity]) -> StagedFile:
    """Every record of the file beside the one of the store that it tells of."""
    comparison = _Comparison(stored)
    order = {entity: rank for rank, entity in enumerate(RECORDS)}
    by_kind = sorted(read.found, key=lambda found: (order[type(found.record)], found.line))
    staged = [each for found in by_kind if (each := comparison.staged(found)) is not None]
    return StagedFile(read.name, tuple(staged), read.left_out, read.contents)


class _Comparison:
    """Finds the stored record that one of the file means, and knows it by that one's id then."""

    def __init__(self, stored: Iterable[Entity]) -> None:
        self._by_id: dict[UUID, Entity] = {}
        self._by_likeness: dict[tuple[str, Hashable], Entity] = {}
        self._bodies: list[Organisation] = []
        self._meant: dict[UUID, UUID] = {}
        self._seen: dict[UUID, Entity] = {}
        for record in stored:
            self._keep(record)

    def staged(self, found: Found) -> Staged | None:
        """None for a record that the file told before."""
        record = self._pointing_right(found.record)
        known = self._known(record)
        if known is not None and known.id in self._seen:
            self._meant[record.id] = known.id
            return None
        if known is None:
            self._seen[record.id] = record
            self._keep(record)
            return Staged(found.line, None, record, record, sheet=found.sheet)
        self._meant[record.id] = known.id
        self._seen[known.id] = known
        return _beside(known, record, found)

    def _keep(self, record: Entity) -> None:
        self._by_id[record.id] = record
        if isinstance(record, Organisation):
            self._bodies.append(record)
        for likeness in _likenesses(record):
            self._by_likeness.setdefault((record.kind, likeness), record)

    def _pointing_right(self, record: Entity) -> Entity:
        """The same record, its references turned to those that the store has."""
        changed: dict[str, Any] = {}
        for name in references(type(record)):
            held = getattr(record, name)
            if isinstance(held, tuple):
                changed[name] = tuple(dict.fromkeys(self._meant.get(key, key) for key in held))
            elif held is not None:
                changed[name] = self._meant.get(held, held)
        return record.with_(**changed) if changed else record

    def _known(self, record: Entity) -> Entity | None:
        if found := self._by_id.get(record.id):
            return found if isinstance(found, type(record)) else None
        for likeness in _likenesses(record):
            if found := self._by_likeness.get((record.kind, likeness)):
                return found
        return self._same_body(record) if isinstance(record, Organisation) else None

    def _same_body(self, record: Organisation) -> Organisation | None:
        matches = (
            (match.score, -rank, body)
            for rank, body in enumerate(self._bodies)
            if (match := same_organisation(body, record)) is not None
        )
        score, _, best = max(matches, key=lambda each: each[:2], default=(0.0, 0, None))
        return best if score >= _SAME_BODY else None


def _beside(stored: Entity, record: Entity, found: Found) -> Staged:
    fills: dict[str, Any] = {}
    clashes: dict[str, Any] = {}
    for name in sorted(found.told):
        mine, theirs = getattr(stored, name), getattr(record, name)
        if _is_same(theirs, mine) or _is_empty(theirs, record, name):
            continue
        if isinstance(mine, tuple) and isinstance(theirs, tuple):
            news = (each for each in theirs if not any(_is_same(each, held) for held in mine))
            both = tuple(dict.fromkeys((*mine, *news)))
            if both != mine:
                fills[name] = both
        elif _is_empty(mine, stored, name):
            fills[name] = theirs
        elif not (name == "name" and _goes_by(stored, theirs)):
            clashes[name] = theirs
    kept = stored.with_(**fills) if fills else stored
    taken = stored.with_(**fills, **clashes) if clashes else kept
    return Staged(found.line, stored, kept, taken, tuple(clashes), found.sheet)


def _is_same(theirs: Any, mine: Any) -> bool:
    """Texts too that differ by their blanks and line ends, which formats keep in their own way.

    Of a way to reach somebody many lists do not say what it is for.
    """
    if isinstance(theirs, str) and isinstance(mine, str):
        return theirs.split() == mine.split()
    if isinstance(theirs, ContactPoint) and isinstance(mine, ContactPoint):
        theirs = theirs if theirs.note else theirs.model_copy(update={"note": mine.note})
    return bool(theirs == mine)


def _goes_by(stored: Entity, name: str) -> bool:
    """A person or body told under another of its names is no contradiction."""
    return isinstance(stored, (Person, Organisation)) and traditional(name) in {
        traditional(each) for each in stored.names
    }


def _is_empty(value: Any, record: Entity, name: str) -> bool:
    return value in (None, "", ()) or value == type(record).model_fields[name].default


def _likenesses(record: Entity) -> Iterator[Hashable]:
    """What two records of a kind share when they tell of the same thing."""
    match record:
        case Person() | Organisation():
            for name in record.names:
                yield traditional(name)
        case Post():
            yield (record.person_id, record.organisation_id, record.title)
        case Member() if record.person_id:
            yield (record.delegation_id, record.person_id)
        case Stop():
            what = record.title or record.host_id or (record.from_place, record.place)
            yield (record.delegation_id, str(record.starts), what)
        case Seminar():
            yield (record.delegation_id, record.title)
        case Session() | Talk():
            yield (record.seminar_id, record.title, str(record.starts_at))
        case FollowUp():
            yield (record.delegation_id, record.text)


def kinds_of(staged: Iterable[Staged]) -> dict[str, int]:
    """How many there are of each kind, in the order of kinds."""
    counts: dict[str, int] = defaultdict(int)
    for each in staged:
        counts[each.kept.kind] += 1
    return {entity.kind: counts[entity.kind] for entity in RECORDS if counts[entity.kind]}
