"""The one style: Fusion's behaviour, our drawing of buttons, fields, menus, bars and items."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionToolButton,
    QWidget,
)

from planner.ui import icons
from planner.ui.appearance import Height, Space, motion, px
from planner.ui.drawing import bars, buttons, fields, lists, menus, states
from planner.ui.icons import Icon

_CE = QStyle.ControlElement
_PE = QStyle.PrimitiveElement
_CC = QStyle.ComplexControl
_SC = QStyle.SubControl
_PM = QStyle.PixelMetric
_SE = QStyle.SubElement
_CT = QStyle.ContentsType
_SH = QStyle.StyleHint

SCROLL_BAR = 12


class PlannerStyle(QProxyStyle):
    """Draws by tables: one small function for each thing that is drawn."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._metrics = {
            _PM.PM_ButtonIconSize: icons.SIZE,
            _PM.PM_SmallIconSize: icons.SIZE,
            _PM.PM_ToolBarIconSize: icons.SIZE,
            _PM.PM_ListViewIconSize: icons.SIZE,
            _PM.PM_IndicatorWidth: fields.BOX,
            _PM.PM_IndicatorHeight: fields.BOX,
            _PM.PM_ExclusiveIndicatorWidth: fields.BOX,
            _PM.PM_ExclusiveIndicatorHeight: fields.BOX,
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
            _PE.PE_PanelButtonCommand: buttons.button_panel,
            _PE.PE_PanelButtonTool: buttons.tool_panel,
            _PE.PE_PanelLineEdit: fields.field_panel,
            _PE.PE_FrameLineEdit: states.nothing,
            _PE.PE_Frame: fields.frame,
            _PE.PE_FrameGroupBox: states.nothing,
            _PE.PE_FrameTabWidget: states.nothing,
            _PE.PE_FrameTabBarBase: lists.tab_base,
            _PE.PE_FrameFocusRect: lists.focus_rect,
            _PE.PE_FrameStatusBarItem: states.nothing,
            _PE.PE_FrameMenu: menus.menu_frame,
            _PE.PE_PanelMenu: menus.menu_panel,
            _PE.PE_PanelMenuBar: states.nothing,
            _PE.PE_PanelTipLabel: menus.tip,
            _PE.PE_IndicatorCheckBox: fields.check_box,
            _PE.PE_IndicatorItemViewItemCheck: fields.check_box,
            _PE.PE_IndicatorRadioButton: fields.radio_button,
            _PE.PE_IndicatorArrowDown: lists.arrow(Icon.DOWN),
            _PE.PE_IndicatorArrowUp: lists.arrow(Icon.UP),
            _PE.PE_IndicatorArrowLeft: lists.arrow(Icon.BACK),
            _PE.PE_IndicatorArrowRight: lists.arrow(Icon.FORWARD),
            _PE.PE_IndicatorHeaderArrow: lists.header_arrow,
            _PE.PE_IndicatorBranch: lists.branch,
            _PE.PE_PanelItemViewRow: states.nothing,
            _PE.PE_PanelItemViewItem: lists.item_panel,
        }
        self._controls: dict[_CE, Callable[..., None]] = {
            _CE.CE_PushButtonLabel: buttons.button_label,
            _CE.CE_MenuBarItem: menus.menu_bar_item,
            _CE.CE_MenuBarEmptyArea: menus.menu_bar_empty,
            _CE.CE_MenuItem: menus.menu_item,
            _CE.CE_HeaderSection: lists.header_section,
            _CE.CE_HeaderEmptyArea: lists.header_section,
            _CE.CE_HeaderLabel: lists.header_label,
            _CE.CE_ProgressBarGroove: bars.bar_groove,
            _CE.CE_ProgressBarContents: bars.bar_contents,
            _CE.CE_ProgressBarLabel: states.nothing,
            _CE.CE_Splitter: bars.splitter,
            _CE.CE_FocusFrame: bars.focus_frame,
            _CE.CE_TabBarTabShape: lists.tab_shape,
            _CE.CE_TabBarTabLabel: lists.tab_label,
            _CE.CE_RubberBand: lists.rubber_band,
        }
        self._complexes: dict[_CC, Callable[..., None]] = {
            _CC.CC_ComboBox: fields.combo_box,
            _CC.CC_SpinBox: fields.spin_box,
            _CC.CC_ScrollBar: bars.scroll_bar,
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
            return buttons.button_size(cast(QStyleOptionButton, option), widget)
        if kind == _CT.CT_MenuItem:
            return menus.menu_item_size(cast(QStyleOptionMenuItem, option), size)
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
            if states.field_state_of(widget) is states.FieldState.BARE:
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
            return bars.scroll_part(cast(QStyleOptionSlider, option), part)
        if control == _CC.CC_SpinBox:
            return fields.spin_part(cast(QStyleOptionSpinBox, option), part)
        if control == _CC.CC_ComboBox and part in (_SC.SC_ComboBoxArrow, _SC.SC_ComboBoxEditField):
            return fields.combo_part(option.rect, part)
        rect: QRect = super().subControlRect(control, option, part, cast(QWidget, widget))
        return rect

    # What is drawn in part by Fusion

    def _tool_button(
        self, option: QStyleOptionToolButton, painter: QPainter, widget: QWidget | None
    ) -> None:
        buttons.tool_panel(option, painter, widget)
        super().drawControl(_CE.CE_ToolButtonLabel, option, painter, widget)
