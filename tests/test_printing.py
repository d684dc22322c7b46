"""Orders of papers: every format and language, the report's length, the user's own profiles."""

import io
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from planner import paths
from planner.domain.dossier import Dossier
from planner.domain.errors import NotFound, Refused, UnreadableFile
from planner.domain.manuscript import ChapterMeaning
from planner.papers.profiles import all_profiles, copy_profile, shipped_profiles
from planner.papers.registry import templates
from planner.printing import (
    WRITERS,
    Order,
    Watermark,
    compose,
    ending_of,
    make_paper,
    page_count,
    profile_of,
)
from planner.resources import resource
from planner.sentences import Language
from planner.store.database import Database
from tests import builders as b

HOST = b.organisation("包頭稀土研究院", name_latin="Baotou Institute")
LIN = b.person("林怡", name_latin="Lin Yi")
SMALL = b.dossier(
    organisations=(HOST,),
    people=(LIN,),
    members=(b.member(LIN, post_title="科長"),),
    stops=(b.stop("參訪研究院", "2015-08-18/morning", host_id=HOST.id),),
    recommendations=(b.recommendation(1, "推動人員交流"),),
    sections=(b.section("摘要", ChapterMeaning.SUMMARY, text="稀土攸關產業發展。"),),
)


def content(database: Database, kind: str, ending: str, language: str = "zh_TW") -> bytes:
    order = Order(kind, language=language, ending=ending)
    printed = make_paper(SMALL, order, database.files)
    assert printed.problems == ()
    return printed.content


@pytest.mark.parametrize("kind", [template.key for template in templates()])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("ending", WRITERS)
def test_every_paper_is_made_in_every_format(
    database: Database, kind: str, language: str, ending: str
) -> None:
    made = content(database, kind, ending, language)
    if ending == ".pdf":
        with pikepdf.open(io.BytesIO(made)) as file:
            assert str(file.Root.Lang) == language.replace("_", "-")
    else:
        name = "word/document.xml" if ending == ".docx" else "content.xml"
        with ZipFile(io.BytesIO(made)) as file:
            assert file.read(name).startswith(b"<?xml")


def test_the_ending_of_a_file_says_its_format() -> None:
    assert [ending_of(Path(f"報告{ending.upper()}")) for ending in WRITERS] == list(WRITERS)
    with pytest.raises(Refused):
        ending_of(Path("報告.txt"))


def test_the_summary_sheet_tells_how_long_the_report_is(database: Database) -> None:
    pages = page_count(content(database, "visit-report", ".pdf"))
    with ZipFile(io.BytesIO(content(database, "summary-sheet", ".odt"))) as file:
        told = file.read("content.xml").decode()
    after = told.split("頁數")[1]
    assert f">{pages}<" in after[: after.index("關鍵詞")]


def dossier_of(profile: str) -> Dossier:
    return b.dossier(delegation=b.delegation(profile=profile))


def test_the_users_profile_takes_the_place_of_ours() -> None:
    copy = copy_profile("tw_central", paths.profiles_path())
    assert copy.read_bytes() == resource("profiles", "tw_central.toml").read_bytes()
    assert profile_of(dossier_of("tw_central"), None) == shipped_profiles()["tw_central"]
    copy.write_text(
        copy.read_text("utf-8").replace("summary_max = 300", "summary_max = 400"), "utf-8"
    )
    assert profile_of(dossier_of("tw_central"), None).limits.summary_max == 400
    with pytest.raises(Refused, match="copied_before"):
        copy_profile("tw_central", paths.profiles_path())
    with pytest.raises(NotFound):
        copy_profile("nowhere", paths.profiles_path())


def test_a_broken_profile_of_the_user_is_refused_with_its_line() -> None:
    copy = copy_profile("blank", paths.profiles_path())
    lines = copy.read_text("utf-8").splitlines()
    copy.write_text("\n".join([*lines, "[page]", "margin = 'wide'"]), "utf-8")
    with pytest.raises(UnreadableFile) as refused:
        profile_of(dossier_of("blank"), None)
    assert refused.value.context["file"] == "blank.toml"
    assert refused.value.context["line"] >= len(lines)
    assert profile_of(dossier_of("tw_central"), None) == shipped_profiles()["tw_central"]
    assert all_profiles(paths.profiles_path()) == shipped_profiles()

    copy.rename(copy.with_name("mine.toml"))
    assert profile_of(dossier_of("blank"), None) == shipped_profiles()["blank"]
    with pytest.raises(UnreadableFile):
        profile_of(dossier_of("my_city"), None)


@pytest.mark.parametrize("key", shipped_profiles())
def test_a_shipped_profile_stands_in_the_file_of_its_key(key: str) -> None:
    assert resource("profiles", f"{key}.toml").is_file()


@pytest.mark.parametrize(
    ("chosen", "language", "printed"),
    [
        (Watermark.DRAFT, "zh_TW", "草稿"),
        (Watermark.CONFIDENTIAL, "zh_TW", "密件"),
        (Watermark.CONFIDENTIAL, "en", "CONFIDENTIAL"),
        ("會前傳閱", "en", "會前傳閱"),
        ("", "zh_TW", ""),
    ],
)
def test_a_watermark_speaks_the_language_of_the_paper(
    database: Database, chosen: str, language: str, printed: str
) -> None:
    order = Order("visit-report", language=language, watermark=chosen)
    assert compose(SMALL, order, database.files).watermark == printed


def test_a_font_that_is_not_installed_is_refused_by_name(database: Database) -> None:
    with pytest.raises(Refused, match="No Such Face"):
        make_paper(SMALL, Order("member-list", body_font="No Such Face:Bold"), database.files)


def test_a_report_longer_than_its_profile_allows_is_told(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = b.section("過程", ChapterMeaning.PROCEEDINGS, text="參訪經過。\n\n" * 200, position=1)
    fields = {name: getattr(SMALL, name) for name in type(SMALL).model_fields}
    held = b.dossier(**{**fields, "sections": (*SMALL.sections, long)})
    printed = make_paper(held, Order("visit-report", profile="mission_report"), database.files)
    (told,) = (each for each in printed.problems if each.code == "length.too_many_pages")
    assert int(told.where) > int(told.detail) == 2
    other = make_paper(held, Order("itinerary", profile="mission_report"), database.files)
    assert [each.code for each in other.problems if each.code.startswith("length")] == []
