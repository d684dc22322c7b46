"""Keeping the programme as it is today under a name."""

from datetime import date

from planner.domain.dossier import Dossier
from planner.domain.programme_version import ProgrammeVersion
from planner.exchange.bundle import SUFFIX
from planner.exchange.plan_snapshot import MEDIA_TYPE, plan_snapshot
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.records import add_record


def keep_version(
    work: UnitOfWork, dossier: Dossier, name: str, on: date, by: str = ""
) -> ProgrammeVersion:
    """`dossier` is the delegation as the caller has just read it."""
    content = work.files.put(plan_snapshot(dossier))
    return add_record(
        work,
        ProgrammeVersion,
        {
            "delegation_id": dossier.delegation.id,
            "name": name,
            "taken_on": on,
            "taken_by": by,
            "snapshot": {
                "name": f"{name.strip()[:200] or '-'}{SUFFIX}",
                "content": content,
                "media_type": MEDIA_TYPE,
            },
        },
    )
