"""Noticing: what the rules say of the plan, by days, and what is accepted of it."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.queries.itinerary import Itinerary
from planner.rules.notice import Notice, by_severity
from planner.ui.accepting import Accepting
from planner.ui.itinerary.day_notices import day_of, notices_by_day
from planner.ui.itinerary.notice_panel import NoticePanel
from planner.ui.itinerary.sides import Sides
from planner.ui.itinerary.stop_faces import StopWords


class Noticing(QObject):
    """Shows those of one day, or of the whole plan, at the side."""

    def __init__(self, page: QWidget, says: StopWords, accepting: Accepting) -> None:
        super().__init__(page)
        self._says = says
        self._accepting = accepting
        self._plan: Itinerary | None = None
        self._day: date | None = None
        self.by_day: dict[date, list[Notice]] = {}
        self.panel = NoticePanel(says)
        self.panel.accept_asked.connect(self._accept)
        self.panel.withdraw_asked.connect(self._withdraw)

    def stand_in(self, sides: Sides) -> None:
        self._sides = sides

    def take(self, plan: Itinerary) -> None:
        self._plan = plan
        self.by_day = notices_by_day(plan)

    def show_again(self) -> None:
        """What stood there, as it is now."""
        if self.panel.isVisible():
            self.show(self._day)

    def show(self, day: date | None = None) -> None:
        if self._plan is None:
            return
        plan, self._day = self._plan, day
        if day is None:
            title, found = self.tr("The whole plan"), by_severity(plan.notices)
            accepted = plan.accepted
        else:
            title, found = self._says.formats.day_weekday(day), tuple(self.by_day.get(day, ()))
            accepted = tuple(each for each in plan.accepted if day_of(plan, each[0]) == day)
        self.panel.show_notices(title, found, accepted, plan.dossier)
        self._sides.show_panel(self.panel)

    def accept_of(self, key: UUID) -> None:
        """By one key: the gravest clash of the stop in hand."""
        notices = by_severity(self._plan.notices) if self._plan else ()
        concerned = (
            each for each in notices if key in (each.where.key, *(spot.key for spot in each.others))
        )
        if (notice := next(concerned, None)) is not None:
            self._accept(notice)

    def _accept(self, notice: Notice) -> None:
        if self._plan is not None:
            self._accepting.ask(self._plan.key, notice)

    def _withdraw(self, notice: Notice) -> None:
        if self._plan is not None:
            self._accepting.withdraw(self._plan.key, notice)
