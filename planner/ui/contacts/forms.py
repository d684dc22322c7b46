"""Forms of people, organisations, posts, ties and facts."""

from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from planner.domain.briefing import Fact, Source
from planner.domain.entity import Entity
from planner.domain.organisation import (
    Organisation,
    OrganisationKind,
    OrganisationRelation,
    OrganisationTie,
)
from planner.domain.person import Person, Post
from planner.domain.values import Disclosure, Quantity
from planner.queries.contacts_page import source_lines
from planner.queries.names import NameLine, name_lines, named
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.contacts.inputs import (
    ContactPointsInput,
    WordInput,
    WordsInput,
    coded,
)
from planner.ui.contacts.portrait_input import PortraitInput
from planner.ui.form import Form
from planner.ui.inputs import AreaInput, ChoiceInput, PartialInput, TextInput
from planner.ui.names_input import NamesInput, SeveralInput
from planner.usecases.naming import Named
from planner.words import Words


class ContactForm(Form):
    """Shows one record, or what a new one begins with."""

    entity: ClassVar[type[Entity]]
    places: ClassVar[dict[str, str]] = {}
    named: ClassVar[dict[str, type[Entity]]] = {}
    """Fields that are filled in by name."""

    def __init__(self, database: Database, words: Words) -> None:
        super().__init__(words, self.entity.kind, self.places)
        self._database = database
        self.lay_out(words)

    def lay_out(self, words: Words) -> None:
        raise NotImplementedError

    def show_record(self, shown: Entity | None, **known: Any) -> None:
        """`known` is what is told of a new one beforehand."""
        empty = {name: info.get_default() for name, info in self.entity.model_fields.items()}
        empty = {name: value for name, value in empty.items() if name in self.values()}
        values = {**empty, **(dict(shown) if shown else known)}
        for name, kind in self.named.items():
            if isinstance(values.get(name), UUID):
                values[name] = self._named(kind, values[name])
        for name in self.values():
            values.setdefault(name, None)
        self.show_values({name: _shown(value) for name, value in values.items()})
        if shown is not None:
            self.watch(shown, self.show_record)

    @property
    def first(self) -> str:
        """The field one begins with."""
        return next(iter(self.values()))

    def record_values(self) -> dict[str, Any]:
        return self.values()

    def _named(self, kind: type[Entity], key: UUID) -> Named | None:
        with self._database.read() as session:
            if kind is Source:
                return Named(record(session, Source, key).title, key)
            lines = named(session, Person if kind is Person else Organisation, [key])
        return next((Named(line.name, line.key) for line in lines), None)

    def organisations(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return name_lines(session, Organisation, containing)

    def people(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return name_lines(session, Person, containing)


def _shown(value: Any) -> Any:
    """No default of a field is the name of nothing."""
    return None if value is Ellipsis or type(value).__name__ == "PydanticUndefinedType" else value


class OrganisationForm(ContactForm):
    entity = Organisation
    named: ClassVar = {"parent_id": Organisation}
    places: ClassVar = {"parent_since": "founded", "organisation.closes_before_opens": "hours"}

    def lay_out(self, words: Words) -> None:
        kinds = ChoiceInput((kind, words.value(kind)) for kind in OrganisationKind)
        example = self.tr("1963 or 2015-05-12")
        self.add(self.field("name", TextInput()))
        self.add(self.field("organisation_kind", kinds), self.field("city", TextInput()))
        countries = WordInput(coded(words, "country"))
        founded = PartialInput(example=example)
        self.add(self.field("country", countries), self.field("founded", founded))
        self.add(self.field("aliases", SeveralInput()))
        self.add(self.field("name_latin", TextInput()))
        self.add(self.field("name_simplified", TextInput()), self.field("name_native", TextInput()))
        self.add(self.field("parent_id", NamesInput(self.organisations, is_single=True)))
        self.add(self.field("address", TextInput()), self.field("web", TextInput()))
        self.add(self.field("hours", TextInput(example="09:00–17:00")))
        self.add(self.field("contacts", ContactPointsInput(words)))
        self.add(self.field("notes", AreaInput(lines=3)))


class PersonForm(ContactForm):
    entity = Person

    def lay_out(self, words: Words) -> None:
        self.add(self.field("name", TextInput()), self.field("honorific", TextInput()))
        self.add(self.field("name_latin", TextInput()), self.field("reading", TextInput()))
        self.add(self.field("name_simplified", TextInput()), self.field("name_native", TextInput()))
        self.add(self.field("aliases", SeveralInput()))
        self.add(self.field("languages", WordsInput(coded(words, "tongue"))))
        self.add(self.field("contacts", ContactPointsInput(words)))
        self.add(self.field("portrait", PortraitInput(words, self._database.files.path)))
        consent = ChoiceInput(
            ((None, self.tr("Not asked")), (True, words("yes")), (False, words("no")))
        )
        order = ChoiceInput(
            ((True, self.tr("Family name first")), (False, self.tr("Family name last")))
        )
        self.add(
            self.field("consents_to_publish", consent),
            self.field("is_family_first", order, self.tr("Order of the name")),
        )
        levels = ChoiceInput((level, words.value(level)) for level in Disclosure)
        hint = self.tr("Internal: the public edition names this person nowhere")
        self.add(self.field("disclosure", levels, hint=hint))
        self.add(self.field("notes", AreaInput(lines=3)))


class PostForm(ContactForm):
    entity = Post
    named: ClassVar = {"person_id": Person, "organisation_id": Organisation}
    places: ClassVar = {"post.ends_before_start": "until"}

    def lay_out(self, words: Words) -> None:
        people = NamesInput(self.people, is_single=True)
        bodies = NamesInput(self.organisations, is_single=True)
        self.add(self.field("person_id", people))
        self.add(self.field("organisation_id", bodies))
        self.add(self.field("title", TextInput()))
        self.add(self.field("since", PartialInput()), self.field("until", PartialInput()))
        self.add(self.field("note", TextInput()))


class RelationForm(ContactForm):
    entity = OrganisationRelation
    named: ClassVar = {"other_id": Organisation}
    places: ClassVar = {"organisation_relation.ends_before_start": "until"}

    def lay_out(self, words: Words) -> None:
        ties = ChoiceInput((tie, words.value(tie)) for tie in OrganisationTie)
        self.add(self.field("other_id", NamesInput(self.organisations, is_single=True)))
        self.add(self.field("tie", ties), self.field("share", TextInput()))
        self.add(self.field("since", PartialInput()), self.field("until", PartialInput()))
        self.add(self.field("note", TextInput()))


_VALUE = "value"


class FactForm(ContactForm):
    """A value is a number with its unit where it can be read as one, else a text."""

    entity = Fact
    named: ClassVar = {"source_id": Source}
    places: ClassVar = {"fact.empty": _VALUE, "quantity": _VALUE, "text": _VALUE}

    def lay_out(self, words: Words) -> None:
        self.add(self.field("metric", TextInput(example=self.tr("Employees"))))
        value = TextInput(example=self.tr("3,000 t/year, over 700 people, or words"))
        self.add(self.field(_VALUE, value, self.tr("Value")))
        self.add(self.field("as_of", PartialInput()), self.field("page", TextInput()))
        self.add(self.field("place", TextInput()))
        self.add(self.field("source_id", NamesInput(self.sources, is_single=True)))
        self.add(self.field("doubt", TextInput()))

    def sources(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return source_lines(session, containing)

    def show_record(self, shown: Entity | None, **known: Any) -> None:
        super().show_record(shown, **known)
        if isinstance(shown, Fact):
            written = _written(shown.quantity) if shown.quantity else shown.text
            self.input(_VALUE).show_value(written)
        self.settle(_VALUE)

    def record_values(self) -> dict[str, Any]:
        values = self.values()
        written = values.pop(_VALUE)
        quantity = Quantity.read(written) if written else None
        return {**values, "quantity": quantity, "text": "" if quantity else written}


def _written(quantity: Quantity) -> str:
    """As it is read again."""
    signs = {"over": "over ", "about": "about ", "under": "under "}
    upper = "" if quantity.upper is None else f"–{quantity.upper:f}"
    sign = signs.get(quantity.comparison, "")
    return f"{sign}{quantity.number:f}{upper} {quantity.unit}".strip()


class NoteForm(Form):
    """One word on why; it must be there."""

    def __init__(self, words: Words, label: str, hint: str) -> None:
        super().__init__(words, Fact.kind, {"doubt": "why"})
        self.add(self.field("why", AreaInput(lines=3), label, hint))
        self.show_values({"why": ""})


class ValueChoiceForm(Form):
    """Which of several values, and why."""

    def __init__(self, words: Words, values: Sequence[tuple[UUID, str]]) -> None:
        super().__init__(words, Fact.kind, {})
        self.add(self.field("chosen", ChoiceInput(values), self.tr("Which value holds")))
        hint = self.tr("Kept in the notes of the organisation.")
        self.add(self.field("why", AreaInput(lines=3), self.tr("Reason"), hint))
        self.show_values({"why": ""})
