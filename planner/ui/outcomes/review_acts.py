"""What one answers in a review round: each answer is one edit with a name."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.domain.changes import EditName
from planner.domain.follow_up import FollowUpState
from planner.domain.outcome import Verdict
from planner.queries.review_round import ReviewItem
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.inputs import AreaInput, ChoiceInput, DayInput, TextInput
from planner.ui.outcomes.follow_up_acts import FollowUpActs
from planner.usecases.reviews import decide, tell_state


class DecisionForm(Form):
    """What was decided on a recommendation, when, by whom and why."""

    def __init__(self, formats: Formats) -> None:
        words = formats.words
        super().__init__(words, "decision", {"decision.needs_reason": "reason"})
        verdicts = ChoiceInput((each, words.value(each)) for each in Verdict)
        self.add(
            self.field("verdict", verdicts),
            self.field("decided_on", DayInput(formats)),
        )
        self.add(self.field("reason", AreaInput(lines=3)))
        self.add(self.field("decided_by", TextInput()))


class ReviewActs(QObject):
    """Closing asks what was done, a refusal asks why; all else is done at one key."""

    def __init__(
        self,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        acts: FollowUpActs,
        home: QWidget,
    ) -> None:
        super().__init__(home)
        self._editor = editor
        self._formats = formats
        self._words = formats.words
        self._today = today
        self._acts = acts
        self._home = home

    def answer(self, item: ReviewItem, answer: Verdict | FollowUpState | None) -> FormDialog | None:
        """Without an answer it stands as it was, which is told as well."""
        if answer is None:
            answer = item.stands or Verdict.UNDER_STUDY
        if isinstance(answer, Verdict):
            if answer is Verdict.NOT_ADOPTED:
                return self.ask_decision(item, answer)
            self._decide(item, answer)
        elif item.follow_up is not None:
            if answer is FollowUpState.CLOSED:
                is_closed = item.stands is FollowUpState.CLOSED
                return None if is_closed else self._acts.ask_closing([item.follow_up])
            self._tell(item, answer)
        return None

    def ask_decision(self, item: ReviewItem, verdict: Verdict | None = None) -> FormDialog:
        form = DecisionForm(self._formats)
        held = item.stands if isinstance(item.stands, Verdict) else Verdict.UNDER_STUDY
        form.show_values({"verdict": verdict or held, "decided_on": self._today()})

        def store() -> bool:
            values = form.values()
            on = values.pop("decided_on")
            name = self._decided(item, values["verdict"])
            made = form.submit(
                self._editor, name, lambda work: decide(work, item.key, on, **values)
            )
            return made is not None

        title, act = self.tr("What was decided?"), self.tr("Save")
        dialog = FormDialog(title, act, form, store, self._home.window(), reason=item.text)
        dialog.open()
        form.input("reason").setFocus()
        return dialog

    def _decide(self, item: ReviewItem, verdict: Verdict) -> None:
        on = self._today()
        name = self._decided(item, verdict)
        self._editor.run(name, lambda work: decide(work, item.key, on, verdict))

    def _decided(self, item: ReviewItem, verdict: Verdict) -> EditName:
        return EditName("decide", {"what": item.text, "verdict": self._words.value(verdict)})

    def _tell(self, item: ReviewItem, state: FollowUpState) -> None:
        on, text = self._today(), self._sentence(state)
        answers = [self._sentence(each) for each in FollowUpState]
        name = EditName("review_answer", {"what": item.text, "state": self._words.value(state)})
        self._editor.run(name, lambda work: tell_state(work, item.key, on, state, text, answers))

    def _sentence(self, state: FollowUpState) -> str:
        return self._words("review_round.answer", state=self._words.value(state))
