"""Forms of what came of a visit: a finding, a promise, a recommendation."""

from typing import Any
from uuid import UUID

from planner.domain.outcome import Finding, Horizon, Promise
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.delegation.forms import Names
from planner.ui.form import Form
from planner.ui.formats import Formats
from planner.ui.inputs import AreaInput, ChoiceInput, DayInput, TextInput
from planner.ui.names_input import NamesInput
from planner.usecases.naming import Named
from planner.usecases.outcomes import Outcome


class OutcomeForm(Form):
    """Shows a stored record, or waits for a new one."""

    def __init__(self, entity: type[Outcome], database: Database, formats: Formats) -> None:
        super().__init__(formats.words, entity.kind)
        self.entity = entity
        self._database = database
        self._names = Names(database)
        lay_out = {Finding: self._finding, Promise: self._promise}.get(entity, self._advice)
        lay_out(formats)
        self.show_values({})

    def _finding(self, formats: Formats) -> None:
        self.add(self.field("title", TextInput()))
        self.add(self.field("text", AreaInput(lines=4)))

    def _promise(self, formats: Formats) -> None:
        people, bodies = self._names.people, self._names.organisations
        self.add(self.field("text", AreaInput(lines=3)))
        self.add(
            self.field("by_person_ids", NamesInput(people)),
            self.field("by_body_ids", NamesInput(bodies)),
        )
        self.add(
            self.field("to_person_ids", NamesInput(people)),
            self.field("to_body_ids", NamesInput(bodies)),
        )
        day = self.tr("104/8/17 or 2015-08-17")
        self.add(self.field("due_on", DayInput(formats, example=day)))

    def _advice(self, formats: Formats) -> None:
        words = formats.words
        horizons = [(None, self.tr("Not said")), *((each, words.value(each)) for each in Horizon)]
        self.add(self.field("title", TextInput()))
        self.add(self.field("text", AreaInput(lines=4)))
        self.add(
            self.field("addressee_id", NamesInput(self._names.organisations, is_single=True)),
            self.field("horizon", ChoiceInput(horizons)),
        )

    def show_outcome(self, key: UUID) -> None:
        with self._database.read() as session:
            values: dict[str, Any] = dict(record(session, self.entity, key))
        for name in ("by_person_ids", "to_person_ids"):
            if name in values:
                values[name] = self._named(self._names.person, values[name])
        for name in ("by_body_ids", "to_body_ids"):
            if name in values:
                values[name] = self._named(self._names.organisation, values[name])
        if "addressee_id" in values:
            values["addressee_id"] = self._names.organisation(values["addressee_id"])
        self.show_values(values)

    @staticmethod
    def _named(name_of: Any, keys: tuple[UUID, ...]) -> tuple[Named, ...]:
        return tuple(named for key in keys if (named := name_of(key)) is not None)
