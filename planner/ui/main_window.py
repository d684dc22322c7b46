"""MainWindow: the areas on a frame, and the ways between them. Wiring, no trade of its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTime, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices

from planner import paths, sealing
from planner.domain.changes import ChangeSet
from planner.domain.delegation import Delegation
from planner.domain.errors import NotFound
from planner.domain.follow_up import FollowUp
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.exchange.bundle import SUFFIX
from planner.exchange.pictures import PICTURE_ENDINGS
from planner.papers.profiles import all_profiles
from planner.queries.delegation_list import delegation_lines, first_delegation
from planner.queries.follow_up_list import open_count
from planner.queries.records import record
from planner.resources import resource
from planner.store.database import Database
from planner.ui.areas import Areas, Means
from planner.ui.delegations.delegation_lines import STATE_ICONS, ListedDelegation
from planner.ui.delegations.first_values import first_values
from planner.ui.delegations.standing import standing
from planner.ui.drops import Drops
from planner.ui.editor import Editor
from planner.ui.exchange.archives import Archives
from planner.ui.exchange.incoming import ENDINGS as INCOMING
from planner.ui.exchange.incoming import Incoming
from planner.ui.formats import Formats
from planner.ui.help.shortcut_sheet import ShortcutSheet
from planner.ui.help_pages import help_pages
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.main_frame import MainFrame
from planner.ui.menus import Menus
from planner.ui.office.together import Together
from planner.ui.open_problems import OpenProblems
from planner.ui.places import (
    CONTACTS,
    DELEGATION,
    DELEGATIONS,
    OUTCOMES,
    PHOTOS,
    PLACE_OF,
    REPORT,
    TODAY,
    places,
)
from planner.ui.preferences import Preferences
from planner.ui.reading.readings import ENDINGS as REPORTS
from planner.ui.reading.readings import Readings
from planner.ui.recent_files import RecentFiles
from planner.ui.search.finder import Finder
from planner.ui.spoken import describe
from planner.ui.target import Target
from planner.ui.tellings import Tellings, phrase
from planner.ui.templates.templates import Templates
from planner.ui.trail import Trail
from planner.ui.trust.merging import Merging
from planner.ui.welcome.first_run import FirstRun
from planner.ui.window_dialogs import WindowDialogs
from planner.ui.window_state import WindowState
from planner.words import Words
from planner.working_days import working_days

PANELS = ("settings", "help")
SAMPLE = "rare-earth-2015.planner"


@dataclass(frozen=True)
class Room:
    """Where one is: a place, and the delegation in hand there."""

    place: str
    delegation: UUID | None = None


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
        self.archives = Archives(database, self.editor, jobs, frame.progress, frame)
        self.dialogs = WindowDialogs(
            frame,
            given,
            preferences,
            self._profiles,
            self.help_pages,
            self.archives,
            self._in_hand,
        )
        means = (database, self.editor, jobs, self.words, frame.progress, self._in_hand, frame)
        self.incoming, self.readings = Incoming(*means), Readings(*means)
        self.merging = Merging(database, jobs, frame.progress, self)
        self.templates = Templates(database, self.editor, Formats(self.words), frame)
        self.first_run = FirstRun(frame, preferences)
        self.drops = Drops(self)
        self.recent = RecentFiles(state, self)
        self.together = Together(database, self.words, state, frame, lambda: self.here.delegation)
        self.open_problems = OpenProblems(database, jobs, today, self)
        self._header_acts: tuple[QAction, ...] = ()
        self._trail = Trail(Room(DELEGATIONS, self._kept_delegation()))
        self._connect_areas()
        self._connect_frame()
        self._connect_menus()
        self._connect_editor()
        self._take_files()
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
        areas.totals_changed.connect(self.frame.show_totals)
        areas.keys_changed.connect(self._tell_keys)
        areas.keys_changed.connect(self._tell_acts)
        areas.title_changed.connect(self._tell_title)
        areas.waiting_changed.connect(self.frame.sidebar.set_count)
        self.open_problems.counted.connect(self._tell_open)
        areas.saved.connect(self._tell_saved)
        areas.refused.connect(self.tellings.refusal)
        self.finder.target_asked.connect(self.go_to_target)
        self.finder.help_asked.connect(self.dialogs.show_help)
        self.archives.saved.connect(self._tell_saved)
        self.templates.saved.connect(self._tell_saved)
        self.templates.planned.connect(self.open_delegation)
        self.templates.refused.connect(self.tellings.refusal)
        self.archives.imported.connect(self.open_delegation)
        self.archives.refused.connect(self.tellings.refusal)
        self.archives.imported.connect(self.first_run.show_round)
        self.archives.clashing.connect(self.incoming.lay_out)
        self.incoming.refused.connect(self.tellings.refusal)
        self.merging.laid.connect(self.incoming.lay_out)
        self.merging.same.connect(self.tellings.same)
        self.merging.refused.connect(self.tellings.refusal)
        self.readings.refused.connect(self.tellings.refusal)
        self.readings.imported.connect(self.open_delegation)
        self.readings.archive_chosen.connect(self.archives.take_in)
        self.readings.booking_chosen.connect(self.incoming.take_booking)
        self.first_run.sample_asked.connect(self._take_sample)
        self.dialogs.saved.connect(self._tell_saved)
        self.dialogs.refused.connect(self.tellings.refusal)
        self.dialogs.allowances_changed.connect(areas.reckon_anew)
        self.dialogs.allowances_changed.connect(self.open_problems.count_anew)
        self.tellings.merge_asked.connect(self.merging.take)
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
        frame.files_dropped.connect(self.drops.take)
        frame.closing.connect(self.close)

    def _connect_menus(self) -> None:
        menus, preferences = self.menus, self._preferences
        menus.place_asked.connect(self.go_to_place)
        menus.setting_chosen.connect(lambda name, value: preferences.change(**{name: value}))
        menus.scaling_asked.connect(preferences.scale_text)
        preferences.changed.connect(menus.show_settings)
        preferences.refused.connect(self.tellings.refusal)
        menus.take_in.triggered.connect(self.archives.ask_import)
        menus.read.triggered.connect(self.readings.ask)
        menus.export.triggered.connect(self.dialogs.ask_export_for_others)
        menus.give_out.triggered.connect(self.dialogs.ask_export)
        menus.give_out_all.triggered.connect(
            lambda: self.archives.ask_export(None, self.tr("Whole store"))
        )
        menus.new_from_template.triggered.connect(self.templates.ask_new)
        menus.save_template.triggered.connect(self._ask_template)
        menus.backups.triggered.connect(self.dialogs.show_backups)
        menus.retention.triggered.connect(self.dialogs.show_retention)
        menus.open_store.triggered.connect(self.together.ask_store)
        menus.history.triggered.connect(self.dialogs.show_history)
        menus.recent.aboutToShow.connect(lambda: menus.show_recent(self.recent.paths))
        menus.file_asked.connect(self.open_file)
        menus.recent_cleared.connect(self.recent.clear)
        menus.settings.triggered.connect(self.dialogs.show_settings)
        menus.allowances.triggered.connect(self.dialogs.show_allowances)
        menus.quit.triggered.connect(self.quit_asked)
        menus.new_window.triggered.connect(self.window_asked)
        menus.close_window.triggered.connect(self.frame.close)
        menus.close_panel.triggered.connect(self.frame.close_panel)
        menus.help.triggered.connect(lambda: self.dialogs.show_help(self.here.place))
        menus.help_pages.triggered.connect(lambda: self.dialogs.show_help(""))
        menus.shortcuts.triggered.connect(self.show_shortcuts)
        menus.sample.triggered.connect(self._take_sample)
        menus.tour.triggered.connect(self.first_run.take_tour)
        menus.about.triggered.connect(self.dialogs.show_about)

    def _connect_editor(self) -> None:
        stack = self.editor.undo_stack
        self.frame.undo.triggered.connect(stack.undo)
        self.frame.redo.triggered.connect(stack.redo)
        self.editor.changed.connect(self._on_changed)

    def _take_files(self) -> None:
        """What may be dropped, and what is remembered of files."""
        self.drops.register((SUFFIX, sealing.SUFFIX), self.archives.take_in)
        self.drops.register(INCOMING, self.incoming.take_in)
        self.drops.register(REPORTS, self.readings.take_in)
        self.readings.chosen.connect(self.drops.take)
        # folders have no ending; what is in them goes the same way
        self.drops.register(("", *PICTURE_ENDINGS), self._take_photos, is_remembered=False)
        self.archives.chosen.connect(self.drops.take)
        self.drops.taken.connect(self.recent.add)
        self.frame.takes = self.drops.takes
        self.recent.changed.connect(lambda: self.menus.show_recent(self.recent.paths))
        self.menus.show_recent(self.recent.paths)

    def _take_photos(self, paths: Sequence[Path]) -> None:
        """Photos belong to the delegation in hand; the place that shows them comes forward."""
        key = self.here.delegation
        if key is None:
            self.tellings.hint(self.tr("Open a delegation first, then drop its photos."))
            return
        self.go_to_place(PHOTOS)
        self.areas.photos.taking_in.take_files(key, paths)

    def open_file(self, path: Path) -> None:
        """One of the recent files: taken in again, or shown by the program it belongs to."""
        if self.drops.takes(path):
            self.drops.take([path])
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

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
        delegation = target.delegation or self.here.delegation
        place = PLACE_OF.get(target.kind, DELEGATION if target.delegation else "")
        if not place:
            self.go_to_place(DELEGATIONS)
            self.areas.delegations.search.setText(target.title)
            return
        self.go(Room(place, delegation))
        match target.kind:
            case "stop":
                self.areas.itinerary.choose_stop(target.key)
            case "follow_up":
                self.areas.outcomes.choose(target.key)
            case kind if place == DELEGATION and kind != "delegation":
                self.areas.delegation.choose(target.key)
            case "talk" | "session" | "seminar":
                self.areas.seminar.choose(target.key)
            case "fact" | "source":
                self.areas.briefing.choose(target.key)
            case "photo":
                self.areas.photos.choose(target.key)
            case "gift" | "agreement" | "activity" | "inbound_visit":
                self.areas.relations.choose(target.kind, target.key)
            case "organisation":
                self.areas.contacts.open(Organisation, target.key)
            case "person":
                self.areas.contacts.open(Person, target.key)

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
        page, title = self.areas.page(here.place), self._show_in_hand()
        self.frame.show_totals("")
        if here.place != DELEGATIONS:
            page.show_delegation(here.delegation)
        mark = "" if here.place == DELEGATION else here.place
        self.frame.show_page(here.place, self._way(here, title), mark)
        self._tell_acts()
        self.menus.show_acts(page.actions())
        self._tell_keys()
        self._tell_ways()
        page.setFocus()

    def _way(self, here: Room, title: str) -> list[tuple[str, str]]:
        """The breadcrumbs: 訪團 › 內蒙古… › 報告."""
        known = {place.key: place for place in places()}
        if here.place != DELEGATION and not known[here.place].of_delegation:
            alone = [(here.place, known[here.place].words)]
            names = self.areas.contacts.trail if here.place == CONTACTS else ()
            return [*alone, *((here.place, name) for name in names)]
        way = [(DELEGATIONS, known[DELEGATIONS].words), (DELEGATION, title)]
        return way if here.place == DELEGATION else [*way, (here.place, known[here.place].words)]

    def _tell_title(self) -> None:
        """Pages outside of a delegation name what they show; the others its title."""
        if self.here.place == CONTACTS:
            self.frame.header.trail.show_trail(self._way(self.here, ""))

    def _tell_keys(self) -> None:
        page = self.areas.page(self.here.place)
        self.frame.show_keys(*page.keys)
        describe(page, page.keys)
        describe(self.frame.sidebar)

    def _tell_acts(self) -> None:
        """A page may have others in each of its ways; a button that stays is not made anew."""
        acts = self.areas.header_acts(self.here.place)
        if acts != self._header_acts:
            self._header_acts = acts
            self.frame.show_acts(*acts)
            self.menus.show_acts(self.areas.page(self.here.place).actions())

    def _tell_ways(self) -> None:
        in_hand = self.here.delegation is not None
        self.frame.back.setEnabled(self._trail.can_go_back)
        self.frame.forward.setEnabled(self._trail.can_go_forward)
        self.menus.give_out.setEnabled(in_hand)
        self.menus.save_template.setEnabled(in_hand)
        self.menus.export.setEnabled(in_hand)
        for place in places():
            self.menus.ways[place.key].setEnabled(in_hand or not place.of_delegation)

    def _show_in_hand(self) -> str:
        """Tell the sidebar which delegation is in hand; gives its title."""
        sidebar, key = self.frame.sidebar, self.here.delegation
        self.open_problems.follow(key)
        if key is None:
            sidebar.show_delegation("", "", Icon.DELEGATIONS)
            self.frame.setWindowTitle(self.tr("Delegation Planner"))
            return ""
        with self._database.read() as session:
            delegation = record(session, Delegation, key)
            sidebar.set_count(OUTCOMES, open_count(session, key))
        stands = standing(
            Formats(self.words), delegation, self._profiles, working_days(), self._today()
        )
        sidebar.show_delegation(delegation.title, stands, STATE_ICONS[delegation.state])
        title = self.tr("{title} – Delegation Planner")
        self.frame.setWindowTitle(title.format(title=delegation.title))
        return delegation.title

    # What happened

    def _on_changed(self, changes: ChangeSet) -> None:
        now = QTime.currentTime().toString("HH:mm")
        self.frame.sidebar.show_saved(self.tr("Saved {time}").format(time=now))
        self.open_problems.count_anew()
        is_gone = self._gone(changes)
        self._trail.forget(is_gone)
        if is_gone(self.here):
            self.go(Room(DELEGATIONS))
            self._trail.forget(is_gone)
            self._tell_ways()
        elif changes.touches(Delegation, FollowUp):
            self._show_in_hand()

    def _tell_open(self, place: str, count: int) -> None:
        self.frame.sidebar.set_count(place, count, self.tr("%n open problem(s)", "", count))

    def _gone(self, changes: ChangeSet) -> Callable[[Room], bool]:
        """Which rooms are no more, their delegation being gone."""
        if changes.is_everything:
            with self._database.read() as session:
                there = {line.key for line in delegation_lines(session)}
            return lambda room: room.delegation is not None and room.delegation not in there
        gone = {change.key for change in changes.changes if change.after is None}
        return lambda room: room.delegation in gone

    def _tell_saved(self, path: str) -> None:
        self.recent.add([Path(path)])
        self.tellings.saved(path)

    # Files, keys and the end

    def show_shortcuts(self) -> None:
        page = self.areas.page(self.here.place)
        name = self._way(self.here, self.frame.sidebar.delegation.text())[-1][1]
        ShortcutSheet(name, page.keys, page.actions(), self.menus.actions, self.frame).open()

    def _take_sample(self) -> None:
        """Beside what is there, as one edit."""
        self.archives.take_in([resource("samples", SAMPLE)])

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
        for each in (self.archives, self.incoming, self.readings):
            each.cancel()
        self.open_problems.cancel()
        if self.areas.is_made(REPORT):
            self.areas.report.close_paper()
        if self.areas.is_made(PHOTOS):
            self.areas.photos.close_photos()
        self.editor.close()


def _whole(kept: str) -> int:
    return int(kept) if kept.isdecimal() else 0
