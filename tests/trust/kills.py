"""SIGKILL while a store is edited, filled, made, copied or upgraded: what was told must be there.

Run: `python -m tests.trust.kills --count 1000`. Each round forks a program, kills it at a random
moment, opens the store again, verifies it and looks for every edit the program had called made.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.exchange.bundle import Bundle, read_bundle
from planner.resources import resource
from planner.store.backup import back_up, copies, folder_of
from planner.store.database import Database
from planner.usecases.imports import import_bundle
from planner.usecases.records import change_record

EDIT = EditName("test")
RELEASED = Path(__file__).parents[1] / "data" / "stores" / "version-1" / "planner.sqlite"
LONGEST = 0.3  # seconds that a program lives at most, once it has said that it began
Act = Callable[[Path, Callable[[str], None]], None]


def edit(store: Path, tell: Callable[[str], None]) -> None:
    """Add and change bodies for ever; each name is told when it is stored."""
    with closing(Database(store, who="child")) as database:
        tell("")
        for number in range(1_000_000):
            body = Organisation(name=f"{os.getpid()}-{number}")
            with database.begin(EDIT) as work:
                work.add(body)
            tell(body.name)
            with database.begin(EDIT) as work:
                change_record(work, Organisation, body.id, notes="改")


def fill(store: Path, tell: Callable[[str], None]) -> None:
    """Take the sample in; its bodies are told when it is stored."""
    bundle = sample()
    with closing(Database(store, who="child")) as database:
        tell("")
        with database.begin(EDIT) as work:
            import_bundle(work, bundle)
        for record in bundle.records:
            if isinstance(record, Organisation):
                tell(record.name)
        time.sleep(LONGEST)


def make(store: Path, tell: Callable[[str], None]) -> None:
    """Make stores where there are none, as at the very first start."""
    tell("")
    for number in range(1_000_000):
        Database(store.with_name(f"{os.getpid()}-{number}.sqlite")).close()


def copy(store: Path, tell: Callable[[str], None]) -> None:
    """Copy the store for ever."""
    tell("")
    while True:
        back_up(store, reason="manual")


def upgrade(store: Path, tell: Callable[[str], None]) -> None:
    """Bring released stores up to date."""
    tell("")
    for number in range(1_000_000):
        old = store.with_name(f"{os.getpid()}-{number}.sqlite")
        shutil.copyfile(RELEASED, old.with_suffix(".copied"))
        old.with_suffix(".copied").replace(old)
        Database(old, who="child").close()


ACTS: dict[str, Act] = {
    "edit": edit,
    "fill": fill,
    "make": make,
    "copy": copy,
    "upgrade": upgrade,
}
LIVES: dict[str, float] = {"upgrade": 5}  # so many times longer
_SAMPLES: list[Bundle] = []


def sample() -> Bundle:
    if not _SAMPLES:
        _SAMPLES.append(read_bundle(resource("samples", "rare-earth-2015.planner")))
    return _SAMPLES[0]


def run_and_kill(act: Act, store: Path, after: float) -> list[str]:
    """What the program had acknowledged when it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            act(store, lambda name: _say(writing, name))
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        told.readline()  # it has begun
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [line.rstrip("\n") for line in told if line.endswith("\n")]


def _say(pipe: int, name: str) -> None:
    os.write(pipe, f"{name}\n".encode())


def lost(store: Path, acknowledged: list[str]) -> list[str]:
    """What is wrong: edits that are gone, and faults of the store."""
    with closing(Database(store)) as database:
        faults = [fault.code for fault in database.verify()]
        with database.begin(EditName("look")) as work:
            there = {body.name for body in work.where(Organisation)}
    return [*faults, *(name for name in acknowledged if name not in there)]


def check_stores(folder: Path) -> list[str]:
    """Every store that was begun opens, and every finished copy is whole."""
    wrong = []
    for store in folder.glob("*.sqlite"):
        with closing(Database(store)) as database:
            codes = {fault.code for fault in database.verify()} - {"verify.file_missing"}
            wrong += [f"{store.name}: {code}" for code in codes]
    for store in folder.glob("*-*.sqlite"):
        store.unlink()
        shutil.rmtree(folder_of(store), ignore_errors=True)
    return wrong


def broken_copies(store: Path) -> list[str]:
    """Every copy that stands in the list is whole; they go afterwards."""
    wrong = []
    for made in copies(folder_of(store)):
        with closing(Database(made.path)) as database:
            wrong += [f"{made.path.name}: {fault.code}" for fault in database.verify()]
    shutil.rmtree(folder_of(store), ignore_errors=True)
    return wrong


def warm_up(store: Path) -> None:
    """Load here what each forked program would otherwise load before its first edit."""
    with closing(Database(store)) as database, database.begin(EDIT) as work:
        import_bundle(work, sample())


def trial(count: int, seed: int, tell: Callable[[str], None]) -> int:
    """`count` kills spread over the acts; gives how many things were lost or broken."""
    chance = random.Random(seed)
    wrong: list[str] = []
    acknowledged_count = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        warm_up(folder / "warm.sqlite")
        for number in range(count):
            key = list(ACTS)[number % len(ACTS)]
            store = folder / (f"filled{number}.sqlite" if key == "fill" else "store.sqlite")
            Database(store).close()
            told = run_and_kill(ACTS[key], store, chance.random() * LONGEST * LIVES.get(key, 1))
            acknowledged_count += len(told)
            wrong += [f"{key}: {fault}" for fault in lost(store, told)]
            if key in ("make", "upgrade"):
                wrong += check_stores(folder)
            wrong += broken_copies(store)
            if key == "fill":
                store.unlink()
    tell(f"{count} kills (seed {seed}), {acknowledged_count} edits acknowledged, {len(wrong)} lost")
    for each in wrong[:20]:
        tell(f"  {each}")
    return len(wrong)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=100)
    asked.add_argument("--seed", type=int, default=random.randrange(10**6))
    given = asked.parse_args()
    sys.exit(trial(given.count, given.seed, print) > 0)


if __name__ == "__main__":
    main()
