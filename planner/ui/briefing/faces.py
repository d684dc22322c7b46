"""How sources, facts and their permissions read and look."""

from collections.abc import Mapping
from types import MappingProxyType

from planner.domain.briefing import Fact, ReprintPermission, Source
from planner.domain.values import Comparison, Quantity
from planner.queries.briefing import FactLine, SourceLine, source_name
from planner.ui.appearance import Pigment
from planner.ui.formats import roomy
from planner.ui.icons import Icon
from planner.ui.row_table_model import ChipFace
from planner.words import Words

_PERMISSIONS: Mapping[ReprintPermission, tuple[Icon, Pigment]] = MappingProxyType(
    {
        ReprintPermission.NOT_ASKED: (Icon.NOT_STARTED, Pigment.INK2),
        ReprintPermission.ASKED: (Icon.HOURGLASS, Pigment.GAMBOGE),
        ReprintPermission.GIVEN: (Icon.DONE, Pigment.PINE),
        ReprintPermission.REFUSED: (Icon.CANCELLED, Pigment.CINNABAR),
    }
)
_SIGNS: Mapping[Comparison, str] = MappingProxyType(
    {
        Comparison.EXACT: "",
        Comparison.OVER: "over ",
        Comparison.ABOUT: "about ",
        Comparison.UNDER: "under ",
    }
)


class BriefingFaces:
    """Words of lines, in the language of the window."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def source(self, source: Source | None) -> str:
        if source is None:
            return self.words("briefing_screen.no_source")
        return source_name(source) or self.words("briefing_screen.unnamed")

    def permission(self, state: ReprintPermission) -> ChipFace:
        icon, pigment = _PERMISSIONS[state]
        return ChipFace(self.words.value(state), icon, pigment)

    def issue(self, source: Source) -> str:
        """Who brought it out, and in which issue."""
        return " ".join(part for part in (source.publisher, source.issue) if part)

    def told(self, line: SourceLine) -> str:
        """How much is known from it."""
        counts = (("facts", line.fact_count), ("relations", line.relation_count))
        return " ".join(
            self.words(f"briefing_screen.count.{what}", count=count)
            for what, count in counts
            if count
        )

    def value(self, fact: Fact) -> str:
        return roomy(self.words.quantity(fact.quantity)) if fact.quantity else fact.text

    def as_of(self, stated: str | None) -> str:
        """As short as a column asks: a year in one calendar."""
        if not stated:
            return self.words("briefing_screen.undated")
        return roomy(self.words.partial_date(stated, is_past=False))

    def mark(self, line: FactLine) -> tuple[Icon, Pigment] | None:
        """Two values, or doubtful."""
        if line.conflict is not None:
            return Icon.TWO_VALUES, Pigment.GAMBOGE
        return (Icon.QUESTION, Pigment.GAMBOGE) if line.fact.doubt else None

    def state(self, line: FactLine) -> ChipFace | None:
        mark = self.mark(line)
        if mark is None:
            return None
        code = "two_values" if line.conflict is not None else "doubtful"
        return ChipFace(self.words(f"briefing_screen.{code}"), *mark)


def written(quantity: Quantity) -> str:
    """As it is read again when typed."""
    upper = "" if quantity.upper is None else f" to {quantity.upper:f}"
    return f"{_SIGNS[quantity.comparison]}{quantity.number:f}{upper} {quantity.unit}".strip()
