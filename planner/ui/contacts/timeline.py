"""What happened with somebody over the years: a line of marks, latest first, with its keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Ground, Pigment, Radius, Type, px, tokens
from planner.ui.components.boxes import lay_on
from planner.ui.contacts.faces import EventFace
from planner.ui.delegates import wrapped
from planner.ui.row_table_model import Column, Role, RowTableModel

_FACE = int(Qt.ItemDataRole.UserRole) + 30
_HEIGHT = 69
_LEFT = 4
_TEXT = 30
_State = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex


class _Events(RowTableModel):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == _FACE and index.isValid():
            return self.rows[index.row()]
        return super().data(index, role)


class Timeline(QListView, Dressed):
    """Day, what it was, and where or with whom; Enter goes there."""

    opened = Signal(object)  # key

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events = _Events(
            [Column("", lambda face: f"{face.day} {face.title} {face.note}".strip())], self
        )
        self.setModel(self._events)
        self.setItemDelegate(_EventDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        lay_on(self.viewport(), Ground.SHEET)
        self.activated.connect(lambda index: self.opened.emit(index.data(Role.KEY)))

    @property
    def faces(self) -> Sequence[EventFace]:
        return self._events.rows

    def show_events(self, faces: Sequence[EventFace]) -> None:
        self._events.show(faces)

    def dress(self) -> None:
        self.scheduleDelayedItemsLayout()

    def text(self) -> str:
        """As it is put on the clipboard."""
        return "\n".join("\t".join((face.day, face.title, face.note)) for face in self.faces)

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().data(Role.KEY))
            return
        super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()


class _EventDelegate(QStyledItemDelegate):
    # Qt's interface

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        face: EventFace = index.data(_FACE)
        lines = len(_title_lines(face, _room(option)))
        return QSize(px(200), px(_HEIGHT + (lines - 1) * Type.BASE.line))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face: EventFace = index.data(_FACE)
        colours, rect = tokens(), option.rect
        over = option.state & _State.State_MouseOver
        focused = option.state & _State.State_HasFocus
        if over or focused:
            ground = colours.selection if focused else colours.hover
            paint.ground(painter, rect.adjusted(0, 0, 0, -px(4)), ground, None, Radius.FIELD)
        if focused:
            paint.focus_ring(painter, rect.adjusted(0, 0, 0, -px(4)))
        side = px(icons.SIZE)
        mark = QRect(rect.left() + px(_LEFT), rect.top() + px(4), side, px(18))
        icons.paint(painter, face.icon, mark, colours.color(face.pigment))
        if index.row() + 1 < index.model().rowCount():
            top, bottom = mark.bottom() + px(5), rect.bottom()
            painter.fillRect(mark.center().x(), top, max(1, px(1)), bottom - top, colours.line)
        left, width = rect.left() + px(_TEXT), _room(option)
        line = QRect(left, rect.top() + px(4), width, px(Type.SMALL.line))
        paint.text(painter, line, face.day, Type.SMALL, colours.color(face.day_pigment))
        for words in _title_lines(face, width):
            line = QRect(left, line.bottom() + 1, width, px(Type.BASE.line))
            paint.text(painter, line, words)
        line = QRect(left, line.bottom() + 1, width, px(Type.SMALL.line))
        paint.text(painter, line, face.note, Type.SMALL, colours.color(Pigment.INK2))


def _room(option: QStyleOptionViewItem) -> int:
    """For words; a list has no rectangle yet while it measures its rows."""
    view = option.widget
    width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
    return width - px(_TEXT + 4)


def _title_lines(face: EventFace, width: int) -> list[str]:
    """Two at most; what does not fit is cut at the end of the second."""
    first, *rest = wrapped(face.title, width)
    return [first, "".join(rest)] if rest else [first]
