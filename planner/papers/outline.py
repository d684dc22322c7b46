"""The outline of a report: the writer's chapters, and those that the profile adds to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning, Section
from planner.domain.profile import Chapter, ReportProfile
from planner.words import Words


@dataclass(frozen=True)
class Part:
    """A chapter or a part of one; `section` is None where nobody has written it yet."""

    heading: str
    meaning: ChapterMeaning
    depth: int
    section: Section | None = None
    chapter: Chapter | None = None
    parts: tuple["Part", ...] = ()

    @property
    def text(self) -> str:
        return self.section.text if self.section else ""

    def walk(self) -> Iterator["Part"]:
        yield self
        for part in self.parts:
            yield from part.walk()

    @property
    def has_text(self) -> bool:
        return any(part.text for part in self.walk())


class Outline:
    """The parts of a report in printing order."""

    def __init__(
        self,
        dossier: Dossier,
        profile: ReportProfile,
        words: Words,
        offered: frozenset[ChapterMeaning],
    ) -> None:
        """`offered` are the meanings for which records have something to print."""
        self._profile, self._words = profile, words
        known = {section.id for section in dossier.sections}
        self._below: dict[UUID | None, list[Section]] = {}
        for section in sorted(dossier.sections, key=lambda each: (each.position, each.id)):
            parent = section.parent_id if section.parent_id in known else None
            self._below.setdefault(parent, []).append(section)
        chapters = self._parts(None, 1, ChapterMeaning.OTHER)
        self.summary = self._summary(chapters)
        written = [part for part in chapters if part.meaning is not ChapterMeaning.SUMMARY]
        self.chapters = tuple(self._completed(written, offered))

    def _parts(
        self, parent: UUID | None, depth: int, inherited: ChapterMeaning
    ) -> tuple[Part, ...]:
        return tuple(
            self._part(section, depth, inherited) for section in self._below.get(parent, ())
        )

    def _part(self, section: Section, depth: int, inherited: ChapterMeaning) -> Part:
        own = section.meaning
        meaning = inherited if own is ChapterMeaning.OTHER else own
        chapter = self._profile.chapter_for(meaning) if depth == 1 else None
        return Part(
            self._heading(section, chapter),
            meaning,
            depth,
            section,
            chapter,
            self._parts(section.id, depth + 1, meaning),
        )

    def _heading(self, section: Section, chapter: Chapter | None) -> str:
        """The writer's title; where it is the profile's own, that of the paper's language."""
        if chapter is None:
            return section.heading
        usual = {"", chapter.title.zh_TW, chapter.title.en}
        return self._title(chapter) if section.heading in usual else section.heading

    def _title(self, chapter: Chapter) -> str:
        return chapter.title.in_(self._words.language)

    def _summary(self, chapters: Sequence[Part]) -> Part | None:
        for part in chapters:
            if part.meaning is ChapterMeaning.SUMMARY:
                return part
        chapter = self._profile.chapter_for(ChapterMeaning.SUMMARY)
        if chapter is None or not chapter.is_required:
            return None
        return Part(self._title(chapter), ChapterMeaning.SUMMARY, 1, chapter=chapter)

    def _completed(self, written: list[Part], offered: frozenset[ChapterMeaning]) -> list[Part]:
        """With the profile's chapters that are required, or that records can fill."""
        order = list(self._profile.chapters)
        made = list(written)
        for chapter in order:
            if ChapterMeaning.SUMMARY in chapter.meanings:
                continue
            here = {each.meaning for part in made for each in part.walk()}
            wanted = chapter.is_required or offered.intersection(chapter.meanings)
            if wanted and not here.intersection(chapter.meanings):
                part = Part(self._title(chapter), chapter.meanings[0], 1, chapter=chapter)
                made.insert(self._place(part, made), part)
        return made

    def _place(self, new: Part, made: Sequence[Part]) -> int:
        """Before the first chapter that the profile puts behind it."""
        order = list(self._profile.chapters)
        rank = order.index(new.chapter) if new.chapter else len(order)
        for index, part in enumerate(made):
            if part.chapter in order and order.index(part.chapter) > rank:
                return index
        return len(made)

    def home(self, meaning: ChapterMeaning) -> Part | None:
        """The part in which the records of a meaning are printed.

        The innermost that is written for it alone: where several share a chapter, the chapter.
        """
        for chapter in self.chapters:
            if _is_for(chapter, meaning):
                return _innermost(chapter, meaning)
        wanted = self._profile.chapter_for(meaning)
        if wanted is None:
            return None
        return next((part for part in self.chapters if part.meaning in wanted.meanings), None)


def _is_for(part: Part, meaning: ChapterMeaning) -> bool:
    return any(
        (each.section.meaning if each.section else each.meaning) is meaning for each in part.walk()
    )


def _innermost(part: Part, meaning: ChapterMeaning) -> Part:
    inner = [
        each
        for each in part.parts
        if _is_for(each, meaning)
        and each.section
        and not (each.section.day or each.section.host_id)
    ]
    return _innermost(inner[0], meaning) if len(inner) == 1 else part
