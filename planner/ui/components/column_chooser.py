"""Which columns a table shows, in which order and how wide: chosen by its head or by keys."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QListWidget, QListWidgetItem, QMenu, QTableView, QWidget

from planner.ui.appearance import Pigment, Type, px
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.icons import Icon

_STEP = 16
_LEAST = 48
_ROWS = 9


class ColumnChooser(QObject):
    """Hides, shows, moves and widens the columns of one table; one of them always stays."""

    reset_asked = Signal()
    shown_changed = Signal()

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._header.setSectionsMovable(True)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self._show_menu)

    @property
    def _header(self) -> QHeaderView:
        """Asked for anew: what Qt made may get the address of one that went, and its wrapper."""
        return self._table.horizontalHeader()

    @property
    def order(self) -> list[int]:
        """The columns from the left, also those that are hidden."""
        return [self._header.logicalIndex(place) for place in range(self._header.count())]

    def name(self, column: int) -> str:
        across = Qt.Orientation.Horizontal
        return str(self._table.model().headerData(column, across) or "")

    def is_shown(self, column: int) -> bool:
        return not self._header.isSectionHidden(column)

    def show_column(self, column: int, shown: bool) -> None:
        """The last one that is shown stays."""
        if shown or any(self.is_shown(each) for each in self.order if each != column):
            self._header.setSectionHidden(column, not shown)
            self._table.viewport().update()
            self.shown_changed.emit()

    def move(self, column: int, step: int) -> None:
        place = self._header.visualIndex(column)
        there = min(max(place + step, 0), self._header.count() - 1)
        self._header.moveSection(place, there)

    def widen(self, column: int, step: int) -> None:
        """A column that shares what is left has no width of its own."""
        if self._header.sectionResizeMode(column) == QHeaderView.ResizeMode.Interactive:
            width = self._header.sectionSize(column) + px(_STEP) * step
            self._header.resizeSection(column, max(width, px(_LEAST)))

    def as_at_first(self) -> None:
        for place in range(self._header.count()):
            self._header.setSectionHidden(place, False)
            self._header.moveSection(self._header.visualIndex(place), place)
        self.reset_asked.emit()
        self.shown_changed.emit()

    def menu(self) -> QMenu:
        """Every column with its tick; the dialog for the rest."""
        menu = QMenu(self.tr("Columns"), self._table)
        shown = [column for column in self.order if self.is_shown(column)]
        for column in self.order:
            act = menu.addAction(self.name(column))
            act.setCheckable(True)
            act.setChecked(column in shown)
            act.setEnabled(shown != [column])
            act.toggled.connect(lambda on, column=column: self.show_column(column, on))
        menu.addSeparator()
        arrange = menu.addAction(self.tr("Arrange columns…"))
        arrange.triggered.connect(self.ask)
        menu.addAction(self.tr("As at first")).triggered.connect(self.as_at_first)
        return menu

    def ask(self) -> "ColumnDialog":
        dialog = ColumnDialog(self, self._table.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        dialog.columns.setFocus()
        return dialog

    def _show_menu(self, where: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header.viewport().mapToGlobal(where))


class ColumnDialog(Dialog):
    """The columns as a list; what is done here shows in the table at once."""

    def __init__(self, chooser: ColumnChooser, parent: QWidget) -> None:
        super().__init__(self.tr("Columns"), self.tr("Done"), parent)
        self._chooser = chooser
        self.safe.hide()  # what is done shows at once; there is nothing to take back here
        self.columns = _ColumnList(self.tr("Columns"))
        self.columns.moved.connect(self._move)
        self.columns.widened.connect(self._widen)
        self.columns.itemChanged.connect(self._on_ticked)
        reset = Button(self.tr("As at first"), Icon.UNDO, small=True)
        reset.clicked.connect(self._reset)
        keys = self.tr("Space shows or hides, Alt ↑ ↓ moves, Alt ← → makes wider or narrower.")
        self.body.addWidget(Label(keys, Type.SMALL, Pigment.INK2, wraps=True))
        self.body.addWidget(self.columns)
        self.body.addLayout(Row(reset, None))
        self._fill(0)

    def _fill(self, column: int) -> None:
        """From the left; `column` is in hand then."""
        self.columns.blockSignals(True)
        self.columns.clear()
        for place, each in enumerate(self._chooser.order):
            item = QListWidgetItem(self._chooser.name(each))
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            shown = self._chooser.is_shown(each)
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            self.columns.addItem(item)
            if each == column:
                self.columns.setCurrentRow(place)
        self.columns.blockSignals(False)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        column = item.data(Qt.ItemDataRole.UserRole)
        self._chooser.show_column(column, item.checkState() == Qt.CheckState.Checked)
        self._fill(column)

    def _move(self, step: int) -> None:
        column = self.columns.column
        self._chooser.move(column, step)
        self._fill(column)

    def _widen(self, step: int) -> None:
        self._chooser.widen(self.columns.column, step)

    def _reset(self) -> None:
        self._chooser.as_at_first()
        self._fill(self.columns.column)


class _ColumnList(QListWidget):
    moved = Signal(int)
    widened = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(px(28 * _ROWS))

    @property
    def column(self) -> int:
        item = self.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else 0

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        widths = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() in moves:
            self.moved.emit(moves[Qt.Key(event.key())])
        elif is_alt and event.key() in widths:
            self.widened.emit(widths[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
