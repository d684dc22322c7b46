"""A fault in a slot leaves the window working and a report to copy."""

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from planner.ui.components.buttons import Button
from planner.ui.crash_dialog import Crashes, report_of


@pytest.fixture
def now():
    """The last of them is the time."""
    return [0.0]


@pytest.fixture
def crashes(qtbot, appearance, monkeypatch, now):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    crashes = Crashes(now=lambda: now[-1])
    crashes.watch()
    yield crashes
    if crashes.dialog:
        qtbot.addWidget(crashes.dialog)


def fault() -> tuple:
    try:
        raise ZeroDivisionError("no days")
    except ZeroDivisionError:
        return sys.exc_info()


def test_the_report_says_what_runs_and_where_it_failed():
    report = report_of(fault()[1])
    assert "ZeroDivisionError: no days" in report
    assert "Qt 6." in report
    assert "in fault" in report


def test_a_fault_is_shown_once_and_can_be_copied(qtbot, crashes, caplog):
    sys.excepthook(*fault())
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    first = crashes.dialog
    sys.excepthook(*fault())
    qtbot.wait(10)
    assert crashes.dialog is first
    qtbot.mouseClick(first.safe, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    assert first.isVisible()
    first.act.click()
    assert not first.isVisible()
    assert caplog.text.count("ZeroDivisionError: no days") == 1


def test_a_fault_that_comes_back_after_a_while_is_told_again(qtbot, crashes, now):
    sys.excepthook(*fault())
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    first = crashes.dialog
    first.act.click()
    now.append(now[-1] + 20)
    sys.excepthook(*fault())
    now.append(now[-1] + 20)
    sys.excepthook(*fault())
    qtbot.wait(10)
    assert crashes.dialog is first, "it never rested for long"
    now.append(now[-1] + 40)
    sys.excepthook(*fault())
    qtbot.waitUntil(lambda: crashes.dialog is not first)


def test_a_fault_in_a_thread_comes_to_light_in_the_window(qtbot, crashes, caplog):
    def fail() -> None:
        raise LookupError("no such page")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    report = crashes.dialog.report.toPlainText()
    assert "LookupError" in report
    assert "in fail" in report


@pytest.mark.qt_no_exception_capture
def test_a_fault_in_a_slot_leaves_the_window_working(qtbot, crashes, caplog):
    pressed = []

    def slot() -> None:
        pressed.append(1)
        raise KeyError("gone")

    button = Button("Move")
    qtbot.addWidget(button)
    button.clicked.connect(slot)
    button.click()
    button.click()
    assert pressed == [1, 1]
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    report = crashes.dialog.report.toPlainText()
    assert "KeyError" in report
    assert "in slot" in report
    assert "gone" not in report  # what was typed may stand in the words of a fault


@pytest.mark.parametrize("part", ["painting", "model", "filter", "timer", "job"])
def test_a_fault_that_comes_again_and_again_is_told_once_and_one_goes_on(part):
    """In a program of its own, since who calls Qt from Python is told of the fault itself."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.faulty_window", part],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert ran.stdout.split() == ["told", "1", "typed", "8"]
    assert "active painter" not in ran.stderr
