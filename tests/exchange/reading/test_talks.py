"""Talks in the many ways that reports tell of them, and what looks like one and is none."""

import pytest

from planner.exchange.reading.found import FoundTalk
from planner.exchange.reading.reader import read_text

HEAD = (
    "參加國際研討會出國報告\n\n服務機關：某部\n出國期間：民國108年6月10日至6月14日\n\n壹、目的\n"
    "為瞭解國外作法，並蒐集各國推動相關政策之最新資料，爰依年度計畫派員參加本次會議，期能將所得帶回供業務參考，"
    "並與各國代表建立聯繫管道，以利後續合作之推動，本次行程承蒙駐外館處協助，謹此致謝。\n\n貳、過程\n"
)
TAIL = "\n\n參、建議\n一、持續派員參加。\n二、加強合作。\n"
TALKS = [
    ("沈佩君", "高齡者跌倒預防的社區介入"),
    ("Lars Henriksen", "Seasonal storage in boreholes"),
]

WORD_TABLE = """時間
議程
主講人/單位

09:00
高齡者跌倒預防的社區介入
沈佩君教授（陽明交通大學）

10:00
茶敘

10:20
Seasonal storage in boreholes
Prof. Lars Henriksen, DTU

"""
WRAPPED_TITLES = """日期\t講題\t演講人\t服務機關
6/11\t高齡者跌倒預防
的社區介入
沈佩君\t陽明交通大學
6/12\tSeasonal storage in
boreholes
Lars Henriksen\tDTU
"""
MODERATOR_FIRST = """時間\t主持人\t主講人\t演講題目
09:10-10:00\t吳政憲\t沈佩君\t高齡者跌倒預防的社區介入
10:10-11:00\t吳政憲\tLars Henriksen\tSeasonal storage in boreholes
"""
POST_IN_THE_CELL = """議程：
09:00-09:10\t開幕致詞\t李明哲 局長
09:10-10:00\t高齡者跌倒預防的社區介入\t沈佩君 副教授（陽明交通大學）
10:00-10:50\tSeasonal storage in boreholes\tProf. Lars Henriksen, DTU
"""
COMMA_BEFORE_SPEAKER = """研討會第一天
0900  高齡者跌倒預防的社區介入，沈佩君（陽明交通大學）
1000  Coffee
1030  Keynote: Seasonal storage in boreholes, Prof. Lars Henriksen (DTU)
"""
LABELS_WITH_NUMBERS = """主持人：王文良 教授
講者1：沈佩君（陽明交通大學 教授）
講題：高齡者跌倒預防的社區介入
講者2：Lars Henriksen（DTU）
講題：Seasonal storage in boreholes
"""
TITLE_BEHIND_THE_LABEL = """專題演講一：高齡者跌倒預防的社區介入
主講人：陽明交通大學 沈佩君教授
專題演講二：Lars Henriksen — Seasonal storage in boreholes
"""
HEADED = """【專題演講】
高齡者跌倒預防的社區介入
沈佩君 教授（陽明交通大學）
【專題演講】
Seasonal storage in boreholes
Dr. Lars Henriksen (DTU)
"""
SESSION = """Session A 高齡與能源
高齡者跌倒預防的社區介入
沈佩君（陽明交通大學）
Seasonal storage in boreholes
Lars Henriksen（DTU）
"""
BRACKETS = (
    "上午安排「高齡者跌倒預防的社區介入」（講者：沈佩君教授）及「Seasonal storage in boreholes」"
    "（講者：Prof. Lars Henriksen）兩場演講。\n"
)
NAME_AND_BODY = (
    "三位發表人由彭佳玲教授擔任主持人，題目為：沈佩君（陽明交通大學）「高齡者跌倒預防的社區介入」、"
    "Lars Henriksen（DTU）「Seasonal storage in boreholes」。\n"
)
SENTENCE_BEFORE = (
    "由趙文志教授主持，講者為沈佩君教授及Lars Henriksen博士。兩位學者分別以"
    "「高齡者跌倒預防的社區介入」、「Seasonal storage in boreholes」為題報告。\n"
)
OWN_VERBS = (
    "首先由沈佩君教授以高齡者跌倒預防的社區介入為題進行簡報，再由Lars Henriksen教授主講"
    "「Seasonal storage in boreholes」。\n"
)


@pytest.mark.parametrize(
    "programme",
    [
        WORD_TABLE,
        WRAPPED_TITLES,
        MODERATOR_FIRST,
        POST_IN_THE_CELL,
        COMMA_BEFORE_SPEAKER,
        LABELS_WITH_NUMBERS,
        TITLE_BEHIND_THE_LABEL,
        HEADED,
        SESSION,
        BRACKETS,
        NAME_AND_BODY,
        SENTENCE_BEFORE,
        OWN_VERBS,
    ],
)
def test_every_way_to_tell_a_talk_is_read(programme: str) -> None:
    assert [(talk.speaker, talk.title) for talk in _talks(programme)] == TALKS


@pytest.mark.parametrize(
    "text",
    [
        "09:30 拜會日本內閣府防災擔當，高橋謙司參事官\n13:30 參訪東京消防廳，佐藤健司館長接待\n",
        "09:30 Visit to Kallio School, Principal Jari Mäkinen\n13:00 Lunch, Ambassador Paul Lund\n",
        "姓名\t服務單位\t職稱\t負責項目\n周志豪\t農業部\t副司長\t綜理全團事務\n劉怡君\t農試所\t研究員\t資料蒐集\n",
        "館長林曼麗表示，該館以「沒有圍牆的博物館」為目標，鄭志文組長介紹特展「時間的河流」。\n",
        "座談後，館長宮下規久朗贈送其著作《聖與俗》，何俊彥組長致贈本會出版之《客語辭典》。\n",
        "演講後的參考文獻：\n王明珂，〈華夏邊緣〉，臺北：允晨，1997。\n李豐楙，〈神化〉，北京：中華，2010。\n",
        "綜合座談提問與回應：\n黃敬雅科長：請問貴國如何處理個資？\n田中洋一課長：依個人情報保護法辦理。\n",
    ],
)
def test_what_only_looks_like_a_talk_is_none(text: str) -> None:
    assert _talks(text) == []


def test_a_strange_speaker_leaves_the_one_before_alone() -> None:
    [talk] = _talks("由沈佩君教授發表「跌倒預防之介入」，另由大會貴賓發表「長照財務的永續」。\n")
    assert (talk.speaker, talk.title) == ("沈佩君", "跌倒預防之介入")


def test_one_speaker_may_give_two_talks() -> None:
    talks = _talks("沈佩君教授上午的講題是「跌倒預防之介入」，下午的題目是「長照財務的永續」。\n")
    assert [(talk.speaker, talk.title) for talk in talks] == [
        ("沈佩君", "跌倒預防之介入"),
        ("沈佩君", "長照財務的永續"),
    ]


def test_english_prose_tells_a_talk_behind_whose_or_by() -> None:
    talks = _talks(
        "Prof. Chen Wei-Lun (NCKU), whose paper, “Cool corridors in Tainan”, drew questions, came "
        "first. The session ended with “Legal deposit goes digital” by Tuomas Lehtonen of Turku.\n"
    )
    assert {(talk.speaker, talk.title) for talk in talks} == {
        ("Chen Wei-Lun", "Cool corridors in Tainan"),
        ("Tuomas Lehtonen", "Legal deposit goes digital"),
    }


def test_english_prose_tells_a_talk_behind_a_speaker_and_the_body() -> None:
    talks = _talks(
        "Prof. Lars Henriksen gave a talk entitled “Open water”, followed by Dr. Mary Jones of the "
        "Danish Hydraulic Institute on “Closed water” and by Jan Willems of the Port of Antwerp, "
        "whose topic was “Deep water”.\n"
    )
    assert [(talk.speaker, talk.title) for talk in talks] == [
        ("Lars Henriksen", "Open water"),
        ("Mary Jones", "Closed water"),
        ("Jan Willems", "Deep water"),
    ]


def _talks(text: str) -> list[FoundTalk]:
    return list(read_text(HEAD + text + TAIL).talks)
