"""The parts of the relations with hosts, and what stands in each while it is empty."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QObject

from planner.ui.components.buttons import Button
from planner.ui.components.cards import EmptyState
from planner.ui.icons import Icon

MATTERS, AGREEMENTS, ACTIVITIES = "matters", "agreements", "activities"
GIFTS, INBOUND, YEARS = "gifts", "inbound", "years"
ICONS: Mapping[str, Icon] = MappingProxyType(
    {
        MATTERS: Icon.HISTORY,
        AGREEMENTS: Icon.AGREEMENT,
        ACTIVITIES: Icon.CHECK,
        GIFTS: Icon.GIFT,
        INBOUND: Icon.ORGANISATION,
        YEARS: Icon.RELATIONS,
    }
)


class RelationBlanks(QObject):
    def page(self, part: str, acts: Sequence[Button]) -> EmptyState:
        title, reason = self._told[part]
        return EmptyState(title, reason, ICONS[part], acts)

    @property
    def _told(self) -> Mapping[str, tuple[str, str]]:
        return {
            MATTERS: (
                self.tr("No earlier matter"),
                self.tr(
                    "Recommendations of earlier delegations to the same hosts or on the same "
                    "subject stand here, to be taken up in the report and the agenda."
                ),
            ),
            AGREEMENTS: (
                self.tr("No agreement with these hosts"),
                self.tr(
                    "With its expiry and days of notice, Today tells when notice must be given."
                ),
            ),
            ACTIVITIES: (
                self.tr("Nothing done under an agreement yet"),
                self.tr("Exchanges, courses, joint projects: what an agreement led to, by day."),
            ),
            GIFTS: (
                self.tr("No gift yet"),
                self.tr(
                    "What is given and received; beside it stands what a host was given before."
                ),
            ),
            INBOUND: (
                self.tr("No visit of these hosts to us"),
                self.tr("Each is counted against our visits to them, year by year."),
            ),
            YEARS: (
                self.tr("Nothing with these hosts yet"),
                self.tr("Visits both ways, talks, and what either side still owes, year by year."),
            ),
        }
