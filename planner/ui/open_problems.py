"""OpenProblems: how much the rules find in the plan and the report in hand, for the sidebar."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from planner.allowances import allowances
from planner.domain.errors import PlannerError
from planner.printing import profile_of
from planner.queries.dossiers import dossier
from planner.queries.earlier import earlier_dossiers
from planner.queries.itinerary import itinerary
from planner.rules.check import check
from planner.rules.notice import parted
from planner.store.database import Database
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.places import ITINERARY, REPORT
from planner.working_days import working_days

_REST = 600  # milliseconds; what is in front is read and painted first


class OpenProblems(QObject):
    """Counted in a thread when one rests, as every rule reads the whole delegation."""

    counted = Signal(str, int)  # place, how many problems are open there

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._today = today
        self._delegation: UUID | None = None
        self._counter = LatestJob(jobs, self)
        self._rests = QTimer(self, singleShot=True, interval=_REST)
        self._rests.timeout.connect(self._count)
        self._counter.made.connect(self._tell)
        self._counter.refused.connect(self._withdraw)

    @property
    def is_busy(self) -> bool:
        return self._rests.isActive() or self._counter.is_busy

    def follow(self, key: UUID | None) -> None:
        """Count what is open in another delegation; nothing is told of the one before."""
        if key != self._delegation:
            self._delegation = key
            self._counter.cancel()
            self._tell((0, 0))
            self.count_anew()

    def count_anew(self) -> None:
        if self._delegation is not None:
            self._rests.start()

    def cancel(self) -> None:
        self._rests.stop()
        self._counter.cancel()

    def _count(self) -> None:
        key, today = self._delegation, self._today()
        if key is not None:
            self._counter.ask(lambda progress: _open(self._database, key, today))

    def _tell(self, counts: tuple[int, int]) -> None:
        for place, count in zip((ITINERARY, REPORT), counts, strict=True):
            self.counted.emit(place, count)

    def _withdraw(self, error: PlannerError) -> None:
        """It was removed, or has a profile that is not here: its page tells so."""
        self._tell((0, 0))


def _open(database: Database, key: UUID, today: date) -> tuple[int, int]:
    """In the plan and in the report."""
    with database.read() as session:
        plan = itinerary(session, key, allowances())
        found = dossier(session, key)
        earlier = earlier_dossiers(session, found)
    notices = check(
        found,
        profile_of(found, None),
        today,
        earlier=earlier,
        allowances=allowances(),
        calendar=working_days(),
    )
    left, _ = parted(notices, found.accepted)
    return len(plan.notices), len(left)
