"""What is filled in on forms: each shows a value of a record and gives it back as it was typed."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import date, time
from typing import Any, Protocol

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSizePolicy, QWidget

from planner.domain.dates import parse_day
from planner.ui.appearance import px
from planner.ui.components.fields import TextArea, TextField
from planner.ui.formats import Formats

_LEAST_WORDS = 120


class Input(Protocol):
    """A widget for one value. `finished` says that a person has done with it."""

    finished: Any

    def show_value(self, value: Any) -> None: ...

    def value(self) -> Any:
        """What is there; as typed where it cannot be read, so that the record refuses it."""


class TextInput(TextField):
    """One line."""

    finished = Signal()

    def __init__(self, name: str = "", example: str = "") -> None:
        super().__init__(name, example)
        self.editingFinished.connect(self.finished)

    def show_value(self, value: Any) -> None:
        self.setText(value or "")
        self.setCursorPosition(0)

    def value(self) -> Any:
        return self.text().strip()


class NumberInput(TextInput):
    """A number as it is typed; none where nothing is."""

    def show_value(self, value: Any) -> None:
        super().show_value("" if value is None else str(value))

    def value(self) -> Any:
        return super().value() or None


class PartialInput(TextInput):
    """A year, a month or a day as it is typed; none where nothing is known."""

    def value(self) -> Any:
        return super().value() or None


class AreaInput(TextArea):
    """Several lines."""

    finished = Signal()

    def __init__(self, name: str = "", example: str = "", lines: int = 3) -> None:
        super().__init__(name, example, lines)
        self.setMinimumHeight(px(28) + (lines - 1) * self.fontMetrics().lineSpacing())

    def show_value(self, value: Any) -> None:
        self.setPlainText(value or "")

    def value(self) -> Any:
        return self.toPlainText().strip()

    # Qt's interface

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()


class DayInput(TextField):
    """A day in any of the forms people write; once read, it stands as the window writes days."""

    finished = Signal()

    def __init__(self, formats: Formats, name: str = "", example: str = "") -> None:
        super().__init__(name, example)
        self.year: int | None = None
        self._formats = formats
        self.editingFinished.connect(self._on_finished)

    def show_value(self, value: Any) -> None:
        self.setText(self._formats.typed(value) if isinstance(value, date) else value or "")

    def value(self) -> Any:
        """`year` is the Western year for a day written without one."""
        written = self.text().strip()
        try:
            return parse_day(written, year=self.year) if written else None
        except ValueError:
            return written

    def _on_finished(self) -> None:
        read = self.value()
        if isinstance(read, date):
            self.show_value(read)
        self.finished.emit()


class ClockInput(TextField):
    """A clock time: 14:00, 1400, 9."""

    finished = Signal()

    def __init__(self, name: str = "", example: str = "") -> None:
        super().__init__(name, example)
        self.editingFinished.connect(self._on_finished)

    def show_value(self, value: Any) -> None:
        self.setText(f"{value:%H:%M}" if isinstance(value, time) else value or "")

    def value(self) -> Any:
        written = self.text().strip()
        return (parse_clock(written) or written) if written else None

    def _on_finished(self) -> None:
        read = self.value()
        if isinstance(read, time):
            self.show_value(read)
        self.finished.emit()


_WIDE = str.maketrans("０１２３４５６７８９：", "0123456789:")


def parse_clock(written: str) -> time | None:
    """14:00, 1400, 9, with full-width digits too; None where it is no clock time."""
    digits = written.translate(_WIDE).strip().replace("：", ":")
    hours, colon, minutes = digits.partition(":")
    if not colon and digits.isascii() and digits.isdigit() and len(digits) in (3, 4):
        hours, minutes = digits[:-2], digits[-2:]
    elif not colon:
        minutes = "0"
    if not (hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()):
        return None
    if len(hours) > 2 or len(minutes) > 2 or (colon and len(minutes) != 2):
        return None
    return time(int(hours), int(minutes)) if int(hours) < 24 and int(minutes) < 60 else None


class ChoiceInput(QComboBox):
    """One of few."""

    finished = Signal()

    def __init__(self, options: Iterable[tuple[Hashable, str]] = ()) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._values: list[Hashable] = []
        self.offer(options)
        self.activated.connect(lambda _: self.finished.emit())

    def offer(self, options: Iterable[tuple[Hashable, str]]) -> None:
        """Replace what can be chosen, keeping the choice where it is still there."""
        before = self.value()
        with QSignalBlocker(self):
            self.clear()
            self._values = []
            for value, label in options:
                self._values.append(value)
                self.addItem(label)
            self.show_value(before)

    def show_value(self, value: Any) -> None:
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def value(self) -> Any:
        chosen = self.currentIndex()
        return self._values[chosen] if 0 <= chosen < len(self._values) else None

    # Qt's interface

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a form must not change what it says."""
        event.ignore()


class _Box(QCheckBox):
    """Its words are cut where they find no room; the tip has all of them."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self.words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _beside(self) -> int:
        """What the box itself takes."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    # Qt's interface

    def sizeHint(self) -> QSize:
        width = self._beside() + self.fontMetrics().horizontalAdvance(self.words)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(_LEAST_WORDS), self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics, room = self.fontMetrics(), self.width() - self._beside()
        shown = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip("" if shown == self.words else self.words)


class ChecklistInput(QWidget):
    """Some of few, each with its box."""

    finished = Signal()

    def __init__(self, name: str = "", across: int = 1) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._across = across
        self._boxes: dict[Hashable, _Box] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(4))
        self.setLayout(self._grid)

    @property
    def count(self) -> int:
        return len(self._boxes)

    @property
    def chosen_words(self) -> list[str]:
        return [box.words for box in self._boxes.values() if box.isChecked()]

    def offer(self, options: Sequence[tuple[Hashable, str]]) -> None:
        if list(options) == [(key, box.words) for key, box in self._boxes.items()]:
            return
        chosen = self.value()
        for box in self._boxes.values():
            self._grid.removeWidget(box)
            box.deleteLater()
        self._boxes = {}
        for place, (key, label) in enumerate(options):
            box = _Box(label)
            box.clicked.connect(lambda _: self.finished.emit())
            self._boxes[key] = box
            self._grid.addWidget(box, *divmod(place, self._across))
        self.show_value(chosen)

    def show_value(self, value: Any) -> None:
        for key, box in self._boxes.items():
            box.setChecked(key in (value or ()))

    def value(self) -> Any:
        return tuple(key for key, box in self._boxes.items() if box.isChecked())


class CheckInput(QCheckBox):
    """Yes or no."""

    finished = Signal()

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.clicked.connect(lambda _: self.finished.emit())

    def show_value(self, value: Any) -> None:
        self.setChecked(bool(value))

    def value(self) -> Any:
        return self.isChecked()
