"""RippleWords: what a change would do, in sentences of the window's language."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject

from planner.domain.delegation import Delegation, Member
from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.seminar import Session, Talk
from planner.domain.stop import Stop
from planner.domain.values import LocalTime, Moment
from planner.rules.differences import Affected
from planner.rules.notice import Notice, Spot, name_of
from planner.rules.ripple import GapChange, Shift
from planner.rules.seminar_times import start_of
from planner.rules.timetable import stop_name
from planner.ui.ripple.plan_words import PlanWords


class RippleWords(QObject):
    """Says times as the plan does."""

    def __init__(self, says: PlanWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._says = says

    # Notices and gaps

    def detail(self, notice: Notice, dossier: Dossier) -> str:
        """How long, and who."""
        minutes = self._says.minutes(notice.minutes) if notice.minutes else ""
        return self.tr(", ").join(part for part in (minutes, self._who(notice, dossier)) if part)

    def _who(self, notice: Notice, dossier: Dossier) -> str:
        if notice.people and set(notice.people).issuperset(each.id for each in dossier.members):
            return self.tr("whole delegation")
        return self._says.words.names(_name(dossier, key) for key in notice.people)

    def gap(self, gap: GapChange) -> str:
        stop = self.spot(gap.later)
        if gap.before is None:
            words = self.tr("{after} min before {stop}")
        else:
            words = self.tr("Before {stop}: {before} min becomes {after} min")
        return words.format(stop=stop, before=gap.before, after=gap.after)

    def shift(self, shift: Shift) -> str:
        """10:00 → 10:30, 第一會議室; another day is told with its day."""
        is_same_day = shift.before and shift.after and shift.before.date() == shift.after.date()
        was, will = (self._clock(at, has_day=not is_same_day) for at in (shift.before, shift.after))
        told = f"{was} → {will}" if was != will else will
        if not shift.room:
            return told
        return self.tr("{times}, {room}").format(times=told, room=shift.room)

    def _clock(self, at: datetime | None, *, has_day: bool) -> str:
        if at is None:
            return self.tr("without a time")
        clock = self._says.words.clock(at.time())
        return f"{self._says.formats.day(at.date())} {clock}" if has_day else clock

    def spot(self, spot: Spot) -> str:
        return spot.name or self._says.words.kind(spot.kind)

    # Changes

    def change(self, before: Entity | None, after: Entity, dossier: Dossier) -> tuple[str, str]:
        """One record by its name, and from when to when."""
        was, will = self._time(_when(before)), self._time(_when(after))
        if isinstance(after, Delegation):
            day = self._says.formats.day(after.ends_on)
            what = self.tr("the journey ends on {day}").format(day=day)
        elif before is None:
            what = self.tr("new, {after}").format(after=will)
        elif was == will:
            what = self.tr("another place in the order")
        else:
            what = f"{was} → {will}"
        return self._named(after, dossier), what

    def _named(self, record: Entity, dossier: Dossier) -> str:
        name = stop_name(dossier, record) if isinstance(record, Stop) else name_of(record)
        return name or self._says.words.kind(record.kind)

    def _time(self, when: tuple[Moment, Moment | None] | None) -> str:
        return self._says.moment(*when) if when else ""

    # Letters

    def draft(self, told: Affected, before: Dossier, after: Dossier) -> str:
        """A few lines to paste into a letter; nothing is sent."""
        return "\n".join((told.name, *self._lines(told, before, after)))

    def _lines(self, told: Affected, before: Dossier, after: Dossier) -> Iterator[str]:
        for spot in told.about:
            record = after.by_id.get(spot.key) or before.by_id.get(spot.key)
            if record is not None:
                name, what = self.change(before.by_id.get(spot.key), record, after)
                if isinstance(record, Talk):
                    what = self._times_of(record, before, after) or what
                yield self.tr("{name}: {what}").format(name=name, what=what)

    def _times_of(self, talk: Talk, before: Dossier, after: Dossier) -> str:
        """From when to when, also where its time follows from the talks before it."""
        held = before.by_id.get(talk.id)
        was = start_of(before, held) if isinstance(held, Talk) else None
        told = [self._time(_at(at)) for at in (was, start_of(after, talk)) if at]
        return " → ".join(dict.fromkeys(told))


def _when(record: Entity | None) -> tuple[Moment, Moment | None] | None:
    if isinstance(record, Stop):
        return record.starts, record.ends
    if isinstance(record, Session | Talk) and record.starts_at is not None:
        return _at(record.starts_at)
    return None


def _at(at: LocalTime) -> tuple[Moment, None]:
    return Moment(day=at.at.date(), clock=at.at.time(), zone=at.zone), None


def _name(dossier: Dossier, key: UUID) -> str:
    """Of a person, or of the one a member is."""
    record = dossier.by_id.get(key)
    person = dossier.person(record.person_id) if isinstance(record, Member) else record
    return name_of(person) if isinstance(person, Entity) else ""
