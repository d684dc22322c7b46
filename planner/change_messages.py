"""Messages on what changed in a programme, drafted for those it concerns and nobody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from uuid import UUID

from planner.domain.delegation import Member
from planner.domain.dossier import Dossier
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.seminar import Session, Talk
from planner.domain.stop import Stop
from planner.domain.values import ContactKind
from planner.rules.differences import Affected, StopChange, affected, differences
from planner.rules.seminar_times import start_of
from planner.rules.timetable import stop_name
from planner.words import Words

SUFFIX = ".eml"


@dataclass(frozen=True)
class Draft:
    """A message to one person or host; `address` is empty where none is known."""

    to: Affected
    address: str
    subject: str
    text: str


def drafts(before: Dossier, after: Dossier, words: Words) -> tuple[Draft, ...]:
    """One for everybody the differences concern, in the order of `affected`."""
    writer = _Writer(before, after, words)
    return tuple(writer.draft(each) for each in affected(before, after))


def message_file(draft: Draft) -> bytes:
    """The draft as mail programs open it, to be looked over and sent there (RFC 5322)."""
    message = EmailMessage(policy=SMTP)
    if draft.address:
        message["To"] = draft.address
    message["Subject"] = draft.subject
    message["X-Unsent"] = "1"  # Outlook opens it for writing, not as one received
    message.set_content(draft.text)
    return message.as_bytes()


def change_line(change: StopChange, before: Dossier, after: Dossier, words: Words) -> str:
    """What became of one stop, in a sentence."""
    was, now = change.before, change.after
    if now is None or was is None:
        held, of = (change.stop, before if now is None else after)
        code = "message.cancelled" if now is None else "message.added"
        return words(code, what=stop_name(of, held), when=_when(held, words))
    what = stop_name(after, now)
    if {"starts", "ends"}.intersection(change.fields):
        told = words("message.moved", what=what, before=_when(was, words), after=_when(now, words))
    else:
        told = words("message.same_time", what=what, when=_when(now, words))
    others = [name for name in change.fields if name not in ("starts", "ends")]
    if "place" in others and now.place:
        others.remove("place")
        told = words("message.and", first=told, then=words("message.place", place=now.place))
    if others:
        fields = words.names(words.field(name, Stop.kind) for name in others)
        told = words("message.and", first=told, then=words("message.fields", fields=fields))
    return words("message.sentence", told=told)


def _when(stop: Stop, words: Words) -> str:
    told = words.moment(stop.starts, weekday=True)
    if stop.ends is None or stop.ends.clock is None:
        return told
    same = stop.ends.day == stop.starts.day
    until = words.time_of(stop.ends) if same else words.moment(stop.ends, year=False)
    return words("message.until", start=told, end=until)


class _Writer:
    def __init__(self, before: Dossier, after: Dossier, words: Words) -> None:
        self._before, self._after, self._words = before, after, words
        self._changes = {change.stop.id: change for change in differences(before, after)}

    def draft(self, to: Affected) -> Draft:
        words, title = self._words, self._after.delegation.title
        lines = "\n".join(
            words("message.line", number=number, told=told)
            for number, told in enumerate(self._told(to), 1)
        )
        text = words("message.body", name=to.name, title=title, lines=lines)
        return Draft(to, self._address(to), words("message.subject", title=title), text)

    def _told(self, to: Affected) -> Iterator[str]:
        for spot in to.about:
            change = self._changes.get(spot.key)
            record = self._after.by_id.get(spot.key)
            if change is not None:
                yield change_line(change, self._before, self._after, self._words)
            elif isinstance(record, Talk | Session):
                at = start_of(self._after, record)
                when = self._words.text(at) if at else ""
                yield self._words(
                    "message.talk_moved" if when else "message.talk_open",
                    what=record.title,
                    when=when,
                )

    def _address(self, to: Affected) -> str:
        record = self._after.by_id.get(to.where.key) or self._before.by_id.get(to.where.key)
        if isinstance(record, Member):
            record = self._person(record.person_id)
        if not isinstance(record, Person | Organisation):
            return ""
        mails = (each.value for each in record.contacts if each.kind is ContactKind.EMAIL)
        return next(mails, "")

    def _person(self, key: UUID | None) -> Person | None:
        return self._after.person(key)
