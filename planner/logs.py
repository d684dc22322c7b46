"""Logging to a file of the user's own; no person's data above DEBUG."""

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path


def keep_log(path: Path, level: int = logging.INFO) -> None:
    """Write what the program does to a file that only its owner reads; none where that fails.

    A file kept before is left for this one.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        handler = RotatingFileHandler(path, maxBytes=2**20, backupCount=3, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("planner")
    for earlier in [each for each in root.handlers if isinstance(each, RotatingFileHandler)]:
        root.removeHandler(earlier)
        earlier.close()
    root.addHandler(handler)
    root.setLevel(level)
