"""OutlineList: the parts of the report, to choose the one that is written."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Type, px, tokens
from planner.ui.components.drawn_list import DrawnList
from planner.ui.report.writing.outline import OutlineLine

_ROW, _INDENT, _PAD = 28, 16, 8


class OutlineList(DrawnList[OutlineLine]):
    chosen = Signal(object)  # OutlineLine
    entered_text = Signal()  # Enter: to the text

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._shown = ""
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(lambda _: self.entered_text.emit())

    def height_of(self, line: OutlineLine, width: int) -> int:
        return px(_ROW)

    def draw(
        self, painter: QPainter, rect: QRect, line: OutlineLine, is_chosen: bool, is_last: bool
    ) -> None:
        colours, right = tokens(), rect.right() - px(_PAD)
        ink = colours.color(line.pigment)
        if line.note:
            area = QRect(rect.left(), rect.top(), right - rect.left(), rect.height())
            flush = Qt.AlignmentFlag.AlignRight
            right -= paint.text(painter, area, line.note, Type.SMALL, ink, flush) + px(4)
        if line.icon:
            side = px(icons.ROW_SIZE)
            right -= side
            icons.paint(painter, line.icon, QRect(right, rect.top(), side, rect.height()), ink)
            right -= px(4)
        left = rect.left() + px(_PAD) + (line.depth - 1) * px(_INDENT)
        words = QRect(left, rect.top(), right - left, rect.height())
        plain = Pigment.INK if line.section else Pigment.INK2
        chosen = colours.color(Pigment.INDIGO if is_chosen else plain)
        paint.text(painter, words, line.words, Type.BASE, chosen)

    def show_lines(self, lines: Sequence[OutlineLine], key: str = "") -> None:
        """Show the outline with a part in hand; the first where that is not there."""
        keys = [line.key for line in lines]
        wanted = key or self._shown
        self._shown = wanted if wanted in keys else ""
        self._model.show(lines)
        self.choose_row(keys.index(wanted) if wanted in keys else 0)

    def _on_current(self) -> None:
        """Tell a part that is chosen, once, whatever the model did meanwhile."""
        if (line := self.line) is not None and line.key != self._shown:
            self._shown = line.key
            self.chosen.emit(line)
