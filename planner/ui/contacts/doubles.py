"""Doubles: looks for contacts that may be the same one twice, and offers to merge them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from planner.queries.contacts_doubles import Pair, likely_pairs, pairs_with
from planner.store.database import Database
from planner.ui.components.buttons import Button
from planner.ui.contacts.faces import ContactFaces
from planner.ui.contacts.known_names import Nameable
from planner.ui.contacts.master_list import MasterList
from planner.ui.contacts.merge_dialog import MergeDialog
from planner.ui.drawing.states import Look
from planner.ui.editor import Editor
from planner.ui.icons import Icon
from planner.ui.jobs import Job, Jobs

_LULL = 400
"""So many milliseconds after the last change doubles are looked for."""


class Doubles(QObject):
    """Those of the kind that the list shows; the button tells how many, and asks about them."""

    merged = Signal(object, object)  # kind of record, key of the one that stays

    def __init__(
        self, database: Database, editor: Editor, faces: ContactFaces, shown: MasterList
    ) -> None:
        super().__init__(shown)
        self._database, self._editor, self._faces = database, editor, faces
        self._list = shown
        self._jobs = Jobs(self)
        self._pairs: list[Pair] = []
        self._lull = QTimer(self, singleShot=True, interval=_LULL)
        self._lull.timeout.connect(self._look)
        self.button = Button("", Icon.MERGE, Look.LINK, small=True)
        self.button.hide()
        self.button.clicked.connect(lambda: self._open(self._pairs, None))

    def look_soon(self) -> None:
        self._lull.start()

    def look_anew(self) -> None:
        """What was found is of another kind."""
        self._show([])
        self.look_soon()

    def ask_merge(self) -> None:
        """What the chosen one may be a double of; two chosen ones with each other."""
        keys, index = self._list.keys, self._list.index
        if not keys or index is None:
            return
        with self._database.read() as session:
            pairs = pairs_with(session, self._list.entity, keys[0], index)
        if len(keys) == 2:
            pairs = self._of_two(keys, pairs)
        self._open(pairs, keys[0])

    def _of_two(self, keys: Sequence[UUID], pairs: Sequence[Pair]) -> list[Pair]:
        likely = [pair for pair in pairs if set(pair.key) == set(keys)]
        model = self._list.model
        names = tuple(model.rows[model.row_of(key)].name for key in keys)
        return likely or [Pair(keys[0], keys[1], (names[0], names[1]))]

    def _open(self, pairs: Sequence[Pair], key: UUID | None) -> None:
        dialog = MergeDialog(
            self._database,
            self._editor,
            self._faces,
            self._list.entity,
            pairs,
            key,
            self._list.window(),
        )
        dialog.merged.connect(self.merged)
        dialog.open()

    def _look(self) -> None:
        entity = self._list.entity

        def find(_: Job) -> tuple[Nameable, list[Pair]]:
            with self._database.read() as session:
                return entity, likely_pairs(session, entity)

        job = Job(find)
        job.succeeded.connect(self._on_found)
        self._jobs.start(job)

    def _on_found(self, found: tuple[Nameable, list[Pair]]) -> None:
        entity, pairs = found
        if entity is self._list.entity:
            self._show(pairs)

    def _show(self, pairs: Sequence[Pair]) -> None:
        self._pairs = list(pairs)
        self.button.setText(self.tr("%n pair(s) may be the same", "", len(pairs)))
        self.button.setVisible(bool(pairs))
        self.button.updateGeometry()
