"""PrintPreview: the very pages that will come out of the printer, before one is chosen."""

from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.appearance import Pigment, Type, px
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import IconButton
from planner.ui.components.labels import Label
from planner.ui.components.notices import ProgressLine
from planner.ui.components.page_view import Fit, PageView
from planner.ui.components.panels import Dialog
from planner.ui.components.paper_printer import PaperPrinter
from planner.ui.icons import Icon

_AROUND = 250  # what stands over and below the pages, in pixels


class PrintPreview(Dialog):
    """Shows the pages one gives it; its act asks for a printer and sends them there."""

    WIDTH = 760

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self._title = title
        self._content = b""
        heading = self.tr("Print {title}").format(title=title)
        self.setWindowTitle(heading)
        self.heading.setText(heading)
        self.act.setText(self.tr("Print…"))
        self.pages = PageView(self.tr("Pages as they will be printed"))
        self.pages.fit(Fit.PAGE)
        self.count = Label("", Type.SMALL, Pigment.INK2)
        self.smaller = IconButton(Icon.ZOOM_OUT, self.tr("Smaller"), Pigment.INK2, "-")
        self.larger = IconButton(Icon.ZOOM_IN, self.tr("Larger"), Pigment.INK2, "+")
        self.progress = ProgressLine()
        self.printer = PaperPrinter(self)
        self.bar = Row(self.count, None, self.smaller, self.larger, spacing=6)
        self.body.addLayout(self.bar)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.pages, 1)
        self._connect()
        self.act.refuse(self.tr("The pages are being set."))
        self.pages.setFocus()
        self._suit()

    def _connect(self) -> None:
        self.smaller.clicked.connect(lambda: self.pages.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.pages.zoom_by(1))
        self.pages.page_changed.connect(self._tell_page)
        self.progress.cancelled.connect(self.reject)
        self.printer.started.connect(self.progress.start)
        self.printer.progressed.connect(self.progress.tell)
        self.printer.finished.connect(self._on_sent)

    def show_pages(self, content: bytes) -> None:
        self._content = content
        self.pages.show_pdf(content)
        self.act.refuse("")

    def _tell_page(self, page: int, total: int) -> None:
        told = self.tr("Page {page} of {total}")
        self.count.setText(told.format(page=page, total=total) if total else "")

    def _on_sent(self) -> None:
        self.progress.finish()
        super().accept()

    def _suit(self) -> None:
        """As high as the window it belongs to lets it be."""
        home = self.parentWidget()
        room = (home or QApplication.primaryScreen().availableGeometry()).height()
        self.pages.setMinimumHeight(max(room - px(_AROUND), px(240)))

    # Qt's interface

    def dress(self) -> None:
        home = self.parentWidget()
        room = home.width() - px(32) if home is not None else px(self.WIDTH)
        self.setFixedWidth(min(px(self.WIDTH), room))

    def accept(self) -> None:
        """Which printer, and which pages of these; the dialog goes when they are on their way."""
        if self._content and not self.printer.is_busy:
            self.printer.ask(self._title, self._content)

    def done(self, result: int) -> None:
        self.printer.cancel()
        self.pages.clear()
        super().done(result)
