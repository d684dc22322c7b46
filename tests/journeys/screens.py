"""Pictures of every screen, to be set beside those kept in `tests/data/screens`.

python -m tests.journeys.screens [SCREEN …]     make the kept pictures again (all, or those named)
python -m tests.journeys.screens --store FILE --out FOLDER     of another store, to look at

The faces are shipped, so the same pictures come out on every platform but for a shade at edges.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image, ImageChops
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from planner.app import Desk
from planner.demo import make_demo
from planner.settings import LANGUAGES
from planner.store.database import Database
from planner.ui.application import dressed_application
from planner.ui.contacts.contact_tables import LIST, TABLE
from planner.ui.jobs import Jobs
from planner.ui.main_frame import MainFrame
from planner.ui.main_window import MainWindow
from planner.ui.places import CONTACTS, DELEGATION, places
from planner.ui.preferences import Preferences

KEPT = Path(__file__).parent.parent / "data" / "screens"
SIZES = {1280: 800, 1920: 1080}  # a small screen, a large one
USUAL = 1280
SCHEMES = ("light", "dark")
DAY = date(2015, 10, 26)
_TELLS = 24  # of 255: less is a shade at an edge
_REST = 0.12  # seconds without a job, after which a screen stands still
_PATIENCE = 60.0
_COLOURS = 128
# beside the places of the window
_PANELS = ("settings", "help", "search", "welcome")
_TABLE = "contacts_table"
"""The same place in another of its ways."""


@dataclass(frozen=True)
class Screen:
    """One picture: what is shown, in which language, light or dark."""

    name: str
    language: str
    scheme: str
    width: int = USUAL

    @property
    def path(self) -> Path:
        wide = "" if self.width == USUAL else f"-{self.width}"
        return KEPT / f"{self.name}-{self.language}-{self.scheme}{wide}.webp"


def screens(names: Sequence[str] = ()) -> list[Screen]:
    """All, or those named; what comes into the window looks the same in a large one."""
    known = [*(place.key for place in places()), DELEGATION, _TABLE, *_PANELS]
    return [
        Screen(name, language, scheme, width)
        for language in LANGUAGES
        for scheme in SCHEMES
        for name in known
        if not names or name in names
        for width in SIZES
        if width == USUAL or name not in _PANELS
    ]


class Studio:
    """The program on the sample, on a day that is always the same."""

    def __init__(self, store: Path, folder: Path) -> None:
        self._app = dressed_application()
        self._app.setCursorFlashTime(0)
        self._folder = folder
        self._preferences = Preferences(self._app, folder / "settings.json", folder)
        self._jobs = Jobs()
        self._desk = Desk(
            self._app,
            Database(store),
            self._preferences,
            self._jobs,
            folder / "window.ini",
            lambda: DAY,
        )
        self._open: Callable[[], QWidget] | None = None

    def pictures(self, wanted: Sequence[Screen]) -> Iterator[tuple[Screen, Image.Image]]:
        """Each language and scheme in turn: a window is made anew for a language."""
        first = wanted[0]
        self._preferences.change(language=first.language, scheme=first.scheme, text_scale=1.0)
        self._desk.open_window()
        for screen in wanted:
            worn = self._preferences.settings
            if (worn.language, worn.scheme) != (screen.language, screen.scheme):
                self._preferences.change(language=screen.language, scheme=screen.scheme)
                self._settle()
            yield screen, self._picture(screen)

    def close(self) -> None:
        self._desk.close()
        self._desk.deleteLater()

    @property
    def window(self) -> MainWindow:
        return self._desk.windows[0]

    def _picture(self, screen: Screen) -> Image.Image:
        window = self.window
        window.frame.resize(screen.width, SIZES[screen.width])
        window.frame.close_panel()
        window.frame.toast.hide()
        window.open_first_delegation()
        window.go_to_place(_place(screen.name))
        self._settle()
        shown = self._show(screen.name)
        self._settle()
        _still(shown)
        picture = _taken(shown)
        self._put_away(shown)
        return picture

    def _show(self, name: str) -> QWidget:
        """What is grabbed: the whole window, or what came into it."""
        window = self.window
        match name:
            case "settings":
                window.dialogs.show_settings()
                # the path of the store is of this machine
                window.frame.panel.store.setText("~/planner.sqlite")
                return window.frame.panel
            case "help":
                window.dialogs.show_help("thread")
                return window.frame.panel
            case "search":
                window.frame.search.trigger()
                window.frame.palette_box.field.setText("特")
                return window.frame.palette_box
            case name if name == _TABLE:
                window.areas.contacts.list.turn_way(TABLE)
            case "welcome":
                window.first_run.welcome()
                return window.first_run.dialog
        return window.frame

    def _put_away(self, shown: QWidget) -> None:
        window = self.window
        window.frame.palette_box.dismiss()
        if window.here.place == CONTACTS:
            window.areas.contacts.list.turn_way(LIST)
        if window.first_run.dialog is shown:
            shown.close()
            window.first_run.dialog = None

    def _settle(self) -> None:
        """Until no job runs and nothing waits, for a while on end."""
        began = rested = time.monotonic()
        while time.monotonic() - rested < _REST and time.monotonic() - began < _PATIENCE:
            self._app.processEvents()
            counting = self.window.open_problems.is_busy
            busy = not self._jobs.is_idle or counting or self._is_printing()
            rested = time.monotonic() if busy else rested

    def _is_printing(self) -> bool:
        areas = self.window.areas
        if not areas.is_made("report") or not areas.report.isVisible():
            return False
        return areas.report.is_printing or areas.report.pages.page_count == 0


def _place(name: str) -> str:
    if name == _TABLE:
        return CONTACTS
    return DELEGATION if name in _PANELS else name


def _still(shown: QWidget) -> None:
    """No time of day is told."""
    if isinstance(shown, MainFrame):
        shown.sidebar.show_saved("")


def _taken(shown: QWidget) -> Image.Image:
    image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    content = QByteArray(bytes(image.constBits()))
    return Image.frombytes(
        "RGB", (image.width(), image.height()), bytes(content), "raw", "RGB", image.bytesPerLine()
    )


def difference(one: Image.Image, other: Image.Image) -> float:
    """Which part of the picture tells: 0 none, 1 all."""
    if one.size != other.size:
        return 1.0
    apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).convert("L")
    return sum(apart.histogram()[_TELLS:]) / (one.width * one.height)


def keep(picture: Image.Image, path: Path) -> None:
    """Few colours, without loss: an interface of flat grounds becomes small."""
    path.parent.mkdir(parents=True, exist_ok=True)
    flat = picture.quantize(_COLOURS, dither=Image.Dither.NONE).convert("RGB")
    flat.save(path, lossless=True, quality=100, method=4)


def main(names: Sequence[str], store: Path | None, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(store or make_demo(Path(folder) / "demo").store, Path(folder))
        # all are shown in any case: what was shown before leaves traces, as where the focus stands
        wanted = screens(names)
        for screen, picture in studio.pictures(screens()):
            if screen not in wanted:
                continue
            path = out / screen.path.name
            keep(picture, path)
            sys.stdout.write(f"{path.name} {path.stat().st_size // 1024} KiB\n")
        studio.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="places or panels; all without")
    parser.add_argument("--store", type=Path, help="instead of one with the sample")
    parser.add_argument("--out", type=Path, default=KEPT)
    given = parser.parse_args()
    main(given.names, given.store, given.out)
