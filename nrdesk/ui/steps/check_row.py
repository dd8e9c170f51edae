"""One item of « Suffisant pour avancer »: done, missing and where to fill it in, or still to come."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nrdesk.core.steps import CheckResult
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.image import Image
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.page import Page


class CheckRow(QWidget):
    """A line of the checklist."""

    def __init__(self, result: CheckResult, page: Page) -> None:
        super().__init__()
        check = result.check
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(12)
        if result.done:
            state, words = "Fait", column(text.body(check.text, terms=True))
            line.addWidget(Image("circle-check", "ok", 20))
        else:
            state, words = "À faire", column(text.strong(check.text, terms=True), text.muted(result.missing))
            line.addWidget(Image("circle-alert", "warn", 20))
        self.setAccessibleName(f"{state}\u00a0: {check.text}")
        line.addWidget(words, 1)
        if not result.done:
            go = partial(page.go, check.where.page, check.where.field)
            there = button("Compléter", kind="link", on_click=go, help=check.todo)
            there.setAccessibleName(f"Compléter\u00a0: {check.text}")
            line.addWidget(there)
