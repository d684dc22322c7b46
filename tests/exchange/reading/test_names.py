"""Names of people and bodies by what they are made of and what stands beside them."""

import pytest

from planner.exchange.reading.reader import read_text

HEAD = "赴歐出國報告\n\n出國期間：111年9月4日至111年9月11日\n\n二、過程\n"


def people(text: str) -> set[str]:
    return {person.name for person in read_text(HEAD + text).people}


def bodies(text: str) -> set[str]:
    return {name for body in read_text(HEAD + text).organisations for name in body.names}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("同塔省農業廳副廳長Trần Chí Thành陪同前往。", "Trần Chí Thành"),
        ("與捷克籍代表Tomáš Novák檢察官交換意見。", "Tomáš Novák"),
        ("Guided by Harri Lehtonen, we saw the sorting room.", "Harri Lehtonen"),
        ("We met the Director, Chen Long-Fang, and her staff.", "Chen Long-Fang"),
        ("We met General Director Dr. Tsung-Tsan Su at noon.", "Tsung-Tsan Su"),
        ("典藏研究組莎瓏．伊斯哈罕布德助理研究員逐件拍攝。", "莎瓏．伊斯哈罕布德"),
        ("由副館長渡邊由紀子准教授接待。", "渡邊由紀子"),
        ("厦門市紅十字會應急救護中心黃巧雲", "黃巧雲"),
        ("康議長也邀請陳其邁市長共同迎接。", "陳其邁"),
        ("本校交換生林子芸、吳柏勳協助翻譯。", "吳柏勳"),
        ("駐德國代表處科技組組長鞏翊全程陪同。", "鞏翊"),
        ("國際企劃室長補佐三宅亮介簡介預約系統。", "三宅亮介"),
        ("科學技術廳國際合作處拓跋榮副處長列席。", "拓跋榮"),
        ("助理研究員　皮家瑋", "皮家瑋"),
        ("美方指揮官Col. Jonathan Brightman說明。", "Jonathan Brightman"),
    ],
)
def test_a_person_is_told_in_any_language(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("11月2日全日研究員均在庫房。", "全日"),
        ("杜校長本次在導覽下參訪。", "本次"),
        ("文學與映像課課長原田健司介紹典藏。", "映像課"),
        ("兩校每年互派學生。", "每年互派"),
        ("搭乘班機抵達福州長樂機場。", "班機抵達福"),
        ("搭乘班機抵達福州長樂機場。", "樂機場"),
        ("由副處長列席。", "列席"),
        ("We thank Chief Nursing Officer Grace Ouma.", "Nursing Officer"),
        ("瞿承宇　財團法人中興工程顧問社　研究員", "顧問社"),
        ("會議由司徒次長主持，林鴻志教授出席。", "司徒"),
        ("美方指揮官Col. Jonathan Brightman說明。", "Col"),
        ("萊頓大學的包樂詩（Lena Bauers）教授，包樂詩教授說明。", "Lena Bauers"),
    ],
)
def test_a_word_beside_a_post_is_no_person(text: str, word: str) -> None:
    assert word not in people(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("隨後拜會航港局，洽談合作。", "航港局"),
        ("由三井住友銀行出資。", "三井住友銀行"),
        ("二、鐵路事故調查局（RAIB）\n2005年開始運作。", "鐵路事故調查局"),
        ("由交通部航港局科長說明。", "交通部航港局"),
        ("訪問西南財經大學及四川大學。", "西南財經大學"),
        ("例如熊本大學鳥居教授。", "熊本大學"),
        ("康議長偕國民外交促進會會長迎接。", "國民外交促進會"),
        ("拜會伊賀市役所。", "伊賀市役所"),
        ("中午由駐歐盟兼駐比利時代表處設宴。", "駐歐盟兼駐比利時代表處"),
        ("股東包括Alpiq、臺灣電力公司及IWB。", "IWB"),
        ("The team saw software supplied by LabWare.", "LabWare"),
        ("Lunch with the trade union DIK.", "DIK"),
        ("We visited the CS Wind tower factory.", "CS Wind"),
        ("We thank High Performance Sport (HPS) for its help.", "High Performance Sport"),
        ("MINISTRY OF HEALTH AND WELLNESS", "MINISTRY OF HEALTH AND WELLNESS"),
        ("We were shown round the Forschungszentrum Jülich.", "Forschungszentrum Jülich"),
    ],
)
def test_a_body_is_told_by_its_name_or_its_neighbours(text: str, name: str) -> None:
    assert name in bodies(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("參加國際園藝展（IHTF），參觀溫室。", "國際園藝展"),
        ("舉辦亞洲表面工程會議，約百人參加。", "亞洲表面工程會"),
        ("擇定一所外役監獄試辦自炊制度。", "一所外役監獄"),
        ("參加東南亞教育部長會議。", "教育部"),
        ("前身為1916年設立之煤礦公司。", "煤礦公司"),
        ("1993年由挪威四所大學共同設立。", "挪威四所大學"),
    ],
)
def test_an_event_or_a_kind_of_body_is_no_body(text: str, name: str) -> None:
    assert name not in bodies(text)


def test_a_former_name_behind_a_heading_is_an_alias() -> None:
    found = read_text(HEAD + "（四）寶雞青銅器博物院：原名寶雞市博物館，1956年成立。").organisations
    assert [set(body.names) for body in found] == [{"寶雞青銅器博物院", "寶雞市博物館"}]


def test_a_family_name_of_two_signs_means_the_one_who_has_it() -> None:
    assert people("由才讓東珠所長接待。\n\n才讓所長指出，成本過高。") == {"才讓東珠"}


def test_the_name_in_the_language_of_the_place_is_an_alias() -> None:
    found = read_text(
        HEAD + "展品向畢夏普博物館（Bernice Pauahi Bishop Museum）商借。\n"
        "以荷蘭國家檔案館（Nationaal Archief，以下簡稱NA）所藏檔案為主。\n"
    ).organisations
    names = [set(body.names) for body in found]
    assert {"畢夏普博物館", "Bernice Pauahi Bishop Museum"} in names
    assert {"荷蘭國家檔案館", "Nationaal Archief", "NA"} in names


@pytest.mark.parametrize(
    "text",
    [
        "近年電信網路詐欺集團將機房設於各國。",
        "淡江大學是重要的臺灣合作大學。",
        "台灣各科技大學均可參加。",
        "參訪兩座抽蓄電廠。",
    ],
)
def test_a_kind_of_bodies_is_none(text: str) -> None:
    assert not bodies(text) - {"淡江大學"}
