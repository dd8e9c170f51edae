"""« Expliquer ce chiffre »: the formula, where each number comes from, what is assumed, what is in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nrdesk.core.footprint.explanation import Explanation
from nrdesk.core.footprint.terms import Term
from nrdesk.ui import theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import icon_button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import clear, column, row, separator
from nrdesk.ui.widgets.pill import Pill

WIDTH = 360
_HEIGHT = 560
"""Of the box that explains over a page, in pixels for normal text."""
_SHORT = 16
"""Longest value, in characters, that stands beside its label."""


class ExplainPanel(QFrame):
    """A panel beside the page; Escape closes it and gives the focus back to where the question was asked."""

    opened = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide")
        self.setAccessibleName("Explication du chiffre")
        self.setFixedWidth(theme.px(WIDTH))
        self._asker: QWidget | None = None
        self.close_button = icon_button("x", "Fermer l’explication (Échap)", self.hide)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 8, 16)
        outer.setSpacing(8)
        outer.addWidget(row(text.heading("Expliquer ce chiffre"), 1, self.close_button))
        content = QWidget()
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(0, 4, 12, 4)
        self._body.setSpacing(10)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Explication du chiffre")
        area.setWidget(content)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        outer.addWidget(area, 1)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.hide)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def explain(self, explanation: Explanation) -> None:
        """Show an explanation and take the focus."""
        if not self.isVisible():
            self._asker = QApplication.focusWidget()
        self.show_explanation(explanation)
        if self.parentWidget() is not None:
            self.opened.emit()
            self.show()
        self.close_button.setFocus()
        announce(self, f"{explanation.title}. {explanation.formula}")

    def show_explanation(self, explanation: Explanation) -> None:
        """Replace what is explained, without touching the focus."""
        clear(self._body)
        self._add(text.strong(explanation.title))
        if explanation.value is None:
            self._add(Pill("Non compté", "warn"))
        else:
            formula = Card()
            formula.body.setContentsMargins(14, 10, 14, 10)
            formula.add(_selectable(explanation.formula))
            self._add(formula)
        if explanation.missing:
            self._add(text.body(f"Il manque\u00a0: {', '.join(explanation.missing)}."))
        if explanation.range_text:
            self._add(text.body(explanation.range_text[:1].upper() + explanation.range_text[1:] + "."))
        self._section("D’où viennent ces nombres", explanation.terms)
        self._sentences(
            "La donnée la plus utile à chercher", [explanation.most_useful] if explanation.most_useful else ()
        )
        self._sentences("Ce qui est supposé", explanation.hypotheses)
        self._section("Ce qui fait la fourchette", explanation.doubts)
        self._body.addStretch(1)

    def _section(self, title: str, terms: Sequence[Term]) -> None:
        if not terms:
            return
        self._add(text.label(title.upper(), "overline"))
        for term in terms:
            self._add(separator())
            self._add(_term(term))

    def _sentences(self, title: str, sentences: Sequence[str]) -> None:
        if sentences:
            self._add(text.label(title.upper(), "overline"))
            for sentence in sentences:
                self._add(text.body(f"•\u00a0{sentence}", terms=True))

    def _add(self, widget: QWidget) -> None:
        self._body.addWidget(widget)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._asker is not None and self._asker.isVisible():
            self._asker.setFocus()
        self._asker = None
        self.closed.emit()


def explain_over(asker: QWidget, explanation: Explanation) -> None:
    """Explain a figure over the page, where no panel can stand beside it."""
    box = QDialog(asker)
    box.setWindowTitle("Expliquer ce chiffre")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    panel = ExplainPanel()
    # Letters may be large, the window is not: the panel scrolls.
    panel.setFixedHeight(min(theme.px(_HEIGHT), asker.window().height() * 4 // 5))
    line = QVBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(panel)
    panel.close_button.clicked.connect(box.close)
    box.open()
    panel.explain(explanation)


def _selectable(formula: str) -> QWidget:
    made = text.body(formula)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _term(term: Term) -> QWidget:
    """Return a term: its label, its value beside it or under it, its source and its note."""
    name = text.body(term.label[:1].upper() + term.label[1:])
    value = text.strong(term.value_text, wrap=len(term.value_text) > _SHORT)
    head = QWidget()
    line = QHBoxLayout(head) if len(term.value_text) <= _SHORT else QVBoxLayout(head)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(2)
    line.addWidget(name, 1)
    line.addWidget(value)
    details = (f"Source\u00a0: {term.source}" if term.source else "", term.note)
    return column(head, *(text.muted(detail) for detail in details if detail), gap=2)
