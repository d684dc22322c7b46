"""Every paper of the sample, in both languages: whole, sound, readable aloud, nothing missing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from planner.demo import make_demo
from planner.printing import Order, make_paper, paper_choices
from planner.queries.delegation_list import delegation_lines
from planner.queries.dossiers import dossier
from planner.store.database import Database
from planner.words import Language, Words


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("papers")
    made = make_demo(folder / "demo")
    database = Database(made.store)
    with database.read() as session:
        found = dossier(session, delegation_lines(session)[0].key)
    paths = []
    for key, _ in paper_choices(Words()):
        for language in Language:
            printed = make_paper(found, Order(key, language=language), database.files)
            assert printed.problems == (), key
            path = folder / f"{key}-{language}.pdf"
            path.write_bytes(printed.content)
            paths.append(path)
    database.close()
    return paths


def test_all_twelve_are_there_in_both_languages(papers: list[Path]) -> None:
    assert len(papers) == 24


@pytest.mark.parametrize(
    "checker",
    [("outloud", "--fail-on", "warning"), ("pdfua", "check")],
    ids=lambda checker: checker[0],
)
def test_checkers_of_accessibility_find_nothing(
    papers: list[Path], checker: tuple[str, ...]
) -> None:
    program = shutil.which(checker[0], path=Path(sys.executable).parent)
    assert program is not None, f"{checker[0]} belongs to the test extra"
    command = [program, *checker[1:], *map(str, papers)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not on this machine")
def test_every_file_is_sound(papers: list[Path]) -> None:
    for path in papers:
        ran = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
        assert ran.returncode == 0, path.name


def test_the_visit_report_says_every_name_title_and_caption(papers: list[Path]) -> None:
    path = next(path for path in papers if path.name == "visit-report-zh_TW.pdf")
    file = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in file)
    file.close()
    squeezed = "".join(text.split())
    database = Database(path.parent / "demo" / "demo.sqlite")
    with database.read() as session:
        found = dossier(session, delegation_lines(session)[0].key)
    database.close()
    said = [person.name for person in found.people]
    said += [talk.title for talk in found.talks]
    said += [photo.caption for photo in found.photos]
    said += [recommendation.title for recommendation in found.recommendations]
    visited = {stop.host_id for stop in found.stops if stop.host_id}
    said += [body.name for body in found.organisations if body.id in visited]
    assert [words for words in said if "".join(words.split()) not in squeezed] == []
