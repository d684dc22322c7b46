"""From a dossier to a file: the paper, its profile and words, the fonts and the right writer."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from pathlib import Path
from uuid import UUID

import pikepdf

from planner import paths
from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.errors import NotFound, Refused
from planner.domain.profile import ReportProfile
from planner.exchange.bundle import SUFFIX, write_bundle
from planner.exchange.clean_photos import without_traces
from planner.papers.listing import Listing
from planner.papers.listing import compose as compose_list
from planner.papers.profiles import profile_of as profile_named
from planner.papers.registry import template_named, templates
from planner.papers.template import Commission, Edition
from planner.papers.visit_report import VISIT_REPORT
from planner.resources import resource
from planner.rules.disclosure import public_edition
from planner.store.files import FileStore
from planner.typesetting import pdf
from planner.typesetting.attaching import AttachedFile, attach
from planner.typesetting.document import Document
from planner.typesetting.fonts import Face, PaperFonts, UnusableFont
from planner.typesetting.installed import FaceChoice, font_folders, installed_faces, styles_of
from planner.typesetting.keeping import ExportCache
from planner.typesetting.layout import lay_out
from planner.typesetting.pictures import Pictures
from planner.typesetting.problems import Problem
from planner.usecases.photo_files import renditions_of
from planner.words import Words

Progress = Callable[[int, int], None]

PDF, DOCX, ODT = WRITERS = (".pdf", ".docx", ".odt")
"""The endings of the files that can be made."""


Render = Callable[
    [
        Document,
        PaperFonts,
        Progress | None,
        Pictures | None,
        ExportCache | None,
        list[Problem] | None,
    ],
    bytes,
]
"""What each writer does with a document."""


class Watermark(StrEnum):
    """Words across each page that every language knows."""

    DRAFT = "draft"
    CONFIDENTIAL = "confidential"


@dataclass(frozen=True)
class Order:
    """Which paper, how. What is None is as the delegation's profile says.

    A watermark is one of `Watermark`, or words of one's own. The photos of an archive keep where
    they were taken and by what (`has_traces`) only in the internal edition, and only if asked for.
    `reported` are the first and last day that a table of follow-ups tells of.
    """

    kind: str
    profile: str | None = None
    language: str | None = None
    edition: str = Edition.INTERNAL
    member_id: UUID | None = None
    watermark: str = ""
    has_line_numbers: bool = False
    body_font: str = ""
    heading_font: str = ""
    ending: str = PDF
    has_archive: bool = False
    has_traces: bool = False
    reported: tuple[date, date] | None = None

    @property
    def fonts(self) -> PaperFonts:
        """The faces to set it in. Raises Refused for a font that is not to be had."""
        return paper_fonts(self.body_font, self.heading_font)


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
    earlier: Sequence[Dossier] = (),
    progress: Progress | None = None,
    cache: ExportCache | None = None,
) -> Printed:
    """The paper as a file. Raises NotFound for a paper or profile that does not exist.

    `earlier` are the delegations that `earlier_dossiers` tells. `progress(done, total)` may raise
    to cancel; with the cache of an earlier printing only what has changed is set anew.
    """
    document = compose(dossier, order, files, earlier)
    problems = list(pdf.lacking(document, order.fonts))
    render = _writer(order.ending)
    content = render(document, order.fonts, progress, _prints(files), cache, problems)
    if order.ending == PDF:
        problems += _over_length(content, dossier, order)
    if order.has_archive and order.ending == PDF:
        content = _with_archive(content, dossier, order, files)
    return Printed(content, tuple(problems))


def print_list(listing: Listing, words: Words, progress: Progress | None = None) -> bytes:
    """A list of the window on pages. `progress(done, total)` may raise to cancel."""
    return pdf.render(compose_list(listing, words), paper_fonts(), progress)


def _over_length(content: bytes, dossier: Dossier, order: Order) -> Iterator[Problem]:
    """A report longer than its profile allows."""
    most = profile_of(dossier, order.profile).limits.max_pages
    if order.kind != VISIT_REPORT.key or most is None:
        return
    with pikepdf.open(io.BytesIO(content)) as file:
        count = len(file.pages)
    if count > most:
        yield Problem("length.too_many_pages", str(count), str(most))


def _with_archive(content: bytes, dossier: Dossier, order: Order, files: FileStore) -> bytes:
    """A PDF that carries what it was made from; the public one nothing that is not for all."""
    records: Iterable[Entity] = dossier.records()
    content_of: Callable[[str], bytes] = files.read
    if order.edition == Edition.PUBLIC:
        records, content_of = without_traces(public_edition(dossier).dossier.records(), content_of)
    elif not order.has_traces:
        records, content_of = without_traces(records, content_of, keeps_retouch=True)
    delegation = dossier.delegation
    made_on = delegation.reported_on or delegation.ends_on
    archive = AttachedFile(
        f"delegation{SUFFIX}",
        "application/zip",
        "The records this report was made from, for Delegation Planner",
        write_bundle(records, content_of),
        datetime.combine(made_on, time(), UTC),
    )
    return attach(content, archive)


def _writer(ending: str) -> Render:
    # imported here: their libraries take a quarter of a second, and most papers are PDF
    if ending == DOCX:
        from planner.typesetting import docx

        return docx.render
    if ending == ODT:
        from planner.typesetting import odt

        return odt.render
    return pdf.render


def _prints(files: FileStore) -> Pictures:
    """Prints of photos lie beside the photos, so that they are scaled once."""
    return Pictures(files.folder / "prints")


def compose(
    dossier: Dossier, order: Order, files: FileStore, earlier: Sequence[Dossier] = ()
) -> Document:
    template = template_named(order.kind)
    profile = profile_of(dossier, order.profile)
    words = Words(order.language or profile.language)
    commission = Commission(
        dossier=dossier,
        profile=profile,
        words=words,
        picture=files.path,
        retouched=renditions_of(files).full,
        edition=Edition(order.edition),
        member_id=order.member_id,
        watermark=_watermark(order.watermark, words),
        earlier=tuple(earlier),
        reported=order.reported,
    )
    if template.tells_report_pages:
        pages = _report_pages(commission, order.fonts, files)
        commission = replace(commission, report_pages=pages)
    return replace(template.document(commission), line_numbers=order.has_line_numbers)


def _watermark(chosen: str, words: Words) -> str:
    return words(f"print.{chosen}") if chosen in tuple(Watermark) else chosen


def _report_pages(commission: Commission, fonts: PaperFonts, files: FileStore) -> int:
    """How many pages the visit report of this commission has."""
    report = VISIT_REPORT.document(commission)
    layout, _ = lay_out(report, fonts, _prints(files), ExportCache())
    return len(layout.pages)


def profile_of(dossier: Dossier, named: str | None) -> ReportProfile:
    """The profile asked for, or the delegation's own; the user's before ours."""
    return profile_named(named or dossier.delegation.profile, paths.profiles_path())


def ending_of(path: Path) -> str:
    """Which kind of file it will be. Raises Refused where no writer makes such files."""
    ending = path.suffix.lower()
    if ending not in WRITERS:
        raise Refused("paper.wrong_ending", path=path.name, endings=list(WRITERS))
    return ending


def paper_choices(words: Words) -> Iterator[tuple[str, str]]:
    """The papers there are, each with its key and title."""
    for template in templates():
        yield template.key, template.title.in_(words.language)


def page_count(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as file:
        return len(file.pages)


def problem_text(problem: Problem, words: Words) -> str:
    return words(f"print_problem.{problem.code}", where=problem.where, detail=problem.detail)


def member_named(dossier: Dossier, named: str) -> UUID:
    """The one member whose name this is a part of. Raises NotFound."""
    found = [
        (member.id, person.name)
        for member in dossier.members
        if (person := dossier.person(member.person_id)) and named in person.name
    ]
    if len(found) != 1:
        code = "named.several_members" if found else "named.no_member"
        raise NotFound(code, named=named, names=[name for _, name in found])
    return found[0][0]


def font_choices() -> tuple[FaceChoice, ...]:
    """The faces of this machine that papers can be set in, by family."""
    found = installed_faces(font_folders())
    return tuple(sorted(found, key=lambda choice: (choice.family.casefold(), choice.style)))


@cache
def paper_fonts(body: str = "", heading: str = "") -> PaperFonts:
    """The shipped faces, led by installed ones that are named `Family` or `Family:Style`.

    Opened once. Raises Refused for a font that is not on this machine or must not be embedded.
    """
    chosen = {name: _installed(name) for name in {body, heading} if name}
    return PaperFonts.shipped(
        resource("fonts"), body=chosen.get(body, ()), heading=chosen.get(heading, ())
    )


def _installed(named: str) -> tuple[Face, ...]:
    family, _, style = named.casefold().partition(":")
    choices = font_choices()
    for choice in choices:
        if choice.family.casefold() == family and style in ("", choice.style.casefold()):
            try:
                return styles_of(choice, choices)
            except UnusableFont as error:
                raise Refused("font.unusable", font=named) from error
    raise Refused("font.unknown", font=named)
