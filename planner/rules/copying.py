"""Passages copied from earlier reports or stored sources, found by shingles of letters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from planner.domain.briefing import ReprintPermission, Source
from planner.domain.dossier import Dossier
from planner.domain.markup import Paragraph, parse, references_of
from planner.rules.manuscript import Manuscript, Passage
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.similarity import folded, pieces

SHINGLE = 8
LEAST = 24
"""Letters in a row that no two writers set down alike by chance; names alone are shorter."""
QUOTABLE = 60
_GAP = 6
_EXCERPT = 24
_QUOTED = re.compile(r"「[^「」]{10,}」|『[^『』]{10,}』|“[^“”]{20,}”")


@dataclass(frozen=True)
class Original:
    """A text that may have been copied from."""

    where: Spot
    rule: str
    text: str


@dataclass(frozen=True)
class Overlap:
    """Where a passage says the same as an original; `letters` counts what both share."""

    passage: Passage
    original: Original
    span: tuple[int, int]
    letters: int

    @property
    def written(self) -> str:
        start, end = self.span
        text = self.passage.masked[start:end]
        return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"


def originals(dossier: Dossier, earlier: Iterable[Dossier]) -> Iterator[Original]:
    """Earlier reports of ours, and the sources whose text is kept in their notes."""
    for past in earlier:
        if past.delegation.id == dossier.delegation.id:
            continue
        where = Spot.of(past.delegation)
        text = "\n".join(passage.plain for passage in Manuscript(past).passages)
        yield Original(where, "copying.earlier_report", text)
    for source in dossier.sources:
        if source.note:
            where = Spot.of(source, name=source_name(source))
            yield Original(where, "copying.source", source.note)


def source_name(source: Source) -> str:
    return source.title or " ".join(filter(None, (source.author, source.publisher, source.issue)))


def copying_notices(
    dossier: Dossier, manuscript: Manuscript, earlier: Iterable[Dossier]
) -> Iterator[Notice]:
    """One notice a passage and original; what is quoted with its source named is no copy."""
    quoted = {passage.section.id: tuple(quotations(passage)) for passage in manuscript.passages}
    texts = tuple(originals(dossier, earlier))
    for passage, original, found in overlaps(manuscript, texts, _name_shingles(dossier)):
        marks = [quotation.span for quotation in quoted[passage.section.id]]
        copied = [each for each in found if not any(_holds(mark, each.span) for mark in marks)]
        if copied:
            yield _copied(passage, original, copied)
    barred = {
        source.id: source
        for source in dossier.sources
        if source.reprint_permission is not ReprintPermission.GIVEN
    }
    for passage in manuscript.passages:
        for quotation in quoted[passage.section.id]:
            yield from _unpermitted(passage, quotation, barred)


def overlaps(
    manuscript: Manuscript, texts: Sequence[Original], names: frozenset[str] = frozenset()
) -> Iterator[tuple[Passage, Original, list[Overlap]]]:
    """Stretches of at least `LEAST` letters in common; shingles of names do not count."""
    by_shingle: defaultdict[str, set[int]] = defaultdict(set)
    for number, original in enumerate(texts):
        for shingle in pieces(folded(original.text), SHINGLE):
            if shingle not in names:
                by_shingle[shingle].add(number)
    if not by_shingle:
        return
    for passage in manuscript.passages:
        letters, places = _letters(passage.masked)
        hits: defaultdict[int, list[int]] = defaultdict(list)
        for start, shingle in enumerate(pieces(letters, SHINGLE)):
            for number in by_shingle.get(shingle, ()):
                hits[number].append(start)
        for number, starts in hits.items():
            original = texts[number]
            found = [
                Overlap(passage, original, (places[first], places[last - 1] + 1), last - first)
                for first, last in _stretches(starts)
                if last - first >= LEAST
            ]
            if found:
                yield passage, original, found


def _stretches(starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Hits joined over small gaps, as a changed word leaves them."""
    first = previous = starts[0]
    for start in starts[1:]:
        if start - previous > SHINGLE + _GAP:
            yield first, previous + SHINGLE
            first = start
        previous = start
    yield first, previous + SHINGLE


def _letters(text: str) -> tuple[str, list[int]]:
    """The folded letters, and where in the text each stands."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in folded(character):
            letters.append(letter)
            places.append(place)
    return "".join(letters), places


def _name_shingles(dossier: Dossier) -> frozenset[str]:
    """Names and titles are the same in every text about the same hosts."""
    names = [dossier.delegation.title]
    for body in dossier.organisations:
        names += body.names
    names += [talk.title for talk in dossier.talks]
    names += [seminar.title for seminar in dossier.seminars]
    names += [objective.title for objective in dossier.objectives]
    names += [source.title for source in dossier.sources]
    return frozenset(shingle for name in names for shingle in pieces(folded(name), SHINGLE))


def _copied(passage: Passage, original: Original, found: Sequence[Overlap]) -> Notice:
    longest = max(found, key=lambda overlap: overlap.letters)
    return Notice(
        original.rule,
        Severity.MUST,
        passage.spot(*longest.span),
        {
            "section": passage.name,
            "other": original.where.name,
            "count": sum(overlap.letters for overlap in found),
            "written": longest.written,
        },
        "rewrite",
        others=(original.where,),
    )


# Quotations


@dataclass(frozen=True)
class Quotation:
    """Words in quotation marks, or a quoted paragraph, beside the sources its paragraph names."""

    span: tuple[int, int]
    sources: tuple[UUID, ...]


def quotations(passage: Passage) -> Iterator[Quotation]:
    if not any(reference.record_kind == "source" for reference in passage.references):
        return
    text = passage.section.text
    for block in parse(text):
        named = tuple(
            key
            for reference in references_of(block)
            if reference.record_kind == "source"
            for key in reference.keys
        )
        if not named:
            continue
        if isinstance(block, Paragraph) and block.is_quote:
            yield Quotation((block.span.start, block.span.end), named)
        else:
            for match in _QUOTED.finditer(text, block.span.start, block.span.end):
                yield Quotation(match.span(), named)


def _unpermitted(
    passage: Passage, quotation: Quotation, barred: Mapping[UUID, Source]
) -> Iterator[Notice]:
    count = len(folded(passage.masked[slice(*quotation.span)]))
    source = next((barred[key] for key in quotation.sources if key in barred), None)
    if source is not None and count > QUOTABLE:
        name = source_name(source)
        yield Notice(
            "source.quoted_without_permission",
            Severity.MUST,
            passage.spot(*quotation.span),
            {"section": passage.name, "name": name, "count": count},
            "ask_permission",
            others=(Spot.of(source, "reprint_permission", name=name),),
        )


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
