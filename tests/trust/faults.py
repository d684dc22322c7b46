"""Disk full and I/O errors at every write: what was acknowledged stays, and every failure is told.

Run: `python -m tests.trust.faults`: every write of every act, nearly 9,000 faults;
`--most 400` cases an act are a sample. A small library, compiled here and loaded before any other,
makes the n-th write below a folder fail (a file made, written, cut, renamed or flushed): once, as a
broken disk does (EIO), or from then on, as a full one does (ENOSPC). Linux with a C compiler.
"""

import argparse
import ctypes
import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.errors import PlannerError
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.records import BY_KIND
from planner.domain.values import Attachment
from planner.exchange.bundle import Bundle
from planner.exchange.export import write_archive
from planner.output import write_file
from planner.queries.archived import archived
from planner.settings import Settings, written
from planner.store.backup import back_up, copies, folder_of
from planner.store.daily import put_beside
from planner.store.database import Database
from planner.usecases.imports import import_bundle
from tests.strategies import world
from tests.trust.kills import lost

HERE = Path(__file__).parent
RELEASED = HERE.parent / "data" / "stores" / "version-1"
EDIT = EditName("test")
PERSON = UUID(int=1)
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Case:
    """The `at`-th write fails with `code`; with all after it where the disk is full."""

    at: int
    code: int

    @property
    def stays(self) -> bool:
        return self.code == errno.ENOSPC


def edit(folder: Path, tell: Tell) -> None:
    """Ten edits; each is told once it is stored."""
    with closing(Database(folder / "store.sqlite", who="child")) as database:
        for number in range(10):
            body = Organisation(name=f"機關{number}")
            with database.begin(EDIT) as work:
                work.add(body)
            tell(body.name)


def fill(folder: Path, tell: Tell, bundle: Bundle) -> None:
    """A record of every kind with its files, as one edit."""
    with closing(Database(folder / "store.sqlite", who="child")) as database:
        with database.begin(EDIT) as work:
            import_bundle(work, bundle)
        for record in bundle.records:
            if isinstance(record, Organisation):
                tell(record.name)


def small_bundle() -> Bundle:
    """Few enough writes for each to fail once; `kills` takes in the whole sample."""
    content = b"a photo, a paper"
    digest = hashlib.sha256(content).hexdigest()
    plain = json.dumps([record.model_dump(mode="json") for record in world().values()])
    records = zip(world(), json.loads(plain.replace("0" * 64, digest)), strict=True)
    return Bundle(
        tuple(BY_KIND[kind].checked(values) for kind, values in records), {digest: content}
    )


def make(folder: Path, _tell: Tell) -> None:
    Database(folder / "new.sqlite").close()


def copy(folder: Path, _tell: Tell) -> None:
    made = back_up(folder / "store.sqlite", reason="manual")
    put_beside(made, folder / "store.sqlite", folder / "stick")


def take_back(folder: Path, _tell: Tell) -> None:
    with closing(Database(folder / "store.sqlite", who="child")) as database:
        database.restore(folder / "kept.sqlite")


def upgrade(folder: Path, _tell: Tell) -> None:
    Database(folder / "old.sqlite").close()


def erase(folder: Path, _tell: Tell) -> None:
    """One with a portrait; the file is written anew at the end."""
    with closing(Database(folder / "store.sqlite", who="child")) as database:
        database.erase_person(PERSON, "（已刪除）")


def export(folder: Path, _tell: Tell) -> None:
    """An archive of the whole store, a paper, and the settings."""
    with closing(Database(folder / "store.sqlite", who="child")) as database:
        with database.read() as session:
            held = archived(session, None)
        content = write_archive(held.records, database.files.read, held.removed)
        write_file(folder / "all.planner", content)
    write_file(folder / "report.pdf", b"x" * 100_000)
    write_file(folder / "settings.json", written(Settings()))


def stage(folder: Path) -> None:
    """What stands there before each act: a store of two records, a copy of it, an old store."""
    with closing(Database(folder / "store.sqlite")) as database, database.begin(EDIT) as work:
        portrait = Attachment(name="portrait.jpg", content=work.files.put(b"portrait"))
        work.add(Organisation(name="最初"), Person(id=PERSON, name="特古斯", portrait=portrait))
    shutil.copyfile(folder / "store.sqlite", folder / "kept.sqlite")
    (folder / "stick").mkdir()
    shutil.copytree(RELEASED / "planner.sqlite.files", folder / "old.sqlite.files")
    shutil.copyfile(RELEASED / "planner.sqlite", folder / "old.sqlite")


def run(act: Callable[[Path, Tell], None], folder: Path, case: Case) -> tuple[int, list[str], str]:
    """In a program of its own: how many writes it came to, what it told, and what escaped it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        shim = ctypes.CDLL(None)
        tell = partial(_say, writing)
        shim.fault_begin(str(folder).encode(), case.at, case.code, int(case.stays))
        try:
            act(folder, lambda name: tell(f"+{name}"))
        except PlannerError:
            pass  # told in a sentence, which test_words checks
        except BaseException:
            tell(f"!{traceback.format_exc()[-900:]!r}")
        finally:
            count = shim.fault_count()
            shim.fault_begin(b"", 0, 0, 0)
            tell(f"={count}")
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        lines = told.read().splitlines()
    os.waitpid(child, 0)
    counts = [int(line[1:]) for line in lines if line.startswith("=")]
    escaped = [line[1:] for line in lines if line.startswith("!")]
    stored = [line[1:] for line in lines if line.startswith("+")]
    return counts[0] if counts else 0, stored, escaped[0] if escaped else ""


def _say(pipe: int, line: str) -> None:
    os.write(pipe, f"{line}\n".encode())


class Look:
    """What is lost or broken now that the disk is well again.

    Files of the same bytes are looked at once: most faults leave most of the stores as they were.
    """

    def __init__(self) -> None:
        self._seen: dict[tuple[bytes, tuple[str, ...]], list[str]] = {}

    def wrong_after(self, folder: Path, stored: list[str]) -> Iterator[str]:
        for name, expected in (("store", ["最初", *stored]), ("old", []), ("new", [])):
            store = folder / f"{name}.sqlite"
            if name != "new" or store.exists():
                yield from self._faults(store, tuple(expected))
            for made in copies(folder_of(store)):
                yield from self._faults(made.path, ())

    def _faults(self, store: Path, expected: tuple[str, ...]) -> list[str]:
        digest = hashlib.sha256()
        for ending in ("", "-wal", "-journal"):
            part = store.with_name(store.name + ending)
            digest.update(ending.encode() + part.read_bytes() if part.exists() else b"")
        known = (digest.digest(), expected)
        if known not in self._seen:
            self._seen[known] = list(_looked_at(store, list(expected)))
        return self._seen[known]


def _looked_at(store: Path, expected: list[str]) -> Iterator[str]:
    """Faults of a store, with what it should hold; a copy's photos lie with the store."""
    try:
        for fault in lost(store, expected):
            if fault != "verify.file_missing":
                yield f"{store.name}: {fault}"
    except PlannerError as error:
        yield f"{store.name}: {error.code}"


def trial_of(
    act: Callable[[Path, Tell], None], root: Path, most: int | None
) -> tuple[int, list[str], list[str]]:
    """Fail at each write of one act; gives how many cases, what was lost and what escaped."""
    look, folder = Look(), root / "counted"
    shutil.copytree(root / "stage", folder)
    count, _, _ = run(act, folder, Case(0, errno.EIO))
    step = max(1, -(-2 * count // most)) if most else 1
    cases = [
        Case(at, code) for code in (errno.EIO, errno.ENOSPC) for at in range(1, count + 1, step)
    ]
    lost_ones, escaped = [], []
    for case in cases:
        folder = root / "run"
        shutil.copytree(root / "stage", folder)
        _, stored, escape = run(act, folder, case)
        name = f"{errno.errorcode[case.code]} at {case.at}"
        if escape:
            escaped.append(f"{name}: {escape}")
        lost_ones += [f"{name}: {each}" for each in look.wrong_after(folder, stored)]
        shutil.rmtree(folder)
    shutil.rmtree(root / "counted")
    return len(cases), lost_ones, escaped


def trial(most: int | None, only: list[str], tell: Tell) -> int:
    """Every act; gives how much was lost or unhandled."""
    acts: dict[str, Callable[[Path, Tell], None]] = {
        "edit": edit,
        "fill": partial(fill, bundle=small_bundle()),
        "make": make,
        "copy": copy,
        "take back": take_back,
        "upgrade": upgrade,
        "erase": erase,
        "export": export,
    }
    total, wrong = 0, 0
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "stage").mkdir()
        stage(root / "stage")
        for key in only or acts:
            act = acts[key]
            count, lost_ones, escaped = trial_of(act, root, most)
            total += count
            wrong += len(lost_ones) + len(escaped)
            tell(f"{key}: {count} faults, {len(lost_ones)} lost, {len(escaped)} unhandled")
            for each in (*lost_ones[:5], *escaped[:5]):
                tell(f"  {each}")
    tell(f"{total} faults in all, {wrong} lost or unhandled")
    return wrong


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--most", type=int, help="cases an act; all, if not given")
    asked.add_argument("--only", nargs="+", default=[], help="acts, as they are told")
    given = asked.parse_args()
    if os.environ.get("PLANNER_FAULTS"):
        sys.exit(trial(given.most, given.only, partial(print, flush=True)) > 0)
    with tempfile.TemporaryDirectory() as folder:
        shim = Path(folder) / "faults.so"
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", shim, HERE / "faults.c", "-ldl"], check=True
        )
        environment = {**os.environ, "LD_PRELOAD": str(shim), "PLANNER_FAULTS": "1"}
        command = [sys.executable, "-m", "tests.trust.faults", *sys.argv[1:]]
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)


if __name__ == "__main__":
    main()
