"""When each record was last changed, as calendars tell it to those who have an older copy."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from planner.store import journal


def last_changes(session: Session) -> dict[UUID, datetime]:
    return journal.last_changes(session.connection())
