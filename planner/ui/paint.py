"""Strokes that style, delegates and components share: grounds, rings, texts, chips, key caps."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QPixmapCache,
)

from planner.ui import icons
from planner.ui.appearance import Pigment, Radius, Type, px, tokens, typeface
from planner.ui.icons import Icon

DISABLED = 0.38
CHIP_HEIGHT = 20
KEY_HEIGHT = 18
_DASHES = (3.0, 2.0)
_BEND = 8  # of the corners of what casts a shadow
_VERTICAL = Qt.AlignmentFlag.AlignVCenter


@contextmanager
def kept(painter: QPainter) -> Iterator[None]:
    """Give the painter back as it came."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield
    finally:
        painter.restore()


def ground(
    painter: QPainter,
    rect: QRect,
    fill: QColor | str | None,
    edge: QColor | str | None = None,
    radius: float = 0,
    dashed: bool = False,
    width: float = 1,
) -> None:
    """A rounded field of colour; its edge lies inside `rect`."""
    with kept(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else QColor(fill))
        area = QRectF(rect)
        if edge is not None:
            thickness = max(1.0, px(width))
            pen = QPen(QColor(edge), thickness)
            if dashed:
                pen.setDashPattern(_DASHES)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            half = thickness / 2
            area.adjust(half, half, -half, -half)
        painter.drawRoundedRect(area, px(radius), px(radius))


def focus_ring(painter: QPainter, rect: QRect, radius: float = Radius.FIELD) -> None:
    ground(painter, rect, None, tokens().color(Pigment.INDIGO), radius, width=2)


def hairline(painter: QPainter, left: int, right: int, y: int) -> None:
    painter.fillRect(QRect(left, y, right - left, max(1, px(1))), QColor(tokens().line))


def text(
    painter: QPainter,
    rect: QRect,
    words: str,
    kind: Type | QFont = Type.BASE,
    colour: QColor | None = None,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """One line, cut with an ellipsis where it is too long; gives the width it took."""
    font = typeface(kind) if isinstance(kind, Type) else kind
    metrics = QFontMetricsF(font)
    width = ceil(metrics.horizontalAdvance(words))
    if width > rect.width():
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        width = min(ceil(metrics.horizontalAdvance(words)), rect.width())
    painter.setFont(font)
    painter.setPen(colour or tokens().color(Pigment.INK))
    painter.drawText(rect, align | _VERTICAL | Qt.TextFlag.TextSingleLine, words)
    return width


def width_of(words: str, kind: Type = Type.BASE) -> int:
    return ceil(QFontMetricsF(typeface(kind)).horizontalAdvance(words))


def chip_width(words: str, icon: Icon | None = None) -> int:
    return width_of(words, Type.SMALL) + px(12) + (px(icons.CHIP_SIZE + 4) if icon else 0)


def chip(
    painter: QPainter,
    rect: QRect,
    words: str,
    icon: Icon | None = None,
    pigment: Pigment = Pigment.INK2,
    outlined: bool = False,
    trailing: int = 0,
) -> None:
    """Icon and word on their tint, in the middle of the height of `rect`.

    `trailing` leaves room at the end, for a cross.
    """
    colours = tokens()
    width = min(chip_width(words, icon) + trailing, rect.width())
    area = QRect(rect.left(), 0, width, px(CHIP_HEIGHT))
    area.moveTop(rect.top() + (rect.height() - area.height()) // 2)
    framed = outlined or colours.high_contrast
    fill = colours.card if outlined else colours.tint(pigment)
    ground(painter, area, fill, colours.line if framed else None, Radius.CHIP)
    inner = area.adjusted(px(6), 0, -px(6), 0)
    if icon:
        size = px(icons.CHIP_SIZE)
        where = QRect(inner.left(), area.top(), size, area.height())
        icons.paint(painter, icon, where, colours.color(pigment), icons.CHIP_SIZE)
        inner.setLeft(inner.left() + size + px(4))
    text(painter, inner, words, Type.SMALL, colours.color(pigment))


def key_width(key: str) -> int:
    return max(width_of(key, Type.TICK) + px(10), px(KEY_HEIGHT))


def key_cap(painter: QPainter, left: int, middle: int, key: str) -> int:
    """A key as printed on keyboards; gives the width it took."""
    area = QRect(left, middle - px(KEY_HEIGHT) // 2, key_width(key), px(KEY_HEIGHT))
    ground(painter, area, tokens().chrome, tokens().line, Radius.CHIP)
    ink = tokens().color(Pigment.INK2)
    text(painter, area, key, Type.TICK, ink, Qt.AlignmentFlag.AlignHCenter)
    return area.width()


def shadow(painter: QPainter, rect: QRect, blur: int, strength: float, drop: int = 0) -> None:
    """A soft shadow around `rect`: drawn once for all sizes, then its sides are stretched."""
    steps, ratio = max(1, px(blur)), painter.device().devicePixelRatioF()
    corner = steps + px(_BEND) + 2
    drawn = _shadow(steps, corner, strength, ratio)
    around = rect.adjusted(-steps, -steps, steps, steps).translated(0, px(drop))
    ends = (0, corner, corner + 1, 2 * corner + 1)
    across = (0, corner, max(corner, around.width() - corner), around.width())
    down = (0, corner, max(corner, around.height() - corner), around.height())
    for column, row in product(range(3), range(3)):
        there = QRectF(
            QPointF(around.left() + across[column], around.top() + down[row]),
            QPointF(around.left() + across[column + 1], around.top() + down[row + 1]),
        )
        held = QRectF(QPointF(ends[column], ends[row]), QPointF(ends[column + 1], ends[row + 1]))
        if (column, row) != (1, 1):
            painter.drawPixmap(there, drawn, QRectF(held.topLeft() * ratio, held.size() * ratio))


def _shadow(steps: int, corner: int, strength: float, ratio: float) -> QPixmap:
    """Rings that fade, around a card as small as its corners let it be."""
    key, drawn = f"shadow/{steps}/{corner}/{strength}/{ratio}", QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    side = 2 * corner + 1
    drawn = QPixmap(QSize(side, side) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for step in range(steps):
        fade, colour = 1 - step / steps, QColor(0, 0, 0)
        colour.setAlphaF(strength * fade * fade / 4)
        painter.setPen(QPen(colour, 1.5))
        inset, bend = steps - step, px(_BEND) + step
        ring = QRectF(0, 0, side, side).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ring, bend, bend)
    painter.end()
    QPixmapCache.insert(key, drawn)
    return drawn
