"""How a delegation shows among others: the columns of its row, and its card."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QObject

from planner.domain.delegation import DelegationState
from planner.domain.profile import ReportProfile
from planner.queries.delegation_list import DelegationLine, delegation_lines, host_names
from planner.queries.report_days import report_days
from planner.store.database import Database
from planner.ui.appearance import Pigment
from planner.ui.delegates import CardFace, CardFact
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column
from planner.working_days import working_days

STATE_ICONS: Mapping[DelegationState, Icon] = MappingProxyType(
    {
        DelegationState.DRAFT: Icon.HOLE,
        DelegationState.APPROVED: Icon.APPROVED,
        DelegationState.TRAVELLING: Icon.FLIGHT,
        DelegationState.REPORTING: Icon.PEN,
        DelegationState.FILED: Icon.ARCHIVED,
        DelegationState.CANCELLED: Icon.CANCELLED,
    }
)
_STATES = tuple(DelegationState)


@dataclass(frozen=True)
class ListedDelegation:
    """A line with the day its report is due, where one is owed."""

    line: DelegationLine
    report_on: date | None
    hosts: tuple[str, ...] = ()

    @property
    def key(self) -> UUID:
        return self.line.key


def listed_delegations(
    database: Database, profiles: Mapping[str, ReportProfile], with_hosts: bool = False
) -> list[ListedDelegation]:
    """All of them, latest first; a thread may ask too."""
    with database.read() as session:
        lines = delegation_lines(session)
        due = report_days(session, profiles, working_days())
        hosts = host_names(session) if with_hosts else {}
    return [ListedDelegation(line, due.get(line.key), hosts.get(line.key, ())) for line in lines]


class DelegationLooks(QObject):
    """Says how delegations look on a day, in the language of the window."""

    def __init__(self, formats: Formats, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._formats = formats
        self._words = formats.words
        self._today = today

    @property
    def names_of_hosts(self) -> str:
        """The heading of the one column that is read only where it is shown."""
        return self.tr("Names of hosts")

    def columns(self) -> Sequence[Column[ListedDelegation]]:
        words, formats = self._words, self._formats
        return [
            Column(
                self.tr("State"),
                lambda row: words.value(row.line.state),
                width=112,
                icon=lambda row: STATE_ICONS[row.line.state],
                sort=lambda row: _STATES.index(row.line.state),
            ),
            Column(self.tr("Title"), lambda row: row.line.title),
            Column(
                self.tr("Dates"),
                lambda row: formats.period(row.line.starts_on, row.line.ends_on),
                width=150,
                holds=True,
                sort=lambda row: (row.line.starts_on, row.line.ends_on),
            ),
            Column(self.tr("Cities"), lambda row: words.names(row.line.cities), width=140),
            Column(self.tr("Lead body"), lambda row: row.line.lead_body, width=150),
            Column(self.tr("Hosts"), lambda row: row.line.host_count or None, width=88, flush=True),
            Column(
                self.tr("Report"),
                self.left,
                width=148,
                flush=True,
                pigment=self._report_pigment,
                icon=lambda row: Icon.LATE if self.is_late(row) else None,
                sort=lambda row: row.report_on,
            ),
            *self._columns_on_demand(),
        ]

    def _columns_on_demand(self) -> Sequence[Column[ListedDelegation]]:
        """Not shown at first; one takes them in by the head."""
        words, formats = self._words, self._formats
        return [
            Column(
                self.names_of_hosts,
                lambda row: words.names(row.hosts),
                width=200,
                is_hidden=True,
            ),
            Column(
                words.field("category", "delegation"),
                lambda row: words.value(row.line.category),
                width=96,
                is_hidden=True,
            ),
            Column(
                self.tr("Recommendations"),
                lambda row: row.line.recommendation_count or None,
                width=96,
                flush=True,
                is_hidden=True,
            ),
            Column(
                self.tr("Report due on"),
                lambda row: row.report_on and formats.dated(row.report_on),
                width=112,
                flush=True,
                sort=lambda row: row.report_on,
                is_hidden=True,
            ),
        ]

    def card(self, row: ListedDelegation) -> CardFace:
        line = row.line
        facts = [
            CardFact(Icon.PIN, self._words.names(line.cities)) if line.cities else None,
            CardFact(Icon.ORGANISATION, line.lead_body) if line.lead_body else None,
            self._report_fact(row),
        ]
        return CardFace(
            key=row.key,
            kicker=self._formats.period(line.starts_on, line.ends_on),
            kicker_icon=Icon.CALENDAR,
            title=line.title,
            facts=tuple(fact for fact in facts if fact is not None),
        )

    def left(self, row: ListedDelegation) -> str | None:
        if row.report_on is None:
            return None
        return self._formats.left(row.report_on, self._today())

    def is_late(self, row: ListedDelegation) -> bool:
        return row.report_on is not None and row.report_on < self._today()

    def _report_pigment(self, row: ListedDelegation) -> Pigment:
        return Pigment.CINNABAR if self.is_late(row) else Pigment.INK

    def _report_fact(self, row: ListedDelegation) -> CardFact | None:
        left = self.left(row)
        if not left:
            return None
        late = self.is_late(row)
        pigment = Pigment.CINNABAR if late else Pigment.INK2
        words = self.tr("Due: {left}").format(left=left)
        return CardFact(Icon.LATE if late else Icon.CLOCK, words, pigment)
