"""What nobody wrote down of a journey that is over: told once a kind, never guessed."""

from collections.abc import Iterator, Sequence

from planner.domain.stop import StopKind
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.timetable import Timetable

_NUMBERED = frozenset({StopKind.FLIGHT, StopKind.TRAIN, StopKind.BOAT})


def unknown_notices(timetable: Timetable) -> Iterator[Notice]:
    delegation = timetable.dossier.delegation
    stops = Spot.of(delegation, "stops")
    untimed = [slot.spot for slot in timetable.slots if not slot.is_timed]
    if untimed:
        yield _unknown("journey.no_times", stops, untimed)
    nameless = [
        slot.spot.at("service")
        for slot in timetable.slots
        if slot.stop.stop_kind in _NUMBERED and not slot.stop.service
    ]
    if nameless:
        yield _unknown("journey.no_services", stops, nameless)
    bare = {
        night.day for night in timetable.nights() if not night.lodgings and not night.is_under_way
    }
    if bare:
        context = {"count": len(bare)}
        yield Notice("journey.no_lodging", Severity.HINT, stops, context, "add_lodging")
    if not delegation.budget_note:
        spot = Spot.of(delegation, "budget_note")
        yield Notice("journey.no_budget", Severity.HINT, spot, {}, "fill_in")


def _unknown(rule: str, where: Spot, others: Sequence[Spot]) -> Notice:
    context = {"count": len(others)}
    return Notice(rule, Severity.HINT, where, context, "fill_in", others=tuple(others))
