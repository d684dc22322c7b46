"""One shelf of photos as a model, and how each of them is drawn."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.domain.values import Disclosure
from planner.queries.photos import PhotoLine, PhotoPage
from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.carried import keys_carried
from planner.ui.dragged_rows import DraggedRows
from planner.ui.icons import Icon
from planner.ui.photos.faces import PhotoFaces
from planner.ui.photos.shown_pictures import ShownPictures
from planner.ui.row_table_model import Role

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-planner-photos"
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 21
_TOP = QModelIndex()
CELL = QSize(158, 166)
"""At 100 %."""
_PICTURE = 106
_PAD = 4
_State = QStyle.StateFlag


class PhotoModel(DraggedRows):
    """The photos of one shelf."""

    MIME = MIME

    def __init__(self, faces: PhotoFaces, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faces = faces
        self._lines: Sequence[PhotoLine] = ()
        self._page: PhotoPage | None = None

    @property
    def lines(self) -> Sequence[PhotoLine]:
        return self._lines

    @property
    def page(self) -> PhotoPage | None:
        return self._page

    def show(self, page: PhotoPage | None, lines: Sequence[PhotoLine]) -> None:
        """Selection stays where the keys are the same."""
        self._page = page
        if [line.key for line in lines] != [line.key for line in self._lines]:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
        else:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def row_of(self, key: UUID) -> int:
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def _spoken(self, line: PhotoLine) -> str:
        if self._page is None:
            return ""
        figure = self._faces.words("photo.figure", number=line.number) if line.number else ""
        secret = line.photo.disclosure
        parts = (
            figure,
            self._faces.name(line),
            self._faces.moment(line.at),
            self._faces.place(self._page, line),
            "" if secret is Disclosure.PUBLIC else self._faces.words.value(secret),
        )
        return ", ".join(part for part in parts if part)

    # Qt's interface

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._faces.name(line)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._spoken(line)
            case Role.KEY:
                return line.key
            case value if value == LINE_ROLE:
                return line
        return None


def carried_keys(carried: QMimeData) -> list[UUID]:
    """The photos that are dragged."""
    return [UUID(key) for key in keys_carried(carried, MIME)]


class PhotoDelegate(QStyledItemDelegate):
    def __init__(self, faces: PhotoFaces, thumbs: ShownPictures, parent: QObject) -> None:
        super().__init__(parent)
        self._faces = faces
        self._thumbs = thumbs

    # Qt's interface

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(CELL.width()), px(CELL.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PhotoLine = index.data(LINE_ROLE)
        model = index.model()
        page = model.page if isinstance(model, PhotoModel) else None
        if page is None:
            return
        colours, pad = tokens(), px(_PAD)
        cell = option.rect.adjusted(pad, pad, -pad, -pad)
        chosen = bool(option.state & _State.State_Selected)
        over = bool(option.state & _State.State_MouseOver)
        fill = colours.selection if chosen else colours.hover if over else colours.card
        paint.ground(painter, cell, fill, colours.line, Radius.CARD, dashed=line.is_proposed)
        inner = cell.adjusted(pad + 1, pad + 1, -pad - 1, -pad - 1)
        where = QRect(inner.left(), inner.top(), inner.width(), px(_PICTURE))
        self._paint_picture(painter, where, line)
        self._paint_marks(painter, where, line)
        self._paint_words(painter, inner.adjusted(px(2), px(_PICTURE + 2), 0, 0), page, line)
        if option.state & _State.State_HasFocus:
            paint.focus_ring(painter, cell, Radius.CARD)

    def _paint_picture(self, painter: QPainter, where: QRect, line: PhotoLine) -> None:
        painter.fillRect(where, QColor(tokens().sunk))
        picture = self._thumbs.picture(line.photo)
        if picture is not None and picture.isNull():
            icons.paint(painter, Icon.HOLE, where, tokens().color(Pigment.CINNABAR))
        elif picture is not None:
            draw_within(painter, where, picture)

    def _paint_marks(self, painter: QPainter, where: QRect, line: PhotoLine) -> None:
        """Chips on the picture: the figure's number, how many are alike, who may see it."""
        words, left, gap = self._faces.words, where.left() + px(4), px(4)
        row = QRect(left, where.top() + px(4), where.width() - px(8), px(paint.CHIP_HEIGHT))
        chips = []
        if line.number:
            told = words("photo.figure", number=line.number)
            chips.append((told, Icon.REPORT, Pigment.INDIGO))
        if line.photo.disclosure is not Disclosure.PUBLIC:
            chips.append((words.value(line.photo.disclosure), Icon.LOCK, Pigment.GAMBOGE))
        for told, icon, pigment in chips:
            paint.chip(painter, row, told, icon, pigment)
            row.setLeft(row.left() + paint.chip_width(told, icon) + gap)
        if line.alike > 1:
            told = words("photo.alike", count=line.alike)
            low = QRect(left, where.bottom() - px(24), where.width() - px(8), row.height())
            paint.chip(painter, low, told, Icon.COPY, outlined=True)

    def _paint_words(
        self, painter: QPainter, area: QRect, page: PhotoPage, line: PhotoLine
    ) -> None:
        colours, high = tokens(), px(20)
        first = QRect(area.left(), area.top(), area.width(), high)
        paint.text(painter, first, self._faces.moment(line.at), Type.SMALL)
        second = first.translated(0, high)
        icon, pigment = _standing(line)
        mark = QRect(second.left(), second.top(), px(icons.CHIP_SIZE), high)
        icons.paint(painter, icon, mark, colours.color(pigment), icons.CHIP_SIZE)
        words = second.adjusted(px(icons.CHIP_SIZE + 4), 0, 0, 0)
        told = self._faces.place(page, line)
        paint.text(painter, words, told, Type.SMALL, colours.color(pigment))


def _standing(line: PhotoLine) -> tuple[Icon, Pigment]:
    if line.is_waiting:
        return Icon.HOLE, Pigment.CINNABAR
    if not line.is_proposed:
        return Icon.CHECK, Pigment.PINE
    return Icon.QUESTION, Pigment.INK2 if line.is_sure else Pigment.GAMBOGE


def draw_within(painter: QPainter, where: QRect, picture: QPixmap) -> QRect:
    """The whole picture in the middle of an area; gives where it lies."""
    size = picture.size().scaled(where.size(), Qt.AspectRatioMode.KeepAspectRatio)
    area = QRect(QPoint(0, 0), size)
    area.moveCenter(where.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(area, picture)
    return area
