"""What writing into a cell of the table of stops does, by the name of its field."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from planner.queries.itinerary import PlannedStop
from planner.ui.itinerary.plan_edits import PlanEdits
from planner.ui.itinerary.quick_entry import Period
from planner.usecases.naming import Named

CellEdit = Callable[[PlannedStop, Any], bool]
_PLAIN = ("stop_kind", "title", "place", "status")


def cell_edits(edits: PlanEdits, period: Callable[[], Period]) -> Mapping[str, CellEdit]:
    """`period` is of the plan in hand; it says what a date without a year means."""

    def put(name: str, stop: PlannedStop, value: Any) -> bool:
        return edits.change(stop, name, value)

    def host(stop: PlannedStop, written: str) -> bool:
        return edits.change(stop, "host_id", Named(name) if (name := written.strip()) else None)

    return {
        **{name: partial(put, name) for name in _PLAIN},
        "day": lambda stop, written: edits.change_day(stop, written, period()),
        "time": lambda stop, written: edits.change_time(stop, written, period().zone),
        "host_id": host,
        "people_met_ids": lambda stop, written: edits.change(
            stop, "people_met_ids", _names(written)
        ),
    }


def _names(written: str) -> tuple[Named, ...]:
    parts = (part.strip() for part in written.replace(";", "、").replace("；", "、").split("、"))
    return tuple(Named(part) for part in parts if part)
