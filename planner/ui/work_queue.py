"""WorkQueue: one piece of work after the other, each in a thread, with progress and cancel."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.ui.components.notices import ProgressLine
from planner.ui.jobs import Job, Jobs

ItemT = TypeVar("ItemT")


class WorkQueue(QObject, Generic[ItemT]):
    """What needs a decision holds the items behind it; `go_on` is called when it is made."""

    refused = Signal(object)  # PlannerError

    def __init__(self, jobs: Jobs, progress: ProgressLine, home: QWidget) -> None:
        super().__init__(home)
        self._jobs, self._progress, self._home = jobs, progress, home
        self._waiting: list[ItemT] = []
        self._running: Job | None = None
        progress.cancelled.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        return self._running is not None

    def take_in(self, items: Iterable[ItemT]) -> None:
        self._waiting += items
        self.go_on()

    def cancel(self) -> None:
        self._waiting.clear()
        if self._running is not None:
            self._running.cancel()

    def go_on(self) -> None:
        if self._waiting and self._running is None and not self.is_asking:
            self.begin(self._waiting.pop(0))

    @property
    def is_asking(self) -> bool:
        """Whether somebody is deciding on the item before."""
        return False

    def begin(self, item: ItemT) -> None:
        """Start on one; each kind of queue says how."""
        raise NotImplementedError

    def start(self, job: Job, words: str) -> None:
        """Connect what it succeeds with first."""
        job.progressed.connect(self._progress.tell)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._running = job
        self._progress.start(words)
        self._jobs.start(job)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self.refused.emit(error)

    def _on_finished(self) -> None:
        self._running = None
        self._progress.finish()
        self.go_on()
