"""Who gave a talk where the report calls them by less than their names."""

import pytest

from planner.exchange.reading.reader import read_text

HEAD = (
    "參加國際研討會出國報告\n\n服務機關：某部\n姓名職稱：院長 翁啟明\n　　　　　研究員 喻思涵\n"
    "　　　　　主治醫師 車維新\n　　　　　法官 淳于瑋\n"
    "出國期間：民國108年6月10日至6月14日\n\n壹、目的\n"
    "為瞭解國外作法，爰派員參加。\n\n貳、過程\n"
)
TAIL = "\n\n參、建議\n一、持續派員參加。\n二、加強合作。\n"


def _talks(text: str) -> list[tuple[str, str]]:
    return [(talk.speaker, talk.title) for talk in read_text(HEAD + text + TAIL).talks]


@pytest.mark.parametrize(
    ("text", "speaker", "title"),
    [
        ("首由翁院長主講「先進封裝之人才培育」。", "翁啟明", "先進封裝之人才培育"),
        ("院長米雅·杜蒙致詞。接著杜蒙老師講「地方學二十年」。", "米雅·杜蒙", "地方學二十年"),
        ("淳于法官以「站務之配合」為題報告。", "淳于瑋", "站務之配合"),
        (
            "組長Mei-Hsuan Yost博士（游美萱博士）講授「系集擾動之設計」。",
            "Mei-Hsuan Yost",
            "系集擾動之設計",
        ),
    ],
)
def test_a_family_name_with_a_post_is_the_one_who_bears_both(
    text: str, speaker: str, title: str
) -> None:
    assert _talks(text) == [(speaker, title)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("喻研究員應主持人之邀，另以「石斑之選育」為題報告。", "喻思涵"),
        ("車醫師應外科主任Jan de Boer教授之請，以「石斑之選育」為題報告。", "車維新"),
    ],
)
def test_whoever_asks_for_a_talk_does_not_give_it(text: str, speaker: str) -> None:
    assert _talks(text) == [(speaker, "石斑之選育")]


def test_a_strategy_that_is_introduced_is_no_talk() -> None:
    assert _talks("組長陳志明介紹百萬人說母語之策略「母語再生」，每五年檢核一次。") == []


def test_a_family_name_alone_in_the_column_of_speakers_is_looked_up() -> None:
    assert _talks(
        "由主任Marieke van Geuns-Oye教授接待。\n"
        "時間\t講者\t講題\n09:40\tvan Geuns-Oye\tPort mergers\n10:20\t喻思涵\t石斑之選育\n"
    ) == [("Marieke van Geuns-Oye", "Port mergers"), ("喻思涵", "石斑之選育")]


def test_a_name_over_two_lines_of_its_cell_is_one() -> None:
    assert _talks(
        "議程如下：\n時間\t講題\t講者\t服務機構\n09:45\tFive years of flow\tThanakrit\nSuwannarat\n"
        "AEROTHAI\n10:45\tSharing departure data\tKoh Wei Liang\t新加坡民航局（CAAS）\n"
    ) == [
        ("Thanakrit Suwannarat", "Five years of flow"),
        ("Koh Wei Liang", "Sharing departure data"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "講者\t服務機構\t講題\n"
        "Koh Wei Liang\t新加坡民航局（CAAS）\tSharing departure data\n"
        "李志強\t香港天文台\t雷暴臨近預報之經驗\n",
        "時間\t單位\t講者\t題目\n"
        "09:00\t新加坡民航局（CAAS）\tKoh Wei Liang\tSharing departure data\n"
        "10:00\t香港天文台\t李志強\t雷暴臨近預報之經驗\n",
        "Koh Wei Liang\t新加坡民航局（CAAS）\tSharing departure data\n"
        "李志強\t香港天文台\t雷暴臨近預報之經驗\n",
        "09:00\tCivil Aviation Authority\tKoh Wei Liang\tSharing departure data\n"
        "09:40\t茶敘\n"
        "10:00\t香港天文台\t李志強\t雷暴臨近預報之經驗\n",
        "09:00\tKoh Wei Liang\t飛航服務總臺\tSharing departure data\n"
        "10:00\t李志強\tHong Kong Observatory\t雷暴臨近預報之經驗\n",
    ],
)
def test_the_body_beside_a_speaker_is_no_title(table: str) -> None:
    assert _talks("議程如下：\n" + table) == [
        ("Koh Wei Liang", "Sharing departure data"),
        ("李志強", "雷暴臨近預報之經驗"),
    ]


def test_those_who_receive_a_delegation_give_no_talks() -> None:
    assert (
        _talks(
            "日期\n時間\n參訪單位\n接待人員\n\n6月11日\n09:30\n警視廳鐵道警察隊\n隊長\t三浦和彥\n\n"
            "14:00\n東日本旅客鐵道株式會社東京站\n站長堀內修\n"
        )
        == []
    )
