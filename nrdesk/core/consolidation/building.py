"""From the documents of an EPCI and its communes to one document, where everything counts once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core.assessment.members import SETTING, placed
from nrdesk.core.consolidation import appliances, common_plan, online, sharing
from nrdesk.core.consolidation.journal import Entry, Gathering, Journal, to_value
from nrdesk.core.consolidation.members import EXERCISE, SETTINGS, Gathered, Member, gather
from nrdesk.core.consolidation.names import Names
from nrdesk.core.consolidation.remarks import remarks
from nrdesk.core.consolidation.whole import authority_of
from nrdesk.core.footprint import Method, compute
from nrdesk.core.inventory.lists import category_label
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import Campaign, Equipment, Record, ServiceUse, Setting, Site, WebSite, new_id
from nrdesk.core.reference import services as catalogue
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.consolidation.appliances import Appliances, Told
    from nrdesk.core.consolidation.online import Online, ToldService

_GWP = "gwp"


@dataclass(frozen=True, slots=True)
class Consolidation:
    """A consolidation that is ready to be written."""

    journal: Journal
    records: tuple[Record, ...]


def consolidate(
    paths: Iterable[Path], output: Path, *, year: int | None = None, progress: Progress = silent
) -> Journal:
    """Write one document from those of several collectivités, which are only read; return what was done.

    Args:
        paths: the documents: an EPCI and communes, or communes alone.
        output: the document to write.
        year: campaign to consolidate; by default the latest that all have, or the latest of all.
        progress: told as files are read; may cancel, and nothing is then written.

    Raises:
        UserError: see `gather`; or a file is already there, or the folder refuses it.
    """
    from nrdesk.core.document import build

    made = prepared(gather(paths, year, progress))
    build(output, made.records)
    return made.journal


def prepared(gathered: Gathered) -> Consolidation:
    """Return the consolidation of what was gathered, without writing it."""
    members = gathered.members
    names = Names([member.authority for member in members])
    settled = appliances.settle(members, names)
    served = online.settle(members, names, catalogue.load())
    shared, disagreements = sharing.settle(members, names)
    campaign = _campaign(members, gathered.year)
    method = _method(members, campaign)
    journal = Journal(
        year=campaign.year,
        members=tuple(_gathering(member, method) for member in members),
        entries=(
            *_appliances(settled.told, method),
            *(_service(told) for told in served.told),
        ),
        remarks=(*remarks(gathered, settled.outside), *disagreements),
        unread=gathered.unread,
    )
    records = (
        authority_of(members),
        campaign,
        *_settings(members, campaign),
        Setting(key=SETTING, value=json.dumps(to_value(journal), ensure_ascii=False)),
        *_sites(members),
        *_lines(settled, campaign),
        *_services(served, campaign),
        *shared,
        *common_plan.gathered(members),
    )
    return Consolidation(journal, records)


def _campaign(members: Sequence[Member], year: int) -> Campaign:
    """Return the campaign of the consolidation: the method of the first member, the latest date of all."""
    first = members[0].campaign
    return Campaign(
        year=year,
        as_of=max(member.campaign.as_of for member in members),
        factor_family=first.factor_family,
        electricity_year=first.electricity_year,
    )


def _method(members: Sequence[Member], campaign: Campaign) -> Method:
    """Return the method by which the document written will count: one for all, that of the first member."""
    return replace(
        members[0].method,
        year=campaign.year,
        as_of=campaign.as_of,
        electricity_year=campaign.electricity_year,
        site_profiles={
            normal(site.name): site.usage_profile for site in _sites(members) if site.usage_profile
        },
    )


def _settings(members: Sequence[Member], campaign: Campaign) -> Iterator[Record]:
    first = members[0]
    kept = {key: first.settings[key] for key in SETTINGS if key in first.settings}
    for member in members:
        if EXERCISE in member.settings:
            kept.setdefault(EXERCISE, member.settings[EXERCISE])
    for key, value in kept.items():
        yield Setting(key=key, value=json.dumps(value, ensure_ascii=False))
    # A family of factors that the user brought is found by the identifier of its file.
    yield from (file for file in first.factor_files if file.id == campaign.factor_family)


def _sites(members: Sequence[Member]) -> Iterator[Site]:
    for member in members:
        for site in member.sites:
            yield replace(site, id=new_id(), updated_at="", name=placed(member.name, site.name))


def _lines(settled: Appliances, campaign: Campaign) -> Iterator[Equipment]:
    for name, line in settled.lines:
        yield replace(
            line,
            id=new_id(),
            updated_at="",
            campaign_id=campaign.id,
            site=placed(name, line.site),
            lineage="",
        )


def _services(served: Online, campaign: Campaign) -> Iterator[ServiceUse | WebSite]:
    kinds = catalogue.load().kinds
    for name, use in served.uses:
        title = use.name or (kinds[use.service].label if use.service in kinds else "")
        yield replace(
            use, id=new_id(), updated_at="", campaign_id=campaign.id, name=placed(name, title)
        )  # fmt: skip
    for name, site in served.web_sites:
        yield replace(
            site, id=new_id(), updated_at="", campaign_id=campaign.id, name=placed(name, site.name)
        )  # fmt: skip


def _gathering(member: Member, method: Method) -> Gathering:
    authority, assessment = member.authority, member.assessment
    result = assessment.result
    lines = [replace(line, site=placed(member.name, line.site)) for line in member.lines]
    return Gathering(
        name=member.name,
        kind=authority.kind.label,
        is_epci=authority.kind.is_epci,
        file=member.path.name,
        year=member.campaign.year,
        as_of=member.campaign.as_of,
        factors=assessment.family_label,
        frozen=member.campaign.frozen,
        quantity=result.quantity,
        own=assessment.headline.value,
        common=compute(lines, method).totals[_GWP].value,
        agents=assessment.authority.agents,
        population=authority.population_municipal,
        actions=len(member.actions),
        incomplete=len(result.incomplete),
    )


def _appliances(told: Sequence[Told], method: Method) -> Iterator[Entry]:
    # By the same method, and at the same places, as the total that they are compared with.
    lines = [replace(each.line, site=placed(each.member, each.line.site)) for each in told]
    for each, result in zip(told, compute(lines, method).lines, strict=True):
        line = each.line
        split = result.split(_GWP) if result.complete else None
        kind = category_label(line.category) or "appareil sans catégorie"
        name = " ".join(filter(None, (kind, line.brand, line.model)))
        yield Entry(
            member=each.member,
            owner=each.owner,
            what=f"{name} ({line.number})" if line.number else name,
            quantity=line.quantity,
            unit="",
            kilograms=split.manufacture + split.use if split else None,
            reason=each.reason,
            appliance=True,
            counted=each.counted,
        )


def _service(told: ToldService) -> Entry:
    record = told.record
    if isinstance(record, WebSite):
        return Entry(
            told.member, told.owner, record.name or record.url, 1, "", None, told.reason, appliance=False
        )
    kind = catalogue.load().kinds.get(record.service)
    return Entry(
        member=told.member,
        owner=told.owner,
        what=record.name or (kind.label if kind else ""),
        quantity=record.quantity or 0.0,
        unit=kind.unit_text if kind else "",
        kilograms=None,
        reason=told.reason,
        appliance=False,
    )
