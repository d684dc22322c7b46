"""Files of every kind are dropped on the window, taken in, and taken back whole later."""

from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.queries.archived import archived
from planner.ui.reading.review_dialog import ReviewDialog
from planner.ui.trust.history_dialog import HistoryDialog
from planner.usecases.delegations import change_delegation, plan_delegation

FOLDER = Path(__file__).parents[1] / "data"
REPORT = "dev/made05.docx"
FILES = [
    "exchange/lists-openpyxl.xlsx",
    "exchange/lists-libreoffice.ods",
    "exchange/members-big5-libreoffice.csv",
    "exchange/calendar-apple.ics",
    "exchange/cards-apple.vcf",
    "exchange/boarding.pkpass",
    "exchange/booking.eml",
    "exchange/bookings/eticket-zh.txt",
]


def drop(window, path):
    """As the desktop's own file manager does it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left = Qt.MouseButton.LeftButton
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    at = window.frame.rect().center()
    for event in (
        QDragEnterEvent(at, copy, data, left, none),
        QDropEvent(QPointF(at), copy, data, left, none),
    ):
        QApplication.sendEvent(window.frame, event)
        assert event.isAccepted()


def stored(office):
    with office.database.read() as session:
        return {record.id: record for record in archived(session, None).records}


def delegation_of(office):
    return next(each for each in stored(office).values() if isinstance(each, Delegation))


def take_back_the_edit_before_the_last(office, window):
    """In the history, also of what is no part of the delegation in hand."""
    window.menus.history.trigger()
    history = office.asking(window)
    assert isinstance(history, HistoryDialog)
    if history.whole.isVisible():
        office.click(history.whole)
    history.edits.setFocus()
    office.press(Qt.Key.Key_Down)  # the newest edit stands first
    office.click(history.take_back)
    office.until(lambda: history.edits.model().rows[0].is_undo)
    office.press(Qt.Key.Key_Escape)
    office.back(window)


@pytest.mark.parametrize(("name", "language"), [*zip(FILES, cycle(["en", "zh_TW"]), strict=False)])
def test_a_file_dropped_is_taken_in_and_taken_back_after_other_edits(office, name, language):
    window = office.open(language)
    office.press(Qt.Key.Key_Return)
    before = stored(office)
    drop(window, FOLDER / name)
    asking = office.asking(window)
    office.click(asking.act)
    if name.endswith(".txt"):  # a ticket may be a report; it is asked which
        office.until(lambda: office.asking(window) is not asking)
        office.click(office.asking(window).act)
    office.until(lambda: len(stored(office)) > len(before))
    office.back(window)

    of = next(each for each in before.values() if isinstance(each, Delegation))
    window.editor.run(
        EditName("change_delegation", {"title": of.title}),
        lambda work: change_delegation(work, of.id, keywords=("稀土", "磁材")),
    )
    changed = stored(office)[of.id]
    take_back_the_edit_before_the_last(office, window)
    assert stored(office) == before | {of.id: changed}


def test_an_archive_dropped_is_taken_in_and_taken_back_after_other_edits(new_office):
    window = new_office.open()
    drop(window, FOLDER / "exchange" / "version-1.planner")
    new_office.until(lambda: len(stored(new_office)) > 200)
    other = {"title": "大阪會議", "starts_on": "2026-12-07", "ends_on": "2026-12-11"}
    window.editor.run(EditName("add"), lambda work: plan_delegation(work, other))
    take_back_the_edit_before_the_last(new_office, window)
    assert [each.title for each in stored(new_office).values()] == ["大阪會議"]


@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_a_report_dropped_is_taken_in_by_keys_and_taken_back_after_other_edits(office, language):
    window = office.open(language)
    before = stored(office)
    drop(window, FOLDER / "reports" / REPORT)
    review = office.asking(window)
    assert isinstance(review, ReviewDialog)
    taken = len(review.table.model().rows)
    office.press(Qt.Key.Key_Delete)  # drops the finding in hand
    office.press(Qt.Key.Key_Down)
    office.click(review.act)
    office.until(lambda: len(stored(office)) > len(before))
    office.back(window)
    assert taken > 5
    other = {"title": "大阪會議", "starts_on": "2026-12-07", "ends_on": "2026-12-11"}
    made = window.editor.run(EditName("add"), lambda work: plan_delegation(work, other))
    take_back_the_edit_before_the_last(office, window)
    assert stored(office) == before | {made.id: made}
