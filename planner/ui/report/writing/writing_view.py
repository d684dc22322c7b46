"""WritingView: the report is written here, its true page and its problems beside the text."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from planner.allowances import allowances
from planner.domain.changes import ChangeSet, EditName
from planner.domain.dossier import Dossier
from planner.domain.errors import NotFound, PlannerError
from planner.domain.manuscript import Section
from planner.domain.markup import Reference
from planner.domain.profile import ReportProfile
from planner.printing import profile_of
from planner.queries.dossiers import dossier
from planner.queries.earlier import earlier_dossiers
from planner.rules.check import check
from planner.rules.drafting import draft_changes, drafted_spans
from planner.rules.notice import Notice, Spot
from planner.rules.writing import Slip
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.accepting import Accepting
from planner.ui.appearance import Ground, Pigment, Type, px
from planner.ui.components.boxes import Column, Row, Surface
from planner.ui.components.labels import Label
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.report.problem_side import ProblemSide
from planner.ui.report.writing.acts import WritingActs
from planner.ui.report.writing.desk import Desk
from planner.ui.report.writing.faces import ReferenceFaces, matching
from planner.ui.report.writing.keeper import Keeper
from planner.ui.report.writing.offer_list import OfferList
from planner.ui.report.writing.outline import OutlineLine, outline_lines
from planner.ui.report.writing.outline_list import OutlineList
from planner.ui.report.writing.page_words import Letters
from planner.ui.report.writing.preview import Preview
from planner.ui.report.writing.proofreading import Proofreading
from planner.ui.report.writing.review_foot import ReviewFoot
from planner.ui.report.writing.seeking import Held
from planner.ui.report.writing.signs import SIGNS, set_sign
from planner.ui.report.writing.tools import make_actions
from planner.ui.report.writing.totals import totals
from planner.ui.report.writing_room import WritingRoom
from planner.usecases.writing import add_section, store_text, store_texts
from planner.words import Words
from planner.working_days import working_days

_REST = 250  # milliseconds without a change before everything is read and set anew
_FOLLOWS = 350  # milliseconds the cursor rests before the page follows


class WritingView(WritingRoom):
    """Shows one part of the manuscript; every pause of the writer is one edit."""

    spot_asked = Signal(object)  # Spot outside the manuscript
    refused = Signal(object)  # PlannerError
    totals_changed = Signal(str)

    def __init__(
        self,
        database: Database,
        editor: Editor,
        jobs: Jobs,
        formats: Formats,
        today: Callable[[], date],
        can_go: Callable[[Spot], bool] = lambda spot: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database, self._editor = database, editor
        self._words, self._today = formats.words, today
        self._delegation: UUID | None = None
        self._dossier: Dossier | None = None
        self._profile: ReportProfile | None = None
        self._line: OutlineLine | None = None
        self._notices: Sequence[Notice] = ()
        self._open_count: int | None = None
        self._earlier: tuple[Dossier, ...] = ()
        self._is_stale = True
        self._checker = LatestJob(jobs, self)
        self._rests = QTimer(self, singleShot=True, interval=_REST)
        self._follows = QTimer(self, singleShot=True, interval=_FOLLOWS)
        self.keeper = Keeper(self._store, self)
        self.accepting = Accepting(editor, formats.words, today, database.who, self)
        self.problems = ProblemSide(
            formats, lambda spot: spot.kind == "section" or can_go(spot), is_low=True
        )
        self.preview = Preview(jobs, database.files)
        self.acts = WritingActs(editor, formats, today, database.who, self)
        self.review = ReviewFoot(formats)
        self.actions_by_name = make_actions(self, self.run)
        self._build()
        self._lay_out()
        self._connect()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        return (
            ("@", self.tr("Reference")),
            ("Ctrl Enter", self.tr("See the page")),
            ("F8", self.tr("Next problem")),
            ("Ctrl M", self.tr("Mark as promise")),
            ("Ctrl U", self.tr("From the records")),
            ("Ctrl .", self.tr("Put right")),
        )

    # Parts

    def _build(self) -> None:
        self.outline = OutlineList(self.tr("Outline"))
        self.profile_name = Label("", Type.SMALL, Pigment.INK2, elides=True)
        self.desk = Desk(self.actions_by_name, self, self.problems)
        self.edit, self.find_bar = self.desk.edit, self.desk.find_bar
        self.proofreading = Proofreading(self.edit)
        self.offers = OfferList(self.tr("What may be referred to"), self)

    def _lay_out(self) -> None:
        title = Label(self.tr("Outline"), Type.STRONG)
        head = Row(title, None, self.profile_name, margins=(16, 12, 16, 6))
        side = Surface(Ground.SHEET)
        listed = Row(self.outline, margins=(8, 0))
        column = Column(head, listed, self.review, spacing=0)
        column.setStretch(1, 1)
        side.setLayout(column)
        side.setMinimumWidth(px(224))
        self.split = QSplitter()
        for widget in (side, self.desk, self.preview):
            self.split.addWidget(widget)
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([px(224), px(460), px(390)])
        self.setLayout(Column(self.split))
        self.setFocusProxy(self.edit)

    def _connect(self) -> None:
        self.outline.chosen.connect(self._show_line)
        self.outline.entered_text.connect(self.edit.setFocus)
        self.acts.add_to(self.outline)
        self.edit.typed.connect(self._on_typed)
        self.edit.left.connect(self.keeper.keep)
        self.edit.moved.connect(self._follows.start)
        self.edit.asked.connect(self._offer)
        self.edit.unasked.connect(self.offers.hide)
        self.edit.key_first = self.offers.takes_key
        self.offers.chosen.connect(lambda offer: self.edit.answer(offer.markup))
        self.desk.margin.draft_asked.connect(lambda: self.run("fill"))
        self.problems.spot_asked.connect(self.go_to_spot)
        self.problems.accept_asked.connect(self._accept)
        self.problems.withdraw_asked.connect(self._withdraw)
        self.preview.words_clicked.connect(self._go_to_words)
        self.preview.edition_changed.connect(self._print)
        self.preview.refused.connect(self.refused)
        self.preview.shown.connect(self._follow)
        self._checker.made.connect(self._on_checked)
        self._checker.refused.connect(self.refused)
        self._follows.timeout.connect(self._follow)
        self._rests.timeout.connect(self.reload)
        self._editor.changed.connect(self._on_changed)
        self.review.send_asked.connect(lambda: self.acts.ask_to_send(self._dossier))
        self.review.return_asked.connect(lambda: self.acts.ask_return(self._dossier))
        self.review.final_asked.connect(lambda: self.ask_final())
        self.review.differences_asked.connect(lambda: self.acts.show_differences(self._dossier))
        self.review.comments_asked.connect(self._show_comments)
        self.review.withheld_asked.connect(lambda: self.acts.show_withheld(self._dossier))

    # What is shown

    @property
    def section(self) -> Section | None:
        """The section in hand, as it is stored."""
        if self._dossier is None or self._line is None or self._line.section is None:
            return None
        found = self._dossier.by_id.get(self._line.section)
        return found if isinstance(found, Section) else None

    @property
    def paper_words(self) -> Words:
        """The language that the report is written in."""
        return Words(self._profile.language) if self._profile else self._words

    @property
    def faces(self) -> ReferenceFaces:
        assert self._dossier is not None
        return ReferenceFaces(self._dossier, self.paper_words)

    @property
    def notices(self) -> Sequence[Notice]:
        return self._notices

    @property
    def open_count(self) -> int | None:
        return self._open_count

    def show_delegation(self, key: UUID) -> None:
        if key != self._delegation:
            self.keeper.keep()
            self._delegation, self._dossier, self._line = key, None, None
            self._notices, self._open_count = (), None
            self.problems.show_notices(())
            self.preview.clear()
            self._is_stale = True
        if self._is_stale and self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Read the dossier now; check it and set the pages in threads."""
        if self._delegation is None:
            return
        self._is_stale = False
        self._rests.stop()
        try:
            with self._database.read() as session:
                found = dossier(session, self._delegation)
                self._earlier = earlier_dossiers(session, found)
            self._profile = profile_of(found, None)
        except NotFound:  # it was removed; the window goes elsewhere
            return
        except PlannerError as error:
            self.refused.emit(error)
            return
        self._dossier = found
        self.profile_name.setText(self._profile.name.in_(self._words.language))
        self.review.show_dossier(found)
        self._show_outline()
        self._check()
        self._print()

    def _check(self) -> None:
        found, profile, today, earlier = self._dossier, self._profile, self._today(), self._earlier
        if found is None or profile is None:
            return
        self._checker.ask(
            lambda progress: check(
                found,
                profile,
                today,
                earlier=earlier,
                allowances=allowances(),
                calendar=working_days(),
            )
        )

    def _print(self) -> None:
        if self._dossier is not None:
            self.preview.print_report(self._dossier, self._earlier)

    def _show_outline(self) -> None:
        assert self._dossier is not None
        assert self._profile is not None
        lines = outline_lines(self._dossier, self._profile, self.paper_words, self._notices)
        held = self._line.key if self._line else ""
        if self._line and self._line.section is None:
            # what had only a meaning may have become a section
            same = [each for each in lines if each.meaning is self._line.meaning]
            held = same[0].key if same else held
        self.outline.show_lines(lines, held)
        line = self.outline.line
        if line is not None:
            self._show_line(line, is_new=self._line is None or line.key != held)

    def _show_line(self, line: OutlineLine, *, is_new: bool | None = None) -> None:
        """Show a part; what was typed into another one is stored first."""
        if is_new is None:
            is_new = self._line is None or line.key != self._line.key
        if is_new:
            self.keeper.keep()
        self._line = line
        self.desk.heading.setText(line.words)
        self.desk.margin.level = max(line.depth, 1)
        self.acts.hold(self._dossier, line)
        if self.keeper.is_pending:
            return
        section = self.section
        self.edit.show_markup(
            section.text if section else "", self.faces, self.faces.is_known, is_new=is_new
        )
        self._show_drafted()
        self._look_through()

    def _show_drafted(self) -> None:
        section = self.section
        if section is None or self._dossier is None:
            self.desk.margin.show_drafted(())
            return
        fresh = self.acts.fresh(self._dossier, section, self._line)
        stale = {change.key for change in draft_changes(section, fresh)}
        spans = list(drafted_spans(section))
        lines = {key: self._line_number(start) for key, start, _ in spans}
        told = [number for key, number in lines.items() if key in stale]
        self.desk.margin.show_drafted(set(lines.values()), set(told))

    def _line_number(self, source: int) -> int:
        place = self.edit.written.shown_at(source)
        return self.edit.document().findBlock(place).blockNumber()

    # Writing

    def _on_typed(self) -> None:
        self.keeper.touch()
        self._follows.start()
        self._look_through()

    def _look_through(self) -> None:
        """Hints and counts, live."""
        if self._dossier is None or self._profile is None:
            return
        self.proofreading.look_through(self._dossier, self._profile.language)
        section = self._line.section if self._line else None
        told = totals(self._dossier, self._profile, section, self.edit.markup)
        self.totals_changed.emit(told)

    def _store(self) -> None:
        """One pause, one edit. A chapter nobody had written becomes a section."""
        line, text = self._line, self.edit.markup.strip()
        if line is None or self._delegation is None:
            return
        name = EditName("write_section", {"what": line.heading})
        key = line.section
        if key is not None:
            if (section := self.section) is None or section.text != text:
                self._editor.run(name, lambda work: store_text(work, key, text))
            return
        if text:
            self._editor.run(name, lambda work: self._begin(work, line, text))
            self.reload()

    def _begin(self, work: UnitOfWork, line: OutlineLine, text: str) -> None:
        values = {
            "delegation_id": self._delegation,
            "meaning": line.meaning,
            "heading": line.heading,
            "text": text,
        }
        add_section(work, values, line.index)

    def _written_section(self) -> Section | None:
        """The section in hand with everything that was typed stored, also a new one."""
        self.keeper.keep()
        if self._is_stale:
            self.reload()
        return self.section

    # References

    def _offer(self, wanted: str) -> None:
        if self._dossier is None:
            return
        line = self.edit.cursor_line()
        line.moveTopLeft(self.edit.mapTo(self, line.topLeft()))
        self.offers.show_at(line, matching(self.faces.offers(), wanted))

    # Acts

    def run(self, name: str) -> None:
        """Do what a tool is for."""
        if name in SIGNS:
            set_sign(self.edit, name)
        else:
            getattr(self, f"_do_{name}")()

    def _do_mend(self) -> None:
        if found := self.proofreading.nearest:
            self._mend(found)

    def _do_mend_all(self) -> None:
        self._mend(self.proofreading.slips)

    def _mend(self, found: Sequence[Slip]) -> None:
        self.proofreading.put_right(found, self.faces)
        self._on_typed()

    def _do_find(self) -> None:
        self.find_bar.open()

    def _do_find_next(self) -> None:
        self.find_bar.seek(1)

    def _do_find_before(self) -> None:
        self.find_bar.seek(-1)

    # What is searched

    def held_parts(self) -> Sequence[Held]:
        """What is written, in the order of the outline, with what is just being typed."""
        held = self._line.key if self._line else ""
        texts = {each.id: each.text for each in self._dossier.sections} if self._dossier else {}
        return [
            Held(line.key, self.edit.markup if line.key == held else _text_of(line, texts))
            for line in self.outline.lines
        ]

    def held_key(self) -> str:
        return self._line.key if self._line else ""

    def face_of(self, reference: Reference) -> str:
        return self.faces(reference)

    def show_part(self, key: str) -> None:
        if key != self.held_key():
            self.outline.choose(key)

    def store_replaced(self, texts: Mapping[str, str], words: str, count: int) -> None:
        self.keeper.keep()
        lines = {line.key: line.section for line in self.outline.lines}
        changed = {key: text for each, text in texts.items() if (key := lines.get(each))}
        name = EditName("replace_words", {"what": words, "count": str(count)})
        self._editor.run(name, lambda work: store_texts(work, changed))
        self.reload()

    def _do_finding(self) -> None:
        self._mark("finding")

    def _do_promise(self) -> None:
        self._mark("promise")

    def _do_recommendation(self) -> None:
        self._mark("recommendation")

    def _mark(self, kind: str) -> None:
        """What is chosen, or the paragraph of the cursor, becomes a record tied to its place."""
        cursor = self.edit.textCursor()
        if not cursor.hasSelection():
            cursor.select(cursor.SelectionType.BlockUnderCursor)
        words = cursor.selectedText().strip("\u2029\u2028 ")
        at = self.edit.written.source_at(cursor.selectionEnd())
        if section := self._written_section():
            self.acts.mark(section, kind, min(at, len(section.text)), words)

    def _do_fill(self) -> None:
        self.keeper.keep()
        if self._is_stale:
            self.reload()
        self.acts.fill(self._dossier, self.section, self._line)

    def _do_comment(self) -> None:
        quoted = self.edit.textCursor().selectedText().strip("\u2029\u2028 ")
        section = self._written_section()
        self.acts.ask_comment(self._delegation, section, quoted)

    def _show_comments(self) -> None:
        if self._dossier is not None:
            self.acts.show_comments(self._dossier, self.go_to_quoted)

    def _do_see_page(self) -> None:
        self._follow()
        self.preview.pages.setFocus()

    def _do_next_problem(self) -> None:
        self.problems.step(1)

    def _do_previous_problem(self) -> None:
        self.problems.step(-1)

    def _do_next_part(self) -> None:
        self._step_part(1)

    def _do_previous_part(self) -> None:
        self._step_part(-1)

    def _step_part(self, by: int) -> None:
        row = self.outline.currentIndex().row() + by
        if 0 <= row < len(self.outline.lines):
            self.outline.choose(self.outline.lines[row].key)

    def _accept(self, notice: Notice) -> None:
        if self._delegation is not None:
            self.accepting.ask(self._delegation, notice)

    def _withdraw(self, notice: Notice) -> None:
        if self._delegation is not None:
            self.accepting.withdraw(self._delegation, notice)

    # Ways through the text

    def go_to_spot(self, spot: Spot) -> None:
        """To the place in the text; elsewhere the window goes."""
        if spot.kind != "section" or not self.outline.choose(str(spot.key)):
            self.spot_asked.emit(spot)
            return
        if spot.field == "text" and spot.span is not None:
            self.edit.go_to(*spot.span)
        self.edit.setFocus()

    def go_to_quoted(self, section: UUID, quoted: str) -> None:
        """To words that a comment is about, as far as they still stand."""
        if self.outline.choose(str(section)):
            self.desk.go_to_letters(Letters.of(quoted).text)
            self.edit.setFocus()

    def _go_to_words(self, letters: str) -> None:
        """To the part that holds the letters of a page, and to their place in it."""
        if self._dossier is None:
            return
        faces = self.faces
        for line in self.outline.lines:
            section = self._dossier.by_id.get(line.section) if line.section else None
            if section is None:
                continue
            held = Letters.of(line.words + faces.shown(section.text))
            if held.find(letters) >= 0:
                self.outline.choose(line.key)
                self.desk.go_to_letters(letters)
                self.edit.setFocus()
                return

    def _follow(self) -> None:
        """The page shows the paragraph of the cursor."""
        if self.isVisible() and self.preview.pages.page_count and self.edit.hasFocus():
            self.preview.show_paragraph(self.edit.textCursor().block().text())

    # What happens elsewhere

    def _on_checked(self, notices: Sequence[Notice]) -> None:
        self._notices = notices
        accepted = self._dossier.accepted if self._dossier else {}
        self.problems.show_notices(notices, accepted)
        self._open_count = self.problems.open_count
        self.checked.emit()
        if self._dossier is not None and self._profile is not None:
            lines = outline_lines(self._dossier, self._profile, self.paper_words, notices)
            if [line.key for line in lines] == [line.key for line in self.outline.lines]:
                self.outline.show_lines(lines)

    def _on_changed(self, changes: ChangeSet) -> None:
        """Any record may stand in the report."""
        self._is_stale = True
        if self.isVisible():
            self._rests.start()

    def ask_final(self, checked: Dossier | None = None) -> None:
        self.acts.ask_final(checked or self._dossier, () if checked else self.notices)

    def keep(self) -> None:
        self.keeper.keep()

    def close_paper(self) -> None:
        """The window goes: what was typed is stored, what runs is stopped."""
        self.keeper.keep()
        self._checker.cancel()
        self.preview.clear()

    # Qt's interface

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.reload()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keeper.keep()
        super().hideEvent(event)


def _text_of(line: OutlineLine, texts: Mapping[UUID, str]) -> str:
    return texts.get(line.section, "") if line.section else ""
