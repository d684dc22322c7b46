"""Named looks of paragraphs: face, size, spaces; papers choose them and give them along."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType


class Align(StrEnum):
    """How lines fill their measure."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class FaceRole(StrEnum):
    """Which font chain sets the words: Kai for the body, Ming for covers and heads."""

    BODY = "body"
    HEADING = "heading"
    COVER = "cover"
    LATIN = "latin"


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a paragraph. Indents are in em of its own size, all else in points."""

    face: FaceRole = FaceRole.BODY
    size: float = 12.0
    leading: float = 20.0
    align: Align = Align.JUSTIFY
    before: float = 0.0
    after: float = 0.0
    first_indent: float = 0.0
    left_indent: float = 0.0
    right_indent: float = 0.0
    bold: bool = False
    colour: str = "#000000"
    keep_with_next: bool = False
    new_page: bool = False


@dataclass(frozen=True)
class StyleSheet:
    """Styles by name; an unknown name falls back to `body`."""

    styles: Mapping[str, Style] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Style:
        found = self.styles.get(name)
        return found if found is not None else self.styles.get("body", Style())

    def __contains__(self, name: object) -> bool:
        return name in self.styles

    def with_(self, **styles: Style) -> "StyleSheet":
        """A sheet with styles added or replaced; `_` in a keyword stands for `-`."""
        named = {name.replace("_", "-"): style for name, style in styles.items()}
        return StyleSheet(MappingProxyType({**self.styles, **named}))

    def scaled(self, factor: float) -> "StyleSheet":
        """All sizes and spaces larger or smaller by a factor."""
        return StyleSheet(
            MappingProxyType({name: _scaled(style, factor) for name, style in self.styles.items()})
        )


def _scaled(style: Style, factor: float) -> Style:
    return replace(
        style,
        size=style.size * factor,
        leading=style.leading * factor,
        before=style.before * factor,
        after=style.after * factor,
    )


def _heading(size: float, leading: float, before: float, after: float, indent: float = 0) -> Style:
    return Style(
        face=FaceRole.HEADING,
        size=size,
        leading=leading,
        align=Align.LEFT,
        before=before,
        after=after,
        left_indent=indent,
        bold=True,
        keep_with_next=True,
    )


def _small(size: float, leading: float, align: Align, **more: float) -> Style:
    return Style(size=size, leading=leading, align=align, **more)  # type: ignore[arg-type]


DEFAULT_STYLES = StyleSheet(
    MappingProxyType(
        {
            "body": Style(first_indent=2, after=4),
            "plain": Style(after=4),  # a paragraph without first-line indent
            "quote": Style(left_indent=2, right_indent=2, before=2, after=6),
            "note": Style(size=10, leading=15, after=4),
            "centre": Style(align=Align.CENTRE, after=4),
            "right": Style(align=Align.RIGHT, after=4),
            "list": Style(after=2),
            "heading-1": _heading(18, 28, 18, 8),
            "heading-2": _heading(15, 24, 12, 5),
            "heading-3": _heading(13, 21, 9, 3),
            "heading-4": _heading(12, 20, 6, 2),
            "heading-5": _heading(12, 20, 4, 2),
            "heading-6": _heading(12, 20, 4, 2),
            "title": Style(FaceRole.COVER, 26, 38, Align.CENTRE, after=10, bold=True),
            "subtitle": Style(FaceRole.COVER, 20, 30, Align.CENTRE, after=8, bold=True),
            "cover": Style(FaceRole.COVER, 14, 24, Align.CENTRE, bold=True),
            "cover-left": Style(FaceRole.COVER, 14, 24, Align.LEFT, bold=True),
            "cover-right": Style(FaceRole.COVER, 12, 20, Align.RIGHT),
            "table-note": _small(9.5, 14, Align.LEFT, before=2, after=8),
            "caption": _small(11, 16, Align.CENTRE, before=4, after=10),
            "table-caption": Style(
                size=11, leading=16, align=Align.CENTRE, before=8, after=4, keep_with_next=True
            ),
            "table": _small(11, 16, Align.LEFT),
            "table-head": Style(size=11, leading=16, align=Align.CENTRE, bold=True),
            "chart": _small(9, 12, Align.CENTRE),
            "contents-title": Style(
                FaceRole.HEADING,
                18,
                28,
                Align.CENTRE,
                after=12,
                bold=True,
                keep_with_next=True,
                new_page=True,
            ),
            "contents-1": _small(12, 20, Align.LEFT, before=4),
            "contents-2": _small(12, 19, Align.LEFT, left_indent=2),
            "contents-3": _small(11, 18, Align.LEFT, left_indent=4),
            "contents-4": _small(11, 18, Align.LEFT, left_indent=6),
            "contents-figure": _small(12, 19, Align.LEFT),
            "footnote": _small(9, 13, Align.JUSTIFY, after=1),
            "running-head": _small(9, 12, Align.LEFT),
            "page-number": _small(10, 12, Align.CENTRE),
            "card-name": Style(FaceRole.HEADING, 22, 30, Align.CENTRE, bold=True),
            "card-line": _small(11, 16, Align.CENTRE),
        }
    )
)
