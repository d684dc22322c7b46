"""How long the report is: its summary, the part in hand and the whole."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication

from planner.domain.dossier import Dossier
from planner.domain.markup import plain
from planner.domain.profile import ReportProfile
from planner.rules.limits import summary_length
from planner.rules.manuscript import Manuscript, han_count

_LONGEST = 200_000
"""So many letters a section may hold; with_ would refuse more."""


def totals(dossier: Dossier, profile: ReportProfile, section: UUID | None, text: str) -> str:
    """摘要 248 字（限 200–300），全文 9,420 字, with what is being typed counted."""
    sections = tuple(
        each.with_(text=text[:_LONGEST]) if each.id == section else each
        for each in dossier.sections
    )
    manuscript = Manuscript(dossier.model_copy(update={"sections": sections}))
    limits, translate = profile.limits, QCoreApplication.translate
    words = translate(
        "WritingTotals", "Summary {summary}, this part {here}, report {whole} characters"
    )
    if limits.summary_min or limits.summary_max:
        words = translate(
            "WritingTotals",
            "Summary {summary} ({least}–{most}), this part {here}, report {whole} characters",
        )
    whole = sum(han_count(passage.plain) for passage in manuscript.passages)
    return words.format(
        summary=summary_length(manuscript, profile),
        least=limits.summary_min,
        most=limits.summary_max or "",
        here=han_count(plain(text)),
        whole=f"{whole:,}",
    )
