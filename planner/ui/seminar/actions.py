"""The acts on a seminar with their words, keys and icons, for keys, menus and buttons alike."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.ui.icons import Icon


class SeminarActions(QObject):
    """Made once for a page; what they do is connected there."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        keys = QKeySequence.StandardKey
        self.add = self._act(self.tr("Add talk"), keys.New, Icon.PLUS)
        self.add_session = self._act(self.tr("Add session or break"), "Ctrl+Shift+N", Icon.SEMINAR)
        self.change = self._act(self.tr("Change"), "F2", Icon.PEN)
        self.change_seminar = self._act(self.tr("Change seminar"), "Ctrl+F2", Icon.PEN)
        self.go_live = self._act(self.tr("Live on the day"), "L", Icon.PLAY)
        self.before = self._act(self.tr("Previous talk"), "PgUp", Icon.UP)
        self.after = self._act(self.tr("Next talk"), "PgDown", Icon.DOWN)
        self.copy = self._act(self.tr("Copy as text"), keys.Copy, Icon.COPY)
        self.remove = self._act(self.tr("Remove"), keys.Delete, Icon.TRASH)

    def _act(self, words: str, keys: str | QKeySequence.StandardKey, icon: Icon) -> QAction:
        act = QAction(words, self._page)
        act.setShortcut(QKeySequence(keys))
        act.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        act.setProperty("icon_name", icon.value)
        self._page.addAction(act)
        return act

    def suit_seminar(self, has_seminar: bool) -> None:
        for act in (self.add, self.add_session, self.change_seminar, self.go_live):
            act.setEnabled(has_seminar)

    def suit_live(self, is_live: bool) -> None:
        """Elsewhere these keys turn pages."""
        for act in (self.before, self.after):
            act.setEnabled(is_live)

    def menu(self) -> QMenu:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.change, self.add, self.add_session])
        menu.addSeparator()
        menu.addActions([self.go_live, self.copy])
        menu.addSeparator()
        menu.addAction(self.remove)
        return menu
