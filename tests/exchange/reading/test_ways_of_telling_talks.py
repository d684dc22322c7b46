"""Talks by the ways programmes, notices and prose tell of them; names and titles are invented."""

import pytest

from planner.exchange.reading.reader import read_text


def talks(text: str) -> list[tuple[str, str]]:
    return [(talk.speaker, talk.title) for talk in read_text(text).talks]


ENTRIES = {
    "an entry with its code": "S1-1 Nutrient recovery from sludge / Erik Nyman (Lund University)",
    "a heading with the speaker in brackets": "三、專題演講：污泥養分之回收（林宜靜教授）",
    "a title and the speaker behind a label": "(一) 演講一：污泥養分之回收（講者：林宜靜教授）",
    "a title above the speaker's label": "13:30\n污泥養分之回收\n講者：林宜靜教授（海洋大學）",
    "a topic above the speaker's label": "議題一：污泥養分之回收\n主講：林宜靜（環境部）",
    "a kind, the speaker, the title": "Opening keynote\nDr. Erik Nyman, Lund University\n"
    "“Nutrient recovery from sludge”",
    "a label on a line of its own": "講題：\n\n污泥養分之回收\n\n主講人：\n\n林宜靜（海大教授）",
    "a title by its author": "List of lectures\n\nNutrient recovery from sludge, by Erik Nyman",
    "two paragraphs": "本會邀請林宜靜教授蒞校演講。\n本次講題為「污泥養分之回收」，座無虛席。",
    "hours written out": "9:00 am – 9:30 am: Erik Nyman, Lund: Nutrient recovery from sludge\n"
    "9:30 am – 9:45 am: Break",
    "a title without quotes": "Dr. Erik Nyman gave a keynote titled Nutrient recovery from sludge.",
    "a number and a wide gap": "研討主題及講者如下：\n一、污泥養分之回收　　林宜靜（海洋大學）",
    "the only author's own": "職於會中發表論文「污泥養分之回收」。\n出國人員：環境部 林宜靜",
    "a label below a chair": "Session 2: Water\nChair: Dr. Robert Hale\n"
    "- Nutrient recovery from sludge (Erik Nyman, Lund University)",
}


@pytest.mark.parametrize("text", ENTRIES.values(), ids=ENTRIES)
def test_one_entry_tells_one_talk(text: str) -> None:
    assert talks(text) in (
        [("Erik Nyman", "Nutrient recovery from sludge")],
        [("林宜靜", "污泥養分之回收")],
    )


PROSE = {
    "a name that only its place tells": "隨後由水資源局黎木恩助理教授發表「淺層地下水之補注」。",
    "a title behind what was on": "會中作家黎木恩以《淺層地下水之補注》為題演講。",
    "a title before the speaker": "「淺層地下水之補注」由臺灣大學公共事務學院黎木恩助理教授分享。",
    "an event's name beside the title": "黎木恩教授在「港都盃」全國大學教師發展論壇上"
    "作了題為《淺層地下水之補注》的報告。",
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_the_place_of_a_name_tells_who_spoke(text: str) -> None:
    assert talks(text) == [("黎木恩", "淺層地下水之補注")]


def test_as_many_speakers_as_titles_are_paired_whatever_their_names_look_like() -> None:
    told = talks("會中簡佑恩副教授、玉囡坎講師分別以「潮汐發電」、「海圖的語言」為題報告。")

    assert told == [("簡佑恩", "潮汐發電"), ("玉囡坎", "海圖的語言")]


def test_entries_run_together_behind_who_speaks_are_read_one_by_one() -> None:
    told = talks("明日的講者為：經濟系卓以寧教授-海圖的語言；化工系簡佑恩教授-潮汐發電入門。")

    assert told == [("卓以寧", "海圖的語言"), ("簡佑恩", "潮汐發電入門")]


def test_speakers_and_titles_of_one_time_stand_by_turns() -> None:
    table = (
        "研討會議程\n時間 | 場次 | 主持人 | 發表人 | 論文題目\n"
        "09:00-10:30 | 一 | 齊若蘭 | 卓以寧 | 海圖的語言與測繪\n簡佑恩 | 潮汐發電入門與展望\n"
        "10:30-10:50 | 茶敘\n"
    )

    assert talks(table) == [("卓以寧", "海圖的語言與測繪"), ("簡佑恩", "潮汐發電入門與展望")]


def test_the_name_ends_the_line_of_a_programme() -> None:
    programme = (
        "研討會議程\n09:10~09:40 港區倉儲的再利用：以兩座碼頭為例 卓以寧 副教授\n"
        "09:40~10:10 潮汐發電入門 簡佑恩\n10:10~10:20 Tea break\n"
    )

    assert talks(programme) == [
        ("卓以寧", "港區倉儲的再利用：以兩座碼頭為例"),
        ("簡佑恩", "潮汐發電入門"),
    ]


def test_initials_in_brackets_name_who_speaks() -> None:
    programme = (
        "Workshop programme\n9:40 am Storm surges (H. Ware/ Delft University)\n"
        "10:00 am Operational challenges/needs (P. Olsen/DTU)\n10:20 am Break\n"
    )

    assert talks(programme) == [
        ("H. Ware", "Storm surges"),
        ("P. Olsen", "Operational challenges/needs"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'The first presenter was Dr. Karin Holm. Her topic was "Wolves and the Public."',
            [("Karin Holm", "Wolves and the Public.")],
        ),
        (
            'Dr. Karin Holm looked ahead in her report "Wolves and the Public".',
            [("Karin Holm", "Wolves and the Public")],
        ),
        (
            'In his keynote address, "Wolves and the Public", Dr. Peter Marsden urged patience.',
            [("Peter Marsden", "Wolves and the Public")],
        ),
        (
            'Prof. Karin Holm gave us her book "Wolves and the Public".',
            [],
        ),
        (
            'Ms Karin Holm reported how the association trains "wolf guards".',
            [],
        ),
    ],
)
def test_a_sentence_in_english_tells_of_a_talk_or_of_a_thing(
    text: str, told: list[tuple[str, str]]
) -> None:
    assert [(speaker, title.strip(".")) for speaker, title in talks(text)] == [
        (speaker, title.strip(".")) for speaker, title in told
    ]


NONE = {
    "what somebody said": "館長林宜靜說：「我們的起步比別人早，如今要迎頭趕上。」",
    "a visit": "09:00 Meeting with Dr. Karin Holm, Director\n"
    "16:20 Visit Gull Colony (Mr. P. Olsen)",
    "a talk to come": "Keynote\n主講人：林宜靜 處長\n演講題目：待定",
    "who handed it in": "代表團隨後與院方座談。\n副局長陪同參觀新區規劃館等企業。（通訊員 林宜靜）",
    "an item of minutes": "五、會務報告：林宜靜 副總幹事\n謝謝各位幫忙。",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_only_looks_like_a_talk_is_none(text: str) -> None:
    assert talks(text) == []


RUNS = {
    "the speaker before each title": "並安排三場短講：王珊〈潮汐發電入門〉、"
    "玉囡坎〈從「海圖」到羅盤〉。",
    "the speaker behind each title": "議程列二篇（圖7）：(1)〈潮汐發電入門〉，講者王珊；"
    "(2)〈從「海圖」到羅盤〉，由玉囡坎報告。",
    "numbers between them": "專題發表依序為：一、王珊「潮汐發電入門」；"
    "二、玉囡坎博士「從『海圖』到羅盤」。",
}


@pytest.mark.parametrize("text", RUNS.values(), ids=RUNS)
def test_talks_run_together_have_each_their_own_speaker(text: str) -> None:
    told = [
        (speaker, title.replace("『", "「").replace("』", "」")) for speaker, title in talks(text)
    ]

    assert told == [("王珊", "潮汐發電入門"), ("玉囡坎", "從「海圖」到羅盤")]


def test_a_bare_name_and_a_dash_open_a_line_below_who_speaks() -> None:
    told = talks("上午場講者：\n簡佑恩— 潮汐發電入門\n陳以寧（海洋大學）— 海圖的語言\n中午休息。")

    assert told == [("簡佑恩", "潮汐發電入門"), ("陳以寧", "海圖的語言")]


NO_TALKS = {
    "what was said": "中心長黎木恩接見，談及「潮汐須由居民自己看見」，並導覽展場。",
    "a term that is compared": "組長黎木恩介紹基金，其費率為一成，與我國「一港一保證金」不同。",
    "grades": "黎木恩主席介绍，该会按“安全、临界、超采”三级评价各县。",
    "a bill": "黎木恩組長接機並簡報，新政府以「快速審批」（Fast-track）法案加速建設。",
    "an event": 'Its director, Erik Nyman, hosted a half-day seminar, "Taiwan Water Exchange".',
    "a saying": 'Professor Erik Nyman has called the loss "the second flood of towns".',
}


@pytest.mark.parametrize("text", NO_TALKS.values(), ids=NO_TALKS)
def test_sayings_terms_and_events_are_no_talks(text: str) -> None:
    assert talks(text) == []


STRANGE = {
    "烏蘭巴日思": "研究所助理研究員烏蘭巴日思報告「淺層地下水之補注」。",
    "覺木恩": "最後由市立聯合醫院覺木恩講〈淺層地下水之補注〉。",
}


@pytest.mark.parametrize(("name", "text"), STRANGE.items(), ids=STRANGE)
def test_right_before_the_verb_a_name_is_one_whatever_it_looks_like(name: str, text: str) -> None:
    assert talks(text) == [(name, "淺層地下水之補注")]


def test_an_item_that_names_a_symposium_opens_the_items_below() -> None:
    told = talks("• 14:00 學術座談\n– 簡佑恩：潮汐發電入門\n– Erik Nyman：Water under sand")

    assert told == [("簡佑恩", "潮汐發電入門"), ("Erik Nyman", "Water under sand")]


def test_a_speaker_told_with_what_she_is_stands_before_her_title() -> None:
    told = talks(
        'Two talks were given: Erik Nyman, "Water under sand"; and Ms Phan Thi Sa Mai, '
        'a farmer of the coast, "Women and the well".'
    )

    assert told == [("Erik Nyman", "Water under sand"), ("Phan Thi Sa Mai", "Women and the well")]
