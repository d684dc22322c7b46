"""Base of all records: immutable, checked, free of any database."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self
from uuid import UUID, uuid4

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from planner.domain.errors import InvalidInput, Problem


@dataclass(frozen=True)
class RefersTo:
    """Marks a field that holds the id of a record of another kind, or ids of several.

    `is_part` says that this record belongs to the other and goes when it goes.
    The store makes foreign keys of these marks; archive, removal and merging follow them.
    """

    kind: str
    is_part: bool = False


class Value(BaseModel):
    """A value without identity."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Fields(Value):
    """What a person may edit on a record."""

    @classmethod
    def checked(cls, values: dict[str, Any]) -> Self:
        """Build from untrusted values, or raise InvalidInput."""
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise InvalidInput(getattr(cls, "kind", ""), problems_of(error)) from error


class Entity(Fields):
    """A stored record: a snapshot that any thread may read."""

    kind: ClassVar[str]

    id: UUID = Field(default_factory=uuid4)

    def with_(self, **values: Any) -> Self:
        """A checked copy; pydantic's own model_copy would skip validation."""
        return self.checked({**dict(self), **values})


def problems_of(error: ValidationError) -> list[Problem]:
    """What pydantic found, as codes and values that words can make sentences of."""
    return [
        Problem(
            ".".join(map(str, found["loc"])),
            found["type"],
            {"value": found["input"], **found.get("ctx", {})},
        )
        for found in error.errors()
    ]


# no paper and no XML takes them; tabs and line ends are the only ones people type
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _without_control_characters(text: str) -> str:
    if found := _UNPRINTABLE.search(text):
        raise PydanticCustomError(
            "text.control_character",
            "control character U+{codepoint}",
            {"codepoint": f"{ord(found[0]):04X}"},
        )
    return text


_Readable = AfterValidator(_without_control_characters)

Line = Annotated[str, StringConstraints(max_length=300), _Readable]
"""A short text, possibly empty."""
Title = Annotated[str, StringConstraints(min_length=1, max_length=300), _Readable]
"""A short text that must be there."""
Prose = Annotated[str, StringConstraints(max_length=200_000), _Readable]
"""A text of paragraphs, possibly empty."""
Position = Annotated[int, Field(ge=0, le=99_999)]
"""Where a record stands among its like, from nought."""
