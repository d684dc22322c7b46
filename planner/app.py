"""Composition root of the window: makes each long-lived object once, wires them, runs."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from planner import paths, settings
from planner.domain.errors import PlannerError
from planner.settings import Settings
from planner.store.backup import back_up_daily
from planner.store.database import Database
from planner.ui.appearance import Appearance, Scheme
from planner.ui.components.panels import Dialog
from planner.ui.crash_dialog import Crashes
from planner.ui.focus import FocusRing
from planner.ui.jobs import Job, Jobs
from planner.ui.main_window import MainWindow
from planner.ui.style import PlannerStyle
from planner.ui.translation import LANGUAGES, Translation
from planner.ui.window_state import WindowState
from planner.words import Words


class Desk(QObject):
    """What lives as long as the program: one store, its jobs, and the window on it.

    A change of language makes the window anew, since Qt's texts are read when a widget is made.
    """

    def __init__(
        self,
        app: QApplication,
        database: Database,
        kept: Settings,
        settings_path: Path,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(app)
        self.window: MainWindow | None = None
        self.jobs = Jobs(self)
        self._database = database
        self._settings = kept
        self._settings_path = settings_path
        self._today = today
        self._state = WindowState(settings_path.with_name("window.ini"))
        self._translation = Translation(app, paths.cache_path())
        self._appearance = Appearance(app)
        self._dress()
        self._translation.choose(kept.language)

    def show(self) -> MainWindow:
        """Make the window and show it; the backup of the day goes on behind."""
        self.window = MainWindow(
            self._database, self.jobs, self._settings, self._state, self._today
        )
        self.window.settings_changed.connect(self.change_settings)
        self.window.show()
        return self.window

    def back_up(self) -> None:
        path, today = self._database.path, self._today()
        job = Job(lambda job: back_up_daily(path, today))
        self.jobs.start(job)

    def change_settings(self, changed: Settings) -> None:
        before, self._settings = self._settings, changed
        settings.save(changed, self._settings_path)
        self._dress()
        if changed.language != before.language:
            self._translation.choose(changed.language)
            self._remake()

    def close(self) -> None:
        self.jobs.close()
        self._database.close()

    def _dress(self) -> None:
        self._appearance.choose(
            Scheme(self._settings.scheme),
            self._settings.high_contrast or None,
            self._settings.text_scale,
        )

    def _remake(self) -> None:
        old = self.window
        self._state.keep()
        self.show()
        if old is not None:
            old.hide()
            old.deleteLater()


def run(store: Path) -> int:
    """Open the window on a store; gives the exit status."""
    app = _dressed_application()
    Crashes(app).watch()
    kept = settings.load(paths.settings_path())
    try:
        database = Database(store)
    except PlannerError as error:
        return _tell_and_end(app, Words(kept.language).error(error))
    desk = Desk(app, database, kept, paths.settings_path())
    desk.show()
    QTimer.singleShot(2000, desk.back_up)
    status = app.exec()
    desk.close()
    return status


def every_screen(store: Path, settings_path: Path) -> Iterator[str]:
    """Open each place in each language, light and dark; gives the name of each once it is drawn."""
    app = _dressed_application()
    database = Database(store)
    desk = Desk(app, database, Settings(), settings_path)
    window = desk.show()
    window.open_first_delegation()
    for language in LANGUAGES:
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            desk.change_settings(Settings(language=language, scheme=scheme.value))
            for place in window.place_keys:
                if desk.window is not None:
                    desk.window.go_to_place(place)
                    desk.window.grab()
                app.processEvents()
                yield f"{place} {language} {scheme}"
    if desk.window is not None:
        desk.window.close()
    desk.close()


def _dressed_application() -> QApplication:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of Qt application runs already")
    app.setApplicationName("Delegation Planner")
    app.setStyle(PlannerStyle())
    FocusRing(app)
    return app


def _tell_and_end(app: QApplication, sentence: str) -> int:
    """A store that cannot be opened is told in a window of its own."""
    Appearance(app)
    dialog = Dialog(app.applicationName(), app.tr("Quit"), reason=sentence)
    dialog.safe.hide()
    dialog.finished.connect(lambda _: app.exit(1))
    dialog.open()
    return app.exec()
