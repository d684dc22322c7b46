"""What tests of pages share: the shipped fonts, pictures made on the spot, files opened again."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from planner.resources import resource
from planner.typesetting.document import Document
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.keeping import ExportCache
from planner.typesetting.layout import lay_out
from planner.typesetting.pages import Layout, Page, TextMark
from planner.typesetting.pdf import render
from planner.typesetting.pictures import Pictures
from planner.typesetting.problems import Problem


@pytest.fixture(scope="session")
def paper_fonts() -> PaperFonts:
    return PaperFonts.shipped(resource("fonts"))


@pytest.fixture(scope="session")
def export_cache() -> ExportCache:
    return ExportCache()


@pytest.fixture
def laid_out(paper_fonts: PaperFonts, export_cache: ExportCache) -> Callable[[Document], Layout]:
    """The pages of a document in which nothing is wrong."""

    def lay(document: Document) -> Layout:
        layout, problems = lay_out(document, paper_fonts, Pictures(), export_cache)
        assert problems == ()
        return layout

    return lay


@pytest.fixture
def problems_of(paper_fonts: PaperFonts) -> Callable[[Document], tuple[Problem, ...]]:
    def find(document: Document) -> tuple[Problem, ...]:
        return lay_out(document, paper_fonts, Pictures(), ExportCache())[1]

    return find


@pytest.fixture
def opened(paper_fonts: PaperFonts) -> Callable[[Document], pikepdf.Pdf]:
    """A document as a file, opened again."""

    def open_again(document: Document) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(render(document, paper_fonts)))

    return open_again


@pytest.fixture
def photo() -> Callable[..., bytes]:
    """A JPEG of one colour with a corner marked, so that turning shows."""

    def make(width: int = 400, height: int = 300, mode: str = "RGB", **save: object) -> bytes:
        image = Image.new(mode, (width, height), _GREY[mode])
        image.paste(_MARK[mode], (0, 0, width // 4, height // 4))
        data = io.BytesIO()
        image.save(data, **{"format": "JPEG", **save})
        return data.getvalue()

    return make


@pytest.fixture
def photo_file(tmp_path: Path, photo: Callable[..., bytes]) -> Callable[..., Path]:
    def make(name: str = "photo.jpg", **given: object) -> Path:
        path = tmp_path / name
        path.write_bytes(photo(**given))
        return path

    return make


@pytest.fixture
def texts() -> Callable[[Page], list[str]]:
    """The paragraphs that are read on a page, in order."""

    def read(page: Page) -> list[str]:
        return [
            "".join(line.text for line in mark.lines)
            for mark in page.marks
            if isinstance(mark, TextMark) and mark.node is not None
        ]

    return read


@pytest.fixture
def printed() -> Callable[[Page], list[str]]:
    """All lines printed on a page, heads and numbers too."""

    def read(page: Page) -> list[str]:
        marks = [mark for mark in page.marks if isinstance(mark, TextMark)]
        return [line.text for mark in marks for line in mark.lines]

    return read


_GREY = {"RGB": (120, 130, 140), "L": 128, "CMYK": (90, 80, 70, 10), "RGBA": (10, 20, 30, 128)}
_MARK = {"RGB": (250, 10, 10), "L": 250, "CMYK": (0, 200, 200, 0), "RGBA": (250, 0, 0, 255)}
