"""The footprint page: totals with their range, where they come from, what is missing, all explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from nrdesk.core.assessment import Assessment
from nrdesk.core.assessment.services import combined, services_of
from nrdesk.core.footprint import LineResult, compute, explain_total
from nrdesk.core.formatting import NBSP
from nrdesk.core.reference import profiles
from nrdesk.ui import theme
from nrdesk.ui.consolidation.card import ConsolidationCard
from nrdesk.ui.inventory import footprint_cards as cards
from nrdesk.ui.inventory.breakdown_card import BreakdownCard
from nrdesk.ui.inventory.families_card import FamiliesCard
from nrdesk.ui.inventory.flow_card import FlowCard
from nrdesk.ui.inventory.hypotheses_card import HypothesesCard
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.explained_page import ExplainedPage
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.rows import LinkRow

_CARD, _WIDE_CARD = 275, 420
"""Least widths of a card of total and of a card of advice, in pixels for normal text."""


class FootprintPage(ExplainedPage):
    """What the park weighs, for each criterion."""

    def __init__(self, session: Session) -> None:
        super().__init__("Empreinte")
        self._session = session
        self.criterion_box = QComboBox()
        self.criterion_box.setAccessibleName("Critère des graphiques")
        self.criterion_box.currentIndexChanged.connect(self._show_breakdowns)
        self.by_group = BreakdownCard(
            "Par famille d’appareils", "Famille", partial(self._explain_part, by_site=False)
        )
        self.by_site = BreakdownCard("Par lieu", "Lieu", partial(self._explain_part, by_site=True))
        self._totals = QGridLayout()
        self._totals.setSpacing(16)
        self._advice = QGridLayout()
        self._advice.setSpacing(16)
        self._total_cards: list[Card] = []
        self._advice_cards: list[Card] = []
        self._around = QVBoxLayout()
        self.members = ConsolidationCard(session, self.explain)
        self.flow = FlowCard(self.explain)
        self.families = FamiliesCard(session, self.explain)
        self.hypotheses = HypothesesCard(session, profiles.load())
        self._method = text.muted("")
        self._empty = Card("Pas encore d’empreinte")
        self._empty.add(text.body("Elle se calcule à partir de l’inventaire, même incomplet."))
        self._empty.add(
            LinkRow(
                "Commencer l’inventaire",
                "Importer un fichier ou ajouter une ligne",
                "upload",
                partial(self.go, "inventory"),
            )
        )
        self._empty.add(
            LinkRow(
                "Partir de cinq chiffres",
                "Un parc estimé en une minute, à remplacer peu à peu",
                "leaf",
                partial(self.go, "step4", "start"),
            )
        )
        self._full = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._totals)
        column.addWidget(self.members)
        column.addWidget(row(text.strong("Critère des graphiques", wrap=False), self.criterion_box, gap=12))
        column.addWidget(self.by_group)
        column.addLayout(self._advice)
        column.addWidget(self.by_site)
        column.addLayout(self._around)
        for card in (self.flow, self.families, self.hypotheses):
            column.addWidget(card)
        column.addWidget(self._method)
        self.add(self._empty)
        self.add(self._full)
        self.add_stretch()

    def refresh(self) -> None:
        assessment = self._session.assessment()
        empty = not assessment.result.quantity
        self._empty.setVisible(empty)
        self._full.setVisible(not empty)
        self.set_subtitle("" if empty else assessment.sentences[0])
        if empty:
            return
        self._draw_cards(assessment)
        services = services_of(self._session.document, assessment)
        clear(self._around)
        self._around.addWidget(cards.around_card(services, combined(assessment, services), self.go))
        self.members.show_assessment(assessment)
        self.flow.show_assessment(assessment)
        self.families.refresh()
        self.hypotheses.refresh()
        self._method.setText(cards.method_sentence(assessment))
        self._list_criteria(assessment)
        self._show_breakdowns()

    def _draw_cards(self, assessment: Assessment) -> None:
        clear(self._totals)
        clear(self._advice)
        criteria = assessment.method.factors.criteria.values()
        self._total_cards = [cards.total_card(assessment, c, partial(self._explain, c.id)) for c in criteria]
        self._advice_cards = [cards.advice_card(assessment, self.go), cards.missing_card(assessment, self.go)]
        self.place()

    def _list_criteria(self, assessment: Assessment) -> None:
        criteria = assessment.method.factors.criteria
        if [self.criterion_box.itemData(i) for i in range(self.criterion_box.count())] != list(criteria):
            self.criterion_box.blockSignals(True)
            self.criterion_box.clear()
            for criterion in criteria.values():
                self.criterion_box.addItem(criterion.label, criterion.id)
            self.criterion_box.blockSignals(False)

    def place(self) -> None:
        """Stand the cards side by side where there is room."""
        _spread(self._totals, self._total_cards, self.room // theme.px(_CARD))
        _spread(self._advice, self._advice_cards, self.room // theme.px(_WIDE_CARD))

    def _show_breakdowns(self) -> None:
        result = self._session.assessment().result
        criterion = result.method.factors.criteria[self.criterion_box.currentData()]
        self.by_group.show_groups(criterion, result.by_group[criterion.id])
        self.by_site.show_groups(criterion, result.by_site[criterion.id])

    def _explain(self, criterion: str) -> None:
        self.explain(explain_total(self._session.assessment().result, criterion))

    def _explain_part(self, name: str, *, by_site: bool) -> None:
        """Explain the figure of a family or of a site: the same calculation over its lines alone."""
        assessment = self._session.assessment()
        criterion = assessment.method.factors.criteria[self.criterion_box.currentData()]
        lines = [f.equipment for f in assessment.result.lines if (_site(f) if by_site else _group(f)) == name]
        explanation = explain_total(compute(lines, assessment.method), criterion.id)
        title = f"{name or 'Sans lieu'}{NBSP}: {criterion.label.lower()}"
        self.explain(replace(explanation, title=title))


def _spread(grid: QGridLayout, widgets: Sequence[QWidget], columns: int) -> None:
    columns = max(1, min(columns, len(widgets)))
    for place, widget in enumerate(widgets):
        grid.addWidget(widget, *divmod(place, columns))
    for column in range(len(widgets)):
        grid.setColumnStretch(column, 1 if column < columns else 0)


def _group(line: LineResult) -> str:
    return line.recipe.category.group if line.recipe.category else ""


def _site(line: LineResult) -> str:
    return line.equipment.site
