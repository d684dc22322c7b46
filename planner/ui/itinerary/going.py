"""Which stop comes next, as one goes through the day columns by keys."""

from uuid import UUID

from planner.ui.itinerary.plan_scene import PlanScene


def end_stop(scene: PlanScene, *, is_first: bool) -> UUID | None:
    """The first or last of the whole plan."""
    filled = [laid for day in scene.days if (laid := scene.own(day.day))]
    if not filled:
        return None
    return filled[0][0].key if is_first else filled[-1][-1].key


def next_stop(scene: PlanScene, key: UUID | None, days: int, steps: int) -> UUID | None:
    """So many steps on in its day; or the one beside it on the next day that has any."""
    item, stop = scene.item_of(key), scene.stop(key)
    if item is None or stop is None:
        return end_stop(scene, is_first=True)
    if steps:
        keys = [block.key for block in scene.own(stop.starts.day)]
        return keys[min(max(keys.index(stop.key) + steps, 0), len(keys) - 1)]
    order = [each.day for each in scene.days]
    place = order.index(stop.starts.day) + days
    while 0 <= place < len(order):
        if beside := scene.own(order[place]):
            return min(beside, key=lambda block: abs(block.top - item.block.top)).key
        place += days
    return None
