"""MainWindow: the areas on a frame, and the ways between them. Wiring, no trade of its own."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTime, Signal
from PySide6.QtGui import QAction

from planner import paths
from planner.domain.changes import ChangeSet
from planner.domain.delegation import Delegation
from planner.domain.follow_up import FollowUp
from planner.papers.profiles import all_profiles
from planner.queries.delegation_list import first_delegation
from planner.store.database import Database
from planner.ui.areas import Areas, Means
from planner.ui.bearings import Bearings
from planner.ui.delegations.delegation_lines import ListedDelegation
from planner.ui.delegations.first_values import first_values
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.help.shortcut_sheet import ShortcutSheet
from planner.ui.help_pages import help_pages
from planner.ui.jobs import Jobs
from planner.ui.main_frame import MainFrame
from planner.ui.menus import Menus
from planner.ui.office.together import Together
from planner.ui.open_problems import OpenProblems
from planner.ui.places import (
    DELEGATION,
    DELEGATIONS,
    PHOTOS,
    REPORT,
    TODAY,
    places,
)
from planner.ui.preferences import Preferences
from planner.ui.rooms import Room, choose, first_room, gone_rooms, room_of
from planner.ui.search.finder import Finder
from planner.ui.target import Target
from planner.ui.tellings import Tellings, phrase
from planner.ui.templates.templates import Templates
from planner.ui.trail import Trail
from planner.ui.welcome.first_run import FirstRun
from planner.ui.window_dialogs import WindowDialogs
from planner.ui.window_files import WindowFiles
from planner.ui.window_state import WindowState
from planner.words import Words

PANELS = ("settings", "help")


class MainWindow(QObject):
    """One window on the store."""

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
        frame.panel_widths = {name: _whole(state.value(f"panel_{name}")) for name in PANELS}
        self._profiles = all_profiles(paths.profiles_path())
        self.words = Words(preferences.settings.language)
        self.editor = Editor(database, partial(phrase, self.words), self)
        self.tellings = Tellings(frame, self.words, self.editor)
        given = Means(
            database,
            self.editor,
            jobs,
            Formats(self.words),
            state,
            today,
            lambda: first_values(preferences.settings),
        )
        self.areas = Areas(given, self)
        self.menus = Menus(frame, places(), preferences.settings)
        self.help_pages = help_pages(self.words.language)
        self.finder = Finder(
            database, self.words, frame.palette_box, self._acts, self, self.help_pages
        )
        self.files = WindowFiles(
            frame, database, self.editor, jobs, self.words, state, self._in_hand
        )
        self.archives = self.files.archives
        self.dialogs = WindowDialogs(
            frame,
            given,
            preferences,
            self._profiles,
            self.help_pages,
            self.archives,
            self._in_hand,
        )
        self.templates = Templates(database, self.editor, Formats(self.words), frame)
        self.first_run = FirstRun(frame, preferences)
        self.together = Together(database, self.words, state, frame, self._in_hand)
        self.open_problems = OpenProblems(database, jobs, today, self)
        self._trail = Trail(first_room(state, database))
        self.bearings = Bearings(
            frame,
            self.areas,
            self.menus,
            self._trail,
            database,
            self.words,
            self._profiles,
            today,
        )
        self._connect_areas()
        self._connect_frame()
        self._connect_menus()
        self._connect_files()
        self._connect_editor()
        frame.sidebar.show_saved(self.tr("All saved"))

    def beginning(self, read: Sequence[ListedDelegation] = ()) -> Iterator[None]:
        """Show the list, where one begins, a step at a time; `read` is what stands in it."""
        view = self.areas.delegations
        yield
        if read:
            view.take(read)
            yield
        self._show()

    # Wiring

    def _connect_areas(self) -> None:
        areas = self.areas
        areas.made.connect(self.frame.add_page)
        areas.target_asked.connect(self.go_to_target)
        areas.place_asked.connect(self.go_to_place)
        areas.form_asked.connect(lambda key: self.areas.delegations.show_form(key))
        areas.paper_asked.connect(self.show_paper)
        areas.versions_asked.connect(self.dialogs.show_versions)
        areas.personal_data_asked.connect(self.dialogs.show_personal_data)
        areas.totals_changed.connect(self.bearings.tell_totals)
        areas.keys_changed.connect(self.bearings.tell_keys)
        areas.keys_changed.connect(self.bearings.tell_acts)
        areas.title_changed.connect(self.bearings.tell_title)
        areas.waiting_changed.connect(self.frame.sidebar.set_count)
        self.open_problems.counted.connect(self.bearings.tell_open)
        areas.saved.connect(self._tell_saved)
        areas.refused.connect(self.tellings.refusal)
        self.finder.target_asked.connect(self.go_to_target)
        self.finder.help_asked.connect(self.dialogs.show_help)
        self.templates.saved.connect(self._tell_saved)
        self.templates.planned.connect(self.open_delegation)
        self.templates.refused.connect(self.tellings.refusal)
        self.dialogs.saved.connect(self._tell_saved)
        self.dialogs.refused.connect(self.tellings.refusal)
        self.dialogs.allowances_changed.connect(areas.reckon_anew)
        self.dialogs.allowances_changed.connect(self.open_problems.count_anew)
        self.tellings.today_asked.connect(lambda: self.go_to_place(TODAY))

    def _connect_frame(self) -> None:
        frame = self.frame
        frame.place_asked.connect(self.go_to_place)
        frame.trail_asked.connect(self.go_to_place)
        frame.sidebar.delegation_asked.connect(lambda: self.go_to_place(DELEGATION))
        frame.sidebar.switch_asked.connect(lambda: self.go_to_place(DELEGATIONS))
        frame.sidebar.settings_asked.connect(self.dialogs.show_settings)
        frame.back.triggered.connect(lambda: self._moved(self._trail.back))
        frame.forward.triggered.connect(lambda: self._moved(self._trail.forward))
        frame.closing.connect(self.close)

    def _connect_menus(self) -> None:
        menus, preferences = self.menus, self._preferences
        self.dialogs.follow(menus)
        menus.place_asked.connect(self.go_to_place)
        menus.setting_chosen.connect(lambda name, value: preferences.change(**{name: value}))
        menus.scaling_asked.connect(preferences.scale_text)
        preferences.changed.connect(menus.show_settings)
        preferences.refused.connect(self.tellings.refusal)
        menus.new_from_template.triggered.connect(self.templates.ask_new)
        menus.save_template.triggered.connect(self._ask_template)
        menus.open_store.triggered.connect(self.together.ask_store)
        menus.quit.triggered.connect(self.quit_asked)
        menus.new_window.triggered.connect(self.window_asked)
        menus.close_window.triggered.connect(self.frame.close)
        menus.close_panel.triggered.connect(self.frame.close_panel)
        menus.help.triggered.connect(lambda: self.dialogs.show_help(self.here.place))
        menus.shortcuts.triggered.connect(self.show_shortcuts)
        menus.tour.triggered.connect(self.first_run.take_tour)

    def _connect_editor(self) -> None:
        stack = self.editor.undo_stack
        self.frame.undo.triggered.connect(stack.undo)
        self.frame.redo.triggered.connect(stack.redo)
        self.editor.changed.connect(self._on_changed)

    def _connect_files(self) -> None:
        files = self.files
        files.follow(self.menus)
        files.imported.connect(self.open_delegation)
        files.archive_came.connect(self.first_run.show_round)
        files.photos_came.connect(self._take_photos)
        files.same.connect(self.tellings.same)
        files.saved.connect(self._tell_saved)
        files.refused.connect(self.tellings.refusal)
        self.first_run.sample_asked.connect(files.take_sample)
        self.tellings.merge_asked.connect(files.merging.take)

    def _take_photos(self, paths: Sequence[Path]) -> None:
        """Photos belong to the delegation in hand; the place that shows them comes forward."""
        key = self.here.delegation
        if key is None:
            self.tellings.hint(self.tr("Open a delegation first, then drop its photos."))
            return
        self.go_to_place(PHOTOS)
        self.areas.photos.taking_in.take_files(key, paths)

    def _acts(self) -> list[QAction]:
        """Everything the palette can run: the page in front, then the menus."""
        acts = [*self.areas.page(self.here.place).actions(), *self.menus.actions]
        return list(dict.fromkeys(acts))

    # Where one is

    @property
    def here(self) -> Room:
        return self._trail.here

    def go(self, room: Room) -> None:
        self._trail.go(room)
        self._show()

    def go_to_place(self, place: str) -> None:
        self.go(Room(place, self.here.delegation))

    def open_delegation(self, key: UUID) -> None:
        self.go(Room(DELEGATION, key))

    @property
    def is_store_empty(self) -> bool:
        return self._first_delegation is None

    @property
    def _first_delegation(self) -> UUID | None:
        with self._database.read() as session:
            return first_delegation(session)

    def open_first_delegation(self) -> None:
        if (first := self._first_delegation) is not None:
            self.open_delegation(first)

    def show_paper(self, key: str) -> None:
        self.areas.report.choose_paper(key)
        self.go_to_place(REPORT)

    def go_to_target(self, target: Target) -> None:
        """Where a record is shown; one that no place shows is looked for in the delegations."""
        room = room_of(target, self.here)
        if room is None:
            self.go_to_place(DELEGATIONS)
            self.areas.delegations.search.setText(target.title)
            return
        self.go(room)
        choose(self.areas, target, room.place)

    def _moved(self, move: Callable[[], Room]) -> None:
        move()
        self._show()

    def _show(self) -> None:
        """Bring forward where one is now."""
        here = self.here
        page, title = self.areas.page(here.place), self._show_in_hand()
        self.bearings.show_totals()
        if here.place != DELEGATIONS:
            page.show_delegation(here.delegation)
        self.bearings.tell_all(title)
        page.setFocus()

    def _show_in_hand(self) -> str:
        key = self.here.delegation
        self.open_problems.follow(key)
        return self.bearings.show_in_hand(key)

    # What happened

    def _on_changed(self, changes: ChangeSet) -> None:
        now = QTime.currentTime().toString("HH:mm")
        self.frame.sidebar.show_saved(self.tr("Saved {time}").format(time=now))
        self.open_problems.count_anew()
        is_gone = gone_rooms(changes, self._database)
        self._trail.forget(is_gone)
        if is_gone(self.here):
            self.go(Room(DELEGATIONS))
            self._trail.forget(is_gone)
            self.bearings.tell_ways()
        elif changes.touches(Delegation, FollowUp):
            self._show_in_hand()

    def _tell_saved(self, path: str) -> None:
        self.files.recent.add([Path(path)])
        self.tellings.saved(path)

    # Files, keys and the end

    def show_shortcuts(self) -> None:
        page = self.areas.page(self.here.place)
        name = self.bearings.way(self.frame.sidebar.delegation.text())[-1][1]
        ShortcutSheet(name, page.keys, page.actions(), self.menus.actions, self.frame).open()

    def _in_hand(self) -> UUID | None:
        return self.here.delegation

    def _ask_template(self) -> None:
        if (key := self.here.delegation) is not None:
            self.templates.ask_save(key)

    def keep_state(self) -> None:
        """What is in hand and how wide things are, for the next window."""
        self._state.remember("delegation", str(self.here.delegation or ""))
        for name, width in self.frame.kept_widths.items():
            self._state.remember(f"panel_{name}", str(width))
        self._state.keep()

    def close(self) -> None:
        """The frame goes: keep its state, stop listening to the store."""
        self.keep_state()
        self.leave()
        self.closed.emit()

    def leave(self) -> None:
        """Nothing of it goes on."""
        self.files.cancel()
        self.open_problems.cancel()
        if self.areas.is_made(REPORT):
            self.areas.report.close_paper()
        if self.areas.is_made(PHOTOS):
            self.areas.photos.close_photos()
        self.editor.close()


def _whole(kept: str) -> int:
    return int(kept) if kept.isdecimal() else 0
