"""What an action costs and spares: what people budgeted, and what the simulation tells in euros."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core.errors import UserError
from nrdesk.core.footprint.attribution import Merit
from nrdesk.core.formatting import NBSP, number
from nrdesk.core.model import Acquisition, BudgetLine, Equipment, MoneyKind

if TYPE_CHECKING:
    from nrdesk.core.document import Document

PRICE_OF_KWH = "kwh_price"
"""Setting: euros excl. tax that the collectivité pays for one kWh, all included."""
USUAL_PRICE_OF_KWH = 0.20
"""Euros excl. tax: a hypothesis of nrdesk, to be replaced by what the bills say."""
_MOST = 5.0
"""Euros for one kWh beyond which it is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class ActionMoney:
    """Euros excl. tax of an action."""

    costs: float = 0.0
    """Investment and operating, all years, as budgeted."""
    savings: float = 0.0
    """Savings, all years, as people expect them."""
    funding: float = 0.0
    purchases: float = 0.0
    """Purchases of appliances over the whole simulation, at the mean price of the inventory; negative where
    less is bought. Categories without any price in the inventory are not in it."""
    electricity: float = 0.0
    """Electricity of appliances in the last year simulated; negative where less is used."""


def price_of_kwh(document: Document) -> float:
    """Return what a kWh costs, in euros excl. tax."""
    kept = document.setting(PRICE_OF_KWH)
    return kept if isinstance(kept, int | float) else USUAL_PRICE_OF_KWH


def set_price_of_kwh(document: Document, price: float | None) -> None:
    """Set what a kWh costs, in euros excl. tax; None for the hypothesis of nrdesk.

    Raises:
        UserError: it makes no sense.
    """
    if price is not None and not 0 <= price <= _MOST:
        raise UserError(f"Le prix d’un kWh va de 0 à {_MOST:.0f} €.", kept="Rien n’a été modifié.")
    if price != document.setting(PRICE_OF_KWH):
        with document.action("Changer le prix d’un kWh") as tx:
            tx.set_setting(PRICE_OF_KWH, price)


def price_text(price: float) -> str:
    """Return the price of a kWh in French: "0,20 €"."""
    return f"{number(price, 2 if round(price, 2) == price else 4)}{NBSP}€"


def prices_of(equipment: Iterable[Equipment]) -> Mapping[str, float]:
    """Return the mean price of one appliance by category, as the inventory tells it.

    New appliances tell it where there are some: a replacement is bought new unless an action says otherwise.
    """
    sums: dict[tuple[str, bool], tuple[float, int]] = {}
    for line in equipment:
        if line.price is None or not line.category or line.quantity <= 0:
            continue
        key = line.category, line.acquisition is Acquisition.NEW
        known, number = sums.get(key, (0.0, 0))
        sums[key] = known + line.price * line.quantity, number + line.quantity
    means = {key: whole / number for key, (whole, number) in sums.items()}
    return {category: means.get((category, True), mean) for (category, _), mean in means.items()}


def money_of(document: Document) -> Callable[[str, Merit], ActionMoney]:
    """Return what tells the euros of an action from its identifier and what it changes."""
    price = price_of_kwh(document)
    sums: dict[tuple[str, MoneyKind], float] = {}
    for line in document.all(BudgetLine):
        key = line.action_id, line.kind
        sums[key] = sums.get(key, 0.0) + (line.amount or 0.0)

    def tell(action_id: str, merit: Merit) -> ActionMoney:
        def of(kind: MoneyKind) -> float:
            return sums.get((action_id, kind), 0.0)

        return ActionMoney(
            costs=of(MoneyKind.INVESTMENT) + of(MoneyKind.OPERATING),
            savings=of(MoneyKind.SAVING),
            funding=of(MoneyKind.FUNDING),
            purchases=merit.spent,
            electricity=merit.kwh * price,
        )

    return tell
