"""Accepting a notice with a reason, and taking that back: one edit each, with its name."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.domain.changes import EditName
from planner.domain.judgement import Acceptance
from planner.plain_text import notice_sentence
from planner.rules.notice import Notice
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.ui.inputs import AreaInput
from planner.usecases.judging import accept_notice, withdraw_acceptance
from planner.words import Words


class ReasonForm(Form):
    """Why a notice stands; it must be said."""

    def __init__(self, words: Words) -> None:
        super().__init__(words, Acceptance.kind)
        hint = self.tr("Kept with the notice, for whoever asks later.")
        self.add(self.field("reason", AreaInput(lines=3), self.tr("Reason"), hint))


class Accepting(QObject):
    def __init__(
        self, editor: Editor, words: Words, today: Callable[[], date], who: str, home: QWidget
    ) -> None:
        super().__init__(home)
        self._editor = editor
        self._words = words
        self._today = today
        self._who = who
        self._home = home

    def ask(self, delegation: UUID, notice: Notice) -> FormDialog:
        form, sentence = ReasonForm(self._words), notice_sentence(notice, self._words)

        def store() -> bool:
            return bool(
                form.submit(
                    self._editor,
                    EditName("accept_notice", {"what": sentence}),
                    lambda work: accept_notice(
                        work,
                        delegation,
                        notice.fingerprint,
                        **form.values(),
                        on=self._today(),
                        by=self._who,
                    ),
                )
            )

        dialog = FormDialog(
            self.tr("Let it stand"),
            self.tr("Accept"),
            form,
            store,
            self._home.window(),
            reason=sentence,
        )
        dialog.open()
        form.begin()
        return dialog

    def withdraw(self, delegation: UUID, notice: Notice) -> None:
        name = EditName("withdraw_acceptance", {"what": notice_sentence(notice, self._words)})
        self._editor.run(
            name, lambda work: withdraw_acceptance(work, delegation, notice.fingerprint)
        )
