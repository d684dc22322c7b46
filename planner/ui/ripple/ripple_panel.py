"""RipplePanel: what a change would break and touch and whom it concerns, before it is made."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLayout, QWidget

from planner.allowances import allowances
from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.values import Moment
from planner.rules.differences import Affected, Part
from planner.rules.moves import applied, chosen
from planner.rules.notice import Notice
from planner.rules.ripple import GapChange, Ripple, Shift, ripple
from planner.ui.appearance import Pigment, Type, px, typeface
from planner.ui.components.boxes import Column, Hairline, Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Bar
from planner.ui.components.labels import Label, Picture, SectionHeading
from planner.ui.components.panels import SidePanel
from planner.ui.drawing.states import Look
from planner.ui.icons import ROW_SIZE, Icon
from planner.ui.ripple.plan_words import PlanWords
from planner.ui.ripple.proposal import Proposal
from planner.ui.ripple.ripple_words import RippleWords
from planner.ui.ripple.severities import SEVERITIES

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FEW = 3
_NAME_ALONE, _NAME_BESIDE = 236, 168


class RipplePanel(SidePanel):
    """All of it, some of it or nothing is then done; it does nothing by itself."""

    applied = Signal(object, object)  # Proposal, the keys of the records to put in place
    instead = Signal(object)  # Moment at which it would clash with nothing

    def __init__(self, says: PlanWords, parent: QWidget | None = None) -> None:
        super().__init__("", Icon.RIPPLE, parent)
        self._says = says
        self._tells = RippleWords(says, self)
        self._dossier: Dossier | None = None
        self._proposal: Proposal | None = None
        self._left_out: set[UUID] = set()
        self._untold: set[UUID] = set()
        self._free: Moment | None = None
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.body.addStretch(1)
        self.cancel = Button(self.tr("Cancel"), key=self.tr("Esc"))
        self.choose = Button(self.tr("Choose"))
        self.apply = Button(self.tr("Apply all"), look=Look.PRIMARY)
        self.foot.addWidget(self.cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self.choose)
        self.foot.addWidget(self.apply)
        self.suggestion = self._make_suggestion()
        self.choose.setCheckable(True)
        self.cancel.clicked.connect(self.closed)
        self.choose.clicked.connect(self._show)
        self.apply.clicked.connect(self.carry_out)

    def _make_suggestion(self) -> Bar:
        bar = Bar("", Icon.INFO, Pigment.INDIGO)
        below = Column(bar, margins=(16, 4))
        layout = self.layout()
        assert isinstance(layout, Column)
        layout.insertLayout(2, below)
        bar.hide()
        return bar

    # What is shown

    @property
    def proposal(self) -> Proposal | None:
        return self._proposal

    @property
    def offered(self) -> Moment | None:
        """The nearest time at which nothing clashes, where this one does."""
        return self._free

    def propose(
        self, dossier: Dossier, proposal: Proposal, told: Ripple, free: Moment | None
    ) -> None:
        self._dossier, self._proposal, self._free = dossier, proposal, free
        self._left_out, self._untold = set(), set()
        title = (
            self.tr("Before it is moved") if proposal.is_of_one else self.tr("Before it is done")
        )
        self.title.setText(title)
        self.setAccessibleName(title)
        self.choose.setChecked(False)
        self.choose.setVisible(len(told.changed) > 1 and not proposal.is_whole)
        self._show_ripple(told)

    def forget(self) -> None:
        self._proposal = None

    def carry_out(self) -> None:
        if self._proposal is not None:
            self.applied.emit(self._proposal, self._chosen_keys())

    def _chosen_keys(self) -> frozenset[UUID]:
        records = self._proposal.records if self._proposal else ()
        return frozenset(record.id for record in records if record.id not in self._left_out)

    def _show(self) -> None:
        """Worked out anew for what is left of it."""
        if self._dossier is not None and self._proposal is not None:
            records = chosen(self._proposal.records, self._chosen_keys())
            self._show_ripple(ripple(self._dossier, records, allowances()))

    def _show_ripple(self, told: Ripple) -> None:
        old, self._content = self._content, QWidget()
        column = Column(spacing=8)
        for part in self._parts(told):
            if isinstance(part, QLayout):
                column.addLayout(part)
            elif isinstance(part, int):
                column.addSpacing(part)
            else:
                column.addWidget(part)
        self._content.setLayout(column)
        self.body.replaceWidget(old, self._content)
        self._content.show()
        old.hide()
        old.deleteLater()
        self._show_acts(told)
        self.setAccessibleDescription(self._spoken(told))

    def _show_acts(self, told: Ripple) -> None:
        is_all = not self._left_out
        count = len(told.changed)
        self.apply.setText(self.tr("Apply all") if is_all else self.tr("Apply %n", "", count))
        self.apply.setEnabled(bool(told.changed))
        self._show_suggestion(bool(told.breaks) and is_all)

    def _show_suggestion(self, clashes: bool) -> None:
        proposal, free = self._proposal, self._free
        if proposal is None or free is None or not clashes:
            self.suggestion.hide()
            return
        act = Button(self.tr("Use it"), small=True)
        act.clicked.connect(lambda: self.instead.emit(free))
        time = self._says.formats.time(free)
        sentence = self.tr("At {time} nothing clashes").format(time=time)
        self.suggestion.show_message(sentence, Icon.INFO, Pigment.INDIGO, act)

    # Its parts

    def _parts(self, told: Ripple) -> Iterator[QWidget | QLayout | int]:
        yield from self._head()
        if self.choose.isChecked():
            yield from self._changes()
        yield from self._notices(self.tr("Would clash"), told.breaks, Pigment.CINNABAR)
        yield from self._notices(self.tr("Would be mended"), told.mends, Pigment.PINE)
        yield from self._touched(
            [gap for gap in told.gaps if gap.after is not None],
            [shift for shift in told.shifts if shift.where.key != self._key],
        )
        yield from self._to_tell(told.to_tell)
        if not (told.breaks or told.mends or told.gaps or told.shifts or told.to_tell):
            yield Label(self.tr("It breaks nothing and concerns nobody."), Type.BASE, wraps=True)

    def _head(self) -> Iterator[QWidget | QLayout | int]:
        proposal = self._proposal
        if proposal is None:
            return
        yield Label(proposal.what, Type.BASE, wraps=True)
        before = Label(proposal.before, Type.BASE, Pigment.INK2)
        struck = typeface(Type.BASE)
        struck.setStrikeOut(proposal.is_of_one)
        before.setFont(struck)
        arrow = Picture(Icon.FORWARD, Pigment.INK2, ROW_SIZE, says=self.tr("becomes"))
        yield Row(before, arrow, Label(proposal.after, Type.STRONG), None, spacing=8)

    def _changes(self) -> Iterator[QWidget | QLayout | int]:
        """Each record to be put in place, to be left out by its tick."""
        if self._dossier is None or self._proposal is None:
            return
        after = applied(self._dossier, self._proposal.records)
        listed = [each for each in self._proposal.records if each != self._standing(each.id)]
        yield 4
        yield SectionHeading(self.tr("To be done"), len(listed), kind=Type.STRONG)
        for record in listed:
            name, what = self._tells.change(self._standing(record.id), record, after)
            box = _tick(name, record.id not in self._left_out, _NAME_ALONE)
            box.setAccessibleDescription(what)
            box.clicked.connect(lambda ticked, key=record.id: self._leave_out(key, not ticked))
            below = Row(Label(what, Type.SMALL, Pigment.INK2, wraps=True), margins=(24, 0, 0, 0))
            yield Column(box, below, spacing=0)

    def _standing(self, key: UUID) -> Entity | None:
        return self._dossier.by_id.get(key) if self._dossier else None

    def _leave_out(self, key: UUID, is_out: bool) -> None:
        (self._left_out.add if is_out else self._left_out.discard)(key)
        self._show()

    def _notices(
        self, title: str, notices: Sequence[Notice], pigment: Pigment
    ) -> Iterator[QWidget | QLayout | int]:
        if not notices:
            return
        yield 4
        yield SectionHeading(title, len(notices), pigment=pigment, kind=Type.STRONG)
        for number, notice in enumerate(notices):
            if number:
                yield Hairline()
            icon, mark = SEVERITIES[notice.severity]
            if pigment is Pigment.PINE:
                icon, mark = Icon.CHECK, Pigment.PINE
            detail = self._tells.detail(notice, self._dossier) if self._dossier else ""
            yield self._line(icon, mark, self._says.sentence(notice), detail)

    def _line(self, icon: Icon, pigment: Pigment, words: str, detail: str = "") -> Row:
        mark = Picture(icon, pigment)
        column = Column(Label(words, Type.BASE, wraps=True), spacing=0)
        if detail:
            column.addWidget(Label(detail, Type.SMALL, Pigment.INK2, wraps=True))
        row = Row(mark, column, spacing=8)
        row.setStretch(1, 1)
        row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        return row

    @property
    def _key(self) -> UUID | None:
        return self._proposal.stop if self._proposal else None

    def _touched(
        self, gaps: Sequence[GapChange], shifts: Sequence[Shift]
    ) -> Iterator[QWidget | QLayout | int]:
        """Ways that become longer or shorter, talks that come at another time."""
        if not (gaps or shifts):
            return
        is_blind = any(not gap.is_way_known for gap in gaps)
        yield 4
        yield SectionHeading(
            self.tr("Would be touched"),
            len(gaps) + len(shifts) + is_blind,
            pigment=Pigment.GAMBOGE,
            kind=Type.STRONG,
        )
        for number, gap in enumerate(gaps):
            if number:
                yield Hairline()
            detail = self.tr("after {stop}").format(stop=self._tells.spot(gap.earlier))
            yield self._line(Icon.CLOCK, Pigment.GAMBOGE, self._tells.gap(gap), detail)
        for number, shift in enumerate(shifts):
            if number or gaps:
                yield Hairline()
            name, what = self._tells.spot(shift.where), self._tells.shift(shift)
            yield self._line(Icon.SEMINAR, Pigment.GAMBOGE, name, what)
        if is_blind:
            yield Hairline()
            yield self._line(
                Icon.PIN,
                Pigment.GAMBOGE,
                self.tr("The way cannot be reckoned"),
                self.tr("Places without coordinates; fill them in on the map"),
            )

    def _to_tell(self, people: Sequence[Affected]) -> Iterator[QWidget | QLayout | int]:
        if not people:
            return
        copy = Button(self.tr("Copy drafts"), look=Look.LINK, small=True)
        copy.setToolTip(self.tr("A few lines for each, to be pasted into a letter"))
        copy.clicked.connect(self.copy_drafts)
        yield 4
        yield SectionHeading(self.tr("To be told"), len(people), act=copy, kind=Type.STRONG)
        members = [each for each in people if each.part is Part.MEMBER]
        others = [each for each in people if each.part is not Part.MEMBER]
        for each in (*others, *(members if len(members) <= _FEW else ())):
            yield self._tell_line(each.name, self._says.words.value(each.part), (each,))
        if len(members) > _FEW:
            count = self.tr("%n member(s)", "", len(members))
            yield self._tell_line(count, "", members)

    def _tell_line(self, name: str, part: str, people: Sequence[Affected]) -> Row:
        keys = {each.where.key for each in people}
        box = _tick(name, not keys <= self._untold, _NAME_BESIDE)
        box.setToolTip(self._says.words.names(each.name for each in people))
        box.clicked.connect(lambda ticked: self._tell(keys, ticked))
        return Row(box, None, Label(part, Type.SMALL, Pigment.INK2))

    def _tell(self, keys: set[UUID], is_told: bool) -> None:
        self._untold = self._untold - keys if is_told else self._untold | keys

    def copy_drafts(self) -> None:
        if self._dossier is None or self._proposal is None:
            return
        records = chosen(self._proposal.records, self._chosen_keys())
        told = ripple(self._dossier, records, allowances())
        people = [each for each in told.to_tell if each.where.key not in self._untold]
        after = applied(self._dossier, records)
        drafts = (self._tells.draft(each, self._dossier, after) for each in people)
        QGuiApplication.clipboard().setText("\n\n".join(drafts))

    def _spoken(self, told: Ripple) -> str:
        """The panel in one breath, for screen readers."""
        counts = (
            (self.tr("%n clash(es)", "", len(told.breaks)), len(told.breaks)),
            (self.tr("%n mended", "", len(told.mends)), len(told.mends)),
            (self.tr("%n to be told", "", len(told.to_tell)), len(told.to_tell)),
        )
        return self.tr(", ").join(words for words, count in counts if count)

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.apply.isEnabled():
            self.carry_out()
        else:
            super().keyPressEvent(event)


def _tick(words: str, is_on: bool, width: int) -> QCheckBox:
    """Cut where it is too long; its tip and its name for screen readers are whole."""
    box = QCheckBox()
    metrics = box.fontMetrics()
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, px(width))
    box.setText(cut.replace("&", "&&"))
    box.setAccessibleName(words)
    box.setToolTip(words)
    box.setChecked(is_on)
    return box
