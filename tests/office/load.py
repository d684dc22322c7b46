"""Thirty clients on one store of a server: what is lost, what fails, how long one waits.

python -m tests.office.load --file STORE [--keep FOLDER] [--clients 30] [--minutes 5] [--kills 0]

Each client is a process with an account of its own (an editor's), as each officer's machine is. It
rests between two acts for `--pause` seconds in the mean, and half of its acts are searches. An edit
is timed from its first question to the acknowledgement that it is on the server's disk.
"""

import argparse
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from json import dumps, loads
from statistics import quantiles
from uuid import UUID

from sqlalchemy import select

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, Objective
from planner.domain.errors import StoreUnavailable
from planner.domain.follow_up import FollowUp
from planner.domain.organisation import Organisation
from planner.domain.stop import Stop
from planner.paths import Place, ServerAddress, store_place
from planner.queries.search_results import search_lines
from planner.store.database import Database
from planner.store.server.roles import Role, grant, restrict
from planner.store.server.setting_up import operating
from planner.store.tables import columns_of
from planner.store.unit_of_work import UnitOfWork
from tests.office.kept import ask_for_store, loaded
from tests.office.server import Server

WORDS = ("稀", "稀土", "臺北", "研究員", "材料大學", "王", "陳志", "包頭稀土", "abc", "a")
COUNTED = "甲"  # the delegation in which all count
RESTRICTED = 20  # delegations that only the first client sees: policies are asked as in an office


@dataclass
class Told:
    """What one client saw: seconds of each act, what it added to the counter, what failed."""

    edits: list[float] = field(default_factory=list)
    searches: list[float] = field(default_factory=list)
    added: int = 0
    away: int = 0  # edits that were told to be not stored, and were made again
    errors: list[str] = field(default_factory=list)


class Client:
    """One officer: plans, writes and searches; where the server is away, goes on by itself."""

    def __init__(self, database: Database, counter: UUID, seed: int) -> None:
        self._database = database
        self._counter = counter
        self._chance = random.Random(seed)
        self.told = Told()
        delegation = columns_of(Delegation)
        with database.read() as session:
            own = select(delegation.id).where(delegation.title != COUNTED)
            self._delegations = self._chance.sample(list(session.connection().scalars(own)), 20)

    def work(self, seconds: float, pause: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(self._chance.uniform(0, 2 * pause))
            act = self._search if self._chance.random() < 0.5 else self._edit
            try:
                act()
                self._database.catch_up()
            except StoreUnavailable:
                self.told.away += 1
            except Exception as error:
                self.told.errors.append(f"{type(error).__name__}: {error}"[:300])

    def _edit(self) -> None:
        change = self._chance.choice((self._plan, self._follow_up, self._host))
        begun = time.perf_counter()
        with self._database.begin(EditName("load")) as work:
            # every client reads and writes the same record: one that overwrote another's would show
            objective = work.get(Objective, self._counter)
            work.replace(objective.with_(title=str(int(objective.title) + 1)))
            change(work)
        self.told.edits.append(time.perf_counter() - begun)
        self.told.added += 1

    def _plan(self, work: UnitOfWork) -> None:
        """Put a visit off by a day."""
        stops = work.where(Stop, delegation_id=self._chance.choice(self._delegations))
        stop = self._chance.choice(stops)
        assert stop.starts is not None
        later = stop.starts.model_copy(update={"day": stop.starts.day + timedelta(days=1)})
        work.replace(stop.with_(starts=later))

    def _follow_up(self, work: UnitOfWork) -> None:
        """Write into a matter that is followed up."""
        matters = work.where(FollowUp, delegation_id=self._chance.choice(self._delegations))
        matter = self._chance.choice(matters)
        work.replace(matter.with_(waiting_for=f"材料大學回覆{self._chance.randrange(10**6)}"))

    def _host(self, work: UnitOfWork) -> None:
        """Take up a body that is new."""
        name = f"稀土{self._chance.randrange(10**6)}研究院"
        work.add(Organisation(name=name, notes="考察紀要"))

    def _search(self) -> None:
        begun = time.perf_counter()
        with self._database.read() as session:
            search_lines(session, self._chance.choice(WORDS))
        self.told.searches.append(time.perf_counter() - begun)


def _opened(place: Place) -> Database:
    while True:
        try:
            return Database(place)
        except StoreUnavailable:
            time.sleep(0.2)


def be_client(arguments: argparse.Namespace) -> None:
    """Say when all is read, wait for the word, work, and tell what was seen."""
    place, counter, seed = arguments.client
    database = _opened(store_place(place))
    client = Client(database, UUID(counter), int(seed))
    with database.read() as session:
        search_lines(session, WORDS[0])
    print("ready", flush=True)
    sys.stdin.readline()
    client.work(arguments.minutes * 60, arguments.pause)
    database.close()
    print(dumps(vars(client.told)))


@contextmanager
def _clients(
    arguments: argparse.Namespace, places: Iterable[ServerAddress], counter: UUID
) -> Iterator[list[Told]]:
    """Each a process of its own; they begin together and are waited for at the end."""
    command = [sys.executable, "-m", "tests.office.load"]
    command += [f"--minutes={arguments.minutes}", f"--pause={arguments.pause}", "--client"]
    started = [
        subprocess.Popen(
            [*command, place.url, str(counter), str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number, place in enumerate(places)
    ]
    told: list[Told] = []
    for process in started:
        assert process.stdout is not None
        process.stdout.readline()
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    yield told
    for process in started:
        out, _ = process.communicate()
        told.append(Told(**loads(out)))


def kill_and_start(server: Server, times: int, seconds: float) -> None:
    """As when the power fails, evenly over the time."""
    for _ in range(times):
        time.sleep(seconds / times * 0.8)
        server.kill()
        time.sleep(0.1)
        server.start_again()


def tell(all_told: list[Told], stored: int, arguments: argparse.Namespace) -> None:
    """What came of it, as the issue asks for it."""
    added = sum(told.added for told in all_told)
    errors = Counter(error for told in all_told for error in told.errors)
    print(
        f"clients {len(all_told)}, each rests {arguments.pause:g} s in the mean between two acts, "
        f"{arguments.minutes:g} minutes, server killed {arguments.kills} times"
    )
    print(f"edits acknowledged {added}, in the store {stored}, lost {added - stored}")
    print(f"acts that were told to be not done: {sum(told.away for told in all_told)}")
    print(f"unhandled errors {sum(errors.values())} {dict(errors.most_common(3))}")
    for name in ("edits", "searches"):
        taken = [second * 1000 for told in all_told for second in getattr(told, name)]
        cuts = quantiles(taken, n=100)
        print(
            f"{name}: {len(taken)}, p50 {cuts[49]:.1f} ms, p95 {cuts[94]:.1f} ms, "
            f"p99 {cuts[98]:.1f} ms, most {max(taken):.1f} ms"
        )


def run(arguments: argparse.Namespace) -> None:
    with loaded(arguments) as (server, place):
        objective = _counter(place)
        accounts = [f"clerk{number}" for number in range(arguments.clients)]
        _let_in(place, accounts)
        places = [server.address(place.database, account) for account in accounts]
        with _clients(arguments, places, objective.id) as told:
            if arguments.kills:
                kill_and_start(server, arguments.kills, arguments.minutes * 60 - 6)
        database = _opened(place)
        with database.begin(EditName("count")) as work:
            stored = int(work.get(Objective, objective.id).title)
        database.close()
        tell(told, stored, arguments)


def _let_in(place: ServerAddress, accounts: list[str]) -> None:
    with operating(place) as operator:
        for account in accounts:
            grant(operator, account, Role.EDITOR, None)
        keys = operator.execute("SELECT id FROM delegation LIMIT %s", [RESTRICTED]).fetchall()
        for (key,) in keys:
            restrict(operator, key, accounts[0])


def _counter(place: Place) -> Objective:
    database = _opened(place)
    delegation = Delegation.checked(
        {"title": COUNTED, "starts_on": "2026-01-01", "ends_on": "2026-01-02"}
    )
    objective = Objective(delegation_id=delegation.id, number=1, title="0")
    with database.begin(EditName("count")) as work:
        work.add(delegation, objective)
    database.close()
    return objective


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    ask_for_store(parser)
    parser.add_argument("--clients", type=int, default=30)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--pause", type=float, default=1.0, help="mean, between two acts")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--client", nargs=3, help="inner: place, counter, seed")
    arguments = parser.parse_args()
    if arguments.client:
        be_client(arguments)
    else:
        run(arguments)


if __name__ == "__main__":
    main()
