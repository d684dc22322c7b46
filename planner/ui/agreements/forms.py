"""Forms of agreements, what was done under them, gifts, and visits to us."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from planner.domain.agreement import Activity, Agreement, AgreementKind
from planner.domain.gift import Gift, GiftDirection, GiftHandling
from planner.domain.inbound_visit import InboundVisit
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.names import NameLine, name_lines
from planner.rules.transfers import Allowances
from planner.store.database import Database
from planner.ui.appearance import Pigment, Type
from planner.ui.components.labels import Label
from planner.ui.form import Form
from planner.ui.formats import Formats
from planner.ui.inputs import ChoiceInput, DayInput, NumberInput, TextInput
from planner.ui.names_input import NamesInput


class BodiesInput(NamesInput):
    def __init__(self, database: Database, *, is_single: bool = False) -> None:
        def lookup(containing: str) -> Sequence[NameLine]:
            with database.read() as session:
                return name_lines(session, Organisation, containing)

        super().__init__(lookup, is_single=is_single)


class OtherSideInput(NamesInput):
    """A person or a body."""

    def __init__(self, database: Database) -> None:
        def lookup(containing: str) -> Sequence[NameLine]:
            with database.read() as session:
                people = name_lines(session, Person, containing)
                return [*name_lines(session, Organisation, containing), *people]

        super().__init__(lookup, is_single=True)


class AgreementForm(Form):
    def __init__(self, database: Database, formats: Formats) -> None:
        words = formats.words
        super().__init__(words, Agreement.kind, {"agreement.expires_before_effect": "expires_on"})
        kinds = ChoiceInput((each, words.value(each)) for each in AgreementKind)
        self.add(self.field("title", TextInput()))
        self.add(self.field("agreement_kind", kinds), self.field("level", TextInput()))
        self.add(self.field("party_ids", BodiesInput(database)))
        self.add(
            self.field("signed_on", DayInput(formats)),
            self.field("effective_on", DayInput(formats)),
        )
        self.add(
            self.field("expires_on", DayInput(formats)),
            self.field("notice_days", NumberInput()),
        )
        self.add(
            self.field("filed_with", TextInput()),
            self.field("filing_number", TextInput()),
            self.field("filed_on", DayInput(formats)),
        )
        self.add(self.field("note", TextInput()))


class ActivityForm(Form):
    def __init__(self, formats: Formats, agreements: Iterable[tuple[UUID, str]]) -> None:
        words = formats.words
        super().__init__(words, Activity.kind)
        under = ChoiceInput(agreements)
        self.add(self.field("text", TextInput()))
        self.add(
            self.field("agreement_id", under, words.kind("agreement")),
            self.field("on", DayInput(formats)),
        )


class GiftForm(Form):
    """Beside the value stands what a gift may be worth, where that was set."""

    def __init__(self, database: Database, formats: Formats, allowances: Allowances) -> None:
        words = formats.words
        super().__init__(words, Gift.kind)
        directions = ChoiceInput((each, words.value(each)) for each in GiftDirection)
        handling = ChoiceInput(((None, ""), *((each, words.value(each)) for each in GiftHandling)))
        other = OtherSideInput(database)
        self.add(self.field("direction", directions), self.field("item", TextInput()))
        self.add(self.field("other", other, self.tr("To or from whom")))
        self.add(
            self.field("quantity", NumberInput()),
            self.field("value", NumberInput()),
            self.field("currency", TextInput(example="TWD")),
        )
        for sentence, limits in (
            (self.tr("One may keep what is worth up to {sums}."), allowances.gift_limits),
            (self.tr("One may give what is worth up to {sums}."), allowances.given_gift_limits),
        ):
            if limits:
                told = sentence.format(sums=words.names(_sums(formats, limits)))
                self.column.addWidget(Label(told, Type.SMALL, Pigment.INK2, wraps=True))
        self.add(
            self.field("on", DayInput(formats)),
            self.field("handling", handling),
            self.field("reported_on", DayInput(formats)),
        )
        self.add(self.field("note", TextInput()))


def _sums(formats: Formats, limits: Mapping[str, Decimal]) -> list[str]:
    return [f"{formats.words.number(limits[each])} {each}" for each in sorted(limits)]


class InboundVisitForm(Form):
    def __init__(self, database: Database, formats: Formats) -> None:
        super().__init__(
            formats.words, InboundVisit.kind, {"inbound_visit.ends_before_start": "ends_on"}
        )
        host = BodiesInput(database, is_single=True)
        self.add(self.field("organisation_id", host, self.tr("Who came")))
        self.add(self.field("purpose", TextInput()))
        self.add(
            self.field("starts_on", DayInput(formats)),
            self.field("ends_on", DayInput(formats)),
            self.field("visitor_count", NumberInput()),
        )
        self.add(self.field("note", TextInput()))
