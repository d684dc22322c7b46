"""The words of the window in the language chosen."""

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from planner.resources import resource
from planner.ui.lrelease import NotCompiled, release

logger = logging.getLogger(__name__)

LANGUAGES = ("zh_TW", "en")
_INSTALLING = 60 * 10**9  # nanoseconds; installers write the two files in any order


class Translation(QObject):
    """Installs our words and Qt's own. Windows made before keep theirs: make them anew."""

    def __init__(self, app: QCoreApplication, cache: Path) -> None:
        super().__init__(app)
        self._app = app
        self._cache = cache
        self._installed: list[QTranslator] = []

    def choose(self, language: str) -> None:
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        QLocale.setDefault(QLocale(language))
        for path in (_of_qt(language), self._of_ours(language)):
            if path is not None:
                self._install(path)

    def _install(self, path: Path) -> None:
        translator = QTranslator(self)
        if translator.load(str(path)):
            self._app.installTranslator(translator)
            self._installed.append(translator)

    def _of_ours(self, language: str) -> Path | None:
        """The shipped .qm; in a checkout, where it is missing or old, one compiled for us."""
        source = resource("translations", f"planner_{language}.ts")
        shipped = source.with_suffix(".qm")
        written = source.stat().st_mtime_ns
        if shipped.exists() and shipped.stat().st_mtime_ns >= written - _INSTALLING:
            return shipped
        kept = self._cache / "translations" / f"{source.stem}-{written}.qm"
        if not kept.exists():
            try:
                release(source, kept)
            except (NotCompiled, OSError) as error:
                logger.warning("no translation into %s: %s", language, error)
                return shipped if shipped.exists() else None
        return kept


def _of_qt(language: str) -> Path | None:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    path = Path(folder, f"qtbase_{language}.qm")
    return path if path.exists() else None
