"""The visit report: by the central profile, from the writer's chapters and the records."""

import pytest

from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning
from planner.domain.organisation import OrganisationKind
from planner.domain.outcome import Verdict
from planner.domain.values import Disclosure, Quantity, Side
from planner.papers.template import Edition
from planner.typesetting.document import (
    Contents,
    Document,
    FigureRow,
    Gallery,
    SectionBreak,
    walk,
)
from tests import builders as b
from tests.papers.conftest import Compose
from tests.papers.trees import (
    headings,
    is_sound,
    items,
    paragraphs,
    references,
    table,
    tables,
    text,
)

MTAC = b.organisation("蒙藏委員會", name_latin="Mongolian and Tibetan Affairs Commission")
TECH = b.organisation("國立臺北科技大學")
ITRI = b.organisation("工業技術研究院")
HOST = b.organisation("包頭稀土研究院", founded="1963")
CAO, CHANG, LIU = b.person("曹申"), b.person("張添晉"), b.person("魯飛")
SEMINAR_STOP = b.stop("研討會", "2015-08-18/morning", host_id=HOST.id, stop_kind="seminar")
SEMINAR = b.seminar("2015海峽兩岸學術研討會", stop_id=SEMINAR_STOP.id)
FIRST, SECOND = b.photo("實驗室", position=1), b.photo("會談", position=2)


def full(**changes: object) -> Dossier:
    """A small delegation with something in every corner."""
    visit = b.stop("參訪包頭稀土研究院", host_id=HOST.id, narrative="參觀展示館。")
    finding = b.finding(1, "以拆解之汽車展示", text="易於理解。", stop_id=visit.id)
    advice = b.recommendation(1, "推動雙向交流", text="建議如下。", finding_ids=(finding.id,))
    chapter = b.section("過程紀要", ChapterMeaning.PROCEEDINGS, position=3)
    written = b.section(
        "第一天（8月17日，星期一）：抵達",
        parent_id=chapter.id,
        day="2015-08-17",
        text=f"參觀實驗室（{{figures:{FIRST.id}..{SECOND.id}}}），分工如{{table:work}}。",
    )
    records: dict[str, object] = {
        "delegation": b.delegation(
            lead_body_id=MTAC.id,
            taking_part_ids=(TECH.id, ITRI.id),
            countries=("CN",),
            regions=("中國大陸 內蒙古自治區",),
        ),
        "organisations": (MTAC, TECH, ITRI, HOST),
        "people": (CAO, CHANG, LIU),
        "posts": (b.post(LIU, "工程師", organisation_id=HOST.id),),
        "members": (
            b.member(CAO, body_id=ITRI.id, unit="材化所", post_title="主任"),
            b.member(CHANG, body_id=TECH.id, post_title="工程學院院長"),
        ),
        "objectives": (b.objective(1, "增進產業瞭解"),),
        "work_shares": (b.work_share("籌備", body_id=MTAC.id),),
        "stops": (visit, SEMINAR_STOP),
        "seminars": (SEMINAR,),
        "talks": (
            b.talk(1, "金屬精煉", SEMINAR, speaker_ids=(CAO.id,)),
            b.talk(2, "鎂合金", SEMINAR, speaker_ids=(LIU.id,), side=Side.HOST),
        ),
        "findings": (finding,),
        "recommendations": (advice,),
        "facts": (b.fact(HOST, "員工", quantity=Quantity.read("700+人")),),
        "photos": (FIRST, SECOND),
        "sections": (
            b.section("摘要", ChapterMeaning.SUMMARY, text="本團赴內蒙古。"),
            b.section("計畫緣起與目的", ChapterMeaning.AIM, position=1, text="緣起。"),
            chapter,
            written,
        ),
    }
    return b.dossier(**(records | changes))


def report(compose: Compose, dossier: Dossier, **how: object) -> Document:
    return compose("visit-report", dossier, **how)


def test_chapters_follow_the_profile_with_the_writers_own_titles(compose: Compose) -> None:
    found = headings(report(compose, full()))
    assert found == [
        "摘要",
        "壹、計畫緣起與目的",
        "貳、受訪單位簡介",
        "一、包頭稀土研究院",
        "參、過程紀要",
        "一、第一天（8月17日，星期一）：抵達",
        "二、第二天（8月18日，星期二）",
        "肆、心得及建議",
        "一、心得",
        "（一）以拆解之汽車展示",
        "二、建議",
        "（一）推動雙向交流",
        "伍、附錄",
    ]


def test_a_title_of_the_profile_stands_in_the_language_of_the_paper(compose: Compose) -> None:
    written = (
        b.section("目的", ChapterMeaning.AIM, text="Why."),
        b.section("沿途所見", ChapterMeaning.PROCEEDINGS, text="What.", position=1),
    )
    document = compose("visit-report", b.dossier(sections=written), language="en")
    assert headings(document)[1:3] == ["1Aim", "2沿途所見"]


def test_the_cover_tells_each_line_of_the_profile_and_shows_gaps(compose: Compose) -> None:
    document = report(compose, full())
    assert paragraphs(document)[:3] == [
        "系統識別號：（未填）",
        "出國報告（出國類別：考察）",
        "內蒙古稀土產業參訪",
    ]
    assert tables(document)[0] == [
        ["服務機關：", "蒙藏委員會、國立臺北科技大學、工業技術研究院"],
        ["姓名職稱：", "國立臺北科技大學"],
        ["", "\u3000張添晉\u3000工程學院院長"],
        ["", "工業技術研究院"],
        ["", "\u3000曹申\u3000材化所主任"],
        ["派赴國家／地區：", "中國大陸 內蒙古自治區"],
        ["出國期間：", "104年8月17日至19日"],
        ["報告日期：", "（未填）"],
    ]


def test_front_matter_and_body_count_their_pages_apart(compose: Compose) -> None:
    document = report(compose, full())
    setups = [block.setup for block in document.blocks if isinstance(block, SectionBreak)]
    assert document.page.number == ""
    assert [setup.numerals.value for setup in setups] == ["roman", "arabic"]
    assert any(isinstance(block, Contents) for block in document.blocks)


def test_figures_and_tables_are_cited_by_links(compose: Compose) -> None:
    document = report(compose, full())
    assert (f"photo:{FIRST.id}", f"photo:{SECOND.id}") in references(document)
    assert ("table:work", "") in references(document)
    assert is_sound(document)


def test_a_live_table_stands_behind_its_first_citing_and_only_there(compose: Compose) -> None:
    document = report(compose, full())
    assert table(document, "各機關分工") == [["機關（構）", "工作項目"], ["蒙藏委員會", "籌備"]]
    labels = [getattr(block, "label", "") for block in walk(document.blocks)]
    assert labels.count("table:work") == 1
    assert labels.index("table:work") > labels.index(f"section:{b.key('section 過程紀要')}")


def test_the_talks_stand_with_their_sides_on_the_day_of_the_seminar(compose: Compose) -> None:
    document = report(compose, full())
    assert table(document, "專題發表")[1:] == [
        ["我方", "金屬精煉", "曹申", "工業技術研究院材化所主任"],
        ["對方", "鎂合金", "魯飛", "包頭稀土研究院工程師"],
    ]


def test_photos_stand_in_the_appendix_two_a_page(compose: Compose) -> None:
    (gallery,) = [
        block for block in walk(report(compose, full()).blocks) if isinstance(block, Gallery)
    ]
    assert [figure.alt for figure in gallery.figures] == ["畫面：實驗室", "畫面：會談"]
    assert (gallery.across, gallery.down) == (1, 2)


def test_a_profile_may_put_photos_where_they_are_cited(compose: Compose) -> None:
    document = report(compose, full(), profile="trip_report", language="en")
    (row,) = [block for block in walk(document.blocks) if isinstance(block, FigureRow)]
    assert len(row.figures) == 2
    assert not any(isinstance(block, Gallery) for block in walk(document.blocks))
    assert is_sound(document)


def test_uncited_photos_of_such_a_profile_follow_the_account(compose: Compose) -> None:
    lone = b.photo("園區", position=9)
    document = report(compose, full(photos=(FIRST, SECOND, lone)), profile="trip_report")
    captions = [getattr(block, "label", "") for block in walk(document.blocks)]
    assert captions.count(f"photo:{lone.id}") == 1


def test_both_values_of_a_conflict_stand_with_their_sources(compose: Compose) -> None:
    source = b.source("單位簡介")
    facts = (
        b.fact(HOST, "年產量", quantity=Quantity.read("3000公噸"), source_id=source.id),
        b.fact(HOST, "年產量", quantity=Quantity.read("1500公噸"), page="當日紀要"),
        b.fact(HOST, "資本額", text="51億元", doubt="數額偏高", as_of="2015"),
    )
    document = report(compose, full(facts=facts, sources=(source,)))
    assert table(document, "基本資料")[1:] == [
        ["成立時間", "民國52年（西元1963年）", ""],
        ["年產量", "3,000公噸", "單位簡介"],
        ["1,500公噸", "當日紀要"],
        ["資本額", "51億元 （存疑：數額偏高）", "104年"],
    ]


def test_what_all_facts_share_of_their_source_is_said_once(compose: Compose) -> None:
    source = b.source("概況")
    facts = tuple(
        b.fact(HOST, metric, text="1", source_id=source.id, page=page)
        for metric, page in (("甲", "3"), ("乙", "3"))
    )
    document = report(compose, full(facts=facts, sources=(source,)))
    assert f"{HOST.name}資料來源：概況，3" in text(document)
    assert table(document, "基本資料")[1] == ["成立時間", "民國52年（西元1963年）"]


def test_the_standing_of_a_host_heads_its_profile(compose: Compose) -> None:
    unit = b.organisation("中試廠", organisation_kind=OrganisationKind.UNIT, parent_id=HOST.id)
    steel = b.organisation("包鋼公司")
    host = HOST.with_(parent_id=steel.id, parent_since="1992")
    visit = b.stop("參訪", host_id=HOST.id, unit_ids=(unit.id,))
    document = report(compose, full(organisations=(host, unit, steel), stops=(visit,)))
    rows = table(document, "基本資料")
    assert ["上級機構", "包鋼公司（民國81年（西元1992年）起）"] in rows
    assert rows[-1][:2] == ["參訪單位", "中試廠"]


def test_a_long_profile_sets_two_items_on_a_line(compose: Compose) -> None:
    facts = tuple(b.fact(HOST, metric, text="1") for metric in "甲乙丙丁")
    long = b.fact(HOST, "戊", text="分設於市內各處之研究單位")
    document = report(compose, full(facts=(*facts, long.with_(text=long.text * 2))))
    assert table(document, "基本資料") == [
        ["項目", "內容", "項目", "內容"],
        ["成立時間", "民國52年（西元1963年）"],
        ["甲", "1", "乙", "1"],
        ["丙", "1", "丁", "1"],
        ["戊", "分設於市內各處之研究單位" * 2],
    ]


def test_recommendations_tell_grounds_addressee_and_horizon(compose: Compose) -> None:
    document = report(compose, full())
    terms = next(rows for rows in tables(document) if rows[0][0] == "所據心得")
    assert terms[0][1].strip() == "以拆解之汽車展示"
    assert terms[1:] == [["建議辦理機關", "（未填）"], ["期程", "（未填）"]]
    assert (f"finding:{b.key('finding 以拆解之汽車展示')}", "") in references(document)


def test_a_decision_and_the_follow_ups_are_told(compose: Compose) -> None:
    dossier = full()
    (advice,) = dossier.recommendations
    refused = b.decision(advice, Verdict.NOT_ADOPTED, reason="經費不足")
    task = b.follow_up("盤點法規", recommendation_id=advice.id, owner_name="科技部")
    document = report(compose, full(decisions=(refused,), follow_ups=(task,)))
    assert table(document, "追蹤情形")[1] == [
        "1. 推動雙向交流",
        "未採行 經費不足",
        "盤點法規",
        "科技部",
        "（未填）",
        "尚未辦理",
    ]


def test_a_required_chapter_without_matter_says_so(compose: Compose) -> None:
    document = report(compose, b.dossier())
    assert headings(document) == ["摘要", "壹、目的", "貳、過程", "參、心得及建議"]
    assert paragraphs(document)[-1] == "無"
    assert "（未填）" in paragraphs(document)[3:]


def test_an_unwritten_aim_lists_origin_and_objectives(compose: Compose) -> None:
    aims = (b.objective(1, "增進瞭解"), b.objective(2, "增進研發"))
    dossier = b.dossier(delegation=b.delegation(origin="去年座談。"), objectives=aims)
    document = report(compose, dossier)
    assert "去年座談。" in paragraphs(document)
    assert items(document) == ["增進瞭解", "增進研發"]


def test_days_that_nobody_wrote_about_are_told_from_their_stops(compose: Compose) -> None:
    stop = b.stop("參訪風力發電廠", "2015-08-18/morning", narrative="觀看設施。")
    photo = b.photo("風機", stop_id=stop.id)
    document = report(compose, b.dossier(stops=(stop,), photos=(photo,)))
    assert "一、第二天（8月18日，星期二）" in headings(document)
    assert "上午，參訪風力發電廠（）。觀看設施。" in paragraphs(document)
    assert (f"photo:{photo.id}", "") in references(document)


def test_an_account_cites_photos_one_by_one_where_others_stand_between(compose: Compose) -> None:
    stop = b.stop("參訪", seen="- 甲\n- 乙")
    photos = (
        b.photo("前", stop_id=stop.id, position=1),
        b.photo("他", position=2),
        b.photo("後", stop_id=stop.id, position=3),
    )
    document = report(compose, b.dossier(stops=(stop,), photos=photos))
    cited = [(f"photo:{photos[0].id}", ""), (f"photo:{photos[2].id}", "")]
    assert references(document) == cited
    assert items(document) == ["甲", "乙"]


def test_a_chapter_written_without_days_is_left_alone(compose: Compose) -> None:
    chapter = b.section("過程", ChapterMeaning.PROCEEDINGS, text="全程如下。")
    document = report(compose, b.dossier(stops=(b.stop("參訪"),), sections=(chapter,)))
    assert not any("第一天" in heading for heading in headings(document))


def test_findings_and_recommendations_go_where_the_writer_put_them(compose: Compose) -> None:
    chapter = b.section("心得與建議", ChapterMeaning.FINDINGS, position=5)
    own = b.section("心得", ChapterMeaning.FINDINGS, parent_id=chapter.id, position=1)
    advice = b.section("建議", ChapterMeaning.RECOMMENDATIONS, parent_id=chapter.id, position=2)
    dossier = b.dossier(
        sections=(chapter, own, advice),
        findings=(b.finding(1, "所見"),),
        recommendations=(b.recommendation(1, "宜推動"),),
    )
    assert headings(report(compose, dossier))[-5:] == [
        "參、心得與建議",
        "一、心得",
        "（一）所見",
        "二、建議",
        "（一）宜推動",
    ]


def test_chapters_of_their_own_meaning_keep_the_writers_order(compose: Compose) -> None:
    thanks = b.section("誌謝", position=9, text="感謝。")
    found = headings(report(compose, b.dossier(sections=(thanks,))))
    assert "誌謝" in "".join(found)


def test_the_public_edition_closes_up_without_restricted_matter(compose: Compose) -> None:
    secret = FIRST.with_(disclosure=Disclosure.INTERNAL)
    document = report(compose, full(photos=(secret, SECOND)), edition=Edition.PUBLIC)
    (gallery,) = [block for block in walk(document.blocks) if isinstance(block, Gallery)]
    assert len(gallery.figures) == 1
    assert (f"photo:{SECOND.id}", "") in references(document)
    assert is_sound(document)


def test_an_english_paper_has_english_words_and_gregorian_dates(compose: Compose) -> None:
    document = report(compose, full(), language="en")
    said = text(document)
    assert document.language == "en"
    assert "17–19 August 2015" in said
    assert "Mongolian and Tibetan Affairs Commission" in said
    assert "104年" not in said
    assert "Mainland China 內蒙古自治區" in said
    assert "1計畫緣起與目的" in headings(document)


def test_a_reference_that_leads_nowhere_shows_on_the_page(compose: Compose) -> None:
    lost = b.section("過程", ChapterMeaning.PROCEEDINGS, text="見{figure:圖三}與{table:none}。")
    document = report(compose, b.dossier(sections=(lost,)))
    assert "見【參照不明：圖三】與【參照不明：none】。" in paragraphs(document)
    assert is_sound(document)


def test_a_photo_without_caption_keeps_its_number(compose: Compose) -> None:
    bare = FIRST.with_(caption="", alt_text="")
    document = report(compose, full(photos=(bare, SECOND)))
    assert is_sound(document)


@pytest.mark.parametrize("profile", ["tw_taipei", "tw_taoyuan", "tw_university", "blank"])
def test_every_profile_makes_a_sound_report(compose: Compose, profile: str) -> None:
    for dossier in (full(), b.dossier()):
        assert is_sound(report(compose, dossier, profile=profile))


def test_taoyuan_gives_findings_and_recommendations_a_chapter_each(compose: Compose) -> None:
    found = headings(report(compose, full(), profile="tw_taoyuan"))
    assert found[-5:-1] == ["肆、心得", "一、以拆解之汽車展示", "伍、建議", "一、推動雙向交流"]


def test_several_annexes_have_titles(compose: Compose) -> None:
    task = b.follow_up("盤點", recommendation_id=full().recommendations[0].id)
    document = report(compose, full(follow_ups=(task,)), profile="tw_taipei")
    assert headings(document)[-3:] == ["伍、附錄", "一、建議採行情形", "二、活動相片"]


def test_the_same_dossier_makes_the_same_document(compose: Compose) -> None:
    assert report(compose, full()) == report(compose, full())


def test_an_outcome_that_the_writer_tells_is_printed_once_under_its_heading(
    compose: Compose,
) -> None:
    dossier = full()
    (finding,), (advice,) = dossier.findings, dossier.recommendations
    own = b.section(
        "心得與建議",
        ChapterMeaning.FINDINGS,
        position=6,
        text=f"前言。\n\n改寫之心得。{{outcome:{finding.id}}}\n\n再述。\n\n"
        f"改寫之建議。{{outcome:{advice.id}}}",
    )
    others = tuple(each for each in dossier.sections if each.meaning is not ChapterMeaning.FINDINGS)
    made = report(compose, dossier.model_copy(update={"sections": (*others, own)}))
    shown = text(made)
    assert "易於理解" not in shown
    assert "建議如下" not in shown
    wanted = [
        "心得與建議",
        "前言。",
        "以拆解之汽車展示",
        "改寫之心得。",
        "再述。",
        "推動雙向交流",
        "改寫之建議。",
    ]
    places = [shown.rindex(each) for each in wanted[:1]] + [
        shown.index(each) for each in wanted[1:]
    ]
    assert places == sorted(places)
    assert sum("推動雙向交流" in each for each in headings(made)) == 1
    assert is_sound(made)
