"""Bars over the grid: acts, a camera whose clock is in doubt, and what did not come in."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.queries.photos import PhotoPage
from planner.rules.camera_clock import CameraState
from planner.ui.appearance import Pigment
from planner.ui.components.boxes import Row, fold
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Bar
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon
from planner.ui.photos.clock_dialogs import seconds_ahead
from planner.ui.photos.faces import PhotoFaces
from planner.ui.photos.taking_in import TakingIn
from planner.words import Words

_MOST_TOLD = 200


class ActBar(QWidget):
    """Acts side by side, or one below the other where text is large and room is scarce."""

    def __init__(self, acts: Sequence[QAction]) -> None:
        super().__init__()
        self._buttons = [Button.of(act, Look.QUIET) for act in acts]
        self._row = Row(*self._buttons)
        for button in self._buttons:
            self._row.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)
        self.setLayout(self._row)

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        between = self._row.spacing() * len(self._buttons)
        wanted = between + sum(button.sizeHint().width() for button in self._buttons)
        fold(self._row, wanted > self.width())

    def minimumSizeHint(self) -> QSize:
        """Of one below the other, so that the bar may become so narrow."""
        widest = max(button.sizeHint().width() for button in self._buttons)
        return QSize(widest, super().minimumSizeHint().height())


class CameraBar(Bar):
    """The first camera that has to be looked at."""

    clocks_asked = Signal()

    def __init__(self, faces: PhotoFaces) -> None:
        super().__init__()
        self._faces = faces
        self.sentence.setWordWrap(True)
        self.hide()

    def show_page(self, page: PhotoPage) -> None:
        doubtful = _doubtful(page)
        if not doubtful:
            self.hide()
            return
        state = next((each for each in doubtful if each.proposed is not None), doubtful[0])
        name = self._faces.camera(state.camera)
        act = Button(self.tr("Clocks…"), look=Look.QUIET, small=True)
        act.clicked.connect(self.clocks_asked)
        if state.proposed is not None:
            told = self._faces.deviation(state.proposed, seconds_ahead(page, state))
            words = self.tr("Positions say that the clock of {camera} is {deviation}.")
            words = words.format(camera=name, deviation=told)
        else:
            words = self.tr("Nothing proves the clock of {camera}: tell one photo's time with T.")
            words = words.format(camera=name)
        self.show_message(words, Icon.CLOCK, Pigment.GAMBOGE, act)


def _doubtful(page: PhotoPage) -> list[CameraState]:
    """Cameras nobody has told the clock of, though photos of theirs have no place yet."""
    asked = {line.photo.camera for line in page.lines if line.photo.stop_id is None}
    return [
        state
        for state in page.cameras
        if state.clock is None and not state.is_told and state.camera in asked
    ]


class LeftOutBar(Bar):
    """What did not come in, by name; nothing else of the batch was held up by it."""

    def __init__(self, taking_in: TakingIn, words: Words, home: QWidget) -> None:
        super().__init__(parent=home)
        self._taking_in, self._words, self._home = taking_in, words, home
        self.sentence.setWordWrap(True)
        self.hide()
        taking_in.told.connect(self._tell)

    def _tell(self, errors: Sequence[PlannerError], known: Sequence[str]) -> None:
        parts = []
        if errors:
            parts.append(self.tr("%n file(s) need a look", "", len(errors)))
        if known:
            parts.append(self.tr("%n photo(s) were here already", "", len(known)))
        show = Button(self.tr("Show"), look=Look.QUIET, small=True)
        sentences = [self._words.error(error) for error in errors]
        sentences += [self.tr("“{file}” was here already.").format(file=name) for name in known]
        show.clicked.connect(lambda: self._show_all(sentences))
        pigment = Pigment.GAMBOGE if errors else Pigment.INK2
        words = self._words("list.joint").join(parts)
        self.show_message(words, Icon.WARNING if errors else Icon.INFO, pigment, show)

    def _show_all(self, sentences: Sequence[str]) -> None:
        close = self.tr("Close")
        dialog = Dialog(self.tr("What did not come in"), close, self._home, close)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._taking_in.has_mistimed:
            dialog.act.setText(self.tr("Take in without wrong times"))
            dialog.accepted.connect(self._taking_in.take_mistimed)
        else:
            dialog.safe.hide()
        for sentence in sentences[:_MOST_TOLD]:
            dialog.body.addWidget(Label(sentence, wraps=True))
        dialog.open()
        self.hide()
