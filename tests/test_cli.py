"""The command line: what it prints, where it refuses, and that it never needs Qt."""

import json
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.cli import main
from planner.domain.changes import EditName
from planner.domain.manuscript import ChapterMeaning
from planner.printing import profile_of
from planner.queries.dossiers import delegation_keys, dossier
from planner.resources import resource
from planner.rules.check import check
from planner.store.database import Database
from planner.usecases.judging import accept_notice
from tests import builders as b

SAMPLE = resource("samples", "rare-earth-2015.planner")
COMMANDS = (
    "demo",
    "list",
    "show",
    "search",
    "paper",
    "papers",
    "profiles",
    "check",
    "versions",
    "followups",
    "export",
    "import",
)
TITLE = "內蒙古稀土產業參訪暨兩岸學術研討"


class Ran:
    """What a command printed, and how it ended."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


@pytest.fixture
def run(store_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def _run(*arguments: str, store: Path = store_path, language: str = "zh_TW") -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(["--store", str(store), "--language", language, *arguments])
        printed = capsys.readouterr()
        return Ran(int(ended.value.code or 0), printed.out, printed.err)

    return _run


@pytest.fixture
def filled(run: Any) -> Any:
    assert run("import", str(SAMPLE)).status == 0
    return run


def test_help_tells_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert not ended.value.code
    out = capsys.readouterr().out
    for command in COMMANDS:
        assert f"  {command} " in out
    assert "--self-test" in out
    assert "--version" in out


def test_an_empty_store_says_what_to_do(run: Any) -> None:
    assert "planner demo" in run("list").out
    assert json.loads(run("list", "--json").out) == []


def test_the_list_and_the_dossier_carry_the_names_of_the_records(filled: Any) -> None:
    (line,) = json.loads(filled("list", "--json").out)
    assert (line["title"], line["starts_on"]) == (TITLE, "2015-08-17")
    for named in (line["id"], "稀土產業"):
        dossier = json.loads(filled("show", named, "--json").out)
        assert dossier["delegation"]["title"] == TITLE
    assert len(dossier["talks"]) == 6
    assert len(dossier["photos"]) == 17
    assert "輝騰錫勒" in filled("show", "稀土").out


def test_a_delegation_is_named_by_what_only_one_has(filled: Any) -> None:
    none = filled("show", "火星")
    assert (none.status, none.out) == (1, "")
    assert none.err == "planner: 沒有名為「火星」之訪團；可用planner list查看。\n"
    assert "There is no delegation" in filled("show", "火星", language="en").err


def test_search_finds_any_character_in_any_record(filled: Any) -> None:
    for words in ("釤", "内蒙古师范", "ndfe", "李", "臺灣", "台灣"):
        assert json.loads(filled("search", words, "--json").out), words
    assert filled("search", "特古斯").out
    assert json.loads(filled("search", "火星人", "--json").out) == []


def test_an_archive_carries_everything_to_an_empty_store(filled: Any, tmp_path: Path) -> None:
    archive, other = tmp_path / "out.planner", tmp_path / "other.sqlite"
    assert filled("export", "稀土", "-o", str(archive), "--traces").status == 0
    assert filled("import", str(archive), store=other).status == 0
    shown = [filled("show", "稀土", "--json", store=each).out for each in (other, None) if each]
    assert shown[0] == filled("show", "稀土", "--json").out
    with zipfile.ZipFile(SAMPLE) as first, zipfile.ZipFile(archive) as second:
        assert {name: first.read(name) for name in first.namelist()} == {
            name: second.read(name) for name in second.namelist()
        }


def test_wrong_usage_ends_with_two_and_one_sentence(run: Any, tmp_path: Path) -> None:
    for arguments in (["shw"], ["show"], ["paper", "visit-report", "x"], ["--nonsense"]):
        ran = run(*arguments)
        assert ran.status == 2, arguments
        assert ran.err.count("\n") == 1
    assert run("export", "x", "-o", str(tmp_path / "x.zip")).status == 2


@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_bad_files_are_refused_in_one_sentence(run: Any, tmp_path: Path, language: str) -> None:
    half = tmp_path / "half.planner"
    half.write_bytes(SAMPLE.read_bytes()[:100_000])
    for file in (half, tmp_path / "none.planner", Path(__file__)):
        ran = run("import", str(file), language=language)
        assert ran.status == 1
        assert file.name in ran.err
        assert ran.err.count("\n") == 1
    assert json.loads(run("list", "--json").out) == []


def test_a_store_of_a_newer_version_is_refused_and_left_alone(
    run: Any, store_path: Path, tmp_path: Path
) -> None:
    import sqlite3

    newer = tmp_path / "newer.sqlite"
    shutil.copyfile(store_path, newer)
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = newer.read_bytes()
    ran = run("list", store=newer)
    assert ran.status == 1
    assert "99" in ran.err
    assert newer.read_bytes() == before


def test_check_tells_problems_and_ends_with_one(filled: Any) -> None:
    ran = filled("check", "稀土", "--json")
    assert ran.status == 1
    notices = json.loads(ran.out)
    assert {"rule", "severity", "where", "text"} <= notices[0].keys()
    assert any("3,000" in notice["text"] or "1,500" in notice["text"] for notice in notices)
    assert filled("check", "稀土", language="en").out.isprintable() is False


def test_follow_ups_are_listed(filled: Any) -> None:
    held = json.loads(filled("followups", "--json").out)
    assert len(held) == 6
    assert {"text", "owner", "due_on", "state", "is_overdue"} <= held[0].keys()
    late = json.loads(filled("followups", "--overdue", "--json").out)
    assert len(late) == 6, "open for more than half a year"


def test_the_visit_report_is_a_pdf_and_the_same_each_time(filled: Any, tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for path in (first, second):
        ran = filled("paper", "visit-report", "稀土", "-o", str(path))
        assert (ran.status, ran.err) == (0, "")
    assert first.read_bytes().startswith(b"%PDF-1.7")
    assert first.read_bytes() == second.read_bytes()
    assert filled("paper", "visit-report", "稀土", "-o", str(tmp_path / "a.txt")).status == 1
    assert filled("paper", "poem", "稀土", "-o", str(tmp_path / "c.pdf")).status == 1
    assert not (tmp_path / "c.pdf").exists()


def test_a_paper_is_written_as_the_ending_says(filled: Any, tmp_path: Path) -> None:
    for ending, member in (("docx", "word/document.xml"), ("odt", "content.xml")):
        path = tmp_path / f"a.{ending}"
        ran = filled("paper", "itinerary", "稀土", "-o", str(path), "--lang", "en")
        assert (ran.status, ran.err) == (0, "")
        with zipfile.ZipFile(path) as file:
            assert "Itinerary" in file.read(member).decode()


def test_a_table_of_follow_ups_tells_of_the_days_asked_for(filled: Any, tmp_path: Path) -> None:
    table = ("paper", "follow-up-table", "稀土", "-o", str(tmp_path / "half.pdf"))
    assert filled(*table, "--since", "104/7/1", "--until", "104/12/31").status == 0
    refused = filled(*table, "--since", "soon")
    assert refused.status == 2
    assert "soon" in refused.err


def test_earlier_delegations_to_a_host_are_known_to_papers_and_checks(
    run: Any, keep: Any, tmp_path: Path
) -> None:
    host = b.organisation("包頭稀土研究院")
    text = "參訪人員由展示廳出發，依序觀看選礦、萃取、電解及壓製成形各站，沿途均有專人解說。"
    keep(host)
    for year in (2015, 2018):
        days = {"starts_on": date(year, 8, 17), "ends_on": date(year, 8, 18)}
        trip = b.delegation(f"{year}", title=f"{year}年參訪", **days)
        of = {"delegation_id": trip.id}
        visit = b.stop(f"拜會{year}", f"{year}-08-17", host_id=host.id, **of)
        advice = b.recommendation(1, f"共享設備{year}", **of)
        told = b.section(f"過程{year}", ChapterMeaning.PROCEEDINGS, text=text, **of)
        keep(trip, visit, advice, told)

    path = tmp_path / "a.docx"
    assert run("paper", "visit-report", "2018年", "-o", str(path)).status == 0
    with zipfile.ZipFile(path) as file:
        assert "共享設備2015" in file.read("word/document.xml").decode()
    copied = {
        year: [
            notice
            for notice in json.loads(run("check", year, "--json").out)
            if notice["rule"] == "copying.earlier_report"
        ]
        for year in ("2015年", "2018年")
    }
    assert (len(copied["2015年"]), len(copied["2018年"])) == (0, 1)


def test_profiles_are_listed_and_copied_to_be_edited(filled: Any, tmp_path: Path) -> None:
    assert "tw_central" in filled("profiles").out
    copied = filled("profiles", "--copy", "tw_central")
    copy = next((tmp_path / "home").rglob("tw_central.toml"))
    assert (copied.status, str(copy) in copied.out) == (0, True)
    (line,) = (line for line in filled("profiles").out.splitlines() if "tw_central" in line)
    assert str(copy.parent) in line
    assert filled("profiles", "--copy", "tw_central").status == 1
    assert filled("profiles", "--copy", "nowhere").status == 1

    copy.write_text(copy.read_text("utf-8") + "\nnonsense", "utf-8")
    last = len(copy.read_text("utf-8").splitlines())
    for arguments in (["profiles"], ["paper", "itinerary", "稀土", "-o", str(tmp_path / "a.pdf")]):
        broken = filled(*arguments)
        assert (broken.status, broken.err.count("\n")) == (1, 1)
        assert "tw_central.toml" in broken.err
        assert str(last) in broken.err


def test_nothing_of_qt_is_imported_before_a_window_opens(tmp_path: Path) -> None:
    code = (
        "import sys, runpy\n"
        "class Refuse:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] in ('PySide6', 'shiboken6'):\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Refuse())\n"
        f"sys.argv = ['planner', 'demo', '--no-window', '--out', {str(tmp_path)!r}]\n"
        "runpy.run_module('planner', run_name='__main__')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "visit-report.pdf").stat().st_size > 100_000
    assert (tmp_path / "demo.sqlite").stat().st_mode & 0o077 == 0


def test_a_paper_can_be_for_one_member_and_a_draft(filled: Any, tmp_path: Path) -> None:
    import pypdfium2

    path = tmp_path / "itinerary.pdf"
    ran = filled("paper", "itinerary", "稀土", "-o", str(path), "--member", "陳奕", "--draft")
    assert (ran.status, ran.err) == (0, "")
    file = pypdfium2.PdfDocument(path)
    text = file[0].get_textpage().get_text_range()
    file.close()
    assert "陳奕宏" in text
    assert "曹申" not in text
    assert "草稿" in text
    strange = filled("paper", "itinerary", "稀土", "-o", str(path), "--member", "王小明")
    assert strange.status == 1
    assert "王小明" in strange.err


def test_a_font_that_is_not_installed_is_refused(filled: Any, tmp_path: Path) -> None:
    path = tmp_path / "itinerary.pdf"
    ran = filled("paper", "itinerary", "稀土", "-o", str(path), "--body-font", "No Such Face")
    assert (ran.status, path.exists()) == (1, False)
    assert "No Such Face" in ran.err


def test_an_installed_font_leads(
    filled: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pikepdf

    folder = tmp_path / "fonts"
    folder.mkdir()
    shutil.copyfile(resource("fonts", "TW-Sung.ttf"), folder / "own.ttf")
    monkeypatch.setattr("planner.printing.font_folders", lambda: [folder])
    assert "TW-Sung" in filled("fonts").out
    path = tmp_path / "member-list.pdf"
    ran = filled("paper", "member-list", "稀土", "-o", str(path), "--body-font", "TW-Sung")
    assert (ran.status, ran.err) == (0, "")
    with pikepdf.open(path) as file:
        names = {str(font.BaseFont) for font in file.objects if _is_font(font)}
    assert not any("TW-Kai" in name for name in names)


def _is_font(found: Any) -> bool:
    import pikepdf

    return isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/Font"


def test_a_character_that_no_font_has_is_named(filled: Any, tmp_path: Path) -> None:
    from planner.domain.changes import EditName
    from planner.queries.delegation_list import delegation_lines
    from planner.store.database import Database
    from planner.usecases.delegations import change_delegation

    database = Database(tmp_path / "planner.sqlite")
    with database.read() as session:
        (line,) = delegation_lines(session)
    with database.begin(EditName("change")) as work:
        change_delegation(work, line.key, title="稀土參訪🦖")
    database.close()
    ran = filled("paper", "member-list", "稀土", "-o", str(tmp_path / "a.pdf"))
    assert ran.status == 0
    assert "🦖" in ran.err


def test_what_was_accepted_stands_apart_and_does_not_count(filled: Any, store_path: Path) -> None:
    before = json.loads(filled("check", "稀土", "--json").out)
    database = Database(store_path)
    with database.read() as session:
        ((key, _),) = delegation_keys(session, "稀土")
        found = check(dossier(session, key), profile_of(dossier(session, key), None), date.today())
    with database.begin(EditName("accept")) as work:
        for notice in found:
            accept_notice(work, key, notice.fingerprint, reason="已知悉", on=date.today())
    database.close()
    after = filled("check", "稀土", "--json")
    assert len(json.loads(after.out)) == len(before) - len(found)
    told = filled("check", "稀土").out
    assert f"已採認{len(found)}項" in told
    assert told.count("已知悉") == len(found)


def test_a_version_is_kept_and_what_changed_since_is_drafted(
    filled: Any, store_path: Path, tmp_path: Path
) -> None:
    assert filled("versions", "稀土").out == "尚未存版。\n"
    assert "寄送版" in filled("versions", "稀土", "--keep", "寄送版").out
    assert "沒有變動" in filled("versions", "稀土", "--since", "寄送版").out
    database = Database(store_path)
    with database.read() as session:
        ((key, _),) = delegation_keys(session, "稀土")
        visit = next(each for each in dossier(session, key).stops if each.host_id)
    with database.begin(EditName("move")) as work:
        work.replace(visit.with_(starts=visit.starts.on(date(2015, 8, 21)), ends=None))
    database.close()
    ran = filled(
        "versions", "稀土", "--since", "寄送版", "--drafts", str(tmp_path / "mail"), "--json"
    )
    told = json.loads(ran.out)
    assert len(told["changes"]) == 1
    assert len(list((tmp_path / "mail").glob("*.eml"))) == len(told["affected"]) > 0


def test_a_version_nobody_kept_is_refused(filled: Any) -> None:
    ran = filled("versions", "稀土", "--since", "初版")
    assert (ran.status, "初版" in ran.err) == (1, True)
