"""How opening, listing, searching and backing up grow with the store, and in how much memory.

python -m tests.benchmarks.loaded_store ONE
python -m tests.benchmarks.loaded_store FIVE --times 5
python -m tests.benchmarks.growth ONE FIVE
"""

import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.queries.delegation_list import delegation_lines
from planner.queries.search_results import search_lines
from planner.queries.totals import record_count
from planner.store.backup import back_up
from planner.store.database import Database

ROUNDS = 5
ASKED = ("稀土", "陳志明", "水", "a")


def best(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of some rounds, in milliseconds of the processor and of reading alike."""
    took = []
    for _ in range(rounds):
        begun = time.perf_counter()
        act()
        took.append((time.perf_counter() - begun) * 1000)
    return min(took)


def measured(store: Path) -> dict[str, Any]:
    """Figures of one store, in a process of its own so that the memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return dict(pool.apply(_measure, (store,)))


def _measure(store: Path) -> dict[str, Any]:
    opened = best(lambda: Database(store, who="growth").close())
    with closing(Database(store, who="growth")) as database, database.read() as session:
        figures: dict[str, Any] = {
            "records": record_count(session),
            "file, MB": store.stat().st_size / 1e6,
            "open, ms": opened,
            "list, ms": best(lambda: delegation_lines(session)),
        }
        for asked in ASKED:
            figures[f"search “{asked}”, ms"] = best(partial(search_lines, session, asked))
        figures["edit, ms"] = best(lambda: _edit(database))
    with tempfile.TemporaryDirectory(dir=store.parent) as folder:
        copy = Path(folder)
        figures["backup, ms"] = best(lambda: back_up(store, reason="manual", folder=copy), 1)
    figures["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def _edit(database: Database) -> None:
    with database.begin(EditName("test")) as work:
        work.add(Organisation(name="增長"))


def main() -> None:
    one, five = (measured(Path(name)) for name in sys.argv[1:3])
    for name, value in one.items():
        print(f"{name:22} {value:12.1f} {five[name]:12.1f}   × {five[name] / max(value, 0.01):.1f}")
    print(json.dumps({"one": one, "five": five}, ensure_ascii=False))


if __name__ == "__main__":
    main()
