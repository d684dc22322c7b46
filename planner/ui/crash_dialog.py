"""When a fault of ours comes to light: the window goes on, and the report can be copied."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from planner import __version__, logs
from planner.domain.errors import StoreUnavailable
from planner.ui.components.fields import TextArea
from planner.ui.components.panels import Dialog

logger = logging.getLogger(__name__)
_QUIET = 30.0  # seconds without it, after which a fault is a new one


class CrashDialog(Dialog):
    """Says that nothing is lost, and gives the report to copy; nothing is sent anywhere."""

    WIDTH = 640

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(
            title=self.tr("Something went wrong in the program"),
            act=self.tr("Go on"),
            safe=self.tr("Copy the report"),
            parent=parent,
            reason=self.tr(
                "What was stored is safe, and the last edit was stored whole or not at all. "
                "Copy the report and hand it to those who look after the program: it tells where"
                " the fault lies, and nothing of what was typed."
            ),
        )
        self.report = TextArea(self.tr("Report"), lines=10)
        self.report.setPlainText(report)
        self.report.setReadOnly(True)
        self.body.addWidget(self.report)
        self.safe.setProperty("key_hint", "")
        self.safe.clicked.disconnect()
        self.safe.clicked.connect(self.copy_report)

    def copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.safe.setText(self.tr("Copied"))


class Crashes(QObject):
    """Catches what no slot and no thread did, and shows it once at a time.

    One that comes again and again, as at every painting, is told once: the window stays usable.
    """

    unavailable = Signal(object)  # StoreUnavailable, which is no fault of ours
    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._last_at: dict[str, float] = {}
        self.dialog: CrashDialog | None = None
        self._caught.connect(self._show)

    def watch(self) -> None:
        """From now on until the program ends."""
        sys.excepthook = self.catch
        threading.excepthook = lambda fault: self.catch(
            fault.exc_type, fault.exc_value or fault.exc_type(), fault.exc_traceback
        )

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, StoreUnavailable):
            logger.error("store unavailable: %s", error.code)
            self.unavailable.emit(error)
            return
        if self._is_new(error):
            logger.critical("fault", exc_info=(kind, error, trace))
            self._caught.emit(report_of(error))
        # what a frame still holds, as a painter does its widget, would be held for good
        traceback.clear_frames(trace)

    def _is_new(self, error: BaseException) -> bool:
        """Or has it been quiet for a while."""
        place, now = logs.place(error), self._now()
        before = self._last_at.get(place)
        self._last_at[place] = now
        return before is None or now - before > _QUIET

    def _show(self, report: str) -> None:
        """In the main thread, by the signal; a second fault meanwhile is in the log only."""
        if self.dialog is not None and self.dialog.isVisible():
            return
        self.dialog = CrashDialog(report, QApplication.activeWindow())
        self.dialog.open()


def report_of(error: BaseException) -> str:
    """What whoever mends it needs, and nothing that a person typed."""
    lines = [
        f"Delegation Planner {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
        logs.trace(error),
    ]
    return "\n".join(lines)
