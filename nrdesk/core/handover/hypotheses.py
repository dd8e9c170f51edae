"""The journal of the hypotheses and of the sources: what an auditor asks for first, campaign by campaign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.assessment.hypotheses import Hypothesis, hypotheses
from nrdesk.core.campaigns import LIFETIME_RULES, REFURBISHED_SHARE, USAGE_PROFILES
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count, percent, trimmed
from nrdesk.core.inventory import lists
from nrdesk.core.model import Activity, Campaign, Equipment, Setting
from nrdesk.core.reference import obligations
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.assessment_report import limits, method, sources
from nrdesk.core.reports.content import Block, Column, Heading, Meta, Report, Table, bullets
from nrdesk.core.reports.wording import prose
from nrdesk.core.written.prose import french

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_OWN = (REFURBISHED_SHARE, LIFETIME_RULES, USAGE_PROFILES)
"""Settings of the document that hold hypotheses."""


def build(document: Document) -> Report:
    """Return the journal of the hypotheses of every campaign, the latest first, and where each comes from."""
    authority = document.authority
    meta = Meta(
        title="Journal des hypothèses et des sources",
        subtitle="Ce que supposent les chiffres, campagne par campagne",
        authority=wording.full_name(authority),
        date=parts.date_of(document, Campaign, Equipment, Setting),
        legal_state=obligations.legal_state(),
        notice=parts.notice(authority),
    )
    return Report(meta, tuple(_blocks(document)))


def _blocks(document: Document) -> Iterator[Block]:
    yield Heading(1, "Comment lire ce journal")
    yield prose(
        "Une hypothèse est une valeur que personne n’a mesurée ici. Chacune est dite avec sa valeur, celle "
        "que nrdesk propose, et qui l’a changée. Une campagne figée garde les siennes, même si elles "
        "changent ensuite."
    )
    yield from _changes(document)
    for campaign in reversed(document.campaigns()):
        yield from _campaign(document, campaign)


def _changes(document: Document) -> Iterator[Block]:
    """Yield who changed the hypotheses of the document, and when."""
    yield Heading(1, "Qui a changé une hypothèse, et quand")
    ids = {id for key in _OWN for id in document.ids(Setting, key=key)}
    found = [entry for entry in document.all(Activity) if ids & set(entry.touched.split())]
    if not found:
        yield prose("Le journal ne nomme aucun changement des hypothèses par catégorie.")
        return
    columns = (Column("Date (UTC)", 1), Column("Action", 3), Column("Session", 1))
    rows = tuple(
        (f"{e.at[8:10]}/{e.at[5:7]}/{e.at[:4]} {e.at[11:16]}", _told(e), e.user or "—") for e in found
    )
    yield Table("Changements des hypothèses", columns, rows)


def _told(entry: Activity) -> str:
    return f"{ {'undo': 'Annulé : ', 'redo': 'Rétabli : '}.get(entry.kind, '') }{entry.label}"


def _campaign(document: Document, campaign: Campaign) -> Iterator[Block]:
    yield Heading(1, f"Campagne {campaign.year}")
    try:
        assessment = assess(document, campaign)
    except UserError as reason:
        yield prose(f"Ses chiffres ne peuvent pas être calculés aujourd’hui. {reason}")
        return
    state = "figée : elle garde ses facteurs et ses hypothèses" if campaign.frozen else "ouverte"
    electricity = assessment.method.electricity
    yield bullets(
        french(f"État : {state}."),
        french(f"Inventaire arrêté au {campaign.as_of[8:10]}/{campaign.as_of[5:7]}/{campaign.as_of[:4]}."),
        french(f"Facteurs d’empreinte : {parts.factors_of(assessment)}."),
        *(
            [french(f"Électricité : {electricity.territory}, {electricity.year}. {electricity.source}.")]
            if electricity
            else []
        ),
    )
    yield from _table(assessment)
    chapters = (
        *method.blocks(assessment),
        *sources.blocks(document, assessment, sources.Sources()),
        *limits.blocks(document, assessment),
    )
    # They are chapters of a report of their own: here, each is a part of its campaign.
    for block in chapters:
        yield Heading(block.level + 1, block.text) if isinstance(block, Heading) else block


def _table(assessment: Assessment) -> Iterator[Block]:
    told = [each for each in hypotheses(assessment) if each.quantity or each.changed]
    if not told:
        yield prose("Aucun appareil n’est compté\u00a0: aucune hypothèse ne sert.")
        return
    yield Heading(2, "Hypothèses par catégorie")
    columns = (
        Column("Catégorie", 2),
        Column("Appareils", 0.8, "right"),
        Column("Durée de service", 1.4),
        Column("Usage", 1.6),
        Column("Part du reconditionné", 1.3),
    )
    yield Table("Valeurs supposées, et celles que nrdesk propose", columns, tuple(map(_row, told)))
    own = sum(bool(each.changed) for each in told)
    yield prose(
        f"{count(own, 'catégorie a une valeur choisie', 'catégories ont une valeur choisie')} par la "
        "collectivité."
        if own
        else "Toutes les valeurs sont celles que nrdesk propose."
    )


def _row(each: Hypothesis) -> tuple[str, ...]:
    def beside(name: str, own: str, proposed: str) -> str:
        return f"{own} (choisi ; proposé{NBSP}: {proposed})" if name in each.changed else own

    return (
        each.label,
        trimmed(float(each.quantity)),
        beside(LIFETIME_RULES, _years(each.lifetime), _years(each.lifetime_default)),
        beside(USAGE_PROFILES, _profile(each.profile), _profile(each.profile_default)),
        beside(REFURBISHED_SHARE, percent(each.refurbished), percent(each.refurbished_default)),
    )


def _years(value: float | None) -> str:
    return "inconnue" if value is None else f"{trimmed(value)}{NBSP}ans"


def _profile(id: str) -> str:
    return lists.usage_profile_label(id) if id else "électricité publiée"
