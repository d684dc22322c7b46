"""Files to plain text: encodings, Word, OpenDocument and PDF, within bounds of time and memory."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

import charset_normalizer
import pypdfium2
from lxml import etree

from planner.domain.errors import UnreadableFile

MOST_BYTES = 60_000_000
MOST_CHARACTERS = 3_000_000
LONGEST_LINE = 100_000
_MOST_XML = 40_000_000
_MOST_PARTS = 20_000
_MOST_PAGES = 3_000
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LEGACY = ("cp950", "big5hkscs", "gb18030")
# the commonest characters of reports in either script: a wrong encoding hardly ever yields them
_COMMON = frozenset(
    "的一是在不了有和人這中大為上個國以要他時來用們生到作地於出就分對成會可主發年動"
    "同工也能下過子說產"
    "種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加"
    "量都兩體制機當使點"
    "从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新"
    "线内数正心反你明看"
    "原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提"
    "直题党程展五果料象"
    "参訪會議究研院長授團團交流臺灣與及單位計畫設備術業稀圖報告書考察建議第日上午下"
)
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    struct.error,
)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPEN_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OPEN_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ENDS_LINE = {f"{_WORD}p", f"{_OPEN_TEXT}p", f"{_OPEN_TEXT}h"} | {
    f"{_WORD}tr",
    f"{_OPEN_TABLE}table-row",
}
_OPEN_INLINE = {f"{_OPEN_TEXT}{name}" for name in ("p", "h", "span", "a", "ruby-base")}
_BLANKS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"} | {
    f"{_OPEN_TEXT}tab": "\t",
    f"{_OPEN_TEXT}s": " ",
    f"{_OPEN_TEXT}line-break": "\n",
}
# deleted text, field codes, notes and what is written twice for older programs
_SKIPPED = {
    f"{_WORD}del",
    f"{_WORD}instrText",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    f"{_OPEN_TEXT}tracked-changes",
    f"{_OPEN_TEXT}note",
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation",
}
_TEXT = {f"{_WORD}t"}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\u200b-\u200f\u2060\ufffe\uffff]")


def text_of(content: bytes, name: str) -> str:
    """The text of a file, lines parted by `\\n`, pages by `\\f`. Raises UnreadableFile."""
    if len(content) > MOST_BYTES:
        raise UnreadableFile("report_file.too_large", name=name)
    if content.startswith(b"%PDF") or b"%PDF-" in content[:1024]:
        text = _of_pdf(content, name)
    elif content.startswith(b"PK\x03\x04"):
        text = _of_package(content, name)
    elif content.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise UnreadableFile("report_file.old_word", name=name)
    else:
        text = _decoded(content, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableFile("report_file.empty", name=name)
    if len(text) > MOST_CHARACTERS:
        raise UnreadableFile("report_file.too_large", name=name)
    if max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise UnreadableFile("report_file.line_too_long", name=name)
    return text


def _decoded(content: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    sample = content[:4096]
    if len(sample) >= 4 and sample.count(0) > len(sample) // 8:
        wide = _of_wide(content)
        if wide is None:
            raise UnreadableFile("report_file.not_a_report", name=name)
        return wide
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_legacy(content, name)


def _of_wide(content: bytes) -> str | None:
    """UTF-16 without a mark: line ends and blanks show which byte comes first."""
    whole = content[: len(content) // 2 * 2]
    for encoding, newline in (("utf-16-le", b"\n\x00"), ("utf-16-be", b"\x00\n")):
        if newline not in whole and len(whole) > 400:
            continue
        try:
            text = whole.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(sign.isprintable() or sign in "\n\r\t\f" for sign in text) > 0.9 * len(text):
            return text
    return None


def _of_legacy(content: bytes, name: str) -> str:
    scored = [
        (_commonness(text), -rank, text)
        for rank, encoding in enumerate(_LEGACY)
        if (text := content.decode(encoding, errors="replace"))
    ]
    score, _, text = max(scored)
    if score > 0.12:
        return text
    best = charset_normalizer.from_bytes(content[:1_000_000]).best()
    if best is None:
        raise UnreadableFile("report_file.not_a_report", name=name)
    return content.decode(best.encoding, errors="replace")


def _commonness(text: str) -> float:
    """The share of common characters among those beyond ASCII; a broken one counts against it."""
    beyond = [sign for sign in text[:200_000] if sign > "\x7f"]
    good = sum(sign in _COMMON for sign in beyond)
    return (good - 2 * text[:200_000].count("\ufffd")) / max(1, len(beyond))


def _of_pdf(content: bytes, name: str) -> str:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        raise UnreadableFile(
            "report_file.locked" if locked else "report_file.damaged", name=name
        ) from error
    try:
        if len(document) > _MOST_PAGES:
            raise UnreadableFile("report_file.too_large", name=name)
        pages = []
        length = 0
        for index in range(len(document)):
            pages.append(_of_page(document, index))
            length += len(pages[-1])
            if length > MOST_CHARACTERS:
                raise UnreadableFile("report_file.too_large", name=name)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile("report_file.damaged", name=name) from error
    finally:
        document.close()
    if not "".join(pages).strip():
        raise UnreadableFile("report_file.pictures_only", name=name)
    return "\n\f".join(pages)


def _of_page(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    try:
        layer = page.get_textpage()
        try:
            text = _with_gaps(layer, layer.get_text_bounded(errors="ignore"))
        finally:
            layer.close()
    finally:
        page.close()
    return _CONTROLS.sub("", _HYPHEN_OF_NAME.sub("-", text))


# Hirwani-Weiss over two lines: what divides words is a control sign in the text of a page
_HYPHEN_OF_NAME = re.compile(r"(?<=[a-zß-ÿ])[\x02\ufffe](?=[A-ZÀ-Þ])")
_GAP = 1.0  # of the size of the type: more than a blank of justified lines
_HAN_GAP = 0.45  # between signs that need no blank at all


def _with_gaps(layer: pypdfium2.PdfTextPage, text: str) -> str:
    """Cells of a table stand far apart: a tab instead of the blank between them."""
    if layer.count_chars() != len(text):
        return text  # signs beyond the first plane: places of signs and of boxes differ
    signs = list(text)
    for match in re.finditer(r"(?<=[^\s]) (?=[^\s])", text):
        at = match.start()
        _, low, right, high = layer.get_charbox(at - 1, loose=True)
        left, *_ = layer.get_charbox(at + 1, loose=True)
        widest = _HAN_GAP if text[at - 1] > "\u2e7f" < text[at + 1] else _GAP
        if left - right > widest * (high - low):
            signs[at] = "\t"
    return "".join(signs)


def _of_package(content: bytes, name: str) -> str:
    """Word and OpenDocument keep the text in one XML part of a zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {part.filename: part for part in package.infolist()[:_MOST_PARTS]}
            part = parts.get("word/document.xml") or parts.get("content.xml")
            if part is None:
                raise UnreadableFile("report_file.not_a_report", name=name)
            if part.flag_bits & 1:
                raise UnreadableFile("report_file.locked", name=name)
            if part.file_size > _MOST_XML:
                raise UnreadableFile("report_file.too_large", name=name)
            with package.open(part) as stream:
                markup = stream.read(_MOST_XML + 1)
    except _DAMAGE as error:
        raise UnreadableFile("report_file.damaged", name=name) from error
    if len(markup) > _MOST_XML:
        raise UnreadableFile("report_file.too_large", name=name)
    try:
        text = "".join(_of_markup(markup))
    except etree.XMLSyntaxError as error:
        raise UnreadableFile("report_file.damaged", name=name) from error
    return _CONTROLS.sub("", text)


def _of_markup(markup: bytes) -> Iterator[str]:
    """Paragraphs as lines; the cells of a table one a line, a blank line after each row."""
    # entities stay unread, and the depth libxml2 allows is bounded: no bomb can grow
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    skipped = 0
    for event, element in etree.iterwalk(
        etree.fromstring(markup, parser), events=("start", "end", "comment", "pi")
    ):
        tag = str(element.tag)
        if tag in _SKIPPED:
            skipped += {"start": 1, "end": -1}.get(event, 0)
        if skipped:
            continue
        if event == "start":
            yield _BLANKS.get(tag, "")
            yield (element.text or "") if tag in _TEXT or tag.startswith(_OPEN_TEXT) else ""
        elif event == "end":
            yield "\n" if tag in _ENDS_LINE else ""
            parent = element.getparent()
            if parent is not None and str(parent.tag) in _OPEN_INLINE:
                yield element.tail or ""
