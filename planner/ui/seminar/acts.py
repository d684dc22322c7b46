"""What one does with a seminar: each act is one edit with a name; dialogs keep what was typed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QLocale, QObject, QTimeZone
from PySide6.QtWidgets import QWidget

from planner.domain.changes import EditName
from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.errors import PlannerError
from planner.domain.outcome import Promise, Question
from planner.domain.seminar import Seminar, Session
from planner.domain.values import LocalTime, Side
from planner.queries.records import record
from planner.queries.seminar import NoteLine, SeminarPage, SessionLine, TalkLine
from planner.rules import moves
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.ripple.proposal import Proposal
from planner.ui.seminar.forms import NoteForm, SeminarForm, SessionForm, TalkForm
from planner.ui.seminar.placing import Placing
from planner.usecases.records import change_record, remove_records
from planner.usecases.seminar import (
    add_session,
    add_talk,
    change_seminar,
    change_session,
    change_talk,
    note_promise,
    note_question,
    open_seminar,
    place_session,
    place_talk,
    remove_session,
    remove_talks,
)

_HOME = "Asia/Taipei"
EntityT = TypeVar("EntityT", bound=Entity)


def clocks_at(page: SeminarPage) -> str:
    """The zone of the venue; where no time of the journey says it, that of its country."""
    if page.zone:
        return page.zone
    for country in page.countries:
        territory = QLocale.codeToTerritory(country)
        if found := QTimeZone.availableTimeZoneIds(territory):
            return bytes(found[0].data()).decode()
    return _HOME


class _SeminarDialog(FormDialog):
    WIDTH = 560


class SeminarActs(QObject):
    def __init__(self, database: Database, editor: Editor, formats: Formats, home: QWidget) -> None:
        super().__init__(home)
        self._database = database
        self._editor = editor
        self._formats = formats
        self._words = formats.words
        self._home = home

    # The seminar

    def open_from(self, stop: UUID, title: str) -> UUID | None:
        name = self._words.kind(Seminar.kind)
        edit = EditName("open_seminar", {"what": title or name})
        made = self._editor.run(edit, lambda work: open_seminar(work, stop, name))
        return made.id if made else None

    def ask_seminar(self, key: UUID) -> FormDialog:
        form = SeminarForm(self._database, self._formats)
        form.show_seminar(self._read(Seminar, key))
        return self._ask(
            self.tr("Change seminar"),
            self.tr("Save"),
            form,
            "change_seminar",
            lambda work: change_seminar(work, key, **form.values()),
        )

    # Sessions

    def ask_session(self, page: SeminarPage, key: UUID | None = None) -> FormDialog:
        form = SessionForm(self._database, self._formats, page, clocks_at(page))
        if key is None:
            form.show_values({"starts_at": None})
            seminar = page.seminar.id
            return self._ask(
                self.tr("Add session or break"),
                self.tr("Add"),
                form,
                "add_session",
                lambda work: add_session(work, {"seminar_id": seminar, **form.values()}),
            )
        form.show_session(self._read(Session, key))
        return self._ask(
            self.tr("Change session"),
            self.tr("Save"),
            form,
            "change_session",
            lambda work: change_session(work, key, **form.values()),
        )

    def place_session(self, line: SessionLine, index: int) -> None:
        if line.session is not None:
            key, name = line.session.id, EditName("place_session", {"what": line.session.title})
            self._editor.run(name, lambda work: place_session(work, key, index))

    def remove_session(self, line: SessionLine) -> None:
        if line.session is not None:
            key, name = line.session.id, EditName("remove_session", {"what": line.session.title})
            self._editor.run(name, lambda work: remove_session(work, key))

    # Talks

    def ask_new_talk(self, page: SeminarPage, session: UUID | None) -> FormDialog:
        form = TalkForm(self._database, self._formats, page, clocks_at(page))
        form.show_values({"session_id": session, "starts_at": None})
        seminar = page.seminar.id

        def use_case(work: UnitOfWork) -> object:
            values = {"seminar_id": seminar, **form.record_values()}
            return add_talk(work, values, form.papers())

        return self._ask(self.tr("Add talk"), self.tr("Add"), form, "add_talk", use_case)

    def ask_talk(self, page: SeminarPage, line: TalkLine) -> FormDialog:
        form = TalkForm(self._database, self._formats, page, clocks_at(page))
        form.show_talk(line.talk)

        def use_case(work: UnitOfWork) -> object:
            return change_talk(work, line.key, form.papers(), **form.record_values())

        return self._ask(self.tr("Change talk"), self.tr("Save"), form, "change_talk", use_case)

    def propose(
        self, page: SeminarPage, dossier: Dossier, line: TalkLine, placing: Placing
    ) -> Proposal:
        """A talk in its new place, to be told about before it is put there."""
        starts = local(placing.starts, clocks_at(page))
        records = moves.place_talk(dossier, line.key, placing.session, placing.before, starts)
        after = self.tr("in its turn")
        if placing.starts is not None:
            after = self._words.clock(placing.starts.time())
        name = self._named(line, placing)
        before = self._words.clock(line.starts.time()) if line.starts else self.tr("in its turn")
        title = line.talk.title
        return Proposal(name, records, title, before, after, line.key, is_whole=True)

    def place_talk(self, page: SeminarPage, line: TalkLine, placing: Placing) -> None:
        starts = local(placing.starts, clocks_at(page))
        self._editor.run(
            self._named(line, placing),
            lambda work: place_talk(work, line.key, placing.session, placing.before, starts),
        )

    def _named(self, line: TalkLine, placing: Placing) -> EditName:
        if placing.starts is None:
            return EditName("place_talk", {"what": line.talk.title})
        at = self._words.clock(placing.starts.time())
        return EditName("time_talk", {"what": line.talk.title, "to": at})

    def remove_talks(self, lines: Sequence[TalkLine]) -> None:
        keys = [line.key for line in lines]
        name = EditName("remove_talks", {"count": str(len(lines))})
        if len(lines) == 1:
            name = EditName("remove_talk", {"what": lines[0].talk.title})
        self._editor.run(name, lambda work: remove_talks(work, keys))

    # What is said on the day

    def note_question(self, delegation: UUID, talk: UUID, text: str) -> PlannerError | None:
        name = EditName("add_question", {"what": text})
        return self._editor.attempt(name, lambda work: note_question(work, delegation, talk, text))

    def note_promise(
        self, delegation: UUID, talk: UUID, text: str, side: Side
    ) -> PlannerError | None:
        name = EditName("add_promise", {"what": text})
        return self._editor.attempt(
            name, lambda work: note_promise(work, delegation, talk, text, side)
        )

    def answer(self, line: NoteLine, text: str) -> bool:
        name = EditName("answer_question", {"what": line.note.text})
        edit = self._editor.run(
            name, lambda work: (change_record(work, Question, line.key, answer=text),)
        )
        return edit is not None

    def ask_note(self, line: NoteLine) -> FormDialog:
        entity = Promise if line.is_promise else Question
        form = NoteForm(self._formats, entity.kind)
        form.show_values(dict(line.note))
        return self._ask(
            self.tr("Change promise") if line.is_promise else self.tr("Change question"),
            self.tr("Save"),
            form,
            f"change_{entity.kind}",
            lambda work: change_record(work, entity, line.key, **form.values()),
        )

    def remove_note(self, line: NoteLine) -> None:
        entity = Promise if line.is_promise else Question
        name = EditName(f"remove_{entity.kind}", {"what": line.note.text})
        self._editor.run(name, lambda work: remove_records(work, entity, [line.key]))

    # Asking

    def _read(self, entity: type[EntityT], key: UUID) -> EntityT:
        with self._database.read() as session:
            return record(session, entity, key)

    def _ask(
        self,
        title: str,
        act: str,
        form: Form,
        code: str,
        use_case: Callable[[UnitOfWork], object],
    ) -> FormDialog:
        def store() -> bool:
            edit = EditName(code, {"what": _called(form.values())})
            return form.submit(self._editor, edit, lambda work: (use_case(work),)) is not None

        dialog = _SeminarDialog(title, act, form, store, self._home)
        dialog.open()
        form.input("text" if "text" in form.values() else "title").setFocus()
        return dialog


def local(at: datetime | None, zone: str) -> LocalTime | None:
    return None if at is None else LocalTime(at=at, zone=zone)


def _called(values: dict[str, Any]) -> str:
    return str(values.get("title") or values.get("text") or "")
