"""Forms asked on Today: what was done, and a new due day."""

from planner.domain.follow_up import FollowUp
from planner.ui.form import Form
from planner.ui.formats import Formats
from planner.ui.inputs import AreaInput, DayInput, TextInput
from planner.words import Words


class DoneForm(Form):
    """What was done; a priority item also asks for a second person."""

    def __init__(self, words: Words, is_priority: bool) -> None:
        super().__init__(
            words, FollowUp.kind, {"follow_up.needs_done": "done", "follow_up.needs_proof": "done"}
        )
        self.add(self.field("done", AreaInput(lines=3), self.tr("What was done")))
        if is_priority:
            self.add(self.field("confirmed_by", TextInput()))


class NewDayForm(Form):
    def __init__(self, formats: Formats) -> None:
        super().__init__(formats.words, FollowUp.kind)
        day = self.tr("104/8/17 or 2015-08-17")
        self.add(self.field("due_on", DayInput(formats, example=day)))
