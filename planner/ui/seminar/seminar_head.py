"""SeminarHead: what the seminar is, when, where, by whom; and what the rules say of it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.queries.seminar import SeminarPage
from planner.rules.notice import Notice
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Column, Row, fold
from planner.ui.components.buttons import Button, IconButton
from planner.ui.components.cards import Bar, Chip
from planner.ui.components.labels import Label, Picture
from planner.ui.icons import ROW_SIZE, Icon
from planner.ui.inputs import ChoiceInput
from planner.ui.seminar.faces import IN_PLACE, SEVERITIES, SIDES, SeminarFaces


class SeminarHead(QWidget):
    seminar_chosen = Signal(object)
    change_asked = Signal()
    opened = Signal(object)  # key of what a warning speaks of

    def __init__(self, faces: SeminarFaces) -> None:
        super().__init__()
        self._faces = faces
        self.title = Label("", Type.TITLE, elides=True)
        self.edition = Chip("", outlined=True)
        self.change = IconButton(Icon.PEN, self.tr("Change seminar"), keys="Ctrl+F2")
        self.others = ChoiceInput()
        self.others.setAccessibleName(self.tr("Seminar shown"))
        self.latin = Label("", Type.SMALL, Pigment.INK2, elides=True)
        self._where, self._who = Row(spacing=6), Row(spacing=6)
        self._facts = Row(self._where, self._who, spacing=6)
        self._facts.setStretch(0, 1)
        self.warning = Bar()
        top = Row(self.title, self.edition, self.change, None, self.others, spacing=8)
        self.setLayout(Column(top, self.latin, self._facts, self.warning, spacing=6))
        self.change.clicked.connect(self.change_asked)
        self.others.finished.connect(lambda: self.seminar_chosen.emit(self.others.value()))

    def show_page(self, page: SeminarPage, seminars: Sequence[tuple[UUID, str]]) -> None:
        seminar, words = page.seminar, self._faces.words
        self.title.setText(seminar.title)
        edition = words("paper.seminar.edition", number=seminar.edition or 0)
        self.edition.show_state(edition, outlined=True)
        self.edition.setVisible(seminar.edition is not None)
        self.latin.setText(seminar.title_latin)
        self.latin.setVisible(bool(seminar.title_latin))
        self.others.offer(seminars)
        self.others.show_value(seminar.id)
        self.others.setVisible(len(seminars) > 1)
        self._show_facts(page)
        self._show_warning([each for each in page.notices if each.rule not in IN_PLACE])

    def _show_facts(self, page: SeminarPage) -> None:
        for row in (self._where, self._who):
            while (item := row.takeAt(0)) is not None:
                if widget := item.widget():
                    widget.hide()
                    widget.deleteLater()
        faces, words, seminar = self._faces, self._faces.words, page.seminar
        where, who = self._where, self._who
        self._fact(where, Icon.CALENDAR, faces.formats.day_weekday(page.day), elides=False)
        self._fact(where, Icon.PIN, seminar.venue, words("seminar_screen.no_venue"))
        organisers = words.names(page.organisers)
        if organisers and seminar.organisers_alternate:
            organisers = words("seminar_screen.by_turns", names=organisers)
        self._fact(where, Icon.ORGANISATION, organisers, words("seminar_screen.no_organiser"))
        tongues = words.names(words.tongue(tag) for tag in seminar.languages)
        where.addStretch(1)
        self._fact(who, Icon.LANGUAGE, tongues, words("seminar_screen.no_languages"))
        for side, count in faces.counts(page):
            icon, pigment = SIDES[side]
            who.addWidget(Picture(icon, pigment, ROW_SIZE))
            who.addWidget(Label(count, Type.BASE, Pigment.INK2))
            who.addSpacing(8)
        who.addStretch(1)

    def _fact(
        self, row: Row, icon: Icon, known: str, lacking: str = "", *, elides: bool = True
    ) -> None:
        """One fact of the line; where it is lacking, the hole is told."""
        pigment = Pigment.INK2 if known else Pigment.CINNABAR
        row.addWidget(Picture(icon if known else Icon.HOLE, pigment, ROW_SIZE))
        row.addWidget(Label(known or lacking, Type.BASE, pigment, elides=elides))
        row.addSpacing(12)

    def _fold(self) -> None:
        wanted = self._where.sizeHint().width() + self._who.sizeHint().width()
        fold(self._facts, wanted > self.width())

    def _show_warning(self, notices: Sequence[Notice]) -> None:
        """The gravest in words, how many more there are, and the way there."""
        self.warning.setVisible(bool(notices))
        if not notices:
            return
        first = notices[0]
        icon, pigment = SEVERITIES[first.severity]
        sentence = self._faces.notice(first)
        if len(notices) > 1:
            more = self._faces.words("seminar_screen.more", count=len(notices) - 1)
            sentence = f"{sentence} {more}"
        act = Button(self.tr("Open"), small=True)
        act.clicked.connect(lambda: self.opened.emit(first.where.key))
        self.warning.show_message(sentence, icon, pigment, act)
        self.warning.setToolTip("\n".join(map(self._faces.notice, notices)))

    # Qt's interface

    def event(self, event: QEvent) -> bool:
        """What was just put into the rows has no width before it is shown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
