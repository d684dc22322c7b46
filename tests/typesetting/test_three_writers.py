"""PDF, Word and OpenDocument files of one paper say the same."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from planner.typesetting import docx, odt, pdf
from planner.typesetting.document import (
    Block,
    Chart,
    Document,
    Figure,
    PageSetup,
    SectionBreak,
    Table,
)
from planner.typesetting.fonts import PaperFonts
from tests.typesetting.every_block import chinese_paper, english_paper, photo
from tests.typesetting.office_files import converted, needs_libreoffice, said, sizes

pytestmark = needs_libreoffice

_ROWS = 10  # so that no head of a table is repeated
_WRITERS: dict[str, Callable[[Document, PaperFonts], bytes]] = {
    "docx": docx.render,
    "odt": odt.render,
}
_PAPERS = {"zh-TW": chinese_paper, "en": english_paper}


def comparable(document: Document) -> Document:
    """Without what only one writer has as words: furniture, words in charts, repeated heads."""
    return replace(
        document,
        blocks=tuple(_comparable(block) for block in document.blocks),
        page=_bare(document.page),
    )


def _comparable(block: Block) -> Block:
    match block:
        case SectionBreak(setup=setup):
            return replace(block, setup=_bare(setup))
        case Chart():
            return Figure(photo("gray"), block.alt, block.caption, block.label, 0.5)
        case Table():
            return replace(block, rows=block.rows[:_ROWS])
    return block


def _bare(setup: PageSetup) -> PageSetup:
    return replace(setup, head_left="", head_right="", number="")


@pytest.fixture(scope="module", params=_PAPERS)
def document(request: pytest.FixtureRequest) -> Document:
    return _PAPERS[request.param]()


@pytest.mark.parametrize("suffix", _WRITERS)
def test_all_writers_say_the_same_in_the_same_order(
    suffix: str, document: Document, paper_fonts: PaperFonts, tmp_path: Path
) -> None:
    paper = comparable(document)
    opened = converted(_WRITERS[suffix](paper, paper_fonts), suffix, tmp_path)
    printed = pdf.render(paper, paper_fonts)
    assert "".join(said(opened)) == "".join(said(printed))


@pytest.mark.parametrize("suffix", _WRITERS)
def test_pages_have_the_sizes_and_the_numbers_of_the_pdf(
    suffix: str, paper_fonts: PaperFonts, tmp_path: Path
) -> None:
    paper = chinese_paper()
    opened = converted(_WRITERS[suffix](paper, paper_fonts), suffix, tmp_path)
    printed = pdf.render(paper, paper_fonts)
    assert sizes(opened) == sizes(printed)
    for page in ("-ii-", "第1頁，共10頁", "第10頁，共10頁"):
        assert [page in text for text in said(opened)] == [page in text for text in said(printed)]


def test_each_page_of_an_opendocument_text_shows_its_chapter(
    paper_fonts: PaperFonts, tmp_path: Path
) -> None:
    opened = said(converted(odt.render(chinese_paper(), paper_fonts), "odt", tmp_path))
    title = chinese_paper().title
    chapters = [text.removeprefix(title)[:4] for text in opened[1:]]
    assert chapters[:5] == ["目次目次", "圖次圖次", "表次表次", "壹、目的", "貳、過程"]


@pytest.mark.parametrize("suffix", _WRITERS)
def test_the_head_of_a_table_stands_on_each_of_its_pages(
    suffix: str, paper_fonts: PaperFonts, tmp_path: Path
) -> None:
    pages = said(converted(_WRITERS[suffix](chinese_paper(), paper_fonts), suffix, tmp_path))
    wide = [text for text in pages if "之8" in text]
    assert len(wide) == 3
    assert all("欄1欄2欄3欄4欄5欄6欄7欄8" in text for text in wide)
