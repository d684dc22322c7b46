"""How many photos stand at the right stop after one anchor, and how long the window is busy.

python tests/benchmarks/photos.py [COUNT]
"""

import io
import os
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import ExifTags, Image
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from planner.domain.changes import EditName
from planner.domain.photo import Box, CameraClock
from planner.rules.camera_clock import correction
from planner.rules.placing import placings
from planner.store.database import Database
from planner.ui.application import dressed_application
from planner.ui.collector import Collector
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.jobs import Jobs
from planner.ui.photos.photos_view import PhotosView
from planner.ui.photos.retouch_dialog import Tool
from planner.words import Words
from tests import builders
from tests.made_photos import ASTRAY, MadeSet, made_set, made_stops

HOME = "Asia/Taipei"
SIZE = (1600, 1200)
PATIENCE = 600.0
SEEDS = (1, 2, 3, 4, 5)


def main(count: int = 2000) -> None:
    for seed in SEEDS:
        told_placing(seed)
    with TemporaryDirectory() as folder:
        told_window(Path(folder), count)


def told_placing(seed: int) -> None:
    made = made_set(300, seed)
    anchor, when = made.anchor(ASTRAY)
    clock = CameraClock(
        delegation_id=anchor.delegation_id,
        camera=ASTRAY,
        correction=correction(anchor, when) or 0,
    )
    print(
        f"300 photos of three cameras, seed {seed}: {right(made, ()):.1%} at the right stop, "
        f"after one anchor {right(made, (clock,)):.1%}"
    )


def right(made: MadeSet, clocks: tuple[CameraClock, ...]) -> float:
    placed = placings(made.photos, made.stops, clocks, HOME)
    found = (
        photo.id in placed and placed[photo.id].stop_id == stop.id
        for photo, stop in zip(made.photos, made.truth, strict=True)
    )
    return sum(found) / len(made.photos)


class Pulse(QObject):
    """Beats in the event loop; between the two beats farthest apart it did not answer."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.busiest = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def start(self) -> None:
        self.longest = self.busiest = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.busiest = max(self.busiest, worked - self._worked)
        self._last, self._worked = now, worked

    def __str__(self) -> str:
        """On a busy machine the gap is also what other programs took; the work is ours alone."""
        return f"longest gap {self.longest * 1000:.0f} ms, work {self.busiest * 1000:.0f} ms"


def told_window(folder: Path, count: int) -> None:
    """The page at work with so many photos, from a folder to their being placed."""
    make_files(folder / "camera", count)
    app = dressed_application()
    app.findChildren(Collector)[0].settle()  # at once, as all is loaded
    database = Database(folder / "store.sqlite", who="")
    with database.begin(EditName("test")) as work:
        work.add(builders.delegation(), *made_stops())
    words, jobs = Words("zh_TW"), Jobs()
    editor = Editor(database, lambda name: name.code)
    view = PhotosView(database, editor, jobs, Formats(words))
    view.resize(1072, 756)
    view.show()
    pulse = Pulse()
    key = builders.key("delegation")
    wait(lambda: view.show_delegation(key), view, pulse, "opened, empty")
    path = folder / "camera"
    wait(lambda: view.taking_in.take_files(key, [path]), view, pulse, f"{count} photos taken in")
    wait(view.reload, view, pulse, "read again")
    wait(view.menu_acts.accept_sure.trigger, view, pulse, "sure places accepted")
    wait(editor.undo_stack.undo, view, pulse, "placing undone")
    wait(lambda: captioned(view), view, pulse, "captions drafted")
    wait(editor.undo_stack.undo, view, pulse, "captions undone")
    wait(lambda: retouched(view), view, pulse, "one retouched")
    scrolled(view, pulse)
    walked(view, pulse)
    jobs.close()
    view.deleteLater()
    database.close()


def wait(act: Callable[[], object], view: PhotosView, pulse: Pulse, what: str) -> None:
    """Until the page was read again; how long that took, and the longest gap meanwhile."""
    loop = QEventLoop()
    view.read.connect(loop.quit)
    QTimer.singleShot(round(PATIENCE * 1000), loop.quit)
    begun = time.perf_counter()
    pulse.start()
    QTimer.singleShot(0, act)
    loop.exec()
    view.read.disconnect(loop.quit)
    settle(0.5)
    taken = time.perf_counter() - begun
    print(f"{what}: {taken:.1f} s, {pulse}", flush=True)


def captioned(view: PhotosView) -> None:
    in_turns(view.grid.selectAll, view.menu_acts.caption.trigger)


def retouched(view: PhotosView) -> None:
    """Turned, straightened and blurred in its dialog."""
    first = view.grid.plan.lines[0]
    in_turns(partial(view.grid.choose, first.key))
    dialog = view.acts.ask_retouch(first)
    assert dialog is not None
    face = Box(left=0.2, top=0.2, width=0.3, height=0.3)
    in_turns(
        dialog.right.click,
        partial(dialog.slant.setValue, 20),
        partial(dialog.tool.choose, Tool.BLUR.value),
        partial(dialog.canvas.drawn.emit, face),
        dialog.accept,
    )


def in_turns(*acts: Callable[[], object]) -> None:
    """One after the other as a hand does them, not all in one turn of the loop."""
    for act in acts:
        act()
        settle(0.05)


def walked(view: PhotosView, pulse: Pulse) -> None:
    """From photo to photo by the keys, each shown at large with what is said of it."""
    pulse.start()
    for row in range(40):
        view.grid.choose_near(row)
        settle(0.05)
    print(f"walked through: {pulse}")


def scrolled(view: PhotosView, pulse: Pulse) -> None:
    bar = view.grid.verticalScrollBar()
    pulse.start()
    for step in range(60):
        bar.setValue(bar.maximum() * step // 60)
        settle(0.03)
    print(f"scrolled from end to end: {pulse}")


def settle(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def make_files(folder: Path, count: int) -> None:
    """JPEGs of three cameras with the times of the made journey; each shows something else."""
    folder.mkdir()
    chance = random.Random(1)
    for number, photo in enumerate(made_set(count, 1).photos):
        marks = Image.Exif()
        marks[ExifTags.Base.Model] = photo.camera
        assert photo.taken_at is not None
        taken = photo.taken_at.strftime("%Y:%m:%d %H:%M:%S")
        marks.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
        small = Image.frombytes("RGB", (16, 12), chance.randbytes(16 * 12 * 3))
        target = io.BytesIO()
        small.resize(SIZE).save(target, "JPEG", exif=marks, quality=80)
        (folder / f"{number:04d}.jpg").write_bytes(target.getvalue())


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
