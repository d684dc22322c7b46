"""Files of other programs into the store: read in a thread, laid beside it, decided on."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from planner.domain.delegation import Delegation
from planner.domain.errors import PlannerError
from planner.domain.stop import Stop
from planner.exchange.incoming import SUFFIXES, booking_in, home_zone, read_incoming
from planner.exchange.reading.apart import ReadText
from planner.exchange.staged import ReadFile, StagedFile
from planner.queries.dossiers import dossier
from planner.queries.staging import staged
from planner.store.database import Database
from planner.ui.components.notices import ProgressLine
from planner.ui.editor import Editor
from planner.ui.exchange.staging_dialog import StagingDialog
from planner.ui.jobs import Job, Jobs
from planner.ui.work_queue import WorkQueue
from planner.words import Words

ENDINGS = SUFFIXES


class Incoming(WorkQueue[Path]):
    """Takes calendars, contacts, lists, passes and mails, one after the other."""

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
        """`in_hand` tells the delegation that lists and bookings are for."""
        super().__init__(jobs, progress, home)
        self._database, self._editor = database, editor
        self._words, self._in_hand = words, in_hand
        self._laid: list[tuple[StagedFile, Callable[[], None] | None]] = []
        self.dialog: StagingDialog | None = None

    @property
    def is_asking(self) -> bool:
        return self.dialog is not None

    def begin(self, path: Path) -> None:
        delegation, stops = self._held()
        zone = home_zone(stops)
        job = Job(lambda job: _read(path, delegation, zone, job))
        job.succeeded.connect(self._show)
        self.start(job, self.tr("Reading {file}").format(file=path.name))

    def take_booking(self, read: ReadText) -> None:
        """A confirmation whose text was read already."""
        delegation, stops = self._held()
        try:
            self._show(booking_in(read, delegation, home_zone(stops)))
        except PlannerError as error:
            self.refused.emit(error)

    def _held(self) -> tuple[Delegation | None, Sequence[Stop]]:
        key = self._in_hand()
        if key is None:
            return None, ()
        with self._database.read() as session:
            held = dossier(session, key)
        return held.delegation, held.stops

    def _show(self, read: ReadFile) -> None:
        with self._database.read() as session:
            self.lay_out(staged(session, read))

    def lay_out(self, file: StagedFile, taken: Callable[[], None] | None = None) -> None:
        """Ask about a file beside the store; one after the other. `taken` is called if it is."""
        if self.dialog is not None:
            self._laid.append((file, taken))
            return
        self.dialog = StagingDialog(file, self._editor, self._words, self._home)
        if taken is not None:
            self.dialog.imported.connect(taken)
        self.dialog.finished.connect(lambda _: self._on_decided())
        self.dialog.open()

    def _on_decided(self) -> None:
        self.dialog = None
        if self._laid:
            self.lay_out(*self._laid.pop(0))
        self.go_on()


def _read(path: Path, delegation: Delegation | None, zone: str, job: Job) -> ReadFile:
    """Read whole; what was cancelled meanwhile is not shown."""
    read = read_incoming(path, delegation, zone)
    job.report(1, 1)
    return read
