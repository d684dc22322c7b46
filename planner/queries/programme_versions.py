"""Kept versions of a programme, and the plan that one of them holds."""

from uuid import UUID

from sqlmodel import Session

from planner.domain.delegation import Delegation
from planner.domain.dossier import Dossier
from planner.domain.programme_version import ProgrammeVersion
from planner.exchange.plan_snapshot import snapshot_records
from planner.queries.dossiers import arranged
from planner.store.files import FileStore
from planner.store.repository import Repository


def programme_versions(session: Session, delegation: UUID) -> tuple[ProgrammeVersion, ...]:
    """The latest first."""
    held = Repository(session.connection(), ProgrammeVersion).where(delegation_id=delegation)
    return tuple(sorted(held, key=lambda each: (each.taken_on, each.name), reverse=True))


def programme_of(version: ProgrammeVersion, files: FileStore) -> Dossier:
    """The plan as it was kept. Raises UnreadableFile where its content is damaged."""
    records = snapshot_records(files.read(version.snapshot.content), version.name)
    delegation = next(record for record in records if isinstance(record, Delegation))
    return arranged(delegation, records)
