"""The pages of the help, in the order in which one would read them, and how they are searched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.queries.letters import folded
from planner.queries.search_results import spans
from planner.resources import resource

FIRST = "first-steps"
ORDER = (
    FIRST,
    "today",
    "delegations",
    "contacts",
    "delegation",
    "itinerary",
    "seminar",
    "outcomes",
    "relations",
    "photos",
    "report",
    "briefing",
    "thread",
    "papers",
    "reading",
    "archives",
    "safekeeping",
    "office",
    "search",
    "undo",
    "windows",
    "settings",
    "keys",
)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_SIGNS = re.compile(r"[*`#]|^\s*(?:-|\d+\.)\s+", re.MULTILINE)
_AROUND = 60


@dataclass(frozen=True)
class HelpPage:
    """One file: its first line is the title."""

    key: str
    title: str
    markdown: str

    @property
    def lines(self) -> list[str]:
        """What it says, without the signs of Markdown."""
        plain = _SIGNS.sub("", _LINK.sub(r"\1", self.markdown))
        return [line.strip() for line in plain.splitlines()[1:] if line.strip()]

    @cached_property
    def folded(self) -> str:
        """All of it as search compares; kept, for it is asked at each letter one types."""
        return folded(f"{self.title}\n{self.markdown}")


@dataclass(frozen=True)
class HelpHit:
    """A page that holds all that was asked for, and the line that says most of it."""

    page: HelpPage
    excerpt: str
    matches: tuple[tuple[int, int], ...]


def help_pages(language: str) -> tuple[HelpPage, ...]:
    """Those of `ORDER` first, then any that was added since."""
    folder = resource("help", language)
    pages = [_page(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.md"))]
    rank = {key: place for place, key in enumerate(ORDER)}
    return tuple(sorted(pages, key=lambda page: rank.get(page.key, len(rank))))


def _page(key: str, markdown: str) -> HelpPage:
    return HelpPage(key, markdown.partition("\n")[0].removeprefix("#").strip(), markdown)


def found(pages: Sequence[HelpPage], words: str) -> Iterator[HelpHit]:
    """Pages whose title says it first; in any script form, as everywhere in the program."""
    asked = folded(words).split()
    hits = [page for page in pages if asked and all(word in page.folded for word in asked)]
    for page in sorted(hits, key=lambda page: not spans(page.title, words)):
        best = max(page.lines, key=lambda line: len(spans(line, words)))
        excerpt = _around(best, spans(best, words))
        yield HelpHit(page, excerpt, spans(excerpt, words))


def _around(line: str, matches: tuple[tuple[int, int], ...]) -> str:
    """A long line, cut to what stands around the first match."""
    start = max(matches[0][0] - _AROUND, 0) if matches else 0
    end = start + 2 * _AROUND
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
