"""The buttons above a rich text; one stop of Tab, arrows go from button to button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets.flow import FlowLayout

_ICON = 18


class _Button(QToolButton):
    """A button that leaves the arrows to its toolbar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Toolbar(QWidget):
    """Buttons in one or several lines, as the width allows."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Mise en forme")
        self._buttons: list[QToolButton] = []
        self._flow = FlowLayout(gap=2)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._flow)

    def add(
        self,
        name: str,
        keys: str,
        act: Callable[[], object],
        *,
        icon: str = "",
        words: str = "",
        checkable: bool = True,
    ) -> QToolButton:
        """Add a button.

        Args:
            name: what it does, in French; its accessible name.
            keys: its shortcut, as its tooltip writes it.
            act: called when it is pressed.
            icon: its drawing, if any.
            words: what is written on it, if anything.
            checkable: whether it says what the text under the cursor is.
        """
        made = _Button()
        made.setAccessibleName(name)
        made.setToolTip(f"{name} ({keys})" if keys else name)
        made.setCheckable(checkable)
        # A stop of Tab is the first button; the others are reached from it.
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self._buttons else Qt.FocusPolicy.StrongFocus)
        if icon:
            made.setIcon(theme.icon(icon, "text", _ICON))
            made.setIconSize(QSize(theme.px(_ICON), theme.px(_ICON)))
        if words:
            made.setText(words)
        if icon and words:
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            # Wider than the drawing: it is the only gap before the text that Qt lets one set.
            made.setIconSize(QSize(theme.px(_ICON + 6), theme.px(_ICON)))
        made.clicked.connect(lambda: act())
        self._buttons.append(made)
        self._flow.addWidget(made)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        usable = [button for button in self._buttons if button.isEnabled() and button.isVisible()]
        focused = next((at for at, button in enumerate(usable) if button.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
        else:
            usable[(focused + step) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)


def choices(button: QToolButton, labels: Mapping[str, str], act: Callable[[str], object]) -> QMenu:
    """Give a button a menu: what each choice is called, and what is done with its key."""
    menu = QMenu(button)
    for key, label in labels.items():
        # An "&" would make a mnemonic of the next letter.
        menu.addAction(label.replace("&", "&&")).triggered.connect(partial(_chosen, act, key))
    button.setMenu(menu)
    button.setProperty("kind", "menu")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return menu


def _chosen(act: Callable[[str], object], key: str, checked: bool = False) -> None:
    act(key)
