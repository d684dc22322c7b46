"""A document as a Word file: named styles, live numbers and fields, filled in as Word would."""

from collections.abc import Sequence
from itertools import zip_longest

from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from lxml import etree

from planner.typesetting.document import Document
from planner.typesetting.docx_blocks import Blocks
from planner.typesetting.docx_elements import blank, make
from planner.typesetting.docx_numbering import Lists
from planner.typesetting.docx_pages import Pages, end_of
from planner.typesetting.docx_pictures import Drawings
from planner.typesetting.docx_styles import font_table, styles_part
from planner.typesetting.docx_text import Text
from planner.typesetting.elements import Element, serialized, zipped
from planner.typesetting.flowing import Source, full_tag, is_asian
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.keeping import ExportCache
from planner.typesetting.layout import Progress
from planner.typesetting.pictures import Pictures
from planner.typesetting.problems import Problem

_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_PARAGRAPH, _RUN = make.name("w:p"), make.name("w:r")
_TYPES_NAME = "[Content_Types].xml"
_NUMBERED_STYLES = 6
_KINDS = {
    "styles": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "settings": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    "fontTable": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    "footnotes": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
}
_RULES = {-1: "separator", 0: "continuationSeparator"}


def render(
    document: Document,
    fonts: PaperFonts,
    progress: Progress | None = None,
    pictures: Pictures | None = None,
    cache: ExportCache | None = None,
    problems: list[Problem] | None = None,
) -> bytes:
    """The file; arguments are those of `pdf.render`.

    The pages in its contents are those of the PDF, until Word reckons its own.
    """
    source = Source(document, fonts, progress, pictures, cache)
    package = OpcPackage()
    body = make("w:body")
    main = _XmlPart(
        "document", CONTENT_TYPE.WML_DOCUMENT_MAIN, make("w:document", body, mc_Ignorable="w14")
    )
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)

    lists, text = Lists(source), Text(source)
    _write_body(body, source, text, lists, main)
    numbered = range(1, _NUMBERED_STYLES + 1) if lists.has_headings else ()
    styles = styles_part(source, {f"heading-{level}": level for level in numbered})
    for name, part in {
        "styles": styles,
        "numbering": lists.part(),
        "settings": _settings(source),
        "fontTable": font_table(source),
        "footnotes": _notes(text),
    }.items():
        content_type, relation = _KINDS[name]
        main.relate_to(_XmlPart(name, content_type, part), relation)
    _describe(package, document)
    source.finish(problems)
    return _saved(package)


class _XmlPart(Part):
    """A part that may still be written to while others are related to it."""

    def __init__(self, name: str, content_type: str, root: Element) -> None:
        super().__init__(PackURI(f"/word/{name}.xml"), content_type)
        self._root = root

    @property
    def blob(self) -> bytes:
        return serialized(self._root)


def _write_body(body: Element, source: Source, text: Text, lists: Lists, main: Part) -> None:
    sections = source.sections
    blocks = Blocks(source, text, lists, Drawings(main))
    pages = Pages(source, text, main, runs=sections[-1].run + 1)
    total = sum(len(section.blocks) for section in sections)
    done = 0
    for section, following in zip_longest(sections, sections[1:]):
        for element in blocks.section(section):
            body.append(element)
        done += len(section.blocks)
        source.written(done, total)
        if following is None or following.run != section.run:
            _mark_end(body, *text.bookmarks.around(end_of(section)))
        setup = pages.setup(section)
        if following is not None:
            _end_section(body, setup)
        else:
            _last_paragraph(body)  # Word wants one after a table
            body.append(setup)


def _mark_end(body: Element, start: Element, end: Element) -> None:
    """The last words bear the bookmark; an empty one would not be found."""
    last = next(reversed(body.findall(f".//{_PARAGRAPH}/{_RUN}")), None)
    if last is not None:
        paragraph = next(last.iterancestors(_PARAGRAPH))
        paragraph.insert(1, start)
        paragraph.append(end)


def _last_paragraph(body: Element) -> Element:
    if not len(body) or body[-1].tag != _PARAGRAPH:
        body.append(blank(0.0))
    return body[-1]


def _end_section(body: Element, setup: Element) -> None:
    """The last paragraph of a section tells its setup."""
    last = _last_paragraph(body)
    if last[0].find(setup.tag) is not None:
        last = blank(0.0)
        body.append(last)
    last[0].append(setup)


def _settings(source: Source) -> Element:
    compatibility = make(
        "w:compatSetting", w_name="compatibilityMode", w_uri=_COMPATIBILITY, w_val=15
    )
    tag = source.document.language
    return make(
        "w:settings",
        make("w:zoom", w_percent=100),
        make("w:autoHyphenation"),
        make("w:consecutiveHyphenLimit", w_val=2),
        make("w:characterSpacingControl", w_val="compressPunctuation"),
        make("w:footnotePr", *(make("w:footnote", w_id=number) for number in _RULES)),
        make("w:compat", make("w:balanceSingleByteDoubleByteWidth"), compatibility),
        make("w:themeFontLang", w_val="en-US", w_eastAsia=full_tag(tag) if is_asian(tag) else None),
        make("w:decimalSymbol", w_val="."),
        make("w:listSeparator", w_val=","),
    )


def _notes(text: Text) -> Element:
    """The footnotes, after the rules that part them from the text."""
    rules = (
        make(
            "w:footnote",
            make("w:p", make("w:r", make(f"w:{mark}"))),
            w_type=mark,
            w_id=number,
        )
        for number, mark in _RULES.items()
    )
    return make("w:footnotes", *rules, *text.notes, mc_Ignorable="w14")


def _describe(package: OpcPackage, document: Document) -> None:
    metadata = document.metadata
    part = CorePropertiesPart.default(package)
    properties = part.core_properties
    properties.title, properties.author = document.title, metadata.author
    properties.subject, properties.keywords = metadata.subject, ", ".join(metadata.keywords)
    properties.language = full_tag(document.language)
    properties.created = properties.modified = metadata.made_at
    properties.last_modified_by, properties.revision = metadata.author, 1
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _saved(package: OpcPackage) -> bytes:
    """The file; python-docx would pack pictures again and note the hour."""
    parts = sorted(package.parts, key=lambda part: part.partname)
    members = [
        (_TYPES_NAME, serialized(_content_types(parts))),
        (PACKAGE_URI.rels_uri.membername, package.rels.xml),
    ]
    for part in parts:
        members.append((part.partname.membername, part.blob))
        if part.rels:
            members.append((part.partname.rels_uri.membername, part.rels.xml))
    return zipped(members)


def _content_types(parts: Sequence[Part]) -> Element:
    """What each part is: pictures by their endings, all others by name."""
    kinds = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    kinds |= {"jpeg": CONTENT_TYPE.JPEG, "png": CONTENT_TYPE.PNG}
    root = etree.Element("Types", xmlns=NAMESPACE.OPC_CONTENT_TYPES)
    for ending, kind in kinds.items():
        etree.SubElement(root, "Default", Extension=ending, ContentType=kind)
    for part in parts:
        if part.partname.ext == "xml":
            name, kind = part.partname, part.content_type
            etree.SubElement(root, "Override", PartName=name, ContentType=kind)
    return root
