"""What is known of a host, as a table: where it stands, its facts, and what they are known from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from unicodedata import east_asian_width
from uuid import UUID

from planner.domain.briefing import Fact, Source
from planner.domain.organisation import OrganisationTie
from planner.papers.live_tables import kept
from planner.papers.naming import Naming
from planner.papers.pieces import lines, list_table
from planner.typesetting.document import Block, Cell, Inlines, plain

_PAIRED = 18  # letters, a Chinese character counted as two, that leave room for another value
_FEW = 3  # rows that are not worth setting two on a line

_Cells = Sequence[Cell | Inlines | None]


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
