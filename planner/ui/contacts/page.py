"""What the pages of a person and of an organisation share: head, sections, the timeline beside."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from planner.queries.contacts_timeline import Happening
from planner.ui.appearance import Dressed, Pigment, Type, px
from planner.ui.components.boxes import Column, Row, fold, scrolled
from planner.ui.components.buttons import Button, IconButton
from planner.ui.components.cards import EmptyState
from planner.ui.components.labels import Label, Picture, WhoElse
from planner.ui.components.row_table import RowTable
from planner.ui.contacts.faces import ContactFaces
from planner.ui.contacts.timeline import Timeline
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon

_INSET = 8
_TIMELINE = (280, 420)
_WIDEST = 960
_LEAST_TIMELINE = 360
_NARROW_BELOW = 660
_TIGHT_BELOW = 420
_ANY_WIDTH = 16777215


class Section(QWidget):
    """A heading with its note and one act, and what follows it."""

    def __init__(self, words: str, act: QAction | None = None) -> None:
        super().__init__()
        self.title = Label(words, Type.SECTION)
        self.note = Label("", Type.SMALL, Pigment.INK2, elides=True)
        self.note.hide()
        self.head = Row(self.title, self.note, None, spacing=12, margins=(_INSET, 0))
        if act:
            self.head.addWidget(Button.of(act, Look.LINK, small=True))
        self.body = Column(self.head, spacing=6)
        self.setLayout(self.body)
        self.setAccessibleName(words)

    def stack(self, is_tight: bool) -> None:
        """Where a line has no room for all of the heading, its parts stand below each other."""
        fold(self.head, is_tight)
        for place in self.findChildren(EmptyState):
            for button in place.findChildren(Button):
                button.setVisible(not is_tight)

    def add_inset(self, part: QWidget) -> None:
        """Flush with the words of the heading, where a table brings a room of its own."""
        self.body.addLayout(Row(part, margins=(_INSET, 0)))

    def show_note(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))


def waiting(title: str, reason: str, icon: Icon, *acts: QWidget) -> EmptyState:
    """An empty place that is as narrow as it must and no higher than its words."""
    made = EmptyState(title, reason, icon, acts)
    made.title.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return made


class Facts(QWidget):
    """Short things in a row, each with its mark."""

    def __init__(self) -> None:
        super().__init__()
        self._row = Row(spacing=20)
        self.setLayout(self._row)

    def show_facts(self, facts: Sequence[tuple[Icon | None, str, Pigment]]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for icon, words, pigment in facts:
            held = QWidget()
            line = Row(spacing=6)
            if icon:
                size = 10 if pigment is not Pigment.INK2 else 16
                line.addWidget(Picture(icon, pigment, size))
            line.addWidget(Label(words, Type.BASE, Pigment.INK2, elides=icon is None))
            held.setLayout(line)
            self._row.addWidget(held)
        self._row.addStretch(1)


class ContactPage(QWidget, Dressed):
    """Everything about one of them; `body` is filled by each kind of page."""

    went = Signal(str, object, object)  # kind of record, key, delegation: another page

    def __init__(self, faces: ContactFaces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.faces = faces
        self.key: UUID | None = None
        self._past: tuple[Happening, ...] = ()
        self._only: str = ""
        self.name = Label("", Type.TITLE, wraps=True)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts = Facts()
        self.others = WhoElse()
        self.more = IconButton(Icon.MORE, self.tr("More acts"))
        self.acts = QMenu(self)
        self.body = Column(spacing=24)
        head = Row(self.name, self.more, spacing=8)
        head.setStretch(0, 1)
        top = Column(head, self.facts, self.others, spacing=2, margins=(_INSET, 0))
        content = QWidget()
        self._whole = Column(top, self.body, spacing=22, margins=(16, 16, 8, 24))
        self._whole.addStretch(1)
        content.setLayout(self._whole)
        self._content = content
        self.left = scrolled(content)
        self.timeline = Timeline(self.tr("What happened"))
        self.nothing = waiting(
            self.tr("Nothing happened yet"),
            self.tr("Visits, talks, promises and gifts of all delegations come here."),
            Icon.TIMELINE,
        )
        self.filter = Button(self.tr("All"), Icon.DOWN, Look.LINK, small=True)
        self._filters = QMenu(self.filter)
        title = Row(Label(self.tr("Over the years"), Type.SECTION), None, self.filter)
        self._past_column = Column(title, self.nothing, self.timeline, spacing=12)
        self._past_column.setStretch(2, 1)
        self._past_column.addStretch(0)
        self.right = QWidget()
        self.right.setLayout(self._past_column)
        self._sides = Row(self.left, self.right, spacing=28)
        self._sides.setStretch(0, 1)
        self.setLayout(self._sides)
        self.more.clicked.connect(self._show_acts)
        self.filter.clicked.connect(self._show_filters)
        self.timeline.opened.connect(self._on_event)
        self.dress()

    def dress(self) -> None:
        self._fit()

    def _fit(self) -> None:
        self._content.setMaximumWidth(px(_WIDEST))
        for section in self.findChildren(Section):
            section.stack(self.width() < px(_TIGHT_BELOW))
        self._arrange()

    def _arrange(self) -> None:
        """The timeline grows with the window; where there is no room beside, it stands below."""
        if self.width() < px(_NARROW_BELOW):
            if self._sides.indexOf(self.right) >= 0:
                self._whole.insertWidget(self._whole.count() - 1, self.right)
            self._past_column.set_margins((_INSET, 0))
            self.right.setMinimumSize(0, px(_LEAST_TIMELINE))
            self.right.setMaximumWidth(_ANY_WIDTH)
            return
        if self._sides.indexOf(self.right) < 0:
            self._sides.addWidget(self.right)
        self._past_column.set_margins((0, 88, 16, 12))
        room = self.width() - px(_WIDEST + 28)
        self.right.setFixedWidth(max(px(_TIMELINE[0] + 16), min(room, px(_TIMELINE[1]))))

    # The timeline

    def show_past(self, past: Sequence[Happening]) -> None:
        self._past = tuple(past)
        if self._only not in {each.kind for each in past}:
            self._only = ""
        self._show_events()

    def show_only(self, kind: str) -> None:
        """Visits, promises …; everything where it is empty."""
        self._only = kind
        self._show_events()

    def _show_events(self) -> None:
        shown = [each for each in self._past if self._only in ("", each.kind)]
        self.timeline.show_lines([self.faces.happened(each) for each in shown])
        self.nothing.setVisible(not shown)
        self.timeline.setVisible(bool(shown))
        self.filter.setText(self.faces.words.kind(self._only) if self._only else self.tr("All"))
        self.filter.setVisible(bool(self._past))

    def _show_filters(self) -> None:
        self._filters.clear()
        self._filters.addAction(self.tr("All"), lambda: self.show_only(""))
        for kind in dict.fromkeys(each.kind for each in self._past):
            count = sum(each.kind == kind for each in self._past)
            words = f"{self.faces.words.kind(kind)} {count}"
            self._filters.addAction(words, partial(self.show_only, kind))
        self._filters.popup(self.filter.mapToGlobal(self.filter.rect().bottomLeft()))

    def _on_event(self, key: object) -> None:
        for each in self._past:
            if each.key == key:
                self.went.emit(each.kind, each.key, each.delegation_id)
                return

    # Acts

    def _show_acts(self) -> None:
        self.acts.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def offer(self, table: RowTable, *acts: QAction) -> None:
        """The acts on a row, by its menu and by their keys while it has focus."""
        menu = QMenu(table)
        for act in acts:
            act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            table.addAction(act)
            menu.addAction(act)
        menu.addSeparator()
        menu.addActions(table.own_acts)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

        def ask(point: QPoint) -> None:
            if table.indexAt(point).isValid():
                menu.popup(table.viewport().mapToGlobal(point))

        table.customContextMenuRequested.connect(ask)

    # Qt's interface

    def resizeEvent(self, event: object) -> None:
        self._fit()
