"""Makes a paper in a thread, always of the latest state, one at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from planner.domain.errors import PlannerError
from planner.ui.jobs import Job, Jobs

Progress = Callable[[int, int], None]
Make = Callable[[Progress], Any]


@dataclass(frozen=True)
class Asked:
    """One printing: what to run, with values only, so that any thread may."""

    make: Make


class Printer(QObject):
    """Asked again while it prints, it drops what it was at and prints the newest."""

    started = Signal()
    progressed = Signal(int, int)
    printed = Signal(object)
    refused = Signal(object)  # PlannerError
    finished = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._running: Job | None = None
        self._next: Asked | None = None

    @property
    def is_busy(self) -> bool:
        return self._running is not None

    def ask(self, make: Make) -> None:
        """Print this. `make(progress)` runs in a thread and gives what `printed` tells."""
        self._next = Asked(make)
        if self._running is None:
            self._start()
        else:
            self._running.cancel()

    def cancel(self) -> None:
        self._next = None
        if self._running is not None:
            self._running.cancel()

    def _start(self) -> None:
        asked, self._next = self._next, None
        if asked is None:
            return
        job = Job(lambda job: asked.make(job.report))
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._running = job
        self.started.emit()
        self._jobs.start(job)

    def _on_progressed(self, done: int, total: int) -> None:
        if self._next is None:
            self.progressed.emit(done, total)

    def _on_succeeded(self, made: object) -> None:
        if self._next is None:
            self.printed.emit(made)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, PlannerError):
            self.refused.emit(error)
        else:
            raise error

    def _on_finished(self) -> None:
        self._running = None
        if self._next is not None:
            self._start()
        else:
            self.finished.emit()
