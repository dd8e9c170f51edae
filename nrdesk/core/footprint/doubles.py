"""What is never counted twice: appliances and services, quantities and euros.

A published value often includes what is counted elsewhere: the computer that sends an e-mail, the box of a
connection; and the same purchase can be told in appliances or in euros. Each rule is named, acts by itself
and says so on screen and in the report; nobody can set one aside without seeing it.

Order: what is counted in quantities first (with the inventory, then among services), then what is counted in
euros, which only speaks where quantities are silent: a ratio per euro is far less certain. What a published
value includes comes with it, in `resources/data/factors`.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from nrdesk.core.footprint.result import FootprintResult
from nrdesk.core.model.factors import ServiceKind, ServiceTopic

_COMPUTERS = "Ordinateurs"
"""Group of the categories of computers."""
_SERVERS = frozenset(("serveur_rack", "serveur_tour"))
_BOX = "box"
_GWP = "gwp"


class Rule(StrEnum):
    """A rule against counting twice."""

    HARDWARE = "hardware"
    HOSTING = "hosting"
    TELECOM = "telecom"
    CONSUMABLES = "consumables"
    TERMINALS = "terminals"
    BOX = "box"
    NETWORK = "network"
    TONER = "toner"
    PAPER = "paper"
    MAIL = "mail"
    SERVERS = "servers"
    WEB_HOSTING = "web_hosting"

    @property
    def label(self) -> str:
        """What it is about, in a few French words."""
        return _TEXTS[self][0]

    @property
    def sentence(self) -> str:
        """What it does and why, in French."""
        return _TEXTS[self][1]


_TEXTS = {
    Rule.HARDWARE: (
        "Matériel\u00a0: l’inventaire plutôt que la dépense",
        "L’inventaire compte déjà les appareils\u00a0: la dépense de matériel est montrée, pas ajoutée.",
    ),
    Rule.HOSTING: (
        "Hébergement\u00a0: les quantités plutôt que la dépense",
        "Des machines ou du stockage sont déjà comptés\u00a0: la dépense d’hébergement est montrée, pas "
        "ajoutée.",
    ),
    Rule.TELECOM: (
        "Réseaux\u00a0: les Go plutôt que la dépense",
        "Les données échangées sont déjà comptées en Go\u00a0: la dépense de téléphonie et d’internet est "
        "montrée, pas ajoutée.",
    ),
    Rule.CONSUMABLES: (
        "Impression\u00a0: les quantités plutôt que la dépense",
        "Les toners sont déjà comptés\u00a0: la dépense de consommables est montrée, pas ajoutée.",
    ),
    Rule.TERMINALS: (
        "Ordinateurs\u00a0: avec l’inventaire seulement",
        "Les valeurs publiées du courriel et de la visio comprennent les ordinateurs. L’inventaire les "
        "compte déjà\u00a0: cette part est retirée.",
    ),
    Rule.BOX: (
        "Box\u00a0: avec l’inventaire seulement",
        "La valeur publiée de l’accès à internet comprend la box. L’inventaire la compte "
        "déjà\u00a0: la valeur sans box est utilisée.",
    ),
    Rule.NETWORK: (
        "Visio\u00a0: le réseau avec l’accès à internet seulement",
        "Les données de la visio passent par l’accès à internet, déjà compté en Go\u00a0: la part du "
        "réseau est retirée de la visio.",
    ),
    Rule.TONER: (
        "Toners\u00a0: répartis sur la vie de l’imprimante",
        "La valeur publiée vaut pour toute la vie d’une imprimante\u00a0: un cinquième compte chaque année. "
        "Les pages et les ramettes ne comptent que le papier.",
    ),
    Rule.PAPER: (
        "Papier\u00a0: les ramettes plutôt que les pages",
        "Le papier est déjà compté en ramettes\u00a0: les pages imprimées sont montrées, pas ajoutées.",
    ),
    Rule.MAIL: (
        "Messagerie\u00a0: les boîtes plutôt que les courriels",
        "Les boîtes aux lettres sont déjà comptées\u00a0: les courriels envoyés sont montrés, pas ajoutés.",
    ),
    Rule.SERVERS: (
        "Serveurs\u00a0: l’inventaire plutôt que la location",
        "L’inventaire compte déjà des serveurs\u00a0: un serveur loué peut être l’un d’eux, il n’est pas "
        "ajouté. S’il est bien ailleurs, il se compte en machines virtuelles ou en dépense d’hébergement.",
    ),
    Rule.WEB_HOSTING: (
        "Sites web\u00a0: l’hébergement une seule fois",
        "L’hébergement est déjà compté\u00a0: la part du centre de données est retirée des pages vues.",
    ),
}

_T = ServiceTopic
_RATHER: tuple[tuple[ServiceTopic, Rule, frozenset[ServiceTopic]], ...] = (
    (_T.EMAILS, Rule.MAIL, frozenset((_T.MAILBOXES,))),
    (_T.PAGES, Rule.PAPER, frozenset((_T.REAMS,))),
    (_T.TELECOM_SPEND, Rule.TELECOM, frozenset((_T.NETWORK, _T.MOBILE))),
    (_T.HOSTING_SPEND, Rule.HOSTING, frozenset((_T.MACHINES, _T.SERVER, _T.STORAGE))),
    (_T.CONSUMABLES_SPEND, Rule.CONSUMABLES, frozenset((_T.TONER,))),
)
"""A topic that is left out, by which rule, as soon as one of these others is counted. In this order: what is
left out no longer leaves anything out. Only what tells the same thing leaves out: mailboxes are a hundredth
of what is spent on hosting, paper is not the ink of the consumables, and a whole that is hidden misleads
more than a crumb that is counted twice."""
_HOSTING = frozenset((_T.MACHINES, _T.SERVER, _T.HOSTING_SPEND))
"""What counts the data centre of a web site."""
_PAPER = frozenset((_T.PAGES, _T.REAMS))


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule does to a line."""

    rule: Rule
    taken_off: float = 0.0
    """Taken off the published value, in kg CO₂e per unit."""
    excludes: bool = False
    """Whether the line is left out of the total."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the inventory and the services entered say of each other."""

    excluded: dict[ServiceTopic, Rule]
    taken_off: dict[str, Rule]
    """What is taken off the values that include it: "terminals", "box", "network", "hosting"."""
    toner_apart: bool

    def of(self, kind: ServiceKind) -> tuple[Ruling, ...]:
        """Return what acts on the lines of a kind."""
        if kind.topic in self.excluded:
            return (Ruling(self.excluded[kind.topic], excludes=True),)
        acting = [
            Ruling(self.taken_off[name], included)
            for name, included in kind.includes.items()
            if name in self.taken_off
        ]
        if kind.topic is ServiceTopic.TONER and self.toner_apart:
            acting.append(Ruling(Rule.TONER))
        return tuple(acting)


def rulings(topics: Set[ServiceTopic], park: FootprintResult) -> Rulings:
    """Return what is left out or taken off.

    Args:
        topics: what is entered, in a quantity above zero.
        park: the inventory, counted.
    """
    categories = [kind.recipe.category for kind, tally in park.parts(_GWP) if tally.quantity > 0]
    known = [category for category in categories if category]
    excluded: dict[ServiceTopic, Rule] = {}
    if known:
        excluded[_T.HARDWARE_SPEND] = Rule.HARDWARE
    if any(category.id in _SERVERS for category in known):
        excluded[_T.SERVER] = Rule.SERVERS
    for topic, rule, others in _RATHER:
        if (topics & others) - excluded.keys():
            excluded[topic] = rule
    counted = topics - excluded.keys()
    elsewhere = {
        "terminals": (Rule.TERMINALS, any(category.group == _COMPUTERS for category in known)),
        "box": (Rule.BOX, any(category.id == _BOX for category in known)),
        "network": (Rule.NETWORK, ServiceTopic.NETWORK in counted),
        "hosting": (Rule.WEB_HOSTING, bool(counted & _HOSTING)),
    }
    taken_off = {name: rule for name, (rule, acts) in elsewhere.items() if acts}
    return Rulings(excluded, taken_off, bool(counted & _PAPER))
