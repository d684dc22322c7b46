"""Tables made of records, that a manuscript refers to by name: `{table:talks}`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType

from planner.domain.follow_up import FollowUp
from planner.domain.outcome import Decision, Recommendation, Verdict
from planner.domain.seminar import Seminar, Talk
from planner.papers.naming import Naming
from planner.papers.pieces import filled, lines, list_table
from planner.papers.prose import label_of
from planner.typesetting.document import Block, Cell, Inlines, KeepTogether, Table

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


def bare(table: Table | None) -> Table | None:
    """The table without caption, for papers that head it otherwise."""
    return None if table is None else replace(table, caption="", label="")


def kept(table: Table) -> Block:
    """A short table stays on one page."""
    return KeepTogether((table,)) if len(table.rows) <= _SHORT else table
