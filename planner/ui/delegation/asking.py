"""Asks for what the page of a delegation lacks or lists, and stores it as one edit."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.changes import EditName
from planner.domain.delegation import Role
from planner.domain.outcome import Finding, Promise, Recommendation
from planner.queries.thread_picture import ThreadNode, ThreadPicture
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.delegation.filling import Filling, UseCase, stored
from planner.ui.delegation.forms import (
    CopyForm,
    MemberForm,
    ObjectiveForm,
    WorkShareForm,
)
from planner.ui.delegation.keeping_dialog import KeepingDialog
from planner.ui.delegation.outcome_forms import OutcomeForm
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.formats import Formats
from planner.usecases.copying import copy_delegation
from planner.usecases.members import add_member, change_member
from planner.usecases.objectives import (
    add_finding,
    add_objective,
    change_objective,
)
from planner.usecases.outcomes import Outcome, add_promise, add_recommendation, change_outcome
from planner.usecases.work_shares import add_work_share, change_work_share

_ADDS: Mapping[type[Outcome], Callable[[UnitOfWork, dict[str, Any]], object]] = MappingProxyType(
    {Finding: add_finding, Promise: add_promise, Recommendation: add_recommendation}
)


class Asking(QObject):
    """Dialogs over one page. What was typed and not stored comes back the next time."""

    copied = Signal(object)  # key of the new delegation

    def __init__(
        self,
        database: Database,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._editor = editor
        self._formats = formats
        self._words = formats.words
        self._today = today
        self._page = parent
        self._filling = Filling(database, editor, formats, today)
        self._put_aside: dict[object, Mapping[str, Any]] = {}

    def copy(self, delegation: UUID, title: str, starts_on: date | None = None) -> KeepingDialog:
        """The same people, work and programme on other days, as a draft."""
        form = CopyForm(self._formats)
        form.show_values({"title": title, "starts_on": starts_on})

        def store() -> bool:
            values = form.values()
            name = EditName("copy_delegation", {"title": title})
            made = form.submit(
                self._editor, name, lambda work: copy_delegation(work, delegation, **values)
            )
            if made is not None:
                self.copied.emit(made.id)
            return made is not None

        words = self.tr("Copy for the next trip")
        return self._dialog(words, self.tr("Copy"), form, store, ("copy", delegation))

    # Lists

    def member(self, delegation: UUID, key: UUID | None, role: Role = Role.MEMBER) -> KeepingDialog:
        form = MemberForm(self._database, self._formats)
        if key is None:
            form.show_values({"role": role})
        else:
            form.show_member(key)

        def store() -> bool:
            values = form.values()
            person = values["person_id"]
            name = person.name if person else ""
            if key is None:
                told = {"delegation_id": delegation, **values}
                return self._run(form, "add_member", name, lambda work: add_member(work, told))
            return self._run(
                form, "change_member", name, lambda work: change_member(work, key, **values)
            )

        titles = (self.tr("Add member"), self.tr("Change member"))
        return self._open(titles, key, form, store, ("member", delegation, key, role))

    def work_share(self, delegation: UUID, key: UUID | None) -> KeepingDialog:
        form = WorkShareForm(self._database, self._formats)
        if key is None:
            form.show_values({})
        else:
            form.show_share(key)

        def store() -> bool:
            values = form.values()
            name = values["task"]
            if key is None:
                told = {"delegation_id": delegation, **values}
                return self._run(
                    form, "add_work_share", name, lambda work: add_work_share(work, told)
                )
            return self._run(
                form, "change_work_share", name, lambda work: change_work_share(work, key, **values)
            )

        titles = (self.tr("Add share of work"), self.tr("Change share of work"))
        return self._open(titles, key, form, store, ("work_share", delegation, key))

    def objective(self, delegation: UUID, key: UUID | None) -> KeepingDialog:
        form = ObjectiveForm(self._database, self._formats)
        if key is None:
            form.show_values({})
        else:
            form.show_objective(key)

        def store() -> bool:
            values = form.values()
            name = values["title"]
            if key is None:
                told = {"delegation_id": delegation, **values}
                return self._run(
                    form, "add_objective", name, lambda work: add_objective(work, told)
                )
            return self._run(
                form, "change_objective", name, lambda work: change_objective(work, key, **values)
            )

        titles = (self.tr("Add objective"), self.tr("Change objective"))
        return self._open(titles, key, form, store, ("objective", delegation, key))

    def outcome(self, delegation: UUID, entity: type[Outcome], key: UUID | None) -> KeepingDialog:
        """A finding, a promise or a recommendation."""
        form = OutcomeForm(entity, self._database, self._formats)
        if key is not None:
            form.show_outcome(key)

        def store() -> bool:
            values = form.values()
            name = values.get("title") or values["text"]
            if key is not None:
                return self._run(
                    form,
                    "change_outcome",
                    name,
                    lambda work: change_outcome(work, entity, key, values),
                )
            told = {"delegation_id": delegation, **values}
            add = _ADDS[entity]
            return self._run(form, f"add_{entity.kind}", name, lambda work: add(work, told))

        kind = self._words.kind(entity.kind)
        titles = (
            self.tr("Add {kind}").format(kind=kind),
            self.tr("Change {kind}").format(kind=kind),
        )
        return self._open(titles, key, form, store, (entity.kind, delegation, key))

    # Holes

    def fill(self, delegation: UUID, hole: ThreadNode, picture: ThreadPicture) -> KeepingDialog:
        """The form that fills a hole, under the name of the act."""
        form, store = self._filling.of(delegation, hole, picture)
        act = self._words(f"remedy.{hole.remedy}")
        reason = self._words(f"rule.{hole.rule}", name=hole.name)
        return self._dialog(act, act, form, store, hole.key, reason)

    # How

    def _open(
        self,
        titles: tuple[str, str],
        key: UUID | None,
        form: Form,
        store: Callable[[], bool],
        place: object,
    ) -> KeepingDialog:
        if key is None:
            return self._dialog(titles[0], self.tr("Add"), form, store, place)
        return self._dialog(titles[1], self.tr("Save"), form, store, place)

    def _dialog(
        self,
        title: str,
        act: str,
        form: Form,
        store: Callable[[], bool],
        place: object,
        reason: str = "",
    ) -> KeepingDialog:
        dialog = KeepingDialog(title, act, form, store, self._page.window(), reason)
        dialog.restore(self._put_aside.get(place, {}))
        dialog.put_aside.connect(lambda typed: self._put_aside.__setitem__(place, typed))
        dialog.open()
        form.input(next(iter(form.values()))).setFocus()
        return dialog

    def _run(self, form: Form, code: str, name: str, use_case: UseCase) -> bool:
        return stored(form, self._editor, EditName(code, {"what": name}), use_case)
