"""The dialog that retouches a photo: what is done shows at once; the file stays as it came."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QPixmap,
)
from PySide6.QtWidgets import QSlider, QWidget

from planner.domain.photo import Box, Photo, Retouch
from planner.exchange.pictures import as_jpeg, opened
from planner.exchange.retouching import UNTOUCHED, retouched
from planner.rules.retouching import original_part, seen_corners, turned
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob, Progress
from planner.ui.photos.retouch_canvas import RetouchCanvas

_WHOLE = Box(left=0, top=0, width=1, height=1)
_TENTHS = 10  # of a degree that the slider moves by


class Tool(Enum):
    """What is drawn on the picture."""

    CROP = "crop"
    BLUR = "blur"


class RetouchDialog(Dialog):
    """What is done shows at once; nothing is stored before it is taken."""

    WIDTH = 720

    taken = Signal(object)  # Retouch

    def __init__(self, photo: Photo, view: Path, jobs: Jobs, parent: QWidget) -> None:
        """`view` is the upright picture as it came, large enough for a window."""
        super().__init__(self.tr("Retouch"), self.tr("Take over"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._photo = photo
        self._view = view
        self.retouch = photo.retouch
        self._preview = LatestJob(jobs, self)
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self.canvas = RetouchCanvas()
        self.tool = SegmentedControl(
            [
                Choice(Tool.CROP.value, self.tr("Crop"), Icon.COMPARE),
                Choice(Tool.BLUR.value, self.tr("Blur a part"), Icon.SHIELD),
            ],
            self.tr("What is drawn on the picture"),
        )
        self.left = Button(self.tr("Turn left"), Icon.UNDO, small=True)
        self.right = Button(self.tr("Turn right"), Icon.REDO, small=True)
        self.slant = QSlider(Qt.Orientation.Horizontal)
        self.slant.setRange(-15 * _TENTHS, 15 * _TENTHS)
        self.slant.setSingleStep(1)
        self.slant.setPageStep(_TENTHS)
        self.slant.setValue(round(self.retouch.degrees * _TENTHS))
        self.slant.setAccessibleName(self.tr("Straighten"))
        self.degrees = Label("", Type.SMALL, Pigment.INK2)
        self.reset = Button(self.tr("As it came"), small=True)
        self.sharpen = Button(self.tr("Take the last blur away"), small=True)
        hint = self.tr(
            "Draw with the mouse, or move the frame by arrows, stretch it with Shift and take it "
            "with Enter."
        )
        self.body.addWidget(self.canvas)
        self.body.addLayout(Row(self.tool, None, self.left, self.right))
        straighten = Label(self.tr("Straighten"), Type.SMALL, Pigment.INK2)
        self.body.addLayout(Row(straighten, self.slant, self.degrees))
        self.body.addLayout(Row(self.sharpen, self.reset, None))
        self.body.addWidget(Label(hint, Type.SMALL, Pigment.INK2, wraps=True))

    def _connect(self) -> None:
        self.canvas.drawn.connect(self._on_drawn)
        self.tool.chosen.connect(lambda _: self._show_parts())
        self.left.clicked.connect(lambda: self._turn(3))
        self.right.clicked.connect(lambda: self._turn(1))
        self.slant.valueChanged.connect(lambda value: self._change(degrees=value / _TENTHS))
        self.reset.clicked.connect(self._reset)
        self.sharpen.clicked.connect(lambda: self._change(blurred=self.retouch.blurred[:-1]))
        self._preview.made.connect(self._on_made)

    # What is done

    def _on_drawn(self, part: Box) -> None:
        if self.tool.key == Tool.CROP.value:
            self._change(crop=None if part == _WHOLE else part)
            return
        size = self._photo.width, self._photo.height
        original = original_part(part, self.retouch, *size)
        self._change(blurred=(*self.retouch.blurred, original))

    def _turn(self, quarters: int) -> None:
        crop = self.retouch.crop
        self._change(
            quarters=(self.retouch.quarters + quarters) % 4,
            crop=None if crop is None else turned(crop, quarters),
        )

    def _reset(self) -> None:
        self.slant.setValue(0)
        self.retouch = UNTOUCHED
        self._show()

    def _change(self, **values: object) -> None:
        self.retouch = Retouch.model_validate({**dict(self.retouch), **values})
        self._show()

    # What is seen

    def _show(self) -> None:
        self.degrees.setText(f"{self.retouch.degrees:+.1f}°")
        self.sharpen.setEnabled(bool(self.retouch.blurred))
        self.reset.setEnabled(self.retouch != UNTOUCHED)
        self._show_parts()
        shown = Retouch.model_validate({**dict(self.retouch), "crop": None})
        view = self._view
        self._preview.ask(lambda progress: _seen(view, shown, progress))

    def _show_parts(self) -> None:
        size = self._photo.width, self._photo.height
        blurred = tuple(seen_corners(part, self.retouch, *size) for part in self.retouch.blurred)
        is_cropping = self.tool.key == Tool.CROP.value
        self.canvas.show_parts(
            self.retouch.crop, blurred, self.retouch.crop if is_cropping else None
        )

    def _on_made(self, content: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(content)
        self.canvas.show_picture(picture)

    # Qt's interface

    def accept(self) -> None:
        self.taken.emit(self.retouch)
        super().accept()


def _seen(view: Path, retouch: Retouch, progress: Progress) -> bytes:
    progress(0, 1)
    with opened(view.read_bytes(), view.name) as picture:
        return as_jpeg(retouched(picture.convert("RGB"), retouch))
