"""The figure of the selected line, explained in three lines under the grid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nrdesk.core.footprint import LineResult
from nrdesk.core.footprint.explanation import Explanation
from nrdesk.core.formatting import NBSP, mass, number, significant
from nrdesk.core.inventory.quality import quality_of
from nrdesk.ui import theme
from nrdesk.ui.inventory.columns import CARBON
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button, icon_button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.pill import Pill

_LARGE = 1.5
"""Size of the text from which the title stands on its own line, and the card is folded at first."""


class FigureCard(Card):
    """Title and range of the figure, and, unless folded, its formula and what would make it better."""

    def __init__(self, explain: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName("Empreinte de la ligne sélectionnée")
        self.body.setContentsMargins(16, 8, 10, 8)
        self.body.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._title = text.strong("")
        self._range = Pill("")
        self._fold = icon_button("chevron-down", "Replier l’explication", self._toggle, 16)
        self._explain = button("Expliquer ce chiffre", kind="link", on_click=explain, help="Ctrl+E")
        large = theme.scale() >= _LARGE
        head = QHBoxLayout()
        head.setSpacing(12)
        if large:
            self.add(self._title)
        else:
            head.addWidget(self._title, 1)
        for widget in (self._range, self._explain, self._fold):
            head.addWidget(widget)
        if large:
            head.addStretch(1)
        self.add_layout(head)
        self._formula = text.body("")
        text.set_tone(self._formula, "muted")
        self._note = text.muted("")
        self._useful = text.muted("")
        self._details = QWidget()
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 6, 4)
        details.setSpacing(2)
        details.addWidget(self._formula)
        details.addWidget(self._note)
        details.addWidget(self._useful)
        self.add(self._details)
        # With large letters the grid needs the room.
        self._set_open(not large)

    def show_figure(self, line: LineResult, explanation: Explanation) -> None:
        """Show the figure of a line."""
        self._title.setText(_title(line, explanation))
        span = line.range(CARBON)
        counted = span is not None and line.in_park
        if span is not None and counted:
            low, high = (number(significant(bound)) for bound in span)
            self._range.show_state(f"fourchette {low} – {high}{NBSP}kg", "accent")
        elif explanation.missing:
            self._range.show_state(f"il manque{NBSP}: {', '.join(explanation.missing)}", "warn")
        self._range.setVisible(counted or bool(explanation.missing))
        self._formula.setText(explanation.formula)
        self._note.setText(" ".join(explanation.hypotheses) or "Rien n’est supposé pour cette ligne.")
        useful = _useful(line, explanation)
        self._useful.setText(f"La donnée la plus utile à chercher{NBSP}: {useful}")
        self._useful.setVisible(bool(useful))

    def _toggle(self) -> None:
        self._set_open(not self._details.isVisibleTo(self))

    def _set_open(self, opened: bool) -> None:
        self._details.setVisible(opened)
        name = "Replier l’explication" if opened else "Déplier l’explication"
        self._fold.setIcon(theme.icon("chevron-down" if opened else "chevron-right", "muted", 16))
        self._fold.setToolTip(name)
        self._fold.setAccessibleName(name)


def _useful(line: LineResult, explanation: Explanation) -> str:
    """Return what to look for first: what narrows the range most, or else what the line lacks most."""
    if explanation.most_useful:
        said = explanation.most_useful
        return f"{said[:1].lower()}{said[1:]}."
    gains = quality_of(line.equipment).gains
    return f"{gains[0][0]} (+{gains[0][1]} points de qualité)." if gains else ""


def _title(line: LineResult, explanation: Explanation) -> str:
    """Return « NR011 · 6 × Écran · 90 kg éq. CO₂ par an »."""
    category = line.recipe.category
    what = category.label if category else "sans catégorie"
    parts = [line.equipment.number, f"{line.quantity}{NBSP}×{NBSP}{what}"]
    span = line.range(CARBON)
    if not line.in_park:
        parts.append("sorti du parc")
    elif explanation.value is not None and span is not None:
        parts.append(f"{mass(explanation.value, *span)} par{NBSP}an")
    return " · ".join(part for part in parts if part)
