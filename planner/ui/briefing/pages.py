"""The three pages of the background: facts, relations and sources."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.domain.briefing import Relation
from planner.queries.briefing import Briefing, FactLine, SourceLine
from planner.ui.appearance import Pigment, Type, px
from planner.ui.briefing.faces import BriefingFaces
from planner.ui.briefing.relation_matrix import MatrixModel, RelationMatrix
from planner.ui.components.boxes import Column, Row
from planner.ui.components.cards import EmptyState
from planner.ui.components.choices import Choice, FilterTabs
from planner.ui.components.fields import SearchField
from planner.ui.components.labels import Label
from planner.ui.components.row_table import RowTable
from planner.ui.icons import Icon
from planner.ui.inputs import ChoiceInput
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel
from planner.ui.sorting import HeadingSort

ALL, CONFLICTS, DOUBTFUL = "all", "conflicts", "doubtful"
_WIDEST_SEARCH = 320
_PASSES: Mapping[str, Callable[[FactLine], bool]] = MappingProxyType(
    {
        ALL: lambda line: True,
        CONFLICTS: lambda line: line.conflict is not None,
        DOUBTFUL: lambda line: bool(line.fact.doubt),
    }
)


class FactPage(QWidget):
    """What is known, narrowed as one types; values that contradict each other side by side."""

    def __init__(self, faces: BriefingFaces, acts: Sequence[QWidget]) -> None:
        super().__init__()
        self._faces = faces
        self._lines: tuple[FactLine, ...] = ()
        self.tabs = FilterTabs(self._filters({}), self.tr("Which facts"))
        self.search = SearchField(self.tr("Find facts"), self.tr("Subject, metric, value"))
        self.search.setMaximumWidth(px(_WIDEST_SEARCH))
        self.model = RowTableModel(_fact_columns(faces), self)
        self.table = RowTable(self.model, self.tr("Facts"))
        self.table.setObjectName("facts")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._sort = HeadingSort(self.table, self.model)
        self.none = EmptyState(
            self.tr("No fact yet"),
            self.tr("A fact says a value of something, as of when, and who says so."),
            Icon.BRIEFING,
            acts,
        )
        self.none_such = EmptyState(
            self.tr("None of these"),
            self.tr("No fact is as the tab and the search ask."),
            Icon.FILTER,
        )
        self._shown = _stack(self.table, self.none, self.none_such)
        head = Row(self.tabs, None, self.search)
        head.setStretch(2, 1)
        column = Column(head, self._shown, spacing=12)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.setFocusProxy(self.table)
        self.tabs.chosen.connect(lambda _: self._narrow())
        self.search.textChanged.connect(lambda _: self._narrow())
        self._sort.changed.connect(self._narrow)

    @property
    def chosen(self) -> list[FactLine]:
        keys = self.table.keys
        return [line for line in self.model.rows if line.key in keys]

    def show_briefing(self, found: Briefing) -> None:
        chosen = self.table.key
        self._lines = found.facts
        counts = {key: sum(map(passes, found.facts)) for key, passes in _PASSES.items()}
        self.tabs.offer(self._filters(counts))
        self._narrow()
        if chosen is not None:
            self.table.choose(chosen)

    def choose(self, key: UUID) -> bool:
        self.tabs.choose(ALL)
        self.search.clear()
        self._narrow()
        return self.table.choose(key)

    def _narrow(self) -> None:
        wanted = self.search.text().strip().casefold()
        passes = _PASSES[self.tabs.key]
        shown = [line for line in self._lines if passes(line) and wanted in self._said(line)]
        self.model.show(self._sort.sorted(shown))
        self._shown.setCurrentIndex(0 if shown else (2 if self._lines else 1))

    def _said(self, line: FactLine) -> str:
        fact, faces = line.fact, self._faces
        parts = (
            line.subject,
            fact.metric,
            faces.value(fact),
            fact.place,
            faces.source(line.source),
        )
        return " ".join(parts).casefold()

    def _filters(self, counts: Mapping[str, int]) -> list[Choice]:
        return [
            Choice(ALL, self.tr("All facts"), count=counts.get(ALL)),
            Choice(CONFLICTS, self.tr("Two values"), Icon.TWO_VALUES, counts.get(CONFLICTS)),
            Choice(DOUBTFUL, self.tr("Doubtful"), Icon.QUESTION, counts.get(DOUBTFUL)),
        ]


def _fact_columns(faces: BriefingFaces) -> list[TableColumn[FactLine]]:
    field = faces.words.field
    return [
        TableColumn(field("subject", "fact"), lambda line: line.subject, width=168),
        TableColumn(
            field("metric", "fact"),
            lambda line: line.fact.metric,
            chip=faces.state,
        ),
        TableColumn(
            QCoreApplication.translate("FactPage", "Value"),
            lambda line: faces.value(line.fact),
            width=150,
            sort=lambda line: line.fact.quantity.number if line.fact.quantity else None,
        ),
        TableColumn(
            field("as_of", "fact"),
            lambda line: faces.as_of(line.fact.as_of),
            width=124,
            holds=True,
            pigment=Pigment.INK2,
            sort=lambda line: line.fact.as_of,
        ),
        TableColumn(
            field("place", "fact"), lambda line: line.fact.place, width=88, pigment=Pigment.INK2
        ),
        TableColumn(
            field("source_id", "fact"),
            lambda line: faces.source(line.source),
            width=168,
            pigment=lambda line: Pigment.INK2 if line.source else Pigment.CINNABAR,
            icon=lambda line: None if line.source else Icon.HOLE,
        ),
        TableColumn(
            field("page", "fact"), lambda line: line.fact.page, width=88, pigment=Pigment.INK2
        ),
    ]


class SourcePage(QWidget):
    """What was read, whether the delegation lists it, and whether it may be reprinted."""

    def __init__(self, faces: BriefingFaces, acts: Sequence[QWidget]) -> None:
        super().__init__()
        columns: list[TableColumn[SourceLine]] = [
            TableColumn(
                faces.words.field("title", "source"),
                lambda line: faces.source(line.source),
                icon=lambda line: Icon.BRIEFING,
            ),
            TableColumn(
                faces.words.field("author", "source"), lambda line: line.source.author, width=120
            ),
            TableColumn(self.tr("Where"), lambda line: faces.issue(line.source), width=148),
            TableColumn(
                faces.words.field("published_on", "source"),
                lambda line: faces.as_of(line.source.published_on),
                width=124,
                pigment=Pigment.INK2,
            ),
            TableColumn(
                faces.words.field("reprint_permission", "source"),
                lambda line: "",
                width=128,
                chip=lambda line: faces.permission(line.source.reprint_permission),
            ),
            TableColumn(self.tr("Tells"), faces.told, width=144, pigment=Pigment.INK2),
            TableColumn(
                self.tr("Listed"),
                lambda line: faces.words(
                    "briefing_screen.listed" if line.is_attached else "briefing_screen.cited"
                ),
                width=104,
                icon=lambda line: Icon.LINK if line.is_attached else None,
                pigment=Pigment.INK2,
            ),
        ]
        self.model = RowTableModel(columns, self)
        self.table = RowTable(self.model, self.tr("Sources"))
        self.table.setObjectName("sources")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.none = EmptyState(
            self.tr("No source yet"),
            self.tr("Add what was read, or attach what the store has; facts follow from it."),
            Icon.BRIEFING,
            acts,
        )
        self._shown = _stack(self.table, self.none)
        self.setLayout(Column(self._shown))
        self.setFocusProxy(self.table)

    @property
    def chosen(self) -> list[SourceLine]:
        keys = self.table.keys
        return [line for line in self.model.rows if line.key in keys]

    def show_briefing(self, found: Briefing) -> None:
        chosen = self.table.key
        self.model.show(found.sources)
        self._shown.setCurrentIndex(0 if found.sources else 1)
        if chosen is not None:
            self.table.choose(chosen)


class MatrixPage(QWidget):
    """Components down, elements across; a mark is told by the source chosen above."""

    marked = Signal(str, str, str, object)  # subject, verb, object, source
    unmarked = Signal(object)  # relations

    def __init__(self, faces: BriefingFaces, acts: Sequence[QWidget]) -> None:
        super().__init__()
        self._faces = faces
        self._found: Briefing | None = None
        self.verbs = FilterTabs([], self.tr("Which relation"))
        self.source = ChoiceInput()
        self.source.setAccessibleName(self.tr("New marks are told by"))
        self._told_by = Label(self.tr("New marks are told by"), Type.SMALL, Pigment.INK2)
        self._is_fresh = True
        self.model = MatrixModel(self)
        self.table = RelationMatrix(self.model, self.tr("Relations"))
        self.none = EmptyState(
            self.tr("No relation yet"),
            self.tr("A relation says that one thing needs or does something to another."),
            Icon.RELATIONS,
            acts,
        )
        below = QWidget()
        below.setLayout(Column(self.table, None))
        self._shown = _stack(below, self.none)
        head = Row(self.verbs, None, self._told_by, self.source)
        head.setStretch(3, 1)
        column = Column(head, self._shown, spacing=12)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.setFocusProxy(self.table)
        self.verbs.chosen.connect(lambda _: self._show_verb())
        self.table.toggled.connect(self._on_toggled)

    @property
    def relations(self) -> Sequence[Relation]:
        return self._found.relations if self._found else ()

    def show_briefing(self, found: Briefing) -> None:
        self._found = found
        counts = Counter(relation.verb for relation in found.relations)
        verbs = [Choice(verb, verb, count=count) for verb, count in counts.most_common()]
        self.verbs.offer(verbs)
        names = [(line.key, self._faces.source(line.source)) for line in found.sources]
        self.source.offer(names)
        cited = Counter(relation.source_id for relation in found.relations if relation.source_id)
        if self._is_fresh and cited:
            self.source.show_value(cited.most_common(1)[0][0])
            self._is_fresh = False
        self._shown.setCurrentIndex(0 if counts else 1)
        for part in (self._told_by, self.source):
            part.setVisible(bool(counts))
        self._show_verb()

    def _show_verb(self) -> None:
        here = self.table.currentIndex()
        self.model.show(self.relations, self.verbs.key)
        if here.isValid():
            row = min(here.row(), self.model.rowCount() - 1)
            column = min(here.column(), self.model.columnCount() - 1)
            self.table.setCurrentIndex(self.model.index(row, column))

    def _on_toggled(self) -> None:
        place = self.table.currentIndex()
        if relations := self.model.relations(place):
            self.unmarked.emit(list(relations))
            return
        subject, thing = self.model.pair(place)
        self.marked.emit(subject, self.verbs.key, thing, self.source.value())


def _stack(first: QWidget, *others: QWidget) -> QStackedWidget:
    """The list, and what stands there instead when it is empty."""
    stack = QStackedWidget()
    stack.addWidget(first)
    for other in others:
        page = QWidget()
        page.setLayout(Column(other, None))
        stack.addWidget(page)
    return stack
