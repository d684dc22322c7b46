"""ProblemList: what is wrong, each sentence whole, with its place and the act that mends it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.rules.notice import Notice, Severity
from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Ground, Pigment, Radius, Type, px, tokens
from planner.ui.components.boxes import lay_on
from planner.ui.delegates import wrapped
from planner.ui.icons import Icon

Index = QModelIndex | QPersistentModelIndex
SEVERITY_ICONS: Mapping[Severity, tuple[Icon, Pigment]] = MappingProxyType(
    {
        Severity.MUST: (Icon.MUST, Pigment.CINNABAR),
        Severity.SHOULD: (Icon.WARNING, Pigment.GAMBOGE),
        Severity.HINT: (Icon.INFO, Pigment.INK2),
    }
)
_TOP = QModelIndex()
_LINE = int(Qt.ItemDataRole.UserRole) + 1
_PAD, _ABOVE, _CLOSE = 8, 7, 5
_WIDE, _PLACE = 420, 96


@dataclass(frozen=True)
class ProblemLine:
    """One notice as the list shows it; `remedy` is empty where one cannot go and mend it."""

    notice: Notice
    text: str
    place: str
    remedy: str
    is_accepted: bool = False

    @property
    def spoken(self) -> str:
        return " ".join(part for part in (self.text, self.place, self.remedy) if part)


class _ProblemModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[ProblemLine, ...] = ()

    def show(self, lines: Sequence[ProblemLine]) -> None:
        if tuple(lines) != self.lines:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()

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
            return line.text
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


@dataclass(frozen=True)
class _Plan:
    """Where the parts of a line stand: below each other, or side by side where it is wide."""

    text: QRect
    place: QRect
    remedy: QRect

    @classmethod
    def of(cls, rect: QRect, line: ProblemLine) -> "_Plan":
        left = rect.left() + px(_PAD + icons.SIZE + 8)
        whole = QRect(left, rect.top(), rect.right() - px(_PAD) - left, rect.height())
        remedy = paint.width_of(line.remedy, Type.SMALL)
        if rect.width() >= px(_WIDE):
            inner = whole.adjusted(0, px(_CLOSE), 0, -px(_CLOSE))
            text = inner.adjusted(px(_PLACE + 12), 0, -remedy - px(12), 0)
            inner.setHeight(px(Type.BASE.line))
            place = QRect(inner.left(), inner.top(), px(_PLACE), inner.height())
            return cls(text, place, inner.adjusted(inner.width() - remedy, 0, 0, 0))
        inner = whole.adjusted(0, px(_ABOVE), 0, -px(_ABOVE))
        foot = inner.adjusted(0, inner.height() - px(Type.SMALL.line), 0, 0)
        place = foot.adjusted(0, 0, -remedy - px(8), 0)
        text = inner.adjusted(0, 0, 0, -foot.height())
        return cls(text, place, foot.adjusted(foot.width() - remedy, 0, 0, 0))

    @classmethod
    def height(cls, width: int, line: ProblemLine) -> int:
        plan = cls.of(QRect(0, 0, width, 0), line)
        rows = len(wrapped(line.text, plan.text.width())) * px(Type.BASE.line)
        if width >= px(_WIDE):
            return rows + 2 * px(_CLOSE)
        return rows + px(Type.SMALL.line) + 2 * px(_ABOVE)


class _ProblemDelegate(QStyledItemDelegate):
    # Qt's interface

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, _Plan.height(width, index.data(_LINE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ProblemLine = index.data(_LINE)
        colours, rect = tokens(), option.rect
        plan = _Plan.of(rect, line)
        if option.state & QStyle.StateFlag.State_Selected:
            paint.ground(painter, rect, colours.selection, None, Radius.FIELD)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.ground(painter, rect, colours.hover, None, Radius.FIELD)
        icon, pigment = SEVERITY_ICONS[line.notice.severity]
        if line.is_accepted:
            icon, pigment = Icon.DONE, Pigment.INK2
        height = px(Type.BASE.line)
        mark = QRect(rect.left() + px(_PAD), plan.text.top(), px(icons.SIZE), height)
        icons.paint(painter, icon, mark, colours.color(pigment))
        for row, words in enumerate(wrapped(line.text, plan.text.width())):
            top = plan.text.top() + row * height
            paint.text(painter, QRect(plan.text.left(), top, plan.text.width(), height), words)
        grey, link = colours.color(Pigment.INK2), colours.color(Pigment.INDIGO)
        paint.text(painter, plan.place, line.place, Type.SMALL, grey)
        paint.text(painter, plan.remedy, line.remedy, Type.SMALL, link)
        if index.row() + 1 < index.model().rowCount():
            left = rect.left() + px(_PAD + icons.SIZE + 8)
            paint.hairline(painter, left, rect.right() - px(_PAD), rect.bottom())
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, rect)


class ProblemList(QListView, Dressed):
    """Enter or a double click goes where it can be mended; so does a click on the remedy."""

    opened = Signal(object)  # Notice

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _ProblemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_ProblemDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lay_on(self.viewport(), Ground.SHEET)
        self.doubleClicked.connect(self._open)

    @property
    def lines(self) -> tuple[ProblemLine, ...]:
        return self._model.lines

    @property
    def line(self) -> ProblemLine | None:
        """The one in hand."""
        place = self.currentIndex().row()
        return self.lines[place] if 0 <= place < len(self.lines) else None

    def show_lines(self, lines: Sequence[ProblemLine]) -> None:
        """The one in hand stays in hand where it is still there."""
        place = self.currentIndex().row()
        before = self.lines[place].notice.fingerprint if 0 <= place < len(self.lines) else ""
        self._model.show(lines)
        found = (at for at, line in enumerate(lines) if line.notice.fingerprint == before)
        if (row := next(found, -1)) >= 0:
            self.setCurrentIndex(self._model.index(row))

    def step(self, by: int) -> None:
        """To the next one, round the end."""
        if self.lines:
            row = self.currentIndex().row()
            row = (row + by) % len(self.lines) if row >= 0 else 0
            self.setCurrentIndex(self._model.index(row))

    def dress(self) -> None:
        self.doItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self.lines[index.row()].remedy:
            self.opened.emit(self.lines[index.row()].notice)

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and self._is_on_remedy(index, place.x(), place.y()):
            self._open(index)

    def _is_on_remedy(self, index: QModelIndex, across: int, down: int) -> bool:
        remedy = _Plan.of(self.visualRect(index), self.lines[index.row()]).remedy
        return remedy.adjusted(0, 0, px(_PAD), px(_ABOVE)).contains(across, down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
