"""The acts on a seminar with their words, keys and icons, for keys, menus and buttons alike."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.ui.actions import page_act
from planner.ui.icons import Icon


class SeminarActions(QObject):
    """Made once for a page; what they do is connected there."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        act, keys = partial(page_act, page), QKeySequence.StandardKey
        self.add = act(self.tr("Add talk"), keys.New, Icon.PLUS)
        self.add_session = act(self.tr("Add session or break"), "Ctrl+Shift+N", Icon.SEMINAR)
        self.change = act(self.tr("Change"), "F2", Icon.PEN)
        self.change_seminar = act(self.tr("Change seminar"), "Ctrl+F2", Icon.PEN)
        self.go_live = act(self.tr("Live on the day"), "L", Icon.PLAY)
        self.before = act(self.tr("Previous talk"), "PgUp", Icon.UP)
        self.after = act(self.tr("Next talk"), "PgDown", Icon.DOWN)
        self.copy = act(self.tr("Copy as text"), keys.Copy, Icon.COPY)
        self.remove = act(self.tr("Remove"), keys.Delete, Icon.TRASH)

    def suit_seminar(self, has_seminar: bool) -> None:
        for act in (self.add, self.add_session, self.change_seminar, self.go_live):
            act.setEnabled(has_seminar)

    def suit_live(self, is_live: bool) -> None:
        """Elsewhere these keys turn pages."""
        for act in (self.before, self.after):
            act.setEnabled(is_live)

    def menu(self, of_table: Sequence[QAction]) -> QMenu:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.change, self.add, self.add_session])
        menu.addSeparator()
        menu.addActions([self.go_live, self.copy, *of_table])
        menu.addSeparator()
        menu.addAction(self.remove)
        return menu
