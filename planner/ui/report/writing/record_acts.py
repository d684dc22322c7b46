"""What passes between the text and the records: drafts come in, marks become records."""

from collections.abc import Sequence
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.manuscript import Drafted, Section
from planner.papers.drafts import drafts
from planner.rules.drafting import draft_changes
from planner.ui.report.writing.forms import DraftDialog
from planner.ui.report.writing.room_acts import TITLE, RoomActs
from planner.usecases import writing


class RecordActs(RoomActs):
    # Drafts

    def fresh(self, section: Section) -> Sequence[Drafted]:
        """What the records say now for the part in hand, in the language of the report."""
        dossier, line = self._hand.dossier, self._hand.line
        if dossier is None:
            return ()
        meanings = line.meanings if line else (section.meaning,)
        words = self._hand.paper_words
        return [made for each in meanings for made in drafts(section, each, dossier, words)]

    def fill(self) -> None:
        """Into an empty part at once; where something is written, one sees the differences."""
        dossier, line, section = self._hand.dossier, self._hand.line, self._hand.section
        if dossier is None or line is None:
            return
        is_new = section is None
        held = section or Section(
            delegation_id=dossier.delegation.id, meaning=line.meaning, heading=line.heading
        )
        fresh = self.fresh(held)
        changes = draft_changes(held, fresh)
        if not changes:
            self._tell_nothing(bool(fresh))
        elif is_new or not held.text.strip():
            self._take_in(held, fresh, {each.key for each in changes}, is_new)
        else:
            dialog = DraftDialog(changes, self._words, self._hand.faces.shown, self._window)
            dialog.accepted.connect(lambda: self._take_in(held, fresh, dialog.chosen, is_new))
            dialog.open()

    def _take_in(
        self,
        held: Section,
        fresh: Sequence[Drafted],
        keys: set[str] | frozenset[str],
        is_new: bool,
    ) -> None:
        name = EditName("fill_section", {"what": self._hand.name(held)})
        if not is_new:
            self._editor.run(name, lambda work: writing.fill_section(work, held.id, fresh, keys))
            return
        values = dict(held)
        del values["id"]
        index = self._hand.line.index if self._hand.line else None
        self._editor.run(
            name,
            lambda work: writing.fill_section(
                work, writing.add_section(work, values, index).id, fresh, keys
            ),
        )

    def _tell_nothing(self, is_same: bool) -> None:
        reason = (
            self.tr("The text holds what the records say.")
            if is_same
            else self.tr("The records hold nothing that would be told in this part.")
        )
        dialog = self._tell(self.tr("Nothing to take in"), self.tr("Close"), reason)
        dialog.safe.hide()

    # Marks

    def mark(self, section: Section, kind: str, at: int, words: str) -> None:
        """The words become a record, in the day and with the host of their part."""
        if not words:
            return
        title = words if len(words) <= TITLE else f"{words[:TITLE]}…"
        values: dict[str, object] = {"text": words, "stop_id": self._stop_of(section)}
        if kind == "promise" and section.host_id:
            values["by_body_ids"] = (section.host_id,)
        if kind != "promise":
            values["title"] = title
        if kind == "recommendation":
            del values["stop_id"]
        name = EditName("mark_outcome", {"kind": self._words.kind(kind), "what": title})
        self._editor.run(
            name, lambda work: writing.mark_outcome(work, section.id, kind, at, values)
        )

    def _stop_of(self, section: Section) -> UUID | None:
        """The stop it was seen at, where the part is about one alone."""
        stops = self._hand.dossier.stops if self._hand.dossier else ()
        here = [
            stop.id
            for stop in stops
            if (section.day and stop.starts.day == section.day and stop.host_id)
            or (section.host_id and stop.host_id == section.host_id)
        ]
        return here[0] if len(here) == 1 else None
