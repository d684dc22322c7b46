"""How people, organisations and what happened with them are worded and drawn."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from planner.domain.agreement import Agreement
from planner.domain.briefing import Fact
from planner.domain.delegation import Member
from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.gift import Gift, GiftDirection
from planner.domain.organisation import OrganisationKind, OrganisationTie
from planner.domain.outcome import Finding, Promise, Question
from planner.domain.photo import Photo
from planner.domain.seminar import Talk
from planner.domain.stop import Stop, StopKind
from planner.domain.values import ContactKind, Side
from planner.queries.contacts_list import ContactLine, Mark
from planner.queries.contacts_page import FactLine, TieLine
from planner.queries.contacts_timeline import Happening
from planner.ui.appearance import Pigment
from planner.ui.formats import Formats, roomy
from planner.ui.icons import Icon
from planner.ui.row_table_model import ChipFace

SIDE_LOOKS = {
    Side.OWN: (Icon.SIDE_OWN, Pigment.AZURITE),
    Side.HOST: (Icon.SIDE_HOST, Pigment.OCHRE),
    Side.THIRD: (Icon.SIDE_THIRD, Pigment.WISTERIA),
}
CONTACT_ICONS = {
    ContactKind.PHONE: Icon.PHONE,
    ContactKind.MOBILE: Icon.PHONE,
    ContactKind.EMAIL: Icon.MAIL,
    ContactKind.ADDRESS: Icon.PIN,
    ContactKind.WEB: Icon.GLOBE,
    ContactKind.MESSENGER: Icon.COMMENT,
}
_STOP_LOOKS = {
    StopKind.VISIT: (Icon.VISIT, Pigment.AZURITE),
    StopKind.MEETING: (Icon.MEETING, Pigment.AZURITE),
    StopKind.SEMINAR: (Icon.SEMINAR, Pigment.WISTERIA),
    StopKind.MEAL: (Icon.MEAL, Pigment.OCHRE),
    StopKind.CEREMONY: (Icon.CEREMONY, Pigment.OCHRE),
}


@dataclass(frozen=True)
class EventFace:
    """One entry of a timeline, as it is shown and read aloud."""

    key: object
    icon: Icon
    day: str
    title: str
    note: str = ""
    pigment: Pigment = Pigment.INK2
    day_pigment: Pigment = Pigment.INK2

    @property
    def words(self) -> str:
        return self.title

    @property
    def spoken(self) -> str:
        return f"{self.day} {self.title} {self.note}".strip()


class ContactFaces(QObject):
    """Words and marks in the language of the formats, seen from today."""

    def __init__(self, formats: Formats, today: date) -> None:
        super().__init__()
        self.formats = formats
        self.words = formats.words
        self._today = today

    # Lists

    def note(self, line: ContactLine) -> str:
        """呼和浩特市，104/8/17 拜會; where neither is known, what kind of body it is."""
        met = self.formats.dated(line.met_on) if line.met_on else ""
        known = self.tr(", ").join(part for part in (line.note, met) if part)
        if known or line.sort is OrganisationKind.OTHER:
            return known
        return self.words.value(line.sort) if line.sort else self.tr("No post known")

    def chip(self, mark: Mark | None) -> ChipFace | None:
        match mark:
            case Mark.TWO_VALUES:
                return ChipFace(self.tr("Two values"), Icon.TWO_VALUES, Pigment.GAMBOGE)
            case Mark.DOUBTFUL:
                return ChipFace(self.tr("Doubtful"), Icon.QUESTION, Pigment.GAMBOGE)
            case Mark.MISSING:
                return ChipFace(self.tr("No profile"), Icon.HOLE, Pigment.CINNABAR)
            case Mark.WAITING:
                return ChipFace(self.tr("Waiting"), Icon.HOURGLASS, outlined=True)
        return None

    def consent(self, consents: bool | None) -> ChipFace:
        """Whether contact data may be printed."""
        match consents:
            case True:
                return ChipFace(self.tr("May be printed"), Icon.CHECK, Pigment.PINE)
            case False:
                return ChipFace(self.tr("Not to be printed"), Icon.LOCK, Pigment.CINNABAR)
            case None:
                return ChipFace(self.tr("Consent not asked"), Icon.QUESTION, outlined=True)

    # Pages

    def partly(self, written: str | None) -> str:
        """104, 104/8 or 104/8/21: as short as it is known."""
        if not written:
            return ""
        parts = written.split("-")
        filled = date(int(parts[0]), *(int(part) for part in [*parts[1:], "1", "1"][:2]))
        if len(parts) == 3:
            return self.formats.dated(filled)
        whole = self.formats.dated(filled)
        if self.words.is_chinese:
            return whole.rsplit("/", 3 - len(parts))[0]
        return whole.split(" ", 3 - len(parts))[-1]

    def value(self, fact: Fact) -> str:
        if fact.quantity is None:
            return fact.text
        return roomy(self.words.quantity(fact.quantity))

    def founding(self, written: str) -> str:
        """民國 52 年: that the year is of the Republic must be said, the Western one need not."""
        return roomy(self.words.partial_date(written).split("（")[0])

    def origin(self, line: FactLine) -> str:
        return self.tr(", ").join(
            part for part in (line.fact.page, line.fact.place, line.source) if part
        )

    def tie(self, line: TieLine) -> str:
        """What the other organisation is to this one."""
        if line.tie is None:
            return self.tr("Unit") if line.is_reverse else self.tr("Belongs to")
        if not line.is_reverse:
            return self.words.value(line.tie)
        return {
            OrganisationTie.FORMER_PARENT: self.tr("Formerly part of it"),
            OrganisationTie.JOINT_VENTURE_PARTNER: self.words.value(line.tie),
            OrganisationTie.CO_FOUNDER: self.tr("Co-founded by it"),
            OrganisationTie.SHAREHOLDER: self.tr("It holds shares"),
        }[line.tie]

    def span(self, since: str | None, until: str | None) -> str:
        """104/5– , –104/5 or nothing where neither is known."""
        if not since and not until:
            return ""
        return f"{self.partly(since)}–{self.partly(until)}"

    # Timeline

    def happened(self, each: Happening) -> EventFace:
        describe: Any = {
            Stop: self._stop,
            Talk: self._talk,
            Member: self._member,
            Finding: self._finding,
            Question: self._question,
            Promise: self._promise,
            FollowUp: self._follow_up,
            Agreement: self._agreement,
            Gift: self._gift,
            Photo: self._photo,
        }[type(each.record)]
        face: EventFace = describe(each, each.record)
        return face

    def _day(self, each: Happening, weekday: bool = False) -> str:
        if each.on is None:
            return self.tr("Day unknown")
        day = self.formats.dated(each.on)
        if not weekday:
            return day
        return self.tr("{weekday} {day}").format(day=day, weekday=self.formats.weekday(each.on))

    def _stop(self, each: Happening, stop: Stop) -> EventFace:
        icon, pigment = _STOP_LOOKS.get(stop.stop_kind, (Icon.PIN, Pigment.INK2))
        who = self.tr("whole party") if stop.is_for_all else ""
        names = self.words.names(each.names)
        parts = (self.words.value(stop.stop_kind), names or who)
        title = self.tr(", ").join(part for part in parts if part)
        return EventFace(each.key, icon, self._day(each, True), title, each.delegation, pigment)

    def _talk(self, each: Happening, talk: Talk) -> EventFace:
        title = self.tr("Talk: {title}").format(title=talk.title)
        note = self.words.names(each.names) or each.delegation
        icon, pigment = Icon.SEMINAR, Pigment.WISTERIA
        return EventFace(each.key, icon, self._day(each), title, note, pigment)

    def _member(self, each: Happening, member: Member) -> EventFace:
        title = self.tr("Travelled: {role}").format(role=self.words.value(member.role))
        return EventFace(each.key, Icon.DELEGATIONS, self._day(each), title, each.delegation)

    def _finding(self, each: Happening, finding: Finding) -> EventFace:
        title = self.tr("Seen: {title}").format(title=finding.title)
        note = each.delegation
        if each.names:
            names = self.words.names(each.names)
            note = self.tr("Grounds of: {names}").format(names=names)
        return EventFace(each.key, Icon.FINDING, self._day(each), title, note)

    def _question(self, each: Happening, question: Question) -> EventFace:
        note = question.answer or self.tr("No answer yet")
        return EventFace(each.key, Icon.QUESTION, self._day(each), question.text, note)

    def _promise(self, each: Happening, promise: Promise) -> EventFace:
        side = self.words.value(promise.side)
        title = self.tr("{side} promised: {text}").format(side=side, text=promise.text)
        note = self.words.names(each.names) or each.delegation
        return EventFace(each.key, Icon.PROMISE, self._day(each), title, note)

    def _follow_up(self, each: Happening, follow_up: FollowUp) -> EventFace:
        note = self.tr("Owner: {names}").format(names=self.words.names(each.names))
        note = note if each.names else self.tr("No owner")
        if follow_up.state is FollowUpState.CLOSED:
            day = self.tr("{day} done").format(day=self._day(each))
            return EventFace(each.key, Icon.DONE, day, follow_up.text, note, Pigment.PINE)
        if follow_up.due_on is None:
            state = self.words.value(follow_up.state)
            return EventFace(each.key, Icon.NOT_STARTED, state, follow_up.text, note)
        left = self.formats.left(follow_up.due_on, self._today)
        day = self.tr("{day} due, {left}").format(day=self._day(each), left=left)
        if follow_up.due_on >= self._today:
            return EventFace(each.key, Icon.CLOCK, day, follow_up.text, note)
        red = Pigment.CINNABAR
        return EventFace(each.key, Icon.LATE, day, follow_up.text, note, red, red)

    def _agreement(self, each: Happening, agreement: Agreement) -> EventFace:
        title = self.tr("Signed: {title}").format(title=agreement.title)
        note = self.words.names(each.names)
        if agreement.expires_on:
            until = self.tr("until {day}").format(day=self.formats.dated(agreement.expires_on))
            note = self.tr(", ").join(part for part in (note, until) if part)
        return EventFace(each.key, Icon.AGREEMENT, self._day(each), title, note, Pigment.INDIGO)

    def _gift(self, each: Happening, gift: Gift) -> EventFace:
        is_given = gift.direction is GiftDirection.GIVEN
        title = self.tr("Given: {item}") if is_given else self.tr("Received: {item}")
        title = title.format(item=gift.item)
        return EventFace(each.key, Icon.GIFT, self._day(each), title, each.delegation)

    def _photo(self, each: Happening, photo: Photo) -> EventFace:
        title = self.tr("%n photo(s)", "", each.count)
        return EventFace(each.key, Icon.PHOTO, self._day(each), title, photo.caption)
