"""Plain rows as a Qt model: each column says how it reads a row and how that looks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.ui.appearance import Pigment
from planner.ui.icons import Icon
from planner.ui.paged_rows import PagedRows

RowT = TypeVar("RowT")
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class Role(IntEnum):
    """What delegates ask beside Qt's own roles."""

    KEY = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2
    PIGMENT = Qt.ItemDataRole.UserRole + 3
    ICON = Qt.ItemDataRole.UserRole + 4
    ICON_PIGMENT = Qt.ItemDataRole.UserRole + 5
    SECOND = Qt.ItemDataRole.UserRole + 6
    CHIP = Qt.ItemDataRole.UserRole + 7
    STRONG = Qt.ItemDataRole.UserRole + 8
    SECTION = Qt.ItemDataRole.UserRole + 9


@dataclass(frozen=True)
class ChipFace:
    words: str
    icon: Icon | None = None
    pigment: Pigment = Pigment.INK2
    outlined: bool = False


@dataclass(frozen=True)
class Section:
    """A heading among rows; `show` takes it where its rows begin."""

    words: str
    count: int | None = None
    icon: Icon | None = None
    pigment: Pigment = Pigment.INK
    note: str = ""

    @property
    def key(self) -> str:
        return f"section {self.words}"


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """How one column reads a row; `edit` asks for a change and says whether it was made.

    `width` is in pixels at 100 %; a column without one shares what is left. A hidden one shows
    when somebody takes it in by the head. A short one of words that must not be cut `holds` its
    width, where others give way. `spoken` is read aloud where an icon alone tells.
    """

    heading: str
    value: Callable[[RowT], Any]
    text: Callable[[Any], str] = str
    edit: Callable[[RowT, Any], bool] | None = None
    width: int = 0
    holds: bool = False
    flush: bool = False
    pigment: Callable[[RowT], Pigment] | Pigment = Pigment.INK
    icon: Callable[[RowT], Icon | None] | None = None
    icon_pigment: Callable[[RowT], Pigment] | Pigment | None = None
    second: Callable[[RowT], str] | None = None
    spoken: Callable[[RowT], str] | None = None
    chip: Callable[[RowT], ChipFace | None] | None = None
    strong: bool = False
    sort: Callable[[RowT], Any] | None = None
    is_hidden: bool = False


class RowTableModel(QAbstractTableModel):
    """Rows set from outside; a row is anything with a `key`."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: Sequence[Any] = ()
        self._sections: list[int] = []

    @property
    def rows(self) -> Sequence[Any]:
        return self._rows

    @property
    def section_places(self) -> Sequence[int]:
        return self._sections

    def show(self, rows: Sequence[Any]) -> None:
        """Replace the rows, keeping the selection where the keys are the same."""
        before, now = self._rows, list(rows)
        paged = isinstance(before, PagedRows)
        if paged or [row.key for row in now] != [row.key for row in before]:
            self._reset(now, [i for i, row in enumerate(now) if isinstance(row, Section)])
            return
        self._rows = now
        for place, (old, new) in enumerate(zip(before, now, strict=True)):
            if old != new:
                last = self.index(place, len(self.columns) - 1)
                self.dataChanged.emit(self.index(place, 0), last)

    def show_paged(self, rows: PagedRows) -> None:
        """For lists too long to be read at once; they have no sections."""
        self._reset(rows, [])

    def _reset(self, rows: Sequence[Any], sections: list[int]) -> None:
        self.beginResetModel()
        self._rows, self._sections = rows, sections
        self.endResetModel()

    def row_of(self, key: Any) -> int:
        """Where the row of a key stands; -1 where it is not shown."""
        if isinstance(self._rows, PagedRows):
            return self._rows.place_of(key)
        places = (place for place, row in enumerate(self._rows) if row.key == key)
        return next(places, -1)

    # Qt's interface

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if isinstance(row, Section):
            return _section_data(row, index.column(), role)
        reader = _READERS.get(role)
        return reader(row, column) if reader else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or column.edit is None:
            return False
        return column.edit(self._rows[index.row()], value)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Section):
            return Qt.ItemFlag.NoItemFlags
        flags = super().flags(index)
        if self.columns[index.column()].edit:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None


def _section_data(section: Section, column: int, role: int) -> Any:
    if role == Role.SECTION:
        return section
    if role == Role.KEY:
        return section.key
    if role == Qt.ItemDataRole.DisplayRole and column == 0:
        return section.words
    return None


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column.flush else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter


def _text(row: Any, column: Column[Any]) -> str:
    value = column.value(row)
    return "" if value is None else column.text(value)


def _second(row: Any, column: Column[Any]) -> str | None:
    return column.second(row) if column.second else None


def _chip(row: Any, column: Column[Any]) -> ChipFace | None:
    return column.chip(row) if column.chip else None


def _icon(row: Any, column: Column[Any]) -> Icon | None:
    return column.icon(row) if column.icon else None


def _pigment(row: Any, column: Column[Any]) -> Pigment:
    return column.pigment(row) if callable(column.pigment) else column.pigment


def _icon_pigment(row: Any, column: Column[Any]) -> Pigment:
    chosen = column.icon_pigment
    if chosen is None:
        chosen = _pigment(row, column)
        return Pigment.INK2 if chosen is Pigment.INK else chosen
    return chosen(row) if callable(chosen) else chosen


def _sort(row: Any, column: Column[Any]) -> Any:
    return column.sort(row) if column.sort else column.value(row)


def _spoken(row: Any, column: Column[Any]) -> str:
    chip = _chip(row, column)
    told = column.spoken(row) if column.spoken else _text(row, column)
    parts = (told, _second(row, column), chip.words if chip else None)
    return " ".join(part for part in parts if part)


_READERS: dict[int, Callable[[Any, Column[Any]], Any]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.EditRole: lambda row, column: column.value(row),
    Qt.ItemDataRole.TextAlignmentRole: lambda row, column: _alignment(column),
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.ToolTipRole: _spoken,
    Role.KEY: lambda row, column: row.key,
    Role.SORT: _sort,
    Role.PIGMENT: _pigment,
    Role.ICON: _icon,
    Role.ICON_PIGMENT: _icon_pigment,
    Role.SECOND: _second,
    Role.CHIP: _chip,
    Role.STRONG: lambda row, column: column.strong,
}
