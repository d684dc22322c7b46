"""SettingsPanel: language, looks, notices, and for whom one travels; each is felt at once."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLayout, QWidget

from planner.domain.profile import ReportProfile
from planner.settings import Settings
from planner.ui.appearance import Dressed, Pigment, Type, px
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button, IconButton
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.fields import Field
from planner.ui.components.labels import Label, SectionHeading
from planner.ui.components.panels import SidePanel
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon
from planner.ui.inputs import ChoiceInput, TextInput
from planner.ui.preferences import Preferences

_STEP = 1.1


class SettingsPanel(SidePanel, Dressed):
    """Shows the preferences and changes them; follows them when they change elsewhere."""

    def __init__(
        self,
        preferences: Preferences,
        profiles: Mapping[str, ReportProfile],
        store: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", Icon.SETTINGS, parent)
        self._preferences = preferences
        self.title.setText(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self._make_looks()
        self._make_work(profiles)
        self._lay_out(store)
        self.show_settings(preferences.settings)
        self._connect()
        self.dress()

    def _make_looks(self) -> None:
        self.language = SegmentedControl(
            [Choice("zh_TW", "繁體中文"), Choice("en", "English")], self.tr("Language")
        )
        self.scheme = SegmentedControl(
            [
                Choice("system", self.tr("Desktop")),
                Choice("light", self.tr("Light")),
                Choice("dark", self.tr("Dark")),
            ],
            self.tr("Colours"),
        )
        self.contrast = QCheckBox(self.tr("High contrast"))
        self.smaller = IconButton(Icon.MINUS, self.tr("Smaller text"), keys="Ctrl+Shift+-")
        self.text_size = Label("", Type.BASE)
        self.larger = IconButton(Icon.PLUS, self.tr("Larger text"), keys="Ctrl+Shift++")
        self.usual = Button(self.tr("Usual size"), look=Look.LINK, small=True)

    def _make_work(self, profiles: Mapping[str, ReportProfile]) -> None:
        language = self._preferences.settings.language
        self.agency = TextInput(self.tr("Your agency"), self.tr("As it signs its letters"))
        self.profile = ChoiceInput(
            (key, profile.name.in_(language)) for key, profile in profiles.items()
        )
        self.notices = QCheckBox(self.tr("Tell by the desktop what is due"))
        self.notices.setToolTip(
            self.tr("Once a day, where something is late or due; the window tells it anyway.")
        )

    def _lay_out(self, store: str) -> None:
        sizes = Row(self.smaller, self.text_size, self.larger, 8, self.usual, None, spacing=4)
        self._part(self.tr("Language"), self.language)
        self._part(self.tr("Colours"), self.scheme)
        self._part(self.tr("Text size"), sizes)
        self.body.addWidget(self.contrast)
        self.body.addSpacing(px(16))
        self.body.addWidget(SectionHeading(self.tr("New delegations")))
        hint = self.tr("Leads each new delegation")
        self.body.addWidget(Field(self.tr("&Your agency"), self.agency, hint))
        hint = self.tr("Its chapters, cover, limits and days; each delegation may have another")
        self.body.addWidget(Field(self.tr("&Report profile"), self.profile, hint))
        self.body.addSpacing(px(8))
        self.body.addWidget(SectionHeading(self.tr("Notices")))
        self.body.addWidget(self.notices)
        self.body.addSpacing(px(16))
        self.store = Label(_breakable(store), Type.SMALL, wraps=True)
        self.store.setToolTip(store)
        self._part(self.tr("Store"), self.store)
        self._part(self.tr("Second folder of backups"), self._second_folder())
        self.body.addStretch(1)

    def _second_folder(self) -> QLayout:
        """A stick or a share: the copies beside the store go when its disk goes."""
        self.second = Label("", Type.SMALL, wraps=True)
        self.choose_second = Button(self.tr("Choose…"), small=True)
        self.choose_second.setAccessibleName(self.tr("Choose the second folder of backups"))
        self.no_second = Button(self.tr("None"), look=Look.LINK, small=True)
        self.no_second.setAccessibleName(self.tr("No second folder of backups"))
        return Column(self.second, Row(self.choose_second, self.no_second, None), spacing=4)

    def _ask_second(self) -> None:
        dialog = QFileDialog(self, self.tr("Second folder of backups"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._preferences.change(second_folder=name))
        dialog.open()

    def _show_second(self, folder: str) -> None:
        self.no_second.setEnabled(bool(folder))
        if not folder:
            self.second.setText(self.tr("None: choose a stick or a share for one more copy a day"))
        elif Path(folder).is_dir():
            self.second.setText(_breakable(folder))
        else:
            away = self.tr("{folder} is not there now; it gets its copy when it is back")
            self.second.setText(away.format(folder=_breakable(folder)))

    def _part(self, name: str, control: QWidget | QLayout) -> None:
        self.body.addWidget(Label(name, Type.SMALL, Pigment.INK2))
        if isinstance(control, QWidget):
            self.body.addWidget(control)
        else:
            self.body.addLayout(control)
        self.body.addSpacing(px(8))

    def show_settings(self, settings: Settings) -> None:
        self.language.choose(settings.language)
        self.scheme.choose(settings.scheme)
        self.contrast.setChecked(settings.high_contrast)
        self.text_size.setText(f"{settings.text_scale:.0%}")
        self.profile.show_value(settings.profile)
        self.notices.setChecked(settings.desktop_notices)
        self._show_second(settings.second_folder)
        if not self.agency.hasFocus():  # what is being typed stays
            self.agency.show_value(settings.agency)

    def dress(self) -> None:
        self.text_size.setMinimumWidth(px(44))

    def _connect(self) -> None:
        preferences = self._preferences
        self.language.chosen.connect(lambda key: preferences.change(language=key))
        self.scheme.chosen.connect(lambda key: preferences.change(scheme=key))
        self.contrast.clicked.connect(lambda on: preferences.change(high_contrast=on))
        self.smaller.clicked.connect(lambda: preferences.scale_text(1 / _STEP))
        self.larger.clicked.connect(lambda: preferences.scale_text(_STEP))
        self.usual.clicked.connect(lambda: preferences.change(text_scale=1.0))
        self.agency.finished.connect(lambda: preferences.change(agency=self.agency.value()))
        self.profile.finished.connect(lambda: preferences.change(profile=self.profile.value()))
        self.notices.clicked.connect(lambda on: preferences.change(desktop_notices=on))
        self.choose_second.clicked.connect(self._ask_second)
        self.no_second.clicked.connect(lambda: preferences.change(second_folder=""))
        preferences.changed.connect(self.show_settings)


def _breakable(path: str) -> str:
    """A path may be broken behind its strokes."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
