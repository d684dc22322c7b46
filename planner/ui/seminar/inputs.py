"""What only the forms of a seminar fill in: starts by the clocks of the venue, minutes, tongues."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.values import LocalTime
from planner.sentences import sentences
from planner.ui.components.boxes import Row
from planner.ui.formats import Formats
from planner.ui.inputs import ClockInput, DayInput, TextInput
from planner.ui.names_input import SeveralInput
from planner.words import Words

_TONGUE = "tongue."
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def tongues(words: Words) -> dict[str, str]:
    """The names of the languages known here, by tag."""
    codes = (code for code in sentences(words.language) if code.startswith(_TONGUE))
    return {code.removeprefix(_TONGUE): words(code) for code in codes}


class StartInput(QWidget):
    """A day and a clock time; without a clock time there is no start."""

    finished = Signal()

    def __init__(self, formats: Formats, day: date, zone: str) -> None:
        """`day` is meant where none is filled in; `zone` is that of the venue."""
        super().__init__()
        self._default, self._zone = day, zone
        self.setAccessibleName(self.tr("Start"))
        self.day = DayInput(formats, self.tr("Day"), formats.day(day))
        self.day.year = day.year
        self.clock = ClockInput(self.tr("Start"), "14:00")
        row = Row(self.clock, self.day)
        row.setStretch(0, 2)
        row.setStretch(1, 3)
        self.setLayout(row)
        self.setFocusProxy(self.clock)
        self.day.finished.connect(self.finished)
        self.clock.finished.connect(self.finished)

    def show_value(self, value: LocalTime | None) -> None:
        self._zone = value.zone if value else self._zone
        self.day.show_value(value.at.date() if value else self._default)
        self.clock.show_value(value.at.time() if value else None)

    def value(self) -> Any:
        clock, day = self.clock.value(), self.day.value() or self._default
        if clock is None:
            return None
        if not isinstance(clock, time) or not isinstance(day, date):
            return f"{self.day.text()} {self.clock.text()}".strip()
        return {"at": datetime.combine(day, clock), "zone": self._zone}


class MinutesInput(TextInput):
    """How long, in minutes; empty where nobody has said."""

    def show_value(self, value: Any) -> None:
        super().show_value("" if value is None else str(value))

    def value(self) -> Any:
        written = super().value().translate(_WIDE)
        return (int(written) if written.isdecimal() else written) if written else None


class TonguesInput(SeveralInput):
    """Languages by name, kept by tag."""

    def __init__(self, names: Mapping[str, str], example: str = "") -> None:
        super().__init__(example=example)
        self._names = names
        self._tags = {name.casefold(): tag for tag, name in names.items()}

    def show_value(self, value: Iterable[str]) -> None:
        super().show_value([self._names.get(tag, tag) for tag in value or ()])

    def value(self) -> Any:
        """What is unknown stays as it was typed, so that the record refuses it."""
        return tuple(self._tags.get(part.casefold(), part) for part in super().value())
