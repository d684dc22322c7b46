"""What one does with agreements, gifts and earlier matters: each act is one edit with a name."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.allowances import allowances
from planner.domain.agreement import Activity, Agreement, AgreementKind
from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.gift import Gift, GiftDirection
from planner.domain.inbound_visit import InboundVisit
from planner.domain.organisation import Organisation
from planner.queries.relations_page import (
    ActivityLine,
    AgreementLine,
    GiftLine,
    InboundLine,
    MatterLine,
)
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.agreements.forms import ActivityForm, AgreementForm, GiftForm, InboundVisitForm
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.usecases.judging import choose_matter
from planner.usecases.naming import Named
from planner.usecases.records import remove_records
from planner.usecases.relations import OTHER, add_relation, change_relation

_CHOICES = {True: "take_up_matter", False: "leave_matter", None: "open_matter"}


class RelationActs(QObject):
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
        self._today = today
        self._home = home

    # Earlier matters

    def choose(
        self, delegation: UUID, lines: Sequence[MatterLine], is_taken_up: bool | None
    ) -> None:
        """Several at once are one edit, called by the first."""
        if not lines:
            return

        def use_case(work: UnitOfWork) -> None:
            for line in lines:
                choose_matter(
                    work,
                    delegation,
                    line.key,
                    is_taken_up=is_taken_up,
                    on=self._today(),
                    by=self._database.who,
                )

        what = lines[0].matter.row.recommendation.title
        self._editor.run(EditName(_CHOICES[is_taken_up], {"what": what}), use_case)

    # Agreements

    def ask_agreement(
        self, delegation: UUID, hosts: Sequence[Organisation], line: AgreementLine | None = None
    ) -> FormDialog:
        form = AgreementForm(self._database, self._formats)
        if line is None:
            parties = tuple(Named(host.name, host.id) for host in hosts[:1])
            form.show_values({"party_ids": parties, "agreement_kind": AgreementKind.MEMORANDUM})
            title = self.tr("Add agreement")
        else:
            held = line.agreement
            pairs = zip(line.parties, held.party_ids, strict=True)
            parties = tuple(Named(name, key) for name, key in pairs)
            form.show_values({**dict(held), "party_ids": parties})
            title = self.tr("Change agreement")
        known = {"delegation_id": delegation} if line is None else {}
        return self._ask(title, form, Agreement, line.key if line else None, "title", known)

    def ask_activity(
        self,
        agreements: Sequence[AgreementLine],
        under: UUID | None = None,
        line: ActivityLine | None = None,
    ) -> FormDialog:
        """`under` is the agreement a new one stands under at first."""
        form = ActivityForm(self._formats, [(each.key, each.what) for each in agreements])
        if line is None:
            form.show_values({"agreement_id": under, "on": self._today()})
            return self._ask(self.tr("Add activity"), form, Activity, None, "text", {})
        form.show_values(dict(line.activity))
        return self._ask(self.tr("Change activity"), form, Activity, line.key, "text", {})

    # Gifts and visits

    def ask_gift(self, delegation: UUID, line: GiftLine | None = None) -> FormDialog:
        form = GiftForm(self._database, self._formats, allowances())
        if line is None:
            form.show_values({"direction": GiftDirection.GIVEN, "quantity": 1})
            title, known = self.tr("Add gift"), {"delegation_id": delegation}
        else:
            form.show_values({**dict(line.gift), OTHER: _other(line)})
            title, known = self.tr("Change gift"), {}
        return self._ask(title, form, Gift, line.key if line else None, "item", known)

    def ask_inbound(self, host: Organisation | None, line: InboundLine | None = None) -> FormDialog:
        form = InboundVisitForm(self._database, self._formats)
        if line is None:
            form.show_values({"organisation_id": Named(host.name, host.id) if host else None})
            return self._ask(self.tr("Add a visit to us"), form, InboundVisit, None, "purpose", {})
        came = Named(line.host, line.visit.organisation_id)
        form.show_values({**dict(line.visit), "organisation_id": came})
        title = self.tr("Change a visit to us")
        return self._ask(title, form, InboundVisit, line.key, "purpose", {})

    def remove(self, entity: type[Entity], key: UUID, what: str) -> None:
        self._editor.run(
            EditName("remove_dealing", {"what": what}),
            lambda work: remove_records(work, entity, [key]),
        )

    # Pieces

    def _ask(
        self,
        title: str,
        form: Form,
        entity: Any,
        key: UUID | None,
        named: str,
        known: Mapping[str, Any],
    ) -> FormDialog:
        def use_case(work: UnitOfWork) -> object:
            values = {**known, **form.values()}
            if key is None:
                return add_relation(work, entity, values)
            return change_relation(work, entity, key, values)

        def store() -> bool:
            code = "add_dealing" if key is None else "change_dealing"
            name = EditName(code, {"what": str(form.values()[named])})
            return form.submit(self._editor, name, use_case) is not None

        dialog = FormDialog(title, self.tr("Save"), form, store, self._home.window())
        dialog.open()
        form.begin()
        return dialog


def _other(line: GiftLine) -> Named | None:
    """As the form shows it; what the stop alone tells is left to the stop."""
    gift = line.gift
    keys = (
        gift.received_by_person_id,
        gift.received_by_body_id,
        gift.given_by_person_id,
        gift.given_by_body_id,
    )
    key = next((key for key in keys if key), None)
    return Named(line.other, key) if key else None
