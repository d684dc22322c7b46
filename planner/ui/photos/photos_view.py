"""PhotosView: the photos of the delegation in hand, by stop, with one at large beside them."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from planner.domain.delegation import Delegation
from planner.domain.errors import NotFound, PlannerError
from planner.domain.organisation import Organisation
from planner.domain.photo import CameraClock, Photo
from planner.domain.stop import Stop
from planner.papers.profiles import profile_of
from planner.paths import profiles_path
from planner.queries.photos import PhotoLine, PhotoPage, photo_page
from planner.store.database import Database
from planner.ui.carried import local_paths
from planner.ui.components.boxes import Column, Hairline, Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import EmptyState
from planner.ui.components.notices import ProgressLine
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.live_page import LivePage
from planner.ui.photos.actions import PhotoActions
from planner.ui.photos.acts import PhotoActs
from planner.ui.photos.bars import ActBar, CameraBar, LeftOutBar
from planner.ui.photos.faces import PhotoFaces
from planner.ui.photos.photo_grid import PhotoGrid
from planner.ui.photos.photo_panel import PhotoPanel
from planner.ui.photos.photo_work import PhotoWork
from planner.ui.photos.shelf_list import (
    ALL,
    FIGURES,
    TO_CONFIRM,
    TRAY,
    ShelfKey,
    ShelfList,
    lines_of,
)
from planner.ui.photos.shown_pictures import ShownPictures
from planner.ui.photos.taking_in import TakingIn, takes
from planner.usecases.photo_files import renditions_of

_SHOWN = (Delegation, Photo, CameraClock, Stop, Organisation)
_HOME = "Asia/Taipei"
_THUMBS, _VIEWS = 800, 24
_TRAY_IS_EMPTY, _NOTHING_HERE, _NOTHING_YET, _GRID = range(4)


class PhotosView(LivePage):
    """Reads in a thread, since there may be thousands; shows one shelf; runs what is asked for."""

    totals_changed = Signal(str)
    keys_changed = Signal()
    refused = Signal(object)  # PlannerError
    saved = Signal(str)  # path
    read = Signal()
    shown_kinds = _SHOWN

    def __init__(
        self,
        database: Database,
        editor: Editor,
        jobs: Jobs,
        formats: Formats,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self.faces = PhotoFaces(formats)
        self._words = formats.words
        self._delegation: UUID | None = None
        self._page: PhotoPage | None = None
        self._least = 0
        self._shelf: ShelfKey = ALL
        self._wanted: UUID | None = None
        self._reading = LatestJob(jobs, self)
        renditions = renditions_of(database.files)
        self.thumbs = ShownPictures(renditions.thumb, jobs, _THUMBS, self)
        self.views = ShownPictures(renditions.view, jobs, _VIEWS, self)
        self.acts = PhotoActs(database, editor, jobs, self.faces, renditions, self)
        self.progress = ProgressLine()
        self.taking_in = TakingIn(database, editor, jobs, self.progress, self)
        self.menu_acts = PhotoActions(self)
        self.add = self.menu_acts.add
        self._build(editor)
        self.work = PhotoWork(self, self.menu_acts, self.acts, self.taking_in, self)
        self._connect(editor)
        self.setAcceptDrops(True)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        return (
            ("A", self.tr("Accept the place")),
            ("M", self.tr("Move")),
            ("F", self.tr("Figure")),
            ("T", self.tr("Tell the time")),
            ("C", self.tr("Draft caption")),
            ("R", self.tr("Retouch")),
        )

    # Parts

    def _build(self, editor: Editor) -> None:
        self.shelves = ShelfList(self.faces)
        self.grid = PhotoGrid(self.faces, self.thumbs)
        on = self.menu_acts
        beside = (on.accept, on.place, on.caption, on.retouch)
        self.panel = PhotoPanel(self._database, editor, self.faces, self.views, beside)
        self.bar = CameraBar(self.faces)
        self.bar.clocks_asked.connect(on.cameras.trigger)
        self.report = LeftOutBar(self.taking_in, self._words, self)
        self._shown = QStackedWidget()
        for empty in self._empty_states():
            page = QWidget()
            page.setLayout(Column(empty, None))
            # what is not in front asks for no width
            page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._shown.addWidget(page)
        self._shown.addWidget(self.grid)
        self.head = ActBar((on.accept_sure, on.add_folder))  # to add photos stands in the header
        parts = (self.head, self.report, self.bar, self.progress, self._shown)
        middle = Column(*parts, spacing=8, margins=(8, 12))
        middle.setStretch(4, 1)
        self.line = Hairline(Qt.Orientation.Vertical)
        left = Column(self.shelves, margins=(12, 12, 4, 12))
        row = Row(left, middle, self.line, self.panel, spacing=0)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.setFocusProxy(self.grid)
        self._show_panel()

    def _empty_states(self) -> tuple[EmptyState, ...]:
        """In the order of their places in the stack."""
        return (
            EmptyState(
                self.tr("Nothing waits here"), self.tr("Every photo stands at a stop."), Icon.DONE
            ),
            EmptyState(
                self.tr("No photo here yet"),
                self.tr("Drag photos here, or choose some and press M or F."),
                Icon.PHOTO,
            ),
            EmptyState(
                self.tr("No photo yet"),
                self.tr("Drop a folder or photos on the window, or paste a picture."),
                Icon.PHOTO,
                [Button.of(self.menu_acts.add_folder), Button.of(self.menu_acts.add)],
            ),
        )

    def _connect(self, editor: Editor) -> None:
        self.shelves.selectionModel().currentChanged.connect(self._on_shelf)
        self.grid.current_changed.connect(self._show_panel)
        self.grid.menu_asked.connect(self._show_menu)
        self.grid.opened.connect(lambda _: self.panel.form.begin())
        self.taking_in.refused.connect(self.refused)
        self.acts.saved.connect(self.saved)
        self.menu_acts.stack.toggled.connect(lambda _: self._show_shelf())
        self._reading.made.connect(self._on_read)
        self._reading.refused.connect(self._on_unread)
        self.follow(editor)

    # What is shown

    @property
    def delegation(self) -> UUID | None:
        return self._delegation

    @property
    def page(self) -> PhotoPage | None:
        return self._page

    @property
    def shelf(self) -> ShelfKey:
        return self._shelf

    def show_delegation(self, key: UUID | None) -> None:
        if key != self._delegation:
            self._delegation, self._page = key, None
            self._shelf = ALL
            self.report.hide()
        self.outdate()

    def choose(self, key: UUID) -> None:
        """Put the mark on a photo, once it is read."""
        self._wanted, self._shelf = key, ALL
        self.reload()

    def reload(self) -> None:
        """Ask for all anew; what is shown stays till it is there."""
        super().reload()
        delegation = self._delegation
        self.menu_acts.suit_delegation(delegation is not None)
        if delegation is None:
            self._on_unread()
            return
        database = self._database

        def read(progress: Callable[[int, int], None]) -> tuple[PhotoPage, int]:
            with database.read() as session:
                page = photo_page(session, delegation, _HOME)
            progress(1, 1)
            return page, _least(page)

        self._reading.ask(read)

    def close_photos(self) -> None:
        """The window goes: what is read or taken in is no longer waited for."""
        self._reading.cancel()
        self.taking_in.cancel()

    def _on_read(self, made: tuple[PhotoPage, int]) -> None:
        page, self._least = made
        if page.found.delegation.id != self._delegation:
            return
        self._page = page
        self.shelves.show_page(page, self._least)
        if not self.shelves.choose(self._shelf):
            self.shelves.choose(ALL)
        self._show_shelf()
        self.bar.show_page(page)
        self.work.show_page(page)
        self.read.emit()

    def _on_unread(self, error: PlannerError | None = None) -> None:
        """Removed by another edit, or none in hand; the window goes elsewhere next."""
        self._page = None
        self.shelves.lines.show([])
        self._show_shelf()
        if error is not None and not isinstance(error, NotFound):
            self.refused.emit(error)

    def _on_shelf(self) -> None:
        key = self.shelves.key
        if key is not None and key != self._shelf and isinstance(key, str | UUID):
            self._shelf = key
            self._show_shelf()

    def _show_shelf(self) -> None:
        page, row, current = self._page, self.grid.currentIndex().row(), self.grid.line
        lines: Sequence[PhotoLine] = lines_of(page, self._shelf) if page else ()
        if self.menu_acts.stack.isChecked():
            lines = [line for line in lines if not line.is_spare]
        self.grid.is_ordered = self._shelf == FIGURES
        self.grid.plan.show(page, lines)
        wanted = self._wanted or (current.key if current else None)
        self._wanted = None
        if wanted is None or not self.grid.choose(wanted):
            self.grid.choose_near(row)
        is_done = self._shelf in (TRAY, TO_CONFIRM)
        empty = _TRAY_IS_EMPTY if is_done else _NOTHING_HERE
        if page is None or not page.lines:
            empty = _NOTHING_YET
        self._shown.setCurrentIndex(_GRID if lines else empty)
        self.head.setVisible(empty != _NOTHING_YET)  # there the same acts stand in the middle
        self.menu_acts.suit_page(page)
        self._show_panel()
        self._tell_totals()

    def _show_panel(self) -> None:
        page, line = self._page, self.grid.line if self._page else None
        self.panel.setVisible(line is not None)
        self.line.setVisible(line is not None)
        if page is not None and line is not None:
            self.panel.show_line(page, line)
        self.menu_acts.suit_photo(line)

    def _tell_totals(self) -> None:
        lines = self._page.lines if self._page else ()
        figures = sum(line.number is not None for line in lines)
        words = self.tr("%n photo(s), {figures} figures", "", len(lines))
        self.totals_changed.emit(words.format(figures=figures))

    def _show_menu(self, where: QPoint) -> None:
        self.menu_acts.menu().popup(where)

    # Qt's interface

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._delegation is not None and takes(local_paths(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._delegation is not None:
            event.acceptProposedAction()
            self.taking_in.take_files(self._delegation, local_paths(event.mimeData()))


def _least(page: PhotoPage) -> int:
    """How many photos the profile of the report asks for."""
    try:
        return profile_of(page.found.delegation.profile, profiles_path()).limits.min_photos
    except PlannerError:
        return 0
