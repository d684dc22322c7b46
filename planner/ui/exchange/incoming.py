"""Files of other programs into the store: read in a thread, laid beside it, decided on."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from planner.domain.delegation import Delegation
from planner.exchange.incoming import SUFFIXES, booking_in, home_zone, read_incoming
from planner.exchange.reading.apart import ReadText
from planner.exchange.staged import ReadFile, StagedFile
from planner.queries.dossiers import dossier
from planner.queries.staging import staged
from planner.store.database import Database
from planner.ui.collector import many_rows
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
        self._lay_beside(path.name, partial(read_incoming, path))

    def take_booking(self, read: ReadText) -> None:
        """A confirmation whose text was read already."""
        self._lay_beside(read.name, partial(booking_in, read))

    def _lay_beside(self, name: str, tell: Callable[[Delegation | None, str], ReadFile]) -> None:
        """What `tell` makes of a file for a delegation and its zone, beside the store."""
        database, key = self._database, self._in_hand()

        def lay(job: Job) -> StagedFile:
            with database.read() as session:
                held = None if key is None else dossier(session, key)
            delegation, stops = (held.delegation, held.stops) if held else (None, ())
            read = tell(delegation, home_zone(stops))
            job.report(1, 1)  # what was cancelled meanwhile is not shown
            with many_rows(), database.read() as session:
                return staged(session, read)

        job = Job(lay)
        job.succeeded.connect(self.lay_out)
        self.start(job, self.tr("Reading {file}").format(file=name))

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
