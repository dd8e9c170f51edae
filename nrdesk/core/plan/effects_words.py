"""The French sentences of the effects of a plan: where it leads, what is missing, on what hypotheses."""

from __future__ import annotations

from nrdesk.core.assessment import HEADLINE
from nrdesk.core.assessment.reach_words import EVALUATION, change, hypotheses_of
from nrdesk.core.assessment.years import signed_mass
from nrdesk.core.footprint import ELECTRICITY
from nrdesk.core.footprint.attribution import EXACT
from nrdesk.core.footprint.trajectory import YearPoint
from nrdesk.core.formatting import NBSP, count, mass, number, rounded, significant, trimmed
from nrdesk.core.plan.effects import ActionEffect, Effects, Measure, Target
from nrdesk.core.plan.money import price_text
from nrdesk.core.written.words import quoted

_LITTLE = 0.5
"""Kilograms below which an effect is told as less than one."""
WITHOUT = "Sans action"


def amount(measure: Measure, value: float, low: float | None = None, high: float | None = None) -> str:
    """Return a figure with its unit, rounded to what its range allows, or to two figures without one."""
    low, high = 0.5 * value if low is None else low, 1.5 * value if high is None else high
    if measure is Measure.ELECTRICITY:
        return f"{rounded(value, low, high)}{NBSP}kWh"
    return mass(value, low, high)


def unit(measure: Measure) -> str:
    """Return the unit of a measure: what charts count in."""
    return "kWh" if measure is Measure.ELECTRICITY else f"kg éq.{NBSP}CO₂"


def point(measure: Measure, told: YearPoint) -> str:
    """Return the figure of a year."""
    return amount(measure, *told[1:])


def signed(kilograms: float) -> str:
    """Return what an action changes: "− 120 kg éq. CO₂"."""
    if not kilograms:
        return "aucun effet"
    if abs(kilograms) < _LITTLE:
        return f"moins de 1{NBSP}kg"
    return signed_mass(kilograms)


def short(kilograms: float) -> str:
    """Return the same in a cell: "− 120 kg"."""
    if abs(kilograms) < _LITTLE:
        return signed(kilograms)
    return f"{'−' if kilograms < 0 else '+'}{NBSP}{_size(kilograms)}"


def effect_range(effect: ActionEffect, *, brief: bool = False) -> str:
    """Return the range of an effect: "de 71 à 148 kg en moins", or "71 à 148 kg"; "" without an effect."""
    if abs(effect.effect) < _LITTLE:
        return ""
    if effect.low < 0 < effect.high:
        return f"de {_size(effect.low)} en moins à {_size(effect.high)} en plus"
    small, great = sorted((abs(effect.low), abs(effect.high)))
    told = f"{_plain(small)} à {_size(great)}"
    return told if brief else f"de {told} en {'moins' if effect.effect < 0 else 'plus'}"


def why_nothing(found: Effects, effect: ActionEffect) -> str:
    """Return why an action changes nothing, in French; "" when it does change something."""
    if effect.effect:
        return ""
    if effect.simulated:
        return f"aucun de ces appareils n’est renouvelé d’ici {found.last_year}"
    return "; ".join(dict.fromkeys(each.reason for each in effect.levers))


def money(euros: float) -> str:
    """Return a change in euros with its sign: "− 3 200 €"; "" when there is none."""
    if abs(euros) < _LITTLE:
        return ""
    return f"{'−' if euros < 0 else '+'}{NBSP}{number(significant(abs(euros), 2))}{NBSP}€"


def whole_euros(euros: float) -> str:
    """Return an amount that people wrote, in whole euros; "" when there is none."""
    return f"{number(euros)}{NBSP}€" if euros else ""


def sentences(found: Effects, measure: Measure) -> tuple[str, ...]:
    """Return where the actions lead, and how far from the objective."""
    before, after = found.points(measure, acting=False), found.points(measure)
    first, last = before[0], before[-1]
    then = after[-1]
    what = {
        Measure.EVERYTHING: "l’empreinte des équipements et des services",
        Measure.PARK: "l’empreinte des équipements",
        Measure.ELECTRICITY: "l’électricité des équipements",
    }[measure]
    share = change(then.value / last.value - 1) if last.value else "aucun changement"
    whom = "le plan" if found.scenario is None else f"le scénario {quoted(found.name)}"
    now, later = point(measure, first), point(measure, last)
    moves = (
        f"resterait d’environ {now} jusqu’en {last.year}"
        if now == later
        else f"passerait de {now} en {first.year} à {later} en {last.year}"
    )
    told = [
        f"Sans action, {what} {moves}.",
        f"Avec {whom}{NBSP}: {point(measure, then)} en {then.year} ({share} par rapport à ne rien faire).",
    ]
    target = found.target(measure)
    if target:
        told.append(target_sentence(found, target))
    return tuple(told)


def target_sentence(found: Effects, target: Target) -> str:
    """Return how far from an objective the actions lead in its year, or in the last one simulated."""
    points = found.points(target.measure)
    reached = next((each for each in points if each.year == target.year), points[-1])
    aim = amount(target.measure, target.value)
    missing = reached.value - target.value
    title = quoted(target.objective.title or "sans nom")
    if missing <= 1e-9 * abs(target.value):
        return f"L’objectif {title} ({aim} en {target.year}) serait atteint."
    return (
        f"L’objectif {title} est de {aim} en {target.year}{NBSP}: il manquerait encore "
        f"{amount(target.measure, missing)} de moins."
    )


def method(found: Effects) -> str:
    """Return how the effect is shared out between actions, in French."""
    if found.exact:
        how = (
            "L’effet d’une action est la moyenne de ce qu’elle change dans tous les ordres possibles "
            "(valeur de Shapley)"
        )
    else:
        how = (
            f"Plus de {EXACT} actions touchent les mêmes appareils. L’effet d’une action y est la moyenne de "
            "ce qu’elle change seule et de ce qu’elle change après toutes les autres, ajustée à la même somme"
        )
    return (
        f"{how}{NBSP}: deux actions qui évitent la même fabrication se la partagent, rien n’est compté deux "
        "fois, et la somme des effets est exactement celle de l’ensemble."
    )


def cautions(found: Effects) -> tuple[str, ...]:
    """Return what to keep in mind when reading these figures."""
    told = [EVALUATION, "Les réglages des actions sont des hypothèses, à ajuster avec ce qui se constate."]
    if any(each.assumed for effect in found.actions for each in effect.levers):
        told.append(
            f"Une action sans date de fin est supposée agir dès {found.first_year + 1}{NBSP}: datez-la."
        )
    return tuple(told)


def hypotheses(found: Effects) -> tuple[str, ...]:
    """Return what the simulation assumes."""
    services = "Sans action, les services numériques restent ceux de la campagne."
    told = (services,) if found.ground.services.counted else ()
    return (*told, *hypotheses_of(found.ground.park))


def money_hypotheses(found: Effects, kwh: float) -> tuple[str, ...]:
    """Return what amounts in euros assume; `kwh` is the price of one kWh."""
    told = [f"Un kWh est compté {price_text(kwh)}, hors taxes."]
    if found.ground.prices:
        told.append("Un achat évité vaut le prix moyen de sa catégorie dans l’inventaire.")
    else:
        told.append("Aucun prix dans l’inventaire\u00a0: les achats évités ne sont pas chiffrés.")
    return tuple(told)


def purchases(number_less: float) -> str:
    """Return how many fewer appliances are bought, in words; "" when it rounds to none."""
    rounded_number = round(abs(number_less))
    if not rounded_number:
        return ""
    side = "de moins" if number_less < 0 else "de plus"
    return f"{count(rounded_number, 'appareil acheté', 'appareils achetés')} {side}"


def criterion_of(measure: Measure) -> str:
    """Return the criterion of a measure."""
    return ELECTRICITY if measure is Measure.ELECTRICITY else HEADLINE


def _plain(kilograms: float) -> str:
    return trimmed(significant(kilograms), 1)


def _size(kilograms: float) -> str:
    return f"{_plain(abs(kilograms))}{NBSP}kg"
