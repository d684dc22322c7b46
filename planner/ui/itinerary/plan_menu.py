"""The context menu of the plan: what can be done with the stops chosen, and with a day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.stop import StopStatus
from planner.queries.itinerary import Itinerary, PlannedStop
from planner.ui.itinerary.plan_edits import PlanEdits
from planner.ui.itinerary.proposals import DayDeed, DayWish
from planner.ui.itinerary.stop_faces import StopWords

_HALF_AN_HOUR = 30


class PlanMenu(QMenu):
    """Goes when it is closed."""

    wished = Signal(object)  # DayWish

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
        """What can be done with the whole day, where it has stops."""
        if not any(each.day == day and each.stops for each in plan.days):
            return
        others = [each.day for each in plan.days if each.day != day and not each.is_outside]
        named = self._says.formats.day(day)
        self.addSeparator()
        for words, deed in (
            (self.tr("Move {day} to"), DayDeed.MOVE),
            (self.tr("Swap {day} with"), DayDeed.SWAP),
            (self.tr("Duplicate {day} to"), DayDeed.COPY),
        ):
            to = self.addMenu(words.format(day=named))
            for other in others:
                label = self._says.formats.day_weekday(other)
                self._offer(to, label, DayWish(deed, day, other))
        shift = self.addMenu(self.tr("Shift {day}").format(day=named))
        for words, deed, amount in (
            (self.tr("30 minutes later"), DayDeed.CLOCKS, _HALF_AN_HOUR),
            (self.tr("30 minutes earlier"), DayDeed.CLOCKS, -_HALF_AN_HOUR),
            (self.tr("Stretch by 30 minutes"), DayDeed.STRETCH, _HALF_AN_HOUR),
            (self.tr("Tighten by 30 minutes"), DayDeed.STRETCH, -_HALF_AN_HOUR),
            (self.tr("From here on a day later"), DayDeed.MOVE_REST, 1),
            (self.tr("From here on a day earlier"), DayDeed.MOVE_REST, -1),
        ):
            self._offer(shift, words, DayWish(deed, day, amount=amount))

    def _offer(self, menu: QMenu, words: str, wish: DayWish) -> None:
        menu.addAction(words).triggered.connect(lambda _=False: self.wished.emit(wish))
