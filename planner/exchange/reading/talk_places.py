"""One talk at its place in a text, and names as talks call them."""

from planner.exchange.reading.found import FoundTalk
from planner.exchange.reading.lines import Passage, Text
from planner.exchange.reading.people import People


def family_name(name: str) -> str:
    """Yeh of Yeh Pei-Jung, Simmer of Clemens Simmer."""
    words = name.split()
    return words[0] if "-" in words[-1] else words[-1]


def talk_at(
    text: Text, passage: Passage, start: int, end: int, speaker: str, people: People, sure: float
) -> FoundTalk:
    person = people.named(speaker)
    return FoundTalk(
        speaker,
        passage.text[start:end].strip(" 「」《》,，。"),
        text.span(passage, start, end),
        sure,
        person.side if person else "unknown",
        person.organisation if person else None,
    )
