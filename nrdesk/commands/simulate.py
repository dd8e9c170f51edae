"""The command that tells what the plan, or a scenario, changes to the footprint."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from nrdesk.commands import Answer, Verb

if TYPE_CHECKING:
    from nrdesk.core.footprint.trajectory import YearPoint
    from nrdesk.core.plan.effects import ActionEffect, Effects


def simulate(args: Namespace) -> Answer:
    """Simulate the plan, or one of its scenarios, year after year, with the part of each action."""
    from nrdesk.core.document import Document
    from nrdesk.core.plan import scenarios
    from nrdesk.core.plan.effects import effects

    with Document.open(args.fichier, read_only=True) as doc:
        scenario = scenarios.named(doc, args.scenario) if args.scenario is not None else None
        found = effects(doc, scenario)
    return Answer(_data(found), "\n".join(_text(found)))


def _data(found: Effects) -> Mapping[str, object]:
    from nrdesk.core.plan.effects import Measure

    criterion = found.assessment.method.factors.criteria[found.ground.criterion]
    return {
        "scenario": found.scenario.name if found.scenario else None,
        "campagne": found.first_year,
        "derniere_annee": found.last_year,
        "critere": criterion.id,
        "unite": criterion.unit,
        "annees": _years(found.years, found.points(Measure.PARK)),
        "sans_action": _years(found.without, found.points(Measure.PARK, acting=False)),
        "ecart": found.difference,
        "actions": [_action(each) for each in found.actions],
        "sans_reglage": [{"id": action.id, "titre": action.title} for action in found.others],
        "laissees": [
            {"id": left.action.id, "titre": left.action.title, "motif": left.reason}
            for left in found.left_out
        ],
        "objectifs": [
            {
                "id": target.objective.id,
                "titre": target.objective.title,
                "mesure": str(target.measure),
                "annee": target.year,
                "cible": target.value,
            }
            for target in found.targets
        ],
        "repartition": "shapley" if found.exact else "premiere_derniere",
    }


def _years(whole: Sequence[YearPoint], park: Sequence[YearPoint]) -> list[Mapping[str, float]]:
    """Return figures year after year: appliances and services, `parc` being the appliances alone."""
    return [
        {"annee": each.year, "valeur": each.value, "min": each.low, "max": each.high, "parc": own.value}
        for each, own in zip(whole, park, strict=True)
    ]


def _action(effect: ActionEffect) -> Mapping[str, object]:
    from nrdesk.core.plan.lever_words import told

    return {
        "id": effect.action_id,
        "titre": effect.title,
        "effet": effect.effect,
        "min": effect.low,
        "max": effect.high,
        "seule": effect.alone,
        "kwh": effect.merit.kwh,
        "achats": effect.merit.purchases,
        "euros_achats": effect.money.purchases,
        "euros_electricite": effect.money.electricity,
        "reglages": [
            {
                "texte": told(each.record),
                "des": each.lever.from_year if each.lever else None,
                "non_simule": each.reason or None,
            }
            for each in effect.levers
        ],
    }


def _text(found: Effects) -> Iterator[str]:
    from nrdesk.core.plan import effects_words as words
    from nrdesk.core.plan.effects import Measure

    for measure in (Measure.EVERYTHING, *({found.measure} - {Measure.EVERYTHING})):
        yield from words.sentences(found, measure)
    yield f"Part de chaque action en {found.last_year}\u00a0:"
    for effect in found.actions:
        detail = words.effect_range(effect) or words.why_nothing(found, effect)
        yield f"  {effect.title}\u00a0: {words.signed(effect.effect)}" + (f" ({detail})" if detail else "")
    if not found.actions:
        yield "  Aucune action n’a de réglage à simuler."
    yield words.method(found)


def _scenario(parser: ArgumentParser) -> None:
    parser.add_argument("--scenario", metavar="NOM", help="par défaut, le plan tel qu’il est")


VERBS = (Verb("simuler", simulate, "Dit ce que le plan d’action change à l’empreinte.", _scenario),)
