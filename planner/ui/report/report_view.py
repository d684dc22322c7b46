"""ReportView: a paper as it will print, its problems beside it, and the file it becomes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QFileDialog, QSplitter, QWidget

from planner.domain.changes import ChangeSet
from planner.domain.errors import PlannerError
from planner.output import write_file
from planner.printing import Order, Printed, make_paper, paper_choices, problem_text, profile_of
from planner.queries.dossiers import dossier
from planner.queries.earlier import earlier_dossiers
from planner.rules.check import check
from planner.rules.notice import Notice, Severity
from planner.store.database import Database
from planner.typesetting.keeping import ExportCache
from planner.ui.appearance import Ground, Pigment, Type
from planner.ui.components.boxes import Column, Hairline, Row, Surface
from planner.ui.components.buttons import Choice, IconButton, SegmentedControl
from planner.ui.components.cards import EmptyState
from planner.ui.components.labels import Label, SectionHeading
from planner.ui.components.notices import ProgressLine
from planner.ui.components.row_table import RowTable
from planner.ui.editor import Editor
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.report.page_view import PageView
from planner.ui.report.printing_job import Printer
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel
from planner.words import Words

VISIT_REPORT = "visit-report"
_REST = 250  # milliseconds without a change before the pages are set anew

_SEVERITY_ICONS = {
    Severity.MUST: (Icon.MUST, Pigment.CINNABAR),
    Severity.SHOULD: (Icon.WARNING, Pigment.GAMBOGE),
    Severity.HINT: (Icon.INFO, Pigment.INK2),
}


@dataclass(frozen=True)
class ProblemLine:
    """One notice as the list shows it."""

    key: str
    notice: Notice
    place: str
    text: str


class ReportView(QWidget):
    """Papers of the delegation in hand. Reads on the main thread, prints in another."""

    spot_asked = Signal(object)  # Spot: where a problem can be mended
    saved = Signal(str)  # path
    refused = Signal(object)  # PlannerError
    status_changed = Signal(str)

    def __init__(
        self,
        database: Database,
        editor: Editor,
        jobs: Jobs,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._words = words
        self._today = today
        self._delegation: UUID | None = None
        self._order = Order(VISIT_REPORT)
        self._cache = ExportCache()
        self._printed: Printed | None = None
        self._is_stale = True
        self._printer = Printer(jobs, self)
        self._rests = QTimer(self, singleShot=True, interval=_REST)
        self._build()
        self._connect(editor)

    def _build(self) -> None:
        self.paper = QComboBox()
        self.paper.setAccessibleName(self.tr("Paper"))
        for key, title in paper_choices(self._words):
            self.paper.addItem(title, key)
        self.paper.setCurrentIndex(max(self.paper.findData(VISIT_REPORT), 0))
        self.edition = SegmentedControl(
            [
                Choice("internal", self.tr("Internal")),
                Choice("public", self.tr("Public")),
            ],
            self.tr("Edition"),
        )
        self.smaller = IconButton(Icon.MINUS, self.tr("Smaller"), Pigment.INK2, "-")
        self.larger = IconButton(Icon.PLUS, self.tr("Larger"), Pigment.INK2, "+")
        self.page_number = Label("", Type.SMALL, Pigment.INK2)
        self.pages = PageView(self.tr("Pages of the paper"))
        self.progress = ProgressLine()
        self.export = QAction(self.tr("Export PDF"), self)
        self.export.setShortcut(QKeySequence("Ctrl+E"))
        self.export.setProperty("icon_name", Icon.EXPORT.value)
        self.export.setEnabled(False)
        self.addAction(self.export)
        self._build_problems()
        bar = Row(
            self.paper,
            self.edition,
            None,
            self.page_number,
            self.smaller,
            self.larger,
            margins=(16, 8, 16, 8),
            spacing=8,
        )
        desk = Surface(Ground.SUNK)
        column = Column(bar, Hairline(), self.progress, self.pages, spacing=0)
        column.setStretch(3, 1)
        desk.setLayout(column)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(desk)
        self._split.addWidget(self._problem_side)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([720, 360])
        self.setLayout(Column(self._split))

    def _build_problems(self) -> None:
        columns: list[TableColumn[ProblemLine]] = [
            TableColumn(
                self.tr("Problem"),
                lambda line: line.text,
                icon=lambda line: _SEVERITY_ICONS[line.notice.severity][0],
                icon_pigment=lambda line: _SEVERITY_ICONS[line.notice.severity][1],
                second=lambda line: line.place,
            )
        ]
        self.problem_model = RowTableModel(columns, self)
        self.problems = RowTable(self.problem_model, self.tr("Problems"), height=48, headed=False)
        self.problem_heading = SectionHeading(self.tr("Problems"))
        self.nothing = EmptyState(
            self.tr("Nothing is lacking"), self.tr("The rules of the profile find no problem.")
        )
        side = Column(self.problem_heading, self.problems, self.nothing, margins=(16, 12, 8, 8))
        side.setStretch(1, 1)
        self._problem_side = Surface(Ground.SHEET)
        self._problem_side.setLayout(side)

    def _connect(self, editor: Editor) -> None:
        self.paper.currentIndexChanged.connect(self._on_paper_chosen)
        self.edition.chosen.connect(self._on_edition_chosen)
        self.smaller.clicked.connect(lambda: self.pages.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.pages.zoom_by(1))
        self.pages.page_changed.connect(self._on_page_changed)
        self.export.triggered.connect(self.ask_where)
        self.problems.opened.connect(self._on_problem_opened)
        self.progress.cancelled.connect(self._printer.cancel)
        self._rests.timeout.connect(self.reload)
        editor.changed.connect(self._on_changed)
        self._printer.started.connect(lambda: self.progress.start(self.tr("Setting the pages")))
        self._printer.progressed.connect(self.progress.tell)
        self._printer.printed.connect(self._on_printed)
        self._printer.refused.connect(self.refused)
        self._printer.finished.connect(self.progress.finish)

    # What is shown

    def show_delegation(self, key: UUID) -> None:
        if key != self._delegation:
            self._delegation = key
            self._printed = None
            self.export.setEnabled(False)
            self.pages.clear()
        self._is_stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Read the dossier now; set the pages in a thread."""
        if self._delegation is None:
            return
        self._is_stale = False
        with self._database.read() as session:
            found = dossier(session, self._delegation)
            earlier = earlier_dossiers(session, found)
        order, files, cache = self._order, self._database.files, self._cache
        profile = profile_of(found, order.profile)
        self._show_problems(check(found, profile, self._today(), earlier=earlier))
        self._printer.ask(
            lambda progress: make_paper(
                found, order, files, earlier=earlier, progress=progress, cache=cache
            )
        )

    def _show_problems(self, notices: tuple[Notice, ...]) -> None:
        lines = [
            ProblemLine(
                f"{number} {notice.fingerprint}",
                notice,
                notice.where.name or self._words.kind(notice.where.kind),
                self._words(f"rule.{notice.rule}", **notice.context),
            )
            for number, notice in enumerate(notices)
        ]
        self.problem_model.show(lines)
        self.problem_heading.set_count(len(lines))
        self.problems.setVisible(bool(lines))
        self.nothing.setVisible(not lines)

    def _on_printed(self, printed: Printed) -> None:
        self._printed = printed
        self.pages.show_pdf(printed.content)
        self.export.setEnabled(True)
        self.status_changed.emit(
            " ".join(problem_text(problem, self._words) for problem in printed.problems[:3])
        )

    def _on_page_changed(self, number: int, total: int) -> None:
        self.page_number.setText(
            self.tr("Page {number} of {total}").format(number=number, total=total) if total else ""
        )

    # What one does

    def ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Export PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.selectFile(f"{self.paper.currentText()}.pdf")
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the pages that are shown."""
        if self._printed is None:
            return
        try:
            write_file(path, self._printed.content)
        except PlannerError as error:
            self.refused.emit(error)
            return
        self.saved.emit(str(path))

    def _on_paper_chosen(self) -> None:
        self._order = replace(self._order, kind=self.paper.currentData())
        self.reload()

    def _on_edition_chosen(self, edition: str) -> None:
        self._order = replace(self._order, edition=edition)
        self.reload()

    def _on_problem_opened(self, key: str) -> None:
        row = self.problem_model.row_of(key)
        self.spot_asked.emit(self.problem_model.rows[row].notice.where)

    def _on_changed(self, changes: ChangeSet) -> None:
        """Any record may stand in a paper; the pages wait until one rests."""
        self._is_stale = True
        if self.isVisible():
            self._rests.start()

    # Qt's interface

    def showEvent(self, event: object) -> None:
        if self._is_stale:
            self.reload()
