"""WindowFiles: what comes into a window as a file, what goes out as one, and which were last."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from planner import sealing
from planner.exchange.bundle import SUFFIX
from planner.exchange.pictures import PICTURE_ENDINGS
from planner.resources import resource
from planner.store.database import Database
from planner.ui.drops import Drops
from planner.ui.editor import Editor
from planner.ui.exchange.archives import Archives
from planner.ui.exchange.incoming import ENDINGS as INCOMING
from planner.ui.exchange.incoming import Incoming
from planner.ui.jobs import Jobs
from planner.ui.main_frame import MainFrame
from planner.ui.menus import Menus
from planner.ui.reading.readings import ENDINGS as REPORTS
from planner.ui.reading.readings import Readings
from planner.ui.recent_files import RecentFiles
from planner.ui.trust.merging import Merging
from planner.ui.window_state import WindowState
from planner.words import Words

SAMPLE = "rare-earth-2015.planner"


class WindowFiles(QObject):
    """Each file goes to what reads its kind, whether it was chosen, dropped or among the last."""

    imported = Signal(object)  # key of a delegation that came in
    archive_came = Signal()
    photos_came = Signal(object)  # paths
    same = Signal(object)  # path of a copy that held nothing else
    saved = Signal(str)  # path
    refused = Signal(object)  # PlannerError

    def __init__(
        self,
        frame: MainFrame,
        database: Database,
        editor: Editor,
        jobs: Jobs,
        words: Words,
        state: WindowState,
        in_hand: Callable[[], UUID | None],
    ) -> None:
        super().__init__(frame)
        self.archives = Archives(database, editor, jobs, frame.progress, frame)
        means = (database, editor, jobs, words, frame.progress, in_hand, frame)
        self.incoming, self.readings = Incoming(*means), Readings(*means)
        self.merging = Merging(database, jobs, frame.progress, self)
        self.drops = Drops(self)
        self.recent = RecentFiles(state, self)
        self._register()
        self._connect()
        frame.takes = self.drops.takes
        frame.files_dropped.connect(self.drops.take)

    def _register(self) -> None:
        """Who takes which files."""
        self.drops.register((SUFFIX, sealing.SUFFIX), self.archives.take_in)
        self.drops.register(INCOMING, self.incoming.take_in)
        self.drops.register(REPORTS, self.readings.take_in)
        # folders have no ending; what is in them goes the same way
        self.drops.register(("", *PICTURE_ENDINGS), self._tell_photos, is_remembered=False)

    def _connect(self) -> None:
        archives, incoming, readings = self.archives, self.incoming, self.readings
        for each in (archives, incoming, readings, self.merging):
            each.refused.connect(self.refused)
        for reader in (archives, readings):
            reader.imported.connect(self.imported)
            reader.chosen.connect(self.drops.take)
        archives.saved.connect(self.saved)
        archives.imported.connect(self.archive_came)
        archives.clashing.connect(incoming.lay_out)
        self.merging.laid.connect(incoming.lay_out)
        self.merging.same.connect(self.same)
        readings.archive_chosen.connect(archives.take_in)
        readings.booking_chosen.connect(incoming.take_booking)
        self.drops.taken.connect(self.recent.add)

    def follow(self, menus: Menus) -> None:
        """What the menus ask of files, and the last of them shown there."""
        menus.take_in.triggered.connect(self.archives.ask_import)
        menus.read.triggered.connect(self.readings.ask)
        menus.give_out_all.triggered.connect(
            lambda: self.archives.ask_export(None, self.tr("Whole store"))
        )
        menus.sample.triggered.connect(self.take_sample)
        menus.file_asked.connect(self.open)
        menus.recent_cleared.connect(self.recent.clear)
        menus.recent.aboutToShow.connect(lambda: menus.show_recent(self.recent.paths))
        self.recent.changed.connect(lambda: menus.show_recent(self.recent.paths))
        menus.show_recent(self.recent.paths)

    def open(self, path: Path) -> None:
        """One of the recent files: taken in again, or shown by the program it belongs to."""
        if self.drops.takes(path):
            self.drops.take([path])
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def take_sample(self) -> None:
        """Beside what is there, as one edit."""
        self.archives.take_in([resource("samples", SAMPLE)])

    def cancel(self) -> None:
        for each in (self.archives, self.incoming, self.readings):
            each.cancel()

    def _tell_photos(self, paths: Sequence[Path]) -> None:
        # the signal itself is no function that a file could be handed to
        self.photos_came.emit(paths)
