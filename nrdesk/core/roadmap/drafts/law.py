"""What the law asks of this collectivité, and whether the strategy is one of those that it asks for."""

from __future__ import annotations

from nrdesk.core.compliance import Status, Verdict, evaluate, evaluate_all
from nrdesk.core.reference import obligations
from nrdesk.core.roadmap.facts import Facts
from nrdesk.core.roadmap.pieces import Drawn, Missing, Words, bullets, ours, paragraph, strong
from nrdesk.core.written.prose import capital, reference, texts, the_authority

STRATEGY = "REEN35-SNR"
"""Identifier of the obligation to have a strategy, in the law table."""
_NATURE = "obligation"
"""How the nature of what binds begins, in the law table."""
_UNSURE = " À confirmer auprès d’un juriste."


def strategy_verdict(facts: Facts) -> Verdict:
    """Return whether the law asks this collectivité for a strategy."""
    found = next(each for each in obligations.load() if each.id == STRATEGY)
    return evaluate(found, facts.authority, facts.on)


def law(facts: Facts) -> Drawn:
    """Draw what the law asks: the strategy itself, then what else binds."""
    verdict = strategy_verdict(facts)
    yield paragraph(*_strategy(facts, verdict))
    if verdict.status is Status.TO_CHECK:
        yield Missing(
            "donnez la population dans la fiche de la collectivité.", "authority", "population_municipal"
        )
    binding = [
        each
        for each in evaluate_all(obligations.load(), facts.authority, facts.on)
        if each.status is Status.APPLICABLE
        and each.obligation.id != STRATEGY
        and each.obligation.nature.startswith(_NATURE)
    ]
    if binding:
        yield paragraph("D’autres textes nous obligent. La stratégie aide à les respecter :")
        yield bullets(map(_bound, binding))


def _strategy(facts: Facts, verdict: Verdict) -> tuple[Words, ...]:
    obligation = verdict.obligation
    size = " et ".join(str(limit) for limit in obligation.population)
    rule = f"La loi demande une stratégie numérique responsable aux collectivités de {size} habitants"
    who = capital(the_authority(facts.authority))
    told = {
        Status.APPLICABLE: f"{rule}. C’est notre cas. {obligation.requirement}",
        Status.VOLUNTARY: f"{rule}. {who} n’y est pas tenue : cette stratégie est volontaire.",
        Status.TO_CHECK: f"{rule}. Il nous reste à vérifier si nous en sommes.",
        Status.NOT_CONCERNED: "Aucun texte ne nous demande cette stratégie : elle est volontaire.",
    }
    return ours(told[verdict.status]), f" {texts(obligation)}{'' if verdict.verified else _UNSURE}"


def _bound(verdict: Verdict) -> tuple[Words, ...]:
    obligation = verdict.obligation
    unsure = "" if verdict.verified else " À confirmer."
    return strong(obligation.title), f" ({reference(obligation)}).{unsure}"
