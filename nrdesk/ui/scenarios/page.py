"""The page « Effets et scénarios »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.jobs import Progress
from nrdesk.core.model import Action
from nrdesk.core.plan.effects import Effects, Inputs
from nrdesk.core.plan.scenarios import ScenarioComparison, compared, gathered_all
from nrdesk.ui import tasks
from nrdesk.ui.scenarios.comparison_card import ComparisonCard
from nrdesk.ui.scenarios.effects_card import EffectsCard
from nrdesk.ui.scenarios.money_card import MoneyCard
from nrdesk.ui.scenarios.scenarios_section import ScenariosSection
from nrdesk.ui.scenarios.trajectory_card import TrajectoryCard
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.explained_page import ExplainedPage
from nrdesk.ui.widgets.rows import LinkRow

_MANY = 2_000
"""Lines of the inventory times actions to simulate, from which the simulation runs in a task."""


class ScenariosPage(ExplainedPage):
    """Where the plan leads, the part of each action, and other choices beside it."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "Effets et scénarios", "Ce que vos actions changent à l’empreinte, année après année."
        )
        self._session = session
        self._asked = 0
        self._empty = Card("Rien à simuler")
        self._empty.add(text.body("Le plan n’a encore aucune action\u00a0: leurs effets se liront ici."))
        self._empty.add(
            LinkRow(
                "Ouvrir le plan d’action",
                "Ajouter une action, ou en prendre dans le catalogue",
                "list-checks",
                partial(self.go, "plan"),
            )
        )
        self.effects = EffectsCard(self.explain)
        self.money = MoneyCard(session, self.explain)
        self.trajectory = TrajectoryCard(self.explain, self._show_parts)
        self.scenarios = ScenariosSection(session)
        self.comparison = ComparisonCard(self.explain)
        self._simulated = (self.trajectory, self.effects, self.comparison, self.money)
        for card in (self._empty, self.trajectory, self.effects, self.money, self.comparison, self.scenarios):
            self.add(card)
        self.add_stretch()

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        planned = bool(document.count(Action))
        self._empty.setVisible(not planned)
        self.scenarios.refresh()
        self.scenarios.setVisible(planned)
        for card in self._simulated:
            card.setVisible(planned)
        if not planned:
            return
        inputs = gathered_all(document, None, self._assessment())
        self._asked += 1
        if len(inputs[0].assessment.equipment) * max(len(inputs[0].levers), 1) < _MANY:
            self._show(self._asked, compared(inputs))
        else:
            show = partial(self._show, self._asked)
            tasks.run(self, "Simulation du plan", partial(_simulate, inputs), show)

    def reveal(self, field: str) -> None:
        """Lead to the scenarios ("scenarios"), or to a field of the one that is shown."""
        self.scenarios.focus_field(field)

    def _assessment(self) -> Assessment:
        """Return the figures of the latest campaign, whatever the one shown."""
        shown, latest = self._session.campaign, self._session.document.campaign
        return self._session.assessment() if shown.id == latest.id else assess(self._session.document, latest)

    def _show(self, asked: int, told: ScenarioComparison) -> None:
        """Show what was simulated, unless the document changed meanwhile."""
        if asked != self._asked:
            return
        self.comparison.show_comparison(told)
        self.trajectory.show_comparison(told)

    def _show_parts(self, found: Effects) -> None:
        self.effects.show_effects(found)
        self.money.show_effects(found)


def _simulate(inputs: Sequence[Inputs], progress: Progress) -> ScenarioComparison:
    progress(0, 0)
    return compared(inputs)
