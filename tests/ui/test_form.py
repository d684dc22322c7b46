"""Forms tell what is wrong beside the field, read what people write, and lose nothing typed."""

from collections.abc import Callable
from datetime import date, time
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.changes import EditName
from planner.domain.delegation import Category, Delegation
from planner.domain.errors import InvalidInput, Problem, Refused
from planner.queries.names import NameLine
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.inputs import (
    AreaInput,
    ChecklistInput,
    ChoiceInput,
    ClockInput,
    DayInput,
    TextInput,
    parse_clock,
)
from planner.ui.names_input import NamesInput, SeveralInput
from planner.usecases.delegations import plan_delegation
from planner.usecases.naming import Named
from planner.usecases.records import change_record
from planner.words import Words

pytestmark = pytest.mark.usefixtures("appearance")
CHINESE = Words("zh_TW")
KNOWN = [NameLine(uuid4(), "內蒙古師範大學", "呼和浩特市"), NameLine(uuid4(), "內蒙古農業大學")]


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: name.code)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form(CHINESE, Delegation.kind, {"delegation.ends_before_start": "ends_on"})
    days = [DayInput(Formats(CHINESE)) for _ in range(2)]
    form.add(form.field("title", TextInput()))
    form.add(form.field("starts_on", days[0]), form.field("ends_on", days[1]))
    shown(qtbot, form)
    return form


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()


def fill(form: Form, **texts: str) -> None:
    for name, text in texts.items():
        form.input(name).setText(text)


def submit(form: Form, editor: Editor) -> Delegation | None:
    values = form.values()

    def plan(work: UnitOfWork) -> Delegation:
        return plan_delegation(work, values)

    return form.submit(editor, EditName("add"), plan)


def test_days_are_taken_as_people_write_them(form: Form, editor: Editor) -> None:
    fill(form, title="大阪會議", starts_on="八月十七日", ends_on="2015-08-22")
    form.input("starts_on").year = 2015
    stored = submit(form, editor)
    assert stored is not None
    assert (stored.starts_on, stored.ends_on) == (date(2015, 8, 17), date(2015, 8, 22))


def test_what_is_wrong_stands_beside_its_field_and_the_typing_stays(
    form: Form, editor: Editor
) -> None:
    fill(form, title="", starts_on="104/2/30", ends_on="104/8/22")
    assert submit(form, editor) is None
    assert form.problem("title") == "必須填寫。"
    assert "沒有這一天" in form.problem("starts_on")
    assert form.problem("ends_on") == ""
    assert form.input("starts_on").text() == "104/2/30"
    assert form.input("title").hasFocus()


def test_a_problem_of_the_record_stands_where_it_is_mended(form: Form, editor: Editor) -> None:
    fill(form, title="大阪會議", starts_on="104/8/17", ends_on="104/8/16")
    assert submit(form, editor) is None
    assert "早於" in form.problem("ends_on")
    fill(form, ends_on="104/8/18")
    assert submit(form, editor) is not None
    assert form.problem("ends_on") == ""


def test_what_belongs_to_no_field_stands_over_the_form(form: Form) -> None:
    form.show_error(InvalidInput("organisation", [Problem("name", "string_too_long")]))
    assert "最多" in form.problem("")
    form.clear_problems()
    form.show_error(Refused("several_named", kind="person", name="王偉", count=2))
    assert "王偉" in form.problem("")


def test_a_form_knows_what_was_changed(form: Form) -> None:
    form.show_values({"title": "大阪會議", "starts_on": date(2015, 8, 17), "ends_on": None})
    assert form.changed_values() == {}
    fill(form, title="京都會議")
    assert form.changed_values() == {"title": "京都會議"}
    form.settle("title")
    assert form.changed_values() == {}


def test_leaving_a_field_is_told(qtbot: QtBot, form: Form) -> None:
    form.input("title").setFocus()
    qtbot.keyClicks(form.input("title"), "Osaka")
    with qtbot.waitSignal(form.left) as left:
        form.input("starts_on").setFocus()
    assert left.args == ["title"]


# Inputs


def test_a_day_that_was_read_stands_as_days_are_written(qtbot: QtBot) -> None:
    field = DayInput(Formats(CHINESE))
    shown(qtbot, field)
    field.setFocus()
    qtbot.keyClicks(field, "2015-08-17")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value()) == ("104/8/17", date(2015, 8, 17))
    field.setText("soon")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value()) == ("soon", "soon")


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("14:05", time(14, 5)),
        ("1405", time(14, 5)),
        ("905", time(9, 5)),
        ("9", time(9)),
        ("１４：０５", time(14, 5)),
        ("24:00", None),
        ("14:60", None),
        ("14:5", None),
        ("noon", None),
    ],
)
def test_clock_times_are_taken_as_people_write_them(written: str, clock: time | None) -> None:
    assert parse_clock(written) == clock


def test_a_clock_field_keeps_what_it_cannot_read(qtbot: QtBot) -> None:
    field = ClockInput()
    qtbot.addWidget(field)
    field.setText("noon")
    assert field.value() == "noon"
    field.setText("")
    assert field.value() is None


def test_a_choice_is_not_changed_by_scrolling(qtbot: QtBot) -> None:
    field = ChoiceInput((each, each.value) for each in Category)
    shown(qtbot, field)
    field.show_value(Category.VISIT)
    where = field.rect().center()
    wheel = QWheelEvent(
        where.toPointF(),
        field.mapToGlobal(where).toPointF(),
        where,
        where * -10,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.value() is Category.VISIT


def test_new_options_keep_the_choice(qtbot: QtBot) -> None:
    field = ChoiceInput([(1, "one"), (2, "two")])
    qtbot.addWidget(field)
    field.show_value(2)
    field.offer([(3, "three"), (2, "two")])
    assert field.value() == 2
    field.offer([(3, "three")])
    assert field.value() == 3


def test_words_of_a_checklist_are_cut_where_they_find_no_room_and_told_in_full(
    qtbot: QtBot,
) -> None:
    words = "盤點研究人員雙向交流所涉之法規與保密限制 & 研提可行之交流題目"
    checklist = ChecklistInput()
    checklist.offer([(1, words)])
    shown(qtbot, checklist)
    (box,) = checklist.findChildren(QCheckBox)
    checklist.resize(200, 40)
    assert box.text().endswith("…")
    assert box.toolTip() == box.accessibleName() == words
    checklist.resize(box.sizeHint().width() + 20, 40)
    assert box.text() == words.replace("&", "&&")
    assert box.toolTip() == ""
    box.setChecked(True)
    assert checklist.chosen_words == [words]


def test_a_checklist_gives_the_keys_of_its_boxes(qtbot: QtBot) -> None:
    field, keys = ChecklistInput(), [uuid4(), uuid4()]
    qtbot.addWidget(field)
    field.offer([(key, name) for key, name in zip(keys, "甲乙", strict=True)])
    field.show_value((keys[1],))
    assert field.value() == (keys[1],)


def test_lines_of_an_area_are_stored_on_leaving_it(qtbot: QtBot) -> None:
    page = QWidget()
    area, other = AreaInput(), TextInput()
    for part in (area, other):
        part.setParent(page)
    shown(qtbot, page)
    area.setFocus()
    with qtbot.waitSignal(area.finished):
        other.setFocus()


# Names


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def names(qtbot: QtBot, asked: list[str]) -> Callable[..., NamesInput]:
    def lookup(containing: str) -> list[NameLine]:
        asked.append(containing)
        return [line for line in KNOWN if containing in line.name]

    def make(**given: Any) -> NamesInput:
        field = NamesInput(lookup, **given)
        shown(qtbot, field)
        field.setFocus()
        return field

    return make


def compose(field: QWidget, preedit: str, commit: str = "") -> None:
    """What an input method sends while one types Chinese."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def test_names_are_looked_up_once_the_input_method_is_done(
    names: Callable[..., NamesInput], asked: list[str]
) -> None:
    field = names()
    compose(field, "ㄕ")
    compose(field, "師範")
    assert asked == []
    compose(field, "", "師範")
    assert asked == ["師範"]


def test_a_name_chosen_from_the_list_stands_for_its_record(
    qtbot: QtBot, names: Callable[..., NamesInput]
) -> None:
    field = names(is_single=True)
    compose(field, "", "師範")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.value() == Named("內蒙古師範大學", KNOWN[0].key)


def test_a_name_is_completed_where_it_is_typed(
    qtbot: QtBot, names: Callable[..., NamesInput]
) -> None:
    field = names()
    field.show_value((Named("特古斯", KNOWN[1].key),))
    field.end(False)
    compose(field, "", "、農業")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert [each.name for each in field.value()] == ["特古斯", "內蒙古農業大學"]
    assert all(each.key for each in field.value())


def test_a_name_nobody_bears_is_offered_as_new(
    qtbot: QtBot, names: Callable[..., NamesInput]
) -> None:
    field = names(is_single=True)
    compose(field, "", "大學")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.model().index(2, 0).data() == "Add “大學”"
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert field.value() == Named("大學")
    assert field.text() == "大學"


def test_names_in_a_row_are_each_told_once(qtbot: QtBot) -> None:
    field = SeveralInput()
    qtbot.addWidget(field)
    field.setText("呼和浩特市、 包頭市;包頭市；")
    assert field.value() == ("呼和浩特市", "包頭市")
    field.show_value(("呼和浩特市", "包頭市"))
    assert field.value() == ("呼和浩特市", "包頭市")


# Stored by somebody else meanwhile


@pytest.fixture
def watched(qtbot: QtBot, form: Form, database: Database, osaka: Delegation) -> Delegation:
    with database.begin(EditName("add")) as work:
        work.add(osaka)

    def show(stored: Delegation) -> None:
        form.show_values(dict(stored))
        form.watch(stored, show)

    show(osaka)
    return osaka


def elsewhere(database: Database, osaka: Delegation, **values: Any) -> None:
    with database.begin(EditName("elsewhere")) as work:
        change_record(work, Delegation, osaka.id, **values)


def save(form: Form, editor: Editor, osaka: Delegation) -> Delegation | None:
    return form.submit(
        editor,
        EditName("change"),
        lambda work: change_record(work, Delegation, osaka.id, **form.values()),
    )


def test_where_both_changed_a_field_both_are_told(form, editor, database, watched):
    form.input("title").show_value("京都會議")
    elsewhere(database, watched, title="神戶會議")
    assert save(form, editor, watched) is None
    assert form.input("title").value() == "京都會議"
    assert "神戶會議" in form.problem("title")
    assert "他人" in form.problem("")
    stored = save(form, editor, watched)
    assert stored is not None
    assert stored.title == "京都會議"


def test_where_they_changed_another_field_theirs_is_kept(form, editor, database, watched):
    form.input("title").show_value("京都會議")
    elsewhere(database, watched, ends_on=date(2026, 12, 12))
    assert save(form, editor, watched) is None
    assert form.problem("title") == ""
    assert form.input("ends_on").value() == date(2026, 12, 12)
    stored = save(form, editor, watched)
    assert stored is not None
    assert (stored.title, stored.ends_on) == ("京都會議", date(2026, 12, 12))


def test_ones_own_saving_is_nobody_elses(form, editor, database, watched):
    for title in ("京都會議", "神戶會議"):
        form.input("title").show_value(title)
        assert save(form, editor, watched) is not None


def test_a_record_that_is_gone_is_told_and_the_typing_stays(form, editor, database, watched):
    form.input("title").show_value("京都會議")
    with database.begin(EditName("elsewhere")) as work:
        work.remove(Delegation, [watched.id])
    assert save(form, editor, watched) is None
    assert form.problem("") != ""
    assert form.input("title").value() == "京都會議"


@pytest.fixture
def dialog(qtbot: QtBot) -> FormDialog:
    form = Form(CHINESE, Delegation.kind)
    form.add(form.field("title", TextInput()))
    dialog = FormDialog("Add delegation", "Add", form, lambda: False)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    shown(qtbot, dialog)
    return dialog


def test_a_dialog_says_once_that_what_was_typed_is_not_saved(
    qtbot: QtBot, dialog: FormDialog
) -> None:
    qtbot.keyClicks(dialog.form.input("title"), "Osaka")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.warning.isVisible()
    qtbot.keyClicks(dialog.form.input("title"), " in May")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "what was typed since was not spoken of"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_dialog_into_which_nothing_was_typed_goes_at_once(
    qtbot: QtBot, dialog: FormDialog
) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
