"""PaperPrinter: the pages as they are shown, sent to a printer of the desktop, page after page."""

from collections.abc import Iterator

import pypdfium2
from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

_FINEST = 300  # dots an inch; finer ones cannot be told from it on paper
_POINTS = 72


class PaperPrinter(QObject):
    """Asks which printer and which pages, then draws one page a turn of the event loop."""

    started = Signal(str)
    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self._home = home
        self._drawing: Iterator[tuple[int, int]] | None = None
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._draw_next)

    @property
    def is_busy(self) -> bool:
        return self._drawing is not None

    def ask(self, title: str, content: bytes) -> QPrintDialog:
        printer = printer_for(title, content)
        dialog = QPrintDialog(printer, self._home.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Print {title}").format(title=title))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, page_count(content))
        dialog.accepted.connect(lambda: self.print_pages(printer, content))
        QDialog.open(dialog)  # its own asks for a slot by name
        return dialog

    def print_pages(self, printer: QPrinter, content: bytes) -> None:
        self.cancel()
        self.started.emit(self.tr("Printing"))
        self._drawing = drawn(printer, content)
        self._turns.start()

    def cancel(self) -> None:
        """What is drawn already goes to the printer; the rest does not."""
        if self._drawing is not None:
            self._turns.stop()
            self._drawing = None
            self.finished.emit()

    def _draw_next(self) -> None:
        step = next(self._drawing, None) if self._drawing is not None else None
        if step is None:
            self.cancel()
        else:
            self.progressed.emit(*step)


def printer_for(title: str, content: bytes) -> QPrinter:
    """Set to the size of the paper, without margins: the pages have their own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    wide, high = _first_size(content)
    lies = wide > high
    size = QPageSize(QSizeF(min(wide, high), max(wide, high)), QPageSize.Unit.Point)
    printer.setPageSize(size)
    turned = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)
    printer.setFullPage(True)
    return printer


def page_count(content: bytes) -> int:
    paper = pypdfium2.PdfDocument(content)
    try:
        return len(paper)
    finally:
        paper.close()


def drawn(printer: QPrinter, content: bytes) -> Iterator[tuple[int, int]]:
    """Draws a page at each step; tells how many of how many are done. Ends when all are."""
    paper = pypdfium2.PdfDocument(content)
    painter = QPainter()
    if not painter.begin(printer):  # no printer, or one that does not answer
        paper.close()
        return
    try:
        first = max(printer.fromPage(), 1) - 1
        last = min(printer.toPage() or len(paper), len(paper))
        for place, number in enumerate(range(first, last)):
            if place:
                printer.newPage()
            _draw(painter, printer, paper[number])
            yield place + 1, last - first
    finally:
        painter.end()
        paper.close()


def _first_size(content: bytes) -> tuple[float, float]:
    paper = pypdfium2.PdfDocument(content)
    try:
        wide, high = paper.get_page_size(0)
        return wide, high
    finally:
        paper.close()


def _draw(painter: QPainter, printer: QPrinter, page: pypdfium2.PdfPage) -> None:
    """As large as it is; a page of another shape is turned to fit."""
    fine = min(printer.resolution(), _FINEST) / _POINTS
    bitmap = page.render(scale=fine, rev_byteorder=True, prefer_bgrx=True)
    image = QImage(
        bytes(bitmap.buffer),
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_RGBX8888,
    ).copy()
    sheet = QRectF(painter.viewport())
    scale = min(sheet.width() / image.width(), sheet.height() / image.height())
    painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
