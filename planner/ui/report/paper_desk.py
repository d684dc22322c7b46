"""PaperDesk: the pages of a paper as they are set in a thread, and what they would leave blank."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.printing import Printed
from planner.ui.appearance import Ground, Pigment
from planner.ui.components.boxes import Column, Hairline, Row, Surface
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Bar, EmptyState
from planner.ui.components.notices import ProgressLine
from planner.ui.components.page_view import PageView
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob, Make
from planner.ui.report.paper_exports import sentences
from planner.words import Words

_SHOWN_PROBLEMS = 2


class PaperDesk(Surface):
    """With the bar of what is asked for on top; what was set before stays until new pages are."""

    shown = Signal()
    again_asked = Signal()
    refused = Signal(object)  # PlannerError

    def __init__(self, jobs: Jobs, words: Words, bar: QWidget) -> None:
        super().__init__(Ground.SUNK)
        self._words = words
        self.printed: Printed | None = None
        self._printer = LatestJob(jobs, self)
        self.pages = PageView(self.tr("Pages of the paper"))
        self.progress = ProgressLine()
        self.told = Bar()
        self.told.hide()
        self.again = Button(self.tr("Set the pages"), Icon.REFRESH)
        self.again.clicked.connect(self.again_asked)
        waiting = EmptyState(
            self.tr("The pages are not set"),
            self.tr("Setting them was cancelled; nothing of the report is lost."),
            Icon.REPORT,
            [self.again],
        )
        self._cancelled = Surface(Ground.SUNK)
        self._cancelled.setLayout(Column(waiting, None, margins=24))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._cancelled)
        meanwhile = Row(self.progress, margins=(16, 0))
        notices = Row(self.told, margins=(16, 0))
        column = Column(bar, Hairline(), meanwhile, notices, self._stack, spacing=0)
        column.setStretch(4, 1)
        self.setLayout(column)
        self._connect()

    def _connect(self) -> None:
        printer = self._printer
        self.progress.cancelled.connect(printer.cancel)
        printer.started.connect(lambda: self.progress.start(self.tr("Setting the pages")))
        printer.progressed.connect(self.progress.tell)
        printer.made.connect(self._show)
        printer.refused.connect(self.refused)
        printer.cancelled.connect(self._on_cancelled)
        printer.finished.connect(self.progress.finish)

    @property
    def is_printing(self) -> bool:
        return self._printer.is_busy

    def print_paper(self, make: Make) -> None:
        """In a thread; only the latest that was asked for is shown."""
        self._printer.ask(make)

    def clear(self) -> None:
        """Of the pages of another delegation."""
        self.printed = None
        self.pages.clear()
        self.told.hide()

    def close_paper(self) -> None:
        """Stop what runs, and let go of the file."""
        self._printer.cancel()
        self.pages.clear()

    def _show(self, printed: Printed) -> None:
        self.printed = printed
        self._stack.setCurrentWidget(self.pages)
        self.pages.show_pdf(printed.content)
        self._tell_problems(printed)
        self.shown.emit()

    def _on_cancelled(self) -> None:
        if self.printed is None:
            self._stack.setCurrentWidget(self._cancelled)

    def _tell_problems(self, printed: Printed) -> None:
        """What would stay blank or lead nowhere, before anybody saves it."""
        self.told.setVisible(bool(printed.problems))
        if printed.problems:
            told = sentences(printed, self._words)
            shown = told[:_SHOWN_PROBLEMS]
            more = len(told) - len(shown)
            if more:
                shown.append(self.tr("%n more", "", more))
            self.told.show_message(" ".join(shown), Icon.WARNING, Pigment.GAMBOGE)
