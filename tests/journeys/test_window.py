"""Journeys through the window by real events: what a person does in a day, and what goes wrong."""

import sys

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from planner.app import every_screen
from planner.domain.follow_up import FollowUpState
from planner.exchange.bundle import read_bundle
from planner.ui.crash_dialog import CrashDialog, Crashes
from planner.ui.main_frame import MainFrame
from planner.ui.places import DELEGATION, DELEGATIONS, OUTCOMES, REPORT, places

LONG = 60_000
CONTROL = Qt.KeyboardModifier.ControlModifier
TITLE = "內蒙古稀土產業參訪暨兩岸學術研討"


def test_open_find_edit_undo_print_export_and_reopen(office, qtbot, tmp_path):
    window = office.open()
    # the list has the keyboard: Enter opens the delegation
    office.press(Qt.Key.Key_Return)
    assert (window.here.place, window.frame.sidebar.delegation.text()) == (DELEGATION, TITLE)
    # a follow-up found by some characters, in another script
    qtbot.keyClick(window.frame, Qt.Key.Key_K, CONTROL)
    office.type("研提可行之交流题目")
    office.press(Qt.Key.Key_Return)
    assert window.here.place == OUTCOMES
    outcomes = window.areas.outcomes
    cards = outcomes.ways.columns[FollowUpState.NOT_STARTED].model.cards
    (first,) = (card for card in cards if card.key == outcomes.chosen_keys[0])
    # two edits by keys, both taken back, one made again
    office.press(Qt.Key.Key_2)
    office.press(Qt.Key.Key_D)
    office.asking(window)
    office.type("104/11/30")
    office.press(Qt.Key.Key_Return)
    office.back(window)
    moved = outcomes.ways.columns[FollowUpState.IN_PROGRESS].model.cards
    assert [card.key for card in moved] == [first.key]
    assert "30 Nov" in moved[0].facts[-1].words or "11/30" in moved[0].facts[-1].words
    qtbot.keyClick(window.frame, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(window.frame, Qt.Key.Key_Z, CONTROL)
    assert first in outcomes.ways.columns[FollowUpState.NOT_STARTED].model.cards
    window.frame.redo.trigger()
    # the report, its pages and its file
    office.go(window, REPORT)
    assert window.here.place == REPORT
    office.printed(window)
    assert window.areas.report.pages.page_count > 20
    qtbot.keyClick(window.frame, Qt.Key.Key_E, CONTROL)
    where = window.frame.findChild(QFileDialog)
    where.fileSelected.emit(str(tmp_path / "report.pdf"))
    where.close()
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    window.archives.give_out(window.here.delegation, tmp_path / "out.planner")
    qtbot.waitUntil((tmp_path / "out.planner").exists, timeout=LONG)
    # the next day all is as it was left, undo included
    office.close()
    again = office.open()
    assert again.frame.sidebar.delegation.text() == TITLE
    again.go_to_place(OUTCOMES)
    kept = again.areas.outcomes.ways.columns[FollowUpState.IN_PROGRESS].model.cards
    assert [card.key for card in kept] == [first.key]
    again.frame.undo.trigger()
    assert not again.areas.outcomes.ways.columns[FollowUpState.IN_PROGRESS].model.cards
    assert read_bundle(tmp_path / "out.planner").delegations


def test_a_recommendation_s_follow_up_is_closed_by_keyboard_alone(office, qtbot):
    window = office.open()
    office.press(Qt.Key.Key_Return)
    office.go(window, OUTCOMES)
    assert window.here.place == OUTCOMES
    outcomes = window.areas.outcomes
    office.press(Qt.Key.Key_Down)
    (key,) = outcomes.chosen_keys
    office.press(Qt.Key.Key_5)
    office.asking(window)
    office.type("已函復對方並副知各機關")
    office.press(Qt.Key.Key_Tab)
    office.press(Qt.Key.Key_Tab)
    office.press(Qt.Key.Key_Return)
    closed = [card.key for card in outcomes.ways.columns[FollowUpState.CLOSED].model.cards]
    assert closed == [key]


def test_a_card_is_dragged_with_the_mouse(office, qtbot):
    window = office.open()
    window.open_first_delegation()
    window.go_to_place(OUTCOMES)
    cards = window.areas.outcomes.ways.columns[FollowUpState.NOT_STARTED].cards
    rect = cards.visualRect(cards.model().index(1, 0))
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.areas.outcomes.chosen_keys == [cards.model().cards[1].key]
    qtbot.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(2, 2))
    asking = office.asking(window)
    qtbot.keyClick(asking, Qt.Key.Key_Escape)
    assert not asking.isVisible()


def test_an_error_in_a_slot_leaves_the_window_working(office, qtbot, monkeypatch):
    window = office.open()
    window.open_first_delegation()
    crashes = Crashes(window)
    monkeypatch.setattr(sys, "excepthook", crashes.catch)
    window.go_to_place(OUTCOMES)
    outcomes = window.areas.outcomes

    def fault(*_: object) -> None:
        raise ZeroDivisionError("a fault of ours")

    outcomes.menu_acts.add.triggered.connect(fault)
    outcomes.menu_acts.add.trigger()
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    told = crashes.dialog
    assert isinstance(told, CrashDialog)
    assert "a fault of ours" in told.report.toPlainText()
    told.copy_report()
    assert "ZeroDivisionError" in QApplication.clipboard().text()
    told.accept()
    window.go_to_place(DELEGATIONS)
    assert window.areas.delegations.model.rowCount() == 1
    window.go_to_place(OUTCOMES)
    outcomes.choose(outcomes.ways.columns[FollowUpState.NOT_STARTED].model.cards[0].key)
    outcomes.menu_acts.states[FollowUpState.WAITING].trigger()
    assert len(outcomes.ways.columns[FollowUpState.WAITING].model.cards) == 1


class Shown(QObject):
    """What comes up as a window of its own."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.windows: list[type[QWidget]] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched))
        return False


def test_every_screen_opens_in_each_language_light_and_dark(qapp, store, tmp_path):
    shown = Shown(qapp)
    seen = list(every_screen(store, tmp_path / "settings.json"))
    qapp.removeEventFilter(shown)
    assert len(seen) == len(set(seen)) == (len(places()) + 1) * 2 * 2
    # a part that is shown before it stands in one would flash as a window and take the keyboard
    assert set(shown.windows) == {MainFrame}


XVFB_JOURNEY = """
import sys
import time
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from planner.start import Start
from planner.ui.places import OUTCOMES

app = QApplication([])
folder = Path(sys.argv[2])
start = Start(app, Path(sys.argv[1]), folder / "settings.json", folder)
start.show()
for _ in range(3000):
    app.processEvents()
    time.sleep(0.01)  # QTest's own waiting would leave the thread that loads no time
    if start.desk is not None:
        break
desk = start.desk
window = desk.window
window.frame.activateWindow()
QTest.qWaitForWindowActive(window.frame)
window.areas.delegations.table.setFocus()
QTest.keyClick(window.areas.delegations.table, Qt.Key.Key_Return)
window.go_to_place(OUTCOMES)
cards = window.areas.outcomes.ways.columns
outcomes = window.areas.outcomes
outcomes.choose(next(iter(cards.values())).model.cards[0].key)
QTest.keyClick(outcomes.focusProxy(), Qt.Key.Key_2)
print(app.platformName(), [len(column.model.cards) for column in cards.values()])
desk.close()
"""


def test_the_same_on_a_real_x_server(store, tmp_path, on_x_server):
    done = on_x_server(XVFB_JOURNEY, store, tmp_path)
    assert done.stdout.strip() == "xcb [5, 1, 0, 0, 0]", done.stderr
