"""Components answer mouse, keys and screen readers as one expects of their kind."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from planner.ui.components import notices
from planner.ui.components.board import Board, BoardColumn
from planner.ui.components.buttons import Button, IconButton
from planner.ui.components.card_list import MIME
from planner.ui.components.cards import Bar, Chip, EmptyState, Milestone, Milestones
from planner.ui.components.choices import Choice, FilterTabs, SegmentedControl
from planner.ui.components.command_palette import CommandPalette, Found, Group
from planner.ui.components.drawn_list import DrawnList
from planner.ui.components.fields import Field, TextArea, TextField
from planner.ui.components.labels import KeyHints
from planner.ui.components.notices import ProgressLine, Toast
from planner.ui.components.panels import Breadcrumbs, Dialog, SidePanel
from planner.ui.delegates import CardFace, CardFact
from planner.ui.drawing.states import FieldState, Look, field_state_of
from planner.ui.icons import Icon
from planner.ui.style import PlannerStyle

pytestmark = pytest.mark.usefixtures("appearance")

VIEWS = (Choice("board", "看板", Icon.BOARD), Choice("list", "清單", Icon.LIST))


@pytest.fixture
def shown(qtbot):
    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return widget

    return show


# Buttons


def test_a_refused_button_tells_why(qtbot):
    button = Button("匯出")
    qtbot.addWidget(button)
    button.refuse("尚有 3 項必須改")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "尚有 3 項必須改"
    button.refuse("")
    assert button.isEnabled()


def test_a_busy_button_keeps_its_width(qtbot, shown):
    button = shown(Button("匯出 PDF", Icon.EXPORT))
    width = button.width()
    button.set_busy("…")
    assert (button.width(), button.isEnabled()) == (width, False)
    button.set_busy(None)
    assert (button.text(), button.isEnabled()) == ("匯出 PDF", True)


def test_a_button_is_the_face_of_its_action(qtbot):
    action = QAction("Add member")
    action.setShortcut(QKeySequence("Ctrl+M"))
    button = Button.of(action)
    qtbot.addWidget(button)
    with qtbot.waitSignal(action.triggered):
        button.click()
    action.setText("Add person")
    action.setEnabled(False)
    assert button.text() == "Add person"
    assert not button.isEnabled()
    assert "Ctrl M" in button.toolTip()


def test_an_icon_button_has_a_name(qtbot):
    button = IconButton(Icon.UNDO, "Undo", keys="Ctrl+Z")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Undo", "Undo  Ctrl Z")


@pytest.mark.parametrize("kind", [SegmentedControl, FilterTabs])
def test_arrows_move_among_choices(qtbot, shown, kind):
    control = shown(kind(VIEWS, "View"))
    first = control.findChildren(QWidget)[0]
    first.setFocus()
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(first, Qt.Key.Key_Right)
        qtbot.keyClick(control.focusWidget(), Qt.Key.Key_Space)
    assert chosen.args == ["list"]
    assert control.key == "list"


def test_choices_offered_anew_keep_what_was_chosen(qtbot):
    control = FilterTabs(VIEWS, "View")
    qtbot.addWidget(control)
    control.choose("list")
    control.offer((Choice("all", "全部", count=2), Choice("list", "清單", count=1)))
    assert control.key == "list"
    control.offer((Choice("all", "全部", count=2),))
    assert control.key == "all"


TOLD = (
    Choice("all", "All"),
    Choice("must", "Must", Icon.MUST, 1),
    Choice("should", "Should", Icon.WARNING, 7),
)


@pytest.mark.parametrize("kind", [SegmentedControl, FilterTabs])
def test_where_room_is_scarce_icons_go_first_and_counts_stay(qtbot, shown, kind):
    control = shown(kind(TOLD, "Which"))
    should = control.findChildren(QAbstractButton)[-1]
    assert should.shown_at(should.brevity) == ("Should 7", Icon.WARNING)
    whole = control.sizeHint().width()
    control.resize(whole - 30, control.height())
    assert should.shown_at(should.brevity) == ("Should 7", None)
    assert should.toolTip() == ""
    control.resize(control.minimumSizeHint().width(), control.height())
    assert should.shown_at(should.brevity) == ("7", Icon.WARNING)
    assert should.toolTip() == should.accessibleName() == "Should 7"
    assert control.sizeHint().width() == whole, "it asks for all again"


def test_words_without_an_icon_stay_whole_and_their_count_goes(qtbot, shown):
    counted = (
        Choice("people", "People", count=100_000),
        Choice("bodies", "Organisations", count=9),
    )
    control = shown(SegmentedControl(counted, "Which"))
    control.resize(control.sizeHint().width() - 20, control.height())
    for button in control.findChildren(QAbstractButton):
        assert button.shown_at(button.brevity)[0] == button.text().rpartition(" ")[0]
        assert button.width() >= button.width_at(button.brevity)
        assert button.toolTip() == button.text()


# Lists that draw themselves


@dataclass(frozen=True)
class Spoken:
    key: int
    words: str

    @property
    def spoken(self) -> str:
        return f"{self.words}, aloud"


class Drawn(DrawnList[Spoken]):
    def height_of(self, line, width):
        return 20

    def draw(self, painter, rect, line, is_chosen, is_last):
        painter.drawText(rect, line.words)


@pytest.fixture
def drawn(shown):
    made = shown(Drawn("Matters"))
    made.show_lines([Spoken(1, "一"), Spoken(2, "二"), Spoken(3, "三")])
    made.choose(2)
    return made


def test_a_line_in_hand_stays_in_hand_where_it_is_still_there(drawn):
    QAbstractItemModelTester(
        drawn.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, drawn
    )
    drawn.show_lines([Spoken(3, "三"), Spoken(2, "貳")])
    assert drawn.line == Spoken(2, "貳")
    drawn.show_lines([Spoken(3, "三")])
    assert drawn.line is None


def test_a_line_is_copied_by_key_and_by_its_menu_as_it_is_read(qtbot, drawn):
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    qtbot.keyClick(drawn, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "二, aloud"
    drawn.choose(3)
    menu = drawn.menu()
    menu.actions()[0].trigger()
    menu.close()
    assert clipboard.text() == "三, aloud"


# Fields


def test_a_problem_stands_below_and_the_text_stays(qtbot):
    field = Field("&End", TextField("End", "8/22"))
    qtbot.addWidget(field)
    field.editor.setText("8/16")
    field.set_problem("The end is before the start. Choose a later day.")
    assert field.editor.text() == "8/16"
    assert field_state_of(field.editor) is FieldState.PROBLEM
    assert field.editor.accessibleDescription() == field.problem != ""
    field.set_problem("")
    assert (field.problem, field_state_of(field.editor)) == ("", FieldState.FINE)


def test_the_label_of_a_field_leads_to_it(qtbot, shown):
    holder = shown(Field("&Name", TextField("Name")))
    assert holder.label.buddy() is holder.editor


def test_tab_leaves_a_text_of_many_lines(qtbot):
    area = TextArea("Notes")
    qtbot.addWidget(area)
    assert area.tabChangesFocus()


# Cards and notices


def test_a_chip_is_removed_by_key(qtbot, shown):
    chip = shown(Chip("包頭", removable=True))
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)


def test_a_chip_is_removed_by_its_cross_only(qtbot, shown):
    chip, removed = shown(Chip("包頭", removable=True)), []
    chip.removed.connect(lambda: removed.append(1))
    middle = chip.height() // 2
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, middle))
    assert removed == []
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, middle))
    assert removed == [1]


def test_dates_are_told_to_screen_readers(qtbot):
    dates = Milestones([Milestone(Icon.LATE, "10/6", "差旅費申報", "逾期 20 天")])
    qtbot.addWidget(dates)
    assert dates.accessibleName() == "10/6 差旅費申報 逾期 20 天"


def test_a_bar_says_one_sentence_at_a_time(qtbot):
    bar = Bar("one", act=Button("Do"))
    qtbot.addWidget(bar)
    again = Button("Again")
    bar.show_message("two", Icon.MUST, bar._pigment, again)  # noqa: SLF001
    assert bar.sentence.text() == "two"
    assert again.parent() is bar


def test_an_empty_place_says_what_is_missing(qtbot):
    empty = EmptyState("No contacts", "Nobody was noted.", acts=[Button("Add")])
    qtbot.addWidget(empty)
    assert (empty.accessibleName(), empty.accessibleDescription()) == (
        "No contacts",
        "Nobody was noted.",
    )


def test_progress_shows_only_what_takes_long(qtbot, shown, monkeypatch):
    holder = shown(QWidget())
    line = ProgressLine(holder)
    line.start("Export")
    assert line.isHidden()
    qtbot.waitUntil(line.isVisible, timeout=1000)
    line.tell(12, 40)
    assert (line.count.text(), line.bar.value()) == ("12 / 40", 12)
    line.finish()
    line.start("Export")
    line.finish()
    qtbot.wait(350)
    assert line.isHidden()


def test_a_toast_offers_the_way_back_and_goes(qtbot, shown, monkeypatch):
    monkeypatch.setattr(notices, "_TOAST_STAYS", 30)
    holder, taken = shown(QWidget()), []
    toast = Toast(holder)
    toast.tell("Moved", "Undo", lambda: taken.append(1))
    assert toast.isVisible()
    qtbot.mouseClick(toast.findChild(Button), Qt.MouseButton.LeftButton)
    assert taken == [1]
    assert toast.isHidden()
    toast.tell("Moved")
    qtbot.waitUntil(toast.isHidden, timeout=1000)


def test_keys_are_told_to_screen_readers(qtbot):
    hints = KeyHints()
    qtbot.addWidget(hints)
    hints.show_hints((("Enter", "Open"), ("D", "Due")))
    assert hints.accessibleDescription() == "Enter Open, D Due"


# Panels


def test_crumbs_lead_up_but_not_to_where_one_is(qtbot, shown):
    trail, asked = Breadcrumbs(), []
    trail.asked.connect(asked.append)
    trail.show_trail([("all", "Delegations"), ("one", "Inner Mongolia")])
    shown(trail)
    for crumb in trail.findChildren(QWidget):
        qtbot.mouseClick(crumb, Qt.MouseButton.LeftButton)
    assert asked == ["all"]


def test_escape_closes_the_side_panel(qtbot, shown):
    panel = shown(SidePanel("Before moving"))
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_enter_acts_and_escape_is_safe(qtbot, shown):
    dialog = shown(Dialog("Delete delegation", "Delete"))
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    dialog = shown(Dialog("Delete delegation", "Delete"))
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.act.property("look") == Look.PRIMARY


# The palette


@pytest.fixture
def palette(qtbot, shown):
    home = shown(QWidget())
    home.resize(900, 600)
    before = QLineEdit(home)
    before.show()
    before.setFocus()
    box = CommandPalette(home)
    box.asked.connect(
        lambda words: box.show_results(
            [
                Group("Actions", (Found("add", "Add member", Icon.PLUS),)),
                Group(
                    "People", (Found("p1", "特古斯", Icon.PERSON), Found("p2", "松林", Icon.PERSON))
                ),
            ]
            if words != "?"
            else [],
            nothing="Nothing found.",
        )
    )
    return box


def test_what_is_chosen_by_keys_is_told(qtbot, palette):
    palette.open()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == ["p1"]
    assert palette.isHidden()


def test_escape_gives_the_focus_back(qtbot, palette):
    before = palette.window().focusWidget()
    palette.open()
    assert palette.field.hasFocus()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.window().focusWidget() is before


def test_headings_are_never_chosen(qtbot, palette):
    palette.open()
    for _ in range(9):
        qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == ["add"]


def test_nothing_found_is_said(qtbot, palette):
    palette.open("?")
    assert palette.list.isHidden()
    assert palette._nothing.text() == "Nothing found."  # noqa: SLF001
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


# The board


def card(key: int, title: str) -> CardFace:
    return CardFace(key, "建議二", title, facts=(CardFact(Icon.CALENDAR, "10/30"),))


@pytest.fixture
def board(qtbot, shown):
    columns = [BoardColumn(words, Icon.NOT_STARTED, "Drop here") for words in ("A", "B", "C")]
    columns[0].show_cards([card(1, "申報差旅費"), card(2, "接軌國際")])
    columns[1].show_cards([])
    columns[2].show_cards([card(3, "返臺通報")])
    board = shown(Board(columns))
    board.resize(900, 500)
    return board


def test_cards_keep_qt_contract(board):
    model = board.columns[0].model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([card(1, "申報差旅費")])
    model.show([])


def test_arrows_skip_columns_without_cards(qtbot, board):
    first = board.columns[0].cards
    first.setCurrentIndex(first.model().index(1, 0))
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert board.columns[2].cards.hasFocus()
    assert board.columns[2].cards.currentIndex().row() == 0
    assert not first.selectionModel().hasSelection()


def test_a_dropped_card_asks_for_the_state_of_the_column(qtbot, board):
    carried = board.columns[0].model.mimeData([board.columns[0].model.index(0, 0)])
    assert carried.hasFormat(MIME)
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(board.columns[1].dropped) as dropped:
        board.columns[1].dropEvent(event)
    assert dropped.args == [["1"]]
    assert not QMimeData().hasFormat(MIME)


def test_an_empty_column_says_what_comes_here(board):
    empty = board.columns[1]
    assert empty._empty.isVisible()  # noqa: SLF001
    assert not empty.cards.isVisible()


def test_enter_opens_a_card(qtbot, board):
    cards = board.columns[0].cards
    cards.setCurrentIndex(cards.model().index(0, 0))
    with qtbot.waitSignal(board.columns[0].opened) as opened:
        qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_a_card_is_read_out_whole(board):
    index = board.columns[0].model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "建議二, 申報差旅費, 10/30"


def test_the_style_gives_buttons_the_height_of_the_design(qtbot):
    for small, height in ((False, 28), (True, 24)):
        button = Button("補填", small=small)
        button.setStyle(PlannerStyle())
        qtbot.addWidget(button)
        assert button.sizeHint().height() == height


def test_a_button_that_is_gone_no_longer_follows_its_action(qtbot, appearance):
    action = QAction("Save")
    for face in (Button.of(action), IconButton.of(action, Icon.CHECK)):
        face.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    action.setText("Save all")
