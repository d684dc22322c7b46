"""What the lists of people and of organisations can be narrowed by."""

from planner.domain.organisation import OrganisationKind
from planner.queries.contacts_list import Mark
from planner.queries.list_filters import OrganisationFilter, PersonFilter
from planner.ui.components.boxes import Row
from planner.ui.filters.filter_form import FilterForm
from planner.ui.inputs import TextInput
from planner.words import Words


class OrganisationFilterForm(FilterForm[OrganisationFilter]):
    def __init__(self, words: Words) -> None:
        super().__init__(words, "organisation", OrganisationFilter)
        self.add(self.field("text", TextInput(), self.tr("Name, alias, pinyin")))
        self.add(
            self.field("organisation_kind", self.choice(OrganisationKind)),
            self.field("city", TextInput()),
        )
        self.add(self.field("mark", self.choice(Mark), self.tr("What asks for care")))
        here = self.check("is_here", self.tr("Of the delegation in hand"))
        self.column.addLayout(Row(here, None))


class PersonFilterForm(FilterForm[PersonFilter]):
    def __init__(self, words: Words) -> None:
        super().__init__(words, "person", PersonFilter)
        self.add(self.field("text", TextInput(), self.tr("Name, alias, pinyin")))
        self.add(
            self.field("body", TextInput(), self.tr("Body of a post")),
            self.field("title", TextInput(), self.tr("Title of a post")),
        )
        reachable = self.check("is_reachable", self.tr("A way to reach them is known"))
        self.column.addLayout(Row(reachable, None))
