"""What the store has of the kinds that a file tells of, to lay the file beside it."""

from sqlmodel import Session

from planner.domain.entity import Entity
from planner.exchange.staged import ReadFile, StagedFile, compared
from planner.store.repository import Repository


def staged(session: Session, read: ReadFile) -> StagedFile:
    """The file beside the store: what is new, the same, adding or clashing."""
    connection = session.connection()
    kinds = dict.fromkeys(type(found.record) for found in read.found)
    stored: list[Entity] = []
    for entity in kinds:
        stored += Repository(connection, entity).where()
    return compared(read, stored)
