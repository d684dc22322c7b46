"""Sides: the plan with one panel beside it, or none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from planner.ui.appearance import px
from planner.ui.components.panels import SidePanel

_PANEL = 300
_WIDEST_PANEL = 420


class Sides(QSplitter):
    def __init__(self, plan: QWidget, *panels: SidePanel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._panels = panels
        self.setChildrenCollapsible(False)
        self.addWidget(plan)
        self.setStretchFactor(0, 1)
        for panel in panels:
            self.addWidget(panel)
        self.hide_all()

    def show_panel(self, shown: SidePanel) -> None:
        for panel in self._panels:
            panel.setMinimumWidth(px(_PANEL))
            panel.setMaximumWidth(px(_WIDEST_PANEL))
            panel.setVisible(panel is shown)
        rest = max(self.width() - px(_PANEL), 0)
        self.setSizes([rest, *(px(_PANEL) for _ in self._panels)])

    def hide_all(self) -> None:
        for panel in self._panels:
            panel.hide()
