"""The conditions of an obligation, each judged on its own: met, not met, or unknown for want of a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nrdesk.core import formatting
from nrdesk.core.formatting import NBSP
from nrdesk.core.model.authority import Authority, AuthorityKind
from nrdesk.core.model.obligation import Obligation, PopulationBasis, Threshold

_BASIS = {PopulationBasis.MUNICIPAL: "municipale", PopulationBasis.TOTAL: "totale"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One condition applied to one collectivité."""

    met: bool | None
    """None when a figure is missing or when the text does not settle."""
    aim: str
    """What the text sets, in French as it follows its verb: "plus de 50 000 habitants"."""
    found: str
    """French clause on the collectivité, that follows the aim: ", c’est votre cas"."""
    verb: str = "vise"
    """Verb of the text, which is its subject: "vise", or "ne s’applique que si"."""
    uses_population: bool = True
    """Whether the population decides, and has therefore to be told."""


def judge(obligation: Obligation, authority: Authority) -> Iterator[Judgement]:
    """Yield the judgement of each condition of size; none when the text binds whatever the size."""
    if obligation.population and authority.kind in obligation.population_for:
        yield _population(obligation, authority)
    if obligation.agents:
        yield _agents(obligation.agents, authority)
    if obligation.purchases:
        yield _purchases(obligation.purchases, obligation.presumed_outside_below, authority)
    if obligation.condition:
        yield _condition(obligation.condition, obligation.presumed_outside_below, authority)


def populations(authority: Authority) -> dict[PopulationBasis, int]:
    """Return the legal populations that are known."""
    known = {
        PopulationBasis.MUNICIPAL: authority.population_municipal,
        PopulationBasis.TOTAL: authority.population_total,
    }
    return {basis: population for basis, population in known.items() if population is not None}


def inhabitants(authority: Authority, basis: PopulationBasis = PopulationBasis.UNSPECIFIED) -> str:
    """Return "2 812 habitants (population municipale 2022)", "" when the population is unknown."""
    known = populations(authority)
    basis = basis if basis in known else next(iter(known), PopulationBasis.UNSPECIFIED)
    if basis not in known:
        return ""
    year = f" {authority.population_year}" if authority.population_year else ""
    count = formatting.count(known[basis], "habitant")
    return f"{count} (population {_BASIS[basis]}{year})"


def yours(authority: Authority) -> str:
    """Return "votre commune"."""
    kind = authority.kind
    return "votre métropole" if kind is AuthorityKind.METROPOLE_LYON else f"votre {kind.label}"


def _population(obligation: Obligation, authority: Authority) -> Judgement:
    """Judge the thresholds in inhabitants.

    A text that does not say which population it counts is settled when both give the same answer; when
    they stand on either side of the threshold, it is for the prefecture to say.
    """
    aim = " et ".join(map(str, obligation.population)) + " habitants"
    known = populations(authority)
    if not known:
        return Judgement(None, aim, f", mais la population de {yours(authority)} manque, saisissez-la")
    basis = obligation.population_basis
    counted = {basis: known[basis]} if basis in known else known
    answers = {
        all(threshold.met_by(population) for threshold in obligation.population)
        for population in counted.values()
    }
    if answers == {True}:
        return Judgement(True, aim, ", c’est votre cas")
    if answers == {False}:
        return Judgement(False, aim, ", ce n’est pas votre cas")
    both = " et ".join(
        f"{formatting.number(population)} en population {_BASIS[basis]}"
        for basis, population in counted.items()
    )
    return Judgement(None, aim, f" sans dire lesquels ({both}), demandez à la préfecture")


def _agents(threshold: Threshold, authority: Authority) -> Judgement:
    """Judge the staff; a head count under the threshold settles it, since it is never less than the ETP."""
    met: bool | None = None
    found = f", mais l’effectif de {yours(authority)} manque, saisissez-le"
    if authority.agents_fte is not None:
        met = threshold.met_by(authority.agents_fte)
        found = f", et {yours(authority)} en compte {formatting.trimmed(authority.agents_fte)}"
    elif authority.agents is not None and not threshold.met_by(authority.agents):
        met = False
        found = f", et {yours(authority)} compte {formatting.count(authority.agents, 'agent')} en tout"
    return Judgement(met, f"{threshold} agents en équivalent temps plein", found, uses_population=False)


def _purchases(threshold: Threshold, presumed: int | None, authority: Authority) -> Judgement:
    aim = f"{threshold}{NBSP}€ HT d’achats par an"
    if authority.annual_purchases is not None:
        amount = f"{formatting.number(authority.annual_purchases)}{NBSP}€"
        found = f", et ceux de {yours(authority)} sont de {amount}"
        return Judgement(threshold.met_by(authority.annual_purchases), aim, found, uses_population=False)
    if clause := _presumption(presumed, authority):
        return Judgement(False, aim, clause)
    found = f", mais le montant de ceux de {yours(authority)} manque, saisissez-le"
    return Judgement(None, aim, found, uses_population=False)


def _condition(condition: str, presumed: int | None, authority: Authority) -> Judgement:
    """Judge what nrdesk cannot know: presumed out of reach of the smallest, to be checked by the others."""
    if clause := _presumption(presumed, authority):
        return Judgement(False, condition, clause, "ne s’applique que si")
    return Judgement(None, condition, ", vérifiez-le", "ne s’applique que si", uses_population=False)


def _presumption(presumed: int | None, authority: Authority) -> str:
    """Return why a collectivité of this size is presumed out of reach, "" when it is not."""
    known = populations(authority)
    if presumed is None or not known or max(known.values()) >= presumed:
        return ""
    return f", ce que nrdesk suppose exclu sous {formatting.number(presumed)} habitants"
