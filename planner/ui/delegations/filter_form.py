"""What the list of delegations can be narrowed by."""

from planner.domain.delegation import Category, DelegationState
from planner.queries.list_filters import DelegationFilter, ReportDue
from planner.ui.filters.filter_form import FilterForm
from planner.ui.formats import Formats
from planner.ui.inputs import DayInput, TextInput


class DelegationFilterForm(FilterForm[DelegationFilter]):
    def __init__(self, formats: Formats) -> None:
        words = formats.words
        super().__init__(words, "delegation", DelegationFilter)
        day = self.tr("104/8/17 or 2015-08-17")
        self.add(self.field("text", TextInput(), self.tr("Search")))
        self.add(self.field("states", self.checklist(DelegationState), self.tr("State")))
        self.add(
            self.field("category", self.choice(Category)),
            self.field("report", self.choice(ReportDue), self.tr("Report")),
        )
        self.add(
            self.field("body", TextInput(), self.tr("Lead body")),
            self.field("city", TextInput(), self.tr("City")),
        )
        self.add(
            self.field("since", DayInput(formats, example=day), self.tr("On the way after")),
            self.field("until", DayInput(formats, example=day), self.tr("and before")),
        )
