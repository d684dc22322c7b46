"""The context menu of the plan: what can be done with the stops chosen, and with a day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.stop import StopStatus
from planner.queries.itinerary import Itinerary, PlannedStop
from planner.ui.itinerary.plan_edits import PlanEdits
from planner.ui.itinerary.stop_faces import StopWords


class PlanMenu(QMenu):
    """Goes when it is closed."""

    def __init__(self, says: StopWords, edits: PlanEdits, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._says = says
        self._edits = edits

    def offer_stops(self, acts: Sequence[QAction], stops: Sequence[PlannedStop]) -> None:
        self.addActions(acts)
        states = self.addMenu(self.tr("State"))
        for status in StopStatus:
            act = states.addAction(self._says.words.value(status))
            act.setCheckable(True)
            act.setChecked(all(stop.status is status for stop in stops))
            act.triggered.connect(lambda _=False, status=status: self._set_state(stops, status))
        self.addSeparator()

    def _set_state(self, stops: Sequence[PlannedStop], status: StopStatus) -> None:
        for stop in stops:
            self._edits.change(stop, "status", status)

    def offer_day(self, plan: Itinerary, day: date) -> None:
        """The whole day again on another day of the journey."""
        if not any(each.day == day and each.stops for each in plan.days):
            return
        formats = self._says.formats
        to = self.addMenu(self.tr("Duplicate {day} to").format(day=formats.day(day)))
        for other in plan.days:
            if other.day != day and not other.is_outside:
                act = to.addAction(formats.day_weekday(other.day))
                act.triggered.connect(
                    lambda _=False, to=other.day: self._edits.copy_day(plan.key, day, to)
                )
