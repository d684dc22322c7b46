"""Colours, sizes and faces of the window by name, and the one palette of each scheme.

Nothing is kept here: the application's palette and font say which tokens are in force, so that
whatever paints asks `tokens()` and `px()` and is right after every change of scheme or text size.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLayout

from planner.resources import resource

FACES = ("Noto Sans TC", "Noto Sans SC")
BASE_PIXELS = 13
_NOMINAL_DPI = 72 if sys.platform == "darwin" else 96
_BASE_POINTS = BASE_PIXELS * 72 / _NOMINAL_DPI
_NARROW = QFont.Tag("pwid")  # marks that both scripts share: quotes as wide as Latin wants them


class Pigment(StrEnum):
    """Inks, by what they say."""

    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    INDIGO = "indigo"
    CINNABAR = "cinnabar"
    GAMBOGE = "gamboge"
    PINE = "pine"
    AZURITE = "azurite"
    OCHRE = "ochre"
    WISTERIA = "wisteria"


class Ground(Enum):
    """What a surface is made of, as the palette role that keeps its colour."""

    CHROME = QPalette.ColorRole.Window
    SHEET = QPalette.ColorRole.Light
    CARD = QPalette.ColorRole.Base
    SUNK = QPalette.ColorRole.Shadow


class Space(IntEnum):
    """Distances at 100 %."""

    HAIR = 2
    TIGHT = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    PAGE = 24
    WIDE = 32
    HUGE = 48


class Height(IntEnum):
    SMALL = 24
    BUTTON = 28
    ROW_DENSE = 28
    NAV = 30
    ROW = 34
    BAR = 36
    HEADER = 44


class Radius(IntEnum):
    CHIP = 4
    FIELD = 6
    CARD = 8
    PILL = 14


class Type(Enum):
    """Size in pixels at 100 %, line height, and whether bold."""

    TICK = (11, 16, False)
    SMALL = (12, 18, False)
    BASE = (13, 20, False)
    STRONG = (13, 20, True)
    SECTION = (15, 22, True)
    TITLE = (20, 28, True)
    FIGURE = (28, 36, False)
    EDITOR = (15, 28, False)

    @property
    def pixels(self) -> int:
        return self.value[0]

    @property
    def line(self) -> int:
        return self.value[1]

    @property
    def bold(self) -> bool:
        return self.value[2]


@dataclass(frozen=True)
class Tokens:
    """The colours of one scheme, as `#rrggbb`."""

    dark: bool
    high_contrast: bool
    chrome: str
    sheet: str
    card: str
    sunk: str
    hover: str
    selection: str
    line: str
    edge: str
    on_indigo: str
    inks: Mapping[Pigment, str]
    tints: Mapping[Pigment, str]

    def color(self, pigment: Pigment) -> QColor:
        return QColor(self.inks[pigment])

    def tint(self, pigment: Pigment) -> QColor:
        """The ground of a chip or block whose text wears this pigment."""
        return QColor(self.tints[pigment])


_LIGHT = Tokens(
    dark=False,
    high_contrast=False,
    chrome="#F1EFEA",
    sheet="#FBFAF8",
    card="#FFFFFF",
    sunk="#EBE8E2",
    hover="#F3F1EC",
    selection="#E5ECF5",
    line="#E3DFD8",
    edge="#8A847A",
    on_indigo="#FFFFFF",
    inks={
        Pigment.INK: "#23211D",
        Pigment.INK2: "#565149",
        Pigment.INK3: "#696359",
        Pigment.INDIGO: "#2C5182",
        Pigment.CINNABAR: "#991D16",
        Pigment.GAMBOGE: "#836204",
        Pigment.PINE: "#1F7067",
        Pigment.AZURITE: "#176A8F",
        Pigment.OCHRE: "#8E4E13",
        Pigment.WISTERIA: "#622C66",
    },
    tints={
        Pigment.INK: "#FFFFFF",
        Pigment.INK2: "#ECE9E4",
        Pigment.INK3: "#FFFFFF",
        Pigment.INDIGO: "#E5ECF5",
        Pigment.CINNABAR: "#FAE9E6",
        Pigment.GAMBOGE: "#F9F1DA",
        Pigment.PINE: "#E0F0EC",
        Pigment.AZURITE: "#E1EFF6",
        Pigment.OCHRE: "#F8ECDF",
        Pigment.WISTERIA: "#F3E9F3",
    },
)

_DARK = Tokens(
    dark=True,
    high_contrast=False,
    chrome="#191816",
    sheet="#201F1D",
    card="#292724",
    sunk="#151412",
    hover="#2B2926",
    selection="#273750",
    line="#393631",
    edge="#8B857A",
    on_indigo="#132033",
    inks={
        Pigment.INK: "#ECE9E3",
        Pigment.INK2: "#BFB9AF",
        Pigment.INK3: "#A9A398",
        Pigment.INDIGO: "#9DBDEA",
        Pigment.CINNABAR: "#F48B7B",
        Pigment.GAMBOGE: "#EFD596",
        Pigment.PINE: "#8AE3D4",
        Pigment.AZURITE: "#A3DCF2",
        Pigment.OCHRE: "#EBA765",
        Pigment.WISTERIA: "#D391DF",
    },
    tints={
        Pigment.INK: "#292724",
        Pigment.INK2: "#34312D",
        Pigment.INK3: "#292724",
        Pigment.INDIGO: "#273750",
        Pigment.CINNABAR: "#45241F",
        Pigment.GAMBOGE: "#3D3318",
        Pigment.PINE: "#173A35",
        Pigment.AZURITE: "#1A3846",
        Pigment.OCHRE: "#402C19",
        Pigment.WISTERIA: "#3D2842",
    },
)


def _in_high_contrast(tokens: Tokens) -> Tokens:
    """Tints go to card, hairlines to edge, pigments to ink; shapes and words stay."""
    ink = tokens.color(Pigment.INK).name()
    return replace(
        tokens,
        high_contrast=True,
        line=tokens.edge,
        on_indigo=tokens.card,
        inks=dict.fromkeys(Pigment, ink),
        tints=dict.fromkeys(Pigment, tokens.card),
    )


@cache
def scheme(dark: bool, high_contrast: bool = False) -> Tokens:
    normal = _DARK if dark else _LIGHT
    return _in_high_contrast(normal) if high_contrast else normal


@cache
def _schemes_by_line() -> dict[int, Tokens]:
    schemes = (scheme(dark, contrast) for dark in (False, True) for contrast in (False, True))
    return {QColor(tokens.line).rgb(): tokens for tokens in schemes}


def tokens() -> Tokens:
    """Those in force: each scheme's hairline, kept in the palette as Mid, is its own."""
    line = QGuiApplication.palette().color(QPalette.ColorRole.Mid).rgb()
    return _schemes_by_line().get(line, _LIGHT)


def palette(tokens: Tokens) -> QPalette:
    role, ink = QPalette.ColorRole, tokens.color
    roles = {
        role.Window: tokens.chrome,
        role.Base: tokens.card,
        role.AlternateBase: tokens.hover,
        role.Button: tokens.card,
        role.ToolTipBase: tokens.card,
        role.Highlight: tokens.selection,
        role.Mid: tokens.line,
        role.Midlight: tokens.hover,
        role.Light: tokens.sheet,
        role.Dark: tokens.edge,
        role.Shadow: tokens.sunk,
        role.WindowText: ink(Pigment.INK),
        role.Text: ink(Pigment.INK),
        role.ButtonText: ink(Pigment.INK),
        role.HighlightedText: ink(Pigment.INK),
        role.ToolTipText: ink(Pigment.INK),
        role.PlaceholderText: ink(Pigment.INK3),
        role.Accent: ink(Pigment.INDIGO),
        role.Link: ink(Pigment.INDIGO),
        role.LinkVisited: ink(Pigment.INDIGO),
        role.BrightText: ink(Pigment.CINNABAR),
    }
    made = QPalette()
    for each, colour in roles.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, each, ink(Pigment.INK3))
    return made


def scale() -> float:
    """How large a token is drawn: the text size chosen here times that of the desktop."""
    font = QGuiApplication.font()
    screen = QGuiApplication.primaryScreen()
    density = screen.logicalDotsPerInchY() / _NOMINAL_DPI if screen else 1.0
    return font.pointSizeF() / _BASE_POINTS * density


def px(size: float) -> int:
    """A size of the design in pixels of this screen."""
    return round(size * scale())


def typeface(kind: Type) -> QFont:
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(font.pointSizeF() * kind.pixels / BASE_PIXELS)
    font.setBold(kind.bold)
    if kind is Type.EDITOR:
        font.setFeature(_NARROW, 0)  # a report is Chinese whatever the window speaks
    return font


def motion(milliseconds: int) -> int:
    """How long a movement takes: not at all where the desktop wants none."""
    return milliseconds if QApplication.isEffectEnabled(Qt.UIEffect.UI_General) else 0


def load_faces() -> None:
    """Register the shipped faces, so that no machine shows boxes for Chinese."""
    for path in sorted(resource("fonts", "ui").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"{path} is no font")


class Dressed:
    """What measures itself in tokens and must do so again when they change.

    Qt tells no widget with a font of its own that the application's has changed.
    """

    def dress(self) -> None:
        raise NotImplementedError


class Scheme(StrEnum):
    """What a person chose; the desktop decides where she left it to it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """Dresses the application, and follows the desktop where it is asked to."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._high_contrast: bool | None = None
        self._text_size = 1.0
        self._is_latin = False
        load_faces()
        self._desktop = app.styleHints()  # kept: its parts go with the last reference to it
        self._desktop_access = self._desktop.accessibility()
        self._desktop.colorSchemeChanged.connect(self._dress)
        self._desktop_access.contrastPreferenceChanged.connect(self._dress)
        self._dress()

    @property
    def text_size(self) -> float:
        return self._text_size

    def choose(
        self,
        scheme: Scheme | None = None,
        high_contrast: bool | None = None,
        text_size: float | None = None,
        is_latin: bool | None = None,
    ) -> None:
        """Change what is given and leave the rest; sizes from 0.8 to 3.0."""
        if is_latin is not None:
            self._is_latin = is_latin
        if scheme is not None:
            self._scheme = scheme
        if high_contrast is not None:
            self._high_contrast = high_contrast
        if text_size is not None:
            self._text_size = min(max(text_size, 0.8), 3.0)
        self._dress()

    def _dress(self) -> None:
        font = QFont(list(FACES))
        font.setPointSizeF(_BASE_POINTS * self._text_size)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if self._is_latin:
            font.setFeature(_NARROW, 1)
        self._app.setFont(font)
        self._app.setPalette(palette(scheme(self._is_dark(), self._is_high_contrast())))
        for widget in self._app.allWidgets():
            if isinstance(widget, Dressed):
                widget.dress()
            widget.updateGeometry()
        for window in self._app.topLevelWidgets():
            for layout in window.findChildren(QLayout):
                if isinstance(layout, Dressed):
                    layout.dress()
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._desktop.colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def _is_high_contrast(self) -> bool:
        if self._high_contrast is None:
            preference = self._desktop_access.contrastPreference()
            return preference == Qt.ContrastPreference.HighContrast
        return self._high_contrast
