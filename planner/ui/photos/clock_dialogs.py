"""Mending clocks: when a photo was really taken, and what is known of each camera."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.errors import InvalidInput, Problem
from planner.domain.photo import CameraClock
from planner.domain.values import LocalTime, zone
from planner.queries.photos import PhotoLine, PhotoPage
from planner.rules.camera_clock import CameraState
from planner.ui.appearance import Pigment
from planner.ui.components.buttons import Button
from planner.ui.components.panels import Dialog
from planner.ui.components.row_table import RowTable
from planner.ui.form import Form
from planner.ui.icons import Icon
from planner.ui.inputs import ChoiceInput, ClockInput, DayInput
from planner.ui.photos.faces import PhotoFaces
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel


class AnchorForm(Form):
    """「這是抵達，當地 14:05」: a stop fills in its start, which can then be changed."""

    def __init__(self, faces: PhotoFaces, page: PhotoPage, line: PhotoLine) -> None:
        super().__init__(faces.words, CameraClock.kind)
        self._page = page
        stops = [(None, self.tr("None of them"))] + [
            (shelf.key, self._offered(faces, shelf.key)) for shelf in page.shelves
        ]
        zones = sorted({*page.zones.values(), page.home})
        self.add(self.field("stop", ChoiceInput(stops), self.tr("It shows the start of")))
        self.add(
            self.field("day", DayInput(faces.formats), self.tr("Day")),
            self.field("clock", ClockInput(example="14:05"), self.tr("Local time")),
        )
        self.add(self.field("zone", ChoiceInput((each, each) for each in zones), self.tr("Zone")))
        at = line.at or datetime.combine(page.found.delegation.starts_on, time(9))
        shown = {"day": at.date(), "clock": at.time(), "zone": page.zone_at(line), "stop": None}
        self.input("day").year = page.found.delegation.starts_on.year
        self.show_values(shown)
        self.input("stop").finished.connect(self._fill)

    def told(self) -> LocalTime:
        """What was filled in. Raises InvalidInput."""
        values = self.values()
        problems = []
        if not isinstance(values["day"], date):
            problems.append(Problem("day", "date.unreadable", {"text": values["day"] or ""}))
        if not isinstance(values["clock"], time):
            problems.append(Problem("clock", "time.unreadable", {"text": values["clock"] or ""}))
        if problems:
            raise InvalidInput(CameraClock.kind, problems)
        return LocalTime(at=datetime.combine(values["day"], values["clock"]), zone=values["zone"])

    def _fill(self) -> None:
        key = self.input("stop").value()
        shelf = next((shelf for shelf in self._page.shelves if shelf.key == key), None)
        if shelf is None:
            return
        starts = shelf.stop.starts
        self.input("day").show_value(starts.day)
        self.input("zone").show_value(self._page.zones[shelf.key])
        if starts.clock is not None:
            self.input("clock").show_value(starts.clock)

    def _offered(self, faces: PhotoFaces, key: UUID) -> str:
        stop = self._page.found.stop(key)
        if stop is None:
            return ""
        when = faces.formats.day(stop.starts.day)
        return " ".join((when, faces.words.time_of(stop.starts), faces.stop(self._page, key)))


class CamerasDialog(Dialog):
    """What is known of each clock; proposals are taken here, and settings forgotten."""

    WIDTH = 720

    mended = Signal(object)  # CameraState whose proposal is taken
    forgotten = Signal(object)  # CameraState

    def __init__(
        self, faces: PhotoFaces, ahead: Callable[[CameraState], int], parent: QWidget
    ) -> None:
        """`ahead` is by how many seconds the wall time of a camera's photos is ahead of UTC."""
        super().__init__(self.tr("Clocks of the cameras"), self.tr("Done"), parent)
        self.reason.setText(
            self.tr(
                "One photo whose time is known sets the clock for all photos of its camera: "
                "choose it in the grid and press T. The files are left as they are."
            )
        )
        self.reason.show()
        self.safe.hide()
        self._faces = faces
        self._ahead = ahead
        self._page: PhotoPage | None = None
        self.model = RowTableModel(self._columns(), self)
        self.table = RowTable(self.model, self.tr("Cameras"), grows=True)
        self.mend = Button(self.tr("Set by positions"), Icon.CLOCK)
        self.forget = Button(self.tr("Forget the setting"), Icon.UNDO)
        self.body.addWidget(self.table)
        self.foot.insertWidget(1, self.mend)
        self.foot.insertWidget(2, self.forget)
        self.mend.clicked.connect(lambda: self._with_chosen(self.mended.emit))
        self.forget.clicked.connect(lambda: self._with_chosen(self.forgotten.emit))
        self.table.selectionModel().selectionChanged.connect(self._tell)

    def show_page(self, page: PhotoPage) -> None:
        self._page = page
        chosen = self.table.key
        self.model.show([_CameraRow(state) for state in page.cameras])
        if page.cameras and (chosen is None or not self.table.choose(chosen)):
            self.table.choose(page.cameras[0].camera)
        self._tell()

    def _tell(self) -> None:
        state = self._chosen
        self.mend.setEnabled(state is not None and state.proposed is not None)
        self.forget.setEnabled(state is not None and state.clock is not None)

    @property
    def _chosen(self) -> CameraState | None:
        key = self.table.key
        rows: Sequence[_CameraRow] = self.model.rows
        return next((row.state for row in rows if row.key == key), None)

    def _with_chosen(self, act: Callable[[CameraState], None]) -> None:
        if (state := self._chosen) is not None:
            act(state)

    def _columns(self) -> list[TableColumn["_CameraRow"]]:
        return [
            TableColumn(self.tr("Camera"), lambda row: self._faces.camera(row.key)),
            TableColumn(self.tr("Photos"), lambda row: row.state.photo_count, width=64, flush=True),
            TableColumn(self.tr("Clock"), self._deviation, width=136),
            TableColumn(self.tr("How it is known"), self._known, width=236, pigment=self._pigment),
        ]

    def _deviation(self, row: "_CameraRow") -> str:
        state = row.state
        seconds = state.clock.correction if state.clock else state.proposed
        return "" if seconds is None else self._faces.deviation(seconds, self._ahead(state))

    def _known(self, row: "_CameraRow") -> str:
        if row.state.proposed is not None:
            return self.tr("%n position(s) propose it", "", row.state.witnesses)
        return self._faces.clock(self._page, row.state) if self._page else ""

    @staticmethod
    def _pigment(row: "_CameraRow") -> Pigment:
        state = row.state
        return Pigment.INK2 if state.clock or state.is_told else Pigment.GAMBOGE


@dataclass(frozen=True)
class _CameraRow:
    """A camera as a row: its name is its key."""

    state: CameraState

    @property
    def key(self) -> str:
        return self.state.camera


def seconds_ahead(page: PhotoPage, state: CameraState) -> int:
    """How far the wall time of a camera's photos is ahead of what it held to be UTC."""
    photo = next((line for line in page.lines if line.photo.camera == state.camera), None)
    if photo is None or photo.photo.taken_at is None:
        return 0
    if photo.photo.utc_offset is not None:
        return 0
    offset = photo.photo.taken_at.replace(tzinfo=zone(page.zone_at(photo))).utcoffset()
    return round(offset.total_seconds()) if offset else 0
