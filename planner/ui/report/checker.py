"""Checker: what the rules say of a report, found in a thread for whatever shows it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from planner.allowances import allowances
from planner.domain.dossier import Dossier
from planner.domain.profile import ReportProfile
from planner.rules.check import check
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.working_days import working_days


class Checker(LatestJob):
    """Tells the notices; asked again, it drops what it was at."""

    def __init__(self, jobs: Jobs, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(jobs, parent)
        self._today = today

    def check(
        self,
        found: Dossier,
        profile: ReportProfile,
        earlier: tuple[Dossier, ...],
        language: str = "",
    ) -> None:
        today = self._today()
        self.ask(
            lambda progress: check(
                found,
                profile,
                today,
                earlier=earlier,
                allowances=allowances(),
                calendar=working_days(),
                language=language,
            )
        )
