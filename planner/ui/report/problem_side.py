"""ProblemSide: by when the report is due, what it lacks or contradicts, and what may stand."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.domain.delegation import Delegation, DelegationState
from planner.domain.profile import ReportProfile
from planner.plain_text import notice_sentence, place_text
from planner.rules.deadlines import report_day
from planner.rules.notice import Notice, Severity, Spot, parted
from planner.ui.actions import list_act
from planner.ui.appearance import Dressed, Ground, Pigment, px
from planner.ui.components.boxes import Column, Row, Surface
from planner.ui.components.cards import EmptyState
from planner.ui.components.choices import Choice, FilterTabs
from planner.ui.components.labels import Label, Picture, SectionHeading
from planner.ui.formats import Formats, opening
from planner.ui.icons import Icon
from planner.ui.report.problem_list import SEVERITY_ICONS, ProblemLine, ProblemList
from planner.working_days import working_days

_ALL, _ACCEPTED = "all", "accepted"


class ProblemSide(Surface, Dressed):
    spot_asked = Signal(object)  # Spot
    accept_asked = Signal(object)  # Notice
    withdraw_asked = Signal(object)  # Notice

    def __init__(
        self,
        formats: Formats,
        can_go: Callable[[Spot], bool],
        is_low: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`is_low` where it stands below the text: what heads it then shares one line."""
        super().__init__(Ground.SHEET, parent)
        self._formats = formats
        self._words = formats.words
        self._can_go = can_go
        self._notices: Sequence[Notice] = ()
        self._accepted: Sequence[tuple[Notice, str]] = ()
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
        self.setLayout(self._low() if is_low else self._high())
        self.tabs.chosen.connect(lambda _: self._show())
        self.list.opened.connect(self._on_opened)
        self._make_acts()
        self.dress()

    def _high(self) -> Column:
        due = Row(self._clock, self.deadline, spacing=6, margins=(8, 0, 0, 0))
        due.setStretch(1, 1)
        tabs = Row(self.tabs, None)
        heading = Row(self.heading, margins=(8, 0, 0, 0))
        column = Column(due, heading, tabs, self._shown, margins=(8, 12, 8, 0), spacing=8)
        column.setStretch(3, 1)
        return column

    def _low(self) -> Column:
        """Without the day it is due by, which the sidebar tells."""
        head = Row(self.heading, self.tabs, None, spacing=12, margins=(8, 0))
        column = Column(head, self._shown, margins=(8, 8, 8, 0), spacing=4)
        column.setStretch(1, 1)
        return column

    def _make_acts(self) -> None:
        """Of the list alone: the letter is free elsewhere."""
        self.accept = list_act(self.list, self.tr("Accept with a reason…"), "A", Icon.DONE)
        self.withdraw = list_act(
            self.list,
            self.tr("Take the acceptance back"),
            QKeySequence.StandardKey.Delete,
            Icon.UNDO,
        )
        self.accept.triggered.connect(lambda: self._pass_on(self.accept_asked, False))
        self.withdraw.triggered.connect(lambda: self._pass_on(self.withdraw_asked, True))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)

    def dress(self) -> None:
        self.setMinimumWidth(px(280))

    def show_deadline(self, delegation: Delegation, profile: ReportProfile, today: date) -> None:
        """11/22 到期，剩 27 天; or that it is filed."""
        due = report_day(delegation, profile, working_days())
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

    def show_notices(
        self, notices: Sequence[Notice], accepted: Mapping[str, str] | None = None
    ) -> None:
        """What stands with a reason is set apart and not counted."""
        self._notices, self._accepted = parted(notices, accepted or {})
        self.heading.set_count(len(self._notices))
        self.tabs.offer(self._choices())
        self._show()

    @property
    def open_count(self) -> int:
        return len(self._notices)

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
        if self._accepted:
            words = self.tr("Accepted")
            choices.append(Choice(_ACCEPTED, words, Icon.DONE, len(self._accepted)))
        return choices

    def _show(self) -> None:
        chosen = self.tabs.key
        if chosen == _ACCEPTED:
            lines = [self._standing(*each) for each in self._accepted]
        else:
            shown = (each for each in self._notices if chosen in (_ALL, each.severity))
            lines = [self._line(notice) for notice in shown]
        self.list.show_lines(lines)
        self._shown.setCurrentIndex(0 if lines else 1)
        self.tabs.setVisible(bool(self._notices or self._accepted))

    def _line(self, notice: Notice) -> ProblemLine:
        remedy = self._words(f"remedy.{notice.remedy}") if self._can_go(notice.where) else ""
        return ProblemLine(
            notice,
            notice_sentence(notice, self._words),
            opening(place_text(notice.where, self._words)),
            remedy,
        )

    def _standing(self, notice: Notice, reason: str) -> ProblemLine:
        told = self.tr("{notice} Accepted: {reason}")
        return ProblemLine(
            notice,
            told.format(notice=notice_sentence(notice, self._words), reason=reason),
            opening(place_text(notice.where, self._words)),
            self.tr("Take back"),
            is_accepted=True,
        )

    # What one does

    def _on_opened(self, notice: Notice) -> None:
        line = self.list.line
        if line is not None and line.is_accepted:
            self.withdraw_asked.emit(notice)
        else:
            self.spot_asked.emit(notice.where)

    def _pass_on(self, signal: SignalInstance, is_accepted: bool) -> None:
        line = self.list.line
        if line is not None and line.is_accepted is is_accepted:
            signal.emit(line.notice)

    def _show_menu(self, where: QPoint) -> None:
        line = self.list.line
        if line is None:
            return
        menu = self.list.menu()
        act = self.withdraw if line.is_accepted else self.accept
        menu.insertAction(menu.actions()[0], act)
        menu.popup(self.list.viewport().mapToGlobal(where))
