"""The cards beside what is owed: by when the report is due, and who leaves next."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from planner.domain.delegation import DelegationState
from planner.queries.today import Departure, ReportDeadline
from planner.queries.today_clocks import ClockDay
from planner.ui import paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.components.boxes import Hairline
from planner.ui.components.buttons import PaintedButton
from planner.ui.components.cards import Card, Chip, Figure, Milestone, Milestones
from planner.ui.components.labels import Label
from planner.ui.icons import Icon
from planner.ui.today.today_looks import TodayLooks
from planner.words import Words

CARD_WIDTH = 328


class _Opener(PaintedButton):
    """The delegation a card is about, cut where it is too long; opens it."""

    def __init__(self, kind: Type, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        self._kind = kind
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str) -> None:
        self.setText(title)
        self.setToolTip(title)
        self.setAccessibleName(title)
        self.updateGeometry()
        self.update()

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(paint.width_of(self.text(), self._kind), px(Type.BASE.line))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(48), px(Type.BASE.line))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plain = Pigment.INK if self._kind is Type.BASE else Pigment.INK2
        ink = tokens().color(Pigment.INDIGO if self.hovered else plain)
        paint.text(painter, self.rect(), self.text(), self._kind, ink)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), Radius.CHIP)
        painter.end()


class _TodayCard(Card):
    """A card about one delegation, which its title opens."""

    asked = Signal(object)  # key of the delegation

    def __init__(self, title: str, words: Words, corner: QWidget, opener: _Opener) -> None:
        super().__init__(title, corner=corner)
        self._words = words
        self._delegation: UUID | None = None
        self.opener = opener
        self.figure = Figure("", "")
        self.milestones = Milestones()
        self.opener.clicked.connect(lambda: self.asked.emit(self._delegation))

    def _show_days(self, days: int, note: str) -> None:
        code = "today.unit" if days >= 0 else "today.unit_late"
        self.figure.show_figure(str(abs(days)), self._words(code, count=abs(days)), note)
        pigment = Pigment.INK if days >= 0 else Pigment.CINNABAR
        self.figure.number.set_pigment(pigment)
        self.figure.unit.set_pigment(pigment)


class ReportCard(_TodayCard):
    def __init__(self, title: str, words: Words) -> None:
        opener = _Opener(Type.SMALL)
        super().__init__(title, words, opener, opener)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Time used of the time there is for the report"))
        for part in (self.figure, self.bar):
            self.body.addWidget(part)
        self.body.addSpacing(px(8))
        self.body.addWidget(self.milestones)

    def show_deadline(self, told: ReportDeadline, looks: TodayLooks) -> None:
        self._delegation = told.delegation
        self.opener.show_title(told.title)
        today = looks.today
        self._show_days((told.due_on - today).days, looks.goal(told.due_on))
        whole = max((told.due_on - told.returned_on).days, 1)
        self.bar.setRange(0, whole)
        self.bar.setValue(min(max((today - told.returned_on).days, 0), whole))
        lines = [(each.on, _milestone(each, looks)) for each in told.clocks]
        now = Milestone(
            Icon.NOW,
            looks.short_day(today),
            self._words("today.today"),
            pigment=Pigment.INDIGO,
        )
        before = [line for on, line in lines if on < today]
        self.milestones.show_milestones(
            [*before, now, *(line for on, line in lines if on >= today)]
        )


class DepartureCard(_TodayCard):
    def __init__(self, title: str, words: Words) -> None:
        self.state = Chip("")
        super().__init__(title, words, self.state, _Opener(Type.BASE))
        self.planned = Label("", Type.SMALL, Pigment.INK2)
        self.body.addWidget(self.figure)
        self.body.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.planned, Hairline(), self.milestones):
            self.body.addSpacing(px(2))
            self.body.addWidget(part)

    def show_departure(self, told: Departure, looks: TodayLooks) -> None:
        self._delegation = told.delegation
        is_draft = told.state is DelegationState.DRAFT
        icon = Icon.HOLE if is_draft else Icon.APPROVED
        self.state.show_state(self._words.value(told.state), icon, Pigment.INK2, outlined=True)
        self.opener.show_title(told.title)
        self._show_days((told.starts_on - looks.today).days, looks.heading(told.starts_on))
        self.planned.setText(self._words("today.planned", count=told.day_count))
        self.milestones.show_milestones(
            [
                *self._lacking(told.lacks),
                *(_milestone(each, looks) for each in told.clocks),
                Milestone(
                    Icon.FLIGHT, looks.short_day(told.starts_on), self._words("today.departs")
                ),
            ]
        )

    def _lacking(self, codes: Iterable[str]) -> Iterator[Milestone]:
        names = [self._words(f"today.lacks.{code}") for code in codes]
        if names:
            yield Milestone(
                Icon.HOLE,
                self._words("today.unsettled"),
                self._words.names(names),
                self._words("today.lacks_count", count=len(names)),
                Pigment.CINNABAR,
                Pigment.CINNABAR,
            )


def _milestone(each: ClockDay, looks: TodayLooks) -> Milestone:
    day, words = looks.short_day(each.on), looks.clock(each.clock)
    if each.is_done:
        return Milestone(Icon.DONE, day, words, looks.done, Pigment.PINE)
    if each.on < looks.today:
        late = looks.left_until(each.on)
        return Milestone(Icon.LATE, day, words, late, Pigment.CINNABAR, Pigment.CINNABAR)
    return Milestone(Icon.NOT_STARTED, day, words, looks.span(each.clock))
