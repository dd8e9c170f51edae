"""Step 3: the other public policies, and what they have to do with the digital one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.record import Record, reference
from nrdesk.core.model.values import Holds, holding


class PolicyKind(StrEnum):
    """What a strategic document is."""

    MANDATE = "mandate"
    PCAET = "pcaet"
    ABS = "abs"
    SPASER = "spaser"
    MASTER_PLAN = "master_plan"
    DIGITAL_PLAN = "digital_plan"
    INCLUSION = "inclusion"
    EDUCATION = "education"
    SUSTAINABILITY_REPORT = "sustainability_report"
    OTHER = "other"

    @property
    def label(self) -> str:
        """French name."""
        return _KINDS[self]


class PolicyStatus(StrEnum):
    """Where a strategic document stands."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    UNDER_REVISION = "under_revision"
    EXPIRED = "expired"

    @property
    def label(self) -> str:
        """French words."""
        return _STATUSES[self]


class PolicyOwner(StrEnum):
    """Whose document it is: what belongs to the EPCI is not to be written again by the commune."""

    OURS = "ours"
    EPCI = "epci"
    OTHER = "other"

    @property
    def label(self) -> str:
        """French words."""
        return {"ours": "la collectivité", "epci": "l’intercommunalité", "other": "un autre organisme"}[self]


class Axis(StrEnum):
    """The six axes of decree 2022-1084, and the two dimensions that it leaves aside."""

    PURCHASING = "A1"
    LIFE_CYCLE = "A2"
    ECODESIGN = "A3"
    AWARENESS = "A4"
    CITIZENS = "A5"
    TERRITORY = "A6"
    SOCIAL = "SOC"
    SOCIETAL = "STL"

    @property
    def label(self) -> str:
        """French name, short enough for the head of a column."""
        return _AXES[self]


_KINDS = {
    PolicyKind.MANDATE: "programme ou projet de mandat",
    PolicyKind.PCAET: "plan climat-air-énergie territorial (PCAET)",
    PolicyKind.ABS: "analyse des besoins sociaux (ABS)",
    PolicyKind.SPASER: "schéma des achats responsables (SPASER)",
    PolicyKind.MASTER_PLAN: "schéma directeur",
    PolicyKind.DIGITAL_PLAN: "plan de numérisation des services",
    PolicyKind.INCLUSION: "inclusion numérique",
    PolicyKind.EDUCATION: "projet éducatif ou plan école",
    PolicyKind.SUSTAINABILITY_REPORT: "rapport développement durable",
    PolicyKind.OTHER: "autre",
}
_STATUSES = {
    PolicyStatus.DRAFT: "en préparation",
    PolicyStatus.IN_FORCE: "en vigueur",
    PolicyStatus.UNDER_REVISION: "en révision",
    PolicyStatus.EXPIRED: "échu",
}
_AXES = {
    Axis.PURCHASING: "Commande publique",
    Axis.LIFE_CYCLE: "Cycle de vie du matériel",
    Axis.ECODESIGN: "Écoconception",
    Axis.AWARENESS: "Sensibilisation interne",
    Axis.CITIZENS: "Habitants et inclusion",
    Axis.TERRITORY: "Territoire et données",
    Axis.SOCIAL: "Social",
    Axis.SOCIETAL: "Sociétal",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDocument(Record):
    """A strategic document of the collectivité or of its EPCI."""

    TABLE: ClassVar[str] = "policy_document"

    title: str = ""
    kind: PolicyKind = PolicyKind.OTHER
    owner: PolicyOwner = PolicyOwner.OURS
    manager: str = ""
    """Who follows it."""
    starts: str | None = field(default=None, metadata=holding(Holds.DATE))
    ends: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Dates, possibly partial."""
    status: PolicyStatus = PolicyStatus.IN_FORCE
    link: str = ""
    summary: str = ""
    """What it says that concerns digital matters."""
    goals: str = ""
    """Numbers of the sustainable development goals (ODD), separated by commas: "9, 12, 13"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyLink(Record):
    """A crossing of the matrix: how much a document touches an axis."""

    TABLE: ClassVar[str] = "policy_link"

    document_id: str = field(metadata=reference("policy_document"))
    axis: Axis
    strength: int = 0
    """From 0 (none) to 3 (strong)."""
    comment: str = ""
