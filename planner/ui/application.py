"""The Qt application in our style, with the ring of the keyboard."""

import sys

from PySide6.QtWidgets import QApplication

from planner.ui.collector import Collector
from planner.ui.copying import keep_plain_text
from planner.ui.focus import FocusRing
from planner.ui.style import PlannerStyle

_AT_MOST = 0.001
"""Seconds that a thread goes on once the window wants its turn; by default it is five times that,
and a window that paints asks for it at every cell."""


def dressed_application() -> QApplication:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of Qt application runs already")
    app.setApplicationName("Delegation Planner")
    app.setStyle(PlannerStyle())
    FocusRing(app)
    Collector(app)
    sys.setswitchinterval(_AT_MOST)
    app.aboutToQuit.connect(keep_plain_text)
    return app
