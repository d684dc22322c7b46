"""The search index: folding text, keeping it, asking it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection

from planner.domain.entity import Entity
from planner.domain.values import Quantity
from planner.store.fts import FtsIndex
from planner.store.grams import GramIndex
from planner.store.tables import SearchDocumentRow
from planner.store.tokens import WordIndex, phrases, tokens

_DOCUMENTS = SearchDocumentRow.__table__  # type: ignore[attr-defined]
_KEPT = select(_DOCUMENTS).where(
    _DOCUMENTS.c.kind == bindparam("of_kind"), _DOCUMENTS.c.key == bindparam("of_key")
)
_LEARNT = insert(_DOCUMENTS).returning(_DOCUMENTS.c.number)
_REDESCRIBED = update(_DOCUMENTS).where(_DOCUMENTS.c.number == bindparam("at"))
_FORGOTTEN = delete(_DOCUMENTS).where(_DOCUMENTS.c.number == bindparam("at"))
_MARKUP = re.compile(r"\{[^{}\n]*\}")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_SILENT_FIELDS = frozenset(
    {"content", "media_type", "profile", "currency", "zone", "taken_zone", "fingerprint"}
)
_TITLES = (
    ("subject", "verb", "metric", "object"),
    *((name,) for name in ("title", "name", "heading", "caption", "item", "text", "task", "place")),
    ("author", "publisher", "issue"),
)
LIMIT = 50


@dataclass(frozen=True)
class SearchHit:
    kind: str
    key: UUID
    delegation_id: UUID | None
    title: str


@cache
def _simplified() -> dict[int, str]:
    # imported and built at first use: it costs 60 ms that starting does not need
    from opencc import OpenCC

    letters = [
        chr(code)
        for first, last in ((0x3400, 0xA000), (0xF900, 0xFB00))
        for code in range(first, last)
    ]
    converted = OpenCC("t2s").convert("\n".join(letters)).split("\n")
    return {
        ord(letter): simple
        for letter, simple in zip(letters, converted, strict=True)
        if letter != simple and len(simple) == 1
    }


def fold(written: str) -> str:
    """The text as search compares it: width, case, accents, script, 臺/台 make no difference."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", written))
    return unicodedata.normalize("NFKC", bare.casefold()).translate(_simplified())


def text_of(record: Entity) -> str:
    """Everything a person wrote into a record."""
    return _MARKUP.sub(" ", "\n".join(_texts(record)))


def title_of(record: Entity) -> str:
    """The line that stands for a record in a list of hits."""
    values = dict(record)
    for names in _TITLES:
        told = " ".join(str(values[name]) for name in names if values.get(name))
        if told:
            return told.split("\n", 1)[0][:200]
    return next(_texts(record), "").split("\n", 1)[0][:200]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Quantity):
        upper = "" if value.upper is None else f"–{value.upper}"
        yield f"{value.number}{upper} {value.unit}"
    elif isinstance(value, BaseModel):
        for name, held in value:
            if name not in _SILENT_FIELDS:
                yield from _texts(held)
    elif isinstance(value, tuple):
        for held in value:
            yield from _texts(held)
    elif isinstance(value, str) and value and not isinstance(value, Enum):
        yield value


class SearchIndex:
    """The folded text of every record, kept in the edit's transaction and asked by any characters.

    How words are found in it is the store's own: FTS5 in a file, an index of grams on a server.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        on_server = connection.dialect.name == "postgresql"
        self._words: WordIndex = GramIndex(connection) if on_server else FtsIndex(connection)

    def keep(self, kind: str, key: UUID, record: Entity | None) -> None:
        """Make the index say what the record now says; None takes it out."""
        found = self._connection.execute(_KEPT, {"of_kind": kind, "of_key": key}).first()
        document = None if record is None else _document(kind, key, record)
        if found is not None and document is not None and document["text"] == found.text:
            if found != (found.number, *document.values()):
                self._redescribe(found.number, document)
            return
        if found is not None:
            self._words.forget(found.number, tokens(found.text))
            self._connection.execute(_FORGOTTEN, {"at": found.number})
        if document is not None:
            self._learn(document)

    def ask(self, words: str, *, kind: str | None = None, limit: int = LIMIT) -> list[SearchHit]:
        """Records that hold all the words, latest first; nothing for an empty question."""
        asked = phrases(fold(words))
        if not asked:
            return []
        return [SearchHit(*row) for row in self._words.ask(asked, kind=kind, most=limit)]

    def delegations(self, words: str) -> list[UUID]:
        """Every delegation in which, or under which, all the words stand in one record."""
        asked = phrases(fold(words))
        return self._words.delegations(asked) if asked else []

    def documents(self) -> dict[tuple[str, UUID], int]:
        """What is kept of each record, as a number to compare with that of `describe`."""
        rows = self._connection.execute(select(_DOCUMENTS)).mappings()
        return {(row["kind"], row["key"]): _number(dict(row)) for row in rows}

    def describe(self, record: Entity) -> tuple[int, frozenset[str]]:
        """What should be kept of a record: the number of its document, and the words asked for."""
        document = _document(record.kind, record.id, record)
        return _number(document), self._words.words_of(tokens(document["text"]))

    def held_words(self) -> Counter[str]:
        """In how many records each word stands, by the index itself."""
        return self._words.held_words()

    def make_anew(self, records: Iterable[Entity]) -> None:
        """Forget everything and learn these."""
        self._words.clear()
        self._connection.execute(delete(_DOCUMENTS))
        for record in records:
            self._learn(_document(record.kind, record.id, record))

    def _learn(self, document: dict[str, Any]) -> None:
        number = self._connection.execute(_LEARNT, document).scalar_one()
        self._words.learn(number, tokens(document["text"]))

    def _redescribe(self, number: int, document: dict[str, Any]) -> None:
        self._connection.execute(_REDESCRIBED, {**document, "at": number})


def _number(document: Mapping[str, Any]) -> int:
    return hash((document["delegation_id"], document["title"], document["text"]))


def _document(kind: str, key: UUID, record: Entity) -> dict[str, Any]:
    return {
        "kind": kind,
        "key": key,
        "delegation_id": key if kind == "delegation" else getattr(record, "delegation_id", None),
        "title": title_of(record),
        "text": fold(text_of(record)),
    }
