"""How talks and sessions read and look: sides by shape and word, what is missing as a hole."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from planner.domain.values import Side
from planner.queries.seminar import SeminarPage, SessionLine, TalkLine
from planner.rules.notice import Notice, Severity
from planner.ui.appearance import Pigment
from planner.ui.formats import Formats
from planner.ui.icons import Icon

SIDES: Mapping[Side, tuple[Icon, Pigment]] = MappingProxyType(
    {
        Side.OWN: (Icon.SIDE_OWN, Pigment.AZURITE),
        Side.HOST: (Icon.SIDE_HOST, Pigment.OCHRE),
        Side.THIRD: (Icon.SIDE_THIRD, Pigment.WISTERIA),
    }
)
SEVERITIES: Mapping[Severity, tuple[Icon, Pigment]] = MappingProxyType(
    {
        Severity.MUST: (Icon.MUST, Pigment.CINNABAR),
        Severity.SHOULD: (Icon.WARNING, Pigment.GAMBOGE),
        Severity.HINT: (Icon.INFO, Pigment.INK2),
    }
)
IN_PLACE = ("talk.no_slot", "talk.no_room")
"""Rules whose finding stands where the talk does, as a hole."""


class SeminarFaces:
    """Words of lines, in the language of the window."""

    def __init__(self, formats: Formats) -> None:
        self.formats = formats
        self.words = formats.words

    def side(self, side: Side) -> str:
        return self.words.value(side)

    def span(self, starts: datetime | None, ends: datetime | None) -> str:
        """09:30–09:50, 09:30 where no length is known, or nothing."""
        if starts is None:
            return ""
        first = self.words.clock(starts.time())
        return first if ends is None else f"{first}–{self.words.clock(ends.time())}"

    def time(self, line: TalkLine) -> str:
        """Of a talk; where none is known, that it is lacking."""
        return self.span(line.starts, line.ends) or self.words("seminar_screen.no_time")

    def speakers(self, line: TalkLine) -> str:
        if line.speakers:
            return self.words.names(line.speakers)
        return self.words("seminar_screen.no_speaker")

    def tongue(self, line: TalkLine) -> str:
        """The language, and through whom it is heard."""
        tongue = self.words.tongue(line.talk.language) if line.talk.language else ""
        if not line.interpreter:
            return tongue
        return self.words(
            "seminar_screen.interpreted", tongue=tongue, name=line.interpreter
        ).strip()

    def minutes(self, minutes: int | None) -> str:
        return self.words("seminar_screen.minutes", count=minutes) if minutes else ""

    def noted(self, line: TalkLine) -> str:
        """How much is kept with it: files, questions, promises."""
        counts = (
            ("files", len(line.talk.materials)),
            ("questions", line.question_count),
            ("promises", line.promise_count),
        )
        return " ".join(
            self.words(f"seminar_screen.count.{what}", count=count)
            for what, count in counts
            if count
        )

    def session(self, line: SessionLine) -> str:
        if line.session is None:
            return self.words("seminar_screen.no_session")
        return line.session.title

    def session_note(self, line: SessionLine) -> str:
        """Its room and who is in the chair."""
        room = line.session.room if line.session else ""
        chair = self.words("seminar_screen.chair", name=line.chair) if line.chair else ""
        return " ".join(part for part in (room, chair) if part)

    def notice(self, notice: Notice) -> str:
        return self.words(f"rule.{notice.rule}", **notice.context)

    def spoken(self, line: TalkLine) -> str:
        """A talk in one sentence, for screen readers."""
        parts = (
            str(line.talk.number),
            line.talk.title,
            self.speakers(line),
            self.side(line.talk.side),
            self.time(line),
        )
        return self.words("list.joint").join(parts)

    def counts(self, page: SeminarPage) -> list[tuple[Side, str]]:
        """How many talks each side gives, those that give any."""
        sides = ((side, page.count(side)) for side in Side)
        return [(side, f"{self.side(side)} {count}") for side, count in sides if count]
