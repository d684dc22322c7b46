"""Unopened: what one is asked where a store could not be opened, each time anew."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.domain.errors import PlannerError
from planner.paths import Place, ServerAddress
from planner.store.backup import Copy, copies, folder_of
from planner.store.database import restore_store
from planner.store.holding import HeldElsewhere, Manner
from planner.ui.jobs import Job, Jobs
from planner.ui.main_frame import MainFrame
from planner.ui.office.recent_stores import RecentStores
from planner.ui.office.store_dialog import StoreDialog
from planner.ui.trust.held_dialog import HeldDialog
from planner.ui.trust.unopened_dialog import UnopenedDialog
from planner.words import Words


class Unopened(QObject):
    """The window stays; it closes where one gives up."""

    manner_chosen = Signal(Manner)
    file_chosen = Signal(Path)
    server_chosen = Signal(ServerAddress, str, bool)  # its password, and whether it is kept
    restored = Signal()
    refused = Signal(Exception)  # the copy could not be put in place either

    def __init__(
        self, store: Place, words: Words, recent: RecentStores, jobs: Jobs, frame: MainFrame
    ) -> None:
        super().__init__(frame)
        self._store, self._words, self._recent = store, words, recent
        self._jobs, self._frame = jobs, frame

    def ask(self, error: PlannerError) -> None:
        sentence = self._words.error(error)
        if isinstance(error, HeldElsewhere):
            self._ask_manner(sentence)
        elif error.code == "office.password":
            self._ask_store(sentence)
        else:
            self._ask_what_else(sentence, self._copy_for(error))

    def _copy_for(self, error: PlannerError) -> Copy | None:
        """The latest, where the store itself is damaged."""
        if error.code != "store.damaged" or not isinstance(self._store, Path):
            return None
        return next(iter(copies(folder_of(self._store))), None)

    def _ask_what_else(self, sentence: str, copy: Copy | None) -> None:
        made_at = copy.made_at if copy else None
        dialog = UnopenedDialog(sentence, self._words, made_at, self._frame)
        if copy is not None:
            dialog.copy_wanted.connect(lambda: self._restore(copy, dialog))
        dialog.other_wanted.connect(self._ask_store)
        dialog.rejected.connect(self._frame.close)
        dialog.open()

    def _restore(self, copy: Copy, dialog: UnopenedDialog) -> None:
        """The copy takes the place of the damaged store, which is kept beside it."""
        store = self._store
        assert isinstance(store, Path)
        job = Job(lambda job: restore_store(store, copy.path))
        job.finished.connect(lambda: dialog.done(UnopenedDialog.DialogCode.Accepted.value))
        job.succeeded.connect(self.restored)
        job.failed.connect(self.refused)
        self._jobs.start(job)

    def _ask_manner(self, sentence: str) -> None:
        dialog = HeldDialog(sentence, self._frame)
        dialog.chosen.connect(self.manner_chosen)
        dialog.rejected.connect(self._frame.close)
        dialog.open()

    def _ask_store(self, reason: str = "") -> None:
        """Which other, or with `reason` the password that the server wants."""
        wanting = self._store if reason and isinstance(self._store, ServerAddress) else None
        dialog = StoreDialog(self._recent.addresses, self._frame, reason=reason, wanting=wanting)
        dialog.file_chosen.connect(self.file_chosen)
        dialog.server_chosen.connect(self.server_chosen)
        dialog.rejected.connect(self._frame.close)
        dialog.open()
