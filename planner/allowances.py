"""The allowances in force: what this office has set, else what is usual."""

import logging
from functools import cache
from pathlib import Path

from planner import paths
from planner.output import write_file
from planner.rules.transfers import Allowances

logger = logging.getLogger(__name__)


@cache
def allowances() -> Allowances:
    """Read once; a file that cannot be read leaves the usual ones."""
    try:
        return Allowances.model_validate_json(_path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Allowances()
    except (OSError, ValueError) as error:
        logger.warning("allowances could not be read: %s", type(error).__name__)
        return Allowances()


def keep_allowances(chosen: Allowances) -> None:
    """Only what differs from the usual is kept, so that better usual values reach everybody."""
    write_file(_path(), chosen.model_dump_json(exclude_defaults=True, indent=1).encode())
    allowances.cache_clear()


def _path() -> Path:
    return paths.settings_path().with_name("allowances.json")
