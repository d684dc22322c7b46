"""Guard: looks after the store while its windows are open, and says what a person should know."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.errors import PlannerError
from planner.settings import Settings
from planner.store.conflicts import conflict_copies
from planner.store.daily import back_up_daily
from planner.store.database import Database
from planner.ui.jobs import Job, Jobs
from planner.ui.preferences import Preferences

_AFTER = 2000  # milliseconds, when the start is over
_STAY_EVERY = 60_000  # milliseconds
_EVERY = 3_600_000  # milliseconds; a window may stay open for days


class Guard(QObject):
    """Copies once a day, also in the second folder; conflict copies; who else has the store."""

    refused = Signal(object)  # PlannerError
    conflicts_found = Signal(object)  # list of paths, of copies that were not told before

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        preferences: Preferences,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._jobs = jobs
        self._preferences = preferences
        self._today = today
        self._second = preferences.settings.second_folder
        self._told: set[str] = set()
        preferences.changed.connect(self._on_settings)
        QTimer.singleShot(_AFTER, self, self.look)
        hourly = QTimer(self, interval=_EVERY)
        hourly.timeout.connect(self.look)
        hourly.start()
        staying = QTimer(self, interval=_STAY_EVERY)
        staying.timeout.connect(self.stay)
        staying.start()

    def stay(self) -> None:
        """Let other machines see that the store is open here."""
        try:
            self._database.stay()
        except PlannerError as error:
            self._on_failed(error)

    def look(self) -> None:
        """Now, and from time to time."""
        if not isinstance(self._database.place, Path):
            return  # whoever runs the server copies it
        store, today = self._database.place, self._today()
        second = Path(self._second) if self._second else None
        self._run(lambda: back_up_daily(store, today, second), self._on_backed_up)
        self._run(lambda: conflict_copies(store), self._on_conflicts)

    def _run(self, work: Callable[[], object], tell: Callable[[object], None]) -> None:
        job = Job(lambda job: work())
        job.succeeded.connect(tell)
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def _on_backed_up(self, _made: object) -> None:
        # whatever was wrong is no more; should it come again it is told again
        self._told = {each for each in self._told if not each.startswith("backup.")}

    def _on_conflicts(self, found: object) -> None:
        assert isinstance(found, list)
        new = [path for path in found if str(path) not in self._told]
        self._told.update(map(str, new))
        if new:
            self.conflicts_found.emit(new)

    def _on_failed(self, error: Exception) -> None:
        """Each matter once: an hour later the stick is still away."""
        if not isinstance(error, PlannerError):
            raise error
        if error.code not in self._told:
            self._told.add(error.code)
            self.refused.emit(error)

    def _on_settings(self, settings: Settings) -> None:
        if settings.second_folder != self._second:
            self._second = settings.second_folder
            self._told.discard("backup.second_away")
            self.look()
