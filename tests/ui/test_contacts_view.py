"""People and organisations: found as one types, changed by forms and keys, merged, undone."""

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from planner.domain.briefing import Fact
from planner.domain.changes import EditName
from planner.domain.organisation import Organisation, OrganisationRelation, OrganisationTie
from planner.domain.person import Person, Post
from planner.domain.values import ContactKind, ContactPoint, Quantity
from planner.queries.contacts_list import Mark
from planner.queries.list_filters import OrganisationFilter
from planner.store.database import Database
from planner.ui.appearance import Appearance
from planner.ui.contacts import contact_orders, known_names
from planner.ui.contacts.asking import ContactDialog
from planner.ui.contacts.contacts_view import ContactsView
from planner.ui.contacts.fact_list import FOUNDED
from planner.ui.contacts.known_names import ORGANISATIONS, PEOPLE
from planner.ui.contacts.merge_dialog import MergeDialog
from planner.ui.editor import Editor
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.formats import Formats
from planner.words import Words
from tests import builders as b

pytestmark = pytest.mark.usefixtures("appearance")

TODAY = date(2015, 10, 26)
WORDS = Words("zh_TW")
HOST = b.organisation("稀奧科貯氫合金", city="包頭市", country="CN")
OWNER = b.organisation("和光交易公司")
UNIVERSITY = b.organisation("內蒙古師範大學", city="呼和浩特市", founded="1952")
TEGUS = b.person(
    "特古斯",
    reading="Te Gusi",
    languages=("mn",),
    contacts=(ContactPoint(kind=ContactKind.PHONE, value="0471"),),
)
WANG = b.person("王立邦")
DOUBLE = b.person("Te Gusi")
POST = b.post(TEGUS, "教授", organisation_id=UNIVERSITY.id, since="2004")
TWO = [
    b.fact(HOST, "貯氫合金粉", quantity=Quantity.read(written), as_of="2015", page=page)
    for written, page in (("3000公噸", "單位簡介"), ("1500公噸", "當日紀要"))
]
THIRD = b.fact(HOST, "高溫合金", quantity=Quantity.read("600公噸"), as_of="2015")
TIE = OrganisationRelation(
    organisation_id=HOST.id, other_id=OWNER.id, tie=OrganisationTie.SHAREHOLDER
)
TRIP = b.delegation()
VISIT = b.stop("參訪", "2015-08-21", host_id=HOST.id)
MET = b.stop("會見", "2015-08-18", host_id=UNIVERSITY.id, people_met_ids=(TEGUS.id,))


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **{"kind": "", **name.values}))


@pytest.fixture
def empty(qtbot: QtBot, database: Database, editor: Editor, tmp_path: Path) -> ContactsView:
    view = ContactsView(
        database, editor, Formats(WORDS), lambda: TODAY, SavedFilters(tmp_path / "filters.json")
    )
    view.resize(1072, 728)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


@pytest.fixture
def view(empty: ContactsView, keep: Callable[..., None]) -> ContactsView:
    keep(HOST, OWNER, UNIVERSITY, TEGUS, WANG, POST, *TWO, THIRD, TIE, TRIP, VISIT, MET)
    empty.setFocus()
    return empty


def names(view: ContactsView) -> list[str]:
    return [row.name for row in view.list.model.rows]


def dialog(view: ContactsView) -> ContactDialog:
    (found,) = [each for each in view.findChildren(ContactDialog) if each.isVisible()]
    return found


def records(database: Database, entity: type) -> list:
    with database.begin(EditName("look")) as work:
        return list(work.where(entity))


# Finding


def test_models_keep_the_contract_of_qt(view: ContactsView) -> None:
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (
            view.list.model,
            view.organisation.fact_list.model,
            view.organisation.tie_model,
            view.organisation.people_model,
            view.person.post_model,
            view.person.reach_model,
            view.organisation.timeline.model(),
        )
    ]
    view.open(Organisation, HOST.id)
    view.list.search.setText("wang")
    view.list.search.setText("")
    view.open(Person, TEGUS.id)
    assert len(testers) == 7


def test_typing_finds_by_pinyin_and_enter_opens(qtbot: QtBot, view: ContactsView) -> None:
    view.seek.trigger()
    qtbot.keyClicks(view.list.search, "tgs")
    assert names(view) == ["特古斯"]
    qtbot.keyClick(view.list.search, Qt.Key.Key_Return)
    assert view.person.name.text() == "特古斯"
    assert view.list.table.hasFocus() or view.person.isAncestorOf(QApplication.focusWidget())


def test_one_character_from_an_input_method_finds(qtbot: QtBot, view: ContactsView) -> None:
    view.list.search.setFocus()
    composing = QInputMethodEvent("ㄊㄜ", [])
    QApplication.sendEvent(view.list.search, composing)
    assert len(names(view)) == 2
    typed = QInputMethodEvent()
    typed.setCommitString("特")
    QApplication.sendEvent(view.list.search, typed)
    assert names(view) == ["特古斯"]
    qtbot.keyClick(view.list.search, Qt.Key.Key_Down)
    assert view.list.table.hasFocus()
    assert view.list.key == TEGUS.id


def test_the_row_in_hand_stays_in_hand_while_one_types(view: ContactsView) -> None:
    view.open(Person, WANG.id)
    view.list.search.setText("王")
    assert view.list.key == WANG.id
    view.list.search.setText("無")
    assert view.list.empty.isVisible()
    assert view.person.key == WANG.id


def test_arrows_move_from_page_to_page(qtbot: QtBot, view: ContactsView) -> None:
    qtbot.mouseClick(
        view.list.kinds.findChildren(type(view.list.kinds.children()[-1]))[-1],
        Qt.MouseButton.LeftButton,
    )
    assert view.list.kind == ORGANISATIONS
    view.list.table.setFocus()
    first = view.organisation.key
    qtbot.keyClick(view.list.table, Qt.Key.Key_Down)
    assert view.organisation.key == view.list.key != first


def test_marks_narrow_the_list(view: ContactsView) -> None:
    view.open(Organisation, UNIVERSITY.id)
    view.list.filters.filter_by("two_values")
    assert names(view) == [HOST.name]
    view.show_delegation(TRIP.id)
    view.list.filters.filter_by("here")
    assert set(names(view)) == {HOST.name, UNIVERSITY.name}
    view.open(Organisation, OWNER.id)
    assert view.list.key == OWNER.id


def test_many_names_are_read_beside_the_window(
    qtbot: QtBot,
    view: ContactsView,
    monkeypatch: pytest.MonkeyPatch,
    database: Database,
    editor: Editor,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(known_names, "AT_ONCE", 1)
    other = ContactsView(
        database, editor, Formats(WORDS), lambda: TODAY, SavedFilters(tmp_path / "filters.json")
    )
    qtbot.addWidget(other)
    frozen = gc.get_freeze_count()
    with qtbot.waitSignal(other.list.ready):
        other.show()
    assert other.list.model.rowCount() == 2
    qtbot.waitUntil(lambda: other.person.key is not None)
    assert gc.get_freeze_count() > frozen
    gc.unfreeze()


# The table


@pytest.fixture
def table(qtbot: QtBot, view: ContactsView) -> ContactsView:
    view.turn.trigger()
    assert view.list.table.isVisible()
    return view


def press_heading(qtbot: QtBot, view: ContactsView, heading: str) -> None:
    headings = [column.heading for column in view.list.table.plan]
    head = view.list.table.horizontalHeader()
    left = head.sectionViewportPosition(headings.index(heading))
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + 20, 12))


def test_the_table_tells_of_each_person_where_and_when(table: ContactsView) -> None:
    row = next(row for row in table.list.model.rows if row.key == TEGUS.id)
    assert (row.latin, row.post, row.body) == ("Te Gusi", "教授", UNIVERSITY.name)
    assert (row.city, row.met_on, row.reach) == ("呼和浩特市", date(2015, 8, 18), "0471")
    assert not table.person.isVisible()


def test_the_table_of_bodies_counts_their_people_and_bears_marks(table: ContactsView) -> None:
    table.list.kinds.choose(ORGANISATIONS)
    table.list.kinds.chosen.emit(ORGANISATIONS)
    rows = {row.name: row for row in table.list.model.rows}
    assert rows[UNIVERSITY.name].people == 1
    assert rows[HOST.name].met_on == date(2015, 8, 21)
    assert rows[HOST.name].mark is Mark.TWO_VALUES
    assert table.trail == ("Organisations",)


def test_a_heading_sorts_both_ways_and_who_has_nothing_there_is_last(
    qtbot: QtBot, table: ContactsView, keep: Callable[..., None]
) -> None:
    keep(b.person("阿木爾", reading="Amuer"))
    table.reload()
    press_heading(qtbot, table, "讀音")
    assert names(table) == ["阿木爾", "特古斯", "王立邦"]
    press_heading(qtbot, table, "讀音")
    assert names(table) == ["特古斯", "阿木爾", "王立邦"]
    press_heading(qtbot, table, "讀音")
    assert names(table) == ["王立邦", "阿木爾", "特古斯"]


def test_a_search_keeps_the_order_of_the_heading(
    qtbot: QtBot, table: ContactsView, keep: Callable[..., None]
) -> None:
    keep(b.person("王甲", reading="B"), b.person("王乙", reading="A"))
    table.reload()
    press_heading(qtbot, table, "讀音")
    table.list.search.setText("王")
    assert names(table) == ["王乙", "王甲", "王立邦"]


def test_enter_opens_the_page_and_the_way_back_keeps_the_row(
    qtbot: QtBot, table: ContactsView
) -> None:
    table.list.tables.table.choose(TEGUS.id)
    qtbot.keyClick(table.list.table, Qt.Key.Key_Return)
    assert table.person.isVisible()
    assert table.person.key == TEGUS.id
    table.turn.trigger()
    assert table.list.key == TEGUS.id
    assert table.list.table.hasFocus()


def test_an_edit_made_in_the_table_moves_the_row_to_its_new_place(
    qtbot: QtBot, table: ContactsView
) -> None:
    press_heading(qtbot, table, "Name")
    assert names(table) == ["王立邦", "特古斯"]
    table.list.tables.table.choose(WANG.id)
    qtbot.keyClick(table.list.table, Qt.Key.Key_F2)
    field = table.list.table.findChild(QLineEdit)
    field.setText("魏立邦")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(table) == ["特古斯", "魏立邦"])
    assert table.list.key == WANG.id


def test_several_rows_of_the_table_are_removed_together(
    qtbot: QtBot, table: ContactsView, keep: Callable[..., None], editor: Editor
) -> None:
    keep(b.person("甲"), b.person("乙"))
    table.reload()
    table.list.table.choose_all([b.key("甲"), b.key("乙")])
    qtbot.keyClick(table.list.table, Qt.Key.Key_Delete)
    assert set(names(table)) == {"特古斯", "王立邦"}
    editor.undo_stack.undo()
    assert len(names(table)) == 4


def test_of_many_the_headings_are_read_beside_the_window(
    qtbot: QtBot, view: ContactsView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contact_orders, "AT_ONCE", 1)
    view.turn.trigger()
    press_heading(qtbot, view, "讀音")
    assert view.list.is_sorting
    assert view.list.told.isVisible()
    qtbot.waitUntil(lambda: names(view) == ["特古斯", "王立邦"])
    assert not view.list.told.isVisible()
    gc.unfreeze()


def test_a_record_found_elsewhere_is_shown_as_a_page(table: ContactsView) -> None:
    table.open(Person, WANG.id)
    assert table.person.isVisible()
    assert table.person.key == WANG.id


# Pages


def test_a_page_shows_conflicts_ties_people_and_what_happened(view: ContactsView) -> None:
    view.open(Organisation, HOST.id)
    page = view.organisation
    (card,) = page.fact_list.cards
    assert "3,000 公噸" in card.accessibleDescription()
    assert "單位簡介" in card.accessibleDescription()
    assert [row.metric for row in page.fact_list.model.rows] == ["高溫合金", "成立時間"]
    assert page.graph.accessibleDescription() == "股東 和光交易公司"
    assert page.nobody.isVisible()
    assert not page.no_facts.isVisible()
    assert [face.title for face in page.timeline.lines] == ["參訪, whole party"]


def test_a_body_without_a_profile_says_so(view: ContactsView) -> None:
    view.open(Organisation, UNIVERSITY.id)
    assert view.organisation.no_facts.isVisible()
    assert [row.value for row in view.organisation.fact_list.model.rows] == ["民國 41 年"]


def test_the_graph_is_walked_by_keys(qtbot: QtBot, view: ContactsView) -> None:
    view.open(Organisation, HOST.id)
    view.organisation.graph.setFocus()
    qtbot.keyClick(view.organisation.graph, Qt.Key.Key_Down)
    qtbot.keyClick(view.organisation.graph, Qt.Key.Key_Return)
    assert view.organisation.key == OWNER.id


def test_a_click_on_a_node_goes_there(qtbot: QtBot, view: ContactsView) -> None:
    view.open(Organisation, HOST.id)
    qtbot.mouseClick(view.organisation.graph, Qt.MouseButton.LeftButton, pos=QPoint(40, 14))
    assert view.organisation.key == OWNER.id


def test_the_menu_of_the_graph_is_of_the_node_under_it(qtbot: QtBot, view: ContactsView) -> None:
    view.open(Organisation, HOST.id)
    page = view.organisation
    qtbot.mouseClick(page.graph, Qt.MouseButton.RightButton, pos=QPoint(40, 14))
    assert page.key == HOST.id
    page.copies.copy.trigger()
    assert "股東\t和光交易公司" in QApplication.clipboard().text()
    page.open_tie.trigger()
    assert page.key == OWNER.id


def test_the_table_tells_what_the_graph_tells(view: ContactsView) -> None:
    view.open(Organisation, HOST.id)
    view.organisation.way.choose("table")
    view.organisation.way.chosen.emit("table")
    assert view.organisation.tie_table.isVisible()
    assert not view.organisation.graph.isVisible()
    assert [line.name for line in view.organisation.tie_model.rows] == [OWNER.name]


def test_people_lead_to_bodies_and_bodies_to_people(qtbot: QtBot, view: ContactsView) -> None:
    view.open(Organisation, UNIVERSITY.id)
    table = view.organisation.people_table
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert view.person.key == TEGUS.id
    assert "0471" in view.person.card.accessibleDescription()
    view.person.post_table.setFocus()
    view.person.post_table.selectRow(0)
    qtbot.keyClick(view.person.post_table, Qt.Key.Key_Return)
    assert view.organisation.key == UNIVERSITY.id


def test_an_event_asks_for_the_page_where_it_stands(qtbot: QtBot, view: ContactsView) -> None:
    view.open(Person, TEGUS.id)
    view.person.timeline.setFocus()
    view.person.timeline.setCurrentIndex(view.person.timeline.model().index(0, 0))
    with qtbot.waitSignal(view.went) as asked:
        qtbot.keyClick(view.person.timeline, Qt.Key.Key_Return)
    assert asked.args == ["stop", MET.id, TRIP.id]


def test_the_menu_of_a_timeline_goes_where_its_line_is(qtbot: QtBot, view: ContactsView) -> None:
    view.open(Organisation, HOST.id)
    timeline = view.organisation.timeline
    timeline.setCurrentIndex(timeline.model().index(0, 0))
    menu = timeline.menu()
    with qtbot.waitSignal(timeline.opened) as asked:
        menu.actions()[0].trigger()
    assert asked.args == [timeline.lines[0].key]


def test_a_timeline_can_be_narrowed(view: ContactsView) -> None:
    view.open(Person, TEGUS.id)
    view.person.show_only("stop")
    assert len(view.person.timeline.lines) == 1
    view.open(Person, WANG.id)
    assert view.person.nothing.isVisible()


# Edits


def test_somebody_is_added_by_the_form(qtbot: QtBot, view: ContactsView, editor: Editor) -> None:
    qtbot.keyClick(view.list.table, Qt.Key.Key_N)
    form = dialog(view).form
    qtbot.keyClick(form.input("name"), Qt.Key.Key_Return)
    assert form.problem("name")
    form.input("name").setText("松林")
    form.input("languages").setText("蒙古語、中文")
    form.input("contacts").more.click()
    form.input("contacts").rows[0].number.setText("0471-1")
    qtbot.mouseClick(dialog(view).act, Qt.MouseButton.LeftButton)
    assert view.person.name.text() == "松林"
    assert view.list.key == view.person.key
    assert editor.undo_stack.undo_text == "新增「松林」"
    editor.undo_stack.undo()
    assert "松林" not in names(view)
    assert view.person.key != view.list.key or view.list.key in (TEGUS.id, WANG.id)


def test_f2_renames_in_place_and_undo_gives_the_name_back(
    qtbot: QtBot, view: ContactsView, editor: Editor
) -> None:
    view.open(Person, WANG.id)
    view.list.table.setFocus()
    qtbot.keyClick(view.list.table, Qt.Key.Key_F2)
    field = view.list.table.findChild(QLineEdit)
    field.setText("王立國")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "王立國" in names(view))
    assert view.person.name.text() == "王立國"
    editor.undo_stack.undo()
    assert "王立邦" in names(view)


def test_one_who_is_needed_is_not_removed(qtbot: QtBot, view: ContactsView, editor: Editor) -> None:
    view.open(Person, TEGUS.id)
    view.list.table.setFocus()
    with qtbot.waitSignal(editor.refused):
        qtbot.keyClick(view.list.table, Qt.Key.Key_Delete)
    view.open(Person, WANG.id)
    view.list.table.setFocus()
    qtbot.keyClick(view.list.table, Qt.Key.Key_Delete)
    assert names(view) == ["特古斯"]
    assert view.person.key == TEGUS.id


def test_a_year_that_is_none_is_told_beside_its_field(
    view: ContactsView, database: Database
) -> None:
    view.open(Organisation, HOST.id)
    view.organisation.fact_list.opened.emit(FOUNDED)
    form = dialog(view).form
    form.input("founded").setText("很久以前")
    dialog(view).act.click()
    assert form.problem("founded")
    assert form.input("founded").text() == "很久以前"
    form.input("founded").setText("民國52年")
    form.input("country").setText("日本")
    dialog(view).act.click()
    (body,) = [each for each in records(database, Organisation) if each.id == HOST.id]
    assert (body.founded, body.country) == ("1963", "JP")
    assert view.organisation.fact_list.model.rows[-1].value == "民國 52 年"


def test_a_fact_is_read_as_people_write_it(view: ContactsView, database: Database) -> None:
    view.open(Organisation, UNIVERSITY.id)
    view.organisation.add_fact.trigger()
    form = dialog(view).form
    form.input("metric").setText("教職員工")
    dialog(view).act.click()
    assert form.problem("value")
    form.input("value").setText("2,300餘人")
    form.input("as_of").setText("去年")
    dialog(view).act.click()
    assert form.problem("as_of")
    form.input("as_of").setText("104")
    form.input("source_id").setText("校方簡報")
    dialog(view).act.click()
    (row, _) = view.organisation.fact_list.model.rows
    assert (row.metric, row.value, row.day, row.source) == (
        "教職員工",
        "逾 2,300 人",
        "104",
        "校方簡報",
    )
    view.organisation.fact_list.opened.emit(row.key)
    assert dialog(view).form.input("value").text() == "over 2300 人"
    dialog(view).act.click()
    (kept,) = [each for each in records(database, Fact) if each.organisation_id == UNIVERSITY.id]
    assert kept.quantity == Quantity.read("2,300餘人")


def test_choosing_one_of_two_values_asks_why_and_can_be_undone(
    qtbot: QtBot, view: ContactsView, database: Database, editor: Editor
) -> None:
    view.open(Organisation, HOST.id)
    (card,) = view.organisation.fact_list.cards
    qtbot.mouseClick(card.choose, Qt.MouseButton.LeftButton)
    form = dialog(view).form
    form.input("chosen").show_value(TWO[0].id)
    dialog(view).act.click()
    assert form.problem("why")
    form.input("why").setPlainText("以來函為準")
    dialog(view).act.click()
    assert view.organisation.fact_list.cards == []
    assert "以來函為準" in next(
        each.notes for each in records(database, Organisation) if each.id == HOST.id
    )
    editor.undo_stack.undo()
    assert len(view.organisation.fact_list.cards) == 1


def test_both_values_are_kept_with_a_word(qtbot: QtBot, view: ContactsView) -> None:
    view.open(Organisation, HOST.id)
    qtbot.mouseClick(view.organisation.fact_list.cards[0].note, Qt.MouseButton.LeftButton)
    dialog(view).form.input("why").setPlainText("口徑不同")
    dialog(view).act.click()
    (card,) = view.organisation.fact_list.cards
    assert card.sentence.text() == "口徑不同"


def test_a_contact_person_is_added_by_name(view: ContactsView, database: Database) -> None:
    view.open(Organisation, HOST.id)
    view.organisation.add_person.trigger()
    form = dialog(view).form
    form.input("person_id").setText("趙經理")
    form.input("title").setText("經理")
    form.input("since").setText("2015")
    form.input("until").setText("2010")
    dialog(view).act.click()
    assert form.problem("until")
    form.input("until").setText("")
    dialog(view).act.click()
    assert [line.person for line in view.organisation.people_model.rows] == ["趙經理"]
    assert {post.title for post in records(database, Post)} == {"教授", "經理"}


def test_ties_are_added_and_removed(qtbot: QtBot, view: ContactsView, database: Database) -> None:
    view.open(Organisation, UNIVERSITY.id)
    view.organisation.add_tie.trigger()
    form = dialog(view).form
    form.input("other_id").setText("和光交易公司")
    dialog(view).act.click()
    assert len(records(database, OrganisationRelation)) == 2
    view.organisation.way.choose("table")
    view.organisation.way.chosen.emit("table")
    view.organisation.tie_table.setFocus()
    view.organisation.tie_table.selectRow(0)
    qtbot.keyClick(view.organisation.tie_table, Qt.Key.Key_Delete)
    assert len(records(database, OrganisationRelation)) == 1
    assert view.organisation.no_ties.isVisible()


# Doubles


def test_m_merges_a_double_and_one_undo_parts_them(
    qtbot: QtBot,
    view: ContactsView,
    editor: Editor,
    keep: Callable[..., None],
    database: Database,
) -> None:
    keep(DOUBLE)
    qtbot.waitUntil(view.doubles.button.isVisible)
    view.open(Person, TEGUS.id)
    view.list.table.setFocus()
    qtbot.keyClick(view.list.table, Qt.Key.Key_M)
    (merging,) = view.findChildren(MergeDialog)
    assert merging.pair is not None
    assert merging.pair.key == (TEGUS.id, DOUBLE.id)
    assert merging.stays.value() == TEGUS.id
    qtbot.mouseClick(merging.act, Qt.MouseButton.LeftButton)
    assert DOUBLE.id not in {person.id for person in records(database, Person)}
    assert view.person.key == TEGUS.id
    assert editor.undo_stack.undo_text == "將「Te Gusi」併入「特古斯」"
    editor.undo_stack.undo()
    assert DOUBLE.id in {person.id for person in records(database, Person)}


def test_a_value_of_the_one_that_goes_can_be_taken(
    qtbot: QtBot, view: ContactsView, keep: Callable[..., None], database: Database
) -> None:
    other = b.person("Tegus", reading="Tegüs", honorific="教授")
    keep(other)
    view.open(Person, TEGUS.id)
    view.list.table.setFocus()
    view.doubles.ask_merge()
    (merging,) = view.findChildren(MergeDialog)
    merging.other.setText("Tegus")
    merging.other._known = {"Tegus": other.id}  # noqa: SLF001 – as chosen from the completer
    merging.other.finished.emit()
    assert set(merging.pair.key) == {TEGUS.id, other.id}
    place = merging.difference_model.row_of("reading")
    merging.differences.setFocus()
    merging.differences.selectRow(place)
    assert merging.difference_model.rows[place].takes_one
    qtbot.keyClick(merging.differences, Qt.Key.Key_Return)
    assert merging.difference_model.rows[place].takes_other
    merging.act.click()
    (kept,) = [person for person in records(database, Person) if person.id == TEGUS.id]
    assert (kept.reading, kept.honorific, kept.languages) == ("Tegüs", "教授", ("mn",))


def test_nothing_is_merged_before_another_is_chosen(view: ContactsView) -> None:
    view.open(Person, WANG.id)
    view.doubles.ask_merge()
    (merging,) = view.findChildren(MergeDialog)
    assert not merging.act.isEnabled()
    assert merging.none.isVisible()


def test_two_chosen_rows_are_compared_with_each_other(view: ContactsView) -> None:
    view.open(Person, WANG.id)
    view.list.table.selectAll()
    view.doubles.ask_merge()
    (merging,) = view.findChildren(MergeDialog)
    assert set(merging.pair.key) == {WANG.id, TEGUS.id}


# Around it


def test_a_page_is_copied_as_text_and_rows_as_a_table(qtbot: QtBot, view: ContactsView) -> None:
    view.open(Organisation, HOST.id)
    view.copy_page.trigger()
    text = QGuiApplication.clipboard().text()
    assert "貯氫合金粉\t3,000 公噸\t104\t單位簡介" in text
    assert "股東\t和光交易公司" in text
    view.open(Person, TEGUS.id)
    view.copy_page.trigger()
    assert "內蒙古師範大學" in QGuiApplication.clipboard().text()
    view.list.table.setFocus()
    view.list.table.selectAll()
    qtbot.keyClick(view.list.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().mimeData().hasHtml()


def test_an_empty_store_says_what_to_do(empty: ContactsView) -> None:
    assert empty.list.empty.isVisible()
    assert empty.nobody.isVisible()
    assert empty.list.kind == PEOPLE


def test_what_another_window_changes_is_shown(
    view: ContactsView, keep: Callable[..., None]
) -> None:
    assert len(names(view)) == 2
    keep(b.person("松林"))
    assert "松林" in names(view)


@pytest.mark.parametrize("size", [1.0, 2.0, 3.0])
def test_nothing_is_cut_sideways_at_any_text_size(
    view: ContactsView, appearance: Appearance, size: float
) -> None:
    appearance.choose(text_size=size)
    view.resize(1200, 800)
    view.open(Organisation, HOST.id)
    QApplication.processEvents()
    area = view.organisation.left
    assert area.widget().width() <= area.viewport().width()


def test_every_control_has_a_name(view: ContactsView) -> None:
    for control in (
        view.list.kinds,
        view.list.search,
        view.list.table,
        view.organisation.more,
        view.organisation.fact_list.table,
        view.organisation.graph,
        view.organisation.tie_table,
        view.organisation.people_table,
        view.organisation.timeline,
        view.person.card,
        view.person.post_table,
        view.person.reach_table,
    ):
        assert control.accessibleName(), control


# Filters


def shown(view: ContactsView) -> set[str]:
    return {row.name for row in view.list.model.rows}


def test_organisations_are_filtered_by_kind_and_what_asks_for_care(view: ContactsView) -> None:
    view.open(Organisation, HOST.id)
    view.list.keeper.show(OrganisationFilter(city="包頭"))
    in_baotou = shown(view)
    assert in_baotou
    assert HOST.name in in_baotou
    assert UNIVERSITY.name not in in_baotou
    assert view.list.chip.isVisible()
    view.list.chip.removed.emit()
    assert UNIVERSITY.name in shown(view)
    assert not view.list.chip.isVisible()


def test_people_are_filtered_by_the_body_of_a_post_and_the_filter_is_kept(
    qtbot: QtBot, view: ContactsView
) -> None:
    view.open(Person, TEGUS.id)
    asked = view.list.keeper.ask()
    asked.form.input("body").setText("師範")
    asked.name.setText("師大的人")
    asked.accept()
    assert shown(view) == {TEGUS.name}
    view.list.keeper.clear()
    assert len(shown(view)) > 1
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view.list.table, Qt.Key.Key_L, shift)
    menu = next(each for each in view.list.findChildren(QMenu) if each.isVisible())
    next(act for act in menu.actions() if act.text() == "師大的人").trigger()
    assert shown(view) == {TEGUS.name}
    menu.close()


def test_each_kind_has_a_filter_of_its_own(view: ContactsView) -> None:
    view.open(Organisation, HOST.id)
    view.list.keeper.show(OrganisationFilter(city="包頭"))
    view.open(Person, TEGUS.id)
    assert not view.list.chip.isVisible()
    assert TEGUS.name in shown(view)


def test_the_breadcrumbs_end_with_who_is_shown(qtbot: QtBot, view: ContactsView) -> None:
    with qtbot.waitSignal(view.title_changed):
        view.open(Person, TEGUS.id)
    assert view.trail == ("People", "特古斯")
