"""Programmes without a head of their columns, and talks that prose pairs with their speakers."""

import pytest

from planner.exchange.reading.reader import read_text

HEAD = "赴歐出國報告\n\n出國期間：111年9月4日至111年9月11日\n出國人員：方立群 處長\n\n二、研討會\n"
TALKS = [
    ("Jean-Luc Moreau", "Variable speed units: ten years"),
    ("方立群", "既有水庫增設電廠之地質挑戰"),
]
TIMED = """研討會議程：
09:30 Variable speed units: ten years
　　　Jean-Luc Moreau, EDF Hydro
10:10 既有水庫增設電廠之地質挑戰
　　　方立群, 台灣電力公司
11:00 茶敘
"""
TABBED = """研討會議程：
09.30\tVariable speed units: ten years\tJean-Luc Moreau
10.15\t既有水庫增設電廠之地質挑戰\t方立群
"""
SPEAKER_FIRST = """舉行座談會：
Jean-Luc Moreau\tVariable speed units: ten years
方立群\t既有水庫增設電廠之地質挑戰
"""
NUMBERED = """共有八人發表，與本案相關者如下：
(1) Jean-Luc Moreau (EDF Hydro), Variable speed units: ten years
(2) 方立群（台灣電力公司）, 既有水庫增設電廠之地質挑戰
"""
PAIRED = (
    "演講人及題目：Jean-Luc Moreau，〈Variable speed units: ten years〉；"
    "方立群，〈既有水庫增設電廠之地質挑戰〉。\n"
)


@pytest.mark.parametrize("programme", [TIMED, TABBED, SPEAKER_FIRST, NUMBERED, PAIRED])
def test_cells_tell_who_speaks_and_on_what(programme: str) -> None:
    talks = read_text(HEAD + programme + "\n三、心得\n收穫良多。\n").talks
    assert [(talk.speaker, talk.title) for talk in talks] == TALKS


def test_a_table_without_talks_is_no_programme() -> None:
    found = read_text(HEAD + "參訪單位：\n方立群\t負責總務及聯絡事項\n柯孟哲\t負責攝影及記錄事項\n")
    assert found.talks == ()


def test_a_talk_without_speaker_is_the_only_travellers_own() -> None:
    [talk] = read_text(HEAD + "9月5日在該會午餐講座報告「變速機組之經驗」。\n").talks
    assert (talk.speaker, talk.title) == ("方立群", "變速機組之經驗")


def test_a_talk_that_was_only_heard_is_nobodys_where_none_is_named() -> None:
    assert read_text(HEAD + "9月5日聽取該公司報告「變速機組之經驗」。\n").talks == ()


def test_cooperation_in_a_speakers_post_does_not_make_it_a_joint_talk() -> None:
    [talk] = read_text(
        HEAD + "由國際合作處處長陳建宏致詞，隨後組長林志明講授「虛擬貨幣之追查」，說明實務。\n"
    ).talks
    assert talk.speaker == "林志明"


def test_what_is_said_in_a_discussion_is_no_talk() -> None:
    said = "陳建宏（國立歷史博物館）：請問彩繪是否使用桐油？\n林志明教授：早期匠師以桐油打底。\n"
    assert read_text(HEAD + "五、工作坊討論摘要\n" + said).talks == ()
