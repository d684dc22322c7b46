"""PhotoWork: what is done with the photos in hand, by keys, menus and dragging."""

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.queries.photos import PhotoLine, PhotoPage
from planner.ui.photos.actions import PhotoActions
from planner.ui.photos.acts import PhotoActs
from planner.ui.photos.clock_dialogs import CamerasDialog, seconds_ahead
from planner.ui.photos.faces import PhotoFaces
from planner.ui.photos.photo_grid import PhotoGrid
from planner.ui.photos.shelf_list import FIGURES, TO_CONFIRM, ShelfKey, ShelfList
from planner.ui.photos.taking_in import TakingIn


class Shown(Protocol):
    """The page of photos: what it shows, and what of it is chosen."""

    faces: PhotoFaces
    grid: PhotoGrid
    shelves: ShelfList

    @property
    def delegation(self) -> UUID | None: ...

    @property
    def page(self) -> PhotoPage | None: ...

    @property
    def shelf(self) -> ShelfKey: ...


class PhotoWork:
    """Each act is asked for what is chosen now."""

    def __init__(
        self, shown: Shown, on: PhotoActions, acts: PhotoActs, taking_in: TakingIn, home: QWidget
    ) -> None:
        self._shown, self._acts, self._taking_in, self._home = shown, acts, taking_in, home
        self._cameras: CamerasDialog | None = None
        self._connect_taking_in(on)
        self._connect_places(on)
        self._connect_rest(on)

    def _connect_taking_in(self, on: PhotoActions) -> None:
        on.add.triggered.connect(lambda: self._with_delegation(self._taking_in.ask_files))
        on.add_folder.triggered.connect(lambda: self._with_delegation(self._taking_in.ask_folder))
        on.paste.triggered.connect(lambda: self._with_delegation(self._paste))

    def _connect_places(self, on: PhotoActions) -> None:
        acts = self._acts
        on.accept.triggered.connect(self._accept)
        on.accept_sure.triggered.connect(self._accept_sure)
        on.place.triggered.connect(lambda: self._with_lines(acts.ask_place))
        on.unplace.triggered.connect(
            lambda: self._with_lines(lambda page, lines: acts.place(page, lines, None))
        )
        on.tell_time.triggered.connect(lambda: self._with_line(acts.ask_anchor))
        on.cameras.triggered.connect(self.show_cameras)
        self._shown.shelves.dropped.connect(self._on_dropped)

    def _connect_rest(self, on: PhotoActions) -> None:
        acts = self._acts
        on.figure.triggered.connect(
            lambda: self._with_lines(lambda page, lines: acts.turn_figures(lines))
        )
        for act, step in ((on.earlier, -1), (on.later, 1)):
            act.triggered.connect(
                lambda _=False, step=step: self._with_lines(
                    lambda page, lines: acts.shift(page, lines, step)
                )
            )
        on.caption.triggered.connect(lambda: self._with_lines(acts.draft_captions))
        on.retouch.triggered.connect(
            lambda: self._with_line(lambda page, line: acts.ask_retouch(line))
        )
        on.disclose.triggered.connect(
            lambda: self._with_lines(lambda page, lines: acts.turn_disclosure(lines))
        )
        on.give_out.triggered.connect(
            lambda: self._with_lines(lambda page, lines: acts.ask_give_out(lines))
        )
        on.remove.triggered.connect(
            lambda: self._with_lines(lambda page, lines: acts.remove(lines))
        )
        self._shown.grid.reordered.connect(self._on_reordered)

    # For what is chosen

    def _with_delegation(self, act: Callable[[UUID], object]) -> None:
        if self._shown.delegation is not None:
            act(self._shown.delegation)

    def _with_lines(self, act: Callable[[PhotoPage, Sequence[PhotoLine]], object]) -> None:
        page, lines = self._shown.page, self._shown.grid.lines
        if page is not None and lines:
            act(page, lines)

    def _with_line(self, act: Callable[[PhotoPage, PhotoLine], object]) -> None:
        page, line = self._shown.page, self._shown.grid.line
        if page is not None and line is not None:
            act(page, line)

    def _paste(self, delegation: UUID) -> None:
        self._taking_in.take_carried(delegation, QGuiApplication.clipboard().mimeData())

    # Places

    def _accept(self) -> None:
        """The next one is in hand then: one key after the other places them all."""
        page, grid = self._shown.page, self._shown.grid
        if page is None:
            return
        lines, row = grid.lines, grid.currentIndex().row()
        self._acts.accept(page, lines)
        if self._shown.shelf != TO_CONFIRM and len(lines) == 1:
            grid.choose_near(row + 1)

    def _accept_sure(self) -> None:
        if self._shown.page is not None:
            self._acts.accept_sure(self._shown.page)

    def _on_dropped(self, keys: Sequence[UUID], shelf: ShelfKey) -> None:
        page = self._shown.page
        lines = [line for line in page.lines if line.key in set(keys)] if page else []
        if page is None or not lines:
            return
        if shelf == FIGURES:
            chosen = [line for line in lines if not line.number]
            if chosen:
                self._acts.turn_figures(chosen)
        else:
            self._acts.place(page, lines, shelf if isinstance(shelf, UUID) else None)

    def _on_reordered(self, keys: Sequence[UUID], before: UUID | None) -> None:
        if self._shown.page is not None:
            self._acts.order(self._shown.page, keys, before)

    # Clocks

    def show_page(self, page: PhotoPage) -> None:
        """What stands open follows what was read."""
        if self._cameras is not None:
            self._cameras.show_page(page)

    def show_cameras(self) -> CamerasDialog | None:
        page, acts = self._shown.page, self._acts
        if page is None:
            return None

        def now() -> PhotoPage:
            return self._shown.page or page

        dialog = CamerasDialog(
            self._shown.faces, lambda state: seconds_ahead(now(), state), self._home
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show_page(page)
        dialog.mended.connect(lambda state: acts.mend(now(), state))
        dialog.forgotten.connect(lambda state: acts.forget(now(), state))
        dialog.finished.connect(self._on_cameras_closed)
        self._cameras = dialog
        dialog.open()
        dialog.table.setFocus()
        return dialog

    def _on_cameras_closed(self) -> None:
        self._cameras = None
