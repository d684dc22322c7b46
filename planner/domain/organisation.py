"""Organisations, their names, and how they belong to one another."""

import re
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from planner.domain.entity import Entity, Fields, Line, Prose, Title
from planner.domain.references import OfOrganisation, OrganisationRef
from planner.domain.values import ContactPoint, CountryCode, PartialDate, is_over_before

_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d"
_WRITTEN_HOURS = re.compile(r"\s*(\d{1,2})[:：](\d{2})\s*[-–—~～至到]\s*(\d{1,2})[:：](\d{2})\s*")


def _hours_as_kept(value: object) -> object:
    """9:00-17:30 as 09:00–17:30; anything else stays for the pattern to refuse."""
    match = _WRITTEN_HOURS.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return value
    opens, closes = (f"{int(match[at]):02}:{match[at + 1]}" for at in (1, 3))
    return f"{opens}–{closes}"


OpeningHours = Annotated[
    str,
    StringConstraints(pattern=rf"^({_CLOCK}–{_CLOCK})?$"),
    BeforeValidator(_hours_as_kept),
]
"""From when till when a host receives visitors, or empty."""


class OrganisationKind(StrEnum):
    GOVERNMENT = "government"
    UNIVERSITY = "university"
    INSTITUTE = "institute"
    COMPANY = "company"
    PARK = "park"
    ASSOCIATION = "association"
    UNIT = "unit"
    OTHER = "other"


class OrganisationFields(Fields):
    name: Title
    name_simplified: Line = ""
    name_latin: Line = ""
    name_native: Line = ""
    aliases: tuple[Title, ...] = ()
    organisation_kind: OrganisationKind = OrganisationKind.OTHER
    parent_id: OrganisationRef = None
    parent_since: PartialDate | None = None
    city: Line = ""
    country: CountryCode | None = None
    address: Line = ""
    web: Line = ""
    founded: PartialDate | None = None
    contacts: tuple[ContactPoint, ...] = ()
    hours: OpeningHours = ""
    notes: Prose = ""

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Self:
        opens, _, closes = self.hours.partition("–")
        if self.hours and closes <= opens:
            raise PydanticCustomError(
                "organisation.closes_before_opens",
                "closes at {closes}, before {opens}",
                {"opens": opens, "closes": closes},
            )
        return self


class Organisation(OrganisationFields, Entity):
    kind: ClassVar[str] = "organisation"

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the first for print."""
        written = (self.name, self.name_simplified, self.name_latin, self.name_native)
        return tuple(dict.fromkeys(name for name in (*written, *self.aliases) if name))


class OrganisationTie(StrEnum):
    """What the other organisation is to this one."""

    FORMER_PARENT = "former_parent"
    JOINT_VENTURE_PARTNER = "joint_venture_partner"
    CO_FOUNDER = "co_founder"
    SHAREHOLDER = "shareholder"


class OrganisationRelationFields(Fields):
    organisation_id: OfOrganisation
    tie: OrganisationTie
    other_id: OrganisationRef = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    share: Line = ""
    note: Line = ""

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if is_over_before(self.since, self.until):
            raise PydanticCustomError(
                "organisation_relation.ends_before_start",
                "until {until}, before since {since}",
                {"since": self.since, "until": self.until},
            )
        return self


class OrganisationRelation(OrganisationRelationFields, Entity):
    kind: ClassVar[str] = "organisation_relation"
