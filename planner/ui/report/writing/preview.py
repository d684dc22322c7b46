"""Preview: the true pages of the report beside its manuscript, following each other."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.domain.dossier import Dossier
from planner.papers.template import Edition
from planner.papers.visit_report import VISIT_REPORT
from planner.printing import Order, Printed, make_paper
from planner.store.files import FileStore
from planner.typesetting.keeping import ExportCache
from planner.ui.appearance import Ground, Pigment, Type, px
from planner.ui.components.boxes import Column, Hairline, Row, Surface
from planner.ui.components.buttons import IconButton
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.labels import Label
from planner.ui.components.notices import ProgressLine
from planner.ui.components.page_view import PageView
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.report.writing.page_words import PageWords

_GAPS = 64  # between what heads it, and at its sides


class Preview(Surface):
    """Set by the real engine in a thread; only what changed is set anew."""

    letter_clicked = Signal(object, int)  # Letters of the page, and which of them
    refused = Signal(object)  # PlannerError
    edition_changed = Signal()
    shown = Signal()
    alone_asked = Signal()

    def __init__(self, jobs: Jobs, files: FileStore, parent: QWidget | None = None) -> None:
        super().__init__(Ground.SUNK, parent)
        self._files = files
        self._cache = ExportCache()
        self._printer = LatestJob(jobs, self)
        self.printed: Printed | None = None
        self.pages = PageView(self.tr("Pages of the report"))
        self.words = PageWords(self.pages)
        self.progress = ProgressLine()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Label(self.tr("Preview"), Type.STRONG)
        self.of = Label("", Type.SMALL, Pigment.INK2, elides=True)
        self.smaller = IconButton(Icon.ZOOM_OUT, self.tr("Smaller"), Pigment.INK2, "-")
        self.larger = IconButton(Icon.ZOOM_IN, self.tr("Larger"), Pigment.INK2, "+")
        self.alone = IconButton(Icon.REPORT, self.tr("Pages"), Pigment.INK2, "Ctrl+Shift+W")
        self.edition = SegmentedControl(
            [
                Choice(Edition.INTERNAL, self.tr("Internal")),
                Choice(Edition.PUBLIC, self.tr("Public")),
            ],
            self.tr("Edition"),
        )
        self._spared = (self.smaller, self.larger, self.alone)
        self._head = Row(
            self.title,
            self.of,
            None,
            self.smaller,
            self.larger,
            self.alone,
            self.edition,
            margins=(16, 6, 12, 6),
            spacing=6,
        )
        meanwhile = Row(self.progress, margins=(16, 0))
        column = Column(self._head, Hairline(), meanwhile, self.pages, spacing=0)
        column.setStretch(3, 1)
        self.setLayout(column)

    def _connect(self) -> None:
        self.smaller.clicked.connect(lambda: self.pages.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.pages.zoom_by(1))
        self.alone.clicked.connect(self.alone_asked)
        self.edition.chosen.connect(lambda _: self.edition_changed.emit())
        self.pages.page_changed.connect(self._show_page)
        self.pages.place_clicked.connect(self._on_clicked)
        printer = self._printer
        self.progress.cancelled.connect(printer.cancel)
        printer.started.connect(lambda: self.progress.start(self.tr("Setting the pages")))
        printer.progressed.connect(self.progress.tell)
        printer.made.connect(self._on_printed)
        printer.refused.connect(self.refused)
        printer.finished.connect(self.progress.finish)

    def print_report(self, dossier: Dossier, earlier: tuple[Dossier, ...]) -> None:
        order = Order(VISIT_REPORT.key, edition=self.edition.key)
        files, cache = self._files, self._cache
        self._printer.ask(
            lambda progress: make_paper(
                dossier, order, files, earlier=earlier, progress=progress, cache=cache
            )
        )

    def show_paragraph(self, text: str, place: int) -> bool:
        """The page shows the paragraph of a text that holds a place."""
        return self.words.show(text, place)

    def clear(self) -> None:
        self._printer.cancel()
        self.printed = None
        self.words.forget()
        self.pages.clear()

    def _on_printed(self, printed: Printed) -> None:
        self.printed = printed
        self.words.forget()
        self.pages.show_pdf(printed.content)
        self.shown.emit()

    def _show_page(self, page: int, count: int) -> None:
        told = self.tr("{page} of {count}").format(page=page, count=count)
        self.of.setText(told if count else "")

    def _on_clicked(self, page: int, across: float, up: float) -> None:
        index = self.words.at(page, across, up)
        if index >= 0:
            self.letter_clicked.emit(self.words.letters(page), index)

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has keys as well gives way to the choice of the edition."""
        super().resizeEvent(event)
        room = sum(each.sizeHint().width() for each in (self.title, self.edition, *self._spared))
        for button in self._spared:
            button.setVisible(room + px(_GAPS) <= self.width())
