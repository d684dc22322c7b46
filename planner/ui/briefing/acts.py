"""What one does with the background: each act is one edit with a name."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.domain.briefing import FactChart, Relation, ReprintPermission, Source
from planner.domain.changes import EditName
from planner.queries.briefing import Briefing, ChartLine, FactLine, SourceLine, unattached_sources
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.briefing.faces import BriefingFaces
from planner.ui.briefing.forms import (
    AttachForm,
    ChartOfFactsForm,
    FactForm,
    RelationForm,
    SourceForm,
)
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.usecases.briefing import (
    add_chart,
    add_fact,
    add_relation,
    add_source,
    attach_sources,
    change_chart,
    change_fact,
    change_source,
    detach_sources,
    remove_charts,
    remove_facts,
    remove_relations,
    set_permission,
)


class _BriefingDialog(FormDialog):
    WIDTH = 560


class BriefingActs(QObject):
    def __init__(
        self, database: Database, editor: Editor, faces: BriefingFaces, home: QWidget
    ) -> None:
        super().__init__(home)
        self._database = database
        self._editor = editor
        self._faces = faces
        self._words = faces.words
        self._home = home

    # Charts

    def ask_chart(
        self,
        delegation: UUID,
        facts: Sequence[FactLine] = (),
        chart: FactChart | None = None,
    ) -> FormDialog:
        """A new one of the facts that are chosen, or another title and form for one."""
        form = ChartOfFactsForm(self._words)
        keys = tuple(line.key for line in facts)

        def edit() -> tuple[EditName, Callable[[UnitOfWork], object]]:
            values = form.values()
            what = {"what": values["title"]}
            if chart is None:
                given = {**values, "fact_ids": keys}
                return EditName("add_chart", what), lambda work: add_chart(work, delegation, given)
            return EditName("change_chart", what), lambda work: change_chart(
                work, chart.id, **values
            )

        if chart is not None:
            form.show_values(dict(chart))
            return self._ask(self.tr("Change chart"), self.tr("Save"), form, edit, "title")
        metrics = list(dict.fromkeys(line.fact.metric for line in facts))
        form.show_values({"title": self._words.names(metrics)})
        return self._ask(self.tr("Draw a chart"), self.tr("Draw"), form, edit, "title")

    def remove_charts(self, lines: Sequence[ChartLine]) -> None:
        keys = [line.key for line in lines]
        name = EditName("remove_charts", {"count": str(len(lines))})
        self._editor.run(name, lambda work: remove_charts(work, keys))

    # Facts

    def ask_fact(
        self, delegation: UUID, line: FactLine | None = None, source: UUID | None = None
    ) -> FormDialog:
        """`source` is what a new fact is told by, unless another is filled in."""
        form = FactForm(self._database, self._words)

        def edit() -> tuple[EditName, Callable[[UnitOfWork], object]]:
            values = form.record_values()
            name = " ".join(filter(None, (values["subject"].name, values["metric"])))
            if line is None:
                return EditName("add_fact", {"what": name}), lambda work: add_fact(
                    work, delegation, values
                )
            return EditName("change_fact", {"what": name}), lambda work: change_fact(
                work, delegation, line.key, **values
            )

        if line is None:
            form.show_values({"source_id": form.source(source)})
            return self._ask(self.tr("Add fact"), self.tr("Add"), form, edit, "subject")
        form.show_fact(line.fact, line.subject)
        return self._ask(self.tr("Change fact"), self.tr("Save"), form, edit, "value")

    def remove_facts(self, lines: Sequence[FactLine]) -> None:
        keys = [line.key for line in lines]
        name = EditName("remove_facts", {"count": str(len(lines))})
        if len(lines) == 1:
            what = f"{lines[0].subject} {lines[0].fact.metric}"
            name = EditName("remove_fact", {"what": what})
        self._editor.run(name, lambda work: remove_facts(work, keys))

    # Sources

    def ask_source(self, delegation: UUID, source: Source | None = None) -> FormDialog:
        form = SourceForm(self._words)

        def edit() -> tuple[EditName, Callable[[UnitOfWork], object]]:
            values = form.values()
            named = {"what": values["title"] or values["author"] or values["publisher"]}
            if source is None:
                return EditName("add_source", named), lambda work: add_source(
                    work, delegation, values
                )
            return EditName("change_source", named), lambda work: change_source(
                work, source.id, **values
            )

        if source is None:
            form.show_values({"reprint_permission": ReprintPermission.NOT_ASKED})
            return self._ask(self.tr("Add source"), self.tr("Add"), form, edit, "title")
        form.show_values(dict(source))
        return self._ask(self.tr("Change source"), self.tr("Save"), form, edit, "title")

    def ask_attach(self, delegation: UUID, shown: Briefing) -> FormDialog | None:
        """None where the store has no further source."""
        with self._database.read() as session:
            left = unattached_sources(session, shown.attached)
        if not left:
            return None
        form = AttachForm(self._words, left)
        names = {each.key: each.name for each in left}

        def edit() -> tuple[EditName, Callable[[UnitOfWork], object]]:
            key = form.values()["source"]
            return EditName("attach_source", {"what": names[key]}), lambda work: attach_sources(
                work, delegation, [key]
            )

        return self._ask(self.tr("Attach source"), self.tr("Attach"), form, edit, "source")

    def attach(self, delegation: UUID, line: SourceLine) -> None:
        """Or take it off where it is attached."""
        code, use_case = ("attach_source", attach_sources)
        if line.is_attached:
            code, use_case = "detach_source", detach_sources
        name = EditName(code, {"what": self._faces.source(line.source)})
        self._editor.run(name, lambda work: use_case(work, delegation, [line.key]))

    def set_permission(self, lines: Sequence[SourceLine], state: ReprintPermission) -> None:
        keys = [line.key for line in lines]
        said = {"state": self._words.value(state)}
        name = EditName("permissions", {**said, "count": str(len(lines))})
        if len(lines) == 1:
            what = self._faces.source(lines[0].source)
            name = EditName("permission", {**said, "what": what})
        self._editor.run(name, lambda work: set_permission(work, keys, state))

    # Relations

    def ask_relation(self, delegation: UUID, known: Sequence[Relation], verb: str) -> FormDialog:
        form = RelationForm(self._database, self._words, known, verb)

        def edit() -> tuple[EditName, Callable[[UnitOfWork], object]]:
            values = form.values()
            name = EditName("add_relation", _said(values["subject"], verb, values["object"]))
            return name, lambda work: add_relation(work, delegation, values)

        return self._ask(self.tr("Add relation"), self.tr("Add"), form, edit, "subject")

    def mark(self, delegation: UUID, subject: str, verb: str, object_: str, source: UUID) -> None:
        values = {"subject": subject, "verb": verb, "object": object_, "source_id": source}
        name = EditName("add_relation", _said(subject, verb, object_))
        self._editor.run(name, lambda work: add_relation(work, delegation, values))

    def unmark(self, relations: Sequence[Relation]) -> None:
        first, keys = relations[0], [each.id for each in relations]
        name = EditName("remove_relation", _said(first.subject, first.verb, first.object))
        self._editor.run(name, lambda work: remove_relations(work, keys))

    # Asking

    def _ask(
        self,
        title: str,
        act: str,
        form: Form,
        edit: Callable[[], tuple[EditName, Callable[[UnitOfWork], object]]],
        first: str,
    ) -> FormDialog:
        def store() -> bool:
            name, use_case = edit()
            return form.submit(self._editor, name, lambda work: (use_case(work),)) is not None

        dialog = _BriefingDialog(title, act, form, store, self._home)
        dialog.open()
        form.input(first).setFocus()
        return dialog


def _said(subject: str, verb: str, object_: str) -> dict[str, str]:
    return {"what": " ".join(part for part in (subject, verb, object_) if part)}
