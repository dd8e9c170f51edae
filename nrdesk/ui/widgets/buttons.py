"""Buttons: their text is a verb."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from nrdesk.ui import theme

_ICON_COLOURS = {"primary": "on_accent"}


def button(
    text: str,
    icon: str | None = None,
    kind: str = "secondary",
    on_click: Callable[[], object] | None = None,
    help: str = "",
) -> QPushButton:
    """Return a button.

    Args:
        text: a verb; "&" before a letter makes it an Alt shortcut.
        icon: name of an icon, or None.
        kind: "primary" (one per page), "secondary" or "link".
        on_click: called without argument.
        help: tooltip and accessible description.
    """
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        # Disabled, the icon has the colour of the words: white on grey would be no icon at all.
        made.setIcon(theme.icon(icon, _ICON_COLOURS.get(kind, "accent"), 17, disabled="muted"))
        # Wider than the drawing: it is the only gap between an icon and its text that Qt lets one set.
        made.setIconSize(QSize(theme.px(25), theme.px(17)))
    if help:
        made.setToolTip(help)
        made.setAccessibleDescription(help)
    if on_click:
        made.clicked.connect(lambda: on_click())
    return made


def icon_button(
    icon: str, name: str, on_click: Callable[[], object] | None = None, size: int = 20
) -> QToolButton:
    """Return a button that shows only an icon; `name` is its tooltip and accessible name."""
    made = QToolButton()
    made.setIcon(theme.icon(icon, "muted", size))
    made.setIconSize(QSize(theme.px(size), theme.px(size)))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if on_click:
        made.clicked.connect(lambda: on_click())
    return made
