"""Puts the readers together: a file in, everything found in it out."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from planner.domain.errors import UnreadableFile
from planner.exchange.reading.agenda import programme_of
from planner.exchange.reading.article import is_article, source_of
from planner.exchange.reading.calendars import calendar_of
from planner.exchange.reading.contradictions import missing_in, problems_of
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
from planner.exchange.reading.lines import HAN, Passage, Text
from planner.exchange.reading.marks import mark_of, unmarked
from planner.exchange.reading.organisations import Bodies, bodies_of, staged
from planner.exchange.reading.outline import Outline, outline
from planner.exchange.reading.people import people_of
from planner.exchange.reading.places import PLACE, TAIWANESE
from planner.exchange.reading.proceedings import days_of
from planner.exchange.reading.promises import promises_of
from planner.exchange.reading.recommendations import purposes_of, recommendations_of
from planner.exchange.reading.relations import relations_of
from planner.exchange.reading.tables import roster_of, work_shares_of
from planner.exchange.reading.talks import talks_of

_TITLE = re.compile(
    r"報告書?$|考察|訪問|參訪|交流|研習|會議|研討會|出席|參加|赴|report|visit|"
    r"mission|delegation|trip|tour|conference",
    re.I,
)
_NOT_TITLE = re.compile(
    r"^(?:(?:(?:foreign|study|site|mission|trip|visit|travel|tour|delegation|final)\s?){0,2}report$|(?:公務)"
    r"?出國報告(?:書|審核表)?$|\(?出國類別|.{0,20}[0-9]{2,4}年度?.{0,6}出國報告書?$|"
    r"(?![^(]*(?:赴|參加|考察|訪問|參訪|出席|研習|交流|會議)[^(]*出國報告)[^:(]{2,30}出國報告書?(?:\(.*)?$"
    r"|(?:服務機關|姓名職稱|姓名|職稱|派赴國家|出國期間|報告日期|系統識別號|行政院|"
    r"頁數|主辦機關|聯絡人|含附件"
    r"|摘要|目次|目錄|dates?|period)\b.{0,2})|^[^:]{1,12}[:：]",
    re.IGNORECASE,
)
_LABEL_ONLY = re.compile(
    r"(?:(?:foreign|study|site|mission|trip|visit|travel|tour|delegation|final)\s?){0,2}report$",
    re.IGNORECASE,
)
_LABELLED_TITLE = re.compile(
    r"^(?:(?:報告|計畫)(?:名稱|題目|主題)|題目|title|subject)"
    r"\s?[:\t]\s?(?P<title>.+)$",
    re.I,
)


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
    talks = talks_of(text, prose, people, programme)
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
    title = _title(text, plan, source.title if source else "")
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


def _title(text: Text, plan: Outline, of_source: str) -> str | None:
    """What a label says, else the first line on the cover that speaks of a journey."""
    if of_source:
        return of_source
    front = list(plan.front[:40])
    for passage in front:
        if match := _LABELLED_TITLE.match(passage.key):
            return _with_next_line(passage, front)[match.start("title") :].strip()
    candidates = [
        passage
        for passage in front
        if 4 <= len(passage.key) <= 90
        and not re.search("[。;]$", passage.key)
        and not _NOT_TITLE.search(passage.key)
        and not is_caption(passage.key)
    ]
    best = next((passage for passage in candidates if _TITLE.search(passage.key)), None)
    label = next((passage for passage in front[:_TOP] if _LABEL_ONLY.match(passage.key)), None)
    if label is not None and (best is None or label is front[0]):
        # below the bare word REPORT stands the title, whatever its words
        best = next((each for each in candidates if each.places > label.places), best)
    if best is None:
        return None
    before = next((a for a, b in pairwise(candidates) if b is best), None)
    if before and not best.follows_blank and _leads_on(before.key):
        best = before
    return re.sub(r"^[「《]|[」》]$", "", _with_next_line(best, front)).strip()


_TOP = 6
_GOES_ON = re.compile("[與及和之的暨、:,]$")
_REPORT = re.compile("報告書?$")
_GOES_ON_WITH = re.compile(r"[與及和之暨]|(?:in|of|to|and|for|on|at|by|with|from)\b", re.IGNORECASE)
_NAMES_BODY = re.compile("[部會局署處院所府室]$|大學$|中心$|公司$|[0-9]年.*月")


def _with_next_line(title: Passage, front: Sequence[Passage]) -> str:
    """A title over two lines: the first is no end, or only the second says that it is a report."""
    after = next((b for a, b in pairwise(front) if a is title), None)
    if after is None or after.follows_blank or len(after.key) > 60 or _NOT_TITLE.search(after.key):
        return title.text
    is_report = after.key.endswith(("報告", "報告書")) and not _REPORT.search(title.key)
    goes_on = _GOES_ON.search(title.key) or _GOES_ON_WITH.match(after.key)
    if not (goes_on or is_report or _is_second_half(title, after)):
        return title.text
    joint = "" if re.search(f"[{HAN}]", title.key[-2:]) else " "
    return title.text.rstrip() + joint + after.text.strip()


def _leads_on(before: str) -> bool:
    """Whether the line above the title is its first half: 111年度極地研究國際合作."""
    return bool(
        _GOES_ON.search(before) or re.match(r"[0-9]{2,4}年度?.*(?:合作|計畫|專案)$", before)
    )


def _is_second_half(title: Passage, after: Passage) -> bool:
    """`考察釜山港、橫濱港` and, right below, `智慧港口發展`: no body, no day, no end before."""
    is_han = all(re.search(f"[{HAN}]{{4}}", passage.key) for passage in (title, after))
    is_end = after.precedes_blank and not _REPORT.search(title.key)
    return is_han and is_end and not _NAMES_BODY.search(after.key)


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


def _named_by(passage: Passage, bodies: Bodies) -> str | None:
    """The body that a heading names: the heading is hardly more than its name."""
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
    begins = mark_of(passage.key) is not None and title.key[length : length + 1] in (
        ":",
        "(",
        "。",
        "\t",
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
