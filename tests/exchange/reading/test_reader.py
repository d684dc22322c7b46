"""An earlier report gives its days, hosts, people, talks, figures and advice, with places."""

import json
from pathlib import Path
from typing import Any

import pytest

from planner.exchange.reading.found import ReadReport
from planner.exchange.reading.reader import read, read_text

DEV = Path(__file__).parents[2] / "data" / "reports" / "dev"


@pytest.fixture(scope="module")
def mongolia() -> ReadReport:
    return read(DEV / "mongolia.txt")


def test_days_without_a_year_take_it_from_the_text(mongolia: ReadReport) -> None:
    assert [day.date for day in mongolia.days] == [f"2015-08-{day}" for day in range(17, 23)]


def test_figures_cited_as_ranges_belong_to_their_day(mongolia: ReadReport) -> None:
    assert [day.figures for day in mongolia.days] == [
        [1, 2],
        [3, 4],
        [5, 6, 7, 8, 9],
        [10, 11],
        [12, 13, 14, 15, 16, 17],
        [],
    ]


def test_a_caption_that_begins_with_a_year_keeps_it(mongolia: ReadReport) -> None:
    captions = {figure.number: figure.caption for figure in mongolia.figures}
    assert captions[10] == "2015海峽兩岸學術研討會"
    assert sorted(captions) == list(range(1, 18))


def test_titles_shared_out_go_to_speakers_in_order(mongolia: ReadReport) -> None:
    assert [(talk.speaker, talk.side) for talk in mongolia.talks] == [
        ("曹申", "own"),
        ("張添晉", "own"),
        ("陳奕宏", "own"),
        ("王立邦", "own"),
        ("趙明鏡", "host"),
        ("魯飛", "host"),
    ]
    assert mongolia.talks[-1].title == "Sm對Mg─Gd─Y─Zr系鎂合金組織及性能影響"


def test_names_without_surname_are_found_beside_their_posts(mongolia: ReadReport) -> None:
    people = {person.name: person for person in mongolia.people}
    assert people["特古斯"].titles == ["教授", "院長"]
    assert people["董同力嘎"].organisation == "內蒙古農業大學食品科學與工程學院"


def test_advice_numbered_in_several_ways_is_one_list(mongolia: ReadReport) -> None:
    assert [advice.text[:6] for advice in mongolia.recommendations] == [
        "在法令許可且",
        "國內稀土研究",
        "未來交流範圍",
    ]


def test_two_capacities_of_one_host_are_told_and_both_kept(mongolia: ReadReport) -> None:
    told = [problem.text for problem in mongolia.problems if problem.kind == "two_values"]
    assert told == ["內蒙古稀奧科貯氫合金有限公司 年產貯氫合金粉: 3,000噸 / 1,500噸"]


def test_a_slip_of_the_pen_in_a_unit_is_told(mongolia: ReadReport) -> None:
    assert "15,000頓" in {p.text for p in mongolia.problems if p.kind == "wrong_unit"}


def test_what_is_not_there_is_listed_and_not_invented(mongolia: ReadReport) -> None:
    assert mongolia.title is None
    assert {"title", "cover", "costs", "author"} <= set(mongolia.missing)
    assert read_text("無題\n").period.start is None


def test_every_item_stands_where_it_says(mongolia: ReadReport) -> None:
    raw = (DEV / "mongolia.txt").read_text("utf-8")
    for talk in mongolia.talks:
        assert raw[talk.where.start : talk.where.end] == talk.title
    for person in mongolia.people:
        assert raw[person.where.start : person.where.end] == person.name
    for day in mongolia.days:
        assert raw.count("\n", 0, day.where.start) + 1 == day.where.line


def test_the_json_has_the_keys_that_others_rely_on(mongolia: ReadReport) -> None:
    values: dict[str, Any] = json.loads(json.dumps(mongolia.to_json()))
    assert list(values) == [
        "title",
        "period",
        "chapters",
        "purposes",
        "work_shares",
        "organisations",
        "people",
        "days",
        "talks",
        "figures",
        "recommendations",
        "promises",
        "facts",
        "relations",
        "sources",
        "problems",
        "missing",
    ]
    assert values["chapters"][1]["meaning"] == "hosts"
    assert {"line", "start", "end"} == set(values["talks"][0]["where"])


def test_the_host_in_a_days_heading_is_whom_the_day_visited() -> None:
    text = "報告\n一、過程\n第一天(104年8月17日)：福建農林大學\n由孫威江教授引導參觀茶學實驗室。\n"
    (day,) = read_text(text).days
    assert [stop.host for stop in day.stops] == ["福建農林大學"]


def test_a_span_of_days_stands_for_each_of_them() -> None:
    text = "報告\n一、過程\n104年9月13日（日）至9月15日（二）：搭機前往漢堡。\n9月16日：會議。\n"
    assert [day.date[-2:] for day in read_text(text).days] == ["13", "14", "15", "16"]
