"""The page of one organisation: what it is, what it owns and makes, who belongs to it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.briefing import Fact
from planner.domain.organisation import Organisation, OrganisationRelation
from planner.domain.person import Post
from planner.queries.contacts_page import OrganisationPage, PostLine, TieLine
from planner.ui.actions import list_act, page_act
from planner.ui.appearance import Pigment
from planner.ui.components.buttons import Button
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.drawing_acts import DrawingActs
from planner.ui.components.labels import Label
from planner.ui.components.row_table import RowTable
from planner.ui.contacts.asking import ContactAsking
from planner.ui.contacts.faces import SIDE_LOOKS, ContactFaces
from planner.ui.contacts.fact_list import FOUNDED, FactList
from planner.ui.contacts.page import ContactPage, Section, waiting
from planner.ui.contacts.relation_graph import RelationGraph, TieFace
from planner.ui.copying import every_row
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel

_MOST_NODES = 9


class OrganisationView(ContactPage):
    person_asked = Signal(object)
    organisation_asked = Signal(object)

    def __init__(
        self, faces: ContactFaces, asking: ContactAsking, parent: QWidget | None = None
    ) -> None:
        super().__init__(faces, parent)
        self._asking = asking
        self._page: OrganisationPage | None = None
        self._build_facts()
        self._build_ties()
        self._build_people()
        self.notes = Section(faces.words.field("notes"))
        self._note = Label("", wraps=True)
        self._note.setContentsMargins(8, 0, 8, 0)
        self.notes.body.addWidget(self._note)
        for section in (self.profile, self.ties, self.people, self.notes):
            self.body.addWidget(section)
        self._connect()

    def _build_facts(self) -> None:
        self.add_fact = page_act(self, self.tr("Add fact"), "Ctrl+Shift+F", Icon.PLUS)
        self.remove_fact = page_act(self, self.tr("Remove fact"), "Del", Icon.TRASH)
        self.profile = Section(self.tr("Profile"), self.add_fact)
        self.fact_list = FactList(self.faces)
        self.no_facts = waiting(
            self.tr("No profile"),
            self.tr("What it does, how large it is: the report describes every host."),
            Icon.HOLE,
            Button.of(self.add_fact),
        )
        self.profile.add_inset(self.no_facts)
        self.profile.body.addWidget(self.fact_list)
        self.offer(self.fact_list.table, self.remove_fact)

    def _build_ties(self) -> None:
        self.add_tie = page_act(self, self.tr("Add tie"), "Ctrl+Shift+T", Icon.PLUS)
        self.remove_tie = page_act(self, self.tr("Remove tie"), "Del", Icon.TRASH)
        self.ties = Section(self.tr("Ties"), self.add_tie)
        self.way = SegmentedControl(
            [
                Choice("graph", self.tr("Graph"), Icon.RELATIONS),
                Choice("table", self.tr("Table"), Icon.TABLE),
            ],
            self.tr("Way to look at ties"),
            small=True,
        )
        self.ties.head.insertWidget(3, self.way)
        self.graph = RelationGraph(self.tr("Ties to other organisations"))
        columns: list[TableColumn[TieLine]] = [
            TableColumn(
                self.faces.words.field("tie"),
                self.faces.tie,
                width=148,
                pigment=Pigment.INK2,
            ),
            TableColumn(self.faces.words.field("name"), lambda line: line.name),
            TableColumn(
                self.tr("Years"),
                lambda line: (
                    self.faces.span(line.relation.since, line.relation.until)
                    if line.relation
                    else ""
                ),
                width=96,
                pigment=Pigment.INK2,
            ),
        ]
        self.tie_model = RowTableModel(columns, self)
        self.tie_table = RowTable(self.tie_model, self.tr("Ties"), grows=True)
        self.tie_table.setObjectName("ties")
        self.no_ties = waiting(
            self.tr("No ties known"),
            self.tr("Owners, founders and partners stand here, and what belongs to it."),
            Icon.RELATIONS,
        )
        self.ties.add_inset(self.graph)
        self.ties.body.addWidget(self.tie_table)
        self.ties.add_inset(self.no_ties)
        self.offer(self.tie_table, self.remove_tie)
        self.open_tie = list_act(
            self.graph, self.tr("Open the other organisation"), "", Icon.FORWARD
        )
        self.open_tie.triggered.connect(self.graph.open_current)
        self.copies = DrawingActs(
            self.graph, lambda: every_row(self.tie_table), [self.open_tie], self.tie_table.ways_out
        )

    def _build_people(self) -> None:
        self.add_person = page_act(
            self, self.tr("Add contact person"), "Ctrl+Shift+A", Icon.PERSON_ADD
        )
        self.change_post = page_act(self, self.tr("Change post"), "", Icon.PEN)
        self.remove_post = page_act(self, self.tr("Remove post"), "Del", Icon.TRASH)
        self.people = Section(self.tr("Contact persons"), self.add_person)
        words = self.faces.words
        columns: list[TableColumn[PostLine]] = [
            TableColumn(
                words.field("name", "person"),
                lambda line: line.person,
                icon=lambda line: Icon.PERSON,
                width=148,
            ),
            TableColumn(words.field("title", "post"), lambda line: line.post.title),
            TableColumn(
                self.tr("Years"),
                lambda line: self.faces.span(line.post.since, line.post.until),
                width=96,
                pigment=Pigment.INK2,
            ),
            TableColumn(self.tr("Reach"), lambda line: line.reach, width=110, pigment=Pigment.INK2),
        ]
        self.people_model = RowTableModel(columns, self)
        self.people_table = RowTable(
            self.people_model, self.tr("Contact persons"), headed=False, grows=True
        )
        self.nobody = waiting(
            self.tr("No contact person yet"),
            self.tr("Nobody with a post here is known."),
            Icon.PERSON,
            Button.of(self.add_person),
        )
        self.people.add_inset(self.nobody)
        self.people.body.addWidget(self.people_table)
        self.offer(self.people_table, self.change_post, self.remove_post)

    def _connect(self) -> None:
        self.add_fact.triggered.connect(lambda: self.key and self._asking.fact(self.key))
        self.fact_list.opened.connect(self._on_fact)
        self.fact_list.noted.connect(self._asking.keep_both)
        self.fact_list.chosen.connect(self._asking.choose)
        self.remove_fact.triggered.connect(self._remove_fact)
        self.add_tie.triggered.connect(lambda: self.key and self._asking.relation(self.key))
        self.remove_tie.triggered.connect(self._remove_tie)
        self.way.chosen.connect(lambda _: self._show_ties())
        self.graph.opened.connect(self.organisation_asked)
        self.tie_table.opened.connect(self._on_tie)
        self.add_person.triggered.connect(lambda: self.key and self._asking.post(body=self.key))
        self.people_table.opened.connect(self._on_post)
        self.change_post.triggered.connect(
            lambda: self._asking.post(self.people_table.key)  # type: ignore[arg-type]
        )
        self.remove_post.triggered.connect(self._remove_post)

    # What is shown

    def show_page(self, page: OrganisationPage) -> None:
        body = page.organisation
        if self.key != body.id:
            self.left.verticalScrollBar().setValue(0)
        self.key = self.others.record = body.id
        self._page = page
        self.name.setText(body.name)
        self.facts.show_facts(self._head(page))
        self.fact_list.show_facts(page.facts, body.founded)
        self.no_facts.setVisible(not page.facts)
        self._show_ties()
        self.people_model.show(page.posts)
        self.nobody.setVisible(not page.posts)
        self.people_table.setVisible(bool(page.posts))
        reach = [f"{self.faces.words.value(each.kind)} {each.value}" for each in body.contacts]
        told = [part for part in (body.address, body.web, *reach, body.notes) if part]
        self._note.setText("\n".join(told))
        self.notes.setVisible(bool(told))
        self.show_past(page.past)

    def _head(self, page: OrganisationPage) -> list[tuple[Icon | None, str, Pigment]]:
        body, words = page.organisation, self.faces.words
        icon, pigment = SIDE_LOOKS[page.side]
        grey = Pigment.INK2
        found: list[tuple[Icon | None, str, Pigment]] = [
            (Icon.ORGANISATION, words.value(body.organisation_kind), grey)
        ]
        if body.city:
            found.append((Icon.PIN, body.city, grey))
        others = [name for name in body.names if name != body.name]
        if others:
            names = self.tr("also “{names}”").format(names=words.names(others[:2]))
            found.append((None, names, grey))
        return [*found, (icon, words.value(page.side), pigment)]

    def _show_ties(self) -> None:
        if self._page is None:
            return
        ties = self._page.ties
        shown = ties[:_MOST_NODES]
        self.tie_model.show(ties)
        self.graph.show_ties(
            _short(self._page.organisation),
            [TieFace(tie.key, tie.other_id, tie.name, self.faces.tie(tie)) for tie in shown],
        )
        way: QWidget = self.tie_table if self.way.key == "table" else self.graph
        for part in (self.graph, self.tie_table, self.no_ties):
            part.setVisible(part is (way if ties else self.no_ties))
        self.way.setVisible(bool(ties))
        self.ties.show_note(self._tie_note(ties, len(shown)))

    def _tie_note(self, ties: Sequence[TieLine], shown: int) -> str:
        counts: dict[str, int] = {}
        for tie in ties:
            words = self.faces.tie(tie)
            counts[words] = counts.get(words, 0) + 1
        parts = [f"{words} {count}" for words, count in counts.items()]
        if shown < len(ties) and self.way.key == "graph":
            parts.append(self.tr("%n more in the table", "", len(ties) - shown))
        return self.tr(", ").join(parts)

    # What one does

    def _on_fact(self, key: object) -> None:
        if self.key is None:
            return
        if key == FOUNDED:
            self._asking.contact(Organisation, self.key, FOUNDED)
        elif isinstance(key, UUID):
            self._asking.fact(self.key, key)

    def _remove_fact(self) -> None:
        key = self.fact_list.table.key
        if isinstance(key, UUID) and self._page:
            what = next(line.fact.metric for line in self._page.facts if line.key == key)
            self._asking.remove_part(Fact, key, "fact", what)

    def _on_tie(self, key: object) -> None:
        line = self._tie(key)
        if line and line.relation and not line.is_reverse and self.key:
            self._asking.relation(self.key, line.key)
        elif line:
            self.organisation_asked.emit(line.other_id)

    def _remove_tie(self) -> None:
        line = self._tie(self.tie_table.key)
        if line and line.relation:
            self._asking.remove_part(OrganisationRelation, line.key, "tie", line.name)

    def _tie(self, key: object) -> TieLine | None:
        ties = self._page.ties if self._page else ()
        return next((line for line in ties if line.key == key), None)

    def _on_post(self, key: object) -> None:
        line = self._post(key)
        if line:
            self.person_asked.emit(line.post.person_id)

    def _remove_post(self) -> None:
        line = self._post(self.people_table.key)
        if line:
            self._asking.remove_part(Post, line.key, "post", line.post.title)

    def _post(self, key: object) -> PostLine | None:
        posts = self._page.posts if self._page else ()
        return next((line for line in posts if line.key == key), None)

    # On the clipboard

    def text(self) -> str:
        """The page as one would write it down."""
        page = self._page
        if page is None:
            return ""
        faces = self.faces
        facts = (
            f"{line.fact.metric}\t{faces.value(line.fact)}\t{faces.partly(line.fact.as_of)}\t"
            f"{faces.origin(line)}"
            for line in page.facts
        )
        ties = (f"{faces.tie(tie)}\t{tie.name}" for tie in page.ties)
        posts = (f"{line.person}\t{line.post.title}" for line in page.posts)
        head = "  ".join(words for _, words, _ in self._head(page))
        blocks = ("\n".join(block) for block in (facts, ties, posts))
        told = (page.organisation.name, head, *blocks, self.timeline.text())
        return "\n\n".join(part for part in told if part)


def _short(body: Organisation) -> str:
    """What people say of it: the shortest of its names that is still in its script."""
    return min((body.name, *body.aliases), key=len)
