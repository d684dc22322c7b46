"""An earlier report under review: text and findings show one another, keys decide, one import."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.briefing import Fact, Relation, Source
from planner.domain.delegation import Delegation
from planner.domain.errors import UnreadableFile
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.values import Quantity
from planner.exchange.reading.apart import ReadText, read_apart
from planner.exchange.reading.reader import read_text
from planner.exchange.reading.review import ItemKey
from planner.exchange.staged import Verdict
from planner.queries.history import undo_stack
from planner.store.database import Database
from planner.ui.editor import Editor
from planner.ui.reading.join_dialog import JoinDialog
from planner.ui.reading.review_dialog import NEW, ReviewDialog
from planner.ui.reading.review_rows import ReviewRow
from planner.words import Words
from tests import builders as b

REPORT = """赴德國考察再生能源出國報告

出國期間：112年9月10日至16日
壹、目的
瞭解再生能源發展。
貳、過程
9月11日（星期一）
上午拜會亞琛工業大學，由國立清華大學電機工程學系鄭宇軒教授說明。
參、心得與建議
一、建議與亞琛工業大學簽訂學生交換協議。
"""
KEY = b.key("delegation")


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: name.code)


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def laid(database: Database, editor: Editor, home: QWidget) -> Callable[..., ReviewDialog]:
    def _laid(text: str = REPORT, into: Any = None) -> ReviewDialog:
        read = ReadText("report.txt", text, read_text(text))
        dialog = ReviewDialog(database, editor, Words("en"), read, into, home)
        dialog.open()
        return dialog

    return _laid


ARTICLE = """機器人與稀土
郭明睿／產業科技策進會研究員

關節馬達使用釹與鏑。2023年中國大陸稀土礦產量為24萬噸。
未經授權請勿轉載。
"""


def row(dialog: ReviewDialog, title: str) -> ReviewRow:
    rows = (row for row in dialog.model.rows if isinstance(row, ReviewRow))
    return next(row for row in rows if title in row.item.title)


def stored(database: Database, entity: type[Any]) -> list[Any]:
    from planner.domain.changes import EditName

    with database.begin(EditName("look")) as work:
        return list(work.where(entity))


def test_nothing_is_stored_before_import(
    laid: Callable[..., ReviewDialog], database: Database
) -> None:
    dialog = laid()
    dialog.reject()
    assert stored(database, Delegation) == []


def test_a_finding_chosen_is_marked_in_the_text(laid: Callable[..., ReviewDialog]) -> None:
    dialog = laid()
    body = row(dialog, "亞琛工業大學")
    dialog.table.choose(body.key)
    (mark,) = dialog.text.extraSelections()
    assert mark.cursor.selectedText() == "亞琛工業大學"


def test_a_click_in_the_text_chooses_the_finding_there(laid: Callable[..., ReviewDialog]) -> None:
    dialog = laid()
    cursor = dialog.text.textCursor()
    cursor.setPosition(REPORT.index("鄭宇軒") + 1)
    dialog.text.setTextCursor(cursor)
    assert dialog.row is not None
    assert dialog.row.item.title == "鄭宇軒"


def test_rare_characters_do_not_shift_the_mark(laid: Callable[..., ReviewDialog]) -> None:
    dialog = laid(REPORT.replace("瞭解", "瞭解𠮷野家與𬎆"))
    dialog.table.choose(row(dialog, "亞琛工業大學").key)
    (mark,) = dialog.text.extraSelections()
    assert mark.cursor.selectedText() == "亞琛工業大學"


def test_space_drops_and_accepts(laid: Callable[..., ReviewDialog], qtbot: QtBot) -> None:
    dialog = laid()
    key = row(dialog, "亞琛工業大學").key
    dialog.table.choose(key)
    dialog.turn.trigger()
    assert not row(dialog, "亞琛工業大學").is_taken
    assert dialog.table.key == key
    dialog.turn.trigger()
    assert row(dialog, "亞琛工業大學").is_taken


def test_what_is_dropped_is_not_imported_and_one_undo_takes_all_back(
    laid: Callable[..., ReviewDialog], database: Database, editor: Editor, qtbot: QtBot
) -> None:
    dialog = laid()
    dialog.table.choose(row(dialog, "清華大學").key)
    dialog.drop.trigger()
    with qtbot.waitSignal(dialog.imported):
        dialog.accept()
    assert [body.name for body in stored(database, Organisation)] == ["亞琛工業大學"]
    assert [each.title for each in stored(database, Delegation)] == ["赴德國考察再生能源出國報告"]
    with database.read() as session:
        assert len(undo_stack(session).done) == 1
    editor.undo_stack.undo()
    assert stored(database, Delegation) == stored(database, Organisation) == []


def test_a_mended_name_is_what_is_stored(
    laid: Callable[..., ReviewDialog], database: Database
) -> None:
    dialog = laid()
    person = row(dialog, "鄭宇軒")
    index = dialog.model.index(dialog.model.row_of(person.key), 1)
    assert dialog.model.setData(index, "鄭宇萱", Qt.ItemDataRole.EditRole)
    dialog.accept()
    assert [each.name for each in stored(database, Person)] == ["鄭宇萱"]


def test_a_finding_joined_with_a_stored_record_is_the_same_one(
    laid: Callable[..., ReviewDialog], database: Database, keep: Callable[..., None]
) -> None:
    keep(b.organisation("RWTH Aachen"))
    dialog = laid()
    key = row(dialog, "亞琛工業大學").key
    dialog.table.choose(key)
    dialog.join.trigger()
    (question,) = dialog.findChildren(JoinDialog)
    question.names.setText("RWTH Aachen")
    question.accept()
    assert row(dialog, "RWTH Aachen").standing.verdict is Verdict.SAME
    dialog.accept()
    names = {body.name for body in stored(database, Organisation)}
    assert names == {"RWTH Aachen", "國立清華大學"}


def test_what_the_store_has_is_told(
    laid: Callable[..., ReviewDialog], keep: Callable[..., None]
) -> None:
    keep(b.organisation("亞琛工業大學", city="柏林"))
    assert row(laid(), "亞琛工業大學").standing.stored == "亞琛工業大學"


def test_a_report_of_other_days_goes_into_a_new_delegation(
    laid: Callable[..., ReviewDialog], keep: Callable[..., None]
) -> None:
    keep(b.delegation())
    assert laid(into=KEY).into.value() == NEW


def test_a_refusal_is_told_in_the_dialog_which_stays(laid: Callable[..., ReviewDialog]) -> None:
    dialog = laid(REPORT.replace("出國期間：112年9月10日至16日\n", "").replace("9月11日", "某日"))
    dialog.accept()
    assert "report.txt" in dialog.told.text()
    assert dialog.isVisible()


def test_only_bodies_and_people_can_be_joined(laid: Callable[..., ReviewDialog]) -> None:
    dialog = laid()
    dialog.table.choose(ItemKey("recommendations", 0))
    assert not dialog.join.isEnabled()
    dialog.table.choose(row(dialog, "鄭宇軒").key)
    assert dialog.join.isEnabled()


def test_reading_apart_gives_what_reading_here_gives(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    read = read_apart(path)
    assert read.text == REPORT
    assert read.report == read_text(REPORT)


def test_a_reader_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    with pytest.raises(UnreadableFile) as refused:
        read_apart(path, seconds=0)
    assert refused.value.code == "report_file.too_slow"


def test_a_refusal_in_the_other_process_is_told_here(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    with pytest.raises(UnreadableFile) as refused:
        read_apart(path)
    assert (refused.value.code, refused.value.context["name"]) == (
        "report_file.empty",
        "empty.txt",
    )


def test_a_reader_that_goes_down_is_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    down = tmp_path / "down"
    down.write_text("#!/bin/sh\nkill -SEGV $$\n")
    down.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(down))
    with pytest.raises(UnreadableFile) as refused:
        read_apart(path)
    assert refused.value.code == "report_file.took_reader_down"


def test_what_an_article_says_is_reviewed_and_clashes_with_what_is_stored(
    laid: Callable[..., ReviewDialog], database: Database, keep: Callable[..., None]
) -> None:
    keep(
        b.delegation(),
        source := Source.checked({"title": "年報"}),
        Relation.checked(
            {"subject": "關節馬達", "verb": "使用", "object": "釹", "source_id": source.id}
        ),
    )
    dialog = laid(ARTICLE, KEY)
    marks = [each for each in dialog.model.rows if isinstance(each, ReviewRow)]
    relations = {each.item.detail: each for each in marks if each.key.part == "relations"}
    assert relations["使用 釹"].standing.verdict is Verdict.SAME
    assert relations["使用 鏑"].standing.verdict is Verdict.NEW
    (fact,) = (each for each in marks if each.key.part == "facts")
    held = Fact.checked(
        {
            "subject": "中國大陸",
            "metric": fact.item.title,
            "place": "中國大陸",
            "as_of": "2023",
            "quantity": Quantity.read("21萬噸"),
            "source_id": source.id,
        }
    )
    keep(held)
    dialog.into.finished.emit()
    assert row(dialog, fact.item.title).standing.verdict is Verdict.CLASHING


def test_an_article_is_told_as_such_and_lacks_no_part_of_a_report(
    laid: Callable[..., ReviewDialog],
) -> None:
    told = laid(ARTICLE, KEY).reason.text()
    assert "Reprint permission: Not asked" in told
    assert "missing" not in told


def test_what_contradicts_itself_is_listed_first_and_can_only_be_looked_at(
    laid: Callable[..., ReviewDialog], editor: Editor
) -> None:
    dialog = laid(REPORT.replace("星期一", "星期二"))
    doubt = next(row for row in dialog.model.rows if isinstance(row, ReviewRow))
    assert doubt.is_doubt
    assert doubt.item.detail == "The weekday is not that of the date"
    dialog.table.choose(doubt.key)
    assert "星期二" in dialog.text.extraSelections()[0].cursor.selectedText()
    assert dialog.told.text().startswith("The weekday is not that of the date: 9月11日")
    assert not any(act.isEnabled() for act in (dialog.turn, dialog.mend, dialog.join, dialog.drop))
    dialog.table.selectAll()
    dialog.turn.trigger()
    dialog.turn.trigger()
    rows = [row for row in dialog.model.rows if isinstance(row, ReviewRow)]
    assert [row for row in rows if not row.is_taken] == [doubt]
