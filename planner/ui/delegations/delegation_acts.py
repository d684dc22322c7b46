"""The acts on delegations with their words, keys and icons, for keys and menus alike."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.delegation import DelegationState
from planner.ui.actions import page_act
from planner.ui.delegations.delegation_lines import STATE_ICONS
from planner.ui.icons import Icon
from planner.words import Words


class DelegationActs(QObject):
    """Made once for the list; what they do is connected there."""

    def __init__(self, page: QWidget, words: Words) -> None:
        super().__init__(page)
        key = QKeySequence.StandardKey
        self.add = page_act(page, self.tr("New delegation"), key.New, Icon.PLUS)
        self.open = page_act(page, self.tr("Open"), "", Icon.FORWARD)
        self.edit = page_act(page, self.tr("Edit delegation"), "F2", Icon.PEN)
        self.remove = page_act(page, self.tr("Remove delegation"), key.Delete, Icon.TRASH)
        self.search = page_act(page, self.tr("Search delegations"), key.Find, Icon.SEARCH)
        self.copy = page_act(page, self.tr("Copy as text and table"), key.Copy, Icon.COPY)
        self.copy_on = page_act(page, self.tr("Copy as next year's"), "Ctrl+Shift+D", Icon.CALENDAR)
        self.turn = page_act(page, self.tr("List or board"), "Ctrl+Shift+V", Icon.BOARD)
        self.states = {
            state: page_act(
                page,
                self.tr("Set to: {state}").format(state=words.value(state)),
                str(number),
                STATE_ICONS[state],
            )
            for number, state in enumerate(DelegationState, 1)
        }

    def suit_chosen(self, count: int) -> None:
        for act in (self.open, self.edit, self.copy_on):
            act.setEnabled(count == 1)
        for act in (self.remove, self.copy, *self.states.values()):
            act.setEnabled(count > 0)

    def show_menu(self, home: QWidget, of_table: Sequence[QAction], where: QPoint) -> None:
        """What can be done with the chosen ones, and with the list as a whole."""
        menu = QMenu(home)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.open, self.edit, self.copy_on, self.copy])
        menu.addMenu(self.tr("State")).addActions(list(self.states.values()))
        menu.addSeparator()
        menu.addActions([self.add, *of_table])
        menu.addSeparator()
        menu.addAction(self.remove)
        menu.popup(where)
