"""What one does with follow-ups: each act asks for what it needs and is one edit with a name."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.domain.changes import EditName
from planner.domain.errors import PlannerError
from planner.domain.follow_up import FollowUp, FollowUpState
from planner.queries.follow_up_list import FollowUpLine, follow_up_lines
from planner.queries.records import record
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.outcomes.follow_up_forms import (
    ClosingForm,
    DueForm,
    FollowUpForm,
    OwnerForm,
    ProgressForm,
    ProofForm,
    SeveralForm,
)
from planner.usecases.attachments import paper_at
from planner.usecases.follow_ups import (
    attach_proof,
    change_follow_up,
    change_follow_ups,
    close_follow_up,
    note_progress,
    open_follow_up,
    owner_values,
    set_states,
)
from planner.usecases.records import remove_records

UseCase = Callable[[UnitOfWork], object]
Lines = Sequence[FollowUpLine]


class FollowUpActs(QObject):
    """Dialogs stay open until the edit is taken; acts on several lines are one edit."""

    def __init__(
        self,
        database: Database,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        home: QWidget,
    ) -> None:
        super().__init__(home)
        self._database = database
        self._editor = editor
        self._formats = formats
        self._words = formats.words
        self._today = today
        self._home = home

    # Opening and changing

    def ask_new(self, delegation: UUID) -> FormDialog:
        form = FollowUpForm(self._database, self._formats)
        form.offer_before(self._may_come_before(delegation))

        def use_case(work: UnitOfWork) -> object:
            values = {"delegation_id": delegation, **_with_owner(work, form.values())}
            return open_follow_up(work, values, self._today())

        return self._ask(
            self.tr("Add follow-up"),
            self.tr("Add"),
            form,
            lambda: (EditName("add_follow_up", {"what": form.values()["text"]}), use_case),
        )

    def ask_change(self, key: UUID, owner: str = "") -> FormDialog:
        with self._database.read() as session:
            follow_up = record(session, FollowUp, key)
        form = FollowUpForm(self._database, self._formats)
        form.offer_before(self._may_come_before(follow_up.delegation_id, follow_up))
        form.show_follow_up(follow_up, owner)

        def use_case(work: UnitOfWork) -> object:
            values = _with_owner(work, form.values())
            if follow_up.state is FollowUpState.CLOSED:
                values.pop("state")
            return change_follow_up(work, key, **values)

        return self._ask(
            self.tr("Change follow-up"),
            self.tr("Save"),
            form,
            lambda: (EditName("change_follow_up", {"what": form.values()["text"]}), use_case),
        )

    def _may_come_before(
        self, delegation: UUID, follow_up: FollowUp | None = None
    ) -> list[FollowUpLine]:
        """What is open beside it, and what it depends on already."""
        own, held = (follow_up.id, follow_up.depends_on_ids) if follow_up else (None, ())
        with self._database.read() as session:
            lines = follow_up_lines(session, delegation)
        return [each for each in lines if each.key != own and (each.is_open or each.key in held)]

    # Acts on one or several

    def set_state(self, lines: Lines, state: FollowUpState) -> FormDialog | None:
        """Closing asks first; everything else is done at once."""
        moved = [line for line in lines if line.state is not state]
        if not moved:
            return None
        if state is FollowUpState.CLOSED:
            return self.ask_closing(moved)
        keys = [line.key for line in moved]
        name = self._name("follow_up_state", moved, state=self._words.value(state))
        self._editor.run(name, lambda work: set_states(work, keys, state))
        return None

    def ask_closing(self, lines: Lines) -> FormDialog:
        """What was done; a priority item without proof is proved here."""
        is_priority = any(line.is_priority for line in lines)
        unproved = [line for line in lines if line.is_priority and not line.proof_count]
        form = ClosingForm(self._formats, is_priority, bool(unproved))

        def use_case(work: UnitOfWork) -> None:
            values = form.values()
            on = self._today()
            file, link = values.pop("file", None), values.pop("link", "")
            for line in unproved:
                if file is not None or link:
                    attach_proof(work, line.key, on, "", link, file and paper_at(file))
            for line in lines:
                close_follow_up(work, line.key, on=on, **values)

        return self._ask(
            self.tr("Close follow-up"),
            self.tr("Close it"),
            form,
            lambda: (self._name("close_follow_up", lines), use_case),
            self._title(lines),
        )

    def ask_owner(self, lines: Lines) -> FormDialog:
        form = OwnerForm(self._database, self._formats)

        def edit() -> tuple[EditName, UseCase]:
            owner = form.values()["owner"]

            def use_case(work: UnitOfWork) -> None:
                values = owner_values(work, owner)
                for line in lines:
                    change_follow_up(work, line.key, **values)

            if owner is None:
                return self._name("follow_up_no_owner", lines), use_case
            return self._name("follow_up_owner", lines, owner=owner.name), use_case

        return self._ask(
            self.tr("Who sees to it?"), self.tr("Save"), form, edit, self._title(lines)
        )

    def ask_due(self, lines: Lines) -> FormDialog:
        form = DueForm(self._formats)
        if len(lines) == 1:
            form.show_values({"due_on": lines[0].due_on})

        def edit() -> tuple[EditName, UseCase]:
            due_on = form.values()["due_on"]

            def use_case(work: UnitOfWork) -> None:
                for line in lines:
                    change_follow_up(work, line.key, due_on=due_on)

            if not isinstance(due_on, date):
                return self._name("follow_up_no_due", lines), use_case
            return self._name("follow_up_due", lines, day=self._formats.dated(due_on)), use_case

        return self._ask(self.tr("Until when?"), self.tr("Save"), form, edit, self._title(lines))

    def ask_several(self, lines: Lines) -> FormDialog:
        """Owner, due day, priority and state of all of them, as one edit."""
        form = SeveralForm(self._database, self._formats)
        keys = [line.key for line in lines]

        def use_case(work: UnitOfWork) -> None:
            values = form.given()
            if "owner" in values:
                values |= owner_values(work, values.pop("owner"))
            change_follow_ups(work, keys, values)

        return self._ask(
            self.tr("Change all of these"),
            self.tr("Save"),
            form,
            lambda: (EditName("change_follow_ups", {"count": str(len(lines))}), use_case),
            self._title(lines),
        )

    def set_priority(self, lines: Lines) -> None:
        """A priority each, or none where all of them were."""
        on = not all(line.is_priority for line in lines)
        keys = [line.key for line in lines]
        name = self._name("follow_up_priority" if on else "follow_up_no_priority", lines)
        self._editor.run(name, lambda work: change_follow_ups(work, keys, {"is_priority": on}))

    def ask_progress(self, line: FollowUpLine) -> FormDialog:
        form = ProgressForm(self._formats, self._today())

        def use_case(work: UnitOfWork) -> object:
            return note_progress(work, line.key, **form.values())

        return self._ask(
            self.tr("Tell progress"),
            self.tr("Save"),
            form,
            lambda: (self._name("follow_up_progress", [line]), use_case),
            line.text,
        )

    def ask_proof(self, line: FollowUpLine, file: Path | None = None) -> FormDialog:
        form = ProofForm(self._formats)
        form.show_values({"file": file})

        def use_case(work: UnitOfWork) -> object:
            values = form.values()
            file = values.pop("file")
            paper = file and paper_at(file)
            return attach_proof(work, line.key, self._today(), paper=paper, **values)

        return self._ask(
            self.tr("Attach proof"),
            self.tr("Attach"),
            form,
            lambda: (self._name("follow_up_proof", [line]), use_case),
            line.text,
        )

    def remove(self, lines: Lines) -> None:
        keys = [line.key for line in lines]
        if keys:
            self._editor.run(
                self._name("remove_follow_up", lines),
                lambda work: remove_records(work, FollowUp, keys),
            )

    # Pieces

    def _ask(
        self,
        title: str,
        act: str,
        form: Form,
        edit: Callable[[], tuple[EditName, UseCase]],
        about: str = "",
    ) -> FormDialog:
        def store() -> bool:
            name, use_case = edit()
            form.clear_problems()
            error: PlannerError | None = self._editor.attempt(name, use_case)
            if error is not None:
                form.show_error(error)
            return error is None

        dialog = FormDialog(title, act, form, store, self._home.window(), reason=about)
        dialog.open()
        form.begin()
        return dialog

    def _name(self, code: str, lines: Lines, **values: str) -> EditName:
        """By the text of one line; by the number where there are several."""
        if len(lines) == 1:
            return EditName(code, {"what": lines[0].text, **values})
        several = code.replace("follow_up", "follow_ups", 1)
        return EditName(several, {"count": str(len(lines)), **values})

    def _title(self, lines: Lines) -> str:
        if len(lines) == 1:
            return lines[0].text
        return self.tr("%n follow-up(s)", "", len(lines))


def _with_owner(work: UnitOfWork, values: dict[str, Any]) -> dict[str, Any]:
    """The fields of a follow-up; its owner as the record keeps one."""
    owner = owner_values(work, values["owner"])
    return {name: value for name, value in values.items() if name != "owner"} | owner
