"""What a search shows: records that hold the words, each with the line that stands for it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from planner.domain.delegation import Delegation
from planner.domain.organisation import Organisation
from planner.domain.stop import Stop
from planner.store.search import LIMIT, SearchHit, SearchIndex, fold
from planner.store.tables import columns_of

_MANY = 100
_CHIEF_KINDS = ("delegation", "organisation", "person")


@dataclass(frozen=True)
class SearchLine:
    kind: str
    key: UUID
    title: str
    delegation_id: UUID | None
    delegation: str


def search_lines(session: Session, words: str, limit: int = LIMIT) -> list[SearchLine]:
    """At most `limit` records, latest first."""
    return _lines(session, SearchIndex(session.connection()).ask(words, limit=limit))


def search_by_kind(session: Session, words: str, most: int) -> dict[str, list[SearchLine]]:
    """At most `most` of each kind, latest first; the chief kinds also where others abound."""
    index = SearchIndex(session.connection())
    hits = index.ask(words, limit=_MANY)
    if len(hits) == _MANY:
        counts = Counter(hit.kind for hit in hits)
        for kind in _CHIEF_KINDS:
            if counts[kind] < most:
                hits += index.ask(words, kind=kind, limit=most)
    kept = defaultdict[str, dict[UUID, SearchHit]](dict)
    for hit in hits:
        if len(kept[hit.kind]) < most:
            kept[hit.kind].setdefault(hit.key, hit)
    lines = _lines(session, [hit for held in kept.values() for hit in held.values()])
    return {kind: [line for line in lines if line.kind == kind] for kind in kept}


def _lines(session: Session, hits: Sequence[SearchHit]) -> list[SearchLine]:
    """Two questions, however many hits there are."""
    delegation, stop = columns_of(Delegation), columns_of(Stop)
    body = columns_of(Organisation)
    titles: dict[UUID, str] = {
        row.id: row.title
        for row in session.connection().execute(
            select(delegation.id, delegation.title).where(
                delegation.id.in_({hit.delegation_id for hit in hits if hit.delegation_id})
            )
        )
    }
    hosts: dict[UUID, str] = {
        row.id: row.name
        for row in session.connection().execute(
            select(stop.id, body.name)
            .join_from(stop.id.table, body.id.table, body.id == stop.host_id)
            .where(stop.id.in_([hit.key for hit in hits if hit.kind == Stop.kind]))
        )
    }
    return [
        SearchLine(
            hit.kind,
            hit.key,
            hosts.get(hit.key) or hit.title,
            hit.delegation_id,
            titles.get(hit.delegation_id, "") if hit.delegation_id else "",
        )
        for hit in hits
    ]


def spans(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where a text holds the words, as search compares: (start, length), in any script form."""
    folded, places = "", list[int]()
    for place, letter in enumerate(text):
        plain = _folded(letter)
        folded += plain
        places += [place] * len(plain)
    found = []
    for word in words.split():
        wanted = fold(word)
        start = folded.find(wanted)
        if start >= 0 and wanted:
            first, last = places[start], places[start + len(wanted) - 1]
            found.append((first, last - first + 1))
    return _apart(found)


@lru_cache(maxsize=8192)
def _folded(letter: str) -> str:
    return fold(letter)


def _apart(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """In order, without those that an earlier one covers."""
    kept: list[tuple[int, int]] = []
    for start, length in sorted(found):
        if not kept or start >= sum(kept[-1]):
            kept.append((start, length))
    return tuple(kept)
