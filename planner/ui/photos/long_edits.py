"""Edits of many records, made in a thread so that the window answers meanwhile."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from planner.domain.changes import EditName
from planner.domain.errors import PlannerError
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.editor import Editor
from planner.ui.jobs import Job, Jobs

AT_ONCE = 20
"""So many records are changed while one waits; more in a thread."""

UseCase = Callable[[UnitOfWork], Any]


class LongEdits(QObject):
    def __init__(self, database: Database, editor: Editor, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self._editor = editor
        self._jobs = jobs

    def run(
        self,
        name: EditName,
        use_case: UseCase,
        count: int,
        done: Callable[[Any], None] = lambda made: None,
    ) -> None:
        """`count` says how many records change; `done` gets what the use case gives back."""
        if count <= AT_ONCE:
            # a use case may well give back nothing: wrapped, that is not taken for a refusal
            made = self._editor.run(name, lambda work: (use_case(work),))
            if made is not None:
                done(made[0])
            return
        job = Job(lambda job: self._stored(name, use_case))
        job.succeeded.connect(lambda made: self._on_stored(name, made, done))
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def _stored(self, name: EditName, use_case: UseCase) -> Any:
        with self._database.begin(name) as work:
            return use_case(work)

    def _on_stored(self, name: EditName, made: Any, done: Callable[[Any], None]) -> None:
        self._editor.stored.emit(name)
        done(made)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self._editor.refused.emit(error)
