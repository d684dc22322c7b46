"""The styles of a Word file: Word's own names where it has them, so that its menus know them."""

from collections.abc import Iterator

from planner.typesetting.docx_elements import (
    make,
    paragraph_properties,
    run_properties,
    twips,
)
from planner.typesetting.elements import Element
from planner.typesetting.flowing import Source, Typeface, full_tag, is_asian
from planner.typesetting.sectioning import heading_style
from planner.typesetting.styles import Align, FaceRole, Style

_OWN_NAMES = {
    "body": "Body Text",
    "quote": "Quote",
    "list": "List Paragraph",
    "title": "Title",
    "subtitle": "Subtitle",
    "caption": "caption",
    "contents-title": "TOC Heading",
    "contents-figure": "table of figures",
    "footnote": "footnote text",
    "running-head": "header",
    "page-number": "footer",
    **{f"heading-{level}": f"heading {level}" for level in range(1, 7)},
    **{f"contents-{level}": f"toc {level}" for level in range(1, 7)},
}
FIGURE = "Figure"
NOTE_MARK = "FootnoteReference"
JUSTIFICATION = {
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
    Align.JUSTIFY: "both",
}
# Lines of a draft are counted in running text alone.
_COUNTED = ("body", "plain", "quote", "note", "centre", "right", "list")


def style_name(name: str) -> str:
    """What Word calls a style."""
    return _OWN_NAMES.get(name, name.replace("-", " ").title())


def style_id(name: str) -> str:
    """How a style is referred to in the file."""
    return "".join(word[0].upper() + word[1:] for word in style_name(name).split())


def unlisted(name: str) -> str:
    """The style of a heading that the contents leave out: they are gathered by style."""
    return f"{name}-unlisted"


def styles_part(source: Source, numbered: dict[str, int]) -> Element:
    """The styles; `numbered` gives the level of each style that numbers its headings."""
    document = source.document
    root = make("w:styles", _defaults(source))
    root.append(_latent())
    root.append(_normal())
    levels = _heading_levels(source)
    for name, style in document.styles.styles.items():
        root.append(_style(name, style, source, levels.get(name), numbered.get(name)))
        if name in levels:
            root.append(_unlisted_style(name, levels[name]))
    root.append(_figure_style())
    for part in _character_and_table_styles():
        root.append(part)
    return root


def paragraph_look(style: Style, indent: bool = True) -> list[Element]:
    """The properties of paragraphs in a style."""
    return [
        part
        for part in (
            make("w:keepNext") if style.keep_with_next else None,
            make("w:pageBreakBefore") if style.new_page else None,
            make(
                "w:spacing",
                w_before=twips(style.before),
                w_after=twips(style.after),
                w_line=twips(style.leading),
                w_lineRule="exact",
            ),
            _indent(style) if indent else None,
            make("w:jc", w_val=JUSTIFICATION[style.align]),
        )
        if part is not None
    ]


def fonts(face: Typeface) -> Element:
    """The fonts of a run by script."""
    return make(
        "w:rFonts",
        w_ascii=face.latin,
        w_hAnsi=face.latin,
        w_cs=face.latin,
        w_eastAsia=face.asian,
    )


def language(tag: str) -> Element:
    """A language, for spelling and for reading aloud."""
    full = full_tag(tag)
    return make("w:lang", w_eastAsia=full) if is_asian(tag) else make("w:lang", w_val=full)


def font_table(source: Source) -> Element:
    """Says what may stand in where a font is not installed."""
    faces = dict.fromkeys(source.typeface(role) for role in FaceRole)
    root = make("w:fonts")
    for name in dict.fromkeys(face.latin for face in faces):
        root.append(make("w:font", make("w:family", w_val="roman"), w_name=name))
    for name, stand_in in {face.asian: face.stand_in for face in faces}.items():
        root.append(
            make(
                "w:font",
                make("w:altName", w_val=stand_in) if stand_in != name else None,
                make("w:charset", w_val="88"),
                make("w:family", w_val="script"),
                w_name=name,
            )
        )
    return root


def _defaults(source: Source) -> Element:
    tag = source.document.language
    asian = full_tag(tag) if is_asian(tag) else "zh-TW"
    latin = "en-US" if is_asian(tag) else full_tag(tag)
    size = round(source.style("body").size * 2)
    look = run_properties(
        [
            fonts(source.typeface(FaceRole.BODY)),
            make("w:kern", w_val=2),
            make("w:sz", w_val=size),
            make("w:szCs", w_val=size),
            make("w:lang", w_val=latin, w_eastAsia=asian),
        ]
    )
    spacing = make("w:spacing", w_before=0, w_after=0)
    paragraphs = paragraph_properties([make("w:widowControl"), spacing])
    return make("w:docDefaults", make("w:rPrDefault", look), make("w:pPrDefault", paragraphs))


def _normal() -> Element:
    name = _named("Normal")
    return make("w:style", name, w_type="paragraph", w_default="1", w_styleId="Normal")


def _latent() -> Element:
    """Word's own styles that the file does not define stay out of its menus."""
    return make(
        "w:latentStyles",
        w_defLockedState="0",
        w_defUIPriority="99",
        w_defSemiHidden="1",
        w_defUnhideWhenUsed="1",
        w_defQFormat="0",
        w_count="376",
    )


def _heading_levels(source: Source) -> dict[str, int]:
    standard = {f"heading-{level}": level for level in range(1, 7)}
    used = {heading_style(heading): heading.level for heading in source.headings()}
    return {**used, **standard}


def _style(
    name: str, style: Style, source: Source, level: int | None, numbered: int | None
) -> Element:
    properties = paragraph_look(style, indent=numbered is None)
    if name not in _COUNTED:
        properties.append(make("w:suppressLineNumbers"))
    if level is not None:
        properties += [make("w:suppressAutoHyphens"), make("w:outlineLvl", w_val=level - 1)]
    if numbered is not None:
        properties.append(numbered_by(1, numbered))
    follows = "body" if level is not None else name
    return make(
        "w:style",
        _named(style_name(name)),
        make("w:basedOn", w_val="Normal"),
        make("w:next", w_val=style_id(follows)),
        make("w:uiPriority", w_val=1),
        make("w:qFormat"),
        paragraph_properties(properties),
        _run_look(style, source),
        w_type="paragraph",
        w_customStyle=None if name in _OWN_NAMES else "1",
        w_styleId=style_id(name),
    )


def numbered_by(number: int, level: int) -> Element:
    """The list, and the level in it, that numbers a paragraph; list 0 takes its number away."""
    return make("w:numPr", make("w:ilvl", w_val=level - 1), make("w:numId", w_val=number))


def _unlisted_style(name: str, level: int) -> Element:
    return make(
        "w:style",
        _named(style_name(unlisted(name))),
        make("w:basedOn", w_val=style_id(name)),
        make("w:next", w_val=style_id("body")),
        make("w:uiPriority", w_val=1),
        paragraph_properties([make("w:outlineLvl", w_val=level - 1)]),
        w_type="paragraph",
        w_customStyle="1",
        w_styleId=style_id(unlisted(name)),
    )


def _figure_style() -> Element:
    """Pictures stand on lines as high as themselves."""
    properties = [
        make("w:suppressLineNumbers"),
        make("w:spacing", w_before=twips(6), w_after=0, w_line=240, w_lineRule="auto"),
        make("w:jc", w_val="center"),
    ]
    return make(
        "w:style",
        _named(FIGURE),
        make("w:basedOn", w_val="Normal"),
        make("w:next", w_val=style_id("caption")),
        make("w:uiPriority", w_val=1),
        make("w:qFormat"),
        paragraph_properties(properties),
        w_type="paragraph",
        w_customStyle="1",
        w_styleId=FIGURE,
    )


def _character_and_table_styles() -> Iterator[Element]:
    yield make(
        "w:style",
        _named("Default Paragraph Font"),
        make("w:uiPriority", w_val=1),
        make("w:semiHidden"),
        w_type="character",
        w_default="1",
        w_styleId="DefaultParagraphFont",
    )
    yield make(
        "w:style",
        _named("footnote reference"),
        make("w:basedOn", w_val="DefaultParagraphFont"),
        make("w:uiPriority", w_val=99),
        run_properties([make("w:vertAlign", w_val="superscript")]),
        w_type="character",
        w_styleId=NOTE_MARK,
    )
    none = {"w_w": 0, "w_type": "dxa"}
    margins = (make(f"w:{side}", **none) for side in ("top", "left", "bottom", "right"))
    yield make(
        "w:style",
        _named("Normal Table"),
        make("w:uiPriority", w_val=99),
        make("w:semiHidden"),
        make("w:tblPr", make("w:tblInd", **none), make("w:tblCellMar", *margins)),
        w_type="table",
        w_default="1",
        w_styleId="TableNormal",
    )


def _named(name: str) -> Element:
    return make("w:name", w_val=name)


def _indent(style: Style) -> Element:
    hundredths = round(style.first_indent * 100)
    return make(
        "w:ind",
        w_left=twips(style.left_indent * style.size),
        w_right=twips(style.right_indent * style.size),
        w_firstLineChars=hundredths if hundredths > 0 else None,
        w_hangingChars=-hundredths if hundredths < 0 else None,
        w_firstLine=twips(style.first_indent * style.size) if hundredths >= 0 else None,
        w_hanging=twips(-style.first_indent * style.size) if hundredths < 0 else None,
    )


def _run_look(style: Style, source: Source) -> Element:
    size = round(style.size * 2)
    return run_properties(
        [
            fonts(source.typeface(style.face)),
            make("w:b") if style.bold else None,
            make("w:bCs") if style.bold else None,
            make("w:color", w_val=style.colour.lstrip("#")),
            make("w:sz", w_val=size),
            make("w:szCs", w_val=size),
        ]
    )
