"""Drops: who takes which files that are dropped onto the window, by their endings."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

Take = Callable[[Sequence[Path]], None]


class Drops(QObject):
    """Areas register what they read; of two for the same ending the later one is asked."""

    taken = Signal(object)  # paths of files to be remembered

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._takers: dict[str, Take] = {}
        self._passing: set[Take] = set()

    def register(self, endings: Iterable[str], take: Take, *, is_remembered: bool = True) -> None:
        """`take` is given all files with one of these endings that were dropped together."""
        for ending in endings:
            self._takers[ending.lower()] = take
        if not is_remembered:
            self._passing.add(take)

    @property
    def endings(self) -> tuple[str, ...]:
        return tuple(self._takers)

    def takes(self, path: Path) -> bool:
        return path.suffix.lower() in self._takers

    def take(self, paths: Sequence[Path]) -> None:
        """Each to whom it belongs, in the order in which they came."""
        by_taker: dict[Take, list[Path]] = {}
        for path in paths:
            if (taker := self._takers.get(path.suffix.lower())) is not None:
                by_taker.setdefault(taker, []).append(path)
        for taker, held in by_taker.items():
            taker(held)
        kept = [
            path for taker, held in by_taker.items() for path in held if taker not in self._passing
        ]
        if kept:
            self.taken.emit(kept)
