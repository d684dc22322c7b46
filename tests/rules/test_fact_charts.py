"""What stands on the axes of a chart of facts, and which number the figure bears."""

import pytest

from planner.domain.briefing import ChartForm, Fact, FactChart
from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning
from planner.domain.values import Quantity
from planner.rules.fact_charts import Facet, chart_data, charts, drawn_at
from planner.rules.figures import citations, figure_notices, numbers
from planner.rules.manuscript import Manuscript
from tests import builders as b

NORTH, SOUTH = b.organisation("北方稀土"), b.organisation("南方稀土")


def fact(of, value, as_of=None, metric="產量", **values) -> Fact:
    made = b.fact(of, metric, quantity=Quantity.read(value), as_of=as_of, **values)
    return made.model_copy(update={"id": b.key(f"{of.name}{metric}{value}{as_of}")})


def chart(*facts: Fact, name: str = "各家產量", form: ChartForm = ChartForm.BAR, **values):
    return FactChart(
        id=b.key(f"chart {name}"),
        delegation_id=b.key("delegation"),
        title=name,
        form=form,
        fact_ids=tuple(each.id for each in facts),
        **values,
    )


def data(drawn: FactChart, *facts: Fact):
    return chart_data(drawn, b.dossier(facts=facts, fact_charts=(drawn,)))


def heights(found) -> list[list[float | None]]:
    return [
        [None if each is None else float(drawn_at(each)) for each in series.facts]
        for series in found.series
    ]


def test_bars_stand_by_what_differs_and_a_year_of_their_own_goes_with_the_name():
    facts = (fact(NORTH, "35,000 t", "2012"), fact(SOUTH, "12,000 t", "2014"))
    found = data(chart(*facts), *facts)
    assert found.across == (Facet.SUBJECT, Facet.AS_OF)
    assert found.apart == ()
    assert heights(found) == [[35000, 12000]]
    assert found.unit == "t"


def test_a_line_runs_over_time_in_order_with_a_series_for_each():
    facts = (
        fact(NORTH, "3 t", "2014"),
        fact(NORTH, "1 t", "2012"),
        fact(SOUTH, "9 t", "2012"),
    )
    found = data(chart(*facts, form=ChartForm.LINE), *facts)
    assert [each.as_of for each in found.categories] == ["2012", "2014"]
    assert found.apart == (Facet.SUBJECT,)
    assert heights(found) == [[1, 3], [9, None]]


def test_what_cannot_stand_on_one_axis_is_left_out_and_named():
    tons, people = fact(NORTH, "3 t"), fact(SOUTH, "700人")
    words = b.fact(NORTH, "方法", text="浸出")
    found = data(chart(tons, people, words), tons, people, words)
    assert found.left_out == (people, words)


def test_of_two_values_for_one_thing_the_second_is_named_beside_the_drawing():
    first, second = fact(NORTH, "3 t", "2012"), fact(NORTH, "4 t", "2012")
    other = fact(SOUTH, "5 t", "2012")
    found = data(chart(first, second, other), first, second, other)
    assert heights(found) == [[3, 5]]
    assert found.left_out == (second,)


def test_a_range_is_drawn_at_its_middle():
    assert drawn_at(fact(NORTH, "2 to 4 kg")) == 3


@pytest.mark.parametrize("facts", [(), (b.fact(NORTH, "方法", text="浸出"),)])
def test_without_a_number_there_is_no_drawing_and_one_is_told(facts):
    drawn = chart(*facts)
    dossier = b.dossier(facts=facts, fact_charts=(drawn,))
    assert chart_data(drawn, dossier) is None
    (notice,) = figure_notices(dossier, Manuscript(dossier))
    assert notice.rule == "figure.empty_chart"


@pytest.fixture
def told() -> Dossier:
    """Two charts, the second cited alone, and a photo cited before it."""
    facts = (fact(NORTH, "3 t"), fact(SOUTH, "5 t"))
    first, second = chart(*facts, name="一"), chart(*facts, name="二", position=1)
    photo = b.photo("實驗室")
    text = f"見{{figure:{photo.id}}}、{{chart:{second.id}}}與圖1。"
    return b.dossier(
        organisations=(NORTH, SOUTH),
        facts=facts,
        fact_charts=(first, second),
        photos=(photo,),
        sections=(b.section("過程", ChapterMeaning.PROCEEDINGS, text=text),),
    )


def test_cited_charts_come_first_then_others_then_photos(told):
    assert [each.title for each in charts(told)] == ["二", "一"]
    photo = told.photos[0].id
    assert numbers(told)[photo] == 3


def test_charts_are_cited_like_figures_and_never_out_of_order(told):
    manuscript = Manuscript(told)
    second = told.fact_charts[1].id
    found = citations(told, manuscript)
    assert [each.ids for each in found if each.is_live] == [(told.photos[0].id,), (second,)]
    assert [each.ids for each in found if not each.is_live] == [(second,)]  # 圖1 by hand
    rules = [notice.rule for notice in figure_notices(told, manuscript)]
    assert "figure.out_of_order" not in rules
    assert "figure.unknown" not in rules


def test_a_number_typed_by_hand_means_the_figure_printed_with_it(told):
    (typed,) = (
        each for each in citations(told, Manuscript(told), photos_in_text=True) if not each.is_live
    )
    assert typed.ids == (told.photos[0].id,)
