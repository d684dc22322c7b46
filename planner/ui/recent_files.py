"""RecentFiles: the files that were read or written last, latest first."""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.ui.window_state import WindowState

_MOST = 8
_NAME = "recent_files"


class RecentFiles(QObject):
    """Kept with the state of the window; a file that is gone is left out."""

    changed = Signal()

    def __init__(self, state: WindowState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state

    @property
    def paths(self) -> list[Path]:
        return [path for path in self._kept() if path.exists()]

    def add(self, paths: Sequence[Path]) -> None:
        latest = [path.absolute() for path in reversed(paths)]
        self._keep(list(dict.fromkeys([*latest, *self._kept()]))[:_MOST])

    def clear(self) -> None:
        self._keep([])

    def _kept(self) -> list[Path]:
        try:
            kept = json.loads(self._state.value(_NAME) or "[]")
        except ValueError:
            return []
        return [Path(each) for each in kept if isinstance(each, str)]

    def _keep(self, paths: Sequence[Path]) -> None:
        self._state.remember(_NAME, json.dumps([str(path) for path in paths]))
        self.changed.emit()
