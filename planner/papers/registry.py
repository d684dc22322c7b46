"""The papers there are: ours, and those that installed packages offer."""

import logging
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from planner.domain.errors import NotFound, Refused
from planner.domain.profile import Names
from planner.papers.approval_packet import APPROVAL_PACKET
from planner.papers.badges import BADGES
from planner.papers.contact_list import CONTACT_LIST
from planner.papers.follow_up_table import FOLLOW_UP_TABLE
from planner.papers.host_dossier import HOST_DOSSIER
from planner.papers.itinerary import ITINERARY
from planner.papers.member_list import MEMBER_LIST
from planner.papers.pocket_card import POCKET_CARD
from planner.papers.review_form import REVIEW_FORM
from planner.papers.seminar_programme import SEMINAR_PROGRAMME
from planner.papers.summary_sheet import SUMMARY_SHEET
from planner.papers.template import API_VERSION, Template
from planner.papers.visit_report import VISIT_REPORT

logger = logging.getLogger(__name__)

GROUP = "planner.papers"
_KEY = re.compile(r"[a-z][a-z0-9-]*")

OURS = (
    VISIT_REPORT,
    SUMMARY_SHEET,
    REVIEW_FORM,
    ITINERARY,
    POCKET_CARD,
    MEMBER_LIST,
    HOST_DOSSIER,
    SEMINAR_PROGRAMME,
    BADGES,
    CONTACT_LIST,
    FOLLOW_UP_TABLE,
    APPROVAL_PACKET,
)


@dataclass(frozen=True)
class Disabled:
    """A paper of a package that cannot be used; `reason` is the code of the refusal."""

    key: str
    reason: str


@dataclass(frozen=True)
class Registry:
    templates: tuple[Template, ...]
    disabled: tuple[Disabled, ...] = ()

    def named(self, key: str) -> Template:
        for template in self.templates:
            if template.key == key:
                return template
        for each in self.disabled:
            if each.key == key:
                raise Refused(each.reason, paper=key)
        raise NotFound("paper.unknown", paper=key)


@cache
def registry() -> Registry:
    """All papers, found once: looking through installed packages takes its time."""
    return registry_of(tuple(entry_points(group=GROUP)))


def registry_of(offered: tuple[EntryPoint, ...]) -> Registry:
    templates, disabled = list(OURS), []
    for point in sorted(offered, key=lambda each: each.name):
        found = _loaded(point)
        if isinstance(found, Template) and any(each.key == found.key for each in templates):
            found = Disabled(found.key, "paper.key_taken")
        if isinstance(found, Template):
            templates.append(found)
        else:
            disabled.append(found)
    return Registry(tuple(templates), tuple(disabled))


def _loaded(point: EntryPoint) -> Template | Disabled:
    try:
        found = point.load()
    except Exception:  # whatever a foreign package does, ours goes on
        logger.exception("the paper %s cannot be loaded", point.name)
        return Disabled(point.name, "paper.cannot_load")
    if not isinstance(found, Template):
        return Disabled(point.name, "paper.not_a_template")
    if found.api_version != API_VERSION:
        return Disabled(point.name, "paper.other_version")
    if not (_KEY.fullmatch(found.key) and isinstance(found.title, Names)):
        return Disabled(point.name, "paper.badly_named")
    return found


def templates() -> tuple[Template, ...]:
    return registry().templates


def template_named(key: str) -> Template:
    """Raises NotFound for a paper that does not exist."""
    return registry().named(key)
