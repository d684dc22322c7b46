"""How a follow-up shows: the icon of its state, its card, the icon of where it comes from."""

from collections.abc import Iterator
from datetime import date

from planner.domain.follow_up import FollowUpState
from planner.queries.follow_up_list import FollowUpLine
from planner.ui.appearance import Pigment
from planner.ui.delegates import CardFace, CardFact
from planner.ui.formats import Formats
from planner.ui.icons import Icon

STATE_ICONS = {
    FollowUpState.NOT_STARTED: (Icon.NOT_STARTED, Pigment.INK2),
    FollowUpState.IN_PROGRESS: (Icon.UNDER_WAY, Pigment.INK2),
    FollowUpState.WAITING: (Icon.HOURGLASS, Pigment.INK2),
    FollowUpState.TO_CONFIRM: (Icon.SECOND_PERSON, Pigment.INK2),
    FollowUpState.CLOSED: (Icon.DONE, Pigment.PINE),
}
_ORIGIN_ICONS = {
    "recommendation": Icon.RECOMMENDATION,
    "promise": Icon.PROMISE,
    "question": Icon.QUESTION,
    "agreement": Icon.AGREEMENT,
}


class FollowUpLooks:
    """Says how lines look on a day, in the language of the window."""

    def __init__(self, formats: Formats, today: date) -> None:
        self._formats = formats
        self._words = formats.words
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
        """建議 2, 承諾, or the delegation it belongs to."""
        if not line.origin:
            return line.delegation
        kind = self._words.kind(line.origin)
        return f"{kind} {line.origin_number}" if line.origin_number else kind

    def owner(self, line: FollowUpLine) -> str:
        return line.owner or self._words("outcomes.no_owner")

    def due(self, line: FollowUpLine) -> str:
        """10/30 週五, with the days it is late; a closed one says when it was closed."""
        if line.closed_on is not None:
            return self._words("outcomes.closed_on", day=self._formats.day(line.closed_on))
        if line.due_on is None:
            return self._words("outcomes.no_due_day")
        if not line.is_overdue(self.today):
            return self._formats.day_weekday(line.due_on)
        late = self._formats.left(line.due_on, self.today)
        return f"{self._formats.day(line.due_on)} {late}"

    def due_pigment(self, line: FollowUpLine) -> Pigment:
        return Pigment.CINNABAR if line.is_overdue(self.today) else Pigment.INK2

    def owner_pigment(self, line: FollowUpLine) -> Pigment:
        return Pigment.INK2 if line.owner else Pigment.CINNABAR

    def _facts(self, line: FollowUpLine) -> Iterator[CardFact]:
        owner_icon = Icon.ORGANISATION if line.owner else Icon.HOLE
        yield CardFact(owner_icon, self.owner(line), self.owner_pigment(line))
        if line.state is FollowUpState.WAITING and line.waiting_for:
            yield CardFact(Icon.HOURGLASS, line.waiting_for)
        due_icon = Icon.LATE if line.is_overdue(self.today) else Icon.CALENDAR
        yield CardFact(due_icon, self.due(line), self.due_pigment(line))
        if line.proof_count or line.is_priority:
            yield CardFact(Icon.PROOF, self._words("outcomes.proofs", count=line.proof_count))
