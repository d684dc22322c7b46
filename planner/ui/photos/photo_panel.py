"""The panel beside the grid: one photo at large, where it stands and why, what is said of it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.changes import EditName
from planner.domain.person import Person
from planner.domain.photo import Photo
from planner.domain.values import Disclosure
from planner.queries.names import NameLine, name_lines, named
from planner.queries.photos import PhotoLine, PhotoPage
from planner.store.database import Database
from planner.ui import icons
from planner.ui.appearance import Dressed, Pigment, Type, px, tokens
from planner.ui.components.boxes import Column, Row, scrolled
from planner.ui.components.buttons import Button
from planner.ui.components.labels import Label
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.icons import Icon
from planner.ui.inputs import AreaInput, CheckInput, ChoiceInput
from planner.ui.names_input import NamesInput
from planner.ui.photos.faces import PhotoFaces
from planner.ui.photos.photo_cells import draw_within
from planner.ui.photos.shown_pictures import ShownPictures
from planner.usecases.naming import Named
from planner.usecases.photos import change_photo, choose_figures, drop_figures

WIDTH, _LEAST = 308, 232
_HIGH = 200
_FIGURE = "is_figure"


class PhotoForm(Form):
    def __init__(self, database: Database, faces: PhotoFaces) -> None:
        super().__init__(faces.words, Photo.kind)
        self._database = database
        words = faces.words
        self.add(self.field("caption", AreaInput(lines=2)))
        hint = self.tr("What is to be seen, for one who cannot see it")
        self.add(self.field("alt_text", AreaInput(lines=2), hint=hint))
        self.add(self.field("people_ids", NamesInput(self._people)))
        levels = ChoiceInput((level, words.value(level)) for level in Disclosure)
        self.add(self.field("disclosure", levels))
        chosen = self.field(_FIGURE, CheckInput(words.field(_FIGURE, Photo.kind)))
        chosen.label.hide()
        self.add(chosen)

    def show_photo(self, photo: Photo) -> None:
        with self._database.read() as session:
            people = named(session, Person, photo.people_ids)
        shown = tuple(Named(line.name, line.key) for line in people)
        self.show_values({**dict(photo), "people_ids": shown})

    def stored_values(self, changed: dict[str, Any]) -> dict[str, Any]:
        """A caption is one line, however it was typed."""
        texts = ("caption", "alt_text")
        return {
            name: " ".join(value.split()) if name in texts else value
            for name, value in changed.items()
        }

    def _people(self, containing: str) -> Sequence[NameLine]:
        with self._database.read() as session:
            return name_lines(session, Person, containing)


class _View(QWidget):
    """The photo as large as the panel allows."""

    def __init__(self, views: ShownPictures) -> None:
        super().__init__()
        self._views = views
        self._photo: Photo | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        views.arrived.connect(self.update)

    def show_photo(self, photo: Photo) -> None:
        self._photo = photo
        self.setAccessibleName(photo.alt_text or photo.caption or photo.file_name)
        self.update()

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH - 32), px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().sunk))
        picture = self._views.picture(self._photo) if self._photo else None
        if picture is not None and picture.isNull():
            icons.paint(painter, Icon.HOLE, self.rect(), tokens().color(Pigment.CINNABAR), 24)
        elif picture is not None:
            draw_within(painter, self.rect(), picture)
        painter.end()


class PhotoPanel(QWidget, Dressed):
    """Each field is stored as one leaves it; what was refused stays in its field."""

    def __init__(
        self,
        database: Database,
        editor: Editor,
        faces: PhotoFaces,
        views: ShownPictures,
        acts: Sequence[QAction],
    ) -> None:
        super().__init__()
        self._editor = editor
        self._faces = faces
        self._line: PhotoLine | None = None
        self.setAccessibleName(self.tr("Photo"))
        self.view = _View(views)
        self.title = Label("", Type.STRONG, wraps=True)
        self.origin = Label("", Type.SMALL, Pigment.INK2, wraps=True)
        self.place = Label("", Type.BASE, wraps=True)
        self.reasons = Label("", Type.SMALL, Pigment.INK2, wraps=True)
        self.form = PhotoForm(database, faces)
        rows = [
            Row(*(Button.of(act) for act in acts[start : start + 2]), None)
            for start in range(0, len(acts), 2)
        ]
        content = QWidget()
        content.setLayout(
            Column(
                self.view,
                self.title,
                self.origin,
                self.place,
                self.reasons,
                *rows,
                self.form,
                None,
                spacing=8,
                margins=(16, 12, 16, 16),
            )
        )
        self.setLayout(Column(scrolled(content)))
        self.dress()
        self.form.left.connect(self._on_left)

    def dress(self) -> None:
        """As wide as the design says, narrower where the window has no room for that."""
        self.setMinimumWidth(px(_LEAST))
        self.setMaximumWidth(px(WIDTH))

    def show_line(self, page: PhotoPage, line: PhotoLine) -> None:
        is_same = self._line is not None and self._line.key == line.key
        unsaved = is_same and self.form.changed_values()
        self._line = line
        photo = line.photo
        self.view.show_photo(photo)
        self.title.setText(photo.file_name)
        self.origin.setText(self._origin(line))
        self.place.setText(self._faces.place(page, line))
        self.reasons.setText(self._faces.reasons(page, line) if line.is_proposed else "")
        self.reasons.setVisible(line.is_proposed)
        if not unsaved:
            self.form.show_photo(photo)

    def _origin(self, line: PhotoLine) -> str:
        """When, by which camera, how large; the camera's own time where that differs."""
        photo, faces = line.photo, self._faces
        parts = [faces.moment(line.at)]
        if photo.taken_at is not None and photo.taken_at != line.at:
            said = self.tr("camera said {time}")
            parts.append(said.format(time=faces.moment(photo.taken_at)))
        parts += [faces.camera(photo.camera), f"{photo.width}\u00a0×\u00a0{photo.height}"]
        return " · ".join(parts)

    def _on_left(self, name: str) -> None:
        """Done with a field: it is stored, as one edit with its name."""
        changed = self.form.changed_values()
        if self._line is None or name not in changed:
            return
        key, what = self._line.key, self._faces.name(self._line)
        if name == _FIGURE:
            use_case = choose_figures if changed[name] else drop_figures
            code = "choose_figures" if changed[name] else "drop_figures"
            edit = EditName(code, {"count": "1"})
            self.form.submit(self._editor, edit, lambda work: (use_case(work, [key]),))
            return
        values = self.form.stored_values({name: changed[name]})
        edit = EditName("change_photo", {"what": what, "field": self.form.label(name)})
        stored = self.form.submit(
            self._editor, edit, lambda work: change_photo(work, key, **values)
        )
        if stored is not None:
            self.form.settle(name)

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), super().sizeHint().height())
