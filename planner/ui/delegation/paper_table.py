"""The documents that can be made of a delegation, to be opened with a click or by keys."""

from dataclasses import dataclass

from planner.printing import paper_choices
from planner.ui.appearance import Height
from planner.ui.components.row_table import RowTable
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column, RowTableModel
from planner.words import Words


@dataclass(frozen=True)
class PaperLine:
    key: str
    title: str


class PaperTable(RowTable):
    """`opened` gives the key of the paper."""

    def __init__(self, words: Words) -> None:
        column: Column[PaperLine] = Column(
            "", lambda line: line.title, icon=lambda line: Icon.REPORT
        )
        papers = RowTableModel([column])
        super().__init__(papers, "", Height.ROW_DENSE, headed=False, grows=True)
        papers.setParent(self)
        self.setAccessibleName(self.tr("Documents"))
        papers.show([PaperLine(key, title) for key, title in paper_choices(words)])
