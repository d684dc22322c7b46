"""A paper is set behind, shown as it prints, checked, and saved with its faults named before."""

import io
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from planner import printing
from planner.domain.changes import EditName
from planner.domain.delegation import DelegationState
from planner.domain.errors import Refused
from planner.exchange.bundle import read_bundle
from planner.output import CannotWrite
from planner.printing import Printed, Watermark
from planner.resources import resource
from planner.rules.notice import Severity, Spot
from planner.store.database import Database
from planner.typesetting.problems import Problem
from planner.ui.components.panels import Dialog
from planner.ui.editor import Editor
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.report import report_view as module
from planner.ui.report.paper_look import LookDialog
from planner.ui.report.problem_list import SEVERITY_ICONS
from planner.ui.report.report_view import ReportView
from planner.ui.report.writing_room import WritingRoom
from planner.ui.traces_dialog import TracesDialog
from planner.ui.window_state import WindowState
from planner.usecases.delegations import change_delegation
from planner.words import Words
from tests.builders import delegation, organisation, photo, section, stop

pytestmark = pytest.mark.usefixtures("appearance")
WORDS = Words("en")
TODAY = date(2015, 10, 26)
LONG = 30_000


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: name.code)


@pytest.fixture
def state(tmp_path: Path) -> WindowState:
    return WindowState(tmp_path / "window.ini")


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    assert jobs.close(20_000)
    qtbot.waitUntil(lambda: jobs.is_idle)


@pytest.fixture
def made(
    qtbot: QtBot,
    database: Database,
    editor: Editor,
    jobs: Jobs,
    state: WindowState,
    keep: Callable[..., None],
) -> Iterator[ReportView]:
    host = organisation("農業大學")
    keep(
        host,
        delegation(state=DelegationState.REPORTING, lead_body_id=host.id),
        stop("拜會", host_id=host.id),
        section("目的", text="了解稀土產業。"),
    )
    view = ReportView(
        database, editor, jobs, Formats(WORDS), state, lambda: TODAY, lambda spot: True
    )
    view.resize(1100, 700)
    qtbot.addWidget(view)
    yield view
    view.close_paper()


@pytest.fixture
def view(qtbot: QtBot, made: ReportView) -> ReportView:
    """With the report of the delegation set."""
    made.show_delegation(delegation().id)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    printed(qtbot, made)
    return made


def printed(qtbot: QtBot, view: ReportView) -> None:
    def is_done() -> bool:
        busy = view.is_printing or view._checker.is_busy  # noqa: SLF001
        return not busy and not view._rests.isActive()  # noqa: SLF001

    qtbot.waitUntil(is_done, timeout=LONG)


def test_the_pages_are_those_of_the_file(qtbot, view, tmp_path):
    assert view.pages.page_count > 1
    assert view.bar.of.text() == f"of {view.pages.page_count}"
    with qtbot.waitSignal(view.saved):
        view.exports.save(tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_problems_stand_beside_with_place_and_remedy(view):
    lines = view.problems.list.lines
    assert lines
    must = [line for line in lines if line.notice.severity is Severity.MUST]
    assert all(line.words and line.place and line.remedy for line in must)
    assert SEVERITY_ICONS[Severity.MUST][0] is Icon.MUST


def test_a_tab_shows_one_severity(view):
    side = view.problems
    every = len(side.list.lines)
    side.tabs.choose(Severity.SHOULD)
    side.tabs.chosen.emit(Severity.SHOULD)
    shown = side.list.lines
    assert {line.notice.severity for line in shown} == {Severity.SHOULD}
    assert 0 < len(shown) < every


def test_one_goes_where_a_problem_can_be_mended(qtbot, view):
    view.problems.step(1)
    with qtbot.waitSignal(view.spot_asked) as asked:
        qtbot.keyClick(view.problems.list, Qt.Key.Key_Return)
    assert asked.args[0] == view.problems.list.lines[0].notice.where


def test_a_click_on_the_remedy_goes_there_and_elsewhere_only_chooses(qtbot, view):
    problems = view.problems.list
    rect = problems.visualRect(problems.model().index(0, 0))
    with qtbot.assertNotEmitted(view.spot_asked):
        qtbot.mouseClick(
            problems.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(60, 12)
        )
    with qtbot.waitSignal(view.spot_asked):
        qtbot.mouseClick(
            problems.viewport(), Qt.MouseButton.LeftButton, pos=rect.bottomRight() - QPoint(16, 14)
        )


def test_f8_goes_round_the_problems(qtbot, view):
    view.next_problem.trigger()
    assert view.problems.list.currentIndex().row() == 0
    view.previous_problem.trigger()
    assert view.problems.list.currentIndex().row() == len(view.problems.list.lines) - 1


def test_the_deadline_is_told_with_the_days_left(view):
    assert view.problems.deadline.text() == "Report due 19 Nov 2015, 24 days left"


def test_a_filed_report_is_told_so(qtbot, view, editor):
    key = delegation().id
    editor.run(
        EditName("file"),
        lambda work: change_delegation(work, key, state=DelegationState.FILED),
    )
    printed(qtbot, view)
    assert view.problems.deadline.text() == "The report is filed"


def test_an_edit_sets_the_pages_anew(qtbot, view, editor):
    before = view.printed.content
    key = delegation().id
    editor.run(EditName("rename"), lambda work: change_delegation(work, key, title="新名稱"))
    printed(qtbot, view)
    assert view.printed.content != before


def test_what_is_not_seen_is_set_only_when_it_is(qtbot, made):
    made.show_delegation(delegation().id)
    assert not made.is_printing
    made.show()
    assert made.is_printing
    printed(qtbot, made)


def test_the_table_of_follow_ups_is_printed_for_a_half_year(qtbot, view):
    assert not view.bar.period.isVisible(), "no other paper tells of a time"
    assert view.bar.order.reported is None
    view.choose_paper("follow-up-table")
    assert view.bar.period.isVisible()
    view.bar.period.setCurrentIndex(1)
    first, last = view.bar.order.reported
    assert first <= TODAY <= last
    printed(qtbot, view)
    view.choose_paper("visit-report")
    assert view.bar.order.reported is None
    printed(qtbot, view)


def test_choices_are_remembered(qtbot, view, state, database, editor, jobs):
    view.choose_paper("follow-up-table")
    view.bar.language.setCurrentIndex(view.bar.language.findData("en"))
    view.bar.edition.choose("public")
    view.bar.edition.chosen.emit("public")
    printed(qtbot, view)
    again = ReportView(database, editor, jobs, Formats(WORDS), state, lambda: TODAY)
    qtbot.addWidget(again)
    order = again.bar.order
    assert (order.kind, order.language, order.edition) == ("follow-up-table", "en", "public")


def test_what_is_chosen_in_the_window_reaches_the_pages(qtbot, view, monkeypatch):
    """By keys: the button of the bar, then the dialog."""
    monkeypatch.setattr(printing, "font_folders", lambda: [resource("fonts")])
    assert "TW-Kai-98_1" in fonts_of(view)
    view.bar.looks.setFocus()
    qtbot.keyClick(view.bar.looks, Qt.Key.Key_Space)
    (dialog,) = view.window().findChildren(LookDialog)
    name = "TW-Sung:Regular"
    qtbot.waitUntil(lambda: dialog.body_font.findData(name) >= 0)
    dialog.body_font.setCurrentIndex(dialog.body_font.findData(name))
    dialog.watermark.setCurrentIndex(dialog.watermark.findData(Watermark.CONFIDENTIAL))
    dialog.line_numbers.setChecked(True)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    printed(qtbot, view)
    assert view.bar.order.body_font == name
    assert view.bar.order.watermark == Watermark.CONFIDENTIAL
    assert view.bar.order.has_line_numbers
    assert "TW-Kai-98_1" not in fonts_of(view)


def fonts_of(view) -> set[str]:
    with pikepdf.open(io.BytesIO(view.printed.content)) as file:
        return {
            str(font.BaseFont).partition("+")[2]
            for page in file.pages
            for font in page.Resources.get("/Font", {}).values()
        }


def test_a_paper_that_does_not_exist_is_not_chosen(view):
    before = view.bar.order
    view.choose_paper("no such paper")
    assert view.bar.order == before


def test_one_goes_to_a_page_by_its_number(qtbot, view):
    view.bar.page.setFocus()
    view.bar.page.selectAll()
    qtbot.keyClicks(view.bar.page, "2")
    qtbot.keyClick(view.bar.page, Qt.Key.Key_Return)
    assert view.pages.page == 2


def test_zoom_is_shown_in_percent(view):
    view.bar.larger.click()
    assert view.bar.zoom.text() == f"{view.pages.zoom:.0%}"
    view.bar.whole.click()
    whole = view.pages.zoom
    view.bar.whole.click()
    assert view.pages.zoom > whole


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A printing that waits, and tells its progress until it is cancelled."""
    go_on = threading.Event()

    def make_paper(*_: object, progress: Callable[[int, int], None], **__: object) -> Printed:
        for done in range(1000):
            progress(done, 1000)
            if go_on.wait(0.01):
                break
        return Printed(b"", ())

    monkeypatch.setattr(module, "make_paper", make_paper)
    return go_on


def test_long_setting_shows_progress_and_can_be_cancelled(qtbot, made, slow):
    made.show_delegation(delegation().id)
    made.show()
    qtbot.waitUntil(made.desk.progress.isVisible, timeout=LONG)
    assert made.desk.progress.count.text().endswith("/ 1,000")
    made.desk.progress.cancelled.emit()
    printed(qtbot, made)
    assert not made.desk.progress.isVisible()
    assert made.desk.again.isVisible()
    assert not made.exports.pdf.isEnabled()
    made.desk.again.click()
    assert made.is_printing
    made.close_paper()
    slow.set()


def test_a_refused_paper_is_told(qtbot, made, monkeypatch):
    def refuse(*_: object, **__: object) -> Printed:
        raise Refused("paper.wrong_ending", path="x", endings=[])

    monkeypatch.setattr(module, "make_paper", refuse)
    made.show_delegation(delegation().id)
    with qtbot.waitSignal(made.refused, timeout=LONG):
        made.show()
    printed(qtbot, made)


def test_faults_of_printing_are_named_before_saving(qtbot, view, tmp_path):
    lacking = Problem("character.lacking", "封面", "𪚥")
    faulty = Printed(view.printed.content, (lacking, lacking))
    view.desk.print_paper(lambda progress: faulty)
    qtbot.waitUntil(lambda: view.printed is faulty)
    assert "𪚥" in view.desk.told.sentence.text()
    view.exports.pdf.trigger()
    (asking,) = (each for each in view.findChildren(Dialog) if each.isVisible())
    assert asking.reason.text().count("𪚥") == 1
    assert not view.findChildren(QFileDialog)
    asking.act.click()
    (where,) = view.findChildren(QFileDialog)
    with qtbot.waitSignal(view.saved):
        where.fileSelected.emit(str(tmp_path / "all-the-same.pdf"))
    where.close()
    assert (tmp_path / "all-the-same.pdf").exists()


def test_sound_pages_are_saved_without_a_question(qtbot, view, tmp_path):
    view.exports.pdf.trigger()
    assert not [each for each in view.findChildren(Dialog) if each.isVisible()]
    (where,) = view.findChildren(QFileDialog)
    with qtbot.waitSignal(view.saved) as told:
        where.fileSelected.emit(str(tmp_path / "report.pdf"))
    assert told.args == [str(tmp_path / "report.pdf")]
    where.close()


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_other_formats_are_written_behind(qtbot, view, tmp_path, ending):
    view.exports.editable.trigger()
    (where,) = view.findChildren(QFileDialog)
    with qtbot.waitSignal(view.saved, timeout=LONG):
        where.fileSelected.emit(str(tmp_path / f"report{ending}"))
    where.close()
    assert (tmp_path / f"report{ending}").read_bytes().startswith(b"PK")


def test_an_ending_that_nobody_writes_is_refused(qtbot, view, tmp_path):
    view.exports.editable.trigger()
    (where,) = view.findChildren(QFileDialog)
    with qtbot.waitSignal(view.refused) as told:
        where.fileSelected.emit(str(tmp_path / "report.xls"))
    assert told.args[0].code == "paper.wrong_ending"
    where.close()


def test_a_place_that_cannot_be_written_is_told(qtbot, view, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with qtbot.waitSignal(view.refused) as told:
        view.exports.save(tmp_path / "file" / "report.pdf")
    assert isinstance(told.args[0], CannotWrite)


def accept_first(qtbot, view):
    view.problems.list.setCurrentIndex(view.problems.list.model().index(0, 0))
    first = view.problems.list.lines[0].notice
    view.problems.accept.trigger()
    (dialog,) = view.findChildren(FormDialog)
    dialog.form.input("reason").show_value("主辦單位已同意")
    dialog.accept()
    printed(qtbot, view)
    return first


def test_a_problem_accepted_with_a_reason_stands_apart(qtbot, view):
    count = len(view.problems.list.lines)
    accepted = accept_first(qtbot, view)
    left = [line.notice.fingerprint for line in view.problems.list.lines]
    assert len(left) == count - 1
    assert accepted.fingerprint not in left
    view.problems.tabs.choose("accepted")
    view.problems.tabs.chosen.emit("accepted")
    (line,) = view.problems.list.lines
    assert line.is_accepted
    assert "主辦單位已同意" in line.words


def test_an_acceptance_is_taken_back_from_its_line_or_undone(qtbot, view, editor):
    count = len(view.problems.list.lines)
    accept_first(qtbot, view)
    view.problems.tabs.choose("accepted")
    view.problems.tabs.chosen.emit("accepted")
    view.problems.list.setCurrentIndex(view.problems.list.model().index(0, 0))
    view.problems.accept.trigger()
    assert not [each for each in view.findChildren(FormDialog) if each.isVisible()]
    qtbot.keyClick(view.problems.list, Qt.Key.Key_Return)
    printed(qtbot, view)
    assert len(view.problems.list.lines) == count
    editor.undo_stack.undo()
    printed(qtbot, view)
    assert len(view.problems.list.lines) == count - 1


def test_nothing_stands_without_a_reason(qtbot, view):
    view.problems.list.setCurrentIndex(view.problems.list.model().index(0, 0))
    view.problems.accept.trigger()
    (dialog,) = view.findChildren(FormDialog)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.problem("reason")
    dialog.reject()


class Room(WritingRoom):
    """Stands for the room of writing, which knows this view and not the other way round."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.left: int | None = None

    @property
    def keys(self):
        return (("@", "Reference"),)

    @property
    def open_count(self):
        return self.left

    def ask_final(self, checked=None):
        self.told.append(f"final {checked.delegation.title if checked else ''}".strip())

    def show_delegation(self, key):
        self.told.append("shown")

    def go_to_spot(self, spot):
        self.told.append(f"went to {spot.field}")

    def keep(self):
        self.told.append("kept")

    def close_paper(self):
        self.told.append("closed")


def test_one_goes_to_the_room_of_writing_and_back(qtbot, view):
    room = Room()
    view.take_in(room)
    view.write.trigger()
    assert (room.isVisible(), view.is_writing, view.keys[0]) == (True, True, ("@", "Reference"))
    assert room.told == ["shown"]
    view.write.trigger()
    assert (room.isVisible(), view.is_writing) == (False, False)
    assert view.pages.isVisible()


def test_a_problem_of_the_text_is_mended_where_it_is_written(view):
    room = Room()
    view.take_in(room)
    section = view._dossier.sections[0]  # noqa: SLF001
    view.problems.spot_asked.emit(Spot.of(section, "text"))
    assert view.is_writing
    assert room.told[-1] == "went to text"


def test_what_is_left_to_mend_before_the_last_version_leads_to_the_problems(qtbot, view):
    room = Room()
    view.take_in(room)
    printed(qtbot, view)
    count = view.problems.open_count
    assert count
    assert (view.final.isEnabled(), view.final.text()) == (True, f"Final: {count} left")
    view.final.trigger()
    assert view.problems.list.line == view.problems.list.lines[0]
    assert "final" not in " ".join(room.told)


def test_with_nothing_left_the_last_version_is_asked_for(qtbot, view, editor):
    room = Room()
    view.take_in(room)
    key, cancelled = delegation().id, DelegationState.CANCELLED  # of which nothing is asked
    editor.run(EditName("cancel"), lambda work: change_delegation(work, key, state=cancelled))
    assert not view.final.isEnabled()
    printed(qtbot, view)
    assert (view.final.isEnabled(), view.final.text()) == (True, "Make it final…")
    view.final.trigger()
    assert room.told[-1] == f"final {delegation().title}"


def test_nobody_makes_final_what_was_not_checked(qtbot, view):
    room = Room()
    view.take_in(room)
    view.write.trigger()
    assert not view.final.isEnabled()
    room.left = 0
    room.checked.emit()
    assert view.final.isEnabled()
    view.final.trigger()
    assert room.told[-1] == "final"


def test_what_is_written_is_exported_with_the_last_key(qtbot, view, tmp_path):
    room = Room()
    view.take_in(room)
    view.write.trigger()
    view.exports.ask_with_archive()
    (dialog,) = view.findChildren(QFileDialog)
    assert room.told == ["shown", "kept"]
    with qtbot.waitSignal(view.saved, timeout=LONG):
        dialog.fileSelected.emit(str(tmp_path / "report.pdf"))
    assert read_bundle(tmp_path / "report.pdf").delegations == (delegation().id,)
    dialog.reject()


def test_photos_in_a_pdf_keep_their_traces_only_where_one_asks_for_it(qtbot, view, database):
    target = io.BytesIO()
    Image.new("RGB", (4, 3)).save(target, "PNG")
    with database.begin(EditName("edit")) as work:
        work.add(photo("a", content=work.files.put(target.getvalue())))
    asked = []
    view.exports.file.ask_made = lambda title, found, order, earlier: asked.append(order)
    view.reload()
    printed(qtbot, view)
    for wanted in (False, True):
        view.exports.ask_with_archive()
        dialog = next(each for each in view.findChildren(TracesDialog) if each.isVisible())
        dialog.traces.setChecked(wanted)
        dialog.accept()
    assert [order.has_traces for order in asked] == [False, True]
