"""The page « Achats et réemploi »: a year to choose, its purchases, what left the park, the declaration."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from nrdesk.core.duties import purchases
from nrdesk.ui.purchases.declaration_card import DeclarationCard, OthersCard
from nrdesk.ui.purchases.reuse_card import ReuseCard
from nrdesk.ui.purchases.shares_card import SharesCard
from nrdesk.ui.purchases.spends_section import ProposalCard, SpendsSection
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.explained_page import ExplainedPage
from nrdesk.ui.widgets.layout import row


class PurchasesPage(ExplainedPage):
    """Achats et réemploi."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "Achats et réemploi",
            "Ce que demandent la loi AGEC sur vos achats et la loi REEN sur vos appareils réformés.",
        )
        self._session = session
        self.year_box = QComboBox()
        self.year_box.setAccessibleName("Année civile")
        self.year_box.activated.connect(self._show)
        self.add_action(row(text.strong("Année", wrap=False), self.year_box, gap=8))
        self.shares = SharesCard(session, self.explain)
        self.proposal = ProposalCard(session)
        self.spends = SpendsSection(session, session.campaign.year)
        self.declaration = DeclarationCard(session, self.go)
        self.reuse = ReuseCard(session, self.explain, self.go)
        self.others = OthersCard(session, self.go)
        for card in (
            self.shares,
            self.proposal,
            self.spends,
            self.declaration,
            self.reuse,
            self.others,
        ):
            self.add(card)
        self.add_stretch()

    @property
    def year(self) -> int:
        """The year shown."""
        chosen: int | None = self.year_box.currentData()
        return self._session.campaign.year if chosen is None else chosen

    def refresh(self) -> None:
        """Show what the document holds."""
        chosen = self.year
        self.year_box.clear()
        for year in purchases.years(self._session.document):
            self.year_box.addItem(str(year), year)
        self.year_box.setCurrentIndex(max(self.year_box.findData(chosen), 0))
        self._show()

    def reveal(self, field: str) -> None:
        """Lead to the amounts ("purchases", or one of their fields) or to the stock ("stock")."""
        if field == "stock":
            self.reuse.stock.focus()
        else:
            self.spends.focus_field(field)

    def _show(self) -> None:
        year = self.year
        self.shares.show_year(year)
        self.proposal.show_year(year)
        self.spends.show_year(year)
        self.declaration.show_year(year)
        self.reuse.show_year(year)
        self.others.refresh()
