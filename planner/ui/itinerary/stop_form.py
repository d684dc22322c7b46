"""The form of one stop: what it is, when, where, with whom and what for."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import Moment
from planner.queries.itinerary import Itinerary
from planner.queries.names import NameLine, name_lines, named
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.components.fields import Field
from planner.ui.form import Form
from planner.ui.inputs import AreaInput, CheckInput, ChecklistInput, ChoiceInput, TextInput
from planner.ui.itinerary.stop_faces import StopWords
from planner.ui.itinerary.when_input import WhenInput
from planner.ui.itinerary.zones import zones_offered
from planner.ui.names_input import NamesInput
from planner.usecases.naming import Named

WHEN = "when"
_PROBLEM_PLACES = {"starts": WHEN, "ends": WHEN, "stop.ends_before_start": WHEN}
_RECEIVED = frozenset({StopKind.VISIT, StopKind.MEETING, StopKind.SEMINAR, StopKind.CEREMONY})


class StopForm(Form):
    """Shows what suits the kind: ways have a service, visits a host and people."""

    def __init__(self, database: Database, says: StopWords) -> None:
        super().__init__(says.words, Stop.kind, _PROBLEM_PLACES)
        self._database = database
        self._lay_out(says)
        self.input("stop_kind").finished.connect(self._suit)
        self.input("is_for_all").finished.connect(self._suit)

    def _lay_out(self, says: StopWords) -> None:
        words = says.words
        kinds = ChoiceInput((kind, words.value(kind)) for kind in StopKind)
        states = ChoiceInput((status, words.value(status)) for status in StopStatus)
        self.add(self.field("stop_kind", kinds), self.field("status", states))
        self.add(self.field(WHEN, WhenInput(says.formats), self.tr("When")))
        self.add(self.field("title", TextInput()))
        self._leg = self._several(
            self.field("from_place", TextInput()), self.field("service", TextInput(example="CI511"))
        )
        self.add(self.field("place", TextInput()))
        self._hosted = self._several(
            self.field("host_id", NamesInput(self._organisations, is_single=True)),
            self.field("people_met_ids", NamesInput(self._people)),
        )
        self.add(self.field("escort_ids", NamesInput(self._people)))
        everybody = self.field("is_for_all", CheckInput(words.field("is_for_all", Stop.kind)))
        everybody.label.hide()
        self.add(everybody)
        self._some = self._several(self.field("member_ids", ChecklistInput()))
        self._aims = self._several(self.field("objective_ids", ChecklistInput()))
        self.add(self.field("booking_reference", TextInput()), self.field("dress", TextInput()))
        for name in ("talking_points", "seen", "narrative"):
            self.add(self.field(name, AreaInput(lines=3)))

    def _several(self, *fields: Field) -> tuple[Field, ...]:
        """Fields one below the other, which come and go together."""
        for field in fields:
            self.add(field)
        return fields

    def _organisations(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return name_lines(session, Organisation, containing)

    def _people(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return name_lines(session, Person, containing)

    # Values

    def prepare(self, plan: Itinerary) -> None:
        """What can be chosen under this delegation."""
        when: WhenInput = self.input(WHEN)
        when.offer_zones(zones_offered(plan.zones, plan.countries))
        when.set_year(plan.starts_on.year)
        self.input("objective_ids").offer(plan.objectives)
        self.input("member_ids").offer(plan.members)

    def show_stop(self, key: UUID) -> None:
        """The record as it is stored."""
        with self._database.read() as session:
            stop = record(session, Stop, key)
            hosts = named(session, Organisation, [stop.host_id] if stop.host_id else [])
            met = named(session, Person, stop.people_met_ids)
            escorts = named(session, Person, stop.escort_ids)
        self.show_values(
            {
                **dict(stop),
                WHEN: {"starts": stop.starts, "ends": stop.ends},
                "host_id": next(iter(_named(hosts)), None),
                "people_met_ids": _named(met),
                "escort_ids": _named(escorts),
            }
        )
        self.watch(stop, lambda stored: self.show_stop(stored.id))
        self._suit()

    def show_new(self, kind: StopKind, starts: Moment, ends: Moment | None = None) -> None:
        """Nothing but when it is to be."""
        empty: dict[str, Any] = dict.fromkeys(self.values())
        several = ("people_met_ids", "escort_ids", "member_ids", "objective_ids")
        empty |= dict.fromkeys(several, ())
        when = {"starts": starts, "ends": ends}
        self.show_values(
            {**empty, "stop_kind": kind, "status": StopStatus.IDEA, "is_for_all": True, WHEN: when}
        )
        self._suit()

    def as_fields(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Values of the form as the record names them."""
        found = dict(values)
        when = found.pop(WHEN, None)
        return found if when is None else {**found, **when}

    def _suit(self) -> None:
        """Show the fields that the kind has; those that are filled stay, whatever the kind."""
        kind: StopKind = self.input("stop_kind").value()
        self.input(WHEN).suit(kind)
        for field in self._leg:
            field.setVisible(kind.is_leg or self._is_filled(field))
        for field in self._hosted:
            field.setVisible(kind in _RECEIVED or not kind.is_leg or self._is_filled(field))
        for field in self._some:
            field.setVisible(not self.input("is_for_all").value())
        for field in self._aims:
            field.setVisible(self.input("objective_ids").count > 0)

    @staticmethod
    def _is_filled(field: Field) -> bool:
        text = getattr(field.editor, "text", None)
        return bool(text and text())


def _named(lines: Sequence[NameLine]) -> tuple[Named, ...]:
    return tuple(Named(line.name, line.key) for line in lines)
