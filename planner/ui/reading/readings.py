"""Earlier reports from files: read apart from the window, then laid open for review."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.errors import PlannerError
from planner.exchange.attached import carries_archive
from planner.exchange.bundle import SUFFIX
from planner.exchange.reading.apart import ReadText, read_apart
from planner.store.database import Database
from planner.ui.components.notices import ProgressLine
from planner.ui.components.panels import Dialog
from planner.ui.editor import Editor
from planner.ui.jobs import Job, Jobs
from planner.ui.reading.review_dialog import ReviewDialog
from planner.words import Words

ENDINGS = (".txt", ".docx", ".odt", ".pdf", ".md")


class Readings(QObject):
    """Asks for a file, reads it in a process of its own, and shows what was found."""

    chosen = Signal(list)  # paths to be read
    archive_chosen = Signal(list)  # paths of reports whose own records are to be taken in
    imported = Signal(object)  # id of the delegation that findings went into
    refused = Signal(object)  # PlannerError

    def __init__(
        self,
        database: Database,
        editor: Editor,
        jobs: Jobs,
        words: Words,
        progress: ProgressLine,
        in_hand: Callable[[], UUID | None],
        home: QWidget,
    ) -> None:
        """`in_hand` tells which delegation findings most likely belong to."""
        super().__init__(home)
        self._database, self._editor, self._jobs = database, editor, jobs
        self._words, self._progress, self._in_hand = words, progress, in_hand
        self._home = home
        self._waiting: list[Path] = []
        self._running: Job | None = None
        self.dialog: ReviewDialog | None = None
        self.question: Dialog | None = None
        progress.cancelled.connect(self.cancel)

    def ask(self) -> None:
        dialog = QFileDialog(self._home, self.tr("Read an earlier report"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*{ending}" for ending in ENDINGS)
        dialog.setNameFilter(self.tr("Reports ({endings})").format(endings=endings))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.chosen.emit([Path(name) for name in names]))
        dialog.open()

    def read(self, paths: Sequence[Path]) -> None:
        """One after the other: the next is read when the one before is decided on."""
        self._waiting += paths
        self._read_next()

    def cancel(self) -> None:
        self._waiting.clear()
        if self._running is not None:
            self._running.cancel()

    def _read_next(self) -> None:
        if not self._waiting or self._running is not None or self.dialog or self.question:
            return
        path = self._waiting.pop(0)
        self._start(path, Job(lambda job: _read_or_none(path, job)))

    def _start(self, path: Path, job: Job) -> None:
        job.succeeded.connect(lambda read: self._show(read) if read else self._ask_which(path))
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._running = job
        self._progress.start(self.tr("Reading {file}").format(file=path.name))
        self._jobs.start(job)

    def _ask_which(self, path: Path) -> None:
        """A report that we wrote carries its records: they are surer than any reading of it."""
        self.question = Dialog(
            self.tr("This report carries its own records"),
            self.tr("Import the records"),
            self._home,
            safe=self.tr("Read as a report"),
            reason=self.tr("“{file}” holds the delegation as it was when it was printed.").format(
                file=path.name
            ),
        )
        self.question.accepted.connect(lambda: self.archive_chosen.emit([path]))
        self.question.rejected.connect(lambda: self._read_all_the_same(path))
        self.question.finished.connect(self._on_answered)
        self.question.open()

    def _on_answered(self) -> None:
        if self.question is not None:
            self.question.deleteLater()
        self.question = None
        self._read_next()

    def _read_all_the_same(self, path: Path) -> None:
        self._start(path, Job(lambda job: read_apart(path, lambda: job.report(0, 0))))

    def _show(self, read: ReadText) -> None:
        self.dialog = ReviewDialog(
            self._database, self._editor, self._words, read, self._in_hand(), self._home
        )
        self.dialog.imported.connect(self.imported)
        self.dialog.finished.connect(lambda _: self._on_decided())
        self.dialog.open()

    def _on_decided(self) -> None:
        self.dialog = None
        self._read_next()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self.refused.emit(error)

    def _on_finished(self) -> None:
        self._running = None
        self._progress.finish()
        self._read_next()


def _read_or_none(path: Path, job: Job) -> ReadText | None:
    """None for a report that carries its own records, about which somebody is asked first."""
    if carries_archive(path, SUFFIX):
        return None
    return read_apart(path, lambda: job.report(0, 0))
