"""Typing a manuscript: references are one thing, lists go on, what is pasted is text."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from planner.domain.markup import Reference
from planner.ui.report.writing.manuscript_edit import ManuscriptEdit

FIGURE = "{figure:00000000-0000-0000-0000-000000000001}"


def face(reference: Reference) -> str:
    return "圖1至圖2" if reference.kind == "figure" else "張志宏副院長"


@pytest.fixture
def edit(qtbot):
    widget = ManuscriptEdit("文稿")
    qtbot.addWidget(widget)
    widget.resize(480, 300)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.setFocus()
    return widget


def show(edit: ManuscriptEdit, markup: str) -> None:
    edit.show_markup(markup, face, lambda reference: True, is_new=True)


def commit(edit: ManuscriptEdit, words: str) -> None:
    """As an input method hands over what was composed."""
    event = QInputMethodEvent("ㄓㄨㄥ", [])
    QApplication.sendEvent(edit, event)
    done = QInputMethodEvent()
    done.setCommitString(words)
    QApplication.sendEvent(edit, done)


def test_what_is_shown_is_read_back(edit):
    text = (
        f"上午（{FIGURE}）。\n\n# 一\n# 二\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n末*段*^[註]。"
    )
    show(edit, text)
    assert edit.toPlainText().startswith("上午（圖1至圖2）。")
    assert edit.markup == text


def test_backspace_takes_a_reference_whole(qtbot, edit):
    show(edit, f"見{FIGURE}。")
    edit.go_to(len(f"見{FIGURE}"))
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.markup == "見。"


def test_delete_takes_a_reference_whole(qtbot, edit):
    show(edit, f"見{FIGURE}。")
    edit.go_to(1)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.markup == "見。"


def test_the_cursor_steps_over_a_reference(qtbot, edit):
    show(edit, f"見{FIGURE}。")
    edit.go_to(1)
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert edit.source_position == len(f"見{FIGURE}")
    qtbot.keyClick(edit, Qt.Key.Key_Left)
    assert edit.source_position == 1


def test_words_typed_beside_a_reference_are_words(qtbot, edit):
    show(edit, f"見{FIGURE}")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, "abc")
    commit(edit, "中試")
    assert edit.markup == f"見{FIGURE}abc中試"


def test_what_is_being_composed_is_not_written_yet(edit):
    show(edit, "甲")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(edit, QInputMethodEvent("ㄓㄨㄥ", []))
    assert edit.markup == "甲"
    commit(edit, "中")
    assert edit.markup == "甲中"


def test_two_equal_references_stay_two(edit):
    show(edit, FIGURE * 2)
    assert edit.markup == FIGURE * 2


def test_enter_goes_on_with_a_list_and_ends_it(qtbot, edit):
    show(edit, "# first")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "second")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "text")
    assert edit.markup == "# first\n# second\n\ntext"


def test_tab_makes_an_item_deeper_and_shift_tab_higher(qtbot, edit):
    show(edit, "# first")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.markup == "## first"
    qtbot.keyClick(edit, Qt.Key.Key_Backtab)
    assert edit.markup == "# first"


def test_enter_begins_a_paragraph_and_shift_enter_a_line(qtbot, edit):
    show(edit, "a")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "b")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(edit, "c")
    assert edit.markup == "a\n\nb\nc"


def test_marks_go_round_what_is_chosen_and_off_again(edit):
    show(edit, "甲乙丙")
    edit.go_to(1, 2)
    edit.surround("**", "**")
    assert edit.markup == "甲**乙**丙"
    edit.go_to(1, 6)
    edit.surround("**", "**")
    assert edit.markup == "甲乙丙"


def test_a_line_gets_a_sign_and_loses_it(edit):
    show(edit, "甲")
    edit.set_line_sign("# ")
    assert edit.markup == "# 甲"
    edit.set_line_sign("# ")
    assert edit.markup == "甲"


def test_an_answer_takes_the_place_of_what_was_asked(qtbot, edit):
    show(edit, "見")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(edit.asked, check_params_cb=lambda words: words == "ab"):
        qtbot.keyClicks(edit, "@ab")
    edit.answer(FIGURE)
    assert edit.markup == f"見{FIGURE}"


def test_what_was_copied_here_comes_back_with_its_references(qtbot, edit):
    show(edit, f"見{FIGURE}。")
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert edit.markup == f"見{FIGURE}。見{FIGURE}。"


def test_what_comes_from_elsewhere_is_text(edit):
    show(edit, "")
    carried = QMimeData()
    carried.setText("a{figure:1}*b*\x07\r\nc")
    edit.insertFromMimeData(carried)
    assert edit.markup == "a\\{figure:1\\}\\*b\\*\n\nc"


def test_a_renumbered_figure_changes_its_face_only(edit):
    show(edit, f"見{FIGURE}，乙")
    edit.go_to(len(f"見{FIGURE}，"))
    edit.show_markup(f"見{FIGURE}，乙", lambda reference: "圖31", lambda reference: True)
    assert edit.toPlainText() == "見圖31，乙"
    assert edit.source_position == len(f"見{FIGURE}，")


def test_showing_is_not_typing(qtbot, edit):
    with qtbot.assertNotEmitted(edit.typed):
        show(edit, "甲")
