"""Source, Fact, its chart, Relation: the background of a delegation, with where it comes from."""

from enum import StrEnum
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planner.domain.entity import Entity, Fields, Line, Position, Prose, Title
from planner.domain.references import Facts, OfDelegation, ProfileOf, SourceRef
from planner.domain.values import Disclosure, PartialDate, Quantity


class ReprintPermission(StrEnum):
    NOT_ASKED = "not_asked"
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"


class SourceFields(Fields):
    """Something read. An article that came without its title is known by author and issue."""

    title: Line = ""
    author: Line = ""
    author_post: Line = ""
    publisher: Line = ""
    issue: Line = ""
    published_on: PartialDate | None = None
    address: Line = ""
    licence: Line = ""
    reprint_permission: ReprintPermission = ReprintPermission.NOT_ASKED
    note: Prose = ""


class Source(SourceFields, Entity):
    kind: ClassVar[str] = "source"


class FactFields(Fields):
    """One value of one metric. Facts of an organisation are its profile.

    Two values for the same subject, metric, place and `as_of` are a conflict: both are kept.
    """

    subject: Title
    organisation_id: ProfileOf = None
    metric: Title
    quantity: Quantity | None = None
    text: Line = ""
    as_of: PartialDate | None = None
    place: Line = ""
    source_id: SourceRef = None
    page: Line = ""
    doubt: Line = ""

    @model_validator(mode="after")
    def _has_a_value(self) -> Self:
        if self.quantity is None and not self.text:
            raise PydanticCustomError("fact.empty", "neither a number nor a text")
        return self


class Fact(FactFields, Entity):
    kind: ClassVar[str] = "fact"


class ChartForm(StrEnum):
    BAR = "bar"
    LINE = "line"


class FactChartFields(Fields):
    """A drawing of chosen facts: a figure of the report, where the text cites it.

    Without an `alt_text` of its own it tells every value to those who cannot see it.
    """

    delegation_id: OfDelegation
    title: Title
    form: ChartForm = ChartForm.BAR
    fact_ids: Facts = ()
    alt_text: Line = ""
    position: Position = 0
    disclosure: Disclosure = Disclosure.PUBLIC


class FactChart(FactChartFields, Entity):
    kind: ClassVar[str] = "fact_chart"


class RelationFields(Fields):
    """One cell of a matrix, as a component and an element it needs."""

    subject: Title
    verb: Title
    object: Title
    as_of: PartialDate | None = None
    source_id: SourceRef = None


class Relation(RelationFields, Entity):
    kind: ClassVar[str] = "relation"
