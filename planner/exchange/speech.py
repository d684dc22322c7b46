"""What writers of files ask of the words of a language; `planner.words.Words` has it."""

from datetime import date
from enum import Enum
from typing import Any, Protocol

from planner.domain.errors import Problem


class Speech(Protocol):
    """Labels and values in the language of the file."""

    @property
    def tag(self) -> str: ...

    def __call__(self, code: str, /, **context: Any) -> str: ...

    def kind(self, kind: str) -> str: ...

    def field(self, name: str, kind: str = "") -> str: ...

    def value(self, member: Enum) -> str: ...

    def text(self, value: Any) -> str: ...

    def names(self, names: Any) -> str: ...

    def problem(self, problem: Problem, kind: str = "") -> str: ...

    def period(self, start: date, end: date) -> str: ...
