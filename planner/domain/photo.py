"""Photo: a kept picture, what it shows, and whether it is a figure; the clocks of cameras."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, NaiveDatetime, StringConstraints

from planner.domain.entity import Entity, Fields, Line, Position, Title, Value
from planner.domain.references import OfDelegation, People, PhotoRef, StopRef
from planner.domain.values import ContentHash, Disclosure, Place, ZoneName

Fingerprint = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{16})?$")]
"""What a picture looks like in 64 bits: like pictures differ in few of them. Empty if unknown."""


class Box(Value):
    """A part of a picture, in shares of its width and height from its upper left corner."""

    left: float = Field(ge=0, le=1)
    top: float = Field(ge=0, le=1)
    width: float = Field(ge=0.001, le=1)
    height: float = Field(ge=0.001, le=1)


class Retouch(Value):
    """What is changed of a picture where it is shown; the kept file stays as it came.

    Done in this order: `blurred` parts of the upright picture are made unreadable, it is turned
    to the right by quarters, straightened by degrees (to the right), and cropped.
    """

    blurred: tuple[Box, ...] = ()
    quarters: int = Field(0, ge=0, le=3)
    degrees: float = Field(0.0, ge=-15, le=15)
    crop: Box | None = None


class PhotoFields(Fields):
    """`taken_at` is the camera's clock as it stood; `figure` its number in the report.

    `utc_offset` is what the camera says it is ahead of UTC, in minutes; `position_at` the time in
    UTC that came with the position. Alt text says what is to be seen to one who cannot see it;
    the caption says what it stands for.
    """

    delegation_id: OfDelegation
    content: ContentHash
    media_type: Line
    file_name: Title
    width: int = Field(ge=1, le=100_000)
    height: int = Field(ge=1, le=100_000)
    taken_at: NaiveDatetime | None = None
    taken_zone: ZoneName | None = None
    utc_offset: int | None = Field(None, ge=-1440, le=1440)
    camera: Line = ""
    place: Place | None = None
    position_at: NaiveDatetime | None = None
    fingerprint: Fingerprint = ""
    stop_id: StopRef = None
    caption: Line = ""
    alt_text: Line = ""
    people_ids: People = ()
    position: Position = 0
    is_figure: bool = True
    disclosure: Disclosure = Disclosure.PUBLIC
    retouch: Retouch = Retouch()


class Photo(PhotoFields, Entity):
    kind: ClassVar[str] = "photo"


class ClockOrigin(StrEnum):
    """How it is known how wrong a camera's clock was."""

    ANCHOR = "anchor"
    POSITION = "position"


class CameraClockFields(Fields):
    """How wrong the clock of a camera was on a journey; its photos keep the times they came with.

    `correction` are the seconds to be added to its readings to have UTC, after the camera's own
    `utc_offset` was taken off where it tells one. `anchor_id` is the photo whose time was told.
    """

    delegation_id: OfDelegation
    camera: Line
    correction: int = Field(ge=-2_000_000_000, le=2_000_000_000)
    origin: ClockOrigin = ClockOrigin.ANCHOR
    anchor_id: PhotoRef = None


class CameraClock(CameraClockFields, Entity):
    kind: ClassVar[str] = "camera_clock"
