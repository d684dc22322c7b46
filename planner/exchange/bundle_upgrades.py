"""Brings the records of older archives to this version, one step a version."""

from collections.abc import Callable, Mapping
from typing import Any

VERSION = 1

Plain = dict[str, Any]

_STEPS: Mapping[int, Callable[[Plain], Plain]] = {}
"""From each version to the next; version 1 is the first there was."""


def upgraded(records: Plain, version: int) -> Plain:
    for step in range(version, VERSION):
        records = _STEPS[step](records)
    return records
