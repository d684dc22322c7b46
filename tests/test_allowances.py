"""What the plan reckons with: the usual, or what this office has set."""

import json
import logging
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from planner import paths
from planner.allowances import allowances, keep_allowances
from planner.rules.transfers import Allowances


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setattr(paths, "settings_path", lambda: tmp_path / "settings.json")
    allowances.cache_clear()
    yield tmp_path
    allowances.cache_clear()


def test_nothing_set_is_the_usual() -> None:
    assert allowances() == Allowances()


def test_what_is_kept_is_in_force_at_once_and_after_the_next_start(folder: Path) -> None:
    chosen = Allowances(border=75, gift_limits={"TWD": Decimal(3000)})
    keep_allowances(chosen)
    assert allowances() == chosen
    allowances.cache_clear()
    assert allowances() == chosen


def test_only_what_differs_from_the_usual_is_written(folder: Path) -> None:
    keep_allowances(Allowances(border=75))
    assert json.loads((folder / "allowances.json").read_text()) == {"border": 75}


@pytest.mark.parametrize("written", ["{", '{"border": -1}', '{"unheard_of": 1}'])
def test_a_file_that_is_wrong_leaves_the_usual_and_a_word_in_the_log(
    folder: Path, written: str, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "allowances.json").write_text(written)
    with caplog.at_level(logging.WARNING):
        assert allowances() == Allowances()
    assert "allowances could not be read" in caplog.text
    caplog.clear()
