"""The one style: Fusion's behaviour, our drawing of buttons, fields, menus, bars and items."""

from collections.abc import Callable
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionTab,
    QStyleOptionToolButton,
    QStyleOptionViewItem,
    QTextEdit,
    QWidget,
)

from planner.ui import icons, paint
from planner.ui.appearance import Height, Pigment, Radius, Space, Type, motion, px, tokens
from planner.ui.icons import Icon

_CE = QStyle.ControlElement
_PE = QStyle.PrimitiveElement
_CC = QStyle.ComplexControl
_SC = QStyle.SubControl
_PM = QStyle.PixelMetric
_SE = QStyle.SubElement
_CT = QStyle.ContentsType
_SH = QStyle.StyleHint
_State = QStyle.StateFlag

SCROLL_BAR = 12
_BOX = 16


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


class PlannerStyle(QProxyStyle):
    """Draws by tables: one small function for each thing that is drawn."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._metrics = {
            _PM.PM_ButtonIconSize: icons.SIZE,
            _PM.PM_SmallIconSize: icons.SIZE,
            _PM.PM_ToolBarIconSize: icons.SIZE,
            _PM.PM_ListViewIconSize: icons.SIZE,
            _PM.PM_IndicatorWidth: _BOX,
            _PM.PM_IndicatorHeight: _BOX,
            _PM.PM_ExclusiveIndicatorWidth: _BOX,
            _PM.PM_ExclusiveIndicatorHeight: _BOX,
            _PM.PM_CheckBoxLabelSpacing: Space.SMALL,
            _PM.PM_RadioButtonLabelSpacing: Space.SMALL,
            _PM.PM_ScrollBarExtent: SCROLL_BAR,
            _PM.PM_ScrollBarSliderMin: Space.WIDE,
            _PM.PM_ScrollView_ScrollBarSpacing: 0,
            _PM.PM_ScrollView_ScrollBarOverlap: 0,
            _PM.PM_DefaultFrameWidth: 1,
            _PM.PM_FocusFrameHMargin: 3,
            _PM.PM_FocusFrameVMargin: 3,
            _PM.PM_LayoutHorizontalSpacing: Space.SMALL,
            _PM.PM_LayoutVerticalSpacing: Space.SMALL,
            _PM.PM_LayoutLeftMargin: Space.LARGE,
            _PM.PM_LayoutTopMargin: Space.LARGE,
            _PM.PM_LayoutRightMargin: Space.LARGE,
            _PM.PM_LayoutBottomMargin: Space.LARGE,
            _PM.PM_MenuBarPanelWidth: 0,
            _PM.PM_MenuBarHMargin: Space.SMALL,
            _PM.PM_MenuBarVMargin: 2,
            _PM.PM_MenuBarItemSpacing: 0,
            _PM.PM_MenuPanelWidth: 1,
            _PM.PM_MenuHMargin: Space.TIGHT,
            _PM.PM_MenuVMargin: Space.TIGHT,
            _PM.PM_MenuDesktopFrameWidth: 0,
            _PM.PM_SubMenuOverlap: 0,
            _PM.PM_ToolTipLabelFrameWidth: Space.SMALL,
            _PM.PM_HeaderMargin: Space.SMALL,
            _PM.PM_HeaderMarkSize: icons.CHIP_SIZE,
            _PM.PM_SplitterWidth: 1,
            _PM.PM_ButtonShiftHorizontal: 0,
            _PM.PM_ButtonShiftVertical: 0,
            _PM.PM_TabBarTabHSpace: Space.PAGE,
            _PM.PM_TabBarTabVSpace: Space.MEDIUM,
            _PM.PM_TabBarBaseHeight: 0,
            _PM.PM_TabBarTabShiftVertical: 0,
        }
        self._hints = {
            _SH.SH_EtchDisabledText: 0,
            _SH.SH_DialogButtonBox_ButtonsHaveIcons: 0,
            _SH.SH_ItemView_ShowDecorationSelected: 1,
            _SH.SH_ItemView_ActivateItemOnSingleClick: 0,
            _SH.SH_UnderlineShortcut: 1,
            _SH.SH_ComboBox_Popup: 0,
            _SH.SH_ToolTip_WakeUpDelay: 500,
            _SH.SH_ScrollBar_LeftClickAbsolutePosition: 0,
            _SH.SH_FocusFrame_Mask: 1,
            _SH.SH_FocusFrame_AboveWidget: 1,
            _SH.SH_Header_ArrowAlignment: int(
                (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
            ),
        }
        self._primitives: dict[_PE, Callable[..., None]] = {
            _PE.PE_PanelButtonCommand: _button_panel,
            _PE.PE_PanelButtonTool: _tool_panel,
            _PE.PE_PanelLineEdit: _field_panel,
            _PE.PE_FrameLineEdit: _nothing,
            _PE.PE_Frame: _frame,
            _PE.PE_FrameGroupBox: _nothing,
            _PE.PE_FrameTabWidget: _nothing,
            _PE.PE_FrameTabBarBase: _tab_base,
            _PE.PE_FrameFocusRect: _focus_rect,
            _PE.PE_FrameStatusBarItem: _nothing,
            _PE.PE_FrameMenu: _menu_frame,
            _PE.PE_PanelMenu: _menu_panel,
            _PE.PE_PanelMenuBar: _nothing,
            _PE.PE_PanelTipLabel: _tip,
            _PE.PE_IndicatorCheckBox: _check_box,
            _PE.PE_IndicatorItemViewItemCheck: _check_box,
            _PE.PE_IndicatorRadioButton: _radio_button,
            _PE.PE_IndicatorArrowDown: _arrow(Icon.DOWN),
            _PE.PE_IndicatorArrowUp: _arrow(Icon.UP),
            _PE.PE_IndicatorArrowLeft: _arrow(Icon.BACK),
            _PE.PE_IndicatorArrowRight: _arrow(Icon.FORWARD),
            _PE.PE_IndicatorHeaderArrow: _header_arrow,
            _PE.PE_IndicatorBranch: _branch,
            _PE.PE_PanelItemViewRow: _nothing,
            _PE.PE_PanelItemViewItem: _item_panel,
        }
        self._controls: dict[_CE, Callable[..., None]] = {
            _CE.CE_PushButtonLabel: _button_label,
            _CE.CE_MenuBarItem: _menu_bar_item,
            _CE.CE_MenuBarEmptyArea: _menu_bar_empty,
            _CE.CE_MenuItem: _menu_item,
            _CE.CE_HeaderSection: _header_section,
            _CE.CE_HeaderEmptyArea: _header_section,
            _CE.CE_HeaderLabel: _header_label,
            _CE.CE_ProgressBarGroove: _bar_groove,
            _CE.CE_ProgressBarContents: _bar_contents,
            _CE.CE_ProgressBarLabel: _nothing,
            _CE.CE_Splitter: _splitter,
            _CE.CE_FocusFrame: _focus_frame,
            _CE.CE_TabBarTabShape: _tab_shape,
            _CE.CE_TabBarTabLabel: _tab_label,
            _CE.CE_RubberBand: _rubber_band,
        }
        self._complexes: dict[_CC, Callable[..., None]] = {
            _CC.CC_ComboBox: _combo_box,
            _CC.CC_SpinBox: self._spin_box,
            _CC.CC_ScrollBar: self._scroll_bar,
            _CC.CC_ToolButton: self._tool_button,
        }

    # Qt's interface

    def drawPrimitive(
        self,
        element: _PE,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = self._primitives.get(element)
        if draw:
            draw(option, painter, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: _CE,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = self._controls.get(element)
        if draw:
            draw(option, painter, widget)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: _CC,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = self._complexes.get(control)
        if draw:
            draw(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def pixelMetric(
        self,
        metric: _PM,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        size = self._metrics.get(metric)
        if size is None:
            return super().pixelMetric(metric, option, widget)
        return max(1, px(size)) if size else 0

    def styleHint(
        self,
        hint: _SH,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint == _SH.SH_Widget_Animation_Duration:
            return motion(80)
        known = self._hints.get(hint)
        return super().styleHint(hint, option, widget, data) if known is None else known

    def sizeFromContents(
        self,
        kind: _CT,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        if kind == _CT.CT_PushButton:
            return _button_size(cast(QStyleOptionButton, option), widget)
        if kind == _CT.CT_MenuItem:
            return _menu_item_size(cast(QStyleOptionMenuItem, option), size)
        if kind == _CT.CT_MenuBarItem:
            return QSize(size.width() + px(16), px(24))
        if kind == _CT.CT_ProgressBar:
            return QSize(size.width(), px(4))
        if kind == _CT.CT_ToolButton:
            side = px(Height.BUTTON)
            return QSize(max(size.width() + px(12), side), max(size.height() + px(6), side))
        made: QSize = super().sizeFromContents(kind, option, size, cast(QWidget, widget))
        if kind in (_CT.CT_LineEdit, _CT.CT_ComboBox, _CT.CT_SpinBox):
            made.setHeight(px(Height.BUTTON))
            made.setWidth(made.width() + px(Space.SMALL))
        elif kind == _CT.CT_HeaderSection or kind == _CT.CT_ItemViewItem:
            made.setHeight(max(made.height(), px(Height.ROW_DENSE)))
        return made

    def subElementRect(
        self, element: _SE, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        if element == _SE.SE_LineEditContents:
            if field_state_of(widget) is FieldState.BARE:
                return option.rect
            return option.rect.adjusted(px(Space.SMALL), 0, -px(Space.SMALL), 0)
        rect: QRect = super().subElementRect(element, option, cast(QWidget, widget))
        return rect

    def subControlRect(
        self,
        control: _CC,
        option: QStyleOptionComplex,
        part: _SC,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == _CC.CC_ScrollBar:
            return _scroll_part(cast(QStyleOptionSlider, option), part)
        if control == _CC.CC_SpinBox:
            return _spin_part(cast(QStyleOptionSpinBox, option), part)
        if control == _CC.CC_ComboBox and part in (_SC.SC_ComboBoxArrow, _SC.SC_ComboBoxEditField):
            return _combo_part(option.rect, part)
        rect: QRect = super().subControlRect(control, option, part, cast(QWidget, widget))
        return rect

    # Parts that ask the style where their pieces lie

    def _spin_box(
        self, option: QStyleOptionSpinBox, painter: QPainter, widget: QWidget | None
    ) -> None:
        _field_panel(option, painter, widget)
        ink = tokens().color(Pigment.INK2)
        for part, name in ((_SC.SC_SpinBoxUp, Icon.UP), (_SC.SC_SpinBoxDown, Icon.DOWN)):
            icons.paint(painter, name, _spin_part(option, part), ink, 10)

    def _scroll_bar(
        self, option: QStyleOptionSlider, painter: QPainter, widget: QWidget | None
    ) -> None:
        if option.minimum == option.maximum:
            return
        handle = _scroll_part(option, _SC.SC_ScrollBarSlider).adjusted(px(3), px(3), -px(3), -px(3))
        held = bool(option.activeSubControls & _SC.SC_ScrollBarSlider)
        colour = QColor(tokens().edge)
        colour.setAlphaF(0.9 if held or tokens().high_contrast else 0.45)
        paint.ground(painter, handle, colour, None, 3)

    def _tool_button(
        self, option: QStyleOptionToolButton, painter: QPainter, widget: QWidget | None
    ) -> None:
        _tool_panel(option, painter, widget)
        super().drawControl(_CE.CE_ToolButtonLabel, option, painter, widget)


# Buttons


def _enabled(option: QStyleOption) -> bool:
    return bool(option.state & _State.State_Enabled)


def _hovered(option: QStyleOption) -> bool:
    return bool(option.state & _State.State_MouseOver) and _enabled(option)


def _pressed(option: QStyleOption) -> bool:
    return bool(option.state & (_State.State_Sunken | _State.State_On))


def _button_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    colours, look = tokens(), look_of(widget)
    fill: QColor | str | None = colours.card
    edge: QColor | str | None = colours.edge
    if look is Look.PRIMARY:
        fill = colours.color(Pigment.INDIGO)
        edge = None
        if _pressed(option) or _hovered(option):
            fill = fill.darker(112) if not colours.dark else fill.lighter(106)
    elif _pressed(option):
        fill = colours.sunk
    elif _hovered(option):
        fill = colours.hover
    elif look is not Look.PLAIN:
        fill = None
    if look in (Look.QUIET, Look.LINK):
        edge = colours.edge if colours.high_contrast and _hovered(option) else None
    with paint.kept(painter):
        painter.setOpacity(1.0 if _enabled(option) else paint.DISABLED)
        paint.ground(painter, option.rect, fill, edge, Radius.FIELD)


def _button_ink(look: Look) -> QColor:
    colours = tokens()
    if look is Look.PRIMARY:
        return QColor(colours.on_indigo)
    return colours.color(Pigment.INDIGO if look is Look.LINK else Pigment.INK)


def _button_label(option: QStyleOptionButton, painter: QPainter, widget: QWidget | None) -> None:
    ink, metrics = _button_ink(look_of(widget)), option.fontMetrics
    words = option.text
    mnemonic = Qt.TextFlag.TextShowMnemonic
    icon_width = px(icons.SIZE) if _icon_of(widget) else 0
    gap = px(6) if icon_width and words else 0
    key = _key_of(widget)
    key_width = paint.key_width(key) + px(8) if key else 0
    text_width = metrics.size(mnemonic, words).width()
    left = (
        option.rect.left() + (option.rect.width() - icon_width - gap - text_width - key_width) // 2
    )
    with paint.kept(painter):
        painter.setOpacity(1.0 if _enabled(option) else paint.DISABLED)
        name = _icon_of(widget)
        if name:
            where = QRect(left, option.rect.top(), icon_width, option.rect.height())
            icons.paint(painter, name, where, ink)
        area = QRect(left + icon_width + gap, option.rect.top(), text_width, option.rect.height())
        painter.setPen(ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | mnemonic, words)
        if key:
            paint.key_cap(painter, area.right() + px(8), option.rect.center().y() + 1, key)


def _icon_of(widget: QWidget | None) -> Icon | None:
    name = widget.property("icon_name") if widget else None
    return Icon(name) if name else None


def _key_of(widget: QWidget | None) -> str:
    return (widget.property("key_hint") if widget else None) or ""


def _button_size(option: QStyleOptionButton, widget: QWidget | None) -> QSize:
    width = option.fontMetrics.size(Qt.TextFlag.TextShowMnemonic, option.text).width()
    if _icon_of(widget):
        width += px(icons.SIZE) + (px(6) if option.text else 0)
    if _key_of(widget):
        width += px(8) + paint.key_width(_key_of(widget))
    small = bool(widget and widget.property("small"))
    padding = px(Space.SMALL if small or look_of(widget) is not Look.PLAIN else Space.MEDIUM)
    if look_of(widget) is Look.PRIMARY:
        padding = px(Space.MEDIUM)
    return QSize(width + 2 * padding, px(Height.SMALL if small else Height.BUTTON))


def _tool_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    colours = tokens()
    if option.state & _State.State_On:
        paint.ground(painter, option.rect, colours.selection, None, Radius.FIELD)
    elif option.state & _State.State_Sunken:
        paint.ground(painter, option.rect, colours.sunk, None, Radius.FIELD)
    elif _hovered(option):
        edge = colours.edge if colours.high_contrast else None
        paint.ground(painter, option.rect, colours.hover, edge, Radius.FIELD)


# Fields


def _nothing(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """What the design leaves out."""


def _field_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    state = field_state_of(widget)
    inside = widget.parentWidget() if widget else None
    if state is FieldState.BARE or isinstance(inside, QComboBox):
        return
    if isinstance(widget, QLineEdit) and inside and inside.inherits("QAbstractSpinBox"):
        return
    colours = tokens()
    read_only = bool(option.state & _State.State_ReadOnly)
    edge: QColor | str | None = None if read_only else colours.edge
    if state is FieldState.PROBLEM:
        edge = colours.color(Pigment.CINNABAR)
    with paint.kept(painter):
        painter.setOpacity(1.0 if _enabled(option) else paint.DISABLED)
        fill = None if read_only else colours.card
        paint.ground(painter, option.rect, fill, edge, Radius.FIELD)


def _frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        problem = field_state_of(widget) is FieldState.PROBLEM
        edge: QColor | str = tokens().color(Pigment.CINNABAR) if problem else QColor(tokens().edge)
        paint.ground(painter, option.rect, tokens().card, edge, Radius.FIELD)
    elif isinstance(widget, QAbstractItemView) and widget.property("framed") is not False:
        paint.ground(painter, option.rect, None, tokens().line, Radius.CHIP)


def _combo_part(rect: QRect, part: _SC) -> QRect:
    width = px(24)
    if part == _SC.SC_ComboBoxArrow:
        return QRect(rect.right() - width, rect.top(), width, rect.height())
    return rect.adjusted(px(Space.SMALL), 1, -width, -1)


def _combo_box(option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
    colours = tokens()
    with paint.kept(painter):
        painter.setOpacity(1.0 if _enabled(option) else paint.DISABLED)
        bare = field_state_of(widget) is FieldState.BARE
        problem = field_state_of(widget) is FieldState.PROBLEM
        fill = colours.hover if _hovered(option) and not option.editable else colours.card
        edge = colours.color(Pigment.CINNABAR) if problem else QColor(colours.edge)
        if not bare:
            paint.ground(painter, option.rect, fill, edge, Radius.FIELD)
        arrow = _combo_part(option.rect, _SC.SC_ComboBoxArrow)
        icons.paint(painter, Icon.DOWN, arrow, colours.color(Pigment.INK2), icons.CHIP_SIZE)


def _spin_part(option: QStyleOptionSpinBox, part: _SC) -> QRect:
    rect, width = option.rect, px(20)
    column = QRect(rect.right() - width, rect.top() + 1, width, rect.height() - 2)
    if part == _SC.SC_SpinBoxUp:
        return column.adjusted(0, 0, 0, -column.height() // 2)
    if part == _SC.SC_SpinBoxDown:
        return column.adjusted(0, column.height() // 2, 0, 0)
    if part == _SC.SC_SpinBoxEditField:
        return rect.adjusted(0, 0, -width, 0)
    return QRect(rect)


def _box(option: QStyleOption) -> QRect:
    side = px(_BOX)
    area = QRect(0, 0, side, side)
    area.moveCenter(option.rect.center())
    return area


def _check_box(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    colours, area = tokens(), _box(option)
    set_ = option.state & (_State.State_On | _State.State_NoChange)
    with paint.kept(painter):
        painter.setOpacity(1.0 if _enabled(option) else paint.DISABLED)
        if set_:
            paint.ground(painter, area, colours.color(Pigment.INDIGO), None, Radius.CHIP)
            name = Icon.CHECK if option.state & _State.State_On else Icon.MINUS
            icons.paint(painter, name, area, QColor(colours.on_indigo), icons.CHIP_SIZE)
        else:
            fill = colours.hover if _hovered(option) else colours.card
            paint.ground(painter, area, fill, colours.edge, Radius.CHIP)


def _radio_button(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    colours, area = tokens(), _box(option)
    with paint.kept(painter):
        painter.setOpacity(1.0 if _enabled(option) else paint.DISABLED)
        on = bool(option.state & _State.State_On)
        edge = colours.color(Pigment.INDIGO) if on else QColor(colours.edge)
        paint.ground(painter, area, colours.card, edge, _BOX / 2)
        if on:
            inner = area.adjusted(px(4), px(4), -px(4), -px(4))
            paint.ground(painter, inner, edge, None, _BOX / 2)


# Menus and tips


def _menu_bar_item(option: QStyleOptionMenuItem, painter: QPainter, widget: QWidget | None) -> None:
    colours = tokens()
    painter.fillRect(option.rect, QColor(colours.chrome))
    if option.state & (_State.State_Selected | _State.State_Sunken):
        paint.ground(painter, option.rect, colours.selection, None, Radius.CHIP)
    painter.setPen(colours.color(Pigment.INK2 if _enabled(option) else Pigment.INK3))
    align = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
    painter.drawText(option.rect, align, option.text)


def _menu_bar_empty(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(option.rect, QColor(tokens().chrome))


def _menu_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(option.rect, QColor(tokens().card))
    _menu_frame(option, painter, widget)


def _menu_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    paint.ground(painter, option.rect, None, tokens().edge)


def _menu_item(option: QStyleOptionMenuItem, painter: QPainter, widget: QWidget | None) -> None:
    colours, rect = tokens(), option.rect
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator:
        paint.hairline(painter, rect.left() + px(8), rect.right() - px(8), rect.center().y())
        return
    if option.state & _State.State_Selected and _enabled(option):
        paint.ground(painter, rect, colours.selection, None, Radius.CHIP)
    mark = QRect(rect.left() + px(8), rect.top(), px(icons.SIZE), rect.height())
    ink = colours.color(Pigment.INK if _enabled(option) else Pigment.INK3)
    if option.checkType != QStyleOptionMenuItem.CheckType.NotCheckable and option.checked:
        icons.paint(painter, Icon.CHECK, mark, colours.color(Pigment.INDIGO))
    elif not option.icon.isNull():
        option.icon.paint(painter, mark)
    words, _, keys = option.text.partition("\t")
    area = rect.adjusted(px(32), 0, -px(12), 0)
    painter.setPen(ink)
    painter.setFont(option.font)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
    painter.drawText(area, middle | Qt.TextFlag.TextSingleLine, words)
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.SubMenu:
        arrow = QRect(rect.right() - px(20), rect.top(), px(12), rect.height())
        icons.paint(painter, Icon.FORWARD, arrow, ink, icons.CHIP_SIZE)
    elif keys:
        grey = colours.color(Pigment.INK3)
        paint.text(painter, area, keys, Type.SMALL, grey, Qt.AlignmentFlag.AlignRight)


def _menu_item_size(option: QStyleOptionMenuItem, size: QSize) -> QSize:
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator:
        return QSize(size.width(), px(9))
    words, _, keys = option.text.partition("\t")
    metrics = QFontMetrics(option.font)
    width = metrics.size(Qt.TextFlag.TextShowMnemonic, words).width() + px(32 + 12)
    if keys:
        width += px(32) + paint.width_of(keys, Type.SMALL)
    return QSize(max(width, px(160)), px(Height.BUTTON))


def _tip(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(option.rect, QColor(tokens().card))
    paint.ground(painter, option.rect, None, tokens().edge)


# Lists, tables and tabs


def _item_panel(option: QStyleOptionViewItem, painter: QPainter, widget: QWidget | None) -> None:
    colours = tokens()
    if option.state & _State.State_Selected:
        edge = colours.color(Pigment.INK) if colours.high_contrast else None
        paint.ground(painter, option.rect, colours.selection, edge, Radius.CHIP)
    elif _hovered(option):
        paint.ground(painter, option.rect, colours.hover, None, Radius.CHIP)


def _focus_rect(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if isinstance(widget, QAbstractItemView):
        paint.focus_ring(painter, option.rect, Radius.CHIP)


def _branch(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if option.state & _State.State_Children:
        name = Icon.DOWN if option.state & _State.State_Open else Icon.FORWARD
        ink = tokens().color(Pigment.INK2)
        icons.paint(painter, name, option.rect, ink, icons.CHIP_SIZE)


def _header_section(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    ground = tokens().hover if _hovered(option) else tokens().sheet
    painter.fillRect(option.rect, QColor(ground))
    paint.hairline(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom())


def _header_label(option: QStyleOptionHeader, painter: QPainter, widget: QWidget | None) -> None:
    area = option.rect
    if option.sortIndicator != QStyleOptionHeader.SortIndicator.None_:
        area = area.adjusted(0, 0, -px(16), 0)
    align = option.textAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask
    ink = tokens().color(Pigment.INK2)
    paint.text(painter, area, option.text, Type.SMALL, ink, align or Qt.AlignmentFlag.AlignLeft)


def _header_arrow(option: QStyleOptionHeader, painter: QPainter, widget: QWidget | None) -> None:
    down = option.sortIndicator == QStyleOptionHeader.SortIndicator.SortDown
    ink = tokens().color(Pigment.INDIGO)
    icons.paint(painter, Icon.UP if down else Icon.DOWN, option.rect, ink, icons.CHIP_SIZE)


def _tab_base(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    paint.hairline(painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom())


def _tab_shape(option: QStyleOptionTab, painter: QPainter, widget: QWidget | None) -> None:
    if option.state & _State.State_Selected:
        under = QRect(option.rect)
        under.setTop(under.bottom() - px(2) + 1)
        painter.fillRect(under, tokens().color(Pigment.INDIGO))


def _tab_label(option: QStyleOptionTab, painter: QPainter, widget: QWidget | None) -> None:
    chosen = bool(option.state & _State.State_Selected)
    ink = tokens().color(Pigment.INDIGO if chosen else Pigment.INK2)
    with paint.kept(painter):
        font = painter.font()
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(ink)
        align = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(option.rect, align, option.text)


def _rubber_band(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    fill = QColor(tokens().selection)
    fill.setAlphaF(0.5)
    paint.ground(painter, option.rect, fill, tokens().color(Pigment.INDIGO), Radius.CHIP)


# Bars


def _scroll_part(option: QStyleOptionSlider, part: _SC) -> QRect:
    rect = option.rect
    upright = option.orientation == Qt.Orientation.Vertical
    length = rect.height() if upright else rect.width()
    span = option.maximum - option.minimum
    handle = length
    if span:
        handle = max(length * option.pageStep // (span + option.pageStep), px(Space.WIDE))
        handle = min(handle, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )
    pieces = {
        _SC.SC_ScrollBarGroove: (0, length),
        _SC.SC_ScrollBarSlider: (start, handle),
        _SC.SC_ScrollBarSubPage: (0, start),
        _SC.SC_ScrollBarAddPage: (start + handle, length - start - handle),
    }
    offset, size = pieces.get(part, (0, 0))
    if upright:
        return QRect(rect.left(), rect.top() + offset, rect.width(), size)
    return QRect(rect.left() + offset, rect.top(), size, rect.height())


def _bar_groove(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    paint.ground(painter, _bar(option.rect), tokens().sunk, None, 2)


def _bar_contents(
    option: QStyleOptionProgressBar, painter: QPainter, widget: QWidget | None
) -> None:
    span = option.maximum - option.minimum
    share = (option.progress - option.minimum) / span if span > 0 else 0.3
    area = _bar(option.rect)
    area.setWidth(round(area.width() * min(max(share, 0.0), 1.0)))
    paint.ground(painter, area, tokens().color(Pigment.INDIGO), None, 2)


def _bar(rect: QRect) -> QRect:
    area = QRect(rect)
    area.setHeight(px(4))
    area.moveTop(rect.center().y() - px(4) // 2 + 1)
    return area


def _splitter(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    painter.fillRect(option.rect, QColor(tokens().line))


def _focus_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    paint.focus_ring(painter, option.rect, Radius.FIELD + 3)


def _arrow(name: Icon) -> Callable[..., None]:
    def draw(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        ink = tokens().color(Pigment.INK2)
        icons.paint(painter, name, option.rect, ink, icons.CHIP_SIZE)

    return draw
