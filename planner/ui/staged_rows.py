"""What a file tells, laid out row by row before it is taken: what its two dialogs share."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from planner.domain.changes import EditName
from planner.exchange.staged import Verdict
from planner.store.unit_of_work import UnitOfWork
from planner.ui.appearance import Pigment, Type, px
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.components.row_table import RowTable
from planner.ui.editor import Editor
from planner.ui.icons import Icon
from planner.ui.row_table_model import ChipFace, Column, RowTableModel, Section
from planner.words import Words

KeyT = TypeVar("KeyT")
_PIGMENTS: Mapping[Verdict, Pigment] = MappingProxyType(
    {
        Verdict.NEW: Pigment.PINE,
        Verdict.SAME: Pigment.INK2,
        Verdict.ADDS: Pigment.AZURITE,
        Verdict.CLASHING: Pigment.CINNABAR,
        Verdict.REMOVED: Pigment.OCHRE,
        Verdict.GONE: Pigment.INK2,
    }
)


class StagedRowsDialog(Dialog):
    """Nothing is stored before Import, and then all that is ticked as one edit."""

    LEAST = QSize(720, 420)
    SHARE_OF_WINDOW = 0.8

    def __init__(
        self, editor: Editor, words: Words, title: str, name: str, parent: QWidget
    ) -> None:
        """`name` is what the table of rows is called."""
        super().__init__(title, "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._editor, self._words = editor, words
        self.reason.show()
        self.model = RowTableModel(self._columns(), self)
        self.table = RowTable(self.model, name, lined=False)
        self.told = Label("", Type.SMALL, Pigment.INK2, wraps=True)
        self.act.setText(self.tr("Import"))
        self.act.setAutoDefault(False)
        self.act.setDefault(False)  # Enter belongs to the list

    def _columns(self) -> list[Column[Any]]:
        """Of the rows; each dialog says which."""
        raise NotImplementedError

    def _take_column(self) -> Column[Any]:
        return Column(
            self.tr("Take"),
            lambda row: row.is_taken,
            text=lambda taken: "",
            spoken=lambda row: self.tr("taken") if row.is_taken else self.tr("left"),
            icon=lambda row: Icon.CHECK if row.is_taken else None,
            icon_pigment=Pigment.PINE,
            width=52,
        )

    def _verdict_column(self, chip: Callable[[Any], ChipFace], width: int) -> Column[Any]:
        return Column(self.tr("Verdict"), lambda row: "", chip=chip, width=width)

    def _verdict_chip(self, verdict: Verdict) -> ChipFace:
        return ChipFace(self._words(f"verdict.{verdict}"), None, _PIGMENTS[verdict])

    @property
    def row(self) -> Any:
        """The one in hand; None where there is none."""
        rows = (row for row in self.model.rows if not isinstance(row, Section))
        return next((row for row in rows if row.key == self.table.key), None)

    def _chosen(self, kind: type[KeyT]) -> list[KeyT]:
        """The keys of that kind among the chosen rows."""
        return [key for key in self.table.keys if isinstance(key, kind)]

    def _tell(self, words: str, pigment: Pigment = Pigment.INK2) -> None:
        self.told.set_pigment(pigment)
        self.told.setText(words)

    def _take(self, name: EditName, use_case: Callable[[UnitOfWork], Any], count: int) -> bool:
        """Whether it was stored; a refusal is told in the dialog, which stays open."""
        error = self._editor.attempt(name, use_case, count)
        if error is not None:
            self._tell(self._words.error(error), Pigment.CINNABAR)
            return False
        super().accept()
        return True

    # Qt's interface

    def dress(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent else QSize(px(1200), px(760))
        self.setMinimumSize(px(self.LEAST.width()), px(self.LEAST.height()))
        self.resize(room * self.SHARE_OF_WINDOW)


def turned(held: set[KeyT], chosen: Sequence[KeyT]) -> set[KeyT]:
    """All chosen ones follow the first."""
    if chosen and chosen[0] in held:
        return held - set(chosen)
    return held | set(chosen)
