"""SeminarView: a seminar of the delegation in hand, by time, in order, and live on the day."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.allowances import allowances
from planner.domain.delegation import Delegation, Member
from planner.domain.errors import NotFound, PlannerError
from planner.domain.organisation import Organisation
from planner.domain.outcome import Promise, Question
from planner.domain.person import Person
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.stop import Stop
from planner.domain.values import Side
from planner.queries.seminar import (
    SeminarChoices,
    SeminarPage,
    SessionLine,
    seminar_choices,
)
from planner.store.database import Database
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import EmptyState
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.drawing.states import Look
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.live_page import LivePage
from planner.ui.seminar.actions import SeminarActions
from planner.ui.seminar.acts import SeminarActs
from planner.ui.seminar.faces import SeminarFaces
from planner.ui.seminar.live_view import LiveView
from planner.ui.seminar.no_seminar import NoSeminar
from planner.ui.seminar.rearranging import Rearranging
from planner.ui.seminar.seminar_head import SeminarHead
from planner.ui.seminar.seminar_ways import GRID, LIST, LIVE, SeminarWays

_SHOWN = (Delegation, Member, Stop, Seminar, Session, Talk, Question, Promise, Organisation, Person)


class SeminarView(LivePage):
    """Reads the seminar, shows it in the way chosen, and runs the edits that are asked for."""

    totals_changed = Signal(str)
    keys_changed = Signal()
    itinerary_asked = Signal()
    shown_kinds = _SHOWN

    def __init__(
        self,
        database: Database,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._today = today
        self._faces = SeminarFaces(formats)
        self._delegation: UUID | None = None
        self._seminar: UUID | None = None
        self._page: SeminarPage | None = None
        self._was_shown: UUID | None = None
        self.acts = SeminarActs(database, editor, formats, self)
        self.menu_acts = SeminarActions(self)
        self.add = self.menu_acts.add
        self._build()
        self._lay_out()
        self._connect(editor)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        if self.way.key == LIVE:
            return (
                ("PgUp PgDn", self.tr("Talk before, after")),
                ("Enter", self.tr("Take down")),
                ("F2", self.tr("Answer, change")),
            )
        shift = self.tr("Move 5 min or in order") if self.way.key == GRID else self.tr("Order")
        return (
            ("↑ ↓", self.tr("Move")),
            ("Alt ↑ ↓", shift),
            ("Enter", self.tr("Open")),
            ("Ctrl N", self.tr("Add talk")),
            ("L", self.tr("Live")),
        )

    # Parts

    def _build(self) -> None:
        faces = self._faces
        self.head = SeminarHead(faces)
        self.way = SegmentedControl(
            [
                Choice(LIST, self.tr("In order"), Icon.LIST),
                Choice(GRID, self.tr("By time"), Icon.TIMELINE),
                Choice(LIVE, self.tr("Live"), Icon.PLAY),
            ],
            self.tr("Way to look at the seminar"),
        )
        self.no_talks = EmptyState(
            self.tr("No talk yet"),
            self.tr("Talks stand here in their order, and on the time axis once a time is known."),
            Icon.SEMINAR,
            [Button.of(self.add)],
        )
        self.live = LiveView(faces, self._note_question, self._note_promise)
        self.ways = SeminarWays(faces, self.live, self.no_talks)
        self.grid, self.table = self.ways.grid, self.ways.table
        self.rearranging = Rearranging(self._database, self.acts, faces.words, self)

    def _lay_out(self) -> None:
        self.empty = NoSeminar(self._faces.formats)
        page = QWidget()
        bar = Row(self.way, None, Button.of(self.menu_acts.add_session, Look.QUIET))
        column = Column(self.head, bar, self.ways, spacing=12, margins=(24, 16, 24, 12))
        column.setStretch(2, 1)
        page.setLayout(column)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.empty)
        row = Row(self._pages, self.rearranging.panel, spacing=0)
        row.setStretch(0, 1)
        self.setLayout(row)

    def _connect(self, editor: Editor) -> None:
        self.way.chosen.connect(self._show_way)
        self.empty.itinerary_asked.connect(self.itinerary_asked)
        self.empty.asked.connect(self._open)
        self.head.seminar_chosen.connect(self._on_seminar_chosen)
        self.head.change_asked.connect(self.menu_acts.change_seminar.trigger)
        self.head.opened.connect(self.open)
        self.ways.opened.connect(self.open)
        self.ways.menu_asked.connect(self._show_menu)
        self.rearranging.moved.connect(self._choose_moved)
        self.rearranging.decided.connect(self._on_decided)
        self.ways.model.placed.connect(self.rearranging.place)
        self.table.stepped.connect(self.rearranging.step)
        self.grid.place_asked.connect(self.rearranging.place)
        self.live.answer_typed.connect(self.acts.answer)
        self.live.notes.opened.connect(lambda _: self._open_note())
        on = self.menu_acts
        on.add.triggered.connect(self._on_add)
        on.add_session.triggered.connect(self._on_add_session)
        on.change.triggered.connect(self._on_change)
        on.change_seminar.triggered.connect(self._on_change_seminar)
        on.go_live.triggered.connect(lambda: self.show_way(LIVE))
        on.before.triggered.connect(lambda: self.live.go(-1))
        on.after.triggered.connect(lambda: self.live.go(1))
        on.copy.triggered.connect(self.ways.copy)
        on.remove.triggered.connect(self._on_remove)
        self.follow(editor)

    # What is shown

    def show_delegation(self, key: UUID | None) -> None:
        self._delegation = key
        self.outdate()

    def show_way(self, way: str) -> None:
        self.way.choose(way)
        self._show_way(way)
        self.ways.in_front.setFocus()

    def choose(self, key: UUID) -> None:
        """Show a talk or session of the delegation in hand, in whichever seminar it is."""
        self.reload()
        if self._page is None or not self._holds(key):
            for seminar, _ in self._choices().seminars:
                self._seminar = seminar
                self.reload()
                if self._holds(key):
                    break
        self.ways.choose(key)

    def reload(self) -> None:
        super().reload()
        chosen = self.ways.key
        choices = self._choices()
        self._page = page = choices.page
        self.rearranging.turn_to(self._delegation, page)
        self._seminar = page.seminar.id if page else None
        self.menu_acts.suit_seminar(page is not None)
        self._pages.setCurrentIndex(0 if page else 1)
        if page is None:
            self.empty.offer(choices.stops)
            self.totals_changed.emit("")
            return
        self.head.show_page(page, choices.seminars)
        self.ways.show_page(page, self._now(page))
        self._choose_first_way(page)
        if chosen is not None:
            self.table.choose(chosen)
        count = len(list(page.talks))
        timed = sum(line.starts is not None for line in page.talks)
        words = self.tr("%n talk(s), {timed} with a time", "", count)
        self.totals_changed.emit(words.format(timed=timed))

    def _choices(self) -> SeminarChoices:
        if self._delegation is None:
            return SeminarChoices((), (), None)
        try:
            with self._database.read() as session:
                return seminar_choices(session, self._delegation, self._seminar, allowances())
        except NotFound:  # removed by another edit; the window goes elsewhere next
            return SeminarChoices((), (), None)

    def _choose_first_way(self, page: SeminarPage) -> None:
        """A seminar seen for the first time shows its times, where it has any."""
        if self._was_shown != page.seminar.id:
            self._was_shown = page.seminar.id
            timed = any(line.starts for line in page.talks)
            self.way.choose(GRID if timed else LIST)
        self._show_way(self.way.key)

    def _show_way(self, way: str) -> None:
        if self._page is None:
            return
        self.ways.show_way(way)
        self.menu_acts.suit_live(way == LIVE)
        self.setFocusProxy(self.ways.in_front)
        self.keys_changed.emit()

    def _now(self, page: SeminarPage) -> datetime | None:
        return datetime.now() if self._today() == page.day else None

    def _holds(self, key: UUID) -> bool:
        return self._page is not None and (
            self._page.talk(key) is not None or self._session(key) is not None
        )

    def _session(self, key: UUID | None) -> SessionLine | None:
        lines = self._page.sessions if self._page else ()
        return next((line for line in lines if line.session and line.key == key), None)

    # What one does

    def open(self, key: object) -> None:
        """Ask for a change of a talk, a session, or the seminar itself."""
        if self._page is None or not isinstance(key, UUID):
            return
        if line := self._page.talk(key):
            self.acts.ask_talk(self._page, line)
        elif self._session(key):
            self.acts.ask_session(self._page, key)
        elif key == self._page.seminar.id:
            self.acts.ask_seminar(key)

    def _open(self, stop: UUID, title: str) -> None:
        self._seminar = self.acts.open_from(stop, title) or self._seminar
        self.reload()

    def _choose_moved(self, key: UUID) -> None:
        self.grid.choose(key)
        self.table.choose(key)

    def _on_decided(self, had_focus: bool) -> None:
        """Blocks stand where the programme says."""
        if self._page is not None:
            self.grid.show_page(self._page)
        if had_focus:
            self.ways.in_front.setFocus()

    def _note_question(self, talk: UUID, text: str) -> PlannerError | None:
        if self._delegation is None:
            return None
        return self.acts.note_question(self._delegation, talk, text)

    def _note_promise(self, talk: UUID, text: str, side: Side) -> PlannerError | None:
        if self._delegation is None:
            return None
        return self.acts.note_promise(self._delegation, talk, text, side)

    def _on_add(self) -> None:
        if self._page:
            line = self._page.talk(self.ways.key)
            session = self._session(self.ways.key)
            home = line.talk.session_id if line else (session.key if session else None)
            self.acts.ask_new_talk(self._page, home)

    def _on_add_session(self) -> None:
        if self._page:
            self.acts.ask_session(self._page)

    def _on_change(self) -> None:
        if self.way.key == LIVE and self.live.is_noting:
            self._open_note()
        elif self.ways.key is not None:
            self.open(self.ways.key)

    def _on_change_seminar(self) -> None:
        if self._page:
            self.acts.ask_seminar(self._page.seminar.id)

    def _open_note(self) -> None:
        if line := self.live.note():
            self.acts.ask_note(line)

    def _on_remove(self) -> None:
        if self.way.key == LIVE:
            if self.live.is_noting and (note := self.live.note()):
                self.acts.remove_note(note)
            return
        if lines := self.ways.chosen_talks:
            self.acts.remove_talks(lines)
        elif session := self._session(self.ways.key):
            self.acts.remove_session(session)

    def _show_menu(self, where: QPoint) -> None:
        table = self.table
        of_table = [*table.ways_out, table.columns_act] if table.isVisible() else []
        self.menu_acts.menu(of_table).popup(where)

    def _on_seminar_chosen(self, key: UUID) -> None:
        self._seminar = key
        self.reload()
