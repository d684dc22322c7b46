"""The form in which a list is narrowed, and what it says in one line."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.errors import InvalidInput
from planner.queries.list_filters import ListFilter
from planner.ui.appearance import Type
from planner.ui.components.boxes import Row
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.form import Form
from planner.ui.inputs import CheckInput, ChecklistInput, ChoiceInput, TextInput
from planner.words import Words

FilterT = TypeVar("FilterT", bound=ListFilter)


class FilterForm(Form, Generic[FilterT]):
    """Fields by the names of a filter; subclasses lay them out."""

    def __init__(self, words: Words, kind: str, filter_type: type[FilterT]) -> None:
        super().__init__(words, kind)
        self._type = filter_type

    def choice(self, values: Iterable[StrEnum]) -> ChoiceInput:
        """Any of them, which stands first, or one."""
        named = [(each, self._words.value(each)) for each in values]
        return ChoiceInput([(None, self.tr("Any")), *named])

    def checklist(self, values: Iterable[StrEnum], across: int = 3) -> ChecklistInput:
        made = ChecklistInput(across=across)
        made.offer([(each, self._words.value(each)) for each in values])
        return made

    def check(self, name: str, label: str) -> CheckInput:
        """A box that stands without a label above."""
        box = CheckInput(label)
        self._inputs[name] = box
        return box

    def show_filter(self, held: FilterT) -> None:
        self.show_values(dict(held))

    def filter(self) -> FilterT:
        """Raises InvalidInput where a day cannot be read."""
        return self._type.checked(self.values())

    def told(self) -> str:
        """What is asked, in the words of the form."""
        parts = (_said(editor) for editor in self._inputs.values())
        return self._words("list.joint").join(part for part in parts if part)


def _said(editor: object) -> str:
    if isinstance(editor, ChoiceInput):
        return editor.currentText() if editor.value() is not None else ""
    if isinstance(editor, CheckInput):
        return editor.text() if editor.value() else ""
    if isinstance(editor, ChecklistInput):
        return "/".join(editor.chosen_words)
    return editor.text().strip() if isinstance(editor, TextInput) else ""


class FilterDialog(Dialog):
    """What to show, and under which name to keep that; without one it holds for now."""

    WIDTH = 520

    asked = Signal(object, str)  # the filter, the name or nothing

    def __init__(self, title: str, form: FilterForm[FilterT], name: str, parent: QWidget) -> None:
        super().__init__(title, self.tr("Show"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form
        self.name = TextInput(self.tr("Keep as"), self.tr("A name, where it is to be kept"))
        self.name.show_value(name)
        self.body.addWidget(form)
        row = Row(Label(self.tr("Keep as"), Type.BASE), self.name, spacing=12)
        row.setStretch(1, 1)
        self.body.addLayout(row)

    # Qt's interface

    def accept(self) -> None:
        try:
            wanted = self.form.filter()
        except InvalidInput as error:
            self.form.clear_problems()
            self.form.show_error(error)
            return
        self.asked.emit(wanted, self.name.value())
        super().accept()
