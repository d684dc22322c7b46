"""Text that is made to be slow takes time as its length, and no more."""

import time

import pytest

from planner.exchange.reading.reader import read_text

ARTICLE = "作者：王明／工研院 研究員\n本文轉載自某刊。\n"
HOSTILE = {
    "elements": ARTICLE + "Nd, " * 5_000,
    "names": "王小明、" * 5_000,
    "bodies": "大學" * 10_000,
    "capitals": "National " * 5_000,
    "acronyms": "ABC (DEF) " * 5_000,
    "times": "09:30 \n" * 5_000,
    "days": "8月7日，" * 4_000,
    "posts": "主任" * 4_000,
    "points": "尤·" * 5_000,
    "beside a body": "Alpiq、" * 5_000 + "臺灣大學",
    "heads of tables": "講者\t題目\n" * 4_000,
    "titles": "發表「題目、」" * 4_000,
    "firms whose form stands first": "株式會社AB、" * 4_000,
    "rolls": "選手為" + "王小、" * 5_000,
    "parts behind initials": "NCAR實驗室（NCAR）" * 2_000,
    "a table of talks": ("研討會如下表\n" + "王小明\n題目甲乙丙丁\n" * 50) * 30,
}


def seconds(text: str) -> float:
    started = time.process_time()
    read_text(text)
    return time.process_time() - started


@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_text_takes_no_more_than_about_twice_the_time(kind: str) -> None:
    text = HOSTILE[kind]
    read_text(text[:200])
    half, whole = seconds(text[: len(text) // 2]), seconds(text)
    assert whole < 3 * half + 0.2
