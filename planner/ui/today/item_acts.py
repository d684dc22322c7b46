"""What one does with what is owed: closing it, giving it another day, taking it to a calendar."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.changes import EditName
from planner.domain.delegation import WorkShare
from planner.domain.errors import PlannerError
from planner.domain.follow_up import FollowUp
from planner.exchange.due_calendar import SUFFIX, Entry, write_calendar
from planner.output import write_file
from planner.queries.due_days import DueDay
from planner.queries.today import TodayItem
from planner.rules.deadlines import Urgency
from planner.store.unit_of_work import UnitOfWork
from planner.ui.editor import Editor
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.today.item_forms import DoneForm, NewDayForm
from planner.ui.today.today_looks import TodayLooks
from planner.usecases.clocks import tick_clock
from planner.usecases.follow_ups import change_follow_up, close_follow_up
from planner.usecases.work_shares import change_work_share


class ItemActs(QObject):
    saved = Signal(str)  # path
    refused = Signal(object)  # PlannerError
    told = Signal(str)  # why nothing was done

    def __init__(
        self, editor: Editor, formats: Formats, today: Callable[[], date], page: QWidget
    ) -> None:
        super().__init__(page)
        self._editor = editor
        self._formats = formats
        self._today = today
        self._page = page

    def finish(self, item: TodayItem, looks: TodayLooks) -> None:
        """A share of work at once; what needs a word asks for it."""
        if item.kind == WorkShare.kind:
            done_on = self._today()
            name = EditName("finish_work_share", {"what": item.text})
            self._editor.run(
                name, lambda work: change_work_share(work, item.record, done_on=done_on)
            )
        elif item.kind == FollowUp.kind or (item.clock and not item.is_told):
            self._ask_done(item, looks)
        else:
            self.told.emit(self.tr("Its records tell when it is done: open it"))

    def _ask_done(self, item: TodayItem, looks: TodayLooks) -> None:
        form = DoneForm(self._formats.words, item.is_priority)
        code = "tick_clock" if item.clock else "close_follow_up"
        name = EditName(code, {"what": looks.text(item)})

        def use_case(work: UnitOfWork) -> object:
            values, on = form.values(), self._today()
            if item.clock is None:
                return close_follow_up(work, item.record, on=on, **values)
            return tick_clock(
                work,
                item.record,
                item.clock.key,
                looks.text(item),
                due_on=item.on,
                done=values["done"],
                on=on,
            )

        self._show(self.tr("Close it"), form, name, use_case, looks.text(item))

    def ask_due(self, item: TodayItem) -> None:
        if item.kind not in (FollowUp.kind, WorkShare.kind):
            self.told.emit(self.tr("Its day follows from the report profile"))
            return
        form = NewDayForm(self._formats)
        form.show_values({"due_on": None if item.urgency is Urgency.WAITING else item.on})
        change = change_follow_up if item.kind == FollowUp.kind else change_work_share
        name = EditName("due_day", {"what": item.text})
        self._show(
            self.tr("Due day"),
            form,
            name,
            lambda work: change(work, item.record, due_on=form.values()["due_on"]),
            item.text,
        )

    def _show(
        self,
        title: str,
        form: DoneForm | NewDayForm,
        name: EditName,
        use_case: Callable[[UnitOfWork], object],
        reason: str,
    ) -> None:
        dialog = FormDialog(
            title,
            title,
            form,
            lambda: bool(form.submit(self._editor, name, lambda work: (use_case(work),))),
            self._page.window(),
            reason,
        )
        dialog.open()

    # The calendar

    def ask_path(self, chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._page.window(), self.tr("Export calendar"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Calendars (*.ics)"))
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.open()

    def write_calendar(self, path: Path, days: Iterable[DueDay], looks: TodayLooks) -> None:
        entries = [Entry(due.key, due.on, looks.due(due), due.delegation) for due in days]
        try:
            write_file(path, write_calendar(entries, datetime.now(UTC)))
        except PlannerError as error:
            self.refused.emit(error)
        else:
            self.saved.emit(str(path))
