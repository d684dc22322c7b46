"""LookDialog: the faces a paper is set in, its watermark, and whether its lines are numbered."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from planner.printing import Watermark
from planner.typesetting.installed import FaceChoice
from planner.ui.components.fields import Field, TextField
from planner.ui.components.panels import Dialog
from planner.ui.window_state import WindowState
from planner.words import Words

_OWN = "own"  # words of one's own as a watermark
_KEPT = ("body_font", "heading_font", "watermark")
_YES = "yes"


@dataclass(frozen=True)
class PaperLook:
    """How pages look, whatever they tell. A font is named `Family:Style`; empty is the shipped."""

    body_font: str = ""
    heading_font: str = ""
    watermark: str = ""
    has_line_numbers: bool = False

    @classmethod
    def kept(cls, state: WindowState) -> "PaperLook":
        """As it was chosen last."""
        body, heading, watermark = map(state.value, _KEPT)
        return cls(body, heading, watermark, state.value("line_numbers") == _YES)

    def keep(self, state: WindowState) -> None:
        for name in _KEPT:
            state.remember(name, getattr(self, name))
        state.remember("line_numbers", _YES if self.has_line_numbers else "")


class LookDialog(Dialog):
    """Shows a look and gives another; fonts come later, when the machine's have been found."""

    def __init__(self, look: PaperLook, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Look of the pages"), self.tr("Set the pages"), parent)
        self._words = words
        self.body_font = self._font_field(self.tr("Font of the text"), look.body_font)
        self.heading_font = self._font_field(
            self.tr("Font of cover and headings"), look.heading_font
        )
        self._build_watermark(look.watermark)
        self.line_numbers = QCheckBox(self.tr("Number the lines, as on a draft"))
        self.line_numbers.setChecked(look.has_line_numbers)
        self.body.addWidget(self.line_numbers)
        self.body_font.setFocus()

    def _font_field(self, name: str, chosen: str) -> QComboBox:
        font = QComboBox()
        font.setMaxVisibleItems(16)
        font.addItem(self.tr("As shipped"), "")
        if chosen:
            font.addItem(_shown(chosen), chosen)
            font.setCurrentIndex(1)
        self.body.addWidget(Field(name, font))
        return font

    def _build_watermark(self, chosen: str) -> None:
        self.watermark = QComboBox()
        self.watermark.addItem(self.tr("None"), "")
        for each in Watermark:
            self.watermark.addItem(self._words(f"print.{each}"), each.value)
        self.watermark.addItem(self.tr("Own words"), _OWN)
        place = self.watermark.findData(chosen)
        self.own = TextField(self.tr("Words across each page"))
        if place < 0:
            place = self.watermark.findData(_OWN)
            self.own.setText(chosen)
        self.watermark.setCurrentIndex(place)
        self.own.setEnabled(self.watermark.currentData() == _OWN)
        self.watermark.currentIndexChanged.connect(
            lambda _: self.own.setEnabled(self.watermark.currentData() == _OWN)
        )
        self.body.addWidget(Field(self.tr("Watermark"), self.watermark))
        self.body.addWidget(Field(self.tr("Words across each page"), self.own))

    @property
    def look(self) -> PaperLook:
        marked = self.watermark.currentData()
        return PaperLook(
            self.body_font.currentData(),
            self.heading_font.currentData(),
            self.own.text().strip() if marked == _OWN else marked,
            self.line_numbers.isChecked(),
        )

    def offer_fonts(self, choices: Iterable[FaceChoice]) -> None:
        """What is chosen stays so, even where it is no longer installed."""
        named = list(dict.fromkeys(f"{choice.family}:{choice.style}" for choice in choices))
        for font in (self.body_font, self.heading_font):
            chosen = font.currentData()
            for name in named:
                if name != chosen:
                    font.addItem(_shown(name), name)


def _shown(font: str) -> str:
    family, _, style = font.partition(":")
    return f"{family} {style}".strip()
