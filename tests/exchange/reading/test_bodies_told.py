"""Bodies that no legal form or place tells, each by one invented sentence."""

import pytest

from planner.exchange.reading.reader import read_text


def bodies(text: str) -> list[set[str]]:
    return [set(body.names) for body in read_text(text).organisations]


def names(text: str) -> set[str]:
    return {name for body in bodies(text) for name in body}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("座談由宏岳創辦人兼董事長林明德、旭鼎科技總經理陳文雄主持。", "宏岳"),
        ("座談由宏岳創辦人兼董事長林明德、旭鼎科技總經理陳文雄主持。", "旭鼎科技"),
        ("青禾碾米工廠王大明經理介紹產線。", "青禾碾米工廠"),
        ("參觀梅嶺錶業、東原光電及皇家皮件等臺資企業。", "皇家皮件"),
        ("考察六家企業（含阿里巴巴集團、海峰、天原等）。", "海峰"),
        ("拜會橫濱市消防局、災變管理室及神奈川縣防災中心。", "災變管理室"),
        ("於光電材料全國重點實驗室座談。", "光電材料全國重點實驗室"),
        ("縣府表示，竹縣府教育處長同行。", "竹縣府"),
        ("訪問北湖鄉民代表會。", "北湖鄉民代表會"),
        ("與中國石油大學（華東）座談。", "中國石油大學（華東）"),
        ("新創公司Carelio及Zarado媒合服務員。", "Carelio"),
        ("上午參訪Nore Valley果園。", "Nore Valley果園"),
    ],
)
def test_a_body_is_told_by_what_stands_beside_it(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The panel met with representatives of WTRC at NFG in Boston.", "WTRC"),
        ("The panel met with representatives of WTRC at NFG in Boston.", "NFG"),
        ("CPR UK coordinated the visit.", "CPR UK"),
        ("Prof. Tan thanked INFX, and the ties between INFX and KRK go on.", "KRK"),
        ("Four small companies (Condar, ISQ and SQT) were seen.", "SQT"),
        ("Evidence to the Standing Committee on Water.", "Standing Committee on Water"),
        ("At the Ministry of Health, Sport and Art.", "Ministry of Health, Sport and Art"),
        ("They met with Orion Standards, Inc. in Ohio.", "Orion Standards, Inc."),
        ("Insurers such as Zorgfonds pay; ActoZ, the association of providers, does not.", "ActoZ"),
        ("Present: Gareth Lloyd (Transport for Gwent, Engineer).", "Transport for Gwent"),
    ],
)
def test_a_body_in_english_is_told_by_what_stands_beside_it(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ocean Observing Program (OOP) ended; the OOP staff came.", "OOP"),
        ("Lunch hosted by Mark Capell, Deputy Governor.", "Mark Capell"),
        ("合併9個國立水產研究所。", "國立水產研究所"),
        ("第三屆學術委員會在此開會。", "第三屆學術委員會"),
        ("由縣長李大明及縣議會代表同行。", "李大明及縣議會"),
        ("張總經理介紹本公司總經理陳明德。", "本公司"),
    ],
)
def test_a_thing_or_a_person_beside_it_is_no_body(text: str, name: str) -> None:
    assert name not in names(text)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("訪問蘭州大學，蘭大校長接待。", "蘭州大學", "蘭大"),
        ("台北榮總與臺北榮民總醫院院長座談。", "台北榮總", "臺北榮民總醫院"),
        ("國家科學委員會說明，國科會補助。", "國家科學委員會", "國科會"),
        ("宜蘭縣政府消防局派員，宜蘭縣消防局回報。", "宜蘭縣政府消防局", "宜蘭縣消防局"),
        ("訪問福岡縣大川市役所。", "福岡縣大川市役所", "大川市役所"),
        ("TSQA（台灣材料產業協會）理事長致詞。", "TSQA", "台灣材料產業協會"),
        ("訪問史丹佛大學胡佛研究所，胡佛研究所副所長接待。", "史丹佛大學", "史丹佛大學胡佛研究所"),
        ("Met at KXR; the KXR Energy Division hosted.", "KXR", "KXR Energy Division"),
    ],
)
def test_two_names_of_one_body_are_one(text: str, one: str, other: str) -> None:
    assert any({one, other} <= body for body in bodies(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("當年8月國立水產試驗場開幕。", "國立水產試驗場"),
        ("拜會日本姊妹校亞細亞大學。", "亞細亞大學"),
        ("代表團與孫德勝大學校長會面。", "孫德勝大學"),
        ("王大同榮譽董事穩大半導體股份有限公司到場。", "穩大半導體股份有限公司"),
        ("陽明市立南中學校接待。", "陽明市立南中學校"),
        ("拜會一般財團法人漁村綜合研究所辦理審查。", "一般財團法人漁村綜合研究所"),
        ("Chairman Senate of Karelia came.", "Senate of Karelia"),
        ("Met with Ministry of Finance Vice Minister Taro Mori.", "Ministry of Finance"),
        ("Part of Hadar University for Art’s plan.", "Hadar University for Art"),
    ],
)
def test_a_name_is_read_without_what_leads_to_it(text: str, name: str) -> None:
    assert name in names(text)


def test_a_sign_of_another_width_makes_no_second_body() -> None:
    assert len(bodies("與國立臺灣大學座談，國立台灣大學校長致詞。")) == 1


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("座談介紹〈清代臺灣寺廟彩繪〉一題。", "臺灣寺"),
        ("所用符號與臺灣匠師司阜所傳者相同。", "臺灣匠師司"),
        ("此等彈性均係國立大學法人化後所得。", "國立大學法人化後所得"),
        ("該校1962年改制大學。", "改制大學"),
        ("此行於途中遠眺其圍堰。", "中遠"),
    ],
)
def test_signs_within_other_words_are_no_body(text: str, wrong: str) -> None:
    assert not any(wrong in name for name in names(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("建議恢復青陽戲劇團之年度互訪。", "青陽戲劇團"),
        ("另查明蔚公司設於耶拿。", "明蔚公司"),
        ("當地非政府組織SOLVA基金會提供貸款。", "SOLVA基金會"),
    ],
)
def test_what_leads_to_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "body", "former"),
    [
        (
            "福建省青石研究院 1956年成立，原名福建省青石研究所，現有46人。",
            "福建省青石研究院",
            "福建省青石研究所",
        ),
        ("泉州北湖學院 源於1958年設立之泉州大學。", "泉州北湖學院", "泉州大學"),
        (
            "Federal Harbour Administration. Established in 1958 as the Federal Harbour Agency.",
            "Federal Harbour Administration",
            "Federal Harbour Agency",
        ),
    ],
)
def test_a_former_name_stands_with_the_body(text: str, body: str, former: str) -> None:
    assert any({body, former} <= each for each in bodies(text))


def test_a_centre_told_as_its_own_is_no_body_beside_its_host() -> None:
    text = (
        "Northlake University. Its Seed Trial Centre has 30 staff.\n\nWe saw the Seed Trial Centre."
    )
    assert "Seed Trial Centre" not in names(text)


def test_an_office_abroad_keeps_its_city() -> None:
    text = "Dinner with the Taipei Economic and Cultural Office in Toronto."
    assert "Taipei Economic and Cultural Office in Toronto" in names(text)


def test_a_body_whose_school_was_the_former_name_stands_alone() -> None:
    text = "泉州醫科大學：前身為泉州青石醫院附設醫學校。"
    assert not any({"泉州醫科大學", "泉州青石醫院"} <= each for each in bodies(text))
    assert "泉州青石醫院" in names(text)
