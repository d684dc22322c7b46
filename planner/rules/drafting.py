"""What came from the records beside what they say now; the writer's words are never overwritten."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from planner.domain.manuscript import Drafted, Section


class DraftState(StrEnum):
    """How a passage of the records stands to the text."""

    NEW = "new"  # the text has never held it
    SAME = "same"
    CHANGED = "changed"  # the records say something else now
    OWN = "own"  # changed as well, but the writer has made the passage his own
    GONE = "gone"  # the records no longer say it


@dataclass(frozen=True)
class DraftChange:
    """One passage: as it came, and as it would come now."""

    key: str
    state: DraftState
    before: str = ""
    after: str = ""


def draft_changes(section: Section, fresh: Sequence[Drafted]) -> tuple[DraftChange, ...]:
    """What filling the section from the records would change, in reading order."""
    return tuple(each for each in _states(section, fresh) if each.state is not DraftState.SAME)


def drafted_spans(section: Section) -> Iterator[tuple[str, int, int]]:
    """The passages that still stand as they came: key, start and end in the text."""
    for passage in section.drafted:
        at = section.text.find(passage.text)
        if at >= 0 and passage.text:
            yield passage.key, at, at + len(passage.text)


def filled(section: Section, fresh: Sequence[Drafted], keys: Collection[str]) -> Section:
    """The section with these passages as the records have them now.

    A passage that the writer has changed stays; what the records say comes below the text.
    """
    text = section.text
    held = {passage.key: passage for passage in section.drafted}
    told = {passage.key: passage for passage in fresh}
    for change in _states(section, fresh):
        if change.key not in keys:
            continue
        match change.state:
            case DraftState.NEW:
                text = _placed(text, change, [each.key for each in fresh], held)
            case DraftState.CHANGED:
                text = text.replace(change.before, change.after, 1)
            case DraftState.OWN:
                text = _joined(text, change.after)
            case DraftState.GONE:
                text = _without(text, change.before)
                del held[change.key]
        if change.key in told:
            held[change.key] = told[change.key]
    return section.with_(text=text, drafted=tuple(held.values()))


def _states(section: Section, fresh: Sequence[Drafted]) -> Iterator[DraftChange]:
    held = {passage.key: passage.text for passage in section.drafted}
    for passage in fresh:
        before, after = held.get(passage.key), passage.text
        if before is None:
            yield DraftChange(passage.key, DraftState.NEW, "", after)
        elif before == after:
            yield DraftChange(passage.key, DraftState.SAME, before, after)
        else:
            state = DraftState.CHANGED if before in section.text else DraftState.OWN
            yield DraftChange(passage.key, state, before, after)
    told = {passage.key for passage in fresh}
    for key, before in held.items():
        if key not in told and before in section.text:
            yield DraftChange(key, DraftState.GONE, before)


def _placed(text: str, change: DraftChange, order: Sequence[str], held: dict[str, Drafted]) -> str:
    """Behind the passage that the records tell before it, if that still stands; else at the end."""
    for key in reversed(order[: order.index(change.key)]):
        known = held.get(key)
        at = text.find(known.text) if known else -1
        if known and at >= 0:
            end = at + len(known.text)
            return f"{text[:end]}\n\n{change.after}{text[end:]}"
    return _joined(text, change.after)


def _joined(text: str, passage: str) -> str:
    return f"{text}\n\n{passage}" if text.strip() else passage


def _without(text: str, passage: str) -> str:
    before, _, after = text.partition(passage)
    return "\n\n".join(part for part in (before.rstrip(), after.lstrip()) if part)
