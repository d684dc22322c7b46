"""ProblemList: what is wrong, each sentence whole, with its place and the act that mends it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from planner.rules.notice import Notice, Severity
from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Type, px, tokens
from planner.ui.components.drawn_list import DrawnList
from planner.ui.delegates import wrapped
from planner.ui.icons import Icon

SEVERITY_ICONS: Mapping[Severity, tuple[Icon, Pigment]] = MappingProxyType(
    {
        Severity.MUST: (Icon.MUST, Pigment.CINNABAR),
        Severity.SHOULD: (Icon.WARNING, Pigment.GAMBOGE),
        Severity.HINT: (Icon.INFO, Pigment.INK2),
    }
)
_PAD, _ABOVE, _CLOSE = 8, 7, 5
_WIDE, _PLACE = 420, 116
_ROWS = 12  # beyond that it is no sentence


@dataclass(frozen=True)
class ProblemLine:
    """One notice as the list shows it; `remedy` is empty where one cannot go and mend it."""

    notice: Notice
    words: str
    place: str
    remedy: str
    is_accepted: bool = False

    @property
    def key(self) -> str:
        return self.notice.fingerprint

    @property
    def spoken(self) -> str:
        return " ".join(part for part in (self.words, self.place, self.remedy) if part)


@dataclass(frozen=True)
class _Plan:
    """Where the parts of a line stand: below each other, or side by side where it is wide."""

    text: QRect
    place: QRect
    remedy: QRect

    @classmethod
    def of(cls, rect: QRect, line: ProblemLine) -> "_Plan":
        left = rect.left() + px(_PAD + icons.SIZE + 8)
        whole = QRect(left, rect.top(), rect.right() - px(_PAD) - left, rect.height())
        remedy = paint.width_of(line.remedy, Type.SMALL)
        if rect.width() >= px(_WIDE):
            inner = whole.adjusted(0, px(_CLOSE), 0, -px(_CLOSE))
            text = inner.adjusted(px(_PLACE + 12), 0, -remedy - px(12), 0)
            inner.setHeight(px(Type.BASE.line))
            place = QRect(inner.left(), inner.top(), px(_PLACE), inner.height())
            return cls(text, place, inner.adjusted(inner.width() - remedy, 0, 0, 0))
        inner = whole.adjusted(0, px(_ABOVE), 0, -px(_ABOVE))
        foot = inner.adjusted(0, inner.height() - px(Type.SMALL.line), 0, 0)
        place = foot.adjusted(0, 0, -remedy - px(8), 0)
        text = inner.adjusted(0, 0, 0, -foot.height())
        return cls(text, place, foot.adjusted(foot.width() - remedy, 0, 0, 0))

    @classmethod
    def height(cls, width: int, line: ProblemLine) -> int:
        plan = cls.of(QRect(0, 0, width, 0), line)
        rows = len(_rows(line, plan.text.width())) * px(Type.BASE.line)
        if width >= px(_WIDE):
            return rows + 2 * px(_CLOSE)
        return rows + px(Type.SMALL.line) + 2 * px(_ABOVE)


def _rows(line: ProblemLine, width: int) -> list[str]:
    return wrapped(line.words, width, most=_ROWS)


class ProblemList(DrawnList[ProblemLine]):
    """Enter or a double click goes where it can be mended; so does a click on the remedy."""

    opened = Signal(object)  # Notice

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.doubleClicked.connect(self._open)

    def height_of(self, line: ProblemLine, width: int) -> int:
        return _Plan.height(width, line)

    def draw(
        self, painter: QPainter, rect: QRect, line: ProblemLine, is_chosen: bool, is_last: bool
    ) -> None:
        colours, plan = tokens(), _Plan.of(rect, line)
        icon, pigment = SEVERITY_ICONS[line.notice.severity]
        if line.is_accepted:
            icon, pigment = Icon.DONE, Pigment.INK2
        height = px(Type.BASE.line)
        mark = QRect(rect.left() + px(_PAD), plan.text.top(), px(icons.SIZE), height)
        icons.paint(painter, icon, mark, colours.color(pigment))
        for row, words in enumerate(_rows(line, plan.text.width())):
            top = plan.text.top() + row * height
            paint.text(painter, QRect(plan.text.left(), top, plan.text.width(), height), words)
        grey, link = colours.color(Pigment.INK2), colours.color(Pigment.INDIGO)
        paint.text(painter, plan.place, line.place, Type.SMALL, grey)
        paint.text(painter, plan.remedy, line.remedy, Type.SMALL, link)
        if not is_last:
            left = rect.left() + px(_PAD + icons.SIZE + 8)
            paint.hairline(painter, left, rect.right() - px(_PAD), rect.bottom())

    def step(self, by: int) -> None:
        """To the next one, round the end."""
        if self.lines:
            row = self.currentIndex().row()
            self.choose_row((row + by) % len(self.lines) if row >= 0 else 0)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self.lines[index.row()].remedy:
            self.opened.emit(self.lines[index.row()].notice)

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid():
            remedy = _Plan.of(self.visualRect(index), self.lines[index.row()]).remedy
            if remedy.adjusted(0, 0, px(_PAD), px(_ABOVE)).contains(place):
                self._open(index)
