"""Who is where along a day: a lane a party, and the windows in which nothing is planned."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsItem, QSizePolicy, QStyleOptionGraphicsItem, QWidget

from planner.queries.itinerary import PlannedParty
from planner.ui import icons, paint
from planner.ui.appearance import Ground, Pigment, Type, px, tokens
from planner.ui.components.boxes import lay_on
from planner.ui.icons import Icon
from planner.ui.itinerary.stop_faces import StopWords

LANE = 6
_STROKE = 4
_LEGEND = 28
_SWATCH = 20
_PIGMENTS = (Pigment.INDIGO, Pigment.PINE, Pigment.GAMBOGE, Pigment.INK2)
_DASHES = (None, (3.0, 1.0), (1.0, 0.7), (3.0, 1.0, 1.0, 1.0))


@dataclass(frozen=True)
class LaneLook:
    """Told apart by pigment and by dashes, so by nobody through colour alone."""

    pigment: Pigment
    dashes: tuple[float, ...] | None

    @classmethod
    def of(cls, number: int) -> "LaneLook":
        return cls(_PIGMENTS[number % len(_PIGMENTS)], _DASHES[number % len(_DASHES)])

    def pen(self) -> QPen:
        pen = QPen(tokens().color(self.pigment), px(_STROKE))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.dashes:
            pen.setDashPattern(self.dashes)
        return pen


class LaneItem(QGraphicsItem):
    """When one party has something to do on one day; where the lane is open it is free."""

    def __init__(self, look: LaneLook, spans: Sequence[tuple[int, int]], who: str) -> None:
        super().__init__()
        self._look, self._spans = look, tuple(spans)
        tops, bottoms = zip(*self._spans, strict=True)
        self._bounds = QRectF(0, min(tops), px(LANE), max(bottoms) - min(tops))
        self.setToolTip(who)
        self.setZValue(0)

    # Qt's interface

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setPen(self._look.pen())
        for top, bottom in self._spans:
            painter.drawLine(px(LANE) // 2, top, px(LANE) // 2, bottom)


class WindowItem(QGraphicsItem):
    """Free time between two stops, with the cup that says so."""

    def __init__(self, words: str, width: int, *, is_weekend: bool) -> None:
        super().__init__()
        self._words, self._width, self._is_weekend = words, width, is_weekend
        self._bounds = QRectF(0, 0, width, px(Type.SMALL.line))
        self.setToolTip(words)
        self.setZValue(0)

    # Qt's interface

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        colours, size = tokens(), px(icons.ROW_SIZE)
        ink = colours.color(Pigment.INK2)
        line = QRect(px(8), 0, self._width - px(8), px(Type.SMALL.line))
        taken = size + px(8) + paint.width_of(self._words, Type.SMALL)
        ground = QColor(colours.hover if self._is_weekend else colours.sheet)
        painter.fillRect(line.left(), 0, min(taken, line.width()), line.height(), ground)
        mark = QRect(line.left(), 0, size, line.height())
        icons.paint(painter, Icon.FREE, mark, ink, icons.ROW_SIZE)
        paint.text(painter, line.adjusted(size + px(4), 0, 0, 0), self._words, Type.SMALL, ink)


class LaneLegend(QWidget):
    """Which lane is whose; there only where the delegation goes in parties."""

    def __init__(self, says: StopWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lay_on(self, Ground.SHEET)
        self._says = says
        self._parties: tuple[PlannedParty, ...] = ()
        self.setAccessibleName(self.tr("Parties"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_parties(self, parties: Sequence[PlannedParty]) -> None:
        self._parties = tuple(parties)
        names = [self._says.words.names(party.members) for party in parties]
        self.setAccessibleDescription("\n".join(names))
        self.setToolTip("\n".join(names))
        self.setVisible(len(parties) > 1)
        self.update()

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(_LEGEND))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, left, middle = QPainter(self), px(16), self.height() // 2
        share = (self.width() - left) // max(len(self._parties), 1)
        for number, party in enumerate(self._parties):
            painter.setPen(LaneLook.of(number).pen())
            painter.drawLine(left, middle, left + px(_SWATCH), middle)
            line = QRect(left + px(_SWATCH + 6), 0, share - px(_SWATCH + 22), self.height())
            words = self._says.words.names(party.members)
            ink = tokens().color(Pigment.INK2)
            left += px(_SWATCH + 22) + paint.text(painter, line, words, Type.SMALL, ink)
        painter.end()
