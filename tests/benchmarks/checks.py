"""How much processor time the rules take for 300 stops, and the clocks of 2,000 delegations.

python tests/benchmarks/checks.py
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from planner.domain.delegation import Delegation
from planner.domain.dossier import Dossier
from planner.domain.values import LocalTime, Moment
from planner.resources import resource
from planner.rules.calendars import read_calendar
from planner.rules.check import check
from planner.rules.deadlines import clock_days, urgency
from planner.rules.identity import doubles
from planner.rules.moves import shift_day
from planner.rules.ripple import nearest_free, ripple
from planner.rules.thread import thread
from tests.builders import delegation, key, organisation
from tests.rules.made_delegation import TODAY, central_profile, sound

COPIES = 10
ROUNDS = 15


def main() -> None:
    large, small = enlarged(COPIES), sound()
    profile = central_profile()
    calendar = read_calendar(resource("calendars", "tw.toml").read_text("utf-8"))
    many = [
        delegation(f"journey {number}", starts_on=day, ends_on=day + timedelta(days=6))
        for number in range(2000)
        for day in (TODAY + timedelta(days=number % 400 - 200),)
    ]
    stems = [f"{a}{b}{c}" for a, b, c in product("松江長白青山雲河崑天", repeat=3)]
    bodies = [organisation(f"{stem}公司") for stem in stems] * 2

    def dashboard() -> None:
        for each in many:
            for _, day in clock_days(each, profile, calendar, TODAY):
                urgency(day, TODAY)

    print(f"{len(large.stops)} stops, {len(large.sections)} sections, {len(large.talks)} talks")
    tell("check, 30 stops", lambda: check(fresh(small), profile, TODAY))
    tell("check, 300 stops", lambda: check(fresh(large), profile, TODAY))
    tell(
        "check, 300 stops, 3 earlier", lambda: check(fresh(large), profile, TODAY, earlier=(small,))
    )
    tell("ripple of a day, 300 stops", lambda: ripple(large, shift_day(large, date(2026, 3, 3), 1)))
    wanted = Moment.model_validate("2026-03-03T12:00[Asia/Shanghai]")
    meeting = key("made stop 9")
    tell("nearest free time, 300 stops", lambda: nearest_free(large, meeting, wanted))
    tell("thread, 300 stops", lambda: thread(large))
    tell("clocks of 2,000 delegations", dashboard)
    tell("doubles among 2,000 organisations", lambda: list(doubles(bodies)), rounds=3)


def tell(name: str, work: Callable[[], object], rounds: int = ROUNDS) -> None:
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    least, median = min(times), statistics.median(times)
    print(f"{name:36} least {least:7.1f} ms, median {median:7.1f} ms")


def fresh(dossier: Dossier) -> Dossier:
    """Without anything worked out before."""
    return Dossier(**{name: getattr(dossier, name) for name in Dossier.model_fields})


def enlarged(copies: int) -> Dossier:
    """The sound delegation one week after another, each week with stops and sections of its own."""
    base = sound()
    values = {name: getattr(base, name) for name in Dossier.model_fields}
    for name in ("stops", "seminars", "sessions", "talks", "findings", "photos", "sections"):
        values[name] = tuple(
            moved(record, week) for week in range(copies) for record in values[name]
        )
    ends_on = base.delegation.ends_on + timedelta(weeks=copies - 1)
    values["delegation"] = Delegation.with_(base.delegation, ends_on=ends_on)
    return Dossier(**values)


def moved(record, week: int):  # type: ignore[no-untyped-def]
    by = timedelta(weeks=week)
    again = lambda held: key(f"{held} {week}") if held and week else held  # noqa: E731
    changes = {"id": again(record.id)}
    for name in ("stop_id", "seminar_id", "session_id", "parent_id"):
        if hasattr(record, name):
            changes[name] = again(getattr(record, name))
    if hasattr(record, "starts"):
        changes["starts"] = record.starts.on(record.starts.day + by)
        changes["ends"] = record.ends and record.ends.on(record.ends.day + by)
    if isinstance(at := getattr(record, "starts_at", None), LocalTime):
        changes["starts_at"] = LocalTime(at=at.at + by, zone=at.zone)
    return record.with_(**changes)


if __name__ == "__main__":
    main()
