"""The report profiles there are: those that ship, and a user's own before them."""

from collections.abc import Mapping
from pathlib import Path

from planner.domain.errors import NotFound, Refused
from planner.domain.profile import ReportProfile, load_profiles
from planner.output import write_file
from planner.resources import resource

FOLDER = "profiles"


def shipped_profiles() -> Mapping[str, ReportProfile]:
    return load_profiles(resource(FOLDER))


def own_profiles(folder: Path | None) -> Mapping[str, ReportProfile]:
    return load_profiles(folder) if folder is not None and folder.is_dir() else {}


def all_profiles(own: Path | None = None) -> Mapping[str, ReportProfile]:
    """A profile of the user's folder takes the place of a shipped one of the same key."""
    return {**shipped_profiles(), **own_profiles(own)}


def profile_of(key: str, own: Path | None = None) -> ReportProfile:
    found = all_profiles(own).get(key)
    if found is None:
        raise NotFound("profile.unknown", profile=key)
    return found


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
