"""Random edits over every kind of record; all undone, all made again: the store is what it was.

Run: `python -m tests.trust.edits --count 100000`. Rounds of 2,000 edits on a store of their own,
each followed by undoing all and making all again; what stands there is compared as a whole.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.errors import StaleEdit
from planner.domain.records import RECORDS
from planner.store.database import Database
from planner.store.news import Committed
from planner.store.unit_of_work import UnitOfWork
from tests.strategies import Keys, arbitrary, world

EDIT = EditName("test")
ROUND = 2_000
DRAWN = 40
"""So many records of each kind are drawn; edits take their values from them."""

Pool = dict[str, list[Entity]]
Dump = dict[str, list[dict[str, Any]]]


def drawn(small: Mapping[str, Entity], seed: int) -> Pool:
    """Arbitrary records of every kind, which point only at those of the small world."""
    keys = {kind: [record.id] for kind, record in small.items()}
    return {entity.kind: _drawn(entity, keys, seed) for entity in RECORDS}


def _drawn(entity: type[Entity], keys: Keys, seed: int) -> list[Entity]:
    found: list[Entity] = []

    @seeded(seed)
    @settings(
        max_examples=DRAWN,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(arbitrary(entity, keys))
    def draw(record: Entity) -> None:
        found.append(record)

    draw()
    return found


class Hand:
    """One who edits at random."""

    def __init__(self, database: Database, pool: Pool, chance: random.Random) -> None:
        self._database = database
        self._pool = pool
        self._chance = chance
        self._alive: dict[str, list[UUID]] = {kind: [] for kind in pool}
        self.numbers: list[int] = []
        database.observe(self._on_stored)

    def _on_stored(self, committed: Committed) -> None:
        self.numbers.append(committed.number)

    def edit(self) -> None:
        """One to four records added, changed or removed as one edit."""
        with self._database.begin(EDIT) as work:
            while not work.changes:
                for _ in range(self._chance.randint(1, 4)):
                    self._touch(work)

    def _touch(self, work: UnitOfWork) -> None:
        kind = self._chance.choice(list(self._pool))
        record, alive = self._chance.choice(self._pool[kind]), self._alive[kind]
        act = self._chance.choice(("add", "change", "remove"))
        if act == "add" or not alive:
            made = record.with_(id=uuid4())
            work.add(made)
            alive.append(made.id)
        elif act == "change":
            work.replace(record.with_(id=self._chance.choice(alive)))
        else:
            gone = alive.pop(self._chance.randrange(len(alive)))
            work.remove(type(record), [gone])


def dump(database: Database) -> Dump:
    """Every record there is."""
    with database.begin(EditName("look")) as work:
        return {
            entity.kind: sorted(
                (record.model_dump(mode="json") for record in work.where(entity)),
                key=lambda plain: str(plain["id"]),
            )
            for entity in RECORDS
        }


def differences(
    count: int, small: Mapping[str, Entity], pool: Pool, chance: random.Random, store: Path
) -> Iterator[str]:
    """What is not as it should be after one round, begun with the small world."""
    with closing(Database(store, who="hand")) as database:
        with database.begin(EDIT) as work:
            work.add(*small.values())
        before = dump(database)
        hand = Hand(database, pool, chance)
        for _ in range(count):
            hand.edit()
        after, numbers = dump(database), tuple(hand.numbers)
        try:
            for number in reversed(numbers):
                database.undo(number)
            if dump(database) != before:
                yield "undone: other than before"
            for number in numbers:
                database.redo(number)
        except StaleEdit as error:
            yield f"an edit was refused: {error.code}"
        if dump(database) != after:
            yield "made again: other than after"
        codes = {fault.code for fault in database.verify()} - {"verify.file_missing"}
        yield from codes  # the drawn records name files that were never kept


def trial(count: int, seed: int, tell: Callable[[str], None]) -> int:
    """`count` edits in rounds; gives how many rounds ended in another state."""
    small, chance = world(), random.Random(seed)
    pool = drawn(small, seed)
    wrong: list[str] = []
    for done in range(0, count, ROUND):
        with tempfile.TemporaryDirectory() as folder:
            size = min(ROUND, count - done)
            wrong += differences(size, small, pool, chance, Path(folder) / "store.sqlite")
    tell(
        f"{count} edits over {len(pool)} kinds (seed {seed}), undone and redone: {len(wrong)} wrong"
    )
    for each in wrong[:20]:
        tell(f"  {each}")
    return len(wrong)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=random.randrange(10**6))
    given_values = asked.parse_args()
    sys.exit(trial(given_values.count, given_values.seed, print) > 0)


if __name__ == "__main__":
    main()
