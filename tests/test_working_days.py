"""The calendar in force: the shipped one, or the user's own file in its place."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner import paths
from planner.domain.errors import UnreadableFile
from planner.resources import resource
from planner.working_days import working_days


@pytest.fixture(autouse=True)
def own_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "calendar.toml"
    monkeypatch.setattr(paths, "calendar_path", lambda: path)
    working_days.cache_clear()
    yield path
    working_days.cache_clear()


def test_the_shipped_calendar_knows_holidays_of_taiwan() -> None:
    assert not working_days().is_workday(date(2015, 10, 9))
    assert working_days().is_workday(date(2015, 10, 8))


def test_a_file_of_the_users_own_takes_its_place(own_file: Path) -> None:
    shipped = resource("calendars", "tw.toml").read_text("utf-8")
    own_file.write_text(shipped.replace('country = "TW"', 'country = "JP"'), "utf-8")
    assert working_days().country == "JP"


def test_a_wrong_file_is_refused(own_file: Path) -> None:
    own_file.write_text("country = ", "utf-8")
    with pytest.raises(UnreadableFile):
        working_days()
