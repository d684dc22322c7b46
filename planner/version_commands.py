"""What the command line tells of programme versions: lines for people, values for programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from planner.change_messages import SUFFIX, change_line, drafts, message_file
from planner.domain.changes import EditName
from planner.domain.dossier import Dossier
from planner.domain.errors import NotFound
from planner.output import write_file
from planner.queries.programme_versions import programme_of
from planner.rules.differences import differences
from planner.store.database import Database
from planner.usecases.programme_versions import keep_version
from planner.words import Words


@dataclass(frozen=True)
class Told:
    lines: Sequence[str]
    values: Any


def listed(dossier: Dossier, words: Words) -> Told:
    held = sorted(dossier.programme_versions, key=lambda each: (each.taken_on, each.name))
    lines = [
        words("version.line", day=each.taken_on, name=each.name, by=each.taken_by).rstrip()
        for each in held
    ]
    values = [
        {"name": each.name, "taken_on": each.taken_on, "taken_by": each.taken_by} for each in held
    ]
    return Told(lines or [words("version.none")], values)


def keep(database: Database, dossier: Dossier, name: str, today: date, words: Words) -> Told:
    with database.begin(EditName("keep_version", {"what": name})) as work:
        made = keep_version(work, dossier, name, today, database.who)
    return Told([words("version.kept", name=made.name)], {"name": made.name, "taken_on": today})


def since(
    database: Database, dossier: Dossier, name: str, words: Words, folder: Path | None
) -> Told:
    """What changed and whom it concerns; their messages go into the folder, where one is given."""
    version = next((each for each in dossier.programme_versions if each.name == name), None)
    if version is None:
        raise NotFound("programme_version.unknown", name=name)
    before = programme_of(version, database.files)
    changes = [change_line(each, before, dossier, words) for each in differences(before, dossier)]
    found = drafts(before, dossier, words)
    lines = [words("version.changes" if changes else "version.nothing", name=name), *changes]
    for each in found:
        told = words(
            "version.affected",
            part=words.value(each.to.part),
            name=each.to.name,
            address=each.address,
        )
        lines.append(told.rstrip())
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for number, each in enumerate(found, 1):
            write_file(folder / f"{number:02}{SUFFIX}", message_file(each))
        lines.append(words("version.saved", count=len(found), path=str(folder)))
    values = {
        "changes": changes,
        "affected": [
            {"part": each.to.part.value, "name": each.to.name, "address": each.address}
            for each in found
        ],
    }
    return Told(lines, values)
