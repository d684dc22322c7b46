"""What every drawing can do: be copied as a picture and as the table that tells the same."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from planner.ui.actions import list_act
from planner.ui.copying import Rows, copy_cells, copy_picture
from planner.ui.icons import Icon

PICTURE_KEY = "Ctrl+Alt+C"


class DrawingActs(QObject):
    """The context menu of a drawing, with its own acts first; `rows` tells what is drawn."""

    menu_asked = Signal()  # before it is shown, so that its acts can be made to suit

    def __init__(
        self,
        drawn: QWidget,
        rows: Callable[[], Rows],
        first: Sequence[QAction] = (),
        last: Sequence[QAction] = (),
    ) -> None:
        super().__init__(drawn)
        self._drawn = drawn
        self._rows = rows
        keys = QKeySequence(QKeySequence.StandardKey.Copy)
        words = self.tr("Copy as text and table")
        # a shortcut of its own would be at odds with that of the page around it
        self.copy = QAction(f"{words}\t{keys.toString(keys.SequenceFormat.NativeText)}", drawn)
        self.copy.setProperty("icon_name", Icon.COPY.value)
        self.picture = list_act(drawn, self.tr("Copy as picture"), PICTURE_KEY, Icon.PHOTO)
        self._first, self._last = tuple(first), tuple(last)
        self.copy.triggered.connect(self.copy_table)
        self.picture.triggered.connect(lambda: copy_picture(drawn))
        drawn.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        drawn.customContextMenuRequested.connect(self._show_menu)
        drawn.installEventFilter(self)

    def copy_table(self) -> None:
        copy_cells(self._rows())

    def _show_menu(self, where: QPoint) -> None:
        self.menu_asked.emit()
        menu = QMenu(self._drawn)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._first)
        menu.addSeparator()
        menu.addActions([self.copy, self.picture])
        menu.addSeparator()
        menu.addActions(self._last)
        drawn = self._drawn
        surface = drawn.viewport() if isinstance(drawn, QAbstractScrollArea) else drawn
        menu.popup(surface.mapToGlobal(where))

    # Qt's interface

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key for copying is the drawing's while it has focus, whatever it is on the page."""
        asks = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in asks or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Copy):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.copy_table()
        return True
