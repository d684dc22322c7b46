"""The charts of a delegation: which there are, and what the one in hand looks like."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from planner.domain.briefing import ChartForm, Fact
from planner.queries.briefing import Briefing, ChartLine
from planner.rules.fact_charts import ChartData, Facet, drawn_at
from planner.ui.appearance import Pigment, Type
from planner.ui.briefing.chart_picture import ChartPicture, DrawnChart
from planner.ui.briefing.faces import BriefingFaces
from planner.ui.components.boxes import Column
from planner.ui.components.cards import EmptyState
from planner.ui.components.labels import Label
from planner.ui.components.row_table import RowTable
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel

_FORMS = {ChartForm.BAR: Icon.BOARD, ChartForm.LINE: Icon.TIMELINE}


class ChartPage(QWidget):
    def __init__(self, faces: BriefingFaces, acts: Sequence[QWidget]) -> None:
        super().__init__()
        self._faces = faces
        self._names: dict[object, str] = {}
        columns: list[TableColumn[ChartLine]] = [
            TableColumn(
                faces.words.field("title", "fact_chart"),
                lambda line: line.chart.title,
                icon=lambda line: _FORMS[line.chart.form],
            ),
            TableColumn(
                self.tr("Facts"), lambda line: len(line.chart.fact_ids), width=64, flush=True
            ),
        ]
        self.model = RowTableModel(columns, self)
        self.table = RowTable(self.model, self.tr("Charts"))
        self.table.setObjectName("charts")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.title = Label("", Type.SECTION, wraps=True)
        self.picture = ChartPicture(self.tr("Chart"))
        self.left_out = Label("", Type.SMALL, Pigment.INK2, wraps=True)
        self.none = EmptyState(
            self.tr("No chart yet"),
            self.tr("Choose facts with numbers in the list of facts, then draw them with G."),
            Icon.TABLE,
            acts,
        )
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentChanged.connect(lambda: self._draw())
        self.model.modelReset.connect(self._draw)
        self.model.dataChanged.connect(lambda: self._draw())

    def _lay_out(self) -> None:
        drawn = QWidget()
        side = Column(self.title, self.picture, self.left_out, spacing=8, margins=(16, 0, 0, 0))
        side.setStretch(1, 1)
        drawn.setLayout(side)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(drawn)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setChildrenCollapsible(False)
        empty = QWidget()
        empty.setLayout(Column(self.none, None))
        self._shown = QStackedWidget()
        self._shown.addWidget(split)
        self._shown.addWidget(empty)
        self.setLayout(Column(self._shown))

    @property
    def chosen(self) -> list[ChartLine]:
        keys = self.table.keys
        return [line for line in self.model.rows if line.key in keys]

    def show_briefing(self, found: Briefing) -> None:
        self._names = {line.key: line.subject for line in found.facts}
        chosen = self.table.key
        self.model.show(found.charts)
        self._shown.setCurrentIndex(0 if found.charts else 1)
        if found.charts and not self.table.choose(chosen):
            self.table.choose(found.charts[0].key)
        self._draw()

    # The one in hand

    def _draw(self) -> None:
        line = next((each for each in self.model.rows if each.key == self.table.key), None)
        self.title.setText(line.chart.title if line else "")
        data = line.data if line else None
        self.picture.show_chart(self._drawn(line, data) if line and data else None)
        told = ""
        if line and data is None:
            told = self.tr("None of its facts has a number.")
        elif data and data.left_out:
            told = self.tr("Not drawn: {facts}").format(
                facts=self._faces.words.names(map(self._told, data.left_out))
            )
        self.left_out.setText(told)

    def _drawn(self, line: ChartLine, data: ChartData) -> DrawnChart:
        facts = [fact for series in data.series for fact in series.facts if fact is not None]
        return DrawnChart(
            categories=tuple(self._name(fact, data.across) for fact in data.categories),
            series=tuple(
                (
                    self._name(series.first, data.apart),
                    tuple(float(drawn_at(fact)) if fact else None for fact in series.facts),
                )
                for series in data.series
            ),
            unit=self._faces.words.unit(data.unit),
            is_line=line.chart.form is ChartForm.LINE,
            told=line.chart.alt_text or self._faces.words.names(map(self._told, facts)),
        )

    def _told(self, fact: Fact) -> str:
        parts = (self._name(fact, tuple(Facet)), self._faces.value(fact))
        return " ".join(part for part in parts if part)

    def _name(self, fact: Fact, facets: Sequence[Facet]) -> str:
        said = {
            Facet.SUBJECT: self._names.get(fact.id, fact.subject),
            Facet.METRIC: fact.metric,
            Facet.PLACE: fact.place,
            Facet.AS_OF: self._faces.as_of(fact.as_of) if fact.as_of else "",
        }
        return " ".join(said[facet] for facet in facets if said[facet])
