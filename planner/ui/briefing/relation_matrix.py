"""RelationMatrix: what needs what, components down and elements across, one verb at a time."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.domain.briefing import Relation
from planner.ui import icons, paint
from planner.ui.actions import list_act
from planner.ui.appearance import Dressed, Ground, Height, Pigment, Radius, px, tokens
from planner.ui.components.boxes import lay_on
from planner.ui.components.drawing_acts import DrawingActs
from planner.ui.icons import Icon

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_CELL = 48
_NAMES = 200


class MatrixModel(QAbstractTableModel):
    """A cell is marked where at least one source says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.subjects: list[str] = []
        self.objects: list[str] = []
        self._cells: dict[tuple[str, str], list[Relation]] = {}
        self._verb = ""

    def show(self, relations: Sequence[Relation], verb: str) -> None:
        """Things keep the order of their names."""
        self.beginResetModel()
        shown = [each for each in relations if each.verb == verb]
        self._verb = verb
        self.subjects = sorted({each.subject for each in shown})
        self.objects = sorted({each.object for each in shown})
        self._cells = {}
        for each in shown:
            self._cells.setdefault((each.subject, each.object), []).append(each)
        self.endResetModel()

    def pair(self, index: Index) -> tuple[str, str]:
        return self.subjects[index.row()], self.objects[index.column()]

    def told(self) -> list[list[str]]:
        """As it is drawn: names at both edges, marks between."""
        rows = [[self._verb, *self.objects]]
        for subject in self.subjects:
            marks = ((subject, object_) in self._cells for object_ in self.objects)
            rows.append([subject, *("✓" if marked else "" for marked in marks)])
        return rows

    def relations(self, index: Index) -> Sequence[Relation]:
        return self._cells.get(self.pair(index), ())

    # Qt's interface

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.subjects)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.objects)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        marked = bool(self.relations(index))
        if role == Qt.ItemDataRole.DisplayRole:
            return "✓" if marked else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(index, marked)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _spoken(self, index: Index, marked: bool) -> str:
        subject, object_ = self.pair(index)
        said = f"{subject} {self._verb} {object_}"
        if marked:
            return said
        return QCoreApplication.translate("RelationMatrix", "Not marked: {said}").format(said=said)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        names = self.objects if orientation == Qt.Orientation.Horizontal else self.subjects
        if not 0 <= section < len(names):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return names[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            across = orientation == Qt.Orientation.Horizontal
            centre, left = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft
            return (centre if across else left) | Qt.AlignmentFlag.AlignVCenter
        return None


class _CellDelegate(QStyledItemDelegate):
    """A filled mark on its tint; an unmarked cell stays paper."""

    # Qt's interface

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, area = tokens(), option.rect.adjusted(px(2), px(2), -px(2), -px(2))
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            paint.ground(painter, area, colours.selection, None, Radius.CHIP)
        elif index.data():
            edge = colours.color(Pigment.PINE) if colours.high_contrast else None
            paint.ground(painter, area, colours.tint(Pigment.PINE), edge, Radius.CHIP)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint.ground(painter, area, colours.hover, None, Radius.CHIP)
        if index.data():
            icons.paint(painter, Icon.CHECK, area, colours.color(Pigment.PINE))
        bottom = option.rect.bottom()
        painter.fillRect(QRect(option.rect.left(), bottom, option.rect.width(), 1), colours.line)
        if state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, area, Radius.CHIP)


class RelationMatrix(QTableView, Dressed):
    """A click, Space or Enter marks a cell or takes its mark away."""

    toggled = Signal()  # the cell in hand

    def __init__(self, model: MatrixModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(True)
        lay_on(self.viewport(), Ground.SHEET)
        self.mark = list_act(self, self.tr("Mark, or take the mark away"), "", Icon.CHECK)
        self.mark.triggered.connect(self._toggle)
        self.copies = DrawingActs(self, model.told, [self.mark])
        self.copies.menu_asked.connect(lambda: self.mark.setEnabled(self.currentIndex().isValid()))
        self.clicked.connect(lambda _: self.toggled.emit())
        model.modelReset.connect(self.dress)
        self.dress()

    def _toggle(self) -> None:
        if self.currentIndex().isValid():
            self.toggled.emit()

    def dress(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        widest = max((paint.width_of(name) for name in self._matrix.objects), default=0)
        across.setDefaultSectionSize(max(px(_CELL), widest + px(20)))
        across.setFixedHeight(px(Height.ROW))
        down.setDefaultSectionSize(px(Height.ROW))
        down.setFixedWidth(px(_NAMES))
        self.updateGeometry()

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self.toggled.emit()
            return
        super().keyPressEvent(event)

    def viewportSizeHint(self) -> QSize:  # noqa: N802 – Qt's name
        heading = self.horizontalHeader().height()
        return QSize(px(240), self.verticalHeader().length() + heading)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 – Qt's name
        """Tab leaves the matrix."""
        return QWidget.focusNextPrevChild(self, forward)
