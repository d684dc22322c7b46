"""The places of the window, in the order in which the sidebar and the menu name them."""

from PySide6.QtCore import QCoreApplication

from planner.ui.components.sidebar import Place
from planner.ui.icons import Icon

DELEGATIONS = "delegations"
ITINERARY = "itinerary"
OUTCOMES = "outcomes"
REPORT = "report"


def places() -> tuple[Place, ...]:
    """In the language of now."""
    return (
        Place(DELEGATIONS, QCoreApplication.translate("Places", "Delegations"), Icon.DELEGATIONS),
        Place(ITINERARY, QCoreApplication.translate("Places", "Itinerary"), Icon.ROUTE, True),
        Place(OUTCOMES, QCoreApplication.translate("Places", "Outcomes"), Icon.OUTCOMES, True),
        Place(REPORT, QCoreApplication.translate("Places", "Report"), Icon.REPORT, True),
    )
