"""The itinerary in rows: a list to read through by days, a table to change cell by cell."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from planner.domain.stop import StopKind, StopStatus
from planner.domain.values import PartOfDay
from planner.queries.itinerary import Itinerary, PlannedStop
from planner.ui.appearance import Pigment
from planner.ui.components.row_table import RowTable
from planner.ui.delegates import RowDelegate
from planner.ui.inputs import ChoiceInput
from planner.ui.itinerary.stop_faces import KIND_ICONS, STATUS_ICONS, StopWords, pigment_of
from planner.ui.row_table_model import Column, RowTableModel, Section

Index = QModelIndex | QPersistentModelIndex
Edit = Callable[[PlannedStop, Any], bool]
_PARTS = tuple(PartOfDay)


def _ink(stop: PlannedStop) -> Pigment:
    return Pigment.INK3 if stop.status is StopStatus.DROPPED else Pigment.INK


def _time_of_day(stop: PlannedStop) -> tuple[int, str]:
    """By which times are sorted: parts of the day among clock times, order alone last."""
    part = stop.starts.part_of_day
    clock = stop.starts.clock.isoformat() if stop.starts.clock else ""
    return (len(_PARTS) if part is None else _PARTS.index(part)), clock


class StopList(QObject):
    """The days as headings, their stops below, to be read from top to bottom."""

    def __init__(self, says: StopWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._says = says
        self.model = RowTableModel(self._columns(), self)
        self.table = RowTable(self.model, self.tr("Stops by day"), headed=False)

    def _columns(self) -> list[Column[PlannedStop]]:
        says, words = self._says, self._says.words
        return [
            Column(
                self.tr("Time"),
                lambda stop: says.formats.time(stop.starts, stop.ends) or self.tr("Untimed"),
                width=136,
                pigment=lambda stop: _ink(stop) if stop.starts.part_of_day else Pigment.INK3,
                icon=lambda stop: KIND_ICONS[stop.stop_kind],
                icon_pigment=lambda stop: pigment_of(stop.stop_kind),
            ),
            Column(self.tr("Stop"), says.name, pigment=_ink),
            Column(
                self.tr("Host"),
                lambda stop: stop.host if stop.title else "",
                width=200,
                pigment=Pigment.INK2,
            ),
            Column(self.tr("People"), lambda stop: words.names(stop.people), width=144),
            Column(self.tr("Place"), lambda stop: stop.place, width=128, pigment=Pigment.INK2),
            Column(
                self.tr("State"),
                lambda stop: words.value(stop.status),
                width=112,
                icon=lambda stop: STATUS_ICONS[stop.status],
                pigment=Pigment.INK2,
            ),
        ]

    def show(self, plan: Itinerary) -> None:
        rows: list[Section | PlannedStop] = []
        for day in plan.days:
            heading = self._says.formats.day_weekday(day.day)
            rows.append(Section(heading, len(day.stops), note=day.where))
            rows += day.stops
        self.model.show(rows)


class StopTable(QObject):
    """Every stop a row, every column to be sorted and most to be changed in place."""

    def __init__(self, says: StopWords, edits: Mapping[str, Edit], parent: QWidget) -> None:
        """`edits` asks for a change by the name of what a column shows."""
        super().__init__(parent)
        self._says = says
        self.model = RowTableModel(self._columns(edits), self)
        self.table = RowTable(self.model, self.tr("Stops"))
        self.table.setObjectName("stops")
        words = says.words
        options: dict[int, list[tuple[Hashable, str]]] = {
            2: [(kind, words.value(kind)) for kind in StopKind],
            7: [(status, words.value(status)) for status in StopStatus],
        }
        self.table.setItemDelegate(ChoiceDelegate(options, self.table))

    def _columns(self, edits: Mapping[str, Edit]) -> list[Column[PlannedStop]]:
        says, words = self._says, self._says.words
        return [
            Column(
                self.tr("Day"),
                lambda stop: says.formats.day_weekday(stop.starts.day),
                edit=edits["day"],
                width=104,
                sort=lambda stop: (stop.starts.day, _time_of_day(stop)),
            ),
            Column(
                self.tr("Time"),
                lambda stop: says.formats.time(stop.starts, stop.ends),
                edit=edits["time"],
                width=112,
                sort=_time_of_day,
            ),
            Column(
                self.tr("Kind"),
                lambda stop: stop.stop_kind,
                words.value,
                edit=edits["stop_kind"],
                width=104,
                icon=lambda stop: KIND_ICONS[stop.stop_kind],
                icon_pigment=lambda stop: pigment_of(stop.stop_kind),
                sort=lambda stop: words.value(stop.stop_kind),
            ),
            Column(self.tr("Title"), lambda stop: stop.title, edit=edits["title"], pigment=_ink),
            Column(self.tr("Host"), lambda stop: stop.host, edit=edits["host_id"], width=176),
            Column(
                self.tr("People met"),
                lambda stop: self.tr("; ").join(stop.people_met),
                edit=edits["people_met_ids"],
                width=120,
            ),
            Column(self.tr("Place"), lambda stop: stop.place, edit=edits["place"], width=104),
            Column(
                self.tr("State"),
                lambda stop: stop.status,
                words.value,
                edit=edits["status"],
                width=112,
                icon=lambda stop: STATUS_ICONS[stop.status],
                sort=lambda stop: tuple(StopStatus).index(stop.status),
            ),
        ]

    def show(self, stops: Sequence[PlannedStop]) -> None:
        self.model.show(stops)


class ChoiceDelegate(RowDelegate):
    """Edits some columns by choosing among few."""

    def __init__(
        self, options: Mapping[int, Sequence[tuple[Hashable, str]]], parent: QWidget
    ) -> None:
        super().__init__(parent=parent)
        self._options = options

    # Qt's interface

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        options = self._options.get(index.column())
        if options is None:
            return super().createEditor(parent, option, index)
        editor = ChoiceInput(options)
        editor.setParent(parent)
        editor.finished.connect(lambda: self._take(editor))
        return editor

    def _take(self, editor: ChoiceInput) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ChoiceInput):
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ChoiceInput):
            model.setData(model.index(index.row(), index.column()), editor.value())
        else:
            super().setModelData(editor, model, index)
