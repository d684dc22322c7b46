"""What a new delegation begins with, by what was said at the first start."""

from typing import Any

from planner.settings import Settings
from planner.usecases.naming import Named


def first_values(settings: Settings) -> dict[str, Any]:
    lead = Named(settings.agency) if settings.agency else None
    return {"profile": settings.profile, "lead_body_id": lead}
