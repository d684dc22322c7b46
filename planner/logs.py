"""Logging to a file of the user's own, and the trace of a fault; neither holds a person's data."""

import logging
import os
import sys
import traceback
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent


_HARMLESS = (AttributeError, ImportError, NameError, ZeroDivisionError)
"""What these say names code; the words of any other may quote what a person typed."""


def trace(error: BaseException) -> str:
    """Where a fault came from, through all that led to it: kinds and places, no values."""
    return "\n".join(_chain(error))


def place(error: BaseException) -> str:
    """Where a fault arose, whatever led there."""
    frames = traceback.extract_tb(error.__traceback__)
    at = f"{_place(frames[-1].filename)}, line {frames[-1].lineno}" if frames else ""
    return f"{type(error).__qualname__} {at}"


def _chain(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _chain(before)
        yield "led to"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_place(frame.filename)}, line {frame.lineno}, in {frame.name}"
    yield f"{type(error).__module__}.{type(error).__qualname__}{_words(error)}"


def _words(error: BaseException) -> str:
    if isinstance(error, _HARMLESS):
        return f": {error}"
    # codes of our own refusals and of SQLite name no value
    code = getattr(error, "code", None) or getattr(error, "sqlite_errorname", None)
    return f" ({code})" if isinstance(code, str) and code.isascii() else ""


def _place(filename: str) -> str:
    """Without the folders above, which name the user."""
    for root in (_PACKAGE.parent, *map(Path, sys.path)):
        if root.is_absolute() and Path(filename).is_relative_to(root):
            return str(Path(filename).relative_to(root))
    return Path(filename).name


class _Discreet(logging.Formatter):
    """Faults are written down by `trace`."""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # what another formatter has made of the fault is kept there
        return super().format(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name is logging's
        return trace(ei[1])


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
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("planner")
    for earlier in [each for each in root.handlers if isinstance(each, RotatingFileHandler)]:
        root.removeHandler(earlier)
        earlier.close()
    root.addHandler(handler)
    root.setLevel(level)
