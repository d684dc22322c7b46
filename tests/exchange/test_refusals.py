"""Every refusal of a reader names the file, or the row or line, and what to do about it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.domain.errors import Problem, UnreadableFile
from planner.exchange.preview import preview
from planner.exchange.staged import LeftOut, StagedFile
from planner.words import Words

ROOM = Path(__file__).parents[2] / "planner" / "exchange"
_OF_FILES = re.compile(r'UnreadableFile\(\s*"([\w.]+)"|code = "([\w.]+)"')
_OF_ROWS = re.compile(r'Problem\(\s*(?:"\w*"|\w+),\s*"((?:ics|vcard|sheet|mail|booking)\.\w+)"')
_REMEDY = {
    "zh_TW": re.compile("請|可|改"),
    "en": re.compile(r"[;.,] (?:\w+ )?\w+|; "),
}
LANGUAGES = pytest.mark.parametrize("language", ["zh_TW", "en"])


def codes(pattern: re.Pattern[str]) -> Iterator[str]:
    for path in sorted(ROOM.rglob("*.py")):
        for match in pattern.finditer(path.read_text("utf-8")):
            yield next(filter(None, match.groups()))


FILES = sorted({code for code in codes(_OF_FILES) if "." in code})
ROWS = sorted({*codes(_OF_ROWS), "vcard.picture_elsewhere"})


def test_the_codes_are_found() -> None:
    assert {"archive.damaged", "sheet.no_table", "booking.nothing", "vcard.none"} <= set(FILES)
    assert {"sheet.no_day", "ics.outside", "vcard.no_name", "booking.no_day"} <= set(ROWS)


@LANGUAGES
@pytest.mark.parametrize("code", FILES)
def test_a_refused_file_is_named_with_a_remedy(code: str, language: str) -> None:
    words = Words(language)
    assert f"error.{code}" in words
    places = ("kind", "number", "problem", "most", "found", "known", "reason", "endings", "seconds")
    context = {place: place for place in places} | {"file": "名單.xlsx", "name": "名單.xlsx"}
    sentence = words.error(UnreadableFile(code, **context))
    assert "名單.xlsx" in sentence
    assert _REMEDY[language].search(sentence)


@LANGUAGES
@pytest.mark.parametrize("code", ROWS)
def test_a_row_left_out_is_named_with_a_remedy(code: str, language: str) -> None:
    words = Words(language)
    assert f"error.{code}" in words
    places = ("title", "day", "starts_on", "ends_on", "text", "what", "name", "line")
    problem = Problem("", code, {place: place for place in places})
    file = StagedFile("名單.xlsx", (), (LeftOut(7, problem, "團員", "C"),))
    line, _ = preview(file, words)
    assert all(part in line for part in ("名單.xlsx", "團員", "7", "C"))
    assert _REMEDY[language].search(line.split("：" if language == "zh_TW" else ": ", 1)[1])
