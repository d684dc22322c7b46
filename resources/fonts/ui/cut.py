"""Makes the faces of the window again: Traditional as published, Simplified cut to what that lacks.

npm pack @expo-google-fonts/noto-sans-tc @expo-google-fonts/noto-sans-sc
python resources/fonts/ui/cut.py *-noto-sans-tc-*.tgz *-noto-sans-sc-*.tgz
"""

import sys
import tarfile
from io import BytesIO
from itertools import product
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
WEIGHTS = {"Regular": "400Regular", "Bold": "700Bold"}


def main(traditional: Path, simplified: Path) -> None:
    for weight, folder in WEIGHTS.items():
        published = _member(traditional, f"package/{folder}/NotoSansTC_{folder}.ttf")
        (HERE / f"NotoSansTC-{weight}.ttf").write_bytes(published)
        covered = TTFont(BytesIO(published)).getBestCmap().keys()
        whole = TTFont(
            BytesIO(_member(simplified, f"package/{folder}/NotoSansSC_{folder}.ttf")),
            recalcTimestamp=False,
        )
        _cut(whole, _gb2312() - covered).save(HERE / f"NotoSansSC-{weight}.ttf")
    (HERE / "OFL.txt").write_bytes(_member(traditional, "package/LICENSE_FONT"))


def _member(archive: Path, name: str) -> bytes:
    with tarfile.open(archive) as package:
        file = package.extractfile(name)
        if file is None:
            raise FileNotFoundError(name)
        return file.read()


def _gb2312() -> set[int]:
    rows = (bytes(pair).decode("gb2312", "ignore") for pair in product(range(0xA1, 0xFF), repeat=2))
    return {ord(character) for character in rows if len(character) == 1}


def _cut(font: TTFont, characters: set[int]) -> TTFont:
    options = subset.Options(layout_features=[], hinting=False, recalc_timestamp=False)
    options.drop_tables += ["vhea", "vmtx", "BASE", "GPOS", "GSUB"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    return font


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
