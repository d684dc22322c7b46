"""AboutDialog: which version this is, and to whom we owe its fonts, icons and libraries."""

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from planner import __version__
from planner.ui.appearance import Height, Pigment, px
from planner.ui.components.panels import Dialog
from planner.ui.components.row_table import RowTable
from planner.ui.row_table_model import Column, RowTableModel, Section

_DISTRIBUTION = "delegation-planner"
_HEIGHT = 400
_FONTS = (
    ("Noto Sans TC, Noto Sans SC", "OFL-1.1"),
    ("TW-Kai, TW-Kai-Ext-B, TW-Sung（全字庫）", "OGDL-Taiwan-1.0"),
    ("PlannerKai-Rare (LXGW)", "OFL-1.1"),
    ("Liberation Serif", "OFL-1.1"),
    ("DejaVu Sans", "Bitstream-Vera"),
)
_DATA = (
    ("Natural Earth", "Public domain"),
    ("GeoNames", "CC-BY-4.0"),
    ("Unicode CLDR", "Unicode-3.0"),
)
_LONGEST_LICENCE = 60


@dataclass(frozen=True)
class Credit:
    """A work of others, its version and its licence."""

    key: str
    version: str
    licence: str


class AboutDialog(Dialog):
    WIDTH = 640

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Delegation Planner {version}").format(version=__version__),
            self.tr("Close"),
            parent,
            reason=self.tr(
                "Plan an official exchange delegation, write its visit report, and follow every "
                "recommendation until it is done. Free software under the MIT licence; your data "
                "stay where you keep them."
            ),
        )
        self.safe.hide()
        columns: list[Column[Credit]] = [
            Column(self.tr("Work"), lambda credit: credit.key),
            Column(
                self.tr("Version"),
                lambda credit: credit.version,
                width=84,
                pigment=Pigment.INK2,
            ),
            Column(
                self.tr("Licence"), lambda credit: credit.licence, width=200, pigment=Pigment.INK2
            ),
        ]
        self.model = RowTableModel(columns, self)
        self.table = RowTable(self.model, self.tr("Licences"), Height.ROW_DENSE)
        self.table.setMinimumHeight(px(_HEIGHT))
        self.body.addWidget(self.table)
        ours = Credit(self.tr("Icons, words and profiles of this program"), __version__, "MIT")
        fonts = [Credit(name, "", licence) for name, licence in _FONTS]
        data = [Credit(name, "", licence) for name, licence in _DATA]
        libraries = list(library_credits())
        self.model.show(
            [
                ours,
                Section(self.tr("Fonts"), len(fonts)),
                *fonts,
                Section(self.tr("Maps and names of countries"), len(data)),
                *data,
                Section(self.tr("Libraries"), len(libraries)),
                *libraries,
            ]
        )


def library_credits() -> Iterator[Credit]:
    """What we stand on, and what that stands on in turn, as the packages tell of themselves."""
    yield Credit("Python", platform.python_version(), "PSF-2.0")
    yield Credit("Qt", qVersion(), "LGPL-3.0-only")
    found: dict[str, Credit] = {}
    _gather(_DISTRIBUTION, found)
    for name in sorted(found.keys() - {_DISTRIBUTION}):
        yield found[name]


def _gather(name: str, found: dict[str, Credit]) -> None:
    """Of a package and all it asks for, as far as that is installed."""
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return
    found[name] = Credit(package.name, package.version, _licence(package))
    for line in package.requires or []:
        wanted = re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", line)[0]).casefold()
        if "extra ==" not in line and wanted not in found:
            _gather(wanted, found)


def _licence(package: Distribution) -> str:
    """The expression, else the classifiers, else the first line of what stands there or beside."""
    told = package.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    classifiers = told.get_all("Classifier") or []
    named = [line.split(" :: ")[-1] for line in classifiers if line.startswith("License :: ")]
    plain = told["License"] if "License" in set(told) else ""
    written = ", ".join(named) or plain or _licence_file(package)
    return written.partition("\n")[0][:_LONGEST_LICENCE]


def _licence_file(package: Distribution) -> str:
    for name in package.metadata.get_all("License-File") or []:
        text = package.read_text(f"licenses/{name}") or package.read_text(name)
        if text:
            return text.strip()
    return ""
