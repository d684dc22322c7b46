"""Puts the readers together: a file in, everything found in it out."""

import re
from collections.abc import Sequence
from pathlib import Path

from planner.domain.errors import UnreadableFile
from planner.exchange.reading.agenda import programme_of
from planner.exchange.reading.article import is_article, source_of
from planner.exchange.reading.body_profiles import staged
from planner.exchange.reading.calendars import calendar_of
from planner.exchange.reading.contradictions import missing_in, problems_of
from planner.exchange.reading.cover_title import title_of
from planner.exchange.reading.day_heads import day_heads
from planner.exchange.reading.facts import article_facts, facts_of
from planner.exchange.reading.figures import captions, is_caption
from planner.exchange.reading.formats import MOST_BYTES, text_of
from planner.exchange.reading.found import (
    FoundChapter,
    FoundDay,
    FoundOrganisation,
    FoundPerson,
    FoundTalk,
    ReadReport,
)
from planner.exchange.reading.lines import Passage, Text
from planner.exchange.reading.marks import mark_of, unmarked
from planner.exchange.reading.organisations import Bodies, bodies_of
from planner.exchange.reading.outline import Outline, outline
from planner.exchange.reading.people import people_of
from planner.exchange.reading.places import PLACE, TAIWANESE
from planner.exchange.reading.proceedings import days_of
from planner.exchange.reading.promises import promises_of
from planner.exchange.reading.recommendations import purposes_of, recommendations_of
from planner.exchange.reading.relations import relations_of
from planner.exchange.reading.tables import roster_of, work_shares_of
from planner.exchange.reading.talks import talks_of


def read(source: Path | bytes, name: str = "") -> ReadReport:
    """Everything found in a report or article. Raises UnreadableFile where it is none."""
    return read_text(text_of(_content(source, name), name or _name(source)))


def _name(source: Path | bytes) -> str:
    return source.name if isinstance(source, Path) else ""


def _content(source: Path | bytes, name: str) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        if source.stat().st_size > MOST_BYTES:
            raise UnreadableFile("report_file.too_large", name=name or source.name)
        return source.read_bytes()
    except OSError as error:
        raise UnreadableFile("report_file.cannot_open", name=name or source.name) from error


def read_text(raw: str) -> ReadReport:
    """The same for text that is at hand already."""
    text = Text(raw)
    plan = outline(text.passages())
    passages = [*plan.front, *(p for c in plan.chapters for p in (c.heading, *c.body))]
    heads = [head.written for head in day_heads(passages) if head.written is not None]
    calendar = calendar_of(text, passages, heads)
    prose = [passage for passage in passages if passage.key]
    bodies = bodies_of(prose)
    programme = programme_of(prose)
    people = people_of(text, prose, bodies, roster_of(prose, bodies, programme))
    days, weekday_problems = days_of(text, plan, calendar, bodies)
    figures = captions(text, prose)
    profiles = _profiles(plan, bodies)
    organisations = _organisations(text, bodies, profiles)
    _take_sides(organisations, people.found, days)
    talks = talks_of(text, prose, people, programme, bodies)
    is_account = len(days) > 1 or calendar.period.start is not None
    article = is_article(passages, is_account)
    days = [] if article else days  # the one day that an article tells is none of a journey
    source = source_of(text, passages) if article else None
    elsewhere = _places_of(plan, "recommendations", "aim", "summary")
    account = [passage for passage in prose if passage.places[0] not in elsewhere]
    if source and source.author and people.named(source.author) is None:
        people.found.append(
            FoundPerson(source.author, source.where, source.sure, [], source.author_post or None)
        )
    title = title_of(plan, source.title if source else "")
    recommendations = recommendations_of(text, plan)
    found = {
        "title": title is not None,
        "cover": bool(
            re.search("出國報告|服務機關|姓名職稱|trip report|mission report", _front(plan), re.I)
        ),
        "period": calendar.period.start is not None,
        "roster": bool(
            re.search("名單|成員|團員|參加人員|members|participants|姓名職稱", raw[:200_000], re.I)
        ),
        "summary": bool(plan.of("summary")),
        "aim": bool(plan.of("aim")),
        "proceedings": bool(days),
        "findings": bool(plan.of("findings", "recommendations")),
        "recommendations": bool(recommendations),
    }
    return ReadReport(
        title=title,
        period=calendar.period,
        chapters=_chapters(text, plan),
        purposes=purposes_of(text, plan),
        work_shares=work_shares_of(text, prose, bodies),
        organisations=tuple(organisations),
        people=tuple(people.found),
        days=tuple(days),
        talks=_with_sides(talks, people.found),
        figures=figures,
        recommendations=recommendations,
        promises=promises_of(text, account, bodies, people),
        facts=article_facts(text, prose) if article else (),
        relations=relations_of(text, prose) if article else (),
        sources=(source,) if source else (),
        problems=(
            *weekday_problems,
            *problems_of(text, prose, calendar, organisations, days, figures),
        ),
        missing=missing_in(front=raw[:200_000], found=found),
    )


def _front(plan: Outline) -> str:
    return "\n".join(passage.key for passage in plan.front)


def _places_of(plan: Outline, *meanings: str) -> set[int]:
    """Where the passages of some chapters begin."""
    return {
        passage.places[0]
        for chapter in plan.of(*meanings)
        for passage in chapter.body
        if passage.places
    }


def _chapters(text: Text, plan: Outline) -> tuple[FoundChapter, ...]:
    return tuple(
        FoundChapter(chapter.title, chapter.meaning, text.span(chapter.heading), chapter.sure)
        for chapter in plan.chapters
    )


def _profiles(plan: Outline, bodies: Bodies) -> dict[str, list[Passage]]:
    """The passages under a heading that names a body, in the chapter on the hosts."""
    profiles: dict[str, list[Passage]] = {}
    for chapter in plan.of("hosts"):
        whole: str | None = None
        for passage in chapter.body:
            named = _named_by(passage, bodies)
            if named:
                whole = named
                profiles.setdefault(whole, []).append(passage)
            elif whole and not is_caption(passage.key):
                profiles[whole].append(passage)
    return profiles


_TELLS_OF_ITSELF = re.compile(
    "(?:,?(?:簡稱[^,，。]{2,10},)?)(?:成立|創立|創辦|創建|創校|設立|設於|建立|建於|始建|籌建|位於|坐落|座落|"
    "隸屬|前身|原名|原屬|是|為|係|由|乃|於[0-9一二三四五六七八九〇]{2,4}年|(?:was |is |were |has ))"
)


def _named_by(passage: Passage, bodies: Bodies) -> str | None:
    """The body that a heading names: hardly more than its name, or a mark and what it is."""
    title = unmarked(passage)
    mentions = bodies.inside(passage)
    if not mentions or not title.key:
        return None
    first = mentions[0]
    at = first.passage.places[first.start]
    if at - title.places[0] > 3:
        return None
    length = first.end - first.start + len(first.unit)
    is_heading = len(title.key) <= length + 14 and not title.key.endswith("。")
    behind = title.key[length:].lstrip()
    begins = mark_of(passage.key) is not None and (
        behind[:1] in (":", "(", "。", "\t") or _TELLS_OF_ITSELF.match(behind) is not None
    )
    if is_heading or begins:
        return bodies.whole(first.name)
    return None


def _organisations(
    text: Text, bodies: Bodies, profiles: dict[str, list[Passage]]
) -> list[FoundOrganisation]:
    organisations = staged(text, bodies, {name: tuple(parts) for name, parts in profiles.items()})
    for body in organisations:
        body.facts = facts_of(text, profiles.get(body.name, ()))
    return organisations


def _take_sides(
    organisations: Sequence[FoundOrganisation],
    people: Sequence[FoundPerson],
    days: Sequence[FoundDay],
) -> None:
    """Ours are bodies of Taiwan; hosts are those visited, and those of any other place."""
    hosts = {stop.host for day in days for stop in day.stops if stop.host}
    profiled = {body.name for body in organisations if body.profiled}
    for person in people:
        person.side = _side(person.organisation or "", hosts | profiled)


def _side(body: str, hosts: set[str]) -> str:
    key = body.replace("台", "臺")
    if not key:
        return "unknown"
    visited = any(body.startswith(host) for host in hosts)
    if TAIWANESE.search(key):
        return "own"
    if visited or PLACE.search(key):
        return "host"
    return "unknown"


def _with_sides(talks: Sequence[FoundTalk], people: Sequence[FoundPerson]) -> tuple[FoundTalk, ...]:
    by_name = {person.name: person for person in people}
    for talk in talks:
        person = by_name.get(talk.speaker)
        if person:
            talk.side, talk.organisation = person.side, person.organisation
    return tuple(talks)
