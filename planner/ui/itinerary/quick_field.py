"""The line in which a stop is added as one would jot it down; below it, how it is understood."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Type, px
from planner.ui.components.cards import Bar
from planner.ui.components.fields import TextField
from planner.ui.icons import Icon
from planner.ui.itinerary.quick_entry import Period, QuickStop, Unreadable, read_line
from planner.ui.itinerary.stop_faces import KIND_ICONS, StopWords, pigment_of

_KEYS = "Ctrl N"


class QuickField(TextField):
    """Enter adds what the line says."""

    entered = Signal(object)  # QuickStop

    def __init__(self, says: StopWords) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("New stop in one line"))
        self.setPlaceholderText(self.tr("8/18 14:00 visit Osaka University, Tanaka"))
        self._says = says
        self._period: Period | None = None
        self._day: date | None = None
        self.understood = Bar("", Icon.INFO, Pigment.INDIGO)
        self.understood.hide()
        mark = icons.icon(Icon.PLUS, Pigment.INK2)
        self.addAction(mark, QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self._tell)
        self.returnPressed.connect(self._enter)

    def suit(self, period: Period, day: date) -> None:
        """The days of the journey, and the one meant where none is written."""
        self._period, self._day = period, day
        self._tell()

    def _read(self) -> QuickStop | None:
        """None, with the reason below, where it cannot be read."""
        if self._period is None or self._day is None or not self.text().strip():
            return None
        try:
            stop = read_line(self.text(), self._period, self._day)
        except Unreadable as error:
            sentence = self.tr("There is no day “{written}”.").format(written=error)
            self.understood.show_message(sentence, Icon.MUST, Pigment.CINNABAR)
            return None
        if stop.is_empty:
            sentence = self.tr("{when} – who or what comes next?").format(when=self._when(stop))
            self.understood.show_message(sentence, Icon.INFO, Pigment.INK2)
            return None
        return stop

    def _tell(self) -> None:
        if not self.text().strip():
            self.understood.hide()
            return
        stop = self._read()
        if stop is not None:
            icon, pigment = KIND_ICONS[stop.stop_kind], pigment_of(stop.stop_kind)
            self.understood.show_message(self._sentence(stop), icon, pigment)

    def _when(self, stop: QuickStop) -> str:
        formats = self._says.formats
        day = formats.day_weekday(stop.starts.day)
        return f"{day} {formats.time(stop.starts, stop.ends)}".rstrip()

    def _sentence(self, stop: QuickStop) -> str:
        words = self._says.words
        way = " → ".join(place for place in (stop.from_place, stop.place) if place)
        kind = words.value(stop.stop_kind)
        parts = (self._when(stop), kind, stop.service, stop.title, stop.host, way)
        return self.tr(", ").join(part for part in (*parts, *stop.people) if part)

    def _enter(self) -> None:
        stop = self._read()
        if stop is not None:
            self.entered.emit(stop)

    # Qt's interface

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room = self.width() - px(40) - paint.width_of(self.placeholderText(), Type.BASE)
        width = paint.key_width(_KEYS)
        if self.text() or room < width + px(12):
            return
        painter = QPainter(self)
        paint.key_cap(painter, self.width() - width - px(8), self.height() // 2, _KEYS)
        painter.end()
