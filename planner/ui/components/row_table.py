"""A table of one-line rows: grounds and rings by row, keys as one expects, Tab leaves it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelectionModel,
    QMetaMethod,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from planner.ui import paint
from planner.ui.actions import list_act
from planner.ui.appearance import Dressed, Ground, Height, Pigment, Radius, px, tokens
from planner.ui.components.boxes import lay_on
from planner.ui.components.column_chooser import ColumnChooser
from planner.ui.components.column_widths import ColumnWidths
from planner.ui.copying import copy_rows
from planner.ui.delegates import RowDelegate, paint_section
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column, Role, RowTableModel

COLUMNS_KEY = "Ctrl+Shift+K"
EXPORT_KEY = "Ctrl+Alt+S"
PRINT_KEY = "Ctrl+P"
_FIRST_SECTION = 34
_SECTION = 48
_Select = QItemSelectionModel.SelectionFlag


class RowTable(QTableView, Dressed):
    """Shows a `RowTableModel` by the plan of its columns."""

    opened = Signal(object)  # key, by Enter or a double click

    def __init__(
        self,
        model: RowTableModel,
        name: str,
        height: int = Height.ROW,
        headed: bool = True,
        ground: Ground = Ground.SHEET,
        grows: bool = False,
        lined: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan = model
        self._height = height
        self._grows = grows
        self._hovered = -1
        self._headings: Sequence[int] = ()
        self.setModel(model)
        self.setItemDelegate(RowDelegate(height, lined, self))
        self.setAccessibleName(name)
        self._behave()
        self.horizontalHeader().setVisible(headed)
        self.chooser = ColumnChooser(self)
        self.widths = ColumnWidths(self, model.columns)
        self.copy_act, self.columns_act = self._make_acts(headed)
        self.export_act = list_act(self, self.tr("Export table…"), EXPORT_KEY, Icon.EXPORT)
        self.export_act.triggered.connect(self._ask_export)
        self.print_act = list_act(self, self.tr("Print table…"), PRINT_KEY, Icon.PRINT)
        self.print_act.triggered.connect(self._ask_print)
        lay_on(self.viewport(), ground)
        self.widths.lay()
        model.modelReset.connect(self._measure_rows)
        self.selectionModel().selectionChanged.connect(lambda: self.viewport().update())
        self.selectionModel().currentChanged.connect(lambda: self.viewport().update())
        self._measure_rows()

    def _behave(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setMinimumSectionSize(px(24))
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if self._grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(Role.KEY)))

    def _make_acts(self, headed: bool) -> tuple[QAction, QAction]:
        keys = QKeySequence(QKeySequence.StandardKey.Copy).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        # a shortcut of its own would be at odds with that of the page around it
        copy = QAction(self.tr("Copy as text and table") + f"\t{keys}", self)
        copy.triggered.connect(lambda: copy_rows(self))
        columns = QAction(self.tr("Columns…"), self)
        columns.triggered.connect(self.chooser.ask)
        self.chooser.reset_asked.connect(self._as_at_first)
        if headed:
            columns.setShortcut(QKeySequence(COLUMNS_KEY))
            columns.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.addAction(columns)
        return copy, columns

    @property
    def own_acts(self) -> list[QAction]:
        """What every table can do, for menus."""
        acts = [self.copy_act, *self.ways_out]
        return acts if self.horizontalHeader().isHidden() else [*acts, self.columns_act]

    @property
    def ways_out(self) -> list[QAction]:
        """Into a file, onto paper."""
        return [self.export_act, self.print_act]

    def _ask_export(self) -> None:
        # writing workbooks takes modules that the first picture need not wait for
        from planner.ui.components.table_export import TableExportDialog

        TableExportDialog(self).open()

    def _ask_print(self) -> None:
        # setting pages takes modules that the first picture need not wait for
        from planner.ui.components.table_preview import TablePreview

        TablePreview(self).open()

    @property
    def plan(self) -> Sequence[Column[Any]]:
        """The columns, in the order of the model."""
        return self._plan.columns

    @property
    def keys(self) -> list[object]:
        """Of the chosen rows, from the top."""
        chosen = self.selectionModel().selectedRows()
        return [index.data(Role.KEY) for index in sorted(chosen, key=QModelIndex.row)]

    @property
    def key(self) -> object | None:
        """Of the row in hand."""
        index = self.currentIndex()
        return index.data(Role.KEY) if index.isValid() else None

    def choose(self, key: object) -> bool:
        place = self._plan.row_of(key)
        self.take(place)
        return place >= 0

    def take(self, place: int) -> None:
        """This row alone, whatever key is held down meanwhile; none where it is -1."""
        if place >= 0:
            index, flags = self._plan.index(place, self._first_column), _Select.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags | _Select.Rows)
            self.scrollTo(index)

    @property
    def _first_column(self) -> int:
        """Of those that are shown: Qt does not scroll to a hidden one."""
        return next(each for each in self.chooser.order if self.chooser.is_shown(each))

    def choose_all(self, keys: Sequence[object]) -> None:
        """Several at once, in the place of what was chosen."""
        places = [place for key in keys if (place := self._plan.row_of(key)) >= 0]
        self.clearSelection()
        for place in places:
            index = self._plan.index(place, 0)
            self.selectionModel().select(index, _Select.Select | _Select.Rows)

    def dress(self) -> None:
        self.widths.grow_with_text()
        self._measure_rows()

    def _as_at_first(self) -> None:
        self.widths.lay()
        self.widths.fit()

    def _measure_rows(self) -> None:
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setDefaultSectionSize(px(self._height))
        for place in self._headings:
            down.resizeSection(place, px(self._height))  # other rows stand there now
        self._headings = self._plan.section_places
        for place in self._headings:
            down.resizeSection(place, px(_SECTION if place else _FIRST_SECTION))
        if self._grows:
            heading = 0 if across.isHidden() else across.sizeHint().height()
            self.setFixedHeight(down.length() + heading + px(2))

    @property
    def ring(self) -> QRect:
        """Where the ring of the keyboard is drawn: around the row in hand."""
        return self._row_rect(self.currentIndex().row())

    def _row_rect(self, row: int) -> QRect:
        down = self.verticalHeader()
        top, height = down.sectionViewportPosition(row), down.sectionSize(row)
        width = min(self.horizontalHeader().length(), self.viewport().width())
        return QRect(0, top, width, height)

    def _rows_in(self, part: QRect) -> range:
        down = self.verticalHeader()
        first = down.visualIndexAt(part.top())
        last = down.visualIndexAt(part.bottom() + 1)
        return range(max(first, 0), down.count() if last < 0 else last + 1)

    def _paint_grounds(self, part: QRect) -> None:
        painter, colours, chosen = QPainter(self.viewport()), tokens(), self.selectionModel()
        for row in self._rows_in(part):
            index, rect = self._plan.index(row, 0), self._row_rect(row)
            section = index.data(Role.SECTION)
            if section:
                paint_section(painter, rect, section)
            elif chosen.isRowSelected(row, QModelIndex()):
                edge = colours.color(Pigment.INK) if colours.high_contrast else None
                paint.ground(painter, rect, colours.selection, edge, Radius.FIELD)
            elif row == self._hovered:
                paint.ground(painter, rect, colours.hover, None, Radius.FIELD)
        painter.end()

    @property
    def _can_open(self) -> bool:
        """Whether anybody hears of it."""
        return self.isSignalConnected(QMetaMethod.fromSignal(self.opened))

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    # Qt's interface

    def saveState(self) -> QByteArray:  # noqa: N802
        """Of the columns; a table has none of its own in Qt, as a splitter has."""
        return self.widths.state()

    def restoreState(self, state: QByteArray) -> bool:  # noqa: N802
        return self.horizontalHeader().restoreState(state)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_grounds(event.rect())
        super().paintEvent(event)
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            painter = QPainter(self.viewport())
            paint.focus_ring(painter, self.ring)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            if self.key is not None:
                self.opened.emit(self.key)
            return
        if event.matches(QKeySequence.StandardKey.Copy) and not editing:
            copy_rows(self)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of tables that nobody gave another menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._can_open and self.key is not None:
            menu.addAction(self.tr("Open")).triggered.connect(lambda: self.opened.emit(self.key))
            menu.addSeparator()
        self.copy_act.setEnabled(bool(self.keys))
        menu.addActions(self.own_acts)
        menu.popup(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widths.fit()
        self.viewport().update()

    def viewportSizeHint(self) -> QSize:  # noqa: N802
        return QSize(px(240), self.verticalHeader().length())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab leaves the table."""
        return QWidget.focusNextPrevChild(self, forward)
