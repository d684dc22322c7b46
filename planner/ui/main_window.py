"""MainWindow: makes the areas, hands them what they need, connects their signals. No logic."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from planner.domain.changes import ChangeSet, EditName
from planner.domain.delegation import Delegation, DelegationState
from planner.domain.errors import NotFound, PlannerError
from planner.exchange.bundle import SUFFIX, read_bundle, write_bundle
from planner.output import write_file
from planner.queries.delegation_list import delegation_lines
from planner.queries.dossiers import dossier
from planner.queries.records import record
from planner.queries.search_results import SearchLine
from planner.rules.notice import Spot
from planner.settings import Settings
from planner.store.database import Database
from planner.ui.appearance import Pigment
from planner.ui.components.sidebar import Place
from planner.ui.delegations.delegation_list_view import DelegationListView
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.itinerary.itinerary_view import ItineraryView
from planner.ui.jobs import Job, Jobs
from planner.ui.main_frame import MainFrame
from planner.ui.outcomes.follow_up_view import FollowUpView
from planner.ui.report.report_view import ReportView
from planner.ui.search.finder import Finder
from planner.ui.settings.settings_panel import SettingsPanel
from planner.ui.window_state import WindowState
from planner.usecases.imports import import_bundle, name_of_import
from planner.words import Words

STATE_ICONS = {
    DelegationState.DRAFT: Icon.HOLE,
    DelegationState.APPROVED: Icon.APPROVED,
    DelegationState.TRAVELLING: Icon.FLIGHT,
    DelegationState.REPORTING: Icon.PEN,
    DelegationState.FILED: Icon.ARCHIVED,
    DelegationState.CANCELLED: Icon.CANCELLED,
}
_LIST = "delegations"


@dataclass(frozen=True)
class Room:
    """Where one is: a page, and the delegation in hand there."""

    page: str
    delegation: UUID | None


class MainWindow(MainFrame):
    """The areas and the ways between them."""

    settings_changed = Signal(object)  # Settings
    closed = Signal()

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        settings: Settings,
        state: WindowState,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self._places(), parent)
        self._database = database
        self._jobs = jobs
        self._settings = settings
        self._state = state
        self.words = Words(settings.language)
        self.formats = Formats(self.words)
        self.editor = Editor(database, self._phrase, self)
        self._delegation: UUID | None = None
        self._here = Room(_LIST, None)
        self._behind: list[Room] = []
        self._ahead: list[Room] = []
        self._make_areas(today)
        self._make_menus()
        self._connect_areas()
        self._connect_frame()
        self.setWindowTitle(self.tr("Delegation Planner"))
        self.setAcceptDrops(True)
        if not state.follow_window("main", self):
            self.resize(1280, 800)
        self._restore_delegation()
        self._go(Room(_LIST, self._delegation), remember=False)
        self._tell_stack()
        self.sidebar.show_saved(self.tr("All saved"))

    def _places(self) -> tuple[Place, ...]:
        # the frame makes its sidebar before it is a widget that can translate
        tr = self.tr
        return (
            Place(_LIST, tr("Delegations"), Icon.DELEGATIONS),
            Place("itinerary", tr("Itinerary"), Icon.ROUTE, True),
            Place("outcomes", tr("Follow-ups"), Icon.OUTCOMES, True),
            Place("report", tr("Report"), Icon.REPORT, True),
        )

    def _make_areas(self, today: Callable[[], date]) -> None:
        database, editor = self._database, self.editor
        self.delegations = DelegationListView(database, editor, self.words, today)
        self.itinerary = ItineraryView(database, editor, self.words)
        self.follow_ups = FollowUpView(database, editor, self.formats, today)
        self.report = ReportView(database, editor, self._jobs, self.words, today)
        self.finder = Finder(database, self.words, self.palette_box, self._acts, self)
        self._pages: dict[str, QWidget] = {
            _LIST: self.delegations,
            "itinerary": self.itinerary,
            "outcomes": self.follow_ups,
            "report": self.report,
        }
        for key, page in self._pages.items():
            self.add_page(key, page)

    # Menus

    def _make_menus(self) -> None:
        bar = self.menuBar()
        self._make_file_menu(bar.addMenu(self.tr("&File")))
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addActions([self.undo, self.redo])
        edit.addSeparator()
        edit.addAction(self.search)
        self._make_view_menu(bar.addMenu(self.tr("&View")))
        self._make_go_menu(bar.addMenu(self.tr("&Go")))

    def _make_file_menu(self, menu: QMenu) -> None:
        self.take_in = self._act(self.tr("Import archive…"), "Ctrl+Shift+O", Icon.IMPORT)
        self.give_out = self._act(self.tr("Export archive…"), "Ctrl+Shift+S", Icon.ARCHIVED)
        self.quit = self._act(self.tr("Close the window"), QKeySequence.StandardKey.Close)
        menu.addActions([self.take_in, self.give_out])
        menu.addSeparator()
        menu.addAction(self.quit)
        self.take_in.triggered.connect(self._ask_import)
        self.give_out.triggered.connect(self._ask_export)
        self.quit.triggered.connect(self.close)

    def _make_view_menu(self, menu: QMenu) -> None:
        self._offer(
            menu, self.tr("Language"), "language", (("zh_TW", "繁體中文"), ("en", "English"))
        )
        schemes = (
            ("system", self.tr("As the desktop")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        )
        self._offer(menu, self.tr("Colours"), "scheme", schemes)
        contrast = menu.addAction(self.tr("High contrast"))
        contrast.setCheckable(True)
        contrast.setChecked(self._settings.high_contrast)
        contrast.toggled.connect(lambda chosen: self._change_settings("high_contrast", chosen))
        menu.addSeparator()
        steps = (
            (self.tr("Larger text"), QKeySequence.StandardKey.ZoomIn, 1.1),
            (self.tr("Smaller text"), QKeySequence.StandardKey.ZoomOut, 1 / 1.1),
        )
        for words, keys, factor in steps:
            act = self._act(words, keys)
            menu.addAction(act)
            act.triggered.connect(lambda _=False, factor=factor: self._scale_text(factor))

    def _make_go_menu(self, menu: QMenu) -> None:
        menu.addActions([self.back, self.forward])
        menu.addSeparator()
        self._ways: dict[str, QAction] = {}
        for number, place in enumerate(self._places(), 1):
            act = self._act(place.words, f"Ctrl+{number}", place.icon)
            act.triggered.connect(lambda _=False, key=place.key: self.go_to_place(key))
            self._ways[place.key] = act
            menu.addAction(act)
        menu.addSeparator()
        menu.addActions([self.next_region, self.previous_region])

    def _offer(
        self, menu: QMenu, words: str, name: str, choices: tuple[tuple[str, str], ...]
    ) -> None:
        """A submenu of which one is chosen: a setting by its name."""
        inner = menu.addMenu(words)
        group = QActionGroup(self)
        for value, label in choices:
            act = inner.addAction(label)
            act.setCheckable(True)
            act.setChecked(getattr(self._settings, name) == value)
            group.addAction(act)
            act.triggered.connect(lambda _=False, value=value: self._change_settings(name, value))

    def _act(
        self, words: str, keys: str | QKeySequence.StandardKey = "", icon: Icon | None = None
    ) -> QAction:
        act = QAction(words, self)
        act.setShortcut(QKeySequence(keys))
        act.setProperty("icon_name", icon.value if icon else None)
        return act

    def _acts(self) -> list[QAction]:
        """Everything the palette can run: the menus, then the page in front."""
        page = self._pages[self._here.page]
        menus: list[QMenu] = self.menuBar().findChildren(QMenu)
        acts = [act for menu in menus for act in menu.actions() if act.menu() is None]
        return [*page.actions(), *(act for act in acts if not act.isSeparator())]

    # Wiring

    def _connect_areas(self) -> None:
        self.delegations.opened.connect(self.open_delegation)
        self.delegations.totals_changed.connect(self.show_totals)
        self.itinerary.totals_changed.connect(self.show_totals)
        self.follow_ups.totals_changed.connect(self.show_totals)
        self.follow_ups.counted.connect(lambda count: self.sidebar.set_count("outcomes", count))
        self.report.status_changed.connect(self.show_totals)
        self.report.refused.connect(self._tell_refusal)
        self.report.saved.connect(
            lambda path: self.tell_done(self.tr("Saved as {path}").format(path=path))
        )
        self.report.spot_asked.connect(self._on_spot_asked)
        self.finder.record_asked.connect(self._on_record_asked)

    def _connect_frame(self) -> None:
        stack = self.editor.undo_stack
        self.undo.triggered.connect(stack.undo)
        self.redo.triggered.connect(stack.redo)
        stack.indexChanged.connect(self._tell_stack)
        self.editor.refused.connect(self._tell_refusal)
        self.editor.stored.connect(self._on_stored)
        self.editor.changed.connect(self._on_changed)
        self.place_asked.connect(self.go_to_place)
        self.trail_asked.connect(self.go_to_place)
        self.sidebar.delegation_asked.connect(lambda: self.go_to_place("itinerary"))
        self.sidebar.switch_asked.connect(lambda: self.go_to_place(_LIST))
        self.sidebar.settings_asked.connect(self._show_settings)
        self.back.triggered.connect(self._go_back)
        self.forward.triggered.connect(self._go_forward)

    # Where one is

    @property
    def place_keys(self) -> tuple[str, ...]:
        return tuple(self._pages)

    def open_delegation(self, key: UUID) -> None:
        self._go(Room("itinerary", key))

    def open_first_delegation(self) -> None:
        with self._database.read() as session:
            lines = delegation_lines(session)
        if lines:
            self.open_delegation(lines[0].key)

    def _restore_delegation(self) -> None:
        """The one in hand when the window was closed, where it is still there."""
        kept = self._state.value("delegation")
        try:
            key = UUID(kept)
            with self._database.read() as session:
                record(session, Delegation, key)
        except (ValueError, NotFound):
            return
        self._delegation = key

    def go_to_place(self, key: str) -> None:
        if key in self._pages:
            self._go(Room(key, self._delegation))

    def _go(self, room: Room, *, remember: bool = True) -> None:
        if remember and room != self._here:
            self._behind.append(self._here)
            self._ahead.clear()
        self._here = room
        self._delegation = room.delegation
        self.close_panel()
        title = self._show_in_hand()
        if self._delegation is not None:
            self.itinerary.show_delegation(self._delegation)
            self.report.show_delegation(self._delegation)
        self.follow_ups.show_delegation(self._delegation)
        self._show_room(room, title)

    def _show_room(self, room: Room, title: str) -> None:
        place = next(place for place in self._places() if place.key == room.page)
        trail = [(_LIST, self.tr("Delegations"))]
        if place.of_delegation:
            trail += [("itinerary", title), (place.key, place.words)]
        self.show_totals("")
        self.show_page(room.page, trail)
        acts = {
            _LIST: (self.delegations.add,),
            "itinerary": (self.itinerary.add,),
            "outcomes": (self.follow_ups.add,),
            "report": (self.report.export,),
        }
        self.show_acts(*acts[room.page])
        self.back.setEnabled(bool(self._behind))
        self.forward.setEnabled(bool(self._ahead))
        self.give_out.setEnabled(room.delegation is not None)
        for each in self._places():
            self._ways[each.key].setEnabled(not each.of_delegation or room.delegation is not None)
        self._pages[room.page].setFocus()

    def _show_in_hand(self) -> str:
        """Tell the sidebar which delegation is in hand; gives its title."""
        if self._delegation is None:
            self.sidebar.show_delegation("", "", Icon.DELEGATIONS)
            return ""
        with self._database.read() as session:
            delegation = record(session, Delegation, self._delegation)
        state = self.words.value(delegation.state)
        self.sidebar.show_delegation(delegation.title, state, STATE_ICONS[delegation.state])
        return delegation.title

    def _go_back(self) -> None:
        if self._behind:
            self._ahead.append(self._here)
            self._go(self._behind.pop(), remember=False)

    def _go_forward(self) -> None:
        if self._ahead:
            self._behind.append(self._here)
            self._go(self._ahead.pop(), remember=False)

    # What happened

    def _on_stored(self, name: EditName) -> None:
        self.withdraw()
        self.tell_done(self._phrase(name), self.editor.undo_stack.undo)

    def _on_changed(self, changes: ChangeSet) -> None:
        if not changes.touches(Delegation):
            return
        gone = {change.key for change in changes.changes if change.after is None}
        if self._delegation in gone:
            self._behind.clear()
            self._ahead.clear()
            self._go(Room(_LIST, None), remember=False)
        else:
            self._show_in_hand()

    def _tell_refusal(self, error: PlannerError) -> None:
        self.tell(self.words.error(error), Icon.MUST, Pigment.CINNABAR)

    def _tell_stack(self, _index: int = 0) -> None:
        stack = self.editor.undo_stack
        for act, can, plain, of in (
            (self.undo, stack.canUndo(), self.tr("Undo"), stack.undoText()),
            (self.redo, stack.canRedo(), self.tr("Redo"), stack.redoText()),
        ):
            act.setEnabled(can)
            act.setText(f"{plain} {of}".strip() if can else plain)

    def _phrase(self, name: EditName) -> str:
        return self.words(f"edit.{name.code}", **name.values)

    def _on_record_asked(self, line: SearchLine) -> None:
        pages = {"follow_up": "outcomes", "progress": "outcomes", "section": "report"}
        if line.delegation_id is not None:
            self._go(Room(pages.get(line.kind, "itinerary"), line.delegation_id))
        if line.kind == "stop":
            self.itinerary.choose_stop(line.key)

    def _on_spot_asked(self, spot: Spot) -> None:
        if spot.kind == "stop":
            self.go_to_place("itinerary")
            self.itinerary.choose_stop(spot.key)
        elif spot.kind == "follow_up":
            self.go_to_place("outcomes")

    # Settings and files

    def _show_settings(self) -> None:
        panel = SettingsPanel(self._settings, str(self._database.path))
        panel.closed.connect(self.close_panel)
        panel.changed.connect(self._take_settings)
        self.show_panel(panel)

    def _take_settings(self, settings: Settings) -> None:
        self._settings = settings
        # not from within the control that asks: a new language makes a new window
        QTimer.singleShot(0, lambda: self.settings_changed.emit(settings))

    def _change_settings(self, name: str, value: object) -> None:
        self._take_settings(self._settings.model_copy(update={name: value}))

    def _scale_text(self, factor: float) -> None:
        scaled = round(min(max(self._settings.text_scale * factor, 0.8), 3.0), 2)
        self._change_settings("text_scale", scaled)

    def _ask_import(self) -> None:
        dialog = self._file_dialog(self.tr("Import archive"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.fileSelected.connect(lambda path: self.import_archive(Path(path)))
        dialog.open()

    def _ask_export(self) -> None:
        dialog = self._file_dialog(self.tr("Export archive"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(lambda path: self.export_archive(Path(path)))
        dialog.open()

    def _file_dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(self.tr("Archives (*.planner)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def import_archive(self, path: Path) -> None:
        """Read it in a thread; what it holds is one edit."""
        job = Job(lambda job: read_bundle(path))
        job.succeeded.connect(
            lambda bundle: self.editor.run(
                name_of_import(bundle, path.name), lambda work: import_bundle(work, bundle)
            )
        )
        job.failed.connect(self._on_job_failed)
        self._jobs.start(job)

    def export_archive(self, path: Path) -> None:
        if self._delegation is None:
            return
        with self._database.read() as session:
            records = tuple(dossier(session, self._delegation).records())
        files = self._database.files
        job = Job(lambda job: write_file(path, write_bundle(records, files.read)))
        job.succeeded.connect(
            lambda _: self.tell_done(self.tr("Saved as {path}").format(path=path))
        )
        job.failed.connect(self._on_job_failed)
        self._jobs.start(job)

    def _on_job_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self._tell_refusal(error)

    # Qt's interface

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().endswith(SUFFIX) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.toLocalFile().endswith(SUFFIX):
                self.import_archive(Path(url.toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._state.remember("delegation", str(self._delegation or ""))
        self._state.keep()
        self.report.pages.clear()
        self.closed.emit()
        super().closeEvent(event)
