"""Today: what is owed by urgency, closed with what was done, given another day, opened; undone."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from planner.domain.delegation import DelegationState
from planner.domain.follow_up import FollowUpState
from planner.papers.profiles import shipped_profiles
from planner.store.database import Database
from planner.ui import paint
from planner.ui.appearance import Appearance, px
from planner.ui.editor import Editor
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.row_table_model import Section
from planner.ui.today.today_view import TodayView
from planner.words import Words
from tests import builders as b

pytestmark = pytest.mark.usefixtures("appearance")

TODAY = date(2015, 10, 26)
WORDS = Words("zh_TW")
BODY = b.organisation("科技部")
TRIP = b.delegation(
    title="內蒙古稀土產業參訪",
    state=DelegationState.REPORTING,
    ends_on=date(2015, 8, 22),
    lead_body_id=BODY.id,
)
NEXT = b.delegation(
    "next", title="福建參訪", starts_on=date(2016, 3, 14), ends_on=date(2016, 3, 19)
)
OPENED = {"opened_on": date(2015, 9, 1)}
LATE = b.follow_up("查證產量", due_on=date(2015, 10, 16), owner_body_id=BODY.id, **OPENED)
DUE = b.follow_up("收齊簡報", due_on=TODAY, owner_name="臺北科大", **OPENED)
WAITING = b.follow_up(
    "來臺時程", state=FollowUpState.WAITING, waiting_for="特古斯", opened_on=date(2015, 9, 14)
)
SHARE = b.work_share("研究機構", body_id=BODY.id, due_on=date(2015, 10, 28))


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **{"kind": "", **name.values}))


@pytest.fixture
def empty(qtbot: QtBot, database: Database, editor: Editor) -> TodayView:
    view = TodayView(database, editor, Formats(WORDS), lambda: TODAY, shipped_profiles())
    view.resize(1072, 800)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


@pytest.fixture
def view(empty: TodayView, keep: Callable[..., None]) -> TodayView:
    keep(BODY, TRIP, NEXT, LATE, DUE, WAITING, SHARE)
    empty.setFocus()
    return empty


def shown(view: TodayView) -> list[str]:
    return [view.table.owed.index(row, 0).data() for row in range(view.table.owed.rowCount())]


def row(view: TodayView, key: object) -> list[str]:
    place = view.table.owed.row_of(key)
    return [view.table.owed.index(place, column).data() for column in range(5)]


def dialog_of(view: TodayView) -> FormDialog:
    found = [each for each in view.window().findChildren(FormDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def choose(view: TodayView, text: str) -> None:
    (item,) = (each for each in view.table.items if view._looks.text(each) == text)  # noqa: SLF001
    view.table.choose(item.key)


def test_what_is_owed_stands_by_urgency(view: TodayView):
    assert shown(view) == [
        "Late",
        "旅費報支",
        "查證產量",
        "Today",
        "收齊簡報",
        "This week",
        "研究機構",
        "Waiting for others",
        "來臺時程",
    ]
    assert row(view, LATE.id) == ["查證產量", TRIP.title, "科技部", "10/16", "逾期 10 天"]
    assert row(view, SHARE.id)[3:] == ["10/28", "週三"]
    assert row(view, WAITING.id)[2:] == ["特古斯", "9/14", "等 42 天"]


def test_the_head_tells_the_day_and_what_comes_first(view: TodayView):
    assert view.heading.text() == "10 月 26 日，星期一"
    assert view.year.text() == "民國 104 年"
    assert view.summary.text() == (
        "逾期 2 件，今天到期 1 件。先處理「旅費報支」：期限是 10 月 6 日，星期二。"
    )


def test_late_and_due_are_counted_for_the_sidebar(view: TodayView, qtbot: QtBot):
    with qtbot.waitSignal(view.counted) as counted:
        view.reload()
    assert counted.args == [3]


def test_an_empty_store_says_what_will_stand_here(empty: TodayView):
    assert empty.empty.isVisible()
    assert not empty.table.isVisible()
    assert not empty.report.isVisible()
    assert empty.summary.text() == "沒有逾期，也沒有今天到期的。"


def test_the_cards_tell_the_report_and_the_next_departure(view: TodayView):
    assert view.report.figure.number.text() == "27"
    assert view.report.figure.note.text() == "11 月 22 日，星期日"
    assert view.report.bar.value() == 65
    assert "10/26 今天" in view.report.milestones.accessibleName()
    assert "逾期 20 天" in view.report.milestones.accessibleName()
    assert view.departure.figure.number.text() == "140"
    assert view.departure.figure.note.text() == "105 年 3 月 14 日，星期一"
    assert "接待單位、團員名單 缺 2 項" in view.departure.milestones.accessibleName()


def test_a_report_that_is_late_says_so(view: TodayView, keep, qtbot: QtBot, database):
    keep(
        b.delegation(
            "old", title="舊案", state=DelegationState.REPORTING,
            starts_on=date(2015, 5, 1), ends_on=date(2015, 6, 26),
        )
    )  # fmt: skip
    assert view.report.opener.text() == "舊案"
    assert view.report.figure.number.text() == "30"
    assert view.report.figure.unit.text() == "天，已逾期"


def test_cards_open_their_delegation(view: TodayView, qtbot: QtBot):
    view.report.opener.setFocus()
    with qtbot.waitSignal(view.report_asked) as asked:
        qtbot.keyClick(view.report.opener, Qt.Key.Key_Space)
    assert asked.args == [TRIP.id]
    with qtbot.waitSignal(view.delegation_asked) as asked:
        qtbot.mouseClick(view.departure.opener, Qt.MouseButton.LeftButton)
    assert asked.args == [NEXT.id]


@pytest.mark.parametrize(
    ("text", "signal", "told"),
    [
        ("查證產量", "follow_up_asked", [LATE.id, TRIP.id]),
        ("旅費報支", "delegation_asked", [TRIP.id]),
        ("研究機構", "delegation_asked", [TRIP.id]),
    ],
)
def test_enter_opens_what_is_in_hand(view: TodayView, qtbot: QtBot, text, signal, told):
    choose(view, text)
    with qtbot.waitSignal(getattr(view, signal)) as asked:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert asked.args == told


def test_space_closes_with_what_was_done_and_undo_opens_again(view: TodayView, qtbot, editor):
    choose(view, "查證產量")
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    dialog = dialog_of(view)
    dialog.accept()
    assert dialog.form.problem("done")
    dialog.form.input("done").setPlainText("已查證")
    dialog.accept()
    assert "查證產量" not in shown(view)
    assert editor.undo_stack.undo_text == "「查證產量」結案"
    editor.undo_stack.undo()
    assert "查證產量" in shown(view)


def test_a_priority_item_is_not_closed_without_proof(view: TodayView, qtbot, keep):
    keep(b.follow_up("優先", is_priority=True, due_on=TODAY, **OPENED))
    choose(view, "優先")
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    dialog = dialog_of(view)
    dialog.form.input("done").setPlainText("辦畢")
    dialog.form.input("confirmed_by").setText("主任")
    dialog.accept()
    assert dialog.isVisible()
    assert "佐證" in dialog.form.problem("done")
    dialog.reject()


def test_space_ticks_a_clock_that_no_record_tells_of(view: TodayView, qtbot, editor):
    choose(view, "旅費報支")
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    dialog = dialog_of(view)
    dialog.form.input("done").setPlainText("已報支")
    dialog.accept()
    assert "旅費報支" not in shown(view)
    assert "10/6 旅費報支 完成" in view.report.milestones.accessibleName()
    assert editor.undo_stack.undo_text == "「旅費報支」記為完成"


def test_space_ticks_a_share_of_work_at_once(view: TodayView, qtbot, editor):
    choose(view, "研究機構")
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert "研究機構" not in shown(view)
    editor.undo_stack.undo()
    assert "研究機構" in shown(view)


def test_what_records_tell_is_not_ticked(qtbot: QtBot, empty: TodayView, keep):
    keep(TRIP.with_(lead_body_id=None, starts_on=date(2015, 7, 1), ends_on=date(2015, 7, 26)))
    empty.setFocus()
    choose(empty, "出國報告核定並上傳")
    with qtbot.waitSignal(empty.totals_changed) as told:
        qtbot.keyClick(empty.table, Qt.Key.Key_Space)
    assert told.args == ["Its records tell when it is done: open it"]
    with qtbot.waitSignal(empty.report_asked):
        qtbot.keyClick(empty.table, Qt.Key.Key_Return)


def test_d_gives_another_day(view: TodayView, qtbot, editor):
    choose(view, "收齊簡報")
    qtbot.keyClick(view.table, Qt.Key.Key_D)
    dialog = dialog_of(view)
    assert dialog.form.input("due_on").text() == "104/10/26"
    dialog.form.input("due_on").setText("某日")
    dialog.accept()
    assert dialog.form.problem("due_on")
    dialog.form.input("due_on").setText("104/10/20")
    dialog.accept()
    assert row(view, DUE.id)[4] == "逾期 6 天"
    assert editor.undo_stack.undo_text == "修改「收齊簡報」的期限"


def test_the_day_of_a_clock_is_not_changed_here(view: TodayView, qtbot: QtBot):
    choose(view, "旅費報支")
    with qtbot.waitSignal(view.totals_changed) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_D)
    assert told.args == ["Its day follows from the report profile"]


def test_arrows_pass_over_headings(view: TodayView, qtbot: QtBot):
    seen = []
    for _ in range(6):
        seen.append(view.table.key)
        qtbot.keyClick(view.table, Qt.Key.Key_Down)
    rows = {item.key for item in view.table.owed.rows if not isinstance(item, Section)}
    assert set(seen) <= rows
    assert len(set(seen)) == 5


def test_the_item_in_hand_stays_in_hand(view: TodayView, keep):
    choose(view, "收齊簡報")
    keep(b.follow_up("新到", due_on=date(2015, 10, 1), **OPENED))
    assert view.table.key == DUE.id


def test_the_model_keeps_qts_contract(view: TodayView, keep):
    QAbstractItemModelTester(view.table.owed, QAbstractItemModelTester.FailureReportingMode.Fatal)
    keep(b.follow_up("新到", due_on=date(2015, 10, 1), **OPENED))
    view.reload()


def test_the_cards_go_below_where_it_is_narrow(view: TodayView, appearance: Appearance):
    def is_beside() -> bool:
        QApplication.processEvents()
        return view.report.mapTo(view, view.report.rect().topLeft()).x() > view.table.width() / 2

    assert is_beside()
    view.resize(700, 800)
    assert not is_beside()
    view.resize(1072, 800)
    appearance.choose(text_size=2.0)
    assert not is_beside()


def test_a_hidden_view_reads_only_when_it_is_seen(view: TodayView, keep):
    view.hide()
    keep(b.follow_up("新到", due_on=TODAY, **OPENED))
    assert "新到" not in shown(view)
    view.show()
    assert "新到" in shown(view)


def test_what_is_due_goes_into_a_calendar(view: TodayView, qtbot: QtBot, tmp_path):
    with qtbot.waitSignal(view.saved) as saved:
        view.export_calendar(tmp_path / "due.ics")
    assert saved.args == [str(tmp_path / "due.ics")]
    told = (tmp_path / "due.ics").read_text("utf-8")
    for words in ("收齊簡報", "研究機構", "出國報告核定並上傳", "通知接待單位"):
        assert f"SUMMARY:{words}" in told
    assert "查證產量" not in told


def test_a_review_says_in_the_calendar_that_it_is_one(view: TodayView, keep, tmp_path):
    keep(b.follow_up("研擬要點", opened_on=TODAY, review_every_months=6))
    view.export_calendar(tmp_path / "due.ics")
    assert "SUMMARY:定期檢討：研擬要點" in (tmp_path / "due.ics").read_text("utf-8")


def test_a_calendar_that_cannot_be_written_is_told(view: TodayView, qtbot: QtBot, tmp_path):
    (tmp_path / "file").write_text("")
    with qtbot.waitSignal(view.refused) as refused:
        view.export_calendar(tmp_path / "file" / "due.ics")
    assert refused.args[0].code == "file.cannot_write"


def test_the_export_asks_where_to(view: TodayView, qtbot: QtBot, tmp_path):
    view.export.trigger()
    (dialog,) = [each for each in view.window().findChildren(QFileDialog) if each.isVisible()]
    dialog.fileSelected.emit(str(tmp_path / "due.ics"))
    dialog.reject()
    assert (tmp_path / "due.ics").exists()


def test_the_row_in_hand_stays_in_view(view: TodayView, qtbot: QtBot):
    view.resize(1072, 300)
    QApplication.processEvents()
    bar = view.area.verticalScrollBar()
    assert bar.value() == 0
    for _ in range(4):
        qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert bar.value() > 0
    view.table.clearFocus()
    before = bar.value()
    choose(view, "旅費報支")
    assert bar.value() == before


def test_how_late_something_is_stands_whole_however_long(
    view: TodayView, keep: Callable[..., None]
) -> None:
    keep(b.follow_up("多年前的事", due_on=date(1999, 1, 1)))
    late = next(item for item in view.table.items if item.text == "多年前的事")
    place = view.table.owed.row_of(late.key)
    words = view.table.owed.index(place, 4).data()
    assert view.table.columnWidth(4) >= paint.width_of(words) + px(16)
