"""What follow-ups can be narrowed by."""

from planner.domain.follow_up import FollowUpState
from planner.queries.list_filters import Due, FollowUpFilter, Origin
from planner.ui.components.boxes import Row
from planner.ui.filters.filter_form import FilterForm
from planner.ui.inputs import TextInput
from planner.words import Words


class FollowUpFilterForm(FilterForm[FollowUpFilter]):
    def __init__(self, words: Words) -> None:
        super().__init__(words, "follow_up", FollowUpFilter)
        self.add(self.field("text", TextInput(), self.tr("Holds the words")))
        self.add(self.field("states", self.checklist(FollowUpState), self.tr("State")))
        self.add(
            self.field("due", self.choice(Due), self.tr("Due")),
            self.field("origin", self.choice(Origin), self.tr("From")),
        )
        self.add(self.field("owner", TextInput(), self.tr("Owner")))
        boxes = (
            self.check("is_priority", self.tr("Priority")),
            self.check("is_without_owner", self.tr("No owner")),
            self.check("is_everywhere", self.tr("Of all delegations")),
        )
        self.column.addLayout(Row(*boxes, None, spacing=16))
