"""Live references that lead nowhere: what they pointed at was removed, or never was."""

from collections.abc import Iterator

from planner.domain.dossier import Dossier
from planner.domain.markup import INTERNAL, OUTCOME, RECORD_KINDS, Reference
from planner.rules.manuscript import Manuscript
from planner.rules.notice import Notice, Severity

_ELSEWHERE = ("table", "label", "figure", "figures", "chart")  # these have rules of their own
_OUTCOMES = ("finding", "promise", "recommendation")


def reference_notices(dossier: Dossier, manuscript: Manuscript) -> Iterator[Notice]:
    for passage in manuscript.passages:
        for reference in passage.references:
            if reference.kind in _ELSEWHERE or not _is_dead(reference, dossier):
                continue
            code = "reference.dead_mark" if reference.kind == OUTCOME else "reference.dead"
            severity = Severity.SHOULD if reference.kind == OUTCOME else Severity.MUST
            spot = passage.spot(reference.span.start, reference.span.end)
            context = {"written": reference.source, "section": passage.name}
            yield Notice(code, severity, spot, context, "write")


def _is_dead(reference: Reference, dossier: Dossier) -> bool:
    if reference.kind == INTERNAL:
        return False
    wanted = _OUTCOMES if reference.kind == OUTCOME else (RECORD_KINDS.get(reference.kind),)
    found = [dossier.by_id.get(key) for key in reference.keys]
    return not found or any(record is None or record.kind not in wanted for record in found)
