"""A dropped report that carries its own records: somebody is asked, and both answers are done."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.resources import resource
from planner.store.database import Database
from planner.ui.components.notices import ProgressLine
from planner.ui.components.panels import Dialog
from planner.ui.editor import Editor
from planner.ui.jobs import Jobs
from planner.ui.reading.readings import Readings
from planner.words import Words

pytestmark = pytest.mark.usefixtures("appearance")
SAMPLE = resource("samples", "rare-earth-2015.planner")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A PDF with an archive in it, as `planner paper --archive` writes."""
    path = tmp_path / "report.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments["rare-earth.planner"] = pikepdf.AttachedFileSpec(pdf, SAMPLE.read_bytes())
        pdf.save(path)
    return path


@pytest.fixture
def readings(qtbot: QtBot, database: Database) -> Iterator[Readings]:
    home = QWidget()
    home.resize(1280, 800)
    qtbot.addWidget(home)
    home.show()
    jobs = Jobs()
    editor = Editor(database, lambda name: name.code)
    words, progress = Words("en"), ProgressLine(home)
    yield Readings(database, editor, jobs, words, progress, lambda: None, home)
    jobs.close()
    editor.close()


def asked(qtbot: QtBot, readings: Readings, path: Path) -> Dialog:
    readings.take_in([path])
    qtbot.waitUntil(lambda: readings.question is not None, timeout=20_000)
    assert readings.question is not None
    assert "report.pdf" in readings.question.reason.text()
    return readings.question


def test_its_records_are_imported(qtbot: QtBot, readings: Readings, report: Path) -> None:
    dialog = asked(qtbot, readings, report)
    with qtbot.waitSignal(readings.archive_chosen) as chosen:
        qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert chosen.args == [[report]]
    assert readings.question is None


def test_or_it_is_read_as_any_report(qtbot: QtBot, readings: Readings, report: Path) -> None:
    dialog = asked(qtbot, readings, report)
    # a blank page has no text, which the reader of reports tells
    with qtbot.waitSignal(readings.refused, timeout=60_000):
        qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)
    assert readings.question is None


def test_a_report_without_records_is_read_at_once(
    qtbot: QtBot, readings: Readings, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("出國報告\n民國104年8月17日至8月22日赴呼和浩特市參訪。\n", encoding="utf-8")
    readings.take_in([path])
    qtbot.waitUntil(lambda: readings.dialog is not None, timeout=60_000)
    assert readings.question is None
    assert readings.dialog is not None
    readings.dialog.reject()


BOOKING = Path(__file__).parents[1] / "data" / "exchange" / "bookings" / "thsr-zh.txt"


def asked_of_booking(qtbot: QtBot, readings: Readings) -> Dialog:
    readings.take_in([BOOKING])
    qtbot.waitUntil(lambda: readings.question is not None, timeout=60_000)
    assert readings.question is not None
    assert BOOKING.name in readings.question.reason.text()
    return readings.question


def test_a_text_that_reads_as_a_booking_is_imported_as_one(
    qtbot: QtBot, readings: Readings
) -> None:
    dialog = asked_of_booking(qtbot, readings)
    with qtbot.waitSignal(readings.booking_chosen) as chosen:
        qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert chosen.args[0].name == BOOKING.name
    assert readings.dialog is None


def test_or_it_is_reviewed_as_a_report(qtbot: QtBot, readings: Readings) -> None:
    dialog = asked_of_booking(qtbot, readings)
    qtbot.mouseClick(dialog.safe, Qt.MouseButton.LeftButton)
    assert readings.dialog is not None
    readings.dialog.reject()
