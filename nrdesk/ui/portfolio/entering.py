"""The way into the portfolio, for the window that holds it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.ui.portfolio import folder
from nrdesk.ui.portfolio.page import TITLE, PortfolioScreen

if TYPE_CHECKING:
    from nrdesk.ui.shell.window import MainWindow


def show(window: MainWindow, where: Path | None = None) -> PortfolioScreen:
    """Show the portfolio in a window, and return it.

    Args:
        window: the window, whose document is already closed.
        where: the folder to read; the one read last by default, none the first time.
    """
    screen = PortfolioScreen()
    screen.left.connect(window.show_welcome)
    screen.page.opened.connect(window.open_path)
    window.setCentralWidget(screen)
    window.setWindowTitle(f"{TITLE} — nrdesk")
    screen.focus_first()
    if found := where or folder.last():
        screen.page.read(found)
    return screen
