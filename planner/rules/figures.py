"""Figures: their numbers, what cites them, ranges, and the order the text asks for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from planner.domain.briefing import FactChart
from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning
from planner.domain.markup import references
from planner.domain.outcome import Finding, Recommendation
from planner.domain.photo import Photo
from planner.rules.fact_charts import charts
from planner.rules.manuscript import Manuscript, Passage, told_outcomes
from planner.rules.notice import Notice, Severity, Spot

_NUMBER = r"[0-9０-９]{1,3}"
_TYPED = re.compile(
    rf"(?:圖|[Ff]igures? |[Ff]ig\. )\s?(?P<first>{_NUMBER})(?![0-9０-９.])"
    rf"(?:\s?(?P<dash>[至到~～∼–—-])\s?(?:圖\s?)?(?P<last>{_NUMBER})?)?"
)


@dataclass(frozen=True)
class Citation:
    """A place in the text that cites figures: live, or typed by hand as 圖5.

    `ids` are the figures it stands for, `unknown` what it names that is no figure.
    """

    passage: Passage
    span: tuple[int, int]
    written: str
    is_live: bool
    ids: tuple[UUID, ...]
    unknown: str = ""
    is_closed: bool = True

    @property
    def spot(self) -> Spot:
        return self.passage.spot(*self.span)


def figures(dossier: Dossier) -> tuple[Photo, ...]:
    """The photos that are figures, in the order of their numbers."""
    shown = (photo for photo in dossier.photos if photo.is_figure)
    return tuple(sorted(shown, key=lambda photo: (photo.position, photo.id)))


def numbers(
    dossier: Dossier, manuscript: Manuscript | None = None, *, photos_in_text: bool = False
) -> Mapping[UUID, int]:
    """The number of each figure; they close up whatever is left out.

    Charts come before photos in an appendix; in the text all are numbered as they stand there.
    """
    order = [figure.id for figure in (*charts(dossier, manuscript), *figures(dossier))]
    if photos_in_text:
        known = set(order)
        standing = _standing(dossier, manuscript or Manuscript(dossier))
        order = list(dict.fromkeys((*(key for key in standing if key in known), *order)))
    return {key: number for number, key in enumerate(order, start=1)}


def _standing(dossier: Dossier, manuscript: Manuscript) -> Iterator[UUID]:
    """What stands in the text, each behind where it is cited; nothing stands in the summary.

    Photos that the text so far does not cite close the proceedings.
    """
    photos = [photo.id for photo in figures(dossier)]
    told = told_outcomes(manuscript)
    outcomes: Mapping[ChapterMeaning, Sequence[Finding | Recommendation]] = {
        ChapterMeaning.FINDINGS: dossier.findings,
        ChapterMeaning.RECOMMENDATIONS: dossier.recommendations,
    }
    for chapter, passages in groupby(manuscript.passages, key=lambda passage: passage.chapter):
        if chapter.meaning is ChapterMeaning.SUMMARY:
            continue
        if chapter.meaning in outcomes:
            yield from photos
        for passage in passages:
            yield from _cited(passage.section.text, photos)
        if chapter.meaning is ChapterMeaning.PROCEEDINGS:
            yield from photos
        for outcome in outcomes.get(chapter.meaning, ()):
            if outcome.id not in told:
                yield from _cited(outcome.text, photos)


def _cited(text: str, photos: Sequence[UUID]) -> Iterator[UUID]:
    """The keys of a text in order, and with the ends of a range the photos between them."""
    for reference in references(text):
        known = [photos.index(key) for key in reference.keys if key in photos]
        if known:
            yield from photos[known[0] : known[-1] + 1]
        else:
            yield from reference.keys


def runs(found: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Numbers joined to ranges: 1 2 3 5 is 1–3 and 5–5."""
    joined: list[tuple[int, int]] = []
    for number in sorted(set(found)):
        if joined and joined[-1][1] == number - 1:
            joined[-1] = (joined[-1][0], number)
        else:
            joined.append((number, number))
    return tuple(joined)


def citations(
    dossier: Dossier, manuscript: Manuscript, *, photos_in_text: bool = False
) -> tuple[Citation, ...]:
    """Every citation of figures in reading order.

    A live range runs over the photos as they are arranged, a typed one over printed numbers.
    """
    arranged = list(numbers(dossier, manuscript))
    printed = list(numbers(dossier, manuscript, photos_in_text=photos_in_text))
    return tuple(
        citation
        for passage in manuscript.passages
        for citation in sorted(
            (*_live(passage, arranged), *_typed(passage, printed)), key=lambda each: each.span
        )
    )


def in_order_of_citation(dossier: Dossier, manuscript: Manuscript) -> tuple[Photo, ...]:
    """The figures that must move for the text to cite them in order, at their new positions.

    Figures never cited keep their order behind the others.
    """
    cited = [key for citation in citations(dossier, manuscript) for key in citation.ids]
    rank = {key: index for index, key in enumerate(dict.fromkeys(cited))}
    shown = figures(dossier)
    places = [photo.position for photo in shown]
    if len(set(places)) < len(places):
        places = list(range(len(shown)))
    wanted = sorted(shown, key=lambda photo: rank.get(photo.id, len(rank)))
    return tuple(
        photo.with_(position=place)
        for photo, place in zip(wanted, places, strict=True)
        if photo.position != place
    )


def figure_notices(
    dossier: Dossier, manuscript: Manuscript, *, photos_in_text: bool = False
) -> Iterator[Notice]:
    found = citations(dossier, manuscript, photos_in_text=photos_in_text)
    number_of = numbers(dossier, manuscript, photos_in_text=photos_in_text)
    yield from _descriptions(dossier, number_of)
    yield from _bad_citations(found)
    photos = {photo.id for photo in figures(dossier)}
    yield from _order(found, {key: number_of[key] for key in number_of if key in photos})
    cited = {key for citation in found for key in citation.ids}
    for chart in dossier.fact_charts:
        if chart.id not in number_of:
            context = {"title": chart.title}
            yield Notice("figure.empty_chart", Severity.SHOULD, Spot.of(chart), context, "write")
    for photo in figures(dossier):
        if photo.id not in cited:
            yield _of_figure("figure.uncited", Severity.SHOULD, photo, number_of, "", "cite")


def _descriptions(dossier: Dossier, number_of: Mapping[UUID, int]) -> Iterator[Notice]:
    for photo in figures(dossier):
        if not photo.caption:
            yield _of_figure(
                "figure.no_caption", Severity.MUST, photo, number_of, "caption", "write"
            )
        if not photo.alt_text:
            yield _of_figure(
                "figure.no_alt_text", Severity.MUST, photo, number_of, "alt_text", "write"
            )
        elif photo.alt_text == photo.caption:
            yield _of_figure(
                "figure.alt_text_is_caption", Severity.SHOULD, photo, number_of, "alt_text", "write"
            )


def _of_figure(
    rule: str,
    severity: Severity,
    photo: Photo,
    number_of: Mapping[UUID, int],
    field: str,
    remedy: str,
) -> Notice:
    context = {"number": number_of[photo.id], "caption": photo.caption}
    return Notice(rule, severity, Spot.of(photo, field), context, remedy)


def _bad_citations(found: Iterable[Citation]) -> Iterator[Notice]:
    for citation in found:
        context = {"written": citation.written, "section": citation.passage.name}
        if citation.unknown:
            yield Notice("figure.unknown", Severity.MUST, citation.spot, context, "cite")
        if not citation.is_closed:
            yield Notice("figure.open_range", Severity.MUST, citation.spot, context, "cite")
        if not citation.is_live and citation.ids:
            yield Notice("figure.typed_by_hand", Severity.HINT, citation.spot, context, "make_live")


def _order(found: Iterable[Citation], number_of: Mapping[UUID, int]) -> Iterator[Notice]:
    """Cited once, and each first citation after those of lower numbers.

    This is asked of photos only: a chart stands where it is cited.
    """
    seen: set[UUID] = set()
    highest = 0
    for citation in found:
        photos = [key for key in citation.ids if key in number_of]
        fresh = [key for key in photos if key not in seen]
        for key in photos:
            if key in seen:
                yield Notice(
                    "figure.cited_again",
                    Severity.HINT,
                    citation.spot,
                    {"number": number_of[key], "section": citation.passage.name},
                )
        lowest = min((number_of[key] for key in fresh), default=highest)
        if lowest < highest:
            yield Notice(
                "figure.out_of_order",
                Severity.SHOULD,
                citation.spot,
                {"number": lowest, "other": highest, "section": citation.passage.name},
                "renumber",
            )
        seen.update(fresh)
        highest = max([highest, *(number_of[key] for key in fresh)])


def _live(passage: Passage, order: list[UUID]) -> Iterator[Citation]:
    index_of = {key: index for index, key in enumerate(order)}
    for reference in passage.references:
        if reference.record_kind not in (Photo.kind, FactChart.kind):
            continue
        span = (reference.span.start, reference.span.end)
        places = [index_of.get(key) for key in reference.keys]
        known = [place for place in places if place is not None]
        if not places or len(known) < len(places) or known != sorted(known):
            yield Citation(passage, span, reference.source, True, (), reference.target)
            continue
        ids = tuple(order[known[0] : known[-1] + 1])
        yield Citation(passage, span, reference.source, True, ids)


def _typed(passage: Passage, order: list[UUID]) -> Iterator[Citation]:
    for match in _TYPED.finditer(passage.masked):
        first = int(match["first"])
        last = int(match["last"]) if match["last"] else first
        wanted = range(first, last + 1)
        known = wanted and first >= 1 and last <= len(order)
        is_open = bool(match["dash"]) and match["last"] is None and match["dash"] in "至到"
        yield Citation(
            passage,
            match.span(),
            match[0],
            False,
            tuple(order[first - 1 : last]) if known else (),
            "" if known else match[0],
            not is_open,
        )
