"""Keeper: what is typed is stored at every pause, and at the latest when one leaves."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_PAUSE = 1200
"""Milliseconds after the last key; the promise is two seconds."""
_LONGEST = 8000
"""Who never pauses is stored all the same."""
_AGAIN = 3000
"""What a store that is away did not take is offered again."""


class Keeper(QObject):
    """Each pause is one edit that can be undone."""

    pending_changed = Signal(bool)

    def __init__(self, store: Callable[[], bool], parent: QObject) -> None:
        """`store` says whether nothing is left to be stored."""
        super().__init__(parent)
        self._store = store
        self._is_pending = False
        self._rests = QTimer(self, singleShot=True)
        self._at_last = QTimer(self, singleShot=True, interval=_LONGEST)
        self._rests.timeout.connect(self.keep)
        self._at_last.timeout.connect(self.keep)

    @property
    def is_waiting(self) -> bool:
        """Whether the store was away when it was last asked."""
        return self._is_pending and self._rests.interval() == _AGAIN

    @property
    def is_pending(self) -> bool:
        return self._is_pending

    def touch(self) -> None:
        """Something was typed."""
        if not self._is_pending:
            self._is_pending = True
            self._at_last.start()
            self.pending_changed.emit(True)
        self._rests.start(_PAUSE)

    def keep(self) -> None:
        """Store now what is not stored yet."""
        if self._is_pending:
            self.drop()
            if not self._store():
                self.touch()
                self._rests.start(_AGAIN)

    def drop(self) -> None:
        self._rests.stop()
        self._at_last.stop()
        if self._is_pending:
            self._is_pending = False
            self.pending_changed.emit(False)
