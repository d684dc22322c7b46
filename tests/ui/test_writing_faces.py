"""References show in the editor what the paper will print, and everything there is is offered."""

from planner.domain.briefing import FactChart
from planner.domain.dossier import Dossier
from planner.domain.markup import references
from planner.domain.profile import PhotoPlace, ReportProfile
from planner.printing import profile_of
from planner.ui.report.writing.faces import ReferenceFaces, matching
from planner.words import Words
from tests import builders as b

HOST = b.organisation("包頭稀土研究院")
FACTS = tuple(
    b.fact(HOST, "產量", quantity={"number": value, "unit": "公噸"}, as_of=f"{year}")
    for year, value in ((2013, 3000), (2014, 3500))
)
CHART = FactChart(
    delegation_id=b.key("delegation"), title="產量", fact_ids=tuple(fact.id for fact in FACTS)
)
PHOTOS = tuple(b.photo(name, position=at) for at, name in enumerate("甲乙"))
TEXT = f"見{{figure:{PHOTOS[1].id}}}、{{figure:{PHOTOS[0].id}}}及{{chart:{CHART.id}}}。"


def told() -> Dossier:
    section = b.section("過程", text=TEXT)
    given = {"facts": FACTS, "fact_charts": (CHART,), "photos": PHOTOS, "sections": (section,)}
    return b.dossier(organisations=(HOST,), **given)


def shown(dossier: Dossier, profile: ReportProfile | None = None) -> list[str]:
    faces = ReferenceFaces(dossier, Words("zh_TW"), profile)
    return [faces(each) for each in references(TEXT)]


def test_charts_count_before_the_photos_of_an_appendix():
    assert shown(told()) == ["圖3", "圖2", "圖1"]


def test_figures_in_the_text_count_as_they_stand_there():
    usual = profile_of(told(), None)
    page = usual.page.model_copy(update={"photos": PhotoPlace.IN_TEXT})
    profile = usual.model_copy(update={"page": page})
    assert shown(told(), profile) == ["圖1", "圖2", "圖3"]


def test_a_chart_is_offered_as_a_figure_by_its_title():
    faces = ReferenceFaces(told(), Words("zh_TW"))
    found = {offer.markup: offer for offer in matching(faces.offers(), "產量")}
    offer = found[f"{{chart:{CHART.id}}}"]
    assert (offer.group, offer.title, offer.note) == ("統計圖", "圖1", "產量")
