"""Follow-ups are moved, owned, proved and closed with keys, mouse and dialogs."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.changes import EditName
from planner.domain.follow_up import FollowUp, FollowUpState, Progress, Proof
from planner.domain.outcome import Decision, Promise, Verdict
from planner.queries.follow_up_list import FollowUpLine
from planner.queries.list_filters import FollowUpFilter
from planner.queries.records import record
from planner.rules.stroke_order import stroke_order
from planner.store.database import Database
from planner.store.repository import Repository
from planner.ui.appearance import Pigment
from planner.ui.components.card_list import MIME
from planner.ui.editor import Editor
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.jobs import Jobs
from planner.ui.outcomes.follow_up_reading import ALL, NO_OWNER, OVERDUE
from planner.ui.outcomes.follow_up_view import BOARD, LIST, REVIEW, TIMELINE, FollowUpView
from planner.ui.outcomes.time_scale import TimeScale
from planner.ui.translation import Translation
from planner.usecases.records import remove_records
from planner.words import Words
from tests.builders import delegation, key, organisation, recommendation

pytestmark = pytest.mark.usefixtures("appearance")
WORDS = Words("en")
TODAY = date(2015, 10, 26)
NOT_STARTED, IN_PROGRESS, WAITING, TO_CONFIRM, CLOSED = FollowUpState


def follow_up(name: str, **values: object) -> FollowUp:
    given = {"delegation_id": delegation().id, "text": name}
    return FollowUp(id=key(name), **{**given, **values})


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", kind="", **name.values))


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    assert jobs.close()


@pytest.fixture
def view(
    qtbot: QtBot,
    database: Database,
    jobs: Jobs,
    editor: Editor,
    keep: Callable[..., None],
    tmp_path: Path,
) -> FollowUpView:
    """A late one, one without owner, one that is a priority, and one of another delegation."""
    body = organisation("技術處")
    other = delegation("other", title="福建參訪")
    keep(
        body,
        delegation(),
        other,
        follow_up("查證產量", due_on=date(2015, 10, 16), owner_body_id=body.id),
        follow_up("接軌議題"),
        follow_up("盤點團隊", is_priority=True, owner_name="工研院", state=IN_PROGRESS),
        follow_up("草擬計畫", delegation_id=other.id, owner_name="蒙藏委員會"),
    )
    view = FollowUpView(
        database,
        jobs,
        editor,
        Formats(WORDS),
        lambda: TODAY,
        SavedFilters(tmp_path / "filters.json"),
    )
    view.resize(1072, 700)
    qtbot.addWidget(view)
    view.show_delegation(delegation().id)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.setFocus()
    return view


@pytest.fixture
def stored(database: Database) -> Callable[[str], FollowUp]:
    def _stored(name: str) -> FollowUp:
        with database.read() as session:
            return record(session, FollowUp, key(name))

    return _stored


def shown(view: FollowUpView, state: FollowUpState) -> list[str]:
    return [card.title for card in view.ways.columns[state].model.cards]


def dialog(view: FollowUpView) -> FormDialog:
    """The one that is open."""
    return next(each for each in view.findChildren(FormDialog) if each.isVisible())


def press(qtbot: QtBot, view: FollowUpView, letter: str) -> None:
    """A key where the keyboard is."""
    widget = view.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, getattr(Qt.Key, f"Key_{letter}"))


def test_cards_stand_in_the_column_of_their_state(view):
    assert shown(view, NOT_STARTED) == ["查證產量", "接軌議題"]
    assert shown(view, IN_PROGRESS) == ["盤點團隊"]
    late, hole = view.ways.columns[NOT_STARTED].model.cards
    assert [fact.words for fact in late.facts] == ["技術處", "16 Oct 10 days late"]
    assert [fact.words for fact in hole.facts] == ["No owner"]
    (priority,) = view.ways.columns[IN_PROGRESS].model.cards
    assert priority.flag == "Priority"
    assert priority.facts[-1].words == "No proof; closing needs one"


def test_tabs_count_and_narrow(view):
    labels = [button.text() for button in view.tabs._buttons.values()]  # noqa: SLF001
    assert labels == [
        "Here 3",
        "Overdue 1",
        "No owner 1",
        "Their promises 0",
        "All",
    ]
    for tab, expected in ((OVERDUE, ["查證產量"]), (NO_OWNER, ["接軌議題"])):
        view.tabs.choose(tab)
        view.reload()
        assert shown(view, NOT_STARTED) == expected
    view.tabs.choose(ALL)
    view.reload()
    assert "草擬計畫" in shown(view, NOT_STARTED)
    assert view.ways.columns[NOT_STARTED].model.cards[0].facts[0].words == "內蒙古稀土產業參訪"


def few(monkeypatch, most):
    """More than so many are read in a thread."""
    for module in ("follow_up_view", "follow_up_ways"):
        monkeypatch.setattr(f"planner.ui.outcomes.{module}.MANY", most)


def test_where_there_are_many_they_are_read_while_the_window_goes_on(qtbot, view, monkeypatch):
    few(monkeypatch, 3)
    view.tabs.choose(ALL)
    view.reload()
    view.choose(key("草擬計畫"))
    assert "草擬計畫" not in shown(view, NOT_STARTED)
    qtbot.waitUntil(lambda: "草擬計畫" in shown(view, NOT_STARTED))
    assert view.chosen_keys == [key("草擬計畫")]


def test_what_is_asked_for_meanwhile_is_what_is_shown(qtbot, view, jobs, monkeypatch):
    few(monkeypatch, 3)
    view.tabs.choose(ALL)
    view.reload()
    view.tabs.choose(OVERDUE)
    view.reload()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert shown(view, NOT_STARTED) == ["查證產量"]
    view.choose(key("查證產量"))
    assert view.chosen_keys == [key("查證產量")]


def test_of_many_only_the_way_that_is_seen_is_filled(qtbot, view, jobs, monkeypatch):
    few(monkeypatch, 3)
    view.tabs.choose(ALL)
    view.show_way(LIST)
    view.ways.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: jobs.is_idle)
    listed = [view.ways.model.index(row, 0).data() for row in range(view.ways.model.rowCount())]
    assert len(listed) > 3
    view.ways.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: jobs.is_idle)
    turned = [view.ways.model.index(row, 0).data() for row in range(view.ways.model.rowCount())]
    assert turned != listed
    assert sorted(turned) == sorted(listed)
    assert view.ways.timeline.model_of_lines.rowCount() != len(listed)
    view.show_way(TIMELINE)
    assert not view.is_reading
    assert view.ways.timeline.model_of_lines.rowCount() == len(listed)


def test_promises_of_the_other_side_have_a_tab(view, keep):
    promise = Promise(delegation_id=delegation().id, text="來臺時程")
    keep(promise, follow_up("來臺", promise_id=promise.id))
    view.tabs.choose("theirs")
    view.reload()
    assert shown(view, NOT_STARTED) == ["來臺"]


def test_a_number_sets_the_state_and_can_be_taken_back(qtbot, view, editor, stored):
    view.choose(key("接軌議題"))
    press(qtbot, view, "3")
    assert stored("接軌議題").state is WAITING
    assert editor.undo_stack.undo_text == "set “接軌議題” to Waiting"
    assert view.chosen_keys == [key("接軌議題")]
    editor.undo_stack.undo()
    assert stored("接軌議題").state is NOT_STARTED


def test_several_are_one_edit(qtbot, view, editor, stored):
    cards = view.ways.columns[NOT_STARTED].cards
    cards.selectAll()
    cards.setFocus()
    press(qtbot, view, "2")
    assert {stored(name).state for name in ("接軌議題", "查證產量")} == {IN_PROGRESS}
    assert editor.undo_stack.undo_text == "set 2 follow-ups to In progress"
    editor.undo_stack.undo()
    assert {stored(name).state for name in ("接軌議題", "查證產量")} == {NOT_STARTED}


def test_closing_asks_what_was_done_and_stays_open_until_told(qtbot, view, stored):
    view.choose(key("接軌議題"))
    press(qtbot, view, "5")
    asking = dialog(view)
    asking.act.click()
    assert asking.isVisible()
    assert asking.form.problem("done")
    assert stored("接軌議題").state is NOT_STARTED
    asking.form.input("done").show_value("已納入議程")
    asking.act.click()
    closed = stored("接軌議題")
    assert (closed.state, closed.done, closed.closed_on) == (CLOSED, "已納入議程", TODAY)


def test_a_priority_item_closes_only_with_proof_and_a_second_person(view, stored, database):
    view.choose(key("盤點團隊"))
    asking = view.acts.ask_closing(view.chosen)
    asking.form.input("done").show_value("名單完成")
    asking.act.click()
    assert asking.form.problem("link")
    asking.form.input("link").show_value("https://example.org/list")
    asking.act.click()
    assert asking.form.problem("confirmed_by")
    with database.begin(EditName("look")) as work:
        assert work.where(Proof, follow_up_id=key("盤點團隊")) == ()
    asking.form.input("confirmed_by").show_value("曹申")
    asking.act.click()
    assert stored("盤點團隊").state is CLOSED
    assert view.ways.columns[CLOSED].model.cards[0].facts[-1].words == "1 proof"


def test_an_owner_is_a_body_where_it_is_known_and_a_name_where_not(qtbot, view, stored):
    view.choose(key("接軌議題"))
    for typed, expected in (
        ("技術處", (key("技術處"), "")),
        ("某公司", (None, "某公司")),
        ("", (None, "")),
    ):
        press(qtbot, view, "O")
        asking = dialog(view)
        asking.form.input("owner").setText(typed)
        asking.act.click()
        found = stored("接軌議題")
        assert (found.owner_body_id, found.owner_name) == expected


def test_a_form_holds_the_rhythm_of_review_and_what_must_come_before(view, stored):
    asking = view.acts.ask_change(key("接軌議題"))
    before = asking.form.input("depends_on_ids")
    assert before.count == 2, "neither itself nor what stands in another delegation"
    asking.form.input("review_every_months").show_value("six")
    asking.act.click()
    assert asking.form.problem("review_every_months")
    asking.form.input("review_every_months").show_value("6")
    before.show_value((key("查證產量"),))
    asking.act.click()
    held = stored("接軌議題")
    assert (held.review_every_months, held.depends_on_ids) == (6, (key("查證產量"),))
    card = next(each for each in view.ways.columns[NOT_STARTED].model.cards if each.key == held.id)
    assert "After 查證產量" in [fact.words for fact in card.facts]


def test_what_is_open_for_half_a_year_is_red_without_a_due_day(view, keep):
    keep(follow_up("久懸", owner_name="處", opened_on=date(2015, 4, 26)))
    view.tabs.choose(OVERDUE)
    view.reload()
    assert shown(view, NOT_STARTED) == ["查證產量", "久懸"]
    late = view.ways.columns[NOT_STARTED].model.cards[1].facts[-1]
    assert (late.words, late.pigment) == ("Open since 26 Apr", Pigment.CINNABAR)


def test_a_due_day_takes_roc_years_and_tells_what_it_cannot_read(qtbot, view, stored):
    view.choose(key("接軌議題"))
    press(qtbot, view, "D")
    asking = dialog(view)
    asking.form.input("due_on").setText("someday")
    asking.act.click()
    assert "someday" in asking.form.problem("due_on")
    asking.form.input("due_on").setText("104/11/30")
    asking.act.click()
    assert stored("接軌議題").due_on == date(2015, 11, 30)


def test_progress_begins_what_had_not_begun(qtbot, view, stored, database):
    view.choose(key("接軌議題"))
    press(qtbot, view, "N")
    asking = dialog(view)
    asking.form.input("text").show_value("已發函")
    asking.act.click()
    assert stored("接軌議題").state is IN_PROGRESS
    with database.begin(EditName("look")) as work:
        (entry,) = work.where(Progress, follow_up_id=key("接軌議題"))
    assert (entry.text, entry.on) == ("已發函", TODAY)


def test_a_file_is_kept_as_proof(qtbot, view, database, tmp_path):
    paper = tmp_path / "回函.pdf"
    paper.write_bytes(b"%PDF-1.4 reply")
    view.choose(key("接軌議題"))
    press(qtbot, view, "P")
    asking = dialog(view)
    asking.act.click()
    assert asking.form.problem("link")
    asking.form.input("file").show_value(tmp_path / "gone.pdf")
    asking.act.click()
    assert "gone.pdf" in asking.form.problem("")
    asking.form.input("file").show_value(paper)
    asking.act.click()
    with database.begin(EditName("look")) as work:
        (proof,) = work.where(Proof, follow_up_id=key("接軌議題"))
    assert proof.title == "回函.pdf"
    assert database.files.read(proof.file.content) == b"%PDF-1.4 reply"


def test_a_file_dropped_on_a_card_becomes_its_proof(view, tmp_path):
    column = view.ways.columns[NOT_STARTED]
    rect = column.cards.visualRect(column.model.index(1))
    where = column.cards.viewport().mapTo(column, rect.center())
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    column.dropEvent(drop(where, carried))
    assert dialog(view).form.input("file").value() == tmp_path / "a.pdf"


def test_a_card_dropped_on_a_column_takes_its_state(view, stored):
    carried = QMimeData()
    carried.setData(MIME, str(key("查證產量")).encode())
    view.ways.columns[TO_CONFIRM].dropEvent(drop(QPoint(40, 80), carried))
    assert stored("查證產量").state is TO_CONFIRM


def drop(where: QPoint, carried: QMimeData) -> QDropEvent:
    return QDropEvent(
        QPointF(where),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_enter_opens_and_keeps_what_it_does_not_show(qtbot, view, stored):
    view.choose(key("查證產量"))
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    asking = dialog(view)
    assert asking.form.input("owner").text() == "技術處"
    asking.form.input("text").show_value("查證年產量")
    asking.act.click()
    found = stored("查證產量")
    assert (found.text, found.owner_body_id) == ("查證年產量", key("技術處"))
    assert found.due_on == date(2015, 10, 16)


def test_a_new_one_belongs_to_the_delegation_in_hand(view):
    view.menu_acts.add.trigger()
    asking = dialog(view)
    asking.act.click()
    assert asking.form.problem("text")
    asking.form.input("text").show_value("寄送紀錄")
    asking.act.click()
    assert "寄送紀錄" in shown(view, NOT_STARTED)
    view.show_delegation(None)
    assert not view.menu_acts.add.isEnabled()


def test_removing_is_one_edit_with_its_entries(qtbot, view, editor, database):
    view.choose(key("接軌議題"))
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Delete)
    assert "接軌議題" not in shown(view, NOT_STARTED)
    editor.undo_stack.undo()
    assert "接軌議題" in shown(view, NOT_STARTED)


def test_arrows_go_from_column_to_column(qtbot, view):
    view.choose(key("查證產量"))
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Right)
    assert view.chosen_keys == [key("盤點團隊")]
    qtbot.keyClick(view.ways.columns[IN_PROGRESS].cards, Qt.Key.Key_Left)
    assert view.chosen_keys == [key("查證產量")]


def test_the_list_keeps_what_was_chosen_and_sorts_by_headings(view):
    view.choose(key("接軌議題"))
    view.way.choose(LIST)
    view.way.chosen.emit(LIST)
    assert view.chosen_keys == [key("接軌議題")]
    view.ways.table.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    titles = [line.text for line in view.ways.model.rows]
    assert titles == sorted(titles, key=stroke_order, reverse=True)
    assert view.chosen_keys == [key("接軌議題")]
    view.way.choose(BOARD)
    view.way.chosen.emit(BOARD)
    assert view.chosen_keys == [key("接軌議題")]


def test_chosen_cards_are_copied_as_a_table(qapp, view):
    view.choose(key("查證產量"))
    view.menu_acts.copy.trigger()
    heading, row = qapp.clipboard().text().splitlines()
    assert heading.split("\t")[0] == "State"
    assert row.split("\t")[1] == "查證產量"


def test_an_empty_place_says_what_comes_there(view, database):
    with database.begin(EditName("clear")) as work:
        remove_records(work, FollowUp, [key(name) for name in ("查證產量", "接軌議題", "盤點團隊")])
    view.reload()
    assert view.empty.isVisible()
    view.tabs.choose(ALL)
    view.reload()
    view.tabs.choose(OVERDUE)
    view.reload()
    assert view.empty.isVisible() or view.none_such.isVisible()


def test_a_tab_without_hits_leads_back(view):
    view.tabs.choose("theirs")
    view.reload()
    assert view.none_such.isVisible()
    view._everything.click()  # noqa: SLF001
    assert shown(view, NOT_STARTED) == ["查證產量", "接軌議題"]


def test_a_menu_offers_what_can_be_done(view):
    view.choose(key("查證產量"))
    view.ways.columns[NOT_STARTED].menu_asked.emit(QPoint(10, 10))
    menu = next(each for each in view.findChildren(QMenu) if each.isVisible())
    assert view.menu_acts.states[CLOSED] in menu.actions()
    menu.close()


def test_nothing_chosen_does_nothing(view, editor):
    view.ways.board._only(-1)  # noqa: SLF001
    for act in (
        view.menu_acts.set_owner,
        view.menu_acts.set_due,
        view.menu_acts.tell,
        view.menu_acts.prove,
        view.menu_acts.change,
        view.menu_acts.remove,
    ):
        act.trigger()
    assert not any(each.isVisible() for each in view.findChildren(FormDialog))
    assert len(editor.undo_stack) == 4 - 3  # the fixture's one edit


def test_every_act_has_its_key_and_no_two_the_same(view):
    keys = [act.shortcut() for act in view.actions() if not act.shortcut().isEmpty()]
    assert len({each.toString() for each in keys}) == len(keys)
    assert QKeySequence("O") in keys


def test_files_too_large_for_an_archive_are_refused(monkeypatch, view, tmp_path):
    monkeypatch.setattr("planner.usecases.attachments.MOST_MEGABYTES", 0)
    big = Path(tmp_path, "big.bin")
    big.write_bytes(b"x")
    view.choose(key("查證產量"))
    asking = view.acts.ask_proof(view.chosen[0], big)
    asking.act.click()
    assert "big.bin" in asking.form.problem("")


def test_the_total_tells_how_many_are_open(qtbot, qapp, tmp_path, view):
    Translation(qapp, tmp_path).choose("en")
    with qtbot.waitSignal(view.totals_changed) as told:
        view.reload()
    assert told.args == ["3 follow-ups, 3 open"]


def test_a_key_of_another_is_not_chosen(view):
    view.choose(UUID(int=0))
    assert view.chosen_keys in ([], [key("查證產量")])


# Timeline


def test_the_timeline_has_a_row_for_each_and_reads_when_it_is_due(view: FollowUpView) -> None:
    view.show_way(TIMELINE)
    rows = view.ways.timeline.model_of_lines
    assert {row.text for row in rows.rows} == {"查證產量", "接軌議題", "盤點團隊"}
    late = view.ways.timeline.model_of_lines.row_of(key("查證產量"))
    spoken = rows.index(late, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "16 Oct 10 days late"


def test_the_scale_holds_every_day_and_names_months_apart() -> None:
    lines = [line(opened_on=date(2015, 8, 22), due_on=date(2016, 2, 22))]
    scale = TimeScale.of(lines, TODAY)
    assert 0 < scale.place(date(2015, 8, 22), 600) < scale.place(TODAY, 600)
    assert scale.place(date(2016, 2, 22), 600) < 600
    ticks = list(scale.ticks(600, 52))
    places = [scale.place(tick, 600) for tick in ticks]
    assert all(right - left >= 52 for left, right in pairwise(places))
    assert all(tick.day == 1 for tick in ticks)


def test_steps_of_a_long_scale_begin_with_a_year() -> None:
    lines = [line(opened_on=date(2005, 3, 1), due_on=date(2026, 2, 22))]
    ticks = list(TimeScale.of(lines, TODAY).ticks(600, 52))
    assert {tick.month for tick in ticks} == {1}
    assert len(ticks) > 3


def line(**values: object) -> FollowUpLine:
    given = {field.name: None for field in fields(FollowUpLine)}
    return FollowUpLine(**{**given, "state": NOT_STARTED, **values})


def test_acts_work_on_the_timeline_as_on_the_list(
    qtbot: QtBot, view: FollowUpView, stored: Callable[[str], FollowUp]
) -> None:
    view.show_way(TIMELINE)
    view.choose(key("接軌議題"))
    qtbot.keyClick(view.ways.timeline, Qt.Key.Key_3)
    assert stored("接軌議題").state is WAITING


# Several at once


def test_several_are_changed_as_one_edit_and_the_rest_stays(
    view: FollowUpView, editor: Editor, stored: Callable[[str], FollowUp]
) -> None:
    view.show_way(LIST)
    names = ("查證產量", "接軌議題", "盤點團隊")
    view.ways.table.choose_all([key(name) for name in names])
    view.menu_acts.change.trigger()
    asked = dialog(view)
    asked.form.show_values({"due_on": date(2015, 12, 31), "state": WAITING})
    asked.accept()
    assert {stored(name).due_on for name in names} == {date(2015, 12, 31)}
    assert {stored(name).state for name in names} == {WAITING}
    assert stored("盤點團隊").owner_name == "工研院"
    assert stored("盤點團隊").is_priority
    editor.undo_stack.undo()
    assert stored("查證產量").due_on == date(2015, 10, 16)
    assert stored("接軌議題").state is NOT_STARTED


def test_one_key_makes_several_a_priority_and_takes_it_off_again(
    qtbot: QtBot, view: FollowUpView, stored: Callable[[str], FollowUp]
) -> None:
    view.show_way(LIST)
    both = ("查證產量", "盤點團隊")
    view.ways.table.choose_all([key(name) for name in both])
    qtbot.keyClick(view.ways.table, Qt.Key.Key_I)
    assert [stored(name).is_priority for name in both] == [True, True]
    view.ways.table.choose_all([key(name) for name in both])
    qtbot.keyClick(view.ways.table, Qt.Key.Key_I)
    assert [stored(name).is_priority for name in both] == [False, False]


# Filters


def test_a_kept_filter_narrows_board_list_and_timeline(view: FollowUpView) -> None:
    asked = view.filter.ask()
    asked.form.input("is_without_owner").setChecked(True)
    asked.name.setText("缺人")
    asked.accept()
    assert [row.text for row in view.ways.model.rows] == ["接軌議題"]
    assert [row.text for row in view.ways.timeline.model_of_lines.rows] == ["接軌議題"]
    assert sum(len(column.model.cards) for column in view.ways.columns.values()) == 1
    assert view.filter.told == "缺人"
    view.filter.clear()
    assert len(view.ways.model.rows) == 3


def test_a_filter_over_all_delegations_reaches_beyond_the_one_in_hand(view: FollowUpView) -> None:
    view.filter.show(FollowUpFilter(owner="蒙藏", is_everywhere=True))
    assert [row.text for row in view.ways.model.rows] == ["草擬計畫"]


# Review


@pytest.fixture
def review(view: FollowUpView, keep: Callable[..., None]) -> FollowUpView:
    keep(recommendation(1, "雙向交流"), recommendation(2, "整合團隊"))
    view.show_way(REVIEW)
    return view


@pytest.fixture
def decisions(database: Database) -> Callable[[str], list[Decision]]:
    def _decisions(title: str) -> list[Decision]:
        about = recommendation(1, title).id
        with database.read() as session:
            return list(Repository(session.connection(), Decision).where(recommendation_id=about))

    return _decisions


def test_one_key_answers_and_the_next_item_comes_in_hand(
    qtbot: QtBot, review: FollowUpView, decisions: Callable[[str], list[Decision]]
) -> None:
    table = review.ways.review.table
    assert review.ways.review.in_hand.text == "雙向交流"
    qtbot.keyClick(table, Qt.Key.Key_1)
    assert [each.verdict for each in decisions("雙向交流")] == [Verdict.ADOPTED]
    assert review.ways.review.in_hand.text == "整合團隊"
    assert review.ways.review.progress.text() == "1/5 answered"


def test_a_refusal_asks_why(
    qtbot: QtBot, review: FollowUpView, decisions: Callable[[str], list[Decision]]
) -> None:
    qtbot.keyClick(review.ways.review.table, Qt.Key.Key_4)
    asked = dialog(review)
    asked.accept()
    assert asked.isVisible()
    assert asked.form.problem("reason")
    asked.form.input("reason").setPlainText("經費不足")
    asked.accept()
    assert [(each.verdict, each.reason) for each in decisions("雙向交流")] == [
        (Verdict.NOT_ADOPTED, "經費不足")
    ]


def test_another_answer_on_the_same_day_takes_the_place_of_the_first(
    qtbot: QtBot, review: FollowUpView, decisions: Callable[[str], list[Decision]]
) -> None:
    first = review.ways.review.in_hand.key
    for number in (Qt.Key.Key_1, Qt.Key.Key_3):
        review.ways.review.choose(first)
        qtbot.keyClick(review.ways.review.table, number)
    assert [each.verdict for each in decisions("雙向交流")] == [Verdict.UNDER_STUDY]


def test_as_it_was_is_told_too_and_changes_nothing_else(
    qtbot: QtBot, review: FollowUpView, editor: Editor, stored: Callable[[str], FollowUp]
) -> None:
    before = stored("盤點團隊")
    review.ways.review.choose(before.id)
    qtbot.keyClick(review.ways.review.table, Qt.Key.Key_0)
    assert stored("盤點團隊") == before
    told = next(item for item in review.ways.review.model.rows if item.key == before.id)
    assert told.is_answered(TODAY)
    assert told.told == "Review: In progress"
    editor.undo_stack.undo()
    untold = next(item for item in review.ways.review.model.rows if item.key == before.id)
    assert not untold.is_answered(TODAY)


def test_closing_in_a_round_asks_what_was_done_as_elsewhere(
    qtbot: QtBot, review: FollowUpView, stored: Callable[[str], FollowUp]
) -> None:
    review.ways.review.choose(key("查證產量"))
    qtbot.keyClick(review.ways.review.table, Qt.Key.Key_5)
    asked = dialog(review)
    assert stored("查證產量").state is NOT_STARTED
    asked.form.input("done").setPlainText("已向公司查證")
    asked.accept()
    assert stored("查證產量").state is CLOSED


def test_the_bar_tells_of_the_round_until_all_is_told(
    qtbot: QtBot, view: FollowUpView, keep: Callable[..., None], database: Database
) -> None:
    assert not view.bar.isVisible()
    near = delegation(reported_on=date(2015, 5, 1))
    with database.begin(EditName("test", {})) as work:
        work.replace(near)
    assert view.bar.isVisible()
    assert "104/11/1" in view.bar.sentence.text() or "1 Nov 2015" in view.bar.sentence.text()
    view.begin_review.click()
    assert view.way.key == REVIEW
    for _ in range(3):
        qtbot.keyClick(view.ways.review.table, Qt.Key.Key_2)
    view.show_way(BOARD)
    assert not view.bar.isVisible()


def test_tabs_stand_below_where_their_words_would_be_cut(appearance, view: FollowUpView) -> None:
    view.resize(1072, 700)
    beside = view.tabs.y()
    assert beside < view.way.geometry().bottom()
    appearance.choose(text_size=2.0)
    view.resize(1000, 700)
    QApplication.processEvents()
    assert view.tabs.y() > view.way.geometry().bottom()
    for button in view.tabs.findChildren(QAbstractButton):
        assert button.width() >= button.width_at(button.brevity)
