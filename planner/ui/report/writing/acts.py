"""What one does with parts, drafts, marks and the review: each is one edit with a name."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.changes import EditName
from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning, Drafted, Section
from planner.domain.review import Comment, ReportVersion
from planner.papers.drafts import drafts
from planner.plain_text import place_text
from planner.rules.disclosure import public_edition
from planner.rules.drafting import draft_changes
from planner.rules.notice import Notice, parted
from planner.rules.revision import Stretch, changes_since
from planner.ui.actions import window_act
from planner.ui.components.panels import Dialog
from planner.ui.editor import Editor
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.report.writing.differences import DifferenceDialog
from planner.ui.report.writing.faces import ReferenceFaces
from planner.ui.report.writing.forms import (
    CommentDialog,
    CommentForm,
    DraftDialog,
    ReturnForm,
    SectionForm,
    SendingForm,
)
from planner.ui.report.writing.outline import OutlineLine
from planner.ui.report.writing.outline_list import OutlineList
from planner.usecases import writing
from planner.words import Words

_TITLE = 40


class WritingActs(QObject):
    """Dialogs stay open until the edit is taken. The window is told by the editor, as always."""

    def __init__(
        self,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        who: str,
        home: QWidget,
    ) -> None:
        super().__init__(home)
        self._editor, self._formats, self._words = editor, formats, formats.words
        self._today, self._who, self._home = today, who, home
        self._dossier: Dossier | None = None
        self._line: OutlineLine | None = None
        self.dialog: Dialog | None = None
        self.parts = self._part_actions()

    def hold(self, dossier: Dossier | None, line: OutlineLine) -> None:
        """The part that acts of the outline are about."""
        self._dossier, self._line = dossier, line
        is_written = line.section is not None
        for name in ("change", "remove", "up", "down"):
            self.parts[name].setEnabled(is_written)

    # Parts

    def _part_actions(self) -> dict[str, QAction]:
        def made(words: str, keys: str, icon: Icon, act: Callable[[], None]) -> QAction:
            action = window_act(self._home, words, keys, icon)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False: act())
            return action

        return {
            "add": made(self.tr("Add part below…"), "Insert", Icon.PLUS, self.ask_part),
            "chapter": made(self.tr("Add chapter…"), "Shift+Insert", Icon.PLUS, self.ask_chapter),
            "change": made(self.tr("Change part…"), "F2", Icon.PEN, self.ask_change),
            "up": made(self.tr("Move up"), "Alt+Up", Icon.UP, lambda: self._move(-1)),
            "down": made(self.tr("Move down"), "Alt+Down", Icon.DOWN, lambda: self._move(1)),
            "remove": made(self.tr("Remove part"), "Delete", Icon.CLOSE, self.remove_part),
        }

    def add_to(self, outline: OutlineList) -> None:
        outline.addActions(list(self.parts.values()))
        outline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        outline.customContextMenuRequested.connect(lambda where: self._show_menu(outline, where))

    def _show_menu(self, outline: OutlineList, where: QPoint) -> None:
        menu = QMenu(outline)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self.parts.values()))
        menu.popup(outline.viewport().mapToGlobal(where))

    def ask_part(self) -> None:
        """A part under the chapter in hand; beside it where that is itself a part."""
        section = self._section
        if section is not None:
            self._ask_new(section.parent_id or section.id, ChapterMeaning.OTHER)

    def ask_chapter(self) -> None:
        self._ask_new(None, ChapterMeaning.OTHER)

    def _ask_new(self, parent: UUID | None, meaning: ChapterMeaning) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        form = SectionForm(self._formats, dossier)
        form.show_values(dict(Section(delegation_id=dossier.delegation.id, meaning=meaning)))

        def store() -> bool:
            values = {"delegation_id": dossier.delegation.id, "parent_id": parent, **form.values()}
            name = EditName("add_section", {"what": values["heading"]})
            return bool(
                form.submit(self._editor, name, lambda work: writing.add_section(work, values))
            )

        self._open(FormDialog(self.tr("Add part"), self.tr("Add"), form, store, self._window))

    def ask_change(self) -> None:
        section, dossier = self._section, self._dossier
        if section is None or dossier is None:
            return
        form = SectionForm(self._formats, dossier)
        form.show_values(dict(section))

        def store() -> bool:
            values = form.changed_values()
            name = EditName("change_section", {"what": self._name(section)})
            return bool(
                form.submit(
                    self._editor,
                    name,
                    lambda work: writing.change_section(work, section.id, **values),
                )
            )

        self._open(FormDialog(self.tr("Change part"), self.tr("Change"), form, store, self._window))

    def _move(self, by: int) -> None:
        if (section := self._section) is not None:
            name = EditName("move_section", {"what": self._name(section)})
            self._editor.run(name, lambda work: writing.move_section(work, section.id, by))

    def remove_part(self) -> None:
        if (section := self._section) is not None:
            name = EditName("remove_section", {"what": self._name(section)})
            self._editor.run(name, lambda work: writing.remove_section(work, section.id))

    @property
    def _section(self) -> Section | None:
        if self._dossier is None or self._line is None or self._line.section is None:
            return None
        found = self._dossier.by_id.get(self._line.section)
        return found if isinstance(found, Section) else None

    def _name(self, section: Section) -> str:
        held = self._line
        return section.heading or (held.heading if held else "")

    # Drafts

    def fresh(
        self, dossier: Dossier, section: Section, line: OutlineLine | None
    ) -> Sequence[Drafted]:
        """What the records say now for a part, in the language of the report."""
        meanings = line.meanings if line else (section.meaning,)
        words = self._report_words
        return [made for each in meanings for made in drafts(section, each, dossier, words)]

    @property
    def _report_words(self) -> Words:
        words: Words = self._home.paper_words  # type: ignore[attr-defined]
        return words

    def fill(
        self, dossier: Dossier | None, section: Section | None, line: OutlineLine | None
    ) -> None:
        """Into an empty part at once; where something is written, one sees the differences."""
        if dossier is None or line is None:
            return
        is_new = section is None
        held = section or Section(
            delegation_id=dossier.delegation.id, meaning=line.meaning, heading=line.heading
        )
        fresh = self.fresh(dossier, held, line)
        changes = draft_changes(held, fresh)
        if not changes:
            self._tell_nothing(bool(fresh))
        elif is_new or not held.text.strip():
            self._take_in(held, line, fresh, {each.key for each in changes}, is_new)
        else:
            faces = ReferenceFaces(dossier, self._report_words)
            dialog = DraftDialog(changes, self._words, faces.shown, self._window)
            dialog.accepted.connect(lambda: self._take_in(held, line, fresh, dialog.chosen, is_new))
            self._open(dialog)

    def _take_in(
        self,
        held: Section,
        line: OutlineLine,
        fresh: Sequence[Drafted],
        keys: set[str] | frozenset[str],
        is_new: bool,
    ) -> None:
        name = EditName("fill_section", {"what": self._name(held) or line.heading})
        if not is_new:
            self._editor.run(name, lambda work: writing.fill_section(work, held.id, fresh, keys))
            return
        values = dict(held)
        del values["id"]
        self._editor.run(
            name,
            lambda work: writing.fill_section(
                work, writing.add_section(work, values, line.index).id, fresh, keys
            ),
        )

    def _tell_nothing(self, is_same: bool) -> None:
        reason = (
            self.tr("The text holds what the records say.")
            if is_same
            else self.tr("The records hold nothing that would be told in this part.")
        )
        dialog = Dialog(
            self.tr("Nothing to take in"), self.tr("Close"), self._window, reason=reason
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.safe.hide()
        self._open(dialog)

    # Marks

    def mark(self, section: Section, kind: str, at: int, words: str) -> None:
        """The words become a record, in the day and with the host of their part."""
        if not words:
            return
        title = words if len(words) <= _TITLE else f"{words[:_TITLE]}…"
        values: dict[str, object] = {"text": words, "stop_id": self._stop_of(section)}
        if kind == "promise" and section.host_id:
            values["by_body_ids"] = (section.host_id,)
        if kind != "promise":
            values["title"] = title
        if kind == "recommendation":
            del values["stop_id"]
        name = EditName("mark_outcome", {"kind": self._words.kind(kind), "what": title})
        self._editor.run(
            name, lambda work: writing.mark_outcome(work, section.id, kind, at, values)
        )

    def _stop_of(self, section: Section) -> UUID | None:
        """The stop it was seen at, where the part is about one alone."""
        stops = self._dossier.stops if self._dossier else ()
        here = [
            stop.id
            for stop in stops
            if (section.day and stop.starts.day == section.day and stop.host_id)
            or (section.host_id and stop.host_id == section.host_id)
        ]
        return here[0] if len(here) == 1 else None

    # Review

    def ask_comment(self, delegation: UUID | None, section: Section | None, quoted: str) -> None:
        if delegation is None:
            return
        form = CommentForm(self._words)
        form.show_values({"text": "", "written_by": self._who})

        def store() -> bool:
            values = {
                "delegation_id": delegation,
                "section_id": section.id if section else None,
                "quoted": quoted[:300],
                "written_on": self._today(),
                **form.values(),
            }
            what = self._name(section) if section else quoted[:_TITLE]
            name = EditName("add_comment", {"what": what})
            return bool(
                form.submit(self._editor, name, lambda work: writing.add_comment(work, values))
            )

        title = self.tr("Comment on “{words}”").format(words=quoted[:_TITLE]) if quoted else ""
        self._open(
            FormDialog(
                title or self.tr("Comment on this part"),
                self.tr("Comment"),
                form,
                store,
                self._window,
            )
        )

    def show_comments(self, dossier: Dossier, go: Callable[[UUID, str], None]) -> None:
        dialog = CommentDialog(dossier.comments, self._formats, self._window)
        dialog.settled.connect(self._settle)
        dialog.went.connect(
            lambda comment: go(comment.section_id, comment.quoted) if comment.section_id else None
        )
        self._open(dialog)

    def _settle(self, comment: Comment, is_settled: bool) -> None:
        code = "settle_comment" if is_settled else "reopen_comment"
        name = EditName(code, {"what": comment.text[:_TITLE]})
        on = self._today() if is_settled else None
        self._editor.run(name, lambda work: writing.settle_comment(work, comment.id, on, self._who))

    def ask_to_send(self, dossier: Dossier | None) -> None:
        if dossier is not None:
            self._ask_sending(dossier, self.tr("Send this version"), self.tr("Send"), final=False)

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
        dialog = Dialog(
            self.tr("Not final yet"), self.tr("To the problems"), self._window, reason=reason
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._home.run("next_problem"))  # type: ignore[attr-defined]
        self._open(dialog)

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

        self._open(FormDialog(title, act, form, store, self._window))

    def ask_return(self, dossier: Dossier | None) -> None:
        version = _last(dossier)
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

        self._open(
            FormDialog(
                self.tr("Returned for correction"), self.tr("Note"), form, store, self._window
            )
        )

    def show_differences(self, dossier: Dossier | None) -> None:
        """Section by section, since the version that was sent last."""
        version = _last(dossier)
        if version is None or dossier is None:
            return
        faces = ReferenceFaces(dossier, self._report_words)
        texts = [
            (
                change.heading or self.tr("Without heading"),
                tuple(
                    Stretch(faces.shown(each.text), each.is_old, each.is_new)
                    for each in change.stretches
                ),
            )
            for change in changes_since(version, dossier)
        ]
        reason = "" if texts else self.tr("Nothing has changed.")
        title = self.tr("Changes since version {number}").format(number=version.number)
        self._open(DifferenceDialog(title, texts, self._window, self.tr("Close"), reason))

    def show_withheld(self, dossier: Dossier | None) -> None:
        """What the public edition leaves out."""
        if dossier is None:
            return
        lines = []
        for spot in public_edition(dossier).withheld:
            told = place_text(spot, self._words)
            section = dossier.by_id.get(spot.key)
            if spot.span is not None and isinstance(section, Section):
                faces = ReferenceFaces(dossier, self._report_words)
                told += f"　{faces.shown(section.text[slice(*spot.span)]).strip()[:_TITLE]}"
            lines.append(told)
        title = self.tr("Withheld from the public edition")
        texts = [(line, ()) for line in lines]
        self._open(DifferenceDialog(title, texts, self._window, self.tr("Close")))

    @property
    def _window(self) -> QWidget:
        return self._home.window()

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.open()


def _last(dossier: Dossier | None) -> ReportVersion | None:
    versions = dossier.report_versions if dossier else ()
    return max(versions, key=lambda each: each.number, default=None)
