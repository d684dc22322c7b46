"""WritingView: the report is written here, its true page and its problems beside the text."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QWidget

from planner.domain.dossier import Dossier
from planner.domain.errors import NotFound, PlannerError
from planner.domain.manuscript import Section
from planner.printing import profile_of
from planner.queries.dossiers import dossier
from planner.queries.earlier import earlier_dossiers
from planner.rules.notice import Notice, Spot
from planner.store.database import Database
from planner.ui.accepting import Accepting
from planner.ui.appearance import px
from planner.ui.components.boxes import Column
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.jobs import Jobs
from planner.ui.report.checker import Checker
from planner.ui.report.problem_side import ProblemSide
from planner.ui.report.writing.desk import Desk
from planner.ui.report.writing.faces import matching
from planner.ui.report.writing.in_hand import InHand
from planner.ui.report.writing.keeper import Keeper
from planner.ui.report.writing.offer_list import OfferList
from planner.ui.report.writing.outline import OutlineLine, outline_lines
from planner.ui.report.writing.outline_side import OutlineSide
from planner.ui.report.writing.part_acts import PartActs
from planner.ui.report.writing.passages import Passages
from planner.ui.report.writing.preview import Preview
from planner.ui.report.writing.record_acts import RecordActs
from planner.ui.report.writing.report_search import ReportSearch
from planner.ui.report.writing.review_acts import ReviewActs
from planner.ui.report.writing.room_acts import Means
from planner.ui.report.writing.storing import Storing
from planner.ui.report.writing.tool_work import ToolWork
from planner.ui.report.writing.tools import make_actions
from planner.ui.report.writing.totals import totals
from planner.ui.report.writing_room import WritingRoom

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
        self._hand = InHand(formats.words)
        self._open_count: int | None = None
        self._checker = Checker(jobs, today, self)
        self._rests = QTimer(self, singleShot=True, interval=_REST)
        self._follows = QTimer(self, singleShot=True, interval=_FOLLOWS)
        self.accepting = Accepting(editor, formats.words, today, database.who, self)
        self.problems = ProblemSide(
            formats, lambda spot: spot.kind == "section" or can_go(spot), is_low=True
        )
        self.preview = Preview(jobs, database.files)
        self.side = OutlineSide(formats)
        self.outline, self.review = self.side.outline, self.side.review
        means = Means(editor, formats, today, database.who)
        self.part_acts = PartActs(means, self._hand, self)
        self.record_acts = RecordActs(means, self._hand, self)
        self.review_acts = ReviewActs(means, self._hand, self)
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
        self.desk = Desk(self.actions_by_name, self.problems)
        self.edit, self.find_bar = self.desk.edit, self.desk.find_bar
        self.storing = Storing(self._hand, self._editor, self.edit, self)
        self.keeper = Keeper(self.storing.store, self)
        self.offers = OfferList(self.tr("What may be referred to"), self)
        self.tools = ToolWork(self, self._hand, self.desk, self.record_acts, self.review_acts)
        self.passages = Passages(self._hand, self.outline, self.desk, self.preview, self)
        self.find_bar.search(
            ReportSearch(self, self._hand, self._editor, self.outline, self.desk, self.preview)
        )

    def _lay_out(self) -> None:
        self.split = QSplitter()
        for widget in (self.side, self.desk, self.preview):
            self.split.addWidget(widget)
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([px(206), px(464), px(404)])
        self.setLayout(Column(self.split))
        self.setFocusProxy(self.edit)

    def _connect(self) -> None:
        self.outline.chosen.connect(self._show_line)
        self.outline.entered_text.connect(self.edit.setFocus)
        self.part_acts.add_to(self.outline)
        self.edit.typed.connect(self.on_typed)
        self.edit.left.connect(self.keeper.keep)
        self.storing.begun.connect(self.reload)
        self.storing.refused.connect(self.refused)
        self.edit.moved.connect(self._follows.start)
        self.edit.asked.connect(self._offer)
        self.edit.unasked.connect(self.offers.hide)
        self.edit.key_first = self.offers.takes_key
        self.offers.chosen.connect(lambda offer: self.edit.answer(offer.markup))
        self.desk.margin.draft_asked.connect(lambda: self.run("fill"))
        self.problems.spot_asked.connect(self.passages.go_to_spot)
        self.passages.elsewhere.connect(self.spot_asked)
        self.problems.accept_asked.connect(self._accept)
        self.problems.withdraw_asked.connect(self._withdraw)
        self.preview.letter_clicked.connect(self.passages.go_to_letter)
        self.preview.alone_asked.connect(self.pages_asked)
        self.preview.edition_changed.connect(self._print)
        self.preview.refused.connect(self.refused)
        self.preview.shown.connect(self._follow)
        self._checker.made.connect(self._on_checked)
        self._checker.refused.connect(self.refused)
        self._follows.timeout.connect(self._follow)
        self._rests.timeout.connect(self.reload)
        self.follow(self._editor)
        self._connect_review()

    def _connect_review(self) -> None:
        foot, acts = self.review, self.review_acts
        foot.send_asked.connect(acts.ask_to_send)
        foot.return_asked.connect(acts.ask_return)
        foot.final_asked.connect(lambda: self.ask_final())
        foot.differences_asked.connect(acts.show_differences)
        foot.comments_asked.connect(lambda: acts.show_comments(self.passages.go_to_quoted))
        foot.withheld_asked.connect(acts.show_withheld)
        acts.problems_asked.connect(lambda: self.step_problem(1))

    # What is shown

    @property
    def section(self) -> Section | None:
        """The section in hand, as it is stored."""
        return self._hand.section

    @property
    def notices(self) -> Sequence[Notice]:
        return self._hand.notices

    @property
    def open_count(self) -> int | None:
        return self._open_count

    def show_delegation(self, key: UUID) -> None:
        if key != self._hand.delegation:
            self.keeper.keep()
            self._hand.turn_to(key)
            self._open_count = None
            self.problems.show_notices(())
            self.preview.clear()
            self.is_stale = True
        self.refresh_if_seen()

    def reload(self) -> None:
        """Read the dossier now; check it and set the pages in threads."""
        hand = self._hand
        if hand.delegation is None:
            return
        super().reload()
        self._rests.stop()
        try:
            with self._database.read() as session:
                found = dossier(session, hand.delegation)
                hand.earlier = earlier_dossiers(session, found)
            hand.profile = profile_of(found, None)
        except NotFound:  # it was removed; the window goes elsewhere
            return
        except PlannerError as error:
            self.refused.emit(error)
            return
        hand.dossier = found
        self.side.profile_name.setText(hand.profile.name.in_(self._words.language))
        self.review.show_dossier(found)
        self._show_outline()
        self._checker.check(found, hand.profile, hand.earlier)
        self._print()

    def _print(self) -> None:
        if self._hand.dossier is not None:
            self.preview.print_report(self._hand.dossier, self._hand.earlier)

    def _outline_lines(self) -> tuple[OutlineLine, ...]:
        hand = self._hand
        if hand.dossier is None or hand.profile is None:
            return ()
        return outline_lines(
            hand.dossier, hand.profile, hand.paper_words, self._words, hand.notices
        )

    def _show_outline(self) -> None:
        lines, line = self._outline_lines(), self._hand.line
        held = line.key if line else ""
        if line and line.section is None:
            # what had only a meaning may have become a section
            same = [each for each in lines if each.meaning is line.meaning]
            held = same[0].key if same else held
        self.outline.show_lines(lines, held)
        if (shown := self.outline.line) is not None:
            self._show_line(shown, is_new=line is None or shown.key != held)

    def _show_line(self, line: OutlineLine, *, is_new: bool | None = None) -> None:
        """Show a part; what was typed into another one is stored first."""
        if is_new is None:
            is_new = self._hand.line is None or line.key != self._hand.line.key
        if is_new:
            self.keeper.keep()
        self._hand.line = line
        self.desk.show_heading(line.label, line.heading)
        self.desk.margin.level = max(line.depth, 1)
        self.part_acts.suit_part()
        if self.keeper.is_pending:
            return
        section, faces = self.section, self._hand.faces
        text = section.text if section else ""
        self.edit.show_markup(text, faces, faces.is_known, is_new=is_new)
        self.desk.show_drafted(section, self.record_acts.fresh(section) if section else ())
        self._look_through()

    # Writing

    def on_typed(self) -> None:
        """The person changed the text, by a key or by a tool."""
        self.keeper.touch()
        self._follows.start()
        self._look_through()

    def _look_through(self) -> None:
        """Hints and counts, live."""
        hand = self._hand
        if hand.dossier is None or hand.profile is None:
            return
        self.desk.proofreading.look_through(hand.dossier, hand.profile.language)
        section = hand.line.section if hand.line else None
        words = totals(hand.dossier, hand.profile, section, self.edit.markup)
        self.totals_changed.emit(words)

    def stored_section(self) -> Section | None:
        """The section in hand with everything that was typed stored, also a new one."""
        self.keeper.keep()
        self.refresh()
        return self.section

    def _offer(self, wanted: str) -> None:
        if self._hand.dossier is None:
            return
        line = self.edit.cursor_line()
        line.moveTopLeft(self.edit.mapTo(self, line.topLeft()))
        self.offers.show_at(line, self.desk.geometry(), matching(self._hand.faces.offers(), wanted))

    # Acts

    def run(self, name: str) -> None:
        """Do what a tool is for."""
        self.tools.run(name)

    def see_page(self) -> None:
        self._follow()
        self.preview.pages.setFocus()

    def step_problem(self, by: int) -> None:
        self.problems.step(by)

    def step_part(self, by: int) -> None:
        row = self.outline.currentIndex().row() + by
        if 0 <= row < len(self.outline.lines):
            self.outline.choose(self.outline.lines[row].key)

    def _accept(self, notice: Notice) -> None:
        if self._hand.delegation is not None:
            self.accepting.ask(self._hand.delegation, notice)

    def _withdraw(self, notice: Notice) -> None:
        if self._hand.delegation is not None:
            self.accepting.withdraw(self._hand.delegation, notice)

    # Ways through the text

    def go_to_spot(self, spot: Spot) -> None:
        self.passages.go_to_spot(spot)

    def _follow(self) -> None:
        if self.isVisible():
            self.passages.show_page()

    # What happens elsewhere

    def _on_checked(self, notices: Sequence[Notice]) -> None:
        self._hand.notices = notices
        accepted = self._hand.dossier.accepted if self._hand.dossier else {}
        self.problems.show_notices(notices, accepted)
        self._open_count = self.problems.open_count
        self.checked.emit()
        lines = self._outline_lines()
        if [line.key for line in lines] == [line.key for line in self.outline.lines]:
            self.outline.show_lines(lines)

    def outdate(self) -> None:
        """The pages wait until one rests."""
        self.is_stale = True
        if self.isVisible():
            self._rests.start()

    def ask_final(self, checked: Dossier | None = None) -> None:
        self.review_acts.ask_final(checked or self._hand.dossier, () if checked else self.notices)

    def keep(self) -> None:
        self.keeper.keep()

    def close_paper(self) -> None:
        """The window goes: what was typed is stored, what runs is stopped."""
        self.keeper.keep()
        self._checker.cancel()
        self.preview.clear()

    # Qt's interface

    def hideEvent(self, event: QHideEvent) -> None:
        self.keeper.keep()
        super().hideEvent(event)
