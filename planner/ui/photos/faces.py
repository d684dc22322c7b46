"""How photos, their places and their cameras are told in the language of the window."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from planner.domain.stop import StopKind
from planner.queries.photos import PhotoLine, PhotoPage
from planner.rules.camera_clock import CameraState
from planner.rules.placing import Reason
from planner.ui.formats import Formats
from planner.ui.icons import Icon

STOP_ICONS: Mapping[StopKind, Icon] = MappingProxyType(
    {
        StopKind.FLIGHT: Icon.FLIGHT,
        StopKind.TRAIN: Icon.TRAIN,
        StopKind.CAR: Icon.CAR,
        StopKind.BOAT: Icon.BOAT,
        StopKind.WALK: Icon.WALK,
        StopKind.VISIT: Icon.VISIT,
        StopKind.SEMINAR: Icon.SEMINAR,
        StopKind.MEETING: Icon.MEETING,
        StopKind.MEAL: Icon.MEAL,
        StopKind.CEREMONY: Icon.CEREMONY,
        StopKind.LODGING: Icon.BED,
        StopKind.FREE: Icon.FREE,
    }
)


class PhotoFaces:
    def __init__(self, formats: Formats) -> None:
        self.formats = formats
        self.words = formats.words

    def name(self, line: PhotoLine) -> str:
        """What a person calls it: its caption, else its file."""
        return line.photo.caption or line.photo.file_name

    def moment(self, at: datetime | None) -> str:
        """10/26 14:05, or that nothing tells it."""
        if at is None:
            return self.words("photo.no_time")
        return f"{self.formats.day(at.date())} {self.words.clock(at.time())}"

    def stop(self, page: PhotoPage, key: UUID | None) -> str:
        shelf = next((shelf for shelf in page.shelves if shelf.key == key), None)
        if shelf is None:
            return ""
        return shelf.name or self.words.value(shelf.stop.stop_kind)

    def place(self, page: PhotoPage, line: PhotoLine) -> str:
        """Where it stands, with the score while that is only proposed."""
        name = self.stop(page, line.stop_id)
        if not name:
            return self.words("photo.waiting")
        if line.placing is not None and line.is_proposed:
            return self.words("photo.proposed", stop=name, score=line.placing.score)
        return name

    def reasons(self, page: PhotoPage, line: PhotoLine) -> str:
        if line.placing is None:
            return ""
        told = (self._reason(page, reason) for reason in line.placing.reasons)
        return self.words("photo.joint").join(told)

    def _reason(self, page: PhotoPage, reason: Reason) -> str:
        return self.words(
            f"placing.{reason.code}",
            minutes=reason.minutes,
            metres=reason.metres,
            kilometres=f"{reason.metres / 1000:.1f}",
            other=self.stop(page, reason.other),
        )

    # Cameras

    def camera(self, name: str) -> str:
        return name or self.words("camera.unnamed")

    def clock(self, page: PhotoPage, state: CameraState) -> str:
        """How it is known what this clock says, or what its positions propose."""
        if state.clock is not None:
            anchor = page.found.by_id.get(state.clock.anchor_id) if state.clock.anchor_id else None
            if anchor is None:
                return self.words("camera.positioned")
            return self.words("camera.anchored", photo=anchor.file_name)
        return self.words("camera.told" if state.is_told else "camera.unchecked")

    def deviation(self, seconds: int, ahead: int) -> str:
        """How far the clock stood from the wall time where it was; `ahead` is that of UTC."""
        behind = seconds + ahead
        minutes = round(abs(behind) / 60)
        if minutes == 0:
            return self.words("camera.right")
        return self.words(
            "camera.slower" if behind > 0 else "camera.faster", time=self._length(minutes)
        )

    def _length(self, minutes: int) -> str:
        hours, rest = divmod(minutes, 60)
        days, left = divmod(hours, 24)
        if days:
            return self.words("camera.days", days=days, hours=left, minutes=rest)
        code = "camera.hours" if hours else "camera.minutes"
        return self.words(code, hours=hours, minutes=rest)
