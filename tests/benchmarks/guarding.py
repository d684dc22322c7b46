"""What guards a large store, done in its window: how long the event loop did not come round.

python -m tests.benchmarks.loaded_store FILE
python -m tests.benchmarks.guarding FILE [backup] [verify] [restore] [history] [retention] [export]
    [contacts] [sample] [person]

A copy of FILE is worked on. Every gap is to be at most 50 ms.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from sqlalchemy import select

from planner.app import Desk
from planner.domain.person import Person
from planner.queries.records import record
from planner.resources import resource
from planner.store.database import Database
from planner.store.tables import columns_of
from planner.ui.application import dressed_application
from planner.ui.collector import Collector
from planner.ui.exchange.staging_dialog import StagingDialog
from planner.ui.jobs import Jobs
from planner.ui.main_window import MainWindow
from planner.ui.preferences import Preferences
from planner.ui.trust.backups_dialog import BackupsDialog
from planner.ui.trust.history_dialog import HistoryDialog
from planner.ui.trust.personal_data_dialog import PersonalDataDialog
from planner.ui.trust.retention_dialog import RetentionDialog
from planner.ui.window_files import SAMPLE
from tests.benchmarks.photos import Pulse

DialogT = TypeVar("DialogT", bound=QDialog)
_PATIENCE = 600.0  # seconds
_SETTLED = 1.5  # seconds in which nothing more happens
_LOOKS = 20  # ms between two looks whether it is done


class Guarding:
    """One window on the store, and the acts in it."""

    def __init__(self, app: QApplication, folder: Path, store: Path) -> None:
        self._app, self._folder = app, folder
        self._database = Database(store)
        preferences = Preferences(app, folder / "settings.json", folder / "cache")
        self._jobs = Jobs()
        self.desk = Desk(app, self._database, preferences, self._jobs, folder / "window.ini")
        self.desk.open_window()
        self._pulse = Pulse()
        self._wait(lambda: True)

    def close(self) -> None:
        """What still runs in a thread ends first."""
        self._jobs.close()
        self.desk.close()

    @property
    def _window(self) -> MainWindow:
        return self.desk.window

    def _wait(self, is_done: Callable[[], bool]) -> None:
        """Until it is done and the window has answered to it.

        In a loop that sleeps between events, as the program's own does: one that only asks for
        events again and again would take Python from the threads that work.
        """
        end = time.perf_counter() + _PATIENCE
        quiet = time.perf_counter()
        loop, looks = QEventLoop(), QTimer(interval=_LOOKS)

        def look() -> None:
            nonlocal quiet
            now = time.perf_counter()
            if not is_done() or not self._jobs.is_idle:
                quiet = now
            if now >= min(end, quiet + _SETTLED):
                loop.quit()

        looks.timeout.connect(look)
        looks.start()
        loop.exec()
        looks.stop()
        if time.perf_counter() >= end:
            raise TimeoutError

    def _told(self, what: str, act: Callable[[], object], is_done: Callable[[], bool]) -> None:
        self._wait(lambda: True)
        begun = time.perf_counter()
        self._pulse.start()
        act()
        self._wait(is_done)
        seconds = time.perf_counter() - begun - _SETTLED
        print(f"{what}: {seconds:.1f} s, {self._pulse}", flush=True)

    def _opened(self, what: str, ask: Callable[[], object], kind: type[DialogT]) -> DialogT:
        self._told(f"{what} opened", ask, lambda: True)
        return self._window.frame.findChildren(kind)[-1]

    def backup(self) -> None:
        dialog = self._backups()
        self._told("backup by hand", dialog.make.click, dialog.make.isEnabled)
        dialog.reject()

    def verify(self) -> None:
        dialog = self._backups()
        self._told("verify", dialog.verify.click, dialog.verify.isEnabled)
        print(f"  {dialog.bar.sentence.text()}")
        dialog.reject()

    def restore(self) -> None:
        dialog = self._backups()
        self._told("restore", dialog.act.click, dialog.make.isEnabled)
        print(f"  {dialog.bar.sentence.text()}")
        dialog.reject()

    def _backups(self) -> BackupsDialog:
        return self._opened("backups", self._window.dialogs.show_backups, BackupsDialog)

    def person(self) -> None:
        with self._database.read() as session:
            key = session.connection().execute(select(columns_of(Person).id).limit(1)).scalar_one()
            name = record(session, Person, key).name
        ask = partial(self._window.dialogs.show_personal_data, key)
        dialog = self._opened("personal data", ask, PersonalDataDialog)
        target = self._folder / "person.json"
        self._told("a person exported", lambda: dialog.export_to(target), target.exists)
        dialog.name.setText(name)
        self._told("a person erased", dialog.accept, lambda: not dialog.act.isVisible())
        dialog.reject()

    def retention(self) -> None:
        self._opened("retention", self._window.dialogs.show_retention, RetentionDialog).reject()

    def history(self) -> None:
        self._opened("history", self._window.dialogs.show_history, HistoryDialog).accept()

    def export(self) -> None:
        target = self._folder / "all.planner"
        archives = self._window.files.archives
        self._told(
            "export of all, asked",
            lambda: archives.ask_export(None, "all"),
            lambda: bool(self._window.frame.findChildren(QFileDialog)),
        )
        for each in self._window.frame.findChildren(QFileDialog):
            each.reject()
        self._told("export of all", lambda: archives.give_out(None, target), target.exists)

    def contacts(self) -> None:
        card = self._folder / "people.vcf"
        names = ("王大明", "李小華", "陳志明")
        card.write_text(
            "".join(f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEND:VCARD\r\n" for name in names),
            "utf-8",
        )
        frame = self._window.frame
        self._told(
            "contacts read beside the store",
            lambda: self._window.files.incoming.take_in([card]),
            lambda: bool(frame.findChildren(StagingDialog)),
        )
        dialog = frame.findChildren(StagingDialog)[-1]
        self._told("contacts taken", dialog.accept, lambda: not frame.findChildren(StagingDialog))

    def sample(self) -> None:
        self._told(
            "import of the sample",
            lambda: self._window.files.archives.take_in([resource("samples", SAMPLE)]),
            lambda: not self._window.files.archives.is_busy,
        )


ACTS = (
    "backup",
    "verify",
    "restore",
    "history",
    "retention",
    "export",
    "contacts",
    "sample",
    "person",
)


def main() -> None:
    source, *wanted = sys.argv[1:]
    app = dressed_application()
    app.findChildren(Collector)[0].settle()  # at once, as all is loaded
    with tempfile.TemporaryDirectory(dir=Path(source).parent) as name:
        folder = Path(name)
        store = folder / "planner.sqlite"
        shutil.copyfile(source, store)
        (folder / "settings.json").write_text('{"is_welcomed": true}')
        guarding = Guarding(app, folder, store)
        for act in wanted or ACTS:
            getattr(guarding, act)()
        guarding.close()


if __name__ == "__main__":
    main()
