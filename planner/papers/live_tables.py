"""Tables made of records, that a manuscript refers to by name: `{table:talks}`."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType
from unicodedata import east_asian_width
from uuid import UUID

from planner.domain.briefing import Fact, Source
from planner.domain.follow_up import FollowUp
from planner.domain.organisation import OrganisationTie
from planner.domain.outcome import Decision, Recommendation, Verdict
from planner.domain.seminar import Seminar, Talk
from planner.papers.naming import Naming
from planner.papers.pieces import filled, lines, list_table
from planner.papers.prose import label_of
from planner.typesetting.document import (
    Block,
    Cell,
    Inlines,
    KeepTogether,
    Table,
    plain,
)

_PAIRED = 18  # letters, a Chinese character counted as two, that leave room for another value
_FEW = 3  # rows that are not worth setting two on a line
_SHORT = 6  # rows of a table that is not parted over pages

Maker = Callable[[Naming], Table | None]
_Cells = Sequence[Cell | Inlines | None]


def work_table(naming: Naming) -> Table | None:
    """The division of work."""
    words, shares = naming.words, naming.dossier.work_shares
    if not shares:
        return None
    has_days = any(share.due_on for share in shares)
    return list_table(
        (words("paper.body"), words.field("task"), words.field("due_on")),
        [
            (
                filled(naming.body(share.body_id), words),
                naming.run(share.task),
                words.text(share.due_on),
            )
            for share in shares
        ],
        shares=(2.6, 6.4, 2 if has_days else 0),
        caption=words("paper.table.work"),
        label=label_of("table", "work"),
        row_heads=1,
    )


def talk_table(naming: Naming) -> Table | None:
    """All talks with their sides; several seminars are told apart by a line each."""
    words, dossier = naming.words, naming.dossier
    if not dossier.talks:
        return None
    rows: list[_Cells] = []
    for seminar in dossier.seminars:
        talks = [talk for talk in dossier.talks if talk.seminar_id == seminar.id]
        if len(dossier.seminars) > 1 and talks:
            title = naming.run(seminar.title, bold=True)
            rows.append((Cell(title, across=4), None, None, None))
        for _, run in groupby(talks, key=lambda talk: talk.side):
            rows += _talk_rows(tuple(run), seminar, naming)
    return list_table(
        (
            words.field("side"),
            words("paper.talk"),
            words.field("speaker_ids"),
            words("paper.affiliation"),
        ),
        rows,
        shares=(1.4, 5.2, 2.5, 4.4),
        caption=_talks_caption(naming),
        label=label_of("table", "talks"),
    )


def _talks_caption(naming: Naming) -> Inlines:
    seminars = naming.dossier.seminars
    if len(seminars) == 1:
        return naming.words("paper.table.talks_of", seminar=seminars[0].title)
    return naming.words("paper.table.talks")


def _talk_rows(talks: Sequence[Talk], seminar: Seminar, naming: Naming) -> Iterator[_Cells]:
    words = naming.words
    stop = naming.dossier.stop(seminar.stop_id)
    day = stop.starts.day if stop else naming.dossier.delegation.starts_on
    for index, talk in enumerate(talks):
        side = Cell(words.value(talk.side), down=len(talks)) if index == 0 else None
        held = [naming.affiliation(key, day) for key in talk.speaker_ids]
        yield (
            side,
            naming.run(talk.title),
            filled(lines(naming.person(key) for key in talk.speaker_ids), words),
            filled(lines(naming.run(post) for post in held), words),
        )


def member_table(naming: Naming) -> Table | None:
    words, members = naming.words, naming.dossier.members
    if not members:
        return None
    return list_table(
        (words.field("role"), words("paper.person"), words("paper.body"), words("paper.post")),
        [
            (
                words.value(member.role),
                filled(naming.stacked(naming.dossier.person(member.person_id)), words),
                filled(naming.body(member.body_id), words),
                filled(naming.post(member), words),
            )
            for member in members
        ],
        shares=(1.5, 3, 3.5, 4),
        caption=words("paper.table.members"),
        label=label_of("table", "members"),
    )


def objective_table(naming: Naming) -> Table | None:
    """Each objective with the stops that serve it and the findings that answer it."""
    words, dossier = naming.words, naming.dossier
    if not dossier.objectives:
        return None
    rows = []
    for objective in dossier.objectives:
        stops = [stop for stop in dossier.stops if objective.id in stop.objective_ids]
        findings = [each for each in dossier.findings if objective.id in each.objective_ids]
        rows.append(
            (
                str(objective.number),
                naming.run(objective.title),
                filled(lines(naming.run(naming.day_and_stop(stop.id)) for stop in stops), words),
                filled(lines(naming.run(finding.title) for finding in findings), words),
            )
        )
    return list_table(
        (
            words("paper.item_number"),
            words.kind("objective"),
            words("paper.served_by"),
            words("paper.answered_by"),
        ),
        rows,
        shares=(1, 3, 4, 4),
        caption=words("paper.table.objectives"),
        label=label_of("table", "objectives"),
    )


def promise_table(naming: Naming) -> Table | None:
    words, promises = naming.words, naming.dossier.promises
    if not promises:
        return None
    rows = []
    for promise in promises:
        by = (*map(naming.person, promise.by_person_ids), *map(naming.body, promise.by_body_ids))
        to = (*map(naming.person, promise.to_person_ids), *map(naming.body, promise.to_body_ids))
        by_whom, to_whom = words.names(by), words.names(to)
        rows.append(
            (
                naming.day_and_stop(promise.stop_id),
                filled(words("paper.mutual") if promise.is_mutual else by_whom, words),
                by_whom if promise.is_mutual else filled(to_whom, words),
                naming.run(promise.text),
            )
        )
    return list_table(
        (
            words("paper.occasion"),
            words("paper.promised_by"),
            words("paper.promised_to"),
            words.kind("promise"),
        ),
        rows,
        shares=(3, 2.5, 2.5, 5),
        caption=words("paper.table.promises"),
        label=label_of("table", "promises"),
    )


def follow_up_table(naming: Naming) -> Table | None:
    """What became of each recommendation: its decision, who does what, until when."""
    words, dossier = naming.words, naming.dossier
    rows: list[_Cells] = []
    for recommendation in dossier.recommendations:
        found = [each for each in dossier.follow_ups if each.recommendation_id == recommendation.id]
        rows += _follow_up_rows(recommendation, found, naming)
    if not any(each.recommendation_id for each in dossier.follow_ups):
        return None
    return list_table(
        (
            words.kind("recommendation"),
            words.kind("decision"),
            words.kind("follow_up"),
            words("paper.responsible"),
            words.field("due_on"),
            words.field("state"),
        ),
        rows,
        shares=(3.3, 2.1, 3.6, 2.3, 2.1, 2.1),
        caption=words("paper.table.follow_ups"),
        label=label_of("table", "follow_ups"),
    )


def _follow_up_rows(
    recommendation: Recommendation, found: Sequence[FollowUp], naming: Naming
) -> Iterator[_Cells]:
    words = naming.words
    title = words("paper.numbered", number=recommendation.number, title=recommendation.title)
    spanned = (
        Cell(naming.run(title), down=max(len(found), 1)),
        Cell(verdict_of(recommendation, naming), down=max(len(found), 1)),
    )
    if not found:
        yield (*spanned, filled("", words), filled("", words), filled("", words), "")
    for index, follow_up in enumerate(found):
        yield (
            *(spanned if index == 0 else (None, None)),
            naming.run(follow_up.text),
            filled(owner_of(follow_up, naming), words),
            filled(words.text(follow_up.due_on), words),
            words.value(follow_up.state),
        )


def verdict_of(recommendation: Recommendation, naming: Naming) -> Inlines:
    """The last decision."""
    decisions = [
        each for each in naming.dossier.decisions if each.recommendation_id == recommendation.id
    ]
    return decided(max(decisions, key=lambda each: each.decided_on, default=None), naming)


def decided(decision: Decision | None, naming: Naming) -> Inlines:
    """The verdict, with its reason where it was turned down; a gap where none was made."""
    if decision is None:
        return filled("", naming.words)
    verdict = naming.words.value(decision.verdict)
    if decision.verdict is Verdict.NOT_ADOPTED and decision.reason:
        return lines((verdict, naming.run(decision.reason)))
    return verdict


def owner_of(follow_up: FollowUp, naming: Naming) -> str:
    return (
        naming.person(follow_up.owner_person_id)
        or naming.body(follow_up.owner_body_id)
        or follow_up.owner_name
    )


LIVE_TABLES: Mapping[str, Maker] = MappingProxyType(
    {
        "work": work_table,
        "talks": talk_table,
        "members": member_table,
        "objectives": objective_table,
        "promises": promise_table,
        "follow_ups": follow_up_table,
    }
)
"""By the name that a manuscript refers to."""


# Profiles of hosts


def profile_table(host_id: UUID, naming: Naming, *, has_caption: bool = True) -> tuple[Block, ...]:
    """What is known of an organisation; of two values for one thing both stand, with sources.

    What all values share of their source is said once below the table.
    """
    words = naming.words
    facts = [fact for fact in naming.dossier.facts if fact.organisation_id == host_id]
    common = _common_origin(facts, naming)
    rows = [*_standing(host_id, naming), *_facts(facts, common, naming)]
    if not rows:
        return ()
    caption = words("paper.table.profile", name=naming.body(host_id)) if has_caption else ""
    heads = (words("paper.item"), words("paper.value"))
    if _can_pair(rows):
        paired = tuple(_paired(rows))
        table = list_table((*heads, *heads), paired, shares=(3.2, 2.8, 3.2, 2.8), row_heads=1)
    else:
        table = list_table(
            (*heads, words("paper.as_of_and_source")),
            rows,
            shares=(3.4, 5.6, 3 if any(row[2] for row in rows) else 0),
            row_heads=1,
        )
    table = replace(table, caption=caption)
    if not common:
        return (kept(table),)
    # the name too: it may stand below at the foot of many a page, where alike lines seem a footer
    code = "paper.source_for" if has_caption else "paper.source_of_table"
    source = words("paper.origin_joint").join(common)
    told = naming.run(words(code, name=naming.body(host_id), source=source))
    return (kept(replace(table, note=told)),)


def bare(table: Table | None) -> Table | None:
    """The table without caption, for papers that head it otherwise."""
    return None if table is None else replace(table, caption="", label="")


def kept(table: Table) -> Block:
    """A short table stays on one page."""
    return KeepTogether((table,)) if len(table.rows) <= _SHORT else table


def _can_pair(rows: Sequence[_Cells]) -> bool:
    """Whether there are enough rows, each whole in itself, to set two beside each other."""
    return len(rows) > _FEW and all(row[0] is not None and not row[2] for row in rows)


def _paired(rows: Iterable[_Cells]) -> Iterator[_Cells]:
    """Two items on a line; a long value keeps a line of its own."""
    waiting: _Cells | None = None
    for row in (*rows, None):
        is_short = row is not None and _width(plain(_content(row[1]))) <= _PAIRED
        if waiting is not None and row is not None and is_short:
            head = Cell(_content(row[0]), is_head=True, shade="#ffffff", style="table")
            yield (*waiting[:2], head, row[1])
            waiting = None
            continue
        if waiting is not None:
            yield (waiting[0], Cell(_content(waiting[1]), across=3), None, None)
        waiting = row if is_short else None
        if row is not None and not is_short:
            yield (row[0], Cell(_content(row[1]), across=3), None, None)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _content(cell: Cell | Inlines | None) -> Inlines:
    if isinstance(cell, Cell):
        return cell.content
    return "" if cell is None else cell


def _standing(host_id: UUID, naming: Naming) -> Iterator[_Cells]:
    """Where it stands: founded, under whom, owned by whom, which of its units were visited."""
    words, dossier = naming.words, naming.dossier
    host = dossier.organisation(host_id)
    if host is None:
        return
    if host.founded:
        yield (words.field("founded"), words.partial_date(host.founded), "")
    if parent := naming.body(host.parent_id):
        since = words.partial_date(host.parent_since) if host.parent_since else ""
        sentence = words("paper.since", name=parent, since=since) if since else parent
        yield (words.field("parent_id"), naming.run(sentence), "")
    for tie in OrganisationTie:
        held = [
            each
            for each in dossier.organisation_relations
            if each.organisation_id == host_id and each.tie is tie
        ]
        names = [naming.body(each.other_id) + each.share for each in held]
        if any(names):
            yield (words.value(tie), naming.run(words.names(names)), "")
    units = dict.fromkeys(
        key for stop in dossier.stops if stop.host_id == host_id for key in stop.unit_ids
    )
    if units:
        yield (words.field("unit_ids"), naming.run(naming.bodies(units)), "")


def _origin(fact: Fact, naming: Naming) -> tuple[str, ...]:
    """As of when and from where, piece by piece."""
    words = naming.words
    source = naming.dossier.by_id.get(fact.source_id) if fact.source_id else None
    pieces = (
        naming.short_source(source) if isinstance(source, Source) else "",
        words("paper.as_of", date=words.partial_date(fact.as_of, is_past=False))
        if fact.as_of
        else "",
        fact.place,
        fact.page,
    )
    return tuple(piece for piece in pieces if piece)


def _common_origin(facts: Sequence[Fact], naming: Naming) -> tuple[str, ...]:
    told = [_origin(fact, naming) for fact in facts]
    return tuple(piece for piece in told[0] if all(piece in each for each in told)) if told else ()


def _facts(facts: Sequence[Fact], common: Sequence[str], naming: Naming) -> Iterator[_Cells]:
    words = naming.words
    counts = Counter(fact.metric for fact in facts)
    order = list(counts)
    seen: set[str] = set()
    for fact in sorted(facts, key=lambda fact: order.index(fact.metric)):
        metric: Cell | None = None
        if fact.metric not in seen:
            metric = Cell(naming.run(fact.metric), down=counts[fact.metric])
        seen.add(fact.metric)
        value: Inlines = words.quantity(fact.quantity) if fact.quantity else naming.run(fact.text)
        if fact.doubt:
            value = lines((value, naming.run(words("paper.doubt", doubt=fact.doubt))))
        own = [piece for piece in _origin(fact, naming) if piece not in common]
        yield (metric, value, naming.run(words("paper.origin_joint").join(own)) if own else "")
