"""The window: it stands at once, takes what it holds when that is loaded, and keeps no data.

Its imports are few, since it is painted before anything else is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from planner.ui.appearance import Pigment
    from planner.ui.components.sidebar import Place
    from planner.ui.frame_parts import FrameParts
    from planner.ui.icons import Icon


class MainFrame(QMainWindow):
    """Menu bar, sidebar, header, content, side panel, status line.

    Pages are added by a key; whoever assembles the window connects the signals.
    """

    place_asked = Signal(str)
    trail_asked = Signal(str)
    search_asked = Signal(str)
    found_chosen = Signal(object)
    panel_closed = Signal()
    files_dropped = Signal(list)  # paths
    closing = Signal()

    def __init__(self, places: Sequence[Place] | None = None) -> None:
        """Without places it stands empty until it is furnished."""
        super().__init__()
        self.takes: Callable[[Path], bool] = lambda path: False  # files that may be dropped
        self._parts: FrameParts | None = None
        self._cover: QWidget | None = None
        if places is not None:
            self.furnish(places)

    def furnish(self, places: Sequence[Place]) -> None:
        # everything that is drawn, which an empty window has no use for
        from planner.ui.frame_parts import FrameParts

        parts = FrameParts(self, places)
        self.sidebar, self.header, self.status = parts.sidebar, parts.header, parts.status
        self.back, self.forward = parts.back, parts.forward
        self.undo, self.redo = parts.undo, parts.redo
        self.search, self.palette_box = parts.search, parts.palette_box
        self.next_region, self.previous_region = parts.next_region, parts.previous_region
        self.bar, self.progress, self.toast = parts.bar, parts.progress, parts.toast
        self.pages, self.split = parts.pages, parts.split
        parts.sidebar.place_asked.connect(self.place_asked)
        parts.header.trail.asked.connect(self.trail_asked)
        parts.palette_box.asked.connect(self.search_asked)
        parts.palette_box.chosen.connect(self.found_chosen)
        parts.panel_closed.connect(self.panel_closed)
        self._parts = parts
        self.setCentralWidget(parts)
        self.setAcceptDrops(True)

    def cover(self, cover: QWidget) -> None:
        """Stands over everything, menus too, until the window is complete."""
        self._cover = cover
        cover.resize(self.size())

    def uncover(self) -> None:
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    @property
    def parts(self) -> FrameParts:
        if self._parts is None:
            raise RuntimeError("the window is not furnished yet")
        return self._parts

    # Content

    def add_page(self, key: str, page: QWidget) -> None:
        self.parts.add_page(key, page)

    def show_page(
        self, key: str, trail: Sequence[tuple[str, str]], place: str | None = None
    ) -> None:
        self.parts.show_page(key, trail, place)

    def show_acts(self, *acts: QAction | QWidget) -> None:
        self.parts.show_acts(*acts)

    @property
    def panel(self) -> QWidget | None:
        return self.parts.panel

    @property
    def kept_widths(self) -> dict[str, int]:
        return self.parts.kept_widths

    @property
    def panel_widths(self) -> dict[str, int]:
        return self.parts.panel_widths

    @panel_widths.setter
    def panel_widths(self, widths: dict[str, int]) -> None:
        self.parts.panel_widths = widths

    def show_panel(self, panel: QWidget, name: str = "", width: int = 0) -> None:
        self.parts.show_panel(panel, name, width)

    def close_panel(self) -> None:
        self.parts.close_panel()

    def tell_done(self, done: str, take_back: Callable[[], None] | None = None) -> None:
        self.parts.tell_done(done, take_back)

    def tell(self, sentence: str, icon: Icon, pigment: Pigment, act: QWidget | None = None) -> None:
        self.parts.tell(sentence, icon, pigment, act)

    def withdraw(self) -> None:
        self.parts.withdraw()

    def show_keys(self, *hints: tuple[str, str]) -> None:
        self.parts.show_keys(*hints)

    def show_totals(self, words: str) -> None:
        self.parts.show_totals(words)

    @property
    def regions(self) -> list[QWidget]:
        return self.parts.regions

    # Qt's interface

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's
        if self._parts is not None and self._parts.go_on(next):
            return True
        return super().focusNextPrevChild(next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cover is not None:
            self._cover.resize(self.size())
        if self._parts is not None:
            self._parts.follow_width()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._taken(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := self._taken(event):
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _taken(self, event: QDropEvent) -> list[Path]:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        return [path for path in paths if self.takes(path)]

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
