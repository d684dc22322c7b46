"""The READMEs tell the truth: their commands, their rooms, their words."""

import re
from pathlib import Path

import pytest

from planner.cli import planner as commands
from planner.domain.records import RECORDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOUSE = (ROOT / "planner" / "README.md").read_text(encoding="utf-8")


def command(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n```sh\n(.+)\n```", README)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("name", ["run", "test"])
def test_each_command_is_one_line_and_complete(name: str) -> None:
    line = command(name)
    assert "\n" not in line
    for part in ("apt-get install", "libgl1", "libegl1", "-m venv .venv", "-m pip install"):
        assert part in line


def test_ci_runs_the_readme_test_command() -> None:
    assert command("test").endswith("-m pytest")
    assert "<!-- test -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_command_that_is_named_exists() -> None:
    for name in re.findall(r"`planner ([a-z]+)", README + HOUSE):
        assert name in commands.commands, name


def test_every_file_that_is_linked_exists() -> None:
    for folder, text in ((ROOT, README), (ROOT / "planner", HOUSE)):
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert (folder / target).exists(), target


def test_every_room_stands_in_the_map() -> None:
    rooms = [path.parent.name for path in (ROOT / "planner").glob("*/__init__.py")]
    assert [room for room in rooms if room not in HOUSE] == []


def test_every_kind_of_record_is_in_the_glossary_or_under_one_that_is() -> None:
    glossary = HOUSE.split("## Glossary")[1]
    under = {
        "organisation_relation": "organisation",
        "progress": "follow-up",
        "proof": "follow-up",
        "question": "finding",
        "work_share": "work share",
        "follow_up": "follow-up",
        "camera_clock": "camera clock",
        "fact_chart": "fact chart",
        "inbound_visit": "inbound visit",
        "matter_choice": "earlier matter, choice",
        "programme_version": "programme version",
        "report_version": "report version",
    }
    for entity in RECORDS:
        word = under.get(entity.kind, entity.kind)
        assert word in glossary, entity.kind
