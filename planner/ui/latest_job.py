"""LatestJob: work that is asked for again and again, of which only the newest counts."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from planner.domain.errors import PlannerError
from planner.ui.jobs import Job, Jobs

Progress = Callable[[int, int], None]
Make = Callable[[Progress], Any]


class LatestJob(QObject):
    """Asked again while it works, it drops what it was at and makes the newest."""

    started = Signal()
    progressed = Signal(int, int)
    made = Signal(object)
    refused = Signal(object)  # PlannerError
    cancelled = Signal()
    finished = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._running: Job | None = None
        self._next: Make | None = None
        self._is_cancelled = False

    @property
    def is_busy(self) -> bool:
        return self._running is not None

    def ask(self, make: Make) -> None:
        """Make this: `make(progress)` runs in a thread, with values only, for `made` to tell."""
        self._next = make
        if self._running is None:
            self._start(make)
        else:
            self._running.cancel()

    def cancel(self) -> None:
        self._next = None
        if self._running is not None:
            self._is_cancelled = True
            self._running.cancel()

    def _start(self, make: Make) -> None:
        self._next, self._is_cancelled = None, False
        job = Job(lambda job: make(job.report))
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._running = job
        self.started.emit()
        self._jobs.start(job)

    @property
    def _counts(self) -> bool:
        return self._next is None and not self._is_cancelled

    def _on_progressed(self, done: int, total: int) -> None:
        if self._counts:
            self.progressed.emit(done, total)

    def _on_succeeded(self, made: object) -> None:
        if self._counts:
            self.made.emit(made)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        if self._counts:
            self.refused.emit(error)

    def _on_finished(self) -> None:
        self._running = None
        if self._next is not None:
            self._start(self._next)
            return
        if self._is_cancelled:
            self.cancelled.emit()
        self.finished.emit()
