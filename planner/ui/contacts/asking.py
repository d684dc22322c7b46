"""Asks in dialogs for what the pages of people and organisations change; one edit each."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.briefing import Fact
from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.errors import InvalidInput, Problem
from planner.domain.organisation import Organisation, OrganisationRelation
from planner.domain.person import Person, Post
from planner.queries.contacts_page import FactLine
from planner.queries.names import named
from planner.queries.records import record
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.contacts.faces import ContactFaces
from planner.ui.contacts.forms import (
    ContactForm,
    FactForm,
    NoteForm,
    OrganisationForm,
    PersonForm,
    PostForm,
    RelationForm,
    ValueChoiceForm,
)
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.usecases.contacts import (
    add_contact,
    change_contact,
    choose_value,
    keep_both_values,
)
from planner.usecases.naming import Named
from planner.usecases.records import remove_records

Nameable = type[Organisation] | type[Person]


class ContactDialog(FormDialog):
    """These forms have much in a row."""

    WIDTH = 560


class ContactAsking(QObject):
    """One for a view. What was typed and refused stays in its field."""

    added = Signal(object, object)  # kind of record, key

    def __init__(
        self, database: Database, editor: Editor, faces: ContactFaces, page: QWidget
    ) -> None:
        super().__init__(page)
        self._database = database
        self._editor = editor
        self._faces = faces
        self._words = faces.words
        self._page = page

    # People and organisations

    def contact(self, entity: Nameable, key: UUID | None = None, field: str = "") -> ContactDialog:
        """Change one, or add one; `field` is where one begins."""
        kind = OrganisationForm if entity is Organisation else PersonForm
        form = kind(self._database, self._words)
        form.show_record(self._record(entity, key) if key else None)

        def store() -> bool:
            values = form.record_values()
            if key is not None:
                return self._changed(form, "change_contact", entity, key, values["name"], values)
            made = self._added(form, "add_contact", entity, values["name"], values)
            if made is not None:
                self.added.emit(entity, made.id)
            return made is not None

        noun = self._words.kind(entity.kind)
        title = (self.tr("Change {kind}") if key else self.tr("Add {kind}")).format(kind=noun)
        return self._open(title, key is None, form, store, field or "name")

    def rename(self, entity: Nameable, key: UUID, name: str) -> bool:
        before = self._record(entity, key).name  # type: ignore[attr-defined]
        edit = EditName("rename_contact", {"what": name, "before": before})
        done = self._editor.run(edit, lambda work: change_contact(work, entity, key, name=name))
        return done is not None

    def remove(self, entity: Nameable, keys: Sequence[UUID]) -> None:
        with self._database.read() as session:
            names = [line.name for line in named(session, entity, keys)]
        edit = EditName("remove_contacts", {"count": str(len(keys))})
        if len(names) == 1:
            edit = EditName("remove_contact", {"what": names[0]})
        self._editor.run(edit, lambda work: remove_records(work, entity, keys))

    # What belongs to them

    def post(
        self, key: UUID | None = None, person: UUID | None = None, body: UUID | None = None
    ) -> ContactDialog:
        """Of a person, or at a body: the other one is asked for."""
        form = PostForm(self._database, self._words)
        known = {"person_id": person, "organisation_id": body}
        titles = (self.tr("Add post"), self.tr("Change post"))
        if body is not None and key is None:
            titles = (self.tr("Add contact person"), titles[1])
        dialog = self._part(form, Post, key, titles, "post", "title", known)
        if person:
            form.input("title").setFocus()
        return dialog

    def fact(self, body: UUID, key: UUID | None = None) -> ContactDialog:
        form = FactForm(self._database, self._words)
        subject = self._record(Organisation, body).name  # type: ignore[attr-defined]
        known = {"organisation_id": body, "subject": subject}
        titles = (self.tr("Add fact"), self.tr("Change fact"))
        return self._part(form, Fact, key, titles, "fact", "metric", known)

    def relation(self, body: UUID, key: UUID | None = None) -> ContactDialog:
        form = RelationForm(self._database, self._words)
        titles = (self.tr("Add tie"), self.tr("Change tie"))
        known = {"organisation_id": body}
        return self._part(form, OrganisationRelation, key, titles, "tie", "other_id", known)

    def remove_part(self, entity: type[Entity], key: UUID, code: str, what: str) -> None:
        name = EditName(f"remove_{code}", {"what": what})
        self._editor.run(name, lambda work: remove_records(work, entity, [key]))

    def _part(
        self,
        form: ContactForm,
        entity: type[Entity],
        key: UUID | None,
        titles: tuple[str, str],
        code: str,
        naming: str,
        known: dict[str, Any],
    ) -> ContactDialog:
        if key is None:
            form.show_record(None, **known)
        else:
            form.show_record(self._record(entity, key))

        def store() -> bool:
            values = form.record_values()
            told = values[naming]
            what = told.name if isinstance(told, Named) else told or ""
            if key is not None:
                return self._changed(form, f"change_{code}", entity, key, what, values)
            made = self._added(form, f"add_{code}", entity, what, {**known, **values})
            return made is not None

        return self._open(titles[key is not None], key is None, form, store, form.first)

    # Two values

    def keep_both(self, lines: Sequence[FactLine]) -> ContactDialog:
        hint = self.tr("Printed beside both values.")
        form = NoteForm(self._words, self.tr("Why both are kept"), hint)
        form.show_values({"why": lines[0].fact.doubt})
        keys, metric = [line.key for line in lines], lines[0].fact.metric

        def use_case(work: UnitOfWork) -> bool:
            keep_both_values(work, keys, _needed(form.values()["why"]))
            return True

        name = EditName("keep_both", {"what": metric})
        dialog = self._open(
            self.tr("Keep both values"),
            False,
            form,
            lambda: bool(form.submit(self._editor, name, use_case)),
            "why",
        )
        dialog.act.setText(self.tr("Keep both"))
        return dialog

    def choose(self, lines: Sequence[FactLine]) -> ContactDialog:
        values = {line.key: self._faces.value(line.fact) for line in lines}
        labels = [
            (line.key, f"{values[line.key]}  {self._faces.origin(line)}".strip()) for line in lines
        ]
        form = ValueChoiceForm(self._words, labels)
        metric = lines[0].fact.metric

        def store() -> bool:
            told = form.values()
            chosen = told["chosen"]
            others = [key for key in values if key != chosen]
            reason = self._words(
                "contacts.value_chosen",
                what=metric,
                value=values[chosen],
                others=[values[key] for key in others],
                why=told["why"],
            )

            def use_case(work: UnitOfWork) -> bool:
                _needed(told["why"])
                choose_value(work, chosen, others, reason)
                return True

            name = EditName("choose_value", {"what": metric, "value": values[chosen]})
            return bool(form.submit(self._editor, name, use_case))

        dialog = self._open(self.tr("Choose one value"), False, form, store, "chosen")
        dialog.act.setText(self.tr("Choose"))
        return dialog

    # How

    def _record(self, entity: type[Entity], key: UUID) -> Entity:
        with self._database.read() as session:
            return record(session, entity, key)

    def _added(
        self, form: Form, code: str, entity: type[Entity], what: str, values: dict[str, Any]
    ) -> Entity | None:
        name = EditName(code, {"what": what})
        return form.submit(self._editor, name, lambda work: add_contact(work, entity, values))

    def _changed(
        self,
        form: Form,
        code: str,
        entity: type[Entity],
        key: UUID,
        what: str,
        values: dict[str, Any],
    ) -> bool:
        name = EditName(code, {"what": what})
        done = form.submit(
            self._editor, name, lambda work: change_contact(work, entity, key, **values)
        )
        return done is not None

    def _open(
        self, title: str, is_new: bool, form: Form, store: Callable[[], bool], field: str
    ) -> ContactDialog:
        """`field` is where one begins."""
        act = self.tr("Add") if is_new else self.tr("Save")
        dialog = ContactDialog(title, act, form, store, self._page.window())
        dialog.open()
        form.input(field).setFocus()
        return dialog


def _needed(why: str) -> str:
    if not why:
        raise InvalidInput(Fact.kind, [Problem("why", "missing")])
    return why
