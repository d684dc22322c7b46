"""OfferList: what may stand at the `@`, below the cursor; the keys stay with the manuscript."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Ground, Pigment, Radius, Type, px, tokens
from planner.ui.components.drawn_list import DrawnList, Heading
from planner.ui.report.writing.faces import Offer

_TAKES = "Enter"
_WIDTH, _ROW, _HEADING, _ROWS = 360, 30, 22, 9


@dataclass(frozen=True)
class _Line:
    offer: Offer

    @property
    def key(self) -> Offer:
        return self.offer

    @property
    def words(self) -> str:
        return self.offer.title

    @property
    def spoken(self) -> str:
        return f"{self.offer.group} {self.offer.title} {self.offer.note}".strip()


class _Offers(DrawnList[_Line | Heading]):
    def height_of(self, line: _Line | Heading, width: int) -> int:
        return px(_HEADING if isinstance(line, Heading) else _ROW)

    def draw(
        self, painter: QPainter, rect: QRect, line: _Line | Heading, is_chosen: bool, is_last: bool
    ) -> None:
        colours = tokens()
        if isinstance(line, Heading):
            area = rect.adjusted(px(10), 0, 0, 0)
            paint.text(painter, area, line.words, Type.SMALL, colours.color(Pigment.INK2))
            return
        offer = line.offer
        pigment = Pigment.INDIGO if is_chosen else Pigment.INK2
        mark = QRect(rect.left() + px(8), rect.top(), px(icons.SIZE), rect.height())
        icons.paint(painter, offer.icon, mark, colours.color(pigment))
        words = rect.adjusted(px(32), 0, -px(8), 0)
        if is_chosen:
            width = paint.key_width(_TAKES)
            paint.key_cap(painter, words.right() - width, rect.center().y(), _TAKES)
            words.setRight(words.right() - width - px(8))
        kind = Type.STRONG if is_chosen else Type.BASE
        ink = colours.color(Pigment.INDIGO if is_chosen else Pigment.INK)
        taken = paint.text(painter, words, offer.title, kind, ink)
        note = words.adjusted(taken + px(10), 0, 0, 0)
        paint.text(painter, note, offer.note, Type.BASE, colours.color(Pigment.INK2))


class OfferList(QFrame):
    """A child of the editor's window, never a window itself, so that focus stays."""

    chosen = Signal(object)  # Offer

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = _Offers(name, Ground.CARD, self)
        self.list.setMouseTracking(False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(name)
        self.list.clicked.connect(lambda _: self.choose())
        self.hide()

    @property
    def offers(self) -> tuple[Offer, ...]:
        return tuple(line.offer for line in self.list.lines if isinstance(line, _Line))

    @property
    def current(self) -> Offer | None:
        line = self.list.line
        return line.offer if isinstance(line, _Line) else None

    def show_at(self, below: QRect, within: QRect, offers: Sequence[Offer]) -> None:
        """Below a line of the parent, or above it where there is no room within its desk."""
        if not offers:
            self.hide()
            return
        lines = _grouped(offers)
        self.list.show_lines(lines)
        self.list.choose(offers[0])
        held, seen = 0, 0
        for line in lines:
            held += self.list.height_of(line, 0)
            seen += isinstance(line, _Line)
            if seen == _ROWS:
                break
        size = QSize(px(_WIDTH), held + px(16))
        left = max(min(below.left(), within.right() - size.width() - px(4)), within.left() + px(4))
        top = below.bottom() + px(4)
        if top + size.height() > within.bottom():
            top = max(below.top() - size.height() - px(4), 0)
        self.setGeometry(QRect(QPoint(left, top), size))
        self.list.setGeometry(self.rect().adjusted(px(8), px(8), -px(8), -px(8)))
        self.raise_()
        self.show()

    def step(self, by: int) -> None:
        """Round and round, past the headings."""
        offers, held = self.offers, self.current
        if held is not None:
            self.list.choose(offers[(offers.index(held) + by) % len(offers)])

    def choose(self) -> None:
        if (offer := self.current) is not None:
            self.hide()
            self.chosen.emit(offer)

    def takes_key(self, event: QKeyEvent) -> bool:
        """While something is offered, arrows and Enter choose it."""
        if not self.isVisible():
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self.step(1)
            case Qt.Key.Key_Up:
                self.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self.choose()
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return False
        return True

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        paint.ground(painter, self.rect(), colours.card, colours.edge, Radius.CARD)
        painter.end()


def _grouped(offers: Sequence[Offer]) -> list[_Line | Heading]:
    """Each group under its heading; they come in their groups."""
    lines: list[_Line | Heading] = []
    group = None
    for offer in offers:
        if offer.group != group:
            group = offer.group
            lines.append(Heading(group))
        lines.append(_Line(offer))
    return lines
