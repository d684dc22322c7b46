"""Things are dragged on a real X server: only there does a pointer that moves begin a drag."""

JOURNEY = """
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint

from planner.app import Desk
from planner.domain.follow_up import FollowUpState
from planner.store.database import Database
from planner.ui.application import dressed_application
from planner.ui.itinerary.blocks import BlockItem
from planner.ui.jobs import Jobs
from planner.ui.places import DELEGATION, ITINERARY, OUTCOMES, SEMINAR
from planner.ui.preferences import Preferences

folder = Path(sys.argv[2])
app = dressed_application()
preferences = Preferences(app, folder / "settings.json", folder, "en")
desk = Desk(
    app, Database(Path(sys.argv[1])), preferences, Jobs(), folder / "window.ini",
    lambda: date(2015, 10, 26),
)
window = desk.open_window()
window.frame.setGeometry(0, 0, 1280, 800)


def until(holds, within=20.0):
    began = time.monotonic()
    while not holds() and time.monotonic() - began < within:
        app.processEvents()
        time.sleep(0.005)
    return holds()


def rest(seconds):
    until(lambda: False, seconds)


def drag(part, start, target, end):
    first, last = part.mapToGlobal(start), target.mapToGlobal(end)
    hand = ["xdotool", "mousemove", str(first.x()), str(first.y()), "sleep", "0.2"]
    hand += ["mousedown", "1", "sleep", "0.2"]
    for step in range(1, 9):
        at = first + (last - first) * step / 8
        hand += ["mousemove", str(at.x()), str(at.y()), "sleep", "0.05"]
    moving = subprocess.Popen([*hand, "sleep", "0.3", "mouseup", "1"])
    until(lambda: moving.poll() is not None)


def go(place):
    window.go_to_place(place)
    rest(0.6)


window.open_first_delegation()
go(DELEGATION)
page = window.areas.delegation
table = page.members
page.area.ensureWidgetVisible(table)
rest(0.3)
before = table.model().movable()
rows = [table.model().row_of(key) for key in before]
third, first = (table.visualRect(table.model().index(rows[at], 1)) for at in (2, 0))
drag(table.viewport(), third.center(), table.viewport(), first.topLeft() + QPoint(30, 3))
wanted = [before[2], before[0], before[1], *before[3:]]
print("precedence", until(lambda: table.model().movable() == wanted))

go(SEMINAR)
table = window.areas.seminar.table
before = [row.key for row in table.model().rows]
third, first = (table.visualRect(table.model().index(at, 2)) for at in (2, 0))
drag(table.viewport(), third.center(), table.viewport(), first.topLeft() + QPoint(40, 3))
wanted = [before[2], before[0], before[1], *before[3:]]
print("talks", until(lambda: [row.key for row in table.model().rows] == wanted))

go(OUTCOMES)
columns = window.areas.outcomes.ways.columns
cards, waiting = columns[FollowUpState.NOT_STARTED].cards, columns[FollowUpState.WAITING]
key = cards.model().cards[1].key
place = cards.visualRect(cards.model().index(1, 0)).center()
drag(cards.viewport(), place, waiting, waiting.rect().center())
print("card", until(lambda: [card.key for card in waiting.model.cards] == [key]))

go(ITINERARY)
view = window.areas.itinerary
columns = view.ways.columns
blocks = [item for item in columns.scene().items() if isinstance(item, BlockItem)]
block = min(blocks, key=lambda item: (item.sceneBoundingRect().x(), item.sceneBoundingRect().y()))
place = columns.mapFromScene(block.sceneBoundingRect().center())
drag(columns.viewport(), place, columns.viewport(), place + QPoint(170, 60))
print("stop", until(lambda: view.ripple.isVisible()))
desk.close()
"""


def test_members_talks_cards_and_stops_are_dragged(store, tmp_path, on_x_server):
    done = on_x_server(JOURNEY, store, tmp_path, tools=("Xvfb", "xdotool"))
    told = done.stdout.split("\n")[:-1]
    assert told == ["precedence True", "talks True", "card True", "stop True"], done.stderr
