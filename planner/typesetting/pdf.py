"""A document as a PDF: laid out, drawn, tagged, fit to be archived and read aloud."""

import hashlib
import io
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDocument,
    PDFPage,
    PDFResourceDictionary,
    PDFStream,
    PDFZCompress,
)

from planner.typesetting.archive import write_metadata, write_output_intent
from planner.typesetting.brush import Brush
from planner.typesetting.document import (
    Chart,
    Document,
    Footnote,
    Inlines,
    Link,
    Run,
    SectionBreak,
    inlines,
    walk,
)
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.ink import PageInk, PicturesUsed
from planner.typesetting.keeping import ExportCache, no_collection
from planner.typesetting.layout import lay_out
from planner.typesetting.navigation import write_bookmarks, write_page_labels
from planner.typesetting.numbering import contents_of
from planner.typesetting.pages import Layout, PictureMark
from planner.typesetting.pictures import Pictures, PictureUnreadable, Print
from planner.typesetting.problems import Problem, Unprintable
from planner.typesetting.tagging import Tagger
from planner.typesetting.type0 import FontBook

_VERSION = (1, 7)
_STATIC_ID = b"31415926535897932384626433832795"
_PICTURE_THREADS = 2
# the share of the whole that each stage takes, for progress
_STAGES = 100
_LAID_OUT, _DRAWN, _PICTURED = 50, 75, 95

Progress = Callable[[int, int], None]


def render(
    document: Document,
    fonts: PaperFonts,
    progress: Progress | None = None,
    pictures: Pictures | None = None,
    cache: ExportCache | None = None,
    problems: list[Problem] | None = None,
) -> bytes:
    """The file. `progress(done, total)` may raise to cancel.

    What cannot be set as asked raises `Unprintable`; given a list of problems, it is put there
    instead, and the page shows `??` or an empty frame. With the `cache` of an earlier export only
    paragraphs that have changed are set anew.
    """
    pictures = pictures or Pictures()
    cache = cache or ExportCache()
    cache.turn()
    with no_collection():
        return _render(document, fonts, _Steps(progress), pictures, cache, problems)


def _render(
    document: Document,
    fonts: PaperFonts,
    steps: "_Steps",
    pictures: Pictures,
    cache: ExportCache,
    problems: list[Problem] | None,
) -> bytes:
    layout, found = lay_out(document, fonts, pictures, cache, steps.stage(0, _LAID_OUT))
    if problems is None and found:
        raise Unprintable(found)
    drawn = _draw(layout, cache, steps.stage(_LAID_OUT, _DRAWN))
    with pikepdf.open(io.BytesIO(drawn.data)) as pdf:
        tagger = Tagger(pdf, layout.pages, drawn.content_counts)
        tagger.write(layout.root, document.language)
        missing = _add_pictures(pdf, drawn, pictures, steps.stage(_DRAWN, _PICTURED))
        write_bookmarks(pdf, layout.bookmarks, tagger)
        write_page_labels(pdf, layout.pages)
        write_metadata(pdf, document)
        write_output_intent(pdf)
        found = tuple(dict.fromkeys((*found, *missing)))
        if problems is not None:
            problems.extend(found)
        elif found:
            raise Unprintable(found)
        file = _saved(pdf, _fingerprint(drawn.data, pdf))
    steps.report(_STAGES)
    return file.getvalue()


def _fingerprint(drawn: bytes, pdf: Pdf) -> bytes:
    """The same for the same document: from its pages, fonts and metadata."""
    return hashlib.md5(drawn + pdf.Root.Metadata.read_bytes(), usedforsecurity=False).digest()


def _saved(pdf: Pdf, fingerprint: bytes) -> io.BytesIO:
    pdf.trailer.ID = Array([String(fingerprint), String(fingerprint)])
    file = io.BytesIO()
    # qpdf's own deterministic identifier would hash each photo anew at every export; its static
    # one is put in place of the second, to be overwritten by ours
    pdf.save(
        file,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        static_id=True,
    )
    place = file.getvalue().rfind(_STATIC_ID)
    with file.getbuffer() as buffer:
        buffer[place : place + len(_STATIC_ID)] = fingerprint.hex().encode()
    return file


def lacking(document: Document, fonts: PaperFonts) -> tuple[Problem, ...]:
    """Characters that no font has and that would stay blank, with the words they stand in."""
    return tuple(
        Problem("character.lacking", text.strip()[:40], character)
        for text in dict.fromkeys(_all_text(document))
        for character in fonts.lacking(text)
    )


@dataclass(frozen=True)
class _Drawn:
    """Pages with their fonts; pictures are named but not yet there."""

    data: bytes
    content_counts: tuple[int, ...]
    page_pictures: tuple[frozenset[str], ...]
    pictures: dict[str, PictureMark]


@dataclass(frozen=True)
class _Steps:
    """Progress of the whole, from the progress of its stages."""

    progress: Progress | None

    def report(self, done: int) -> None:
        if self.progress is not None:
            self.progress(done, _STAGES)

    def stage(self, start: int, stop: int) -> Progress:
        return lambda done, total: self.report(start + (stop - start) * done // max(total, 1))


def _draw(layout: Layout, cache: ExportCache, progress: Progress) -> _Drawn:
    file = PDFDocument(invariant=1, pdfVersion=_VERSION)
    brush = Brush(FontBook(file), cache.drawings)
    pictures = PicturesUsed()
    counts, used = [], []
    for page in layout.pages:
        progress(page.index, len(layout.pages))
        ink = PageInk(page, brush, pictures)
        file.addPage(_page(ink.stream(), page.setup.width, page.setup.height))
        counts.append(ink.content_count)
        used.append(frozenset(ink.pictures))
    data = io.BytesIO()
    file.SaveToFile(data, None)
    return _Drawn(data.getvalue(), tuple(counts), tuple(used), pictures.by_name)


def _page(code: str, width: float, height: float) -> PDFPage:
    page = PDFPage()
    page.MediaBox = PDFArray([0, 0, round(width, 2), round(height, 2)])
    page.Contents = PDFStream(content=code, filters=[PDFZCompress])
    page.Resources = PDFResourceDictionary()
    page.Resources.basicFonts()
    return page


def _add_pictures(pdf: Pdf, drawn: _Drawn, pictures: Pictures, progress: Progress) -> list[Problem]:
    problems = []
    made: dict[str, Object] = {}
    names = list(drawn.pictures)
    for done, (name, printed) in enumerate(_prints(drawn, pictures)):
        progress(done, len(names))
        if isinstance(printed, Problem):
            problems.append(printed)
            printed = _BLANK
        made[name] = _picture_object(pdf, printed)
    for page, used in zip(pdf.pages, drawn.page_pictures, strict=True):
        if used:
            page.obj.Resources.XObject = Dictionary({name: made[name] for name in sorted(used)})
    return problems


def _prints(drawn: _Drawn, pictures: Pictures) -> Iterator[tuple[str, Print | Problem]]:
    """The pictures in order, a few being made at a time."""

    def prepare(mark: PictureMark) -> Print | Problem:
        try:
            return pictures.print(mark.picture, mark.width, mark.height)
        except PictureUnreadable as error:
            return error.problem

    if not drawn.pictures:
        return
    with ThreadPoolExecutor(_PICTURE_THREADS) as pool:
        yield from zip(drawn.pictures, pool.map(prepare, drawn.pictures.values()), strict=True)


_BLANK = Print(1, 1, 1, is_jpeg=False, data=zlib.compress(b"\xdd"))


def _picture_object(pdf: Pdf, picture: Print) -> Object:
    stream = pdf.make_stream(picture.data)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height = picture.width, picture.height
    stream.ColorSpace = Name.DeviceGray if picture.channels == 1 else Name.DeviceRGB
    stream.BitsPerComponent = 8
    stream.Filter = Name.DCTDecode if picture.is_jpeg else Name.FlateDecode
    return stream


def _all_text(document: Document) -> Iterator[str]:
    """Every stretch of words that will be set."""
    page = document.page
    yield from (document.title, page.head_left, page.head_right, page.number, document.watermark)
    for block in walk(document.blocks):
        if isinstance(block, SectionBreak):
            yield from (block.setup.head_left, block.setup.head_right, block.setup.number)
        if isinstance(block, Chart):
            yield from (block.value_title, block.category_title, *block.categories)
            yield from (series.name for series in block.series)
        for content in contents_of(block):
            yield from _words(content)


def _words(content: Inlines) -> Iterator[str]:
    for part in inlines(content):
        match part:
            case Run(text=text):
                yield text
            case Footnote(content=inner) | Link(content=inner):
                yield from _words(inner)
