"""SettingsPanel: language, colours, text size; each choice is felt at once."""

from PySide6.QtWidgets import QCheckBox, QWidget

from planner.settings import Settings
from planner.ui.appearance import Dressed, Pigment, Type, px
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button, Choice, IconButton, SegmentedControl
from planner.ui.components.labels import Label
from planner.ui.components.panels import SidePanel
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon
from planner.ui.preferences import Preferences

_STEP = 1.1


class SettingsPanel(SidePanel, Dressed):
    """Shows the preferences and changes them; follows them when they change elsewhere."""

    def __init__(self, preferences: Preferences, store: str, parent: QWidget | None = None) -> None:
        super().__init__("", Icon.SETTINGS, parent)
        self._preferences = preferences
        self.title.setText(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
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
        self._lay_out(store)
        self.show_settings(preferences.settings)
        self._connect()
        self.dress()

    def _lay_out(self, store: str) -> None:
        sizes = Row(self.smaller, self.text_size, self.larger, 8, self.usual, None, spacing=4)
        for name, control in (
            (self.tr("Language"), self.language),
            (self.tr("Colours"), self.scheme),
            (self.tr("Text size"), sizes),
        ):
            self.body.addWidget(Label(name, Type.SMALL, Pigment.INK2))
            if isinstance(control, QWidget):
                self.body.addWidget(control)
            else:
                self.body.addLayout(control)
            self.body.addSpacing(px(8))
        self.body.addWidget(self.contrast)
        self.body.addSpacing(px(16))
        self.body.addWidget(Label(self.tr("Store"), Type.SMALL, Pigment.INK2))
        self.store = Label(_breakable(store), Type.SMALL, wraps=True)
        self.store.setToolTip(store)
        self.body.addWidget(self.store)
        self.body.addStretch(1)

    def show_settings(self, settings: Settings) -> None:
        self.language.choose(settings.language)
        self.scheme.choose(settings.scheme)
        self.contrast.setChecked(settings.high_contrast)
        self.text_size.setText(f"{settings.text_scale:.0%}")

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
        preferences.changed.connect(self.show_settings)


def _breakable(path: str) -> str:
    """A path may be broken behind its strokes."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
