"""What a report says of a host: profile, founding, figures, and the stop of each host of a day."""

import pytest

from planner.exchange.reading.found import FoundOrganisation, ReadReport
from planner.exchange.reading.reader import read_text

PROFILES = """壹、目的
增進兩地風土研究之瞭解。
貳、參訪單位簡介
(一)青嵐農業大學
青嵐農業大學位於臨海市，創建於1952年，現有9大學科門類，21個學院，學生3.5萬餘人。
（二） 青嵐師範大學
創建於1956年，具博士、碩士學位者占70%，專任教師1,400多人，實驗室49間，占全區40%。
(三)白河稀土研究院成立於1963年，為最大之研究機構，員工700多人，獲獎200餘項。
4、白河礦物博物館
2015年5月12日，由青嵐省科技廳、白河市人民政府共同組建之白河礦物博物館正式揭牌。
(五)金原貯氫合金有限公司
年產貯氫合金粉3,000頓，為114個國家級園區中唯一以合金命名者。
參、參訪過程
一、第一天(104年8月17日)
上午參訪白河稀土研究院(圖1)及白河礦物博物館，再返白河稀土研究院參觀展示館。
二、第二天(8月18日)
下午拜會金原貯氫合金有限公司，該公司年產1,500噸貯氫合金粉，並於青嵐農業大學座談(圖2)。
圖1.參觀展示館
圖2.座談
"""


@pytest.fixture(scope="module")
def report() -> ReadReport:
    return read_text(PROFILES)


def body(report: ReadReport, name: str) -> FoundOrganisation:
    return next(body for body in report.organisations if body.name == name)


def figures(report: ReadReport, name: str) -> dict[str, str]:
    return {fact.metric: f"{fact.value}{fact.unit}" for fact in body(report, name).facts}


def test_a_marked_sentence_that_tells_of_a_body_begins_its_profile(report: ReadReport) -> None:
    assert body(report, "白河稀土研究院").founded == "1963"
    assert figures(report, "白河稀土研究院") == {"員工": "700多人", "獲獎": "200餘項"}
    assert "獲獎" not in figures(report, "青嵐師範大學")


def test_who_founded_a_body_may_stand_between_its_day_and_its_founding(report: ReadReport) -> None:
    assert body(report, "白河礦物博物館").founded == "2015-05-12"


def test_a_counter_is_no_part_of_what_it_counts(report: ReadReport) -> None:
    assert figures(report, "青嵐農業大學")["學科門類"] == "9大"


def test_two_nouns_joined_by_a_comma_are_counted_together(report: ReadReport) -> None:
    assert figures(report, "青嵐師範大學")["博士、碩士學位者"] == "70%"


def test_a_share_is_of_what_was_counted_before(report: ReadReport) -> None:
    assert figures(report, "青嵐師範大學")["實驗室占全區"] == "40%"


def test_what_is_one_among_many_counts_the_many(report: ReadReport) -> None:
    assert figures(report, "金原貯氫合金有限公司")["國家級園區"] == "114個"


def test_a_yearly_output_told_in_two_ways_is_a_contradiction(report: ReadReport) -> None:
    told = [problem.text for problem in report.problems if problem.kind == "two_values"]
    assert told == ["金原貯氫合金有限公司 年產貯氫合金粉: 3,000頓 / 1,500噸"]


def test_each_host_of_a_sentence_is_a_stop(report: ReadReport) -> None:
    first, second = report.days
    assert [(stop.part, stop.host, stop.text) for stop in first.stops] == [
        ("morning", "白河稀土研究院", "上午參訪白河稀土研究院(圖1)"),
        ("morning", "白河礦物博物館", "白河礦物博物館，"),
        ("morning", "白河稀土研究院", "再返白河稀土研究院參觀展示館。"),
    ]
    assert [stop.host for stop in second.stops] == ["金原貯氫合金有限公司", "青嵐農業大學"]
    assert second.stops[1].text == "並於青嵐農業大學座談(圖2)。"


@pytest.mark.parametrize(
    "account",
    [
        "上午由青嵐農業大學及白河稀土研究院共同接待，參觀展示館。",
        "上午拜會青嵐農業大學與白河稀土研究院合作之實驗室。",
        "上午參訪青嵐農業大學（Qinglan Agricultural University，QAU），由院長接待。",
    ],
)
def test_bodies_that_act_together_and_other_names_part_no_stop(account: str) -> None:
    days = f"貳、參訪過程\n第一天(104年8月17日)\n{account}\n第二天(104年8月18日)\n返回。\n"
    found = read_text(f"壹、目的\n增進瞭解。\n{days}")
    assert len(found.days[0].stops) == 1


def test_a_park_is_known_without_its_city_too() -> None:
    found = read_text("由稀土產業園區李大成主任陪同，並於包頭稀土產業園區座談。\n")
    assert [body.names for body in found.organisations] == [("包頭稀土產業園區", "稀土產業園區")]
    assert [(person.name, person.organisation) for person in found.people] == [
        ("李大成", "包頭稀土產業園區")
    ]
