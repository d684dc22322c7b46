"""What happened with somebody over the years: a line of marks, latest first, with its keys."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Type, px, tokens
from planner.ui.components.drawn_list import DrawnList
from planner.ui.contacts.faces import EventFace
from planner.ui.delegates import wrapped

_HEIGHT = 69
_LEFT = 4
_TEXT = 30


class Timeline(DrawnList[EventFace]):
    """Day, what it was, and where or with whom; Enter goes there."""

    opened = Signal(object)  # key

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.activated.connect(lambda index: self.opened.emit(self.lines[index.row()].key))

    def text(self) -> str:
        """As it is put on the clipboard."""
        return "\n".join("\t".join((face.day, face.title, face.note)) for face in self.lines)

    def menu(self) -> QMenu:
        menu = super().menu()
        go = QAction(self.tr("Go there"), menu)
        go.triggered.connect(self._go)
        menu.insertAction(menu.actions()[0], go)
        return menu

    def _go(self) -> None:
        if self.line is not None:
            self.opened.emit(self.line.key)

    def height_of(self, line: EventFace, width: int) -> int:
        more = len(_title_lines(line, width - px(_TEXT + 4))) - 1
        return px(_HEIGHT + more * Type.BASE.line)

    def draw(
        self, painter: QPainter, rect: QRect, line: EventFace, is_chosen: bool, is_last: bool
    ) -> None:
        colours, side = tokens(), px(icons.SIZE)
        mark = QRect(rect.left() + px(_LEFT), rect.top() + px(4), side, px(18))
        icons.paint(painter, line.icon, mark, colours.color(line.pigment))
        if not is_last:
            top, bottom = mark.bottom() + px(5), rect.bottom()
            painter.fillRect(mark.center().x(), top, max(1, px(1)), bottom - top, colours.line)
        left, width = rect.left() + px(_TEXT), rect.width() - px(_TEXT + 4)
        row = QRect(left, rect.top() + px(4), width, px(Type.SMALL.line))
        paint.text(painter, row, line.day, Type.SMALL, colours.color(line.day_pigment))
        for words in _title_lines(line, width):
            row = QRect(left, row.bottom() + 1, width, px(Type.BASE.line))
            paint.text(painter, row, words)
        row = QRect(left, row.bottom() + 1, width, px(Type.SMALL.line))
        paint.text(painter, row, line.note, Type.SMALL, colours.color(Pigment.INK2))

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
            return
        super().keyPressEvent(event)


def _title_lines(face: EventFace, width: int) -> list[str]:
    """Two at most; what does not fit is cut at the end of the second."""
    first, *rest = wrapped(face.title, width)
    return [first, "".join(rest)] if rest else [first]
