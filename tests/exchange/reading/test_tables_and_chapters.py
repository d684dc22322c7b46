"""Advice kept as a table, chapters known by their numbers, and days told in labels."""

import pytest

from planner.exchange.reading.reader import read_text

HEAD = (
    "赴日考察報告\n出國期間：108年9月1日至9月5日\n壹、目的\n考察日本智慧道路之推動情形，並蒐集法規、經費及人力配置等資料，"
    "以供我國後續推動相關政策之參考，並與日方建立聯繫管道。\n貳、過程\n9月1日（星期日）啟程。\n參、建議\n"
)
TABBED = """項次\t建議事項\t主辦單位\t期程
1\t訂定智慧道路規範，並於
二年內完成\t公路局\t中期
2\t試辦車路協同\t運研所\t短期
"""
CELL_A_LINE = """編號
建議內容
主（協）辦單位

1
訂定智慧道路規範
公路局

2
試辦車路協同
運研所（公路局）

"""
NUMBERS_IN_THE_CELL = """編號\t建議事項\t主辦
① 訂定智慧道路規範。\t公路局
② 試辦車路協同。\t運研所
"""


@pytest.mark.parametrize("table", [TABBED, CELL_A_LINE, NUMBERS_IN_THE_CELL])
def test_of_a_table_of_advice_only_the_advice_is_read(table: str) -> None:
    advice = [found.text for found in read_text(HEAD + table).recommendations]
    assert [text[:5] for text in advice] == ["訂定智慧道", "試辦車路協"]


ENGLISH = (
    "REPORT ON A VISIT\nPeriod: 1-5 September 2019\n1. PURPOSE\nTo study.\n2. RECOMMENDATIONS\n"
)
LONG = (
    "Introduce a single case number linking samples, test results and advance rulings in the whole "
    "system of clearance."
)


@pytest.mark.parametrize(
    "table",
    [
        f"No.\nRecommendation\nResponsible body\nTerm\n\n1\n{LONG}\nCustoms, MOF\nShort\n\n2\n"
        "Station two chemists there.\nCustoms\nLong\n",
        f"Recommendation\nLead agency\nTarget date\n\n{LONG}\nCustoms\n2025\n\n"
        "Station two chemists there.\nMOF\n2026\n",
        f"As follows:\n\nNo.\nProposed action\nBy whom\nBy when\n\n1\n{LONG}\nCustoms\nJune\n\n2\n"
        "Station two chemists there.\nMOF\nJuly\n\nAnnex: Photographs\n",
        f"#\tRecommendation\tResponsible\tTimeframe\nR1\t{LONG}\tCustoms\tShort\nR2\t"
        "Station two chemists there.\tCustoms\tLong\n",
        f"No. Recommendation Responsible body Term\n1 {LONG} Short\n"
        "2 Station two chemists there. Long\n",
    ],
)
def test_english_tables_of_advice_are_read_by_their_heads(table: str) -> None:
    advice = [found.text for found in read_text(ENGLISH + table).recommendations]
    assert advice == [LONG, "Station two chemists there."]


def test_items_may_be_counted_in_words_or_small_roman_numbers() -> None:
    head = "REPORT ON A VISIT\nPeriod: 1-5 September 2019\n1. PURPOSE\nTo study.\n"
    words = "2. RECOMMENDATIONS\nFirst, that a law be made; second, that a fund be set up.\n"
    romans = "2. RECOMMENDATIONS\n(i) Make a law.\n(ii) Set up a fund.\n"
    assert len(read_text(head + words).recommendations) == 2
    assert len(read_text(head + romans).recommendations) == 2


def test_chapters_whose_words_tell_nothing_are_known_by_their_numbers() -> None:
    found = read_text(
        "SUMMARY\n\nA visit.\n\n1. THE JOURNEY\n\nMonday 3 October. The group left (Photo 1).\n\n"
        "Tuesday 4 October. It arrived.\n\n2. THE HOUSE\n\nWednesday 5 October. Talks.\n\n"
        "Thursday 6 October. More talks.\n\n3. COMPANY VISITS\n\nFriday 7 October. A shop.\n\n"
        "4. RECOMMENDATIONS\n\nPeriod: 3 October 2022 to 7 October 2022\n"
    )
    assert [chapter.title for chapter in found.chapters][1:3] == ["THE JOURNEY", "THE HOUSE"]
    assert len(found.days) == 5


def test_a_label_and_a_tab_lead_to_the_day_of_a_meeting() -> None:
    days = read_text(
        "考察報告\n出國期間：111年9月18日至9月25日\n參、考察紀要\n一、港務局\n時間\t9月20日上午9時\n"
        "會談重點\t說明治理架構（如圖1）。\n二、碼頭\n時間\t9月21日下午2時\n會談重點\t參觀（圖2、3）。\n"
    ).days
    assert [(day.date, day.figures) for day in days] == [
        ("2022-09-20", [1]),
        ("2022-09-21", [2, 3]),
    ]


def test_a_caption_may_begin_with_a_number_or_stand_behind_a_sign() -> None:
    figures = read_text("圖1　81-71型車駕駛室\n▲圖2：庫房的玻璃牆\n圖3　25國之比率\n").figures
    assert [figure.caption for figure in figures] == [
        "81-71型車駕駛室",
        "庫房的玻璃牆",
        "25國之比率",
    ]


def test_a_heading_of_many_days_stands_for_each() -> None:
    days = read_text(
        "巡護報告\n出國期間：112年5月30日至6月17日\n貳、過程\n5月30日　出航\n啟航。\n"
        "6月10日至6月17日　返航\n返抵母港。\n"
    ).days
    assert len(days) == 9


def test_what_stands_beside_a_talk_in_its_row_is_no_part_of_its_title() -> None:
    talks = read_text(
        "出國報告\n出國期間：112年6月29日至6月30日\n參、過程\n場次如下：\n時間 發表人 題目 備註\n"
        "09:00 Kereama Te\nKahu（VUW）\nTikanga as law: the Ellis\ndecision and after\n"
        "10:30 Dr. Tui Herangi-Wong（VUW）Immersion without isolation\n視訊\n"
        "11:30\t綜合討論\t主持人 Kereama Te Kahu\n研討會後，團長致贈小米酒一套予維多利亞大學。\n"
    ).talks
    assert [(talk.speaker, talk.title) for talk in talks] == [
        ("Kereama Te Kahu", "Tikanga as law: the Ellis decision and after"),
        ("Tui Herangi-Wong", "Immersion without isolation"),
    ]


@pytest.mark.parametrize(
    ("cover", "title"),
    [
        ("OVERSEAS VISIT REPORT\n\n(Category: Study)\nCustoms in Korea\n", "Customs in Korea"),
        ("Report of a Study Visit\n\nCustoms in Korea\n", "Customs in Korea"),
        (
            "Ministry of Finance - Mission Report\nCustoms in Korea: Laboratories\nand Parcels\n",
            "Customs in Korea: Laboratories and Parcels",
        ),
        ("TRIP REPORT - CUSTOMS IN KOREA\n", "TRIP REPORT - CUSTOMS IN KOREA"),
        ("Trip Report: Customs in Korea\n", "Trip Report: Customs in Korea"),
        ("A Furnace is Accepted\nTrip report of the buying team\n", "A Furnace is Accepted"),
        (
            "OFFICE OF CUSTOMS\nDelegation Report\n\nBetter Laboratories\nA visit to Korea\n",
            "Better Laboratories",
        ),
        ("Travel Report\n\nAgency\nCustoms in Korea\n", "Customs in Korea"),
        ("Delegation to Korea - Trip Report\n", "Delegation to Korea - Trip Report"),
        ("公務出國報告\n（出國類別：考察）\n\n智慧港口之發展\n", "智慧港口之發展"),
        ("公務出國報告\n\n交通部航港局\n\n赴日本考察智慧港口\n", "赴日本考察智慧港口"),
        ("赴日本考察智慧港口\n與海事資源出國報告\n", "赴日本考察智慧港口與海事資源出國報告"),
        (
            "Customs Administration\tKorea tour\nStudy Tour on Laboratories and\nParcels\n",
            "Study Tour on Laboratories and Parcels",
        ),
    ],
)
def test_the_title_stands_below_the_label_on_the_cover(cover: str, title: str) -> None:
    period = "\nPeriod: 1-5 September 2019\n1. PURPOSE\nTo study.\n"
    assert read_text(cover + period).title == title


def test_words_of_thanks_end_the_recommendations() -> None:
    advice = "2. RECOMMENDATIONS\n2.1 Make a law.\n2.2 Set up a fund.\nAPPRECIATION\n"
    found = read_text(
        f"REPORT ON A VISIT\nPeriod: 1-5 September 2019\n1. PURPOSE\nTo study.\n{advice}"
        "The delegation is indebted to Ms. Yang for her kindness.\n"
    ).recommendations
    assert [each.text for each in found] == ["Make a law.", "Set up a fund."]
