"""What an action of the catalogue would change here, were it the only one: the footprint at stake.

It is simulated as an action of the plan would be (`levers`, `footprint.attribution`), on the park of the
assessment, up to the last year of the plan; it begins in the year after that of the campaign.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from nrdesk.core.assessment.reach_words import EVALUATION
from nrdesk.core.footprint.attribution import Ground, attribute, spread_of
from nrdesk.core.footprint.explanation import Explanation
from nrdesk.core.footprint.terms import Term
from nrdesk.core.footprint.wording import PER_YEAR
from nrdesk.core.formatting import NBSP
from nrdesk.core.plan import effects_words as words
from nrdesk.core.plan.editing import drafted, levers_of_entry
from nrdesk.core.plan.effects import Measure, ground_of, horizon
from nrdesk.core.plan.lever_words import told
from nrdesk.core.plan.levers import ReadLever, read
from nrdesk.core.reference.actions import CatalogueAction

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

_ALONE = (
    "Simulée seule\u00a0: une action du plan qui évite la même fabrication partagerait cet effet avec elle, "
    "les deux ne s’ajoutent pas."
)


@dataclass(frozen=True, slots=True)
class Stakes:
    """What actions of the catalogue would act on."""

    ground: Ground

    @classmethod
    def of(cls, document: Document, assessment: Assessment) -> Self:
        """Return what is at stake in a campaign, up to the last year of the plan."""
        return cls(ground_of(document, assessment, horizon(document)))

    def effect(self, entry: CatalogueAction) -> float | None:
        """Return what an entry would change in the last year; None when it changes nothing here.

        Returns:
            kg CO₂e a year, appliances and services, below zero where there is less.
        """
        levers = [each.lever for each in self._read(entry) if each.lever]
        return (attribute(self.ground, {entry.id: levers})[entry.id].impact or None) if levers else None

    def explain(self, entry: CatalogueAction) -> Explanation:
        """Explain what an entry would change."""
        effect = self.effect(entry) or 0.0
        without = spread_of(self.ground).value
        parts = [words.amount(Measure.EVERYTHING, value) for value in (without, without + effect)]
        return Explanation(
            title=f"{entry.title}{NBSP}: effet en {self.ground.last_year}",
            formula=f"de {parts[0]} sans action à {parts[1]}{NBSP}: {words.signed(effect)} {PER_YEAR}",
            terms=tuple(self._terms(entry)),
            hypotheses=(
                _ALONE,
                EVALUATION,
                "Les réglages du catalogue sont des hypothèses de nrdesk, à ajuster.",
            ),
            value=effect,
        )

    def _terms(self, entry: CatalogueAction) -> Iterator[Term]:
        for each in self._read(entry):
            value = f"dès {each.lever.from_year}" if each.lever else each.reason
            yield Term(told(each.record), value, "catalogue de nrdesk")

    def _read(self, entry: CatalogueAction) -> list[ReadLever]:
        action = drafted(entry)
        return [read(record, action, self.ground) for record in levers_of_entry(entry, action.id)]
