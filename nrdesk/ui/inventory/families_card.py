"""« Comparer les sources »: what the same inventory weighs with each family of factors."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nrdesk.core.assessment import HEADLINE, assess
from nrdesk.core.assessment.families import FamilyFigure, compare_families
from nrdesk.core.campaigns import factor_files
from nrdesk.core.errors import UserError
from nrdesk.core.footprint import Explanation, explain_total
from nrdesk.core.formatting import NBSP, mass, mass_span, percent
from nrdesk.core.model import Campaign, FactorFile
from nrdesk.ui.dialogs import file_to_open
from nrdesk.ui.errors import show_error
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.messages import say
from nrdesk.ui.widgets.pill import Pill


class FamiliesCard(Card):
    """One panel per family; computed when it is unfolded, for it is the whole calculation several times."""

    def __init__(self, session: Session, explain: Callable[[Explanation], object]) -> None:
        """Make a folded card; `explain` shows an explanation."""
        super().__init__()
        self._session = session
        self._explain = explain
        self.setAccessibleName("Comparer les sources")
        self.fold = Fold("Comparer les sources", opened=False, role="heading")
        self.fold.add_summary(
            text.muted(
                "Le même inventaire, avec chaque famille de facteurs\u00a0: elles ne sont pas d’accord."
            )
        )
        self._panels = QVBoxLayout()
        self._panels.setSpacing(10)
        self.fold.body.addLayout(self._panels)
        self._bring = button("Apporter vos facteurs…", "upload", on_click=self._add_file)
        self._bring.setToolTip("Un tableau CSV\u00a0: catégorie, critère, étape, valeur, source")
        self.fold.add(row(self._bring))
        self.fold.header.toggled.connect(self.refresh)
        self.add(self.fold)

    def refresh(self) -> None:
        """Show what the document holds."""
        clear(self._panels)
        self._bring.setEnabled(not self._session.document.read_only)
        if self.fold.header.isChecked():
            for figure in compare_families(self._session.document, self._session.campaign):
                self._panels.addWidget(self._panel(figure))

    def _panel(self, figure: FamilyFigure) -> QWidget:
        pills = [Pill("celle de cette campagne", "accent")] if figure.chosen else []
        if figure.kept:
            pills.append(Pill("figée", "quiet"))
        panel = Panel(row(text.strong(figure.label, wrap=False), *pills, 1))
        if total := figure.totals.get(HEADLINE):
            value = mass(total.value, total.low, total.high)
            around = mass_span(total.value, total.low, total.high)
            panel.add(text.body(f"{value} par{NBSP}an, {around}"))
            panel.add(text.muted(f"{percent(figure.coverage)} des appareils comptés"))
        if figure.note:
            panel.add(text.muted(figure.note))
        panel.add(flow(*self._buttons(figure)))
        return panel

    def _buttons(self, figure: FamilyFigure) -> list[QPushButton]:
        buttons = []
        if figure.totals:
            link = button("Expliquer ce chiffre", kind="link", on_click=partial(self._explain_family, figure))
            buttons.append(_named(link, figure))
        locked = self._session.campaign.frozen or self._session.document.read_only
        if not figure.chosen and figure.totals and not locked:
            use = button("Utiliser pour cette campagne", on_click=partial(self._use, figure))
            buttons.append(_named(use, figure))
        brought = self._session.document.ids(FactorFile, id=figure.family)
        if brought and not figure.chosen and not self._session.document.read_only:
            buttons.append(
                _named(button("Retirer", "trash-2", on_click=partial(self._remove, figure)), figure)
            )
        return buttons

    def _explain_family(self, figure: FamilyFigure) -> None:
        family = None if figure.chosen else figure.family
        assessment = assess(self._session.document, self._session.campaign, family=family)
        self._explain(explain_total(assessment.result, HEADLINE))

    def _use(self, figure: FamilyFigure) -> None:
        year = self._session.campaign.year
        with self._session.act(f"Compter {year} avec les facteurs {figure.label}") as tx:
            tx.update(Campaign, self._session.campaign.id, factor_family=figure.family)
        undo = ("Annuler", self._session.undo)
        say(
            self,
            f"La campagne {year} est comptée avec les facteurs «{NBSP}{figure.label}{NBSP}».",
            "ok",
            undo,
        )

    def _add_file(self) -> None:
        path = file_to_open(self, "Apporter des facteurs d’empreinte", "Tableau CSV (*.csv)")
        if path is None:
            return
        try:
            added = factor_files.add(self._session.document, path)
        except UserError as error:
            show_error(self, error)
        else:
            say(self, f"Facteurs «{NBSP}{added.name}{NBSP}» gardés dans ce document.", "ok")

    def _remove(self, figure: FamilyFigure) -> None:
        try:
            factor_files.remove(self._session.document, self._session.document.get(FactorFile, figure.family))
        except UserError as error:
            show_error(self, error)
        else:
            undo = ("Annuler", self._session.undo)
            say(self, f"Facteurs «{NBSP}{figure.label}{NBSP}» retirés.", "ok", undo)


def _named(made: QPushButton, figure: FamilyFigure) -> QPushButton:
    """Give a button the name that tells it from the same one of another family."""
    made.setAccessibleName(f"{made.text()}{NBSP}: {figure.label}")
    return made
