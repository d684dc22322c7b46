"""What is printed are the pages that are shown, at their size, page after page."""

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from reportlab.pdfgen.canvas import Canvas

from planner.ui.components.paper_printer import PaperPrinter, page_count, printer_for

pytestmark = pytest.mark.usefixtures("appearance")
A4 = (595.28, 841.89)
LONG = 20_000


def paper(pages: int, size: tuple[float, float] = A4) -> bytes:
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=size)
    for number in range(pages):
        canvas.setFont("Helvetica", 60)
        canvas.drawString(100, 300, f"page {number + 1}")
        canvas.rect(100, 100, 200, 120, fill=1)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


@pytest.fixture
def to_file(tmp_path):
    def _to_file(content: bytes) -> QPrinter:
        printer = printer_for("報告", content)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        return printer

    return _to_file


def printed(qtbot, home, printer: QPrinter, content: bytes) -> list[tuple[int, int]]:
    steps = []
    with qtbot.waitSignal(home.finished, timeout=LONG):
        home.progressed.connect(lambda done, total: steps.append((done, total)))
        home.print_pages(printer, content)
    return steps


@pytest.fixture
def home(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return PaperPrinter(widget)


def picture(content: bytes, number: int) -> Image.Image:
    return pypdfium2.PdfDocument(content)[number].render(scale=0.5).to_pil().convert("L")


def test_every_page_is_printed_as_it_is_shown(qtbot, home, to_file, tmp_path):
    content = paper(3)
    assert printed(qtbot, home, to_file(content), content) == [(1, 3), (2, 3), (3, 3)]
    made = (tmp_path / "out.pdf").read_bytes()
    assert page_count(made) == 3
    for number in range(3):
        ours, theirs = picture(content, number), picture(made, number)
        difference = ImageChops.difference(ours, theirs.resize(ours.size))
        assert sum(difference.histogram()[128:]) < ours.width * ours.height * 0.005


def test_only_the_pages_asked_for_are_printed(qtbot, home, to_file, tmp_path):
    content, printer = paper(5), to_file(paper(5))
    printer.setFromTo(2, 3)
    assert printed(qtbot, home, printer, content) == [(1, 2), (2, 2)]
    assert page_count((tmp_path / "out.pdf").read_bytes()) == 2


def test_a_paper_that_lies_is_printed_lying(to_file):
    printer = to_file(paper(1, (841.89, 595.28)))
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape


def test_cancelled_printing_ends_at_once(qtbot, home, to_file):
    content = paper(30)
    home.print_pages(to_file(content), content)
    assert home.is_busy
    with qtbot.waitSignal(home.finished):
        home.cancel()
    assert not home.is_busy


def test_the_dialog_asks_for_pages_there_are(home):
    dialog = home.ask("報告", paper(4))
    assert (dialog.minPage(), dialog.maxPage()) == (1, 4)
    dialog.close()
