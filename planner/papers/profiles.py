"""The report profiles there are: those that ship, and a user's own before them."""

from collections.abc import Mapping
from pathlib import Path

from planner.domain.errors import NotFound
from planner.domain.profile import ReportProfile, load_profiles
from planner.resources import resource


def shipped_profiles() -> Mapping[str, ReportProfile]:
    return load_profiles(resource("profiles"))


def all_profiles(own: Path | None = None) -> Mapping[str, ReportProfile]:
    """A profile of the user's folder takes the place of a shipped one of the same key."""
    mine = load_profiles(own) if own is not None and own.is_dir() else {}
    return {**shipped_profiles(), **mine}


def profile_of(key: str, own: Path | None = None) -> ReportProfile:
    found = all_profiles(own).get(key)
    if found is None:
        raise NotFound("profile.unknown", profile=key)
    return found
