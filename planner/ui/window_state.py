"""Where the window was, how wide its parts were, what was in hand; nothing else is kept here."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

WINDOW = "main"


class Part(Protocol):
    """A splitter, a table: what has sizes that a person chose. An object of Qt's."""

    def saveState(self) -> QByteArray: ...  # noqa: N802 – Qt's name

    def restoreState(self, state: QByteArray, /) -> bool: ...  # noqa: N802


class WindowState:
    """Restores what it is given at once, and keeps it when asked; a bad file is no obstacle."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        self._parts: dict[str, Part] = {}
        self._windows: dict[str, QMainWindow] = {}

    @property
    def folder(self) -> Path:
        """Where else is kept what a person is used to."""
        return Path(self._settings.fileName()).parent

    def follow_window(self, name: str, window: QMainWindow) -> bool:
        """False where nothing is known yet, so that the caller may choose a size."""
        self._windows[name] = window
        return window.restoreGeometry(self._kept(f"window/{name}"))

    def follow(self, name: str, part: Part) -> bool:
        self._parts[name] = part
        return part.restoreState(self._kept(f"part/{name}"))

    def value(self, name: str) -> str:
        """A word kept under a name; empty where there is none."""
        value = self._settings.value(f"value/{name}")
        return value if isinstance(value, str) else ""

    def remember(self, name: str, value: str) -> None:
        self._settings.setValue(f"value/{name}", value)

    def keep(self) -> None:
        for name, window in self._windows.items():
            self._settings.setValue(f"window/{name}", window.saveGeometry())
        for name, part in self._parts.items():
            if isValid(part):  # a view may have gone before its window
                self._settings.setValue(f"part/{name}", part.saveState())
        self._settings.sync()

    def _kept(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
