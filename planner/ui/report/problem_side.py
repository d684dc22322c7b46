"""ProblemSide: by when the report is due, and what it lacks or contradicts, by severity."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.domain.delegation import Delegation, DelegationState
from planner.domain.profile import ReportProfile
from planner.plain_text import notice_sentence, place_text
from planner.rules.deadlines import REPORT_FILED, clock_days
from planner.rules.notice import Notice, Severity, Spot
from planner.ui.appearance import Dressed, Ground, Pigment, px
from planner.ui.components.boxes import Column, Row, Surface
from planner.ui.components.buttons import Choice, FilterTabs
from planner.ui.components.cards import EmptyState
from planner.ui.components.labels import Label, Picture, SectionHeading
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.report.problem_list import SEVERITY_ICONS, ProblemLine, ProblemList
from planner.working_days import working_days

_ALL = "all"


class ProblemSide(Surface, Dressed):
    spot_asked = Signal(object)  # Spot

    def __init__(
        self,
        formats: Formats,
        can_go: Callable[[Spot], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Ground.SHEET, parent)
        self._formats = formats
        self._words = formats.words
        self._can_go = can_go
        self._notices: Sequence[Notice] = ()
        self._clock = Picture(Icon.CLOCK)
        self.deadline = Label("", pigment=Pigment.INK2, elides=True)
        self.heading = SectionHeading(self.tr("Problems"))
        self.tabs = FilterTabs(self._choices(), self.tr("Which problems"))
        self.list = ProblemList(self.tr("Problems"))
        self.nothing = EmptyState(
            self.tr("Nothing to mend"),
            self.tr("The rules of the profile find no problem here."),
            Icon.DONE,
        )
        empty = QWidget()
        empty.setLayout(Column(self.nothing, None))
        self._shown = QStackedWidget()
        self._shown.addWidget(self.list)
        self._shown.addWidget(empty)
        due = Row(self._clock, self.deadline, spacing=6, margins=(8, 0, 0, 0))
        due.setStretch(1, 1)
        tabs = Row(self.tabs, None)
        heading = Row(self.heading, margins=(8, 0, 0, 0))
        column = Column(due, heading, tabs, self._shown, margins=(8, 12, 8, 0), spacing=8)
        column.setStretch(3, 1)
        self.setLayout(column)
        self.tabs.chosen.connect(lambda _: self._show())
        self.list.opened.connect(lambda notice: self.spot_asked.emit(notice.where))
        self.dress()

    def dress(self) -> None:
        self.setMinimumWidth(px(280))

    def show_deadline(self, delegation: Delegation, profile: ReportProfile, today: date) -> None:
        """11/22 到期，剩 27 天; or that it is filed."""
        days = clock_days(delegation, profile, working_days(), delegation.ends_on)
        due = next((day for clock, day in days if clock.key == REPORT_FILED), None)
        is_filed = delegation.state is DelegationState.FILED
        is_late = due is not None and due < today and not is_filed
        pigment = Pigment.CINNABAR if is_late else Pigment.INK2
        self._clock.draw(Icon.DONE if is_filed else Icon.LATE if is_late else Icon.CLOCK, pigment)
        self.deadline.set_pigment(pigment)
        self._clock.setVisible(is_filed or due is not None)
        if is_filed:
            self.deadline.setText(self.tr("The report is filed"))
        elif due is None:
            self.deadline.setText("")
        else:
            words = self.tr("Report due {day}, {left}")
            left = self._formats.left(due, today)
            self.deadline.setText(words.format(day=self._formats.dated(due), left=left))

    def show_notices(self, notices: Sequence[Notice]) -> None:
        self._notices = notices
        self.heading.set_count(len(notices))
        self.tabs.offer(self._choices())
        self._show()

    def step(self, by: int) -> None:
        self.list.step(by)
        self.list.setFocus()

    def _choices(self) -> list[Choice]:
        """All, and each severity with how many there are."""
        choices = [Choice(_ALL, self.tr("All"))]
        for severity in Severity:
            count = sum(notice.severity is severity for notice in self._notices)
            words = self._words(f"severity.{severity}")
            choices.append(Choice(severity, words, SEVERITY_ICONS[severity][0], count))
        return choices

    def _show(self) -> None:
        chosen = self.tabs.key
        shown = [each for each in self._notices if chosen in (_ALL, each.severity)]
        self.list.show_lines([self._line(notice) for notice in shown])
        self._shown.setCurrentIndex(0 if shown else 1)
        self.tabs.setVisible(bool(self._notices))

    def _line(self, notice: Notice) -> ProblemLine:
        remedy = self._words(f"remedy.{notice.remedy}") if self._can_go(notice.where) else ""
        return ProblemLine(
            notice,
            notice_sentence(notice, self._words),
            place_text(notice.where, self._words),
            remedy,
        )
