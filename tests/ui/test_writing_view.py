"""The report is written: every pause is kept, references live, nothing is overwritten."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.changes import EditName
from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning, Section
from planner.domain.outcome import Promise
from planner.domain.review import ReportVersion
from planner.queries.dossiers import dossier
from planner.store.database import Database
from planner.ui.components.panels import Dialog
from planner.ui.editor import Editor
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.jobs import Jobs
from planner.ui.report.writing.differences import DifferenceText
from planner.ui.report.writing.forms import CommentDialog, DraftDialog
from planner.ui.report.writing.letters import Letters
from planner.ui.report.writing.tool_bar import ToolBar
from planner.ui.report.writing.writing_view import WritingView
from planner.usecases.records import change_record
from planner.words import Words
from tests import builders as b

pytestmark = pytest.mark.usefixtures("appearance")
TODAY = date(2015, 10, 26)
NAME = EditName("edit")
HOST = b.organisation("包頭稀土研究院")
VISIT = b.stop("參訪", host_id=HOST.id)
PHOTOS = tuple(b.photo(name, position=at, stop_id=VISIT.id) for at, name in enumerate("甲乙"))
DAY_PART = b.section(
    "第一天",
    ChapterMeaning.PROCEEDINGS,
    position=1,
    day=VISIT.starts.day,
    text="赴台灣,參訪。",
)
AIM = b.section("緣起", ChapterMeaning.AIM, position=0, text="為考察台灣稀土產業。")


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: name.code)


@pytest.fixture
def view(qtbot: QtBot, database: Database, editor: Editor, keep) -> Iterator[WritingView]:
    keep(b.delegation(), HOST, VISIT, *PHOTOS, AIM, DAY_PART)
    jobs = Jobs()
    view = WritingView(database, editor, jobs, Formats(Words("zh_TW")), lambda: TODAY)
    qtbot.addWidget(view)
    view.resize(1072, 740)
    view.preview.print_report = lambda *_: None  # printing has tests of its own
    with qtbot.waitExposed(view):
        view.show()
    view.show_delegation(b.delegation().id)
    view.outline.choose(str(DAY_PART.id))
    view.edit.setFocus()
    yield view
    view.close_paper()
    assert jobs.close(20_000)
    qtbot.waitUntil(lambda: jobs.is_idle)


def stored(database: Database) -> Dossier:
    with database.read() as session:
        return dossier(session, b.delegation().id)


def text(database: Database, of: Section = DAY_PART) -> str:
    return stored(database).by_id[of.id].text


def asking(view: WritingView) -> Dialog:
    """The dialog that came up last."""
    return [each for each in view.window().findChildren(Dialog) if each.isVisible()][-1]


def type_at_end(view: WritingView, words: str) -> None:
    view.edit.moveCursor(QTextCursor.MoveOperation.End)
    type_at_cursor(view, words)


def type_at_cursor(view: WritingView, words: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(view.edit, event)


def test_the_outline_has_what_is_written_and_what_is_not(view):
    lines = {line.heading: line for line in view.outline.lines}
    assert lines["緣起"].section == AIM.id
    assert any(line.section is None and line.note == "未寫" for line in view.outline.lines)


def test_what_is_typed_is_stored_within_two_seconds(qtbot, view, database):
    type_at_end(view, "其後返臺。")
    assert "其後返臺" not in text(database)
    qtbot.waitUntil(lambda: text(database).endswith("其後返臺。"), timeout=2000)


def test_a_pause_is_one_step_that_can_be_undone(qtbot, view, database, editor):
    before = len(editor.undo_stack)
    for word in "甲乙丙":
        type_at_end(view, word)
    view.keeper.keep()
    assert len(editor.undo_stack) == before + 1
    editor.undo_stack.undo()
    assert text(database) == DAY_PART.text
    qtbot.waitUntil(lambda: view.edit.markup == DAY_PART.text)


def test_what_was_typed_is_stored_before_undo(qtbot, view, database, editor):
    type_at_end(view, "甲")
    qtbot.keyClick(view.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text(database) == DAY_PART.text + "甲"


def test_leaving_a_part_stores_it(view, database):
    type_at_end(view, "甲")
    view.outline.choose(str(AIM.id))
    assert text(database) == DAY_PART.text + "甲"
    assert view.edit.markup == AIM.text


def test_closing_stores_what_was_typed(view, database):
    type_at_end(view, "甲")
    view.close_paper()
    assert text(database) == DAY_PART.text + "甲"


def test_a_chapter_nobody_wrote_begins_with_its_first_words(view, database):
    line = next(line for line in view.outline.lines if line.meaning is ChapterMeaning.SUMMARY)
    view.outline.choose(line.key)
    assert view.edit.markup == ""
    type_at_end(view, "本次訪團。")
    view.keeper.keep()
    made = [each for each in stored(database).sections if each.text == "本次訪團。"]
    assert [each.meaning for each in made] == [ChapterMeaning.SUMMARY]
    type_at_end(view, "續寫。")
    view.keeper.keep()
    assert [each.text for each in stored(database).sections if each.id == made[0].id] == [
        "本次訪團。續寫。"
    ]


def test_an_at_sign_offers_and_enter_takes(qtbot, view, database):
    type_at_end(view, "見@")
    assert view.offers.isVisible()
    type_at_end(view, "參訪")
    assert {offer.group for offer in view.offers.offers} >= {"圖", "行程"}
    qtbot.keyClick(view.edit, Qt.Key.Key_Return)
    assert not view.offers.isVisible()
    view.keeper.keep()
    assert text(database).endswith(f"見{{figures:{PHOTOS[0].id}..{PHOTOS[1].id}}}")
    assert view.edit.toPlainText().endswith("見圖1至圖2")


def test_the_button_offers_as_the_sign_does_and_leaves_what_is_chosen(qtbot, view, database):
    view.edit.go_to(0, 2)
    chosen = view.edit.textCursor().selectedText()
    bar = view.desk.bar
    button = bar.refer if bar.refer.isVisible() else bar.sign
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view.offers.isVisible()
    assert view.edit.hasFocus()
    type_at_cursor(view, "參訪")
    qtbot.keyClick(view.edit, Qt.Key.Key_Return)
    assert view.edit.toPlainText().startswith(f"{chosen}圖1至圖2")


def test_the_button_says_in_words_what_it_does_where_there_is_room(qtbot, view):
    home = QWidget()
    qtbot.addWidget(home)
    bar = ToolBar(view.actions_by_name)
    bar.setParent(home)
    with qtbot.waitExposed(home):
        home.show()
    bar.show()
    for width, is_long in ((900, True), (bar.minimumSizeHint().width(), False)):
        bar.resize(width, bar.height())
        assert (bar.refer.isVisible(), bar.sign.isVisible()) == (is_long, not is_long)
        assert bar.layout().minimumSize().width() <= width


def test_escape_leaves_what_was_typed(qtbot, view):
    type_at_end(view, "@甲")
    qtbot.keyClick(view.edit, Qt.Key.Key_Escape)
    assert not view.offers.isVisible()
    assert view.edit.markup.endswith("@甲")


def test_a_host_that_is_renamed_is_renamed_in_the_text(qtbot, view, database, editor):
    view.edit.moveCursor(QTextCursor.MoveOperation.End)
    view.edit.insert_markup(f"{{host:{HOST.id}}}")
    view.keeper.keep()
    editor.run(NAME, lambda work: change_record(work, type(HOST), HOST.id, name="稀土院"))
    qtbot.waitUntil(lambda: view.edit.toPlainText().endswith("稀土院"))


def test_slips_are_put_right_with_one_key(view, database):
    view.run("mend_all")
    view.keeper.keep()
    assert text(database) == "赴臺灣，參訪。"


def test_what_is_chosen_becomes_a_finding_tied_to_its_place(view, database):
    view.edit.go_to(0, 3)
    view.run("finding")
    (made,) = stored(database).findings
    assert (made.title, made.stop_id) == ("赴台灣", VISIT.id)
    assert text(database).startswith(f"赴台灣{{outcome:{made.id}}}")


def test_the_paragraph_of_the_cursor_becomes_a_promise(view, database):
    view.edit.go_to(2)
    view.run("promise")
    (made,) = stored(database).promises
    assert (type(made), made.text) == (Promise, "赴台灣,參訪。")


def test_a_written_part_takes_in_what_is_chosen_of_the_records(qtbot, view, database):
    view.run("fill")
    dialog = asking(view)
    assert isinstance(dialog, DraftDialog)
    dialog.accept()
    assert text(database).startswith(DAY_PART.text)
    assert f"{{figures:{PHOTOS[0].id}..{PHOTOS[1].id}}}" in text(database)
    (passage,) = stored(database).by_id[DAY_PART.id].drafted
    assert passage.key == f"stop:{VISIT.id}"


def test_the_internal_mark_goes_on_and_off(view):
    view.run("internal")
    assert view.edit.markup == DAY_PART.text + "{internal:paragraph}"
    view.run("internal")
    assert view.edit.markup == DAY_PART.text


def test_words_are_found_from_part_to_part_and_round_the_end(view):
    view.run("find")
    view.find_bar.wanted.setText("台灣")
    seen = []
    for by in (1, 1, 1, -1):
        assert view.find_bar.seek(by)
        seen.append((view.section.id, view.edit.textCursor().selectedText()))
    assert seen == [
        (DAY_PART.id, "台灣"),
        (AIM.id, "台灣"),
        (DAY_PART.id, "台灣"),
        (AIM.id, "台灣"),
    ]
    assert view.find_bar.told.text() == "1 of 2"


def test_one_is_replaced_and_the_next_one_is_chosen(view, database):
    view.run("find")
    view.find_bar.wanted.setText("台灣")
    view.find_bar.other.setText("臺灣")
    view.find_bar.seek(1)
    view.find_bar.replace_one()
    assert text(database) == "赴臺灣,參訪。"
    assert view.section.id == AIM.id
    assert view.find_bar.told.text() == "1 of 1"


def test_found_words_are_replaced_in_all_parts_as_one_step(qtbot, view, database, editor):
    view.run("find")
    view.find_bar.wanted.setText("台灣")
    view.find_bar.other.setText("臺灣")
    assert view.find_bar.told.text().startswith("2 in 2 ")
    steps = len(editor.undo_stack)
    view.find_bar.replace_every()
    assert text(database) == "赴臺灣,參訪。"
    assert text(database, AIM) == "為考察台灣稀土產業。".replace("台灣", "臺灣")
    assert view.edit.markup == text(database)
    assert len(editor.undo_stack) == steps + 1
    editor.undo_stack.undo()
    assert (text(database), text(database, AIM)) == (DAY_PART.text, AIM.text)
    qtbot.keyClick(view.find_bar.wanted, Qt.Key.Key_Escape)
    assert not view.find_bar.isVisible()


def test_words_are_found_and_replaced_in_headings_and_captions_too(view, database, editor):
    """第一天 is the heading of one part; 甲 is the caption of a figure, printed in no part."""
    caption, heading = PHOTOS[0].caption, DAY_PART.heading
    seek(view, heading)
    assert view.desk.heading.selectedText() == heading
    assert view.section.id == DAY_PART.id
    view.find_bar.other.setText("首日")
    view.find_bar.replace_one()
    assert stored(database).by_id[DAY_PART.id].heading == "首日"
    seek(view, caption)
    view.find_bar.other.setText("丙")
    steps = len(editor.undo_stack)
    view.find_bar.replace_every()
    assert stored(database).by_id[PHOTOS[0].id].caption == "丙"
    assert len(editor.undo_stack) == steps + 1


def test_the_search_goes_on_from_a_heading_to_the_text_below_it(view, database, editor):
    editor.run(NAME, lambda work: change_record(work, Section, DAY_PART.id, heading="台灣第一天"))
    view.reload()
    places = []
    seek(view, "台灣")
    for _ in range(3):
        chosen = view.desk.heading.selectedText(), view.edit.textCursor().selectedText()
        places.append((view.section.id, *chosen))
        view.find_bar.seek(1)
    assert sorted(places, key=str) == sorted(
        [
            (DAY_PART.id, "", "台灣"),
            (AIM.id, "", "台灣"),
            (DAY_PART.id, "台灣", ""),
        ],
        key=str,
    )


def seek(view: WritingView, words: str) -> None:
    view.run("find")
    view.find_bar.wanted.setText(words)
    assert view.find_bar.seek(1)


def test_a_comment_is_written_and_settled(view, database):
    view.edit.go_to(1, 3)
    view.run("comment")
    dialog = asking(view)
    assert isinstance(dialog, FormDialog)
    dialog.form.show_values({"text": "地名再確認"})
    dialog.accept()
    (comment,) = stored(database).comments
    assert (comment.quoted, comment.section_id) == ("台灣", DAY_PART.id)
    view.reload()
    view.review.comments.click()
    assert isinstance(asking(view), CommentDialog)
    asking(view).list.item(0).setCheckState(Qt.CheckState.Checked)
    assert stored(database).comments[0].settled_on == TODAY


def test_a_sent_version_tells_what_changed_since(view, database):
    view.review.send.click()
    asking(view).accept()
    (version,) = stored(database).report_versions
    assert (type(version), version.number) == (ReportVersion, 1)
    type_at_end(view, "甲")
    view.keeper.keep()
    view.reload()
    assert "1" in view.review.differences.text()
    assert "第 1 稿" in view.review.state.text() or "1" in view.review.state.text()


def test_a_report_with_open_problems_is_not_made_final(qtbot, view, database):
    qtbot.waitUntil(lambda: bool(view.notices), timeout=10_000)
    view.review.final.click()
    assert not isinstance(asking(view), FormDialog)
    assert stored(database).report_versions == ()
    asking(view).reject()


def test_a_problem_leads_to_its_place(qtbot, view):
    qtbot.waitUntil(lambda: bool(view.notices), timeout=10_000)
    view.outline.choose(str(AIM.id))
    here = [each for each in view.notices if each.where.key == DAY_PART.id]
    notice = next(each for each in here if each.rule == "text.tai")
    view.go_to_spot(notice.where)
    assert view.outline.line.section == DAY_PART.id
    assert view.edit.textCursor().selectedText() == "台"


def test_differences_and_what_is_withheld_are_shown(view):
    view.review.send.click()
    asking(view).accept()
    view.edit.go_to(0)
    view.run("internal")
    type_at_end(view, "甲")
    view.keeper.keep()
    view.reload()
    view.review.differences.click()
    (shown,) = asking(view).findChildren(DifferenceText)
    assert "[+甲]" in shown.toPlainText()
    asking(view).reject()
    view.review.withheld.click()
    (shown,) = asking(view).findChildren(DifferenceText)
    assert "赴台灣" in shown.toPlainText()
    asking(view).reject()


@pytest.mark.parametrize(
    ("clicked", "part", "chosen"),
    [
        ("一、緣起為考察台灣稀土產業", AIM, "為"),
        ("產業二第一天赴台灣參訪", DAY_PART, "赴"),
    ],
)
def test_a_letter_of_the_page_leads_to_its_part_and_its_place(view, clicked, part, chosen):
    letters = Letters.of(clicked)
    view.outline.choose(str((AIM if part is DAY_PART else DAY_PART).id))
    view.preview.letter_clicked.emit(letters, letters.text.index(chosen))
    assert view.section.id == part.id
    assert view.edit.markup[view.edit.source_position] == chosen


def test_a_letter_of_a_recorded_finding_leads_to_its_record(qtbot, view, editor):
    told = b.finding(1, "稀土回收已具規模", text="對方每年回收三千公噸，值得借鏡。")
    editor.run(NAME, lambda work: work.add(told))
    view.reload()
    letters = Letters.of("一稀土回收已具規模對方每年回收三千公噸值得借鏡")
    with qtbot.waitSignal(view.spot_asked) as asked:
        view.preview.letter_clicked.emit(letters, 12)
    assert asked.args[0].key == told.id


def test_what_an_input_method_composes_is_neither_stored_nor_lost(qtbot, view, database):
    """It is no text until it is committed; whatever happens meanwhile, it goes on composing."""
    type_at_end(view, "甲")
    QApplication.sendEvent(view.edit, QInputMethodEvent("ㄨㄛˇ", []))
    view.keeper.keep()
    view.reload()
    assert text(database) == DAY_PART.text + "甲"
    QApplication.sendEvent(view.edit, QInputMethodEvent("ㄨㄛˇ ㄇㄣˊ", []))
    event = QInputMethodEvent()
    event.setCommitString("我們")
    QApplication.sendEvent(view.edit, event)
    view.keeper.keep()
    assert text(database) == DAY_PART.text + "甲我們"


def test_a_version_is_returned_with_its_reasons(view, database):
    view.review.send.click()
    asking(view).accept()
    view.reload()
    view.review.back.click()
    dialog = asking(view)
    dialog.accept()
    assert dialog.form.problem("return_reasons")
    dialog.form.show_values({"return_note": "補數字"})
    dialog.accept()
    (version,) = stored(database).report_versions
    assert (version.returned_on, version.return_note) == (TODAY, "補數字")


def test_parts_are_added_moved_and_removed_by_keys(qtbot, view, database):
    view.outline.setFocus()
    view.part_acts.by_name["chapter"].trigger()
    asking(view).form.show_values({"heading": "附記"})
    asking(view).accept()
    assert [each.heading for each in stored(database).sections] == ["緣起", "第一天", "附記"]
    view.reload()
    view.outline.choose(str(DAY_PART.id))
    view.part_acts.by_name["up"].trigger()
    assert [each.heading for each in stored(database).sections][:2] == ["第一天", "緣起"]
    view.reload()
    view.part_acts.by_name["remove"].trigger()
    assert "第一天" not in [each.heading for each in stored(database).sections]
