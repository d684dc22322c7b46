"""Our pages beside those of others: the same text and photos, interleaved, as ratios.

python -m pip install -e '.[bench]' && python tests/benchmarks/pages.py [--sizes 25 100 500]
"""

import argparse
import io
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.typesetting.document import Document
    from planner.typesetting.fonts import PaperFonts

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

PAGES = {25: (6, 10), 100: (26, 40), 500: (130, 300), 2000: (560, 900)}
"""About so many pages: chapters of text, and photos."""


def measure(engine: str, chapters: int, photo_folder: Path, photos: int) -> dict[str, float]:
    """Run in a process of its own: seconds from import to bytes, peak memory in MiB, pages."""
    from tests.benchmarks.peers.content import make_photos, report
    from tests.benchmarks.peers.engines import ENGINES

    parts = tuple(report(chapters, make_photos(photo_folder, photos)))
    start = time.perf_counter()
    made = ENGINES[engine](parts)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    import pikepdf

    with pikepdf.open(io.BytesIO(made)) as file:
        return {"seconds": seconds, "peak": peak, "pages": len(file.pages), "bytes": len(made)}


def measured(engine: str, size: int, folder: Path) -> dict[str, float]:
    chapters, photos = PAGES[size]
    command = [sys.executable, __file__, "--one", engine, str(chapters), str(folder), str(photos)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    result: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return result


def compare(sizes: list[int], rounds: int, engines: list[str]) -> None:
    from tests.benchmarks.peers.content import make_photos

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make_photos(folder, max(PAGES[size][1] for size in sizes))
        for size in sizes:
            runs: dict[str, list[dict[str, float]]] = {engine: [] for engine in engines}
            for _ in range(rounds):
                for engine in engines:
                    runs[engine].append(measured(engine, size, folder))
            _tell(size, runs)


def _tell(size: int, runs: dict[str, list[dict[str, float]]]) -> None:
    def median(engine: str, name: str) -> float:
        return statistics.median(run[name] for run in runs[engine])

    print(f"\nabout {size} pages")
    print(
        f"{'engine':12}{'pages':>7}{'seconds':>9}{'pages/s':>9}{'MiB':>7}{'speed':>8}{'memory':>8}"
    )
    ours = median("planner", "pages") / median("planner", "seconds")
    for engine in runs:
        pages, seconds = median(engine, "pages"), median(engine, "seconds")
        peak = median(engine, "peak")
        speed, memory = ours / (pages / seconds), median("planner", "peak") / peak
        print(
            f"{engine:12}{pages:7.0f}{seconds:9.2f}{pages / seconds:9.1f}{peak:7.0f}"
            f"{speed:8.2f}{memory:8.2f}"
        )


def again(rounds: int) -> None:
    """After one paragraph of a report has changed: the next export as a share of the first."""
    from planner.typesetting import document as d
    from planner.typesetting.fonts import PaperFonts
    from tests.benchmarks.peers.content import make_photos, report
    from tests.benchmarks.peers.engines import FONTS, planner_document

    fonts = PaperFonts.shipped(FONTS)
    print("\nafter one paragraph in the middle has changed")
    with tempfile.TemporaryDirectory() as place:
        for size in (25, 500):
            chapters, photos = PAGES[size]
            parts = tuple(report(chapters, make_photos(Path(place), photos)))
            whole = planner_document(parts)
            target = next(
                number
                for number, block in enumerate(whole.blocks)
                if number > len(whole.blocks) // 2 and isinstance(block, d.Paragraph)
            )
            blocks = list(whole.blocks)
            blocks[target] = d.Paragraph("這一段改過了，其餘各段照舊。")
            changed = d.Document(whole.title, tuple(blocks))
            first, following = _exports(whole, changed, fonts, Path(place) / "prints", rounds)
            print(
                f"{size:5} pages: first {first:.3f} s, next {following:.3f} s,"
                f" ratio {following / first:.2f}"
            )


def _exports(
    whole: "Document", changed: "Document", fonts: "PaperFonts", prints: Path, rounds: int
) -> tuple[float, float]:
    """Medians of the first export and of those that follow, prints of photos being there."""
    from planner.typesetting import pdf
    from planner.typesetting.keeping import ExportCache
    from planner.typesetting.pictures import Pictures

    def seconds(document: "Document", cache: ExportCache) -> float:
        start = time.perf_counter()
        pdf.render(document, fonts, pictures=Pictures(prints), cache=cache)
        return time.perf_counter() - start

    seconds(whole, ExportCache())
    first, following = [], []
    for _ in range(rounds):
        cache = ExportCache()
        first.append(seconds(whole, cache))
        following += [seconds(document, cache) for document in (changed, whole, changed)]
    return statistics.median(first), statistics.median(following)


def growth(rounds: int) -> None:
    """Time a page of ours from 25 to 2,000 pages: it must not grow with the number of pages."""
    import pikepdf

    from planner.typesetting import pdf
    from planner.typesetting.fonts import PaperFonts
    from tests.benchmarks.peers.content import report
    from tests.benchmarks.peers.engines import FONTS, planner_document

    fonts = PaperFonts.shipped(FONTS)
    print("\ntime a page, without photos")
    each: dict[int, float] = {}
    for size, (chapters, _) in PAGES.items():
        document = planner_document(tuple(report(chapters, [])))
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            made = pdf.render(document, fonts)
            times.append(time.perf_counter() - start)
        with pikepdf.open(io.BytesIO(made)) as file:
            pages = len(file.pages)
        each[size] = statistics.median(times) / pages * 1000
        print(f"{pages:5.0f} pages: {each[size]:.2f} ms each")
    smallest, *_, largest = each
    print(f"{largest} pages to {smallest}: ratio {each[largest] / each[smallest]:.2f}")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--sizes", nargs="+", type=int, default=[25, 100, 500], choices=list(PAGES))
    ask.add_argument("--rounds", type=int, default=3)
    ask.add_argument(
        "--engines", nargs="+", default=["planner", "typst", "weasyprint", "reportlab"]
    )
    ask.add_argument("--again", action="store_true", help="only the export after one change")
    ask.add_argument("--growth", action="store_true", help="only from 25 to 2,000 pages")
    ask.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    chosen = ask.parse_args()
    if chosen.one:
        engine, chapters, folder, photos = chosen.one
        print(json.dumps(measure(engine, int(chapters), Path(folder), int(photos))))
    elif chosen.again:
        again(chosen.rounds)
    elif chosen.growth:
        growth(chosen.rounds)
    else:
        compare(chosen.sizes, chosen.rounds, chosen.engines)
        again(chosen.rounds)
        growth(chosen.rounds)


if __name__ == "__main__":
    main()
