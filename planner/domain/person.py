"""People and the posts they hold and held."""

from typing import ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planner.domain.entity import Entity, Fields, Line, Prose, Title
from planner.domain.references import OfPerson, OrganisationRef
from planner.domain.values import (
    Attachment,
    ContactPoint,
    Disclosure,
    LanguageTag,
    PartialDate,
    is_over_before,
)


class PersonFields(Fields):
    name: Title
    name_simplified: Line = ""
    name_latin: Line = ""
    name_native: Line = ""
    reading: Line = ""
    aliases: tuple[Title, ...] = ()
    is_family_first: bool = True
    honorific: Line = ""
    contacts: tuple[ContactPoint, ...] = ()
    languages: tuple[LanguageTag, ...] = ()
    consents_to_publish: bool | None = None
    notes: Prose = ""
    portrait: Attachment | None = None
    disclosure: Disclosure = Disclosure.PUBLIC


class Person(PersonFields, Entity):
    kind: ClassVar[str] = "person"

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the person goes by, the first for print."""
        written = (self.name, self.name_simplified, self.name_latin, self.name_native)
        return tuple(dict.fromkeys(name for name in (*written, *self.aliases) if name))


class PostFields(Fields):
    person_id: OfPerson
    organisation_id: OrganisationRef = None
    title: Title
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: Line = ""

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if is_over_before(self.since, self.until):
            raise PydanticCustomError(
                "post.ends_before_start",
                "until {until}, before since {since}",
                {"since": self.since, "until": self.until},
            )
        return self


class Post(PostFields, Entity):
    kind: ClassVar[str] = "post"
