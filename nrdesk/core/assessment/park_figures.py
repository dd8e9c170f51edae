"""What the figures of the park are worth in a campaign: footprint, ages, shares, what leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from nrdesk.core import dates
from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.assessment.worth import Answer, Worth, counted, mean, quantity, rounded, share
from nrdesk.core.footprint import LineResult
from nrdesk.core.footprint.summary import explain_total
from nrdesk.core.footprint.terms import Term
from nrdesk.core.footprint.wording import INVENTORY
from nrdesk.core.formatting import NBSP, number, precise
from nrdesk.core.inventory.renewal import Ending, group_of, renewal_of
from nrdesk.core.model import Acquisition, EquipmentStatus, ExitRoute, Origin

_COMPUTERS, _SERVERS, _PRINTING = "Ordinateurs", "Serveurs et stockage", "Impression"
_ELECTRICITY = "electricity"
_SECOND_HAND = (Acquisition.REFURBISHED, Acquisition.DONATED)
_GIVEN = (ExitRoute.REUSE, ExitRoute.DONATED, ExitRoute.SOLD)
_UNUSED = (EquipmentStatus.IN_STOCK, EquipmentStatus.BROKEN)
_NOTHING = "Aucun appareil n’est encore évalué."
_EMPTY = "L’inventaire est vide."


def worth(assessment: Assessment, id: str) -> Answer:
    """Return what a figure of the park is worth in a campaign."""
    return _FIGURES[id](assessment)


def _total(criterion: str, assessment: Assessment) -> Answer:
    total = assessment.result.totals.get(criterion)
    if total is None or not total.value:
        return _NOTHING
    return Worth(
        rounded(total.value, total.low, total.high),
        whole=partial(explain_total, assessment.result, criterion),
    )


def _per_agent(assessment: Assessment) -> Answer:
    return _per(assessment, assessment.authority.agents, "Agents", "Le nombre d’agents manque.")


def _per_inhabitant(assessment: Assessment) -> Answer:
    people = assessment.authority.population_municipal
    return _per(assessment, people, "Habitants", "La population manque.")


def _per(assessment: Assessment, people: int | None, name: str, unknown: str) -> Answer:
    total = assessment.headline
    if not people:
        return unknown
    if not total.value:
        return _NOTHING
    return Worth(
        rounded(total.value / people, total.low / people, total.high / people),
        f"{precise(total.value, 3)} ÷ {number(people)}",
        (
            Term("Empreinte du parc, par an", f"{precise(total.value, 3)}{NBSP}kg éq.{NBSP}CO₂", INVENTORY),
            Term(name, number(people), "fiche de la collectivité"),
        ),
    )


def _servers(assessment: Assessment) -> Answer:
    lines = [line for line in assessment.result.lines if line.in_park and group_of(line) == _SERVERS]
    if not lines:
        return "L’inventaire n’a pas de serveur."
    known = [(line, split.total) for line in lines if (split := line.split(_ELECTRICITY))]
    if not known:
        return "Aucun serveur n’a d’électricité connue."
    total = sum(kwh for _, kwh in known)
    each = tuple(Term(_named(line), f"{precise(kwh, 3)}{NBSP}kWh", INVENTORY) for line, kwh in known)
    added = " + ".join(precise(kwh, 3) for _, kwh in known) if len(known) > 1 else ""
    return Worth(float(round(total)), added, each)


def _named(line: LineResult) -> str:
    model = " ".join(filter(None, (line.equipment.brand, line.equipment.model)))
    return model or line.recipe.label


def _lifetime(assessment: Assessment) -> Answer:
    known = [
        (line.quantity, line.lifetime.years)
        for line in _computers(assessment)
        if line.in_park and line.complete
    ]
    return mean(known, "Aucun ordinateur n’est encore évalué.")


def _age(assessment: Assessment) -> Answer:
    as_of = assessment.campaign.as_of
    known = [
        (line.quantity, max(0.0, dates.years_between(line.equipment.purchased, as_of)))
        for line in _computers(assessment)
        if line.in_park and line.equipment.purchased
    ]
    return mean(known, "Aucun ordinateur n’a de date d’achat.")


def _exit_age(assessment: Assessment) -> Answer:
    known = [
        (line.quantity, max(0.0, dates.years_between(line.equipment.purchased, line.equipment.retired)))
        for line in _computers(assessment)
        if line.equipment.purchased and line.equipment.retired and _left(line, assessment)
    ]
    return mean(known, f"Aucun ordinateur daté n’est sorti du parc en {assessment.campaign.year}.")


def _refurbished_purchases(assessment: Assessment) -> Answer:
    year = str(assessment.campaign.year)
    bought = [line for line in assessment.result.lines if (line.equipment.purchased or "").startswith(year)]
    return _second_hand(bought, f"Aucun achat de {year} ne dit s’il est neuf ou reconditionné.")


def _refurbished_park(assessment: Assessment) -> Answer:
    return _second_hand(_park(assessment), "L’inventaire ne dit pas ce qui est neuf ou reconditionné.")


def _second_hand(lines: Iterable[LineResult], unknown: str) -> Answer:
    """Return the share of what was used before, among the appliances whose origin is known."""
    known = [line for line in lines if line.equipment.acquisition is not Acquisition.UNKNOWN]
    used = [line for line in known if line.equipment.acquisition in _SECOND_HAND]
    return share(
        ("Reconditionnés ou donnés", quantity(used)),
        ("Appareils dont l’origine est connue", quantity(known)),
        unknown,
    )


def _given(assessment: Assessment) -> Answer:
    left = [line for line in assessment.result.lines if _left(line, assessment)]
    if not left:
        return f"Aucune sortie de {assessment.campaign.year} n’est écrite."
    given = [line for line in left if line.equipment.exit_route in _GIVEN]
    return counted(quantity(given), "Donnés, vendus ou réemployés")


def _undated(assessment: Assessment) -> Answer:
    """Return the share of the real appliances that have no date: nobody can date an estimated one."""
    real = [line for line in _park(assessment) if line.equipment.origin is not Origin.ESTIMATED]
    undated = [line for line in real if line.equipment.purchased is None]
    return share(
        ("Sans date d’achat", quantity(undated)),
        ("Appareils réels du parc", quantity(real)),
        "L’inventaire n’a pas encore de vrai appareil.",
    )


def _unused(assessment: Assessment) -> Answer:
    park = _park(assessment)
    unused = [line for line in park if line.equipment.status in _UNUSED]
    return counted(quantity(unused), "En réserve ou hors service") if park else _EMPTY


def _printers(assessment: Assessment) -> Answer:
    park = _park(assessment)
    printers = [line for line in park if group_of(line) == _PRINTING]
    return counted(quantity(printers), "Imprimantes et copieurs") if park else _EMPTY


def _outdated(assessment: Assessment) -> Answer:
    if not _park(assessment):
        return _EMPTY
    found = renewal_of(assessment.result.lines, assessment.campaign.as_of)
    ended = [row for row in found.systems if row.ending is Ending.ENDED]
    if not ended and not any(line.equipment.operating_system for line in _park(assessment)):
        return "L’inventaire ne dit pas quel système tourne."
    terms = tuple(Term(row.system.label, number(row.quantity), INVENTORY) for row in ended)
    return Worth(float(sum(row.quantity for row in ended)), "", terms)


def _park(assessment: Assessment) -> list[LineResult]:
    return [line for line in assessment.result.lines if line.in_park]


def _left(line: LineResult, assessment: Assessment) -> bool:
    """Return whether a line left the park in the year of the campaign."""
    return (line.equipment.retired or "").startswith(str(assessment.campaign.year))


def _computers(assessment: Assessment) -> Iterable[LineResult]:
    return (line for line in assessment.result.lines if group_of(line) == _COMPUTERS and line.quantity > 0)


_FIGURES: Mapping[str, Callable[[Assessment], Answer]] = {
    "footprint.gwp": partial(_total, HEADLINE),
    "footprint.gwp_per_agent": _per_agent,
    "footprint.gwp_per_inhabitant": _per_inhabitant,
    "footprint.electricity": partial(_total, _ELECTRICITY),
    "electricity.servers": _servers,
    "lifetime.computers": _lifetime,
    "age.computers": _age,
    "exit_age.computers": _exit_age,
    "refurbished.purchases": _refurbished_purchases,
    "refurbished.park": _refurbished_park,
    "given.exits": _given,
    "undated.park": _undated,
    "unused.park": _unused,
    "printers.park": _printers,
    "outdated.systems": _outdated,
}
