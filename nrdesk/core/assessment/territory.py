"""The digital side of the territory: its footprint by tier, its communes, and the facts that were found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.assessment.services import combined, services_of
from nrdesk.core.footprint.explanation import Explanation
from nrdesk.core.footprint.terms import Term
from nrdesk.core.footprint.territory import (
    TerritoryFootprint,
    compute_territory,
    explain_territory,
    order_of_magnitude,
)
from nrdesk.core.formatting import NBSP, mass, percent, precise, span
from nrdesk.core.model import Authority, TerritoryFact, TerritoryTopic
from nrdesk.core.model.territory import ExpectedFact
from nrdesk.core.reference import directory, territory
from nrdesk.core.reference.directory import Place

if TYPE_CHECKING:
    from nrdesk.core.document import Document

CAUTION = (
    "Les deux calculs n’ont ni les mêmes sources ni le même périmètre : celui de la collectivité part de ce "
    "qu’elle possède et achète, celui du territoire d’une moyenne nationale par habitant. Leur rapport est "
    "un ordre de grandeur, il ne se suit pas d’une année à l’autre."
)


@dataclass(frozen=True, slots=True)
class MemberTotal:
    """What digital things weigh in one commune of an EPCI."""

    name: str
    insee_code: str
    population: int
    total: float
    """In kg CO₂e a year."""
    share: float
    """Of its EPCI, from 0 to 1."""
    is_here: bool
    """Whether it is the collectivité of the document."""


@dataclass(frozen=True, slots=True)
class Group:
    """The EPCI: that of the document, or the one that its commune belongs to."""

    name: str
    population: int
    population_year: int | None
    footprint: TerritoryFootprint
    members: tuple[MemberTotal, ...]
    """The most populated first."""

    @property
    def here(self) -> tuple[int, MemberTotal] | None:
        """Rank (from 1) and figures of the document's commune; None when the document is of the EPCI."""
        return next((found for found in enumerate(self.members, start=1) if found[1].is_here), None)


@dataclass(frozen=True, slots=True)
class TerritoryResult:
    """The territory in figures and in facts."""

    name: str
    population: int | None
    """Municipal population."""
    population_year: int | None
    main: TerritoryFootprint | None
    """The latest published; None while the population is unknown."""
    others: tuple[TerritoryFootprint, ...]
    """Other years and perimeters, which are not to be compared with it."""
    group: Group | None
    """None when the directory does not know the EPCI, or none is named."""
    facts: tuple[TerritoryFact, ...]
    """In the order of the topics, the latest year first."""
    expected: tuple[tuple[ExpectedFact, bool], ...]
    """Facts to look for, and whether one of that topic was found."""

    @property
    def found(self) -> int:
        """How many of the expected topics have a fact."""
        return sum(found for _, found in self.expected)


@dataclass(frozen=True, slots=True)
class OwnShare:
    """The collectivité's own digital things beside those of its whole territory."""

    what: str
    """What is counted of its own, in French: its appliances, and its services where some are."""
    own: float
    """In kg CO₂e a year."""
    low: float
    high: float
    territory: TerritoryFootprint

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.own / self.territory.total

    @property
    def sentence(self) -> str:
        """The share in a French sentence."""
        own, whole = mass(self.own, self.low, self.high), order_of_magnitude(self.territory.total)
        return (
            f"{self.what} de la collectivité pèsent {own} par{NBSP}an, pour {whole} sur tout le "
            f"territoire{NBSP}: {small_percent(self.share)}."
        )


def territory_of(document: Document) -> TerritoryResult:
    """Return what is known of the territory: figures of the latest perimeter, communes, facts."""
    authority = document.authority
    population = authority.population_municipal
    footprints = territory.load().footprints
    totals = [compute_territory(population, national) for national in footprints] if population else []
    facts = _in_order(document.all(TerritoryFact))
    topics = {fact.topic for fact in facts}
    return TerritoryResult(
        name=authority.name,
        population=population,
        population_year=authority.population_year,
        main=totals[0] if totals else None,
        others=tuple(totals[1:]),
        group=_group(authority),
        facts=tuple(facts),
        expected=tuple((fact, fact.topic in topics) for fact in territory.expected_facts()),
    )


def own_share(document: Document, assessment: Assessment, result: TerritoryResult) -> OwnShare | None:
    """Return the collectivité's own share; None while either of the two is unknown.

    Raises:
        UserError: what a frozen campaign kept of the services cannot be read.
    """
    services = services_of(document, assessment)
    total = combined(assessment, services).total
    if result.main is None or not result.main.total or not total.value:
        return None
    what = "Les équipements et les services" if services.counted else "Les équipements"
    return OwnShare(what, total.value, total.low, total.high, result.main)


def explain_share(share: OwnShare) -> Explanation:
    """Explain the share of the collectivité in its territory."""
    unit = f"kg{NBSP}éq.{NBSP}CO₂"
    territory_kg = f"{precise(share.territory.total)}{NBSP}{unit}"
    national = share.territory.national
    return Explanation(
        title="Part de la collectivité dans son territoire",
        formula=f"{precise(share.own)} ÷ {precise(share.territory.total)} = {small_percent(share.share)}",
        terms=(
            Term(
                f"{share.what} de la collectivité",
                f"{precise(share.own)}{NBSP}{unit}",
                "campagne et ses facteurs",
                f"{span(share.low, share.high)}{NBSP}{unit}.",
            ),
            Term("Le numérique du territoire", territory_kg, national.source, f"{national.name}."),
        ),
        hypotheses=(CAUTION,),
        value=share.share,
    )


def explain_member(group: Group, member: MemberTotal | None = None) -> Explanation:
    """Explain the figure of one commune of an EPCI, or that of them all."""
    population = member.population if member else group.population
    year = f" de {group.population_year}" if group.population_year else ""
    return explain_territory(
        compute_territory(population, group.footprint.national),
        name=member.name if member else group.name,
        population_source=f"annuaire national, populations municipales{year}",
    )


def small_percent(share: float) -> str:
    """Return a share with the decimals that a small one needs: "0,3 %", "moins de 0,01 %"."""
    if 0 < share < 0.00005:
        return f"moins de {percent(0.0001, 2)}"
    return percent(share, 0 if share >= 0.1 else 1 if share >= 0.001 else 2)


def _group(authority: Authority) -> Group | None:
    siren = authority.siren if authority.kind.is_epci else authority.epci_siren
    place = directory.epci(siren) if siren else None
    members = directory.members(siren) if place else []
    if place is None or not members:
        return None
    # The sum of the members rather than the population typed: one vintage, and shares that add up to one.
    population = sum(member.population_municipal or 0 for member in members)
    national = territory.load().footprints[0]
    return Group(
        name=place.name,
        population=population,
        population_year=place.population_year,
        footprint=compute_territory(population, national),
        members=tuple(
            _member(member, population, national.per_inhabitant, authority.insee_code) for member in members
        ),
    )


def _member(place: Place, whole: int, per_inhabitant: float, here: str) -> MemberTotal:
    population = place.population_municipal or 0
    return MemberTotal(
        name=place.name,
        insee_code=place.code,
        population=population,
        total=population * per_inhabitant,
        share=population / whole if whole else 0.0,
        is_here=place.code == here,
    )


def _in_order(facts: list[TerritoryFact]) -> list[TerritoryFact]:
    topics = list(TerritoryTopic)
    return sorted(facts, key=lambda fact: (topics.index(fact.topic), -(fact.year or 0), fact.text))
