"""The card of reachability on the page of the step: it follows the objective that is shown."""

from __future__ import annotations

from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step05_ambition.reach_card import ReachCard
from nrdesk.ui.widgets.explain_panel import explain_over


class ReachSection(ReachCard):
    """Whether the objective that is shown can be reached; hidden as long as there is none."""

    def __init__(self, session: Session, objectives: RecordSection) -> None:
        """Make the card.

        Args:
            session: the open document.
            objectives: the card of the objectives, whose current one this card follows.
        """
        self._objectives = objectives  # before the card itself, which shows its objective as it is made
        super().__init__(session, lambda explanation: explain_over(self, explanation))
        objectives.selected.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Show the objective of the moment."""
        current = self._objectives.current_id
        self.setHidden(current is None)
        if current != self._objective_id:
            self.show_objective(current)
        elif current is not None:
            super().refresh()
