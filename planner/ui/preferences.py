"""Preferences: the settings in force, kept in their file and worn by the application."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from planner import settings
from planner.output import CannotWrite, write_file
from planner.settings import LARGEST_TEXT, SMALLEST_TEXT, Settings
from planner.ui.appearance import Appearance, Scheme
from planner.ui.translation import Translation


class Preferences(QObject):
    """One for the application. Colours and sizes follow at once; a language needs new widgets."""

    changed = Signal(object)  # Settings
    language_changed = Signal()
    refused = Signal(object)  # PlannerError: they could not be kept

    def __init__(
        self, app: QApplication, path: Path, cache: Path, language: str | None = None
    ) -> None:
        """`language` is spoken instead of the one that was kept."""
        super().__init__(app)
        self.settings = settings.load(path)
        if language is not None:
            self.settings = replace(self.settings, language=language)
        self._path = path
        self._appearance = Appearance(app)
        self._translation = Translation(app, cache)
        self._dress()
        self._translation.choose(self.settings.language)

    def change(self, **values: Any) -> None:
        before, self.settings = self.settings, replace(self.settings, **values)
        if self.settings == before:
            return
        try:
            write_file(self._path, settings.written(self.settings))
        except CannotWrite as error:
            # worn all the same, until the program ends
            self.refused.emit(error)
        self._dress()
        self.changed.emit(self.settings)
        if self.settings.language != before.language:
            self._translation.choose(self.settings.language)
            self.language_changed.emit()

    def scale_text(self, factor: float) -> None:
        scaled = self.settings.text_scale * factor
        self.change(text_scale=round(min(max(scaled, SMALLEST_TEXT), LARGEST_TEXT), 2))

    def _dress(self) -> None:
        worn: Settings = self.settings
        self._appearance.choose(
            Scheme(worn.scheme),
            worn.high_contrast or None,
            worn.text_scale,
            is_latin=worn.language == "en",
        )
