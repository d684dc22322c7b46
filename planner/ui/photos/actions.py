"""The acts on photos with their words, keys and icons, for keys, menus and buttons alike."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.queries.photos import PhotoLine, PhotoPage
from planner.ui.actions import page_act
from planner.ui.icons import Icon


class PhotoActions(QObject):
    """Made once for a page; what they do is connected there."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        act, keys = partial(page_act, page), QKeySequence.StandardKey
        self.add = act(self.tr("Add photos"), keys.New, Icon.PLUS)
        self.add_folder = act(self.tr("Add a folder"), "Ctrl+Shift+N", Icon.FOLDER)
        self.paste = act(self.tr("Paste picture"), keys.Paste, Icon.IMPORT)
        self.accept = act(self.tr("Accept"), "A", Icon.CHECK)
        self.accept_sure = act(self.tr("Accept all sure places"), "Ctrl+Shift+A", Icon.DONE)
        self.place = act(self.tr("Move…"), "M", Icon.PIN)
        self.unplace = act(self.tr("Back into the tray"), "Backspace", Icon.HOLE)
        self.figure = act(self.tr("Figure or not"), "F", Icon.REPORT)
        self.earlier = act(self.tr("Figure earlier"), "Ctrl+Left", Icon.BACK)
        self.later = act(self.tr("Figure later"), "Ctrl+Right", Icon.FORWARD)
        self.tell_time = act(self.tr("Tell the time…"), "T", Icon.CLOCK)
        self.cameras = act(self.tr("Clocks of the cameras…"), "K", Icon.CLOCK)
        self.caption = act(self.tr("Draft caption"), "C", Icon.PEN)
        self.retouch = act(self.tr("Retouch…"), "R", Icon.PHOTO)
        self.disclose = act(self.tr("Internal or public"), "I", Icon.LOCK)
        self.stack = act(self.tr("Hide spare ones of the same scene"), "S", Icon.COPY)
        self.stack.setCheckable(True)
        self.give_out = act(self.tr("Export without positions…"), "E", Icon.EXPORT)
        self.remove = act(self.tr("Remove"), keys.Delete, Icon.TRASH)

    def suit_delegation(self, has_delegation: bool) -> None:
        for act in (self.add, self.add_folder, self.paste):
            act.setEnabled(has_delegation)

    def suit_page(self, page: PhotoPage | None) -> None:
        self.accept_sure.setEnabled(page is not None and any(line.is_sure for line in page.lines))

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
