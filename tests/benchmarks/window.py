"""How fast the window answers on the loaded store, beside a window of Qt's own in the same run.

python -m tests.benchmarks.loaded_store FILE
python -m tests.benchmarks.window FILE [start] [delegations] [contacts] [follow_ups] [search]

To be at most: 1.3 × a bare window; gaps of 50 ms; search 16 ms (p95); a frame of scrolling 33 ms;
a sort 50 ms; a delegation opened 100 ms. `python -m tests.benchmarks.itinerary` has the dragging.
"""

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from planner.app import Desk
from planner.domain.changes import EditName
from planner.domain.person import Person
from planner.queries.delegation_list import delegation_lines
from planner.store.database import Database
from planner.ui.application import dressed_application
from planner.ui.jobs import Jobs
from planner.ui.main_frame import MainFrame
from planner.ui.main_window import MainWindow
from planner.ui.places import places
from planner.ui.preferences import Preferences

ROUNDS = 9
_PATIENCE = 5.0  # seconds
_TURNS = 500
_BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        os._exit(0)
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = """
import gc, os, sys
gc.disable()  # as the program does before it imports what comes now
from planner import start
def told(self):
    print("painted", flush=True)
    os._exit(0)
start.Start._on_painted = told
from planner.__main__ import open_window
open_window()
"""
_ONCE = """
import time
from PySide6.QtCore import QTimer
from planner import start
gaps, last, loading = [], [0.0], start.Start.load
def tick():
    now = time.perf_counter()
    if last[0]:
        gaps.append(now - last[0])
    last[0] = now
timer = QTimer(interval=1)
timer.timeout.connect(tick)
def load(self):
    def look():
        if self.desk is None:
            QTimer.singleShot(100, look)
        else:
            QTimer.singleShot(4000, end)
    def end():
        timer.stop()
        self._app.closeAllWindows()
    timer.start()
    look()
    loading(self)
start.Start.load = load
from planner.__main__ import open_window
try:
    open_window()
finally:
    print([round(gap * 1000) for gap in sorted(gaps)[-3:]], flush=True)
"""


def ran(code: str, home: dict[str, str]) -> tuple[float, float, str]:
    """Seconds and processor seconds from the start of the process to its answer; the answer."""
    spent, before = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    child = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **home, "PYTHONDONTWRITEBYTECODE": ""},
    )
    seconds, now = time.perf_counter() - before, resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = now.ru_utime + now.ru_stime - spent.ru_utime - spent.ru_stime
    return seconds, worked, child.stdout.strip() or child.stderr


@contextmanager
def furnished(store: Path) -> Iterator[dict[str, str]]:
    """The settings of one who uses this store, in a home of their own."""
    with tempfile.TemporaryDirectory() as folder:
        parts = ("CONFIG", "CACHE", "DATA", "STATE")
        home = {f"XDG_{part}_HOME": f"{folder}/{part}" for part in parts}
        home["PLANNER_STORE"] = str(store)
        settings = Path(folder, "CONFIG", "delegation-planner", "settings.json")
        settings.parent.mkdir(parents=True)
        settings.write_text('{"is_welcomed": true}')
        yield home


def start_ratio(store: Path) -> None:
    """As a person starts it: once with nothing kept, then as every day, then beside others."""
    with furnished(store) as home:
        add_person(store)
        compare("the first start of all, or after another program changed the list", home)
        open_once(home)
        compare("start to painted list", home)
        add_person(store)
        compare("after another program wrote what the list does not show", home)
        print(f"longest gaps of the event loop afterwards, ms: {open_once(home)}")


def add_person(store: Path) -> None:
    with closing(Database(store)) as database, database.begin(EditName("test")) as work:
        work.add(Person(name="特古斯"))


def open_once(home: dict[str, str]) -> list[int]:
    """Open the window for a while and close it; gives the longest gaps of its event loop in ms."""
    told = ran(_ONCE, home)[2]
    try:
        return list(map(int, json.loads(told)))
    except ValueError as error:
        raise RuntimeError(told) from error


def compare(what: str, home: dict[str, str]) -> None:
    """Turn by turn, so that whatever else the machine does weighs on both."""
    pairs = [(ran(_BARE, home), ran(OURS, home)) for _ in range(ROUNDS)]
    faults = {ours[2] for _, ours in pairs} - {"painted"}
    if faults:
        raise RuntimeError(faults.pop())
    clock, worked = (
        statistics.median(ours[kind] for _, ours in pairs)
        / statistics.median(bare[kind] for bare, _ in pairs)
        for kind in (0, 1)
    )
    whole = statistics.median(ours[0] for _, ours in pairs)
    print(
        f"{what}: {whole * 1000:.0f} ms, {clock:.2f} × a bare window by the clock, "
        f"{worked:.2f} × by processor time"
    )


def settle(app: QApplication, seconds: float = 0.0) -> None:
    end = time.perf_counter() + seconds
    app.processEvents()
    while time.perf_counter() < end:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


class Taken(NamedTuple):
    """Seconds by the clock, and those the window's thread worked: no neighbour weighs on them."""

    clock: float
    worked: float


def p95(times: Iterable[float]) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def told(what: str, times: Sequence[Taken]) -> None:
    said = [
        f"{name} median {statistics.median(held) * 1000:.1f} ms, p95 {p95(held) * 1000:.1f} ms, "
        f"longest {max(held) * 1000:.1f} ms"
        for name, held in zip(("clock", "worked"), zip(*times, strict=True), strict=True)
    ]
    print(f"{what}: {'; '.join(said)}", flush=True)


Answers = Iterator[tuple[str, Sequence[Taken]]]
"""What was done, and how long it took each time."""


class Painted(QObject):
    """Counts how often a window brought what changed to the screen, whichever part it was."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.times = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.UpdateRequest
        return False


def timed(app: QApplication, act: Callable[[], object], window: QWidget) -> Taken:
    """Until the act is done and the window has painted what changed by it."""
    app.processEvents()  # what came before is not counted
    painted = Painted(window)
    before, worked = time.perf_counter(), time.thread_time()
    act()
    app.processEvents()
    while not painted.times and time.perf_counter() < before + _PATIENCE:
        app.processEvents()
    taken = Taken(time.perf_counter() - before, time.thread_time() - worked)
    window.removeEventFilter(painted)
    painted.deleteLater()
    return taken


def search(app: QApplication, window: MainWindow, database: Database) -> Answers:
    box = window.frame.palette_box
    window.frame.search.trigger()
    settle(app, 0.5)
    times = []
    for word in ("特", "稀土參訪", "陳志明", "包頭 材料", "wang", "協會12"):
        typed = ""
        for letter in word:
            typed += letter
            # an input method's letters come so; QTest has no key for them
            times.append(timed(app, partial(box.field.setText, typed), window.frame))
    box.hide()
    yield "key to painted search results", times


def contacts(app: QApplication, window: MainWindow, database: Database) -> Answers:
    times = [timed(app, lambda: window.go_to_place("contacts"), window.frame)]
    yield "the list of people and organisations, opened", times
    shown = window.areas.contacts.list
    wait(app, lambda: shown.is_ready)
    settle(app, 1)
    yield from scrolled(app, window, shown.table)
    times = [timed(app, lambda: shown.turn_way("table"), window.frame)]
    yield "the table of people, opened", times
    wait(app, lambda: shown.is_sortable)
    settle(app, 1)
    yield from scrolled(app, window, shown.table)
    yield from sorted_by_all(app, window, shown.table, lambda: False)


def scrolled(app: QApplication, window: MainWindow, table: QTableView) -> Answers:
    bar, chance = table.verticalScrollBar(), random.Random(1)
    places = [chance.randrange(bar.maximum() + 1) for _ in range(60)]
    frames = [timed(app, partial(bar.setValue, place), window.frame) for place in places]
    yield f"a frame of scrolling {table.model().rowCount():,} rows, to anywhere", frames
    down = [bar.value() + 40 * step for step in range(1, 61)]
    frames = [timed(app, partial(bar.setValue, place), window.frame) for place in down]
    yield "a frame of scrolling on, by the wheel", frames


def sorted_by_all(
    app: QApplication, window: MainWindow, table: QTableView, is_busy: Callable[[], bool]
) -> Answers:
    """By real presses on the headings that are seen, each both ways."""
    head = table.horizontalHeader()
    press = partial(QTest.mouseClick, head.viewport(), Qt.MouseButton.LeftButton)

    def sort(column: int) -> None:
        left = table.columnViewportPosition(column)
        press(pos=QPoint(left + 20, head.height() // 2))
        wait(app, lambda: not is_busy())

    columns = [place for place in range(head.count()) if not head.isSectionHidden(place)]
    presses = [column for column in columns for _ in range(2)]
    sorts = [timed(app, partial(sort, column), window.frame) for column in presses]
    yield f"a sort of {table.model().rowCount():,} rows, painted", sorts


def wait(app: QApplication, is_so: Callable[[], bool]) -> None:
    while not is_so():
        app.processEvents()


def delegations(app: QApplication, window: MainWindow, database: Database) -> Answers:
    with database.read() as session:
        lines = delegation_lines(session)
    chosen = random.Random(2).choices(lines, k=20)
    window.open_delegation(chosen[0].key)
    settle(app, 1)
    times = [
        timed(app, partial(window.open_delegation, line.key), window.frame) for line in chosen[1:]
    ]
    yield "a delegation, opened and painted", times


def follow_ups(app: QApplication, window: MainWindow, database: Database) -> Answers:
    """All of them: the longest that the window does not answer meanwhile."""
    window.go_to_place("outcomes")
    settle(app, 1)
    view = window.areas.outcomes
    view.tabs.choose("all")
    gaps = [timed_once(app, view.reload)]
    while view.is_reading or len(gaps) < _TURNS:
        gaps.append(timed_once(app, lambda: None))
    yield "all follow-ups: a turn of the event loop while they come", gaps
    view.show_way("list")
    settle(app, 3)
    yield from sorted_by_all(app, window, view.ways.table, lambda: view.is_reading)


def timed_once(app: QApplication, act: Callable[[], object]) -> Taken:
    before, worked = time.perf_counter(), time.thread_time()
    act()
    app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
    return Taken(time.perf_counter() - before, time.thread_time() - worked)


Part = Callable[[QApplication, MainWindow, Database], Answers]
PARTS = {
    "delegations": delegations,
    "contacts": contacts,
    "follow_ups": follow_ups,
    "search": search,
}


def main() -> None:
    store, parts = Path(sys.argv[1]), set(sys.argv[2:]) or {"start", *PARTS}
    if "start" in parts:
        start_ratio(store)
    if parts & set(PARTS):
        for what, times in within(store, [PARTS[name] for name in PARTS if name in parts]):
            told(what, times)


def within(store: Path, parts: Iterable[Part]) -> Answers:
    """One window for them all."""
    app = dressed_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = Database(store)
        preferences = Preferences(app, folder / "settings.json", folder)
        desk = Desk(app, database, preferences, Jobs(), folder / "window.ini")
        frame = MainFrame(places())
        frame.resize(1280, 800)
        frame.show()
        window = desk.take_over(frame)  # as the start does, with what it warms up
        settle(app, 3)
        for part in parts:
            yield from part(app, window, database)
        desk.close()


if __name__ == "__main__":
    main()
