"""Margin: beside each line what will stand before it, and what came from the records."""

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from planner.domain.markup import Items, parse
from planner.typesetting.terms import OFFICIAL_LIST, Numbering
from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Pigment, Type, px, tokens
from planner.ui.icons import Icon
from planner.ui.report.writing.manuscript_edit import ManuscriptEdit

WIDTH = 52


class Margin(QWidget, Dressed):
    """Left of the manuscript. A click on the sign of a draft asks for what the records say."""

    draft_asked = Signal()

    def __init__(self, edit: ManuscriptEdit, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._name = name
        self._drafted: Collection[int] = ()
        self._stale: Collection[int] = ()
        self.numbering: Numbering = OFFICIAL_LIST
        self.level = 1
        self.setAccessibleName(name)
        self.dress()
        edit.verticalScrollBar().valueChanged.connect(self.update)
        edit.document().contentsChanged.connect(self.update)
        edit.document().documentLayout().documentSizeChanged.connect(self.update)

    def dress(self) -> None:
        self.setFixedWidth(px(WIDTH))

    def show_drafted(self, lines: Collection[int], stale: Collection[int] = ()) -> None:
        """Numbers of lines that stand as the records told them, and of those told otherwise now."""
        self._drafted, self._stale = lines, stale
        self.update()

    def _labels(self) -> dict[int, str]:
        """The number of each item, counted as the paper will count them."""
        found: dict[int, str] = {}
        counts: list[int] = []
        block = self._edit.document().begin()
        while block.isValid():
            item = _item(block)
            if item is None:
                counts = []
            else:
                level, is_numbered = item
                counts = [*counts[:level], *([0] * (level - len(counts)))]
                counts[level - 1] += 1
                path = (*([1] * (self.level - 1)), *(max(count, 1) for count in counts))
                found[block.blockNumber()] = self.numbering.text(path) if is_numbered else "•"
            block = block.next()
        return found

    def _rect_of(self, block: QTextBlock) -> QRect:
        rect = self._edit.document().documentLayout().blockBoundingRect(block)
        offset = self._edit.verticalScrollBar().value()
        top = round(rect.top()) - offset + self._edit.viewport().y()
        return QRect(0, top, self.width(), px(Type.EDITOR.line))

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(100))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        painter.fillRect(self.rect(), colours.sheet)
        labels = self._labels()
        block = self._edit.document().begin()
        flush = Qt.AlignmentFlag.AlignRight
        while block.isValid():
            rect, number = self._rect_of(block), block.blockNumber()
            if rect.intersects(self.rect()):
                if number in labels:
                    ink = colours.color(Pigment.INK2)
                    area = rect.adjusted(0, 0, -px(2), 0)
                    paint.text(painter, area, labels[number], Type.BASE, ink, flush)
                if number in self._drafted:
                    pigment = Pigment.GAMBOGE if number in self._stale else Pigment.INDIGO
                    mark = QRect(px(8), rect.top(), px(icons.ROW_SIZE), rect.height())
                    icons.paint(painter, Icon.REFRESH, mark, colours.color(pigment))
            block = block.next()
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place: QPoint = event.position().toPoint()
        block = self._edit.document().begin()
        while block.isValid():
            if self._rect_of(block).contains(place) and block.blockNumber() in self._drafted:
                self.draft_asked.emit()
                return
            block = block.next()


def _item(block: QTextBlock) -> tuple[int, bool] | None:
    text = block.text()
    if not text.startswith(("#", "-")):
        return None
    match parse(text):
        case (Items(items=(item, *_)), *_):
            return item.level, item.is_numbered
    return None
