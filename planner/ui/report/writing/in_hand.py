"""InHand: the report as it was read last, and the part of it that is being written."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.manuscript import Section
from planner.domain.profile import ReportProfile
from planner.rules.notice import Notice
from planner.ui.report.writing.faces import ReferenceFaces
from planner.ui.report.writing.outline import OutlineLine
from planner.words import Words


@dataclass
class InHand:
    """One for a room: the room changes it, what belongs to the room looks."""

    words: Words
    delegation: UUID | None = None
    dossier: Dossier | None = None
    earlier: tuple[Dossier, ...] = ()
    profile: ReportProfile | None = None
    line: OutlineLine | None = None
    notices: Sequence[Notice] = ()

    def turn_to(self, delegation: UUID) -> None:
        """Another report, of which nothing is read yet."""
        self.delegation, self.dossier, self.line = delegation, None, None
        self.earlier, self.notices = (), ()

    @property
    def section(self) -> Section | None:
        """The section in hand, as it is stored."""
        return self.section_of(self.line) if self.line else None

    def section_of(self, line: OutlineLine) -> Section | None:
        if self.dossier is None or line.section is None:
            return None
        found = self.dossier.by_id.get(line.section)
        return found if isinstance(found, Section) else None

    @property
    def paper_words(self) -> Words:
        """The language that the report is written in."""
        return Words(self.profile.language) if self.profile else self.words

    @property
    def faces(self) -> ReferenceFaces:
        assert self.dossier is not None
        return ReferenceFaces(self.dossier, self.paper_words, self.profile)

    def name(self, section: Section) -> str:
        """What a part is called, also where its heading comes from the profile."""
        return section.heading or (self.line.heading if self.line else "")
