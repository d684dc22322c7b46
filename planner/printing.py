"""From a dossier to a file: the paper, its profile and words, the fonts and the right writer."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID

import pikepdf

from planner.domain.dossier import Dossier
from planner.domain.errors import Refused
from planner.domain.profile import ReportProfile
from planner.papers.profiles import profile_of as profile_named
from planner.papers.registry import template_named, templates
from planner.papers.template import Commission, Edition
from planner.resources import resource
from planner.store.files import FileStore
from planner.typesetting import pdf
from planner.typesetting.document import Document
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.keeping import ExportCache
from planner.typesetting.pictures import Pictures
from planner.typesetting.problems import Problem
from planner.words import Words

Progress = Callable[[int, int], None]

WRITERS = (".pdf",)
"""The endings of the files that can be made."""


@dataclass(frozen=True)
class Order:
    """Which paper, how. What is None is as the delegation's profile says."""

    kind: str
    profile: str | None = None
    language: str | None = None
    edition: str = Edition.INTERNAL
    member_id: UUID | None = None
    watermark: str = ""


@dataclass(frozen=True)
class Printed:
    """A file, and what could not be printed as it should: missing characters, dead references."""

    content: bytes
    problems: tuple[Problem, ...]


def make_paper(
    dossier: Dossier,
    order: Order,
    files: FileStore,
    *,
    progress: Progress | None = None,
    cache: ExportCache | None = None,
) -> Printed:
    """The paper as a PDF. Raises NotFound for a paper or profile that does not exist.

    `progress(done, total)` may raise to cancel; with the cache of an earlier printing only what
    has changed is set anew.
    """
    document = compose(dossier, order, files)
    problems = list(pdf.lacking(document, fonts()))
    # prints of photos lie beside the photos, so that they are scaled once
    pictures = Pictures(files.folder / "prints")
    content = pdf.render(document, fonts(), progress, pictures, cache, problems)
    return Printed(content, tuple(problems))


def compose(dossier: Dossier, order: Order, files: FileStore) -> Document:
    profile = profile_of(dossier, order.profile)
    commission = Commission(
        dossier=dossier,
        profile=profile,
        words=Words(order.language or profile.language),
        picture=files.path,
        edition=Edition(order.edition),
        member_id=order.member_id,
        watermark=order.watermark,
    )
    return template_named(order.kind).document(commission)


def profile_of(dossier: Dossier, named: str | None) -> ReportProfile:
    """The profile asked for, or the delegation's own."""
    return profile_named(named or dossier.delegation.profile)


def refuse_other_endings(path: Path) -> None:
    """Raises Refused where no writer makes such files."""
    if path.suffix.lower() not in WRITERS:
        raise Refused("paper.wrong_ending", path=path.name, endings=list(WRITERS))


def paper_choices(words: Words) -> Iterator[tuple[str, str]]:
    """The papers there are, each with its key and title."""
    for template in templates():
        yield template.key, template.title.in_(words.language)


def page_count(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as file:
        return len(file.pages)


def problem_text(problem: Problem, words: Words) -> str:
    return words(f"print_problem.{problem.code}", where=problem.where, detail=problem.detail)


@cache
def fonts() -> PaperFonts:
    """The shipped faces, opened once."""
    return PaperFonts.shipped(resource("fonts"))
