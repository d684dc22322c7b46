"""Edits of the rows and nodes of a delegation's page, each under the name of what it is about."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.outcome import Finding, Promise, Recommendation
from planner.queries.delegation_page import DelegationFacts
from planner.store.unit_of_work import UnitOfWork
from planner.ui.editor import Editor
from planner.usecases.members import place_member, remove_members
from planner.usecases.objectives import place_objective, remove_objective
from planner.usecases.outcomes import Outcome, remove_outcome
from planner.usecases.work_shares import change_work_share, remove_work_shares
from planner.words import Words

OUTCOMES: Mapping[str, type[Outcome]] = MappingProxyType(
    {entity.kind: entity for entity in (Finding, Promise, Recommendation)}
)


class RowEdits:
    def __init__(self, editor: Editor, words: Words) -> None:
        self._editor, self._words = editor, words

    def place_member(self, facts: DelegationFacts, key: UUID, index: int) -> None:
        name = _name(facts, key)
        self._run("place_member", name, lambda work: place_member(work, key, index))

    def place_objective(self, facts: DelegationFacts, key: UUID, index: int) -> None:
        name = _name(facts, key)
        self._run("place_objective", name, lambda work: place_objective(work, key, index))

    def finish_share(self, facts: DelegationFacts, key: UUID, today: date) -> None:
        """Done today, or not done yet after all."""
        share = next(each for each in facts.work_shares if each.key == key)
        code = "reopen_work_share" if share.done_on else "finish_work_share"
        done_on = None if share.done_on else today
        self._run(code, share.task, lambda work: change_work_share(work, key, done_on=done_on))

    def remove(self, facts: DelegationFacts, kind: str, keys: Sequence[UUID]) -> None:
        """All in one step. What stands on other pages – a stop, a follow-up – is removed there."""
        names = self._words.names(_name(facts, key) for key in keys)
        match kind:
            case "member":
                self._run("remove_member", names, lambda work: remove_members(work, keys))
            case "work_share":
                self._run("remove_work_share", names, lambda work: remove_work_shares(work, keys))
            case "objective":
                self._run(
                    "remove_objective", names, lambda work: _each(remove_objective, work, keys)
                )
            case _ if kind in OUTCOMES:
                remove = partial(remove_outcome, entity=OUTCOMES[kind])
                self._run("remove_outcome", names, lambda work: _each(remove, work, keys))

    def _run(self, code: str, name: str, use_case: Callable[[UnitOfWork], object]) -> None:
        self._editor.run(EditName(code, {"what": name}), use_case)


def _each(remove: Callable[..., object], work: UnitOfWork, keys: Sequence[UUID]) -> None:
    for key in keys:
        remove(work, key=key)


def _name(facts: DelegationFacts, key: UUID) -> str:
    named = {node.record: node.name for node in facts.thread.nodes if not node.is_hole}
    named |= {each.key: each.name for each in facts.members}
    named |= {each.key: each.task for each in facts.work_shares}
    named |= {each.key: each.title for each in facts.objectives}
    return named.get(key, "")
