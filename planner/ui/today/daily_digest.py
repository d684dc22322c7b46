"""DailyDigest: once a day, what is late and what is due; by a quiet notice of the desktop too."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from planner.domain.profile import ReportProfile
from planner.queries.today import Agenda, agenda
from planner.rules.calendars import WorkCalendar
from planner.rules.deadlines import Urgency
from planner.store.database import Database
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.window_state import WindowState
from planner.words import Words

_KEPT = "digest_on"
_LOOK_AGAIN = 30 * 60 * 1000  # milliseconds: a program that runs overnight tells on the next day
_STAYS = 10_000


class DailyDigest(QObject):
    """Nothing is told where nothing is owed, and nothing twice on one day."""

    told = Signal(str)
    asked = Signal()  # somebody clicked on the notice of the desktop

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        state: WindowState,
        today: Callable[[], date],
        profiles: Mapping[str, ReportProfile],
        calendar: WorkCalendar,
        may_notify: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._state = state
        self._today = today
        self._profiles = profiles
        self._calendar = calendar
        self._may_notify = may_notify
        self._again = QTimer(self, interval=_LOOK_AGAIN)
        self._reader = LatestJob(jobs, self)

    def watch(self, words: Callable[[], Words]) -> None:
        """Look now and every half hour; `words` are those of the language of then."""
        self._reader.made.connect(lambda read: self._on_read(read, words()))
        self._again.timeout.connect(self.look)
        self._again.start()
        self.look()

    def look(self) -> None:
        """What is owed is read in a thread: with many delegations it takes a while."""
        today = self._today()
        if self._state.value(_KEPT) != today.isoformat():
            self._reader.ask(lambda _: self._read(today))

    def _read(self, today: date) -> tuple[date, Agenda]:
        with self._database.read() as session:
            return today, agenda(session, today, self._profiles, self._calendar, most=1)

    def _on_read(self, read: tuple[date, Agenda], words: Words) -> None:
        today, found = read
        self._state.remember(_KEPT, today.isoformat())
        late, due = (found.group(each).count for each in (Urgency.LATE, Urgency.TODAY))
        if late or due:
            code = "late_and_today" if late and due else "only_late" if late else "only_today"
            sentence = words(f"today.{code}", late=late, due=due)
            self.told.emit(sentence)
            if self._may_notify():
                self._tell_desktop(sentence)

    def _tell_desktop(self, sentence: str) -> None:
        """By a tray icon that goes again: nothing depends on it."""
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            return
        tray = QSystemTrayIcon(QApplication.windowIcon(), self)
        tray.messageClicked.connect(self.asked)
        tray.show()
        tray.showMessage(QApplication.applicationDisplayName(), sentence, QIcon(), _STAYS)
        QTimer.singleShot(_STAYS, tray, tray.deleteLater)
