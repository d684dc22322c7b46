"""PaperBar: which paper, in which language and edition, and how one looks at its pages."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QComboBox, QWidget

from planner.papers.follow_up_table import FOLLOW_UP_TABLE
from planner.papers.template import Edition
from planner.printing import Order, paper_choices
from planner.rules.months import half_years
from planner.ui.appearance import Dressed, Pigment, Type, px
from planner.ui.components.boxes import Row, fold
from planner.ui.components.buttons import IconButton
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.fields import TextField
from planner.ui.components.labels import Label
from planner.ui.components.page_view import Fit
from planner.ui.icons import Icon
from planner.ui.report.paper_look import PaperLook
from planner.ui.window_state import WindowState
from planner.words import Words

_HALF_YEARS = 8
_LANGUAGES = (("zh_TW", "繁體中文"), ("en", "English"))


class PaperBar(QWidget, Dressed):
    """Remembers what was chosen last."""

    order_changed = Signal()
    look_asked = Signal()
    zoom_asked = Signal(int)
    fit_asked = Signal(object)  # Fit
    page_asked = Signal(int)

    def __init__(self, words: Words, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._words = words
        self._build_choices(words)
        self._build_looking()
        self._which = Row(self.paper, self.language, spacing=6)
        self._how = Row(self.edition, self.period, self.looks, None, spacing=6)
        self._asked = Row(self._which, self._how, spacing=6)
        self._looking = Row(
            self.page, self.of, 8, self.smaller, self.zoom, self.larger, self.whole, None, spacing=6
        )
        self._sides = Row(self._asked, self._looking, margins=(16, 8), spacing=6)
        self._sides.setStretch(0, 1)
        self.setLayout(self._sides)
        self._restore()
        self._connect()
        self.dress()

    def _build_choices(self, words: Words) -> None:
        self.paper = QComboBox()
        self.paper.setAccessibleName(self.tr("Paper"))
        for key, title in paper_choices(words):
            self.paper.addItem(title, key)
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language of the paper"))
        self.language.addItem(self.tr("As the profile"), "")
        for key, name in _LANGUAGES:
            self.language.addItem(name, key)
        self.edition = SegmentedControl(
            [
                Choice(Edition.INTERNAL, self.tr("Internal")),
                Choice(Edition.PUBLIC, self.tr("Public")),
            ],
            self.tr("Edition"),
        )
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Time that the table tells of"))
        self.looks = IconButton(Icon.TEXT_SIZE, self.tr("Fonts, watermark, line numbers"))

    def _build_looking(self) -> None:
        self.page = TextField(self.tr("Page"))
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page.setValidator(QIntValidator(1, 9999, self))
        self.of = Label("", Type.SMALL, Pigment.INK2)
        self.smaller = IconButton(Icon.ZOOM_OUT, self.tr("Smaller"), Pigment.INK2, "-")
        self.zoom = Label("", Type.SMALL, Pigment.INK2)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.larger = IconButton(Icon.ZOOM_IN, self.tr("Larger"), Pigment.INK2, "+")
        self.whole = IconButton(Icon.REPORT, self.tr("Fit the width or the page"), Pigment.INK2)
        self.whole.setCheckable(True)

    def _restore(self) -> None:
        self.paper.setCurrentIndex(max(self.paper.findData(self._state.value("paper")), 0))
        kept = self._state.value("paper_language")
        self.language.setCurrentIndex(max(self.language.findData(kept), 0))
        if self._state.value("edition") == Edition.PUBLIC:
            self.edition.choose(Edition.PUBLIC)
        self._look = PaperLook.kept(self._state)

    def _connect(self) -> None:
        self.paper.currentIndexChanged.connect(self._on_chosen)
        self.language.currentIndexChanged.connect(self._on_chosen)
        self.edition.chosen.connect(self._on_chosen)
        self.period.currentIndexChanged.connect(self._on_chosen)
        self.looks.clicked.connect(self.look_asked)
        self.smaller.clicked.connect(lambda: self.zoom_asked.emit(-1))
        self.larger.clicked.connect(lambda: self.zoom_asked.emit(1))
        self.whole.toggled.connect(
            lambda whole: self.fit_asked.emit(Fit.PAGE if whole else Fit.WIDTH)
        )
        self.page.returnPressed.connect(lambda: self.page_asked.emit(int(self.page.text())))

    @property
    def order(self) -> Order:
        return Order(
            self.paper.currentData(),
            language=self.language.currentData() or None,
            edition=self.edition.key,
            watermark=self._look.watermark,
            has_line_numbers=self._look.has_line_numbers,
            body_font=self._look.body_font,
            heading_font=self._look.heading_font,
            reported=self.period.currentData() if self._tells_period else None,
        )

    @property
    def _tells_period(self) -> bool:
        return bool(self.paper.currentData() == FOLLOW_UP_TABLE.key)

    def offer_periods(self, today: date) -> None:
        """The half-years that are reported on, from the one that runs back."""
        self.period.addItem(self.tr("All the time"), None)
        for first, last in half_years(today, _HALF_YEARS):
            self.period.addItem(self._words.half_year(first), (first, last))
        self.period.setVisible(self._tells_period)

    @property
    def look(self) -> PaperLook:
        return self._look

    def wear(self, look: PaperLook) -> None:
        """Set the pages in another look, and remember it."""
        if look != self._look:
            self._look = look
            look.keep(self._state)
            self.order_changed.emit()

    @property
    def title(self) -> str:
        return self.paper.currentText()

    def choose_paper(self, key: str) -> None:
        place = self.paper.findData(key)
        if place >= 0:
            self.paper.setCurrentIndex(place)

    def show_page(self, number: int, total: int) -> None:
        self.page.setVisible(total > 0)
        if not self.page.hasFocus() or not self.page.isModified():
            self.page.setText(str(number))
        self.of.setText(self.tr("of {total}").format(total=total) if total else "")

    def show_zoom(self, zoom: float) -> None:
        self.zoom.setText(f"{zoom:.0%}")

    def dress(self) -> None:
        self.page.setFixedWidth(px(44))
        self.zoom.setFixedWidth(px(40))
        self.paper.setMinimumWidth(px(120))

    def _stack(self) -> None:
        """Where both do not find room side by side, one stands below the other."""
        spare = self.paper.sizeHint().width() - self.paper.minimumWidth()  # a long title is cut
        asked = self._which.sizeHint().width() + self._how.sizeHint().width() + px(38) - spare
        fold(self._asked, self.width() < asked)
        fold(self._sides, self.width() < asked + self._looking.sizeHint().width() + px(6))

    def _on_chosen(self) -> None:
        order = self.order
        self.period.setVisible(self._tells_period)
        self._state.remember("paper", order.kind)
        self._state.remember("paper_language", order.language or "")
        self._state.remember("edition", order.edition)
        self.order_changed.emit()

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def minimumSizeHint(self) -> QSize:
        """Of one below the other, so that the bar may become so narrow."""
        parts = (self._which, self._how, self._looking)
        width = max(part.minimumSize().width() for part in parts)
        return QSize(width + px(32), super().minimumSizeHint().height())
