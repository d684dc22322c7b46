"""The page of a delegation: the thread gone through by keys, holes filled, lists edited, undone."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.delegation import DelegationState, Role
from planner.domain.entity import Entity
from planner.domain.follow_up import FollowUpState
from planner.papers.profiles import shipped_profiles
from planner.queries.delegation_list import delegation_lines
from planner.store.database import Database
from planner.ui.appearance import Appearance, Pigment
from planner.ui.delegation.delegation_page import DelegationPage
from planner.ui.delegation.keeping_dialog import KeepingDialog
from planner.ui.delegation.lists import LEADER_HOLE
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.row_table_model import Role as DataRole
from planner.usecases.naming import Named
from planner.words import Words
from tests import builders as b

pytestmark = pytest.mark.usefixtures("appearance")

TODAY = date(2015, 10, 26)
WORDS = Words("zh_TW")
BODY, HOST = b.organisation("科技部"), b.organisation("內蒙古師範大學")
WHO, OTHER = b.person("曹申"), b.person("張添晉")
AIM, SECOND = b.objective(1, "增進瞭解"), b.objective(2, "增進能力")
VISIT = b.stop("參訪師大", "2015-08-18", host_id=HOST.id, objective_ids=(AIM.id,))
PLANT = b.stop("參訪中試廠", "2015-08-19", objective_ids=(AIM.id,))
SEEN = b.finding(1, "願意來臺", stop_id=VISIT.id)
ADVICE = b.recommendation(1, "雙向交流", finding_ids=(SEEN.id,))
LOOSE = b.recommendation(2, "整合團隊")
WORD = b.promise("來臺", stop_id=VISIT.id)
TASK = b.follow_up(
    "研提人選",
    recommendation_id=ADVICE.id,
    state=FollowUpState.WAITING,
    opened_on=date(2015, 9, 14),
    owner_name="科技部",
)
RECORDS: tuple[Entity, ...] = (
    b.delegation(
        state=DelegationState.REPORTING,
        ends_on=date(2015, 8, 22),
        cities=("呼和浩特市",),
        lead_body_id=BODY.id,
        origin="首度聯合組團。",
    ),
    BODY,
    HOST,
    WHO,
    OTHER,
    AIM,
    SECOND,
    VISIT,
    PLANT,
    SEEN,
    ADVICE,
    LOOSE,
    WORD,
    TASK,
    b.follow_up("邀請", promise_id=WORD.id, owner_name="科技部"),
    b.member(WHO, precedence=1, role=Role.SPEAKER, post_title="主任", body_id=BODY.id),
    b.member(OTHER, precedence=2),
    b.work_share("籌備", position=0, body_id=BODY.id, due_on=date(2015, 10, 6)),
    b.work_share("研究", position=1, done_on=date(2015, 10, 20)),
)


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **{"kind": "", **name.values}))


@pytest.fixture
def empty(qtbot: QtBot, database: Database, editor: Editor) -> DelegationPage:
    page = DelegationPage(database, editor, Formats(WORDS), lambda: TODAY, shipped_profiles())
    page.resize(1080, 900)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.fixture
def page(empty: DelegationPage, keep: Callable[..., None]) -> DelegationPage:
    keep(*RECORDS)
    empty.show_delegation(b.key("delegation"))
    empty.setFocus()
    return empty


def dialog_of(page: DelegationPage) -> KeepingDialog:
    found = [each for each in page.window().findChildren(KeepingDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def names(page: DelegationPage) -> list[str]:
    return [row.name for row in page.members.model_of_members.rows]


def current(page: DelegationPage) -> str:
    node = page.thread_section.view.current
    return "" if node is None else node.rule or node.name


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


# Facts


def test_the_head_tells_when_where_who_and_the_days_left(page: DelegationPage):
    head = page.head
    assert head.title.text() == "內蒙古稀土產業參訪"
    assert head.period.text() == "104/8/17–8/22，6 天"
    assert head.bodies.text() == "科技部主辦"
    assert head.report.text() == "報告 11/22 到期，剩 27 天"
    assert page.origin.text() == "首度聯合組團。"
    assert page.budget.text() == "Not filled in"


def test_an_empty_delegation_says_what_to_do(empty: DelegationPage, keep):
    keep(b.delegation())
    empty.show_delegation(b.key("delegation"))
    assert empty.no_thread.isVisible()
    assert not empty.thread_section.isVisible()
    for section in (
        empty.lists.member_section,
        empty.lists.share_section,
        empty.lists.objective_section,
    ):
        assert section.empty.isVisible()
        assert not section.table.isVisible()


def test_a_delegation_removed_meanwhile_shows_nothing(page: DelegationPage, database, editor):
    stack = editor.undo_stack
    page.ask_objective(None)
    dialog = dialog_of(page)
    dialog.form.input("title").setText("新目的")
    dialog.accept()
    stack.undo()
    page.show_delegation(b.key("no such delegation"))
    assert not page.area.isVisible()


# The thread


def test_keys_lead_along_the_thread_and_down_a_column(page: DelegationPage, qtbot: QtBot):
    view = page.thread_section.view
    press(qtbot, view, Qt.Key.Key_Right)
    assert current(page) == "增進瞭解"
    press(qtbot, view, Qt.Key.Key_Right)
    assert current(page) in ("內蒙古師範大學", "參訪中試廠")
    view.choose(VISIT.id)
    press(qtbot, view, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert current(page) == "研提人選"
    press(qtbot, view, Qt.Key.Key_Right)
    assert current(page) == "研提人選"
    press(qtbot, view, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert current(page) == "願意來臺"
    press(qtbot, view, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert current(page) == "thread.stop_without_finding"
    press(qtbot, view, Qt.Key.Key_Up, Qt.Key.Key_Escape)
    assert current(page) == ""


def test_the_whole_strand_is_marked_and_said(page: DelegationPage, qtbot: QtBot):
    view = page.thread_section.view
    with qtbot.waitSignal(page.totals_changed) as told:
        view.choose(TASK.id)
    assert told.args == ["研提人選，等 42 天"]
    assert view.strand() == {AIM.id, VISIT.id, SEEN.id, ADVICE.id, TASK.id}
    assert view.accessibleDescription() == "追蹤事項：研提人選 · 等候中"


def test_a_click_chooses_and_a_double_click_opens(page: DelegationPage, qtbot: QtBot):
    view = page.thread_section.view
    where = view.place_of(VISIT.id)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert current(page) == "內蒙古師範大學"
    with qtbot.waitSignal(page.stop_asked) as asked:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [VISIT.id]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert current(page) == ""


@pytest.mark.parametrize(
    ("key", "signal", "told"),
    [
        (VISIT.id, "stop_asked", [VISIT.id]),
        (TASK.id, "follow_up_asked", [TASK.id]),
    ],
)
def test_enter_opens_what_is_in_hand(page: DelegationPage, qtbot: QtBot, key, signal, told):
    view = page.thread_section.view
    view.choose(key)
    with qtbot.waitSignal(getattr(page, signal)) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == told


@pytest.mark.parametrize(
    ("key", "name", "field"),
    [(SEEN.id, "願意來臺", "title"), (ADVICE.id, "雙向交流", "title"), (WORD.id, "來臺", "text")],
)
def test_what_came_of_it_is_changed_here(page: DelegationPage, qtbot, editor, key, name, field):
    page.choose(key)
    qtbot.keyClick(page.thread_section.view, Qt.Key.Key_F2)
    dialog = dialog_of(page)
    dialog.form.input(field).show_value("改寫")
    dialog.accept()
    assert current(page) == "改寫"
    assert editor.undo_stack.undo_text == "修改「改寫」"
    editor.undo_stack.undo()
    assert current(page) == name


def test_names_of_a_promise_and_the_addressee_are_kept(page: DelegationPage):
    for kind, values, name in (
        ("promise", {"text": "寄資料", "by_person_ids": (Named("特古斯"),)}, "寄資料"),
        ("recommendation", {"title": "擴及福建", "addressee_id": Named("經濟部")}, "擴及福建"),
        ("finding", {"title": "園區聚集"}, "園區聚集"),
    ):
        page.acts.add_outcomes[kind].trigger()
        dialog = dialog_of(page)
        for field, value in values.items():
            dialog.form.input(field).show_value(value)
        dialog.accept()
        node = next(each for each in page._facts.thread.nodes if each.name == name)  # noqa: SLF001
        page.choose(node.key)
        page.acts.change.trigger()
        again = dialog_of(page)
        for field, value in values.items():
            shown = again.form.input(field).text() if "_id" in field else value
            wanted = value[0] if isinstance(value, tuple) else value
            assert shown == (wanted.name if isinstance(wanted, Named) else wanted)
        again.reject()


@pytest.mark.parametrize("key", [SEEN.id, ADVICE.id, WORD.id, SECOND.id])
def test_delete_takes_a_node_off_the_thread_and_undo_puts_it_back(page, qtbot, editor, key):
    page.choose(key)
    qtbot.keyClick(page.thread_section.view, Qt.Key.Key_Delete)
    assert key not in page._facts.thread.by_key  # noqa: SLF001
    editor.undo_stack.undo()
    assert key in page._facts.thread.by_key  # noqa: SLF001


def test_stops_and_follow_ups_are_removed_on_their_own_pages(page: DelegationPage, qtbot):
    for key in (VISIT.id, TASK.id):
        page.choose(key)
        qtbot.keyClick(page.thread_section.view, Qt.Key.Key_Delete)
        assert key in page._facts.thread.by_key  # noqa: SLF001


def test_a_record_of_the_page_is_brought_in_hand(page: DelegationPage):
    page.acts.only_holes.trigger()
    page.choose(b.member(OTHER).id)
    assert QApplication.focusWidget() is page.members
    assert page.members.key == b.member(OTHER).id
    page.choose(PLANT.id)
    assert page.thread_section.node_in_hand.key == PLANT.id


def test_only_holes_leaves_what_is_whole_out(page: DelegationPage):
    page.acts.only_holes.trigger()
    shown = {row.node.record for row in page.thread_section.model.rows}
    assert TASK.id not in shown
    assert PLANT.id in shown
    page.acts.only_holes.trigger()
    assert TASK.id in {row.node.record for row in page.thread_section.model.rows}


def test_the_table_tells_the_same_as_the_picture(page: DelegationPage, qtbot: QtBot):
    section = page.thread_section
    QAbstractItemModelTester(section.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    section.way._buttons["table"].click()  # noqa: SLF001
    assert section.table.isVisible()
    assert not section.view.isVisible()
    rows = {row.key: row for row in section.model.rows}
    assert rows.keys() == section.view._picture.by_key.keys()  # noqa: SLF001
    assert rows[ADVICE.id].comes_from == "願意來臺"
    assert rows[ADVICE.id].leads_to == "研提人選"
    section.table.choose(TASK.id)
    with qtbot.waitSignal(page.follow_up_asked):
        qtbot.keyClick(section.table, Qt.Key.Key_Return)


def test_the_picture_keeps_within_the_page(page: DelegationPage, appearance: Appearance):
    view = page.thread_section.view
    for size, width in ((1.0, 1080), (2.0, 1900), (3.0, 2400)):
        appearance.choose(text_size=size)
        page.resize(width, 900)
        QApplication.processEvents()
        boxes = [item.sceneBoundingRect() for item in view._nodes.values()]  # noqa: SLF001
        assert all(view.sceneRect().contains(box) for box in boxes)
        assert view.sceneRect().width() <= max(view.viewport().width(), 400 * size + 64)


# Holes


def test_n_fills_the_hole_of_a_stop_with_a_finding(page: DelegationPage, qtbot, editor):
    view = page.thread_section.view
    view.choose(PLANT.id)
    qtbot.keyClick(view, Qt.Key.Key_N)
    dialog = dialog_of(page)
    assert dialog.act.text() == "補記心得"
    assert "參訪中試廠" in dialog.reason.text()
    dialog.form.input("title").setText("銜接量產")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    nodes = {node.name for node in page._facts.thread.nodes}  # noqa: SLF001
    assert "銜接量產" in nodes
    assert editor.undo_stack.undo_text == "新增心得「銜接量產」"
    editor.undo_stack.undo()
    assert "銜接量產" not in {node.name for node in page._facts.thread.nodes}  # noqa: SLF001


def holes(page: DelegationPage) -> dict[str, object]:
    return {hole.rule.removeprefix("thread."): hole for hole in page._facts.thread.holes}  # noqa: SLF001


def fill(page: DelegationPage, rule: str, **values: object) -> None:
    page.ask_fill(holes(page)[rule])
    dialog = dialog_of(page)
    for name, value in values.items():
        dialog.form.input(name).show_value(value)
    dialog.accept()


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("objective_without_stop", {"keys": (PLANT.id,)}),
        ("objective_without_finding", {"title": "能力"}),
        ("stop_without_finding", {"title": "量產"}),
        ("recommendation_without_grounds", {"keys": (SEEN.id,)}),
        (
            "recommendation_without_follow_up",
            {"text": "盤點團隊", "owner_name": Named("科技部", BODY.id)},
        ),
    ],
)
def test_each_hole_has_a_form_that_fills_it(page: DelegationPage, rule, values):
    fill(page, rule, **values)
    assert rule not in holes(page)


def test_an_owner_of_the_list_is_a_body_any_other_a_name(page: DelegationPage, keep):
    keep(b.follow_up("甲", recommendation_id=LOOSE.id))
    fill(page, "follow_up_without_owner", owner_name=Named("跨部會小組"))
    assert "follow_up_without_owner" not in holes(page)


def test_what_is_refused_stands_beside_the_field(page: DelegationPage, qtbot: QtBot):
    page.ask_fill(holes(page)["stop_without_finding"])
    dialog = dialog_of(page)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.problem("title")
    dialog.form.input("text").setPlainText("已寫的內容")
    dialog.reject()
    page.ask_fill(holes(page)["stop_without_finding"])
    again = dialog_of(page)
    assert again.form.values()["text"] == "已寫的內容"
    again.reject()


# Lists


def test_models_keep_qts_contract(page: DelegationPage):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in (
        page.members.model_of_members,
        page.shares.model_of_shares,
        page.objectives.model_of_objectives,
    ):
        QAbstractItemModelTester(model, mode)
    page.reload()


def test_alt_and_arrows_change_the_precedence_and_undo_brings_it_back(
    page: DelegationPage, qtbot: QtBot, editor: Editor
):
    assert names(page) == ["No leader", "曹申", "張添晉"]
    page.members.choose(b.member(OTHER).id)
    qtbot.keyClick(page.members, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(page)[1:] == ["張添晉", "曹申"]
    assert editor.undo_stack.undo_text == "調整「張添晉」的禮賓順序"
    qtbot.keyClick(page.members, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(page)[1:] == ["張添晉", "曹申"]
    editor.undo_stack.undo()
    assert names(page)[1:] == ["曹申", "張添晉"]


def test_dragging_a_member_changes_the_precedence(page: DelegationPage):
    model = page.members.model_of_members
    carried = model.mimeData([model.index(1, 0)])
    assert not model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 3, 0)
    model.dropMimeData(carried, Qt.DropAction.MoveAction, 3, 0)
    assert names(page)[1:] == ["張添晉", "曹申"]


def test_the_missing_leader_is_neither_dragged_nor_passed(page: DelegationPage):
    model = page.members.model_of_members
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.index(0, 1).data(DataRole.PIGMENT) == Pigment.CINNABAR
    page.members.choose(LEADER_HOLE)
    page.members.move_chosen(1)
    assert names(page) == ["No leader", "曹申", "張添晉"]


def test_enter_on_the_missing_leader_asks_for_one(page: DelegationPage, qtbot: QtBot):
    page.members.choose(LEADER_HOLE)
    qtbot.keyClick(page.members, Qt.Key.Key_Return)
    dialog = dialog_of(page)
    assert dialog.form.values()["role"] is Role.LEADER
    dialog.form.input("person_id").setText("林怡")
    dialog.accept()
    assert names(page) == ["曹申", "張添晉", "林怡"]


def test_a_member_is_changed_and_removed_by_keys(page: DelegationPage, qtbot: QtBot, editor):
    table = page.members
    table.choose(b.member(WHO).id)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    dialog = dialog_of(page)
    assert dialog.form.input("post_title").text() == "主任"
    dialog.form.input("passport_expires_on").setText("沒有")
    dialog.accept()
    assert dialog.form.problem("passport_expires_on")
    dialog.form.input("passport_expires_on").setText("110/1/1")
    dialog.accept()
    assert editor.undo_stack.undo_text == "修改團員「曹申」"
    table.choose(b.member(WHO).id)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert names(page)[1:] == ["張添晉"]
    assert editor.undo_stack.undo_text == "移除團員「曹申」"


def test_shares_of_work_tell_late_and_done_and_are_ticked(page: DelegationPage, qtbot, editor):
    model = page.shares.model_of_shares
    assert [model.index(row, 2).data() for row in (0, 1)] == ["逾期 20 天", "10/20 完成"]
    page.shares.choose(model.rows[0].key)
    page.acts.finish.trigger()
    assert model.index(0, 2).data() == "10/26 完成"
    page.shares.choose(model.rows[0].key)
    page.acts.finish.trigger()
    assert model.index(0, 2).data() == "逾期 20 天"
    page.shares.choose(model.rows[1].key)
    page.shares.setFocus()
    qtbot.keyClick(page.shares, Qt.Key.Key_Delete)
    assert [row.task for row in model.rows] == ["籌備"]


def test_a_share_is_added_and_changed(page: DelegationPage):
    page.acts.add_share.trigger()
    dialog = dialog_of(page)
    dialog.form.input("task").setPlainText("經費")
    dialog.form.input("due_on").setText("104/10/28")
    dialog.accept()
    model = page.shares.model_of_shares
    assert model.index(2, 2).data() == "10/28 到期"
    page.ask_share(model.rows[2].key)
    dialog_of(page).form.input("task").setPlainText("經費控管")
    dialog_of(page).accept()
    assert model.rows[2].task == "經費控管"


def test_objectives_are_added_put_in_order_and_removed(page: DelegationPage, qtbot: QtBot):
    table, model = page.objectives, page.objectives.model_of_objectives
    assert [(row.number, row.is_served) for row in model.rows] == [("1", True), ("2", False)]
    table.choose(SECOND.id)
    table.setFocus()
    page.acts.move_up.trigger()
    assert [row.title for row in model.rows] == ["增進能力", "增進瞭解"]
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert [(row.number, row.title) for row in model.rows] == [("1", "增進瞭解")]


def test_tab_leaves_the_picture_and_the_tables(page: DelegationPage, qtbot: QtBot):
    seen: list[QWidget | None] = []
    for _ in range(30):
        QApplication.focusWidget() and qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    for part in (page.thread_section.view, page.members, page.shares, page.objectives):
        assert part in seen


def test_header_acts_are_asked_for_by_signals(page: DelegationPage, qtbot: QtBot):
    key = b.key("delegation")
    for act, signal, told in (
        (page.acts.make_paper, page.paper_asked, ["visit-report"]),
        (page.acts.edit, page.edit_asked, [key]),
    ):
        with qtbot.waitSignal(signal) as asked:
            act.trigger()
        assert asked.args == told


def test_a_copy_for_the_next_trip_is_made_and_told(page: DelegationPage, qtbot, editor):
    page.acts.copy.trigger()
    dialog = dialog_of(page)
    dialog.accept()
    assert dialog.form.problem("starts_on")
    dialog.form.input("title").setText("次年參訪")
    dialog.form.input("starts_on").setText("105/8/17")
    with qtbot.waitSignal(page.copied) as copied:
        dialog.accept()
    assert editor.undo_stack.undo_text == "複製訪團「內蒙古稀土產業參訪」"
    page.show_delegation(copied.args[0])
    assert page.head.title.text() == "次年參訪"
    assert page.head.period.text() == "105/8/17–8/22，6 天"
    assert names(page)[1:] == ["曹申", "張添晉"]


def test_the_node_in_hand_stays_in_view(page: DelegationPage, qtbot: QtBot):
    page.resize(1080, 260)
    QApplication.processEvents()
    bar = page.area.verticalScrollBar()
    view = page.thread_section.view
    view.choose(VISIT.id)
    before = bar.value()
    press(qtbot, view, *[Qt.Key.Key_Down] * 4)
    assert bar.value() > before


def test_every_document_is_listed_and_opened_with_enter(qtbot: QtBot, page: DelegationPage) -> None:
    assert page.papers.choose("itinerary")
    with qtbot.waitSignal(page.paper_asked) as asked:
        qtbot.keyClick(page.papers, Qt.Key.Key_Return)
    assert asked.args == ["itinerary"]


def test_a_copy_asked_for_elsewhere_is_made_with_all_in_one_step(
    page: DelegationPage, database: Database, editor: Editor
) -> None:
    held = page._facts  # noqa: SLF001
    asked = page.ask_copy_of(held.key, "明年的團", date(2016, 8, 15))
    asked.accept()
    with database.read() as session:
        assert {line.title for line in delegation_lines(session)} == {held.title, "明年的團"}
    editor.undo_stack.undo()
    with database.read() as session:
        assert [line.title for line in delegation_lines(session)] == [held.title]


def test_the_strand_in_hand_is_copied_as_text_and_else_the_whole_thread(page, qtbot):
    section = page.thread_section
    section.view.setFocus()
    section.copies.copy.trigger()
    whole = QApplication.clipboard().text()
    assert all(row.words in whole for row in section.model.rows)
    section.view.choose(VISIT.id)
    section.copies.copy.trigger()
    strand = QApplication.clipboard().text().splitlines()[1:]
    assert len(strand) == len(section.view.strand()) < len(section.model.rows)


def test_the_menu_of_the_picture_opens_what_is_in_hand_and_fills_no_more_than_holes(page, qtbot):
    section = page.thread_section
    section.view.choose(VISIT.id)
    section.view.customContextMenuRequested.emit(section.view.place_of(VISIT.id))
    copy = section.copies.copy
    menu = next(each for each in section.findChildren(QMenu) if copy in each.actions())
    assert section.open.isEnabled()
    assert set(section.table.ways_out) <= set(menu.actions())
    with qtbot.waitSignal(page.stop_asked) as asked:
        section.open.trigger()
    assert asked.args == [VISIT.id]
    menu.close()


def test_several_rows_are_removed_in_one_step(page: DelegationPage, qtbot: QtBot, editor):
    for table in (page.members, page.objectives, page.shares):
        before = [row.key for row in table.model().rows if isinstance(row.key, UUID)]
        assert len(before) > 1
        table.setFocus()
        table.choose_all(before)
        qtbot.keyClick(table, Qt.Key.Key_Delete)
        assert not [row for row in table.model().rows if isinstance(row.key, UUID)]
        editor.undo_stack.undo()
        assert [row.key for row in table.model().rows if isinstance(row.key, UUID)] == before
