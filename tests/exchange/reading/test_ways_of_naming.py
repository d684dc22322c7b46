"""The many ways in which reports name bodies and people, each told by one invented sentence."""

import pytest

from planner.exchange.reading.reader import read_text

HEAD = "赴日出國報告\n\n出國期間：111年9月4日至111年9月11日\n\n二、過程\n"


def people(text: str) -> set[str]:
    return {person.name for person in read_text(HEAD + text).people}


def bodies(text: str) -> list[set[str]]:
    return [set(body.names) for body in read_text(HEAD + text).organisations]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本校自2021年起承接清華大學、臺灣大學之課程。", {"清華大學", "臺灣大學"}),
        ("訪問立陶宛海關及神戶稅關。", {"立陶宛海關", "神戶稅關"}),
        ("第二天與全國政協座談。", {"全國政協"}),
        ("拜會聯邦農林、水資源及區域發展部。", {"聯邦農林、水資源及區域發展部"}),
        ("訪問英國運輸部。", {"英國運輸部"}),
        ("赴奧胡斯市與南丹麥大學座談。", {"南丹麥大學"}),
        ("拜會奧姆斯特德縣公共衛生局。", {"奧姆斯特德縣公共衛生局"}),
        ("參訪大井消防署及阪神水道企業團。", {"大井消防署", "阪神水道企業團"}),
        ("拜會離島淨零協調署（Islands Authority）。", {"離島淨零協調署", "Islands Authority"}),
        ("訪問Hadar University（哈達理工大學）。", {"Hadar University", "哈達理工大學"}),
        ("拜會海委會海巡署，海洋委員會海巡署簡報。", {"海委會海巡署", "海洋委員會海巡署"}),
        ("訪問杭州師範大學，杭州師大校長接待。", {"杭州師範大學", "杭州師大"}),
        ("參訪德國ZXB公司，ZXB說明製程。", {"德國ZXB公司", "ZXB公司", "ZXB"}),
    ],
)
def test_a_body_is_read_whole_and_without_the_words_before_it(text: str, names: set[str]) -> None:
    found = {name for body in bodies(text) for name in body}
    assert names <= found


@pytest.mark.parametrize(
    "text",
    [
        "德國法院多選任鑑定人。",
        "訪視傳統護理之家。",
        "提升行控中心組織及工會之溝通。",
        "臺灣大學生赴日實習。",
        "本案攸關南向布局與人才。",
        "與印尼5大學簽約。",
        "於曼谷辦公室用餐。",
    ],
)
def test_a_kind_a_count_or_a_room_is_no_body(text: str) -> None:
    assert bodies(text) == []


def test_an_office_and_its_government_are_one_body() -> None:
    assert bodies("拜會臺中市政府社會局。") == [{"臺中市政府社會局", "臺中市政府"}]


def test_the_national_library_of_another_country_is_another_body() -> None:
    found = bodies("國家圖書館與立陶宛國家圖書館簽約。")
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由外交部長柯承遠陪同。", {"柯承遠"}),
        ("外交部政務次長柯承遠將前往接機。", {"柯承遠"}),
        ("團員包括立委羅志仁、萬美儀、黃信及鄭正怡等4人。", {"羅志仁", "萬美儀", "黃信", "鄭正怡"}),
        ("立委洪仲楷（左三）、黃健行（左二）出席。", {"洪仲楷", "黃健行"}),
        ("，趙德文表示將續辦。", {"趙德文"}),
        ("由林場長俊謙簡報。", {"林俊謙"}),
        ("由單于飛科長說明。", {"單于飛"}),
        ("副局長久留宮京子及課長接待。", {"久留宮京子"}),
        ("次長淺利和彥及主任蓑田真帆表示。", {"淺利和彥", "蓑田真帆"}),
        ("由港澳辦公室主任覃志遠同志到機場迎接。", {"覃志遠"}),
        ("州長Mike HUCKABEE簽署。", {"Mike HUCKABEE"}),
        ("邀請Energinet總監Peter Marksen訪臺。", {"Peter Marksen"}),
    ],
)
def test_a_person_is_read_whole_beside_any_post(text: str, names: set[str]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "口譯應先行提供名詞。",
        "須由部長特別提醒。",
        "設商事名譽法官二名。",
        "日方關員到場。",
        "越南學生參加。",
        "與大學院系洽談專科護理師進修。",
    ],
)
def test_words_beside_a_post_are_no_person(text: str) -> None:
    assert people(text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("游泳選手為鄂思涵、宓子豪、杜柏翰三名。", {"鄂思涵", "宓子豪", "杜柏翰"}),
        ("隊員：竇明軒、沙若琳、尤佳蓉。", {"竇明軒", "沙若琳", "尤佳蓉"}),
        ("該校監督又吉真也以「打擊」為題講解。", {"又吉真也"}),
        ("助理教授マリオ・タマキ指導選手測量。", {"マリオ・タマキ"}),
        ("市議會議員外間幸惠均出席。", {"外間幸惠"}),
        ("由左校長凌雲率國際處同仁前往。", {"左凌雲"}),
        ("由鄢主任克明率柴研究員若蘭參加。", {"鄢克明", "柴若蘭"}),
        ("警備課長芹澤隆引導參觀。", {"芹澤隆"}),
    ],
)
def test_those_without_a_post_of_their_own_are_read_with_their_whole_names(
    text: str, names: set[str]
) -> None:
    assert people(text) == names


def test_a_roll_that_holds_another_word_is_none() -> None:
    assert not people("選手為高中、國中、大學三組。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "來賓有株式會社ZXB、株式會社Miyako Walk、株式會社山海新報社記者。",
            [{"株式會社ZXB"}, {"株式會社Miyako Walk"}, {"株式會社山海新報社"}],
        ),
        (
            "由一般社團法人日本造園協會北陸支部及主辦單位說明。",
            [{"一般社團法人日本造園協會北陸支部"}],
        ),
        (
            "拜會台北駐日經濟文化代表處札幌分處，分處長接待。",
            [{"台北駐日經濟文化代表處札幌分處"}],
        ),
        ("以國立陽明交通大學附設醫院為合作對象。", [{"國立陽明交通大學附設醫院"}]),
        ("拜會札幌市議會議員。", [{"札幌市議會"}]),
        ("由鹿兒島大學病院醫師主講。", [{"鹿兒島大學病院"}]),
        ("自花蓮搭臺鐵返回。", [{"臺鐵"}]),
        ("訪問京都府警察鐵道警察隊警部補。", [{"京都府警察鐵道警察隊"}]),
        ("經費由財團法人新竹市晨光之友教育基金會支應。", [{"財團法人新竹市晨光之友教育基金會"}]),
        ("與札幌市立北野中學校比賽。", [{"札幌市立北野中學校"}]),
        ("拜會西海旅客鐵道株式會社（JR西海）。", [{"西海旅客鐵道株式會社", "JR西海"}]),
        (
            "龍泉科技大學（以下簡稱本校或龍泉科大）師生前往。",
            [{"龍泉科技大學", "龍泉科大"}],
        ),
        ("拜會臺灣畜牧商業同業公會全國聯合會。", [{"臺灣畜牧商業同業公會全國聯合會"}]),
        (
            "農業部水產試驗所簡報，臺灣水產試驗所提問。",
            [{"農業部水產試驗所", "臺灣水產試驗所"}],
        ),
        (
            "臺灣港務股份有限公司率團，基隆港務分公司隨行。",
            [{"臺灣港務股份有限公司", "基隆港務分公司"}],
        ),
        (
            "訪問國家海流研究中心（NSCC）。NSCC潮汐實驗室（Tide Laboratory）簡報。",
            [{"國家海流研究中心", "NSCC", "潮汐實驗室", "Tide Laboratory"}],
        ),
        (
            "與丹麥政府水域司（Waters Directorate，下稱水域司）座談。",
            [{"丹麥政府水域司", "Waters Directorate", "水域司"}],
        ),
        (
            "訪問哈達大學（University of Hadar）植物研究所（Institute of Plants）。",
            [{"哈達大學", "University of Hadar", "植物研究所"}],
        ),
        ("推選寶山鞋業股份有限公司為會長。", [{"寶山鞋業股份有限公司"}]),
        ("對象為關西地區中小型旅行社及先導醫院。", []),
        ("予航空公司參考。", []),
    ],
)
def test_a_body_is_told_with_its_legal_form_its_branch_and_its_own_other_names(
    text: str, names: list[set[str]]
) -> None:
    found = bodies(text)
    assert len(found) == len(names)
    assert all(any(told <= body for body in found) for told in names)


def test_brackets_of_another_width_make_no_other_name() -> None:
    found = read_text("由青嵐鋼(集團)公司簡報。青嵐鋼（集團）公司成立於1992年。\n")
    assert [body.names for body in found.organisations] == [("青嵐鋼(集團)公司",)]
