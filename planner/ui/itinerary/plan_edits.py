"""Every edit of the plan by its name: what is asked for in columns, list and table, and undone."""

from collections.abc import Container, Sequence
from typing import Any
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.errors import InvalidInput, Problem
from planner.domain.stop import Stop
from planner.domain.values import Moment
from planner.queries.itinerary import Itinerary, PlannedStop
from planner.rules import moves
from planner.rules.gazetteer import Guess, placed
from planner.ui.editor import Editor
from planner.ui.itinerary.moving import Move, ends_after
from planner.ui.itinerary.quick_entry import Period, QuickStop, Unreadable, read_day, read_times
from planner.ui.itinerary.stop_faces import StopWords
from planner.ui.ripple.proposal import Proposal
from planner.usecases.arranging import (
    add_named_stop,
    carry_out,
    change_named_stop,
    copy_stop,
    place_stop,
)
from planner.usecases.naming import Named
from planner.usecases.stops import change_stop, remove_stops


class PlanEdits:
    """Runs edits through the editor; each is one step to take back."""

    def __init__(self, editor: Editor, says: StopWords) -> None:
        self._editor = editor
        self._says = says

    # Adding and removing

    def add(self, plan: Itinerary, line: QuickStop) -> Stop | None:
        values = {
            "delegation_id": plan.key,
            "stop_kind": line.stop_kind,
            "starts": line.starts,
            "ends": line.ends,
            "title": line.title,
            "host_id": Named(line.host) if line.host else None,
            "people_met_ids": tuple(map(Named, line.people)),
            "from_place": line.from_place,
            "place": line.place,
            "service": line.service,
        }
        what = line.title or line.host or line.place or self._says.words.value(line.stop_kind)
        name = EditName("add_stop", {"what": what})
        return self._editor.run(name, lambda work: add_named_stop(work, values))

    def remove(self, stops: Sequence[PlannedStop]) -> None:
        if not stops:
            return
        code = "remove_stop" if len(stops) == 1 else "remove_stops"
        named = {"what": self._says.name(stops[0]), "count": str(len(stops))}
        keys = [stop.key for stop in stops]
        self._editor.run(EditName(code, named), lambda work: remove_stops(work, keys))

    def copy(self, stop: PlannedStop) -> Stop | None:
        name = EditName("copy_stop", {"what": self._says.name(stop)})
        return self._editor.run(name, lambda work: copy_stop(work, stop.key))

    # Moving

    def move(self, stop: PlannedStop, move: Move) -> bool:
        what = self._says.name(stop)
        name = EditName("order_stop", {"what": what})
        if move.starts != stop.starts:
            formats = self._says.formats
            day, time = formats.day(move.starts.day), formats.time(move.starts)
            name = EditName("move_stop", {"what": what, "to": f"{day} {time}".rstrip()})
        done = self._editor.run(
            name,
            lambda work: place_stop(
                work, stop.key, move.starts, move.before, is_last=not move.keeps_place
            ),
        )
        return done is not None

    def carry_out(self, plan: Itinerary, proposal: Proposal, keys: Container[UUID]) -> bool:
        """All of a proposal or some of it, as one step."""
        records, standing = moves.chosen(proposal.records, keys), plan.dossier.by_id
        done = self._editor.run(proposal.name, lambda work: carry_out(work, records, standing))
        return done is not None

    def fill_places(self, plan: Itinerary, chosen: Sequence[Guess]) -> None:
        stops, standing = placed(chosen), plan.dossier.by_id
        name = EditName("fill_places", {"count": str(len(chosen))})
        self._editor.run(name, lambda work: carry_out(work, stops, standing))

    # Changing a cell

    def change(self, stop: PlannedStop, field: str, value: Any) -> bool:
        label = self._says.words.field(field, Stop.kind)
        name = EditName("change_stop_field", {"what": self._says.name(stop), "field": label})
        changed = self._editor.run(
            name, lambda work: change_named_stop(work, stop.key, **{field: value})
        )
        return changed is not None

    def change_day(self, stop: PlannedStop, written: str, period: Period) -> bool:
        """As typed into a cell, with or without the weekday after it."""
        try:
            day = read_day(written, period)
        except Unreadable:
            return self._refuse("date.unreadable", written)
        if day == stop.starts.day:
            return True
        return self.move(stop, Move(stop.key, stop.starts.on(day)))

    def change_time(self, stop: PlannedStop, written: str, zone: str) -> bool:
        try:
            starts, ends = read_times(written, stop.starts.day, stop.starts.zone or zone)
        except Unreadable:
            return self._refuse("time.unreadable", written)
        if ends is None and starts.clock is not None:
            ends = ends_after(stop, Move(stop.key, starts))
        elif ends is None and stop.ends and stop.ends.day != starts.day:
            ends = Moment(day=stop.ends.day)
        label = self._says.words.field("starts", Stop.kind)
        name = EditName("change_stop_field", {"what": self._says.name(stop), "field": label})
        changed = self._editor.run(
            name, lambda work: change_stop(work, stop.key, starts=starts, ends=ends)
        )
        return changed is not None

    def _refuse(self, code: str, written: str) -> bool:
        problem = Problem("starts", code, {"text": written})
        self._editor.refused.emit(InvalidInput(Stop.kind, [problem]))
        return False
