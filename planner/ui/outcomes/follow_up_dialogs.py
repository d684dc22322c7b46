"""Dialogs of follow-ups: opening or changing one, and closing it with what was done."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QWidget

from planner.domain.errors import InvalidInput, PlannerError
from planner.domain.follow_up import FollowUp
from planner.ui.components.boxes import Row
from planner.ui.components.fields import Field, TextArea, TextField
from planner.ui.components.panels import Dialog
from planner.words import Words

Submit = Callable[[dict[str, Any]], PlannerError | None]


class AskingDialog(Dialog):
    """Stays open until what was filled in is taken; says beside the field what is wrong."""

    submitted = Signal()

    def __init__(
        self, title: str, act: str, words: Words, submit: Submit, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, act, parent)
        self._words = words
        self._submit = submit
        self._fields: dict[str, Field] = {}
        self.act.clicked.disconnect()
        self.act.clicked.connect(self._on_act)

    def values(self) -> dict[str, Any]:
        raise NotImplementedError

    def ask(self, name: str, field: Field) -> Field:
        """Put a field in, under the name that problems call it by."""
        self._fields[name] = field
        self.body.addWidget(field)
        return field

    def _on_act(self) -> None:
        error = self._submit(self.values())
        if error is None:
            self.submitted.emit()
            self.accept()
            return
        self._show(error)

    def _show(self, error: PlannerError) -> None:
        for field in self._fields.values():
            field.set_problem("")
        problems = error.problems if isinstance(error, InvalidInput) else ()
        placed = False
        for problem in problems:
            field_of_it = self._fields.get(problem.field.split(".")[0])
            if field_of_it is not None:
                code = f"error.{problem.code}"
                field_of_it.set_problem(self._words(code, **problem.context))
                field_of_it.editor.setFocus()
                placed = True
        if not placed:
            next(iter(self._fields.values())).set_problem(self._words.error(error))


class FollowUpDialog(AskingDialog):
    """What, who, till when."""

    def __init__(
        self,
        words: Words,
        submit: Submit,
        bodies: dict[str, UUID],
        dated: Callable[[date], str],
        follow_up: FollowUp | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`bodies` are the organisations offered as owners, by name."""
        super().__init__("", "", words, submit, parent)
        is_new = follow_up is None
        title = self.tr("Add follow-up") if is_new else self.tr("Change follow-up")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.act.setText(self.tr("Add") if is_new else self.tr("Save"))
        self._bodies = bodies
        self.what = TextArea(words.field("text", "follow_up"), lines=2)
        self.owner = TextField(words.field("owner_name"), self.tr("Body, unit or person"))
        completer = QCompleter(sorted(bodies), self)
        completer.setFilterMode(completer.filterMode().MatchContains)
        self.owner.setCompleter(completer)
        self.due = TextField(words.field("due_on"), self.tr("104/8/17 or 2015-08-17"))
        self.waiting = TextField(words.field("waiting_for"))
        self.priority = QCheckBox(words.field("is_priority"))
        self.ask("text", Field(words.field("text", "follow_up"), self.what))
        self.ask("owner_name", Field(words.field("owner_name"), self.owner))
        self.ask("due_on", Field(words.field("due_on"), self.due))
        self.ask("waiting_for", Field(words.field("waiting_for"), self.waiting))
        self.body.addLayout(Row(self.priority, None))
        if follow_up is not None:
            self._fill(follow_up, dated)

    def _fill(self, follow_up: FollowUp, dated: Callable[[date], str]) -> None:
        self.what.setPlainText(follow_up.text)
        names = {key: name for name, key in self._bodies.items()}
        body = names.get(follow_up.owner_body_id) if follow_up.owner_body_id else None
        self.owner.setText(body or follow_up.owner_name)
        self.due.setText(dated(follow_up.due_on) if follow_up.due_on else "")
        self.waiting.setText(follow_up.waiting_for)
        self.priority.setChecked(follow_up.is_priority)

    def values(self) -> dict[str, Any]:
        owner = self.owner.text().strip()
        body = self._bodies.get(owner)
        return {
            "text": self.what.toPlainText().replace("\n", " "),
            "owner_body_id": body,
            "owner_name": "" if body else owner,
            "due_on": self.due.text().strip() or None,
            "waiting_for": self.waiting.text(),
            "is_priority": self.priority.isChecked(),
        }


class ClosingDialog(AskingDialog):
    """Asks what was done; a priority item also needs a second person."""

    def __init__(
        self, words: Words, submit: Submit, is_priority: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", words, submit, parent)
        title = self.tr("Close follow-up")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.act.setText(self.tr("Close it"))
        self.done_text = TextArea(words.field("done"), lines=3)
        self.second = TextField(words.field("confirmed_by"))
        self.ask("done", Field(self.tr("What was done"), self.done_text))
        second = self.ask("confirmed_by", Field(words.field("confirmed_by"), self.second))
        second.setVisible(is_priority)

    def values(self) -> dict[str, Any]:
        return {"done": self.done_text.toPlainText(), "confirmed_by": self.second.text()}
