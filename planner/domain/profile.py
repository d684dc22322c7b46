"""ReportProfile: an issuing body's cover, chapters, limits and clocks, read from a data file."""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from planner.domain.delegation import Category
from planner.domain.entity import Title, Value, problems_of
from planner.domain.errors import Problem, UnreadableFile
from planner.domain.manuscript import ChapterMeaning
from planner.domain.values import CountryCode

ProfileKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$")]
PointSize = Annotated[float, Field(ge=6, le=72)]


class Names(Value):
    """The same name in both languages of the papers."""

    zh_TW: Title  # noqa: N815 - the language's own name, as in the file
    en: Title

    def in_(self, language: str) -> str:
        return self.zh_TW if language.startswith("zh") else self.en


class CoverItem(StrEnum):
    """What a line of the cover tells."""

    SYSTEM_NUMBER = "system_number"
    CATEGORY = "category"
    TITLE = "title"
    BODIES = "bodies"
    TRAVELLERS = "travellers"
    COUNTRIES = "countries"
    PERIOD = "period"
    REPORT_DATE = "report_date"


class CoverLine(Value):
    item: CoverItem
    size: PointSize
    is_bold: bool = True
    space_before: float = Field(default=0, ge=0, le=300)


class Cover(Value):
    """The lines in their order. Without lines a report begins with its title."""

    lines: tuple[CoverLine, ...] = ()


class Chapter(Value):
    """A chapter by what it is for. A writer's own title wins over `title`.

    One that `says_none` prints 無 where it is required and there is nothing to say.
    """

    meanings: Annotated[tuple[ChapterMeaning, ...], Field(min_length=1)]
    title: Names
    is_required: bool = False
    says_none: bool = False


class NumberingStyle(StrEnum):
    """How chapters and what is below them are numbered."""

    OFFICIAL = "official"  # 壹、 一、 （一） 1、 （1） 甲、
    DECIMAL = "decimal"  # 1  1.1  (a)
    NONE = "none"


class PhotoPlace(StrEnum):
    """Where the photos stand."""

    APPENDIX = "appendix"
    IN_TEXT = "in_text"


class Annex(StrEnum):
    """What is made of the records and stands behind the written chapters."""

    MEMBERS = "members"
    PROGRAMME = "programme"
    CONTACTS = "contacts"
    FOLLOW_UPS = "follow_ups"
    SOURCES = "sources"
    CHARTS = "charts"
    PHOTOS = "photos"


class Page(Value):
    """Millimetres and points. `number` and the head are patterns of the page setup."""

    width: float = Field(default=210, ge=50, le=1000)
    height: float = Field(default=297, ge=50, le=1000)
    margin: float = Field(default=25, ge=5, le=80)
    body_size: PointSize = 12
    leading: float = Field(default=1.7, ge=1, le=3)
    number: str = "{page}"
    has_running_head: bool = True
    contents_levels: int = Field(default=2, ge=0, le=6)
    has_list_of_figures: bool = False
    numbering: NumberingStyle = NumberingStyle.OFFICIAL
    photos: PhotoPlace = PhotoPlace.APPENDIX
    photos_a_page: int = Field(default=2, ge=1, le=8)


class Limits(Value):
    """What a report must have, in numbers. The summary counts Han characters, or words."""

    summary_min: int = Field(default=0, ge=0)
    summary_max: int | None = Field(default=None, ge=1)
    min_photos: int = Field(default=0, ge=0)
    min_recommendations: int = Field(default=0, ge=0)
    max_pages: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _summary_range_rises(self) -> Self:
        if self.summary_max is not None and self.summary_max < self.summary_min:
            raise PydanticCustomError("profile.range_falls", "the largest is below the least")
        return self


class Anchor(StrEnum):
    """The day a clock counts from."""

    DEPARTURE = "departure"
    RETURN = "return"
    FILED = "filed"


class Clock(Value):
    """A day by which something must be done, counted from an anchor; before it where negative.

    Exactly one of days, working days and months is given. With `countries` it runs only for
    delegations that go there. A clock that repeats runs again after each such span.
    """

    key: ProfileKey
    title: Names
    anchor: Anchor
    days: int | None = None
    working_days: int | None = None
    months: int | None = None
    countries: tuple[CountryCode, ...] = ()
    repeats: bool = False

    @model_validator(mode="after")
    def _has_one_span(self) -> Self:
        if [self.days, self.working_days, self.months].count(None) != 2:
            raise PydanticCustomError("profile.one_span", "days, working days or months")
        return self


class ReportProfile(Value):
    """How one issuing body wants its reports."""

    key: ProfileKey
    name: Names
    language: Annotated[str, StringConstraints(pattern=r"^(zh_TW|en)$")]
    categories: tuple[Category, ...] = tuple(Category)
    summary_sheet_only: tuple[Category, ...] = ()
    system_number: str = ""
    cover: Cover = Cover()
    page: Page = Page()
    limits: Limits = Limits()
    chapters: tuple[Chapter, ...] = ()
    annexes: tuple[Annex, ...] = (Annex.CHARTS, Annex.PHOTOS)
    clocks: tuple[Clock, ...] = ()

    @model_validator(mode="after")
    def _pattern_compiles(self) -> Self:
        try:
            re.compile(self.system_number)
        except re.error:
            raise PydanticCustomError("profile.pattern", "not a pattern") from None
        return self

    def chapter_for(self, meaning: ChapterMeaning) -> Chapter | None:
        return next((chapter for chapter in self.chapters if meaning in chapter.meanings), None)

    @property
    def required(self) -> tuple[ChapterMeaning, ...]:
        """The meanings a report must not lack."""
        wanted = [chapter.meanings for chapter in self.chapters if chapter.is_required]
        return tuple(meaning for meanings in wanted for meaning in meanings)

    def needs_full_report(self, category: Category) -> bool:
        return category not in self.summary_sheet_only


def load_profile(path: Path) -> ReportProfile:
    """Read a profile file, or raise UnreadableFile with the line that is wrong."""
    try:
        text = path.read_text("utf-8")
        values = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile("profile.cannot_read", file=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise UnreadableFile("profile.not_toml", file=path.name, line=line) from error
    try:
        return ReportProfile.model_validate(values)
    except ValidationError as error:
        first, location = problems_of(error)[0], error.errors()[0]["loc"]
        raise UnreadableFile(
            "profile.wrong",
            file=path.name,
            line=_line_of(text, location),
            key=first.field,
            reason=Problem("", first.code, first.context),
        ) from error


def load_profiles(folder: Path) -> Mapping[str, ReportProfile]:
    """Every profile of a folder by its key, in the order of the file names."""
    found = (load_profile(path) for path in sorted(folder.glob("*.toml")))
    return {profile.key: profile for profile in found}


_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\-]+)\s*\]\]?")
_KEY = re.compile(r"\s*([\w\-]+)\s*=")


def _line_of(text: str, location: tuple[Any, ...]) -> int:
    """The line of the longest part of a location that the text tells apart; the first at worst."""
    wanted = tuple(map(str, location))
    best, best_line = 0, 1
    table: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            name = header[2]
            table = tuple(name.split("."))
            if header[1] == "[[":
                counts[name] = counts.get(name, -1) + 1
                table = (*table, str(counts[name]))
            here = table
        elif key := _KEY.match(line):
            here = (*table, key[1])
        else:
            continue
        if len(here) > best and wanted[: len(here)] == here:
            best, best_line = len(here), number
    return best_line
