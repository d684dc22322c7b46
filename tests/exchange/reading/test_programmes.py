"""Talks in tables as flattened pages leave them: who spoke on what, whatever the columns are."""

import pytest

from planner.exchange.reading.reader import read_text

HEAD = """赴日本交流報告

出國期間：107年3月12日至107年3月14日

二、過程
3月13日 舉行座談會，議程如下：

"""
TIMED = """時間
主講人
題目
主持人
09:30-10:00
廖俊傑
發酵食品中機能性胜肽之
篩選與應用
林文信
10:00-10:30
西堀正英
東南亞原生雞之遺傳多樣性
林文信
茶敘
"""
TITLE_FIRST = """講題
發表人
發酵食品中機能性胜肽之篩選與應用
廖俊傑
東南亞原生雞之遺傳多樣性
西堀正英
"""
TABBED = """時間\t報告人\t議題
09:30\t廖俊傑\t發酵食品中機能性胜肽之
篩選與應用
10:00\t西堀正英\t東南亞原生雞之遺傳多樣性
"""
LABELLED = """1、報告人：廖俊傑 議題：發酵食品中機能性胜肽之篩選與應用
2、報告人：西堀正英 議題：東南亞原生雞之遺傳多樣性
"""


@pytest.mark.parametrize("table", [TIMED, TITLE_FIRST, TABBED, LABELLED])
def test_each_speaker_keeps_the_whole_title(table: str) -> None:
    talks = read_text(HEAD + table + "\n三、心得\n收穫良多。\n").talks
    assert [(talk.speaker, talk.title) for talk in talks] == [
        ("廖俊傑", "發酵食品中機能性胜肽之篩選與應用"),
        ("西堀正英", "東南亞原生雞之遺傳多樣性"),
    ]


def test_a_firm_needs_no_legal_form_where_it_is_visited_boarded_or_listed() -> None:
    found = read_text(
        HEAD + "搭乘星宇航空抵達，拜會三星電子、SK能源，並協助英特爾、應用材料等企業。"
        "互聯電網仍待改善。\n"
    ).organisations
    names = {name for body in found for name in body.names}
    assert {"星宇航空", "三星電子", "SK能源", "英特爾", "應用材料"} <= names
    assert "聯電" not in names


def test_a_firms_name_within_a_longer_one_is_no_firm_of_its_own() -> None:
    found = read_text(HEAD + "拜會京東方科技集團股份有限公司。\n").organisations
    assert [body.name for body in found] == ["京東方科技集團股份有限公司"]
