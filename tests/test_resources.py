"""Everything that ships is told of, with origin and licence, and can be found when installed."""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from planner.resources import resource

ROOT = resource()
COMPILED = (".qm", ".pyc")


def rows() -> list[list[str]]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def shipped() -> list[str]:
    return sorted(
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*")
        if path.is_file() and path.suffix not in COMPILED and path.name != "README.md"
    )


@pytest.fixture(scope="module")
def patterns() -> list[str]:
    return [pattern for row in rows() for pattern in re.findall(r"`([^`]+)`", row[0])]


def test_every_file_has_its_row(patterns: list[str]) -> None:
    untold = [name for name in shipped() if not any(fnmatch(name, each) for each in patterns)]
    assert untold == []


def test_no_row_tells_of_what_is_not_there(patterns: list[str]) -> None:
    names = [*shipped(), "fonts/README.md"]
    assert [each for each in patterns if not any(fnmatch(name, each) for name in names)] == []


def test_every_row_names_origin_and_licence() -> None:
    for row in rows():
        assert len(row) == 4
        assert all(row), row


def test_a_licence_that_is_named_is_there() -> None:
    for row in rows():
        for name in re.findall(r"`([^`]+\.txt)`", row[3]):
            assert Path(ROOT / name).is_file(), name
