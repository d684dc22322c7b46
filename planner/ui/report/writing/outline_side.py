"""OutlineSide: the outline of the report, the profile it keeps to, and how far its review is."""

from planner.ui.appearance import Dressed, Ground, Pigment, Type, px
from planner.ui.components.boxes import Column, Row, Surface
from planner.ui.components.labels import Label
from planner.ui.formats import Formats
from planner.ui.report.writing.outline_list import OutlineList
from planner.ui.report.writing.review_foot import ReviewFoot

_LEAST = 152


class OutlineSide(Surface, Dressed):
    """Left of the text; the splitter beside it makes it wider."""

    def __init__(self, formats: Formats) -> None:
        super().__init__(Ground.SHEET)
        self.profile_name = Label("", Type.SMALL, Pigment.INK2, elides=True)
        self.outline = OutlineList(self.tr("Outline"))
        self.review = ReviewFoot(formats)
        title = Label(self.tr("Outline"), Type.STRONG)
        head = Row(title, None, self.profile_name, margins=(16, 12, 16, 6))
        listed = Row(self.outline, margins=(8, 0))
        column = Column(head, listed, self.review, spacing=0)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.dress()

    def dress(self) -> None:
        self.setMinimumWidth(px(_LEAST))
