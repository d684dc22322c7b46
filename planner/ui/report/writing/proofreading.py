"""Proofreading: slips of the pen are hinted at while one writes, and put right when asked."""

from collections.abc import Sequence

from planner.domain.dossier import Dossier
from planner.rules.writing import Slip, official_names, put_right, slips
from planner.ui.appearance import Pigment
from planner.ui.report.writing.faces import ReferenceFaces
from planner.ui.report.writing.manuscript_edit import ManuscriptEdit


class Proofreading:
    """Of the part in hand, as it stands on the desk."""

    def __init__(self, edit: ManuscriptEdit) -> None:
        self._edit = edit
        self.slips: tuple[Slip, ...] = ()

    @property
    def nearest(self) -> tuple[Slip, ...]:
        """The slip at the cursor, or the next one behind it."""
        here = self._edit.source_position
        return tuple(slip for slip in self.slips if slip.end >= here)[:1]

    def look_through(self, dossier: Dossier, language: str) -> None:
        is_chinese = language.startswith("zh")
        self.slips = slips(self._edit.markup, official_names(dossier)) if is_chinese else ()
        written = self._edit.written
        hints: dict[int, list[tuple[int, int, Pigment]]] = {}
        for slip in self.slips:
            at = written.shown_at(slip.start)
            block = self._edit.document().findBlock(at)
            hint = (at - block.position(), slip.end - slip.start, Pigment.GAMBOGE)
            hints.setdefault(block.blockNumber(), []).append(hint)
        self._edit.highlighter.show_hints(hints)

    def put_right(self, found: Sequence[Slip], faces: ReferenceFaces) -> None:
        """The cursor stays, or goes behind the last one where that is further on."""
        here = self._edit.source_position
        text = put_right(self._edit.markup, found)
        self._edit.show_markup(text, faces, faces.is_known)
        self._edit.go_to(max(here, found[-1].start + len(found[-1].right)) if found else here)
