"""Forms and lists of the writing room: a part, a comment, a version, what is to be taken in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning
from planner.domain.review import Comment, ReturnReason
from planner.domain.values import Disclosure
from planner.rules.drafting import DraftChange, DraftState
from planner.rules.revision import compared
from planner.ui.appearance import px
from planner.ui.components.panels import Dialog
from planner.ui.form import Form
from planner.ui.formats import Formats
from planner.ui.inputs import AreaInput, ChecklistInput, ChoiceInput, DayInput, TextInput
from planner.ui.report.writing.differences import DifferenceText
from planner.words import Words

_ROWS = 6


class SectionForm(Form):
    """A chapter or part: what it is called, what it is for, who may read it."""

    def __init__(self, formats: Formats, dossier: Dossier) -> None:
        words = formats.words
        super().__init__(words, "section")
        hosts = [(None, ""), *((host.id, host.name) for host in dossier.organisations)]
        self.add(self.field("heading", TextInput()))
        self.add(
            self.field("meaning", ChoiceInput((each, words.value(each)) for each in ChapterMeaning))
        )
        self.add(self.field("day", DayInput(formats)), self.field("host_id", ChoiceInput(hosts)))
        self.add(
            self.field("disclosure", ChoiceInput((each, words.value(each)) for each in Disclosure))
        )


class CommentForm(Form):
    def __init__(self, words: Words) -> None:
        super().__init__(words, "comment")
        self.add(self.field("text", AreaInput(lines=4)))
        self.add(self.field("written_by", TextInput()))


class SendingForm(Form):
    def __init__(self, formats: Formats) -> None:
        super().__init__(formats.words, "report_version")
        self.add(self.field("sent_to", TextInput()), self.field("sent_on", DayInput(formats)))


class ReturnForm(Form):
    def __init__(self, formats: Formats) -> None:
        words = formats.words
        super().__init__(words, "report_version", places={"version.needs_reason": "return_reasons"})
        reasons = ChecklistInput()
        reasons.offer([(each, words.value(each)) for each in ReturnReason])
        self.add(self.field("returned_on", DayInput(formats)))
        self.add(self.field("return_reasons", reasons))
        self.add(self.field("return_note", AreaInput(lines=3)))


class DraftDialog(Dialog):
    """What the records say now, beside what was taken in; one chooses what to take."""

    WIDTH = 640

    def __init__(
        self,
        changes: Sequence[DraftChange],
        words: Words,
        shown: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        super().__init__(
            self.tr("Take in what the records say?"),
            self.tr("Take in"),
            parent,
            reason=self.tr("What you wrote yourself stays as it is."),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._changes, self._shown = changes, shown
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Passages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for change in changes:
            told = shown(change.after or change.before).replace("\n", " ")
            item = QListWidgetItem(f"{words(f'draft_state.{change.state}')}　{told[:60]}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            takes = change.state in (DraftState.NEW, DraftState.CHANGED)
            item.setCheckState(Qt.CheckState.Checked if takes else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setFixedHeight(_height_of(self.list))
        self.difference = DifferenceText(self.tr("Differences"))
        self.body.addWidget(self.list)
        self.body.addWidget(self.difference)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def chosen(self) -> frozenset[str]:
        rows = range(self.list.count())
        return frozenset(
            self._changes[row].key
            for row in rows
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        )

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._changes):
            change = self._changes[row]
            before, after = self._shown(change.before), self._shown(change.after)
            self.difference.show_texts([("", compared(before, after))])


def _height_of(shown: QListWidget) -> int:
    """Of all its rows, or of as many as leave room for what is said of one."""
    rows = min(shown.count(), _ROWS)
    return rows * shown.sizeHintForRow(0) + 2 * shown.frameWidth()


class CommentDialog(Dialog):
    """All comments; Space settles one or opens it again, Enter goes to its words."""

    went = Signal(object)  # Comment
    settled = Signal(object, bool)  # Comment, whether it is settled now
    WIDTH = 560

    def __init__(self, comments: Sequence[Comment], formats: Formats, parent: QWidget) -> None:
        super().__init__(
            self.tr("Comments"),
            self.tr("Go to the words"),
            parent,
            safe=self.tr("Close"),
            reason=self.tr("A ticked comment is settled."),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._comments = comments
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Comments"))
        self.list.setWordWrap(True)
        self.list.setSpacing(px(4))
        self.list.setMinimumHeight(px(240))
        for comment in comments:
            item = QListWidgetItem(_comment_text(comment, formats))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_settled = comment.settled_on is not None
            item.setCheckState(Qt.CheckState.Checked if is_settled else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.body.addWidget(self.list)
        self.list.itemChanged.connect(self._on_ticked)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.accepted.connect(self._go)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        comment = self._comments[self.list.row(item)]
        self.settled.emit(comment, item.checkState() is Qt.CheckState.Checked)

    def _go(self) -> None:
        if 0 <= (row := self.list.currentRow()) < len(self._comments):
            self.went.emit(self._comments[row])


def _comment_text(comment: Comment, formats: Formats) -> str:
    who = " ".join(part for part in (comment.written_by, formats.dated(comment.written_on)) if part)
    quoted = formats.words("paper.cited_title", title=comment.quoted) if comment.quoted else ""
    return "\n".join(part for part in (quoted, comment.text, who) if part)
