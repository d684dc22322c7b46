"""From one stop to the next: whether the time between them is enough."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from planner.rules.notice import Notice, Severity
from planner.rules.timetable import Slot, Timetable, minutes_between
from planner.rules.transfers import Allowances, start_place


def connections(timetable: Timetable, allowances: Allowances) -> Iterator[Notice]:
    """Too little time between two stops of a party, or none that any driver could keep."""
    late: defaultdict[tuple[UUID, UUID], list[UUID]] = defaultdict(list)
    for party in timetable.parties:
        for earlier, later in in_turn(party.slots):
            gap = minutes_between(earlier.end, later.start)
            if gap < allowances.between(earlier.stop, later.stop)[0]:
                late[earlier.stop.id, later.stop.id].extend(party.members)
    for (earlier_id, later_id), people in late.items():
        earlier, later = timetable.by_stop[earlier_id], timetable.by_stop[later_id]
        yield _connection(earlier, later, allowances, tuple(people))


def in_turn(slots: Iterable[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Timed stops one after another; what happens within a longer one is passed over."""
    latest: Slot | None = None
    for slot in slots:
        if slot.end is None or slot.start is None or slot.is_background:
            continue
        if latest is not None and latest.end is not None:
            if latest.stop.ends and slot.start >= latest.end:
                yield latest, slot
            if slot.end < latest.end:
                continue
        latest = slot


def _connection(
    earlier: Slot, later: Slot, allowances: Allowances, people: tuple[UUID, ...]
) -> Notice:
    gap = minutes_between(earlier.end, later.start)
    wanted, _ = allowances.between(earlier.stop, later.stop)
    least = allowances.least_transfer(earlier.stop.place_position, start_place(later.stop))
    is_possible = gap >= least
    return Notice(
        "schedule.connection_short" if is_possible else "schedule.connection_impossible",
        Severity.SHOULD if is_possible else Severity.MUST,
        later.spot,
        {
            "stop": later.label,
            "other": earlier.label,
            "gap": gap,
            "wanted": wanted if is_possible else least,
            "minutes": (wanted if is_possible else least) - gap,
        },
        "move",
        wanted - gap,
        people,
        (earlier.spot,),
    )
