"""Bar and line charts drawn from data; series differ in lightness, dash and marker too."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from planner.typesetting.document import Chart, ChartKind, Series
from planner.typesetting.figures import caption_of, figure_node, with_caption
from planner.typesetting.pages import (
    Area,
    DrawingMark,
    LineMark,
    Mark,
    Node,
    Page,
    PathMark,
    RectMark,
    TextMark,
)
from planner.typesetting.slabs import Slab, SlabMaker, StackSlab
from planner.typesetting.styles import Align, Style

_COLOURS = ("#1f4e79", "#c55a11", "#7fa7cf", "#6b6b6b", "#9dc183", "#d9b44a")
_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2), (1.5, 2), (7, 2, 1.5, 2), (3, 3), (9, 3))
_GRID, _AXIS = "#d0d0d0", "#404040"
_MARKER = 2.2
_BAND_FILLED = 0.72  # of a category's width, by its bars
_WIDEST_BAR = 54.0
_LABELS_FIT = 24  # bars up to which each one shows its value, and half as many points of a line


@dataclass(slots=True)
class ChartSlab(Slab):
    """A chart at its printed size."""

    chart: Chart | None = None
    node: Node | None = None
    width: float = 0.0
    maker: SlabMaker | None = None

    def draw(self, page: Page, x: float, top: float) -> None:
        assert self.chart is not None
        assert self.maker is not None
        area = Area(x, top, x + self.width, top + self.height)
        if self.node is not None:
            self.node.area = area
        marks = chart_marks(self.chart, area, self.maker)
        page.marks.append(DrawingMark(self.node, marks))


def chart_slab(chart: Chart, width: float, parent: Node, maker: SlabMaker) -> StackSlab:
    """A chart over its caption, kept together."""
    node = parent.child("Div") if chart.caption else parent
    drawing = ChartSlab(
        height=min(chart.height, maker.depth * 0.8),
        indent=width * (1 - chart.width) / 2,
        after=4.0,
        chart=chart,
        node=figure_node(chart.alt, node),
        width=width * chart.width,
        maker=maker,
    )
    stack = with_caption(drawing, caption_of(chart, width, node, maker))
    stack.before = 10.0
    return stack


def chart_marks(chart: Chart, area: Area, maker: SlabMaker) -> list[Mark]:
    """What a chart is drawn with."""
    return list(_Drawing(chart, area, maker).marks())


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round values that span the data, zero among them."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        high = low + 1.0
    rough = (high - low) / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * unit for unit in (1, 2, 2.5, 5, 10) if power * unit >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [step * count for count in range(first, last + 1)]


def number_text(value: float) -> str:
    """A value as axes show it: thousands parted, no trailing zeros."""
    return f"{value:,.6f}".rstrip("0").rstrip(".")


@dataclass
class _Drawing:
    """The marks of one chart in its area."""

    chart: Chart
    area: Area
    maker: SlabMaker
    style: Style = field(init=False)
    ticks: list[float] = field(init=False)
    plot: Area = field(init=False)

    def __post_init__(self) -> None:
        self.style = self.maker.setter.style("chart")
        values = [v for series in self.chart.series for v in series.values if v is not None]
        self.ticks = ticks(min(values, default=0.0), max(values, default=1.0))
        widest = max(self._width(number_text(tick)) for tick in self.ticks)
        left, top, right, bottom = self.area
        row = self.style.leading
        top += row * (1.3 if self._has_legend else 0.3) + (row if self.chart.value_title else 0.0)
        top += row * 0.5
        bottom -= self._category_depth() + 4.0 + (row if self.chart.category_title else 0.0)
        self.plot = Area(left + widest + 8.0, top, right - 4.0, bottom)

    @property
    def _has_legend(self) -> bool:
        return len(self.chart.series) > 1

    @property
    def _band(self) -> float:
        return (self.plot.right - self.plot.left) / max(len(self.chart.categories), 1)

    def marks(self) -> Iterator[Mark]:
        yield from self._axes()
        if self.chart.kind is ChartKind.BAR:
            yield from self._bars()
        else:
            yield from self._lines()
        yield from self._titles()
        if self._has_legend:
            yield from self._legend()

    def _axes(self) -> Iterator[Mark]:
        left, _, right, bottom = self.plot
        for tick in self.ticks:
            y = self._y(tick)
            colour = _AXIS if tick == 0 else _GRID
            yield LineMark(left, y, right, y, 0.5, colour)
            text = number_text(tick)
            yield self._text(text, left - 5.0 - self._width(text), y - self.style.leading / 2)
        for index, category in enumerate(self.chart.categories):
            yield self._centred(category, left + index * self._band, self._band, bottom + 4.0)

    def _bars(self) -> Iterator[Mark]:
        series_count = max(len(self.chart.series), 1)
        width = min(self._band * _BAND_FILLED / series_count, _WIDEST_BAR)
        shows_values = len(self.chart.categories) * series_count <= _LABELS_FIT
        for place, series in enumerate(self.chart.series):
            colour = _COLOURS[place % len(_COLOURS)]
            for index, value in enumerate(series.values[: len(self.chart.categories)]):
                if value is None:
                    continue
                left = self.plot.left + (index + 0.5) * self._band
                left += (place - series_count / 2) * width
                zero, y = self._y(0.0), self._y(value)
                yield RectMark(left, min(zero, y), width, abs(zero - y), colour)
                if shows_values:
                    above = y - self.style.leading if value >= 0 else y
                    yield self._centred(number_text(value), left - 10, width + 20, above)

    def _lines(self) -> Iterator[Mark]:
        for place, series in enumerate(self.chart.series):
            colour = _COLOURS[place % len(_COLOURS)]
            dash = _DASHES[place % len(_DASHES)]
            for run in self._runs(series):
                if len(run) > 1:
                    yield PathMark(run, 1.4, colour, dash)
                for x, y in run:
                    yield _marker(x, y, place, colour)
        if len(self.chart.series) == 1 and len(self.chart.categories) <= _LABELS_FIT / 2:
            yield from self._values_of(self.chart.series[0])

    def _values_of(self, series: Series) -> Iterator[Mark]:
        """Above each point its value: lines that do not cross leave room for it."""
        for index, value in enumerate(series.values[: len(self.chart.categories)]):
            if value is not None:
                left = self.plot.left + index * self._band
                top = self._y(value) - self.style.leading - _MARKER
                yield self._centred(number_text(value), left, self._band, top)

    def _runs(self, series: Series) -> Iterator[list[tuple[float, float]]]:
        """The points of a series, parted at its gaps."""
        run: list[tuple[float, float]] = []
        for index, value in enumerate(series.values[: len(self.chart.categories)]):
            if value is None:
                yield run
                run = []
                continue
            run.append((self.plot.left + (index + 0.5) * self._band, self._y(value)))
        yield run

    def _titles(self) -> Iterator[Mark]:
        if self.chart.value_title:
            top = self.plot.top - self.style.leading * 1.5
            yield self._text(self.chart.value_title, self.area.left, top)
        if self.chart.category_title:
            width = self.plot.right - self.plot.left
            top = self.area.bottom - self.style.leading
            yield self._centred(self.chart.category_title, self.plot.left, width, top)

    def _legend(self) -> Iterator[Mark]:
        left, top = self.plot.left, self.area.top
        middle = top + self.style.leading / 2
        for place, series in enumerate(self.chart.series):
            colour = _COLOURS[place % len(_COLOURS)]
            if self.chart.kind is ChartKind.BAR:
                yield RectMark(left, middle - 3.5, 12.0, 7.0, colour)
            else:
                dash = _DASHES[place % len(_DASHES)]
                yield PathMark([(left - 6, middle), (left + 14, middle)], 1.4, colour, dash)
                yield _marker(left + 4, middle, place, colour)
            yield self._text(series.name, left + 17.0, top)
            left += 17.0 + self._width(series.name) + 18.0

    def _y(self, value: float) -> float:
        share = (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
        return self.plot.bottom - share * (self.plot.bottom - self.plot.top)

    def _width(self, text: str) -> float:
        return self.maker.setter.line(text, self.style).width

    def _text(self, text: str, x: float, top: float) -> TextMark:
        line = self.maker.setter.line(text, self.style)
        style = self.style
        return TextMark(None, x, top, style.leading, style.size, style.colour, (line,))

    def _centred(self, text: str, x: float, width: float, top: float) -> TextMark:
        lines = self.maker.setter.set(text, self.style, width, Align.CENTRE).lines
        style = self.style
        return TextMark(None, x, top, style.leading, style.size, style.colour, lines)

    def _category_depth(self) -> float:
        width = (self.area.right - self.area.left) * 0.9 / max(len(self.chart.categories), 1)
        setter = self.maker.setter
        lines = [
            len(setter.set(category, self.style, width, Align.CENTRE).lines)
            for category in self.chart.categories
        ]
        return max(lines, default=0) * self.style.leading


def _marker(x: float, y: float, place: int, colour: str) -> Mark:
    """Squares, filled and open, and diamonds: readable without colour."""
    size = _MARKER
    if place % 3 == 2:
        points = [(x - size, y), (x, y - size), (x + size, y), (x, y + size), (x - size, y)]
        return PathMark([(px, py) for px, py in points], 1.2, colour)
    fill = colour if place % 3 == 0 else "#ffffff"
    return RectMark(x - size, y - size, 2 * size, 2 * size, fill, colour, 1.0)
