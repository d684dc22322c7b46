"""The head of a delegation's page: what it is called, how it stands, when, where and who."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.delegation import DelegationState
from planner.queries.delegation_page import DelegationFacts
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Column, Row
from planner.ui.components.cards import Chip
from planner.ui.components.labels import Label, Picture
from planner.ui.formats import Formats
from planner.ui.icons import Icon

STATE_CHIPS: Mapping[DelegationState, tuple[Icon, Pigment]] = MappingProxyType(
    {
        DelegationState.DRAFT: (Icon.HOLE, Pigment.INK2),
        DelegationState.APPROVED: (Icon.APPROVED, Pigment.INDIGO),
        DelegationState.TRAVELLING: (Icon.FLIGHT, Pigment.INDIGO),
        DelegationState.REPORTING: (Icon.PEN, Pigment.INDIGO),
        DelegationState.FILED: (Icon.ARCHIVED, Pigment.PINE),
        DelegationState.CANCELLED: (Icon.CANCELLED, Pigment.INK2),
    }
)


class PageHead(QWidget):
    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self.title = Label("", Type.TITLE, elides=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.state = Chip("")
        self.report_mark = Picture(Icon.CLOCK)
        self.report = Label("", Type.SMALL, Pigment.INK2)
        self.period = Label("", Type.SMALL, Pigment.INK2)
        self.pin = Picture(Icon.PIN)
        self.cities = Label("", Type.SMALL, Pigment.INK2)
        self.category = Label("", Type.SMALL, Pigment.INK2)
        self.bodies = Label("", Type.SMALL, Pigment.INK2, elides=True)
        first = Row(self.title, 4, self.state, None, self.report_mark, self.report, spacing=8)
        second = Row(
            Picture(Icon.CALENDAR), self.period, 8, self.pin, self.cities, 8, self.category, 8,
            self.bodies, spacing=6,
        )  # fmt: skip
        second.setStretch(second.count() - 1, 1)
        self.setLayout(Column(first, second, spacing=4, margins=(8, 0)))

    def show_facts(self, facts: DelegationFacts, today: date) -> None:
        words, formats = self._formats.words, self._formats
        self.title.setText(facts.title)
        icon, pigment = STATE_CHIPS[facts.state]
        self.state.show_state(words.value(facts.state), icon, pigment)
        period = formats.period(facts.starts_on, facts.ends_on)
        self.period.setText(words("delegation.period", period=period, count=facts.day_count))
        self.cities.setText(words.names(facts.cities))
        for part in (self.pin, self.cities):
            part.setVisible(bool(facts.cities))
        self.category.setText(words.value(facts.category))
        self.bodies.setText(self._bodies(facts))
        self._show_report(facts.report_on, today)

    def _bodies(self, facts: DelegationFacts) -> str:
        words, others = self._formats.words, facts.taking_part
        if not facts.lead_body:
            return words.names(others)
        if not others:
            return words("delegation.lead", lead=facts.lead_body)
        return words("delegation.bodies", lead=facts.lead_body, others=words.names(others))

    def _show_report(self, due: date | None, today: date) -> None:
        for part in (self.report_mark, self.report):
            part.setVisible(due is not None)
        if due is None:
            return
        is_late = due < today
        pigment = Pigment.CINNABAR if is_late else Pigment.INK2
        self.report_mark.draw(Icon.LATE if is_late else Icon.CLOCK, pigment)
        self.report.set_pigment(pigment)
        day = self._formats.day(due) if due.year == today.year else self._formats.dated(due)
        left = self._formats.left(due, today)
        self.report.setText(self._formats.words("delegation.report_due", day=day, left=left))
