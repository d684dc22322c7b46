"""Filters kept under a name, per list, in a file beside the settings: they are a person's habit."""

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class SavedFilter:
    name: str
    values: dict[str, Any]


class SavedFilters:
    """Read anew each time, so that every window sees what another has kept."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, kind: str) -> list[SavedFilter]:
        """Of one list, in the order in which they were kept."""
        held = self._read().get(kind)
        if not isinstance(held, dict):
            return []
        return [
            SavedFilter(name, values) for name, values in held.items() if isinstance(values, dict)
        ]

    def keep(self, kind: str, name: str, values: dict[str, Any]) -> None:
        """In the place of one that has the same name."""
        held = {each.name: each.values for each in self.of(kind)}
        self._write({**self._read(), kind: {**held, name: values}})

    def forget(self, kind: str, name: str) -> None:
        held = {each.name: each.values for each in self.of(kind) if each.name != name}
        self._write({**self._read(), kind: held})

    def _read(self) -> dict[str, Any]:
        try:
            held = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            logger.warning("saved filters could not be read: %s", type(error).__name__)
            return {}
        return held if isinstance(held, dict) else {}

    def _write(self, held: dict[str, Any]) -> None:
        """Whole or not at all."""
        folder = self._path.parent
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as new:
            new.write(json.dumps(held, ensure_ascii=False, indent=1))
        Path(new.name).replace(self._path)
