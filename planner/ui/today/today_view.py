"""TodayView: what is late, due today and this week, what waits for others; what comes next."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from planner.domain.follow_up import FollowUp
from planner.domain.profile import ReportProfile
from planner.papers.profiles import all_profiles
from planner.queries.due_days import due_days
from planner.queries.today import Agenda, agenda
from planner.rules.calendars import WorkCalendar
from planner.rules.deadlines import REPORT_FILED, Urgency
from planner.store.database import Database
from planner.ui.actions import list_act, page_act
from planner.ui.appearance import Dressed, Pigment, Type, px
from planner.ui.components.boxes import Column, Row, scrolled
from planner.ui.components.cards import EmptyState
from planner.ui.components.labels import Label
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.in_view import keep_in_view
from planner.ui.live_page import LivePage
from planner.ui.today.cards import CARD_WIDTH, DepartureCard, ReportCard
from planner.ui.today.item_acts import ItemActs
from planner.ui.today.owed_table import OwedTable
from planner.ui.today.today_looks import TodayLooks

_WIDEST = 1408
_WIDE = 920
_ROOMY = 1240


class TodayView(LivePage, Dressed):
    """Over all delegations; reloads itself while it is seen."""

    follow_up_asked = Signal(object, object)  # its key, that of its delegation
    delegation_asked = Signal(object)  # key
    report_asked = Signal(object)  # key of the delegation
    saved = Signal(str)  # path of the calendar
    refused = Signal(object)  # PlannerError
    counted = Signal(int)  # late and due today
    totals_changed = Signal(str)

    def __init__(
        self,
        database: Database,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        profiles: Mapping[str, ReportProfile] | None = None,
        calendar: WorkCalendar | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._editor = editor
        self._formats = formats
        self._words = formats.words
        self._today = today
        self._profiles = all_profiles() if profiles is None else profiles
        self._calendar = calendar or WorkCalendar()
        self._delegation: UUID | None = None
        self._looks = TodayLooks(formats, today())
        self._acts = ItemActs(editor, formats, today, self)
        self._build()
        self._make_acts()
        self._lay_out()
        self._connect()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        return (
            ("↑ ↓", self.tr("Move")),
            ("Enter", self.tr("Open")),
            (self.tr("Space"), self.tr("Done")),
            ("D", self.tr("Due day")),
        )

    # Making

    def _build(self) -> None:
        self.heading = Label("", Type.TITLE)
        self.year = Label("", Type.BASE, Pigment.INK2)
        self.summary = Label("", Type.BASE, Pigment.INK2, wraps=True)
        self.table = OwedTable(self._words, lambda: self._looks)
        self.empty = EmptyState(
            self.tr("Nothing is owed"),
            self.tr("Due days of follow-ups, shares of work and reports appear here."),
            Icon.TODAY,
        )
        self.report = ReportCard(self.tr("Report due"), self._words)
        self.departure = DepartureCard(self.tr("Next departure"), self._words)
        self.setFocusProxy(self.table)

    def _make_acts(self) -> None:
        """Those on a row are of the table alone: a button on the page keeps its own Space."""
        self.open = list_act(self.table, self.tr("Open"), "", Icon.FORWARD)
        self.finish = list_act(self.table, self.tr("Done"), "Space", Icon.DONE)
        self.set_due = list_act(self.table, self.tr("Due day"), "D", Icon.CALENDAR)
        self.addActions([self.open, self.finish, self.set_due])
        self.export = page_act(self, self.tr("Export calendar"), "", Icon.EXPORT)

    def _lay_out(self) -> None:
        title = Row(self.heading, self.year, None, spacing=12)
        title.setAlignment(self.year, Qt.AlignmentFlag.AlignBottom)
        head = Column(title, self.summary, spacing=2, margins=(8, 0))
        left = QWidget()
        waiting = Row(self.empty, margins=(8, 0))
        left.setLayout(Column(head, self.table, waiting, None, spacing=12))
        self._cards = QWidget()
        self._cards.setLayout(Column(self.report, self.departure, None, spacing=16))
        self._row = Row(left, self._cards, spacing=24, margins=(16, 20, 24, 24))
        self._row.setStretch(0, 1)
        content = QWidget()
        content.setLayout(self._row)
        self.area = scrolled(content, widest=_WIDEST)
        self.setLayout(Column(self.area, spacing=0))
        self.dress()

    def dress(self) -> None:
        """The cards stand beside the list where there is room, else below it."""
        is_wide = self.width() >= px(_WIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if is_wide else down)
        self._cards.setFixedWidth(px(CARD_WIDTH))
        self.table.be_roomy(self.width() >= px(_ROOMY))

    def _connect(self) -> None:
        self.follow(self._editor)
        keep_in_view(self.area, self.table)
        self.table.opened.connect(lambda _: self._open_chosen())
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.selectionModel().currentChanged.connect(lambda: self._tell_totals())
        self.open.triggered.connect(self._open_chosen)
        self.finish.triggered.connect(self._finish_chosen)
        self.set_due.triggered.connect(self._ask_due)
        self.export.triggered.connect(lambda: self._acts.ask_path(self.export_calendar))
        self._acts.saved.connect(self.saved)
        self._acts.refused.connect(self.refused)
        self._acts.told.connect(self.totals_changed)
        self.report.asked.connect(self.report_asked)
        self.departure.asked.connect(self.delegation_asked)

    # What is shown

    def show_delegation(self, key: UUID | None) -> None:
        """The one in hand: its report comes first."""
        if key != self._delegation:
            self._delegation, self.is_stale = key, True
        self.refresh_if_seen()

    def reload(self) -> None:
        super().reload()
        today, chosen = self._today(), self.table.key
        self._looks = TodayLooks(self._formats, today)
        with self._database.read() as session:
            told = agenda(session, today, self._profiles, self._calendar, self._delegation)
        self.heading.setText(self._looks.heading(today))
        self.year.setText(self._looks.year())
        self.summary.setText(self._summary(told))
        self._total = sum(group.count for group in told.groups)
        self.table.show_agenda(told)
        self.empty.setVisible(not self.table.items)
        self._show_cards(told)
        if self.table.items and not self.table.choose(chosen):
            self.table.choose(self.table.items[0].key)
        urgent = (told.group(each).count for each in (Urgency.LATE, Urgency.TODAY))
        self.counted.emit(sum(urgent))
        self._tell_totals()

    def _summary(self, told: Agenda) -> str:
        late, due = (told.group(each).count for each in (Urgency.LATE, Urgency.TODAY))
        code = {
            (True, True): "late_and_today",
            (True, False): "only_late",
            (False, True): "only_today",
            (False, False): "none",
        }[bool(late), bool(due)]
        sentence = self._words(f"today.{code}", late=f"{late:,}", due=f"{due:,}")
        if not late:
            return sentence
        first = told.group(Urgency.LATE).items[0]
        day = self._looks.heading(first.on)
        what = self._words("today.first", what=self._looks.text(first), day=day)
        return self._words("today.then", sentence=sentence, next=what)

    def _show_cards(self, told: Agenda) -> None:
        self.report.setVisible(told.report is not None)
        if told.report:
            self.report.show_deadline(told.report, self._looks)
        self.departure.setVisible(told.departure is not None)
        if told.departure:
            self.departure.show_departure(told.departure, self._looks)
        self._cards.setVisible(told.report is not None or told.departure is not None)

    def _tell_totals(self) -> None:
        item = self.table.item
        if item is None:
            self.totals_changed.emit(self.tr("%Ln item(s)", "", self._total))
            return
        place = self.table.items.index(item) + 1
        words = self.tr("%Ln item(s), number {place}: {delegation}", "", self._total)
        self.totals_changed.emit(words.format(place=place, delegation=item.delegation))

    # What one does

    def _open_chosen(self) -> None:
        item = self.table.item
        if item is None:
            return
        if item.kind == FollowUp.kind:
            self.follow_up_asked.emit(item.record, item.delegation_id)
        elif item.clock and item.clock.key == REPORT_FILED:
            self.report_asked.emit(item.delegation_id)
        elif item.delegation_id is not None:
            self.delegation_asked.emit(item.delegation_id)

    def _finish_chosen(self) -> None:
        if self.table.item is not None:
            self._acts.finish(self.table.item, self._looks)

    def _ask_due(self) -> None:
        if self.table.item is not None:
            self._acts.ask_due(self.table.item)

    def export_calendar(self, path: Path) -> None:
        """All that is due from today on, for the calendar program of the desktop."""
        with self._database.read() as session:
            days = due_days(session, self._today(), self._profiles, self._calendar)
        self._acts.write_calendar(path, days, self._looks)

    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.open, self.finish, self.set_due])
        menu.addSeparator()
        menu.addActions(self.table.own_acts)
        menu.popup(self.table.viewport().mapToGlobal(where))

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()
