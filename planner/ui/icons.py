"""Our drawings, tinted from the palette at the moment they are painted."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from planner.resources import resource
from planner.ui.appearance import Pigment, px, scale, tokens

SIZE = 16
ROW_SIZE = 14
CHIP_SIZE = 12
_GRID = 'viewBox="0 0 24 24"'
_SHOWN = 'viewBox="1 1 22 22"'  # the drawings leave a margin of the grid free
_UNITS = 22
_STROKE = 1.5
_DISABLED = 0.38


class Icon(StrEnum):
    """Every drawing in `resources/icons`, by the name of its file."""

    AGREEMENT = "agreement"
    APPROVED = "approved"
    ARCHIVED = "archived"
    BACK = "back"
    BED = "bed"
    BOARD = "board"
    BOAT = "boat"
    BOLD = "bold"
    BRIEFING = "briefing"
    BUDGET = "budget"
    BUS = "bus"
    CALENDAR = "calendar"
    CANCELLED = "cancelled"
    CAR = "car"
    CARD_HOLDER = "card-holder"
    CEREMONY = "ceremony"
    CHART = "chart"
    CHECK = "check"
    CLASH = "clash"
    CLOCK = "clock"
    CLOSE = "close"
    COLUMNS = "columns"
    COMMENT = "comment"
    COMPARE = "compare"
    CONTRAST = "contrast"
    COPY = "copy"
    DELEGATIONS = "delegations"
    DONE = "done"
    DOWN = "down"
    EXPORT = "export"
    FILTER = "filter"
    FINDING = "finding"
    FLAG = "flag"
    FLIGHT = "flight"
    FOLDER = "folder"
    FORWARD = "forward"
    FREE = "free"
    GIFT = "gift"
    GLOBE = "globe"
    GRIP = "grip"
    HEADING = "heading"
    HISTORY = "history"
    HOLE = "hole"
    HOURGLASS = "hourglass"
    IMPORT = "import"
    INFO = "info"
    LANGUAGE = "language"
    LATE = "late"
    LINK = "link"
    LIST = "list"
    LOCK = "lock"
    MAIL = "mail"
    MAP = "map"
    MEAL = "meal"
    MEETING = "meeting"
    MERGE = "merge"
    MINUS = "minus"
    MORE = "more"
    MUST = "must"
    NOT_STARTED = "not-started"
    NOW = "now"
    ORGANISATION = "organisation"
    OUTCOMES = "outcomes"
    PANEL = "panel"
    PEN = "pen"
    PEOPLE = "people"
    PERSON = "person"
    PERSON_ADD = "person-add"
    PHONE = "phone"
    PHOTO = "photo"
    PIN = "pin"
    PLAY = "play"
    PLUS = "plus"
    PRINT = "print"
    PRIORITY = "priority"
    PROMISE = "promise"
    PROOF = "proof"
    QUESTION = "question"
    QUOTE = "quote"
    RECOMMENDATION = "recommendation"
    REDO = "redo"
    REFRESH = "refresh"
    RELATIONS = "relations"
    REPORT = "report"
    RIPPLE = "ripple"
    ROUTE = "route"
    SEARCH = "search"
    SECOND_PERSON = "second-person"
    SEMINAR = "seminar"
    SETTINGS = "settings"
    SHIELD = "shield"
    SIDE_HOST = "side-host"
    SIDE_OWN = "side-own"
    SIDE_THIRD = "side-third"
    SIDEBAR = "sidebar"
    STAR = "star"
    STOP = "stop"
    SUPERSCRIPT = "superscript"
    TABLE = "table"
    TEXT_SIZE = "text-size"
    TIMELINE = "timeline"
    TODAY = "today"
    TRAIN = "train"
    TRASH = "trash"
    TWO_VALUES = "two-values"
    UNDER_WAY = "under-way"
    UNDO = "undo"
    UNFOLD = "unfold"
    UP = "up"
    VISIT = "visit"
    WALK = "walk"
    WARNING = "warning"
    WINDOW = "window"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"


def pixmap(name: Icon, colour: QColor, pixels: int, ratio: float = 1.0) -> QPixmap:
    """The drawing at a size on screen; its line keeps 1.5 px whatever that size."""
    ground = tokens().card
    key = f"{name}/{colour.rgba()}/{ground}/{pixels}/{ratio}/{scale():.3f}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    drawn = QPixmap(QSize(pixels, pixels) * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setOpacity(colour.alphaF())
    _renderer(name, colour.name(), ground, pixels).render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def paint(painter: QPainter, name: Icon, rect: QRect, colour: QColor, size: int = SIZE) -> None:
    """Draw in the middle of `rect`, `size` being that of the design at 100 %."""
    side = px(size)
    corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(corner, pixmap(name, colour, side, ratio))


def icon(name: Icon, pigment: Pigment = Pigment.INK) -> QIcon:
    """For widgets that take a QIcon: wears the pigment of the scheme of the moment."""
    return QIcon(_Engine(name, pigment))


def _renderer(name: Icon, colour: str, ground: str, pixels: int) -> QSvgRenderer:
    width = _STROKE * scale() * _UNITS / pixels
    drawing = (
        _drawing(name)
        .replace(_GRID, _SHOWN)
        .replace("currentColor", colour)
        .replace('"ground"', f'"{ground}"')
        .replace('stroke-width="1.5"', f'stroke-width="{width:.3f}"')
    )
    return QSvgRenderer(QByteArray(drawing.encode()))


@cache
def _drawing(name: Icon) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


class _Engine(QIconEngine):
    def __init__(self, name: Icon, pigment: Pigment) -> None:
        super().__init__()
        self._name = name
        self._pigment = pigment

    # Qt's interface

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._pigment)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        side = min(rect.width(), rect.height())
        target = QRectF(0, 0, side, side)
        target.moveCenter(QRectF(rect).center())
        painter.drawPixmap(target.toRect(), pixmap(self._name, self._colour(mode), side, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, self._colour(mode), min(size.width(), size.height()))

    def scaledPixmap(  # noqa: N802 – Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = min(size.width(), size.height())  # before the scale, as Qt gives it since 6.8
        return pixmap(self._name, self._colour(mode), side, scale)

    def _colour(self, mode: QIcon.Mode) -> QColor:
        colour = tokens().color(self._pigment)
        if mode == QIcon.Mode.Disabled:
            colour.setAlphaF(_DISABLED)
        return colour
