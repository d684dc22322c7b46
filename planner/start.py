"""Start of the window: painted first, and what it holds loaded behind it, a little at a time.

Where the list is as it was the last time, the picture kept then is painted; else the list as a
plain read gives it. Few imports stand here: they are what a person waits for.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from planner import paths
from planner.ui.first_picture import Drawn, FirstPicture, circumstances, is_desktop_dark, keep, kept
from planner.ui.main_frame import MainFrame

if TYPE_CHECKING:
    from uuid import UUID

    from planner.app import Desk
    from planner.domain.errors import StoreUnavailable
    from planner.paths import Place, ServerAddress
    from planner.store.database import Database
    from planner.store.holding import Manner
    from planner.store.news import Committed
    from planner.ui.delegations.delegation_lines import ListedDelegation
    from planner.ui.jobs import Jobs
    from planner.ui.office.recent_stores import RecentStores
    from planner.ui.preferences import Preferences

FIRST = "first"
_PATIENCE = 1500  # ms; who waits longer for the store is told why


class Start(QObject):
    """Shows the window, opens the store in a thread, and hands both over to the desk."""

    painted = Signal()  # and on the screen

    def __init__(
        self,
        app: QApplication,
        store: Place,
        settings: Path,
        cache: Path,
        language: str | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._store = store
        self._settings, self._cache, self._language = settings, cache, language
        self._wanted: UUID | None = None
        self._picture: FirstPicture | None = None
        self._preferences: Preferences | None = None
        self._jobs: Jobs | None = None
        self._password: str | None = None  # as it was typed; the keyring is asked without
        self._keeps_password = False
        self._is_over = False
        self._opening = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._opening.timeout.connect(self._tell_opening)
        self.desk: Desk | None = None  # once all is there
        self.frame = MainFrame()
        self.painted.connect(self.load)

    def show(self) -> None:
        """Paint the window with the list in it; then, and only then, load what is heavy."""
        drawn = self._kept()
        if drawn is None:
            self._show_first_page()
        else:
            self._show_picture(drawn)
        self.frame.closing.connect(self._on_closing)
        self.frame.show()

    def _kept(self) -> Drawn | None:
        if not isinstance(self._store, Path):
            return None
        now = circumstances(self._store, self._settings, self._language, is_desktop_dark())
        drawn = kept(paths.first_picture_path(self._cache), date.today(), now, self._store)
        if drawn is None:
            paths.forget_first_picture(self._cache)  # it may show whom the store no longer knows
        return drawn

    def _show_picture(self, drawn: Drawn) -> None:
        picture = FirstPicture(drawn, self.frame)
        picture.painted.connect(self._on_painted)
        self._picture = picture
        self.frame.setWindowTitle(drawn.title)
        self.frame.restoreGeometry(drawn.geometry)
        self.frame.cover(picture)
        picture.setFocus()

    def _show_first_page(self) -> None:
        # what the window wears; a picture needs none of it
        from planner.store.first_look import first_look
        from planner.ui.first_page import FirstPage
        from planner.ui.places import DELEGATIONS, places
        from planner.ui.window_state import WINDOW, WindowState

        language = self._dressed().settings.language
        lines = first_look(self._store) if isinstance(self._store, Path) else []
        frame, page = self.frame, FirstPage(lines, language)
        page.opened.connect(self._on_opened)
        page.painted.connect(self._on_painted)
        frame.furnish(places())
        frame.add_page(FIRST, page)
        delegations = next(place for place in places() if place.key == DELEGATIONS)
        frame.show_page(FIRST, [(DELEGATIONS, delegations.words)], DELEGATIONS)
        for act in (frame.undo, frame.redo, frame.back, frame.forward):
            act.setEnabled(False)
        frame.sidebar.show_delegation("", "", delegations.icon)
        frame.setWindowTitle(self.tr("Delegation Planner"))
        if not WindowState(self._state_path).follow_window(WINDOW, frame):
            frame.resize(1280, 800)
        page.setFocus()

    @property
    def _state_path(self) -> Path:
        return self._settings.with_name("window.ini")

    @property
    def jobs(self) -> Jobs:
        if self._jobs is None:
            # only a window that is painted has work to give away
            from planner.ui.jobs import Jobs

            self._jobs = Jobs(self)
        return self._jobs

    def _dressed(self) -> Preferences:
        """The application in its style, colours and language."""
        if self._preferences is None:
            # what the window wears; a picture needs none of it
            from planner.ui.application import dressed_application
            from planner.ui.preferences import Preferences

            dressed_application()
            self._preferences = Preferences(self._app, self._settings, self._cache, self._language)
        return self._preferences

    # Behind the first painting

    def _on_painted(self) -> None:
        # not from within the painting, which must come to its end first
        QTimer.singleShot(0, self, self.painted.emit)

    def load(self, manner: Manner | None = None) -> None:
        """Open the store; where another machine has it, in the manner that was chosen then."""
        from planner.ui.jobs import Job

        store, settings, language = self._store, self._settings, self._language
        password = self._password
        job = Job(lambda job: _open(store, settings, language, manner, password))
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self._on_failed)
        self._opening.start()
        self.jobs.start(job)

    def _tell_opening(self) -> None:
        """In the window; a picture of one says nothing new, as its store was opened before."""
        if self._picture is not None:
            return
        # the first page has loaded both
        from planner.ui.appearance import Pigment
        from planner.ui.icons import Icon

        sentence = self.tr(
            "Opening the store. After an update of the program it is copied and brought up to date "
            "first, which may take a minute."
        )
        self.frame.tell(sentence, Icon.HOURGLASS, Pigment.INK2)

    def _end_opening(self) -> None:
        self._opening.stop()
        if self._picture is None:
            self.frame.withdraw()

    def _on_loaded(self, loaded: tuple[Database, list[ListedDelegation]]) -> None:
        self._end_opening()
        self._remember_server()
        self._go_on(self._taking_over(*loaded))

    def _remember_server(self) -> None:
        """The address for the next time; the password only where the person wished it kept."""
        store = self._store
        if isinstance(store, Path):
            return
        self._recent.add(store)
        if self._keeps_password and self._password is not None:
            from planner.passwords import keep_password

            keep_password(store, self._password)
        self._password = None

    def _go_on(self, steps: Iterator[None]) -> None:
        """One step, then whatever else waits, then the next."""
        if next(steps, self) is None:
            QTimer.singleShot(0, self, lambda: self._go_on(steps))

    def _taking_over(self, database: Database, read: Sequence[ListedDelegation]) -> Iterator[None]:
        # loaded by the job already
        from planner.app import Desk
        from planner.ui.places import places

        preferences = self._dressed()
        yield
        if self._picture is not None:
            self.frame.furnish(places())
            yield
        if self._is_over:
            database.close()
            return
        self.frame.closing.disconnect(self._on_closing)
        desk = Desk(self._app, database, preferences, self.jobs, self._state_path)
        self._app.aboutToQuit.connect(lambda: self.end(desk))
        database.observe(self._on_stored)
        yield from desk.taking_over(self.frame, self._wanted, read)
        self.frame.uncover()
        if self._picture is not None and self._picture.events is not None:
            self._picture.events.do_again(self.frame)
        self.desk = desk

    def tell_unavailable(self, error: StoreUnavailable) -> None:
        """A page could not read the store, which was there before: the window stays."""
        if self.desk is not None:
            self.desk.window.tellings.refusal(error)

    def end(self, desk: Desk) -> None:
        """The next start begins with what this one leaves."""
        drawn = desk.first_picture()
        desk.close()
        if drawn is None or not isinstance(self._store, Path):
            paths.forget_first_picture(self._cache)
            return
        then = circumstances(self._store, self._settings, self._language, desk.is_desktop_dark)
        try:
            keep(paths.first_picture_path(self._cache), drawn, then, self._store)
        except OSError:
            # a full disk: the next start draws the list itself
            paths.forget_first_picture(self._cache)

    def _on_stored(self, committed: Committed) -> None:
        # loaded by the desk already
        from planner.store.journal import Nature

        # a person was erased, or a copy restored: what was seen before is not to stay
        if committed.nature is Nature.BARRIER:
            paths.forget_first_picture(self._cache)

    def _on_failed(self, error: Exception) -> None:
        """A store that cannot be opened is told in plain words, with what one can do then."""
        # loaded by the job already, or needed only now
        from planner.domain.errors import PlannerError
        from planner.ui.unopened import Unopened
        from planner.words import Words

        self._end_opening()
        if not isinstance(error, PlannerError):
            raise error
        words = Words(self._dressed().settings.language)
        asking = Unopened(self._store, words, self._recent, self.jobs, self.frame)
        asking.manner_chosen.connect(self.load)
        asking.file_chosen.connect(self._on_file_chosen)
        asking.server_chosen.connect(self._on_server_chosen)
        asking.restored.connect(lambda: self.load())
        asking.refused.connect(self._on_failed)
        asking.ask(error)

    @property
    def _recent(self) -> RecentStores:
        from planner.ui.office.recent_stores import RecentStores
        from planner.ui.window_state import WindowState

        return RecentStores(WindowState(self._state_path))

    def _on_file_chosen(self, path: Path) -> None:
        self._store = path
        self.load()

    def _on_server_chosen(self, address: ServerAddress, password: str, keeps: bool) -> None:
        self._store = address
        self._password = password or None
        self._keeps_password = keeps and bool(password)
        self.load()

    def _on_opened(self, key: UUID) -> None:
        self._wanted = key

    def _on_closing(self) -> None:
        self._is_over = True
        self._opening.stop()
        self.jobs.close()


def _open(
    store: Place,
    settings: Path,
    language: str | None,
    manner: Manner | None,
    password: str | None,
) -> tuple[Database, list[ListedDelegation]]:
    """Imports everything the desk needs, and opens the store; half a second, in a thread."""
    from planner.app import warm_up
    from planner.passwords import kept_password
    from planner.settings import load
    from planner.store.database import Database
    from planner.store.holding import Manner

    secret = password or kept_password(store)
    database = Database(store, manner=manner or Manner.USUAL, password=secret)
    return database, warm_up(database, language or load(settings).language)


def look_after(start: Start) -> None:
    """Of faults: a log, and a word to who sits before the window."""
    from planner import logs
    from planner.ui.crash_dialog import Crashes

    logs.keep_log(paths.log_path())
    crashes = Crashes(start)
    crashes.unavailable.connect(start.tell_unavailable)
    crashes.watch()


def run(store: Place, language: str | None = None) -> int:
    """Open the window on a store, in a language asked for; gives the exit status."""
    # the window searches for cycles itself, and not before it is complete
    gc.disable()
    app = QApplication(sys.argv[:1])
    start = Start(app, store, paths.settings_path(), paths.cache_path(), language)
    start.painted.connect(lambda: look_after(start))
    start.show()
    status = app.exec()
    start.jobs.close()
    return status
