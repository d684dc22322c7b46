"""SettingsPanel: language, colours, text size; each choice is felt at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from planner.settings import Settings
from planner.ui.appearance import Pigment, Type
from planner.ui.components.buttons import Choice, SegmentedControl
from planner.ui.components.labels import Label
from planner.ui.components.panels import SidePanel
from planner.ui.icons import Icon

_SIZES = ("0.9", "1.0", "1.25", "1.5", "2.0")


class SettingsPanel(SidePanel):
    """Tells the whole of the new settings at each change."""

    changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, store: str, parent: QWidget | None = None) -> None:
        super().__init__("", Icon.SETTINGS, parent)
        self.title.setText(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self._settings = settings
        self.language = SegmentedControl(
            [Choice("zh_TW", "繁體中文"), Choice("en", "English")], self.tr("Language")
        )
        self.scheme = SegmentedControl(
            [
                Choice("system", self.tr("As the desktop")),
                Choice("light", self.tr("Light")),
                Choice("dark", self.tr("Dark")),
            ],
            self.tr("Colours"),
        )
        self.contrast = QCheckBox(self.tr("High contrast"))
        self.size = SegmentedControl(
            [Choice(size, f"{float(size):.0%}") for size in _SIZES], self.tr("Text size")
        )
        self._show()
        for name, control in (
            (self.tr("Language"), self.language),
            (self.tr("Colours"), self.scheme),
            (self.tr("Text size"), self.size),
        ):
            self.body.addWidget(Label(name, Type.SMALL, Pigment.INK2))
            self.body.addWidget(control)
            self.body.addSpacing(8)
        self.body.addWidget(self.contrast)
        self.body.addSpacing(16)
        self.body.addWidget(Label(self.tr("Store"), Type.SMALL, Pigment.INK2))
        place = Label(store, Type.SMALL, wraps=True)
        self.body.addWidget(place)
        self.body.addStretch(1)
        self._connect()

    def _show(self) -> None:
        self.language.choose(self._settings.language)
        self.scheme.choose(self._settings.scheme)
        self.contrast.setChecked(self._settings.high_contrast)
        scale = self._settings.text_scale
        self.size.choose(min(_SIZES, key=lambda size: abs(float(size) - scale)))

    def _connect(self) -> None:
        self.language.chosen.connect(lambda value: self._change("language", value))
        self.scheme.chosen.connect(lambda value: self._change("scheme", value))
        self.size.chosen.connect(lambda value: self._change("text_scale", float(value)))
        self.contrast.toggled.connect(lambda value: self._change("high_contrast", value))

    def _change(self, name: str, value: object) -> None:
        self._settings = self._settings.model_copy(update={name: value})
        self.changed.emit(self._settings)
