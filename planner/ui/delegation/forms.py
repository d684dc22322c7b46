"""Forms on the page of a delegation: a member, a share of work, an objective, what fills a hole."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from planner.domain.delegation import Delegation, Member, Objective, Role, WorkShare
from planner.domain.follow_up import FollowUp
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.names import NameLine, name_lines, named
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.appearance import Pigment, Type
from planner.ui.components.labels import Label
from planner.ui.form import Form
from planner.ui.formats import Formats
from planner.ui.inputs import (
    AreaInput,
    CheckInput,
    ChecklistInput,
    ChoiceInput,
    DayInput,
    TextInput,
)
from planner.ui.names_input import NamesInput
from planner.usecases.naming import Named


class Names:
    """Looks up people and organisations for forms."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def people(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return name_lines(session, Person, containing)

    def organisations(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return name_lines(session, Organisation, containing)

    def person(self, key: UUID | None) -> Named | None:
        return self._named(Person, key)

    def organisation(self, key: UUID | None) -> Named | None:
        return self._named(Organisation, key)

    def _named(self, entity: type[Person] | type[Organisation], key: UUID | None) -> Named | None:
        if key is None:
            return None
        with self._database.read() as session:
            lines = named(session, entity, [key])
        return Named(lines[0].name, key) if lines else None


class MemberForm(Form):
    """A person, the post held at that time, and the papers to travel with."""

    def __init__(self, database: Database, formats: Formats) -> None:
        super().__init__(formats.words, Member.kind)
        self._database = database
        self._names = Names(database)
        words, day = formats.words, self.tr("104/8/17 or 2015-08-17")
        self.add(
            self.field("person_id", NamesInput(self._names.people, is_single=True)),
            self.field("role", ChoiceInput((each, words.value(each)) for each in Role)),
        )
        self.add(
            self.field("post_title", TextInput(), hint=self.tr("As held at the time of the trip")),
            self.field("grade", TextInput()),
        )
        self.add(
            self.field("body_id", NamesInput(self._names.organisations, is_single=True)),
            self.field("unit", TextInput()),
        )
        self.add(self.field("is_contact", CheckInput(self.tr("The office calls this one"))))
        self.column.addWidget(Label(self.tr("Travel papers"), Type.STRONG))
        self.add(
            self.field("passport_name", TextInput(example="TSAO, SHEN")),
            self.field("passport_expires_on", DayInput(formats, example=day)),
        )
        self.add(
            self.field("visa", TextInput()),
            self.field("visa_expires_on", DayInput(formats, example=day)),
        )
        self.add(self.field("diet", TextInput()), self.field("insurance", TextInput()))

    def show_member(self, key: UUID) -> None:
        with self._database.read() as session:
            member = record(session, Member, key)
        self.show_values(
            {
                **dict(member),
                "person_id": self._names.person(member.person_id),
                "body_id": self._names.organisation(member.body_id),
            }
        )
        self.watch(member, lambda stored: self.show_member(stored.id))


class WorkShareForm(Form):
    """Which body does what, till when."""

    def __init__(self, database: Database, formats: Formats) -> None:
        super().__init__(formats.words, WorkShare.kind)
        self._database = database
        self._names = Names(database)
        day = self.tr("104/8/17 or 2015-08-17")
        self.add(self.field("body_id", NamesInput(self._names.organisations, is_single=True)))
        self.add(self.field("task", AreaInput(lines=2)))
        self.add(
            self.field("due_on", DayInput(formats, example=day)),
            self.field("done_on", DayInput(formats, example=day)),
        )

    def show_share(self, key: UUID) -> None:
        with self._database.read() as session:
            share = record(session, WorkShare, key)
        self.show_values({**dict(share), "body_id": self._names.organisation(share.body_id)})
        self.watch(share, lambda stored: self.show_share(stored.id))


class CopyForm(Form):
    """What the next trip is called and when it begins."""

    def __init__(self, formats: Formats) -> None:
        super().__init__(formats.words, Delegation.kind)
        day = self.tr("104/8/17 or 2015-08-17")
        self.add(self.field("title", TextInput()))
        self.add(self.field("starts_on", DayInput(formats, example=day)))


class ObjectiveForm(Form):
    """What the journey is for."""

    def __init__(self, database: Database, formats: Formats) -> None:
        super().__init__(formats.words, Objective.kind)
        self._database = database
        self.add(self.field("title", TextInput()))
        self.add(self.field("text", AreaInput(lines=3)))

    def show_objective(self, key: UUID) -> None:
        with self._database.read() as session:
            objective = record(session, Objective, key)
        self.show_values(dict(objective))
        self.watch(objective, lambda stored: self.show_objective(stored.id))


class NewFollowUpForm(Form):
    """What is to be done, by whom, till when."""

    def __init__(self, database: Database, formats: Formats, *, only_owner: bool = False) -> None:
        super().__init__(formats.words, FollowUp.kind)
        names = Names(database)
        owner = self.field(
            "owner_name",
            NamesInput(names.organisations, is_single=True),
            self.tr("Owner"),
            hint=self.tr("A body of the list, or any unit or person by name"),
        )
        if only_owner:
            self.add(owner)
            return
        due = DayInput(formats, example=self.tr("104/8/17 or 2015-08-17"))
        self.add(self.field("text", AreaInput(lines=2)))
        self.add(owner, self.field("due_on", due))

    def record_values(self) -> dict[str, Any]:
        """An owner of the list is a body; any other is only a name."""
        values = self.values()
        owner = values["owner_name"]
        is_body = owner is not None and owner.key is not None
        return {
            **values,
            "owner_body_id": owner.key if is_body else None,
            "owner_name": owner.name if owner is not None and not is_body else "",
        }


class LinkForm(Form):
    """Which of the records there are shall be linked."""

    def __init__(self, formats: Formats, options: Mapping[UUID, str], label: str) -> None:
        super().__init__(formats.words, "")
        chosen = ChecklistInput(label)
        chosen.offer(list(options.items()))
        self.add(self.field("keys", chosen, label))
        if not options:
            none_yet = Label(self.tr("There is nothing to link yet."), pigment=Pigment.INK2)
            self.column.addWidget(none_yet)
