"""Forms of follow-ups: what, who, till when; how it goes; what proves it; what was done."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.follow_up_list import FollowUpLine
from planner.queries.names import NameLine, name_lines
from planner.store.database import Database
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.fields import TextField
from planner.ui.form import Form
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.inputs import (
    AreaInput,
    CheckInput,
    ChecklistInput,
    ChoiceInput,
    DayInput,
    NumberInput,
    TextInput,
)
from planner.ui.names_input import NamesInput
from planner.usecases.naming import Named

_OWNER_PLACES = MappingProxyType({"owner_name": "owner"})


class OwnerInput(NamesInput):
    """A body, a person, or a name that has no account here."""

    def __init__(self, database: Database, example: str) -> None:
        def lookup(containing: str) -> Sequence[NameLine]:
            with database.read() as session:
                bodies = name_lines(session, Organisation, containing)
                return [*bodies, *name_lines(session, Person, containing)]

        super().__init__(lookup, example=example, is_single=True)


class FileInput(QWidget):
    """The path of a file: typed, chosen, or dropped here."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.path = TextField(self.tr("File"), self.tr("Choose a file or drop it here"))
        choose = Button(self.tr("Choose…"), Icon.FOLDER)
        choose.clicked.connect(self._ask)
        row = Row(self.path, choose)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.setFocusProxy(self.path)
        self.setAcceptDrops(True)
        self.path.setAcceptDrops(False)
        self.path.editingFinished.connect(self.finished)

    def show_value(self, value: Any) -> None:
        self.path.setText(str(value or ""))

    def value(self) -> Any:
        written = self.path.text().strip()
        return Path(written).expanduser() if written else None

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.show_value)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Qt's interface

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self.show_value(local[0] if local else "")
        event.acceptProposedAction()


class FollowUpForm(Form):
    """A follow-up as one plans it."""

    def __init__(self, database: Database, formats: Formats) -> None:
        words = formats.words
        super().__init__(words, FollowUp.kind, _OWNER_PLACES)
        day = self.tr("104/8/17 or 2015-08-17")
        self.add(self.field("text", AreaInput(lines=2)))
        self.add(
            self.field(
                "owner",
                OwnerInput(database, self.tr("Body, unit or person")),
                self.tr("Owner"),
            ),
            self.field("due_on", DayInput(formats, example=day)),
        )
        open_states = [each for each in FollowUpState if each is not FollowUpState.CLOSED]
        self.state = self.field(
            "state",
            ChoiceInput((each, words.value(each)) for each in open_states),
            self.tr("State"),
        )
        self.add(self.state, self.field("waiting_for", TextInput()))
        rhythm = self.field("review_every_months", NumberInput())
        self.before = self.field("depends_on_ids", ChecklistInput())
        self.add(rhythm)
        self.add(self.before)
        self.offer_before(())
        priority = CheckInput(words.field("is_priority"))
        self._inputs["is_priority"] = priority
        self.column.addLayout(Row(priority, None))

    def offer_before(self, lines: Sequence[FollowUpLine]) -> None:
        """What this one can depend on."""
        self.input("depends_on_ids").offer([(line.key, line.text) for line in lines])
        self.before.setVisible(bool(lines))

    def show_follow_up(self, follow_up: FollowUp, owner: str) -> None:
        key = follow_up.owner_body_id or follow_up.owner_person_id
        self.state.setVisible(follow_up.state is not FollowUpState.CLOSED)
        self.show_values({**dict(follow_up), "owner": Named(owner, key) if owner else None})
        self.watch(follow_up, lambda stored: self.show_follow_up(stored, owner))


class OwnerForm(Form):
    def __init__(self, database: Database, formats: Formats) -> None:
        super().__init__(formats.words, FollowUp.kind, _OWNER_PLACES)
        example = self.tr("Body, unit or person; empty for none")
        self.add(self.field("owner", OwnerInput(database, example), self.tr("Owner")))


class DueForm(Form):
    def __init__(self, formats: Formats) -> None:
        super().__init__(formats.words, FollowUp.kind)
        example = self.tr("104/8/17 or 2015-08-17; empty for none")
        self.add(self.field("due_on", DayInput(formats, example=example)))


class SeveralForm(Form):
    """What several follow-ups are to have in common; what is left alone stays as each has it."""

    def __init__(self, database: Database, formats: Formats) -> None:
        words = formats.words
        super().__init__(words, FollowUp.kind, _OWNER_PLACES)
        leave = (None, self.tr("Leave as it is"))
        example = self.tr("Empty leaves it as it is")
        open_states = [each for each in FollowUpState if each is not FollowUpState.CLOSED]
        states = [(each, words.value(each)) for each in open_states]
        priority = [(True, self.tr("Priority")), (False, self.tr("No priority"))]
        self.add(self.field("owner", OwnerInput(database, example), self.tr("Owner")))
        self.add(
            self.field("due_on", DayInput(formats, example=example)),
            self.field("is_priority", ChoiceInput([leave, *priority]), self.tr("Priority")),
        )
        self.add(self.field("state", ChoiceInput([leave, *states]), self.tr("State")))

    def given(self) -> dict[str, Any]:
        return {name: value for name, value in self.values().items() if value is not None}


class ProgressForm(Form):
    def __init__(self, formats: Formats, today: date) -> None:
        super().__init__(formats.words, "progress")
        self.add(self.field("text", AreaInput(lines=3), self.tr("How it goes")))
        self.add(
            self.field("on", DayInput(formats), self.tr("Day")),
            self.field("by", TextInput(), self.tr("Told by")),
        )
        self.show_values({"on": today})


class ProofForm(Form):
    """A file or a link."""

    def __init__(self, formats: Formats) -> None:
        super().__init__(formats.words, "proof", {"proof.empty": "link"})
        self.add(self.field("file", FileInput(), self.tr("File")))
        self.add(self.field("link", TextInput(example="https://"), self.tr("or a link")))
        title = TextInput(example=self.tr("As the file is called"))
        self.add(self.field("title", title, self.tr("What it shows")))


_CLOSING_PLACES = MappingProxyType(
    {
        "proof.empty": "link",
        "follow_up.needs_proof": "link",
        "follow_up.needs_second_person": "confirmed_by",
        "follow_up.needs_done": "done",
    }
)


class ClosingForm(Form):
    """What was done; of a priority item also what proves it, and who has seen it."""

    def __init__(self, formats: Formats, is_priority: bool, lacks_proof: bool) -> None:
        super().__init__(formats.words, FollowUp.kind, _CLOSING_PLACES)
        self.add(self.field("done", AreaInput(lines=3), self.tr("What was done")))
        if lacks_proof:
            self.add(self.field("file", FileInput(), self.tr("Proof: a file")))
            self.add(self.field("link", TextInput(example="https://"), self.tr("or a link")))
        if is_priority:
            self.add(self.field("confirmed_by", TextInput(), self.tr("Second person")))
