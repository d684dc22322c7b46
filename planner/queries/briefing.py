"""What the background of a delegation shows: sources, facts, and which needs what."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from planner.domain.briefing import Fact, FactChart, Relation, Source
from planner.queries.dossiers import dossier
from planner.rules.contradictions import conflicts
from planner.rules.fact_charts import ChartData, chart_data
from planner.store.repository import Repository
from planner.store.search import SearchIndex
from planner.store.tables import columns_of


@dataclass(frozen=True)
class SourceLine:
    """`is_attached` where the delegation lists it; others are cited by what is known of hosts."""

    key: UUID
    source: Source
    is_attached: bool
    fact_count: int
    relation_count: int


@dataclass(frozen=True)
class FactLine:
    """Those of one `conflict` contradict each other."""

    key: UUID
    fact: Fact
    subject: str
    source: Source | None
    conflict: int | None = None


@dataclass(frozen=True)
class ChartLine:
    """`data` is what can be drawn of it; None where no fact has a number."""

    key: UUID
    chart: FactChart
    data: ChartData | None


@dataclass(frozen=True)
class Briefing:
    sources: tuple[SourceLine, ...]
    facts: tuple[FactLine, ...]
    relations: tuple[Relation, ...]
    charts: tuple[ChartLine, ...] = ()

    @property
    def attached(self) -> tuple[UUID, ...]:
        return tuple(line.key for line in self.sources if line.is_attached)


def source_name(source: Source) -> str:
    """Its title; without one its author and where it stood, at last what is noted of it."""
    where = " ".join(part for part in (source.publisher, source.issue) if part)
    named = ", ".join(part for part in (source.author, where) if part)
    return source.title or named or source.address or source.note


def briefing(session: Session, delegation: UUID) -> Briefing:
    """Contradicting facts stand side by side, in the place of the first of them."""
    found = dossier(session, delegation)
    attached = set(found.delegation.briefing_source_ids)
    told = Counter(fact.source_id for fact in found.facts)
    related = Counter(relation.source_id for relation in found.relations)
    names = {body.id: body.name for body in found.organisations}
    sources = {source.id: source for source in found.sources}
    groups = {
        fact.id: number for number, group in enumerate(conflicts(found.facts)) for fact in group
    }
    facts = (
        FactLine(
            fact.id,
            fact,
            names.get(fact.organisation_id, "") if fact.organisation_id else fact.subject,
            sources.get(fact.source_id) if fact.source_id else None,
            groups.get(fact.id),
        )
        for fact in found.facts
    )
    lines = (
        SourceLine(each.id, each, each.id in attached, told[each.id], related[each.id])
        for each in found.sources
    )
    return Briefing(
        tuple(sorted(lines, key=lambda line: (not line.is_attached, source_name(line.source)))),
        tuple(sorted(facts, key=_place)),
        found.relations,
        tuple(ChartLine(each.id, each, chart_data(each, found)) for each in found.fact_charts),
    )


def _place(line: FactLine) -> tuple[str, str, str, str, str]:
    fact = line.fact
    return line.subject, fact.metric, fact.place, fact.as_of or "", str(line.key)


@dataclass(frozen=True)
class SourceName:
    """A source to complete in a form, as the names of people are."""

    key: UUID
    name: str
    note: str = ""


def source_names(session: Session, containing: str, most: int = 12) -> list[SourceName]:
    wanted = containing.strip()
    if not wanted:
        return []
    hits = SearchIndex(session.connection()).ask(wanted, kind=Source.kind, limit=most)
    return sources_named(session, [hit.key for hit in hits])


def sources_named(session: Session, keys: Iterable[UUID]) -> list[SourceName]:
    found = Repository(session.connection(), Source).where(id=list(keys))
    return [SourceName(each.id, source_name(each), each.author) for each in found]


def unattached_sources(session: Session, attached: Iterable[UUID]) -> list[SourceName]:
    """Every source of the store that is not among these."""
    taken, columns = set(attached), columns_of(Source)
    keys = session.connection().execute(select(columns.id)).scalars()
    lines = sources_named(session, [key for key in keys if key not in taken])
    return sorted(lines, key=lambda line: line.name)
