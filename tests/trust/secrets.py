"""Secrets planted in every text of every record: none may reach a log, a report or the public.

Run: `python -m tests.trust.secrets`. Faults are thrown with the records in their hands, through
slots, jobs, use cases and SQL; then the log, the crash reports and every file of the public edition
are searched, archives and PDF streams unpacked.
"""

import io
import json
import logging
import os
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pikepdf
import pypdfium2
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from planner import logs
from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.errors import PlannerError
from planner.domain.person import Person
from planner.domain.values import Disclosure
from planner.exchange.bundle import read_bundle
from planner.exchange.calendar import Share
from planner.exchange.export import ARCHIVE, SUFFIXES, Surroundings, Wish, export
from planner.printing import Edition, Order, make_paper
from planner.queries.dossiers import dossier
from planner.resources import resource
from planner.store.database import Database
from planner.ui.crash_dialog import Crashes
from planner.ui.jobs import Job, Jobs
from planner.words import Words
from tests.strategies import world

MARK = "祕QX"
EDIT = EditName("test")
_WITHHELD = {
    "member": ("passport_name", "visa", "diet", "insurance"),
    "stop": ("booking_reference", "talking_points"),
    "person": ("notes",),
    "comment": (),
    "report_version": (),
    "programme_version": (),
    "acceptance": (),
    "matter_choice": (),
}
"""What the public must not read, as the regulations say it; an empty one means the whole record."""


def secret(kind: str, name: str) -> str:
    return f"{MARK}{kind}{name}".replace("_", "")


def planted(record: Entity) -> Entity:
    """The record with a secret in each of its texts, wherever its rules allow one."""
    plain = record.model_dump(mode="json")
    for name, value in plain.items():
        tried = (
            [secret(record.kind, name)] if isinstance(value, list) else secret(record.kind, name)
        )
        if value is None or isinstance(value, str | list):
            with suppress(PlannerError, TypeError, ValueError):
                changed = type(record).checked({**record.model_dump(mode="json"), name: tried})
                record = changed
    return record


# Logs and crash reports


def throw(database: Database, records: list[Entity]) -> Iterator[BaseException]:
    """Faults of every sort that hold what was typed."""
    for record in records:
        for act in _acts(database, record):
            try:
                act()
            except Exception as error:
                yield error


def _acts(database: Database, record: Entity) -> tuple[Callable[[], object], ...]:
    written, wrong = record.model_dump_json(), {**dict(record), "id": repr(record)}
    return (
        lambda: _raise(ValueError(repr(record))),
        lambda: _raise(KeyError(str(record))),
        lambda: _raise(RuntimeError(written)),
        lambda: json.loads(written[:-1]),
        lambda: int(written),
        lambda: written.encode("ascii"),
        lambda: type(record).model_validate(wrong),
        lambda: type(record).checked(wrong),
        lambda: _twice(database, record),
        lambda: _sql(database, record),
        lambda: Path("/nowhere", written[:90]).read_bytes(),
    )


def _raise(error: Exception) -> None:
    try:
        raise LookupError(str(error))
    except LookupError as before:
        raise error from before


def _twice(database: Database, record: Entity) -> None:
    with database.begin(EDIT) as work:
        work.add(record, record)


def _sql(database: Database, record: Entity) -> None:
    with database.read() as session:
        session.connection().execute(text("SELECT :a FROM nowhere"), {"a": repr(record)})


def reports(folder: Path) -> Iterator[tuple[str, str]]:
    """The crash reports and the log of a program in which all of that went wrong."""
    app = QApplication.instance() or QApplication([])
    logs.keep_log(folder / "planner.log")
    told, crashes, jobs = [], Crashes(), Jobs()
    crashes._caught.disconnect()  # noqa: SLF001 - the dialog would be shown a thousand times
    crashes._caught.connect(told.append)  # noqa: SLF001
    records = [planted(record) for record in world().values()]
    with closing(Database(folder / "store.sqlite", who="secrets")) as database:
        for error in throw(database, records):
            crashes.catch(type(error), error, error.__traceback__)
            logging.getLogger("planner.trial").error("refused", exc_info=error)
            jobs.start(Job(lambda job, error=error: _raise(error)))
    jobs.close()
    app.processEvents()
    for number, report in enumerate(told):
        yield f"crash report {number}", report
    yield "log", (folder / "planner.log").read_text("utf-8")


# The public edition


def publish(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file that the public edition is written into, from a delegation full of secrets."""
    bundle = read_bundle(resource("samples", "rare-earth-2015.planner"))
    key, words = bundle.delegations[0], Words("zh_TW")
    with closing(Database(folder / "public.sqlite")) as database:
        with database.begin(EDIT) as work:
            for content in bundle.files.values():
                work.files.put(content)
            work.add(*(_withheld(record, key) for record in bundle.records))
            work.add(*_restricted(bundle.records))
            work.add(*_others(key, bundle.records))
        with database.read() as session:
            found = dossier(session, key)
        around = Surroundings(words, datetime.now(UTC), {}, database.files.read)
        for suffix in SUFFIXES:
            with suppress(PlannerError):
                if suffix != ARCHIVE:  # always whole, and says so
                    yield f"public{suffix}", export(found, Wish(suffix, share=Share.ALL), around)
        inside = make_paper(found, Order("visit-report"), database.files).content
        if not is_told("internal.pdf", inside):
            raise RuntimeError("the search does not find what is there")
        for ending in (".pdf", ".docx", ".odt"):
            order = Order(
                "visit-report", edition=Edition.PUBLIC, ending=ending, has_archive=ending == ".pdf"
            )
            yield f"report{ending}", make_paper(found, order, database.files).content


def _withheld(record: Entity, key: object) -> Entity:
    values = {name: secret(record.kind, name) for name in _WITHHELD.get(record.kind, ())}
    if isinstance(record, Person) and not record.consents_to_publish:
        plain = {**record.model_dump(mode="json"), **values}
        plain["contacts"] = [
            {**contact, "value": secret("person", "contact")} for contact in plain["contacts"]
        ]
        return Person.checked(plain)
    return record.with_(**values) if values else record


def _restricted(records: tuple[Entity, ...]) -> Iterator[Entity]:
    """Beside each record that may be restricted one that is, and is nothing but secrets."""
    for record in records:
        if "disclosure" in type(record).model_fields:
            twin = {**record.model_dump(mode="json"), "disclosure": Disclosure.INTERNAL.value}
            del twin["id"]
            for name, value in twin.items():
                if isinstance(value, str) and name in {
                    *("title", "text", "heading", "caption", "alt_text", "detail", "notes"),
                    *("grounds", "source_note", "subject", "metric", "comment", "drafted"),
                }:
                    twin[name] = secret(record.kind, f"{name}twin")
            with suppress(PlannerError):
                yield type(record).checked(twin)


def _others(key: object, records: tuple[Entity, ...]) -> Iterator[Entity]:
    """Records about how the report came about, in this delegation."""
    held = {type(record): record for record in records}
    for kind, record in world().items():
        if _WITHHELD.get(kind) == () and "delegation_id" in type(record).model_fields:
            plain: dict[str, Any] = planted(record).model_dump(mode="json")
            plain["delegation_id"] = str(key)
            for name, value in plain.items():
                if name.endswith("_id") and name != "delegation_id" and value is not None:
                    target = next(
                        (each for each in held if each.kind == name.removesuffix("_id")), None
                    )
                    plain[name] = str(held[target].id) if target else None
            with suppress(PlannerError):
                yield type(record).checked(plain)


# Searching


def texts_in(name: str, content: bytes) -> Iterator[str]:
    """All that stands in a file, whatever it is wrapped in."""
    yield content.decode("utf-8", "ignore")
    yield content.decode("utf-16-le", "ignore")
    yield content.decode("utf-16-be", "ignore")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for inner in archive.namelist():
                yield inner
                yield from texts_in(inner, archive.read(inner))
    if content.startswith(b"%PDF"):
        with closing(pypdfium2.PdfDocument(content)) as pages:
            yield "".join(page.get_textpage().get_text_range() for page in pages)
        with pikepdf.open(io.BytesIO(content)) as file:
            for each in file.objects:
                if isinstance(each, pikepdf.Stream):
                    with suppress(pikepdf.PdfError):
                        yield from texts_in("stream", each.read_bytes())
                elif isinstance(each, pikepdf.Dictionary):
                    yield from (str(value) for value in each.values() if _is_text(value))


def _is_text(value: object) -> bool:
    return isinstance(value, pikepdf.String)


def is_told(name: str, content: bytes) -> bool:
    return any(MARK in part or _escaped(MARK) in part for part in texts_in(name, content))


def _escaped(mark: str) -> str:
    """As JSON writes it in plain letters."""
    return json.dumps(mark)[1:-1]


def trial(tell: Callable[[str], None]) -> int:
    """How many places tell a secret."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inside = [(place, is_told(place, report.encode())) for place, report in reports(folder)]
        logging.getLogger("planner").handlers.clear()
        outside = [(place, is_told(place, content)) for place, content in publish(folder)]
        planted_in = [record.kind for record in world().values() if MARK in repr(planted(record))]
    for place, leaks in (*inside, *outside):
        if leaks:
            tell(f"  told in {place}")
    found = sum(leaks for _, leaks in (*inside, *outside))
    tell(
        f"secrets in {len(planted_in)} kinds of records; {len(inside) - 1} crash reports, 1 log, "
        f"{len(outside)} files of the public edition ({', '.join(name for name, _ in outside)}): "
        f"{found} found"
    )
    return found


def main() -> None:
    sys.exit(trial(print) > 0)


if __name__ == "__main__":
    main()
