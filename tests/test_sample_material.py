"""The sample's prose and pictures hold every published fact, and keep the rules of a report."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps
from PIL.ExifTags import IFD, Base

SAMPLES = Path(__file__).parents[1] / "resources" / "samples"
PICTURES = sorted((SAMPLES / "pictures").iterdir())

HAN = r"\u3400-\u9fff"
# Written with half-width brackets by their bearers.
NAMES_AS_REGISTERED = ("包鋼(集團)公司", "中國北方稀土(集團)高科技股份有限公司")

NAMES = [
    "內蒙古稀土產業參訪暨兩岸學術研討",
    "蒙藏委員會",
    "國立臺北科技大學",
    "工業技術研究院",
    "考察",
    "內蒙古自治區",
    "呼和浩特市",
    "包頭市",
    "呼和浩特白塔國際機場",
    "內蒙古稀土產業與臺灣高科技發展座談會",
    "增進兩岸稀土有關產業瞭解",
    "增進臺灣稀土學研界研發能力",
    "協助建構臺灣高科技發展戰略藍圖",
    "行政院科技會報辦公室",
    "經濟部",
    "技術處",
    "科技部",
    "衛生福利部",
    "農業委員會",
    "內蒙古農業大學",
    "食品科學與工程學院",
    "內蒙古師範大學",
    "物理與電子信息學院",
    "磁性材料與信息技術研究所",
    "包頭稀土研究院",
    "包鋼(集團)公司",
    "冶金工業部",
    "中國科學院包頭稀土研發中心",
    "中國科學院北京分院",
    "內蒙古自治區科技廳",
    "包頭市人民政府",
    "內蒙古包鋼稀土磁性材料有限責任公司",
    "包鋼稀土磁性材料有限公司",
    "內蒙古稀奧科貯氫合金有限公司",
    "內蒙古包鋼稀土高科技有限公司",
    "美國能源轉換器件公司",
    "歐文尼克電池公司",
    "美國和光交易公司",
    "金杰稀土納米材料有限公司",
    "包頭市金杰稀土納米材料有限公司",
    "金杰實業集團",
    "稀寶博為醫療系統有限公司",
    "稀寶醫療",
    "中國北方稀土(集團)高科技股份有限公司",
    "新奧集團",
    "包頭國家稀土高新技術產業開發區",
    "輝騰錫勒風力發電廠",
    "包頭稀土產業園區",
    "董同力嘎",
    "特古斯",
    "教授兼院長",
    "松林",
    "教授兼所長",
    "張志宏",
    "副院長",
    "池建義",
    "李殿卿",
    "趙明鏡",
    "高級工程師",
    "魯飛",
    "曹申",
    "材化所",
    "張添晉",
    "工程學院院長",
    "陳奕宏",
    "化學工程與生物科技系所教授",
    "王立邦",
    "環境工程與管理研究所助理教授",
    "2015海峽兩岸學術研討會",
    "工研院材化所金屬材料精煉技術發展",
    "稀有資源釹物質流佈分析之研究",
    "超重力反應器應用於合成氧化鈰顆粒之研究",
    "以水中爆破破碎法進行馬達轉子中稀土族永久磁鐵之分解回收",
    "燒結釹鐵硼永磁材料的制備與應用",
    "Sm對Mg─Gd─Y─Zr系鎂合金組織及性能影響",
    "福建",
    "江西",
    "芮嘉瑋",
    "中技社科技暨工程研究中心主任",
    "北美智權報",
    "USGS",
    "Lynas",
    "MP Materials",
]

FACTS_OF_HOSTS = {
    "agricultural-university": {"9", "21", "35000+", "4183"},
    "normal-university": {"22", "36", "1", "2", "2300+", "1400+", "70", "45", "754"},
    "rare-earth-institute": {"700+", "10+", "1600+", "680+", "200+"},
    "magnet-company": {"15000", "5000"},
    "hydrogen-alloy-company": {"3000", "1500", "600"},
    "nano-company": {"10+", "4", "5", "1"},
    "mri-company": {"5100000000"},
    "high-tech-zone": {"114", "4500+", "75", "22", "49", "40", "18"},
}

FOUNDED = {
    "agricultural-university": "1952",
    "normal-university": "1952",
    "rare-earth-institute": "1963",
    "cas-centre": "2015-05-12",
    "mri-company": "2010",
}

BRIEFING = {
    ("中國大陸", "270000", "2024", "usgs"),
    ("中國大陸", "69.2", "2024", "usgs"),
    ("美國", "45000", "2024", "usgs"),
    ("美國", "42000", "2024", "news-2026-02"),
    ("美國", "11.5", "2024", "usgs"),
    ("中國大陸", ">90", "2025", "rui"),
    ("中國大陸", ">90", "2015", "report-2015"),
    ("內蒙古", "83", "2015", "report-2015"),
    ("人形機器人", "2–3.4", "2025", "rui"),
    ("人形機器人", "40", "", "rui"),
    ("未添加鏑（Dy）、鋱（Tb）之釹鐵硼（NdFeB）", "80–100", "", "rui"),
    ("添加鏑（Dy）、鋱（Tb）之釹鐵硼（NdFeB）", "180–220", "", "rui"),
}

USES = [
    ["Nd", "Pr", "Dy", "Tb"],
    ["Gd", "Er", "Nd"],
    ["La", "Y", "Nd"],
    ["Eu", "Tb", "Y"],
]


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return tomllib.loads((SAMPLES / "rare-earth-2015.toml").read_text(encoding="utf-8"))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def han_count(text: str) -> int:
    return len(re.findall(f"[{HAN}]", text))


def account(told: dict[str, Any]) -> dict[str, Any]:
    return next(chapter for chapter in told["chapter"] if chapter["key"] == "account")


def cited(text: str) -> list[int]:
    figures: list[int] = []
    for first, last in re.findall(r"\{figs?:(\d+)(?:-(\d+))?\}", text):
        figures.extend(range(int(first), int(last or first) + 1))
    return figures


# The prose


def test_the_summary_counts_200_to_300_han_characters(told: dict[str, Any]) -> None:
    assert 200 <= han_count(told["delegation"]["summary"]) <= 300


def test_the_report_is_substantial(told: dict[str, Any]) -> None:
    printed = [told["chapter"], told["finding"], told["recommendation"]]
    assert 6000 <= han_count("".join(strings(printed))) <= 8500


def test_the_days_cite_every_figure_once_and_in_order(told: dict[str, Any]) -> None:
    days = account(told)["section"]
    assert [figure for day in days for figure in cited(day["text"])] == list(range(1, 18))


def test_a_day_cites_the_figures_of_its_own_stops(told: dict[str, Any]) -> None:
    for day in account(told)["section"]:
        shown = [f for s in told["stop"] if s["on"] == day["on"] for f in s.get("figures", [])]
        assert cited(day["text"]) == shown


def test_there_is_an_account_for_each_day(told: dict[str, Any]) -> None:
    days = [day["on"] for day in account(told)["section"]]
    assert days == [date(2015, 8, number) for number in range(17, 23)]


def test_each_day_names_those_who_were_met(told: dict[str, Any]) -> None:
    names = {person["key"]: person["name"] for person in told["person"]}
    texts = {day["on"]: day["text"] for day in account(told)["section"]}
    for stop in told["stop"]:
        for key in [*stop.get("met", []), *filter(None, [stop.get("escort")])]:
            assert names[key] in texts[stop["on"]]


def test_tables_are_referred_to(told: dict[str, Any]) -> None:
    text = "".join(strings(told["chapter"]))
    assert text.count("{table:work}") == 1
    assert text.count("{table:talks}") == 1


def test_taiwan_is_written_with_its_official_character(told: dict[str, Any]) -> None:
    assert [text for text in strings(told) if "台" in text] == []


def test_han_text_has_full_width_punctuation(told: dict[str, Any]) -> None:
    wrong = []
    for text in strings(told):
        for name in NAMES_AS_REGISTERED:
            text = text.replace(name, "")
        text = re.sub(r"\{(fig|figs|table):[\w-]+\}", "", text)
        wrong += re.findall(f"[{HAN}][ ]*[,.;:!?()][ ]*[{HAN}]", text)
    assert wrong == []


def test_no_placeholder_is_left(told: dict[str, Any]) -> None:
    text = "".join(strings(told))
    assert [mark for mark in ("○○", "XXX", "TODO", "待填") if mark in text] == []


def test_no_clock_time_is_told(told: dict[str, Any]) -> None:
    prose = "".join(strings([told["chapter"], told["stop"], told["finding"]]))
    assert re.findall(r"\d{1,2}[:：]\d{2}|\d+時\d+分|[上下]午\d", prose) == []


# The facts


@pytest.mark.parametrize("name", NAMES)
def test_every_name_and_title_is_there(told: dict[str, Any], name: str) -> None:
    assert name in "\n".join(strings(told))


def test_every_fact_of_a_host_is_there(told: dict[str, Any]) -> None:
    found = {
        body["key"]: {f["value"] + ("+" if f.get("at_least") else "") for f in body["facts"]}
        for body in told["organisation"]
        if "facts" in body
    }
    assert found == FACTS_OF_HOSTS


def test_every_founding_day_is_there(told: dict[str, Any]) -> None:
    assert {b["key"]: b["founded"] for b in told["organisation"] if "founded" in b} == FOUNDED


def test_both_values_of_the_alloy_powder_are_told_in_the_text(told: dict[str, Any]) -> None:
    text = "".join(strings(told["chapter"]))
    assert "3,000公噸" in text
    assert "1,500公噸" in text


def test_every_fact_of_the_briefing_is_there(told: dict[str, Any]) -> None:
    def shown(fact: dict[str, Any]) -> str:
        more = ">" if fact.get("more_than") else ""
        upper = f"–{fact['value_to']}" if "value_to" in fact else ""
        return f"{more}{fact['value']}{upper}"

    found = {(f["subject"], shown(f), f.get("as_of", ""), f["source"]) for f in told["fact"]}
    assert found == BRIEFING


def test_the_uses_and_the_export_control_name_their_elements(told: dict[str, Any]) -> None:
    assert [use["elements"] for use in told["use"]] == USES
    control = told["event"][0]
    assert control["on"] == date(2025, 4, 4)
    assert control["elements"] == ["Sm", "Gd", "Tb", "Dy", "Lu", "Sc", "Y"]


def test_nothing_unknown_is_filled_in(told: dict[str, Any]) -> None:
    assert not {"system_number", "report_date", "costs"} & set(told["delegation"])
    assert all(not {"starts_at", "ends_at", "flight_number"} & set(s) for s in told["stop"])
    assert all("due" not in each for each in told["follow_up"])
    assert all("decision" not in each for each in told["recommendation"])


# The thread


def test_keys_are_given_once_and_every_link_meets_one(told: dict[str, Any]) -> None:
    keys = {kind: [item["key"] for item in told[kind]] for kind in told
            if isinstance(told[kind], list) and "key" in told[kind][0]}  # fmt: skip
    assert all(len(set(each)) == len(each) for each in keys.values())
    links = [("finding", "stop", "stop"), ("promise", "stop", "stop"), ("figure", "stop", "stop"),
             ("follow_up", "recommendation", "recommendation"), ("follow_up", "promise", "promise"),
             ("fact", "source", "source"), ("finding", "host", "organisation")]  # fmt: skip
    for kind, field, goal in links:
        assert {item[field] for item in told[kind] if field in item} <= set(keys[goal])
    grounds = {key for each in told["recommendation"] for key in each["grounds"]}
    assert grounds <= set(keys["finding"])


def test_every_recommendation_and_promise_has_a_follow_up(told: dict[str, Any]) -> None:
    for kind in ("recommendation", "promise"):
        followed = {each[kind] for each in told["follow_up"] if kind in each}
        assert followed == {each["key"] for each in told[kind]}


def test_every_objective_has_a_stop_and_a_finding(told: dict[str, Any]) -> None:
    for kind in ("stop", "finding"):
        served = {number for each in told[kind] for number in each.get("objectives", [])}
        assert served == {1, 2, 3}


# The pictures


def test_every_figure_has_its_picture_caption_and_own_alt_text(told: dict[str, Any]) -> None:
    assert [figure["number"] for figure in told["figure"]] == list(range(1, 18))
    assert [figure["file"] for figure in told["figure"]] == [path.name for path in PICTURES]
    for figure in told["figure"]:
        assert figure["alt"].startswith("示意繪圖")
        assert figure["alt"] != figure["caption"]


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_a_picture_opens_and_its_time_fits_its_day(told: dict[str, Any], path: Path) -> None:
    stops = {stop["key"]: stop for stop in told["stop"]}
    figure = next(each for each in told["figure"] if each["file"] == path.name)
    stop = stops[figure["stop"]]
    with Image.open(path) as image:
        image.load()
        tags = image.getexif().get_ifd(IFD.Exif)
        place = image.getexif().get_ifd(IFD.GPSInfo)
    taken = datetime.strptime(tags[Base.DateTimeOriginal], "%Y:%m:%d %H:%M:%S")
    assert taken.date() == stop["on"]
    assert tags[Base.OffsetTimeOriginal] == "+08:00"
    if "part" in stop:
        assert (taken.hour < 12) == (stop["part"] == "morning")
    assert 40 <= place[2][0] <= 41
    assert 109 <= place[4][0] <= 112


def test_pictures_were_taken_in_the_order_of_their_numbers() -> None:
    times = []
    for path in PICTURES:
        with Image.open(path) as image:
            times.append(image.getexif().get_ifd(IFD.Exif)[Base.DateTimeOriginal])
    assert times == sorted(set(times))


def test_pictures_come_in_many_formats_and_orientations() -> None:
    formats, modes, turns, upright = set(), set(), set(), set()
    for path in PICTURES:
        with Image.open(path) as image:
            formats.add(image.format)
            modes.add(image.mode)
            turns.add(image.getexif()[Base.Orientation])
            turned = ImageOps.exif_transpose(image)
            upright.add(turned.height > turned.width)
    assert formats == {"JPEG", "PNG", "WEBP", "TIFF"}
    assert modes == {"RGB", "RGBA", "L", "CMYK"}
    assert turns == {1, 3, 6, 8}
    assert upright == {True, False}


def test_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES) < 6_000_000


def test_file_names_are_plain() -> None:
    assert all(unicodedata.normalize("NFKC", p.name) == p.name.lower() for p in PICTURES)
