"""Forms of a seminar, a session and a talk."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.values import Attachment, Side
from planner.queries.names import Nameable, NameLine, name_lines, named
from planner.queries.seminar import SeminarPage
from planner.store.database import Database
from planner.ui.components.boxes import Row
from planner.ui.form import Form
from planner.ui.formats import Formats
from planner.ui.inputs import AreaInput, CheckInput, ChoiceInput, TextInput
from planner.ui.names_input import NamesInput
from planner.ui.seminar.inputs import MinutesInput, StartInput, TonguesInput, tongues
from planner.ui.seminar.materials import MaterialsInput
from planner.usecases.attachments import Paper, paper_at
from planner.usecases.naming import Named


class _NamingForm(Form):
    """A form that calls people and organisations by name."""

    def __init__(self, database: Database, formats: Formats, kind: str) -> None:
        super().__init__(formats.words, kind)
        self._database = database

    def people(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return name_lines(session, Person, containing)

    def organisations(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return name_lines(session, Organisation, containing)

    def names(self, entity: Nameable, keys: Iterable[UUID]) -> tuple[Named, ...]:
        with self._database.read() as session:
            lines = named(session, entity, keys)
        return tuple(Named(line.name, line.key) for line in lines)

    def name(self, entity: Nameable, key: UUID | None) -> Named | None:
        return next(iter(self.names(entity, [key] if key else [])), None)


class SeminarForm(_NamingForm):
    def __init__(self, database: Database, formats: Formats) -> None:
        super().__init__(database, formats, Seminar.kind)
        words = formats.words
        self.add(self.field("title", TextInput()))
        self.add(self.field("title_latin", TextInput()))
        self.add(self.field("edition", MinutesInput(example="3")), self.field("venue", TextInput()))
        self.add(self.field("organiser_ids", NamesInput(self.organisations)))
        alternate = CheckInput(words.field("organisers_alternate"))
        self._inputs["organisers_alternate"] = alternate
        self.column.addLayout(Row(alternate, None))
        spoken = self.tr("Chinese; English")
        self.add(self.field("languages", TonguesInput(tongues(words), spoken)))
        self.add(self.field("note", AreaInput(lines=2)))

    def show_seminar(self, seminar: Seminar) -> None:
        organisers = self.names(Organisation, seminar.organiser_ids)
        self.show_values({**dict(seminar), "organiser_ids": organisers})
        self.watch(seminar, self.show_seminar)


class SessionForm(_NamingForm):
    """A session, or a break where no talk stands in it."""

    def __init__(self, database: Database, formats: Formats, page: SeminarPage, zone: str) -> None:
        super().__init__(database, formats, Session.kind)
        self.add(self.field("title", TextInput(example=self.tr("Morning session, Coffee"))))
        self.add(
            self.field("starts_at", StartInput(formats, page.day, zone)),
            self.field("minutes", MinutesInput(example="90")),
        )
        self.add(
            self.field("room", TextInput(example=page.seminar.venue)),
            self.field("chair_id", NamesInput(self.people, is_single=True)),
        )

    def show_session(self, session: Session) -> None:
        self.show_values({**dict(session), "chair_id": self.name(Person, session.chair_id)})
        self.watch(session, self.show_session)


class TalkForm(_NamingForm):
    """A talk with all that is known of it before it is given."""

    def __init__(self, database: Database, formats: Formats, page: SeminarPage, zone: str) -> None:
        super().__init__(database, formats, Talk.kind)
        words = formats.words
        self.add(self.field("title", AreaInput(lines=2)))
        self.add(self.field("title_latin", TextInput()))
        self.add(self.field("speaker_ids", NamesInput(self.people)))
        sides = ChoiceInput((side, words.value(side)) for side in Side)
        sessions = [(line.session.id, line.session.title) for line in page.sessions if line.session]
        none = words("seminar_screen.no_session")
        self.add(
            self.field("side", sides),
            self.field("session_id", ChoiceInput([(None, none), *sessions])),
        )
        hint = self.tr("Empty: it follows the talk before it")
        self.add(
            self.field("starts_at", StartInput(formats, page.day, zone), hint=hint),
            self.field("minutes", MinutesInput(example="20")),
        )
        unknown = (None, words("seminar_screen.unknown"))
        self.add(
            self.field("language", ChoiceInput([unknown, *tongues(words).items()])),
            self.field("interpreter_id", NamesInput(self.people, is_single=True)),
        )
        self.add(self.field("abstract", AreaInput(lines=3)))
        self.add(self.field("materials", MaterialsInput(words.field("materials"))))

    def show_talk(self, talk: Talk) -> None:
        self.show_values(
            {
                **dict(talk),
                "speaker_ids": self.names(Person, talk.speaker_ids),
                "interpreter_id": self.name(Person, talk.interpreter_id),
            }
        )
        self.watch(talk, self.show_talk)

    def record_values(self) -> dict[str, Any]:
        """Without the files that are new."""
        values = self.values()
        kept = (file for file in values["materials"] if isinstance(file, Attachment))
        title = values["title"].replace("\n", " ")
        return {**values, "title": title, "materials": tuple(kept)}

    def papers(self) -> list[Paper]:
        """The new files, read. Raises UnreadablePaper."""
        files = self.values()["materials"]
        return [paper_at(file) for file in files if isinstance(file, Path)]


class NoteForm(Form):
    """A question with its answer, or a promise, put into better words."""

    def __init__(self, formats: Formats, kind: str) -> None:
        super().__init__(formats.words, kind)
        self.add(self.field("text", AreaInput(lines=3)))
        if kind == "question":
            self.add(self.field("answer", AreaInput(lines=3)))
        else:
            words = formats.words
            self.add(self.field("side", ChoiceInput((side, words.value(side)) for side in Side)))
