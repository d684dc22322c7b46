"""How much processor time the itinerary of 300 stops takes: to open it, and each frame of a drag.

python tests/benchmarks/itinerary.py
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from planner.domain.changes import EditName
from planner.queries.itinerary import PlannedStop
from planner.rules.moves import shift_day
from planner.rules.ripple import ripple
from planner.store.database import Database
from planner.ui.appearance import Appearance
from planner.ui.collector import Collector
from planner.ui.editor import Editor
from planner.ui.itinerary.itinerary_view import ItineraryView
from planner.ui.style import PlannerStyle
from planner.words import Words
from tests.benchmarks.checks import COPIES, enlarged

OPENING, FRAME = 100, 16  # milliseconds
ROUNDS, FRAMES = 9, 60


def main() -> None:
    application = QApplication([])
    application.setStyle(PlannerStyle())
    _collector = Collector(application)
    _appearance = Appearance(application)
    with TemporaryDirectory() as folder:
        database = Database(Path(folder) / "store.sqlite")
        dossier = enlarged(COPIES)
        with database.begin(EditName("add", {"kind": "delegation"})) as work:
            work.add(*dossier.records())
        view = shown(database, application)

        def open_it() -> None:
            view.show_delegation(dossier.delegation.id)
            view.repaint()

        tell("opening 300 stops", OPENING, times(open_it, ROUNDS))
        tell("a frame of a drag among 300", FRAME, dragging(view))
        assert view.plan is not None
        plan, day = view.plan.dossier, view.plan.days[1].day
        tell(
            "ripple of a day among 300",
            OPENING,
            times(lambda: ripple(plan, shift_day(plan, day, 1)), 5),
        )
        tell("the map of 300 stops", OPENING, times(lambda: show_map(view), ROUNDS))
        view.close()
        database.close()


def shown(database: Database, application: QApplication) -> ItineraryView:
    view = ItineraryView(database, Editor(database, lambda name: name.code), Words("zh_TW"))
    view.resize(1072, 720)
    view.show()
    application.processEvents()
    return view


def show_map(view: ItineraryView) -> None:
    view.show_way("columns")
    view.ways.show_plan(view.plan, ())
    view.show_way("map")
    view.repaint()


def times(work: Callable[[], object], rounds: int) -> list[float]:
    work()
    return [spent(work) for _ in range(rounds)]


def spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def dragging(view: ItineraryView) -> list[float]:
    """One block over the days and hours in view, painted after every move."""
    columns = view.ways.columns
    stop: PlannedStop = next(
        each for each in view.plan.stops if each.starts.clock and each.stop_kind.value == "visit"
    )
    item = columns.plan_scene.item_of(stop.key)
    start = QPointF(columns.mapFromScene(item.pos() + QPointF(20, 8)))
    send(view, QEvent.Type.MouseButtonPress, start)

    def move(number: int) -> None:
        send(view, QEvent.Type.MouseMove, start + QPointF(9 * number, (number * 13) % 300))
        columns.viewport().repaint()

    found = [spent(partial(move, number)) for number in range(FRAMES)]
    columns.settle()
    return found[1:]


def send(view: ItineraryView, kind: QEvent.Type, where: QPointF) -> None:
    viewport, held = view.ways.columns.viewport(), Qt.MouseButton.LeftButton
    spot = viewport.mapToGlobal(where)
    event = QMouseEvent(kind, where, spot, held, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def tell(name: str, limit: float, found: list[float]) -> None:
    """As parts of what it may take."""
    median, worst = statistics.median(found), max(found)
    ratios = f"median {median / limit:5.2f}, worst {worst / limit:5.2f} of {limit} ms"
    print(f"{name:32} {ratios}   ({median:.1f}, {worst:.1f} ms)")


if __name__ == "__main__":
    main()
