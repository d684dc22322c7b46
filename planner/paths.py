"""Where the program keeps what: the store, settings and logs of this user."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("delegation-planner", appauthor=False)
STORE_VARIABLE = "PLANNER_STORE"
HALF = ".half"
"""What a file is called while it is written."""


_SCHEMES = ("postgresql://", "postgres://")


@dataclass(frozen=True)
class ServerAddress:
    """A store on a PostgreSQL server, as `postgresql://lin@office.example/planner`."""

    url: str

    @property
    def has_password(self) -> bool:
        """A password stands in it, where shells, logs and lists of recent stores would keep it."""
        return self._parts.password is not None or "password=" in self._parts.query

    @property
    def user(self) -> str:
        """The account; empty where the system's own user is meant."""
        return unquote(self._parts.username or "")

    @property
    def database(self) -> str:
        return unquote(self._parts.path.lstrip("/")) or self.user

    @property
    def host(self) -> str:
        return self._parts.hostname or ""

    @property
    def _parts(self) -> SplitResult:
        return urlsplit(self.url)

    def __str__(self) -> str:
        """As people are told it: never with a password."""
        if not self.has_password:
            return self.url
        bare = self._parts.netloc.rpartition("@")[2]
        return self._parts._replace(netloc=f"{self.user}@{bare}", query="").geturl()


Place = Path | ServerAddress
"""Where a store is kept: in a file, or on a server."""


def store_place(chosen: str | None = None) -> Place:
    """The store that was asked for, by option, by PLANNER_STORE, or the user's own."""
    named = chosen or os.environ.get(STORE_VARIABLE)
    if named and named.startswith(_SCHEMES):
        return ServerAddress(named)
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


def first_picture_path(cache: Path | None = None) -> Path:
    """The picture of the last window, which the next start shows: personal data."""
    return (cache or cache_path()) / "first-picture"


def forget_first_picture(cache: Path | None = None) -> bool:
    """What it shows is gone from the store; the next end of a window makes it anew.

    False where the disk lets it neither go nor be emptied.
    """
    path = first_picture_path(cache)
    gone = [_let_go(each) for each in (path, path.with_suffix(HALF))]
    return all(gone)


def _let_go(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        try:
            # a folder that nothing can leave may still let the file itself be written
            os.truncate(path, 0)
        except OSError:
            return False
    return True
