"""The conditions of an obligation, each judged on its own: met, not met, or unknown for want of a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nrdesk.core import formatting
from nrdesk.core.model.authority import Authority
from nrdesk.core.model.obligation import Obligation, PopulationBasis, Threshold

_BASIS = {PopulationBasis.MUNICIPAL: "municipale", PopulationBasis.TOTAL: "totale"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One condition applied to one collectivité."""

    met: bool | None
    """None when a figure is missing or when the text does not settle."""
    text: str
    """French clause, without capital nor full stop."""
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


def _population(obligation: Obligation, authority: Authority) -> Judgement:
    """Judge the thresholds in inhabitants.

    A text that does not say which population it counts is settled when both give the same answer; when
    they stand on either side of the threshold, it is for the prefecture to say.
    """
    aim = "le texte vise " + " et ".join(map(str, obligation.population)) + " habitants"
    known = populations(authority)
    if not known:
        return Judgement(None, f"{aim} et la population manque, saisissez-la")
    basis = obligation.population_basis
    counted = {basis: known[basis]} if basis in known else known
    answers = {
        all(threshold.met_by(population) for threshold in obligation.population)
        for population in counted.values()
    }
    if answers == {True}:
        return Judgement(True, f"{aim}, c’est votre cas")
    if answers == {False}:
        return Judgement(False, f"{aim}, ce n’est pas votre cas")
    both = " et ".join(
        f"{formatting.number(population)} en population {_BASIS[basis]}"
        for basis, population in counted.items()
    )
    return Judgement(None, f"{aim} sans dire lesquels ({both}), demandez à la préfecture")


def _agents(threshold: Threshold, authority: Authority) -> Judgement:
    """Judge the staff; a head count under the threshold settles it, since it is never less than the ETP."""
    aim = f"le texte vise {threshold} agents en équivalent temps plein"
    met: bool | None = None
    found = "et ce nombre manque, saisissez-le"
    if authority.agents_fte is not None:
        met = threshold.met_by(authority.agents_fte)
        found = f"et vous en avez {formatting.trimmed(authority.agents_fte)}"
    elif authority.agents is not None and not threshold.met_by(authority.agents):
        met = False
        found = f"et vous comptez {formatting.count(authority.agents, 'agent')}"
    return Judgement(met, f"{aim} {found}", uses_population=False)


def _purchases(threshold: Threshold, presumed: int | None, authority: Authority) -> Judgement:
    aim = f"le texte vise {threshold} € HT d’achats par an"
    if authority.annual_purchases is not None:
        met = threshold.met_by(authority.annual_purchases)
        amount = f"{formatting.number(authority.annual_purchases)} €"
        return Judgement(met, f"{aim} et les vôtres sont de {amount}", uses_population=False)
    if clause := _presumption(presumed, authority):
        return Judgement(False, f"{aim}, {clause}")
    return Judgement(None, f"{aim} et leur montant manque, saisissez-le")


def _condition(condition: str, presumed: int | None, authority: Authority) -> Judgement:
    if clause := _presumption(presumed, authority):
        return Judgement(False, f"seulement si {condition}, {clause}")
    return Judgement(None, f"seulement si {condition}, vérifiez-le")


def _presumption(presumed: int | None, authority: Authority) -> str:
    """Return why a collectivité of this size is presumed out of reach, "" when it is not."""
    known = populations(authority)
    if presumed is None or not known or max(known.values()) >= presumed:
        return ""
    return f"hors d’atteinte sous {formatting.number(presumed)} habitants (hypothèse nrdesk)"
