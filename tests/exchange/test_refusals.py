"""Every refusal of a reader names the file, or the row or line, and what to do about it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.domain.errors import Problem, StoreUnavailable, UnreadableFile
from planner.exchange.incoming import read_incoming
from planner.exchange.preview import preview
from planner.exchange.staged import LeftOut, StagedFile
from planner.sealing import Unsealable
from planner.words import Words
from tests import builders as b

PROGRAM = Path(__file__).parents[2] / "planner"
ROOM = PROGRAM / "exchange"
_OF_FILES = re.compile(r'UnreadableFile\(\s*"([\w.]+)"|code = "([\w.]+)"')
_OF_SEALED = re.compile(
    r'"(sealing\.\w+)" if is_wrong else "(sealing\.\w+)"|"(sealing\.\w+)", name='
)
_OF_STORES = re.compile(r'StoreUnavailable\(\s*"([\w.]+)",\s*path=')
_OF_ROWS = re.compile(r'Problem\(\s*(?:"\w*"|\w+),\s*"((?:ics|vcard|sheet|mail|booking)\.\w+)"')
_REMEDY = {
    "zh_TW": re.compile("請|可|改"),
    "en": re.compile(r"[;.,] (?:\w+ )?\w+|; "),
}
LANGUAGES = pytest.mark.parametrize("language", ["zh_TW", "en"])


def codes(pattern: re.Pattern[str], room: Path = ROOM) -> Iterator[str]:
    for path in sorted(room.rglob("*.py")) if room.is_dir() else [room]:
        for match in pattern.finditer(path.read_text("utf-8")):
            yield from filter(None, match.groups())


FILES = sorted({code for code in codes(_OF_FILES) if "." in code})
ROWS = sorted({*codes(_OF_ROWS), "vcard.picture_elsewhere"})


SEALED = sorted(set(codes(_OF_SEALED, PROGRAM / "sealing.py")))
STORES = sorted(set(codes(_OF_STORES, PROGRAM / "store")))


def test_the_codes_are_found() -> None:
    assert SEALED == ["sealing.changed", "sealing.file_too_large", "sealing.wrong"]
    assert {"store.damaged", "store.cannot_write", "backup.other_version"} <= set(STORES)
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
@pytest.mark.parametrize("code", SEALED)
def test_a_sealed_file_that_stays_shut_is_named_with_a_remedy(code: str, language: str) -> None:
    sentence = Words(language).error(Unsealable(code, name="名單.planner.age"))
    assert "名單.planner.age" in sentence
    assert _REMEDY[language].search(sentence)


@LANGUAGES
@pytest.mark.parametrize("code", STORES)
def test_a_conflict_copy_or_backup_that_is_refused_is_named_with_a_remedy(
    code: str, language: str
) -> None:
    places = ("reason", "found", "known", "host", "user", "since", "count", "fault", "kind")
    context = {place: place for place in places} | {"path": "訪團 (衝突).sqlite"}
    sentence = Words(language).error(StoreUnavailable(code, **context))
    assert "訪團 (衝突).sqlite" in sentence
    assert _REMEDY[language].search(sentence)


@pytest.mark.parametrize("suffix", [".ods", ".xlsx", ".csv", ".ics", ".vcf", ".pkpass", ".eml"])
def test_a_file_of_noise_is_refused_by_its_name(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"名單{suffix}"
    path.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(UnreadableFile) as refused:
        read_incoming(path, b.delegation())
    for language in ("zh_TW", "en"):
        sentence = Words(language).error(refused.value)
        assert path.name in sentence
        assert _REMEDY[language].search(sentence)


@LANGUAGES
@pytest.mark.parametrize("code", ROWS)
def test_a_row_left_out_is_named_with_a_remedy(code: str, language: str) -> None:
    words = Words(language)
    assert f"error.{code}" in words
    places = (
        "title",
        "day",
        "starts_on",
        "ends_on",
        "text",
        "what",
        "name",
        "line",
        "sheets",
        "columns",
    )
    problem = Problem("", code, {place: place for place in places})
    file = StagedFile("名單.xlsx", (), (LeftOut(7, problem, "團員", "C"),))
    line, _ = preview(file, words)
    assert all(part in line for part in ("名單.xlsx", "團員", "7", "C"))
    assert _REMEDY[language].search(line.split("：" if language == "zh_TW" else ": ", 1)[1])
