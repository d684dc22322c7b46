"""PaperExports: the acts by which a paper leaves the window, as a file or on paper."""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.dossier import Dossier
from planner.papers.template import Edition
from planner.printing import Order, Printed, problem_text
from planner.store.files import FileStore
from planner.ui.actions import page_act
from planner.ui.components.notices import ProgressLine
from planner.ui.components.print_preview import PrintPreview
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.report.paper_bar import PaperBar
from planner.ui.report.paper_file import PaperFile
from planner.ui.traces_dialog import TracesDialog
from planner.words import Words


class Shown(Protocol):
    """The page that shows the paper."""

    @property
    def printed(self) -> Printed | None: ...

    @property
    def is_writing(self) -> bool: ...

    def read_now(self) -> tuple[Dossier, tuple[Dossier, ...]] | None:
        """What is stored, the last key that was typed included."""


class PaperExports(QObject):
    """While one writes, a file is made of what is written; else of the pages that are shown."""

    saved = Signal(str)  # path
    refused = Signal(object)  # PlannerError

    def __init__(
        self,
        shown: Shown,
        bar: PaperBar,
        files: FileStore,
        jobs: Jobs,
        words: Words,
        progress: ProgressLine,
        home: QWidget,
    ) -> None:
        super().__init__(home)
        self._shown, self._bar, self._words, self._home = shown, bar, words, home
        self.file = PaperFile(files, jobs, words, home)
        self.pdf = page_act(home, self.tr("Export PDF"), "Ctrl+E", Icon.EXPORT)
        self.editable = page_act(
            home, self.tr("Export for Word or Writer…"), "Ctrl+Shift+E", Icon.EXPORT
        )
        self.with_archive = page_act(
            home, self.tr("Export PDF with its records…"), "Ctrl+Alt+A", Icon.EXPORT
        )
        self.print = page_act(home, self.tr("Print…"), "Ctrl+P", Icon.PRINT)
        self._connect(progress)

    def _connect(self, progress: ProgressLine) -> None:
        self.pdf.triggered.connect(self.ask_pdf)
        self.editable.triggered.connect(self.ask_editable)
        self.with_archive.triggered.connect(self.ask_with_archive)
        self.print.triggered.connect(self.ask_print)
        self.file.saved.connect(self.saved)
        self.file.refused.connect(self.refused)
        progress.cancelled.connect(self.file.cancel)
        self.file.started.connect(progress.start)
        self.file.progressed.connect(progress.tell)
        self.file.finished.connect(progress.finish)

    def suit(self, has_delegation: bool) -> None:
        is_writing, is_shown = self._shown.is_writing, self._shown.printed is not None
        self.print.setEnabled(is_shown and not is_writing)
        for act in (self.pdf, self.editable, self.with_archive):
            act.setEnabled(has_delegation if is_writing else is_shown)

    def ask_pdf(self) -> None:
        """Where to? What would be printed wrongly is named first."""
        printed = self._shown.printed
        if self._shown.is_writing:
            self._ask_written(self._bar.order)
        elif printed is not None:
            self.file.ask_pdf(self._bar.title, printed.content, sentences(printed, self._words))

    def ask_print(self) -> None:
        if (printed := self._shown.printed) is not None:
            preview = PrintPreview(self._bar.title, self._home.window())
            preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            preview.show_pages(printed.content)
            preview.open()

    def ask_editable(self) -> None:
        if (read := self._shown.read_now()) is not None:
            found, earlier = read
            self.file.ask_editable(self._bar.title, found, self._bar.order, earlier)

    def ask_with_archive(self) -> None:
        """The file that is kept: it can be read back, field by field."""
        read = self._shown.read_now()
        if read is None:
            return
        order, (found, earlier) = replace(self._bar.order, has_archive=True), read
        if order.edition == Edition.PUBLIC or not found.photos:
            self.file.ask_made(self._bar.title, found, order, earlier)
            return
        title = self.tr("PDF that carries its records")
        dialog = TracesDialog(title, self._home.window())
        dialog.answered.connect(lambda told: self._ask_written(replace(order, has_traces=told)))
        dialog.open()

    def _ask_written(self, order: Order) -> None:
        if (read := self._shown.read_now()) is not None:
            found, earlier = read
            self.file.ask_made(self._bar.title, found, order, earlier)

    def save(self, path: Path) -> None:
        """Write the pages that are shown."""
        if (printed := self._shown.printed) is not None:
            self.file.write(path, printed.content)

    def cancel(self) -> None:
        self.file.cancel()


def sentences(printed: Printed, words: Words) -> list[str]:
    """What would stay blank or lead nowhere, each once."""
    return list(dict.fromkeys(problem_text(problem, words) for problem in printed.problems))
