"""Step 4, beyond hardware: digital services, web sites, printing, spending; and the places."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.equipment import Origin
from nrdesk.core.model.record import Record, reference


class SiteKind(StrEnum):
    """What a place is."""

    TOWN_HALL = "town_hall"
    SCHOOL = "school"
    LIBRARY = "library"
    WORKSHOP = "workshop"
    SOCIAL = "social"
    SPORT_CULTURE = "sport_culture"
    OTHER = "other"

    @property
    def label(self) -> str:
        """French words."""
        return _SITES[self]


_SITES = {
    SiteKind.TOWN_HALL: "mairie ou siège",
    SiteKind.SCHOOL: "école",
    SiteKind.LIBRARY: "médiathèque",
    SiteKind.WORKSHOP: "services techniques",
    SiteKind.SOCIAL: "social et petite enfance",
    SiteKind.SPORT_CULTURE: "sport et culture",
    SiteKind.OTHER: "autre",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Record):
    """A place where the collectivité has appliances; inventory lines name it in `Equipment.site`."""

    TABLE: ClassVar[str] = "site"

    name: str = ""
    kind: SiteKind = SiteKind.OTHER
    users: int | None = None
    """People who work or study there, for figures per person."""
    usage_profile: str | None = None
    """Usage profile of the appliances there, unless their line names another."""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceUse(Record):
    """What is used of one digital service in the year of a campaign."""

    TABLE: ClassVar[str] = "service_use"

    campaign_id: str = field(metadata=reference("campaign"))
    service: str = ""
    """Identifier of a line of `resources/data/factors/service_kinds.csv`."""
    name: str = ""
    """The collectivité's own name for it: "Sauvegarde en ligne du syndicat"."""
    provider: str = ""
    quantity: float | None = None
    """In the unit of the kind of service: mailboxes, GB, pages, euros…"""
    origin: Origin = Origin.ENTERED
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSite(Record):
    """A web site or an online service, as it is in the year of a campaign."""

    TABLE: ClassVar[str] = "web_site"

    campaign_id: str = field(metadata=reference("campaign"))
    name: str = ""
    url: str = ""
    page_kb: float | None = None
    """Weight of its home page, in kilobytes."""
    ecoindex: float | None = None
    """Score from 0 to 100, if someone measured it."""
    yearly_views: float | None = None
    """Pages seen in the year."""
    comment: str = ""
