"""The thread on a delegation's page: heading, picture, its twin as a table, the holes alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from planner.queries.thread_picture import ThreadNode, ThreadPicture
from planner.ui.actions import list_act
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Chip
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.drawing_acts import DrawingActs
from planner.ui.components.labels import Label, Picture
from planner.ui.components.row_table import RowTable
from planner.ui.copying import chosen_rows
from planner.ui.delegation.thread_faces import ThreadFaces
from planner.ui.delegation.thread_view import ThreadView
from planner.ui.icons import ROW_SIZE, Icon
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel


@dataclass(frozen=True)
class ThreadRow:
    """A node of the picture in words."""

    node: ThreadNode
    column: str
    words: str
    comes_from: str
    leads_to: str

    @property
    def key(self) -> UUID:
        return self.node.key


class ThreadSection(QWidget):
    opened = Signal(object)  # ThreadNode
    fill_asked = Signal(object)  # ThreadNode
    chosen = Signal(object)  # ThreadNode or None

    def __init__(
        self, faces: ThreadFaces, adds: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        """`adds` are the acts that put something new on the thread."""
        super().__init__(parent)
        self._faces = faces
        self._picture = ThreadPicture()
        self.view = ThreadView(faces)
        self.model = RowTableModel(self._columns(), self)
        self.table = RowTable(self.model, self.tr("Thread as a table"), height=28, grows=True)
        self.table.setObjectName("thread")
        self.table.hide()
        self.holes = Chip("")
        self.only_holes = Button(self.tr("Only holes"), Icon.FILTER, small=True)
        self.only_holes.setCheckable(True)
        self.add = Button(self.tr("Add"), Icon.PLUS, small=True)
        menu = QMenu(self.add)
        menu.addActions(adds)
        self.add.clicked.connect(
            lambda: menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))
        )
        self.way = SegmentedControl(
            [
                Choice("picture", self.tr("Picture"), Icon.RELATIONS),
                Choice("table", self.tr("Table"), Icon.TABLE),
            ],
            self.tr("Way to look at the thread"),
            small=True,
        )
        self._make_acts()
        self._lay_out()
        self._connect()

    def _make_acts(self) -> None:
        """On what is in hand in the picture; Enter and N are its own keys."""
        view = self.view
        self.open = list_act(view, self.tr("Open"), "", Icon.FORWARD)
        self.fill = list_act(view, self.tr("Fill the hole"), "", Icon.HOLE)
        own = (self.open, self.fill)
        self.copies = DrawingActs(view, self._strand_rows, own, self.table.ways_out)

    def _lay_out(self) -> None:
        signs = (
            (Icon.FINDING, Pigment.INK2, self.tr("Seen")),
            (Icon.PROMISE, Pigment.INK2, self.tr("Promised")),
            (Icon.HOLE, Pigment.CINNABAR, self.tr("Hole")),
        )
        told = (
            Row(Picture(icon, pigment, ROW_SIZE), Label(words, Type.SMALL, pigment), spacing=4)
            for icon, pigment, words in signs
        )
        self._legend = QWidget()
        self._legend.setLayout(Row(*told, spacing=12))
        self._legend.setMinimumWidth(1)  # it gives way before anything else is cut
        self._head = Row(
            Label(self.tr("Thread"), Type.SECTION),
            self.holes,
            None,
            self._legend,
            4,
            self.add,
            self.only_holes,
            self.way,
            spacing=8,
            margins=(8, 0),
        )
        self.setLayout(Column(self._head, self.view, self.table, spacing=8))

    def _connect(self) -> None:
        self.view.opened.connect(self.opened)
        self.view.fill_asked.connect(self.fill_asked)
        self.view.chosen.connect(self.chosen)
        self.copies.menu_asked.connect(self._suit_acts)
        self.open.triggered.connect(self.view.open_current)
        self.fill.triggered.connect(self.view.ask_fill)
        self.table.opened.connect(self._on_row_opened)
        self.only_holes.toggled.connect(lambda _: self._show())
        self.way.chosen.connect(self._on_way_chosen)

    def _columns(self) -> list[TableColumn[ThreadRow]]:
        def pigment(row: ThreadRow) -> Pigment:
            return Pigment.CINNABAR if row.node.is_hole else Pigment.INK

        return [
            TableColumn(self.tr("Column"), lambda row: row.column, width=112, pigment=Pigment.INK2),
            TableColumn(
                self.tr("What stands there"),
                lambda row: row.words,
                pigment=pigment,
                icon=lambda row: Icon.HOLE if row.node.is_hole else None,
            ),
            TableColumn(
                self.tr("Comes from"), lambda row: row.comes_from, width=250, pigment=Pigment.INK2
            ),
            TableColumn(
                self.tr("Leads to"), lambda row: row.leads_to, width=250, pigment=Pigment.INK2
            ),
        ]

    def show_picture(self, picture: ThreadPicture) -> None:
        self._picture = picture
        count = len(picture.holes)
        icon, pigment = (Icon.HOLE, Pigment.CINNABAR) if count else (Icon.DONE, Pigment.PINE)
        words = self.tr("%n hole(s)", "", count) if count else self.tr("Whole")
        self.holes.show_state(words, icon, pigment)
        self.only_holes.setEnabled(bool(count) or self.only_holes.isChecked())
        self._show()

    @property
    def node_in_hand(self) -> ThreadNode | None:
        """Where the keyboard is, in the picture or in the table."""
        if self.view.hasFocus():
            return self.view.current
        row = self._row(self.table.key) if self.table.hasFocus() else None
        return row.node if row else None

    def choose(self, key: UUID) -> bool:
        """Bring a node in hand; False where it is not on the thread."""
        if key not in self._picture.by_key:
            return False
        self.only_holes.setChecked(False)
        self.view.choose(key)
        self.table.choose(key)
        (self.view if self.view.isVisible() else self.table).setFocus()
        return True

    def ask_fill(self) -> None:
        """By the picture, or by the row in hand where the table is shown."""
        row = self._row(self.table.key) if self.table.isVisible() else None
        if row is not None and row.node.is_hole:
            self.fill_asked.emit(row.node)
        else:
            self.view.ask_fill()

    def _show(self) -> None:
        shown = self._picture.only_holes() if self.only_holes.isChecked() else self._picture
        self.view.show_picture(shown)
        self.model.show([self._row_of(node, shown) for node in shown.nodes])

    def _row_of(self, node: ThreadNode, shown: ThreadPicture) -> ThreadRow:
        def names(keys: tuple[UUID, ...]) -> str:
            return self.tr("; ").join(self._spoken(shown.by_key[key]) for key in keys)

        return ThreadRow(
            node,
            self._faces.column(node.column),
            self._spoken(node),
            names(shown.back.get(node.key, ())),
            names(shown.onward.get(node.key, ())),
        )

    def _spoken(self, node: ThreadNode) -> str:
        return self._faces.face(node).spoken if node.is_hole else node.name

    def _row(self, key: object) -> ThreadRow | None:
        return next((row for row in self.model.rows if row.key == key), None)

    def _on_row_opened(self, key: object) -> None:
        row = self._row(key)
        if row is not None:
            signal = self.fill_asked if row.node.is_hole else self.opened
            signal.emit(row.node)

    def _suit_acts(self) -> None:
        node = self.view.current
        self.open.setEnabled(node is not None and not node.is_hole)
        self.fill.setEnabled(bool(self._picture.holes))

    def _strand_rows(self) -> list[list[str]]:
        """The strand in hand, else the whole thread, as its table tells it."""
        self.table.choose_all(list(self.view.strand()) or [row.key for row in self.model.rows])
        return chosen_rows(self.table)

    def _on_way_chosen(self, way: str) -> None:
        self.view.setVisible(way == "picture")
        self.table.setVisible(way == "table")

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self._head.sizeHint().width()
        if self._legend.isHidden():
            room += self._legend.sizeHint().width() + self._head.spacing()
        self._legend.setVisible(room <= self.width())
