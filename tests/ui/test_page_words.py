"""A paragraph is found on its page, and a letter of a page in the manuscript."""

import io

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from planner.ui.components.page_view import PageView
from planner.ui.report.writing.letters import Letters, Shared, shared, told
from planner.ui.report.writing.page_words import PageWords

pytestmark = pytest.mark.usefixtures("appearance")
FIRST = "In the morning the party went to Baotou by car"
SECOND = "Then it came back to the institute for a talk"
CELLS = ("Oxide", "3", "t")
SHORT = "So be it"
TEXT = f"{FIRST}\n| {' | '.join(CELLS)} |\n{SECOND}\n# {SHORT}"


@pytest.fixture
def pages(qtbot: QtBot) -> PageView:
    target = io.BytesIO()
    canvas = Canvas(target, (300, 400))
    canvas.drawString(20, 350, FIRST[:24])
    canvas.drawString(20, 330, FIRST[25:])
    for column, cell in enumerate(CELLS):
        canvas.drawString(20 + 60 * column, 300, cell)
    canvas.showPage()
    canvas.drawString(20, 100, SECOND[:22])
    canvas.drawString(20, 80, SECOND[23:])
    canvas.drawString(20, 60, f"(1) {SHORT}")
    canvas.save()
    view = PageView("pages")
    qtbot.addWidget(view)
    view.resize(320, 240)
    with qtbot.waitExposed(view):
        view.show()
    view.show_pdf(target.getvalue())
    yield view
    view.clear()


def test_letters_know_where_they_stood_and_in_which_line():
    letters = Letters.of("（圖1）至 b\n丙")
    assert (letters.text, letters.places) == ("圖1至b丙", (1, 2, 4, 6, 8))
    assert (letters.line_at(0), letters.line_at(4)) == (range(4), range(4, 5))
    assert (letters.index_of(3), letters.index_of(9)) == (2, -1)


def test_the_longest_stretch_through_a_letter_is_found_wherever_it_begins():
    one, other = Letters.of("甲乙丙丁戊己庚辛"), Letters.of("丙丁 乙丙丁戊己庚")
    assert shared(one, 3, other) == Shared(1, 2, 6)
    assert shared(one, 7, other) is None


def test_few_letters_tell_a_place_only_where_they_are_a_whole_line():
    page = Letters.of("其後續談短句其他")
    assert told(page, 4, Letters.of("此為短句之例")) == 0
    assert told(page, 4, Letters.of("此為例\n短句。\n另有")) == 2


def test_at_the_end_of_a_line_its_last_letter_is_the_nearest():
    text = "甲乙。\n\n丙"
    letters = Letters.of(text)
    assert [letters.near(at, text.count("\n", 0, at)) for at in (0, 3, 4, 5, 6)] == [0, 1, -1, 2, 2]


def test_a_paragraph_just_typed_at_its_end_is_still_found(pages):
    assert PageWords(pages).show(f"{TEXT}\n{SECOND} @new", len(TEXT) + len(SECOND) + 6)
    assert pages.page == 2


@pytest.mark.parametrize(
    ("words", "page"), [(FIRST, 1), (CELLS[0], 1), (CELLS[1], 1), (SECOND, 2), (SHORT, 2)]
)
def test_paragraphs_cells_and_items_are_brought_into_sight(pages, words, page):
    assert PageWords(pages).show(TEXT, TEXT.index(words))
    assert pages.page == page


def test_words_that_are_not_printed_are_not_found(pages):
    assert not PageWords(pages).show("Zzz kind qq xx", 0)
    assert not PageWords(pages).show("", 0)


@pytest.mark.parametrize(
    ("page", "where", "words"),
    [(0, (22, 353), FIRST), (0, (22, 333), FIRST), (0, (81, 302), CELLS[1]), (1, (40, 63), SHORT)],
)
def test_a_click_leads_to_the_letter_in_the_manuscript(pages, page, where, words):
    found = PageWords(pages)
    index = found.at(page, *where)
    text = Letters.of(TEXT)
    stretch = shared(found.letters(page), index, text)
    place = text.places[stretch.other + index - stretch.start]
    assert TEXT.index(words) <= place < TEXT.index(words) + len(words)


def test_a_click_beside_the_words_tells_nothing(pages):
    assert PageWords(pages).at(0, 280, 20) == -1
