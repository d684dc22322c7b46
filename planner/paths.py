"""Where the program keeps what: the store, settings and logs of this user."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("delegation-planner", appauthor=False)
STORE_VARIABLE = "PLANNER_STORE"


def store_path(chosen: str | None = None) -> Path:
    """The store that was asked for, by option, by PLANNER_STORE, or the user's own."""
    named = chosen or os.environ.get(STORE_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    return Path(_DIRS.user_data_path) / "planner.sqlite"


def settings_path() -> Path:
    return Path(_DIRS.user_config_path) / "settings.json"


def calendar_path() -> Path:
    """The user's own calendar of working days, in place of the one that ships."""
    return Path(_DIRS.user_config_path) / "calendar.toml"


def profiles_path() -> Path:
    """The folder of report profiles that the user has made."""
    return Path(_DIRS.user_config_path) / "profiles"


def templates_path() -> Path:
    """The folder of delegations that were saved as templates."""
    return Path(_DIRS.user_data_path) / "templates"


def log_path() -> Path:
    return Path(_DIRS.user_log_path) / "planner.log"


def cache_path() -> Path:
    return Path(_DIRS.user_cache_path)
