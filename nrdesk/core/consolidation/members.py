"""The documents to gather: each is read once, never locked nor written, into what consolidation needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core.assessment.members import SETTING
from nrdesk.core.campaigns import LIFETIME_RULES, REFURBISHED_SHARE, USAGE_PROFILES
from nrdesk.core.consolidation.journal import Unread
from nrdesk.core.errors import UserError
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import (
    Action,
    Authority,
    BudgetLine,
    Campaign,
    Contribution,
    Dependency,
    Equipment,
    FactorFile,
    Milestone,
    Objective,
    Record,
    ServiceUse,
    SharedService,
    Site,
    WebSite,
)
from nrdesk.core.written.words import normal, quoted

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document
    from nrdesk.core.footprint import Method

SETTINGS = (REFURBISHED_SHARE, LIFETIME_RULES, USAGE_PROFILES)
"""Choices of method: those of the first member hold for all."""
EXERCISE = "training"
"""Setting of training mode (`core.training`, a floor above): what holds an exercise is one."""
_TWICE = "C’est déjà une consolidation\u00a0: tout y serait compté deux fois."
_PLAN: tuple[type[Record], ...] = (Contribution, Dependency, Milestone, BudgetLine)


@dataclass(frozen=True)
class Member:
    """One collectivité, as its document tells it."""

    path: Path
    authority: Authority
    campaign: Campaign
    assessment: Assessment
    """Its own figures, by its own method: frozen ones when its campaign is."""
    method: Method
    """That method, as of today."""
    uses: tuple[ServiceUse, ...]
    web_sites: tuple[WebSite, ...]
    sites: tuple[Site, ...]
    shared: tuple[SharedService, ...]
    actions: tuple[Action, ...]
    parts: tuple[Record, ...]
    """Contributions, dependencies, milestones and money of its actions."""
    objectives: dict[str, str]
    """Identifier of an objective -> its title."""
    settings: dict[str, object]
    factor_files: tuple[FactorFile, ...]
    warnings: tuple[str, ...]

    @property
    def name(self) -> str:
        """How it is called everywhere in a consolidation."""
        return self.authority.name

    @property
    def lines(self) -> tuple[Equipment, ...]:
        """Its inventory."""
        return self.assessment.equipment


@dataclass(frozen=True, slots=True)
class Gathered:
    """What could be read, the EPCI first, and what could not."""

    members: tuple[Member, ...]
    unread: tuple[Unread, ...]
    year: int


def gather(paths: Iterable[Path], year: int | None = None, progress: Progress = silent) -> Gathered:
    """Read documents; one that cannot be read, or that is itself a consolidation, is named and left out.

    Args:
        paths: documents, in any order.
        year: campaign to consolidate; by default the latest one that all have, or the latest of all.
        progress: told after each file.

    Raises:
        UserError: fewer than two can be read, or two are of the same collectivité.
    """
    paths = list(dict.fromkeys(path.absolute() for path in paths))
    years, unread = _years(paths, progress)
    if len(years) < 2:
        told = " ".join(f"{each.file}\u00a0: {each.reason}" for each in unread)
        raise UserError(
            " ".join(("Il faut au moins deux documents à consolider.", told)).strip(),
            kept="Rien n’a été écrit.",
            todo="Donnez le document de l’EPCI et ceux de ses communes.",
        )
    chosen = year or _common_year(years.values())
    members: list[Member] = []
    for done, path in enumerate(years, start=1):
        members.append(_read(path, chosen))
        progress(len(paths) + done, 2 * len(paths))
    _refuse_twins(members)
    members = _told_apart(members)
    members.sort(key=lambda member: (not member.authority.kind.is_epci, normal(member.name)))
    return Gathered(tuple(members), tuple(unread), chosen)


def _years(paths: Sequence[Path], progress: Progress) -> tuple[dict[Path, list[int]], list[Unread]]:
    """Return the years of the campaigns of each document that counts, and the documents left out."""
    from nrdesk.core.document import Document

    years: dict[Path, list[int]] = {}
    unread = []
    for done, path in enumerate(paths, start=1):
        try:
            with Document.open(path, read_only=True) as document:
                if document.setting(SETTING) is None:
                    years[path] = [campaign.year for campaign in document.campaigns()]
                else:
                    unread.append(Unread(path.name, _TWICE))
        except UserError as error:
            unread.append(Unread(path.name, error.what))
        progress(done, 2 * len(paths))
    return years, unread


def _common_year(years: Iterable[list[int]]) -> int:
    every = [set(each) for each in years]
    return max(set.intersection(*every) or set.union(*every))


def _read(path: Path, year: int) -> Member:
    from nrdesk.core.document import Document

    with Document.open(path, read_only=True) as document:
        return _member(document, year)


def _member(document: Document, year: int) -> Member:
    from nrdesk.core import campaigns
    from nrdesk.core.assessment import assess

    known = document.campaigns()
    campaign = next((each for each in reversed(known) if each.year <= year), known[0])
    settings = {key: value for key in (*SETTINGS, EXERCISE) if (value := document.setting(key)) is not None}
    return Member(
        path=document.path,
        authority=document.authority,
        campaign=campaign,
        assessment=assess(document, campaign),
        method=campaigns.method_today(document, campaign),
        uses=tuple(document.all(ServiceUse, campaign_id=campaign.id)),
        web_sites=tuple(document.all(WebSite, campaign_id=campaign.id)),
        sites=tuple(document.all(Site)),
        shared=tuple(document.all(SharedService)),
        actions=tuple(document.all(Action)),
        parts=tuple(record for kind in _PLAN for record in document.all(kind)),
        objectives=document.column(Objective, "title"),
        settings=settings,
        factor_files=tuple(document.all(FactorFile)),
        warnings=document.warnings,
    )


def _refuse_twins(members: Sequence[Member]) -> None:
    """Refuse two documents of one collectivité: its whole park would count twice."""
    for rank, member in enumerate(members):
        for twin in members[:rank]:
            if _same(twin.authority, member.authority):
                raise UserError(
                    f"{quoted(twin.path.name)} et {quoted(member.path.name)} sont deux documents de "
                    f"{member.name}\u00a0: tout y serait compté deux fois.",
                    kept="Rien n’a été écrit.",
                    todo="Gardez-en un seul, ou fusionnez d’abord ces deux copies.",
                )


def _same(one: Authority, other: Authority) -> bool:
    """Return whether two documents are of one collectivité: by its numbers, by its name where they lack."""
    for number, its in ((one.siren, other.siren), (one.insee_code, other.insee_code)):
        if number and its:
            return number == its
    return one.kind.is_epci is other.kind.is_epci and normal(one.name) == normal(other.name)


def _told_apart(members: Sequence[Member]) -> list[Member]:
    """Return the members, those of one name with their number: names tell whose a line is."""
    names = Counter(normal(member.name) for member in members)
    return [
        replace(member, authority=replace(member.authority, name=f"{member.name} ({_number(member)})"))
        if names[normal(member.name)] > 1
        else member
        for member in members
    ]


def _number(member: Member) -> str:
    authority = member.authority
    return authority.insee_code or authority.siren or authority.kind.label
