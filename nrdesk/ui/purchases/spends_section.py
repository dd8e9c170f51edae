"""The purchases of the year to type, and what the inventory suggests for them."""

from __future__ import annotations

from typing import Any

from nrdesk.core.duties import purchases
from nrdesk.core.duties.explained import money
from nrdesk.core.duties.purchases import Proposal
from nrdesk.core.errors import UserError
from nrdesk.core.fields.purchases import SPEND
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import DeclaredSpend
from nrdesk.core.reference.purchases import digital_types, product_types
from nrdesk.ui.errors import show_error
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import row


class SpendsSection(RecordSection):
    """A line per product type."""

    def __init__(self, session: Session, year: int) -> None:
        """Make the card of a year."""
        super().__init__(
            session,
            DeclaredSpend,
            SPEND,
            title="Vos achats de l’année",
            columns=("product_type", "total"),
            add_label="Ajouter un type de produits",
            noun="un type de produits",
            empty="Rien pour cette année. L’informatique, l’impression et le papier d’abord.",
            defaults=self._next_type,
            where={"year": year},
            places={"purchases": ""},
            help="Les montants viennent de la comptabilité, en euros hors taxes, par année civile.",
        )
        self.year = year

    def show_year(self, year: int) -> None:
        """Show the lines of another year."""
        if year != self.year:
            self.form.save()
            self.year = year
            self.share(year=year)
        self.refresh()

    def _records(self) -> list[Any]:
        order = {name: rank for rank, name in enumerate(product_types())}
        return sorted(super()._records(), key=lambda each: order.get(each.product_type, len(order)))

    def _next_type(self) -> dict[str, Any]:
        """Return the first product type of the digital park that has no line yet."""
        taken = {each.product_type for each in self._session.document.all(DeclaredSpend, year=self.year)}
        left = [name for name in digital_types() if name not in taken]
        return {"product_type": left[0] if left else ""}


class ProposalCard(Card):
    """What the inventory tells of the purchases of the year, to be taken in one click."""

    def __init__(self, session: Session) -> None:
        """Make an empty card."""
        super().__init__("Ce que dit l’inventaire")
        self._session = session
        self._year = 0
        self._words = text.body("")
        self.take = button("Reprendre ces montants", "download", on_click=self._take)
        self._kept = text.muted("Vos montants sont saisis\u00a0: la comptabilité fait foi.")
        self.add(self._words)
        self.add(self._kept)
        self.add(row(self.take, 1))

    def show_year(self, year: int) -> None:
        """Show what the inventory tells of a year; nothing without a purchase in it."""
        self._year = year
        found = purchases.proposals(self._session.document, year)
        self.setVisible(bool(found))
        self._words.setText("\n".join(map(sentence, found)))
        wanted = bool(self._untold())
        self._kept.setVisible(not wanted)
        self.take.setVisible(wanted)
        self.take.setEnabled(not self._session.document.read_only)

    def _untold(self) -> tuple[Proposal, ...]:
        """Return what the inventory tells of types whose spending nobody typed: the accounts come first."""
        typed = {
            each.product_type
            for each in self._session.document.all(DeclaredSpend, year=self._year)
            if each.total is not None
        }
        found = purchases.proposals(self._session.document, self._year)
        return tuple(each for each in found if each.product_type not in typed)

    def _take(self) -> None:
        try:
            purchases.take(self._session.document, self._untold())
        except UserError as error:
            show_error(self, error)
            return
        say_undoable(self, self._session, f"Achats de {self._year} repris de l’inventaire.")


def sentence(found: Proposal) -> str:
    """Return what the inventory tells of a product type."""
    bought = count(found.quantity, "appareil acheté", "appareils achetés")
    told = [
        f"{found.product_type}{NBSP}: {bought}, {money(found.total)} dont {money(found.reused)} de réemploi."
    ]
    if found.unpriced:
        told.append(f"{count(found.unpriced, 'appareil')} sans prix{NBSP}: le total est trop bas d’autant.")
    if found.gifts:
        told.append(
            f"{count(found.gifts, 'don reçu', 'dons reçus')}, à chiffrer selon la grille de l’arrêté."
        )
    if found.leased:
        told.append(f"{count(found.leased, 'location')}, hors du compte.")
    return " ".join(told)
