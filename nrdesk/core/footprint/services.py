"""The footprint of digital services over a year: hosting, mail, networks, printing, web sites, spending.

For one line, in kg CO₂e a year:

    fixed = quantity × (value of one unit − what is counted elsewhere)
    use   = quantity × kWh of one unit × impact of one kWh of the campaign
    total = fixed + use

`value` is the published value of one unit without its electricity, where the source tells the two apart:

- virtual machine (digital4better/data): manufacture over its life + 8 760 h × its power, e.g.
  29.99 kg + 275.06 kWh for a medium one;
- rented server (BoaviztAPI 2.5.0): 140 kg + 440 kg / 0.098 kg per kWh = 4 489.8 kWh;
- mailbox (ADEME, publicodes-acv-numerique): 0.22 W × 8 760 h × PUE 1.16 = 2.24 kWh;
- everything else: kg per unit as published, electricity within.

Web sites: page weight × pages seen in the year / 10⁶ = GB sent (1 GB = 10⁶ kB), × 0.0095 kg per GB (ADEME,
Impact CO2, "télécharger 1 Go": network, box of the visitor and data centre). The visitors' computers and
phones are theirs, and are not counted here.

Ranges are those of `uncertainty`: log-normal, and lines that share a published value err together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nrdesk.core.footprint.doubles import Rule, Ruling, Rulings, rulings
from nrdesk.core.footprint.method import Method
from nrdesk.core.footprint.result import FootprintResult
from nrdesk.core.footprint.tally import spread
from nrdesk.core.footprint.uncertainty import Doubt, DoubtKind, Spread, sigma
from nrdesk.core.model import ServiceUse, WebSite
from nrdesk.core.model.factors import ServiceKind, ServiceSet, ServiceTopic

GWP = "gwp"
"""Services are counted in greenhouse gases: no other criterion is published for them."""
KB_PER_GB = 1e6
_ROUNDING = 1e-9


@dataclass(frozen=True)
class ServiceLine:
    """The footprint of one service, or of one web site."""

    record: ServiceUse | WebSite
    kind: ServiceKind | None
    quantity: float
    """In the unit of the kind; 0 while something lacks."""
    lacks: tuple[str, ...]
    """What prevents counting, in French; empty when nothing does."""
    rulings: tuple[Ruling, ...]
    """What keeps it from being counted twice."""
    method: Method

    @property
    def id(self) -> str:
        """Identifier of the record."""
        return self.record.id

    @property
    def name(self) -> str:
        """The collectivité's name for it, or that of its kind."""
        return self.record.name or (self.kind.label if self.kind else "") or "Service sans nom"

    @property
    def excluded_by(self) -> Rule | None:
        """The rule that leaves it out, None when none does."""
        return next((ruling.rule for ruling in self.rulings if ruling.excludes), None)

    @property
    def counted(self) -> bool:
        """Whether it is in the total."""
        return not self.lacks and self.excluded_by is None

    @property
    def unit_value(self) -> float:
        """Value of one unit in kg CO₂e, electricity apart, less what is counted elsewhere."""
        if self.kind is None:
            return 0.0
        left = self.kind.value - sum(ruling.taken_off for ruling in self.rulings)
        # What is left of the rounding of the published parts weighs nothing.
        return left if left > _ROUNDING * self.kind.value else 0.0

    @property
    def elsewhere(self) -> bool:
        """Whether all that it weighs is already counted elsewhere."""
        return self.counted and not self.value and any(ruling.taken_off for ruling in self.rulings)

    @property
    def fixed(self) -> float:
        """In kg CO₂e a year, electricity apart, whether the line is counted or not."""
        return self.quantity * self.unit_value

    @property
    def use(self) -> float:
        """In kg CO₂e a year, its electricity, whether the line is counted or not."""
        return self.kwh * self.method.per_kwh.get(GWP, 0.0)

    @property
    def kwh(self) -> float:
        """Its electricity in kWh a year, as far as the published value tells them."""
        return self.quantity * (self.kind.kwh or 0.0) if self.kind else 0.0

    @property
    def weight(self) -> float | None:
        """What it would weigh in kg CO₂e a year, even left out by a rule; None while something lacks."""
        return None if self.lacks else self.fixed + self.use

    @property
    def value(self) -> float | None:
        """What it adds to the total in kg CO₂e a year, None when it is not counted."""
        return self.weight if self.counted else None

    @property
    def spread(self) -> Spread:
        """What it would weigh, with its doubts."""
        made = Spread()
        if self.kind and not self.lacks:
            doubt = Doubt(DoubtKind.SERVICE, self.kind.factor, sigma(self.kind.uncertainty))
            electricity = Doubt(
                DoubtKind.ELECTRICITY, self.method.territory, self.method.electricity_sigma(GWP)
            )
            made.add(self.fixed, (doubt,), 0.0)
            made.add(self.use, (doubt, electricity) if self.use else (), 0.0)
        return made


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in kg CO₂e a year, with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class ServicesResult:
    """The footprint of the services of a year."""

    lines: tuple[ServiceLine, ...]
    """Services then web sites, in their order."""
    services: ServiceSet
    method: Method

    @cached_property
    def counted(self) -> tuple[ServiceLine, ...]:
        """The lines of the total."""
        return tuple(line for line in self.lines if line.counted)

    @cached_property
    def excluded(self) -> tuple[ServiceLine, ...]:
        """The lines left out, by a rule or because something lacks."""
        return tuple(line for line in self.lines if not line.counted)

    @cached_property
    def spread(self) -> Spread:
        """The total with its doubts."""
        return _joined(line.spread for line in self.counted)

    @cached_property
    def total(self) -> Amount:
        """The total."""
        return _amount(self.spread)

    @cached_property
    def kwh(self) -> float:
        """Electricity of the counted lines whose published value tells it, in kWh a year."""
        return sum(line.kwh for line in self.counted)

    @cached_property
    def by_group(self) -> Mapping[str, Amount]:
        """Total of each group of kinds, the heaviest first; groups without a counted line are absent."""
        groups: dict[str, list[Spread]] = {}
        for line in self.counted:
            if line.kind:
                groups.setdefault(line.kind.group, []).append(line.spread)
        amounts = {group: _amount(_joined(spreads)) for group, spreads in groups.items()}
        return dict(sorted(amounts.items(), key=lambda item: (-item[1].value, item[0])))

    @cached_property
    def acting(self) -> Mapping[Rule, tuple[ServiceLine, ...]]:
        """The rules that act, each with the lines that it acts on."""
        found: dict[Rule, list[ServiceLine]] = {}
        for line in self.lines:
            for ruling in () if line.lacks else line.rulings:
                found.setdefault(ruling.rule, []).append(line)
        return {rule: tuple(found[rule]) for rule in Rule if rule in found}


@dataclass(frozen=True, slots=True)
class Combined:
    """Appliances and services together, over a year."""

    equipment: Amount
    services: Amount
    total: Amount
    spread: Spread


def compute_services(
    uses: Sequence[ServiceUse], web_sites: Sequence[WebSite], services: ServiceSet, park: FootprintResult
) -> ServicesResult:
    """Return the footprint of the services of a year.

    Args:
        uses: services used, each with a quantity in the unit of its kind.
        web_sites: web sites, each with the weight of a page and the pages seen.
        services: the catalogue.
        park: the inventory of the same year, counted: what it counts is not counted again here. Its method
            gives the electricity.
    """
    entered: list[tuple[ServiceUse | WebSite, ServiceKind | None, float, tuple[str, ...]]] = [
        *((use, services.kinds.get(use.service), *_entered(use, services)) for use in uses),
        *((site, _web_kind(services), *_sent(site)) for site in web_sites),
    ]
    told = [
        (record, kind, quantity, (*lacks, *_electricity(kind, park.method)))
        for record, kind, quantity, lacks in entered
    ]
    topics = {kind.topic for _, kind, quantity, lacks in told if kind and quantity > 0 and not lacks}
    found = rulings(topics, park)
    lines = tuple(
        ServiceLine(record, kind, quantity, lacks, _of(found, kind), park.method)
        for record, kind, quantity, lacks in told
    )
    return ServicesResult(lines, services, park.method)


def combine(park: FootprintResult, services: ServicesResult) -> Combined:
    """Return appliances and services together: doubts are independent, but for the same electricity."""
    equipment = spread(park.parts(GWP), GWP)
    whole = equipment.joined(services.spread)
    return Combined(_amount(equipment), services.total, _amount(whole), whole)


def _entered(use: ServiceUse, services: ServiceSet) -> tuple[float, tuple[str, ...]]:
    """Return the quantity of a service, or what it lacks."""
    lacks = []
    if not use.service:
        lacks.append("le service")
    elif use.service not in services.kinds:
        lacks.append("un service que ce catalogue connaisse")
    if use.quantity is None or use.quantity < 0:
        lacks.append("la quantité")
    return (0.0 if lacks else use.quantity or 0.0), tuple(lacks)


def _sent(site: WebSite) -> tuple[float, tuple[str, ...]]:
    """Return the GB that a web site sent in the year, or what it lacks."""
    needed = {"le poids de la page": site.page_kb, "les pages vues": site.yearly_views}
    if lacks := tuple(name for name, value in needed.items() if value is None or value < 0):
        return 0.0, lacks
    return (site.page_kb or 0.0) * (site.yearly_views or 0.0) / KB_PER_GB, ()


def _electricity(kind: ServiceKind | None, method: Method) -> tuple[str, ...]:
    """Return what electricity lacks: a territory may have no published factor."""
    return (
        ("le facteur d’électricité du territoire",) if kind and kind.kwh and GWP not in method.per_kwh else ()
    )


def _web_kind(services: ServiceSet) -> ServiceKind | None:
    return next((kind for kind in services.kinds.values() if kind.topic is ServiceTopic.WEB), None)


def _of(found: Rulings, kind: ServiceKind | None) -> tuple[Ruling, ...]:
    return found.of(kind) if kind else ()


def _joined(spreads: Iterable[Spread]) -> Spread:
    whole = Spread()
    for one in spreads:
        whole = whole.joined(one)
    return whole


def _amount(whole: Spread) -> Amount:
    return Amount(whole.value, *whole.range())
