"""Line ends against Unicode Standard Annex 14 over much text, and the time both take.

    python tests/benchmarks/line_breaks.py [CHARACTERS]

Prints every kind of difference with its reason and an example, then the ratio of times: ours sets
whole lines (measured, justified, hyphenated), `uniseg` only tells where they may end.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from uniseg.linebreak import line_break_boundaries

from planner.resources import resource
from planner.typesetting.breaking import Span, set_paragraph
from planner.typesetting.fonts import PaperFonts

sys.path.insert(0, str(Path(__file__).parent.parent / "typesetting"))
from test_breaking_oracle import differences, mixed_text

PARAGRAPH = 200
MEASURE = 453.0
CHINESE = (
    "本次訪問團由經濟部工業局組團，於民國104年8月17日至8月26日赴中國大陸江西省贛州市、內蒙古包頭市及北京市，"
    "考察稀土產業之發展現況（含開採、分離、冶煉與應用），並與「中國稀土學會」、「包頭稀土研究院」等單位交流；"
    "期間共參訪12家企業，舉辦2場座談會。其中Mg─Gd─Y─Zr合金之抗拉強度達350 MPa，延伸率為8％。"
)
ENGLISH = (
    "The delegation visited twelve enterprises in Ganzhou, Baotou and Beijing between 17 and 26 "
    "August 2015, and held two seminars with the Chinese Society of Rare Earths. The tensile "
    "strength of the alloy reached 350 MPa, which is higher than that of conventional materials. "
)


def main(characters: int) -> None:
    fonts = PaperFonts.shipped(resource("fonts"))
    _tell(*_compared(fonts, characters))
    for name, text, language in (
        ("Chinese with Latin", CHINESE, "zh-TW"),
        ("English", ENGLISH, "en-GB"),
        ("every mark and sign in every order", None, "zh-TW"),
    ):
        _tell(_raced(fonts, name, text, language))


def _tell(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _compared(fonts: PaperFonts, characters: int) -> Iterator[str]:
    found = defaultdict(list)
    for seed in range(characters // PARAGRAPH):
        text = mixed_text(PARAGRAPH, seed)
        for place, only_ours, reason in differences(text, fonts):
            where = f"{text[max(0, place - 6) : place]}|{text[place : place + 6]}"
            found[reason or "NO REASON", only_ours].append(where)
    total = sum(map(len, found.values()))
    yield f"{characters:,} characters, {total:,} places differ"
    for (reason, only_ours), places in sorted(found.items(), key=lambda item: -len(item[1])):
        yield f"{len(places):7,}  {'we part' if only_ours else 'we hold'}: {reason}"
        yield f"{'':9}{'   '.join(places[:4])}"


def _raced(fonts: PaperFonts, name: str, text: str | None, language: str) -> str:
    texts = [text or mixed_text(PARAGRAPH, seed) for seed in range(11_000 // PARAGRAPH)]
    spans = [[Span(each, fonts.body, 12.0, language=language)] for each in texts]
    ours, theirs = [], []
    for _ in range(3):
        start = time.perf_counter()
        for paragraph in spans:
            set_paragraph(paragraph, MEASURE, first_indent=24.0, language=language)
        middle = time.perf_counter()
        for each in texts:
            list(line_break_boundaries(each))
        ours.append(middle - start)
        theirs.append(time.perf_counter() - middle)
    length = sum(map(len, texts))
    return (
        f"{name}: {length:,} characters set in {1000 * min(ours):.1f} ms, "
        f"uniseg {1000 * min(theirs):.0f} ms, ratio {min(theirs) / min(ours):.0f}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
