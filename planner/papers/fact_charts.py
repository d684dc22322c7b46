"""Charts of facts as figures: drawn from the values, told in words, with their sources."""

from collections.abc import Iterable, Sequence

from planner.domain.briefing import ChartForm, Fact, FactChart, Source
from planner.papers.naming import Naming
from planner.papers.prose import label_of
from planner.rules.fact_charts import ChartData, Facet, chart_data, drawn_at
from planner.typesetting.document import (
    Block,
    Chart,
    ChartKind,
    KeepTogether,
    Paragraph,
    Series,
)

_KINDS = {ChartForm.BAR: ChartKind.BAR, ChartForm.LINE: ChartKind.LINE}
_WIDTH, _WIDE = 0.8, 1.0
_FEW = 5  # categories that fill no whole line


def fact_chart(chart: FactChart, naming: Naming) -> Block | None:
    """The drawing with what it rests on; None where no fact has a number."""
    data = chart_data(chart, naming.dossier)
    if data is None:
        return None
    drawn = Chart(
        kind=_KINDS[chart.form],
        categories=tuple(_name(fact, data.across, naming) for fact in data.categories),
        series=tuple(
            Series(
                _name(series.first, data.apart, naming),
                tuple(None if fact is None else float(drawn_at(fact)) for fact in series.facts),
            )
            for series in data.series
        ),
        alt=chart.alt_text or _told(chart, data, naming),
        caption=naming.run(chart.title),
        label=label_of(FactChart.kind, chart.id),
        value_title=naming.words.unit(data.unit),
        width=_WIDTH if len(data.categories) <= _FEW else _WIDE,
    )
    notes = [Paragraph(naming.run(note), "figure-note") for note in _notes(data, naming)]
    return KeepTogether((drawn, *notes)) if notes else drawn


def charts_of(host: object, naming: Naming) -> tuple[Block, ...]:
    """The charts that tell of one organisation alone."""
    by_id = naming.dossier.by_id
    found = (
        chart
        for chart in naming.dossier.fact_charts
        if {getattr(by_id.get(key), "organisation_id", None) for key in chart.fact_ids} == {host}
    )
    return tuple(block for chart in found if (block := fact_chart(chart, naming)))


def _name(fact: Fact, facets: Iterable[Facet], naming: Naming) -> str:
    said = (_facet(fact, facet, naming) for facet in facets)
    return naming.words("paper.name_joint").join(part for part in said if part)


def _facet(fact: Fact, facet: Facet, naming: Naming) -> str:
    match facet:
        case Facet.SUBJECT:
            return naming.body(fact.organisation_id) or fact.subject
        case Facet.AS_OF:
            return naming.words.partial_date(fact.as_of, is_past=False) if fact.as_of else ""
    return str(getattr(fact, facet))


def _told(chart: FactChart, data: ChartData, naming: Naming) -> str:
    """Every value in words, for those who cannot see the drawing."""
    drawn = [fact for series in data.series for fact in series.facts if fact is not None]
    values = naming.words.names(_value(fact, (*data.apart, *data.across), naming) for fact in drawn)
    return naming.words(f"paper.chart.{chart.form}", title=chart.title, values=values)


def _value(fact: Fact, facets: Sequence[Facet], naming: Naming) -> str:
    name = _name(fact, facets, naming) or fact.metric
    return naming.words("paper.chart.value", name=name, value=naming.value(fact))


def _notes(data: ChartData, naming: Naming) -> Iterable[str]:
    """From where the values are, and what could not be drawn beside them."""
    words, by_id = naming.words, naming.dossier.by_id
    drawn = [fact for series in data.series for fact in series.facts if fact is not None]
    keys = dict.fromkeys(fact.source_id for fact in drawn if fact.source_id)
    sources = [source for key in keys if isinstance(source := by_id.get(key), Source)]
    if sources:
        named = words.names(naming.short_source(source) for source in sources)
        yield words("paper.source_of_table", source=named)
    if data.left_out:
        facets = (Facet.SUBJECT, Facet.METRIC, Facet.PLACE, Facet.AS_OF)
        yield words(
            "paper.chart.not_drawn",
            values=words.names(_value(fact, facets, naming) for fact in data.left_out),
        )
