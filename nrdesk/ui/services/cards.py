"""The cards of the page of services: totals, what is not counted twice, what to enter first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.footprint.doubles import Rule
from nrdesk.core.footprint.services import Amount, Combined, ServiceLine, ServicesResult
from nrdesk.core.formatting import NBSP, count, mass, rounded, span
from nrdesk.core.model.factors import ServiceKind
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.charts import Bar, Bars
from nrdesk.ui.widgets.columns import Columns
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.rows import LinkRow

_LINK = 320
"""Narrowest row of what to enter first, in pixels for normal text."""


class FigureCard(Card):
    """A figure, its range, and the way to its explanation."""

    def __init__(self, title: str, explain: Callable[[], object]) -> None:
        super().__init__(title)
        self.body.setSpacing(6)
        self._value = text.figure("")
        self._unit = text.label("", tone="muted", wrap=False)
        self._range = text.muted("")
        self.note = text.body("")
        self.add_row(self._value, self._unit)
        self.add(self._range)
        self.add(self.note)
        self.middle = QVBoxLayout()
        """Where what details the figure goes."""
        self.add_layout(self.middle)
        self.add_stretch()
        link = button("Expliquer ce chiffre", kind="link", on_click=explain)
        link.setAccessibleName(f"Expliquer ce chiffre{NBSP}: {title}")
        self.add_row(link)

    def show_amount(self, amount: Amount, note: str) -> None:
        """Show a figure and a sentence about it."""
        scale, unit = (1000.0, "t") if amount.value >= 1000 else (1.0, "kg")
        low, high = amount.low / scale, amount.high / scale
        self._value.setText(rounded(amount.value / scale, low, high))
        self._unit.setText(f"{unit} éq.{NBSP}CO₂ par{NBSP}an")
        self._range.setText(f"{span(low, high)}{NBSP}{unit}" if amount.value else "")
        self.note.setText(note)


class TotalCard(FigureCard):
    """What the services weigh, group by group."""

    def __init__(self, explain: Callable[[], object]) -> None:
        super().__init__("Empreinte des services", explain)
        self.bars = Bars()
        self.middle.addWidget(self.bars)

    def show_result(self, result: ServicesResult) -> None:
        """Show the total of the services."""
        left = len(result.excluded)
        told = f"{count(len(result.counted), 'ligne comptée', 'lignes comptées')}"
        if left:
            told += f", {count(left, 'ligne non comptée', 'lignes non comptées')}"
        if result.kwh:
            kwh = rounded(result.kwh, result.kwh / 2, result.kwh * 3 / 2)
            told += f". Électricité des hébergeurs{NBSP}: environ {kwh}{NBSP}kWh par{NBSP}an"
        self.show_amount(result.total, f"{told}.")
        bars = [
            Bar(name, (amount.value,), mass(amount.value, amount.low, amount.high))
            for name, amount in result.by_group.items()
        ]
        self.bars.show_bars("Empreinte des services par famille", bars)
        self.bars.setVisible(bool(bars))


class CombinedCard(FigureCard):
    """What appliances and services weigh together."""

    def __init__(self, explain: Callable[[], object]) -> None:
        super().__init__("Équipements et services ensemble", explain)
        self._bars = Bars()
        self.middle.addWidget(self._bars)

    def show_combined(self, combined: Combined) -> None:
        """Show the whole."""
        self.show_amount(combined.total, "Ce que l’un compte, l’autre ne le compte pas.")
        parts = {"Équipements": combined.equipment, "Services": combined.services}
        self._bars.show_bars(
            "Empreinte des équipements et des services",
            [Bar(name, (each.value,), mass(each.value, each.low, each.high)) for name, each in parts.items()],
        )


class RulesCard(Card):
    """The rules that act, with the lines that they act on."""

    def __init__(self) -> None:
        super().__init__("Ce qui n’est pas compté deux fois")
        self._intro = text.body("", terms=True)
        self.add(self._intro)
        self._rules = QVBoxLayout()
        self._rules.setSpacing(8)
        self.add_layout(self._rules)

    def show_result(self, result: ServicesResult) -> None:
        """Show the rules that act."""
        clear(self._rules)
        if result.acting:
            self._intro.setText(
                "Une même chose se dit parfois de deux façons, en appareils et en euros par exemple. nrdesk "
                "n’en compte qu’une, et le dit ici."
            )
        else:
            self._intro.setText(
                "Rien à retirer pour l’instant. nrdesk compare vos services entre eux et avec l’inventaire, "
                "et dira ici ce qu’il ne compte pas une seconde fois."
            )
        for rule, lines in result.acting.items():
            self._rules.addWidget(_rule_panel(rule, lines))


class FirstCard(Card):
    """The most useful things to enter first, each with where to find it."""

    def __init__(self, add: Callable[[ServiceKind], object]) -> None:
        """Make the card; `add` is called with the kind that one wants to enter."""
        super().__init__("Par où commencer")
        self._add = add
        self._left: list[ServiceKind] | None = None
        self._lines = QVBoxLayout()
        self.add(text.body("Ce qui se trouve le plus vite, et où. Un ordre de grandeur vaut mieux que rien."))
        self.add_layout(self._lines)

    def show_result(self, result: ServicesResult, *, locked: bool) -> None:
        """Show what is still to be entered; nothing is asked of a frozen campaign."""
        entered = {line.kind.group for line in result.lines if line.kind}
        advised = sorted(
            (kind for kind in result.services.kinds.values() if kind.advised),
            key=lambda kind: kind.advised or 0,
        )
        left = [kind for kind in advised if kind.group not in entered]
        self.setHidden(locked or not left)
        if left == self._left:
            return
        self._left = left
        clear(self._lines)
        self._lines.addWidget(
            Columns(
                *(LinkRow(kind.label, kind.help, "plus", partial(self._add, kind)) for kind in left),
                narrowest=_LINK,
                most=2,
            )
        )


def _rule_panel(rule: Rule, lines: tuple[ServiceLine, ...]) -> Panel:
    names = ", ".join(line.name for line in lines)
    spared = [line.weight or 0.0 for line in lines if line.excluded_by]
    weight = f" ({mass(sum(spared))} montrés, pas ajoutés)" if sum(spared) else ""
    return Panel(
        text.strong(rule.label), text.body(rule.sentence, terms=True), text.muted(f"{names}{weight}")
    )
