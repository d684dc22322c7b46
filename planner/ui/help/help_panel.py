"""HelpPanel: the pages of the help beside the work, with a way back and a search over them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.ui.appearance import Ground, Pigment, Type
from planner.ui.components.boxes import Column, Hairline, Row, lay_on
from planner.ui.components.buttons import IconButton
from planner.ui.components.fields import SearchField
from planner.ui.components.labels import Label, Picture
from planner.ui.help.help_text import HelpText
from planner.ui.help_pages import FIRST, HelpHit, HelpPage, found
from planner.ui.icons import Icon
from planner.ui.trail import Trail

_CONTENTS = ""


class HelpPanel(QWidget):
    """Shows a page, the contents, or what was found; Esc closes it."""

    closed = Signal()

    def __init__(self, pages: Sequence[HelpPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = {page.key: page for page in pages}
        self._trail: Trail[str] = Trail(FIRST)
        lay_on(self, Ground.SHEET)
        self.setAccessibleName(self.tr("Help"))
        self.back = IconButton(Icon.BACK, self.tr("Back"), Pigment.INK2, "Alt+Left")
        self.contents = IconButton(Icon.LIST, self.tr("All pages"), Pigment.INK2)
        self._close = IconButton(Icon.CLOSE, self.tr("Close"))
        self.search = SearchField(self.tr("Search the help"), self.tr("Search the help"))
        self.text = HelpText(self.tr("Help"))
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        heading = Row(
            Picture(Icon.QUESTION, Pigment.INDIGO),
            Label(self.tr("Help"), Type.SECTION),
            None,
            self.back,
            self.contents,
            self._close,
            spacing=4,
            margins=(16, 10, 8, 4),
        )
        heading.insertSpacing(1, 4)
        field = Row(self.search, margins=(16, 0, 16, 8))
        column = Column(heading, field, Hairline(), self.text, spacing=0)
        column.setStretch(3, 1)
        self.setLayout(column)
        self.setFocusProxy(self.text)

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.contents.clicked.connect(lambda: self.go(_CONTENTS))
        self._close.clicked.connect(self.closed)
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        self.text.page_asked.connect(self.go)

    @property
    def key(self) -> str:
        """The page that is shown; empty for the contents."""
        return self._trail.here

    def go(self, key: str) -> None:
        """To a page; to the contents where there is none of that key."""
        self._trail.go(key if key in self._pages else _CONTENTS)
        self.search.clear()
        self._show()

    def go_back(self) -> None:
        self._trail.back()
        self.search.clear()
        self._show()

    def hits(self) -> list[HelpHit]:
        return list(found(tuple(self._pages.values()), self.search.text()))

    def _show(self) -> None:
        self.back.setEnabled(self._trail.can_go_back)
        if self.search.text().strip():
            self.text.show_markdown(self._found(self.hits()))
        elif self.key == _CONTENTS:
            self.text.show_markdown(self._list())
        else:
            self.text.show_markdown(self._pages[self.key].markdown)

    def _list(self) -> str:
        lines = [f"- [{page.title}]({page.key})" for page in self._pages.values()]
        return "\n".join([f"# {self.tr('All pages')}", "", *lines])

    def _found(self, hits: Sequence[HelpHit]) -> str:
        if not hits:
            return self.tr("Nothing found. Try a shorter word, or look through all pages.")
        parts = [f"[{hit.page.title}]({hit.page.key})\n\n{_marked(hit)}" for hit in hits]
        return "\n\n".join(parts)

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the field goes to the first page found, Down to what was found."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if hits := self.hits():
                self.go(hits[0].page.key)
                self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() == Qt.Key.Key_Down:
            self.text.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False


def _marked(hit: HelpHit) -> str:
    """The excerpt in Markdown, with what was asked for in bold."""
    marked, place = "", 0
    for start, length in hit.matches:
        piece = hit.excerpt[start : start + length]
        marked += f"{_plain(hit.excerpt[place:start])}**{_plain(piece)}**"
        place = start + length
    return marked + _plain(hit.excerpt[place:])


def _plain(words: str) -> str:
    """Words whose signs mean nothing to Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#" else sign for sign in words)
