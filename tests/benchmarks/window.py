"""How fast the window answers on the loaded store, beside a window of Qt's own in the same run.

python -m tests.benchmarks.loaded_store FILE
python -m tests.benchmarks.window FILE
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from planner.app import Desk
from planner.queries.delegation_list import delegation_lines
from planner.store.database import Database
from planner.ui.application import dressed_application
from planner.ui.jobs import Jobs
from planner.ui.main_window import MainWindow
from planner.ui.preferences import Preferences

ROUNDS = 9
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
_OURS = """
import os, sys
from pathlib import Path
from planner import paths
from planner.start import Start
from planner.ui.application import dressed_application
from planner.ui.preferences import Preferences
app = dressed_application()
folder = Path(sys.argv[2])
preferences = Preferences(app, folder / "settings.json", folder)
start = Start(app, Path(sys.argv[1]), preferences, folder / "window.ini")
start.show()
from planner.ui.first_page import FirstPage
page = start.frame.findChild(FirstPage)
page.painted.connect(lambda: (print("painted", flush=True), os._exit(0)))
app.exec()
"""
_GAPS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from planner.start import Start
from planner.ui.application import dressed_application
from planner.ui.first_page import FirstPage
from planner.ui.preferences import Preferences
app = dressed_application()
folder = Path(sys.argv[2])
preferences = Preferences(app, folder / "settings.json", folder)
start = Start(app, Path(sys.argv[1]), preferences, folder / "window.ini")
start.show()
gaps, last = [], [0.0]
def tick():
    now = time.perf_counter()
    if last[0]:
        gaps.append(now - last[0])
    last[0] = now
timer = QTimer(interval=1)
timer.timeout.connect(tick)
start.frame.findChild(FirstPage).painted.connect(timer.start)
QTimer.singleShot(8000, app.quit)
app.exec()
print(sorted(gaps)[-3:], flush=True)
import os
os._exit(0)
"""


def ran(code: str, *given: str) -> tuple[float, str]:
    """Seconds from the start of the process to its answer, and what that was."""
    before = time.perf_counter()
    child = subprocess.run(
        [sys.executable, "-c", code, *given], capture_output=True, text=True, check=False
    )
    return time.perf_counter() - before, child.stdout.strip() or child.stderr


def start_ratio(store: Path) -> None:
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            bare.append(ran(_BARE)[0])
            ours.append(ran(_OURS, str(store), folder)[0])
        _, gaps = ran(_GAPS, str(store), folder)
    middle, whole = statistics.median(bare), statistics.median(ours)
    print(f"start to painted list: {whole * 1000:.0f} ms, {whole / middle:.2f} × a bare window")
    print(f"longest gaps of the event loop afterwards, seconds: {gaps}")


def settle(app: QApplication, seconds: float = 0.0) -> None:
    end = time.perf_counter() + seconds
    app.processEvents()
    while time.perf_counter() < end:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def told(what: str, times: list[float]) -> None:
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    print(
        f"{what}: median {statistics.median(ordered) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms, "
        f"longest {ordered[-1] * 1000:.1f} ms"
    )


def timed(app: QApplication, act: Callable[[], object], paints: QWidget) -> float:
    """Seconds until the act is done and painted."""
    before = time.perf_counter()
    act()
    app.processEvents()
    paints.grab()
    return time.perf_counter() - before


def search(app: QApplication, window: MainWindow) -> None:
    box = window.frame.palette_box
    window.frame.search.trigger()
    settle(app, 0.5)
    times = []
    for word in ("特", "稀土參訪", "陳志明", "包頭 材料", "wang", "協會12"):
        typed = ""
        for letter in word:
            typed += letter
            times.append(timed(app, partial(window.finder.answer, typed), box))
    told("key to painted search results", times)
    box.hide()


def contacts(app: QApplication, window: MainWindow) -> None:
    times = [timed(app, lambda: window.go_to_place("contacts"), window.frame)]
    told("the list of people and organisations, opened", times)
    settle(app, 3)
    table = max(
        (each for each in window.frame.findChildren(QTableView) if each.isVisible()),
        key=lambda each: each.model().rowCount(),
    )
    bar = table.verticalScrollBar()
    chance = random.Random(1)
    places = [chance.randrange(bar.maximum() + 1) for _ in range(60)]
    frames = [timed(app, partial(bar.setValue, place), table) for place in places]
    told(f"a frame of scrolling {table.model().rowCount():,} rows", frames)
    header = table.horizontalHeader()
    sorts = [
        timed(app, partial(header.sectionClicked.emit, column), table) for column in (0, 1, 0, 1)
    ]
    told("a sort of them, painted", sorts)


def delegations(app: QApplication, window: MainWindow, database: Database) -> None:
    with database.read() as session:
        lines = delegation_lines(session)
    chosen = random.Random(2).choices(lines, k=20)
    window.open_delegation(chosen[0].key)
    settle(app, 1)
    times = [
        timed(app, partial(window.open_delegation, line.key), window.frame) for line in chosen[1:]
    ]
    told("a delegation, opened and painted", times)


def main() -> None:
    store = Path(sys.argv[1])
    start_ratio(store)
    app = dressed_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = Database(store)
        preferences = Preferences(app, folder / "settings.json", folder)
        desk = Desk(app, database, preferences, Jobs(), folder / "window.ini")
        window = desk.open_window()
        window.frame.resize(1280, 800)
        settle(app, 3)
        delegations(app, window, database)
        contacts(app, window)
        search(app, window)
        desk.close()


if __name__ == "__main__":
    main()
