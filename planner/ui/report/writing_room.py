"""WritingRoom: what the report view knows of the room in which the report is written."""

from uuid import UUID

from PySide6.QtCore import Signal

from planner.domain.dossier import Dossier
from planner.rules.notice import Spot
from planner.ui.live_page import LivePage


class WritingRoom(LivePage):
    """The room itself knows pages and problems of this area, so it comes from outside."""

    checked = Signal()
    pages_asked = Signal()  # the paper alone, without the text

    @property
    def open_count(self) -> int | None:
        """How many problems are open; None until it is checked."""
        raise NotImplementedError

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard there."""
        raise NotImplementedError

    def show_delegation(self, key: UUID) -> None:
        raise NotImplementedError

    def go_to_spot(self, spot: Spot) -> None:
        """To a place of the text."""
        raise NotImplementedError

    def ask_final(self, checked: Dossier | None = None) -> None:
        """Send the last version, or lead to what is open; `checked` has nothing open."""
        raise NotImplementedError

    def keep(self) -> None:
        """Store what was typed."""
        raise NotImplementedError

    def close_paper(self) -> None:
        """The window goes: what was typed is stored, what runs is stopped."""
        raise NotImplementedError
