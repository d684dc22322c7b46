"""Finder: what the palette shows as one types – acts, then records by kind, then help."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from planner.queries.search_results import SearchLine, search_by_kind, spans
from planner.store.database import Database
from planner.ui.components.buttons import keys_text, plain
from planner.ui.components.command_palette import CommandPalette, Found, Group
from planner.ui.formats import opening
from planner.ui.help_pages import HelpPage, found
from planner.ui.icons import Icon
from planner.ui.target import Target
from planner.words import Words

# in the order of importance: what one asks for most stands first
_KIND_ICONS: Mapping[str, Icon] = MappingProxyType(
    {
        "delegation": Icon.DELEGATIONS,
        "organisation": Icon.ORGANISATION,
        "person": Icon.PERSON,
        "stop": Icon.ROUTE,
        "talk": Icon.SEMINAR,
        "seminar": Icon.SEMINAR,
        "session": Icon.SEMINAR,
        "finding": Icon.FINDING,
        "promise": Icon.PROMISE,
        "recommendation": Icon.RECOMMENDATION,
        "follow_up": Icon.OUTCOMES,
        "photo": Icon.PHOTO,
        "source": Icon.BRIEFING,
        "fact": Icon.BRIEFING,
        "section": Icon.REPORT,
        "objective": Icon.FLAG,
        "member": Icon.PEOPLE,
        "post": Icon.PERSON,
        "question": Icon.QUESTION,
        "decision": Icon.RECOMMENDATION,
        "progress": Icon.OUTCOMES,
        "proof": Icon.PROOF,
        "agreement": Icon.AGREEMENT,
        "activity": Icon.AGREEMENT,
        "gift": Icon.GIFT,
        "work_share": Icon.PEOPLE,
        "organisation_relation": Icon.RELATIONS,
        "relation": Icon.RELATIONS,
    }
)
_ORDER = tuple(_KIND_ICONS)
_MOST_ACTS = 6
_MOST_OF_A_KIND = 6
_MOST_PAGES = 3


class Finder(QObject):
    """Answers the palette; a chosen act runs, a chosen record is asked for."""

    target_asked = Signal(object)  # Target
    help_asked = Signal(str)  # key of a page

    def __init__(
        self,
        database: Database,
        words: Words,
        palette: CommandPalette,
        acts: Callable[[], Sequence[QAction]],
        parent: QObject | None = None,
        pages: Sequence[HelpPage] = (),
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._words = words
        self._palette = palette
        self._acts = acts
        self._pages = pages
        palette.asked.connect(self.answer)
        palette.chosen.connect(self._on_chosen)

    def answer(self, typed: str) -> None:
        """A line edit tells its text only when an input method has done composing."""
        groups = self._found_records(typed) if typed.strip() else []
        acts = Group(self.tr("Actions"), tuple(self._found_acts(typed)))
        told = Group(self.tr("Help"), tuple(self._found_help(typed)))
        self._palette.show_results([acts, *groups, told], self.tr("Nothing found"))

    def _found_acts(self, typed: str) -> list[Found]:
        wanted = typed.strip().casefold()
        listed = []
        for act in self._acts():
            words = plain(act.text())
            if act.isEnabled() and wanted in words.casefold():
                icon = Icon(act.property("icon_name") or Icon.FORWARD.value)
                keys = keys_text(act.shortcut())
                listed.append(Found(act, words, icon, "", keys, spans(words, typed)))
        return listed[:_MOST_ACTS]

    def _found_records(self, typed: str) -> list[Group]:
        with self._database.read() as session:
            by_kind = search_by_kind(session, typed, _MOST_OF_A_KIND)
        return [
            Group(opening(self._words.kind(kind)), tuple(self._found(line, typed) for line in held))
            for kind, held in sorted(by_kind.items(), key=lambda item: _rank(item[0]))
        ]

    def _found(self, line: SearchLine, typed: str) -> Found:
        return Found(
            Target(line.kind, line.key, line.title, line.delegation_id),
            line.title,
            _KIND_ICONS.get(line.kind, Icon.FORWARD),
            note="" if line.kind == "delegation" else line.delegation,
            matches=spans(line.title, typed),
        )

    def _found_help(self, typed: str) -> list[Found]:
        return [
            Found(
                hit.page,
                hit.page.title,
                Icon.QUESTION,
                hit.excerpt,
                "",
                spans(hit.page.title, typed),
            )
            for hit in islice(found(self._pages, typed), _MOST_PAGES)
        ]

    def _on_chosen(self, key: object) -> None:
        if isinstance(key, QAction):
            key.trigger()
        elif isinstance(key, Target):
            self.target_asked.emit(key)
        elif isinstance(key, HelpPage):
            self.help_asked.emit(key.key)


def _rank(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
