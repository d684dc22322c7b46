"""Together: who else has the same records open, and the way to another store."""

import sys
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QProcess, QTimer

from planner.paths import Place, ServerAddress
from planner.store.database import Database
from planner.ui.appearance import Pigment
from planner.ui.components.labels import WhoElse
from planner.ui.icons import Icon
from planner.ui.main_frame import MainFrame
from planner.ui.office.recent_stores import RecentStores
from planner.ui.office.store_dialog import StoreDialog
from planner.ui.window_state import WindowState
from planner.words import Words

_EVERY = 1000  # milliseconds between looks at who is there


class Together(QObject):
    """In a store that nobody shares it tells nothing, and asks nobody."""

    def __init__(
        self,
        database: Database,
        words: Words,
        state: WindowState,
        frame: MainFrame,
        in_hand: Callable[[], UUID | None],
        open_program: Callable[[Place], None] | None = None,
    ) -> None:
        super().__init__(frame)
        self._database = database
        self._words = words
        self._recent = RecentStores(state)
        self._frame = frame
        self._in_hand = in_hand
        self._open_program = open_program or _open_program
        self._is_away = False
        frame.closing.connect(lambda: database.attend((), id(self)))
        if isinstance(database.place, ServerAddress):
            timer = QTimer(self, interval=_EVERY)
            timer.timeout.connect(self.look)
            timer.start()

    def look(self) -> None:
        """Say what is open here, and show beside each record who has it open elsewhere."""
        delegation = self._in_hand()
        shown = [each for each in self._frame.findChildren(WhoElse) if each.is_asked]
        records = [delegation, *(each.record for each in shown)]
        self._database.attend([each for each in records if each is not None], id(self))
        self._frame.sidebar.show_others(self._told(delegation))
        for each in shown:
            each.tell(self._told(each.record))
        if self._database.is_away != self._is_away:
            self._is_away = not self._is_away
            self._tell_line()

    def _tell_line(self) -> None:
        """The server went, or is there again; what one typed stood where it was."""
        if not self._is_away:
            self._frame.withdraw()
            self._frame.tell_done(self.tr("The server is there again."))
            return
        sentence = self.tr(
            "The server cannot be reached. What you type stays here; the program goes on trying."
        )
        self._frame.tell(sentence, Icon.MUST, Pigment.CINNABAR)

    def _told(self, record: UUID | None) -> str:
        names = () if record is None else self._database.others(record)
        return self.tr("Also here: {names}").format(names=self._words.names(names)) if names else ""

    def ask_store(self) -> None:
        """Another store opens in a program of its own; this one stays as it is."""
        dialog = StoreDialog(self._recent.addresses, self._frame)
        dialog.file_chosen.connect(self._open_program)
        dialog.server_chosen.connect(lambda address, *_: self._open_program(address))
        dialog.open()


def _open_program(place: Place) -> None:
    named = str(place) if isinstance(place, Path) else place.url
    QProcess.startDetached(sys.executable, ["-m", "planner", "--store", named])
