"""Brings the records of older archives to this version, one step a version."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

VERSION = 2

Plain = dict[str, Any]


def _as_it_is(records: Plain) -> Plain:
    """The next version only knows more: what it added may be missing."""
    return records


_STEPS: Mapping[int, Callable[[Plain], Plain]] = MappingProxyType({1: _as_it_is})
"""From each version to the next; version 1 is the first there was."""


def upgraded(records: Plain, version: int) -> Plain:
    for step in range(version, VERSION):
        records = _STEPS[step](records)
    return records
