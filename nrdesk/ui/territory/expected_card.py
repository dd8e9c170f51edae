"""The facts that a « bilan des usages sur le territoire » is expected to tell, and where they are found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.formatting import NBSP
from nrdesk.core.model.territory import ExpectedFact
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.columns import Columns
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.pill import Pill

Add = Callable[[ExpectedFact], object]
"""Notes a fact, begun from what is expected."""

_NARROWEST = 330
_HELP = (
    "Le décret du 29 juillet 2022 demande le bilan du numérique « et celui de ses usages sur le "
    "territoire », sans en donner la liste. Voici ce que nous proposons de chercher ; un seul fait par "
    "sujet suffit."
)


class ExpectedCard(Card):
    """One panel per topic: what to look for, why, where; a button to note it."""

    def __init__(self, add: Add) -> None:
        self._count = Pill("", "quiet")
        super().__init__("Ce qu’il reste à chercher", self._count)
        self._add = add
        self.add(text.muted(_HELP, terms=True))
        self._panels = QVBoxLayout()
        self.add_layout(self._panels)
        self._shown: Sequence[tuple[ExpectedFact, bool]] = ()

    def show_expected(self, expected: Sequence[tuple[ExpectedFact, bool]], *, read_only: bool) -> None:
        """Show which topics have a fact."""
        found = sum(each for _, each in expected)
        self._count.show_state(f"{found} sur {len(expected)}", "ok" if found == len(expected) else "quiet")
        if expected == self._shown:
            return
        self._shown = expected
        clear(self._panels)
        # What is left to look for comes first.
        ordered = sorted(expected, key=lambda each: each[1])
        panels = [self._panel(fact, found=found, read_only=read_only) for fact, found in ordered]
        self._panels.addWidget(Columns(*panels, narrowest=_NARROWEST, most=2))

    def _panel(self, fact: ExpectedFact, *, found: bool, read_only: bool) -> Panel:
        panel = Panel(
            row(Pill("noté", "ok") if found else Pill("à chercher", "warn")),
            text.strong(fact.text, terms=True),
            text.body(fact.why, terms=True),
            text.muted(f"Où : {fact.where}.", terms=True),
        )
        panel.body.addStretch(1)
        link = button("Noter ce fait", kind="link", on_click=partial(self._add, fact))
        link.setAccessibleName(f"Noter ce fait{NBSP}: {fact.text}")
        link.setEnabled(not read_only)
        panel.add(row(link))
        return panel
