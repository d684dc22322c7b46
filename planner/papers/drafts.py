"""Passages for a chapter, made of the records: names, numbers and photos as live references."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from uuid import UUID

from planner.domain.briefing import Fact
from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning, Drafted, Section
from planner.domain.markup import escape
from planner.domain.outcome import Finding, Recommendation
from planner.domain.photo import Photo
from planner.domain.stop import Stop
from planner.papers.naming import Naming
from planner.papers.pieces import capital
from planner.papers.programme import by_day, planned
from planner.rules.completeness import visited_hosts
from planner.rules.figures import figures, runs
from planner.rules.manuscript import Manuscript, told_outcomes
from planner.words import Words

_MOST_FACTS = 12
_RULE = re.compile(r"[|\s:-]+")  # below the head of a table


def drafts(
    section: Section, meaning: ChapterMeaning, told: Dossier, words: Words
) -> tuple[Drafted, ...]:
    """What the records say for a section, passage by passage."""
    made = _Drafts(told, words)
    if section.host_id is not None:
        passages = made.host(section.host_id)
    elif section.day is not None:
        passages = made.day(section.day)
    else:
        passages = made.chapter(meaning, section)
    return tuple(Drafted(key=key, text=text) for key, text in passages if text.strip())


class _Drafts:
    def __init__(self, told: Dossier, words: Words) -> None:
        self._told, self._words = told, words
        self._naming = Naming(told, words)

    def chapter(self, meaning: ChapterMeaning, section: Section) -> Iterator[tuple[str, str]]:
        match meaning:
            case ChapterMeaning.SUMMARY:
                yield "summary", self._summary()
            case ChapterMeaning.AIM:
                yield from self._aim()
            case ChapterMeaning.HOSTS:
                for key in self._unwritten_hosts(section):
                    yield from self.host(key)
            case ChapterMeaning.PROCEEDINGS:
                yield from self._proceedings(section)
            case ChapterMeaning.FINDINGS:
                yield from self._outcomes(section, self._told.findings)
            case ChapterMeaning.RECOMMENDATIONS:
                yield from self._outcomes(section, self._told.recommendations)

    def _below(self, section: Section) -> list[Section]:
        return [each for each in self._told.sections if each.parent_id == section.id]

    # Aim and summary

    def _summary(self) -> str:
        told, words = self._told.delegation, self._words
        hosts = words.names(f"{{host:{host.id}}}" for host in visited_hosts(self._told))
        return words(
            "draft.summary" if hosts else "draft.summary_without_hosts",
            period=words.period(told.starts_on, told.ends_on),
            where=self._naming.countries,
            title=escape(self._naming.title(told)),
            hosts=hosts,
            findings=len(self._told.findings),
            recommendations=len(self._told.recommendations),
        )

    def _aim(self) -> Iterator[tuple[str, str]]:
        yield "origin", self._told.delegation.origin
        items = (f"# {escape(each.title)}" for each in self._told.objectives)
        yield "objectives", "\n".join(items)
        if self._told.work_shares:
            yield "work", self._words("draft.work")

    # Hosts

    def _unwritten_hosts(self, section: Section) -> Iterator[UUID]:
        written = {part.host_id for part in self._below(section)}
        for host in visited_hosts(self._told):
            if host.id not in written:
                yield host.id

    def host(self, key: UUID) -> Iterator[tuple[str, str]]:
        body, words = self._told.organisation(key), self._words
        if body is None:
            return
        facts = [fact for fact in self._told.facts if fact.organisation_id == key][:_MOST_FACTS]
        told = [
            words("draft.fact", metric=escape(fact.metric), value=value)
            for fact, value in _sourced_once(facts)
        ]
        about = {
            "host": f"{{host:{key}}}",
            "city": escape(body.city),
            "facts": words("draft.fact_joint").join(told),
        }
        code = "_".join(["draft.host", *(name for name in ("city", "facts") if about[name])])
        yield f"host:{key}", words(code, **about)

    # Days

    def _proceedings(self, section: Section) -> Iterator[tuple[str, str]]:
        told = {part.day for part in self._below(section)}
        for day, stops in by_day(planned(self._naming)):
            if day not in told:
                yield from self._stops(stops)
        if self._told.talks:
            yield "talks", self._words("draft.talks")
        yield "met", self._met(planned(self._naming))

    def day(self, day: date) -> Iterator[tuple[str, str]]:
        stops = [stop for stop in planned(self._naming) if stop.starts.day == day]
        yield from self._stops(stops)
        held = {seminar.stop_id for seminar in self._told.seminars}
        if self._told.talks and any(stop.id in held for stop in stops):
            yield "talks", self._words("draft.talks")

    def _stops(self, stops: Iterable[Stop]) -> Iterator[tuple[str, str]]:
        for stop in stops:
            yield f"stop:{stop.id}", self._account(stop)

    def _account(self, stop: Stop) -> str:
        """When, where, with whom, which photos; then what was seen and noted there."""
        words = self._words
        at = capital(words.time_of(stop.starts))
        name = escape(self._naming.stop(stop))
        told = words("paper.account", time=at, what=name) if at else name
        people = words.names(
            f"{{titled:{key}}}" for key in (*stop.people_met_ids, *stop.escort_ids)
        )
        if people:
            told = words("draft.received", told=told, people=people)
        if cited := self._cited(stop):
            told = words("draft.with_photos", told=told, photos=cited)
        noted = "\n\n".join(text for text in (stop.seen, stop.narrative) if text)
        return f"{told}{words('paper.stop_end')}{noted}"

    def _cited(self, stop: Stop) -> str:
        order = figures(self._told)
        places = [index for index, photo in enumerate(order) if photo.stop_id == stop.id]
        return self._words("list.joint").join(
            _reference(order[first], order[last]) for first, last in runs(places)
        )

    def _met(self, stops: Iterable[Stop]) -> str:
        met: Mapping[UUID, None] = dict.fromkeys(
            key for stop in stops for key in (*stop.people_met_ids, *stop.escort_ids)
        )
        people = self._words.names(f"{{titled:{key}}}" for key in met)
        return self._words("draft.met", people=people) if people else ""

    # Outcomes

    def _outcomes(
        self, section: Section, outcomes: Iterable[Finding | Recommendation]
    ) -> Iterator[tuple[str, str]]:
        """In the words of the records, and tied to them: the paper adds headings and grounds."""
        others = tuple(each for each in self._told.sections if each.id != section.id)
        told = told_outcomes(Manuscript(self._told.model_copy(update={"sections": others})))
        for outcome in outcomes:
            if outcome.id not in told:
                mark = f"{{outcome:{outcome.id}}}"
                lines = (_tied(line, mark) for line in outcome.text.split("\n"))
                yield f"{outcome.kind}:{outcome.id}", "\n".join(lines) if outcome.text else mark


def _sourced_once(facts: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """Each as a reference; of those in a row from one source the last one cites it."""
    for fact, following in zip_longest(facts, facts[1:]):
        is_last = following is None or following.source_id != fact.source_id
        yield fact, f"{{{'cited' if is_last else 'fact'}:{fact.id}}}"


def _tied(line: str, mark: str) -> str:
    """A line with a mark at its end; rows of tables end with a bar."""
    if not line.strip() or _RULE.fullmatch(line):
        return line
    if line.startswith("|") and line.rstrip().endswith("|"):
        return f"{line.rstrip()[:-1]}{mark} |"
    return f"{line}{mark}"


def _reference(first: Photo, last: Photo) -> str:
    if first.id == last.id:
        return f"{{figure:{first.id}}}"
    return f"{{figures:{first.id}..{last.id}}}"
