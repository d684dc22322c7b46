"""Flip one byte of a store: it is refused, or told by verify, or every record is still right.

Run: `python -m tests.trust.flips --count 2000`. Bytes are drawn at random; `--every N` goes through
the file instead, one byte in N.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.errors import PlannerError
from planner.domain.organisation import Organisation
from planner.domain.records import RECORDS
from planner.store.database import Database
from planner.usecases.records import change_record
from tests.strategies import world

EDIT = EditName("test")


def make(store: Path) -> None:
    """A small store with a record of every kind, one of them changed."""
    records = world()
    with closing(Database(store)) as database:
        with database.begin(EDIT) as work:
            work.add(*records.values())
        with database.begin(EDIT) as work:
            change_record(work, Organisation, records["organisation"].id, notes="改")


def everything(database: Database) -> set[Entity]:
    with database.begin(EditName("look")) as work:
        return {record for entity in RECORDS for record in work.where(entity)}


def outcome(store: Path, right: set[Entity]) -> str:
    """What opening the spoilt store comes to."""
    try:
        with closing(Database(store, patience=0.1)) as database:
            faults = {fault.code for fault in database.verify()} - {"verify.file_missing"}
            try:
                same = everything(database) == right
            except PlannerError:
                return "a record refused" if faults else "WRONG: refused, yet verified as sound"
    except PlannerError as error:
        return f"refused: {error.code}"
    if faults:
        return "told by verify"
    return "harmless" if same else "WRONG: shown as right"


def trial(places: Iterable[int], seed: int, tell: Callable[[str], None]) -> int:
    """How many flips were neither told nor harmless."""
    chance = random.Random(seed)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.sqlite"
        make(store)
        with closing(Database(store)) as database:
            right = everything(database)
        whole = store.read_bytes()
        for place in places:
            at = place % len(whole)
            spoilt = bytearray(whole)
            spoilt[at] ^= 1 << chance.randrange(8)
            store.write_bytes(spoilt)
            for ending in ("-wal", "-shm"):
                store.with_name(store.name + ending).unlink(missing_ok=True)
            try:
                result = outcome(store, right)
            except Exception as error:
                result = f"WRONG: {type(error).__name__} at {at}: {error}"[:160]
            seen[result] += 1
    for result, count in seen.most_common():
        tell(f"{count:6} {result}")
    return sum(count for result, count in seen.items() if result.startswith("WRONG"))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=500)
    asked.add_argument("--every", type=int, default=0)
    asked.add_argument("--seed", type=int, default=random.randrange(10**6))
    given = asked.parse_args()
    chance = random.Random(given.seed)
    drawn = [chance.randrange(2**31) for _ in range(given.count)]
    places = range(0, 600_000, given.every) if given.every else drawn
    sys.exit(trial(places, given.seed, print) > 0)


if __name__ == "__main__":
    main()
