"""WelcomeDialog: three questions at the first start; leaving it is an answer too."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from planner.domain.profile import ReportProfile
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Column
from planner.ui.components.buttons import Button
from planner.ui.components.fields import Field, TextField
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon
from planner.ui.welcome.answers import STEPS, Answers
from planner.ui.welcome.choice_card import ChoiceCard
from planner.ui.welcome.thread_band import ThreadBand


class WelcomeDialog(Dialog):
    """Enter goes on, Esc leaves; the language is felt at once."""

    WIDTH = 600

    language_chosen = Signal(str)
    answered = Signal(object)  # Answers
    left = Signal(object)  # Answers so far

    def __init__(
        self,
        language: str,
        profiles: Mapping[str, ReportProfile],
        answers: Answers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            title=self.tr("Welcome to the Delegation Planner"),
            act=self.tr("Next"),
            parent=parent,
            safe=self.tr("Leave"),
            reason=self.tr(
                "From why one travels to what became of it: one thread for every delegation."
            ),
        )
        self._step = answers.step
        self._pages = QStackedWidget()
        for page in (
            self._language_page(language),
            self._agency_page(language, profiles, answers),
            self._start_page(answers),
        ):
            self._pages.addWidget(page)
        self.body.addWidget(ThreadBand())
        self.body.addSpacing(4)
        self.body.addWidget(self._pages)
        self.back = Button(self.tr("Back"), look=Look.QUIET)
        self.place = Label("", Type.SMALL, Pigment.INK2)
        self.foot.insertWidget(1, self.place)
        self.foot.insertStretch(1, 1)
        self.foot.insertWidget(self.foot.count() - 1, self.back)
        self.back.clicked.connect(self._go_back)
        self._show_step()

    # Pages

    def _language_page(self, language: str) -> QWidget:
        self.languages = {
            "zh_TW": ChoiceCard("繁體中文", "視窗、檢核意見與說明都用中文。", Icon.LANGUAGE),
            "en": ChoiceCard("English", "The window, notices and help in English.", Icon.LANGUAGE),
        }
        for key, card in self.languages.items():
            card.setChecked(key == language)
            card.clicked.connect(lambda _=False, key=key: self.language_chosen.emit(key))
        note = self.tr("Each paper may still be made in either language.")
        return self._page(self.tr("Which language?"), *self.languages.values(), self._small(note))

    def _agency_page(
        self, language: str, profiles: Mapping[str, ReportProfile], answers: Answers
    ) -> QWidget:
        self.agency = TextField(self.tr("Your agency"), self.tr("As it signs its letters"))
        self.agency.setText(answers.agency)
        self.profile = QComboBox()
        for key, profile in profiles.items():
            self.profile.addItem(profile.name.in_(language), key)
        self.profile.setCurrentIndex(max(self.profile.findData(answers.profile), 0))
        note = self.tr(
            "The profile brings the chapters, the cover, the limits and the days by which a "
            "report is due. Each delegation may have another."
        )
        return self._page(
            self.tr("For whom do you travel?"),
            Field(self.tr("&Your agency"), self.agency),
            Field(self.tr("&Report profile"), self.profile),
            self._small(note),
        )

    def _start_page(self, answers: Answers) -> QWidget:
        self.with_sample = ChoiceCard(
            self.tr("With the sample"),
            self.tr(
                "A delegation of 2015 with its itinerary, seminar, outcomes and report: to look "
                "round in and to try everything. One undo takes it away again."
            ),
            Icon.BRIEFING,
        )
        self.empty = ChoiceCard(
            self.tr("Empty"),
            self.tr("With nothing but your own first delegation. The sample can be had later."),
            Icon.PLUS,
        )
        self.with_sample.setChecked(answers.with_sample)
        self.empty.setChecked(not answers.with_sample)
        note = self.tr("Everything stays on this machine.")
        return self._page(
            self.tr("How do you begin?"), self.with_sample, self.empty, self._small(note)
        )

    @staticmethod
    def _page(question: str, *parts: QWidget) -> QWidget:
        page = QWidget()
        page.setLayout(Column(Label(question, Type.STRONG), *parts, None, spacing=12))
        page.setAccessibleName(question)
        return page

    @staticmethod
    def _small(words: str) -> Label:
        return Label(words, Type.SMALL, Pigment.INK2, wraps=True)

    # Steps

    @property
    def answers(self) -> Answers:
        return Answers(
            self.agency.text().strip(),
            self.profile.currentData() or "",
            self.with_sample.isChecked(),
            self._step,
        )

    def _show_step(self) -> None:
        is_last = self._step == STEPS - 1
        self._pages.setCurrentIndex(self._step)
        self.place.setText(
            self.tr("Step {step} of {steps}").format(step=self._step + 1, steps=STEPS)
        )
        self.back.setEnabled(self._step > 0)
        self.act.setText(self.tr("Begin") if is_last else self.tr("Next"))
        # once the page is shown: what is hidden takes no keyboard
        QTimer.singleShot(0, self, lambda: self._first(self._step).setFocus())

    def _first(self, step: int) -> QWidget:
        """Where the keyboard is wanted: what is chosen, or the first field."""
        cards = {
            0: tuple(self.languages.values()),
            2: (self.with_sample, self.empty),
        }
        return next((card for card in cards.get(step, ()) if card.isChecked()), self.agency)

    def _go_back(self) -> None:
        self._step -= 1
        self._show_step()

    # Qt's interface

    def accept(self) -> None:
        if self._step < STEPS - 1:
            self._step += 1
            self._show_step()
            return
        self.answered.emit(replace(self.answers, step=0))
        super().accept()

    def reject(self) -> None:
        self.left.emit(replace(self.answers, step=0))
        super().reject()
