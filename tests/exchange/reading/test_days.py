"""Days as reports tell them: in headings, in tables, and within the account itself."""

import pytest

from planner.exchange.reading.reader import read_text

HEAD = "赴荷蘭研究報告\n\n出國期間：106年8月7日至106年8月25日\n\n一、研究過程\n"


def days(text: str) -> dict[str, list[int]]:
    return {day.date: day.figures for day in read_text(text).days}


def test_a_day_within_a_sentence_begins_with_its_clause() -> None:
    told = days(
        HEAD + "8月7日由桃園搭機，8日辦理圖書館之閱覽證並與教授會面（圖1）。8月9日至11日調閱檔案。"
        "之後留在當地整理資料，期間曾於8月22日應邀演講（圖2）。\n"
    )
    assert told == {
        "2017-08-07": [],
        "2017-08-08": [1],
        "2017-08-09": [],
        "2017-08-10": [],
        "2017-08-11": [],
        "2017-08-22": [2],
    }


def test_a_day_that_only_bounds_something_begins_none() -> None:
    told = days(HEAD + "8月7日抵達，報名至8月9日截止，展覽於8月12日前布置完成，並由團員分工。\n")
    assert list(told) == ["2017-08-07"]


def test_english_prose_tells_days_too() -> None:
    told = days(
        "Visit to Japan, 5-7 November 2023\n\nAccount\n\n"
        "On Sunday 5 November we flew to Narita. We were met on Monday 6 November by our hosts, "
        "who showed us the tank (Figures 1 and 2). We flew home on Tuesday 7 November.\n"
    )
    assert told == {"2023-11-05": [], "2023-11-06": [1, 2], "2023-11-07": []}


def test_weekdays_under_a_heading_of_two_days_part_them() -> None:
    told = days(
        "Study tour\n\n19-24 May 2019\n\n2 What we saw\n\n"
        "2.4 Wednesday 22 May\n- The library had been rebuilt.\n\n"
        "2.5 Thursday 23 and Friday 24 May\n- Thursday: the sorting room (Figs 4-5).\n"
        "- Friday: the ministry (Fig. 6).\n"
    )
    assert told == {"2019-05-22": [], "2019-05-23": [4, 5], "2019-05-24": [6]}


def test_the_order_of_day_and_month_is_the_one_that_fits_the_journey() -> None:
    told = days(
        "MISSION REPORT\n\nDates: 4 - 7 March 2018\n\n3.0 ACTIVITIES\n\n"
        "04/03/2018 | Departure\n06/03/2018 | Visit to the laboratory\n07/03/2018 | Return\n"
    )
    assert list(told) == ["2018-03-04", "2018-03-06", "2018-03-07"]


def test_an_account_is_read_beside_the_table_of_the_journey() -> None:
    told = days(
        "赴越南考察報告\n期間：107.07.09～107.07.11\n\n貳、行程\n7/9\n出發\n7/10\n推介會\n7/11\n返國\n\n"
        "參、拜會內容\n7月9日\n下午拜會辦事處（圖1）。\n7月10日\n舉行推介會（圖2）。\n"
    )
    assert told["2018-07-09"] == [1]
    assert told["2018-07-10"] == [2]


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("(Plates 2–4)", [2, 3, 4]),
        ("(Pls. 2, 3)", [2, 3]),
        ("(Photo Nos. 3-5)", [3, 4, 5]),
        ("(Figs. 3(a) and 4)", [3, 4]),
        ("(Fig.3)", [3]),
        ("（圖3至圖5）", [3, 4, 5]),
        ("（圖7/8）", [7, 8]),
        ("（照3、照4）", [3, 4]),
        ("（照片一～三）", [1, 2, 3]),
        ("依照3年計畫", []),
    ],
)
def test_figures_are_cited_in_many_ways(written: str, numbers: list[int]) -> None:
    assert days(HEAD + f"8月8日\n參訪圖書館{written}。\n") == {"2017-08-08": numbers}


def test_a_chapter_that_opens_with_its_day_is_a_part_of_the_account() -> None:
    told = days(
        HEAD.replace("一、研究過程\n", "貳、行程\n8月8日 海牙\n8月9日 萊頓\n")
        + "參、參訪審計公署\n8月8日下午由審計長接見（圖一）。\n"
        "肆、萊頓參訪\n8月9日參訪大學（圖二、圖三）。\n"
    )
    assert told == {"2017-08-08": [1], "2017-08-09": [2, 3]}


def test_a_line_that_ends_with_its_day_heads_it() -> None:
    told = days(
        "Visit to Taiwan, 18-22 March 2019\n\n4 ITINERARY\n\n"
        "20 March\nWorkshop.\n\n22 March\nHome.\n\n"
        "5 WORKSHOP\n\nNTHU, Hsinchu, 20 March 2019\n\nThe clean rooms were shown (Photo 8).\n"
    )
    assert told == {"2019-03-20": [8], "2019-03-22": []}


@pytest.mark.parametrize(
    "heading",
    [
        "Monday 5 and Tuesday 6 September",
        "Monday and Tuesday, 5-6 September",
        "September 5 and 6, 2022",
        "Sept. 5/6",
        "Mon 5 – Tue 6 Sept",
        "5/6 September",
        "Days 2–3",
        "Day 2 and Day 3",
        "9月5日、6日",
        "9月5-6日",
        "9月5日（星期一）、9月6日（星期二）",
        "第二、三天（9月5日至6日）",
        "第二天至第三天",
    ],
)
def test_a_heading_of_two_days_stands_for_both(heading: str) -> None:
    told = days(
        "Report on a visit\n\nPeriod: 4 to 11 September 2022\n\n2. Programme\n\n"
        f"{heading}\nA morning at the laboratory (Photos 1 to 3).\n\n7 September\nHome (Fig. 9).\n"
    )
    assert told == {"2022-09-05": [1, 2, 3], "2022-09-06": [], "2022-09-07": [9]}


@pytest.mark.parametrize(
    "next_day",
    ["On Tuesday we saw the mill", "The next day we saw the mill", "翌日參訪工廠，由廠長接待"],
)
def test_the_next_day_is_told_by_its_words(next_day: str) -> None:
    told = days(
        "Report on a visit\n\nPeriod: 4 to 11 September 2022\n\n2. Programme\n\n"
        f"5–6 September\nA morning at the laboratory (Photo 1).\n{next_day} (Photo 2).\n"
    )
    assert told == {"2022-09-05": [1], "2022-09-06": [2]}


def test_a_section_may_name_its_day_behind_a_label() -> None:
    told = days(
        HEAD.replace("一、研究過程\n", "貳、行程\n8月8日 海牙\n8月9日 萊頓\n\n參、參訪紀要\n")
        + "一、國家檔案館\n（一）時間：8月8日上午10時\n（二）內容：館長簡介（圖1）。\n"
        "二、萊頓大學\n（一）時間：8月9日下午2時\n（二）內容：雙方座談（圖2）。\n"
        "三、其他\n留有照片（圖3）。\n"
    )
    assert told == {"2017-08-08": [1], "2017-08-09": [2]}


def test_a_place_before_the_day_heads_it_too() -> None:
    told = days(
        "Study tour\n\n5-15 February 2017\n\n4. WHAT WE SAW\n\n"
        "4.1 Taipei, 7 February\n\nA talk.\n\n"
        "4.2 Kaohsiung, 9 and 10 February\n\nThe harbour (Plate 5).\n"
    )
    assert told == {"2017-02-07": [], "2017-02-09": [5], "2017-02-10": []}


def test_days_between_two_make_the_period() -> None:
    found = read_text("Report on a visit\n\nBetween 6 and 9 October 2024 two of us saw Turku.\n")
    assert (found.period.start, found.period.end) == ("2024-10-06", "2024-10-09")


def test_the_day_of_the_report_gives_no_year_that_the_weekdays_deny() -> None:
    told = days(
        "Report on a visit\nReporting date: 15 January 2025\n\nThe tour was made in 2024.\n\n"
        "2. Diary\nSunday, 6 October\nBy air.\nMonday, 7 October\nThe mill (Figure 1).\n"
    )
    assert told == {"2024-10-06": [], "2024-10-07": [1]}


def test_what_is_counted_below_a_date_is_no_day_of_its_own() -> None:
    told = days(
        "赴越南參加會議報告\n出國期間：114年3月17日至114年3月19日\n\n貳、過程\n"
        "114/03/17（一）\n搭機前往河內（照片1）。\n114/03/18（二）\n開幕式（照片2）。\n"
        "114/03/19（三）\n第二日上午為海報展示（照片3），下午返國。\n"
    )
    assert told == {"2025-03-17": [1], "2025-03-18": [2], "2025-03-19": [3]}


def test_the_account_may_run_on_right_behind_the_count_of_its_day() -> None:
    told = days(
        "考察報告\n考察日期：104年11月4日至11月6日\n過程：\n第一天今日飛往那霸（圖1）。\n"
        "第二天前往水族館（圖2）。\n第三天到首里城，再返國（圖3）。\n"
    )
    assert told == {"2015-11-04": [1], "2015-11-05": [2], "2015-11-06": [3]}


def test_a_programme_in_an_annex_tells_the_days_where_nothing_else_does() -> None:
    told = days(
        "Seventh Report\n\n1. Introduction\nWe went to Malta.\n\nAnnex 1: Visit programme\n\n"
        "10-11 March 2008\n\nMonday 10 March\n09:00 Meeting at the port\n\n"
        "Tuesday 11 March\n10:00 Meeting at the court\n"
    )
    assert list(told) == ["2008-03-10", "2008-03-11"]


def test_the_weekdays_choose_among_the_years_of_a_period_that_has_none() -> None:
    told = days(
        "Ties Program 2019\nJENESYS, 02/18/2020\nEight go to Laos from February 18th to 26th.\n"
        "Itinerary\nTuesday, February 18th\nArrival (Figure 1)\nWednesday, February 19th\nCalls\n"
    )
    assert told == {"2020-02-18": [1], "2020-02-19": []}


def test_a_month_glued_to_its_year_is_read() -> None:
    told = days("Report on a visit\n\n5th January 2011\nBy air.\n\n6th January2011\nA mill.\n")
    assert list(told) == ["2011-01-05", "2011-01-06"]


def test_the_source_of_a_picture_is_no_part_of_its_caption() -> None:
    found = read_text("體系如圖1。\n圖1:政策體系 (資料來源:2012年鑑)\n圖2:年度管考(二階段)\n")
    assert [each.caption for each in found.figures] == ["政策體系", "年度管考(二階段)"]
