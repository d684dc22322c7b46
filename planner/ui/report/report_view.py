"""ReportView: a paper as it will print, its problems beside it, and the file it becomes."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from planner.domain.dossier import Dossier
from planner.domain.errors import PlannerError
from planner.papers.visit_report import VISIT_REPORT
from planner.printing import Printed, font_choices, make_paper, profile_of
from planner.queries.dossiers import dossier
from planner.queries.earlier import earlier_dossiers
from planner.rules.notice import Notice, Spot
from planner.store.database import Database
from planner.typesetting.keeping import ExportCache
from planner.ui.accepting import Accepting
from planner.ui.actions import page_act
from planner.ui.appearance import px
from planner.ui.components.boxes import Column
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.live_page import LivePage
from planner.ui.report.checker import Checker
from planner.ui.report.paper_bar import PaperBar
from planner.ui.report.paper_desk import PaperDesk
from planner.ui.report.paper_exports import PaperExports
from planner.ui.report.paper_look import LookDialog
from planner.ui.report.problem_side import ProblemSide
from planner.ui.report.writing_room import WritingRoom
from planner.ui.window_state import WindowState

_REST = 250  # milliseconds without a change before the pages are set anew
_WRITES = "write"


class ReportView(LivePage):
    """Papers of the delegation in hand. Reads on the main thread, prints in another."""

    spot_asked = Signal(object)  # Spot: where a problem can be mended
    saved = Signal(str)  # path
    refused = Signal(object)  # PlannerError
    totals_changed = Signal(str)
    keys_changed = Signal()

    def __init__(
        self,
        database: Database,
        editor: Editor,
        jobs: Jobs,
        formats: Formats,
        state: WindowState,
        today: Callable[[], date],
        can_go: Callable[[Spot], bool] = lambda spot: False,
        parent: QWidget | None = None,
    ) -> None:
        """`can_go` says whether the window has a place where a spot can be mended."""
        super().__init__(parent)
        self._database = database
        self._state = state
        self._room: WritingRoom | None = None
        self._words = formats.words
        self._today = today
        self._delegation: UUID | None = None
        self._dossier: Dossier | None = None
        self._earlier: tuple[Dossier, ...] = ()
        self._open_count: int | None = None  # until the pages are checked
        self._cache = ExportCache()
        self._checker = Checker(jobs, today, self)
        self._font_finder = LatestJob(jobs, self)
        self._rests = QTimer(self, singleShot=True, interval=_REST)
        self.bar = PaperBar(formats.words, state)
        self.bar.offer_periods(today())
        self.problems = ProblemSide(
            formats,
            lambda spot: can_go(spot) or (self._room is not None and spot.kind == "section"),
        )
        self.accepting = Accepting(editor, formats.words, today, database.who, self)
        self.desk = PaperDesk(jobs, formats.words, self.bar)
        self.pages = self.desk.pages
        self._lay_out()
        self.exports = PaperExports(
            self, self.bar, database.files, jobs, formats.words, self.desk.progress, self
        )
        self._make_actions()
        self._connect(editor)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        if self._room is not None and self.is_writing:
            return (*self._room.keys, ("Ctrl Shift W", self.tr("Pages")))
        return (
            ("PgUp PgDn", self.tr("Page")),
            ("+ −", self.tr("Zoom")),
            ("0 9", self.tr("Fit width or page")),
            ("F8", self.tr("Next problem")),
            ("Ctrl E", self.tr("Export")),
            ("Ctrl P", self.tr("Print")),
            ("Ctrl Shift W", self.tr("Write")),
        )

    @property
    def header_acts(self) -> tuple[QAction, QAction]:
        """While one writes, how far the last version is; before, the way to the text."""
        return (self.final if self.is_writing else self.write, self.exports.pdf)

    @property
    def printed(self) -> Printed | None:
        """The pages that are shown."""
        return self.desk.printed

    @property
    def is_printing(self) -> bool:
        """Whether pages are being set."""
        return self.desk.is_printing

    def _lay_out(self) -> None:
        self.split = QSplitter()
        self.split.addWidget(self.desk)
        self.split.addWidget(self.problems)
        self.split.setStretchFactor(0, 1)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([px(720), px(352)])
        self._ways = QStackedWidget()
        self._ways.addWidget(self.split)
        self.setLayout(Column(self._ways))
        self.setFocusProxy(self.pages)

    def take_in(self, room: WritingRoom) -> None:
        """Where the report is written; the act that goes there leads back as well."""
        self._room = room
        self._ways.addWidget(room)
        room.checked.connect(self._tell_final)
        room.pages_asked.connect(lambda: self.write.setChecked(False))
        self.final.setVisible(True)
        self.write.setVisible(True)
        self.write.setChecked(self._state.value("report_way") == _WRITES)

    @property
    def is_writing(self) -> bool:
        return self._room is not None and self._ways.currentWidget() is self._room

    def _turn(self, writes: bool) -> None:
        """Only what is seen is read and set anew."""
        if self._room is None:
            return
        self._state.remember("report_way", _WRITES if writes else "")
        self.write.setText(self.tr("Pages") if writes else self.tr("Write"))
        self._ways.setCurrentWidget(self._room if writes else self.split)
        self.setFocusProxy(self._room if writes else self.pages)
        self._tell_final()
        self._tell_exports()
        for act in (self.next_problem, self.previous_problem):
            act.setVisible(not writes)  # the room has its own under the same keys
        for act in self._room.actions():
            if writes:
                self.addAction(act)  # so that menu, palette and sheet of keys have it too
            else:
                self.removeAction(act)
        if writes:
            self.bar.choose_paper(VISIT_REPORT.key)
        if writes and self._delegation is not None:
            self._room.show_delegation(self._delegation)
        else:
            self.refresh_if_seen()
        if self.isVisible():
            self.setFocus()
        self.keys_changed.emit()

    def _make_actions(self) -> None:
        self.next_problem = page_act(self, self.tr("Next problem"), "F8", Icon.WARNING)
        self.previous_problem = page_act(
            self, self.tr("Previous problem"), "Shift+F8", Icon.WARNING
        )
        self.write = page_act(self, self.tr("Write"), "Ctrl+Shift+W", Icon.PEN)
        self.write.setCheckable(True)
        self.write.setVisible(False)
        self.final = page_act(self, self.tr("Make it final…"), "", Icon.DONE)
        self.final.setVisible(False)
        self._tell_final()
        self._tell_exports()

    def _connect(self, editor: Editor) -> None:
        self.bar.order_changed.connect(self.reload)
        self.bar.look_asked.connect(self.ask_look)
        self.bar.zoom_asked.connect(self.pages.zoom_by)
        self.bar.fit_asked.connect(self.pages.fit)
        self.bar.page_asked.connect(self.pages.go_to_page)
        self.pages.page_changed.connect(self.bar.show_page)
        self.pages.zoom_changed.connect(self.bar.show_zoom)
        self.problems.spot_asked.connect(self._go_to_spot)
        self.problems.accept_asked.connect(self._ask_acceptance)
        self.problems.withdraw_asked.connect(self._withdraw)
        self.next_problem.triggered.connect(lambda: self.problems.step(1))
        self.previous_problem.triggered.connect(lambda: self.problems.step(-1))
        self.desk.again_asked.connect(self.reload)
        self.write.toggled.connect(self._turn)
        self.final.triggered.connect(self._ask_final)
        self._rests.timeout.connect(self.reload)
        self.follow(editor)
        self._connect_jobs()

    def _connect_jobs(self) -> None:
        self.desk.shown.connect(self._on_shown)
        self.desk.refused.connect(self.refused)
        self._checker.made.connect(self._on_checked)
        self._checker.refused.connect(self.refused)
        self.exports.saved.connect(self.saved)
        self.exports.refused.connect(self.refused)

    # What is shown

    def show_delegation(self, key: UUID) -> None:
        if key != self._delegation:
            self._delegation = key
            self.desk.clear()
            self.problems.show_notices(())
            self._open_count = None
            self._tell_final()
            self._tell_exports()
            self.is_stale = True
        if self._room is not None and self.is_writing:
            self._room.show_delegation(key)
        else:
            self.refresh_if_seen()

    def choose_paper(self, key: str) -> None:
        self.write.setChecked(False)
        self.bar.choose_paper(key)

    def reload(self) -> None:
        """Read the dossier now; check it and set the pages in threads."""
        if self._delegation is None:
            return
        self.is_stale = self.is_writing
        self._rests.stop()
        if self.is_writing:  # the room sets its own pages
            return
        found, earlier = self._read(self._delegation)
        order, files, cache = self.bar.order, self._database.files, self._cache
        try:
            profile = profile_of(found, order.profile)
        except PlannerError as error:
            self.refused.emit(error)
            return
        self.problems.show_deadline(found.delegation, profile, self._today())
        self._checker.check(found, profile, earlier, order.language or "")
        self.desk.print_paper(
            lambda progress: make_paper(
                found, order, files, earlier=earlier, progress=progress, cache=cache
            )
        )

    def _read(self, key: UUID) -> tuple[Dossier, tuple[Dossier, ...]]:
        with self._database.read() as session:
            self._dossier = dossier(session, key)
            self._earlier = earlier_dossiers(session, self._dossier)
        return self._dossier, self._earlier

    def close_paper(self) -> None:
        """The window goes: stop what runs, and let go of the file."""
        if self._room is not None:
            self._room.close_paper()
        self.desk.close_paper()
        self._checker.cancel()
        self._font_finder.cancel()
        self.exports.cancel()

    def _on_checked(self, notices: Sequence[Notice]) -> None:
        accepted = self._dossier.accepted if self._dossier else {}
        self.problems.show_notices(notices, accepted)
        self._open_count = self.problems.open_count
        self._tell_final()

    def _on_shown(self) -> None:
        self._tell_exports()
        self.totals_changed.emit(self.tr("%n page(s)", "", self.pages.page_count))

    def _tell_final(self) -> None:
        """How far it is from the last version; out of reach until that is known."""
        room = self._room if self.is_writing else None
        count = room.open_count if room is not None else self._open_count
        self.final.setEnabled(count is not None)
        self.final.setProperty("icon_name", "" if count else Icon.DONE.value)
        self.final.setText(
            self.tr("Final: %n left", "", count) if count else self.tr("Make it final…")
        )

    def _tell_exports(self) -> None:
        self.exports.suit(self._delegation is not None)

    # What one does

    def _go_to_spot(self, spot: Spot) -> None:
        """What is wrong in the text is mended where it is written."""
        if self._room is None or spot.kind != "section":
            self.spot_asked.emit(spot)
            return
        self.write.setChecked(True)
        self._room.go_to_spot(spot)

    def _ask_acceptance(self, notice: Notice) -> None:
        if self._delegation is not None:
            self.accepting.ask(self._delegation, notice)

    def _withdraw(self, notice: Notice) -> None:
        if self._delegation is not None:
            self.accepting.withdraw(self._delegation, notice)

    def _ask_final(self) -> None:
        """With nothing left to mend; else the way to what is."""
        if self._room is not None and self.is_writing:
            self._room.ask_final()
        elif self._open_count:
            self.problems.step(1)
        elif self._room is not None:
            self._room.ask_final(self._dossier)

    def ask_look(self) -> None:
        """Fonts, watermark, line numbers; the machine's fonts are sought in a thread."""
        dialog = LookDialog(self.bar.look, self._words, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.bar.wear(dialog.look))
        self._font_finder.made.connect(dialog.offer_fonts)
        self._font_finder.ask(lambda progress: font_choices())
        dialog.open()

    def read_now(self) -> tuple[Dossier, tuple[Dossier, ...]] | None:
        """What is stored, the last key that was typed included."""
        if self._delegation is None:
            return None
        if self._room is not None:
            self._room.keep()
        return self._read(self._delegation)

    def outdate(self) -> None:
        """The pages wait until one rests."""
        self.is_stale, self._open_count = True, None
        self._tell_final()
        if self.isVisible() and not self.is_writing:
            self._rests.start()

    def refresh(self) -> None:
        if not self.is_writing:  # the room sets its own pages
            super().refresh()
