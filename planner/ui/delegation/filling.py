"""What fills each hole of the thread: a form, and the edit that stores what was filled in."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.outcome import Finding
from planner.queries.thread_picture import ThreadNode, ThreadPicture
from planner.rules.thread import Column
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.delegation.forms import LinkForm, NewFollowUpForm
from planner.ui.delegation.outcome_forms import OutcomeForm
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.formats import Formats
from planner.usecases.follow_ups import change_follow_up, open_follow_up
from planner.usecases.objectives import add_finding, ground_recommendation, serve_objective

UseCase = Callable[[UnitOfWork], object]
Filled = tuple[Form, Callable[[], bool]]
"""A form, and what stores it and says whether it was taken."""


def stored(form: Form, editor: Editor, name: EditName, use_case: UseCase) -> bool:
    """Run the edit; what is refused stands beside the fields of the form."""
    return bool(form.submit(editor, name, lambda work: (use_case(work),)))


class Filling:
    def __init__(
        self, database: Database, editor: Editor, formats: Formats, today: Callable[[], date]
    ) -> None:
        self._database = database
        self._editor = editor
        self._formats = formats
        self._words = formats.words
        self._today = today

    def of(self, delegation: UUID, hole: ThreadNode, picture: ThreadPicture) -> Filled:
        return {
            "link_stop": self._linking_stops,
            "link_finding": self._linking_findings,
            "add_finding": self._adding_finding,
            "add_follow_up": self._adding_follow_up,
            "set_owner": self._setting_owner,
        }[hole.remedy](delegation, hole, picture)

    def _linking_stops(self, delegation: UUID, hole: ThreadNode, picture: ThreadPicture) -> Filled:
        stops = {
            node.key: f"{self._formats.day(node.day)} {node.name}"
            for node in picture.column(Column.STOP)
            if not node.is_hole and node.day
        }
        form = LinkForm(self._formats, stops, self._words("thread.column.stop"))

        def store() -> bool:
            chosen = form.values()["keys"]
            return self._run(
                form,
                "link_stops",
                hole.name,
                lambda work: serve_objective(work, hole.record, chosen),
            )

        return form, store

    def _linking_findings(
        self, delegation: UUID, hole: ThreadNode, picture: ThreadPicture
    ) -> Filled:
        nodes = [node for node in picture.column(Column.OUTCOME) if not node.is_hole]
        names = {node.key: node.name for node in nodes}
        kinds = {node.key: node.kind for node in nodes}
        form = LinkForm(self._formats, names, self._words("thread.column.outcome"))

        def store() -> bool:
            chosen = form.values()["keys"]
            findings = [key for key in chosen if kinds[key] == "finding"]
            promises = [key for key in chosen if kinds[key] == "promise"]
            return self._run(
                form,
                "link_findings",
                hole.name,
                lambda work: ground_recommendation(work, hole.record, findings, promises),
            )

        return form, store

    def _adding_finding(self, delegation: UUID, hole: ThreadNode, picture: ThreadPicture) -> Filled:
        form = OutcomeForm(Finding, self._database, self._formats)
        beside: dict[str, Any] = {"objective_ids": (hole.record,)}
        if hole.kind == "stop":
            beside = {"stop_id": hole.record}

        def store() -> bool:
            told = {"delegation_id": delegation, **beside, **form.values()}
            return self._run(
                form, "add_finding", told["title"], lambda work: add_finding(work, told)
            )

        return form, store

    def _adding_follow_up(
        self, delegation: UUID, hole: ThreadNode, picture: ThreadPicture
    ) -> Filled:
        form = NewFollowUpForm(self._database, self._formats)
        form.show_values({})
        origin = f"{hole.kind}_id"

        def store() -> bool:
            told = {"delegation_id": delegation, origin: hole.record, **form.record_values()}
            return self._run(
                form,
                "add_follow_up",
                told["text"],
                lambda work: open_follow_up(work, told, self._today()),
            )

        return form, store

    def _setting_owner(self, delegation: UUID, hole: ThreadNode, picture: ThreadPicture) -> Filled:
        form = NewFollowUpForm(self._database, self._formats, only_owner=True)
        form.show_values({})

        def store() -> bool:
            values = form.record_values()
            return self._run(
                form,
                "change_follow_up",
                hole.name,
                lambda work: change_follow_up(work, hole.record, **values),
            )

        return form, store

    def _run(self, form: Form, code: str, name: str, use_case: UseCase) -> bool:
        return stored(form, self._editor, EditName(code, {"what": name}), use_case)
