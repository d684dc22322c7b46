"""Finder: what the palette shows as one types – acts of the window, then records by kind."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from planner.queries.search_results import SearchLine, search_lines
from planner.store.database import Database
from planner.ui.components.buttons import keys_text
from planner.ui.components.command_palette import CommandPalette, Found, Group
from planner.ui.icons import Icon
from planner.words import Words

_KIND_ICONS = {
    "delegation": Icon.DELEGATIONS,
    "stop": Icon.ROUTE,
    "person": Icon.PERSON,
    "post": Icon.PERSON,
    "member": Icon.PEOPLE,
    "organisation": Icon.ORGANISATION,
    "organisation_relation": Icon.RELATIONS,
    "seminar": Icon.SEMINAR,
    "session": Icon.SEMINAR,
    "talk": Icon.SEMINAR,
    "finding": Icon.FINDING,
    "question": Icon.QUESTION,
    "promise": Icon.PROMISE,
    "recommendation": Icon.RECOMMENDATION,
    "decision": Icon.RECOMMENDATION,
    "follow_up": Icon.OUTCOMES,
    "progress": Icon.OUTCOMES,
    "proof": Icon.PROOF,
    "agreement": Icon.AGREEMENT,
    "activity": Icon.AGREEMENT,
    "gift": Icon.GIFT,
    "photo": Icon.PHOTO,
    "section": Icon.REPORT,
    "source": Icon.BRIEFING,
    "fact": Icon.BRIEFING,
    "relation": Icon.BRIEFING,
}
_MOST_ACTS = 6


class Finder(QObject):
    """Answers the palette; a chosen act runs, a chosen record is asked for."""

    record_asked = Signal(object)  # SearchLine

    def __init__(
        self,
        database: Database,
        words: Words,
        palette: CommandPalette,
        acts: Callable[[], Sequence[QAction]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._words = words
        self._palette = palette
        self._acts = acts
        palette.asked.connect(self.answer)
        palette.chosen.connect(self._on_chosen)

    def answer(self, typed: str) -> None:
        groups = [Group(self.tr("Acts"), tuple(self._found_acts(typed)))]
        if typed.strip():
            groups += self._found_records(typed)
        self._palette.show_results(groups, self.tr("Nothing found"))

    def _found_acts(self, typed: str) -> list[Found]:
        wanted = typed.strip().casefold()
        return [
            Found(
                act,
                act.text().replace("&", ""),
                Icon(act.property("icon_name") or Icon.FORWARD.value),
                shortcut=keys_text(act.shortcut()),
                matches=_matches(act.text().replace("&", ""), wanted),
            )
            for act in self._acts()
            if act.isEnabled() and act.text() and wanted in act.text().replace("&", "").casefold()
        ][:_MOST_ACTS]

    def _found_records(self, typed: str) -> list[Group]:
        with self._database.read() as session:
            lines = search_lines(session, typed)
        by_kind: dict[str, list[SearchLine]] = defaultdict(list)
        for line in lines:
            by_kind[line.kind].append(line)
        return [
            Group(self._words.kind(kind), tuple(self._found(line, typed) for line in held))
            for kind, held in by_kind.items()
        ]

    def _found(self, line: SearchLine, typed: str) -> Found:
        return Found(
            line,
            line.title,
            _KIND_ICONS.get(line.kind, Icon.FORWARD),
            note="" if line.kind == "delegation" else line.delegation,
            matches=_matches(line.title, typed.strip().casefold()),
        )

    def _on_chosen(self, key: object) -> None:
        if isinstance(key, QAction):
            key.trigger()
        elif isinstance(key, SearchLine):
            self.record_asked.emit(key)


def _matches(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand just so; a hit in another script shows none."""
    place = text.casefold().find(wanted) if wanted else -1
    return ((place, len(wanted)),) if place >= 0 else ()
