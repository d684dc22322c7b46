"""What a person did before the window was complete, done again in it."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMainWindow, QWidget


class _Press(NamedTuple):
    keys: QKeySequence
    key: int
    modifiers: Qt.KeyboardModifier
    text: str


class _Click(NamedTuple):
    kind: QEvent.Type
    place: QPoint
    button: Qt.MouseButton
    buttons: Qt.MouseButton
    modifiers: Qt.KeyboardModifier


class KeptEvents:
    """In their order, by their values: Qt's own events go when they are done."""

    def __init__(self) -> None:
        self._kept: list[_Press | _Click] = []

    def keep_key(self, event: QKeyEvent) -> None:
        keys = QKeySequence(event.keyCombination())
        self._kept.append(_Press(keys, event.key(), event.modifiers(), event.text()))

    def keep_mouse(self, event: QMouseEvent) -> None:
        self._kept.append(
            _Click(
                event.type(),
                event.position().toPoint(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
        )

    def do_again(self, window: QMainWindow) -> None:
        for each in self._kept:
            if isinstance(each, _Click):
                _click(window, each)
            else:
                _press(window, each)
        self._kept.clear()


def _press(window: QMainWindow, press: _Press) -> None:
    """A shortcut is not heard by whom an event is sent to: its act is run."""
    acts = (act for act in window.findChildren(QAction) if press.keys in act.shortcuts())
    if act := next((act for act in acts if act.isEnabled()), None):
        act.trigger()
        return
    target = window.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, press.key, press.modifiers, press.text)
        QCoreApplication.sendEvent(target, event)


def _click(window: QMainWindow, click: _Click) -> None:
    target: QWidget = window.childAt(click.place) or window
    inside = QPointF(target.mapFrom(window, click.place))
    outside = QPointF(window.mapToGlobal(click.place))
    event = QMouseEvent(click.kind, inside, outside, click.button, click.buttons, click.modifiers)
    QCoreApplication.sendEvent(target, event)
