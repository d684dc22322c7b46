"""The outline of the report as it will print: numbers, headings, and how each part stands."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning
from planner.domain.profile import ReportProfile
from planner.papers.looks import numbering_of
from planner.papers.outline import Outline, Part
from planner.rules.limits import summary_length
from planner.rules.manuscript import Manuscript
from planner.rules.notice import Notice, Severity
from planner.typesetting.terms import Numbering
from planner.ui.appearance import Pigment
from planner.ui.icons import Icon
from planner.words import Words


@dataclass(frozen=True)
class OutlineLine:
    """One part. It has a section once something of it is written."""

    section: UUID | None
    meaning: ChapterMeaning
    label: str
    heading: str
    depth: int
    note: str = ""
    icon: Icon | None = None
    pigment: Pigment = Pigment.INK2
    index: int = 0
    """Its place among the written chapters."""
    meanings: tuple[ChapterMeaning, ...] = ()
    """What it is filled with from the records: a chapter may have to tell more than its own."""

    @property
    def key(self) -> str:
        return str(self.section or self.meaning)

    @property
    def words(self) -> str:
        return f"{self.label}{self.heading}"

    @property
    def spoken(self) -> str:
        return f"{self.words} {self.note}".strip()


def outline_lines(
    dossier: Dossier,
    profile: ReportProfile,
    words: Words,
    says: Words,
    notices: Sequence[Notice] = (),
) -> tuple[OutlineLine, ...]:
    """Headings are in the `words` of the paper; what is said of them in those of the window."""
    return tuple(_Lines(dossier, profile, words, says, notices).made())


class _Lines:
    def __init__(
        self,
        dossier: Dossier,
        profile: ReportProfile,
        words: Words,
        says: Words,
        notices: Sequence[Notice],
    ) -> None:
        self._dossier, self._profile, self._says = dossier, profile, says
        self._outline = Outline(dossier, profile, words, frozenset(ChapterMeaning))
        self._numbering: Numbering = numbering_of(profile, words)[0]
        self._grave = Counter(
            notice.where.key for notice in notices if notice.severity is Severity.MUST
        )
        self._all = Counter(
            notice.where.key for notice in notices if notice.severity is not Severity.HINT
        )
        self._index = 0

    def made(self) -> Iterator[OutlineLine]:
        if self._outline.summary:
            yield from self._part(self._outline.summary, ())
        for count, part in enumerate(self._outline.chapters, start=1):
            yield from self._part(part, (count,))

    def _part(self, part: Part, path: tuple[int, ...]) -> Iterator[OutlineLine]:
        note, icon, pigment = self._state(part)
        yield OutlineLine(
            part.section.id if part.section else None,
            part.meaning,
            self._numbering.text(path) if path else "",
            part.heading,
            part.depth,
            note,
            icon,
            pigment,
            self._index,
            self._meanings(part),
        )
        if part.depth == 1 and part.section:
            self._index += 1
        for count, below in enumerate(part.parts, start=1):
            yield from self._part(below, (*path, count) if path else ())

    def _meanings(self, part: Part) -> tuple[ChapterMeaning, ...]:
        asked = part.chapter.meanings if part.chapter else ()
        elsewhere = {each.meaning for top in self._outline.chapters for each in top.walk()}
        return (part.meaning, *(each for each in asked if each not in elsewhere))

    def _state(self, part: Part) -> tuple[str, Icon | None, Pigment]:
        """What is wrong, how long it is, that it is fine, or that nobody has written it."""
        key = part.section.id if part.section else None
        if key and (count := self._all[key]):
            is_grave = bool(self._grave[key])
            icon = Icon.MUST if is_grave else Icon.WARNING
            return str(count), icon, Pigment.CINNABAR if is_grave else Pigment.GAMBOGE
        if part.meaning is ChapterMeaning.SUMMARY and part.has_text:
            length = summary_length(Manuscript(self._dossier), self._profile)
            return self._says("writing.characters", count=length), None, Pigment.INK2
        if part.has_text:
            return "", Icon.CHECK, Pigment.PINE
        is_optional = part.chapter is not None and not part.chapter.is_required
        code = "writing.from_records" if is_optional else "writing.unwritten"
        return self._says(code), None, Pigment.INK3
