"""Which delegations hold some words anywhere in what is written under them."""

from uuid import UUID

from sqlmodel import Session

from planner.store.search import SearchIndex


def found_delegations(session: Session, words: str) -> frozenset[UUID]:
    return frozenset(SearchIndex(session.connection()).delegations(words))
