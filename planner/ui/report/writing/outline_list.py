"""OutlineList: the parts of the report, to choose the one that is written."""

from collections.abc import Sequence
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
from PySide6.QtGui import QPainter
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
from planner.ui.report.writing.outline import OutlineLine

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_LINE = int(Qt.ItemDataRole.UserRole) + 1
_ROW, _INDENT, _PAD = 28, 16, 8


class _OutlineModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[OutlineLine, ...] = ()

    def show(self, lines: Sequence[OutlineLine]) -> None:
        """Lines of the same parts are told anew without losing the one in hand."""
        keys = [line.key for line in self.lines]
        if [line.key for line in lines] == keys:
            self.lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
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
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.words} {line.note}".strip()
        return None


class _OutlineDelegate(QStyledItemDelegate):
    # Qt's interface

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(80), px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: OutlineLine = index.data(_LINE)
        colours, rect = tokens(), option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            paint.ground(painter, rect, colours.selection, None, Radius.FIELD)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.ground(painter, rect, colours.hover, None, Radius.FIELD)
        right = rect.right() - px(_PAD)
        ink = colours.color(line.pigment)
        if line.note:
            area = QRect(rect.left(), rect.top(), right - rect.left(), rect.height())
            right -= paint.text(
                painter, area, line.note, Type.SMALL, ink, Qt.AlignmentFlag.AlignRight
            ) + px(4)
        if line.icon:
            side = px(icons.ROW_SIZE)
            right -= side
            icons.paint(painter, line.icon, QRect(right, rect.top(), side, rect.height()), ink)
            right -= px(4)
        left = rect.left() + px(_PAD) + (line.depth - 1) * px(_INDENT)
        words = QRect(left, rect.top(), right - left, rect.height())
        plain = Pigment.INK if line.section else Pigment.INK2
        chosen = colours.color(Pigment.INDIGO if is_chosen else plain)
        paint.text(painter, words, line.words, Type.BASE, chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, rect)


class OutlineList(QListView, Dressed):
    chosen = Signal(object)  # OutlineLine
    entered_text = Signal()  # Enter: to the text

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _OutlineModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_OutlineDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lay_on(self.viewport(), Ground.SHEET)
        self._shown = ""
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(lambda _: self.entered_text.emit())

    @property
    def lines(self) -> tuple[OutlineLine, ...]:
        return self._model.lines

    @property
    def line(self) -> OutlineLine | None:
        row = self.currentIndex().row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def show_lines(self, lines: Sequence[OutlineLine], key: str = "") -> None:
        """Show the outline with a part in hand; the first where that is not there."""
        keys = [line.key for line in lines]
        wanted = key or self._shown
        self._shown = wanted if wanted in keys else ""
        self._model.show(lines)
        row = keys.index(wanted) if wanted in keys else 0
        self.setCurrentIndex(self._model.index(row) if lines else QModelIndex())

    def choose(self, key: str) -> bool:
        rows = [row for row, line in enumerate(self.lines) if line.key == key]
        if rows:
            self.setCurrentIndex(self._model.index(rows[0]))
        return bool(rows)

    def dress(self) -> None:
        self.doItemsLayout()

    def _on_current(self) -> None:
        """Tell a part that is chosen, once, whatever the model did meanwhile."""
        if (line := self.line) is not None and line.key != self._shown:
            self._shown = line.key
            self.chosen.emit(line)
