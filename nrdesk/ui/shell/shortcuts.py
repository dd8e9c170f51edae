"""The keys that work on every page of a document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from nrdesk.core.steps import STEPS
from nrdesk.ui.accessibility import focusable

if TYPE_CHECKING:
    from nrdesk.ui.shell.workspace import Workspace


def install(workspace: Workspace) -> None:
    """Give a workspace its shortcuts."""
    keys: list[tuple[str, Callable[[], object]]] = [
        ("Ctrl+Z", workspace.undo),
        ("Ctrl+Y", workspace.redo),
        ("Ctrl+Shift+Z", workspace.redo),
        ("Ctrl+K", workspace.search),
        ("F1", workspace.toggle_guide),
        ("F6", partial(_next_region, workspace)),
        ("Alt+Home", partial(workspace.go, "dashboard")),
        ("Alt+Left", partial(_neighbour, workspace, -1)),
        ("Alt+Right", partial(_neighbour, workspace, 1)),
        *((f"Alt+{step.number % 10}", partial(workspace.go, step.page)) for step in STEPS),
    ]
    for sequence, act in keys:
        QShortcut(QKeySequence(sequence), workspace, act)


def _neighbour(workspace: Workspace, move: int) -> None:
    keys = workspace.navigation.keys
    there = keys.index(workspace.current) + move
    if 0 <= there < len(keys):
        workspace.go(keys[there])


def _next_region(workspace: Workspace) -> None:
    """Move the focus from the navigation to the page, to the guide, and round again."""
    regions: list[QWidget] = [workspace.navigation, workspace.page, workspace.guide]
    shown = [region for region in regions if region.isVisibleTo(workspace)]
    focused = QApplication.focusWidget()
    here = next((i for i, region in enumerate(shown) if focused and region.isAncestorOf(focused)), -1)
    target = shown[(here + 1) % len(shown)]
    if target is workspace.navigation:
        workspace.navigation.focus_current()
    elif stops := [widget for widget in focusable(target) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]:
        stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
