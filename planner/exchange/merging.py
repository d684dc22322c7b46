"""Two copies of a record that went apart: whose value each field takes, by what it was before."""

from collections.abc import Sequence
from typing import Any

from planner.domain.changes import Image
from planner.domain.entity import Entity
from planner.exchange.staged import Staged


def merged(mine: Entity, theirs: Entity, past: Sequence[Image], line: int) -> Staged:
    """`past` has what the record was here before, in any order.

    Where theirs is what ours once was, only we have changed it, and ours stays. Where ours was
    never another, only they have, and theirs is taken. Else both have: that is a clash.
    """
    now, coming = mine.model_dump(mode="json"), theirs.model_dump(mode="json")
    images = [image for image in past if image is not None]
    taken: dict[str, Any] = {}
    clashes: dict[str, Any] = {}
    for name, value in coming.items():
        if value == now[name]:
            continue
        before = [image[name] for image in images if name in image]
        if value in before:
            continue
        if all(was == now[name] for was in before):
            taken[name] = getattr(theirs, name)
        else:
            clashes[name] = getattr(theirs, name)
    kept = mine.with_(**taken) if taken else mine
    return Staged(line, mine, kept, kept.with_(**clashes) if clashes else kept, tuple(clashes))
