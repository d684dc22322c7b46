"""What a control says of itself, and what the pointer and the keyboard do with it."""

from enum import StrEnum

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QWidget

State = QStyle.StateFlag


class Look(StrEnum):
    """How a push button stands among others; kept in its property `look`."""

    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"
    LINK = "link"


class FieldState(StrEnum):
    """What a field says of its text; kept in its property `field_state`."""

    FINE = "fine"
    PROBLEM = "problem"
    BARE = "bare"  # within something that draws the field


def look_of(widget: QWidget | None) -> Look:
    return Look((widget.property("look") if widget else None) or Look.PLAIN)


def field_state_of(widget: QWidget | None) -> FieldState:
    return FieldState((widget.property("field_state") if widget else None) or FieldState.FINE)


def enabled(option: QStyleOption) -> bool:
    return bool(option.state & State.State_Enabled)


def hovered(option: QStyleOption) -> bool:
    return bool(option.state & State.State_MouseOver) and enabled(option)


def pressed(option: QStyleOption) -> bool:
    return bool(option.state & (State.State_Sunken | State.State_On))


def nothing(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """What the design leaves out."""
