"""The page of one person: names, card, posts over time, and how to reach her."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.person import Person, Post
from planner.domain.values import ContactPoint
from planner.queries.contacts_page import PersonPage, PostLine
from planner.ui.actions import page_act
from planner.ui.appearance import Pigment
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Chip
from planner.ui.components.labels import Label
from planner.ui.components.row_table import RowTable
from planner.ui.contacts.asking import ContactAsking
from planner.ui.contacts.business_card import BusinessCard
from planner.ui.contacts.faces import CONTACT_ICONS, SIDE_LOOKS, ContactFaces
from planner.ui.contacts.page import ContactPage, Section, waiting
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel

_YEARS = 2  # of the columns of posts


@dataclass(frozen=True)
class _Point:
    """A way to reach somebody as a row; its place is its key."""

    key: int
    point: ContactPoint


class PersonView(ContactPage):
    organisation_asked = Signal(object)

    def __init__(
        self,
        faces: ContactFaces,
        asking: ContactAsking,
        path_of: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        """`path_of` gives where the file of a portrait lies."""
        super().__init__(faces, parent)
        self._asking = asking
        self._page: PersonPage | None = None
        self.card = BusinessCard(faces, path_of)
        self._build_posts()
        self._build_reach()
        self.notes = Section(faces.words.field("notes"))
        self._note = Label("", wraps=True)
        self._note.setContentsMargins(8, 0, 8, 0)
        self.notes.body.addWidget(self._note)
        self.body.addLayout(Row(self.card, None, margins=(8, 0)))
        for section in (self.posts, self.reach, self.notes):
            self.body.addWidget(section)
        self._connect()

    def _build_posts(self) -> None:
        self.add_post = page_act(self, self.tr("Add post"), "Ctrl+Shift+A", Icon.PLUS)
        self.change_post = page_act(self, self.tr("Change post"), "", Icon.PEN)
        self.remove_post = page_act(self, self.tr("Remove post"), "Del", Icon.TRASH)
        self.posts = Section(self.tr("Posts"), self.add_post)
        words = self.faces.words
        columns: list[TableColumn[PostLine]] = [
            TableColumn(words.field("title", "post"), lambda line: line.post.title, width=216),
            TableColumn(
                words.field("organisation_id", "post"),
                lambda line: line.organisation,
                icon=lambda line: Icon.ORGANISATION if line.organisation else None,
            ),
            TableColumn(
                self.tr("Years"),
                lambda line: self.faces.span(line.post.since, line.post.until),
                width=96,
                pigment=Pigment.INK2,
            ),
        ]
        self.post_model = RowTableModel(columns, self)
        self.post_table = RowTable(self.post_model, self.tr("Posts"), headed=False, grows=True)
        self.no_posts = waiting(
            self.tr("No post known"),
            self.tr("With its years, so that an old report prints the post of its day."),
            Icon.ORGANISATION,
            Button.of(self.add_post),
        )
        self.posts.add_inset(self.no_posts)
        self.posts.body.addWidget(self.post_table)
        self.offer(self.post_table, self.change_post, self.remove_post)

    def _build_reach(self) -> None:
        words = self.faces.words
        self.add_reach = page_act(self, self.tr("Change contacts"), "Ctrl+Shift+K", Icon.PEN)
        self.reach = Section(words.field("contacts"), self.add_reach)
        columns: list[TableColumn[_Point]] = [
            TableColumn(
                self.tr("Kind"),
                lambda row: words.value(row.point.kind),
                icon=lambda row: CONTACT_ICONS[row.point.kind],
                width=132,
                pigment=Pigment.INK2,
            ),
            TableColumn(self.tr("Number or address"), lambda row: row.point.value),
            TableColumn(
                self.tr("Note"), lambda row: row.point.note, width=120, pigment=Pigment.INK2
            ),
        ]
        self.reach_model = RowTableModel(columns, self)
        self.reach_table = RowTable(
            self.reach_model, words.field("contacts"), headed=False, grows=True
        )
        self.no_reach = waiting(
            self.tr("No contact data"),
            self.tr("Telephone, mail or messenger; not printed without consent."),
            Icon.PHONE,
            Button.of(self.add_reach),
        )
        self.consent = Chip("")
        self.reach.head.insertWidget(2, self.consent)
        self.reach.add_inset(self.no_reach)
        self.reach.body.addWidget(self.reach_table)

    def _connect(self) -> None:
        self.add_post.triggered.connect(lambda: self.key and self._asking.post(person=self.key))
        self.change_post.triggered.connect(
            lambda: self._asking.post(self.post_table.key)  # type: ignore[arg-type]
        )
        self.remove_post.triggered.connect(self._remove_post)
        self.post_table.opened.connect(self._on_post)
        self.add_reach.triggered.connect(self._change_reach)
        self.reach_table.opened.connect(lambda _: self._change_reach())

    # What is shown

    def show_page(self, page: PersonPage) -> None:
        person = page.person
        if self.key != person.id:
            self.left.verticalScrollBar().setValue(0)
        self.key = self.others.record = person.id
        self._page = page
        self.name.setText(" ".join(part for part in (person.name, person.honorific) if part))
        self.facts.show_facts(self._head(page))
        self.card.show_person(page)
        self.post_model.show(page.posts)
        is_dated = any(line.post.since or line.post.until for line in page.posts)
        self.post_table.setColumnHidden(_YEARS, not is_dated)
        self.no_posts.setVisible(not page.posts)
        self.post_table.setVisible(bool(page.posts))
        self.reach_model.show([_Point(at, each) for at, each in enumerate(person.contacts)])
        self.no_reach.setVisible(not person.contacts)
        self.reach_table.setVisible(bool(person.contacts))
        self._show_consent(person)
        self._note.setText(person.notes)
        self.notes.setVisible(bool(person.notes))
        self.show_past(page.past)

    def _head(self, page: PersonPage) -> list[tuple[Icon | None, str, Pigment]]:
        """Names in other scripts, tongues, the side."""
        person, words = page.person, self.faces.words
        others = [person.reading, *(name for name in person.names if name != person.name)]
        told = dict.fromkeys(name for name in others if name)
        found: list[tuple[Icon | None, str, Pigment]] = [
            (Icon.PERSON, name, Pigment.INK2) if place == 0 else (None, name, Pigment.INK2)
            for place, name in enumerate(told)
        ]
        if person.languages:
            tongues = words.names(words.tongue(tag) for tag in person.languages)
            found.append((Icon.LANGUAGE, tongues, Pigment.INK2))
        icon, pigment = SIDE_LOOKS[page.side]
        return [*found, (icon, words.value(page.side), pigment)]

    def _show_consent(self, person: Person) -> None:
        face = self.faces.consent(person.consents_to_publish)
        self.consent.show_state(face.words, face.icon, face.pigment, face.outlined)

    # What one does

    def _change_reach(self) -> None:
        if self.key:
            self._asking.contact(Person, self.key, "contacts")

    def _on_post(self, key: object) -> None:
        line = self._post(key)
        if line and line.post.organisation_id:
            self.organisation_asked.emit(line.post.organisation_id)
        elif line:
            self._asking.post(line.key)

    def _remove_post(self) -> None:
        line = self._post(self.post_table.key)
        if line:
            self._asking.remove_part(Post, line.key, "post", line.post.title)

    def _post(self, key: object) -> PostLine | None:
        posts = self._page.posts if self._page else ()
        return next((line for line in posts if line.key == key), None)

    # On the clipboard

    def text(self) -> str:
        page = self._page
        if page is None:
            return ""
        posts = "\n".join(
            "\t".join(
                (
                    line.post.title,
                    line.organisation,
                    self.faces.span(line.post.since, line.post.until),
                )
            )
            for line in page.posts
        )
        told = (self.card.text(), posts, page.person.notes, self.timeline.text())
        return "\n\n".join(part for part in told if part)
