"""The face of a filter over a list: a button with those kept, and what is asked for now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from planner.ui.actions import page_act
from planner.ui.appearance import Pigment
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Chip
from planner.ui.drawing.states import Look
from planner.ui.filters.filter_keeper import FilterKeeper
from planner.ui.icons import Icon

_LONGEST = 24


class FilterButton(QWidget):
    """Opens the menu; the chip beside it takes the filter away."""

    def __init__(self, keeper: FilterKeeper, page: QWidget) -> None:  # type: ignore[type-arg]
        super().__init__()
        self._keeper = keeper
        self.open_menu = page_act(page, self.tr("Saved filters"), "Ctrl+Shift+L", Icon.FILTER)
        self.ask = page_act(page, self.tr("Filter the list"), "Ctrl+Shift+F", Icon.FILTER)
        self.chip = Chip("", Icon.FILTER, Pigment.INDIGO, removable=True)
        self.chip.hide()
        self.button = Button(self.tr("Filter"), Icon.FILTER, Look.QUIET)
        self.button.setToolTip(self.tr("Saved filters") + "  Ctrl+Shift+L")
        self.setLayout(Row(self.chip, self.button))
        self.button.clicked.connect(self.popup)
        self.open_menu.triggered.connect(self.popup)
        self.ask.triggered.connect(keeper.ask)
        self.chip.removed.connect(keeper.clear)
        keeper.changed.connect(self._show_active)

    def popup(self) -> QMenu:
        menu = QMenu(self.tr("Filter"), self.button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keeper.fill(menu)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
        return menu

    def _show_active(self) -> None:
        told = self._keeper.told
        short = told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…"
        self.chip.show_state(short, Icon.FILTER, Pigment.INDIGO)
        self.chip.setToolTip(told)
        self.chip.setVisible(bool(told))
