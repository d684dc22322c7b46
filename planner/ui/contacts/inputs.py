"""What only these forms fill in: ways to reach somebody, countries, tongues, days half known."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.values import ContactKind, ContactPoint
from planner.sentences import sentences
from planner.ui.appearance import px
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button, IconButton
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon
from planner.ui.inputs import ChoiceInput, TextInput
from planner.ui.names_input import SeveralInput
from planner.words import Words


class WordInput(TextInput):
    """One thing known by its name and kept by its code: a country."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names` are the words of each code."""
        super().__init__()
        self._names = names
        self._codes = {name.casefold(): code for code, name in names.items()}

    def show_value(self, value: Any) -> None:
        super().show_value(self._names.get(value, value) if value else "")

    def value(self) -> Any:
        """What is unknown stays as it was typed, so that the record refuses it."""
        written = super().value()
        return self._codes.get(written.casefold(), written) if written else None


class WordsInput(SeveralInput):
    """Several of them: the languages somebody speaks."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names
        self._codes = {name.casefold(): code for code, name in names.items()}

    def show_value(self, value: Iterable[str]) -> None:
        super().show_value([self._names.get(tag, tag) for tag in value or ()])

    def value(self) -> Any:
        return tuple(self._codes.get(part.casefold(), part) for part in super().value())


def coded(words: Words, group: str) -> dict[str, str]:
    """The words of every code of a group: `country` or `tongue`."""
    lead = f"{group}."
    return {
        code.removeprefix(lead): words(code)
        for code in sentences(words.language)
        if code.startswith(lead)
    }


class _PointRow(QWidget):
    """One way to reach somebody; an empty one does not count."""

    removed = Signal()
    finished = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.kind = ChoiceInput((kind, words.value(kind)) for kind in ContactKind)
        self.kind.setAccessibleName(self.tr("Kind of contact"))
        self.kind.setFixedWidth(px(112))
        self.number = TextInput(self.tr("Number or address"))
        self.note = TextInput(self.tr("Note on this contact"), self.tr("Note"))
        self.note.setFixedWidth(px(96))
        self.remove = IconButton(Icon.CLOSE, self.tr("Remove this contact"))
        row = Row(self.kind, self.number, self.note, self.remove, spacing=6)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.remove.clicked.connect(self.removed)
        for part in (self.kind, self.number, self.note):
            part.finished.connect(self.finished)

    def show_value(self, point: ContactPoint) -> None:
        self.kind.show_value(point.kind)
        self.number.show_value(point.value)
        self.note.show_value(point.note)

    def value(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value(),
            "value": self.number.value(),
            "note": self.note.value(),
        }


class ContactPointsInput(QWidget):
    """Telephones, addresses: one line each, more by a button."""

    finished = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.rows: list[_PointRow] = []
        self._lines = Column(spacing=6)
        self.more = Button(self.tr("Add contact"), Icon.PLUS, Look.QUIET, small=True)
        self.setLayout(Column(self._lines, Row(self.more, None), spacing=4))
        self.more.clicked.connect(lambda: self._add().number.setFocus())

    def show_value(self, value: Iterable[ContactPoint]) -> None:
        for row in tuple(self.rows):
            self._drop(row)
        for point in value or ():
            self._add().show_value(point)

    def value(self) -> Any:
        told = (row.value() for row in self.rows)
        return tuple(point for point in told if point["value"])

    def _add(self) -> _PointRow:
        row = _PointRow(self._words)
        row.removed.connect(lambda: self._drop(row))
        row.finished.connect(self.finished)
        self.rows.append(row)
        self._lines.addWidget(row)
        return row

    def _drop(self, row: _PointRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.finished.emit()
