"""The plan in a few lines: how many actions, which objectives have none, which actions lack something."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.ambition import in_order
from nrdesk.core.formatting import count
from nrdesk.core.model import Action, ActionStatus, Objective
from nrdesk.core.plan.gaps import Gap, gaps, unserved
from nrdesk.ui.planning.grid_model import UNNAMED
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.reveal import reveal
from nrdesk.ui.widgets.rows import LinkRow

_SHOWN = 4
_MEASURES = frozenset(("expected", "indicator"))


class PlanCard(Card):
    """What the plan is, and what is still to be written in it."""

    def __init__(self, session: Session) -> None:
        super().__init__("Les actions")
        self._session = session
        self._sentence = text.body("")
        self._objectives, self._lines = QVBoxLayout(), QVBoxLayout()
        for layout in (self._objectives, self._lines):
            layout.setSpacing(8)
        self.open_button = button("Ouvrir le plan d’action", "list-checks", on_click=self._open)
        self.add_button = button("Ajouter une action", "plus", on_click=partial(self._go, "new"))
        self.add_button.setEnabled(not session.document.read_only)
        self._first_measured: LinkRow | None = None
        self._told: object = None
        self.add(self._sentence)
        self.add_layout(self._objectives)
        self.add_layout(self._lines)
        self.add(flow(self.open_button, self.add_button))

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        actions = sorted(document.all(Action), key=lambda action: action.rank)
        alone = unserved(in_order(document.all(Objective)), actions)
        lacking = [(action, found) for action in actions if (found := gaps(action))]
        told = (
            _sentence(actions),
            [(each.id, each.title) for each in alone],
            [(each.id, each.title, found) for each, found in lacking],
        )
        if told == self._told:
            return
        # Made again only when they change: one of them may have the focus.
        self._told = told
        self._sentence.setText(told[0])
        self._show_objectives(list(alone))
        self._show_lacking(lacking)

    def focus_field(self, name: str) -> bool:
        """Lead to what the checklist asks for: the plan, or the first action without a measure."""
        if name == "indicators":
            reveal(self._first_measured or self.open_button)
            return True
        if name == "actions":
            first = (self._objectives.itemAt(0) or self._lines.itemAt(0)) if self._told else None
            row = first.widget() if first else None
            reveal(row if isinstance(row, LinkRow) else self.open_button)
            return True
        return False

    def _show_objectives(self, alone: list[Objective]) -> None:
        clear(self._objectives)
        for objective in alone[:_SHOWN]:
            row = LinkRow(
                objective.title,
                "Cet objectif n’a pas d’action\u00a0: en écrire une.",
                "target",
                partial(self._go, f"new {objective.id}"),
            )
            row.setEnabled(not self._session.document.read_only)
            self._objectives.addWidget(row)
            row.show()

    def _show_lacking(self, lacking: list[tuple[Action, tuple[Gap, ...]]]) -> None:
        clear(self._lines)
        self._first_measured = None
        shown = 0
        for action, found in lacking:
            measured = any(gap.field in _MEASURES for gap in found)
            if shown >= _SHOWN and not (measured and self._first_measured is None):
                continue
            words = f"Il manque {_listed([gap.words for gap in found])}."
            row = LinkRow(
                action.title or UNNAMED, words, "pencil", partial(self._go, f"{action.id} {found[0].field}")
            )
            if measured and self._first_measured is None:
                self._first_measured = row
            self._lines.addWidget(row)
            row.show()
            shown += 1
        if left := len(lacking) - shown:
            self._lines.addWidget(text.muted(f"Et {count(left, 'autre')} à compléter, dans le plan."))

    def _open(self) -> None:
        self._go("")

    def _go(self, field: str) -> None:
        if page := page_of(self):
            page.go("plan", field)


def _sentence(actions: list[Action]) -> str:
    if not actions:
        return (
            "Votre plan est vide. Partez des propositions ci-dessous, reprenez un tableau que vous avez "
            "déjà, ou écrivez une première action."
        )
    states = [
        count(len(found), *words)
        for status, words in (
            (ActionStatus.TO_START, ("à lancer", "à lancer")),
            (ActionStatus.UNDER_WAY, ("en cours", "en cours")),
            (ActionStatus.DONE, ("terminée", "terminées")),
            (ActionStatus.DROPPED, ("abandonnée", "abandonnées")),
        )
        if (found := [action for action in actions if action.status is status])
    ]
    return f"{count(len(actions), 'action')}\u00a0: {', '.join(states)}."


def _listed(words: list[str]) -> str:
    return " et ".join(filter(None, (", ".join(words[:-1]), words[-1])))
