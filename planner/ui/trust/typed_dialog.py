"""TypedDialog: text that was not stored when the program was killed, offered again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.fields import TextArea
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.icons import Icon
from planner.ui.trust.typed import TypedText

_MOST = 5  # texts that are shown; copying takes all


class TypedDialog(Dialog):
    """Nothing goes before a person says so: Later offers it at the next start again."""

    WIDTH = 640

    def __init__(
        self, typed: Sequence[TypedText], files: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Text that was not stored yet"),
            self.tr("Done with it"),
            parent,
            safe=self.tr("Later"),
            reason=self.tr(
                "The program ended while this was being typed. Everything stored before is safe."
                " Copy what you need and paste it where it belongs."
            ),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._typed, self._files = typed, files
        for each in typed[:_MOST]:
            self.body.addLayout(self._line(each))
            self.body.addWidget(self._area(each))
        self.copy_all = Button(self.tr("Copy all"), Icon.COPY)
        self.copy_all.clicked.connect(self._copy_all)
        self.foot.insertWidget(1, self.copy_all)

    def _line(self, typed: TypedText) -> Row:
        name = typed.name or self.tr("Text")
        copy = Button(self.tr("Copy"), Icon.COPY, small=True)
        copy.setAccessibleName(self.tr("Copy {name}").format(name=name))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(typed.text))
        return Row(
            Label(name, Type.STRONG), Label(typed.where, Type.SMALL, Pigment.INK2), None, copy
        )

    def _area(self, typed: TypedText) -> TextArea:
        area = TextArea(typed.name or self.tr("Text"), lines=3)
        area.setPlainText(typed.text)
        area.setReadOnly(True)
        return area

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(each.text for each in self._typed))

    # Qt's interface

    def accept(self) -> None:
        for file in self._files:
            file.unlink(missing_ok=True)
        super().accept()
