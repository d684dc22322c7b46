"""Start of the window: painted first, with a plain read of the list; the rest comes behind."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from planner import paths
from planner.store.first_look import first_look
from planner.ui.application import dressed_application
from planner.ui.components.panels import Dialog
from planner.ui.crash_dialog import Crashes
from planner.ui.first_page import FirstPage
from planner.ui.jobs import Job, Jobs
from planner.ui.main_frame import MainFrame
from planner.ui.places import DELEGATIONS, places
from planner.ui.preferences import Preferences
from planner.ui.window_state import WINDOW, WindowState

FIRST = "first"


class Start(QObject):
    """Shows the frame, opens the store in a thread, and hands both over to the desk."""

    def __init__(
        self, app: QApplication, store: Path, preferences: Preferences, state_path: Path
    ) -> None:
        super().__init__(app)
        self._app = app
        self._store = store
        self._wanted: UUID | None = None
        self.preferences = preferences
        self.jobs = Jobs(self)
        self.state_path = state_path
        self.frame = MainFrame(places())
        self._is_over = False

    def show(self) -> None:
        """Paint the window with the list in it; then, and only then, load what is heavy."""
        page = FirstPage(first_look(self._store), self.preferences.settings.language)
        page.opened.connect(self._on_opened)
        # not from within the painting, which must come to its end first
        page.painted.connect(lambda: QTimer.singleShot(0, self, self._load))
        self.frame.add_page(FIRST, page)
        delegations = next(place for place in places() if place.key == DELEGATIONS)
        self.frame.show_page(FIRST, [(DELEGATIONS, delegations.words)], DELEGATIONS)
        for act in (self.frame.undo, self.frame.redo, self.frame.back, self.frame.forward):
            act.setEnabled(False)
        self.frame.sidebar.show_delegation("", "", delegations.icon)
        self.frame.setWindowTitle(self.tr("Delegation Planner"))
        if not WindowState(self.state_path).follow_window(WINDOW, self.frame):
            self.frame.resize(1280, 800)
        self.frame.closing.connect(self._on_closing)
        self.frame.show()
        page.setFocus()

    def _load(self) -> None:
        language = self.preferences.settings.language
        job = Job(lambda job: _open(self._store, language))
        job.succeeded.connect(self._on_loaded)
        job.failed.connect(self._on_failed)
        self.jobs.start(job)

    def _on_loaded(self, database: object) -> None:
        # loaded by the job already
        from planner.app import Desk
        from planner.store.database import Database

        if not isinstance(database, Database):
            raise TypeError(f"{database!r} is no database")
        if self._is_over:
            database.close()
            return
        self.frame.closing.disconnect(self._on_closing)
        desk = Desk(self._app, database, self.preferences, self.jobs, self.state_path)
        desk.take_over(self.frame, self._wanted)
        self._app.aboutToQuit.connect(desk.close)

    def _on_failed(self, error: Exception) -> None:
        """A store that cannot be opened is told in plain words; another may be chosen."""
        # loaded by the job already
        from planner.domain.errors import PlannerError
        from planner.words import Words

        if not isinstance(error, PlannerError):
            raise error
        sentence = Words(self.preferences.settings.language).error(error)
        dialog = Dialog(
            self.tr("The store could not be opened"),
            self.tr("Choose another store…"),
            self.frame,
            safe=self.tr("Quit"),
            reason=sentence,
        )
        dialog.accepted.connect(self.ask_store)
        dialog.rejected.connect(self.frame.close)
        dialog.open()

    def ask_store(self) -> None:
        dialog = QFileDialog(self.frame, self.tr("Choose a store"))
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(self.tr("Stores (*.sqlite)"))
        dialog.fileSelected.connect(self._on_store_chosen)
        dialog.rejected.connect(self.frame.close)
        dialog.open()

    def _on_store_chosen(self, name: str) -> None:
        self._store = Path(name)
        self._load()

    def _on_opened(self, key: UUID) -> None:
        self._wanted = key

    def _on_closing(self) -> None:
        self._is_over = True
        self.jobs.close()


def _open(store: Path, language: str) -> object:
    """Imports everything the desk needs, and opens the store; half a second, in a thread."""
    from planner.app import warm_up
    from planner.store.database import Database

    database = Database(store)
    warm_up(database, language)
    return database


def run(store: Path, language: str | None = None) -> int:
    """Open the window on a store, in a language asked for; gives the exit status."""
    app = dressed_application()
    Crashes(app).watch()
    preferences = Preferences(app, paths.settings_path(), paths.cache_path(), language)
    start = Start(app, store, preferences, paths.settings_path().with_name("window.ini"))
    start.show()
    status = app.exec()
    start.jobs.close()
    return status
