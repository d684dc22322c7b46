"""The written report as the rules read it: sections in reading order, references set aside."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning, Section
from planner.domain.markup import OUTCOME, Reference, plain, references
from planner.rules.notice import Spot

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
MASK = "\ufffc"
"""Stands for each character of what is not the writer's own word."""

_HAN = re.compile(f"[{HAN}]")
_ADDRESS = re.compile(r"\]\((?:https?://|mailto:)[^\s()]+\)")


@dataclass(frozen=True)
class Passage:
    """One section. `masked` is its text with references and addresses masked, place for place."""

    section: Section
    chapter: Section
    references: tuple[Reference, ...]
    masked: str

    @property
    def meaning(self) -> ChapterMeaning:
        """That of the section; its chapter's where it has none of its own."""
        own = self.section.meaning
        return self.chapter.meaning if own is ChapterMeaning.OTHER else own

    @cached_property
    def plain(self) -> str:
        return plain(self.section.text)

    def spot(self, start: int, end: int, field: str = "text") -> Spot:
        return Spot.of(self.section, field, span=(start, end), name=self.name)

    @property
    def name(self) -> str:
        return self.section.heading or self.chapter.heading


class Manuscript:
    """The sections of a dossier, each read once for all rules."""

    def __init__(self, dossier: Dossier) -> None:
        self.passages = tuple(_passages(dossier.sections))

    def of(self, *meanings: ChapterMeaning) -> tuple[Passage, ...]:
        return tuple(passage for passage in self.passages if passage.meaning in meanings)

    def han_count(self, *meanings: ChapterMeaning) -> int:
        return sum(han_count(passage.plain) for passage in self.of(*meanings))


def told_outcomes(manuscript: Manuscript) -> frozenset[UUID]:
    """Those that the chapters of findings and recommendations tell in the writer's own words."""
    passages = manuscript.of(ChapterMeaning.FINDINGS, ChapterMeaning.RECOMMENDATIONS)
    marks = (each for passage in passages for each in passage.references if each.kind == OUTCOME)
    return frozenset(key for mark in marks for key in mark.keys)


def han_count(text: str) -> int:
    """How official limits count: Han characters, not punctuation, digits or Latin letters."""
    return len(_HAN.findall(text))


def reading_order(sections: tuple[Section, ...]) -> Iterator[tuple[Section, Section]]:
    """Each section after those it is part of, with the chapter it belongs to."""
    known = {section.id for section in sections}
    below: defaultdict[UUID | None, list[Section]] = defaultdict(list)
    for section in sorted(sections, key=lambda section: (section.position, section.id)):
        below[section.parent_id if section.parent_id in known else None].append(section)
    for chapter in below[None]:
        yield chapter, chapter
        for section in _within(chapter, below):
            yield section, chapter


def _within(section: Section, below: Mapping[UUID | None, list[Section]]) -> Iterator[Section]:
    for part in below.get(section.id, ()):
        yield part
        yield from _within(part, below)


def _passages(sections: tuple[Section, ...]) -> Iterator[Passage]:
    for section, chapter in reading_order(sections):
        found = references(section.text) if "{" in section.text else ()
        yield Passage(section, chapter, found, _masked(section.text, found))


def masked(text: str) -> str:
    """The text with references and addresses masked, place for place."""
    return _masked(text, references(text) if "{" in text else ())


def _masked(text: str, found: tuple[Reference, ...]) -> str:
    spans = [(reference.span.start, reference.span.end) for reference in found]
    spans += [match.span() for match in _ADDRESS.finditer(text)]
    for start, end in spans:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text
