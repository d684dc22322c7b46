"""NoSeminar: where a delegation has no seminar yet, the stops it can be opened from."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.ui.components.boxes import Column
from planner.ui.components.buttons import Button
from planner.ui.components.cards import EmptyState
from planner.ui.drawing.states import Look
from planner.ui.formats import Formats
from planner.ui.icons import Icon


class NoSeminar(QWidget):
    itinerary_asked = Signal()
    asked = Signal(object, str)  # key of a stop, title

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._plan = Button(self.tr("Go to the itinerary"), Icon.ROUTE)
        self._plan.clicked.connect(self.itinerary_asked)
        self._no_stop = self.tr(
            "Add a stop of the kind seminar to the itinerary; it opens from here."
        )
        title = self.tr("No seminar yet")
        self.state = EmptyState(title, self._no_stop, Icon.SEMINAR, [self._plan])
        self._offers = Column(spacing=8)
        self.setLayout(Column(self.state, self._offers, None, spacing=12, margins=(24, 20)))

    def offer(self, stops: Sequence[tuple[UUID, str, date]]) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._plan.setVisible(not stops)
        reason = self._no_stop
        if stops:
            reason = self.tr("Open it from its stop; then add talks and take down what is said.")
        self.state.reason.setText(reason)
        self.state.setAccessibleDescription(reason)
        for key, title, day in stops:
            when = self._formats.day(day)
            words = self.tr("Open the seminar of {day}: {title}").format(day=when, title=title)
            button = Button(words, Icon.PLUS, Look.PRIMARY)
            button.clicked.connect(
                lambda _=False, key=key, title=title: self.asked.emit(key, title)
            )
            self._offers.addWidget(button)
