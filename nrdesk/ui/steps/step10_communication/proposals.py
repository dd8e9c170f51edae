"""A line of what nrdesk proposes on this page: what it is, and the button that takes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QWidget

from nrdesk.core.formatting import NBSP
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.pill import Pill


def proposal(
    title: str,
    details: str,
    verb: str,
    on_click: Callable[[], object],
    *,
    pills: tuple[tuple[str, str], ...] = (),
    enabled: bool = True,
) -> QWidget:
    """Return a line.

    Args:
        title: what is proposed.
        details: in a sentence or two.
        verb: words of the button.
        on_click: called without argument.
        pills: words and kind of each pill beside the title.
        enabled: whether it can be taken.
    """
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    head = flow(text.body(title, terms=True), *(Pill(*pill) for pill in pills)) if pills else text.body(title)
    line.addWidget(column(head, text.muted(details, terms=True), gap=2), 1)
    take = button(verb, "plus", on_click=on_click)
    take.setObjectName("take")
    take.setAccessibleName(f"{verb}{NBSP}: {title}")
    take.setAccessibleDescription(details)
    take.setEnabled(enabled)
    line.addWidget(take)
    return made


def first_button(lines: QLayout) -> QPushButton | None:
    """Return the button of the first line of a layout; None when it has none."""
    item = lines.itemAt(0)
    shown = item.widget() if item else None
    return shown.findChild(QPushButton, "take") if shown else None
