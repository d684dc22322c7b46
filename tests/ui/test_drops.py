"""Dropped files go to whoever takes their kind; what was read or written is remembered."""

from pathlib import Path

import pytest

from planner.ui.drops import Drops
from planner.ui.recent_files import RecentFiles
from planner.ui.window_state import WindowState

pytestmark = pytest.mark.usefixtures("qapp")


def made(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text(name)
    return [folder / name for name in names]


def test_each_file_goes_to_whoever_takes_its_ending():
    drops, archives, photos, told = Drops(), [], [], []
    drops.register([".planner"], archives.extend)
    drops.register([".jpg", ".PNG"], photos.append)
    drops.taken.connect(told.append)
    paths = [Path("b.JPG"), Path("a.planner"), Path("c.png"), Path("d.exe")]
    drops.take(paths)
    assert archives == [Path("a.planner")]
    assert photos == [[Path("b.JPG"), Path("c.png")]]
    assert told == [[Path("b.JPG"), Path("c.png"), Path("a.planner")]]
    assert [drops.takes(path) for path in paths] == [True, True, True, False]
    assert drops.endings == (".planner", ".jpg", ".png")


def test_what_nobody_takes_is_not_remembered():
    drops, told = Drops(), []
    drops.taken.connect(told.append)
    drops.take([Path("a.exe")])
    assert told == []


def test_recent_files_are_kept_latest_first_and_without_doubles(tmp_path):
    state = WindowState(tmp_path / "window.ini")
    first, second, third = made(tmp_path, "one.planner", "two.pdf", "三.planner")
    recent = RecentFiles(state)
    recent.add([first, second])
    recent.add([third])
    recent.add([first])
    state.keep()
    again = RecentFiles(WindowState(tmp_path / "window.ini"))
    assert again.paths == [first, third, second]
    third.unlink()
    assert again.paths == [first, second]
    again.clear()
    assert again.paths == []


def test_at_most_eight_are_kept(tmp_path):
    recent = RecentFiles(WindowState(tmp_path / "window.ini"))
    recent.add(made(tmp_path, *(f"{number}.pdf" for number in range(12))))
    assert [path.stem for path in recent.paths] == ["11", "10", "9", "8", "7", "6", "5", "4"]


def test_a_spoiled_list_is_no_obstacle(tmp_path):
    state = WindowState(tmp_path / "window.ini")
    for spoiled in ("no list", "[1, null]", "{}"):
        state.remember("recent_files", spoiled)
        assert RecentFiles(state).paths == []
