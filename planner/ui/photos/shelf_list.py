"""The shelves of photos: all, the tray, those to confirm, the figures, and each stop by its day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)

from planner.queries.photos import PhotoLine, PhotoPage
from planner.ui import paint
from planner.ui.appearance import Ground, Pigment, Radius, px, tokens
from planner.ui.components.row_table import RowTable
from planner.ui.icons import Icon
from planner.ui.photos.faces import STOP_ICONS, PhotoFaces
from planner.ui.photos.photo_cells import MIME, carried_keys
from planner.ui.row_table_model import Column, RowTableModel, Section

ALL, TRAY, TO_CONFIRM, FIGURES = "all", "tray", "to_confirm", "figures"
WIDTH, _LEAST = 224, 168
ShelfKey = str | UUID


@dataclass(frozen=True)
class Shelf:
    """One row: what stands there and how much of it, of how much where more is asked for."""

    key: ShelfKey
    words: str
    count: int
    icon: Icon
    least: int = 0
    pigment: Pigment = Pigment.INK
    is_open: bool = False

    @property
    def counted(self) -> str:
        return f"{self.count} / {self.least}" if self.count < self.least else str(self.count)


def lines_of(page: PhotoPage, key: ShelfKey) -> Sequence[PhotoLine]:
    match key:
        case "all":
            return page.lines
        case "tray":
            return [line for line in page.lines if line.is_waiting]
        case "to_confirm":
            return [line for line in page.lines if line.is_proposed]
        case "figures":
            return page.figures
    return [line for line in page.lines if line.stop_id == key]


def _warning(is_lacking: bool) -> Pigment:
    return Pigment.CINNABAR if is_lacking else Pigment.INK


class ShelfList(RowTable):
    """Photos dropped on a stop are placed there; on the tray, at no stop; on figures, chosen."""

    dropped = Signal(list, object)  # keys, shelf

    def __init__(self, faces: PhotoFaces) -> None:
        self._faces = faces
        columns: list[Column[Shelf]] = [
            Column(
                self.tr("Shelf"),
                lambda row: row.words,
                icon=lambda row: row.icon,
                pigment=lambda row: row.pigment,
                icon_pigment=lambda row: row.pigment,
            ),
            Column(
                self.tr("Photos"),
                lambda row: row.counted,
                width=56,
                flush=True,
                pigment=lambda row: Pigment.GAMBOGE if row.is_open else Pigment.INK2,
                icon=lambda row: Icon.QUESTION if row.is_open else None,
            ),
        ]
        self.lines = RowTableModel(columns)
        super().__init__(
            self.lines, self.tr("Shelves"), headed=False, lined=False, ground=Ground.SHEET
        )
        self.lines.setParent(self)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setAcceptDrops(True)
        self.setMinimumWidth(px(_LEAST))
        self.setMaximumWidth(px(WIDTH))
        self._target = -1

    def show_page(self, page: PhotoPage, least: int) -> None:
        """`least` is how many figures the profile asks for."""
        self.lines.show([*self._of_all(page, least), *self._of_stops(page)])

    def _of_all(self, page: PhotoPage, least: int) -> Iterator[Shelf]:
        waiting = sum(line.is_waiting for line in page.lines)
        proposed = sum(line.is_proposed for line in page.lines)
        figures = sum(line.number is not None for line in page.lines)
        yield Shelf(ALL, self.tr("All photos"), len(page.lines), Icon.PHOTO)
        words = self.tr("To be placed")
        yield Shelf(TRAY, words, waiting, Icon.HOLE, pigment=_warning(waiting > 0))
        yield Shelf(TO_CONFIRM, self.tr("To confirm"), proposed, Icon.QUESTION)
        words = self.tr("In the report")
        yield Shelf(FIGURES, words, figures, Icon.REPORT, least, _warning(figures < least))

    def _of_stops(self, page: PhotoPage) -> Iterator[Shelf | Section]:
        faces, day = self._faces, None
        for shelf in page.shelves:
            if shelf.stop.starts.day != day:
                day = shelf.stop.starts.day
                yield Section(faces.formats.day_weekday(day))
            name = shelf.name or faces.words.value(shelf.stop.stop_kind)
            icon = STOP_ICONS[shelf.stop.stop_kind]
            yield Shelf(shelf.key, name, shelf.count, icon, is_open=shelf.proposed > 0)

    def dress(self) -> None:
        super().dress()
        self.setMinimumWidth(px(_LEAST))
        self.setMaximumWidth(px(WIDTH))

    def _shelf_at(self, where: QPoint) -> Shelf | None:
        row = self.rowAt(where.y())
        found = self.lines.rows[row] if row >= 0 else None
        takes = isinstance(found, Shelf) and found.key not in (ALL, TO_CONFIRM)
        return found if takes and isinstance(found, Shelf) else None

    def _aim(self, row: int) -> None:
        self._target = row
        self.viewport().update()

    # Qt's interface

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        where = event.position().toPoint()
        if event.mimeData().hasFormat(MIME) and self._shelf_at(where):
            self._aim(self.rowAt(where.y()))
            event.acceptProposedAction()
        else:
            self._aim(-1)
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        shelf = self._shelf_at(event.position().toPoint())
        self._aim(-1)
        if shelf is not None:
            keys = carried_keys(event.mimeData())
            event.acceptProposedAction()
            self.dropped.emit(keys, shelf.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target >= 0:
            painter = QPainter(self.viewport())
            edge = tokens().color(Pigment.INDIGO)
            paint.ground(painter, self._row_rect(self._target), None, edge, Radius.FIELD, width=2)
            painter.end()
