"""What reaches the end of its service life within three years, year by year, and what to do first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.dates import short
from nrdesk.core.footprint import LineResult
from nrdesk.core.footprint.lifetime import LifetimeBasis
from nrdesk.core.footprint.wording import years
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.core.inventory.renewal import AHEAD, DueYear, Renewal, care_of, group_of
from nrdesk.ui.renewal.lines import Folds, Go, rows
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import clear

_BASES = {
    LifetimeBasis.PLANNED: "durée prévue pour cette ligne",
    LifetimeBasis.RULE: "règle de la collectivité",
    LifetimeBasis.TYPICAL: "durée typique de la catégorie",
}


class DueCard(Card):
    """One fold per year; the first year to come is open."""

    def __init__(self, go: Go) -> None:
        super().__init__(f"Ce qui arrive à son terme d’ici {AHEAD} ans")
        self._go = go
        self._folds = Folds()
        self.add(
            text.muted(
                "Un terme est une date pour regarder un appareil, pas pour le remplacer. La durée est "
                "celle de la ligne, sinon la règle de la collectivité, sinon la durée typique."
            )
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add_layout(self._lines)

    def show_renewal(self, renewal: Renewal) -> None:
        """Show what is due in a park."""
        self._folds.forget()
        clear(self._lines)
        ahead = [each.year for each in renewal.due if each.year is not None]
        for each in renewal.due:
            fold = self._folds.make(
                each.year, _title(each), partial(self._year, each), opened=each.year in ahead[:1]
            )
            fold.add_summary(text.muted(_cost(each)))
            self._lines.addWidget(fold)
        if ending := renewal.warranties:
            quantity = count(sum(line.quantity for line in ending), "appareil")
            title = f"Garanties qui se terminent dans l’année{NBSP}: {quantity}"
            self._lines.addWidget(self._folds.make("warranty", title, partial(self._warranties, ending)))
        if not renewal.due and not renewal.warranties:
            self._lines.addWidget(text.body("Rien de ce qui est daté n’arrive à son terme."))

    def _year(self, year: DueYear) -> Iterator[QWidget]:
        for group in {group_of(due.line): None for due in year.dues}:
            yield text.body(f"{group}{NBSP}: {_lower(care_of(group))}", terms=True)
        yield from rows([due.line for due in year.dues], _detail, "calendar-clock", self._go)

    def _warranties(self, lines: tuple[LineResult, ...]) -> Iterator[QWidget]:
        yield text.body("C’est le moment de faire réparer ce qui ne va pas.")
        yield from rows(lines, _warranty, "shield-check", self._go)


def _title(year: DueYear) -> str:
    when = "Durée prévue déjà dépassée" if year.year is None else str(year.year)
    return f"{when}{NBSP}: {count(year.quantity, 'appareil')}"


def _cost(year: DueYear) -> str:
    if not year.priced:
        return "Aucun prix d’achat connu."
    known = "de tous" if year.priced == year.quantity else f"de {number(year.priced)} d’entre eux"
    return f"Prix d’achat {known}{NBSP}: {number(year.cost)}{NBSP}€ HT. Ce n’est pas un devis."


def _detail(line: LineResult) -> str:
    bought = f"acheté en {short(line.equipment.purchased or '')}"
    if len(line.equipment.purchased or "") == 10:
        bought = f"acheté le {short(line.equipment.purchased or '')}"
    if line.lifetime.basis is LifetimeBasis.REAL_AGE:
        return f"{bought}, {years(line.lifetime.years)} de service".capitalize()
    return f"{bought}, {years(line.lifetime.years)} ({_BASES[line.lifetime.basis]})".capitalize()


def _warranty(line: LineResult) -> str:
    return f"Garantie jusqu’au {short(line.equipment.warranty_until or '')}"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
