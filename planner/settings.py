"""Settings: what this user prefers, kept as JSON; a bad value never stops the program.

A plain dataclass, since the window reads it before anything heavy is imported.
"""

import json
import locale
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

logger = logging.getLogger(__name__)

LANGUAGES = ("zh_TW", "en")
SCHEMES = ("system", "light", "dark")
SMALLEST_TEXT, LARGEST_TEXT = 0.8, 3.0


def system_language() -> str:
    """Chinese for any Chinese locale, else English."""
    named = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)),
        locale.getlocale()[0] or "",
    )
    return "zh_TW" if named.lower().startswith(("zh", "chinese")) else "en"


@dataclass(frozen=True)
class Settings:
    language: str = field(default_factory=system_language)
    scheme: str = "system"
    text_scale: float = 1.0
    high_contrast: bool = False
    profile: str = "tw_central"
    agency: str = ""
    desktop_notices: bool = True
    is_welcomed: bool = False
    second_folder: str = ""
    """Where copies of the store go besides its own folder; empty for nowhere else."""


def _is_scale(value: Any) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and SMALLEST_TEXT <= value <= LARGEST_TEXT


_IS_VALID: Mapping[str, Callable[[Any], bool]] = MappingProxyType(
    {
        "language": lambda value: value in LANGUAGES,
        "scheme": lambda value: value in SCHEMES,
        "text_scale": _is_scale,
        "high_contrast": lambda value: isinstance(value, bool),
        "profile": lambda value: isinstance(value, str) and bool(value),
        "agency": lambda value: isinstance(value, str),
        "desktop_notices": lambda value: isinstance(value, bool),
        "is_welcomed": lambda value: isinstance(value, bool),
        "second_folder": lambda value: isinstance(value, str),
    }
)


def load(path: Path) -> Settings:
    """The settings in the file; each value that is not valid is left at its default."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        logger.warning("settings could not be read: %s", type(error).__name__)
        return Settings()
    if not isinstance(kept, dict):
        logger.warning("settings could not be read: not an object")
        return Settings()
    known = {name: kept[name] for name in _IS_VALID if name in kept}
    valid = {name: value for name, value in known.items() if _IS_VALID[name](value)}
    if bad := sorted(known.keys() - valid.keys()):
        logger.warning("settings not valid: %s", ", ".join(bad))
    return Settings(**valid)


def written(settings: Settings) -> bytes:
    """The settings as their file holds them."""
    return json.dumps(asdict(settings), indent=1).encode()
