"""The style sheet, generated from the tokens and the size of the text."""

from __future__ import annotations

from typing import Protocol

from nrdesk.ui.theme.tokens import Tokens

FAMILY = "Source Sans 3"
TEXT_SIZE = 15
"""Body text in pixels, at the normal size."""
ROLES = {
    "title": (24, 600),
    "heading": (17, 600),
    "strong": (TEXT_SIZE, 600),
    "body": (TEXT_SIZE, 400),
    "small": (13, 400),
    "overline": (12, 600),
    "figure": (30, 600),
}
"""Role of a text -> (pixels, weight)."""


def stylesheet(t: Tokens, scale: float) -> str:
    """Return the style sheet of the whole application for these colours and this size of text."""

    def px(size: float) -> str:
        return f"{round(size * scale)}px"

    return "\n".join((_texts(t, px), _surfaces(t, px), _buttons(t, px), _fields(t, px), _tables(t, px)))


class _Pixels(Protocol):
    def __call__(self, size: float) -> str: ...


def _texts(t: Tokens, px: _Pixels) -> str:
    roles = "\n".join(
        f'QLabel[role="{role}"] {{ font-size: {px(size)}; font-weight: {weight}; }}'
        for role, (size, weight) in ROLES.items()
    )
    return f"""
* {{ font-family: "{FAMILY}"; font-size: {px(TEXT_SIZE)}; }}
QMainWindow, QDialog, QMessageBox {{ background: {t.bg}; }}
QLabel {{ background: transparent; color: {t.text}; }}
{roles}
QLabel[tone="muted"], QLabel[role="overline"] {{ color: {t.muted}; }}
QLabel[tone="accent"] {{ color: {t.accent}; }}
QLabel[tone="ok"] {{ color: {t.ok}; }}
QLabel[tone="warn"] {{ color: {t.warn}; }}
QLabel[tone="bad"] {{ color: {t.bad}; }}
QToolTip {{ background: {t.text}; color: {t.surface}; border: none; padding: 6px 8px; }}
"""


def _surfaces(t: Tokens, px: _Pixels) -> str:
    pills = "\n".join(
        f'QLabel[pill="{kind}"] {{ color: {getattr(t, kind)}; background: {getattr(t, kind + "_soft")}; }}'
        for kind in ("accent", "ok", "warn", "bad")
    )
    return f"""
Card {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; }}
Card[flat="true"] {{ background: transparent; border: none; }}
Panel {{ background: {t.sunken}; border: none; border-radius: 8px; }}
QFrame#navigation {{ background: {t.surface}; border: none; border-right: 1px solid {t.line}; }}
QFrame#topbar {{ background: {t.surface}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame#guide, QFrame#exercises {{ background: {t.sunken}; border: none; border-left: 1px solid {t.line}; }}
QFrame#footer {{ background: {t.bg}; border: none; border-top: 1px solid {t.line}; }}
QFrame#messagebar {{ background: {t.accent_soft}; border: none; border-top: 1px solid {t.accent}; }}
QFrame#messagebar[kind="ok"] {{ background: {t.ok_soft}; border-top-color: {t.ok}; }}
QFrame#messagebar[kind="warn"] {{ background: {t.warn_soft}; border-top-color: {t.warn}; }}
QFrame#messagebar[kind="bad"] {{ background: {t.bad_soft}; border-top-color: {t.bad}; }}
QFrame#bubble {{ background: {t.surface}; border: 1px solid {t.accent}; border-radius: 8px; }}
QFrame[separator="true"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
QLabel[pill] {{ border-radius: {px(10)}; padding: {px(2)} {px(10)}; font-size: {px(13)}; font-weight: 600; }}
{pills}
QLabel[pill="quiet"] {{ color: {t.muted}; background: {t.sunken}; }}
Panel QLabel[pill="quiet"] {{ background: {t.surface}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {t.border}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _buttons(t: Tokens, px: _Pixels) -> str:
    return f"""
QPushButton {{ background: {t.surface}; color: {t.accent}; border: 1px solid {t.border}; border-radius: 6px;
    padding: {px(7)} {px(14)}; margin: 1px; font-weight: 600; }}
QPushButton:hover {{ background: {t.hover}; color: {t.accent_strong}; }}
QPushButton:pressed {{ background: {t.accent_soft}; }}
QPushButton:checked {{ background: {t.accent_soft}; border-color: {t.accent}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; margin: 0; }}
QPushButton:disabled {{ color: {t.muted}; background: {t.sunken}; border-color: {t.line}; }}
QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton[kind="primary"]:hover {{ background: {t.accent_strong}; color: {t.on_accent}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[kind="primary"]:disabled {{ color: {t.muted}; background: {t.sunken}; border-color: {t.line}; }}
QPushButton[kind="link"] {{ background: transparent; border: 2px solid transparent; padding: 1px 0;
    margin: 0; text-align: left; text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {t.accent}; padding: 1px 0; margin: 0; }}
QPushButton[kind="link"][cell="true"] {{ padding: 1px {px(6)}; text-align: center; }}
QPushButton[kind="fold"] {{ background: transparent; color: {t.text}; border: 2px solid transparent;
    padding: {px(3)} 2px; margin: 0; text-align: left; }}
QPushButton[kind="fold"][role="heading"] {{ font-size: {px(17)}; }}
QPushButton[kind="fold"]:hover {{ background: transparent; color: {t.accent}; }}
QPushButton[kind="fold"]:focus {{ border: 2px solid {t.accent}; margin: 0; }}
QPushButton[kind="search"] {{ color: {t.muted}; font-weight: 400; text-align: left; }}
QPushButton[kind="menu"], QToolButton[kind="menu"] {{ padding-right: {px(28)}; }}
QPushButton::menu-indicator, QToolButton::menu-indicator {{
    image: url(icons:tinted/{t.name}/chevron-down.svg); width: {px(16)}; height: {px(16)};
    subcontrol-origin: padding; subcontrol-position: right center; right: {px(8)}; }}
QPushButton[kind="word"] {{ background: {t.accent_soft}; border: 1px solid transparent; font-weight: 400;
    font-size: {px(13)}; border-radius: {px(12)}; padding: {px(3)} {px(10)}; }}
QPushButton[kind="word"]:focus {{ border: 2px solid {t.accent}; }}
QToolButton {{ background: transparent; color: {t.text}; border: 2px solid transparent; border-radius: 6px;
    padding: {px(5)}; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:checked {{ background: {t.accent_soft}; }}
QToolButton:focus {{ border: 2px solid {t.accent}; }}
QMenu {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: {px(6)} {px(24)} {px(6)} {px(10)}; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.accent}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
"""


def _fields(t: Tokens, px: _Pixels) -> str:
    field = "QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox"
    focus = ", ".join(f"{each}:focus" for each in field.split(", "))
    return f"""
{field} {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; border-radius: 6px;
    padding: {px(6)} {px(9)}; margin: 1px; placeholder-text-color: {t.muted};
    selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
{focus} {{ border: 2px solid {t.accent}; margin: 0; }}
QLineEdit[invalid="true"], QComboBox[invalid="true"] {{ border: 2px solid {t.bad}; margin: 0; }}
QLineEdit:disabled, QComboBox:disabled, QLineEdit:read-only {{ background: {t.sunken}; color: {t.muted}; }}
QComboBox {{ padding-right: {px(26)}; }}
QComboBox::drop-down {{ border: none; width: {px(26)}; }}
QComboBox::down-arrow {{ image: url(icons:tinted/{t.name}/chevron-down.svg); width: {px(16)};
    height: {px(16)}; }}
QComboBox QAbstractItemView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border};
    selection-background-color: {t.accent_soft}; selection-color: {t.accent}; outline: none; padding: 4px; }}
QCheckBox, QRadioButton {{ background: transparent; color: {t.text}; spacing: {px(8)}; padding: 2px;
    border: 2px solid transparent; border-radius: 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.accent}; }}
QCheckBox::indicator, QListView::indicator {{ width: {px(16)}; height: {px(16)};
    border: 1px solid {t.border}; border-radius: 4px; background: {t.surface}; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {t.accent};
    border-color: {t.accent}; image: url(icons:tinted/{t.name}/check.svg); }}
QRadioButton::indicator {{ width: {px(16)}; height: {px(16)}; border: 1px solid {t.border};
    border-radius: {px(8)}; background: {t.surface}; }}
QRadioButton::indicator:checked {{ border: {px(5)} solid {t.accent}; width: {px(8)}; height: {px(8)}; }}
QSlider {{ background: transparent; min-height: {px(26)}; border: 2px solid transparent;
    border-radius: 6px; }}
QSlider:focus {{ border-color: {t.accent}; }}
QSlider::groove:horizontal {{ background: {t.border}; height: {px(4)}; border-radius: {px(2)}; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; height: {px(4)}; border-radius: {px(2)}; }}
QSlider::handle:horizontal {{ background: {t.accent}; width: {px(16)}; height: {px(16)};
    margin: -{px(6)} 0; border-radius: {px(8)}; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}
"""


def _tables(t: Tokens, px: _Pixels) -> str:
    return f"""
QAbstractItemView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line}; border-radius: 8px;
    selection-background-color: {t.accent_soft}; selection-color: {t.text}; outline: none; }}
QAbstractItemView:focus {{ border: 2px solid {t.accent}; }}
QTableView {{ gridline-color: {t.line}; alternate-background-color: {t.sunken}; }}
QHeaderView {{ background: {t.sunken}; border: none; }}
QHeaderView::section {{ background: {t.sunken}; color: {t.muted}; border: none;
    border-bottom: 1px solid {t.line}; padding: {px(7)} {px(8)}; font-weight: 600; }}
QTableCornerButton::section {{ background: {t.sunken}; border: none; }}
QListView::item {{ padding: {px(7)} {px(10)}; border-radius: 6px; }}
QListView::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; border: none; border-bottom: 3px solid transparent;
    padding: {px(7)} {px(14)}; font-weight: 600; }}
QTabBar::tab:selected {{ color: {t.accent}; border-bottom-color: {t.accent}; }}
QTabBar::tab:focus {{ border: 2px solid {t.accent}; border-radius: 4px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.line}; }}
QSplitter::handle {{ background: {t.line}; }}
"""
