"""Chapters drafted from the records cite them live, and print without a gap."""

import pytest

from planner.domain.changes import EditName
from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning, Section
from planner.domain.markup import parse, plain, references
from planner.exchange.bundle import read_bundle
from planner.papers.drafts import drafts
from planner.queries.dossiers import dossier
from planner.resources import resource
from planner.rules.disclosure import without_internal
from planner.rules.manuscript import Manuscript
from planner.rules.references import reference_notices
from planner.store.database import Database
from planner.usecases.imports import import_bundle
from planner.words import Words
from tests import builders as b

SAMPLE = resource("samples", "rare-earth-2015.planner")


@pytest.fixture
def sample_dossier(database: Database) -> Dossier:
    bundle = read_bundle(SAMPLE)
    with database.begin(EditName("import")) as work:
        import_bundle(work, bundle)
    with database.read() as session:
        return dossier(session, bundle.delegations[0])


@pytest.fixture(params=["zh_TW", "en"])
def words(request) -> Words:
    return Words(request.param)


def chapter(meaning: ChapterMeaning, **values: object) -> Section:
    return b.section("章", meaning, **values)


def test_drafts_of_every_chapter_refer_to_nothing_that_is_not_there(sample_dossier, words):
    told = sample_dossier
    days = sorted({stop.starts.day for stop in told.stops})
    sections = [
        *(chapter(meaning) for meaning in ChapterMeaning),
        *(chapter(ChapterMeaning.OTHER, day=day) for day in days),
        *(chapter(ChapterMeaning.OTHER, host_id=host.id) for host in told.organisations),
    ]
    for section in sections:
        meaning = section.meaning
        text = "\n\n".join(each.text for each in drafts(section, meaning, told, words))
        held = told.model_copy(update={"sections": (section.with_(text=text),)})
        assert list(reference_notices(held, Manuscript(held))) == []
        assert "…" not in plain(text)


def test_a_day_is_told_stop_by_stop_with_photos_and_people(sample_dossier):
    told = sample_dossier
    stop = next(each for each in told.stops if each.people_met_ids)
    section = chapter(ChapterMeaning.PROCEEDINGS, day=stop.starts.day)
    found = {each.key: each.text for each in drafts(section, section.meaning, told, Words("zh_TW"))}
    assert set(found) >= {
        f"stop:{each.id}" for each in told.stops if each.starts.day == section.day
    }
    cited = {each.source for each in references(found[f"stop:{stop.id}"])}
    assert {f"{{titled:{key}}}" for key in stop.people_met_ids} <= cited


def test_a_host_is_told_with_its_facts_and_each_source_once_behind_them(sample_dossier):
    host, one, other = b.organisation("a host"), b.source("one"), b.source("other")
    facts = tuple(
        b.fact(host, f"{number}", text="some", source_id=source.id)
        for number, source in enumerate((one, one, other, one, one))
    )
    given = {"organisations": (host,), "sources": (one, other), "facts": facts}
    told = sample_dossier.model_copy(update=given)
    section = chapter(ChapterMeaning.HOSTS, host_id=host.id)
    (made,) = drafts(section, section.meaning, told, Words("zh_TW"))
    cited = [each.kind for each in references(made.text) if each.record_kind == "fact"]
    assert cited == ["fact", "cited", "cited", "fact", "cited"]
    assert len(parse(made.text)) == 1


def outcomes_drafted(told: Dossier, *meanings: ChapterMeaning) -> Section:
    section = chapter(meanings[0])
    passages = [
        each for meaning in meanings for each in drafts(section, meaning, told, Words("zh_TW"))
    ]
    return section.with_(text="\n\n".join(each.text for each in passages))


def test_findings_and_recommendations_are_told_in_the_words_of_their_records(sample_dossier):
    told = sample_dossier
    both = (ChapterMeaning.FINDINGS, ChapterMeaning.RECOMMENDATIONS)
    section = outcomes_drafted(told, *both)
    for outcome in (*told.findings, *told.recommendations):
        assert f"{outcome.text}{{outcome:{outcome.id}}}" in section.text
    # what the text tells already is not offered a second time
    held = told.model_copy(update={"sections": (section,)})
    other = b.section("又一章", ChapterMeaning.FINDINGS, position=9)
    assert drafts(other, ChapterMeaning.FINDINGS, held, Words("zh_TW")) == ()


def test_each_line_of_an_outcome_is_tied_to_it():
    finding = b.finding(
        1, "所見", text="總說\n\n# 其一\n# 其二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"
    )
    section = outcomes_drafted(b.dossier(findings=(finding,)), ChapterMeaning.FINDINGS)
    assert without_internal(section.text, {finding.id}) == ""


def test_a_finding_without_words_is_told_by_its_title_alone():
    finding = b.finding(1, "所見")
    section = outcomes_drafted(b.dossier(findings=(finding,)), ChapterMeaning.FINDINGS)
    assert section.text == f"{{outcome:{finding.id}}}"
