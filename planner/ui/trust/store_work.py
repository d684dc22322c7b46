"""StoreWork: acts on the store as a whole, in a thread, with progress and cancel."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.store.backup import Progress
from planner.ui.components.notices import ProgressLine
from planner.ui.jobs import Job, Jobs
from planner.ui.work_queue import WorkQueue


@dataclass(frozen=True)
class Act:
    """`make` runs in a thread and gives what is told afterwards in the window's own."""

    words: str
    make: Callable[[Progress], Callable[[], Any]]
    is_exclusive: bool = False
    """The store is another afterwards, or nobody may edit it meanwhile."""


class StoreWork(WorkQueue[Act]):
    """An exclusive act begins when whatever else runs has ended: that may still store something."""

    finished = Signal()

    def __init__(self, jobs: Jobs, progress: ProgressLine, home: QWidget) -> None:
        super().__init__(jobs, progress, home)
        self._act: Act | None = None
        jobs.idle.connect(self._on_idle)

    @property
    def is_exclusive(self) -> bool:
        """Whether one is under way that must not be left alone."""
        return self._act is not None and self._act.is_exclusive

    @property
    def is_asking(self) -> bool:
        return self._act is not None

    def begin(self, item: Act) -> None:
        self._act = item
        if item.is_exclusive and not self._jobs.is_idle:
            self._progress.start(self.tr("Waiting for other work to end…"))
            return
        self._start()

    def cancel(self) -> None:
        super().cancel()
        if not self.is_busy:
            self._end()

    def _start(self) -> None:
        act = self._act
        assert act is not None
        job = Job(lambda job: act.make(job.report))
        job.succeeded.connect(self._on_made)
        job.finished.connect(self._end)
        self.start(job, act.words)

    def _on_idle(self) -> None:
        if self._act is not None and not self.is_busy:
            self._start()

    def _on_made(self, tell: Callable[[], Any]) -> None:
        tell()

    def _end(self) -> None:
        if self._act is not None:
            self._act = None
            self._progress.finish()
            self.finished.emit()
