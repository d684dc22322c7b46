"""Keeper: what is typed is stored at every pause, and at the latest when one leaves."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_PAUSE = 1200
"""Milliseconds after the last key; the promise is two seconds."""
_LONGEST = 8000
"""Who never pauses is stored all the same."""


class Keeper(QObject):
    """Each pause is one edit that can be undone."""

    pending_changed = Signal(bool)

    def __init__(self, store: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._is_pending = False
        self._rests = QTimer(self, singleShot=True, interval=_PAUSE)
        self._at_last = QTimer(self, singleShot=True, interval=_LONGEST)
        self._rests.timeout.connect(self.keep)
        self._at_last.timeout.connect(self.keep)

    @property
    def is_pending(self) -> bool:
        return self._is_pending

    def touch(self) -> None:
        """Something was typed."""
        if not self._is_pending:
            self._is_pending = True
            self._at_last.start()
            self.pending_changed.emit(True)
        self._rests.start()

    def keep(self) -> None:
        """Store now what is not stored yet."""
        if self._is_pending:
            self.drop()
            self._store()

    def drop(self) -> None:
        self._rests.stop()
        self._at_last.stop()
        if self._is_pending:
            self._is_pending = False
            self.pending_changed.emit(False)
