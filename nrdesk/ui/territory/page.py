"""The territory: what digital things weigh there, for whom, and what was learnt of its uses."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.assessment.territory import TerritoryResult, own_share, territory_of
from nrdesk.core.errors import UserError
from nrdesk.core.fields.assessment import TERRITORY_FACT
from nrdesk.core.model import TerritoryFact
from nrdesk.core.model.territory import ExpectedFact
from nrdesk.ui import errors
from nrdesk.ui.records.section import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.territory import cards
from nrdesk.ui.territory.expected_card import ExpectedCard
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.columns import Columns
from nrdesk.ui.widgets.explained_page import ExplainedPage
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.rows import LinkRow

_CARD = 320
"""Least width of a card of figure, in pixels for normal text."""


class TerritoryPage(ExplainedPage):
    """Figures above, facts below; every figure explains itself beside them."""

    def __init__(self, session: Session) -> None:
        super().__init__("Le numérique du territoire")
        self._session = session
        self._figures = QVBoxLayout()
        self._figures.setSpacing(16)
        self.facts = RecordSection(
            session,
            TerritoryFact,
            TERRITORY_FACT,
            title="Les faits du territoire",
            columns=("text", "topic", "year"),
            add_label="Ajouter un fait",
            noun="un fait du territoire",
            empty="Antennes, lieux d’aide, écoles, réparateurs : ce que les chiffres nationaux ignorent.",
            places={"facts": ""},
        )
        self.expected = ExpectedCard(self._note)
        self.cards.addLayout(self._figures)
        self.add(self.facts)
        self.add(self.expected)
        self.add_stretch()

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        result = territory_of(document)
        clear(self._figures)
        if result.main is None:
            self._figures.addWidget(self._no_population())
        else:
            self._show_figures(result)
        self.set_subtitle(
            "Les usages des habitants, des entreprises et des services publics, pas seulement les vôtres."
        )
        self.facts.refresh()
        self.expected.show_expected(result.expected, read_only=document.read_only)

    def reveal(self, field: str) -> None:
        self.facts.focus_field(field)

    def _show_figures(self, result: TerritoryResult) -> None:
        assert result.main is not None
        explain = self.explain
        share = own_share(self._session.document, self._session.assessment(), result)
        both = (cards.figure_card(result, result.main, explain), cards.share_card(share, explain))
        self._figures.addWidget(Columns(*both, narrowest=_CARD, most=2, gap=16))
        tiers = cards.tiers_card(result.main, explain)
        if result.others:
            tiers.add(cards.others_fold(result.others, explain))
        tiers.add(cards.national_fold())
        self._figures.addWidget(tiers)
        if result.group:
            self._figures.addWidget(cards.group_card(result.group, explain))
        elif name := self._session.document.authority.epci_name:
            self._figures.addWidget(
                text.muted(f"{name} : absente de l’annuaire, ses communes ne peuvent pas être listées.")
            )

    def _no_population(self) -> Card:
        card = Card("Pas encore de chiffre")
        card.add(text.body("L’empreinte du territoire part du nombre d’habitants."))
        card.add(
            LinkRow(
                "Compléter la fiche",
                "Indiquer la population municipale",
                "pencil",
                partial(self.go, "authority", "population_municipal"),
            )
        )
        return card

    def _note(self, expected: ExpectedFact) -> None:
        """Begin a fact from what is expected, and lead to its value."""
        begun = TerritoryFact(topic=expected.topic, text=expected.text, unit=expected.unit)
        try:
            with self._session.act(f"Ajouter un fait du territoire ({expected.text})") as tx:
                tx.add(begun)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self.facts.select(begun.id)
        self.facts.focus_field("value")
