"""PaperFile: a paper becomes a file – what would be wrong in it is named before."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.dossier import Dossier
from planner.domain.errors import PlannerError
from planner.output import write_file
from planner.printing import DOCX, ODT, PDF, Order, Printed, ending_of, make_paper
from planner.store.files import FileStore
from planner.ui.components.panels import Dialog
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.words import Words

_MOST_SENTENCES = 8


class PaperFile(QObject):
    """Asks where to, then writes: pages at once, other formats in a thread."""

    started = Signal(str)
    progressed = Signal(int, int)
    finished = Signal()
    saved = Signal(str)  # path
    refused = Signal(object)  # PlannerError

    def __init__(self, files: FileStore, jobs: Jobs, words: Words, home: QWidget) -> None:
        super().__init__(home)
        self._files = files
        self._words = words
        self._home = home
        self._writer = LatestJob(jobs, self)
        self._writer.progressed.connect(self.progressed)
        self._writer.refused.connect(self.refused)
        self._writer.finished.connect(self.finished)
        self._writer.made.connect(lambda path: self.saved.emit(str(path)))

    def ask_pdf(self, title: str, content: bytes, problems: Sequence[str]) -> Dialog | None:
        """The pages that are shown; a dialog first where they have problems."""
        if not problems:
            self._ask_where(title, PDF).fileSelected.connect(
                lambda path: self.write(Path(path), content)
            )
            return None
        dialog = Dialog(
            self.tr("Export with these problems?"),
            self.tr("Export all the same"),
            self._home.window(),
            reason="\n".join(problems[:_MOST_SENTENCES]),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.ask_pdf(title, content, ()))
        dialog.open()
        return dialog

    def ask_editable(
        self, title: str, dossier: Dossier, order: Order, earlier: Sequence[Dossier]
    ) -> None:
        self._ask_where(title, DOCX, ODT).fileSelected.connect(
            lambda path: self.make(Path(path), dossier, order, earlier)
        )

    def ask_made(
        self, title: str, dossier: Dossier, order: Order, earlier: Sequence[Dossier]
    ) -> None:
        """A PDF that is made anew for the file, in a thread."""
        self._ask_where(title, PDF).fileSelected.connect(
            lambda path: self.make(Path(path), dossier, order, earlier)
        )

    def write(self, path: Path, content: bytes) -> None:
        try:
            write_file(path, content)
        except PlannerError as error:
            self.refused.emit(error)
            return
        self.saved.emit(str(path))

    def make(self, path: Path, dossier: Dossier, order: Order, earlier: Sequence[Dossier]) -> None:
        """In the format that the ending says."""
        try:
            wanted = replace(order, ending=ending_of(path))
        except PlannerError as error:
            self.refused.emit(error)
            return
        files = self._files

        def work(progress: object) -> Path:
            printed: Printed = make_paper(
                dossier,
                wanted,
                files,
                earlier=earlier,
                progress=progress,  # type: ignore[arg-type]
            )
            write_file(path, printed.content)
            return path

        self.started.emit(self.tr("Writing {file}").format(file=path.name))
        self._writer.ask(work)

    def cancel(self) -> None:
        self._writer.cancel()

    def _ask_where(self, title: str, *endings: str) -> QFileDialog:
        names = {
            PDF: self.tr("PDF files (*.pdf)"),
            DOCX: self.tr("Word documents (*.docx)"),
            ODT: self.tr("OpenDocument texts (*.odt)"),
        }
        dialog = QFileDialog(self._home, self.tr("Export “{title}”").format(title=title))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([names[ending] for ending in endings])
        dialog.setDefaultSuffix(endings[0].removeprefix("."))
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(_suffix(chosen, names))
        )
        dialog.selectFile(title + endings[0])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog


def _suffix(chosen: str, names: dict[str, str]) -> str:
    ending = next((ending for ending, name in names.items() if name == chosen), PDF)
    return ending.removeprefix(".")
