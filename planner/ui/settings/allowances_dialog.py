"""AllowancesDialog: the minutes, speeds, hours and limits that the rules reckon with."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from planner.allowances import allowances, keep_allowances
from planner.domain.errors import PlannerError
from planner.rules.transfers import Allowances
from planner.ui.components.labels import SectionHeading
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.ui.inputs import NumberInput, TextInput
from planner.words import Words

_SUMS = ("gift_limits", "given_gift_limits")


class AllowancesForm(Form):
    """An empty field means the usual value, which stands in it as an example."""

    def __init__(self, words: Words) -> None:
        super().__init__(words, Allowances.kind)
        self._part(
            self.tr("Minutes for travel"),
            ("before_flight", "before_flight_abroad", "after_flight"),
            ("border", "transit", "before_train", "before_boat"),
        )
        self._part(
            self.tr("Ways by road"),
            ("town_kmh", "road_kmh", "fastest_kmh", "detour"),
        )
        self._part(
            self.tr("Days and papers"),
            ("road_hours", "meal_hours", "opens", "closes"),
            ("call_before_talk", "passport_months"),
        )
        self.column.addWidget(SectionHeading(self.tr("What a gift may be worth")))
        hint = self.tr("Currency and sum, several parted by a semicolon; empty for no limit")
        for name in _SUMS:
            self.add(self.field(name, TextInput(example="TWD 3000; USD 100"), hint=hint))

    def _part(self, heading: str, *rows: tuple[str, ...]) -> None:
        self.column.addWidget(SectionHeading(heading))
        usual = Allowances()
        for names in rows:
            self.add(
                *(
                    self.field(name, NumberInput(example=f"{getattr(usual, name):g}"))
                    for name in names
                )
            )

    def show_allowances(self, shown: Allowances) -> None:
        held = shown.model_dump(exclude_defaults=True)
        values = {name: held.get(name) for name in Allowances.model_fields}
        self.show_values(values | {name: sums(getattr(shown, name)) for name in _SUMS})

    def given(self) -> Allowances:
        """Raises InvalidInput."""
        return Allowances.checked({name: each for name, each in self.values().items() if each})


class AllowancesDialog(FormDialog):
    WIDTH = 640

    def __init__(self, words: Words, parent: QWidget) -> None:
        form = AllowancesForm(words)
        form.show_allowances(allowances())
        super().__init__(self.tr("Times and limits"), self.tr("Save"), form, self._keep, parent)
        self._form = form
        form.begin()

    def _keep(self) -> bool:
        self._form.clear_problems()
        try:
            keep_allowances(self._form.given())
        except PlannerError as error:
            self._form.show_error(error)
            return False
        return True


def sums(limits: Mapping[str, Decimal]) -> str:
    """As they are typed: TWD 3000; USD 100."""
    return "; ".join(f"{currency} {limit:f}" for currency, limit in sorted(limits.items()))
