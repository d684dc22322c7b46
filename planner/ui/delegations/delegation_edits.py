"""DelegationEdits: what is changed of several delegations at once, each time as one edit."""

from collections.abc import Sequence

from planner.domain.changes import EditName
from planner.domain.delegation import DelegationState
from planner.ui.delegations.delegation_lines import ListedDelegation
from planner.ui.editor import Editor
from planner.usecases.delegations import remove_delegations, set_states
from planner.words import Words


class DelegationEdits:
    def __init__(self, editor: Editor, words: Words) -> None:
        self._editor = editor
        self._words = words

    def remove(self, rows: Sequence[ListedDelegation]) -> None:
        if rows:
            keys = [row.key for row in rows]
            code = "remove_delegation" if len(rows) == 1 else "remove_delegations"
            self._editor.run(_named(code, rows), lambda work: remove_delegations(work, keys))

    def set_state(self, rows: Sequence[ListedDelegation], state: DelegationState) -> None:
        """Of those that are in another."""
        moved = [row for row in rows if row.line.state is not state]
        if moved:
            code = "delegation_state" if len(moved) == 1 else "delegations_state"
            name = _named(code, moved, state=self._words.value(state))
            self._editor.run(name, lambda work: set_states(work, [row.key for row in moved], state))


def _named(code: str, rows: Sequence[ListedDelegation], **values: str) -> EditName:
    return EditName(code, {"title": rows[0].line.title, "count": str(len(rows)), **values})
