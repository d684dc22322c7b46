"""A window with a part that fails whenever it is asked: python -m tests.ui.faulty_window PART

It is typed into meanwhile; in the end it prints how often a fault was told, and what was typed.
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

from planner.ui.application import dressed_application
from planner.ui.crash_dialog import Crashes
from planner.ui.jobs import Job, Jobs

_STEPS, _BETWEEN = 8, 60  # milliseconds


class FaultyPainting(QWidget):
    """Leaves its painter as it is."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.save()
        raise KeyError("painting")


class FaultyModel(QStringListModel):
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        raise KeyError("data")


class FaultyFilter(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        raise KeyError("filter")


class Window(QWidget):
    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.field, self._jobs = QLineEdit(), jobs
        self.setLayout(QVBoxLayout())
        self.layout().addWidget(self.field)

    def add(self, part: str) -> None:
        match part:
            case "painting":
                painted = FaultyPainting()
                painted.setFixedSize(40, 40)
                self.layout().addWidget(painted)
            case "model":
                view = QListView()
                view.setModel(FaultyModel(["one", "two"], view))
                self.layout().addWidget(view)
            case "filter":
                watched = QLineEdit()
                self.layout().addWidget(watched)
                watched.installEventFilter(FaultyFilter(watched))
            case "timer":
                failing = QTimer(self, interval=5)
                failing.timeout.connect(_fail)
                failing.start()
            case "job":
                failing = QTimer(self, interval=_BETWEEN)
                failing.timeout.connect(self._start_job)
                failing.start()

    def _start_job(self) -> None:
        job = Job(lambda _: 1)
        job.succeeded.connect(_fail)
        self._jobs.start(job)


def _fail(*_: object) -> None:
    raise KeyError("slot")


class Person(QObject):
    """Reads what is told, goes on, and types."""

    def __init__(self, window: Window, crashes: Crashes) -> None:
        super().__init__()
        self._window, self._crashes = window, crashes
        self.told = self.steps = 0
        self._clock = QTimer(self, interval=_BETWEEN)
        self._clock.timeout.connect(self._step)
        self._clock.start()

    def _step(self) -> None:
        dialog = self._crashes.dialog
        if dialog is not None and dialog.isVisible():
            self.told += 1
            dialog.accept()
        self.steps += 1
        self._window.field.setText(str(self.steps))
        self._window.update()
        if self.steps == _STEPS:
            QApplication.quit()


def main(part: str) -> None:
    app = dressed_application()
    jobs, crashes = Jobs(), Crashes()
    crashes.watch()
    window = Window(jobs)
    window.show()
    window.add(part)
    person = Person(window, crashes)
    app.exec()
    jobs.close(5_000)
    sys.stdout.write(f"told {person.told} typed {window.field.text()}\n")


if __name__ == "__main__":
    main(sys.argv[1])
