"""A chart of facts on the screen: bars or lines, each series with a pigment and a shape."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui import paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.components.drawing_acts import DrawingActs

_PIGMENTS = (Pigment.AZURITE, Pigment.OCHRE, Pigment.WISTERIA, Pigment.PINE, Pigment.INDIGO)
_FILLS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.CrossPattern,
)
_STEPS = 4
_LEGEND, _FOOT, _SCALE = 28, 28, 64
_DOT = 4


@dataclass(frozen=True)
class DrawnChart:
    """What is drawn; None leaves a gap. `told` says it to those who do not see it."""

    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    unit: str
    is_line: bool
    told: str


class ChartPicture(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._chart: DrawnChart | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(px(320), px(220))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copies = DrawingActs(self, self._rows)

    def show_chart(self, chart: DrawnChart | None) -> None:
        self._chart = chart
        self.setAccessibleDescription(chart.told if chart else "")
        self.setToolTip(chart.told if chart else "")
        self.update()

    def _rows(self) -> list[list[str]]:
        """The categories down, the series across."""
        if self._chart is None:
            return []
        chart = self._chart
        rows = [[chart.unit, *(name for name, _ in chart.series)]]
        for place, category in enumerate(chart.categories):
            values = (values[place] for _, values in chart.series)
            rows.append([category, *("" if each is None else f"{each:.12g}" for each in values)])
        return rows

    # Drawing

    def _paint(self, painter: QPainter, chart: DrawnChart) -> None:
        area = self.rect().adjusted(px(_SCALE), px(_LEGEND), -px(12), -px(_FOOT))
        values = [value for _, held in chart.series for value in held if value is not None]
        top = nice_top(max([0.0, *values]))
        self._paint_scale(painter, area, top, chart.unit)
        self._paint_names(painter, area, chart.categories)
        self._paint_legend(painter, area, chart)
        draw = self._paint_line if chart.is_line else self._paint_bars
        for place in range(len(chart.series)):
            draw(painter, area, chart, place, top)

    def _paint_scale(self, painter: QPainter, area: QRect, top: float, unit: str) -> None:
        ink = tokens().color(Pigment.INK2)
        for step in range(_STEPS + 1):
            y = area.bottom() - round(area.height() * step / _STEPS)
            paint.hairline(painter, area.left(), area.right(), y)
            words = f"{top * step / _STEPS:,.6g}"
            where = QRect(0, y - px(9), area.left() - px(8), px(18))
            paint.text(painter, where, words, Type.SMALL, ink, Qt.AlignmentFlag.AlignRight)
        above = QRect(0, 0, area.left() - px(8), px(18))
        paint.text(painter, above, unit, Type.SMALL, ink, Qt.AlignmentFlag.AlignRight)

    def _paint_names(self, painter: QPainter, area: QRect, names: Sequence[str]) -> None:
        width = area.width() // max(len(names), 1)
        for place, name in enumerate(names):
            where = QRect(area.left() + place * width, area.bottom() + px(6), width, px(18))
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.text(painter, where, name, Type.SMALL, tokens().color(Pigment.INK), middle)

    def _paint_legend(self, painter: QPainter, area: QRect, chart: DrawnChart) -> None:
        """Only where several series must be told apart."""
        left = area.left()
        for place, (name, _) in enumerate(chart.series if len(chart.series) > 1 else ()):
            mark = QRect(left, px(4), px(12), px(12))
            self._fill(painter, mark, place)
            where = QRect(mark.right() + px(6), 0, area.right() - mark.right(), px(20))
            left = where.left() + px(16)
            left += paint.text(painter, where, name, Type.SMALL, tokens().color(Pigment.INK))

    def _paint_bars(
        self, painter: QPainter, area: QRect, chart: DrawnChart, place: int, top: float
    ) -> None:
        room = area.width() / max(len(chart.categories), 1)
        width = min(room * 0.7 / len(chart.series), px(56))
        begin = (room - width * len(chart.series)) / 2 + width * place
        for number, value in enumerate(chart.series[place][1]):
            if value is None:
                continue
            height = round(area.height() * value / top)
            left = round(area.left() + room * number + begin)
            bar = QRect(left, area.bottom() - height, round(width) - px(2), height)
            self._fill(painter, bar, place)
            self._paint_value(painter, QPointF(bar.center().x(), bar.top()), value)

    def _paint_line(
        self, painter: QPainter, area: QRect, chart: DrawnChart, place: int, top: float
    ) -> None:
        room, before = area.width() / max(len(chart.categories), 1), None
        colour = tokens().color(_PIGMENTS[place % len(_PIGMENTS)])
        for number, value in enumerate(chart.series[place][1]):
            if value is None:
                before = None
                continue
            x = area.left() + room * (number + 0.5)
            point = QPointF(x, area.bottom() - area.height() * value / top)
            with paint.kept(painter):
                painter.setPen(QPen(colour, px(2)))
                if before is not None:
                    painter.drawLine(before, point)
                painter.setBrush(QBrush(colour))
                self._paint_dot(painter, point, place)
            self._paint_value(painter, point, value)
            before = point

    def _paint_dot(self, painter: QPainter, point: QPointF, place: int) -> None:
        """A round or a square one: pigment alone tells nothing."""
        side = px(_DOT)
        spot = QRectF(point.x() - side, point.y() - side, 2 * side, 2 * side)
        if place % 2:
            painter.drawRect(spot)
        else:
            painter.drawEllipse(spot)

    def _paint_value(self, painter: QPainter, above: QPointF, value: float) -> None:
        where = QRect(round(above.x()) - px(60), round(above.y()) - px(22), px(120), px(18))
        ink, middle = tokens().color(Pigment.INK), Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, where, f"{value:,.6g}", Type.SMALL, ink, middle)

    def _fill(self, painter: QPainter, rect: QRect, place: int) -> None:
        pigment = _PIGMENTS[place % len(_PIGMENTS)]
        colours = tokens()
        paint.ground(painter, rect, colours.tint(pigment), colours.color(pigment), Radius.CHIP / 2)
        hatch = QBrush(QColor(colours.color(pigment)), _FILLS[place % len(_FILLS)])
        painter.fillRect(rect.adjusted(px(1), px(1), -px(1), -px(1)), hatch)

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(560), px(320))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._chart is not None:
            self._paint(painter, self._chart)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().adjusted(1, 1, -1, -1), 0)
        painter.end()


def nice_top(highest: float) -> float:
    """1, 2, 2.5, 4, 5 or 8 times a power of ten, not below the highest value."""
    if highest <= 0:
        return 1.0
    power = 10.0 ** floor(log10(highest))
    for step in (1, 2, 2.5, 4, 5, 8, 10):
        if highest <= step * power:
            return step * power
    return ceil(highest / power) * power
