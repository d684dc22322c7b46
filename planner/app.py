"""Composition root of the window: makes each long-lived object once, wires them."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from planner import paths
from planner.domain.errors import StoreUnavailable
from planner.papers.profiles import all_profiles
from planner.queries.search_results import search_by_kind
from planner.rules.pinyin import load_readings
from planner.settings import LANGUAGES
from planner.store.database import Database
from planner.ui.appearance import Scheme
from planner.ui.application import dressed_application
from planner.ui.delegations.delegation_lines import ListedDelegation, listed_delegations
from planner.ui.first_picture import Drawn
from planner.ui.jobs import Job, Jobs
from planner.ui.main_frame import MainFrame
from planner.ui.main_window import MainWindow
from planner.ui.next_picture import draw_first
from planner.ui.places import DELEGATION, TODAY, places
from planner.ui.preferences import Preferences
from planner.ui.tellings import Tellings
from planner.ui.today.daily_digest import DailyDigest
from planner.ui.trust.guard import Guard
from planner.ui.trust.typed import Typed, left_behind
from planner.ui.trust.typed_dialog import TypedDialog
from planner.ui.window_state import WINDOW, WindowState
from planner.words import Words
from planner.working_days import working_days

_LOOK_ROUND = 500  # milliseconds between looks at what other programs have stored
_DIGEST_AFTER = 2500  # milliseconds, when the start is over
_BESIDE = 32  # pixels that another window stands away from the first


class Desk(QObject):
    """What lives as long as the program: one store, its jobs, and the windows on it.

    A change of language makes the windows anew, since Qt's texts are read when a widget is made.
    """

    def __init__(
        self,
        app: QApplication,
        database: Database,
        preferences: Preferences,
        jobs: Jobs,
        state_path: Path,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(app)
        self.windows: list[MainWindow] = []
        self.jobs = jobs
        self._app = app
        self._database = database
        self._preferences = preferences
        self._state_path = state_path
        self._today = today
        self._left: tuple[QSize, QByteArray] | None = None  # how the last window stood
        preferences.language_changed.connect(self._on_language_changed)
        self._guard = Guard(database, jobs, preferences, today, self)
        self._guard.refused.connect(lambda error: self._tell(Tellings.refusal, error))
        self._guard.conflicts_found.connect(lambda copies: self._tell(Tellings.copies, copies))
        self._typed = Typed(state_path.parent / "typed", database, self)
        self._look_round = QTimer(self, interval=_LOOK_ROUND)
        self._look_round.timeout.connect(self.catch_up)
        self._look_round.start()

    @property
    def window(self) -> MainWindow:
        """The one that is in front, or the first."""
        front = self._app.activeWindow()
        return next((each for each in self.windows if each.frame is front), self.windows[0])

    def _tell(self, tell: Callable[[Tellings, Any], object], told: Any) -> None:
        """What a thread found while the last window closed is told to nobody."""
        if self.windows:
            tell(self.window.tellings, told)

    def take_over(self, frame: MainFrame, wanted: UUID | None = None) -> MainWindow:
        """Put the areas on a frame that is shown already; open what was asked for meanwhile."""
        for _ in self.taking_over(frame, wanted):
            pass
        return self.windows[-1]

    def taking_over(
        self,
        frame: MainFrame,
        wanted: UUID | None = None,
        read: Sequence[ListedDelegation] = (),
    ) -> Iterator[None]:
        """The same a step at a time, so that the window answers in between."""
        window = self._made(frame)
        yield
        yield from window.beginning(read)
        self.jobs.start(Job(lambda job: warm_search(self._database)))
        if wanted is not None:
            window.open_delegation(wanted)
        if not self._preferences.settings.is_welcomed and window.is_store_empty:
            window.first_run.welcome()
        self._offer_typed()
        QTimer.singleShot(_DIGEST_AFTER, self, self.tell_digest)

    def _offer_typed(self) -> None:
        """What was being typed when a program was killed; asked until somebody has done with it."""
        found = list(left_behind(self._state_path.parent / "typed"))
        if found:
            typed = [each for _, texts in found for each in texts]
            TypedDialog(typed, [path for path, _ in found], self.window.frame).open()

    def tell_digest(self) -> None:
        """What is owed, once a day: in the window in front, and by the desktop where it can."""
        digest = DailyDigest(
            self._database,
            self.jobs,
            WindowState(self._state_path),
            self._today,
            all_profiles(),
            working_days(),
            lambda: self._preferences.settings.desktop_notices,
            self,
        )
        digest.told.connect(self._tell_digest)
        digest.asked.connect(self._go_to_today)
        digest.watch(lambda: Words(self._preferences.settings.language))

    def _tell_digest(self, sentence: str) -> None:
        """Nothing where one is looking at it already."""
        if self.windows and self.window.here.place != TODAY:
            self.window.tellings.digest(sentence)

    def _go_to_today(self) -> None:
        if self.windows:
            self.window.go_to_place(TODAY)

    def open_window(self) -> MainWindow:
        """A further window, where the one in front is."""
        room = None
        if self.windows:
            self.window.keep_state()  # the new one looks as the one in front
            room = self.window.here
        frame = MainFrame(places())
        window = self._furnish(frame)
        if room is not None:
            frame.resize(self.window.frame.size())
            frame.move(self.window.frame.pos().x() + _BESIDE, self.window.frame.pos().y() + _BESIDE)
            window.go(room)
        frame.show()
        return window

    def catch_up(self) -> None:
        """Show what other programs have stored; where the store is away, the next edit tells."""
        with suppress(StoreUnavailable):
            self._database.catch_up()

    def close(self) -> None:
        self._look_round.stop()
        self._typed.close()
        for window in tuple(self.windows):
            window.frame.close()
        self.jobs.close()
        self._database.close()

    @property
    def is_desktop_dark(self) -> bool:
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def first_picture(self) -> Drawn | None:
        """What the next start will show first; None where no list would stand there."""
        if self._left is None:
            return None
        days = [self._today()]
        frame = MainFrame(places())
        state = WindowState(self._state_path)
        with suppress(StoreUnavailable):
            window = self._window(frame, state, lambda: days[0])
            return draw_first(window, days, *self._left)
        frame.deleteLater()
        return None

    def _furnish(self, frame: MainFrame) -> MainWindow:
        window = self._made(frame)
        for _ in window.beginning():
            pass
        return window

    def _made(self, frame: MainFrame) -> MainWindow:
        state = WindowState(self._state_path)
        if not state.follow_window(WINDOW, frame):
            frame.resize(1280, 800)
        window = self._window(frame, state, self._today)
        window.window_asked.connect(self.open_window)
        window.quit_asked.connect(self._app.closeAllWindows)
        window.closed.connect(lambda: self._on_closed(window))
        self.windows.append(window)
        return window

    def _window(
        self, frame: MainFrame, state: WindowState, today: Callable[[], date]
    ) -> MainWindow:
        return MainWindow(frame, self._database, self.jobs, self._preferences, state, today)

    def _on_closed(self, window: MainWindow) -> None:
        self.windows.remove(window)
        self._left = (window.frame.size(), window.frame.saveGeometry())
        window.frame.deleteLater()

    def _on_language_changed(self) -> None:
        # not from within the control that asked: it goes with its window
        QTimer.singleShot(0, self, self._remake)

    def _remake(self) -> None:
        for old in tuple(self.windows):
            old.keep_state()  # widths of columns, for the new one
            room, asking = old.here, old.first_run.asking
            geometry = old.frame.geometry()
            frame = MainFrame(places())
            window = self._furnish(frame)
            window.go(room)
            frame.setGeometry(geometry)
            frame.show()
            if asking is not None:
                window.first_run.welcome(asking)
            old.frame.close()


def warm_up(database: Database, language: str) -> list[ListedDelegation]:
    """In a thread, while the first list is seen: what the window would otherwise wait for."""
    Words(language)
    load_readings()
    return listed_delegations(database, all_profiles(paths.profiles_path()))


def warm_search(database: Database) -> None:
    """In a thread too: what the first letter of a search would wait for, whatever is found."""
    with database.read() as session:
        search_by_kind(session, "訪", 1)


def every_screen(store: Path, settings_path: Path) -> Iterator[str]:
    """Open each place in each language, light and dark; gives the name of each once it is drawn.

    A fault in a slot, which Qt goes on after, is raised here.
    """
    app = dressed_application()
    faults: list[BaseException] = []
    told, sys.excepthook = sys.excepthook, lambda kind, error, trace: faults.append(error)
    preferences = Preferences(app, settings_path, paths.cache_path())
    desk = Desk(app, Database(store), preferences, Jobs(), settings_path.with_name("window.ini"))
    desk.open_window().open_first_delegation()
    for language in LANGUAGES:
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            preferences.change(language=language, scheme=scheme.value)
            app.processEvents()
            for place in (*(place.key for place in places()), DELEGATION):
                desk.window.go_to_place(place)
                app.processEvents()
                desk.window.frame.grab()
                if faults:
                    raise faults[0]
                yield f"{place} {language} {scheme}"
    desk.close()
    desk.deleteLater()
    sys.excepthook = told
