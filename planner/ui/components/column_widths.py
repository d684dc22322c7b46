"""How wide the columns of a table are: as planned, wider in a wide window, or as drawn by hand."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from planner.ui.appearance import px, scale
from planner.ui.row_table_model import Column

_PAGE = 1024  # of the table in the window that the widths are planned for
_WORDY = 120  # from here on a column holds words, which may be cut
_LEAST, _MOST = 0.6, 1.8
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_MAIN = 170  # what a column that shares what is left shall have


class ColumnWidths:
    """A column that somebody drew keeps its width, whatever the window's is."""

    def __init__(self, table: QTableView, columns: Sequence[Column[Any]]) -> None:
        self._table = table
        self._columns = columns
        self._scale = scale()
        self._given: dict[int, int] = {}

    @property
    def _header(self) -> QHeaderView:
        """Asked for anew: what Qt made may get the address of one that went, and its wrapper."""
        return self._table.horizontalHeader()

    def lay(self) -> None:
        """As at first."""
        self._given = {}
        for place, column in enumerate(self._columns):
            mode = QHeaderView.ResizeMode
            self._header.setSectionResizeMode(
                place, mode.Interactive if column.width else mode.Stretch
            )
            if column.width:
                self._give(place, px(column.width))
            self._header.setSectionHidden(place, column.is_hidden)

    def fit(self) -> None:
        """Columns of words take part in what a window has to give, and in what it lacks."""
        room = self._table.viewport().width()
        wordy = sum(px(self._columns[place].width) for place in self._wordy())
        if wordy:
            left = room - self._bound()
            self._grow(max(_LEAST, min(max(room / px(_PAGE), 1), _MOST, left / wordy)))
        if self._table.horizontalScrollBarPolicy() is not _NEVER:
            self._hold_main(room)

    def _hold_main(self, room: int) -> None:
        """What a row is about stays readable: where no room is left for it, the table scrolls."""
        header, modes = self._header, QHeaderView.ResizeMode
        shown = [each for each in range(header.count()) if not header.isSectionHidden(each)]
        mains = [place for place in shown if not self._columns[place].width]
        others = sum(header.sectionSize(place) for place in shown if place not in mains)
        is_tight = room - others < len(mains) * round(px(_MAIN) * _LEAST)
        for place in mains:
            header.setSectionResizeMode(place, modes.Interactive if is_tight else modes.Stretch)
            if is_tight:
                header.resizeSection(place, px(_MAIN))

    def _bound(self) -> int:
        """What the other columns take, or ought to have."""
        wordy, bound = self._wordy(), 0
        for place, column in enumerate(self._columns):
            if not self._header.isSectionHidden(place) and place not in wordy:
                bound += self._header.sectionSize(place) if column.width else px(_MAIN)
        return bound

    def grow_with_text(self) -> None:
        """Also those that a person drew."""
        grown, self._scale = scale() / self._scale, scale()
        for place, column in enumerate(self._columns):
            if column.width and not self._header.isSectionHidden(place):
                is_given = self._is_given(place)
                self._header.resizeSection(place, round(self._header.sectionSize(place) * grown))
                if is_given:
                    self._given[place] = self._header.sectionSize(place)

    def state(self) -> QByteArray:
        """To be kept: what a window of another width shall begin with."""
        self._grow(1)
        kept = self._header.saveState()
        self.fit()
        return kept

    def _grow(self, factor: float) -> None:
        for place in self._wordy():
            self._give(place, round(px(self._columns[place].width) * factor))

    def _wordy(self) -> list[int]:
        """The columns that give and take: of words, shown, and drawn by nobody."""
        return [
            place
            for place, column in enumerate(self._columns)
            if column.width >= _WORDY
            and not (column.flush or column.holds)
            and self._is_given(place)
        ]

    def _is_given(self, place: int) -> bool:
        shown = not self._header.isSectionHidden(place)
        return shown and self._header.sectionSize(place) == self._given.get(place)

    def _give(self, place: int, width: int) -> None:
        self._header.resizeSection(place, width)
        self._given[place] = width
