"""The report profiles there are: those that ship, and a user's own before them."""

import logging
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from planner.domain.errors import NotFound, Refused, UnreadableFile
from planner.domain.profile import ReportProfile, load_profile, load_profiles
from planner.output import write_file
from planner.resources import resource

logger = logging.getLogger(__name__)

FOLDER = "profiles"


@cache
def shipped_profiles() -> Mapping[str, ReportProfile]:
    """Read once: they take a tenth of the start, and do not change while the program runs."""
    return MappingProxyType(load_profiles(resource(FOLDER)))


def own_profiles(folder: Path) -> Mapping[str, ReportProfile]:
    """Those the user has made. Raises UnreadableFile for the first that is wrong."""
    return load_profiles(folder) if folder.is_dir() else {}


def all_profiles(own: Path | None = None) -> Mapping[str, ReportProfile]:
    """A profile of the user's folder takes the place of a shipped one of the same key.

    One that is wrong is left out: it must not close the window or stop other papers.
    """
    return {**shipped_profiles(), **_readable(own)[0]}


def profile_of(key: str, own: Path | None = None) -> ReportProfile:
    """Raises UnreadableFile where it should stand in a file of the user that is wrong."""
    found, broken = _readable(own)
    known = {**shipped_profiles(), **found}
    for name, error in broken.items():
        if key not in found and (name == key or key not in known):
            raise error
    if key not in known:
        raise NotFound("profile.unknown", profile=key)
    return known[key]


def _readable(folder: Path | None) -> tuple[dict[str, ReportProfile], dict[str, UnreadableFile]]:
    """The user's profiles by key, and by file name what is wrong with the others."""
    found: dict[str, ReportProfile] = {}
    broken: dict[str, UnreadableFile] = {}
    for path in sorted(folder.glob("*.toml")) if folder else ():
        try:
            profile = load_profile(path)
        except UnreadableFile as error:
            logger.warning("the profile %s is wrong: %s", path, error)
            broken[path.stem] = error
        else:
            found[profile.key] = profile
    return found, broken


def copy_profile(key: str, own: Path) -> Path:
    """Lays a shipped profile into the user's folder, to be edited there.

    Raises Refused where that one has been made already.
    """
    if key not in shipped_profiles():
        raise NotFound("profile.unknown", profile=key)
    copy = own / f"{key}.toml"
    if copy.exists():
        raise Refused("profile.copied_before", file=str(copy))
    write_file(copy, resource(FOLDER, copy.name).read_bytes())
    return copy
