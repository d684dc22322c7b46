"""Earlier reports from files: read apart from the window, then laid open for review."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.exchange.attached import carries_archive
from planner.exchange.booking_marks import is_booking
from planner.exchange.bundle import SUFFIX
from planner.exchange.reading.apart import ReadText, read_apart
from planner.store.database import Database
from planner.ui.components.notices import ProgressLine
from planner.ui.components.panels import Dialog
from planner.ui.editor import Editor
from planner.ui.jobs import Job, Jobs
from planner.ui.reading.review_dialog import ReviewDialog
from planner.ui.work_queue import WorkQueue
from planner.words import Words

ENDINGS = (".txt", ".docx", ".odt", ".pdf", ".md")


class Readings(WorkQueue[Path]):
    """Asks for a file, reads it in a process of its own, and shows what was found."""

    chosen = Signal(list)  # paths to be read
    archive_chosen = Signal(list)  # paths of reports whose own records are to be taken in
    booking_chosen = Signal(object)  # ReadText of a confirmation that is to be taken in
    imported = Signal(object)  # id of the delegation that findings went into

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
        super().__init__(jobs, progress, home)
        self._database, self._editor = database, editor
        self._words, self._in_hand = words, in_hand
        self.dialog: ReviewDialog | None = None
        self.question: Dialog | None = None

    @property
    def is_asking(self) -> bool:
        return bool(self.dialog or self.question)

    def ask(self) -> None:
        dialog = QFileDialog(self._home, self.tr("Read an earlier report"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*{ending}" for ending in ENDINGS)
        dialog.setNameFilter(self.tr("Reports ({endings})").format(endings=endings))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.chosen.emit([Path(name) for name in names]))
        dialog.open()

    def begin(self, path: Path) -> None:
        self._read(path, Job(lambda job: _read_or_none(path, job)))

    def _read(self, path: Path, job: Job) -> None:
        job.succeeded.connect(lambda read: self._show(read) if read else self._ask_which(path))
        self.start(job, self.tr("Reading {file}").format(file=path.name))

    def _ask_which(self, path: Path) -> None:
        """A report that we wrote carries its records: they are surer than any reading of it."""
        question = self._ask(
            self.tr("This report carries its own records"),
            self.tr("Import the records"),
            self.tr("“{file}” holds the delegation as it was when it was printed."),
            path.name,
        )
        question.accepted.connect(lambda: self.archive_chosen.emit([path]))
        question.rejected.connect(lambda: self._read_all_the_same(path))

    def _ask(self, title: str, act: str, reason: str, file: str) -> Dialog:
        """The safe answer reads the file as a report."""
        question = Dialog(
            title,
            act,
            self._home,
            safe=self.tr("Read as a report"),
            reason=reason.format(file=file),
        )
        self.question = question
        question.finished.connect(self._on_answered)
        question.open()
        return question

    def _on_answered(self) -> None:
        if self.question is not None:
            self.question.deleteLater()
        self.question = None
        self.go_on()

    def _read_all_the_same(self, path: Path) -> None:
        self._read(path, Job(lambda job: read_apart(path, lambda: job.report(0, 0))))

    def _show(self, read: ReadText) -> None:
        if is_booking(read.text):
            self._ask_booking(read)
        else:
            self._review(read)

    def _ask_booking(self, read: ReadText) -> None:
        """A short text with a reference and a journey may be a ticket, or a report of one day."""
        question = self._ask(
            self.tr("This reads as a booking"),
            self.tr("Import the booking"),
            self.tr("“{file}” tells of flights, trains or nights under a reference."),
            read.name,
        )
        question.accepted.connect(lambda: self.booking_chosen.emit(read))
        question.rejected.connect(lambda: self._review(read))

    def _review(self, read: ReadText) -> None:
        self.dialog = ReviewDialog(
            self._database, self._editor, self._words, read, self._in_hand(), self._home
        )
        self.dialog.imported.connect(self.imported)
        self.dialog.finished.connect(lambda _: self._on_decided())
        self.dialog.open()

    def _on_decided(self) -> None:
        self.dialog = None
        self.go_on()


def _read_or_none(path: Path, job: Job) -> ReadText | None:
    """None for a report that carries its own records, about which somebody is asked first."""
    if carries_archive(path, SUFFIX):
        return None
    return read_apart(path, lambda: job.report(0, 0))
