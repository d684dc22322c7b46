"""The acts on photos with their words, keys and icons, for keys, menus and buttons alike."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.queries.photos import PhotoLine
from planner.ui.icons import Icon


class PhotoActions(QObject):
    """Made once for a page; what they do is connected there."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        keys = QKeySequence.StandardKey
        self.add = self._act(self.tr("Add photos"), keys.New, Icon.PLUS)
        self.add_folder = self._act(self.tr("Add a folder"), "Ctrl+Shift+N", Icon.FOLDER)
        self.paste = self._act(self.tr("Paste picture"), keys.Paste, Icon.IMPORT)
        self.accept = self._act(self.tr("Accept"), "A", Icon.CHECK)
        self.accept_sure = self._act(self.tr("Accept all sure places"), "Ctrl+Shift+A", Icon.DONE)
        self.place = self._act(self.tr("Move…"), "M", Icon.PIN)
        self.unplace = self._act(self.tr("Back into the tray"), "Backspace", Icon.HOLE)
        self.figure = self._act(self.tr("Figure or not"), "F", Icon.REPORT)
        self.earlier = self._act(self.tr("Figure earlier"), "Ctrl+Left", Icon.BACK)
        self.later = self._act(self.tr("Figure later"), "Ctrl+Right", Icon.FORWARD)
        self.tell_time = self._act(self.tr("Tell the time…"), "T", Icon.CLOCK)
        self.cameras = self._act(self.tr("Clocks of the cameras…"), "K", Icon.CLOCK)
        self.caption = self._act(self.tr("Draft caption"), "C", Icon.PEN)
        self.retouch = self._act(self.tr("Retouch…"), "R", Icon.PHOTO)
        self.disclose = self._act(self.tr("Internal or public"), "I", Icon.LOCK)
        self.stack = self._act(self.tr("Hide spare ones of the same scene"), "S", Icon.COPY)
        self.stack.setCheckable(True)
        self.give_out = self._act(self.tr("Export without positions…"), "E", Icon.EXPORT)
        self.remove = self._act(self.tr("Remove"), keys.Delete, Icon.TRASH)

    def _act(self, words: str, keys: str | QKeySequence.StandardKey, icon: Icon) -> QAction:
        act = QAction(words, self._page)
        act.setShortcut(QKeySequence(keys))
        act.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        act.setProperty("icon_name", icon.value)
        self._page.addAction(act)
        return act

    def suit_delegation(self, has_delegation: bool) -> None:
        for act in (self.add, self.add_folder, self.paste):
            act.setEnabled(has_delegation)

    def suit_photo(self, line: PhotoLine | None) -> None:
        self.accept.setEnabled(line is not None and line.is_proposed)
        for act in (self.place, self.caption, self.retouch, self.figure, self.remove):
            act.setEnabled(line is not None)

    def menu(self) -> QMenu:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.accept, self.place, self.unplace, self.tell_time])
        menu.addSeparator()
        menu.addActions([self.figure, self.earlier, self.later])
        menu.addSeparator()
        menu.addActions([self.caption, self.retouch, self.disclose, self.stack])
        menu.addSeparator()
        menu.addActions([self.give_out, self.remove])
        return menu
