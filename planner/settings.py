"""Settings: what this user prefers, kept as JSON; a bad value never stops the program."""

import json
import locale
import logging
import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

logger = logging.getLogger(__name__)


def system_language() -> Literal["zh_TW", "en"]:
    """Chinese for any Chinese locale, else English."""
    named = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)),
        locale.getlocale()[0] or "",
    )
    return "zh_TW" if named.lower().startswith(("zh", "chinese")) else "en"


class Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Literal["zh_TW", "en"] = Field(default_factory=system_language)
    scheme: Literal["system", "light", "dark"] = "system"
    text_scale: float = Field(default=1.0, ge=0.8, le=3.0)
    high_contrast: bool = False
    profile: str = "tw_central"


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
    try:
        return Settings.model_validate(kept)
    except ValidationError as error:
        bad = {str(found["loc"][0]) for found in error.errors()}
        logger.warning("settings not valid: %s", ", ".join(sorted(bad)))
        return Settings.model_validate({k: v for k, v in kept.items() if k not in bad})


def save(settings: Settings, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as new:
        new.write(settings.model_dump_json(indent=1))
    Path(new.name).replace(path)
