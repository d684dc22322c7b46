"""A person as on a card: names, post and body, and how to reach her."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.queries.contacts_page import PersonPage
from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Pigment, Radius, Type, px, tokens
from planner.ui.contacts.faces import CONTACT_ICONS, SIDE_LOOKS, ContactFaces
from planner.ui.contacts.portrait import SIZE, paint_portrait, portrait_image

_SIZE = (340, 190)
_MOST = 3


class BusinessCard(QWidget, Dressed):
    """Only shows; what is on it is changed in the form."""

    def __init__(self, faces: ContactFaces, path_of: Callable[[str], Path]) -> None:
        """`path_of` gives where the file of a portrait lies."""
        super().__init__()
        self._faces, self._path_of = faces, path_of
        self._page: PersonPage | None = None
        self._portrait = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, page: PersonPage) -> None:
        self._page = page
        kept = page.person.portrait
        self._portrait = portrait_image(self._path_of, kept.content if kept else None)
        self.setAccessibleName(self.tr("Business card"))
        self.setAccessibleDescription(self.text())
        self.update()

    def dress(self) -> None:
        self.updateGeometry()

    @property
    def _post(self) -> tuple[str, str]:
        if self._page is None or not self._page.posts:
            return "", ""
        line = self._page.posts[0]
        return line.post.title, line.organisation

    @property
    def _names(self) -> str:
        if self._page is None:
            return ""
        person = self._page.person
        written = (person.name_latin or person.reading, person.name_native, person.name_simplified)
        return "   ".join(name for name in written if name)

    def text(self) -> str:
        if self._page is None:
            return ""
        title, body = self._post
        reach = (
            f"{self._faces.words.value(each.kind)} {each.value}"
            for each in self._page.person.contacts
        )
        told = (body, self._page.person.name, self._names, title, *reach)
        return "\n".join(part for part in told if part)

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(_SIZE[0]), px(_SIZE[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is None:
            return
        painter, colours = QPainter(self), tokens()
        paint.ground(painter, self.rect(), colours.card, colours.line, Radius.CARD)
        inner = self.rect().adjusted(px(20), px(16), -px(20), -px(14))
        if not self._portrait.isNull():
            frame = QRect(inner.right() - px(SIZE[0]) + 1, inner.top(), px(SIZE[0]), px(SIZE[1]))
            paint_portrait(painter, frame, self._portrait)
            inner.setRight(frame.left() - px(12))
        title, body = self._post
        _, pigment = SIDE_LOOKS[self._page.side]
        bar = QRect(inner.left(), inner.top() + px(2), px(3), px(14))
        painter.fillRect(bar, colours.color(pigment))
        grey = colours.color(Pigment.INK2)
        line = QRect(inner.left() + px(10), inner.top(), inner.width() - px(10), px(18))
        paint.text(painter, line, body or self._faces.words.value(self._page.side), colour=grey)
        line = QRect(inner.left(), line.bottom() + px(14), inner.width(), px(30))
        taken = paint.text(painter, line, self._page.person.name, Type.TITLE)
        post = line.adjusted(taken + px(12), px(5), 0, 0)
        paint.text(painter, post, title)
        line = QRect(inner.left(), line.bottom() + px(1), inner.width(), px(20))
        paint.text(painter, line, self._names, Type.BASE, grey)
        self._paint_reach(painter, inner)
        painter.end()

    def _paint_reach(self, painter: QPainter, inner: QRect) -> None:
        """At the foot, as cards have it."""
        colours = tokens()
        points = self._page.person.contacts[:_MOST] if self._page else ()
        top = inner.bottom() - px(20) * max(1, len(points)) + 1
        if not points:
            line = QRect(inner.left(), top, inner.width(), px(20))
            hint = self.tr("No contact data")
            paint.text(painter, line, hint, Type.SMALL, colours.color(Pigment.INK3))
        for place, point in enumerate(points):
            line = QRect(inner.left(), top + place * px(20), inner.width(), px(20))
            mark = QRect(line.left(), line.top(), px(icons.ROW_SIZE), line.height())
            grey = colours.color(Pigment.INK2)
            icons.paint(painter, CONTACT_ICONS[point.kind], mark, grey, icons.ROW_SIZE)
            words = f"{point.value}  {point.note}".strip()
            paint.text(painter, line.adjusted(px(22), 0, 0, 0), words, Type.SMALL)
