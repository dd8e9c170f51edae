"""What leaves the park, as REEN article 16 counts it."""

from __future__ import annotations

from collections.abc import Callable

from nrdesk.core.compliance.reen16 import ReuseRate, ReuseVerdict
from nrdesk.core.duties import reuse
from nrdesk.core.duties.explained import explain_reuse, share_text
from nrdesk.core.fields import Value
from nrdesk.core.fields.purchases import STOCK
from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.form import Form


class ReuseCard(Card):
    """The rate of the year, what it leaves out, and the stock of 1 January to type."""

    def __init__(
        self,
        session: Session,
        explain: Callable[[Explanation], object],
        go: Callable[[str], object],
    ) -> None:
        """Make an empty card.

        Args:
            session: the open document.
            explain: shows an explanation.
            go: shows a page, by its key.
        """
        super().__init__("Réemploi des appareils réformés")
        self._session, self._explain = session, explain
        self._year = 0
        self._figure = text.figure("")
        self._words = text.body("", terms=True)
        self._left_out = text.muted("")
        link = button("Expliquer ce chiffre", kind="link", on_click=self._explain_rate)
        link.setAccessibleName(f"Expliquer ce chiffre{NBSP}: réemploi des appareils réformés")
        exits = button("Voir l’inventaire", kind="link", on_click=lambda: go("inventory"))
        form = Form()
        self.stock = FieldEdit(session, form, STOCK, self._write)
        for widget in (self._figure, self._words, self._left_out):
            self.add(widget)
        self.add_row(link, exits, 1)
        self.add(form)

    def show_year(self, year: int) -> None:
        """Show what left in a year."""
        self._year = year
        document = self._session.document
        rate = reuse.rate_of(document, year)
        self._figure.setText("Sans objet" if rate.rate is None else share_text(rate.rate))
        self._words.setText(_words(rate))
        self._left_out.setText(_left_out(rate))
        self._left_out.setVisible(bool(self._left_out.text()))
        counted = reuse.stock(document, year)
        self.stock.show(f"reuse_stock:{year}", "" if counted is None else number(counted))

    def _explain_rate(self) -> None:
        self._explain(explain_reuse(reuse.rate_of(self._session.document, self._year)))

    def _write(self, value: Value) -> None:
        reuse.set_stock(self._session.document, self._year, value if isinstance(value, int) else None)


def _words(rate: ReuseRate) -> str:
    asked = f"La loi demande {share_text(rate.target_share)}." if rate.target_share is not None else ""
    if rate.verdict is ReuseVerdict.NO_OBJECT:
        return f"Aucun appareil qui compte pour cet article n’a été réformé en {rate.year}. {asked}".strip()
    given = count(rate.a, "appareil donné, vendu ou réemployé", "appareils donnés, vendus ou réemployés")
    base = "en stock au 1ᵉʳ janvier" if rate.stock_known else "dans l’année"
    told = f"{given}, pour {count(rate.b, 'réformé')} {base}. {asked}".strip()
    if rate.verdict is ReuseVerdict.NO_TARGET:
        return told
    return f"{told} Le taux {'est' if rate.verdict is ReuseVerdict.MET else 'n’est pas'} atteint."


def _left_out(rate: ReuseRate) -> str:
    told = [
        count(number_of, singular, plural)
        for number_of, singular, plural in (
            (rate.over_age, "trop ancien, à recycler", "trop anciens, à recycler"),
            (rate.not_discarded, "perdu ou rendu au loueur", "perdus ou rendus au loueur"),
            (rate.out_of_scope, "hors du champ de la loi", "hors du champ de la loi"),
        )
        if number_of
    ]
    said = [f"Non comptés{NBSP}: {', '.join(told)}."] if told else []
    if rate.unrouted:
        gone = count(rate.unrouted, "appareil sorti", "appareils sortis")
        said.append(f"{gone} sans destination dans l’inventaire.")
    return " ".join(said)
