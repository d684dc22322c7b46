"""Typed: text that is being typed is kept every second until it is stored, to be offered again.

A program that is killed leaves its file; the next start finds it. What was stored, given up or
left with the window is no longer in it, and a program that ends as it should leaves nothing.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from planner.store.database import Database
from planner.store.news import Committed
from planner.ui.components.fields import SearchField

_EVERY = 1000  # milliseconds; the promise is two seconds
_SHORTEST = 3  # letters that are worth offering


@dataclass(frozen=True)
class TypedText:
    """`where` is the title of the window, `name` that of the field."""

    where: str
    name: str
    text: str


class Typed(QObject):
    """Looks every second at the field that has the keyboard."""

    _stored = Signal(object)  # Committed; an edit that a job made is told in its thread

    def __init__(self, folder: Path, database: Database, parent: QObject) -> None:
        super().__init__(parent)
        self._path = folder / f"typed-{os.getpid()}.json"
        self._lock = QLockFile(str(_lock_of(self._path)))
        self._lock.setStaleLockTime(0)
        self._typed: dict[QWidget, TypedText] = {}
        self._begun: tuple[QWidget, str] | None = None
        self._written: list[TypedText] = []
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock.tryLock(0)
        self._stored.connect(self._on_stored)
        self._stop = database.observe(self._stored.emit)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self._every = QTimer(self, interval=_EVERY)
        self._every.timeout.connect(self.look)
        self._every.start()

    def look(self) -> None:
        """Note what stands in the field that is being typed in; forget what is no more."""
        if self._begun is not None:
            field, before = self._begun
            if isValid(field) and field.isVisible() and (text := _text(field)) != before:
                self._typed[field] = TypedText(field.window().windowTitle(), _name(field), text)
        self._typed = {
            field: typed
            for field, typed in self._typed.items()
            if isValid(field) and field.isVisible() and len(typed.text.strip()) >= _SHORTEST
        }
        self._write()

    def close(self) -> None:
        """The program ends as it should."""
        self._stop()
        self._every.stop()
        self._begun = None
        self._typed.clear()
        self._write()
        self._lock.unlock()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self.look()
        self._begun = (new, _text(new)) if new is not None and _is_typed_in(new) else None

    def _on_stored(self, committed: Committed) -> None:
        """What now stands in a record needs not be offered again."""
        stored = {
            text.strip()
            for change in committed.changes.changes
            for text in _texts(change.after or {})
        }
        self._typed = {
            field: typed for field, typed in self._typed.items() if typed.text.strip() not in stored
        }
        if self._begun is not None and isValid(self._begun[0]):
            field = self._begun[0]
            if _text(field).strip() in stored:
                self._begun = (field, _text(field))

    def _write(self) -> None:
        """Where it cannot be kept there is nothing more to be done; the edit itself will tell."""
        typed = list(self._typed.values())
        if typed == self._written:
            return
        with suppress(OSError):
            if typed:
                _put(self._path, json.dumps([asdict(each) for each in typed], ensure_ascii=False))
            else:
                self._path.unlink(missing_ok=True)
            self._written = typed


def left_behind(folder: Path) -> Iterator[tuple[Path, list[TypedText]]]:
    """What programs that were killed had noted, with the file to be let go once it is offered."""
    for path in sorted(folder.glob("typed-*.json")):
        lock = QLockFile(str(_lock_of(path)))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            continue  # that program is still there
        lock.unlock()
        try:
            typed = [TypedText(**each) for each in json.loads(path.read_text("utf-8"))]
        except (OSError, ValueError, TypeError):
            continue
        if typed:
            yield path, typed


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")


def _put(path: Path, content: str) -> None:
    half = path.with_suffix(".part")
    with open(os.open(half, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", -1, "utf-8") as new:
        new.write(content)
        new.flush()
        os.fsync(new.fileno())
    half.replace(path)


def _is_typed_in(field: QWidget) -> bool:
    if isinstance(field, QLineEdit):
        is_plain = field.echoMode() is QLineEdit.EchoMode.Normal
        return is_plain and not field.isReadOnly() and not isinstance(field, SearchField)
    return isinstance(field, QPlainTextEdit | QTextEdit) and not field.isReadOnly()


def _text(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, QPlainTextEdit | QTextEdit) else ""


def _name(field: QWidget) -> str:
    return field.accessibleName().replace("&", "")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for held in value.values():
            yield from _texts(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _texts(held)
    elif value is not None:
        yield str(value)
