"""PlanWays: the same plan as day columns, list or table, with one choice of stops in all three."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.queries.itinerary import Itinerary, PlannedStop
from planner.ui.components.boxes import Column
from planner.ui.components.row_table import RowTable
from planner.ui.copying import copy_rows
from planner.ui.itinerary.day_columns import DayColumns
from planner.ui.itinerary.day_heads import DayHead
from planner.ui.itinerary.route_page import RoutePage
from planner.ui.itinerary.stop_faces import StopWords
from planner.ui.itinerary.stop_tables import StopList, StopTable
from planner.ui.sorting import HeadingSort

COLUMNS, LIST, TABLE, MAP = "columns", "list", "table", "map"


class PlanWays(QStackedWidget):
    """Which stop is in hand stays the same whichever way one looks."""

    chosen = Signal()
    opened = Signal(object)  # key
    menu_asked = Signal(object, QPoint)  # date or None, where on the screen

    def __init__(
        self,
        says: StopWords,
        cell_edits: Mapping[str, Callable[[PlannedStop, Any], bool]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._says = says
        self._plan: Itinerary | None = None
        self._way = COLUMNS
        self.columns = DayColumns(says)
        self.list = StopList(says, self)
        self.table = StopTable(says, cell_edits, self)
        self._sort = HeadingSort(self.table.table, self.table.model)
        self.route = RoutePage(says)
        self._tables = {LIST: self.list.table, TABLE: self.table.table, MAP: self.route.table}
        self._pages: dict[str, QWidget] = {COLUMNS: self.columns, MAP: self.route}
        for way in (LIST, TABLE):
            page = self._pages[way] = QWidget()
            page.setLayout(Column(self._tables[way], margins=(16, 4, 16, 0)))
        for page in self._pages.values():
            self.addWidget(page)
        self._unshown: set[str] = set()
        self._connect()
        self.show_way(COLUMNS)

    def _connect(self) -> None:
        self.columns.chosen.connect(lambda _: self.chosen.emit())
        self.columns.opened.connect(self.opened)
        self.columns.menu_asked.connect(self.menu_asked)
        self._sort.changed.connect(self._show_table)
        for table in self._tables.values():
            table.opened.connect(self.opened)
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            table.customContextMenuRequested.connect(self._on_menu_asked)
            table.selectionModel().selectionChanged.connect(self._on_row_chosen)

    @property
    def way(self) -> str:
        return self._way

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        if self._way == MAP:
            return (
                ("← → ↑ ↓", self.tr("Move")),
                ("+ −", self.tr("Zoom")),
                ("0", self.tr("Whole route")),
                ("Enter", self.tr("Open")),
            )
        if self._way != COLUMNS:
            edit = (("F2", self.tr("Edit")),) if self._way == TABLE else ()
            return (
                ("↑ ↓", self.tr("Move")),
                ("Enter", self.tr("Open")),
                *edit,
                ("Del", self.tr("Remove")),
                ("Ctrl N", self.tr("Add")),
            )
        return (
            ("Alt ↑ ↓", self.tr("15 minutes, or order")),
            ("Alt ← →", self.tr("A day")),
            ("Enter", self.tr("Open")),
            ("A", self.tr("Accept the clash")),
            ("Del", self.tr("Remove")),
            ("Ctrl N", self.tr("Add")),
        )

    @property
    def _rows(self) -> RowTable | None:
        """The table in front; None where the columns are."""
        return self._tables.get(self._way)

    @property
    def table_acts(self) -> list[QAction]:
        """What the table in front can do by itself."""
        rows = self._rows
        if rows is None:
            return []
        return [*rows.ways_out, rows.columns_act] if self._way == TABLE else rows.ways_out

    # What is shown

    def show_way(self, way: str) -> None:
        self._way = way
        self._catch_up()
        self.setCurrentWidget(self._pages[way])
        self.setFocusProxy(self._rows or self.columns)
        self.show_chosen()

    def show_plan(self, plan: Itinerary, heads: Sequence[DayHead]) -> None:
        self._plan = plan
        self.columns.show_plan(plan, heads)
        self._unshown = {LIST, TABLE, MAP}
        self._catch_up()

    def _catch_up(self) -> None:
        """Rows and the map are only made where one looks at them."""
        if self._plan is None or self._way not in self._unshown:
            return
        self._unshown.discard(self._way)
        if self._way == LIST:
            self.list.show(self._plan)
        elif self._way == TABLE:
            self._show_table()
        else:
            self.route.show_plan(self._plan)

    def _show_table(self) -> None:
        if self._plan is not None:
            self.table.show(self._sort.sorted(list(self._plan.stops)))

    # What is chosen

    @property
    def key(self) -> UUID | None:
        """Of the stop in hand."""
        if self._rows is None:
            return self.columns.key
        return self._rows.key if isinstance(self._rows.key, UUID) else None

    @property
    def stops(self) -> list[PlannedStop]:
        """Those chosen, in the order of the plan."""
        keys = set(self._rows.keys) if self._rows is not None else {self.columns.key}
        return [stop for stop in (self._plan.stops if self._plan else ()) if stop.key in keys]

    def choose(self, key: UUID | None) -> None:
        self.columns.choose(key)
        self.show_chosen()

    def show_chosen(self) -> None:
        key = self.columns.key
        if self._rows is None:
            self.columns.show_chosen()
        elif key is not None and key not in self._rows.keys:
            self._rows.choose(key)

    def _on_row_chosen(self) -> None:
        if self._rows is not None and self.key is not None:
            self.columns.choose(self.key)
        self.chosen.emit()

    def _on_menu_asked(self, where: QPoint) -> None:
        if self._rows is not None:
            day: date | None = self.stops[0].starts.day if self.stops else None
            self.menu_asked.emit(day, self._rows.viewport().mapToGlobal(where))

    def copy_text(self) -> None:
        if self._rows is not None:
            copy_rows(self._rows)
        else:
            spoken = map(self._says.spoken, self.stops)
            QGuiApplication.clipboard().setText("\n".join(spoken))
