"""The review of the report: comments, versions sent and returned, differences, the last one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal

from planner.domain.changes import EditName
from planner.domain.dossier import Dossier
from planner.domain.manuscript import Section
from planner.domain.review import Comment, ReportVersion
from planner.plain_text import place_text
from planner.rules.disclosure import public_edition
from planner.rules.notice import Notice, Spot, parted
from planner.rules.revision import SectionChange, Stretch, changes_since
from planner.ui.formats import opening
from planner.ui.report.writing.differences import DifferenceDialog
from planner.ui.report.writing.forms import CommentDialog, CommentForm, ReturnForm, SendingForm
from planner.ui.report.writing.room_acts import TITLE, RoomActs
from planner.usecases import writing

_QUOTED = 300


class ReviewActs(RoomActs):
    problems_asked = Signal()

    # Comments

    def ask_comment(self, section: Section | None, quoted: str) -> None:
        delegation = self._hand.delegation
        if delegation is None:
            return
        form = CommentForm(self._words)
        form.show_values({"text": "", "written_by": self._who})

        def store() -> bool:
            values = {
                "delegation_id": delegation,
                "section_id": section.id if section else None,
                "quoted": quoted[:_QUOTED],
                "written_on": self._today(),
                **form.values(),
            }
            what = self._hand.name(section) if section else quoted[:TITLE]
            name = EditName("add_comment", {"what": what})
            return bool(
                form.submit(self._editor, name, lambda work: writing.add_comment(work, values))
            )

        title = self.tr("Comment on “{words}”").format(words=quoted[:TITLE]) if quoted else ""
        self._ask(title or self.tr("Comment on this part"), self.tr("Comment"), form, store)

    def show_comments(self, go: Callable[[UUID, str], None]) -> None:
        dossier = self._hand.dossier
        if dossier is None:
            return
        dialog = CommentDialog(dossier.comments, self._formats, self._window)
        dialog.settled.connect(self._settle)
        dialog.went.connect(
            lambda comment: go(comment.section_id, comment.quoted) if comment.section_id else None
        )
        dialog.open()

    def _settle(self, comment: Comment, is_settled: bool) -> None:
        code = "settle_comment" if is_settled else "reopen_comment"
        name = EditName(code, {"what": comment.text[:TITLE]})
        on = self._today() if is_settled else None
        self._editor.run(name, lambda work: writing.settle_comment(work, comment.id, on, self._who))

    # Versions

    def ask_to_send(self) -> None:
        if self._hand.dossier is not None:
            title, act = self.tr("Send this version"), self.tr("Send")
            self._ask_sending(self._hand.dossier, title, act, final=False)

    def ask_final(self, dossier: Dossier | None, notices: Sequence[Notice]) -> None:
        """Only with nothing left to mend, or a written reason for each that stands."""
        if dossier is None:
            return
        left, _ = parted(notices, dossier.accepted)
        if not left:
            self._ask_sending(dossier, self.tr("Make it final"), self.tr("Final"), final=True)
            return
        reason = self.tr(
            "%n problem(s) are open. Mend each, or accept it with a written reason.", "", len(left)
        )
        dialog = self._tell(self.tr("Not final yet"), self.tr("To the problems"), reason)
        dialog.accepted.connect(self.problems_asked)

    def _ask_sending(self, dossier: Dossier, title: str, act: str, *, final: bool) -> None:
        form = SendingForm(self._formats)
        form.show_values({"sent_to": "", "sent_on": self._today()})
        number = max((each.number for each in dossier.report_versions), default=0) + 1

        def store() -> bool:
            values = form.values()
            code = "finalise_report" if final else "send_version"
            return bool(
                form.submit(
                    self._editor,
                    EditName(code, {"number": str(number)}),
                    lambda work: writing.send_version(
                        work,
                        dossier.delegation.id,
                        values["sent_on"] or self._today(),
                        to=values["sent_to"],
                        by=self._who,
                        final=final,
                    ),
                )
            )

        self._ask(title, act, form, store)

    def ask_return(self) -> None:
        version = self._last
        if version is None:
            return
        form = ReturnForm(self._formats)
        form.show_values({**dict(version), "returned_on": self._today()})

        def store() -> bool:
            values = form.values()
            return bool(
                form.submit(
                    self._editor,
                    EditName("return_version", {"number": str(version.number)}),
                    lambda work: writing.return_version(
                        work,
                        version.id,
                        values["returned_on"] or self._today(),
                        values["return_reasons"],
                        values["return_note"],
                    ),
                )
            )

        self._ask(self.tr("Returned for correction"), self.tr("Note"), form, store)

    @property
    def _last(self) -> ReportVersion | None:
        versions = self._hand.dossier.report_versions if self._hand.dossier else ()
        return max(versions, key=lambda each: each.number, default=None)

    # What differs, what is withheld

    def show_differences(self) -> None:
        """Section by section, since the version that was sent last."""
        version, dossier = self._last, self._hand.dossier
        if version is None or dossier is None:
            return
        shown = self._hand.faces.shown
        texts = [
            (
                change.heading or self.tr("Without heading"),
                [replace(each, text=shown(each.text)) for each in _below(change)],
            )
            for change in changes_since(version, dossier)
        ]
        reason = "" if texts else self.tr("Nothing has changed.")
        title = self.tr("Changes since version {number}").format(number=version.number)
        DifferenceDialog(title, texts, self._window, self.tr("Close"), reason).open()

    def show_withheld(self) -> None:
        """What the public edition leaves out."""
        dossier = self._hand.dossier
        if dossier is None:
            return
        texts = [
            (opening(place_text(spot, self._words)), self._withheld_words(dossier, spot))
            for spot in public_edition(dossier).withheld
        ]
        title = self.tr("Withheld from the public edition")
        DifferenceDialog(title, texts, self._window, self.tr("Close")).open()

    def _withheld_words(self, dossier: Dossier, spot: Spot) -> tuple[Stretch, ...]:
        """The passage itself, where it is one of the text."""
        section = dossier.by_id.get(spot.key)
        if spot.span is None or not isinstance(section, Section):
            return ()
        return (Stretch(self._hand.faces.shown(section.text[slice(*spot.span)]).strip()),)


def _below(change: SectionChange) -> tuple[Stretch, ...]:
    """What stands below its heading, which is told once where it stayed."""
    first, *others = change.stretches
    if first.is_old or first.is_new:
        return change.stretches
    return (replace(first, text=first.text.removeprefix(f"{change.heading}\n\n")), *others)
