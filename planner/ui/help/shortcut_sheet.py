"""ShortcutSheet: every key of the window on one sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.ui.appearance import Height, Pigment, px
from planner.ui.components.buttons import keys_text, plain
from planner.ui.components.panels import Dialog
from planner.ui.components.row_table import RowTable
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column, RowTableModel, Section

_HEIGHT = 460


@dataclass(frozen=True)
class KeyLine:
    key: str
    keys: str
    words: str
    icon: Icon | None = None


class ShortcutSheet(Dialog):
    """Reads what is in force: the page's own keys first, then those of the window."""

    WIDTH = 560

    def __init__(
        self,
        page: str,
        hints: Sequence[tuple[str, str]],
        page_acts: Sequence[QAction],
        window_acts: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Keys and shortcuts"), self.tr("Close"), parent)
        self.safe.hide()
        columns: list[Column[KeyLine]] = [
            Column(self.tr("Act"), lambda line: line.words, icon=lambda line: line.icon),
            Column(
                self.tr("Keys"),
                lambda line: line.keys,
                width=170,
                flush=True,
                pigment=Pigment.INK2,
            ),
        ]
        self.model = RowTableModel(columns, self)
        self.table = RowTable(
            self.model, self.tr("Keys and shortcuts"), Height.ROW_DENSE, headed=False
        )
        self.table.setMinimumHeight(px(_HEIGHT))
        self.body.addWidget(self.table)
        here = [KeyLine(words, keys, words) for keys, words in hints]
        here += [line for line in _lines(page_acts) if line.words not in {at.words for at in here}]
        everywhere = list(_lines(window_acts))
        self.model.show(
            [
                *([Section(page, len(here)), *here] if here else []),
                Section(self.tr("Everywhere"), len(everywhere)),
                *everywhere,
            ]
        )


def _lines(acts: Sequence[QAction]) -> Iterator[KeyLine]:
    for act in acts:
        if not act.shortcut().isEmpty():
            words, name = plain(act.text()), act.property("icon_name")
            yield KeyLine(words, keys_text(act.shortcut()), words, Icon(name) if name else None)
