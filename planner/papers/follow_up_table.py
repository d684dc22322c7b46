"""採行情形: what became of each recommendation and of every other open matter."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.outcome import Recommendation
from planner.domain.profile import Names
from planner.papers.earlier import last_entry
from planner.papers.form import form, form_page, masthead, part
from planner.papers.live_tables import kept, owner_of, verdict_of
from planner.papers.naming import Naming
from planner.papers.pieces import filled, lines, list_table
from planner.papers.template import Commission, Template
from planner.rules.follow_through import in_period
from planner.typesetting.document import (
    Block,
    Cell,
    Chart,
    ChartKind,
    Document,
    Inlines,
    Paragraph,
    Series,
    Table,
)

_WORTH_A_CHART = 4  # fewer are seen in the table as soon

_Row = Sequence[Cell | Inlines | None]


def compose(commission: Commission) -> Document:
    dossier = commission.dossier
    if commission.reported:
        dossier = in_period(dossier, *commission.reported)
    naming = Naming(dossier, commission.words)
    title = FOLLOW_UP_TABLE.title.in_(commission.words.language)
    page = form_page(commission).turned()
    blocks = tuple(_blocks(title, naming, commission.reported))
    return form(commission, title, blocks, page=page, body_size=11)


def _blocks(title: str, naming: Naming, reported: tuple[date, date] | None) -> Iterator[Block]:
    words, dossier = naming.words, naming.dossier
    delegation = dossier.delegation
    period = words.period(delegation.starts_on, delegation.ends_on)
    yield from masthead(title, naming, period)
    if reported:
        yield Paragraph(words("paper.reported_period", period=words.period(*reported)), "form-note")
    rows = [row for each in dossier.recommendations for row in _adoption(each, naming)]
    if rows:
        yield _table(words.kind("recommendation"), rows, naming, has_decisions=True)
    else:
        yield Paragraph(words("paper.no_recommendations"), "plain")
    matters = (each for each in dossier.follow_ups if each.recommendation_id is None)
    others = [_other(number, each, naming) for number, each in enumerate(matters, start=1)]
    if others:
        yield part(words("paper.other_matters"))
        yield kept(_table(words("paper.matter"), others, naming, has_decisions=False))
    if day := last_entry((dossier,)):
        yield Paragraph(words("paper.as_reported", day=day), "form-note")
    states = {each.state for each in dossier.follow_ups}
    if len(dossier.follow_ups) >= _WORTH_A_CHART and len(states) > 1:
        yield _chart(dossier.follow_ups, naming)


def _chart(follow_ups: Sequence[FollowUp], naming: Naming) -> Chart:
    """How many stand in each state, at a glance."""
    words = naming.words
    counts = Counter(each.state for each in follow_ups)
    states = [words.value(state) for state in FollowUpState]
    numbers = [counts[state] for state in FollowUpState]
    told = words.names(
        words("paper.state_count", state=state, count=number)
        for state, number in zip(states, numbers, strict=True)
    )
    return Chart(
        ChartKind.BAR,
        tuple(states),
        (Series(words("paper.items"), tuple(map(float, numbers))),),
        alt=told,
        caption=words("paper.items_by_state"),
        value_title=words("paper.items"),
        width=0.62,
        height=150,
    )


def _table(matter: str, rows: Iterable[_Row], naming: Naming, *, has_decisions: bool) -> Table:
    words = naming.words
    heads = (
        words("paper.item_number"),
        matter,
        words.kind("decision"),
        words.kind("follow_up"),
        words("paper.responsible"),
        words("paper.progress"),
        words.field("due_on"),
        words.field("state"),
    )
    return list_table(heads, rows, shares=(0.9, 4, 2.2 if has_decisions else 0, 4, 2.6, 5, 2, 1.9))


def _adoption(recommendation: Recommendation, naming: Naming) -> Iterator[_Row]:
    """Responsible and assisting units, what they did, until when, as it stands."""
    found = [
        each for each in naming.dossier.follow_ups if each.recommendation_id == recommendation.id
    ]
    down = max(len(found), 1)
    head = (
        Cell(str(recommendation.number), down=down),
        Cell(naming.run(recommendation.title), down=down),
        Cell(verdict_of(recommendation, naming), down=down),
    )
    if not found:
        owner = naming.body(recommendation.addressee_id)
        missing = filled("", naming.words)
        yield (*head, missing, filled(owner, naming.words), missing, missing, missing)
    for index, follow_up in enumerate(found):
        yield (*(head if index == 0 else (None, None, None)), *_standing(follow_up, naming))


def _standing(follow_up: FollowUp, naming: Naming) -> tuple[Inlines, ...]:
    words = naming.words
    entries = [each for each in naming.dossier.progress if each.follow_up_id == follow_up.id]
    told = [
        naming.run(words("paper.dated", day=each.on, text=each.text))
        for each in sorted(entries, key=lambda each: each.on)
    ]
    if follow_up.done:
        told.append(naming.run(follow_up.done))
    return (
        naming.run(follow_up.text),
        filled(owner_of(follow_up, naming), words),
        filled(lines(told), words),
        filled(words.text(follow_up.due_on), words),
        words.value(follow_up.state),
    )


def _other(number: int, follow_up: FollowUp, naming: Naming) -> _Row:
    """A matter that came of a promise, a question or an agreement, or of nothing recorded."""
    words, by_id = naming.words, naming.dossier.by_id
    keys = (follow_up.promise_id, follow_up.question_id, follow_up.agreement_id)
    origin = next((by_id[key] for key in keys if key and key in by_id), None)
    told = getattr(origin, "text", "") or getattr(origin, "title", "")
    matter = words("paper.matter_of", kind=words.kind(origin.kind), text=told) if origin else ""
    return (str(number), naming.run(matter), "", *_standing(follow_up, naming))


FOLLOW_UP_TABLE = Template(
    "follow-up-table", Names(zh_TW="建議事項採行情形表", en="Adoption of recommendations"), compose
)
