"""Charts of facts stand in the report where they are cited, else in an annex."""

from uuid import UUID

import pytest

from planner.domain.briefing import ChartForm, FactChart
from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning
from planner.domain.values import Disclosure, Quantity
from planner.papers.template import Edition
from planner.rules.figures import numbers
from planner.typesetting.document import Chart, ChartKind, Document, walk
from planner.typesetting.numbering import number
from tests import builders as b
from tests.papers.conftest import Compose
from tests.papers.trees import headings, is_sound, paragraphs, references

HOST = b.organisation("包頭稀土研究院", name_latin="Baotou Institute")
PAPER = b.source("稀土年鑑")
YEARS = ("2012", "2013", "2014")
OUTPUT = tuple(
    b.fact(HOST, "產量", quantity=Quantity.read(f"{1000 * n} t"), as_of=year, source_id=PAPER.id)
    for n, year in enumerate(YEARS, 1)
)
DRAWN = FactChart(
    id=b.key("chart"),
    delegation_id=b.key("delegation"),
    title="歷年產量",
    form=ChartForm.LINE,
    fact_ids=tuple(each.id for each in OUTPUT),
)


def dossier(text: str, drawn: FactChart = DRAWN) -> Dossier:
    visit = b.stop("參訪", host_id=HOST.id)
    return b.dossier(
        organisations=(HOST,),
        stops=(visit,),
        sources=(PAPER,),
        facts=OUTPUT,
        fact_charts=(drawn,),
        photos=(b.photo("實驗室"),),
        sections=(b.section("過程", ChapterMeaning.PROCEEDINGS, text=text),),
    )


def charts(document: Document) -> list[Chart]:
    return [block for block in walk(document.blocks) if isinstance(block, Chart)]


def test_a_chart_stands_behind_its_first_citing_and_is_numbered_with_the_figures(
    compose: Compose,
) -> None:
    document = compose(
        "visit-report", dossier(f"如{{chart:{DRAWN.id}}}。再看{{chart:{DRAWN.id}}}。")
    )
    (chart,) = charts(document)
    assert chart.kind is ChartKind.LINE
    assert chart.categories == ("101年", "102年", "103年")
    assert chart.series[0].values == (1000, 2000, 3000)
    target = number(document).of(chart)
    assert target is not None
    assert target.number.strip() == "圖1"
    assert (f"fact_chart:{DRAWN.id}", "") in references(document)
    assert "資料來源：稀土年鑑" in paragraphs(document)
    assert is_sound(document)


def test_a_chart_that_is_not_cited_stands_in_the_annex_before_the_photos(compose: Compose) -> None:
    document = compose("visit-report", dossier("沒有引用。"))
    assert len(charts(document)) == 1
    titles = "".join(headings(document))
    assert titles.index("統計圖") < titles.index("活動相片")


def test_charts_and_photos_in_the_text_are_numbered_alike_by_checks_and_print(
    compose: Compose,
) -> None:
    """A photo, a chart, two photos as a range; one of a finding; one that nothing cites."""
    shots = [b.photo(name, position=place) for place, name in enumerate("甲乙丙丁戊")]
    first, second, third, lone, found = (each.id for each in shots)
    text = f"見{{figure:{third}}}、{{chart:{DRAWN.id}}}及{{figures:{first}..{second}}}。"
    finding = b.finding(1, "展示", text=f"見{{figure:{found}}}。")
    held = dossier(text).model_copy(update={"photos": tuple(shots), "findings": (finding,)})
    document = compose("visit-report", held, profile="trip_report")
    labels = [getattr(block, "label", "") for block in walk(document.blocks)]
    printed = [each for each in labels if each.startswith(("photo:", "fact_chart:"))]
    counted = numbers(held, photos_in_text=True)
    assert [UUID(each.partition(":")[2]) for each in printed] == list(counted)
    assert list(counted) == [third, DRAWN.id, first, second, lone, found]


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh_TW", "102年：2,000公噸"), ("en", "2,000 t for 2013")],
)
def test_every_value_is_told_to_those_who_cannot_see(
    compose: Compose, language: str, told: str
) -> None:
    (chart,) = charts(compose("visit-report", dossier(""), language=language))
    assert told in chart.alt
    assert chart.alt != chart.caption


def test_an_alt_text_of_ones_own_is_used(compose: Compose) -> None:
    (chart,) = charts(compose("visit-report", dossier("", DRAWN.with_(alt_text="逐年上升"))))
    assert chart.alt == "逐年上升"


def test_a_restricted_chart_is_not_in_the_public_edition(compose: Compose) -> None:
    held = DRAWN.with_(disclosure=Disclosure.INTERNAL)
    document = compose(
        "visit-report", dossier(f"如{{chart:{DRAWN.id}}}。", held), edition=Edition.PUBLIC
    )
    assert charts(document) == []
    assert is_sound(document)


def test_the_dossier_of_a_host_shows_its_charts(compose: Compose) -> None:
    assert len(charts(compose("host-dossier", dossier("")))) == 1
