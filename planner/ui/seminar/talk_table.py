"""TalkTable: sessions and talks in order, one a row, put in order by dragging or Alt and arrows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from planner.queries.seminar import SeminarPage, SessionLine, TalkLine
from planner.ui.appearance import Pigment
from planner.ui.components.ordered_table import OrderedModel
from planner.ui.components.row_table import RowTable
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column, Index, Role
from planner.ui.seminar.faces import SIDES, SeminarFaces
from planner.ui.seminar.placing import Placing, in_order

NO_SESSION = "no session"


@dataclass(frozen=True)
class ProgrammeRow:
    """A talk, or the session that the talks below it stand in."""

    key: UUID | str
    session: SessionLine
    talk: TalkLine | None = None


def programme_rows(page: SeminarPage) -> list[ProgrammeRow]:
    """The heading of talks without session stands only where there are sessions."""
    rows: list[ProgrammeRow] = []
    has_sessions = any(line.session for line in page.sessions)
    for line in page.sessions:
        if has_sessions:
            rows.append(ProgrammeRow(line.key or NO_SESSION, line))
        rows += [ProgrammeRow(talk.key, line, talk) for talk in line.talks]
    return rows


class TalkModel(OrderedModel):
    """Of which `placed` tells the key of a talk and its Placing."""

    def __init__(self, faces: SeminarFaces, parent: QObject | None = None) -> None:
        super().__init__(list(_columns(faces)), parent)

    def is_movable(self, row: ProgrammeRow) -> bool:
        return row.talk is not None

    def place_after(self, key: UUID, before: Sequence[ProgrammeRow]) -> Placing:
        """In the session whose row stands last above it."""
        home = before[-1].session if before else self.rows[0].session
        place = sum(each.talk is not None and each.session is home for each in before)
        return in_order(home.key, [talk.key for talk in home.talks], key, place)

    # Qt's interface

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Role.STRONG and index.isValid():
            return self.rows[index.row()].talk is None
        return super().data(index, role)


class TalkTable(RowTable):
    stepped = Signal(object, int)  # key, up or down

    def __init__(self, model: TalkModel, name: str) -> None:
        super().__init__(model, name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            if self.key is not None:
                self.stepped.emit(self.key, steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


def _columns(faces: SeminarFaces) -> Sequence[Column[ProgrammeRow]]:
    field, translate = faces.words.field, QCoreApplication.translate
    return (
        Column(
            translate("TalkTable", "No."),
            lambda row: row.talk.talk.number if row.talk else None,
            width=44,
            flush=True,
        ),
        Column(
            translate("TalkTable", "Time"),
            lambda row: _time(faces, row),
            width=112,
            holds=True,
            pigment=lambda row: Pigment.CINNABAR if _lacks_time(row) else Pigment.INK,
            icon=lambda row: Icon.HOLE if _lacks_time(row) else None,
        ),
        Column(
            field("title", "talk"),
            lambda row: row.talk.talk.title if row.talk else faces.session(row.session),
            icon=lambda row: None if row.talk else _session_icon(row.session),
        ),
        Column(
            field("speaker_ids", "talk"),
            lambda row: faces.speakers(row.talk) if row.talk else faces.session_note(row.session),
            width=136,
            pigment=lambda row: Pigment.CINNABAR if _lacks_speaker(row) else Pigment.INK,
            icon=lambda row: Icon.HOLE if _lacks_speaker(row) else None,
        ),
        Column(
            field("side", "talk"),
            lambda row: faces.side(row.talk.talk.side) if row.talk else "",
            width=108,
            icon=lambda row: SIDES[row.talk.talk.side][0] if row.talk else None,
            icon_pigment=lambda row: SIDES[row.talk.talk.side][1] if row.talk else Pigment.INK2,
        ),
        Column(
            field("language", "talk"),
            lambda row: faces.tongue(row.talk) if row.talk else "",
            width=84,
            pigment=Pigment.INK2,
        ),
        Column(
            translate("TalkTable", "Length"),
            lambda row: faces.minutes(
                row.talk.talk.minutes
                if row.talk
                else (row.session.session.minutes if row.session.session else None)
            ),
            width=64,
            flush=True,
            pigment=Pigment.INK2,
        ),
        Column(
            translate("TalkTable", "Kept"),
            lambda row: faces.noted(row.talk) if row.talk else "",
            width=80,
            pigment=Pigment.INK2,
        ),
    )


def _time(faces: SeminarFaces, row: ProgrammeRow) -> str:
    if row.talk:
        return faces.time(row.talk)
    return faces.span(row.session.starts, row.session.ends)


def _lacks_time(row: ProgrammeRow) -> bool:
    return row.talk is not None and row.talk.starts is None


def _lacks_speaker(row: ProgrammeRow) -> bool:
    return row.talk is not None and not row.talk.speakers


def _session_icon(line: SessionLine) -> Icon:
    return Icon.FREE if line.is_break else Icon.SEMINAR
