"""How much a store holds."""

from sqlalchemy import func, select
from sqlmodel import Session

from planner.domain.records import RECORDS
from planner.store.tables import table_of


def record_count(session: Session) -> int:
    """All records of all kinds."""
    counts = [
        select(func.count()).select_from(table_of(entity.kind)).scalar_subquery()
        for entity in RECORDS
    ]
    row = session.connection().execute(select(*counts)).one()
    return sum(row)
