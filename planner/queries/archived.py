"""What goes into an archive: records of one delegation or all, and what was removed of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlmodel import Session

from planner.domain.changes import Image
from planner.domain.entity import Entity
from planner.domain.photo import Photo
from planner.exchange.removals import Removed, belonging, removed_of
from planner.queries.dossiers import dossier
from planner.queries.records import all_records
from planner.store.journal import read_image
from planner.store.tables import ChangeRow, columns_of

_CHANGES = ChangeRow.__table__  # type: ignore[attr-defined]
_Key = tuple[str, UUID]


@dataclass(frozen=True)
class Archived:
    """The records of an archive, and those that are gone."""

    records: tuple[Entity, ...]
    removed: tuple[Removed, ...]


def archived(session: Session, delegation: UUID | None) -> Archived:
    """One delegation with all that it needs, or the whole store. Raises NotFound."""
    if delegation is None:
        return Archived(tuple(all_records(session)), removals(session))
    records = tuple(dossier(session, delegation).records())
    return Archived(records, removals(session, [record.id for record in records]))


def has_photos(session: Session, delegation: UUID | None) -> bool:
    """Whether one delegation has any, or the store."""
    photo = columns_of(Photo)
    query = select(photo.id).limit(1)
    if delegation is not None:
        query = query.where(photo.delegation_id == delegation)
    return session.connection().execute(query).first() is not None


def removals(session: Session, kept: Collection[UUID] | None = None) -> tuple[Removed, ...]:
    """Every record that is gone; with `kept` only what was part of these records."""
    images = {key: held for key, held in _images(session).items() if held[-1] is None}
    last = {key: next(each for each in reversed(held) if each) for key, held in images.items()}
    wanted = {key for _, key in last} if kept is None else belonging(last, kept)
    return tuple(
        removed_of(kind, key, held) for (kind, key), held in images.items() if key in wanted
    )


def _images(session: Session) -> Mapping[_Key, list[Image]]:
    """All that records were that have gone at any time, first to last; None where they were not."""
    gone = select(_CHANGES.c.kind, _CHANGES.c.key).where(_CHANGES.c.after.is_(None)).distinct()
    query = (
        select(_CHANGES)
        .where(tuple_(_CHANGES.c.kind, _CHANGES.c.key).in_(gone))
        .order_by(_CHANGES.c.edit_id, _CHANGES.c.position)
    )
    held: dict[_Key, list[Image]] = {}
    for row in session.connection().execute(query).mappings():
        kind, key = row["kind"], row["key"]
        images = held.setdefault((kind, key), [])
        images += (read_image(kind, row["before"]), read_image(kind, row["after"]))
    return held
