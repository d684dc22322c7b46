"""How start, lists, search, backup and memory grow with the store: each figure at 1 × and at 5 ×.

python -m tests.benchmarks.loaded_store ONE
python -m tests.benchmarks.loaded_store FIVE --times 5
python -m tests.benchmarks.growth ONE FIVE [--only store backup verify start window]

Each part is measured on each store in a process of its own, so that its memory is its own. The
bars for times are those of `tests.benchmarks.window`; growth is to be at most that of the records.
"""

import argparse
import json
import multiprocessing
import re
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.queries.delegation_list import delegation_lines
from planner.queries.search_results import search_lines
from planner.queries.totals import record_count
from planner.store.backup import back_up
from planner.store.database import Database
from tests.benchmarks.window import OURS, PARTS, furnished, open_once, p95, ran, within

ROUNDS = 5
STARTS = 7
ASKED = ("稀土", "陳志明", "水", "a")
Figures = dict[str, float]


def best(act: Callable[[], object]) -> float:
    """The shortest of some rounds, in milliseconds."""
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        act()
        took.append((time.perf_counter() - begun) * 1000)
    return min(took)


def of_store(store: Path) -> Figures:
    """Below the window: the file opened, asked and edited."""
    opened = best(lambda: Database(store, who="growth").close())
    with closing(Database(store, who="growth")) as database, database.read() as session:
        return {
            "records": record_count(session),
            "file, MB": store.stat().st_size / 1e6,
            "open, ms": opened,
            "list of delegations, ms": best(lambda: delegation_lines(session)),
            **{
                f"search “{asked}”, ms": best(partial(search_lines, session, asked))
                for asked in ASKED
            },
            "edit, ms": best(lambda: _edit(database)),
        }


def _edit(database: Database) -> None:
    with database.begin(EditName("test")) as work:
        work.add(Organisation(name="增長"))


def of_backup(store: Path) -> Figures:
    """Written and checked; on the disk the store lies on."""
    with tempfile.TemporaryDirectory(dir=store.parent) as folder:
        begun = time.perf_counter()
        back_up(store, reason="manual", folder=Path(folder))
        return {"backup, s": time.perf_counter() - begun}


def of_verify(store: Path) -> Figures:
    """Everything in it against everything else."""
    with closing(Database(store, who="growth")) as database:
        begun = time.perf_counter()
        faults = database.verify()
        took = time.perf_counter() - begun
    return {"verify, s": took, "faults": len(faults)}


def of_start(store: Path) -> Figures:
    """As a person starts it: with nothing kept, then as every day."""
    with furnished(store) as home:
        first = ran(OURS, home)
        gaps = open_once(home)
        daily = [ran(OURS, home)[0] for _ in range(STARTS)]
        return {
            "first start to painted list, ms": first[0] * 1000,
            "longest gap after it, ms": max(gaps),
            "start to painted list, ms": statistics.median(daily) * 1000,
        }


def of_window(store: Path) -> Figures:
    """What a person waits for in it, 19 times of 20; and what the window's thread worked for it."""
    found: Figures = {}
    for what, times in within(store, PARTS.values()):
        what = _COUNT.sub("all", what)  # the names tell how many rows there are
        found[f"{what}, ms (p95)"] = p95(taken.clock for taken in times) * 1000
        found[f"{what}, ms (longest)"] = max(taken.clock for taken in times) * 1000
        found[f"{what}, ms worked (p95)"] = p95(taken.worked for taken in times) * 1000
    return found


_COUNT = re.compile(r"\b[0-9][0-9,]*\b")

MEASURED: Mapping[str, Callable[[Path], Figures]] = {
    "store": of_store,
    "backup": of_backup,
    "verify": of_verify,
    "start": of_start,
    "window": of_window,
}


def measured(part: str, store: Path) -> Figures:
    """Figures of one store, with the peak of the memory that they took."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return dict(pool.apply(_measure, (part, store)))


def _measure(part: str, store: Path) -> Figures:
    figures = MEASURED[part](store)
    who = resource.RUSAGE_CHILDREN if part == "start" else resource.RUSAGE_SELF
    figures[f"memory at most, {part}, MB"] = resource.getrusage(who).ru_maxrss / 1024
    return {name: round(value, 2) for name, value in figures.items()}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("one", type=Path)
    asked.add_argument("five", type=Path)
    asked.add_argument("--only", nargs="+", choices=MEASURED, default=list(MEASURED))
    given = asked.parse_args()
    for part in given.only:
        one, five = (measured(part, store) for store in (given.one, given.five))
        for name, value in one.items():
            times = five[name] / max(value, 0.01)
            print(f"{name:80} {value:12.1f} {five[name]:12.1f}   × {times:.1f}", flush=True)
        print(json.dumps({part: {"one": one, "five": five}}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
