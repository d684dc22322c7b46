"""A document as a PDF: laid out, drawn, tagged, fit to be archived and read aloud."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.typesetting.archive import write_metadata, write_output_intent
from planner.typesetting.assembly import Progress, assemble, draw, save
from planner.typesetting.document import (
    Chart,
    Document,
    Footnote,
    Inlines,
    Link,
    Run,
    SectionBreak,
    inlines,
    walk,
)
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.keeping import ExportCache, no_collection
from planner.typesetting.layout import lay_out
from planner.typesetting.navigation import write_bookmarks, write_page_labels
from planner.typesetting.numbering import contents_of
from planner.typesetting.pictures import Pictures
from planner.typesetting.problems import Problem, Unprintable
from planner.typesetting.tagging import Tagger

# the share of the whole that each stage takes, for progress
_STAGES = 100
_LAID_OUT, _DRAWN, _PICTURED = 50, 75, 95


def render(
    document: Document,
    fonts: PaperFonts,
    progress: Progress | None = None,
    pictures: Pictures | None = None,
    cache: ExportCache | None = None,
    problems: list[Problem] | None = None,
) -> bytes:
    """The file. `progress(done, total)` may raise to cancel.

    What cannot be set as asked raises `Unprintable`; given a list of problems, it is put there
    instead, and the page shows `??` or an empty frame. With the `cache` of an earlier export only
    paragraphs that have changed are set anew.
    """
    pictures = pictures or Pictures()
    cache = cache or ExportCache()
    cache.turn()
    with no_collection():
        return _render(document, fonts, _Steps(progress), pictures, cache, problems)


def _render(
    document: Document,
    fonts: PaperFonts,
    steps: "_Steps",
    pictures: Pictures,
    cache: ExportCache,
    problems: list[Problem] | None,
) -> bytes:
    layout, found = lay_out(document, fonts, pictures, cache, steps.stage(0, _LAID_OUT))
    _report(found, problems)
    drawn = draw(layout.pages, cache, steps.stage(_LAID_OUT, _DRAWN))
    pdf, missing = assemble(drawn, pictures, steps.stage(_DRAWN, _PICTURED))
    with pdf:
        _report([problem for problem in missing if problem not in found], problems)
        tagger = Tagger(pdf, layout.pages, drawn.content_counts)
        tagger.write(layout.root, document.language)
        write_bookmarks(pdf, layout.bookmarks, tagger)
        write_page_labels(pdf, layout.pages)
        write_metadata(pdf, document)
        write_output_intent(pdf)
        data = save(pdf, drawn.fingerprint)
    steps.report(_STAGES)
    return data


def _report(found: Sequence[Problem], problems: list[Problem] | None) -> None:
    if problems is not None:
        problems.extend(found)
    elif found:
        raise Unprintable(tuple(found))


def lacking(document: Document, fonts: PaperFonts) -> tuple[Problem, ...]:
    """Characters that no font has and that would stay blank, with the words they stand in."""
    return tuple(
        Problem("character.lacking", text.strip()[:40], character)
        for text in dict.fromkeys(_all_text(document))
        for character in fonts.lacking(text)
    )


@dataclass(frozen=True)
class _Steps:
    """Progress of the whole, from the progress of its stages."""

    progress: Progress | None

    def report(self, done: int) -> None:
        if self.progress is not None:
            self.progress(done, _STAGES)

    def stage(self, start: int, stop: int) -> Progress:
        return lambda done, total: self.report(start + (stop - start) * done // max(total, 1))


def _all_text(document: Document) -> Iterator[str]:
    """Every stretch of words that will be set."""
    page = document.page
    yield from (document.title, page.head_left, page.head_right, page.number, document.watermark)
    for block in walk(document.blocks):
        if isinstance(block, SectionBreak):
            yield from (block.setup.head_left, block.setup.head_right, block.setup.number)
        if isinstance(block, Chart):
            yield from (block.value_title, block.category_title, *block.categories)
            yield from (series.name for series in block.series)
        for content in contents_of(block):
            yield from _words(content)


def _words(content: Inlines) -> Iterator[str]:
    for part in inlines(content):
        match part:
            case Run(text=text):
                yield text
            case Footnote(content=inner) | Link(content=inner):
                yield from _words(inner)
