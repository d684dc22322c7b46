"""What stands in the window, and how one gets from part to part. No data."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from planner.ui.actions import Keys, window_act
from planner.ui.appearance import (
    Dressed,
    Ground,
    Pigment,
    Radius,
    Type,
    px,
    tokens,
    typeface,
)
from planner.ui.components.boxes import Column, Hairline, Row, Surface, lay_on
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Bar
from planner.ui.components.command_palette import CommandPalette
from planner.ui.components.notices import ProgressLine, Toast
from planner.ui.components.sidebar import Place, Sidebar
from planner.ui.drawing.states import Look
from planner.ui.frame_bars import Header, StatusLine
from planner.ui.icons import Icon
from planner.ui.tab_stops import first_control, is_tab_stop, tab_chain

_NARROW_BELOW = 1100
_PANEL = (280, 300, 420)
_WIDEST_PART = 0.45  # of what is beside the sidebar, where text is large


class _Desk(Surface):
    """The sheet on which pages lie; its upper left corner is round, with a hairline along it."""

    def __init__(self) -> None:
        super().__init__(Ground.CHROME)

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, radius = QPainter(self), px(Radius.CARD)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self.width() + 1, self.height() + 1
        path = QPainterPath()
        path.moveTo(width, 0.5)
        path.lineTo(radius, 0.5)
        path.quadTo(0.5, 0.5, 0.5, radius)
        path.lineTo(0.5, height)
        path.lineTo(width, height)
        path.closeSubpath()
        painter.fillPath(path, QColor(tokens().sheet))
        painter.setPen(tokens().line)
        painter.drawPath(path)
        painter.end()


class _Pages(QStackedWidget):
    """Only the page in front says how much room it needs; none is, before one is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.addWidget(QWidget())

    # Qt's interface

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize()


class FrameParts(QWidget, Dressed):
    """Sidebar, header, content, side panel and status line, as one widget in the window."""

    panel_closed = Signal()

    def __init__(self, frame: QMainWindow, places: Sequence[Place]) -> None:
        super().__init__()
        self._frame = frame
        self.back = self._action(self.tr("Back"), "Alt+Left", Icon.BACK)
        self.forward = self._action(self.tr("Forward"), "Alt+Right", Icon.FORWARD)
        self.undo = self._action(self.tr("Undo"), QKeySequence.StandardKey.Undo, Icon.UNDO)
        self.redo = self._action(self.tr("Redo"), "Ctrl+Shift+Z", Icon.REDO)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.search = self._action(self.tr("Search or run"), "Ctrl+K", Icon.SEARCH)
        self.next_region = self._action(self.tr("Next part of the window"), "F6")
        self.previous_region = self._action(self.tr("Previous part of the window"), "Shift+F6")
        self.sidebar = Sidebar(tuple(places))
        self.header = Header(self.back, self.forward, self.undo, self.redo)
        self.status = StatusLine()
        self.bar = Bar()
        self.progress = ProgressLine()
        self.pages = _Pages()
        self._keys: dict[str, QWidget] = {}
        self._panel: QWidget | None = None
        self._panel_name = ""
        self.panel_widths: dict[str, int] = {}
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.toast = Toast(self._desk)
        self.palette_box = CommandPalette(self)
        self.sidebar.search_asked.connect(self.search.trigger)
        self.search.triggered.connect(lambda: self.palette_box.open())
        self.next_region.triggered.connect(lambda: self._go_to_region(1))
        self.previous_region.triggered.connect(lambda: self._go_to_region(-1))
        self.dress()

    def _lay_out(self) -> None:
        lay_on(self._frame, Ground.CHROME)
        self._bars = QWidget()
        self._bars.setLayout(Row(self.bar, margins=(24, 8, 24, 0)))
        self._bars.hide()
        meanwhile = Row(self.progress, margins=(24, 0, 24, 0))
        pages = QWidget()
        column = Column(self._bars, meanwhile, self.pages, spacing=0)
        column.setStretch(2, 1)
        pages.setLayout(column)
        self.split.addWidget(pages)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 1)
        self._desk = _Desk()
        self._desk.setLayout(
            Column(
                self.header,
                Hairline(),
                self.split,
                Hairline(),
                self.status,
                spacing=0,
                margins=(1, 1, 0, 0),
            )
        )
        self.split.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        across = Row(self.sidebar, self._desk, spacing=0)
        across.setStretch(1, 1)
        self.setLayout(across)

    def _action(self, words: str, keys: Keys, icon: Icon | None = None) -> QAction:
        action = window_act(self._frame, words, keys, icon)
        self._frame.addAction(action)
        return action

    def dress(self) -> None:
        self._frame.menuBar().setFont(typeface(Type.SMALL))
        self._frame.setMinimumSize(px(720), px(480))
        self.follow_width()

    def follow_width(self) -> None:
        self.sidebar.set_compact(self._frame.width() < px(_NARROW_BELOW))

    # Content

    def add_page(self, key: str, page: QWidget) -> None:
        lay_on(page, Ground.SHEET)
        self._keys[key] = page
        self.pages.addWidget(page)

    def show_page(
        self, key: str, trail: Sequence[tuple[str, str]], place: str | None = None
    ) -> None:
        """Bring a page forward; `place` is what the sidebar marks, the key unless given."""
        self.pages.setCurrentWidget(self._keys[key])
        self.header.trail.show_trail(trail)
        self.sidebar.choose(key if place is None else place)

    def show_acts(self, *acts: QAction | QWidget) -> None:
        """Of several acts the last is the primary one, where it is given as an action."""
        self.header.show_acts(
            [
                act if isinstance(act, QWidget) else Button.of(act, self._look(place, len(acts)))
                for place, act in enumerate(acts)
            ]
        )

    @staticmethod
    def _look(place: int, number: int) -> Look:
        return Look.PRIMARY if number > 1 and place == number - 1 else Look.PLAIN

    @property
    def panel(self) -> QWidget | None:
        return self._panel

    @property
    def kept_widths(self) -> dict[str, int]:
        """How wide panels are and were, by their names."""
        shown = self._panel if self._panel_name else None
        return {**self.panel_widths, **({self._panel_name: shown.width()} if shown else {})}

    def show_panel(self, panel: QWidget, name: str = "", width: int = 0) -> None:
        """At the right of the content, until it is closed; as wide as one left its name.

        `width` is what a panel of that name has at first, where it is not the usual.
        """
        self.close_panel()
        self._panel = panel
        self._panel_name = name
        narrow, usual, wide = map(px, (_PANEL[0], width or _PANEL[1], _PANEL[2]))
        usual = min(max(self.panel_widths.get(name) or usual, narrow), wide)
        usual = min(usual, round(self.split.width() * _WIDEST_PART))
        panel.setMinimumWidth(min(narrow, usual))
        panel.setMaximumWidth(wide)
        self.split.addWidget(panel)
        self.split.setSizes([max(self.split.width() - usual, 0), usual])
        panel.show()

    def close_panel(self) -> None:
        if self._panel is None:
            return
        self.panel_widths = self.kept_widths
        panel, self._panel = self._panel, None
        had_keyboard = panel.isAncestorOf(self._frame.focusWidget())
        panel.hide()
        panel.setParent(None)
        panel.deleteLater()
        page = self.pages.currentWidget()
        if had_keyboard and page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel_closed.emit()

    def tell_done(self, done: str, take_back: Callable[[], None] | None = None) -> None:
        """A word after an edit, with the way back."""
        self.toast.tell(done, self.tr("Undo"), take_back)

    def tell(self, sentence: str, icon: Icon, pigment: Pigment, act: QWidget | None = None) -> None:
        """A sentence over the page until it is withdrawn; one at a time."""
        self.bar.show_message(sentence, icon, pigment, act)
        self._bars.show()

    def withdraw(self) -> None:
        self._bars.hide()

    def show_keys(self, *hints: tuple[str, str]) -> None:
        self.status.hints.show_hints(hints)

    def show_totals(self, words: str) -> None:
        self.status.totals.setText(words)

    # Regions

    @property
    def regions(self) -> list[QWidget]:
        """The parts F6 goes through, in the order they are read."""
        parts = [self.sidebar, self.header, self.pages]
        return parts if self._panel is None else [*parts, self._panel]

    def _go_to_region(self, step: int) -> None:
        regions, focus = self.regions, self._frame.focusWidget()
        here = next(
            (place for place, part in enumerate(regions) if focus and part.isAncestorOf(focus)),
            -1 if step > 0 else 0,
        )
        for distance in range(1, len(regions) + 1):
            part = regions[(here + step * distance) % len(regions)]
            target = first_control(part)
            if target:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def go_on(self, forward: bool) -> bool:
        """To the next stop of Tab; False where the keyboard is at none."""
        stops, focus = self._tab_stops(), self._frame.focusWidget()
        if focus not in stops:
            return False
        there = stops[(stops.index(focus) + (1 if forward else -1)) % len(stops)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        there.setFocus(reason)
        return True

    def _tab_stops(self) -> list[QWidget]:
        """Where Tab comes by: the regions in their order, in each as its parts were laid out.

        Qt would go from a page straight to its focus proxy, past everything before it.
        """
        stops = [each for each in tab_chain(self._frame) if is_tab_stop(each)]
        return sorted(stops, key=self._region_of)

    def _region_of(self, part: QWidget) -> int:
        regions = self.regions
        held = (place for place, each in enumerate(regions) if each.isAncestorOf(part))
        return next(held, len(regions))
