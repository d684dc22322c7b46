"""What machine, which versions, where things lie and how the store is; names no person."""

import importlib.metadata
import locale
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planner import __version__, paths
from planner.domain.errors import PlannerError
from planner.paths import Place
from planner.store.verify import Fault
from planner.words import Words

_LIBRARIES = (
    "PySide6-Essentials",
    "pydantic",
    "sqlmodel",
    "SQLAlchemy",
    "alembic",
    "reportlab",
    "uharfbuzz",
    "pikepdf",
    "pypdfium2",
    "Pillow",
    "opencc",
    "holidays",
)


@dataclass(frozen=True)
class HealthLine:
    """One line of what is told: a fixed English name, so that whoever helps can read it."""

    name: str
    value: str


def health(store: Place) -> Iterator[HealthLine]:
    """Everything one who helps would ask first. The home folder is shortened to `~`."""
    yield HealthLine("planner", __version__)
    yield HealthLine("python", f"{platform.python_version()} ({platform.machine()})")
    yield HealthLine("system", f"{platform.system()} {platform.release()}")
    yield HealthLine("locale", ".".join(filter(None, locale.getlocale())) or "C")
    for name in _LIBRARIES:
        yield HealthLine(name, _version(name))
    yield from _places(store)
    yield from _fonts()
    yield from _store(store)


def fault_text(fault: Fault, words: Words) -> str:
    """What is wrong and what to do, in a sentence."""
    kind = str(fault.values.get("kind", ""))
    told = words.kind(kind) if f"kind.{kind}" in words else kind
    return words(fault.code, **{**fault.values, "kind": told})


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _places(store: Place) -> Iterator[HealthLine]:
    places = {
        "store": store,
        "settings": paths.settings_path(),
        "profiles": paths.profiles_path(),
        "log": paths.log_path(),
        "cache": paths.cache_path(),
        "last window": paths.first_picture_path(),
    }
    for name, path in places.items():
        if not isinstance(path, Path):
            yield HealthLine(name, f"postgresql://{path.host}")
            continue
        yield HealthLine(name, f"{_shortened(path)}{'' if path.exists() else ' (not there)'}")


def _shortened(path: Path) -> str:
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)


def _fonts() -> Iterator[HealthLine]:
    # imported here: looking through the installed fonts is asked for by this line only
    from planner.printing import font_choices
    from planner.resources import resource

    shipped = sorted(path.name for path in Path(str(resource("fonts"))).glob("*.[ot]tf"))
    yield HealthLine("fonts shipped", str(len(shipped)))
    yield HealthLine("fonts installed", str(len(font_choices())))


def _store(store: Place) -> Iterator[HealthLine]:
    # imported here: what stands above is told also where the store's engine cannot be loaded
    from planner.queries.totals import record_count
    from planner.store.backup import copies, folder_of
    from planner.store.database import Database
    from planner.store.migrate import ENGINE, VERSION
    from planner.store.whereabouts import whereabouts

    yield HealthLine("store engine", ENGINE)
    yield HealthLine("store version known", str(VERSION))
    if isinstance(store, Path):
        if not store.exists():
            return
        place = whereabouts(store)
        yield HealthLine("store lies", f"{place.reach} {place.by}".rstrip())
        yield HealthLine("store size", f"{store.stat().st_size} bytes")
        made = copies(folder_of(store))
        latest = f", latest {made[0].made_at:%Y-%m-%d %H:%M} UTC" if made else ""
        yield HealthLine("backups", f"{len(made)}{latest}")
    try:
        database = Database(store)
    except PlannerError as error:
        yield HealthLine("store health", error.code)
        return
    try:
        faults = database.verify()
        with database.read() as session:
            count = record_count(session)
    finally:
        database.close()
    yield HealthLine("records", str(count))
    yield HealthLine("store health", ", ".join(sorted({each.code for each in faults})) or "sound")
