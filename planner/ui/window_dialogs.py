"""WindowDialogs: what a window opens over or beside its pages, for any of them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from planner.domain.delegation import Delegation
from planner.domain.errors import Refused
from planner.domain.profile import ReportProfile
from planner.queries.records import record
from planner.ui.areas import Means
from planner.ui.exchange.archives import Archives
from planner.ui.exchange.export_dialog import ExportDialog
from planner.ui.help.about_dialog import AboutDialog
from planner.ui.help.help_panel import HelpPanel
from planner.ui.help_pages import HelpPage
from planner.ui.main_frame import MainFrame
from planner.ui.menus import Menus
from planner.ui.preferences import Preferences
from planner.ui.settings.allowances_dialog import AllowancesDialog
from planner.ui.settings.settings_panel import SettingsPanel
from planner.ui.trust.backups_dialog import BackupsDialog
from planner.ui.trust.history_dialog import HistoryDialog
from planner.ui.trust.personal_data_dialog import PersonalDataDialog
from planner.ui.trust.retention_dialog import RetentionDialog
from planner.ui.versions.versions_dialog import VersionsDialog

HELP_WIDTH = 400


class WindowDialogs(QObject):
    """Each is made when it is asked for, on the delegation in hand where it is about one."""

    saved = Signal(str)  # path
    refused = Signal(object)  # PlannerError
    allowances_changed = Signal()

    def __init__(
        self,
        frame: MainFrame,
        means: Means,
        preferences: Preferences,
        profiles: Mapping[str, ReportProfile],
        pages: Sequence[HelpPage],
        archives: Archives,
        in_hand: Callable[[], UUID | None],
    ) -> None:
        super().__init__(frame)
        self._frame, self._means = frame, means
        self._database, self._words = means.database, means.formats.words
        self._preferences, self._profiles, self._pages = preferences, profiles, pages
        self._archives = archives
        self._in_hand = in_hand

    def follow(self, menus: Menus) -> None:
        """What the menus ask of dialogs."""
        menus.export.triggered.connect(self.ask_export_for_others)
        menus.give_out.triggered.connect(self.ask_export)
        menus.backups.triggered.connect(self.show_backups)
        menus.retention.triggered.connect(self.show_retention)
        menus.history.triggered.connect(self.show_history)
        menus.settings.triggered.connect(self.show_settings)
        menus.allowances.triggered.connect(self.show_allowances)
        menus.help_pages.triggered.connect(lambda: self.show_help(""))
        menus.about.triggered.connect(self.show_about)

    def show_settings(self) -> None:
        panel = SettingsPanel(self._preferences, self._profiles, str(self._database.place))
        panel.closed.connect(self._frame.close_panel)
        self._frame.show_panel(panel, "settings")
        panel.language.setFocus()

    def show_allowances(self) -> None:
        dialog = AllowancesDialog(self._words, self._frame)
        dialog.accepted.connect(self.allowances_changed)
        dialog.open()

    def show_help(self, key: str) -> None:
        """A page of the help beside the work; all of them where there is none of that key."""
        panel = self._frame.panel
        if not isinstance(panel, HelpPanel):
            panel = HelpPanel(self._pages)
            panel.closed.connect(self._frame.close_panel)
            self._frame.show_panel(panel, "help", HELP_WIDTH)
        panel.go(key)
        panel.setFocus()

    def show_about(self) -> None:
        AboutDialog(self._frame).open()

    def show_backups(self) -> None:
        if not isinstance(self._database.place, Path):
            self.refused.emit(Refused("office.on_server", address=str(self._database.place)))
            return
        # not opened, which would leave the other windows free
        BackupsDialog(self._database, self._means.jobs, self._words, self._frame).show()

    def show_personal_data(self, person: UUID) -> None:
        PersonalDataDialog(self._database, self._words, person, self._frame).open()

    def show_retention(self) -> None:
        RetentionDialog(self._database, self._words, self._means.today, self._frame).open()

    def show_history(self) -> None:
        """Of the delegation in hand, or of the whole store."""
        key, database, editor = self._in_hand(), self._database, self._means.editor
        title = "" if key is None else self._title(key)
        HistoryDialog(database, editor, self._words, self._frame, key, title).open()

    def show_versions(self) -> None:
        if (key := self._in_hand()) is None:
            return
        means = self._means
        dialog = VersionsDialog(
            self._database, means.editor, means.formats, key, means.today, self._frame
        )
        dialog.saved.connect(self.saved)
        dialog.refused.connect(self.refused)
        dialog.open()

    def ask_export(self) -> None:
        """The whole of the delegation in hand, as an archive."""
        if (key := self._in_hand()) is not None:
            self._archives.ask_export(key, self._title(key))

    def ask_export_for_others(self) -> None:
        if (key := self._in_hand()) is None:
            return
        dialog = ExportDialog(self._database, self._words, key, self._frame)
        dialog.saved.connect(self.saved)
        dialog.archive_asked.connect(
            lambda path, has_traces: self._archives.give_out(key, path, has_traces=has_traces)
        )
        dialog.open()

    def _title(self, key: UUID) -> str:
        with self._database.read() as session:
            return record(session, Delegation, key).title
