"""What a reader finds: plain values, each with the place it came from and how sure it is."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the text as read: line from 1, first and last character from 0."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundChapter:
    title: str
    meaning: str
    where: Where
    sure: float


@dataclass(frozen=True, slots=True)
class FoundPurpose:
    title: str
    where: Where
    sure: float


@dataclass(frozen=True, slots=True)
class FoundWorkShare:
    body: str
    task: str
    where: Where
    sure: float


@dataclass(frozen=True, slots=True)
class FoundFact:
    """One value of one metric; `subject` is empty inside the organisation it belongs to."""

    metric: str
    value: str
    unit: str
    where: Where
    sure: float
    subject: str = ""
    as_of: str = ""
    place: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """One thing that needs another, or does something to it."""

    subject: str
    verb: str
    object: str
    where: Where
    sure: float


@dataclass(slots=True)
class FoundOrganisation:
    name: str
    where: Where
    sure: float
    aliases: list[str] = field(default_factory=list)
    founded: str | None = None
    city: str | None = None
    facts: list[FoundFact] = field(default_factory=list)
    profiled: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(slots=True)
class FoundPerson:
    name: str
    where: Where
    sure: float
    titles: list[str] = field(default_factory=list)
    organisation: str | None = None
    side: str = "unknown"


@dataclass(frozen=True, slots=True)
class FoundStop:
    part: str | None
    host: str | None
    text: str
    where: Where
    sure: float


@dataclass(slots=True)
class FoundDay:
    date: str
    heading: str
    where: Where
    sure: float
    stops: list[FoundStop] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)


@dataclass(slots=True)
class FoundTalk:
    speaker: str
    title: str
    where: Where
    sure: float
    side: str = "unknown"
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class FoundFigure:
    number: int
    caption: str
    where: Where
    sure: float


@dataclass(frozen=True, slots=True)
class FoundRecommendation:
    text: str
    where: Where
    sure: float


@dataclass(frozen=True, slots=True)
class FoundPromise:
    text: str
    by: str | None
    where: Where
    sure: float


@dataclass(frozen=True, slots=True)
class FoundSource:
    """What the text says of itself or of another it takes from."""

    title: str
    author: str
    author_post: str
    publisher: str
    issue: str
    permission: str
    where: Where
    sure: float


@dataclass(frozen=True, slots=True)
class FoundProblem:
    """`kind` is a code that words has a sentence for; `text` quotes what stands there."""

    kind: str
    text: str
    where: Where
    sure: float


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    start: str | None
    end: str | None
    where: Where | None = None
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class ReadReport:
    """Everything found in one text; nothing of it is stored."""

    title: str | None
    period: FoundPeriod
    chapters: tuple[FoundChapter, ...] = ()
    purposes: tuple[FoundPurpose, ...] = ()
    work_shares: tuple[FoundWorkShare, ...] = ()
    organisations: tuple[FoundOrganisation, ...] = ()
    people: tuple[FoundPerson, ...] = ()
    days: tuple[FoundDay, ...] = ()
    talks: tuple[FoundTalk, ...] = ()
    figures: tuple[FoundFigure, ...] = ()
    recommendations: tuple[FoundRecommendation, ...] = ()
    promises: tuple[FoundPromise, ...] = ()
    facts: tuple[FoundFact, ...] = ()
    relations: tuple[FoundRelation, ...] = ()
    sources: tuple[FoundSource, ...] = ()
    problems: tuple[FoundProblem, ...] = ()
    missing: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Values that json can print as they are."""
        return asdict(self)
