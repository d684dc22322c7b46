"""Forms of the background: a source, a fact, one cell of the matrix."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QCompleter

from planner.domain.briefing import ChartForm, Fact, FactChart, Relation, ReprintPermission, Source
from planner.domain.organisation import Organisation
from planner.domain.values import Quantity
from planner.queries.briefing import SourceName, source_names, sources_named
from planner.queries.names import NameLine, name_lines
from planner.store.database import Database
from planner.ui.appearance import Pigment, Type
from planner.ui.briefing.faces import written
from planner.ui.components.labels import Label
from planner.ui.form import Form
from planner.ui.inputs import AreaInput, ChoiceInput, PartialInput, TextInput
from planner.ui.names_input import NamesInput
from planner.usecases.naming import Named
from planner.words import Words

_VALUE = "value"


class SourceForm(Form):
    def __init__(self, words: Words) -> None:
        super().__init__(words, Source.kind, {"source.unnamed": "title"})
        self.add(self.field("title", TextInput()))
        self.add(self.field("author", TextInput()), self.field("author_post", TextInput()))
        self.add(self.field("publisher", TextInput()), self.field("issue", TextInput()))
        day = self.tr("2015, 2015-05 or 104/5/12")
        states = ((state, words.value(state)) for state in ReprintPermission)
        self.add(
            self.field("published_on", PartialInput(example=day)),
            self.field("reprint_permission", ChoiceInput(states)),
        )
        self.add(
            self.field("address", TextInput(example="https://")),
            self.field("licence", TextInput(example="CC BY 4.0")),
        )
        self.add(self.field("note", AreaInput(lines=2)))


class _CitingForm(Form):
    """A form whose record says from which source it is known."""

    def __init__(self, database: Database, words: Words, kind: str, places: dict[str, str]) -> None:
        super().__init__(words, kind, places)
        self._database = database

    def sources(self, containing: str) -> Sequence[NameLine]:
        return self._as_names(lambda session: source_names(session, containing))

    def source(self, key: UUID | None) -> Named | None:
        found = self._as_names(lambda session: sources_named(session, [key] if key else []))
        return next((Named(line.name, line.key) for line in found), None)

    def _as_names(self, ask: Callable[[Any], Sequence[SourceName]]) -> list[NameLine]:
        with self._database.read() as session:
            return [NameLine(line.key, line.name, line.note) for line in ask(session)]


class FactForm(_CitingForm):
    """A value is a number with its unit where it can be read as one, else words."""

    def __init__(self, database: Database, words: Words) -> None:
        places = dict.fromkeys(("fact.empty", "quantity", "text"), _VALUE)
        super().__init__(database, words, Fact.kind, {**places, "fact.no_source": "source_id"})
        who = self.tr("Organisation, country, product")
        self.add(self.field("subject", NamesInput(self._bodies, example=who, is_single=True)))
        self.add(
            self.field("metric", TextInput(example=self.tr("Yearly output"))),
            self.field("place", TextInput()),
        )
        hint = self.tr("over 90%, 2 to 3.4 kg, 35,000 people, or words")
        value = TextInput(example="3,000 t")
        self.reading = Label("", Type.SMALL, Pigment.PINE)
        self.add(self.field(_VALUE, value, self.tr("Value"), hint))
        self.column.addWidget(self.reading)
        self.add(
            self.field("as_of", PartialInput(example=self.tr("2015 or 2015-05"))),
            self.field("page", TextInput()),
        )
        self.add(self.field("source_id", NamesInput(self.sources, is_single=True)))
        self.add(self.field("doubt", TextInput(example=self.tr("Why one may not rely on it"))))
        self.reading.hide()
        value.textChanged.connect(self._tell_reading)

    def show_fact(self, fact: Fact, subject: str) -> None:
        self.show_values(
            {
                **dict(fact),
                "subject": Named(subject, fact.organisation_id),
                "source_id": self.source(fact.source_id),
                _VALUE: written(fact.quantity) if fact.quantity else fact.text,
            }
        )

    def record_values(self) -> dict[str, Any]:
        values = self.values()
        typed = values.pop(_VALUE)
        quantity = Quantity.read(typed) if typed else None
        subject = values.pop("subject") or Named("")
        text = "" if quantity else typed
        return {**values, "subject": subject, "quantity": quantity, "text": text}

    def _bodies(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return name_lines(session, Organisation, containing)

    def _tell_reading(self, typed: str) -> None:
        """How the value will stand, as it is typed."""
        quantity = Quantity.read(typed) if typed.strip() else None
        told = self.tr("No number can be read: kept as words") if typed.strip() else ""
        if quantity is not None:
            told = self.tr("Read as {value}").format(value=self._words.quantity(quantity))
        self.reading.setText(told)
        self.reading.setVisible(bool(told))


class RelationForm(_CitingForm):
    """One thing that needs another, and who says so."""

    def __init__(
        self, database: Database, words: Words, known: Sequence[Relation], verb: str
    ) -> None:
        super().__init__(database, words, Relation.kind, {"relation.no_source": "source_id"})
        fields = {
            "subject": (TextInput(), [each.subject for each in known]),
            "verb": (TextInput(), [each.verb for each in known]),
            "object": (TextInput(), [each.object for each in known]),
        }
        for name, (editor, used) in fields.items():
            editor.setCompleter(QCompleter(sorted(set(used)), editor))
            self.add(self.field(name, editor))
        self.add(
            self.field("as_of", PartialInput()),
            self.field("source_id", NamesInput(self.sources, is_single=True)),
        )
        source = known[0].source_id if known else None
        self.show_values({"verb": verb, "source_id": self.source(source)})


class AttachForm(Form):
    """Which of the sources the store has, but the delegation does not list."""

    def __init__(self, words: Words, sources: Sequence[SourceName]) -> None:
        super().__init__(words, Source.kind)
        offered = ChoiceInput((each.key, each.name) for each in sources)
        self.add(self.field("source", offered, words.kind(Source.kind).capitalize()))


class ChartOfFactsForm(Form):
    """What a chart is called, how it is drawn, and what is said to those who do not see it."""

    def __init__(self, words: Words) -> None:
        super().__init__(words, FactChart.kind)
        forms = ChoiceInput((each, words.value(each)) for each in ChartForm)
        self.add(self.field("title", TextInput()))
        self.add(self.field("form", forms, self.tr("Drawn as")))
        example = self.tr("Empty tells every value")
        self.add(self.field("alt_text", AreaInput(example=example, lines=2)))
