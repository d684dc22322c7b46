"""SeminarWays: the same programme in order, by time, and live on the day."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.queries.seminar import SeminarPage, TalkLine
from planner.ui.components.boxes import Column
from planner.ui.copying import copy_rows
from planner.ui.seminar.faces import SeminarFaces
from planner.ui.seminar.live_view import LiveView
from planner.ui.seminar.talk_grid import TalkGrid
from planner.ui.seminar.talk_table import TalkModel, TalkTable, programme_rows

LIST, GRID, LIVE = "list", "grid", "live"
_BARE = 3


class SeminarWays(QStackedWidget):
    """Which talk or session is in hand, whichever way one looks; `no_talks` stands for none."""

    opened = Signal(object)  # key
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, faces: SeminarFaces, live: LiveView, no_talks: QWidget) -> None:
        super().__init__()
        self._page: SeminarPage | None = None
        self.way = LIST
        self.grid = TalkGrid(faces, self.tr("Talks by time"))
        self.model = TalkModel(faces, self)
        self.table = TalkTable(self.model, self.tr("Talks in order"))
        self.table.setObjectName("talks")
        self.live = live
        bare = QWidget()
        bare.setLayout(Column(no_talks, None))
        for part in (self.table, self.grid, live, bare):
            self.addWidget(part)
        for part in (self.table, self.grid):
            part.opened.connect(self.opened)
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            part.customContextMenuRequested.connect(
                lambda where, part=part: self.menu_asked.emit(part.mapToGlobal(where))
            )

    # What is shown

    def show_page(self, page: SeminarPage, now: datetime | None) -> None:
        self._page = page
        self.model.show(programme_rows(page))
        self.grid.show_page(page)
        self.live.show_page(page, now)

    def show_way(self, way: str) -> None:
        self.way = way
        has_talks = self._page is not None and any(True for _ in self._page.talks)
        is_bare = not has_talks and (way == LIVE or not self.model.rows)
        self.setCurrentIndex(_BARE if is_bare else (LIST, GRID, LIVE).index(way))

    @property
    def in_front(self) -> QWidget:
        """What takes the keyboard."""
        return {LIST: self.table, GRID: self.grid, LIVE: self.live.asked.line}[self.way]

    # What is in hand

    @property
    def key(self) -> UUID | None:
        if self.way == GRID:
            return self.grid.key
        if self.way == LIVE:
            return self.live.key
        key = self.table.key
        return key if isinstance(key, UUID) else None

    @property
    def chosen_talks(self) -> list[TalkLine]:
        keys = self.table.keys if self.way == LIST else [self.grid.key]
        page = self._page
        found = (page.talk(key) for key in keys if isinstance(key, UUID)) if page else ()
        return [line for line in found if line]

    def choose(self, key: UUID) -> None:
        self.table.choose(key)
        self.grid.choose(key)
        self.live.choose(key)

    def copy(self) -> None:
        """The rows of what is in hand, also where it is a block or a note."""
        if self.way == LIVE:
            copy_rows(self.live.notes)
            return
        if self.way == GRID and self.grid.key:
            self.table.choose(self.grid.key)
        copy_rows(self.table)
