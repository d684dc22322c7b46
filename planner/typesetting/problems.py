"""What is wrong with a document, said so that a person can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: a stable code, the place (a label, a heading, a file), and what was found."""

    code: str
    where: str
    detail: str = ""

    def __str__(self) -> str:
        return ": ".join(part for part in (self.code, self.where, self.detail) if part)


class Unprintable(Exception):
    """A document that cannot be set as it is; `problems` tells all that was found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems
