"""People told by lists, bylines, breaks and capitals, and words that are no people."""

import pytest

from planner.exchange.reading.reader import read_text

HEAD = "赴日出國報告\n\n出國期間：111年9月4日至111年9月11日\n\n二、過程\n"


def people(text: str) -> set[str]:
    return {person.name for person in read_text(HEAD + text).people}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("章伯儒、林佑安、何敏芝等院士到場。", {"章伯儒", "林佑安", "何敏芝"}),
        ("工程院領導沈宜蓁、羅伯勳和邱雅筑出席。", {"沈宜蓁", "羅伯勳", "邱雅筑"}),
        ("由黑川悠人、西脇智美等官員接待。", {"黑川悠人", "西脇智美"}),
        ("農場主曾柏融及李玟慧夫婦解說。", {"曾柏融", "李玟慧"}),
    ],
)
def test_all_of_a_list_are_people(text: str, names: set[str]) -> None:
    assert names <= people(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("文／蘇筱晴、何冠廷　圖／館方提供", "何冠廷"),
        ("作者：唐郁雯　董皓　編輯：姚瑾", "姚瑾"),
        ("（記者鄭宥翔報導）", "鄭宥翔"),
        ("農業推廣科　李秉諺　分機422", "李秉諺"),
        ("傳訊部\n梁芷瑜電話：(02) 2345-6789", "梁芷瑜"),
        ("開幕式後各自返回。（國際處　朱昀）", "朱昀"),
        ("佛教的當代詮釋　何玟伶", "何玟伶"),
        ("高立誠　研究員　會後參觀。", "高立誠"),
    ],
)
def test_a_byline_or_a_name_between_breaks_is_a_person(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("緯宏董事長洪芷寧與會。", "洪芷寧", "緯宏"),
        ("日文系主任劉彥廷列席。", "劉彥廷", "日文"),
        ("由伊賀市長岡本健接待。", "岡本健", "伊賀"),
        ("聯席主席陳樺教授發言。", "陳樺", "席陳樺"),
        ("副校長馬睿恩出面接待。", "馬睿恩", "馬睿恩出面"),
        ("司長李昀庭正在考察。", "李昀庭", "李昀庭正"),
        ("副院長蔣怡參與接待。", "蔣怡", "蔣怡參"),
        ("局長林慶和、處長張以昕到場。", "林慶和", "林慶"),
        ("與中華大學的葉承恩教授會面。", "葉承恩", "的葉承恩"),
        ("課長永井隆也以簡報說明。", "永井隆也", "永井隆"),
    ],
)
def test_a_post_belongs_to_the_whole_name_and_to_no_word_beside_it(
    text: str, name: str, other: str
) -> None:
    found = people(text)
    assert name in found
    assert other not in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("由周執行長翊庭接待。", "周翊庭"),
        ("里長陳黃秀蓁帶領參觀。", "陳黃秀蓁"),
        ("海洋研究所的劉亭妤、許瑞恩說明。", "劉亭妤"),
        ("實驗室副主任（主持工作）鄭宇辰作報告。", "鄭宇辰"),
        ("由黑田俊介水產局長率課員接待。", "黑田俊介"),
        ("黃品睿（國立臺北科技大學教授）前往。", "黃品睿"),
        ("教授黑岩雅史及技術員長橋千夏帶領。", "長橋千夏"),
        ("展覽總監葛瑞森（Gaspard Renier）說明。", "葛瑞森"),
        ("首席代表柿山秀介到場。", "柿山秀介"),
        ("何宜臻、邱品妤分別發言。沈柏翰表示，明年再議。", "沈柏翰"),
    ],
)
def test_a_name_is_told_by_how_it_stands_beside_a_post_or_body(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize("word", ["謝謝", "華山", "名義"])
def test_a_common_word_before_a_post_is_no_person(word: str) -> None:
    assert word not in people(f"活動後{word}主任。另以{word}董事長。{word}及同仁到場。")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The team met Dr. QIU Wenbo of the bureau.", "QIU Wenbo"),
        ("We had lunch with Haruto MIZUSHIMA, Senior Vice-President.", "Haruto MIZUSHIMA"),
        ("The session closed with KANG Minjun, Northern Institute.", "KANG Minjun"),
        ("The visit was led by Alun Carrick MP, and ended late.", "Alun Carrick"),
        ("The senators Gwen Harcourt (D-NY) and others flew on.", "Gwen Harcourt"),
        ("Meeting with Prof.R. Velkoski at noon.", "R. Velkoski"),
        ("Meeting with Zdravko Pelin, Deputy Governor, at ten.", "Zdravko Pelin"),
        ("Talks with Lin Shih-yuan and Chen Yu-ting went well.", "Lin Shih-yuan"),
        ("Thanks to Nobuhiro Kaneda for the tour.", "Nobuhiro Kaneda"),
        ("Participants: Herb Brandt (Chair), Merle Stocker (Co-chair).", "Merle Stocker"),
        ("同行有神經內科金教授(Han Young Kim)。", "Han Young Kim"),
    ],
)
def test_a_name_in_latin_letters_is_told_by_its_form(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Current AGS Major Activities are listed.", "Activities"),
        ("The Twentieth Session opened with an address.", "Twentieth Session"),
        ("Stops in San Diego and Hawaii followed.", "San Diego"),
        ("Our host lives at 5 rue Blaise Carpentier.", "Blaise Carpentier"),
        ("Commander NATO Training Mission was there.", "NATO Training"),
        ("「雙軌制」(Dual System)的利害關係人", "Dual System"),
    ],
)
def test_a_thing_in_latin_letters_is_no_person(text: str, thing: str) -> None:
    assert thing not in people(text)


def test_a_name_and_its_spelling_in_brackets_are_one_person() -> None:
    found = people("系主任倪默然(Dr. Jack Nordheim)來訪，演講由宋皓(Tomas Lindqvist)校長主持。")
    assert found == {"倪默然", "宋皓"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("骨傷科主任孟和巴特示範，其後合影。", "孟和巴特"),
        ("由助理研究員包額爾登達來報告藥材。", "包額爾登達來"),
        ("團員\n林佑安、何敏芝、撒韻·武荖\n南方大學", "撒韻·武荖"),
        ("水利局秘書拉傑什·卡爾尼專程趕來。", "拉傑什·卡爾尼"),
        ("關佑濤（漁業研究所 研究員）", "關佑濤"),
        ("由副所長林佳允攜帶資料說明。", "林佳允"),
        ("所長北田英一率教授及同仁接待。", "北田英一"),
        ("研究人員諸葛晴昀交換意見。", "諸葛晴昀"),
        ("國際司副司長阮氏秋香說明。", "阮氏秋香"),
        ("系主任阮陳嘉俊盼我方協助。", "阮陳嘉俊"),
        ("晚間與當地臺商林佳蓉餐敘。", "林佳蓉"),
        ("副總長裵俊昊接見。", "裵俊昊"),
        ("二、Trần Quốc Bảo「Rice after the flood」。", "Trần Quốc Bảo"),
        ("3 NGUYEN Quang Minh 水利研究所", "NGUYEN Quang Minh"),
        ("青年教師H'Lan Ayun表示感謝。", "H'Lan Ayun"),
        ("Mr Y Phong Adrong of the farm spoke.", "Y Phong Adrong"),
        ("Dr Kemal Nur'an, who breeds peas, agreed.", "Kemal Nur'an"),
        ("Tamsyn Holloway, interpreter", "Tamsyn Holloway"),
        ("We met the mission's first secretary, Tamsyn Holloway.", "Tamsyn Holloway"),
        ("用水戶代表為當地婦女瑪拉·巴伊，她帶路。", "瑪拉·巴伊"),
        ("由部落耆老Warrin Tolmer說明。", "Warrin Tolmer"),
        ("Dr Ardiem Bao Quy, Research Fellow, spoke.", "Ardiem Bao Quy"),
    ],
)
def test_a_name_of_another_people_is_read_whole(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize("thing", ["合一", "標本庫", "Murray Darling Basin"])
def test_a_thing_that_looks_like_a_name_is_no_person(thing: str) -> None:
    found = people(f"研究所與大學教授聘約{thing}。參觀{thing}（圖2）。In the {thing} it rained.")
    assert not any(thing in name for name in found)


def test_a_name_told_in_chinese_in_brackets_means_the_same_person_later() -> None:
    found = people("教授Vo Dang Khoa（武登科）到場。武登科教授曾任副校長。")
    assert found == {"Vo Dang Khoa"}


def test_the_end_of_a_word_and_initials_in_brackets_make_no_person() -> None:
    found = people(
        "討論時緒方博士指出。\n\nNordischer Seedienst (NSD), Hamburg office. Welcome by us."
    )
    assert not found & {"時緒方", "Nordischer Seedienst"}
