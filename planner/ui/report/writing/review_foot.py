"""ReviewFoot: under the outline, how far the review is: version, differences, comments."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.dossier import Dossier
from planner.rules.disclosure import public_edition
from planner.rules.revision import changes_since
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Column, Hairline, Row
from planner.ui.components.buttons import Button
from planner.ui.components.labels import Label
from planner.ui.drawing.states import Look
from planner.ui.formats import Formats
from planner.ui.icons import Icon


class ReviewFoot(QWidget):
    send_asked = Signal()
    return_asked = Signal()
    final_asked = Signal()
    differences_asked = Signal()
    comments_asked = Signal()
    withheld_asked = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self.state = Label("", Type.SMALL, Pigment.INK2, wraps=True)
        self.differences = Button("", Icon.COMPARE, look=Look.QUIET, small=True)
        self.comments = Button("", Icon.COMMENT, look=Look.QUIET, small=True)
        self.withheld = Button("", Icon.LOCK, look=Look.QUIET, small=True)
        self.back = Button(self.tr("Returned…"), Icon.UNDO, look=Look.QUIET, small=True)
        self.send = Button(self.tr("Send…"), small=True)
        self.final = Button(self.tr("Final…"), small=True)
        links = (self.differences, self.comments, self.withheld, self.back)
        self.setLayout(
            Column(
                Hairline(),
                Row(self.state, margins=(8, 6, 0, 2)),
                *(Row(link, None) for link in links),
                Row(self.send, self.final, None, spacing=8, margins=(8, 8, 0, 0)),
                margins=(8, 0, 8, 12),
                spacing=2,
            )
        )
        self.send.clicked.connect(self.send_asked)
        self.back.clicked.connect(self.return_asked)
        self.final.clicked.connect(self.final_asked)
        self.differences.clicked.connect(self.differences_asked)
        self.comments.clicked.connect(self.comments_asked)
        self.withheld.clicked.connect(self.withheld_asked)

    def show_dossier(self, dossier: Dossier) -> None:
        """Version and day; how many places differ since; how many comments wait."""
        versions = dossier.report_versions
        last = max(versions, key=lambda each: each.number, default=None)
        self.back.setVisible(last is not None and last.returned_on is None)
        self.differences.setVisible(last is not None)
        if last is None:
            self.state.setText(self.tr("No version was sent yet"))
        else:
            if last.is_final:
                words = self.tr("Version {number} is final, {day}")
            elif last.returned_on is not None:
                words = self.tr("Version {number} was returned on {day}")
            else:
                words = self.tr("Version {number}, sent {day}")
            day = self._formats.dated(last.returned_on or last.sent_on)
            self.state.setText(words.format(number=last.number, day=day))
            count = sum(change.count for change in changes_since(last, dossier))
            words = self.tr("%n change(s) since version {number}", "", count)
            self.differences.setText(words.format(number=last.number))
        waiting = sum(comment.settled_on is None for comment in dossier.comments)
        self.comments.setText(self.tr("Comments {count}").format(count=waiting))
        self.comments.setVisible(bool(dossier.comments))
        withheld = len(public_edition(dossier).withheld)
        self.withheld.setText(self.tr("Withheld {count}").format(count=withheld))
        self.withheld.setVisible(withheld > 0)
