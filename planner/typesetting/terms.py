"""Numerals, numbering and the few words a layout adds itself, in each language."""

from dataclasses import dataclass
from enum import StrEnum


class Numerals(StrEnum):
    """How a count is written."""

    ARABIC = "arabic"  # 1 2 3
    FULL = "full"  # １２３
    ROMAN = "roman"  # i ii iii
    ROMAN_UPPER = "roman-upper"  # I II III
    LETTER = "letter"  # a b c
    LETTER_UPPER = "letter-upper"  # A B C
    CHINESE = "chinese"  # 一二三
    FORMAL = "formal"  # 壹貳參
    STEM = "stem"  # 甲乙丙


_DIGITS = {Numerals.CHINESE: "〇一二三四五六七八九", Numerals.FORMAL: "零壹貳參肆伍陸柒捌玖"}
_UNITS = {Numerals.CHINESE: ("", "十", "百", "千"), Numerals.FORMAL: ("", "拾", "佰", "仟")}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def numeral(number: int, numerals: Numerals) -> str:
    """A positive count in the numerals asked for."""
    match numerals:
        case Numerals.FULL:
            return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
        case Numerals.ROMAN:
            return _roman(number)
        case Numerals.ROMAN_UPPER:
            return _roman(number).upper()
        case Numerals.LETTER:
            return _letters(number, "abcdefghijklmnopqrstuvwxyz")
        case Numerals.LETTER_UPPER:
            return _letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        case Numerals.STEM:
            return _letters(number, _STEMS)
        case Numerals.CHINESE | Numerals.FORMAL:
            return _chinese(number, numerals)
    return str(number)


def _roman(number: int) -> str:
    letters = []
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters.append(letter * count)
    return "".join(letters)


def _letters(number: int, alphabet: str) -> str:
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, len(alphabet))
        letters = alphabet[place] + letters
    return letters


def _chinese(number: int, numerals: Numerals) -> str:
    digits, units = _DIGITS[numerals], _UNITS[numerals]
    if number >= 10_000:
        return str(number)
    written = ""
    gap = False
    for place, digit in zip(
        range(len(str(number)) - 1, -1, -1), map(int, str(number)), strict=True
    ):
        if digit == 0:
            gap = True
            continue
        if gap and written:
            written += "零"
        gap = False
        # 一十二 is written 十二
        is_plain_ten = place == 1 and digit == 1 and not written
        written += units[1] if is_plain_ten else digits[digit] + units[place]
    return written


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How one level is numbered: `{n}` is its own count, `{path}` all counts, as in 1.2."""

    pattern: str
    numerals: Numerals = Numerals.ARABIC

    def text(self, path: tuple[int, ...]) -> str:
        """The number printed for a place in the tree, given the counts from the top."""
        return self.pattern.format(
            n=numeral(path[-1], self.numerals),
            path=".".join(str(count) for count in path),
        )


@dataclass(frozen=True, slots=True)
class Numbering:
    """A format for each level; deeper levels than there are formats repeat the last."""

    levels: tuple[NumberFormat, ...]

    def text(self, path: tuple[int, ...]) -> str:
        """The number for a path of counts; empty where nothing is numbered."""
        if not self.levels:
            return ""
        return self.levels[min(len(path), len(self.levels)) - 1].text(path)


OFFICIAL_NUMBERING = Numbering(
    (
        NumberFormat("{n}、", Numerals.FORMAL),
        NumberFormat("{n}、", Numerals.CHINESE),
        NumberFormat("（{n}）", Numerals.CHINESE),
        NumberFormat("{n}、"),
        NumberFormat("（{n}）"),
        NumberFormat("{n}、", Numerals.STEM),
    )
)
OFFICIAL_LIST = Numbering(OFFICIAL_NUMBERING.levels[1:])
DECIMAL_NUMBERING = Numbering(
    (
        NumberFormat("{path}"),
        NumberFormat("{path}"),
        NumberFormat("({n})", Numerals.LETTER),
        NumberFormat("({n})", Numerals.ROMAN),
    )
)
DECIMAL_LIST = Numbering(
    (
        NumberFormat("{n}."),
        NumberFormat("({n})", Numerals.LETTER),
        NumberFormat("({n})", Numerals.ROMAN),
    )
)
NO_NUMBERING = Numbering(())


@dataclass(frozen=True, slots=True)
class CaptionTerms:
    """How one kind of numbered thing is named: alone, as a range, and before its caption."""

    name: str  # 圖{n}
    range: str  # 圖{first}至圖{last}
    caption: str  # 圖{n}　 then the words of the caption


@dataclass(frozen=True, slots=True)
class Terms:
    """The words a layout adds to a document."""

    figure: CaptionTerms
    table: CaptionTerms
    contents: str
    list_of_figures: str
    list_of_tables: str
    page: str  # a reference to a page
    pages: str  # a reference to pages
    range: str  # a range of headings
    continued: str  # after the caption of a table's next page


CHINESE_TERMS = Terms(
    figure=CaptionTerms("圖{n}", "圖{first}至圖{last}", "圖{n}　"),
    table=CaptionTerms("表{n}", "表{first}至表{last}", "表{n}　"),
    contents="目次",
    list_of_figures="圖次",
    list_of_tables="表次",
    page="第{n}頁",
    pages="第{first}至{last}頁",
    range="{first}至{last}",
    continued="（續）",
)
ENGLISH_TERMS = Terms(
    figure=CaptionTerms("Figure {n}", "Figures {first}–{last}", "Figure {n}. "),
    table=CaptionTerms("Table {n}", "Tables {first}–{last}", "Table {n}. "),
    contents="Contents",
    list_of_figures="Figures",
    list_of_tables="Tables",
    page="page {n}",
    pages="pages {first}–{last}",
    range="{first} to {last}",
    continued=" (continued)",
)


def terms_for(language: str) -> Terms:
    """The terms of a language: Chinese for any zh, English otherwise."""
    return CHINESE_TERMS if language.lower().startswith("zh") else ENGLISH_TERMS
