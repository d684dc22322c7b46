"""Merging: a conflict copy of the store is read, laid beside it, and set aside when it is taken."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.domain.errors import PlannerError
from planner.exchange.bundle import Bundle
from planner.exchange.staged import StagedFile, Verdict
from planner.queries.archived import archived
from planner.queries.staging import staged_archive
from planner.store.conflicts import files_beside, opened_copy, set_aside
from planner.store.database import Database
from planner.ui.collector import many_rows
from planner.ui.components.notices import ProgressLine
from planner.ui.jobs import Job, Jobs


class Merging(QObject):
    """Nothing is stored before a person has seen it; nothing is ever deleted."""

    laid = Signal(object, object)  # StagedFile to be decided on; what to call once it is taken
    same = Signal(object)  # path of a copy that held nothing else and was set aside
    refused = Signal(object)  # PlannerError

    def __init__(
        self, database: Database, jobs: Jobs, progress: ProgressLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._jobs = jobs
        self._progress = progress

    def take(self, copy: Path) -> None:
        store = self._database.path

        def lay(job: Job) -> StagedFile:
            with many_rows(), opened_copy(copy) as database, database.read() as session:
                held = archived(session, None)
            files = files_beside(copy, store, held.records)
            bundle = Bundle(held.records, files, held.removed)
            with many_rows(), self._database.read() as session:
                file = staged_archive(session, bundle, copy.name)
            if file.brings_anything:
                self._database.back_up_before_import(job.report)
            return file

        job = Job(lay)
        job.succeeded.connect(lambda file: self._lay_out(copy, file))
        job.failed.connect(self._on_failed)
        job.finished.connect(self._progress.finish)
        self._progress.start(self.tr("Reading {file}").format(file=copy.name))
        self._jobs.start(job)

    def _lay_out(self, copy: Path, file: StagedFile) -> None:
        # what is the same in both is nothing to decide on, and may be the whole store
        other = tuple(each for each in file.staged if each.verdict is not Verdict.SAME)
        if other:
            self.laid.emit(replace(file, staged=other), lambda: self._set_aside(copy))
        else:
            self._set_aside(copy)
            self.same.emit(copy)

    def _set_aside(self, copy: Path) -> None:
        try:
            set_aside(copy)
        except PlannerError as error:
            self.refused.emit(error)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self.refused.emit(error)
