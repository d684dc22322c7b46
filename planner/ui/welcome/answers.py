"""Answers: what one said at the first start, and how far one has come."""

from dataclasses import dataclass

STEPS = 3


@dataclass(frozen=True)
class Answers:
    """Outlives the dialog, which is made anew when its first answer changes the language."""

    agency: str = ""
    profile: str = ""
    with_sample: bool = True
    step: int = 0
