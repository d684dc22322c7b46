"""What frames the day columns: the hours on the left, the nights below."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.domain.stop import StopKind
from planner.domain.values import PartOfDay
from planner.queries.itinerary import Nights
from planner.ui import icons, paint
from planner.ui.appearance import Ground, Pigment, Radius, Type, px, tokens
from planner.ui.components.boxes import lay_on
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.itinerary.day_layout import Axis

RULER = 48
BAND = 48
_PILL = 28


@dataclass(frozen=True)
class Columns:
    """Where the day columns stand in the window: their width, and how far they are scrolled."""

    width: int = 1
    scrolled: int = 0

    def rect(self, place: int, height: int) -> QRect:
        return QRect(place * self.width - self.scrolled, 0, self.width, height)

    def place_at(self, x: float) -> int:
        return int((x + self.scrolled) // max(self.width, 1))


class HourRuler(QWidget):
    """The hours along the left, with the parts of the day where they begin."""

    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        lay_on(self, Ground.SHEET)
        self._formats = formats
        self._axis = Axis(46, 0)
        self._scrolled = 0

    def show_axis(self, axis: Axis, scrolled: int) -> None:
        self._axis, self._scrolled = axis, scrolled
        self.update()

    @property
    def wanted_width(self) -> int:
        """For the longest name of a part of the day."""
        widths = (paint.width_of(words, Type.SMALL) for words in self._part_names().values())
        return max(px(RULER), max(widths) + px(14))

    def _part_names(self) -> dict[PartOfDay, str]:
        return {part: self._formats.words.value(part).capitalize() for part in PartOfDay}

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ink = QPainter(self), tokens().color(Pigment.INK2)
        flush = Qt.AlignmentFlag.AlignRight
        begins = {self._axis.part(part)[0]: name for part, name in self._part_names().items()}
        for hour in range(self._axis.first_hour, 24):
            y = self._axis.at(hour * 60)
            line = QRect(0, y - self._scrolled + px(2), self.width() - px(8), px(16))
            paint.text(painter, line, f"{hour:02}:00", Type.TICK, ink, flush)
            if y in begins:
                line.translate(0, px(14))
                paint.text(painter, line, begins[y], Type.SMALL, ink, flush)
        painter.end()


class NightBand(QWidget):
    """The nights below the days: where one sleeps, and a hole where that is not known."""

    opened = Signal(object)  # key of a lodging
    add_asked = Signal(object)  # Nights without a bed

    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        lay_on(self, Ground.SHEET)
        self._formats = formats
        self._nights: tuple[Nights, ...] = ()
        self._days: tuple[date, ...] = ()
        self._columns = Columns()
        self._ruler = 0
        self.setAccessibleName(self.tr("Nights"))
        self.setMouseTracking(True)

    def show_nights(
        self, nights: Sequence[Nights], days: Sequence[date], columns: Columns, ruler: int
    ) -> None:
        self._nights, self._days = tuple(nights), tuple(days)
        self._columns, self._ruler = columns, ruler
        spoken = (words for each in nights for words in (self.words_of(each),))
        self.setAccessibleDescription("\n".join(spoken))
        self.update()

    def words_of(self, nights: Nights, room: int | None = None) -> str:
        """Where and how long; less of it where there is little room."""
        count = self.tr("%n night(s)", "", nights.count)
        if nights.key is None:
            place = nights.place or self._formats.day(nights.first)
            told = [self.tr("{place}, {count}, no lodging"), self.tr("{place}, no lodging")]
            told.append(self.tr("No lodging"))
        else:
            place = nights.place or self._formats.words.value(StopKind.LODGING)
            told = [self.tr("{place}, {count}"), "{place}"]
        full = [words.format(place=place, count=count) for words in told]
        if room is None:
            return full[0]
        return next(
            (words for words in full if paint.width_of(words, Type.SMALL) <= room), full[-1]
        )

    def rect_of(self, nights: Nights) -> QRect:
        """From the middle of the day on which the night begins to that of the next."""
        first, last = self._place(nights.first), self._place(nights.last)
        width = self._columns.width
        left = self._ruler - self._columns.scrolled + first * width + width // 2
        right = self._ruler - self._columns.scrolled + last * width + width * 3 // 2
        right = min(right, self.width() - px(4))
        top = (self.height() - px(_PILL)) // 2
        return QRect(left + px(3), top, right - left - px(6), px(_PILL))

    def _place(self, day: date) -> int:
        return self._days.index(day) if day in self._days else 0

    def nights_at(self, x: int, y: int) -> Nights | None:
        found = (each for each in self._nights if self.rect_of(each).contains(x, y))
        return next(found, None)

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        paint.hairline(painter, 0, self.width(), 0)
        for nights in self._nights:
            self._paint_pill(painter, nights)
        head = QRect(0, max(1, px(1)), self._ruler, self.height())
        painter.fillRect(head, QColor(colours.sheet))
        ink = colours.color(Pigment.INK2)
        flush = Qt.AlignmentFlag.AlignRight
        words = self.tr("Nights")
        paint.text(painter, head.adjusted(0, 0, -px(8), 0), words, Type.SMALL, ink, flush)
        painter.end()

    def _paint_pill(self, painter: QPainter, nights: Nights) -> None:
        colours, rect = tokens(), self.rect_of(nights)
        is_bare = nights.key is None
        pigment = Pigment.CINNABAR if is_bare else Pigment.INK2
        ink = colours.color(pigment)
        fill = colours.tint(pigment) if is_bare else QColor(colours.sunk)
        edge = ink if is_bare else QColor(colours.edge) if colours.high_contrast else None
        paint.ground(painter, rect, fill, edge, Radius.PILL, dashed=is_bare)
        icon, room = Icon.HOLE if is_bare else Icon.BED, px(icons.ROW_SIZE + 6)
        words = self.words_of(nights, rect.width() - room - px(16))
        width = min(paint.width_of(words, Type.SMALL) + room, rect.width() - px(16))
        line = QRect(rect.left() + (rect.width() - width) // 2, rect.top(), width, rect.height())
        mark = QRect(line.left(), line.top(), px(icons.ROW_SIZE), line.height())
        icons.paint(painter, icon, mark, ink, icons.ROW_SIZE)
        paint.text(painter, line.adjusted(room, 0, 0, 0), words, Type.SMALL, ink)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.nights_at(*event.position().toPoint().toTuple())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self.words_of(found) if found else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self.nights_at(*event.position().toPoint().toTuple())
        if found is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if found.key is None:
            self.add_asked.emit(found)
        else:
            self.opened.emit(found.key)
