"""MainWindow: the areas on a frame, and the ways between them. Wiring, no trade of its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTime, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication

from planner import paths, sealing
from planner.domain.changes import ChangeSet, EditName
from planner.domain.delegation import Delegation
from planner.domain.errors import NotFound, PlannerError, Refused
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
from planner.ui.appearance import Pigment
from planner.ui.areas import Areas, Means
from planner.ui.components.buttons import Button
from planner.ui.delegations.delegation_lines import STATE_ICONS, ListedDelegation
from planner.ui.delegations.first_values import first_values
from planner.ui.delegations.standing import standing
from planner.ui.drawing.states import Look
from planner.ui.drops import Drops
from planner.ui.editor import Editor
from planner.ui.exchange.archives import Archives
from planner.ui.exchange.export_dialog import ExportDialog
from planner.ui.exchange.incoming import ENDINGS as INCOMING
from planner.ui.exchange.incoming import Incoming
from planner.ui.formats import Formats
from planner.ui.help.about_dialog import AboutDialog
from planner.ui.help.help_panel import HelpPanel
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
from planner.ui.settings.allowances_dialog import AllowancesDialog
from planner.ui.settings.settings_panel import SettingsPanel
from planner.ui.spoken import describe
from planner.ui.target import Target
from planner.ui.templates.templates import Templates
from planner.ui.trail import Trail
from planner.ui.trust.backups_dialog import BackupsDialog
from planner.ui.trust.history_dialog import HistoryDialog
from planner.ui.trust.merging import Merging
from planner.ui.trust.personal_data_dialog import PersonalDataDialog
from planner.ui.trust.retention_dialog import RetentionDialog
from planner.ui.versions.versions_dialog import VersionsDialog
from planner.ui.welcome.first_run import FirstRun
from planner.ui.window_state import WindowState
from planner.words import Words
from planner.working_days import working_days

_LONGEST_NAME = 48
PANELS = ("settings", "help")
HELP_WIDTH = 400
SAMPLE = "rare-earth-2015.planner"


@dataclass(frozen=True)
class Room:
    """Where one is: a place, and the delegation in hand there."""

    place: str
    delegation: UUID | None = None


_AS_ONE_TYPES = frozenset({"write_section"})
"""Edits that are made at every pause; telling each would stand in the way of the next word."""


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
        self.editor = Editor(database, self._phrase, self)
        self.areas = Areas(
            Means(
                database,
                self.editor,
                jobs,
                Formats(self.words),
                state,
                today,
                lambda: first_values(preferences.settings),
            ),
            self,
        )
        self.menus = Menus(frame, places(), preferences.settings)
        self.help_pages = help_pages(self.words.language)
        self.finder = Finder(
            database, self.words, frame.palette_box, self._acts, self, self.help_pages
        )
        self.archives = Archives(database, self.editor, jobs, frame.progress, frame)
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
        self._tell_stack()
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
        areas.versions_asked.connect(self.show_versions)
        areas.personal_data_asked.connect(self.show_personal_data)
        areas.totals_changed.connect(self.frame.show_totals)
        areas.keys_changed.connect(self._tell_keys)
        areas.keys_changed.connect(self._tell_acts)
        areas.title_changed.connect(self._tell_title)
        areas.waiting_changed.connect(self.frame.sidebar.set_count)
        self.open_problems.counted.connect(self._tell_open)
        areas.saved.connect(self._tell_saved)
        areas.refused.connect(self._tell_refusal)
        self.finder.target_asked.connect(self.go_to_target)
        self.finder.help_asked.connect(self.show_help)
        self.archives.saved.connect(self._tell_saved)
        self.templates.saved.connect(self._tell_saved)
        self.templates.planned.connect(self.open_delegation)
        self.templates.refused.connect(self._tell_refusal)
        self.archives.imported.connect(self.open_delegation)
        self.archives.refused.connect(self._tell_refusal)
        self.archives.imported.connect(self.first_run.show_round)
        self.archives.clashing.connect(self.incoming.lay_out)
        self.incoming.refused.connect(self._tell_refusal)
        self.merging.laid.connect(self.incoming.lay_out)
        self.merging.same.connect(self._tell_same)
        self.merging.refused.connect(self._tell_refusal)
        self.readings.refused.connect(self._tell_refusal)
        self.readings.imported.connect(self.open_delegation)
        self.readings.archive_chosen.connect(self.archives.take_in)
        self.readings.booking_chosen.connect(self.incoming.take_booking)
        self.first_run.sample_asked.connect(self._take_sample)

    def _connect_frame(self) -> None:
        frame = self.frame
        frame.place_asked.connect(self.go_to_place)
        frame.trail_asked.connect(self.go_to_place)
        frame.sidebar.delegation_asked.connect(lambda: self.go_to_place(DELEGATION))
        frame.sidebar.switch_asked.connect(lambda: self.go_to_place(DELEGATIONS))
        frame.sidebar.settings_asked.connect(self.show_settings)
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
        preferences.refused.connect(self._tell_refusal)
        menus.take_in.triggered.connect(self.archives.ask_import)
        menus.read.triggered.connect(self.readings.ask)
        menus.export.triggered.connect(self._ask_export_for_others)
        menus.give_out.triggered.connect(self._ask_export)
        menus.give_out_all.triggered.connect(
            lambda: self.archives.ask_export(None, self.tr("Whole store"))
        )
        menus.new_from_template.triggered.connect(self.templates.ask_new)
        menus.save_template.triggered.connect(self._ask_template)
        menus.backups.triggered.connect(self.show_backups)
        menus.retention.triggered.connect(self.show_retention)
        menus.open_store.triggered.connect(self.together.ask_store)
        menus.history.triggered.connect(self.show_history)
        menus.recent.aboutToShow.connect(lambda: menus.show_recent(self.recent.paths))
        menus.file_asked.connect(self.open_file)
        menus.recent_cleared.connect(self.recent.clear)
        menus.settings.triggered.connect(self.show_settings)
        menus.allowances.triggered.connect(self.show_allowances)
        menus.quit.triggered.connect(self.quit_asked)
        menus.new_window.triggered.connect(self.window_asked)
        menus.close_window.triggered.connect(self.frame.close)
        menus.close_panel.triggered.connect(self.frame.close_panel)
        menus.help.triggered.connect(lambda: self.show_help(self.here.place))
        menus.help_pages.triggered.connect(lambda: self.show_help(""))
        menus.shortcuts.triggered.connect(self.show_shortcuts)
        menus.sample.triggered.connect(self._take_sample)
        menus.tour.triggered.connect(self.first_run.take_tour)
        menus.about.triggered.connect(lambda: AboutDialog(self.frame).open())

    def _connect_editor(self) -> None:
        stack = self.editor.undo_stack
        self.frame.undo.triggered.connect(stack.undo)
        self.frame.redo.triggered.connect(stack.redo)
        stack.changed.connect(self._tell_stack)
        self.editor.refused.connect(self._tell_refusal)
        self.editor.stored.connect(self._on_stored)
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
            self.frame.tell(
                self.tr("Open a delegation first, then drop its photos."),
                Icon.INFO,
                Pigment.INK2,
                self._dismiss(),
            )
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

    def show_versions(self) -> None:
        if self.here.delegation is None:
            return
        dialog = VersionsDialog(
            self._database,
            self.editor,
            Formats(self.words),
            self.here.delegation,
            self._today,
            self.frame,
        )
        dialog.saved.connect(self._tell_saved)
        dialog.refused.connect(self._tell_refusal)
        dialog.open()

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

    def _on_stored(self, name: EditName) -> None:
        self.frame.withdraw()
        if name.code in _AS_ONE_TYPES:
            return
        phrase = self._phrase(name)
        done = phrase[:1].upper() + phrase[1:]
        self.frame.tell_done(done, self.editor.undo_stack.undo)

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

    def _tell_refusal(self, error: PlannerError) -> None:
        """In a bar over the page; a dialog that is open tells its own beside the field."""
        if QApplication.activeModalWidget() is not None:
            return
        self.frame.tell(self.words.error(error), Icon.MUST, Pigment.CINNABAR, self._dismiss())

    def tell_store(self, error: PlannerError) -> None:
        """What whoever looks after the store has met with."""
        self._tell_refusal(error)

    def offer_merge(self, copies: Sequence[Path]) -> None:
        """Two machines changed the store, and a service kept both; the first is merged first."""
        merge = Button(self.tr("Merge…"), look=Look.QUIET, small=True)
        merge.clicked.connect(self.frame.withdraw)
        merge.clicked.connect(lambda: self.merging.take(copies[0]))
        sentence = self.tr("A syncing service laid “{file}” beside the store: both were changed.")
        self.frame.tell(sentence.format(file=copies[0].name), Icon.MERGE, Pigment.CINNABAR, merge)

    def _tell_same(self, copy: Path) -> None:
        sentence = self.tr("“{file}” holds nothing that the store has not; it was set aside.")
        self.frame.tell_done(sentence.format(file=copy.name))

    def tell_digest(self, sentence: str) -> None:
        """What is owed today, with the way there; nothing where one is looking at it already."""
        if self.here.place == TODAY:
            return
        show = Button(self.tr("Show Today"), look=Look.QUIET, small=True)
        show.clicked.connect(self.frame.withdraw)
        show.clicked.connect(lambda: self.go_to_place(TODAY))
        self.frame.tell(sentence, Icon.CLOCK, Pigment.INDIGO, show)

    def _dismiss(self) -> Button:
        dismiss = Button(self.tr("Dismiss"), look=Look.QUIET, small=True)
        dismiss.clicked.connect(self.frame.withdraw)
        return dismiss

    def _tell_saved(self, path: str) -> None:
        self.frame.withdraw()
        self.recent.add([Path(path)])
        self.frame.tell_done(self.tr("Saved as {path}").format(path=Path(path).name))

    def _tell_stack(self) -> None:
        stack, frame = self.editor.undo_stack, self.frame
        undo = self.tr("&Undo: {what}") if stack.undo_text else self.tr("&Undo")
        redo = self.tr("&Redo: {what}") if stack.redo_text else self.tr("&Redo")
        frame.undo.setText(undo.format(what=_short(stack.undo_text)))
        frame.redo.setText(redo.format(what=_short(stack.redo_text)))
        frame.undo.setEnabled(bool(stack.undo_text))
        frame.redo.setEnabled(bool(stack.redo_text))

    def _phrase(self, name: EditName) -> str:
        return self.words(f"edit.{name.code}", **name.values)

    # Settings, help and files

    def show_settings(self) -> None:
        panel = SettingsPanel(self._preferences, self._profiles, str(self._database.place))
        panel.closed.connect(self.frame.close_panel)
        self.frame.show_panel(panel, "settings")
        panel.language.setFocus()

    def show_allowances(self) -> None:
        dialog = AllowancesDialog(self.words, self.frame)
        dialog.accepted.connect(self.areas.reckon_anew)
        dialog.accepted.connect(self.open_problems.count_anew)
        dialog.open()

    def show_help(self, key: str) -> None:
        """A page of the help beside the work; all of them where there is none of that key."""
        panel = self.frame.panel
        if not isinstance(panel, HelpPanel):
            panel = HelpPanel(self.help_pages)
            panel.closed.connect(self.frame.close_panel)
            self.frame.show_panel(panel, "help", HELP_WIDTH)
        panel.go(key)
        panel.setFocus()

    def show_backups(self) -> None:
        if not isinstance(self._database.place, Path):
            address = str(self._database.place)
            self._tell_refusal(Refused("office.on_server", address=address))
            return
        BackupsDialog(self._database, self._jobs, self.words, self.frame).open()

    def show_personal_data(self, person: UUID) -> None:
        PersonalDataDialog(self._database, self.words, person, self.frame).open()

    def show_retention(self) -> None:
        RetentionDialog(self._database, self.words, self._today, self.frame).open()

    def show_history(self) -> None:
        """Of the delegation in hand, or of the whole store."""
        key, title = self.here.delegation, ""
        if key is not None:
            with self._database.read() as session:
                title = record(session, Delegation, key).title
        HistoryDialog(self._database, self.editor, self.words, self.frame, key, title).open()

    def show_shortcuts(self) -> None:
        page = self.areas.page(self.here.place)
        name = self._way(self.here, self.frame.sidebar.delegation.text())[-1][1]
        ShortcutSheet(name, page.keys, page.actions(), self.menus.actions, self.frame).open()

    def _take_sample(self) -> None:
        """Beside what is there, as one edit."""
        self.archives.take_in([resource("samples", SAMPLE)])

    def _in_hand(self) -> UUID | None:
        return self.here.delegation

    def _ask_export_for_others(self) -> None:
        if (key := self.here.delegation) is not None:
            dialog = ExportDialog(self._database, self.words, key, self.frame)
            dialog.saved.connect(self._tell_saved)
            dialog.archive_asked.connect(
                lambda path, has_traces: self.archives.give_out(key, path, has_traces=has_traces)
            )
            dialog.open()

    def _ask_template(self) -> None:
        if (key := self.here.delegation) is not None:
            self.templates.ask_save(key)

    def _ask_export(self) -> None:
        key = self.here.delegation
        if key is not None:
            with self._database.read() as session:
                title = record(session, Delegation, key).title
            self.archives.ask_export(key, title)

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


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
