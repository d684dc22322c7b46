"""The form of one delegation: what it is called, when and where it goes, who sends it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.delegation import Category, Delegation, DelegationState
from planner.domain.errors import InvalidInput, Problem
from planner.domain.organisation import Organisation
from planner.domain.profile import ReportProfile
from planner.queries.names import NameLine, name_lines, named
from planner.queries.records import record
from planner.sentences import sentences
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.formats import Formats
from planner.ui.inputs import AreaInput, ChoiceInput, DayInput, TextInput
from planner.ui.names_input import NamesInput, SeveralInput
from planner.usecases.delegations import change_delegation, plan_delegation
from planner.usecases.naming import Named, key_of, keys_of
from planner.words import Words

_PROBLEM_PLACES = {"delegation.ends_before_start": "ends_on"}
_COUNTRY = "country."
_IS_CODE = re.compile("[A-Z]{2}")


class CountriesInput(SeveralInput):
    """Countries by their names or codes."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._codes = {
            words(code).casefold(): code.removeprefix(_COUNTRY)
            for code in sentences(words.language)
            if code.startswith(_COUNTRY)
        }

    def show_value(self, value: Any) -> None:
        super().show_value([self._words.country(code) for code in value])

    def value(self) -> Any:
        """What is no country stays as it was typed."""
        return tuple(self._codes.get(part.casefold(), part) for part in super().value())


class DelegationForm(Form):
    """Fields of a delegation, in the order in which one knows them."""

    def __init__(
        self, database: Database, words: Words, profiles: Mapping[str, ReportProfile]
    ) -> None:
        super().__init__(words, Delegation.kind, _PROBLEM_PLACES)
        self._database = database
        self._lay_out(words, Formats(words), profiles)

    def _lay_out(
        self, words: Words, formats: Formats, profiles: Mapping[str, ReportProfile]
    ) -> None:
        day = self.tr("104/8/17, 2015-08-17 or 八月十七日")
        self.add(self.field("title", TextInput()))
        self.add(
            self.field("starts_on", DayInput(formats, example=day)),
            self.field("ends_on", DayInput(formats, example=day)),
        )
        self.add(
            self.field("category", ChoiceInput((each, words.value(each)) for each in Category)),
            self.field("state", ChoiceInput((each, words.value(each)) for each in DelegationState)),
        )
        self.add(
            self.field("lead_body_id", NamesInput(self._organisations, is_single=True)),
            self.field(
                "profile",
                ChoiceInput((key, self._title(profile)) for key, profile in profiles.items()),
            ),
        )
        self.add(self.field("taking_part_ids", NamesInput(self._organisations)))
        self.add(self.field("countries", CountriesInput(words)))
        self.add(self.field("regions", SeveralInput()), self.field("cities", SeveralInput()))
        self.add(self.field("origin", AreaInput(lines=3)))
        self.add(self.field("title_latin", TextInput()))
        self.add(
            self.field("system_number", TextInput(example="C10400001")),
            self.field("reported_on", DayInput(formats, example=day)),
        )
        self.add(self.field("keywords", SeveralInput()), self.field("subject_class", TextInput()))
        self.add(self.field("budget_note", AreaInput(lines=2)))

    def _title(self, profile: ReportProfile) -> str:
        return profile.name.in_(self._words.language)

    def _organisations(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return name_lines(session, Organisation, containing)

    def show_delegation(self, key: UUID) -> None:
        """The record as it is stored."""
        with self._database.read() as session:
            delegation = record(session, Delegation, key)
            bodies = (delegation.lead_body_id, *delegation.taking_part_ids)
            lines = named(session, Organisation, [body for body in bodies if body])
        names = {line.key: Named(line.name, line.key) for line in lines}
        lead = delegation.lead_body_id
        self.show_values(
            {
                **dict(delegation),
                "lead_body_id": names.get(lead) if lead else None,
                "taking_part_ids": tuple(names[body] for body in delegation.taking_part_ids),
            }
        )
        self.watch(delegation, lambda stored: self.show_delegation(stored.id))

    def store(self, editor: Editor, key: UUID | None) -> Delegation | None:
        """Store what was filled in, as one edit; None where it was refused."""
        values = self.values()
        code = "add_delegation" if key is None else "change_delegation"
        name = EditName(code, {"title": values["title"]})

        def use_case(work: UnitOfWork) -> Delegation:
            found = _with_keys(work, values)
            if key is None:
                return plan_delegation(work, found)
            return change_delegation(work, key, **found)

        return self.submit(editor, name, use_case)


def _with_keys(work: UnitOfWork, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with records in the place of names. Refused where a country is none."""
    unknown = [code for code in values["countries"] if not _IS_CODE.fullmatch(code)]
    if unknown:
        problem = Problem("countries", "country.unknown", {"name": unknown[0]})
        raise InvalidInput(Delegation.kind, [problem])
    lead = values["lead_body_id"]
    return {
        **values,
        "lead_body_id": lead and key_of(work, Organisation, lead),
        "taking_part_ids": keys_of(work, Organisation, values["taking_part_ids"]),
    }
