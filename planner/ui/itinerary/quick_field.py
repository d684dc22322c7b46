"""The line in which a stop is added as one would jot it down; below it, how it is understood."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Type, px
from planner.ui.components.boxes import Row
from planner.ui.components.fields import TextField
from planner.ui.components.labels import Label, Picture
from planner.ui.components.notices import raised
from planner.ui.icons import Icon
from planner.ui.itinerary.quick_entry import Period, QuickStop, Unreadable, read_line
from planner.ui.itinerary.stop_faces import KIND_ICONS, StopWords, pigment_of

_KEYS = "Ctrl N"
_SHADOW = 12


class Understood(QWidget):
    """Lies over the page below the line, so that nothing moves while one types."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._picture = Picture(Icon.INFO)
        self.sentence = Label()
        row = Row(self._picture, self.sentence, None, margins=(_SHADOW + 10, _SHADOW + 8))
        self.setLayout(row)
        self.hide()

    def tell(self, sentence: str, icon: Icon, pigment: Pigment) -> None:
        self._picture.draw(icon, pigment)
        self.sentence.setText(sentence)
        self.show()
        self.raise_()

    def place_below(self, field: QWidget) -> None:
        at = field.mapTo(self._page, field.rect().bottomLeft())
        edge = px(_SHADOW)
        size = self.sizeHint()
        width = min(max(size.width(), field.width()) + 2 * edge, self._page.width())
        self.setGeometry(at.x() - edge, at.y() + px(2) - edge // 2, width, size.height())

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, edge = QPainter(self), px(_SHADOW)
        raised(painter, self.rect().adjusted(edge, edge, -edge, -edge))
        painter.end()


class QuickField(TextField):
    """Enter adds what the line says."""

    entered = Signal(object)  # QuickStop

    def __init__(self, says: StopWords, over: QWidget) -> None:
        """`over` is the page on which one is told how the line is understood."""
        super().__init__("")
        self.setAccessibleName(self.tr("New stop in one line"))
        self.setPlaceholderText(self.tr("8/18 14:00 visit Osaka University, Tanaka"))
        self._says = says
        self._period: Period | None = None
        self._day: date | None = None
        self.understood = Understood(over)
        mark = icons.icon(Icon.PLUS, Pigment.INK2)
        self.addAction(mark, QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self._tell)
        self.returnPressed.connect(self._enter)

    def suit(self, period: Period, day: date) -> None:
        """The days of the journey, and the one meant where none is written."""
        self._period, self._day = period, day
        self._tell()

    def _tell(self) -> None:
        """How the line is understood, as one types."""
        self._read()
        if self.hasFocus() and self.text().strip():
            self.understood.place_below(self)
        else:
            self.understood.hide()

    def _read(self) -> QuickStop | None:
        """None, with the reason below, where it says too little or a day that is none."""
        if self._period is None or self._day is None or not self.text().strip():
            return None
        try:
            stop = read_line(self.text(), self._period, self._day)
        except Unreadable as error:
            sentence = self.tr("There is no day “{written}”.").format(written=error)
            self.understood.tell(sentence, Icon.MUST, Pigment.CINNABAR)
            return None
        if stop.is_empty:
            sentence = self.tr("{when} – who or what comes next?").format(when=self._when(stop))
            self.understood.tell(sentence, Icon.INFO, Pigment.INK2)
            return None
        icon, pigment = KIND_ICONS[stop.stop_kind], pigment_of(stop.stop_kind)
        self.understood.tell(self._sentence(stop), icon, pigment)
        return stop

    def _when(self, stop: QuickStop) -> str:
        formats = self._says.formats
        day = formats.day_weekday(stop.starts.day)
        return f"{day} {formats.time(stop.starts, stop.ends)}".rstrip()

    def _sentence(self, stop: QuickStop) -> str:
        kind = self._says.words.value(stop.stop_kind)
        way = " → ".join(place for place in (stop.from_place, stop.place) if place)
        parts = (self._when(stop), kind, stop.service, stop.title, stop.host, way)
        return self.tr(", ").join(part for part in (*parts, *stop.people) if part)

    def _enter(self) -> None:
        stop = self._read()
        if stop is not None:
            self.entered.emit(stop)

    # Qt's interface

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.understood.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        width = paint.key_width(_KEYS)
        room = self.width() - px(40) - paint.width_of(self.placeholderText(), Type.BASE)
        if self.text() or room < width + px(12):
            return
        painter = QPainter(self)
        paint.key_cap(painter, self.width() - width - px(8), self.height() // 2, _KEYS)
        painter.end()
