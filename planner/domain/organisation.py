"""Organisations, their names, and how they belong to one another."""

from enum import StrEnum
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planner.domain.entity import Entity, Fields, Line, Prose, Title
from planner.domain.references import OfOrganisation, OrganisationRef
from planner.domain.values import ContactPoint, CountryCode, PartialDate, is_over_before


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
    notes: Prose = ""


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
