"""Fields, boxes to tick, and what is chosen from a list."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QTextEdit,
    QWidget,
)

from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Radius, Space, px, tokens
from planner.ui.drawing.states import FieldState, State, enabled, field_state_of, hovered
from planner.ui.icons import Icon

BOX = 16


def field_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    state = field_state_of(widget)
    inside = widget.parentWidget() if widget else None
    if state is FieldState.BARE or isinstance(inside, QComboBox):
        return
    if isinstance(widget, QLineEdit) and inside and inside.inherits("QAbstractSpinBox"):
        return
    colours = tokens()
    read_only = bool(option.state & State.State_ReadOnly)
    edge: QColor | str | None = None if read_only else colours.edge
    if state is FieldState.PROBLEM:
        edge = colours.color(Pigment.CINNABAR)
    with paint.kept(painter):
        painter.setOpacity(1.0 if enabled(option) else paint.DISABLED)
        fill = None if read_only else colours.card
        paint.ground(painter, option.rect, fill, edge, Radius.FIELD)


def frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        problem = field_state_of(widget) is FieldState.PROBLEM
        edge: QColor | str = tokens().color(Pigment.CINNABAR) if problem else QColor(tokens().edge)
        paint.ground(painter, option.rect, tokens().card, edge, Radius.FIELD)
    elif isinstance(widget, QAbstractItemView) and widget.property("framed") is not False:
        paint.ground(painter, option.rect, None, tokens().line, Radius.CHIP)


def combo_part(rect: QRect, part: QStyle.SubControl) -> QRect:
    width = px(24)
    if part == QStyle.SubControl.SC_ComboBoxArrow:
        return QRect(rect.right() - width, rect.top(), width, rect.height())
    return rect.adjusted(px(Space.SMALL), 1, -width, -1)


def combo_box(option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
    colours = tokens()
    with paint.kept(painter):
        painter.setOpacity(1.0 if enabled(option) else paint.DISABLED)
        bare = field_state_of(widget) is FieldState.BARE
        problem = field_state_of(widget) is FieldState.PROBLEM
        fill = colours.hover if hovered(option) and not option.editable else colours.card
        edge = colours.color(Pigment.CINNABAR) if problem else QColor(colours.edge)
        if not bare:
            paint.ground(painter, option.rect, fill, edge, Radius.FIELD)
        arrow = combo_part(option.rect, QStyle.SubControl.SC_ComboBoxArrow)
        icons.paint(painter, Icon.DOWN, arrow, colours.color(Pigment.INK2), icons.CHIP_SIZE)


def spin_part(option: QStyleOptionSpinBox, part: QStyle.SubControl) -> QRect:
    rect, width = option.rect, px(20)
    column = QRect(rect.right() - width, rect.top() + 1, width, rect.height() - 2)
    if part == QStyle.SubControl.SC_SpinBoxUp:
        return column.adjusted(0, 0, 0, -column.height() // 2)
    if part == QStyle.SubControl.SC_SpinBoxDown:
        return column.adjusted(0, column.height() // 2, 0, 0)
    if part == QStyle.SubControl.SC_SpinBoxEditField:
        return rect.adjusted(0, 0, -width, 0)
    return QRect(rect)


def box(option: QStyleOption) -> QRect:
    side = px(BOX)
    area = QRect(0, 0, side, side)
    area.moveCenter(option.rect.center())
    return area


def check_box(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    colours, area = tokens(), box(option)
    set_ = option.state & (State.State_On | State.State_NoChange)
    with paint.kept(painter):
        painter.setOpacity(1.0 if enabled(option) else paint.DISABLED)
        if set_:
            paint.ground(painter, area, colours.color(Pigment.INDIGO), None, Radius.CHIP)
            name = Icon.CHECK if option.state & State.State_On else Icon.MINUS
            icons.paint(painter, name, area, QColor(colours.on_indigo), icons.CHIP_SIZE)
        else:
            fill = colours.hover if hovered(option) else colours.card
            paint.ground(painter, area, fill, colours.edge, Radius.CHIP)


def radio_button(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    colours, area = tokens(), box(option)
    with paint.kept(painter):
        painter.setOpacity(1.0 if enabled(option) else paint.DISABLED)
        on = bool(option.state & State.State_On)
        edge = colours.color(Pigment.INDIGO) if on else QColor(colours.edge)
        paint.ground(painter, area, colours.card, edge, BOX / 2)
        if on:
            inner = area.adjusted(px(4), px(4), -px(4), -px(4))
            paint.ground(painter, inner, edge, None, BOX / 2)


def spin_box(option: QStyleOptionSpinBox, painter: QPainter, widget: QWidget | None) -> None:
    field_panel(option, painter, widget)
    ink = tokens().color(Pigment.INK2)
    parts = QStyle.SubControl
    for part, name in ((parts.SC_SpinBoxUp, Icon.UP), (parts.SC_SpinBoxDown, Icon.DOWN)):
        icons.paint(painter, name, spin_part(option, part), ink, 10)
