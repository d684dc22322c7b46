"""Background is added, read, marked and attached with mouse and keys; conflicts stay both."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planner.domain.briefing import (
    ChartForm,
    Fact,
    FactChart,
    Relation,
    ReprintPermission,
    Source,
)
from planner.domain.delegation import Delegation
from planner.domain.values import Comparison, Quantity
from planner.queries.records import record
from planner.store.database import Database
from planner.store.repository import Repository
from planner.ui.briefing.briefing_view import CHARTS, RELATIONS, SOURCES, BriefingView
from planner.ui.briefing.chart_picture import nice_top
from planner.ui.briefing.faces import written
from planner.ui.briefing.pages import CONFLICTS, DOUBTFUL
from planner.ui.editor import Editor
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.row_table_model import Role
from planner.words import Words
from tests.builders import delegation, fact, key, organisation, source

pytestmark = pytest.mark.usefixtures("appearance")
WORDS = Words("zh_TW")
TRIP = key("delegation")
HOST = organisation("稀奧科")
LISTED, OTHER = source("月報"), source("年報")
LEFT = Qt.MouseButton.LeftButton


def amount(name: str, number: int, **values: Any) -> Fact:
    made = fact(HOST, "年產", quantity={"number": number, "unit": "噸"}, **values)
    return made.with_(id=key(name), source_id=LISTED.id)


def relation(subject: str, thing: str, verb: str = "使用") -> Relation:
    values = {"subject": subject, "verb": verb, "object": thing, "source_id": LISTED.id}
    return Relation(id=key(f"{subject} {verb} {thing}"), **values)


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **name.values))


@pytest.fixture
def bare(qtbot: QtBot, database: Database, editor: Editor) -> BriefingView:
    view = BriefingView(database, editor, Formats(WORDS))
    view.resize(1072, 700)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


@pytest.fixture
def view(bare: BriefingView, keep: Callable[..., None]) -> BriefingView:
    keep(
        HOST,
        LISTED,
        OTHER,
        delegation(briefing_source_ids=(LISTED.id,), lead_body_id=HOST.id),
        amount("a", 3000),
        amount("b", 1500),
        fact(HOST, "人數", text="約四十", doubt="未證實", source_id=LISTED.id),
        relation("馬達", "Nd"),
        relation("馬達", "Dy"),
        relation("鏡頭", "La"),
        relation("中國大陸", "Tb", "管制"),
    )
    bare.show_delegation(TRIP)
    return bare


def every(database: Database, kind: type) -> list[Any]:
    with database.read() as session:
        return list(Repository(session.connection(), kind).where())


def stored(database: Database, kind: type, identity: UUID) -> Any:
    with database.read() as session:
        return record(session, kind, identity)


def attached(database: Database) -> tuple[UUID, ...]:
    return stored(database, Delegation, TRIP).briefing_source_ids


def open_dialog(view: BriefingView) -> FormDialog:
    return next(each for each in view.findChildren(FormDialog) if each.isVisible())


def shown(view: BriefingView) -> list[str]:
    return [view.facts.model.index(row, 2).data() for row in range(view.facts.model.rowCount())]


def test_the_models_keep_the_contract_of_qt(view):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in (view.facts.model, view.sources.model, view.matrix.model):
        QAbstractItemModelTester(model, mode)
    view.reload()


def test_conflicts_stand_side_by_side_with_their_mark(view):
    assert shown(view)[0] == "約四十"
    assert set(shown(view)[1:]) == {"3,000 噸", "1,500 噸"}
    chips = [view.facts.model.index(row, 1).data(Role.CHIP) for row in range(3)]
    assert [chip.words for chip in chips] == ["存疑", "兩值", "兩值"]
    assert chips[1].icon == "two-values"


def test_tabs_and_search_narrow_the_facts(qtbot, view):
    view.facts.tabs.choose(CONFLICTS)
    view.facts.tabs.chosen.emit(CONFLICTS)
    assert len(shown(view)) == 2
    view.facts.tabs.choose(DOUBTFUL)
    view.facts.tabs.chosen.emit(DOUBTFUL)
    assert shown(view) == ["約四十"]
    view.facts.search.setText("年產")
    assert shown(view) == []
    view.choose(key("a"))
    assert len(shown(view)) == 3
    assert view.facts.table.key == key("a")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("over 90%", Quantity(number=90, comparison=Comparison.OVER, unit="%")),
        ("2 to 3.4 kg", Quantity(number=2, upper=Decimal("3.4"), unit="kg")),
        ("3.5萬餘人", Quantity(number=35000, comparison=Comparison.OVER, unit="人")),
    ],
)
def test_a_value_is_read_as_it_is_typed(qtbot, view, database, typed, read):
    view.add.trigger()
    dialog = open_dialog(view)
    dialog.form.input("subject").setText("全球")
    dialog.form.input("metric").setText("比重")
    dialog.form.input("value").setText(typed)
    assert WORDS.quantity(read) in dialog.form.reading.text()
    qtbot.mouseClick(dialog.act, LEFT)
    made = next(each for each in every(database, Fact) if each.metric == "比重")
    assert (made.quantity, made.source_id) == (read, LISTED.id)
    assert Quantity.read(written(read)) == read


def test_what_a_fact_lacks_stands_beside_its_field(qtbot, view, database):
    view.add.trigger()
    dialog = open_dialog(view)
    dialog.form.input("subject").setText("全球")
    dialog.form.input("source_id").clear()
    qtbot.mouseClick(dialog.act, LEFT)
    assert dialog.form.problem("source_id")
    dialog.form.input("source_id").setText("官網")
    qtbot.mouseClick(dialog.act, LEFT)
    assert dialog.form.problem("metric")
    assert dialog.form.input("subject").text() == "全球"
    assert [each.title for each in every(database, Source)].count("官網") == 0


def test_a_fact_is_changed_and_removed_by_key_and_taken_back(qtbot, view, database, editor):
    view.facts.table.setFocus()
    view.facts.table.choose(key("a"))
    qtbot.keyClick(view.facts.table, Qt.Key.Key_Return)
    dialog = open_dialog(view)
    assert dialog.form.input("value").text() == "3000 噸"
    dialog.form.input("value").setText("1,500 噸")
    qtbot.mouseClick(dialog.act, LEFT)
    changed = stored(database, Fact, key("a"))
    assert (changed.quantity.number, changed.organisation_id) == (1500, HOST.id)
    assert view.facts.model.index(1, 1).data(Role.CHIP) is None
    view.facts.table.choose(key("a"))
    qtbot.keyClick(view.facts.table, Qt.Key.Key_Delete)
    assert key("a") not in [each.id for each in every(database, Fact)]
    assert editor.undo_stack.undo_text == "移除資料「稀奧科 年產」"
    editor.undo_stack.undo()
    editor.undo_stack.undo()
    assert stored(database, Fact, key("a")).quantity.number == 3000


def test_permission_is_set_by_number_for_all_that_are_chosen(qtbot, view, database, editor):
    view.show_way(SOURCES)
    view.sources.table.choose(LISTED.id)
    qtbot.keyClick(view.sources.table, Qt.Key.Key_2)
    assert stored(database, Source, LISTED.id).reprint_permission is ReprintPermission.ASKED
    assert view.sources.model.index(0, 4).data(Role.CHIP).words == WORDS.value(
        ReprintPermission.ASKED
    )
    assert "月報" in editor.undo_stack.undo_text


def test_a_source_is_attached_from_the_store_and_taken_off(qtbot, view, database):
    view.show_way(SOURCES)
    view.attach.trigger()
    dialog = open_dialog(view)
    dialog.form.input("source").show_value(OTHER.id)
    qtbot.mouseClick(dialog.act, LEFT)
    assert attached(database) == (LISTED.id, OTHER.id)
    view.sources.table.setFocus()
    view.sources.table.choose(OTHER.id)
    qtbot.keyClick(view.sources.table, Qt.Key.Key_A)
    assert attached(database) == (LISTED.id,)
    assert stored(database, Source, OTHER.id) == OTHER


def test_a_source_needs_some_name(qtbot, view, database):
    view.add_source.trigger()
    dialog = open_dialog(view)
    dialog.form.input("issue").setText("388")
    qtbot.mouseClick(dialog.act, LEFT)
    assert dialog.form.problem("title")
    dialog.form.input("author").setText("芮嘉瑋")
    qtbot.mouseClick(dialog.act, LEFT)
    assert len(attached(database)) == 2


def test_the_matrix_shows_one_verb_with_components_down_and_elements_across(view):
    model = view.matrix.model
    assert (model.subjects, model.objects) == (["鏡頭", "馬達"], ["Dy", "La", "Nd"])
    marks = [[model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert marks == [["", "✓", ""], ["✓", "", "✓"]]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, 0).data(spoken) == "馬達 使用 Dy"
    assert model.index(0, 0).data(spoken) == "Not marked: 鏡頭 使用 Dy"
    view.matrix.verbs.choose("管制")
    view.matrix.verbs.chosen.emit("管制")
    assert (model.subjects, model.objects) == (["中國大陸"], ["Tb"])


def test_space_marks_a_cell_and_a_click_takes_the_mark_away(qtbot, view, database, editor):
    view.show_way(RELATIONS)
    table, model = view.matrix.table, view.matrix.model
    table.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert model.index(0, 0).data() == "✓"
    made = next(
        each for each in every(database, Relation) if (each.subject, each.object) == ("鏡頭", "Dy")
    )
    assert made.source_id == LISTED.id
    assert editor.undo_stack.undo_text == "標記「鏡頭 使用 Dy」"
    where = table.visualRect(model.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=where)
    assert model.index(0, 0).data() == ""
    assert table.currentIndex() == model.index(0, 0)


def test_a_new_component_comes_by_the_form(qtbot, view, database):
    view.show_way(RELATIONS)
    view.add.trigger()
    dialog = open_dialog(view)
    assert dialog.form.input("verb").text() == "使用"
    dialog.form.input("subject").setText("磁體")
    dialog.form.input("object").setText("Pr")
    qtbot.mouseClick(dialog.act, LEFT)
    assert "磁體" in view.matrix.model.subjects
    assert "Pr" in view.matrix.model.objects


def test_empty_pages_say_what_to_do(bare, keep):
    keep(delegation())
    bare.show_delegation(TRIP)
    assert bare.facts.none.isVisible()
    bare.show_way(RELATIONS)
    assert bare.matrix.none.isVisible()
    bare.show_way(SOURCES)
    assert bare.sources.none.isVisible()


def test_the_menu_of_a_source_offers_every_permission(view):
    view.show_way(SOURCES)
    view.sources.table.customContextMenuRequested.emit(QPoint(20, 20))
    menu = next(each for each in view.findChildren(QMenu) if each.isVisible())
    assert set(view.permissions.values()) <= set(menu.actions())
    menu.close()


def test_without_a_delegation_nothing_is_shown_and_nothing_can_be_added(view):
    view.show_delegation(None)
    assert shown(view) == []
    assert not view.add.isEnabled()


# Charts


def draw(qtbot: QtBot, view: BriefingView, title: str) -> None:
    view.facts.table.setFocus()
    qtbot.keyClick(view.facts.table, Qt.Key.Key_G)
    asked = open_dialog(view)
    asked.form.input("title").setText(title)
    asked.accept()


def test_chosen_facts_are_drawn_by_one_key_and_the_chart_comes_in_view(
    qtbot: QtBot, view: BriefingView, database: Database, editor: Editor
) -> None:
    view.facts.table.choose_all([key("a"), key("b")])
    draw(qtbot, view, "歷年產量")
    (chart,) = every(database, FactChart)
    assert (chart.title, set(chart.fact_ids)) == ("歷年產量", {key("a"), key("b")})
    assert view.way.key == CHARTS
    assert view.charts.title.text() == "歷年產量"
    assert "3,000" in view.charts.picture.accessibleDescription()
    editor.undo_stack.undo()
    assert every(database, FactChart) == []
    assert view.charts.none.isVisible()


def test_what_a_chart_cannot_draw_is_told_below_it(qtbot: QtBot, view: BriefingView) -> None:
    words = next(line.key for line in view.facts.model.rows if line.fact.doubt)
    view.facts.table.choose_all([key("a"), words])
    draw(qtbot, view, "產量")
    assert "約四十" in view.charts.left_out.text()


def test_a_chart_is_changed_and_removed_with_keys(
    qtbot: QtBot, view: BriefingView, database: Database
) -> None:
    view.facts.table.choose_all([key("a"), key("b")])
    draw(qtbot, view, "產量")
    qtbot.keyClick(view.charts.table, Qt.Key.Key_F2)
    asked = open_dialog(view)
    asked.form.input("form").show_value(ChartForm.LINE)
    asked.accept()
    assert [chart.form for chart in every(database, FactChart)] == [ChartForm.LINE]
    qtbot.keyClick(view.charts.table, Qt.Key.Key_Delete)
    assert every(database, FactChart) == []


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 1), (3000, 4000), (0.07, 0.08), (1000, 1000), (1001, 2000)]
)
def test_the_scale_ends_with_a_round_number_above_all_values(highest: float, top: float) -> None:
    assert nice_top(highest) == pytest.approx(top)
