"""ReadInTurns: what only the window's own thread may read, some of it in each turn of its loop."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

_AT_ONCE = 200  # rows of a table of ten columns, within a frame


class ReadInTurns(QObject):
    """Holds what was read until all of it is there."""

    progressed = Signal(int)
    finished = Signal(list)

    def __init__(self, home: QObject) -> None:
        super().__init__(home)
        self._read: list[Any] = []
        self._coming: Iterator[Any] = iter(())
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._read_on)

    def begin(self, coming: Iterator[Any]) -> None:
        """Anew; what was under way is forgotten."""
        self._read, self._coming = [], coming
        self._turns.start()

    def stop(self) -> None:
        self._turns.stop()

    def _read_on(self) -> None:
        before = len(self._read)
        self._read.extend(islice(self._coming, _AT_ONCE))
        self.progressed.emit(len(self._read))
        if len(self._read) == before:
            self.stop()
            self.finished.emit(self._read)
