"""What a search shows: records that hold the words, each with the line that stands for it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from planner.domain.delegation import Delegation
from planner.domain.organisation import Organisation
from planner.domain.stop import Stop
from planner.store.search import LIMIT, SearchIndex
from planner.store.tables import columns_of


@dataclass(frozen=True)
class SearchLine:
    kind: str
    key: UUID
    title: str
    delegation_id: UUID | None
    delegation: str


def search_lines(session: Session, words: str, limit: int = LIMIT) -> list[SearchLine]:
    """At most `limit` records, latest first. Two questions more, however many are found."""
    hits = SearchIndex(session.connection()).ask(words, limit=limit)
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
