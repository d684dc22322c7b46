"""Photo: a kept picture, what it shows, and whether it is a figure of the report."""

from typing import ClassVar

from pydantic import Field, NaiveDatetime

from planner.domain.entity import Entity, Fields, Line, Position, Title
from planner.domain.references import OfDelegation, People, StopRef
from planner.domain.values import ContentHash, Disclosure, Place, ZoneName


class PhotoFields(Fields):
    """`taken_at` is the camera's clock as it stood; `figure` its number in the report.

    Alt text says what is to be seen to one who cannot see it; the caption says what it stands for.
    """

    delegation_id: OfDelegation
    content: ContentHash
    media_type: Line
    file_name: Title
    width: int = Field(ge=1, le=100_000)
    height: int = Field(ge=1, le=100_000)
    taken_at: NaiveDatetime | None = None
    taken_zone: ZoneName | None = None
    camera: Line = ""
    place: Place | None = None
    stop_id: StopRef = None
    caption: Line = ""
    alt_text: Line = ""
    people_ids: People = ()
    position: Position = 0
    is_figure: bool = True
    disclosure: Disclosure = Disclosure.PUBLIC


class Photo(PhotoFields, Entity):
    kind: ClassVar[str] = "photo"
