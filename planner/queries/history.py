"""Who changed what when: the edits that can be undone, and the history of one record."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from planner.store import journal
from planner.store.journal import HistoryEntry, UndoStack


def undo_stack(session: Session) -> UndoStack:
    return journal.undo_stack(session.connection())


def record_history(session: Session, kind: str, key: UUID) -> list[HistoryEntry]:
    """What happened to one record, latest first."""
    return journal.history(session.connection(), kind, key)


def last_changes(session: Session) -> dict[UUID, datetime]:
    """When each record was last changed."""
    return journal.last_changes(session.connection())
