"""What each action brings, its part of what all change together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.plan import effects_words as words
from nrdesk.core.plan.effects import ActionEffect, Effects
from nrdesk.core.plan.effects_explained import explain_action
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.fold import Fold

_MOST = 12
"""Lines seen at once."""
_NOTHING = (
    "Aucune action ne dit encore ce qu’elle change à l’inventaire. Dans sa fiche, ajoutez un "
    "réglage\u00a0: durée de vie, nombre d’appareils, part de reconditionné, électricité ou services."
)


class EffectsCard(Card):
    """A table of the actions, the greatest saving first."""

    def __init__(self, explain: Callable[[Explanation], object]) -> None:
        """Make an empty card; `explain` shows an explanation."""
        super().__init__("Ce que chaque action apporte")
        self._explain = explain
        self.told = text.body("", terms=True)
        self.table = FigureTable(
            "Effet de chaque action", ("Action", "Effet par an", "Fourchette"), most=_MOST
        )
        self._method = text.muted("", terms=True)
        self.none = Fold("Sans effet en kilogrammes", opened=False)
        for widget in (self.told, self.table, self._method, self.none):
            self.add(widget)

    def show_effects(self, found: Effects) -> None:
        """Show the parts of the actions of a choice."""
        acting = [each for each in found.actions if each.effect]
        self.table.setVisible(bool(acting))
        self._method.setVisible(bool(acting))
        self.told.setText(text.tied(_sentence(found, len(acting))))
        self.table.show_lines(
            [
                TableLine(
                    (each.title, words.short(each.effect), words.effect_range(each, brief=True)),
                    partial(self._explain_action, found, each),
                )
                for each in acting
            ]
        )
        self._method.setText(words.method(found))
        self._list_others(found)

    def _list_others(self, found: Effects) -> None:
        """Say which actions bring nothing here, and why."""
        self.none.clear()
        told = [
            f"{each.title}{NBSP}: {words.why_nothing(found, each)}"
            for each in found.actions
            if not each.effect
        ]
        told += [
            f"{left.action.title or 'Action sans titre'}{NBSP}: {left.reason}" for left in found.left_out
        ]
        if found.others:
            titles = ", ".join(action.title or "Action sans titre" for action in found.others)
            told.append(f"Utiles sans se compter en kilogrammes{NBSP}: {titles}")
        for sentence in told:
            self.none.add(text.muted(f"•{NBSP}{sentence}.", terms=True))
        self.none.setVisible(bool(told))

    def _explain_action(self, found: Effects, effect: ActionEffect) -> None:
        self._explain(explain_action(found, effect))


def _sentence(found: Effects, acting: int) -> str:
    if not found.actions:
        return _NOTHING
    if not acting:
        return f"Ces actions ne changent rien à l’empreinte de {found.last_year}."
    actions = count(acting, "action change", "actions changent")
    return (
        f"{actions} l’empreinte de {found.last_year}, équipements et services ensemble{NBSP}: "
        f"{words.signed(found.difference)} par an en tout."
    )
