"""A document as an OpenDocument text (ODF 1.3): named styles, live numbers, contents filled in."""

from planner.typesetting.document import Document
from planner.typesetting.elements import Element, serialized, zipped
from planner.typesetting.flowing import Source, full_tag, sequence_of
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.keeping import ExportCache
from planner.typesetting.layout import Progress
from planner.typesetting.odt_blocks import Blocks
from planner.typesetting.odt_elements import VERSION, Looks, make, parts_of
from planner.typesetting.odt_pages import Pages, end_of
from planner.typesetting.odt_styles import faces, named_styles
from planner.typesetting.pictures import Pictures
from planner.typesetting.problems import Problem

_TYPE = "application/vnd.oasis.opendocument.text"
_GENERATOR = "Delegation Planner"
_WORDS = (make.name("text:p"), make.name("text:h"))


def render(
    document: Document,
    fonts: PaperFonts,
    progress: Progress | None = None,
    pictures: Pictures | None = None,
    cache: ExportCache | None = None,
    problems: list[Problem] | None = None,
) -> bytes:
    """The file; arguments are those of `pdf.render`."""
    source = Source(document, fonts, progress, pictures, cache)
    looks, page_looks = Looks(), Looks("M")
    blocks, pages = Blocks(source, looks), Pages(source, page_looks)
    body = make("office:text", _sequences(source))
    _write_body(body, source, blocks, pages, looks)
    members = {
        "content.xml": _root(
            "document-content",
            faces(source),
            make("office:automatic-styles", *looks.elements(body)),
            make("office:body", body),
        ),
        "styles.xml": _root(
            "document-styles",
            faces(source),
            make("office:styles", *named_styles(source)),
            make("office:automatic-styles", *page_looks.elements(*pages.masters), *pages.layouts),
            make("office:master-styles", *pages.masters),
        ),
        "meta.xml": _root("document-meta", _metadata(document)),
        "settings.xml": _root("document-settings", _settings()),
    }
    source.finish(problems)
    files = {name: serialized(root) for name, root in members.items()} | blocks.pictures
    manifest = serialized(_manifest(list(files)))
    return zipped(
        [
            ("mimetype", _TYPE.encode()),
            *files.items(),
            ("META-INF/manifest.xml", manifest),
        ],
        stored=frozenset({"mimetype"}),
    )


def _write_body(body: Element, source: Source, blocks: Blocks, pages: Pages, looks: Looks) -> None:
    sections = source.sections
    total = sum(len(section.blocks) for section in sections)
    done = 0
    for index, section in enumerate(sections):
        elements = list(blocks.section(section))
        body.extend(elements)
        first = next(parts_of(elements), None)
        master = pages.master(section)
        if first is not None:
            looks.begin_page(first, master, section.count_from)
        done += len(section.blocks)
        source.written(done, total)
        if index + 1 == len(sections) or sections[index + 1].run != section.run:
            _mark_end(body, end_of(section))


def _mark_end(body: Element, name: str) -> None:
    """The last words bear the bookmark that tells how many pages there are."""
    words = [part for part in body.iter(*_WORDS) if part.text or len(part)]
    if words:
        make.fill(words[-1], [make("text:bookmark", text_name=name)])


def _root(kind: str, *content: Element) -> Element:
    return make(f"office:{kind}", *content, office_version=VERSION)


def _sequences(source: Source) -> Element:
    """What captions are counted by."""
    terms = source.document.terms
    names = dict.fromkeys((sequence_of(terms.figure), sequence_of(terms.table)))
    return make(
        "text:sequence-decls",
        *(
            make("text:sequence-decl", text_display_outline_level=0, text_name=name)
            for name in names
        ),
    )


def _metadata(document: Document) -> Element:
    metadata = document.metadata
    made_at = metadata.made_at.strftime("%Y-%m-%dT%H:%M:%S")
    return make(
        "office:meta",
        make("meta:generator", _GENERATOR),
        make("dc:title", document.title),
        make("dc:subject", metadata.subject),
        *(make("meta:keyword", keyword) for keyword in metadata.keywords),
        make("meta:initial-creator", metadata.author),
        make("dc:creator", metadata.author),
        make("meta:creation-date", made_at),
        make("dc:date", made_at),
        make("dc:language", full_tag(document.language)),
    )


def _settings() -> Element:
    """Of the spaces of two neighbours the larger holds, and none at the head of a page."""
    names = ("AddParaTableSpacing", "AddParaTableSpacingAtStart")
    items = (
        make("config:config-item", "false", config_name=name, config_type="boolean")
        for name in names
    )
    return make(
        "office:settings",
        make("config:config-item-set", *items, config_name="ooo:configuration-settings"),
    )


def _manifest(names: list[str]) -> Element:
    kinds = {"xml": "text/xml", "jpeg": "image/jpeg", "png": "image/png"}
    entries = {"/": _TYPE} | {name: kinds[name.rpartition(".")[2]] for name in names}
    return make(
        "manifest:manifest",
        *(
            make(
                "manifest:file-entry",
                manifest_full_path=name,
                manifest_media_type=kind,
                manifest_version=VERSION if name == "/" else None,
            )
            for name, kind in entries.items()
        ),
        manifest_version=VERSION,
    )
