"""One person's data, for the command line and the window alike: told, exported, erased."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlmodel import Session

from planner.domain.person import Person
from planner.queries.personal import KeptPerson, falling_due, mentions, personal_data
from planner.sentences import Language
from planner.store.backup import copies, folder_of
from planner.store.database import Database
from planner.store.erasing import Erased
from planner.words import Words


@dataclass(frozen=True)
class Kept:
    """How much is kept of a person: records of each kind, entries of the journal, copies."""

    records: tuple[tuple[str, int], ...]
    entries: int
    backups: int


def kept_of(database: Database, session: Session, person: Person) -> Kept:
    told = personal_data(session, person)
    return Kept(
        tuple((kind, len(records)) for kind, records in told["records"].items()),
        len(told["history"]),
        len(_copies(database)),
    )


def exported(session: Session, person: Person) -> bytes:
    """All of it, as JSON; also what a portrait shows is named, by its hash."""
    told: dict[str, Any] = personal_data(session, person)
    return json.dumps(told, ensure_ascii=False, indent=1, default=str).encode()


def due(session: Session, today: date, years: int) -> list[KeptPerson]:
    """Persons whom nothing has needed for so many years; one who was erased is nobody."""
    erased = {Words(language)("person.stands_for") for language in Language}
    before = today.replace(day=1, year=today.year - years)
    return [kept for kept in falling_due(session, before) if kept.name not in erased]


def erase(
    database: Database, person: Person, words: Words, most_texts: int | None = None
) -> tuple[str, ...]:
    """Erase the person everywhere; gives in sentences what was done and what is left to do.

    Of the texts that still name the person, `most_texts` are named.
    """
    erased = database.erase_person(person.id, words("person.stands_for"))
    return (
        words("person.erased", count=erased.count),
        *_left_on_disk(database, erased, words),
        *_left_in_texts(database, person, words, most_texts),
        *_left_in_copies(database, words),
    )


def _left_on_disk(database: Database, erased: Erased, words: Words) -> Iterator[str]:
    for portrait in erased.portraits_left:
        yield words("person.portrait_left", path=str(portrait))
    if not erased.is_packed:
        yield words("person.not_packed", path=str(database.place))


def _left_in_texts(
    database: Database, person: Person, words: Words, most: int | None
) -> Iterator[str]:
    with database.read() as session:
        still = mentions(session, person.names)
    if still:
        yield words("person.still_named", count=len(still))
    for mention in still[:most]:
        told = words("list.of", whole=words.kind(mention.kind), part=mention.title)
        yield f"  {told}"


def _left_in_copies(database: Database, words: Words) -> Iterator[str]:
    made = _copies(database)
    if made:
        folder = str(made[0].parent)
        yield words("person.in_backups", count=len(made), path=folder)


def _copies(database: Database) -> tuple[Path, ...]:
    """The store's own; whoever looks after a server looks after its copies."""
    if not isinstance(database.place, Path):
        return ()
    return tuple(copy.path for copy in copies(folder_of(database.place)))
