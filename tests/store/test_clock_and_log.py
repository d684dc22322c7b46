"""A clock that was moved back, and a log that was half written: the journal stays in order."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import StoreUnavailable
from planner.domain.organisation import Organisation
from planner.queries.history import undo_stack
from planner.store import journal
from planner.store.backup import DAILY, back_up, copies, folder_of
from planner.store.daily import drop_old
from planner.store.database import Database

EDIT = EditName("add")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CHILD = """
import os, signal, sys
from pathlib import Path
from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.store.database import Database
database = Database(Path(sys.argv[1]), who="child")
for number in range(20):
    with database.begin(EditName("add")) as work:
        work.add(Organisation(name=f"O{number}"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_edits_keep_their_order_when_the_clock_is_moved_back(store_path: Path) -> None:
    hours = iter((0, -5, -3))
    database = Database(store_path, who="lin", now=lambda: NOON + timedelta(hours=next(hours)))
    for name in "甲乙丙":
        with database.begin(EditName("add", {"name": name})) as work:
            work.add(Organisation(name=name))
    with database.read() as session:
        done = undo_stack(session, None).done
        latest = journal.latest(session.connection())
    assert [edit.name.values["name"] for edit in done] == ["甲", "乙", "丙"]
    assert latest is not None
    assert latest.number == done[-1].number
    assert [edit.at for edit in done] == [
        NOON,
        NOON - timedelta(hours=5),
        NOON - timedelta(hours=3),
    ]
    assert database.verify() == []
    database.close()


def test_copies_of_days_to_come_are_not_too_old(store_path: Path) -> None:
    moments = [NOON + timedelta(days=day) for day in (0, 1, 40, 400)]
    made = {back_up(store_path, reason=DAILY, now=moment) for moment in moments}
    drop_old(folder_of(store_path), date(2026, 11, 21))
    assert {copy.path for copy in copies(folder_of(store_path))} == made


@pytest.fixture
def killed(store_path: Path) -> Path:
    """A store whose program was killed, with its edits in the log beside it."""
    subprocess.run([sys.executable, "-c", CHILD, store_path], check=False, timeout=100)
    assert log_of(store_path).stat().st_size > 0
    return store_path


def log_of(store: Path) -> Path:
    return store.with_name(f"{store.name}-wal")


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9, 0.999])
def test_of_a_log_cut_short_the_edits_before_the_cut_stay(killed: Path, share: float) -> None:
    log = log_of(killed)
    whole = log.read_bytes()
    log.write_bytes(whole[: int(len(whole) * share)])
    database = Database(killed)
    assert database.verify() == []
    with database.begin(EDIT) as work:
        names = [each.name for each in work.where(Organisation)]
        work.add(Organisation(name="後"))
    # whole edits, the first ones, in order
    assert sorted(names) == sorted(f"O{number}" for number in range(len(names)))
    assert len(names) <= 20 * (share > 0)
    database.close()


def test_a_log_of_rubbish_is_passed_over_or_told(killed: Path) -> None:
    log_of(killed).write_bytes(b"\x00rubbish" * 4000)
    try:
        database = Database(killed)
    except StoreUnavailable:
        return
    assert database.verify() == []
    database.close()
