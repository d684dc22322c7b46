"""How a paper looks: page, numbers and styles by profile and language."""

from dataclasses import replace

from planner.domain.profile import CoverItem, NumberingStyle, ReportProfile
from planner.typesetting.document import Margins, PageSetup, mm
from planner.typesetting.styles import DEFAULT_STYLES, Align, FaceRole, Style, StyleSheet
from planner.typesetting.terms import (
    DECIMAL_LIST,
    DECIMAL_NUMBERING,
    NO_NUMBERING,
    OFFICIAL_LIST,
    OFFICIAL_NUMBERING,
    Numbering,
)
from planner.words import Words

_BODY_SIZE = 12.0  # what the default styles are drawn for


def page_of(profile: ReportProfile) -> PageSetup:
    """The page without head and number, as a cover has it."""
    page = profile.page
    side = mm(page.margin)
    return PageSetup(
        width=mm(page.width),
        height=mm(page.height),
        margins=Margins(side, side, side, side),
        number="",
    )


def numbering_of(profile: ReportProfile, words: Words) -> tuple[Numbering, Numbering]:
    """For headings and for lists. An English paper has no 壹、."""
    style = profile.page.numbering
    list_numbering = OFFICIAL_LIST if words.is_chinese else DECIMAL_LIST
    if style is NumberingStyle.NONE:
        return NO_NUMBERING, list_numbering
    if style is NumberingStyle.OFFICIAL and words.is_chinese:
        return OFFICIAL_NUMBERING, list_numbering
    return DECIMAL_NUMBERING, DECIMAL_LIST


def sheet(
    words: Words, *, body_size: float = _BODY_SIZE, leading: float | None = None
) -> StyleSheet:
    """The styles of all papers: scaled to a body size, in the habits of the language."""
    styles = DEFAULT_STYLES.scaled(body_size / _BODY_SIZE)
    body = styles["body"]
    line = body.leading if leading is None else body_size * leading
    running = {
        name: replace(styles[name], leading=line) for name in ("body", "plain", "quote", "list")
    }
    if not words.is_chinese:
        running["body"] = replace(running["body"], first_indent=0.0, after=body_size * 0.6)
    return styles.with_(
        **running,
        form_title=Style(
            FaceRole.HEADING, 18, 28, Align.CENTRE, after=10, bold=True, keep_with_next=True
        ),
        form_over_title=Style(FaceRole.HEADING, 13, 20, Align.CENTRE, keep_with_next=True),
        form_under_title=Style(size=12, leading=18, align=Align.CENTRE, after=6),
        form_note=Style(size=10, leading=15, align=Align.LEFT, after=3),
        form_part=Style(
            FaceRole.HEADING, 13, 20, Align.LEFT, before=10, after=5, bold=True, keep_with_next=True
        ),
        day_head=Style(
            FaceRole.HEADING, 13, 20, Align.LEFT, before=12, after=4, bold=True, keep_with_next=True
        ),
        host_name=Style(
            FaceRole.HEADING, 16, 24, Align.LEFT, after=6, bold=True, keep_with_next=True
        ),
        card_day=Style(
            FaceRole.HEADING, 14, 20, Align.LEFT, after=3, bold=True, keep_with_next=True
        ),
        card_text=Style(size=10, leading=14, align=Align.LEFT),
        card_time=Style(size=10, leading=14, align=Align.LEFT, bold=True),
        card_foot=Style(size=10, leading=14, align=Align.LEFT, before=3),
        badge_top=Style(size=9, leading=13, align=Align.CENTRE, after=6),
        table_name=Style(FaceRole.HEADING, 44, 58, Align.CENTRE, bold=True),
        table_line=Style(size=16, leading=24, align=Align.CENTRE),
        figure_note=Style(size=9.5, leading=14, align=Align.CENTRE, after=8),
        small=Style(size=9.5, leading=14, align=Align.LEFT, after=2),
        small_head=Style(size=9.5, leading=14, align=Align.CENTRE, bold=True),
        small_centre=Style(size=9.5, leading=14, align=Align.CENTRE),
    )


def report_sheet(profile: ReportProfile, words: Words) -> StyleSheet:
    """The styles of a report, with a style for each line of its cover."""
    styles = sheet(words, body_size=profile.page.body_size, leading=profile.page.leading)
    lines = {
        style_of(line.item): Style(
            face=FaceRole.COVER,
            size=line.size,
            leading=line.size * 1.5,
            align=_ALIGNED.get(line.item, Align.LEFT),
            bold=line.is_bold,
        )
        for line in profile.cover.lines
    }
    summary = replace(styles["heading-1"], align=Align.CENTRE)
    kind = replace(styles["cover"], size=12, leading=18, after=2)
    return styles.with_(**lines, summary_title=summary, cover_kind=kind)


def style_of(item: CoverItem) -> str:
    """The name of the style of a line of the cover."""
    return f"cover-{item.replace('_', '-')}"


_ALIGNED = {
    CoverItem.SYSTEM_NUMBER: Align.RIGHT,
    CoverItem.CATEGORY: Align.CENTRE,
    CoverItem.TITLE: Align.CENTRE,
}
