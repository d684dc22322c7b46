"""Precision and recall of the reader of reports, by kind: `python -m tests.benchmarks.reading`.

Reads the corpus in `tests/data/reports`: `dev`, which the rules were written on, and the parts that
they were not; README there states the figures of each part when it was read for the first time.
The gold beside each report was written with it, never by the reader.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from planner.exchange.reading.found import ReadReport
from planner.exchange.reading.reader import read, read_text
from planner.rules.similarity import likeness

REPORTS = Path(__file__).parents[1] / "data" / "reports"
PARTS = (
    "dev",
    "untouched",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
)
KINDS = (
    "days",
    "day figures",
    "figures",
    "talks",
    "recommendations",
    "organisations",
    "people",
    "title",
    "period",
)


@dataclass
class Tally:
    """How many were right, how many were found, how many are there."""

    right: int = 0
    found: int = 0
    there: int = 0
    slips: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0


def bare(text: str) -> str:
    return re.sub(r"[\s\W_]+", "", text).casefold()


def reports(part: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    for gold in sorted((REPORTS / part).glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        file = next(path for path in sorted((REPORTS / part).glob(f"{name}.*")) if path != gold)
        yield file, json.loads(gold.read_text("utf-8"))


def measure(part: str) -> dict[str, Tally]:
    tallies = {kind: Tally() for kind in KINDS}
    for file, gold in reports(part):
        score(tallies, file.name, read(file), gold)
    return tallies


def score(tallies: dict[str, Tally], name: str, got: ReadReport, gold: dict[str, Any]) -> None:
    dates: dict[str, list[int]] = dict(gold["days"])
    _equal(tallies["days"], name, [day.date for day in got.days], list(dates))
    _equal(
        tallies["day figures"],
        name,
        [f"{day.date}/{number}" for day in got.days for number in day.figures],
        [f"{date}/{number}" for date, numbers in dates.items() for number in numbers],
    )
    _matched(
        tallies["figures"],
        name,
        [(figure.number, figure.caption) for figure in got.figures],
        [(int(number), caption) for number, caption in gold["figures"].items()],
        lambda one, other: one[0] == other[0] and likeness(bare(one[1]), bare(other[1])) > 0.8,
    )
    _matched(
        tallies["talks"],
        name,
        [(talk.speaker, talk.title) for talk in got.talks],
        [(speaker, title) for speaker, title in gold["talks"]],
        lambda one, other: bare(one[1]) == bare(other[1]) and bare(one[0]) == bare(other[0]),
    )
    _matched(
        tallies["recommendations"],
        name,
        [advice.text for advice in got.recommendations],
        gold["recommendations"],
        lambda one, other: any(bare(one).startswith(bare(each)) for each in other.split("|")),
    )
    _matched(
        tallies["organisations"],
        name,
        [body.names for body in got.organisations],
        gold["organisations"],
        lambda one, other: not {bare(n) for n in one}.isdisjoint({bare(n) for n in other}),
    )
    _equal(
        tallies["people"],
        name,
        [bare(p.name) for p in got.people],
        [bare(n) for n in gold["people"]],
    )
    if "title" in gold:
        _equal(tallies["title"], name, [bare(got.title or "")], [bare(gold["title"])])
    if "period" in gold:
        _equal(tallies["period"], name, [[got.period.start, got.period.end]], [gold["period"]])


def _equal(tally: Tally, name: str, found: Iterable[Any], there: Iterable[Any]) -> None:
    _matched(tally, name, list(found), list(there), lambda one, other: bool(one == other))


def _matched(
    tally: Tally, name: str, found: list[Any], there: list[Any], same: Callable[[Any, Any], bool]
) -> None:
    """Each of the gold is matched by one found at most; a double counts as found wrongly."""
    left = list(there)
    for one in found:
        other = next((other for other in left if same(one, other)), None)
        if other is None:
            tally.slips.append(f"{name}: + {one}")
        else:
            left.remove(other)
            tally.right += 1
    tally.slips += [f"{name}: - {other}" for other in left]
    tally.found += len(found)
    tally.there += len(there)


PAGES, PAGE = 200, 750  # characters of a page set in 14 points


def long_report() -> str:
    """A report of so many pages, made of the texts of the corpus one after the other."""
    texts = "\n".join(path.read_text("utf-8", "replace") for path in REPORTS.glob("*/*.txt"))
    whole = (texts * (PAGES * PAGE // len(texts) + 1))[: PAGES * PAGE]
    return "\n\f".join(whole[start : start + PAGE] for start in range(0, len(whole), PAGE))


def time_long_report() -> None:
    text = long_report()
    started = time.process_time()
    found = read_text(text)
    taken = time.process_time() - started
    print(f"a report of {PAGES} pages, {len(text):,} characters: {taken:.2f} s of the processor")
    print(f"  {len(found.people)} people, {len(found.organisations)} organisations")


def main() -> None:
    chosen = [name for name in sys.argv[1:] if not name.startswith("-")] or list(PARTS)
    for part in chosen:
        started = time.perf_counter()
        tallies = measure(part)
        taken = time.perf_counter() - started
        count = sum(1 for _ in reports(part))
        print(f"{part}: {count} reports read in {taken:.1f} s")
        print(f"  {'kind':16} {'precision':>9} {'recall':>7} {'there':>6} {'found':>6}")
        for kind, tally in tallies.items():
            print(
                f"  {kind:16} {tally.precision:9.3f} {tally.recall:7.3f}"
                f" {tally.there:6} {tally.found:6}"
            )
        if "--slips" in sys.argv:
            for kind, tally in tallies.items():
                for slip, times in Counter(tally.slips).items():
                    print(f"  {kind} {slip}" + (f" x{times}" if times > 1 else ""))
    time_long_report()


if __name__ == "__main__":
    main()
