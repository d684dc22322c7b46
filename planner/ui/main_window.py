"""MainWindow: makes the areas on a frame, hands them what they need, connects their signals."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTime, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.domain.changes import ChangeSet, EditName
from planner.domain.delegation import Delegation
from planner.domain.errors import NotFound, PlannerError
from planner.domain.follow_up import FollowUp
from planner.exchange.bundle import SUFFIX
from planner.queries.delegation_list import delegation_lines
from planner.queries.follow_up_list import open_count
from planner.queries.records import record
from planner.rules.notice import Spot
from planner.settings import Settings
from planner.store.database import Database
from planner.ui.appearance import Pigment
from planner.ui.components.buttons import Button
from planner.ui.delegations.delegation_list_view import STATE_ICONS, DelegationListView
from planner.ui.drawing.states import Look
from planner.ui.editor import Editor
from planner.ui.exchange.archives import Archives
from planner.ui.formats import Formats
from planner.ui.help.about_dialog import AboutDialog
from planner.ui.help.shortcut_sheet import ShortcutSheet
from planner.ui.icons import Icon
from planner.ui.itinerary.itinerary_view import ItineraryView
from planner.ui.jobs import Jobs
from planner.ui.main_frame import MainFrame
from planner.ui.menus import Menus
from planner.ui.outcomes.follow_up_view import FollowUpView
from planner.ui.places import DELEGATIONS, ITINERARY, OUTCOMES, REPORT, places
from planner.ui.preferences import Preferences
from planner.ui.report.report_view import ReportView
from planner.ui.search.finder import Finder, Target
from planner.ui.settings.settings_panel import SettingsPanel
from planner.ui.trail import Trail
from planner.ui.window_state import WindowState
from planner.words import Words

ViewT = TypeVar("ViewT", bound=QWidget)
_LONGEST_NAME = 48
_FOLLOW_UP_TABLE = "follow-up-table"
_PLACE_OF: Mapping[str, str] = MappingProxyType(
    {"delegation": DELEGATIONS, "stop": ITINERARY, "follow_up": OUTCOMES}
)
"""Where records of a kind are shown and changed."""


@dataclass(frozen=True)
class Room:
    """Where one is: a page, and the delegation in hand there."""

    page: str
    delegation: UUID | None = None


class MainWindow(QObject):
    """The areas and the ways between them; each area is made when one first goes there."""

    window_asked = Signal()
    quit_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        frame: MainFrame,
        database: Database,
        jobs: Jobs,
        preferences: Preferences,
        state: WindowState,
        today: Callable[[], date],
    ) -> None:
        super().__init__(frame)
        self.frame = frame
        self._database = database
        self._jobs = jobs
        self._preferences = preferences
        self._state = state
        self._today = today
        self.words = Words(preferences.settings.language)
        self.formats = Formats(self.words)
        self.editor = Editor(database, self._phrase, self)
        self.menus = Menus(frame, places(), preferences.settings)
        self.finder = Finder(database, self.words, frame.palette_box, self._acts, self)
        self.archives = Archives(database, self.editor, jobs, frame.progress, frame)
        self._made: set[str] = set()
        self._trail = Trail(Room(DELEGATIONS, self._kept_delegation()))
        self._connect_frame()
        self._connect_menus()
        self._connect_editor()
        self._tell_stack()
        frame.takes = (SUFFIX,)
        frame.sidebar.show_saved(self.tr("All saved"))
        self._show()

    # Areas

    @cached_property
    def delegations(self) -> DelegationListView:
        view = DelegationListView(self._database, self.editor, self.words, self._today)
        view.opened.connect(self.open_delegation)
        view.totals_changed.connect(self.frame.show_totals)
        return self._added(DELEGATIONS, view)

    @cached_property
    def itinerary(self) -> ItineraryView:
        view = ItineraryView(self._database, self.editor, self.words)
        view.totals_changed.connect(self.frame.show_totals)
        return self._added(ITINERARY, view)

    @cached_property
    def follow_ups(self) -> FollowUpView:
        view = FollowUpView(self._database, self.editor, self.formats, self._today)
        view.totals_changed.connect(self.frame.show_totals)
        view.table_asked.connect(lambda: self.show_paper(_FOLLOW_UP_TABLE))
        self._state.follow("follow_ups", view.table.horizontalHeader())
        return self._added(OUTCOMES, view)

    @cached_property
    def report(self) -> ReportView:
        view = ReportView(
            self._database,
            self.editor,
            self._jobs,
            self.formats,
            self._state,
            self._today,
            lambda spot: spot.kind in _PLACE_OF,
        )
        view.totals_changed.connect(self.frame.show_totals)
        view.refused.connect(self._tell_refusal)
        view.saved.connect(self._tell_saved)
        view.spot_asked.connect(self._go_to_spot)
        self._state.follow("report", view.split)
        return self._added(REPORT, view)

    def _added(self, key: str, view: ViewT) -> ViewT:
        self._made.add(key)
        self.frame.add_page(key, view)
        return view

    def page(self, key: str) -> Any:
        """The area at a place, made now where nobody was there before."""
        return getattr(self, {OUTCOMES: "follow_ups"}.get(key, key))

    def _header_acts(self, key: str) -> tuple[QAction, ...]:
        """At most two; of two the last is the primary one."""
        match key:
            case "outcomes":
                return (self.follow_ups.follow_up_table, self.follow_ups.add)
            case "report":
                return (self.report.export,)
            case _:
                return (self.page(key).add,)

    # Wiring

    def _connect_frame(self) -> None:
        frame = self.frame
        frame.place_asked.connect(self.go_to_place)
        frame.trail_asked.connect(self.go_to_place)
        frame.sidebar.delegation_asked.connect(lambda: self.go_to_place(ITINERARY))
        frame.sidebar.switch_asked.connect(lambda: self.go_to_place(DELEGATIONS))
        frame.sidebar.settings_asked.connect(self.show_settings)
        frame.back.triggered.connect(lambda: self._moved(self._trail.back))
        frame.forward.triggered.connect(lambda: self._moved(self._trail.forward))
        frame.files_dropped.connect(self.archives.take_in)
        frame.closing.connect(self.close)
        self.finder.target_asked.connect(self._go_to_target)
        self.archives.saved.connect(self._tell_saved)
        self.archives.imported.connect(self.open_delegation)
        self.archives.refused.connect(self._tell_refusal)

    def _connect_menus(self) -> None:
        menus, preferences = self.menus, self._preferences
        menus.place_asked.connect(self.go_to_place)
        menus.setting_chosen.connect(lambda name, value: preferences.change(**{name: value}))
        menus.scaling_asked.connect(preferences.scale_text)
        preferences.changed.connect(self._on_settings_changed)
        menus.take_in.triggered.connect(self.archives.ask_import)
        menus.give_out.triggered.connect(self._ask_export)
        menus.settings.triggered.connect(self.show_settings)
        menus.quit.triggered.connect(self.quit_asked)
        menus.new_window.triggered.connect(self.window_asked)
        menus.close_window.triggered.connect(self.frame.close)
        menus.close_panel.triggered.connect(self.frame.close_panel)
        menus.shortcuts.triggered.connect(self.show_shortcuts)
        menus.about.triggered.connect(lambda: AboutDialog(self.frame).open())

    def _connect_editor(self) -> None:
        stack = self.editor.undo_stack
        self.frame.undo.triggered.connect(stack.undo)
        self.frame.redo.triggered.connect(stack.redo)
        stack.indexChanged.connect(self._tell_stack)
        self.editor.refused.connect(self._tell_refusal)
        self.editor.stored.connect(self._on_stored)
        self.editor.changed.connect(self._on_changed)

    def _acts(self) -> list[QAction]:
        """Everything the palette can run: the page in front, then the menus."""
        acts = [*self.page(self.here.page).actions(), *self.menus.actions]
        return list(dict.fromkeys(acts))

    # Where one is

    @property
    def here(self) -> Room:
        return self._trail.here

    def go(self, room: Room) -> None:
        self._trail.go(room)
        self._show()

    def go_to_place(self, key: str) -> None:
        self.go(Room(key, self.here.delegation))

    def open_delegation(self, key: UUID) -> None:
        self.go(Room(ITINERARY, key))

    def open_first_delegation(self) -> None:
        with self._database.read() as session:
            lines = delegation_lines(session)
        if lines:
            self.open_delegation(lines[0].key)

    def show_paper(self, key: str) -> None:
        self.report.choose_paper(key)
        self.go_to_place(REPORT)

    def _kept_delegation(self) -> UUID | None:
        """The one in hand when the window was closed, where it is still there."""
        try:
            key = UUID(self._state.value("delegation"))
            with self._database.read() as session:
                return record(session, Delegation, key).id
        except (ValueError, NotFound):
            return None

    def _moved(self, move: Callable[[], Room]) -> None:
        move()
        self._show()

    def _show(self) -> None:
        """Bring forward where one is now."""
        here = self.here
        page, title = self.page(here.page), self._show_in_hand()
        self.frame.show_totals("")
        if here.page != DELEGATIONS and (here.delegation is not None or here.page == OUTCOMES):
            page.show_delegation(here.delegation)
        place = next(place for place in places() if place.key == here.page)
        trail = [(DELEGATIONS, places()[0].words)]
        if place.of_delegation:
            trail += [(ITINERARY, title), (place.key, place.words)]
        self.frame.show_page(here.page, trail)
        self.frame.show_acts(*self._header_acts(here.page))
        self.frame.show_keys(*page.keys)
        self.menus.show_acts(page.actions())
        self._tell_ways()
        page.setFocus()

    def _tell_ways(self) -> None:
        in_hand = self.here.delegation is not None
        self.frame.back.setEnabled(self._trail.can_go_back)
        self.frame.forward.setEnabled(self._trail.can_go_forward)
        self.menus.give_out.setEnabled(in_hand)
        for place in places():
            self.menus.ways[place.key].setEnabled(in_hand or not place.of_delegation)

    def _show_in_hand(self) -> str:
        """Tell the sidebar which delegation is in hand; gives its title."""
        sidebar, key = self.frame.sidebar, self.here.delegation
        if key is None:
            sidebar.show_delegation("", "", Icon.DELEGATIONS)
            self.frame.setWindowTitle(self.tr("Delegation Planner"))
            return ""
        with self._database.read() as session:
            delegation = record(session, Delegation, key)
            sidebar.set_count(OUTCOMES, open_count(session, key))
        state = self.words.value(delegation.state)
        sidebar.show_delegation(delegation.title, state, STATE_ICONS[delegation.state])
        title = self.tr("{title} – Delegation Planner")
        self.frame.setWindowTitle(title.format(title=delegation.title))
        return delegation.title

    def _go_to_target(self, target: Target) -> None:
        """Where a record found by search is shown; else the delegations that speak of it."""
        if target.delegation is None:
            self.go_to_place(DELEGATIONS)
            self.delegations.search.setText(target.title)
            return
        if target.kind == Delegation.kind:
            self.open_delegation(target.key)
            return
        self.go(Room(_PLACE_OF.get(target.kind, ITINERARY), target.delegation))
        self._point_at(target.kind, target.key)

    def _go_to_spot(self, spot: Spot) -> None:
        """Where what a rule has found can be mended."""
        self.go_to_place(_PLACE_OF[spot.kind])
        self._point_at(spot.kind, spot.key)

    def _point_at(self, kind: str, key: UUID) -> None:
        match kind:
            case "stop":
                self.itinerary.choose_stop(key)
            case "follow_up":
                self.follow_ups.choose(key)
            case "delegation" if self.here.page == DELEGATIONS:
                self.delegations.show_form(key)

    # What happened

    def _on_stored(self, name: EditName) -> None:
        self.frame.withdraw()
        self.frame.tell_done(self._phrase(name), self.editor.undo_stack.undo)

    def _on_changed(self, changes: ChangeSet) -> None:
        now = QTime.currentTime().toString("HH:mm")
        self.frame.sidebar.show_saved(self.tr("Saved {time}").format(time=now))
        gone = {change.key for change in changes.changes if change.after is None}
        self._trail.forget(lambda room: room.delegation in gone)
        if self.here.delegation in gone:
            self.go(Room(DELEGATIONS))
            self._trail.forget(lambda room: room.delegation in gone)
            self._tell_ways()
        elif changes.touches(Delegation, FollowUp):
            self._show_in_hand()

    def _tell_refusal(self, error: PlannerError) -> None:
        dismiss = Button(self.tr("Dismiss"), look=Look.QUIET, small=True)
        dismiss.clicked.connect(self.frame.withdraw)
        self.frame.tell(self.words.error(error), Icon.MUST, Pigment.CINNABAR, dismiss)

    def _tell_saved(self, path: str) -> None:
        self.frame.withdraw()
        self.frame.tell_done(self.tr("Saved as {path}").format(path=Path(path).name))

    def _tell_stack(self, _index: int = 0) -> None:
        stack = self.editor.undo_stack
        for act, can, plain, named, of in (
            (
                self.frame.undo,
                stack.canUndo(),
                self.tr("&Undo"),
                self.tr("&Undo: {what}"),
                stack.undoText(),
            ),
            (
                self.frame.redo,
                stack.canRedo(),
                self.tr("&Redo"),
                self.tr("&Redo: {what}"),
                stack.redoText(),
            ),
        ):
            act.setEnabled(can)
            act.setText(named.format(what=_short(of)) if can and of else plain)

    def _phrase(self, name: EditName) -> str:
        return self.words(f"edit.{name.code}", **name.values)

    # Settings, help and files

    def show_settings(self) -> None:
        panel = SettingsPanel(self._preferences, str(self._database.path))
        panel.closed.connect(self.frame.close_panel)
        self.frame.show_panel(panel)
        panel.language.setFocus()

    def _on_settings_changed(self, settings: Settings) -> None:
        self.menus.show_settings(settings)

    def show_shortcuts(self) -> None:
        page = self.page(self.here.page)
        name = next(place.words for place in places() if place.key == self.here.page)
        ShortcutSheet(name, page.keys, page.actions(), self.menus.actions, self.frame).open()

    def _ask_export(self) -> None:
        key = self.here.delegation
        if key is not None:
            with self._database.read() as session:
                title = record(session, Delegation, key).title
            self.archives.ask_export(key, title)

    def close(self) -> None:
        """The frame goes: keep its state, stop listening to the store."""
        self._state.remember("delegation", str(self.here.delegation or ""))
        self._state.keep()
        self.archives.cancel()
        if REPORT in self._made:
            self.report.close_paper()
        self.editor.close()
        self.closed.emit()


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
