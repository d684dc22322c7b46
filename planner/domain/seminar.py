"""Seminar, Session, Talk: who speaks on what, for which side."""

from typing import ClassVar

from pydantic import Field

from planner.domain.entity import Entity, Fields, Line, Position, Prose, Title
from planner.domain.references import (
    OfDelegation,
    OfSeminar,
    Organisations,
    People,
    PersonRef,
    SessionRef,
    StopRef,
)
from planner.domain.values import Attachment, LanguageTag, LocalTime, Side


class SeminarFields(Fields):
    delegation_id: OfDelegation
    stop_id: StopRef = None
    title: Title
    title_latin: Line = ""
    edition: int | None = Field(default=None, ge=1, le=999)
    organiser_ids: Organisations = ()
    organisers_alternate: bool = False
    languages: tuple[LanguageTag, ...] = ()
    venue: Line = ""
    note: Prose = ""


class Seminar(SeminarFields, Entity):
    kind: ClassVar[str] = "seminar"


class SessionFields(Fields):
    """A part of a seminar: a row of talks, or a break where it has none."""

    seminar_id: OfSeminar
    position: Position = 0
    title: Title
    room: Line = ""
    starts_at: LocalTime | None = None
    minutes: int | None = Field(default=None, ge=1, le=1440)
    chair_id: PersonRef = None


class Session(SessionFields, Entity):
    kind: ClassVar[str] = "session"


class TalkFields(Fields):
    seminar_id: OfSeminar
    session_id: SessionRef = None
    number: int = Field(ge=1, le=9999)
    title: Title
    title_latin: Line = ""
    abstract: Prose = ""
    speaker_ids: People = ()
    interpreter_id: PersonRef = None
    side: Side
    starts_at: LocalTime | None = None
    minutes: int | None = Field(default=None, ge=1, le=1440)
    language: LanguageTag | None = None
    materials: tuple[Attachment, ...] = ()


class Talk(TalkFields, Entity):
    kind: ClassVar[str] = "talk"
