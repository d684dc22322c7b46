"""Collector: Python's search for cycles runs in the main thread only.

Widgets stand in cycles with their slots. Python searches in whatever thread allocates just then,
and a widget that goes in the thread of a job takes the program with it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, QTimer

_EVERY = 150  # milliseconds; what came since is looked through at once
_SETTLED = 3000
"""By then the modules are loaded. To look through them takes a tenth of a second, each time."""
_THRESHOLDS = (700, 10, 10)  # Python's own


@contextmanager
def many_rows() -> Iterator[None]:
    """While a thread reads so many that to look through them would keep the window waiting.

    Nothing is looked for meanwhile; what is there at the end stays until nobody holds it.
    """
    gc.set_threshold(0)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*_THRESHOLDS)


def let_go(many: list[Any]) -> None:
    """One by one: to free them at once would hold up every thread for as long."""
    while many:
        many.pop()


class Collector(QObject):
    """Instead of Python's own: looks once in a while whether it is time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        QTimer.singleShot(_SETTLED, self, self.settle)

    def settle(self) -> None:
        """What is there stays, and is not looked through any more; what comes now is."""
        gc.freeze()
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if not thresholds[0]:
            return
        due = (age for age in (2, 1, 0) if counts[age] > thresholds[age])
        age = next(due, None)
        if age is not None:
            gc.collect(age)
