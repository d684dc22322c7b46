"""Makes the faces of the papers again from Debian's packages, cut to what papers need.

    apt-get install fonts-cns11643-kai fonts-cns11643-sung fonts-liberation2 \\
        fonts-lxgw-wenkai fonts-dejavu-core
    python resources/fonts/cut.py
"""

import shutil
import subprocess
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import chain, product
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
INSTALLED = Path("/usr/share/fonts/truetype")

CHARSETS = ("big5", "cp950", "big5hkscs", "gb2312", "gbk", "euc_jis_2004")
SYMBOLS = (
    (0x0020, 0x017F),  # Latin
    (0x02B0, 0x036F),  # tone marks
    (0x0391, 0x03C9),  # Greek
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x20CF),  # superscripts, currencies
    (0x2100, 0x27BF),  # letter-like, numbers, arrows, mathematics, boxes, shapes, dingbats
    (0x2E80, 0x2FDF),  # radicals
    (0x3000, 0x33FF),  # Chinese punctuation, kana, bopomofo, strokes, squared words
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0xFE10, 0xFE6F),  # vertical and small forms
    (0xFF00, 0xFFEF),  # full-width forms
)
# In names of persons, of places and of elements, though in none of the sets above.
NAMES = "𡶀𠮷𠀋𡈽𡌛𡑮𡢽𪚲𨧀𨭎𨨏𨭆𪜶𠢕𡢃"


def main() -> None:
    usual = _charsets() | set(chain.from_iterable(range(a, b + 1) for a, b in SYMBOLS))
    registered = usual | _cns_plane(3)
    rare = {letter for letter in registered | _cns_plane(4) if letter > 0xFFFF}
    kai = _cut("cns11643/TW-Kai-98_1.ttf", "TW-Kai.ttf", registered)
    rest = _cut("cns11643/TW-Kai-Ext-B-98_1.ttf", "TW-Kai-Ext-B.ttf", rare | set(map(ord, NAMES)))
    _cut("cns11643/TW-Sung-98_1.ttf", "TW-Sung.ttf", usual)
    _cut("lxgw-wenkai/LXGWWenKai-Regular.ttf", "PlannerKai-Rare.ttf", _beyond(kai | rest))
    _cut("dejavu/DejaVuSans.ttf", "DejaVuSans-Symbols.ttf", set(range(0x2000, 0x2C00)))
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        shutil.copy(INSTALLED / f"liberation2/LiberationSerif-{style}.ttf", HERE)


def _charsets() -> set[int]:
    """What the character sets of Taiwan, Hong Kong, China and Japan can write."""
    pairs = [bytes(pair) for pair in product(range(0x81, 0xFF), range(0x40, 0xFF))]
    triples = [b"\x8f" + pair for pair in pairs]
    return _letters(
        code.decode(charset, "ignore") for charset in CHARSETS for code in pairs + triples
    )


def _cns_plane(plane: int) -> set[int]:
    """A plane of CNS 11643: 3 and 4 hold the letters of Taiwan's registers of households."""
    rows = range(0xA1, 0xFF)
    codes = b"\n".join(bytes([0x8E, 0xA0 + plane, *pair]) for pair in product(rows, rows))
    convert = ["iconv", "-c", "-f", "EUC-TW", "-t", "UTF-8"]
    converted = subprocess.run(convert, input=codes, capture_output=True, check=False)
    return _letters(converted.stdout.decode().splitlines())


def _letters(candidates: Iterable[str]) -> set[int]:
    private = range(0xE000, 0xF900)
    return {ord(letter) for letter in candidates if len(letter) == 1 and ord(letter) not in private}


def _beyond(covered: AbstractSet[int]) -> set[int]:
    """Korean syllables, and Han letters and their parts that the other faces lack."""
    hangul = (range(0x3131, 0x318F), range(0xAC00, 0xD7A4))
    han = (range(0x2FF0, 0x3000), range(0x31C0, 0x31F0), range(0x3400, 0xA000))
    rare = (range(0xF900, 0xFB00), range(0x20000, 0x32000))
    return set(chain(*hangul, *han, *rare)) - covered


def _cut(source: str, name: str, letters: AbstractSet[int]) -> set[int]:
    """Saves the face with these letters only and says which of them it has."""
    options = subset.Options(
        hinting=False, layout_features=[], recalc_timestamp=False, notdef_outline=True
    )
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "FFTM", "gasp", "vhea", "vmtx"]
    font = TTFont(INSTALLED / source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    if name.startswith("PlannerKai"):
        _rename(font, "Planner Kai Rare")
    font.save(HERE / name)
    return set(font.getBestCmap())


def _rename(font: TTFont, family: str) -> None:
    """A changed face may not bear a name that its licence reserves."""
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in (0, 13, 14)]
    for name_id, text in {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}.items():
        names.setName(text, name_id, 3, 1, 0x409)


if __name__ == "__main__":
    main()
