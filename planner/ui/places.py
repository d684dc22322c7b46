"""The places of the window, in the order in which the sidebar and the menu name them."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from planner.ui.components.sidebar import Place
from planner.ui.icons import Icon

TODAY = "today"
DELEGATIONS = "delegations"
CONTACTS = "contacts"
DELEGATION = "delegation"
ITINERARY = "itinerary"
SEMINAR = "seminar"
OUTCOMES = "outcomes"
RELATIONS = "relations"
PHOTOS = "photos"
REPORT = "report"
BRIEFING = "briefing"


def places() -> tuple[Place, ...]:
    """In the language of now. The page of the delegation in hand has a card of its own."""
    return (
        Place(TODAY, QCoreApplication.translate("Places", "Today"), Icon.TODAY),
        Place(DELEGATIONS, QCoreApplication.translate("Places", "Delegations"), Icon.DELEGATIONS),
        Place(CONTACTS, QCoreApplication.translate("Places", "People, organisations"), Icon.PEOPLE),
        Place(ITINERARY, QCoreApplication.translate("Places", "Itinerary"), Icon.ROUTE, True),
        Place(SEMINAR, QCoreApplication.translate("Places", "Seminar"), Icon.SEMINAR, True),
        Place(OUTCOMES, QCoreApplication.translate("Places", "Outcomes"), Icon.OUTCOMES, True),
        Place(RELATIONS, QCoreApplication.translate("Places", "Relations"), Icon.AGREEMENT, True),
        Place(PHOTOS, QCoreApplication.translate("Places", "Photos"), Icon.PHOTO, True),
        Place(REPORT, QCoreApplication.translate("Places", "Report"), Icon.REPORT, True),
        Place(BRIEFING, QCoreApplication.translate("Places", "Briefing"), Icon.BRIEFING, True),
    )


PLACE_OF: Mapping[str, str] = MappingProxyType(
    {
        "delegation": DELEGATION,
        "member": DELEGATION,
        "work_share": DELEGATION,
        "objective": DELEGATION,
        "finding": DELEGATION,
        "promise": DELEGATION,
        "recommendation": DELEGATION,
        "organisation": CONTACTS,
        "person": CONTACTS,
        "stop": ITINERARY,
        "seminar": SEMINAR,
        "session": SEMINAR,
        "talk": SEMINAR,
        "follow_up": OUTCOMES,
        "agreement": RELATIONS,
        "activity": RELATIONS,
        "gift": RELATIONS,
        "inbound_visit": RELATIONS,
        "progress": OUTCOMES,
        "proof": OUTCOMES,
        "section": REPORT,
        "photo": PHOTOS,
        "camera_clock": PHOTOS,
        "report": REPORT,
        "source": BRIEFING,
        "fact": BRIEFING,
    }
)
"""Where records of a kind are shown."""

MENDED: frozenset[str] = frozenset(PLACE_OF) - {"section", "report"}
"""Kinds of records that can be changed where they are shown."""
