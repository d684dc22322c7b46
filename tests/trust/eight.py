"""Several programs edit one store at once: no update may be lost, no edit may wait for long.

Run: `python -m tests.trust.eight --seconds 60`. Each program counts one record up and writes
records of its own; the counter must end at the sum of what all were told was stored.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.errors import StoreUnavailable
from planner.domain.organisation import Organisation
from planner.store.database import Database
from planner.usecases.records import change_record

COUNT = EditName("count")
PAUSE = 0.01  # seconds between two edits of one program: still far more than people do
Told = tuple[int, int, list[float]]
"""How often it counted up, how often it was refused, and how long each edit took in seconds."""


def work_on(store: Path, counter: UUID, seconds: float) -> Told:
    stored = refused = 0
    took: list[float] = []
    with closing(Database(store, who=str(os.getpid()))) as database:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            begun = time.perf_counter()
            try:
                with database.begin(COUNT) as work:
                    known = work.get(Organisation, counter)
                    count = int(known.notes) + 1
                    change_record(work, Organisation, counter, notes=str(count))
                    work.add(Organisation(name=f"{os.getpid()}-{stored}"))
                stored += 1
            except StoreUnavailable:
                refused += 1
            took.append(time.perf_counter() - begun)
            database.catch_up()
            time.sleep(PAUSE)
    return stored, refused, took


def start(store: Path, counter: UUID, seconds: float) -> int:
    """Fork a program; gives the end of a pipe that tells how it went."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.close(reading)
        try:
            told = json.dumps(work_on(store, counter, seconds))
            with os.fdopen(writing, "w") as pipe:
                pipe.write(told)
        finally:
            os._exit(0)
    os.close(writing)
    return reading


def trial(programs: int, seconds: float, tell: Callable[[str], None]) -> int:
    """How many updates were lost, programs ended early, or faults were found."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "shared.sqlite"
        counter = Organisation(name="計數", notes="0")
        with closing(Database(store)) as database, database.begin(COUNT) as work:
            work.add(counter)
        pipes = [start(store, counter.id, seconds) for _ in range(programs)]
        answers = [os.fdopen(pipe).read() for pipe in pipes]
        for _ in pipes:
            os.wait()
        with closing(Database(store)) as database:
            faults = database.verify()
            with database.begin(EditName("look")) as work:
                counted = int(work.get(Organisation, counter.id).notes)
                added = len(work.where(Organisation)) - 1
    told = [json.loads(answer) for answer in answers if answer]
    stored, refused = sum(each[0] for each in told), sum(each[1] for each in told)
    took = sorted(second for each in told for second in each[2])
    p95 = took[int(len(took) * 0.95)] * 1000
    tell(
        f"{programs} programs, {seconds:g} s: {stored} edits stored, {counted} counted, "
        f"{refused} refused, {len(faults)} faults, {programs - len(told)} ended early; "
        f"median {took[len(took) // 2] * 1000:.1f} ms, p95 {p95:.1f} ms"
    )
    return abs(stored - counted) + abs(stored - added) + len(faults) + programs - len(told)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--programs", type=int, default=8)
    asked.add_argument("--seconds", type=float, default=60)
    given = asked.parse_args()
    sys.exit(trial(given.programs, given.seconds, print) > 0)


if __name__ == "__main__":
    main()
