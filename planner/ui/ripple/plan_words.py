"""PlanWords: times and notices of the plan in the language of the window."""

from PySide6.QtCore import QObject

from planner.domain.values import Moment
from planner.rules.notice import Notice
from planner.ui.formats import Formats
from planner.words import Words


class PlanWords(QObject):
    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.formats = Formats(words)

    def moment(self, starts: Moment, ends: Moment | None = None) -> str:
        """8/19 14:00–15:00, as far as it is known."""
        day, time = self.formats.day(starts.day), self.formats.time(starts, ends)
        return f"{day} {time}".rstrip()

    def minutes(self, minutes: int | str) -> str:
        return self.tr("{minutes} min").format(minutes=minutes)

    def sentence(self, notice: Notice) -> str:
        return self.words(f"rule.{notice.rule}", **notice.context)
