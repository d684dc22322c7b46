"""Thirty clients on one store of a server: what is lost, what fails, how long one waits.

python -m tests.office.load [--clients 30] [--seconds 300] [--times 1] [--kills 0] [--store FILE]
"""

import argparse
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from json import dumps, loads
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, Objective
from planner.domain.errors import StoreUnavailable
from planner.domain.organisation import Organisation
from planner.paths import Place, store_place
from planner.queries.search_results import search_lines
from planner.store.copying import copy
from planner.store.database import Database
from tests.benchmarks.loaded_store import records
from tests.office.server import Server, running

# as an office's server is set: what is acknowledged is on the disk
DURABLE = "max_connections = 200\nshared_buffers = 256MB\n"
WORDS = ("稀", "稀土", "臺北", "研究員", "材料大學", "王", "陳志", "包頭稀土", "abc", "a")
AT_ONCE = 4_000


@dataclass
class Told:
    """What one client saw: seconds of each act, what it added to the counter, what failed."""

    edits: list[float] = field(default_factory=list)
    searches: list[float] = field(default_factory=list)
    added: int = 0
    away: int = 0  # edits that were told to be not stored, and were made again
    errors: list[str] = field(default_factory=list)


def client(place: Place, seconds: float, pause: float, counter: UUID, seed: int) -> Told:
    """One officer: plans, writes and searches; where the server is away, goes on by itself."""
    chance, told = random.Random(seed), Told()
    database = _opened(place)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        act = _search if chance.random() < 0.5 else _edit
        try:
            act(database, counter, chance, told)
            database.catch_up()
        except StoreUnavailable:
            told.away += 1
        except Exception as error:
            told.errors.append(f"{type(error).__name__}: {error}"[:300])
        time.sleep(chance.uniform(0, 2 * pause))
    database.close()
    return told


def _opened(place: Place) -> Database:
    while True:
        try:
            return Database(place)
        except StoreUnavailable:
            time.sleep(0.2)


def _edit(database: Database, counter: UUID, chance: random.Random, told: Told) -> None:
    begun = time.perf_counter()
    with database.begin(EditName("load")) as work:
        # every client reads and writes the same record: one that overwrote another's would show
        objective = work.get(Objective, counter)
        work.replace(objective.with_(number=objective.number + 1))
        work.add(Organisation(name=f"稀土{chance.randrange(10**6)}研究院", notes="考察紀要"))
    told.edits.append(time.perf_counter() - begun)
    told.added += 1


def _search(database: Database, counter: UUID, chance: random.Random, told: Told) -> None:
    begun = time.perf_counter()
    with database.read() as session:
        search_lines(session, chance.choice(WORDS))
    told.searches.append(time.perf_counter() - begun)


@contextmanager
def _clients(arguments: argparse.Namespace, place: Place, counter: UUID) -> Iterator[list[Told]]:
    """Each a process of its own; they begin together and are waited for at the end."""
    command = [sys.executable, "-m", "tests.office.load", "--client", str(place)]
    settings = ["--seconds", str(arguments.seconds), "--pause", str(arguments.pause)]
    started = [
        subprocess.Popen(
            [*command, str(counter), str(number), *settings],
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(arguments.clients)
    ]
    told: list[Told] = []
    yield told
    for process in started:
        out, _ = process.communicate()
        told.append(Told(**loads(out)))


def fill(database: Database, times: float) -> int:
    """The loaded store, or a part of it."""
    everything, count = records(max(int(times), 1)), 0
    most = int(400_000 * times)
    block = []
    for record in everything:
        block.append(record)
        count += 1
        if len(block) == AT_ONCE or count == most:
            with database.begin(EditName("load")) as work:
                work.add(*block)
            block = []
        if count == most:
            break
    if block:
        with database.begin(EditName("load")) as work:
            work.add(*block)
    return count


def kill_and_start(server: Server, times: int, seconds: float) -> None:
    """As when the power fails, evenly over the time."""
    for _ in range(times):
        time.sleep(seconds / times * 0.8)
        server.kill()
        time.sleep(0.1)
        server.start_again()


def tell(all_told: list[Told], stored: int, kills: int) -> None:
    """What came of it, as the issue asks for it."""
    added = sum(told.added for told in all_told)
    errors = Counter(error for told in all_told for error in told.errors)
    print(f"clients {len(all_told)}, server killed {kills} times")
    print(f"edits acknowledged {added}, in the store {stored}, lost {added - stored}")
    print(f"acts that were told to be not done: {sum(told.away for told in all_told)}")
    print(f"unhandled errors {sum(errors.values())} {dict(errors.most_common(3))}")
    for name in ("edits", "searches"):
        taken = sorted(second for told in all_told for second in getattr(told, name))
        cuts = quantiles(taken, n=100)
        print(
            f"{name}: {len(taken)}, p50 {cuts[49] * 1000:.1f} ms, p95 {cuts[94] * 1000:.1f} ms, "
            f"p99 {cuts[98] * 1000:.1f} ms"
        )


def run(arguments: argparse.Namespace) -> None:
    with running(DURABLE) as server, TemporaryDirectory() as folder:
        place = server.address(server.make_store())
        database = Database(place)
        if arguments.store:
            loaded = Database(Path(arguments.store).absolute())
            told = copy(loaded, database)
            loaded.close()
            print(f"file → server: {told.rows} rows, {told.speed:.0f} rows/s, compared")
            back = Database(Path(folder) / "back.sqlite")
            told = copy(database, back)
            back.close()
            print(f"server → file: {told.rows} rows, {told.speed:.0f} rows/s, compared")
        else:
            print(f"records: {fill(database, arguments.times)}")
        server.run("VACUUM ANALYZE", place.database)
        objective = _counter(database)
        with _clients(arguments, place, objective.id) as told:
            time.sleep(3)
            if arguments.kills:
                kill_and_start(server, arguments.kills, arguments.seconds - 6)
        database.close()
        database = _opened(place)
        with database.begin(EditName("count")) as work:
            stored = work.get(Objective, objective.id).number - 1
        database.close()
        tell(told, stored, arguments.kills)


def _counter(database: Database) -> Objective:
    with database.begin(EditName("count")) as work:
        delegation = Delegation.checked(
            {"title": "甲", "starts_on": "2026-01-01", "ends_on": "2026-01-02"}
        )
        objective = Objective(delegation_id=delegation.id, number=1, title="儲氫")
        work.add(delegation, objective)
    return objective


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--pause", type=float, default=1.0, help="mean, between two acts")
    parser.add_argument("--times", type=float, default=1)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--store", help="a loaded store, made by tests.benchmarks.loaded_store")
    parser.add_argument("--client", nargs=3, help="inner: place, counter, seed")
    arguments = parser.parse_args()
    if arguments.client:
        place, counter, seed = arguments.client
        told = client(
            store_place(place), arguments.seconds, arguments.pause, UUID(counter), int(seed)
        )
        print(dumps(vars(told)))
    else:
        run(arguments)


if __name__ == "__main__":
    main()
