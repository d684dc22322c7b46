"""What cannot be as it stands: overlaps, stops out of place."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from planner.rules.engagements import people_twice
from planner.rules.notice import Notice, Severity
from planner.rules.timetable import Slot, Timetable, minutes_between


def clashes(timetable: Timetable) -> Iterator[Notice]:
    """What cannot be as it stands, before the journey and after it."""
    yield from overlaps(timetable)
    yield from people_twice(timetable)
    yield from stops_outside_period(timetable)
    yield from legs_without_traveller(timetable)


# Two things at a time


def overlaps(timetable: Timetable) -> Iterator[Notice]:
    """Two stops that share travellers and time; a meal within its host's visit is part of it."""
    dossier = timetable.dossier
    for first, second in overlapping(timetable.timed):
        minutes = minutes_between(second.start, _sooner(first, second))
        shared = first.members & second.members
        yield Notice(
            "schedule.overlap",
            Severity.MUST,
            second.spot,
            {
                "stop": second.label,
                "other": first.label,
                "starts": second.stop.starts,
                "minutes": minutes,
            },
            "move",
            minutes,
            tuple(member.id for member in dossier.members if member.id in shared),
            (first.spot,),
        )


def overlapping(slots: Iterable[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Pairs, the earlier first, found by a sweep along time.

    A stop without a known end only counts where it begins while another one lasts.
    """
    running: list[Slot] = []
    for slot in slots:
        if slot.is_background:
            continue
        running = [other for other in running if _lasts_into(other, slot)]
        for other in running:
            if slot.shares_travellers(other) and not _belong_together(slot, other):
                yield other, slot
        running.append(slot)


def _lasts_into(earlier: Slot, later: Slot) -> bool:
    if not (earlier.start and earlier.end and later.start and later.end):
        return False
    begin_together = earlier.start == later.start < later.end
    return later.start < earlier.end or begin_together


def _sooner(first: Slot, second: Slot) -> datetime | None:
    """Where the overlap ends; a stop without an end of its own lasts as long as the other."""
    ends = [slot.end for slot in (first, second) if slot.end != slot.start and slot.end]
    return min(ends, default=None)


def _belong_together(first: Slot, second: Slot) -> bool:
    return first.is_part_of(second) or second.is_part_of(first)


# Out of place


def stops_outside_period(timetable: Timetable) -> Iterator[Notice]:
    delegation = timetable.dossier.delegation
    for slot in timetable.slots:
        outside = [
            day for day in (slot.stop.starts.day, slot.last_day) if not delegation.holds(day)
        ]
        if outside:
            yield Notice(
                "schedule.outside_period",
                Severity.MUST,
                slot.spot,
                {
                    "stop": slot.label,
                    "day": outside[0],
                    "starts_on": delegation.starts_on,
                    "ends_on": delegation.ends_on,
                },
                "move",
            )


def legs_without_traveller(timetable: Timetable) -> Iterator[Notice]:
    for slot in timetable.slots:
        if slot.stop.stop_kind.is_leg and not slot.stop.is_for_all and not slot.members:
            yield Notice(
                "schedule.leg_without_traveller",
                Severity.MUST,
                slot.spot.at("member_ids"),
                {"stop": slot.label, "day": slot.stop.starts.day},
                "add_member",
            )
