"""The menu bar: every act of the window by name, with its mnemonic and its keys."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from planner.settings import Settings
from planner.ui.actions import window_act
from planner.ui.components.sidebar import Place
from planner.ui.icons import Icon
from planner.ui.main_frame import MainFrame

_LARGER = 1.1


class Menus(QObject):
    """Makes the acts that belong to the window itself; areas bring their own for `show_acts`."""

    place_asked = Signal(str)
    setting_chosen = Signal(str, object)  # name of a setting, value
    scaling_asked = Signal(float)
    file_asked = Signal(object)  # path of a recent file
    recent_cleared = Signal()

    def __init__(self, frame: MainFrame, places: Sequence[Place], settings: Settings) -> None:
        super().__init__(frame)
        self._frame = frame
        self._act = partial(window_act, frame)
        self._choices: dict[str, dict[object, QAction]] = {}
        self.ways: dict[str, QAction] = {}
        bar = frame.menuBar()
        bar.clear()
        self._make_file(bar.addMenu(self.tr("&File")))
        self._make_edit(bar.addMenu(self.tr("&Edit")))
        self._make_view(bar.addMenu(self.tr("&View")))
        self._make_go(bar.addMenu(self.tr("&Go")), places)
        self._acts = QMenu(self.tr("&Actions"), bar)
        bar.addMenu(self._acts)
        self._make_window(bar.addMenu(self.tr("&Window")))
        self._make_help(bar.addMenu(self.tr("&Help")))
        self.show_settings(settings)

    @property
    def actions(self) -> list[QAction]:
        """Everything that can be run from here, in the order of the menus."""
        menus: list[QMenu] = self._frame.menuBar().findChildren(QMenu)
        listed = (act for menu in menus for act in menu.actions())
        found = [act for act in listed if act.menu() is None and not act.isSeparator()]
        return list(dict.fromkeys(found))

    def show_acts(self, acts: Sequence[QAction]) -> None:
        """What the page in front can do."""
        self._acts.clear()
        self._acts.addActions(list(acts))
        self._acts.menuAction().setEnabled(bool(acts))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The latest first; the folder stands in the tip."""
        self.recent.clear()
        self.recent.setToolTipsVisible(True)
        for path in paths:
            act = self.recent.addAction(path.name.replace("&", "&&"))
            act.setToolTip(str(path))
            act.triggered.connect(lambda _=False, path=path: self.file_asked.emit(path))
        if paths:
            self.recent.addSeparator()
            self.recent.addAction(self.tr("&Clear the list"), self.recent_cleared.emit)
        self.recent.menuAction().setEnabled(bool(paths))

    def show_settings(self, settings: Settings) -> None:
        for name, acts in self._choices.items():
            act = acts.get(getattr(settings, name))
            if act is not None:
                act.setChecked(True)
        self.contrast.setChecked(settings.high_contrast)

    # Menus

    def _make_file(self, menu: QMenu) -> None:
        self.take_in = self._act(self.tr("&Import…"), "Ctrl+Shift+O", Icon.IMPORT)
        self.read = self._act(self.tr("&Read an earlier report…"), "Ctrl+Alt+R", Icon.REPORT)
        self.export = self._act(self.tr("Export &for others…"), "Ctrl+Alt+E", Icon.EXPORT)
        self.give_out = self._act(self.tr("&Export archive…"), "Ctrl+Shift+S", Icon.ARCHIVED)
        self.give_out_all = self._act(self.tr("Export the &whole store…"), "", Icon.ARCHIVED)
        self.open_store = self._act(self.tr("Open another sto&re…"), "", Icon.FOLDER)
        self.backups = self._act(self.tr("&Backups…"), "", Icon.SHIELD)
        self.retention = self._act(self.tr("Personal &data falling due…"), "", Icon.PERSON)
        self.settings = self._act(self.tr("&Settings"), "Ctrl+,", Icon.SETTINGS)
        self.allowances = self._act(self.tr("Times and &limits…"), "", Icon.CLOCK)
        self.quit = self._act(self.tr("&Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.new_from_template = self._act(self.tr("New from &template…"), "", Icon.COPY)
        self.save_template = self._act(self.tr("Save as te&mplate…"), "", Icon.FOLDER)
        menu.addActions([self.take_in, self.read])
        menu.addSeparator()
        menu.addActions([self.export, self.give_out, self.give_out_all])
        menu.addSeparator()
        menu.addActions([self.new_from_template, self.save_template])
        self.recent = QMenu(self.tr("Recent &files"), menu)
        menu.addMenu(self.recent)
        menu.addSeparator()
        menu.addAction(self.open_store)
        menu.addAction(self.backups)
        menu.addAction(self.retention)
        menu.addAction(self.settings)
        menu.addAction(self.allowances)
        menu.addSeparator()
        menu.addAction(self.quit)

    def _make_edit(self, menu: QMenu) -> None:
        menu.addActions([self._frame.undo, self._frame.redo])
        menu.addSeparator()
        self.history = self._act(self.tr("&History…"), "Ctrl+Alt+H", Icon.HISTORY)
        menu.addActions([self._frame.search, self.history])

    def _make_view(self, menu: QMenu) -> None:
        languages = (("zh_TW", "繁體中文"), ("en", "English"))
        self._offer(menu, self.tr("&Language"), "language", languages)
        schemes = (
            ("system", self.tr("As the &desktop")),
            ("light", self.tr("&Light")),
            ("dark", self.tr("D&ark")),
        )
        self._offer(menu, self.tr("&Colours"), "scheme", schemes)
        self.contrast = self._act(self.tr("&High contrast"), "", Icon.CONTRAST)
        self.contrast.setCheckable(True)
        self.contrast.triggered.connect(
            lambda chosen: self.setting_chosen.emit("high_contrast", chosen)
        )
        menu.addAction(self.contrast)
        menu.addSeparator()
        larger = self._act(self.tr("La&rger text"), "Ctrl+Shift++", Icon.ZOOM_IN)
        smaller = self._act(self.tr("S&maller text"), "Ctrl+Shift+-", Icon.ZOOM_OUT)
        usual = self._act(self.tr("&Usual text size"), "Ctrl+Shift+0")
        larger.setShortcuts([QKeySequence("Ctrl+Shift++"), QKeySequence("Ctrl+Shift+=")])
        larger.triggered.connect(lambda: self.scaling_asked.emit(_LARGER))
        smaller.triggered.connect(lambda: self.scaling_asked.emit(1 / _LARGER))
        usual.triggered.connect(lambda: self.setting_chosen.emit("text_scale", 1.0))
        menu.addActions([larger, smaller, usual])

    def _make_go(self, menu: QMenu, places: Sequence[Place]) -> None:
        menu.addActions([self._frame.back, self._frame.forward])
        menu.addSeparator()
        for number, place in enumerate(places, 1):
            digit = number % 10  # the tenth stands at the end of the row of digits, as on the keys
            act = self._act(f"&{digit} {place.words}", f"Ctrl+{digit}", place.icon)
            act.triggered.connect(lambda _=False, key=place.key: self.place_asked.emit(key))
            self.ways[place.key] = act
            menu.addAction(act)
        menu.addSeparator()
        menu.addActions([self._frame.next_region, self._frame.previous_region])

    def _make_window(self, menu: QMenu) -> None:
        self.new_window = self._act(self.tr("&New window"), "Ctrl+Alt+N", Icon.WINDOW)
        self.close_window = self._act(self.tr("&Close the window"), "Ctrl+W", Icon.CLOSE)
        self.close_panel = self._act(self.tr("Close the &side panel"), "Ctrl+Shift+P", Icon.PANEL)
        menu.addActions([self.new_window, self.close_window])
        menu.addSeparator()
        menu.addAction(self.close_panel)

    def _make_help(self, menu: QMenu) -> None:
        self.help = self._act(self.tr("&Help on this page"), "F1", Icon.QUESTION)
        self.help_pages = self._act(self.tr("All &pages of the help"), "Shift+F1", Icon.LIST)
        self.shortcuts = self._act(self.tr("&Keys and shortcuts"), "Ctrl+/", Icon.INFO)
        self.tour = self._act(self.tr("&Tour of the window"), "", Icon.PLAY)
        self.sample = self._act(self.tr("Take in the &sample"), "", Icon.IMPORT)
        self.about = self._act(self.tr("&About the program"), "", Icon.INFO)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        menu.addActions([self.help, self.help_pages, self.shortcuts])
        menu.addSeparator()
        menu.addActions([self.tour, self.sample])
        menu.addSeparator()
        menu.addAction(self.about)

    # Pieces

    def _offer(
        self, menu: QMenu, words: str, name: str, choices: Sequence[tuple[str, str]]
    ) -> None:
        """A submenu of which one is chosen: a setting by its name."""
        inner = menu.addMenu(words)
        group = QActionGroup(self)
        self._choices[name] = {}
        for value, label in choices:
            act = QAction(label, self)  # one made by the menu would go with the menu's wrapper
            act.setCheckable(True)
            inner.addAction(act)
            group.addAction(act)
            self._choices[name][value] = act
            act.triggered.connect(self._chooser(name, value))

    def _chooser(self, name: str, value: str) -> Any:
        return lambda: self.setting_chosen.emit(name, value)
