"""ThreadBand: what the program is about in one line, from an objective to its follow-up."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.icons import Icon

_HEIGHT = 92
_NODE = 36


class ThreadBand(QWidget):
    """Five nodes on one curve; says the same to a screen reader as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes: Sequence[tuple[Icon, str, Pigment]] = (
            (Icon.FLAG, self.tr("Objective"), Pigment.INDIGO),
            (Icon.ROUTE, self.tr("Itinerary"), Pigment.AZURITE),
            (Icon.FINDING, self.tr("Finding"), Pigment.WISTERIA),
            (Icon.RECOMMENDATION, self.tr("Recommendation"), Pigment.OCHRE),
            (Icon.DONE, self.tr("Follow-up"), Pigment.PINE),
        )
        self.setAccessibleName(" → ".join(words for _, words, _ in self._nodes))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        paint.ground(painter, self.rect(), colours.chrome, None, Radius.CARD)
        part, middle = self.width() / len(self._nodes), px(14 + _NODE / 2)
        with paint.kept(painter):
            painter.setPen(QPen(colours.color(Pigment.INDIGO), px(2)))
            ends = part / 2, self.width() - part / 2
            painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
        for place, (icon, words, pigment) in enumerate(self._nodes):
            area = QRectF(place * part, 0, part, self.height()).toRect()
            self._paint_node(painter, area, icon, pigment)
            line = area.adjusted(0, px(14 + _NODE + 6), 0, -px(12))
            ink, middled = colours.color(Pigment.INK), Qt.AlignmentFlag.AlignHCenter
            paint.text(painter, line, words, Type.SMALL, ink, middled)
        painter.end()

    def _paint_node(self, painter: QPainter, area: QRect, icon: Icon, pigment: Pigment) -> None:
        colours, side = tokens(), px(_NODE)
        node = QRect(area.center().x() - side // 2, px(14), side, side)
        paint.ground(painter, node, colours.card, colours.color(pigment), _NODE / 2, width=1.5)
        mark = node.adjusted((side - px(icons.SIZE)) // 2, 0, 0, 0)
        mark.setWidth(px(icons.SIZE))
        icons.paint(painter, icon, mark, colours.color(pigment))
