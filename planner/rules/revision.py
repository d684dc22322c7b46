"""What has changed in the text since a version was sent, section by section, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from planner.domain.dossier import Dossier
from planner.domain.markup import Reference, with_references
from planner.domain.review import KeptSection, ReportVersion
from planner.rules.manuscript import reading_order
from planner.rules.notice import Spot

_WORDS = re.compile(r"\{[a-z]+:[^{}\n]*\}|[^\W\u3007-\U000323af]+|\s+|.", re.DOTALL)


@dataclass(frozen=True)
class Stretch:
    """Words that stayed, were taken out, or were put in."""

    text: str
    is_old: bool = False
    is_new: bool = False


@dataclass(frozen=True)
class SectionChange:
    """What differs in one section; `where` is None where it is gone."""

    heading: str
    where: Spot | None
    stretches: tuple[Stretch, ...]

    @property
    def count(self) -> int:
        """Places that differ: what was put in the place of something is one."""
        places, was_change = 0, False
        for stretch in self.stretches:
            is_change = stretch.is_old or stretch.is_new
            places += is_change and not was_change
            was_change = is_change
        return places


def changes_since(version: ReportVersion, dossier: Dossier) -> tuple[SectionChange, ...]:
    return tuple(change for change in _changes(version, dossier) if change.count)


def _changes(version: ReportVersion, dossier: Dossier) -> Iterator[SectionChange]:
    kept = {each.section: each for each in version.sections}
    for section, _ in reading_order(dossier.sections):
        before = kept.pop(section.id, None)
        stretches = compared(_whole(before), _joined(section.heading, section.text))
        yield SectionChange(section.heading, Spot.of(section), stretches)
    for gone in kept.values():
        yield SectionChange(gone.heading, None, compared(_whole(gone), ""))


def _whole(kept: KeptSection | None) -> str:
    return _joined(kept.heading, kept.text) if kept else ""


def _joined(heading: str, text: str) -> str:
    return "\n\n".join(part for part in (heading, _unmarked(text)) if part)


def _unmarked(text: str) -> str:
    """Marks print nothing, so they are no change."""

    def change(reference: Reference) -> str | None:
        return "" if reference.is_mark else None

    return with_references(text, change)


def compared(before: str, after: str) -> tuple[Stretch, ...]:
    """Both texts as one: Han characters one by one, other words and references whole."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    made: list[Stretch] = []
    for act, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if act == "equal":
            made.append(Stretch("".join(old[a:b])))
            continue
        if a < b:
            made.append(Stretch("".join(old[a:b]), is_old=True))
        if c < d:
            made.append(Stretch("".join(new[c:d]), is_new=True))
    return tuple(made)
