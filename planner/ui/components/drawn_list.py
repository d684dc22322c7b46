"""DrawnList: lines that draw themselves, over the grounds, rings and keys that all lists share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.ui import paint
from planner.ui.appearance import Dressed, Ground, Radius, tokens
from planner.ui.components.boxes import lay_on

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_LINE = int(Qt.ItemDataRole.UserRole) + 1


class Line(Protocol):
    """What a list shows: known again by its key, read aloud as `spoken`."""

    @property
    def key(self) -> object: ...

    @property
    def words(self) -> str: ...

    @property
    def spoken(self) -> str: ...


@dataclass(frozen=True)
class Heading:
    """Of what kind the following are."""

    words: str

    @property
    def key(self) -> str:
        return self.words

    @property
    def spoken(self) -> str:
        return self.words


LineT = TypeVar("LineT", bound=Line)


class _LineModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[Any, ...] = ()

    def show(self, lines: Sequence[Any]) -> bool:
        """Told anew where the same stand there already; otherwise True: nothing is in hand."""
        before, self.lines = self.lines, tuple(lines)
        if [line.key for line in before] == [line.key for line in lines]:
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return False
        self.beginResetModel()
        self.endResetModel()
        return True

    # Qt's interface

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.words
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class _LineDelegate(QStyledItemDelegate):
    """Asks its list: what differs from list to list is there."""

    def __init__(self, owner: "DrawnList[Any]") -> None:
        super().__init__(owner)
        self._owner = owner

    # Qt's interface

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._owner.viewport().width()
        return QSize(width, self._owner.height_of(index.data(_LINE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, state = tokens(), option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_last = index.row() + 1 == index.model().rowCount()
        if is_chosen:
            paint.ground(painter, option.rect, colours.selection, None, Radius.FIELD)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint.ground(painter, option.rect, colours.hover, None, Radius.FIELD)
        line = index.data(_LINE)
        self._owner.draw(painter, QRect(option.rect), line, is_chosen, is_last)
        if state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, option.rect)


class DrawnList(QListView, Dressed, Generic[LineT]):
    """A subclass says how high a line is and draws it; Tab leaves the list."""

    def __init__(
        self, name: str, ground: Ground = Ground.SHEET, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = _LineModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lay_on(self.viewport(), ground)

    def height_of(self, line: LineT, width: int) -> int:
        raise NotImplementedError

    def draw(
        self, painter: QPainter, rect: QRect, line: LineT, is_chosen: bool, is_last: bool
    ) -> None:
        raise NotImplementedError

    @property
    def lines(self) -> tuple[LineT, ...]:
        return self._model.lines

    @property
    def line(self) -> LineT | None:
        """The one in hand."""
        row = self.currentIndex().row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def show_lines(self, lines: Sequence[LineT]) -> None:
        """The one in hand stays in hand where it is still there."""
        held = self.line
        if self._model.show(lines) and held is not None:
            self.choose(held.key)

    def choose(self, key: object) -> bool:
        row = next((row for row, line in enumerate(self.lines) if line.key == key), -1)
        self.choose_row(row)
        return row >= 0

    def choose_row(self, row: int) -> None:
        if 0 <= row < len(self.lines):
            self.setCurrentIndex(self._model.index(row))

    def copy(self) -> None:
        """The line in hand, as it is read aloud."""
        if (line := self.line) is not None:
            QGuiApplication.clipboard().setText(line.spoken)

    def menu(self) -> QMenu:
        """What one may do with the line in hand; lists with acts of their own put them first."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys = QKeySequence(QKeySequence.StandardKey.Copy)
        words = self.tr("Copy as text") + "\t" + keys.toString(keys.SequenceFormat.NativeText)
        menu.addAction(words).triggered.connect(self.copy)
        return menu

    def dress(self) -> None:
        self.doItemsLayout()

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.line is not None:
            self.menu().popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
