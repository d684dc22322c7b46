"""Settings, paths, logs and output: a bad file never stops the program, none is left half done."""

import json
import logging
import os
from pathlib import Path

import pytest

from planner import logs, output, paths, settings
from planner.output import CannotWrite
from planner.settings import Settings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    chosen = Settings(language="en", scheme="dark", text_scale=1.5, high_contrast=True)
    output.write_file(path, settings.written(chosen))
    assert settings.load(path) == chosen
    assert path.stat().st_mode & 0o077 == 0


def test_without_a_file_the_language_is_that_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settings.load(tmp_path / "none.json").language == "en"
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    assert settings.load(tmp_path / "none.json").language == "zh_TW"


@pytest.mark.parametrize("content", ["{", "[]", '"text"', "\x00"])
def test_a_settings_file_that_is_none_is_left_aside(
    tmp_path: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    assert settings.load(path) == Settings()
    assert caplog.messages


def test_each_bad_value_is_left_at_its_default_and_the_others_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "settings.json"
    kept = {"language": "zh_TW", "scheme": "purple", "text_scale": 99, "unheard_of": 1}
    path.write_text(json.dumps(kept))
    found = settings.load(path)
    assert (found.language, found.scheme, found.text_scale) == ("zh_TW", "system", 1.0)
    assert "scheme, text_scale" in caplog.text


def test_the_store_is_where_one_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = paths.store_place()
    assert own.name == "planner.sqlite"
    monkeypatch.setenv("PLANNER_STORE", str(tmp_path / "named.sqlite"))
    assert paths.store_place() == tmp_path / "named.sqlite"
    assert paths.store_place(str(tmp_path / "asked.sqlite")) == tmp_path / "asked.sqlite"
    assert paths.store_place("~/x.sqlite").is_absolute()


def test_a_file_is_written_whole_and_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "new" / "report.pdf"
    output.write_file(path, b"first")
    output.write_file(path, b"second")
    assert path.read_bytes() == b"second"
    assert path.stat().st_mode & 0o077 == 0
    assert os.listdir(path.parent) == ["report.pdf"]


def test_a_file_that_cannot_be_written_leaves_the_one_before(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here")
    with pytest.raises(CannotWrite) as refused:
        output.write_file(blocked / "report.pdf", b"content")
    assert str(blocked) in refused.value.context["path"]
    assert blocked.read_text() == "here"
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(CannotWrite):
        output.write_file(folder, b"content")
    assert os.listdir(folder) == []
    assert sorted(set(os.listdir(tmp_path)) - {"home"}) == ["file", "folder"]


def test_the_log_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "planner.log"
    logs.keep_log(path)
    logger = logging.getLogger("planner")
    try:
        logging.getLogger("planner.test").info("opened")
        assert "opened" in path.read_text()
        assert path.stat().st_mode & 0o077 == 0
    finally:
        for handler in list(logger.handlers):
            logger.removeHandler(handler)
            handler.close()
        logger.setLevel(logging.NOTSET)


def test_a_log_that_cannot_be_kept_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    before = list(logging.getLogger("planner").handlers)
    logs.keep_log(tmp_path / "file" / "planner.log")
    assert logging.getLogger("planner").handlers == before
