"""A paragraph is found on its page, and the words of a page in the manuscript."""

import io

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from planner.ui.report.page_view import PageView
from planner.ui.report.writing.page_words import Letters, PageWords

pytestmark = pytest.mark.usefixtures("appearance")
FIRST = "In the morning the party went to Baotou by car"
SECOND = "Then it came back to the institute for a talk"


@pytest.fixture
def pages(qtbot: QtBot) -> PageView:
    target = io.BytesIO()
    canvas = Canvas(target, (300, 400))
    canvas.drawString(20, 350, FIRST[:24])
    canvas.drawString(20, 330, FIRST[25:])
    canvas.showPage()
    canvas.drawString(20, 100, SECOND[:22])
    canvas.drawString(20, 80, SECOND[23:])
    canvas.save()
    view = PageView("pages")
    qtbot.addWidget(view)
    view.resize(320, 240)
    with qtbot.waitExposed(view):
        view.show()
    view.show_pdf(target.getvalue())
    yield view
    view.clear()


def test_letters_know_where_they_stood():
    letters = Letters.of("（圖1）至 b")
    assert (letters.text, letters.places) == ("圖1至b", (1, 2, 4, 6))


def test_too_few_letters_tell_nothing():
    assert Letters.of(FIRST).find("in") == -1
    assert Letters.of(FIRST).find("themorningXX") == 2


def test_a_paragraph_over_two_lines_is_brought_into_sight(pages):
    assert PageWords(pages).show(SECOND)
    assert pages.page == 2


def test_words_that_are_not_printed_are_not_found(pages):
    assert not PageWords(pages).show("Nothing of this kind stands here")


def test_a_click_tells_the_letters_from_there_on(pages):
    told = PageWords(pages).at(0, 22, 353)
    assert Letters.of(FIRST).find(told) == 0


def test_a_click_beside_the_words_tells_nothing(pages):
    assert PageWords(pages).at(0, 280, 20) == ""
