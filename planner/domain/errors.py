"""PlannerError and its kin: what a person can act on."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with one field; `code` is what words has a sentence for."""

    field: str
    code: str
    context: Mapping[str, Any] = dataclasses.field(default_factory=dict)


class PlannerError(Exception):
    """Refused and explained; nothing was lost. `code` and `context` make the sentence."""

    def __init__(self, code: str, **context: Any) -> None:
        super().__init__(code, context)
        self.code = code
        self.context = context


class InvalidInput(PlannerError):
    """Values that a record does not take, field by field."""

    def __init__(self, kind: str, problems: Sequence[Problem]) -> None:
        super().__init__("invalid_input", kind=kind)
        self.kind = kind
        self.problems = tuple(problems)


class NotFound(PlannerError):
    """There is no such record."""


class StaleEdit(PlannerError):
    """The record is no longer as the edit left it or found it."""


class Refused(PlannerError):
    """A rule across records forbids the edit."""


class StoreUnavailable(PlannerError):
    """The store cannot be opened or written: newer, damaged, locked, full, not ours."""


class UnreadableFile(PlannerError):
    """A file from outside is not what it should be."""
