"""Where lines may end, against Unicode Standard Annex 14: every difference has its reason.

`tests/benchmarks/line_breaks.py` does the same over 100,000 characters and more.
"""

import random
from collections import Counter

import pytest
from uniseg.linebreak import line_break, line_break_boundaries

from planner.resources import resource
from planner.typesetting.characters import WIDE, class_of
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.grouping import addresses, held_together
from planner.typesetting.lines import Span
from planner.typesetting.measuring import MeasuredText

_PHRASES = """\
稀土產業|合作|考察團於|包頭市|第三屆|赴|說明|的|研究院|參訪|本團與|座談會|之發展|分離冶煉|𡶀|😀|\
，|，|，|，|。|。|。|、|、|；|：|！|？|（|）|「|」|『|』|《|》|……|——|─|～|％|％，|－|＋|／|ー|々|·|‧|\
1|25|104年|8月17日|3.5|1,200|50%|NT$300|US$1.2|＄500|（1）|（一）|圖1|表2至圖3|第5點|民國104年|\
25 kg|350 MPa|300 ℃|37°C|50％|100 €|-5|10:30|2015-08-17|2015/8/17|3–5|A4|x+y=z|f(x)|[3]|(abc)|\
Mg─Gd─Y─Zr|Mg-Gd-Y|well-known|don’t|“quoted”|“國際”|"straight" |and/or|PySide6|C++|A&B|#tag|@home|\
Delegation Planner |he said |Dr. Wang|Figure 3|p. 5|No. 7|J. K. Rowling|'s|a—b|—|…|wait…|\
哈利·波特|カタカナ|ひらがな|한국어|①|■|☐|→| | |\u00a0|\u3000|\
https://www.example.org/a/b.html|planner@example.gov.tw"""
PHRASES = _PHRASES.split("|")
COMMON = ("稀土", "研究院", "參訪", "本團與", "座談會", "之發展", "meeting ", "the report ", "of ")

# Why we part, or do not, where the annex says otherwise.
HELD = "number and unit, a figure and its number, titles and names stay together"
NEVER_FIRST = "no mark of Chinese or Latin begins a line, not even behind a space"
LATIN = "Latin letters, digits and signs without a space between them hold together"
OPENED = "an opening bracket holds what follows it, across a space too"
SPACES = "spaces stay together at the end of a line, no-break spaces hold on both sides"
SQUARE = "a sign that fills a square among Han letters parts as they do"
QUOTES = "among Han letters “ ” are brackets, which part on their outer side"
AFTER_MARK = "behind a wide mark, as ％ ℃ · ─, a line may end before Latin too"
PREFIX = "a wide currency sign may begin a line behind Latin"
SIGN = "a Latin sign as € or + parts from the Han letter behind it"
ADDRESS = "addresses part at their own signs only"


def mixed_text(length, seed):
    """Chinese and Latin, numbers, names, units and marks in every order."""
    chance = random.Random(seed)
    parts, total = [], 0
    while total < length:
        parts.append(chance.choice(COMMON if chance.random() < 0.4 else PHRASES))
        total += len(parts[-1])
    return "".join(parts)[:length]


def differences(text, fonts):
    """(place, whether only we part there, reason) where the annex and we differ."""
    measured = MeasuredText([Span(text, fonts.body, 12.0)], chinese=True)
    ours, theirs = set(measured.places), set(line_break_boundaries(text)) - {0, len(text)}
    held = {place for start, end in held_together(text) for place in range(start + 1, end)}
    inside = {
        place for address in addresses(text) for place in range(address.start + 1, address.end)
    }
    for place in sorted(ours ^ theirs):
        only_ours = place in ours
        if place in inside:
            yield place, only_ours, ADDRESS
        elif only_ours:
            yield place, True, _why_we_part(text, place, *measured.classes[place - 1 : place + 1])
        elif place in held:
            yield place, False, HELD
        else:
            before, after = measured.classes[place - 1 : place + 1]
            yield place, False, _why_we_hold(measured.classes[: place + 1], before, after)


def _why_we_part(text, place, before, after):
    one, other = text[place - 1], text[place]
    if "”" in one or "“" in other or one == "’" or other == "‘":
        return QUOTES
    if before in "ND":
        return AFTER_MARK
    if after == "F":
        return PREFIX
    if one in "€+" and class_of(other) in WIDE:
        return SIGN
    if (class_of(one) in WIDE and not _is_ideograph(one)) or (
        class_of(other) in WIDE and not _is_ideograph(other)
    ):
        return SQUARE
    return None


def _is_ideograph(character):
    return line_break(character).name in ("ID", "H2", "H3", "EB")


def _why_we_hold(classes, before, after):
    if after in " WG":
        return SPACES
    if after in "CDNchsM":
        return NEVER_FIRST
    if before in " W" and classes[:-1].rstrip(" W")[-1:] in tuple("OoF"):
        return OPENED
    if before in "A9ochsq" and after in "A9ochsq":
        return LATIN
    return None


@pytest.fixture(scope="module")
def fonts():
    return PaperFonts.shipped(resource("fonts"))


@pytest.mark.parametrize("seed", range(6))
def test_every_difference_from_the_annex_has_its_reason(fonts, seed):
    found = Counter()
    for part in range(10):
        text = mixed_text(200, seed * 10 + part)
        for place, only_ours, reason in differences(text, fonts):
            where = f"{text[max(0, place - 8) : place]}|{text[place : place + 8]}"
            assert reason, f"only {'ours' if only_ours else 'the annex'}: {where}"
            found[reason] += 1
    assert found.total() > 0


def test_plain_chinese_and_plain_english_part_as_the_annex_says(fonts):
    for text in (
        "本次訪問團由經濟部工業局組團，赴中國大陸考察稀土產業之發展現況（含開採、分離），並交流。",
        "The delegation visited twelve well-known enterprises (in three cities), and seminars.",
    ):
        assert list(differences(text, fonts)) == []
