"""The acts on stops and days with their words, keys and icons, for keys and menus alike."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from planner.rules.notice import Notice, by_severity
from planner.ui.actions import page_act
from planner.ui.icons import Icon
from planner.ui.itinerary.proposals import DayDeed
from planner.ui.ripple.severities import SEVERITIES


class PlanActions(QObject):
    """Made once for a page; what they do is connected there."""

    day_asked = Signal(object, int)  # DayDeed on the day of the stop in hand, by how much

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        act, key = partial(page_act, page), QKeySequence.StandardKey
        self.add = act(self.tr("Add stop"), "Ctrl+Shift+N", Icon.PLUS)
        self.jot = act(self.tr("Add stop in one line"), key.New, Icon.PLUS)
        self.check = act(self.tr("Check the plan"), "F8", Icon.CHECK)
        self.open = act(self.tr("Open stop"), "", Icon.PANEL)
        self.copy = act(self.tr("Duplicate stop"), "Ctrl+D", Icon.COPY)
        self.copy_text = act(self.tr("Copy as text"), key.Copy, Icon.COPY)
        self.remove = act(self.tr("Remove stop"), key.Delete, Icon.TRASH)
        self.of_day = (
            self._day_act(self.tr("Day: move a day later"), "Ctrl+Alt+Right", DayDeed.MOVE, 1),
            self._day_act(self.tr("Day: move a day earlier"), "Ctrl+Alt+Left", DayDeed.MOVE, -1),
            self._day_act(self.tr("Day: swap with the next"), "", DayDeed.SWAP, 1),
            self._day_act(self.tr("Day: duplicate to the next"), "", DayDeed.COPY, 1),
            self._day_act(self.tr("Day: it and all after a day later"), "", DayDeed.MOVE_REST, 1),
            self._day_act(self.tr("Day: 30 minutes later"), "", DayDeed.CLOCKS, 30),
            self._day_act(self.tr("Day: 30 minutes earlier"), "", DayDeed.CLOCKS, -30),
        )

    def _day_act(self, words: str, keys: str, deed: DayDeed, amount: int) -> QAction:
        act = page_act(self._page, words, keys, Icon.CALENDAR)
        act.triggered.connect(lambda: self.day_asked.emit(deed, amount))
        return act

    def suit_plan(self, has_plan: bool) -> None:
        for act in (self.add, self.jot, self.check):
            act.setEnabled(has_plan)

    def suit_chosen(self, count: int) -> None:
        for act in (self.open, self.copy, *self.of_day):
            act.setEnabled(count == 1)
        for act in (self.remove, self.copy_text):
            act.setEnabled(count > 0)

    def tell_check(self, notices: Sequence[Notice]) -> None:
        """How much is wrong with the plan, and how gravely."""
        gravest = next(iter(by_severity(notices)), None)
        icon = SEVERITIES[gravest.severity][0] if gravest else Icon.CHECK
        self.check.setProperty("icon_name", icon.value)
        count = self.tr("%n item(s)", "", len(notices))
        self.check.setText(self.tr("Check: {count}").format(count=count))
