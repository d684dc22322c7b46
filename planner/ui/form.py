"""Forms: fields by the names of a record, what is wrong beside each, nothing typed ever lost."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.errors import InvalidInput, PlannerError, Problem, StaleEdit
from planner.store.unit_of_work import UnitOfWork
from planner.ui.appearance import Pigment
from planner.ui.components.boxes import Column, Row
from planner.ui.components.cards import Bar
from planner.ui.components.fields import Field
from planner.ui.components.labels import WhoElse
from planner.ui.editor import Editor
from planner.ui.icons import Icon
from planner.ui.inputs import Input
from planner.words import Words

T = TypeVar("T")


class _Overtaken(StaleEdit):
    """The record is no longer what the form was filled from."""

    def __init__(self, stored: Entity) -> None:
        super().__init__("stale_edit", kind=stored.kind, key=str(stored.id))
        self.stored = stored


class Form(QWidget):
    """Shows values and gives them back; labels come from the words of the kind it edits."""

    left = Signal(str)  # the name of a field that a person has done with

    def __init__(self, words: Words, kind: str, places: Mapping[str, str] | None = None) -> None:
        """`places` says beside which field a problem belongs, by its code or the field it names."""
        super().__init__()
        self._words = words
        self._kind = kind
        self._places = dict(places or {})
        self._fields: dict[str, Field] = {}
        self._inputs: dict[str, Any] = {}
        self._shown: dict[str, Any] = {}
        self._watched: Entity | None = None
        self._show_stored: Callable[[Any], object] = lambda stored: None
        self._whole = Bar()
        self.others = WhoElse()
        self._whole.hide()
        self.column = Column(self.others, self._whole, spacing=12)
        self.setLayout(self.column)

    def field(self, name: str, editor: Input, label: str = "", hint: str = "") -> Field:
        """A field of the form, to be laid out by the caller."""
        made = Field(label or self._words.field(name, self._kind), self._widget(editor), hint)
        self._fields[name] = made
        self._inputs[name] = editor
        editor.finished.connect(lambda: self.left.emit(name))
        return made

    def add(self, *fields: Field) -> None:
        """Put fields side by side on a line of their own."""
        line = Row(*fields, spacing=12)
        for place in range(len(fields)):
            line.setStretch(place, 1)
        self.column.addLayout(line)

    @staticmethod
    def _widget(editor: Any) -> QWidget:
        if not isinstance(editor, QWidget):
            raise TypeError(f"{editor!r} is no widget")
        return editor

    def begin(self) -> None:
        """The keyboard goes to the first field."""
        next(iter(self._fields.values())).editor.setFocus()

    # Values

    def input(self, name: str) -> Any:
        return self._inputs[name]

    def label(self, name: str) -> str:
        return self._fields[name].label.text().replace("&", "")

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Take what is stored; problems of before are over."""
        for name, editor in self._inputs.items():
            if name in values:
                editor.show_value(values[name])
        self._shown = self.values()
        self.clear_problems()

    def watch(self, shown: Entity, show: Callable[[Any], object]) -> None:
        """The form was filled from a stored record by `show`.

        Where somebody else has stored it otherwise by the time of saving, nothing is overwritten
        unseen: their values are shown, mine stay where I typed, both are told where they clash.
        """
        self._watched, self._show_stored = shown, show
        self.others.record = shown.id

    def values(self) -> dict[str, Any]:
        return {name: editor.value() for name, editor in self._inputs.items()}

    def changed_values(self) -> dict[str, Any]:
        """What a person has changed since the values were shown."""
        return {
            name: value for name, value in self.values().items() if value != self._shown.get(name)
        }

    def settle(self, *names: str) -> None:
        """These fields are stored as they stand."""
        for name in names:
            self._shown[name] = self._inputs[name].value()
            self._fields[name].set_problem("")

    # Problems

    def submit(
        self, editor: Editor, name: EditName, use_case: Callable[[UnitOfWork], T]
    ) -> T | None:
        """Run the edit; what it refuses stands beside the fields, and the typing stays."""
        self.clear_problems()
        made: list[T] = []

        now: list[Entity | None] = []

        def checked(work: UnitOfWork) -> None:
            self._refuse_overtaken(work)
            made.append(use_case(work))
            now.append(self._stored(work))

        error = editor.attempt(name, checked)
        if isinstance(error, _Overtaken):
            self._lay_beside(error.stored)
            return None
        if error is not None:
            self.show_error(error)
            return None
        self._watched = now[0]
        return made[0]

    def _stored(self, work: UnitOfWork) -> Entity | None:
        watched = self._watched
        return None if watched is None else work.find(type(watched), watched.id)

    def _refuse_overtaken(self, work: UnitOfWork) -> None:
        stored = self._stored(work)
        if stored is not None and stored != self._watched:
            raise _Overtaken(stored)

    def _lay_beside(self, stored: Entity) -> None:
        """Show what others stored; keep what was typed here, and tell where both changed."""
        mine, before = self.changed_values(), self._shown
        self._show_stored(stored)
        theirs = self._shown
        self._watched = stored
        for name, value in mine.items():
            self._inputs[name].show_value(value)
            if theirs.get(name) not in (value, before.get(name)):
                told = self._words("form.both_changed", theirs=self._told(theirs.get(name)))
                self._place("", name, told)
        self._whole.show_message(self._words("form.overtaken"), Icon.MUST, Pigment.CINNABAR)
        self._go_to_first()

    def _told(self, value: Any) -> str:
        return self._words.text(getattr(value, "name", value)) or "–"

    def show_error(self, error: PlannerError) -> None:
        if not isinstance(error, InvalidInput):
            self._place(error.code, "", self._words.error(error))
            return
        for problem in error.problems:
            self._place(problem.code, problem.field.split(".")[0], self._sentence(problem))
        self._go_to_first()

    def problem(self, name: str) -> str:
        """What stands beside a field; the empty name asks for the whole form's."""
        if name:
            return self._fields[name].problem
        return "" if self._whole.isHidden() else self._whole.sentence.text()

    def clear_problems(self) -> None:
        self._whole.hide()
        for field in self._fields.values():
            field.set_problem("")

    def _sentence(self, problem: Problem) -> str:
        """Without the label, which stands above already."""
        return self._words.problem(replace(problem, field=""), self._kind)

    def _place(self, code: str, name: str, sentence: str) -> None:
        names = (name, self._places.get(name, ""), self._places.get(code, ""))
        field = next((self._fields[each] for each in names if each in self._fields), None)
        if field is not None:
            field.set_problem(sentence)
        else:
            self._whole.show_message(sentence, Icon.MUST, Pigment.CINNABAR)

    def _go_to_first(self) -> None:
        for field in self._fields.values():
            if field.problem:
                field.editor.setFocus()
                return
