"""The tables of a delegation's page: members, shares of work, objectives, and their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from planner.domain.delegation import Role
from planner.queries.delegation_page import MemberLine, ObjectiveLine, WorkShareLine
from planner.ui.appearance import Height, Pigment
from planner.ui.components.ordered_table import OrderedModel, OrderedTable
from planner.ui.components.row_table import RowTable
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column, RowTableModel
from planner.words import Words

LEADER_HOLE = "leader"


@dataclass(frozen=True)
class MemberRow:
    """A member, or the leader who is missing."""

    key: UUID | str
    number: str
    name: str
    post: str
    body: str
    role: str

    @property
    def is_movable(self) -> bool:
        return self.key != LEADER_HOLE


class MemberTable(OrderedTable):
    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        self._words = formats.words
        self.model_of_members = OrderedModel(_member_columns(formats.words))
        super().__init__(self.model_of_members, "", parent=parent)
        self.model_of_members.setParent(self)
        self.setAccessibleName(self.tr("Members"))

    def show_members(self, lines: Sequence[MemberLine], lacks_leader: bool) -> None:
        rows = [self._row(line) for line in lines]
        if rows and lacks_leader:
            act = self._words("remedy.set_leader")
            hole = MemberRow(LEADER_HOLE, "", self.tr("No leader"), "", "", act)
            rows.insert(0, hole)
        self.model_of_members.show(rows)

    def _row(self, line: MemberLine) -> MemberRow:
        return MemberRow(
            line.key,
            str(line.number),
            line.name or self.tr("Not named yet"),
            line.post,
            " ".join(part for part in (line.body, line.unit) if part),
            "" if line.role is Role.MEMBER else self._words.value(line.role),
        )


def _member_columns(words: Words) -> list[Column[MemberRow]]:
    def is_hole(row: MemberRow) -> bool:
        return not row.is_movable

    return [
        Column(
            words.field("precedence", "member"),
            lambda row: row.number,
            width=32,
            pigment=Pigment.INK2,
            icon=lambda row: Icon.HOLE if is_hole(row) else None,
            icon_pigment=Pigment.CINNABAR,
        ),
        Column(
            words.field("person_id", "member"),
            lambda row: row.name,
            width=84 if words.is_chinese else 118,
            pigment=lambda row: Pigment.CINNABAR if is_hole(row) else Pigment.INK,
        ),
        Column(words.field("post_title", "member"), lambda row: row.post),
        Column(
            words.field("body_id", "member"),
            lambda row: row.body,
            width=152,
            pigment=Pigment.INK2,
        ),
        Column(
            words.field("role", "member"),
            lambda row: row.role,
            width=72 if words.is_chinese else 100,
            flush=True,
            pigment=lambda row: Pigment.INDIGO if is_hole(row) else Pigment.INK2,
        ),
    ]


class WorkShareTable(RowTable):
    """Shares of work with what is due; late ones say by how many days."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        self._formats = formats
        self._today = date.min
        self.model_of_shares = RowTableModel(self._columns())
        super().__init__(
            self.model_of_shares, "", Height.ROW_DENSE, headed=False, grows=True, parent=parent
        )
        self.model_of_shares.setParent(self)
        self.setAccessibleName(self.tr("Division of work"))

    def show_shares(self, lines: Sequence[WorkShareLine], today: date) -> None:
        self._today = today
        self.model_of_shares.show(lines)

    def _columns(self) -> list[Column[Any]]:
        words = self._formats.words
        return [
            Column(words.field("body_id", "work_share"), lambda row: row.body, width=156),
            Column(words.field("task", "work_share"), lambda row: row.task, pigment=Pigment.INK2),
            Column(
                words.field("due_on", "work_share"),
                self._state,
                width=124,
                flush=True,
                pigment=self._pigment,
                icon=self._icon,
            ),
        ]

    def _is_late(self, row: WorkShareLine) -> bool:
        return row.done_on is None and row.due_on is not None and row.due_on < self._today

    def _state(self, row: WorkShareLine) -> str:
        words = self._formats.words
        if row.done_on:
            return words("delegation.done_on", day=self._formats.day(row.done_on))
        if row.due_on is None:
            return words("outcomes.no_due_day")
        if self._is_late(row):
            return self._formats.left(row.due_on, self._today)
        return words("delegation.due_on", day=self._formats.day(row.due_on))

    def _pigment(self, row: WorkShareLine) -> Pigment:
        if row.done_on:
            return Pigment.PINE
        return Pigment.CINNABAR if self._is_late(row) else Pigment.INK2

    def _icon(self, row: WorkShareLine) -> Icon:
        if row.done_on:
            return Icon.DONE
        return Icon.LATE if self._is_late(row) else Icon.NOT_STARTED


@dataclass(frozen=True)
class ObjectiveRow:
    key: UUID
    number: str
    title: str
    stops: str
    is_served: bool
    is_movable: bool = True


class ObjectiveTable(OrderedTable):
    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        self._words = formats.words
        self.model_of_objectives = OrderedModel(_objective_columns(formats.words))
        super().__init__(self.model_of_objectives, "", parent=parent)
        self.model_of_objectives.setParent(self)
        self.setAccessibleName(self.tr("Objectives"))

    def show_objectives(self, lines: Sequence[ObjectiveLine]) -> None:
        self.model_of_objectives.show([self._row(line) for line in lines])

    def _row(self, line: ObjectiveLine) -> ObjectiveRow:
        stops = self.tr("%n stop(s)", "", line.stop_count)
        lack = self._words("thread.lack.objective_without_stop")
        is_served = line.stop_count > 0
        return ObjectiveRow(
            line.key, str(line.number), line.title, stops if is_served else lack, is_served
        )


def _objective_columns(words: Words) -> list[Column[ObjectiveRow]]:
    def pigment(row: ObjectiveRow) -> Pigment:
        return Pigment.INK2 if row.is_served else Pigment.CINNABAR

    return [
        Column(
            words.field("number", "objective"),
            lambda row: row.number,
            width=32,
            pigment=Pigment.INK2,
        ),
        Column(words.field("title", "objective"), lambda row: row.title),
        Column(
            words.kind("stop"),
            lambda row: row.stops,
            width=112,
            flush=True,
            pigment=pigment,
            icon=lambda row: None if row.is_served else Icon.HOLE,
        ),
    ]
