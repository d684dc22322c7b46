"""Two records side by side that may be one: which stays, and what it takes from the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.contacts_doubles import Pair
from planner.queries.names import NameLine, name_lines, named
from planner.queries.records import record
from planner.rules.identity import Reason
from planner.store.database import Database
from planner.ui.appearance import Pigment, Type, px
from planner.ui.components.boxes import Row
from planner.ui.components.fields import Field
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.components.row_table import RowTable
from planner.ui.contacts.faces import ContactFaces
from planner.ui.editor import Editor
from planner.ui.icons import Icon
from planner.ui.inputs import ChoiceInput
from planner.ui.names_input import NamesInput
from planner.ui.row_table_model import ChipFace, RowTableModel
from planner.ui.row_table_model import Column as TableColumn
from planner.usecases.contacts_merge import merge_contacts

Nameable = type[Organisation] | type[Person]
_QUIET = frozenset({"id", "is_family_first", "name"})
_ROW = 34
_MOST_IN_VIEW = 4


@dataclass(frozen=True)
class _Difference:
    """One field of both, and whose value the merged record will have."""

    key: str
    label: str
    one: str
    other: str
    takes_one: bool = True
    takes_other: bool = False


class MergeDialog(Dialog):
    """Shows what is likely, lets one choose another, and merges as one edit."""

    WIDTH = 680

    merged = Signal(object, object)  # kind of record, key of the one that stays

    def __init__(
        self,
        database: Database,
        editor: Editor,
        faces: ContactFaces,
        entity: Nameable,
        pairs: Sequence[Pair],
        key: UUID | None,
        parent: QWidget,
    ) -> None:
        """With a `key` one asks about that record; it may be compared with any other."""
        super().__init__("", "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._database, self._editor, self._faces = database, editor, faces
        self._words = faces.words
        self._entity, self._key = entity, key
        self._pairs = list(pairs)
        self._both: Sequence[Organisation | Person] = ()
        self._notes: list[str] = []
        self._turned: set[str] = set()
        self._build()
        self._connect()
        self._show_pairs()

    def _build(self) -> None:
        title = self.tr("Merge doubles")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.act.setText(self.tr("Merge"))
        self.reason.setText(
            self.tr("Every visit, post, promise and gift goes to the one that stays.")
        )
        self.reason.show()
        columns: list[TableColumn[Pair]] = [
            TableColumn(self.tr("One"), lambda pair: pair.names[0]),
            TableColumn(self.tr("The other"), lambda pair: pair.names[1]),
            TableColumn(self.tr("Why"), lambda pair: "", chip=self._why, width=132),
        ]
        self.pair_model = RowTableModel(columns, self)
        self.pair_table = RowTable(self.pair_model, self.tr("Likely doubles"), lined=False)
        self.none = Label(self.tr("Nothing looks like a double."), pigment=Pigment.INK2)
        self.other = NamesInput(self._lookup, is_single=True)
        self.other_field = Field(self.tr("Compare with another"), self.other)
        self.other_field.setVisible(self._key is not None)
        self.stays = ChoiceInput()
        self.stays_field = Field(self.tr("Which one stays"), self.stays)
        self._columns: list[TableColumn[_Difference]] = [
            TableColumn(self.tr("Field"), lambda row: row.label, width=110, pigment=Pigment.INK2),
            TableColumn(self.tr("One"), lambda row: row.one, icon=lambda row: _tick(row.takes_one)),
            TableColumn(
                self.tr("The other"), lambda row: row.other, icon=lambda row: _tick(row.takes_other)
            ),
        ]
        self.difference_model = RowTableModel(self._columns, self)
        self.differences = RowTable(self.difference_model, self.tr("What both say"))
        self.differences.setMinimumHeight(px(180))
        self.heading_of_both = Label(self.tr("What both say"), Type.STRONG)
        hint = self.tr("Ticked values stay. Enter takes the other one.")
        self.hint = Label(hint, Type.SMALL, Pigment.INK2)
        fields = Row(self.stays_field, self.other_field, spacing=12)
        for part in (self.pair_table, self.none):
            self.body.addWidget(part)
        self.body.addLayout(fields)
        self.body.addWidget(self.heading_of_both)
        self.body.addWidget(self.differences)
        self.body.addWidget(self.hint)

    def _connect(self) -> None:
        self.pair_table.selectionModel().currentChanged.connect(lambda: self._show_pair())
        self.other.finished.connect(self._on_other)
        self.stays.finished.connect(self._show_differences)
        self.differences.opened.connect(self._turn)

    # What is shown

    @property
    def pair(self) -> Pair | None:
        key = self.pair_table.key
        return next((pair for pair in self._pairs if pair.key == key), None)

    def _show_pairs(self) -> None:
        self.pair_model.show(self._pairs)
        self.pair_table.setVisible(bool(self._pairs))
        self.pair_table.setFixedHeight(
            px(_ROW) * (min(len(self._pairs), _MOST_IN_VIEW) + 1) + px(8)
        )
        self.none.setVisible(not self._pairs)
        if self._pairs:
            self.pair_table.selectRow(0)
        self._show_pair()

    def _show_pair(self) -> None:
        pair = self.pair
        self.act.refuse("" if pair else self.tr("Choose what to merge with first."))
        self.stays_field.setVisible(pair is not None)
        for part in (self.heading_of_both, self.differences, self.hint):
            part.setVisible(pair is not None)
        if pair is None:
            self.difference_model.show([])
            return
        with self._database.read() as session:
            one = record(session, self._entity, pair.one)
            other = record(session, self._entity, pair.other)
            notes = [line.note for line in named(session, self._entity, pair.key)]
        labels = [f"{name}  {note}".strip() for name, note in zip(pair.names, notes, strict=True)]
        self.stays.offer(zip(pair.key, labels, strict=True))
        self.stays.show_value(pair.one)
        self._both, self._notes = (one, other), notes
        self._turned = set()
        self._show_differences()

    def _show_differences(self) -> None:
        rows = [self._compared(name) for name in type(self._both[0]).model_fields]
        if self._entity is Person and any(self._notes):
            one, other = self._notes
            label = self._words.kind("post")
            post = _Difference("post", label, one, other, bool(one), bool(other))
            rows.insert(0, post)
        self.difference_model.show([row for row in rows if row is not None])

    def _compared(self, name: str) -> _Difference | None:
        values = [getattr(record, name) for record in self._both]
        if name in _QUIET or name.endswith("_id") or not any(values):
            return None
        label = self._words.field(name, self._entity.kind)
        takes = [bool(value) for value in values]
        if not isinstance(values[0], tuple) and name != "notes":
            stays = int(self.stays.value() == self._both[1].id)
            if not values[stays] or (name in self._turned and values[1 - stays]):
                stays = 1 - stays
            takes = [stays == 0, stays == 1]
        one, other = map(self._said, values)
        return _Difference(name, label, one, other, *takes)

    def _turn(self, name: object) -> None:
        """Take the value of the one that goes, or not after all."""
        self._turned ^= {str(name)}
        self._show_differences()

    @property
    def chosen(self) -> dict[str, Any]:
        """What the merged record has from the one that goes, though the other has a value too."""
        gone = next(record for record in self._both if record.id != self.stays.value())
        values = {name: getattr(gone, name) for name in self._turned if hasattr(gone, name)}
        return {name: value for name, value in values.items() if value and _is_single(name, value)}

    def _said(self, value: Any) -> str:
        if isinstance(value, tuple):
            return self._words.names(str(getattr(each, "value", each)) for each in value)
        return self._words.text(value)

    def _why(self, pair: Pair) -> ChipFace | None:
        words = {
            Reason.SAME_NAME: self.tr("Same name"),
            Reason.SAME_IN_OTHER_SCRIPT: self.tr("Other script"),
            Reason.ALIAS: self.tr("Shared alias"),
            Reason.SAME_WITHOUT_FORM: self.tr("Same but for the form"),
            Reason.SHORT_NAME: self.tr("Short name"),
            Reason.SAME_READING: self.tr("Same reading"),
            Reason.NAME_ORDER: self.tr("Order of the name"),
            Reason.ALIKE: self.tr("Alike"),
        }
        if pair.reason is None:
            return ChipFace(self.tr("Chosen by you"), Icon.PERSON, outlined=True)
        return ChipFace(words[pair.reason], Icon.COMPARE)

    # What one does

    def _lookup(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            found = name_lines(session, self._entity, containing)
        return [line for line in found if line.key != self._key]

    def _on_other(self) -> None:
        named = self.other.value()
        if named is None or named.key is None or self._key is None:
            return
        if all(named.key not in pair.key for pair in self._pairs):
            with self._database.read() as session:
                name = record(session, self._entity, self._key).name
            self._pairs.insert(0, Pair(self._key, named.key, (name, named.name)))
        self._show_pairs()
        place = next(at for at, pair in enumerate(self._pairs) if named.key in pair.key)
        self.pair_table.selectRow(place)

    # Qt's interface

    def accept(self) -> None:
        pair = self.pair
        if pair is None:
            return
        stays = self.stays.value()
        names = dict(zip(pair.key, pair.names, strict=True))
        goes = next(key for key in pair.key if key != stays)
        edit = EditName("merge_contacts", {"gone": names[goes], "what": names[stays]})
        error = self._editor.attempt(
            edit, lambda work: merge_contacts(work, self._entity, stays, goes, **self.chosen)
        )
        if error is not None:
            self.stays_field.set_problem(self._words.error(error))
            return
        super().accept()
        self.merged.emit(self._entity, stays)


def _tick(is_taken: bool) -> Icon | None:
    return Icon.CHECK if is_taken else None


def _is_single(name: str, value: Any) -> bool:
    """Lists and notes of both are kept anyhow."""
    return name != "notes" and not isinstance(value, tuple)
