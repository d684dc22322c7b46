"""Charts of facts: which are figures, in which order, and what stands on their axes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from planner.domain.briefing import ChartForm, Fact, FactChart
from planner.domain.dossier import Dossier
from planner.rules.manuscript import Manuscript
from planner.rules.similarity import folded


class Facet(StrEnum):
    """What tells one fact from another."""

    SUBJECT = "subject"
    METRIC = "metric"
    PLACE = "place"
    AS_OF = "as_of"


@dataclass(frozen=True)
class ChartSeries:
    """Facts in the order of the categories; None where there is none."""

    facts: tuple[Fact | None, ...]

    @property
    def first(self) -> Fact:
        return next(fact for fact in self.facts if fact is not None)


@dataclass(frozen=True)
class ChartData:
    """`across` names the categories, each by the first of its facts; `apart` names the series.

    `left_out` are words, values of another unit, and second values for what is drawn already.
    """

    across: tuple[Facet, ...]
    apart: tuple[Facet, ...]
    categories: tuple[Fact, ...]
    series: tuple[ChartSeries, ...]
    unit: str
    left_out: tuple[Fact, ...] = ()


def charts(dossier: Dossier, manuscript: Manuscript | None = None) -> tuple[FactChart, ...]:
    """Those that can be drawn: first what the text cites, as it cites, then the others."""
    manuscript = manuscript or Manuscript(dossier)
    cited = [
        key
        for passage in manuscript.passages
        for reference in passage.references
        if reference.record_kind == FactChart.kind
        for key in reference.keys
    ]
    rank = {key: place for place, key in enumerate(dict.fromkeys(cited))}
    drawn = (chart for chart in dossier.fact_charts if chart_data(chart, dossier) is not None)
    return tuple(
        sorted(drawn, key=lambda each: (rank.get(each.id, len(rank)), each.position, each.id))
    )


def chart_data(chart: FactChart, dossier: Dossier) -> ChartData | None:
    """None where no fact has a number."""
    found = [fact for key in chart.fact_ids if isinstance(fact := dossier.by_id.get(key), Fact)]
    unit = next((fact.quantity.unit for fact in found if fact.quantity), "")
    facts = [fact for fact in found if fact.quantity and fact.quantity.unit == unit]
    if not facts:
        return None
    varying = [facet for facet in Facet if len({_said(fact, facet) for fact in facts}) > 1]
    across = _across(chart.form, varying, facts)
    groups = _grouped(facts, (across,))
    if across is Facet.AS_OF:
        groups.sort(key=lambda group: group[0].as_of or "")
    # what differs within a category makes the series; the rest may as well stand with its name
    apart = tuple(
        facet
        for facet in varying
        if facet is not across
        and any(len({_said(fact, facet) for fact in group}) > 1 for group in groups)
    )
    named = tuple(facet for facet in varying if facet is not across and facet not in apart)
    series = tuple(_series(each, groups) for each in _grouped(facts, apart))
    drawn = {fact for each in series for fact in each.facts}
    return ChartData(
        (across, *named),
        apart,
        tuple(group[0] for group in groups),
        series,
        unit,
        tuple(fact for fact in found if fact not in drawn),
    )


def drawn_at(fact: Fact) -> Decimal:
    """The height of a value: of a range its middle."""
    assert fact.quantity is not None
    number, upper = fact.quantity.number, fact.quantity.upper
    return number if upper is None else (number + upper) / 2


def _across(form: ChartForm, varying: Sequence[Facet], facts: Sequence[Fact]) -> Facet:
    """A line runs over time; bars stand beside each other by what differs most."""
    if Facet.AS_OF in varying and form is ChartForm.LINE:
        return Facet.AS_OF
    return max(
        varying,
        key=lambda facet: len({_said(fact, facet) for fact in facts}),
        default=Facet.SUBJECT,
    )


def _grouped(facts: Iterable[Fact], by: Sequence[Facet]) -> list[list[Fact]]:
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        groups.setdefault(tuple(_said(fact, facet) for facet in by), []).append(fact)
    return list(groups.values())


def _series(facts: Sequence[Fact], groups: Sequence[Sequence[Fact]]) -> ChartSeries:
    return ChartSeries(
        tuple(next((fact for fact in group if fact in facts), None) for group in groups)
    )


def _said(fact: Fact, facet: Facet) -> object:
    if facet is Facet.SUBJECT:
        return fact.organisation_id or folded(fact.subject)
    return fact.as_of if facet is Facet.AS_OF else folded(getattr(fact, facet))
