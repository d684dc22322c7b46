"""The programme of each seminar: sessions, talks, speakers, at local times."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from planner.domain.profile import Names
from planner.domain.seminar import Seminar, Session, Talk
from planner.papers.form import form, masthead
from planner.papers.naming import Naming
from planner.papers.pieces import BAND, Field, filled, gap, label_table, lines, list_table
from planner.papers.template import Commission, Template
from planner.rules.seminar_times import TalkTime, talk_times
from planner.typesetting.document import (
    Block,
    Cell,
    Document,
    Heading,
    Inlines,
    PageBreak,
    Paragraph,
)

_Row = Sequence[Cell | Inlines | None]


def compose(commission: Commission) -> Document:
    naming = Naming(commission.dossier, commission.words)
    title = SEMINAR_PROGRAMME.title.in_(commission.words.language)
    return form(commission, title, tuple(_blocks(title, naming)))


def _blocks(title: str, naming: Naming) -> Iterator[Block]:
    seminars = naming.dossier.seminars
    if not seminars:
        yield from masthead(title, naming)
        yield Paragraph(gap(naming.words), "centre")
    for index, seminar in enumerate(seminars):
        if index:
            yield PageBreak()
        yield from _head(seminar, title, naming)
        yield _programme(seminar, naming)


def _head(seminar: Seminar, title: str, naming: Naming) -> Iterator[Block]:
    words = naming.words
    name = seminar.title if words.is_chinese else seminar.title_latin or seminar.title
    yield Heading(1, naming.run(name), numbered=False, in_contents=False, style="form-title")
    other = seminar.title_latin if words.is_chinese else seminar.title
    if other and other != name:
        yield Paragraph(naming.run(other), "form-under-title")
    edition = words("paper.seminar.edition", number=seminar.edition) if seminar.edition else ""
    yield Paragraph("　".join(filter(None, (edition, title))), "form-under-title")
    stop = naming.dossier.stop(seminar.stop_id)
    when = words.moment(stop.starts, weekday=True) if stop else ""
    organisers = naming.bodies(seminar.organiser_ids)
    tongues = words.names(words.tongue(tag) for tag in seminar.languages)
    yield label_table(
        (
            Field(words("paper.seminar.when"), when),
            Field(words.field("venue"), naming.known(seminar.venue)),
            Field(words.field("organiser_ids"), naming.known(organisers)),
            *((Field(words.field("languages"), tongues),) if tongues else ()),
        ),
        words,
    )


def _programme(seminar: Seminar, naming: Naming) -> Block:
    words, dossier = naming.words, naming.dossier
    times = {time.talk.id: time for time in talk_times(dossier)}
    talks = [talk for talk in dossier.talks if talk.seminar_id == seminar.id]
    sessions = sorted(
        (each for each in dossier.sessions if each.seminar_id == seminar.id),
        key=lambda each: each.position,
    )
    rows: list[_Row] = [
        row
        for session in sessions
        for row in (
            _session_row(session, naming),
            *(
                _talk_row(talk, times.get(talk.id), seminar, naming)
                for talk in talks
                if talk.session_id == session.id
            ),
        )
    ]
    held = {session.id for session in sessions}
    rows += [
        _talk_row(talk, times.get(talk.id), seminar, naming)
        for talk in talks
        if talk.session_id not in held
    ]
    heads = ("paper.time", "paper.talk", "paper.seminar.speaker", "paper.seminar.side")
    has_times = bool(times) or any(session.starts_at for session in sessions)
    return list_table(
        [words(code) for code in heads], rows, shares=(1.6 if has_times else 0, 6, 4.4, 1.3)
    )


def _session_row(session: Session, naming: Naming) -> _Row:
    """A line across for the session: its title, room and chair."""
    words = naming.words
    start = words.clock(session.starts_at.at.time()) if session.starts_at else ""
    chair = naming.person(session.chair_id)
    told = [session.title, session.room]
    if chair:
        told.append(words("paper.seminar.chair", name=chair))
    title = naming.run("　".join(part for part in told if part), bold=True)
    return (Cell(start, shade=BAND), Cell(title, across=3, shade=BAND), None, None)


def _talk_row(talk: Talk, time: TalkTime | None, seminar: Seminar, naming: Naming) -> _Row:
    words = naming.words
    stop = naming.dossier.stop(seminar.stop_id)
    day = stop.starts.day if stop else naming.dossier.delegation.starts_on
    title = talk.title if words.is_chinese else talk.title_latin or talk.title
    speakers = [
        line
        for key in talk.speaker_ids
        for line in (
            naming.run(naming.in_full(naming.dossier.person(key)), bold=True),
            naming.run(naming.affiliation(key, day)),
        )
    ]
    return (
        _hours(talk, time),
        naming.run(title),
        filled(lines(speakers), words),
        words.value(talk.side),
    )


def _hours(talk: Talk, time: TalkTime | None) -> str:
    """By the clocks of the place, where they are known."""
    told = talk.starts_at or (time.session.starts_at if time and time.session else None)
    if time is None or told is None:
        return ""
    zone = ZoneInfo(told.zone)

    def local(instant: datetime) -> str:
        return f"{instant.astimezone(zone):%H:%M}"

    return local(time.start) + (f"–{local(time.end)}" if time.end > time.start else "")


SEMINAR_PROGRAMME = Template(
    "seminar-programme", Names(zh_TW="研討會議程", en="Seminar programme"), compose
)
