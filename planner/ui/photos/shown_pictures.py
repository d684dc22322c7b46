"""ShownPictures: pictures read in a thread when they come into view, the latest asked first."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from planner.domain.errors import PlannerError
from planner.domain.photo import Photo, Retouch
from planner.ui.jobs import Job, Jobs

_AT_ONCE = 12
Look = tuple[str, Retouch]
"""What makes a photo look as it does."""


def look_of(photo: Photo) -> Look:
    return photo.content, photo.retouch


class ShownPictures(QObject):
    """Keeps the pictures last used. One that cannot be read is an empty picture."""

    arrived = Signal()

    def __init__(
        self,
        make: Callable[[str, Retouch], Path],
        jobs: Jobs,
        most: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._jobs = jobs
        self._most = most
        self._held: OrderedDict[Look, QPixmap] = OrderedDict()
        self._wanted: OrderedDict[Look, None] = OrderedDict()
        self._is_busy = False

    def picture(self, photo: Photo) -> QPixmap | None:
        """None while it is on its way; `arrived` tells when to ask again."""
        look = look_of(photo)
        if look in self._held:
            self._held.move_to_end(look)
            return self._held[look]
        self._wanted[look] = None
        self._wanted.move_to_end(look)
        self._read_next()
        return None

    def _read_next(self) -> None:
        if self._is_busy or not self._wanted:
            return
        latest = [self._wanted.popitem()[0] for _ in range(min(_AT_ONCE, len(self._wanted)))]
        while len(self._wanted) > self._most:  # scrolled past long ago
            self._wanted.popitem(last=False)
        job = Job(lambda job: [(look, self._read(look)) for look in latest])
        job.succeeded.connect(self._on_read)
        job.finished.connect(self._on_finished)
        self._is_busy = True
        self._jobs.start(job)

    def _read(self, look: Look) -> QImage:
        try:
            return QImage(str(self._make(*look)))
        except PlannerError:
            return QImage()

    def _on_read(self, read: list[tuple[Look, QImage]]) -> None:
        for look, image in read:
            self._held[look] = QPixmap.fromImage(image)
        while len(self._held) > self._most:
            self._held.popitem(last=False)
        self.arrived.emit()

    def _on_finished(self) -> None:
        self._is_busy = False
        self._read_next()
