"""FirstPicture: the window as it will stand, kept at the end for the next start to show at once.

It is shown only where all is as it was: the settings, the screen, the program, and in the store
whatever the list shows. What tells how many days are left was drawn for each of the coming days.
Few imports: nothing else is loaded when it is painted.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QWidget

from planner import __version__
from planner.paths import HALF
from planner.store.mark import store_mark

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from planner.ui.kept_events import KeptEvents

_FORMAT = QImage.Format.Format_RGB32
_DEPTH = 4  # bytes of a pixel
_MIDDLE = 128


class Drawn(NamedTuple):
    """The whole window on one day, and the part of it that differs on each of the days on."""

    window: QImage
    corner: tuple[int, int]  # of the part, in pixels of the image
    days: Mapping[str, QImage]  # by ISO date
    title: str
    geometry: bytes


def is_desktop_dark() -> bool:
    """As its palette has it, before the application wears its own."""
    return QGuiApplication.palette().window().color().lightness() < _MIDDLE


def circumstances(store: Path, settings: Path, language: str | None, dark: bool) -> dict[str, Any]:
    """All that the look of the first list hangs on, save what is in the store."""
    screen = QGuiApplication.primaryScreen()
    return {
        "program": __version__,
        "store": str(store),
        "settings": settings.read_text("utf-8") if settings.exists() else "",
        "language": language,
        "screen": [screen.devicePixelRatio(), screen.logicalDotsPerInch()],
        "dark": dark,
    }


def keep(path: Path, drawn: Drawn, when: Mapping[str, Any], store: Path) -> None:
    """One file, for its owner only: a line that tells what is in it, then bare pixels."""
    # loaded with the desk already
    from planner.store.last_edit import last_edit

    part = next(iter(drawn.days.values()))
    told = {
        "when": when,
        "mark": store_mark(store),
        "edit": last_edit(store),
        "days": list(drawn.days),
        "window": [drawn.window.width(), drawn.window.height()],
        "part": [*drawn.corner, part.width(), part.height()],
        "title": drawn.title,
        "geometry": drawn.geometry.hex(),
    }
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = path.with_suffix(HALF)
    with open(os.open(half, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
        file.write(json.dumps(told).encode() + b"\n")
        for image in (drawn.window, *drawn.days.values()):
            file.write(image.convertToFormat(_FORMAT).constBits())
    half.replace(path)


def kept(path: Path, today: date, when: Mapping[str, Any], store: Path) -> Drawn | None:
    """What was kept for this day, where all is as it was then."""
    try:
        with path.open("rb") as file:
            told = json.loads(file.readline())
            if told["when"] != when or today.isoformat() not in told["days"]:
                return None
            if told["mark"] != store_mark(store) and not _lists_as_then(store, told["edit"]):
                return None
            width, height = told["window"]
            window = _image(file.read(width * height * _DEPTH), width, height)
            left, top, across, down = told["part"]
            file.seek(told["days"].index(today.isoformat()) * across * down * _DEPTH, os.SEEK_CUR)
            part = _image(file.read(across * down * _DEPTH), across, down)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    geometry = bytes.fromhex(told["geometry"])
    return Drawn(window, (left, top), {today.isoformat(): part}, told["title"], geometry)


def _lists_as_then(store: Path, told: Sequence[Any] | None) -> bool:
    # only where another program wrote
    from planner.store.last_edit import LastEdit, lists_as_then

    return told is not None and lists_as_then(store, LastEdit(*told))


def _image(pixels: bytes, width: int, height: int) -> QImage:
    if len(pixels) < width * height * _DEPTH:
        raise ValueError("the picture is cut short")
    return QImage(pixels, width, height, width * _DEPTH, _FORMAT).copy()


def _fill_beside(painter: QPainter, window: QImage, size: QSize) -> None:
    """Where the desktop gave the window another size; not else, as it costs 12 ms at first."""
    sheet = window.pixelColor(window.width() - 1, window.height() - 1)
    painter.fillRect(window.width(), 0, size.width() - window.width(), size.height(), sheet)
    painter.fillRect(0, window.height(), size.width(), size.height() - window.height(), sheet)


class FirstPicture(QWidget):
    """Stands over the window until that is complete; what is done meanwhile is kept for it."""

    painted = Signal()  # once

    def __init__(self, drawn: Drawn, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawn = drawn
        self._is_painted = False
        self.events: KeptEvents | None = None

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio, window = self.devicePixelRatioF(), self._drawn.window
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawImage(0, 0, window)
        for part in self._drawn.days.values():
            painter.drawImage(*self._drawn.corner, part)
        if self.size() * ratio != window.size():
            _fill_beside(painter, window, self.size() * ratio)
        painter.end()
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._kept.keep_key(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._kept.keep_mouse(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._kept.keep_mouse(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._kept.keep_mouse(event)

    @property
    def _kept(self) -> KeptEvents:
        if self.events is None:
            # only where somebody is that quick
            from planner.ui.kept_events import KeptEvents

            self.events = KeptEvents()
        return self.events
