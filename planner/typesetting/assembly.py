"""From laid-out pages to a file of pages, fonts and pictures; and the file to bytes."""

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
)

from planner.typesetting.brush import Brush
from planner.typesetting.ink import PageInk, PicturesUsed
from planner.typesetting.keeping import ExportCache, Generations
from planner.typesetting.pages import Page, PictureMark
from planner.typesetting.pictures import Pictures, PictureUnreadable, Print
from planner.typesetting.problems import Problem
from planner.typesetting.type0 import FontBook

_VERSION = (1, 7)
_STATIC_ID = b"31415926535897932384626433832795"
_PICTURE_THREADS = 2

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class DrawnPages:
    """Pages as content streams; pictures are named in them but not yet there."""

    pages: tuple[Page, ...]
    streams: tuple[bytes, ...]
    content_counts: tuple[int, ...]
    used_pictures: tuple[frozenset[str], ...]
    pictures: dict[str, PictureMark]
    fonts: bytes  # a file of one page whose resources hold them

    @property
    def fingerprint(self) -> bytes:
        """The same for the same pages."""
        digest = hashlib.md5(self.fonts, usedforsecurity=False)
        for stream in self.streams:
            digest.update(stream)
        return digest.digest()


def draw(pages: tuple[Page, ...], cache: ExportCache, progress: Progress) -> DrawnPages:
    """Draw pages; what is drawn for an element is added to its kids."""
    fonts = PDFDocument(invariant=1, pdfVersion=_VERSION)
    book = FontBook(fonts)
    brush = Brush(book, cache.drawings)
    pictures = PicturesUsed()
    streams, counts, used = [], [], []
    for page in pages:
        progress(page.index, len(pages))
        ink = PageInk(page, brush, pictures)
        streams.append(_compressed(ink.stream(), cache.streams))
        counts.append(ink.content_count)
        used.append(frozenset(ink.pictures))
    return DrawnPages(
        pages,
        tuple(streams),
        tuple(counts),
        tuple(used),
        pictures.by_name,
        _saved_fonts(fonts, book, cache.fonts),
    )


def _compressed(code: str, kept: Generations[bytes]) -> bytes:
    stream = kept.find(code)
    if stream is None:
        stream = zlib.compress(code.encode("ascii"))
        kept.keep(code, stream)
    return stream


def _saved_fonts(fonts: PDFDocument, book: FontBook, kept: Generations[bytes]) -> bytes:
    content = book.content
    saved = kept.find(content)
    if saved is None:
        saved = _written(fonts)
        kept.keep(content, saved)
    return saved


def _written(fonts: PDFDocument) -> bytes:
    page = PDFPage()
    page.MediaBox = PDFArray([0, 0, 1, 1])
    page.Contents = PDFStream(content="")
    page.Resources = PDFResourceDictionary()
    page.Resources.basicFonts()
    fonts.addPage(page)
    data = io.BytesIO()
    fonts.SaveToFile(data, None)
    return data.getvalue()


def assemble(
    drawn: DrawnPages, pictures: Pictures, progress: Progress
) -> tuple[Pdf, list[Problem]]:
    """The file of the drawn pages, and the pictures that could not be read."""
    pdf = pikepdf.open(io.BytesIO(drawn.fonts))
    fonts = pdf.make_indirect(pdf.pages[0].obj.Resources.get("/Font", Dictionary()))
    del pdf.pages[0]
    images, problems = _add_pictures(pdf, drawn, pictures, progress)
    for page, stream, used in zip(drawn.pages, drawn.streams, drawn.used_pictures, strict=True):
        resources = Dictionary({"/Font": fonts})
        if used:
            resources["/XObject"] = Dictionary({name: images[name] for name in sorted(used)})
        box = Array([0, 0, round(page.setup.width, 2), round(page.setup.height, 2)])
        entries = {
            "/Type": Name.Page,
            "/MediaBox": box,
            "/Resources": resources,
            "/Contents": pdf.make_stream(stream, {"/Filter": Name.FlateDecode}),
        }
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(Dictionary(entries))))
    return pdf, problems


def save(pdf: Pdf, fingerprint: bytes) -> bytes:
    """The file, with an identifier that follows from its content."""
    digest = hashlib.md5(fingerprint + pdf.Root.Metadata.read_bytes(), usedforsecurity=False)
    identifier = digest.digest()
    pdf.trailer.ID = Array([String(identifier), String(identifier)])
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
        buffer[place : place + len(_STATIC_ID)] = digest.hexdigest().encode()
    return file.getvalue()


def _add_pictures(
    pdf: Pdf, drawn: DrawnPages, pictures: Pictures, progress: Progress
) -> tuple[dict[str, Object], list[Problem]]:
    problems = []
    made: dict[str, Object] = {}
    for done, (name, printed) in enumerate(_prints(drawn, pictures)):
        progress(done, len(drawn.pictures))
        if isinstance(printed, Problem):
            problems.append(printed)
            printed = _BLANK
        made[name] = _picture_object(pdf, printed)
    return made, problems


def _prints(drawn: DrawnPages, pictures: Pictures) -> Iterator[tuple[str, Print | Problem]]:
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
    return pdf.make_stream(
        picture.data,
        {
            "/Type": Name.XObject,
            "/Subtype": Name.Image,
            "/Width": picture.width,
            "/Height": picture.height,
            "/ColorSpace": Name.DeviceGray if picture.channels == 1 else Name.DeviceRGB,
            "/BitsPerComponent": 8,
            "/Filter": Name.DCTDecode if picture.is_jpeg else Name.FlateDecode,
        },
    )
