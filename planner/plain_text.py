"""What the command line prints of records: lines for people, plain values for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning
from planner.domain.outcome import Finding, Promise, Recommendation
from planner.domain.stop import Stop
from planner.exchange.reading.found import FoundFact, ReadReport
from planner.queries.delegation_list import DelegationLine
from planner.queries.follow_up_list import FollowUpLine
from planner.queries.search_results import SearchLine
from planner.rules.notice import Notice, Spot
from planner.rules.timetable import stop_name
from planner.words import Words

SHORT_ID = 8


def delegation_text(lines: Sequence[DelegationLine], words: Words) -> Iterator[str]:
    for line in lines:
        period = words.period(line.starts_on, line.ends_on)
        yield f"{str(line.key)[:SHORT_ID]}  {period}  {words.value(line.state)}  {line.title}"
    if not lines:
        yield words("cli.no_delegations")


def delegation_values(line: DelegationLine) -> dict[str, Any]:
    values = asdict(line)
    return {"id": values.pop("key"), **values}


def search_text(lines: Sequence[SearchLine], words: Words) -> Iterator[str]:
    for line in lines:
        within = f"  （{line.delegation}）" if line.delegation and line.kind != "delegation" else ""
        yield f"{words.kind(line.kind)}  {line.title}{within}"
    if not lines:
        yield words("cli.nothing_found")


def search_values(line: SearchLine) -> dict[str, Any]:
    values = asdict(line)
    return {"id": values.pop("key"), **values}


def follow_up_text(lines: Sequence[FollowUpLine], today: date, words: Words) -> Iterator[str]:
    for line in lines:
        due = words("cli.no_due_day") if line.due_on is None else words.day(line.due_on)
        late = "！" if line.is_red(today) else "　"
        owner = line.owner or words("cli.no_owner")
        yield f"{late}{due}  {words.value(line.state)}  {owner}  {line.text}"
    if not lines:
        yield words("cli.no_follow_ups")


def follow_up_values(line: FollowUpLine, today: date) -> dict[str, Any]:
    values = asdict(line)
    return {"id": values.pop("key"), **values, "is_overdue": line.is_red(today)}


def dossier_text(dossier: Dossier, words: Words) -> Iterator[str]:
    """A delegation on one screen: who, when, day by day, what came of it."""
    delegation = dossier.delegation
    yield delegation.title
    period = words.period(delegation.starts_on, delegation.ends_on)
    yield "  ".join((words.value(delegation.state), words.value(delegation.category), period))
    bodies = (delegation.lead_body_id, *delegation.taking_part_ids)
    found = [body.name for key in bodies if (body := dossier.organisation(key))]
    yield words.names((*found, *delegation.cities))
    yield from _listed(words.kind("objective"), (each.title for each in dossier.objectives))
    day = None
    for stop in dossier.stops:
        if stop.starts.day != day:
            day = stop.starts.day
            yield ""
            yield words.day(day, weekday=True)
        yield "  " + _stop_line(dossier, stop, words)
    talks = (f"{talk.number}. {talk.title}" for talk in dossier.talks)
    yield from _listed(words.kind("talk"), talks)
    outcomes: tuple[tuple[str, Sequence[Finding | Promise | Recommendation]], ...] = (
        ("finding", dossier.findings),
        ("promise", dossier.promises),
        ("recommendation", dossier.recommendations),
    )
    for kind, held in outcomes:
        texts = (each.text if isinstance(each, Promise) else each.title for each in held)
        yield from _listed(words.kind(kind), texts)
    yield from _listed(words.kind("follow_up"), (each.text for each in dossier.follow_ups))


def _stop_line(dossier: Dossier, stop: Stop, words: Words) -> str:
    time = words.time_of(stop.starts)
    pieces = (time, words.value(stop.stop_kind), stop_name(dossier, stop))
    return "  ".join(piece for piece in pieces if piece)


def _listed(heading: str, texts: Iterator[str]) -> Iterator[str]:
    held = list(texts)
    if held:
        yield ""
        yield f"{heading} {len(held)}"
        yield from (f"  {text}" for text in held)


def notice_text(notice: Notice, words: Words) -> str:
    """Where and what, on one line."""
    severity = words(f"severity.{notice.severity}")
    return f"{severity}  {_spot_text(notice.where, words)}  {notice_sentence(notice, words)}"


def accepted_text(accepted: Sequence[tuple[Notice, str]], words: Words) -> Iterator[str]:
    """What stands with a reason, under a heading of its own; nothing where nothing does."""
    if accepted:
        yield ""
        yield words("cli.accepted", count=len(accepted))
    for notice, reason in accepted:
        told = notice_text(notice, words)
        yield f"  {words('cli.accepted_because', notice=told, reason=reason)}"


def notice_sentence(notice: Notice, words: Words) -> str:
    return words(f"rule.{notice.rule}", **notice.context)


def place_text(spot: Spot, words: Words) -> str:
    """What kind of record it is, and which of its fields: 訪團・報告日期."""
    kind = words.kind(spot.kind)
    codes = (f"field.{spot.kind}.{spot.field}", f"field.{spot.field}")
    if not spot.field or not any(code in words for code in codes):
        return kind
    return words("list.of", whole=kind, part=words.field(spot.field, spot.kind))


def notice_values(notice: Notice, words: Words) -> dict[str, Any]:
    return {
        "rule": notice.rule,
        "severity": notice.severity.value,
        "where": _spot_values(notice.where),
        "text": notice_sentence(notice, words),
        "minutes": notice.minutes,
        "people": list(notice.people),
        "others": [_spot_values(spot) for spot in notice.others],
    }


def _spot_text(spot: Spot, words: Words) -> str:
    name = f"「{spot.name}」" if words.is_chinese else f"“{spot.name}”"
    return words.kind(spot.kind) + (name if spot.name else "")


def _spot_values(spot: Spot) -> dict[str, Any]:
    return {
        "kind": spot.kind,
        "id": spot.key,
        "name": spot.name,
        "field": spot.field,
        "span": spot.span,
    }


def reading_text(report: ReadReport, words: Words) -> Iterator[str]:
    """What was read from a report, part by part."""
    yield report.title or words("reading.no_title")
    start, end = report.period.start, report.period.end
    known = start is not None and end is not None
    yield words("reading.period", start=start, end=end) if known else words("reading.no_period")
    for part, lines in _found(report, words).items():
        if lines:
            name = words(f"reading_part.{part}")
            yield ""
            yield words("reading.heading", part=name, count=len(lines))
            yield from (f"  {line}" for line in lines)
    if report.missing:
        names = [words(f"reading_missing.{name}") for name in report.missing]
        yield ""
        yield words("reading.missing", names=names)


def _facts(report: ReadReport) -> Iterator[tuple[str, FoundFact]]:
    """Those of an article, and those of each body's profile."""
    yield from ((fact.subject, fact) for fact in report.facts)
    yield from ((body.name, fact) for body in report.organisations for fact in body.facts)


def _found(report: ReadReport, words: Words) -> dict[str, list[str]]:
    return {
        "chapters": [
            f"{each.title} ({words.value(ChapterMeaning(each.meaning))})"
            for each in report.chapters
        ],
        "purposes": [each.title for each in report.purposes],
        "work_shares": [f"{each.body}  {each.task}" for each in report.work_shares],
        "organisations": ["  ".join(body.names) for body in report.organisations],
        "people": [
            "  ".join(filter(None, (person.name, *person.titles, person.organisation)))
            for person in report.people
        ],
        "days": [
            "  ".join(filter(None, (day.date, *dict.fromkeys(stop.host for stop in day.stops))))
            for day in report.days
        ],
        "talks": [f"{talk.speaker}  {talk.title}" for talk in report.talks],
        "figures": [f"{figure.number}  {figure.caption}" for figure in report.figures],
        "recommendations": [each.text for each in report.recommendations],
        "promises": [each.text for each in report.promises],
        "facts": [
            "  ".join(filter(None, (subject, fact.metric, f"{fact.value}{fact.unit}", fact.as_of)))
            for subject, fact in _facts(report)
        ],
        "relations": [f"{each.subject}  {each.verb}  {each.object}" for each in report.relations],
        "sources": [f"{source.author}  {source.title}" for source in report.sources],
        "problems": [
            f"{words(f'reading_problem.{problem.kind}')}  {problem.text}"
            for problem in report.problems
        ],
    }
