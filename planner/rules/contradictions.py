"""One quantity with two values: among the facts, between facts and manuscript, within the text."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from uuid import UUID

from planner.domain.briefing import Fact
from planner.domain.dossier import Dossier
from planner.domain.values import Comparison, Quantity
from planner.rules.manuscript import HAN, MASK, Manuscript, Passage
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.similarity import folded

_UNITS = (
    "公噸|公斤|公克|公里|公頃|公尺|公升|億元|萬元|元|噸|人|家|項|個|所|件|座|位|處|篇|台|臺|名|戶|間|場|"
    "kg|km|MW|GW|kW|t|%|％|°C"
)
_FILLER = "達為共計有已每年產量總數到之:：（( "
_QUANTITY = rf"(?P<written>(?:逾|超過|約|近)?[0-9][0-9,.]*[萬億千百]*[餘多]?\s?(?:{_UNITS}))"
_AFTER = re.compile(rf"[{_FILLER}]{{0,8}}{_QUANTITY}")
_SAID = re.compile(rf"(?P<phrase>[{HAN}]{{2,16}}?)[{_FILLER}]{{0,6}}{_QUANTITY}")
_SAME_UNITS: Mapping[str, str] = {
    "公噸": "t",
    "噸": "t",
    "公斤": "kg",
    "％": "%",
    "台": "臺",
    "名": "人",
}
_PHRASE = 4

Turns = Mapping[UUID, Sequence[tuple[int, str]]]
"""By section, where it turns to which subject; at its start to the host it describes."""

_ABOUT = Decimal("0.1")
_WELL_OVER = Decimal("1.5")
"""Who says over 700 does not mean 5,000."""


def contradiction_notices(dossier: Dossier, manuscript: Manuscript) -> Iterator[Notice]:
    yield from _among_facts(dossier.facts)
    turns = _turns(dossier, manuscript)
    yield from _facts_and_text(dossier, manuscript, turns)
    yield from _within_text(dossier, manuscript, turns)


def conflicts(facts: Iterable[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Facts of the same subject, metric, place and day that give different values."""
    groups: defaultdict[Hashable, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.quantity is not None:
            subject = fact.organisation_id or folded(fact.subject)
            unit = _unit(fact.quantity.unit)
            key = (subject, folded(fact.metric), folded(fact.place), fact.as_of, unit)
            groups[key].append(fact)
    for group in groups.values():
        values = {(fact.quantity.number, fact.quantity.upper) for fact in group if fact.quantity}
        if len(values) > 1:
            yield tuple(group)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether both can be true of the same thing; bounds and rounded numbers leave room."""
    (low, high), (least, most) = _room(one), _room(other)
    return low <= most and least <= high


def _room(quantity: Quantity) -> tuple[Decimal, Decimal]:
    number, upper = quantity.number, quantity.upper or quantity.number
    match quantity.comparison:
        case Comparison.OVER:
            return number, upper * _WELL_OVER
        case Comparison.UNDER:
            return number / _WELL_OVER, upper
        case Comparison.ABOUT:
            return number * (1 - _ABOUT), upper * (1 + _ABOUT)
    return number, upper


def _unit(written: str) -> str:
    unit = written.partition("/")[0].strip()
    return _SAME_UNITS.get(unit, unit)


def _among_facts(facts: Sequence[Fact]) -> Iterator[Notice]:
    in_conflict: set[UUID] = set()
    for group in conflicts(facts):
        in_conflict.update(fact.id for fact in group)
        first = group[0]
        yield Notice(
            "fact.two_values",
            Severity.SHOULD,
            Spot.of(first, "quantity", name=f"{first.subject} {first.metric}"),
            {
                "subject": first.subject,
                "metric": first.metric,
                "values": tuple(fact.quantity for fact in group),
            },
            "note_both",
            others=tuple(Spot.of(fact, "quantity") for fact in group[1:]),
        )
    for fact in facts:
        if fact.doubt and fact.id not in in_conflict:
            yield Notice(
                "fact.doubtful",
                Severity.HINT,
                Spot.of(fact, "doubt", name=f"{fact.subject} {fact.metric}"),
                {
                    "subject": fact.subject,
                    "metric": fact.metric,
                    "doubt": fact.doubt.rstrip("。. "),
                },
                "confirm",
            )


# Facts against the text


def _facts_and_text(dossier: Dossier, manuscript: Manuscript, turns: Turns) -> Iterator[Notice]:
    known: defaultdict[str, defaultdict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in dossier.facts:
        if fact.quantity is not None:
            known[_subject(dossier, fact)][fact.metric].append(fact)
    for passage in manuscript.passages:
        text = passage.masked
        metrics = {
            metric: None for by_metric in known.values() for metric in by_metric if metric in text
        }
        if not metrics:
            continue
        for match in _longest(metrics).finditer(text):
            subject = _latest(turns[passage.section.id], match.start())
            facts = known[subject].get(match[0], ()) if subject else ()
            said = _AFTER.match(text, match.end())
            if said and facts:
                yield from _compared(passage, facts, said)


def _compared(passage: Passage, facts: Sequence[Fact], said: re.Match[str]) -> Iterator[Notice]:
    written = Quantity.read(said["written"])
    stated = [fact.quantity for fact in facts if fact.quantity]
    if written is None or _unit(written.unit) not in {_unit(each.unit) for each in stated}:
        return
    if any(agree(written, each) for each in stated):
        return
    yield Notice(
        "fact.text_differs",
        Severity.SHOULD,
        passage.spot(*said.span("written")),
        {
            "section": passage.name,
            "subject": facts[0].subject,
            "metric": facts[0].metric,
            "written": said["written"],
            "values": tuple(stated),
        },
        "note_both",
        others=tuple(Spot.of(fact, "quantity") for fact in facts),
    )


def _longest(metrics: Iterable[str]) -> re.Pattern[str]:
    """Any of them, a longer one before a shorter one it begins with."""
    return re.compile("|".join(map(re.escape, sorted(metrics, key=len, reverse=True))))


def _subject(dossier: Dossier, fact: Fact) -> str:
    body = dossier.organisation(fact.organisation_id)
    return body.name if body else fact.subject


def _turns(dossier: Dossier, manuscript: Manuscript) -> Turns:
    subjects = {fact.subject: fact.subject for fact in dossier.facts if not fact.organisation_id}
    subjects |= {name: body.name for body in dossier.organisations for name in body.names}
    turns: dict[UUID, list[tuple[int, str]]] = {}
    for passage in manuscript.passages:
        text, host = passage.masked, dossier.organisation(passage.section.host_id)
        found = [(-1, host.name)] if host else []
        for name, subject in subjects.items():
            if name in text:
                found += [(each.start(), subject) for each in re.finditer(re.escape(name), text)]
        turns[passage.section.id] = sorted(found)
    return turns


def _latest(mentions: Sequence[tuple[int, str]], position: int) -> str:
    before = [subject for start, subject in mentions if start < position]
    return before[-1] if before else ""


# Within the text


@dataclass(frozen=True)
class _Statement:
    passage: Passage
    subject: str
    phrase: str
    quantity: Quantity
    written: str
    span: tuple[int, int]


def _within_text(dossier: Dossier, manuscript: Manuscript, turns: Turns) -> Iterator[Notice]:
    """The same words before two numbers that cannot both be true, said of the same subject."""
    metrics = {fact.metric for fact in dossier.facts}
    said: defaultdict[Hashable, list[_Statement]] = defaultdict(list)
    for passage in manuscript.passages:
        for statement in _statements(passage, turns[passage.section.id]):
            if not any(metric.endswith(statement.phrase) for metric in metrics):
                key = (statement.subject, statement.phrase, _unit(statement.quantity.unit))
                said[key].append(statement)
    for group in said.values():
        for first, second in combinations(group, 2):
            if not agree(first.quantity, second.quantity):
                yield _two_values(first, second)
                break


def _two_values(first: _Statement, second: _Statement) -> Notice:
    return Notice(
        "text.two_values",
        Severity.SHOULD,
        second.passage.spot(*second.span),
        {
            "section": first.passage.name,
            "other_section": second.passage.name,
            "subject": first.subject,
            "metric": first.phrase,
            "value": first.written,
            "other": second.written,
        },
        "correct",
        others=(first.passage.spot(*first.span),),
    )


def _statements(passage: Passage, mentions: Sequence[tuple[int, str]]) -> Iterator[_Statement]:
    for match in _SAID.finditer(passage.masked) if mentions else ():
        subject = _latest(mentions, match.start("written"))
        quantity = Quantity.read(match["written"])
        phrase = match["phrase"].rstrip(_FILLER)[-_PHRASE:]
        if subject and quantity and len(phrase) == _PHRASE and MASK not in phrase:
            yield _Statement(
                passage, subject, phrase, quantity, match["written"], match.span("written")
            )
