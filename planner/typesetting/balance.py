"""Headings and centred text of several lines: parted where the sense parts, or equally long."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from planner.typesetting.document import Inlines, LineBreak, Run, inlines
from planner.typesetting.keeping import Setting
from planner.typesetting.setting import Setter
from planner.typesetting.styles import Align, Style

_PARTS_SENSE = "：，；、。！？"
_UNEQUAL = 0.4  # of the longer line: a shorter one is worse than a break inside a phrase
_NARROWEST = 0.5  # of the measure


class Balanced(NamedTuple):
    """A setting, and how far in from the left of the measure it stands."""

    setting: Setting
    offset: float


def is_balanced(style: Style, align: Align | None) -> bool:
    """Whether text in this style is: headings, and whatever stands in the middle."""
    align = align or style.align
    return align is Align.CENTRE or (style.keep_with_next and align is Align.LEFT)


def balanced_setting(
    setter: Setter, content: Inlines, style: Style, width: float, align: Align | None
) -> Balanced:
    """Content that takes several lines, set in as many."""
    allowed = len(setter.set(content, style, width, align).lines)
    if allowed == 2:
        for parted in _parted(content):
            setting = setter.set(parted, style, width, align)
            if len(setting.lines) == 2 and _are_alike(setting):
                return Balanced(setting, 0.0)
    narrow = _least_width(setter, content, style, width, align, allowed)
    is_centred = (align or style.align) is Align.CENTRE
    offset = (width - narrow) / 2 if is_centred else 0.0
    return Balanced(setter.set(content, style, narrow, align), offset)


def _parted(content: Inlines) -> Iterator[Inlines]:
    """Plain words broken after a mark, the place nearest to the middle first."""
    parts = inlines(content)
    if len(parts) != 1 or not isinstance(parts[0], Run):
        return
    text = parts[0].text
    places = [place + 1 for place, mark in enumerate(text[:-1]) if mark in _PARTS_SENSE]
    for place in sorted(places, key=lambda place: abs(place - len(text) / 2)):
        yield (
            replace(parts[0], text=text[:place]),
            LineBreak(),
            replace(parts[0], text=text[place:]),
        )


def _are_alike(setting: Setting) -> bool:
    shorter, longer = sorted(line.width for line in setting.lines)
    return shorter >= _UNEQUAL * longer


def _least_width(
    setter: Setter,
    content: Inlines,
    style: Style,
    width: float,
    align: Align | None,
    allowed: int,
) -> float:
    """The least width that takes no more lines than allowed."""
    least, enough = width * _NARROWEST, width
    while enough - least > style.size / 2:
        middle = (least + enough) / 2
        if len(setter.set(content, style, middle, align).lines) > allowed:
            least = middle
        else:
            enough = middle
    return enough
