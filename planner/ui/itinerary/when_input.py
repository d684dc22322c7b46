"""When a stop is, as far as it is known: a day, a part of it, or clock times and their zones."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.stop import StopKind
from planner.domain.values import Moment, PartOfDay
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Column, Row
from planner.ui.components.labels import Label
from planner.ui.formats import Formats
from planner.ui.inputs import ChoiceInput, ClockInput, DayInput


class _Only(Enum):
    DAY = "day"
    CLOCK = "clock"


class WhenInput(QWidget):
    """Gives `starts` and `ends` as a record takes them; asks for no more than is known."""

    finished = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("When"))
        parts = [(part, formats.words.value(part).capitalize()) for part in PartOfDay]
        self.day = DayInput(formats, self.tr("Day"), self.tr("8/18"))
        self.known = ChoiceInput(
            [(_Only.DAY, self.tr("Only the day")), *parts, (_Only.CLOCK, self.tr("Clock time"))]
        )
        self.known.setAccessibleName(self.tr("What is known of the time"))
        self.start = ClockInput(self.tr("Start"), "14:00")
        self.end = ClockInput(self.tr("End"), "15:30")
        self.zone, self.end_zone = ChoiceInput(), ChoiceInput()
        self.zone.setAccessibleName(self.tr("Time zone"))
        self.end_zone.setAccessibleName(self.tr("Time zone of the arrival"))
        self.last_day = DayInput(formats, self.tr("Last day"), self.tr("Same day"))
        self._kind = StopKind.VISIT
        self.setLayout(self._laid_out())
        self.setFocusProxy(self.day)
        inputs = (self.day, self.start, self.end, self.zone, self.end_zone, self.last_day)
        for each in inputs:
            each.finished.connect(self.finished)
        self.known.finished.connect(self._on_known)
        self._show_fields()

    def _laid_out(self) -> Column:
        first = Row(self.day, self.known)
        first.setStretch(0, 3)
        first.setStretch(1, 4)
        self._clocks = QWidget()
        times = Row(self.start, Label("–", Type.BASE, Pigment.INK2), self.end)
        self._clocks.setLayout(Column(times, self.zone, self.end_zone, spacing=6))
        self._until = QWidget()
        until = Row(Label(self.tr("Until"), Type.SMALL, Pigment.INK2), self.last_day)
        until.setStretch(1, 1)
        self._until.setLayout(until)
        return Column(first, self._clocks, self._until, spacing=6)

    def offer_zones(self, zones: Sequence[str]) -> None:
        for each in (self.zone, self.end_zone):
            each.offer((name, name.replace("_", " ")) for name in zones)

    def suit(self, kind: StopKind) -> None:
        """Ways end in another zone, nights on another day."""
        self._kind = kind
        self._show_fields()

    def set_year(self, year: int) -> None:
        """Of days that are written without one."""
        self.day.year = self.last_day.year = year

    def show_value(self, value: Any) -> None:
        starts: Moment = value["starts"]
        ends: Moment | None = value["ends"]
        self.day.show_value(starts.day)
        known = _Only.CLOCK if starts.clock else starts.part or _Only.DAY
        self.known.show_value(known)
        self.start.show_value(starts.clock)
        self.end.show_value(ends.clock if ends else None)
        self._show_zones(starts, ends)
        is_other_day = ends is not None and ends.day != starts.day
        self.last_day.show_value(ends.day if ends and is_other_day else None)
        self._show_fields()

    def _show_zones(self, starts: Moment, ends: Moment | None) -> None:
        if starts.zone:
            self.zone.show_value(starts.zone)
        self.end_zone.show_value(ends.zone if ends and ends.zone else self.zone.value())

    def value(self) -> Any:
        day, known = self.day.value(), self.known.value()
        last_day = self.last_day.value() if not self._until.isHidden() else None
        starts: dict[str, Any] = {"day": day}
        if isinstance(known, PartOfDay):
            starts["part"] = known
        elif known is _Only.CLOCK:
            starts |= {"clock": self.start.value(), "zone": self.zone.value()}
        ends: dict[str, Any] | None = {"day": last_day} if last_day else None
        if known is _Only.CLOCK and (clock := self.end.value()):
            zone = self.zone if self.end_zone.isHidden() else self.end_zone
            ends = {"day": last_day or day, "clock": clock, "zone": zone.value()}
        return {"starts": starts, "ends": ends}

    def _on_known(self) -> None:
        self._show_fields()
        if self.known.value() is _Only.CLOCK and self.start.value() is None:
            # nothing is done yet: a clock time is still to come
            self.start.setFocus()
            return
        self.finished.emit()

    def _show_fields(self) -> None:
        self._clocks.setVisible(self.known.value() is _Only.CLOCK)
        self.end_zone.setVisible(self._kind.is_leg)
        lasts = self._kind.is_leg or self._kind is StopKind.LODGING
        self._until.setVisible(lasts or bool(self.last_day.text()))
