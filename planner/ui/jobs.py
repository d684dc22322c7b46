"""Long work in a thread: it gets values, tells how far it is, and can be stopped."""

import logging
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from planner.domain.errors import PlannerError

logger = logging.getLogger(__name__)
_LINGERS = 1000  # milliseconds


class Cancelled(Exception):
    """Raised within the work by `report` once it was cancelled."""


class Job(QObject):
    """One piece of work, as the main thread sees it. Connect first, then start."""

    progressed = Signal(int, int)  # done, total
    succeeded = Signal(object)
    failed = Signal(object)  # Exception
    finished = Signal()  # always last, also when cancelled

    def __init__(self, work: Callable[["Job"], Any]) -> None:
        super().__init__()
        self._work = work
        self._cancel = Event()

    def cancel(self) -> None:
        self._cancel.set()

    def report(self, done: int, total: int) -> None:
        """Called by the work: tell how far it is, stop if it was cancelled."""
        if self._cancel.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def run(self) -> None:
        try:
            self.succeeded.emit(self._work(self))
        except Cancelled:
            logger.info("job cancelled")
        except PlannerError as error:
            logger.info("job refused: %s", error.code)
            self.failed.emit(error)
        except Exception as error:
            logger.exception("job failed")
            self.failed.emit(error)
        finally:
            self.finished.emit()


class Jobs(QObject):
    """Starts jobs, and waits for them before the application goes."""

    idle = Signal()  # whatever ran has ended, and what it gave is told

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[Job] = set()

    @property
    def is_idle(self) -> bool:
        return not self._running

    def start(self, job: Job) -> None:
        self._running.add(job)
        job.finished.connect(self._on_finished)
        # a QRunnable of our own would leave its Python face behind when the pool deletes it, and
        # the next widget at that address would wear it
        self._pool.start(job.run)

    def close(self, milliseconds: int = 5000) -> bool:
        """Cancel what runs and wait; False where something did not stop in time."""
        for job in tuple(self._running):
            job.cancel()
        return self._pool.waitForDone(milliseconds)

    def _on_finished(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._running.discard(job)
            # the thread still unwinds: were ours not the last hold on it, it would go there
            QTimer.singleShot(_LINGERS, lambda: job)
            if self.is_idle:
                self.idle.emit()
