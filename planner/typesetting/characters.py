"""What each character is to a line: its class, and what may happen between two neighbours.

After W3C "Requirements for Chinese Text Layout" (practice of Taiwan) and, for Latin, Unicode
Standard Annex 14.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Classes. Wide ones fill a square among Han letters.
HAN = "H"
OPENING, CLOSING = "O", "C"  # wide brackets; wide closing brackets, pauses and stops
DASH = "D"  # wide —— …… ──
CLINGING = "N"  # wide, never first in a line: ー 々 ・ ～ ％
PREFIX = "F"  # wide, never last in a line: ＄ ＃
WIDE_SPACE = "W"
LETTER, DIGIT = "A", "9"
LATIN_OPENING, LATIN_CLOSING = "o", "c"
HYPHEN, SLASH = "h", "s"
QUOTE = "q"  # straight: opens or closes
MARK = "M"  # combining
SPACE = " "
NO_BREAK = "G"  # no-break space
END = "Z"  # behind the last character

WIDE = frozenset("HOCDNFW")
SPACES = frozenset(" WG")
_NEVER_FIRST = frozenset("CDNchsMZ") | SPACES
_NEVER_LAST = frozenset("OoFqG")
_LATIN = frozenset("A9ochsqM")
_KERNED = frozenset("A9oc")
_CLASSES = "HOCDNFWA9ochsqM GZ"

_BY_CLASS = {
    OPENING: "「『（〔【《〈〖〘〚｛［〝﹁﹃︵︷︹︻︽︿﹙﹛﹝",
    CLOSING: "」』）〕】》〉〗〙〛｝］〞〟。．，、；：！？﹂﹄︶︸︺︼︾﹀﹚﹜﹞﹐﹑﹒﹔﹕﹖﹗｡､｣",
    DASH: "─━⸺⸻︱",
    CLINGING: "々〻ー・゠～〜％‰‱℃℉／－‧￠゛゜ゝゞヽヾ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ",
    PREFIX: "＄￥￡￦＃№",
    WIDE_SPACE: "\u3000",
    LATIN_OPENING: "([{“‘„‚«‹¿¡",
    LATIN_CLOSING: ")]},.:;!?%”’»›°′″…‼⁇⁈⁉",
    HYPHEN: "-‐–—",
    SLASH: "/",
    QUOTE: "\"'",
    SPACE: " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f",
    NO_BREAK: "\u00a0\u2007\u202f\u2011",
}
_CLASS_OF = {character: kind for kind, members in _BY_CLASS.items() for character in members}
_SQUARES = re.compile(
    "[\u203b\u2160-\u217f\u2190-\u21ff\u2460-\u27bf\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffef\U0001f000-\U0003ffff]"
)

# Characters that Chinese and Latin share. Where they stand among Han letters they are looked up
# under these noncharacters, one for one, and then are wide.
_AMONG_HAN = {
    "“": ("\ufdd0", OPENING),
    "‘": ("\ufdd1", OPENING),
    "”": ("\ufdd2", CLOSING),
    "’": ("\ufdd3", CLOSING),
    "…": ("\ufdd4", DASH),
    "—": ("\ufdd5", DASH),
    "·": ("\ufdd6", CLINGING),
}
SHARED = {stand_in: character for character, (stand_in, _) in _AMONG_HAN.items()}
_CLASS_OF |= dict(_AMONG_HAN.values())
_WIDENED = str.maketrans({character: stand_in for character, (stand_in, _) in _AMONG_HAN.items()})
_SHARED_RUNS = re.compile("“[^“”]*”|‘[^‘’]*’|[“”‘’]|…+|—+|·")


def class_of(character: str) -> str:
    known = _CLASS_OF.get(character)
    if known:
        return known
    if _SQUARES.match(character):
        return HAN
    if character.isdecimal():
        return DIGIT
    return MARK if unicodedata.combining(character) else LETTER


def among_han(text: str) -> str:
    """The text of a Chinese paragraph with shared characters told apart by their neighbours."""
    if _AMONG_HAN.keys().isdisjoint(text):
        return text
    widened = list(text)
    for match in _shared(text):
        start, end = match.span()
        inner = (start + 1, end - 2) if end - start > 1 and match[0][0] in "“‘" else ()
        neighbours = (text[i] for i in (start - 1, end, *inner) if 0 <= i < len(text))
        if any(class_of(neighbour) in WIDE for neighbour in neighbours):
            for index in (start, end - 1) if inner else range(start, end):
                widened[index] = text[index].translate(_WIDENED)
    return "".join(widened)


def _shared(text: str) -> Iterator[re.Match[str]]:
    """Runs of shared characters, quotation marks with their partner; also those within others."""
    for match in _SHARED_RUNS.finditer(text):
        yield match
        if len(match[0]) > 2 and match[0][0] in "“‘":
            yield from _SHARED_RUNS.finditer(text, match.start() + 1, match.end() - 1)


def _may_part(before: str, after: str) -> bool:
    if before in (SPACE, WIDE_SPACE):
        return after not in "CDNcM WGZ"
    if after in _NEVER_FIRST or before in _NEVER_LAST or after in (QUOTE, NO_BREAK):
        return False
    return not (before in _LATIN and after in _LATIN)


def _may_stretch(before: str, after: str) -> bool:
    """Between wide characters, between Han and Latin, and behind a space."""
    if END in (before, after) or before == after == DASH:
        return False
    if before in (OPENING, PREFIX) or after == CLOSING:
        return False
    if before in SPACES or after in SPACES:
        return before in (SPACE, NO_BREAK) and after not in SPACES
    return before in WIDE or after in WIDE


def _is_joint(before: str, after: str) -> bool:
    """Whether more than the advances decides the distance."""
    if before in WIDE and after in WIDE:
        marks = {OPENING, CLOSING, DASH, WIDE_SPACE}
        return before in marks or after in marks
    if before in _KERNED and after in _KERNED:
        return before != DIGIT or after != DIGIT  # figures of a table stand below each other
    return before in SPACES or after in SPACES or before in WIDE or after in WIDE


# A bracket or prefix holds what follows it even across a space; by classes.
HELD_BY_OPENING = re.compile(f"[{OPENING}{PREFIX}{LATIN_OPENING}][{SPACE}{WIDE_SPACE}]+")

PART, STRETCH, JOINT = 1, 2, 4
# What may happen between two neighbours, by their classes.
BETWEEN = {
    before + after: PART * _may_part(before, after)
    | STRETCH * _may_stretch(before, after)
    | JOINT * _is_joint(before, after)
    for before in _CLASSES
    for after in _CLASSES
}
