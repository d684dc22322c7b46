"""The styles of an OpenDocument file: LibreOffice's own names where it has them."""

from collections.abc import Iterator

from planner.typesetting.elements import Element
from planner.typesetting.flowing import Source, full_tag, is_asian
from planner.typesetting.numbering import is_closed
from planner.typesetting.odt_elements import emboldened, make, points, sized
from planner.typesetting.outline import level_format
from planner.typesetting.sectioning import heading_style
from planner.typesetting.styles import Align, FaceRole, Style
from planner.typesetting.terms import NumberFormat, Numerals

_OWN_NAMES = {
    "body": "Text body",
    "quote": "Quotations",
    "title": "Title",
    "subtitle": "Subtitle",
    "caption": "Caption",
    "table": "Table Contents",
    "table-head": "Table Heading",
    "contents-title": "Contents Heading",
    "contents-figure": "Figure Index 1",
    "footnote": "Footnote",
    "running-head": "Header",
    "page-number": "Footer",
    **{f"heading-{level}": f"Heading {level}" for level in range(1, 7)},
    **{f"contents-{level}": f"Contents {level}" for level in range(1, 7)},
}
FIGURE = "Illustration"
NOTE_MARK, NOTE_NUMBER = "Footnote_20_anchor", "Footnote_20_Symbol"
LINK = "Index_20_Link"  # a link that looks like the words around it
ALIGNMENT = {
    Align.LEFT: "start",
    Align.CENTRE: "center",
    Align.RIGHT: "end",
    Align.JUSTIFY: "justify",
}
FORMATS = {
    Numerals.ARABIC: "1",
    Numerals.FULL: "１, ２, ３, ...",
    Numerals.ROMAN: "i",
    Numerals.ROMAN_UPPER: "I",
    Numerals.LETTER: "a",
    Numerals.LETTER_UPPER: "A",
    Numerals.CHINESE: "一, 二, 三, ...",
    Numerals.FORMAL: "壹, 貳, 參, ...",
    Numerals.STEM: "甲, 乙, 丙, ...",
}
_COUNTED = ("body", "plain", "quote", "note", "centre", "right", "list")
_LEVELS = 10


def style_name(name: str) -> str:
    """How a style is referred to in the file."""
    return display_name(name).replace(" ", "_20_")


def display_name(name: str) -> str:
    """What people call a style."""
    return _OWN_NAMES.get(name, name.replace("-", " ").title())


def unlisted(name: str) -> str:
    """The style of a heading that the contents leave out: they are gathered by style."""
    return f"{name}-unlisted"


def named_styles(source: Source) -> Iterator[Element]:
    """The styles, the outline, how notes and lines are counted."""
    yield _defaults(source)
    yield make("style:default-style", style_family="graphic")
    collapsing = make("style:table-properties", table_border_model="collapsing")
    yield make("style:default-style", collapsing, style_family="table")
    yield _paragraph_style("Standard", None, _lines_counted("false"))
    levels = _heading_levels(source)
    for name, style in source.document.styles.styles.items():
        yield _style(name, style, source, levels.get(name))
        if name in levels:
            yield _unlisted_style(name, levels[name])
    line = make("style:paragraph-properties", **_FIGURE_LINE)
    yield _paragraph_style(FIGURE, "Standard", line)
    yield _text_style(NOTE_MARK, style_text_position="super 65%")
    yield _text_style(NOTE_NUMBER)
    yield _text_style(LINK)
    yield make("style:style", style_name="Graphics", style_family="graphic")
    for family in ("text", "table-row", "table-cell"):
        yield make("style:default-style", style_family=family)
    yield _outline(source)
    yield _notes()
    if source.document.line_numbers:
        yield _line_numbers()


def paragraph_look(style: Style) -> dict[str, object]:
    """The properties of paragraphs in a style."""
    em = style.size
    return {
        "fo_margin_top": points(style.before),
        "fo_margin_bottom": points(style.after),
        "fo_margin_left": points(style.left_indent * em),
        "fo_margin_right": points(style.right_indent * em),
        "fo_text_indent": points(style.first_indent * em),
        "fo_line_height": points(style.leading),
        "fo_text_align": ALIGNMENT[style.align],
        "fo_keep_with_next": "always" if style.keep_with_next else None,
        "fo_break_before": "page" if style.new_page else None,
    }


def text_look(style: Style, source: Source) -> dict[str, object]:
    """The properties of words in a style."""
    face = source.typeface(style.face)
    return {
        "style_font_name": face.latin,
        "style_font_name_asian": face.asian,
        "fo_color": style.colour,
        **sized(style.size),
        **(emboldened() if style.bold else {}),
    }


def language(tag: str) -> dict[str, object]:
    """A language, for spelling and for reading aloud."""
    name, _, country = full_tag(tag).partition("-")
    if is_asian(tag):
        return {"style_language_asian": name, "style_country_asian": country or "none"}
    return {"fo_language": name, "fo_country": country or "none"}


def faces(source: Source) -> Element:
    """The fonts, and what may stand in for them."""
    found = dict.fromkeys(source.typeface(role) for role in FaceRole)
    element = make("office:font-face-decls")
    for name in dict.fromkeys(face.latin for face in found):
        element.append(_face(name, f"'{name}'"))
    for name, stand_in in {face.asian: face.stand_in for face in found}.items():
        element.append(_face(name, ", ".join(dict.fromkeys((f"'{name}'", f"'{stand_in}'")))))
    return element


def numbered_level(kind: str, level: int, form: NumberFormat, left: float, hang: float) -> Element:
    """A level of a list or of the outline."""
    before, _, after = form.pattern.replace("{path}", "{n}").partition("{n}")
    return make(
        f"text:{kind}-level-style{'-number' if kind == 'list' else ''}",
        _label(left, hang, is_closed(form.pattern)),
        text_level=level,
        style_num_format=FORMATS[form.numerals],
        style_num_prefix=before or None,
        style_num_suffix=after or None,
        text_display_levels=level if "{path}" in form.pattern else None,
    )


def bullet_level(level: int, bullet: str, left: float, hang: float) -> Element:
    """A level of a list without numbers."""
    return make(
        "text:list-level-style-bullet",
        _label(left, hang, is_closed=False),
        text_level=level,
        text_bullet_char=bullet,
    )


def _defaults(source: Source) -> Element:
    tag = source.document.language
    face = source.typeface(FaceRole.BODY)
    languages = {**language("en"), **language("zh"), **language(tag)}
    return make(
        "style:default-style",
        make(
            "style:paragraph-properties",
            fo_orphans=2,
            fo_widows=2,
            style_text_autospace="ideograph-alpha",
            style_punctuation_wrap="simple",
            style_line_break="strict",
            style_tab_stop_distance="24pt",
            style_writing_mode="lr-tb",
        ),
        make(
            "style:text-properties",
            style_font_name=face.latin,
            style_font_name_asian=face.asian,
            **sized(source.style("body").size),
            **languages,
            fo_hyphenate="true",
            fo_hyphenation_remain_char_count=3,
            fo_hyphenation_push_char_count=3,
        ),
        style_family="paragraph",
    )


def _heading_levels(source: Source) -> dict[str, int]:
    standard = {f"heading-{level}": level for level in range(1, 7)}
    used = {heading_style(heading): heading.level for heading in source.headings()}
    return {**used, **standard}


def _style(name: str, style: Style, source: Source, level: int | None) -> Element:
    look = paragraph_look(style)
    look["text_number_lines"] = "true" if name in _COUNTED else "false"
    is_numbered = level is not None and bool(source.document.numbering.levels)
    if is_numbered:
        # the outline gives them their indents
        for property_name in ("fo_margin_left", "fo_text_indent"):
            del look[property_name]
    hyphens = {"fo_hyphenate": "false"} if level is not None else {}
    text = make("style:text-properties", **text_look(style, source), **hyphens)
    parent = "Standard"
    if level is not None and name != f"heading-{level}":
        parent = style_name(f"heading-{level}")
    properties = make("style:paragraph-properties", **look)
    element = _paragraph_style(display_name(name), parent, properties, text)
    if level is not None:
        element.set(make.name("style:default-outline-level"), str(level))
        element.set(make.name("style:next-style-name"), style_name("body"))
    return element


_FIGURE_LINE = {
    "fo_margin_top": "6pt",
    "fo_margin_bottom": "0pt",
    "fo_line_height": "100%",
    "fo_text_align": "center",
}


def _lines_counted(value: str) -> Element:
    return make("style:paragraph-properties", text_number_lines=value)


def _text_style(name: str, **look: object) -> Element:
    return make(
        "style:style",
        make("style:text-properties", **look) if look else None,
        style_name=name,
        style_display_name=name.replace("_20_", " "),
        style_family="text",
    )


def _unlisted_style(name: str, level: int) -> Element:
    element = _paragraph_style(display_name(unlisted(name)), style_name(name))
    element.set(make.name("style:default-outline-level"), str(level))
    return element


def _paragraph_style(name: str, parent: str | None, *properties: Element) -> Element:
    return make(
        "style:style",
        *properties,
        style_name=name.replace(" ", "_20_"),
        style_display_name=name,
        style_family="paragraph",
        style_parent_style_name=parent,
        style_class="text",
    )


def _outline(source: Source) -> Element:
    element = make("text:outline-style", style_name="Outline")
    numbering = source.document.numbering
    for level in range(1, _LEVELS + 1):
        if not numbering.levels:
            element.append(make("text:outline-level-style", text_level=level, style_num_format=""))
            continue
        left, hang = source.heading_indents(level)
        form = level_format(numbering, level)
        element.append(numbered_level("outline", level, form, left, hang))
    return element


def _label(left: float, hang: float, is_closed: bool) -> Element:
    follows = "nothing" if is_closed else "listtab" if hang else "space"
    return make(
        "style:list-level-properties",
        make(
            "style:list-level-label-alignment",
            text_label_followed_by=follows,
            text_list_tab_stop_position=points(left) if follows == "listtab" else None,
            fo_margin_left=points(left),
            fo_text_indent=points(-hang),
        ),
        text_list_level_position_and_space_mode="label-alignment",
    )


def _notes() -> Element:
    return make(
        "text:notes-configuration",
        text_note_class="footnote",
        text_default_style_name=style_name("footnote"),
        text_citation_style_name=NOTE_NUMBER,
        text_citation_body_style_name=NOTE_MARK,
        style_num_format="1",
        text_start_value=0,
        text_footnotes_position="page",
        text_start_numbering_at="document",
    )


def _line_numbers() -> Element:
    return make(
        "text:linenumbering-configuration",
        text_number_lines="true",
        text_increment=1,
        text_restart_on_page="true",
        text_offset=points(11.0),
        text_number_position="left",
        style_num_format="1",
    )


def _face(name: str, family: str) -> Element:
    return make("style:font-face", style_name=name, svg_font_family=family)
