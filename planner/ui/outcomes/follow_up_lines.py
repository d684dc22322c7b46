"""How a follow-up shows: the icon of its state, its card, the icon of where it comes from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from planner.domain.follow_up import FollowUpState
from planner.queries.follow_up_list import FollowUpLine
from planner.ui.appearance import Pigment
from planner.ui.delegates import CardFace, CardFact
from planner.ui.formats import Formats, opening
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column
from planner.words import Words

STATE_ICONS: Mapping[FollowUpState, tuple[Icon, Pigment]] = MappingProxyType(
    {
        FollowUpState.NOT_STARTED: (Icon.NOT_STARTED, Pigment.INK2),
        FollowUpState.IN_PROGRESS: (Icon.UNDER_WAY, Pigment.INK2),
        FollowUpState.WAITING: (Icon.HOURGLASS, Pigment.INK2),
        FollowUpState.TO_CONFIRM: (Icon.SECOND_PERSON, Pigment.INK2),
        FollowUpState.CLOSED: (Icon.DONE, Pigment.PINE),
    }
)
_STATES = tuple(FollowUpState)
_ORIGIN_ICONS: Mapping[str, Icon] = MappingProxyType(
    {
        "recommendation": Icon.RECOMMENDATION,
        "promise": Icon.PROMISE,
        "question": Icon.QUESTION,
        "agreement": Icon.AGREEMENT,
    }
)


class FollowUpLooks:
    """Says how lines look on a day, in the language of the window."""

    def __init__(self, formats: Formats, today: date, names_delegation: bool = False) -> None:
        """`names_delegation` where lines of several stand side by side."""
        self._formats = formats
        self._words = formats.words
        self._names_delegation = names_delegation
        self.today = today

    def card(self, line: FollowUpLine) -> CardFace:
        return CardFace(
            key=line.key,
            kicker=self.origin(line),
            kicker_icon=_ORIGIN_ICONS.get(line.origin, Icon.OUTCOMES),
            title=line.text,
            facts=tuple(self._facts(line)),
            flag=self._words("outcomes.priority") if line.is_priority else "",
        )

    def origin(self, line: FollowUpLine) -> str:
        """建議 2, 承諾, or nothing but that it is to be followed up."""
        if not line.origin:
            return opening(self._words.kind("follow_up"))
        kind = opening(self._words.kind(line.origin))
        return f"{kind} {line.origin_number}" if line.origin_number else kind

    def owner(self, line: FollowUpLine) -> str:
        return line.owner or self._words("outcomes.no_owner")

    def due(self, line: FollowUpLine) -> str:
        """10/30 週五, with the days it is late; a closed one says when it was closed."""
        if line.closed_on is not None:
            return self._words("outcomes.closed_on", day=self.day(line.closed_on))
        if line.due_on is not None and line.is_overdue(self.today):
            late = self._formats.left(line.due_on, self.today)
            return f"{self.day(line.due_on)} {late}"
        if line.open_since is not None and line.is_open_too_long(self.today):
            return self._words("outcomes.open_since", day=self.day(line.open_since))
        if line.due_on is None:
            return self._words("outcomes.no_due_day")
        return self._day_weekday(line.due_on)

    def waiting(self, line: FollowUpLine) -> str:
        """For what, and since when; empty where nobody is waited for."""
        if line.state is not FollowUpState.WAITING:
            return ""
        if line.waiting_for:
            return self._words("outcomes.waiting_for", what=line.waiting_for)
        if line.since is None:
            return ""
        count = (self.today - line.since).days
        return self._words("outcomes.waiting_since", day=self.day(line.since), count=count)

    def depends_on(self, line: FollowUpLine) -> str:
        """What must be done before; empty where nothing is left of it."""
        if not line.depends_on:
            return ""
        return self._words("outcomes.depends_on", what=self._words.names(line.depends_on))

    def proofs(self, line: FollowUpLine) -> str:
        """How many, and where one is lacking that closing will ask for."""
        if line.proof_count:
            return self._words("outcomes.proofs", count=line.proof_count)
        return self._words("outcomes.proof_lacks") if line.is_priority and line.is_open else ""

    def due_pigment(self, line: FollowUpLine) -> Pigment:
        return Pigment.CINNABAR if line.is_red(self.today) else Pigment.INK2

    def owner_pigment(self, line: FollowUpLine) -> Pigment:
        return Pigment.INK2 if line.owner or not line.is_open else Pigment.CINNABAR

    def due_icon(self, line: FollowUpLine) -> Icon:
        return Icon.LATE if line.is_red(self.today) else Icon.CALENDAR

    def day(self, day: date) -> str:
        """With its year where that is another than this."""
        return self._formats.day(day) if day.year == self.today.year else self._formats.dated(day)

    def _day_weekday(self, day: date) -> str:
        is_of_this_year = day.year == self.today.year
        return (self._formats.day_weekday if is_of_this_year else self._formats.dated_weekday)(day)

    def _facts(self, line: FollowUpLine) -> Iterator[CardFact]:
        if self._names_delegation:
            yield CardFact(Icon.DELEGATIONS, line.delegation)
        if line.owner:
            yield CardFact(Icon.ORGANISATION, line.owner)
        elif line.is_open:
            yield CardFact(Icon.HOLE, self.owner(line), Pigment.CINNABAR)
        if waiting := self.waiting(line):
            yield CardFact(Icon.HOURGLASS, waiting)
        if line.depends_on:
            yield CardFact(Icon.LINK, self.depends_on(line))
        if line.due_on or line.closed_on or line.is_red(self.today):
            yield CardFact(self.due_icon(line), self.due(line), self.due_pigment(line))
        if proofs := self.proofs(line):
            yield CardFact(Icon.PROOF, proofs)


def list_columns(
    words: Words, looks: Callable[[], FollowUpLooks]
) -> Sequence[Column[FollowUpLine]]:
    """Of the list; the looks change with the day and are asked for anew at each use."""
    translate = QCoreApplication.translate
    return [
        Column(
            translate("FollowUpView", "State"),
            lambda line: line.state,
            words.value,
            width=148,
            icon=lambda line: STATE_ICONS[line.state][0],
            icon_pigment=lambda line: STATE_ICONS[line.state][1],
            sort=lambda line: _STATES.index(line.state),
        ),
        Column(
            words.field("text", "follow_up"),
            lambda line: line.text,
            icon=lambda line: Icon.PRIORITY if line.is_priority else None,
        ),
        Column(translate("FollowUpView", "From"), lambda line: looks().origin(line), width=140),
        Column(
            translate("FollowUpView", "Owner"),
            lambda line: looks().owner(line),
            width=170,
            pigment=lambda line: looks().owner_pigment(line),
            icon=lambda line: None if line.owner or not line.is_open else Icon.HOLE,
        ),
        Column(
            translate("FollowUpView", "Due"),
            lambda line: looks().due(line),
            width=150,
            flush=True,
            pigment=lambda line: looks().due_pigment(line),
            sort=lambda line: line.due_on or line.closed_on,
        ),
        *_columns_on_demand(words, looks),
    ]


def _columns_on_demand(
    words: Words, looks: Callable[[], FollowUpLooks]
) -> Sequence[Column[FollowUpLine]]:
    """Not shown at first; one takes them in by the head."""
    field, translate = words.field, QCoreApplication.translate
    return [
        Column(
            words.kind("delegation"),
            lambda line: line.delegation,
            width=200,
            is_hidden=True,
        ),
        Column(
            field("waiting_for", "follow_up"),
            lambda line: looks().waiting(line),
            width=150,
            is_hidden=True,
        ),
        Column(
            field("depends_on_ids", "follow_up"),
            lambda line: words.names(line.depends_on),
            width=150,
            is_hidden=True,
        ),
        Column(
            field("opened_on", "follow_up"),
            lambda line: line.opened_on and looks().day(line.opened_on),
            width=96,
            flush=True,
            sort=lambda line: line.opened_on,
            is_hidden=True,
        ),
        Column(
            translate("FollowUpView", "Last told"),
            lambda line: line.told_on and looks().day(line.told_on),
            width=96,
            flush=True,
            sort=lambda line: line.told_on,
            is_hidden=True,
        ),
        Column(
            translate("FollowUpView", "Proofs"),
            lambda line: line.proof_count or None,
            width=72,
            flush=True,
            is_hidden=True,
        ),
    ]
