"""What is a slip of the pen, and what only looks like one."""

import pytest

from planner.domain.delegation import Delegation
from planner.domain.manuscript import ChapterMeaning
from planner.rules.manuscript import Manuscript, han_count
from planner.rules.names import name_notices
from planner.rules.notice import Notice
from planner.rules.writing import put_right, slips, writing_notices
from planner.rules.written_days import day_notices
from tests.builders import delegation, dossier, organisation, person, section

KNOWN = (
    organisation("台積電股份有限公司"),
    organisation("包鋼(集團)公司"),
    organisation("中國科學院包頭稀土研發中心"),
)
PEOPLE = (person("張志宏"), person("池建義"))


def notices(text: str, *, heading: str = "過程", is_chinese: bool = True) -> list[Notice]:
    held = dossier(
        organisations=KNOWN,
        people=PEOPLE,
        sections=(section(heading, ChapterMeaning.PROCEEDINGS, text=text),),
    )
    manuscript = Manuscript(held)
    return [
        *writing_notices(held, manuscript, is_chinese=is_chinese),
        *day_notices(held.delegation, manuscript),
        *name_notices(held, manuscript),
    ]


def rules(text: str, **values: bool) -> list[str]:
    return sorted({notice.rule for notice in notices(text, **values)})


@pytest.mark.parametrize(
    "text", ["經費○○元", "XXX大學", "待填", "此處待補", "TODO", "????", "____"]
)
def test_placeholders_are_told(text: str) -> None:
    assert rules(text) == ["text.placeholder"]


@pytest.mark.parametrize("text", ["西元二〇〇五年", "有待查證", "貯氫", "Max X-ray", "真的嗎？"])
def test_what_only_looks_like_a_placeholder_is_not(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize("text", ["返回台灣", "在台北", "交流平台", "返台", "駐台人員"])
def test_tai_is_told(text: str) -> None:
    assert rules(text) == ["text.tai"]


@pytest.mark.parametrize("text", ["參觀台積電股份有限公司", "一台機器", "五台山", "臺灣"])
def test_names_and_counts_keep_their_tai(text: str) -> None:
    assert rules(text) == []


def test_all_of_a_section_are_told_at_once() -> None:
    (notice,) = notices("台灣與台灣，以及台灣。")
    assert (notice.context["count"], notice.where.span) == (3, (0, 1))


@pytest.mark.parametrize("text", ["如下:甲", "甲,乙", "(一)目的", "真好!", "結束."])
def test_half_width_signs_beside_han_are_told(text: str) -> None:
    assert rules(text) == ["text.half_width"]


@pytest.mark.parametrize(
    "text",
    [
        "上午9:00開始",
        "共3,000公噸",
        "包鋼(集團)公司",
        "Sm (samarium), Nd",
        "約69.2%",
        "見[原文](https://example.org/a,b)",
        "{table:work}、甲",
    ],
)
def test_signs_within_digits_latin_words_names_and_addresses_stay(text: str) -> None:
    assert rules(text) == []


def test_english_reports_keep_their_signs() -> None:
    assert rules("參觀 (一) 台灣, 日本", is_chinese=False) == []


@pytest.mark.parametrize("text", ["3,000頓", "五萬餘頓", "600吨"])
def test_unit_slips_are_told(text: str) -> None:
    assert rules(text) == ["text.unit_slip"]


@pytest.mark.parametrize("text", ["3,000公噸", "停頓", "整頓3個廠", "一頓飯"])
def test_the_same_sign_in_other_words_is_none(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "8月17日（星期二）",
        "104年8月17日週日",
        "八月十七日(星期三)",
        "Tuesday, 17 August 2015",
        "Tue 17 Aug",
    ],
)
def test_a_weekday_that_differs_is_told(text: str) -> None:
    assert "text.weekday" in rules(text)


@pytest.mark.parametrize(
    "text", ["8月17日（星期一）", "104年8月17日週一", "八月十七日(星期一)", "Mon 17 August 2015"]
)
def test_a_right_weekday_is_not(text: str) -> None:
    assert "text.weekday" not in rules(text)


def test_history_is_no_day_outside_the_journey() -> None:
    assert rules("該中心於104年5月12日設立，同年6月1日啟用。") == []
    assert rules("104年8月21日再訪。") == ["text.day_outside"]
    assert rules("9月21日再訪。") == ["text.day_outside"]


def test_a_journey_over_the_new_year_reads_each_day_in_its_own_year() -> None:
    trip: Delegation = delegation(starts_on="2015-12-30", ends_on="2016-01-03")
    text = "12月31日（星期四）啟程，1月2日（星期六）返臺。"
    sections = (section("過程", ChapterMeaning.PROCEEDINGS, text=text),)
    held = dossier(delegation=trip, sections=sections)
    assert list(day_notices(trip, Manuscript(held))) == []


def test_a_known_person_may_be_named_by_surname_and_post() -> None:
    assert rules("由張副院長及池主任接待。") == []
    assert rules("由沈院長接待。") == ["person.unknown"]


def test_posts_and_plain_words_are_no_persons() -> None:
    assert rules("與高級工程師及對方主任會談，並由主任工程師說明。") == []


def test_a_short_form_of_a_known_body_is_no_stranger() -> None:
    assert rules("前往中國科學院包頭稀土研發中心。") == []
    assert rules("前往松江大學。") == ["organisation.unknown"]
    assert rules("參訪2所大學及4家公司，該公司為上市公司。") == []


def test_the_summary_counts_han_characters_only() -> None:
    assert han_count("參訪2所大學，共3天。") == 7
    assert han_count("Sm與Nd〇") == 2


def test_slips_are_found_everywhere_and_put_right() -> None:
    text = "赴台灣,與台北科大會談(共3頓){figure:台灣}。"
    found = slips(text, ("台北科大",))
    assert put_right(text, found) == "赴臺灣，與台北科大會談（共3噸）{figure:台灣}。"
    assert slips(put_right(text, found), ("台北科大",)) == ()
