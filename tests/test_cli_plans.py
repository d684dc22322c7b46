"""planner due and templates: what is owed by when; delegations kept and begun anew."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner import paths
from planner.cli import main
from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.stop import Stop
from planner.store.database import Database
from tests.builders import delegation, finding, stop


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "templates"
    monkeypatch.setattr(paths, "templates_path", lambda: made)
    return made


@pytest.fixture
def run(store_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    database = Database(store_path, who="")
    with database.begin(EditName("add")) as work:
        work.add(delegation(), stop("研究院", "2015-08-18"), finding(1, "中試線"))
    database.close()

    def _run(*arguments: str, command: str = "templates") -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["--store", str(store_path), "--language", "en", command, *arguments])
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return _run


def test_without_templates_it_says_where_they_would_be(run: Any, folder: Path) -> None:
    status, told, _ = run()
    assert status == 0
    assert str(folder) in told


def test_a_delegation_is_kept_listed_and_begun_anew(run: Any, store_path: Path) -> None:
    assert run("--save", "內蒙古", "--as", "稀土")[0] == 0
    _, told, _ = run()
    assert told == "稀土  3 days; stops: 1\n"
    status, told, _ = run("--use", "稀土", "--title", "明年再訪", "--starts", "105/8/15")
    assert status == 0
    assert "明年再訪" in told
    database = Database(store_path, who="")
    with database.begin(EditName("look")) as work:
        (made,) = (each for each in work.where(Delegation) if each.title == "明年再訪")
        assert (made.starts_on, made.ends_on) == (date(2016, 8, 15), date(2016, 8, 17))
        (visit,) = work.where(Stop, delegation_id=made.id)
        assert visit.starts.day == date(2016, 8, 16)
    database.close()


def test_what_is_lacking_or_unknown_is_refused(run: Any, folder: Path) -> None:
    run("--save", "內蒙古", "--as", "稀土")
    status, _, told = run("--use", "稀土", "--title", "明年再訪")
    assert status == 1
    assert told.startswith("planner: ")
    assert run("--use", "nowhere")[0] == 1
    assert run("--save", "nothing")[0] == 1


def test_a_damaged_template_is_named_and_the_others_listed(run: Any, folder: Path) -> None:
    run("--save", "內蒙古", "--as", "稀土")
    (folder / "壞.planner").write_text("no archive")
    status, told, warned = run()
    assert status == 0
    assert told.startswith("稀土")
    assert "壞.planner" in warned


def test_what_a_delegation_owes_is_told_by_day(run: Any) -> None:
    status, told, _ = run("內蒙古", command="due")
    assert status == 0
    assert "2015-11-19  Late" in told
    rows = json.loads(run("內蒙古", "--json", command="due")[1])
    assert [row["on"] for row in rows] == sorted(row["on"] for row in rows)
    assert {"on", "urgency", "text"} == rows[0].keys()
