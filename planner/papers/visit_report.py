"""The formal visit report: cover, summary, contents, chapters by profile, annexes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import groupby
from uuid import UUID

from planner.domain.briefing import FactChart
from planner.domain.manuscript import ChapterMeaning
from planner.domain.markup import OUTCOME, references
from planner.domain.markup import Reference as Cited
from planner.domain.outcome import Finding, Recommendation
from planner.domain.photo import Photo
from planner.domain.profile import Annex, Names, PhotoPlace
from planner.papers.annexes import annex
from planner.papers.cover import cover, title_block
from planner.papers.earlier import adoption_table
from planner.papers.fact_charts import fact_chart
from planner.papers.figures import in_text
from planner.papers.host_profile import profile_table
from planner.papers.live_tables import LIVE_TABLES, kept
from planner.papers.looks import numbering_of, page_of, report_sheet
from planner.papers.naming import Naming
from planner.papers.outcomes import basis, terms
from planner.papers.outline import Outline, Part
from planner.papers.pieces import gap
from planner.papers.programme import account, by_day, day_heading, planned
from planner.papers.prose import Prose, label_of
from planner.papers.template import Commission, Template
from planner.rules.completeness import visited_hosts
from planner.rules.fact_charts import charts
from planner.rules.figures import figures
from planner.rules.manuscript import Manuscript, told_outcomes
from planner.typesetting.document import (
    Block,
    Contents,
    Document,
    Heading,
    KeepTogether,
    ListBlock,
    ListItem,
    ListOfFigures,
    Metadata,
    PageSetup,
    Paragraph,
    SectionBreak,
)
from planner.typesetting.terms import Numerals

_DEEPEST = 6
_MEANINGS: Mapping[type, ChapterMeaning] = {
    Finding: ChapterMeaning.FINDINGS,
    Recommendation: ChapterMeaning.RECOMMENDATIONS,
}
_FIGURES = (Photo.kind, FactChart.kind)
EARLIER = "earlier"  # the table of what became of earlier recommendations


def compose(commission: Commission) -> Document:
    report = _Report(commission)
    words, profile, dossier = commission.words, commission.profile, commission.dossier
    numbering, list_numbering = numbering_of(profile, words)
    naming = report.naming
    page = page_of(profile)
    return Document(
        title=naming.title(dossier.delegation),
        blocks=tuple(report.blocks()),
        language=words.tag,
        page=page if profile.cover.lines else report.body_page(page),
        styles=report_sheet(profile, words),
        numbering=numbering,
        list_numbering=list_numbering,
        metadata=metadata(commission, naming),
        watermark=commission.watermark,
    )


def metadata(commission: Commission, naming: Naming) -> Metadata:
    """The same data give the same file, so its time is that of the report, not of the clock."""
    delegation = commission.dossier.delegation
    day = delegation.reported_on or delegation.ends_on
    return Metadata(
        author=naming.bodies((delegation.lead_body_id, *delegation.taking_part_ids)),
        subject=commission.profile.name.in_(commission.words.language),
        keywords=tuple(name for name in (naming.countries, *delegation.cities) if name),
        made_at=datetime.combine(day, time(), UTC),
    )


class _Report:
    """Walks the outline once; remembers which tables and photos already stand on a page."""

    def __init__(self, commission: Commission) -> None:
        self.commission = commission
        self.naming = Naming(commission.dossier, commission.words)
        self._words, self._dossier = commission.words, commission.dossier
        self._profile = commission.profile
        self._charts = {
            chart.id: block
            for chart in charts(self._dossier)
            if (block := fact_chart(chart, self.naming))
        }
        self._annexes = {
            kind: blocks
            for kind in commission.profile.annexes
            if (blocks := self._annex_blocks(kind))
        }
        self._hosts = tuple(
            host.id for host in visited_hosts(self._dossier) if profile_table(host.id, self.naming)
        )
        self._cited_tables = {
            reference.target.strip()
            for section in self._dossier.sections
            for reference in references(section.text)
            if reference.kind == "table"
        }
        self._tables = {
            name: table for name, make in LIVE_TABLES.items() if (table := make(self.naming))
        }
        if earlier := adoption_table(commission):
            self._tables[EARLIER] = earlier
        self._outline = Outline(
            self._dossier, self._profile, self._words, frozenset(self._offered())
        )
        self._prose = Prose(self.naming, self._labels())
        self._told = told_outcomes(Manuscript(self._dossier))
        self._placed: set[str] = set()
        self._half: ChapterMeaning | None = None

    def _annex_blocks(self, kind: Annex) -> tuple[Block, ...]:
        if kind is not Annex.CHARTS:
            return annex(kind, self.commission, self.naming)
        dossier = self._dossier
        told = (
            *(each.text for each in dossier.sections if each.meaning is not ChapterMeaning.SUMMARY),
            *(each.text for each in dossier.findings),
            *(each.text for each in dossier.recommendations),
        )
        cited = {key for text in told for each in references(text) for key in each.keys}
        return tuple(block for key, block in self._charts.items() if key not in cited)

    def _offered(self) -> Iterator[ChapterMeaning]:
        """The meanings for which the records have something to print."""
        if self._dossier.objectives or self._dossier.work_shares:
            yield ChapterMeaning.AIM
        if self._hosts:
            yield ChapterMeaning.HOSTS
        if self._dossier.stops:
            yield ChapterMeaning.PROCEEDINGS
        if self._dossier.findings:
            yield ChapterMeaning.FINDINGS
        if self._dossier.recommendations or EARLIER in self._tables:
            yield ChapterMeaning.RECOMMENDATIONS
        if self._annexes:
            yield ChapterMeaning.ANNEX

    def _labels(self) -> frozenset[str]:
        """Every place of the report that a reference may lead to."""
        labels = {label_of("table", name) for name in self._tables}
        labels |= {label_of("section", section.id) for section in self._dossier.sections}
        labels |= {label_of("finding", each.id) for each in self._dossier.findings}
        labels |= {label_of("recommendation", each.id) for each in self._dossier.recommendations}
        stand = Annex.PHOTOS in self._annexes or self._photos_in_text
        if stand:
            labels |= {label_of("photo", photo.id) for photo in figures(self._dossier)}
        labels |= {label_of(FactChart.kind, key) for key in self._charts}
        return frozenset(labels)

    @property
    def _photos_in_text(self) -> bool:
        return self._profile.page.photos is PhotoPlace.IN_TEXT

    # Pages

    def body_page(self, page: PageSetup) -> PageSetup:
        setup = self._profile.page
        head = ("{title}", "{chapter}") if setup.has_running_head else ("", "")
        return replace(page, head_left=head[0], head_right=head[1], number=setup.number)

    def blocks(self) -> Iterator[Block]:
        page = self.body_page(page_of(self._profile))
        if self._profile.cover.lines:
            yield from cover(self.commission, self.naming)
            front = replace(page, numerals=Numerals.ROMAN, number="{page}", head_right="")
            yield SectionBreak(front, count_from=1)
        else:
            yield from title_block(self.commission, self.naming)
        if self._outline.summary:
            yield from self._summary(self._outline.summary)
        if self._profile.page.contents_levels:
            yield Contents(self._profile.page.contents_levels)
            if self._profile.page.has_list_of_figures:
                yield ListOfFigures()
        if self._profile.cover.lines:
            yield SectionBreak(page, count_from=1)
        for part in self._outline.chapters:
            yield from self._part(part)

    def _summary(self, part: Part) -> Iterator[Block]:
        yield Heading(1, part.heading, _label(part), numbered=False, style="summary-title")
        text = [block for each in part.walk() for block in self._prose.blocks(each.text)]
        yield from text or [Paragraph(gap(self._words))]

    # Chapters

    def _part(self, part: Part) -> Iterator[Block]:
        yield Heading(min(part.depth, _DEEPEST), self.naming.run(part.heading), _label(part))
        body = [*self._written(part), *self._of_records(part)]
        if not body and part.depth == 1 and part.chapter and part.chapter.is_required:
            none = self._words("paper.none") if part.chapter.says_none else gap(self._words)
            body = [Paragraph(none)]
        yield from body

    def _written(self, part: Part) -> Iterator[Block]:
        """What the writer wrote, with tables and photos right behind their first citing."""
        yield from self._text(part)
        if part.meaning is ChapterMeaning.HOSTS and (host := self._host_of(part)):
            yield from self._profile_of(host)
        if part.section and part.section.day:
            yield from self._seminar_of(part.section.day)
        for below in part.parts:
            yield from self._part(below)

    def _text(self, part: Part) -> Iterator[Block]:
        """Words that tell an outcome stand below its heading, what it rests on behind them."""
        behind: list[Block] = []

        def heads(cited: Sequence[Cited]) -> Sequence[Block]:
            outcome = self._begun(part, cited)
            if outcome is None:
                return ()
            made = [*behind, *self._under(part, _MEANINGS[type(outcome)])]
            depth = part.depth + (2 if self._shares(part) else 1)
            made.append(self._outcome_heading(outcome, depth))
            behind[:] = self._behind(outcome)
            return made

        yield from self._prose.blocks(part.text, part.depth, self._called_for, heads)
        yield from behind

    def _begun(self, part: Part, cited: Sequence[Cited]) -> Finding | Recommendation | None:
        """The outcome that a block in a chapter of outcomes is the first to be tied to."""
        if part.meaning not in _MEANINGS.values():
            return None
        keys = (key for each in cited if each.kind == OUTCOME for key in each.keys)
        for key in keys:
            outcome = self._dossier.by_id.get(key)
            is_new = str(key) not in self._placed
            if is_new and isinstance(outcome, Finding | Recommendation):
                self._placed.add(str(key))
                return outcome
        return None

    def _of_records(self, part: Part) -> Iterator[Block]:
        """What the records add to the part that is their home."""
        makers = {
            ChapterMeaning.AIM: self._aim,
            ChapterMeaning.HOSTS: self._other_hosts,
            ChapterMeaning.PROCEEDINGS: self._proceedings,
            ChapterMeaning.FINDINGS: self._findings,
            ChapterMeaning.RECOMMENDATIONS: self._recommendations,
            ChapterMeaning.ANNEX: self._annex,
        }
        homes = [meaning for meaning in makers if self._outline.home(meaning) is part]
        for meaning in homes:
            depth = part.depth + (2 if self._shares(part) else 1)
            if blocks := list(makers[meaning](part, depth)):
                yield from self._under(part, meaning)
            yield from blocks

    def _shares(self, part: Part) -> bool:
        """Whether one chapter is the home of findings and of recommendations."""
        return all(self._outline.home(meaning) is part for meaning in _MEANINGS.values())

    def _under(self, part: Part, meaning: ChapterMeaning) -> Iterator[Block]:
        """In a chapter that both share, the title of the half that begins."""
        if self._shares(part) and meaning is not self._half:
            self._half = meaning
            title = self._words(f"paper.chapter.{meaning}")
            yield Heading(min(part.depth + 1, _DEEPEST), title)

    def _called_for(self, cited: Sequence[Cited]) -> tuple[Block, ...]:
        """Tables, charts and photos in the order of their citing; photos in a row beside others."""
        shown = [each for each in cited if each.kind == "table" or each.record_kind in _FIGURES]
        made: list[Block] = []
        for kind, found in groupby(shown, key=lambda reference: reference.record_kind):
            if kind == Photo.kind:
                made += self._cited_photos(tuple(found)) if self._photos_in_text else ()
                continue
            for reference in found:
                made += (
                    self._cited_charts(reference)
                    if kind == FactChart.kind
                    else self._table(reference.target.strip())
                )
        return tuple(made)

    def _table(self, name: str) -> Iterator[Block]:
        """A live table, the first time it is called for."""
        if name in self._tables and name not in self._placed:
            self._placed.add(name)
            yield kept(self._tables[name])

    def _cited_charts(self, reference: Cited) -> Iterator[Block]:
        for key in reference.keys:
            if key in self._charts and str(key) not in self._placed:
                self._placed.add(str(key))
                yield self._charts[key]

    def _unless_cited(self, name: str) -> Iterator[Block]:
        if name not in self._cited_tables:
            yield from self._table(name)

    def _cited_photos(self, cited: Sequence[Cited]) -> tuple[Block, ...]:
        shown = figures(self._dossier)
        order = [photo.id for photo in shown]
        wanted: list[int] = []
        for reference in cited:
            keys = [key for key in reference.keys if key in order]
            if keys:
                wanted += range(order.index(keys[0]), order.index(keys[-1]) + 1)
        fresh = [shown[index] for index in wanted if str(order[index]) not in self._placed]
        self._placed |= {str(photo.id) for photo in fresh}
        return in_text(fresh, self.commission, self.naming)

    # What the records add

    def _aim(self, part: Part, depth: int) -> Iterator[Block]:
        delegation = self._dossier.delegation
        if not part.has_text:
            yield from self._prose.blocks(delegation.origin, part.depth)
            if self._dossier.objectives:
                items = (self.naming.run(each.title) for each in self._dossier.objectives)
                yield ListBlock(tuple(map(ListItem, items)), level=part.depth)
        yield from self._unless_cited("work")

    def _host_of(self, part: Part) -> UUID | None:
        if part.section is None:
            return None
        named = (each.id for each in self._dossier.organisations if part.heading in each.names)
        return part.section.host_id or next(named, None)

    def _profile_of(self, host: UUID) -> Iterator[Block]:
        name = f"host:{host}"
        if name not in self._placed:
            self._placed.add(name)
            yield from profile_table(host, self.naming)

    def _other_hosts(self, part: Part, depth: int) -> Iterator[Block]:
        """Hosts that were visited and are known, but have no words of their own."""
        for host in self._hosts:
            if f"host:{host}" not in self._placed:
                yield Heading(min(depth, _DEEPEST), self.naming.run(self.naming.body(host)))
                yield from self._profile_of(host)

    def _seminar_of(self, day: date) -> Iterator[Block]:
        stops = {seminar.stop_id for seminar in self._dossier.seminars}
        held = [stop for stop in self._dossier.stops if stop.id in stops]
        if any(stop.starts.day == day for stop in held):
            yield from self._unless_cited("talks")

    def _proceedings(self, part: Part, depth: int) -> Iterator[Block]:
        """Days that nobody has written about are told from their stops."""
        told = {each.section.day for each in part.walk() if each.section and each.section.day}
        if told or not part.has_text:
            for day, stops in by_day(planned(self.naming)):
                if day not in told:
                    yield Heading(min(depth, _DEEPEST), day_heading(day, self.naming))
                    for stop in stops:
                        yield from account(stop, self._prose)
                    yield from self._seminar_of(day)
        yield from self._unless_cited("talks")
        if self._photos_in_text:
            fresh = [each for each in figures(self._dossier) if str(each.id) not in self._placed]
            self._placed |= {str(photo.id) for photo in fresh}
            yield from in_text(fresh, self.commission, self.naming)

    def _findings(self, part: Part, depth: int) -> Iterator[Block]:
        for finding in self._dossier.findings:
            yield from self._outcome(finding, depth)

    def _recommendations(self, part: Part, depth: int) -> Iterator[Block]:
        yield from self._unless_cited(EARLIER)
        for recommendation in self._dossier.recommendations:
            yield from self._outcome(recommendation, depth)
        if Annex.FOLLOW_UPS not in self._annexes:
            yield from self._unless_cited("follow_ups")

    def _outcome(self, outcome: Finding | Recommendation, depth: int) -> Iterator[Block]:
        """In the words of its record, unless the writer tells it."""
        if outcome.id not in self._told:
            yield self._outcome_heading(outcome, depth)
            yield from self._prose.blocks(outcome.text, depth, self._called_for)
            yield from self._behind(outcome)

    def _outcome_heading(self, outcome: Finding | Recommendation, depth: int) -> Heading:
        """The contents stop at the part that holds it."""
        label = label_of(outcome.kind, outcome.id)
        title = self.naming.run(outcome.title)
        return Heading(min(depth, _DEEPEST), title, label, in_contents=False)

    def _behind(self, outcome: Finding | Recommendation) -> Iterator[Block]:
        if isinstance(outcome, Finding):
            yield from basis(outcome, self.naming)
        else:
            yield KeepTogether((terms(outcome, self.naming),))

    def _annex(self, part: Part, depth: int) -> Iterator[Block]:
        """One annex stands right under the chapter's own title; several have titles."""
        for kind, blocks in self._annexes.items():
            if len(self._annexes) > 1:
                yield Heading(min(depth, _DEEPEST), self._words(f"paper.annex.{kind}"))
            yield from blocks


def _label(part: Part) -> str:
    return label_of("section", part.section.id) if part.section else ""


VISIT_REPORT = Template("visit-report", Names(zh_TW="出國報告", en="Visit report"), compose)
