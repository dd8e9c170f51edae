"""Texts: a label says its role, the style sheet gives it its size and colour."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from nrdesk.core.formatting import NBSP


def label(text: str, role: str = "body", tone: str = "", *, wrap: bool = True, terms: bool = False) -> QLabel:
    """Return a plain text label.

    Args:
        text: shown as plain text: what a user typed is never read as HTML.
        role: a key of `nrdesk.ui.theme.sheet.ROLES`.
        tone: "", "muted", "accent", "ok", "warn" or "bad".
        wrap: whether long texts go to the next line.
        terms: whether the words of the glossary show their definition (see `nrdesk.ui.widgets.glossary`).
    """
    made = _with_terms(tied(text)) if terms else QLabel(tied(text))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def _with_terms(text: str) -> QLabel:
    # Only pages that explain need it.
    from nrdesk.ui.widgets.glossary import TermsLabel

    return TermsLabel(text)


def tied(text: str) -> str:
    """Return `text` with no-break spaces where French never breaks a line: « mot », ici :, là ?"""
    return re.sub(r" (?=[:;?!»])", NBSP, text).replace("« ", f"«{NBSP}")


def title(text: str) -> QLabel:
    """Return the title of a page."""
    return label(text, "title")


def heading(text: str) -> QLabel:
    """Return the title of a card or of a section."""
    return label(text, "heading")


def strong(text: str, *, wrap: bool = True, terms: bool = False) -> QLabel:
    """Return a text to be noticed among others."""
    return label(text, "strong", wrap=wrap, terms=terms)


def body(text: str, *, wrap: bool = True, terms: bool = False) -> QLabel:
    """Return running text."""
    return label(text, wrap=wrap, terms=terms)


def muted(text: str, *, wrap: bool = True, terms: bool = False) -> QLabel:
    """Return a secondary text: help, source, range."""
    return label(text, "small", "muted", wrap=wrap, terms=terms)


def figure(text: str) -> QLabel:
    """Return a headline figure."""
    return label(text, "figure", wrap=False)


def set_tone(widget: QLabel, tone: str) -> None:
    """Change the tone of a label made by this module."""
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Elided(QLabel):
    """A text on one line that ends with "…" when the room is short; its tooltip has it whole."""

    def __init__(self, role: str = "body", tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
        self.setToolTip(self.text() if shown != self.text() else "")
