"""First chapter: what an elected official reads if she reads one page only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import HEADLINE, Assessment, assess, years
from nrdesk.core.assessment.services import combined, services_of
from nrdesk.core.footprint import Total
from nrdesk.core.footprint.services import Amount, Combined, ServicesResult
from nrdesk.core.footprint.wording import years as in_years
from nrdesk.core.formatting import NBSP, count, mass, number, percent, significant, span
from nrdesk.core.model import Origin
from nrdesk.core.model.obligation import Status
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.assessment_report.facts import date_of, mean_age, park
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Callout,
    Heading,
    KeyFigure,
    KeyFigures,
    Piece,
    bold,
    bullets,
)
from nrdesk.core.reports.wording import french, prose

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_UNCHANGED = 0.01
"""Least share of the earlier footprint that is worth a sentence."""


def blocks(document: Document, assessment: Assessment) -> Iterator[Block]:
    """Yield the chapter."""
    yield Heading(1, "L’essentiel")
    if assessment.result.counted:
        yield from figures(document, assessment)
    elif park(assessment):
        yield prose(
            "Aucun équipement n’a encore pu être compté. Le chapitre « Ce qu’il reste à compléter » dit "
            "pourquoi.",
            style="lead",
        )
    else:
        yield prose(
            "Aucun équipement n’a encore pu être compté : l’inventaire est vide à cette date.", style="lead"
        )
        yield parts.to_complete("importez ou saisissez les équipements à l’étape 4.")
    yield from _voluntary(assessment)


def figures(document: Document, assessment: Assessment) -> Iterator[Block]:
    """Yield the figures to remember, and how to read them; some appliance must be counted."""
    total, services = assessment.headline, services_of(document, assessment)
    yield prose(*_headline(assessment, services), style="lead")
    if services.counted:
        yield _with_services(combined(assessment, services))
    yield KeyFigures(tuple(_key_figures(assessment, total, alone=not services.counted)))
    yield _findings(document, assessment, total)
    yield Callout(
        "Comment lire ces chiffres",
        (
            prose(
                f"Un kilogramme équivalent CO₂ (kg{NBSP}éq.{NBSP}CO₂) additionne tous les gaz qui "
                f"réchauffent le climat, ramenés à l’effet du CO₂. Une tonne (t) vaut {number(1000)}{NBSP}kg."
            ),
            prose(
                "Ce sont des ordres de grandeur : une évaluation, pas une mesure. La fourchette a 95 "
                "chances sur 100 de contenir la vraie valeur, si les sources disent juste."
            ),
        ),
    )


def _headline(assessment: Assessment, services: ServicesResult) -> Iterator[Piece]:
    """Yield the sentence that is remembered: appliances, or appliances and services together."""
    who = wording.the_authority(assessment.authority)
    if services.counted:
        whole = combined(assessment, services)
        yield f"Le numérique de {who} pèse sur le climat environ "
        yield bold(f"{_mass(whole.total)} par{NBSP}an")
        yield (
            f", {_span(whole.total)} : {_mass(whole.equipment)} pour les équipements, "
            f"{_mass(whole.services)} pour les services."
        )
        return
    yield f"Les équipements numériques de {who} pèsent sur le climat environ "
    yield bold(f"{_mass(assessment.headline)} par{NBSP}an")
    yield f", {_span(assessment.headline)}."


def _with_services(whole: Combined) -> KeyFigures:
    return KeyFigures(
        (
            KeyFigure(_short_mass(whole.total), "en tout, par an", _span(whole.total)),
            KeyFigure(_short_mass(whole.equipment), "pour les équipements", _span(whole.equipment)),
            KeyFigure(_short_mass(whole.services), "pour les services", _span(whole.services)),
        )
    )


def _key_figures(assessment: Assessment, total: Total, *, alone: bool) -> Iterator[KeyFigure]:
    """Yield the figures of the appliances, which come first when nothing is counted beside them."""
    authority, result = assessment.authority, assessment.result
    if alone:
        yield KeyFigure(_short_mass(total), f"éq.{NBSP}CO₂ par an", _span(total))
    of = "" if alone else ", équipements"
    if assessment.per_agent is not None:
        yield KeyFigure(
            f"{wording.kilograms(assessment.per_agent)}{NBSP}kg",
            f"par agent{of}",
            count(authority.agents or 0, "agent"),
        )
    if assessment.per_inhabitant is not None:
        inhabitants = count(authority.population_municipal or 0, "habitant")
        yield KeyFigure(
            f"{wording.kilograms(assessment.per_inhabitant)}{NBSP}kg", f"par habitant{of}", inhabitants
        )
    covered = f"{count(result.counted, 'équipement')} sur {number(result.quantity)}"
    yield KeyFigure(percent(total.coverage_quantity), "du parc compté", covered)


def _findings(document: Document, assessment: Assessment, total: Total) -> BulletList:
    result = assessment.result
    groups = {name: split.total for name, split in result.by_group[HEADLINE].items()}
    heaviest = max(groups, key=lambda name: groups[name])
    making = percent(total.manufacture / total.value) if total.value else ""
    lines = park(assessment)
    findings = []
    if total.manufacture > total.use:
        findings.append(
            f"La fabrication des appareils fait {making} de leur empreinte, l’électricité le reste. "
            "Garder les appareils plus longtemps est donc le premier levier."
        )
    else:
        findings.append(
            f"L’électricité des appareils pèse plus que leur fabrication ({making}) : éteindre ce qui ne "
            "sert pas est le premier levier."
        )
    findings.append(
        f"Parmi les appareils, ce qui pèse le plus : « {heaviest} », "
        f"{wording.share(groups[heaviest], total.value)} de leur empreinte."
    )
    age = mean_age(lines, assessment.campaign.as_of)
    if age is not None:
        findings.append(
            f"Le parc compte {count(result.quantity, 'équipement')}. L’âge moyen est de {in_years(age)}."
        )
    if missing := result.quantity - result.counted:
        uncounted = count(missing, "équipement n’est pas compté", "équipements ne sont pas comptés")
        findings.append(f"{uncounted}, faute d’une donnée : l’empreinte réelle est donc un peu plus élevée.")
    if estimated := sum(line.quantity for line in lines if line.equipment.origin is Origin.ESTIMATED):
        told = count(estimated, "équipement est estimé", "équipements sont estimés")
        findings.append(f"{told} à partir de ratios, en attendant le vrai inventaire.")
    if change := _since_last_year(document, assessment):
        findings.insert(0, change)
    return bullets(*(french(finding) for finding in findings))


def _since_last_year(document: Document, assessment: Assessment) -> str:
    """Return what changed since the campaign before, in one sentence; "" for a first campaign."""
    earlier = years.previous(document, assessment.campaign)
    if earlier is None:
        return ""
    told = years.compare(assess(document, earlier), assessment)
    found = told.headline
    if not found.before:
        return ""
    about = f"Depuis {earlier.year}, l’empreinte des équipements"
    method = sum(value for effect, value in found.effects.items() if effect.of_method)
    least = _UNCHANGED * found.before
    if abs(method) < least and abs(found.difference) < least:
        return f"{about} n’a presque pas changé."
    ends = (told.before.headline, assessment.headline)
    passing = " à ".join(_mass(end) for end in ends)
    parts_of = [f"{_signed(found.difference - method)} par ce qui a changé dans le parc"]
    if abs(method) >= least:
        parts_of.append(f"{_signed(method)} par la façon de compter")
    return f"{about} passe de {passing} par an : {', '.join(parts_of)}."


def _signed(kilograms: float) -> str:
    """Return a change in the two figures that totals allow: "− 410 kg éq. CO₂"."""
    return years.signed_mass(significant(kilograms))


def _voluntary(assessment: Assessment) -> Iterator[Block]:
    """Yield what the law asks, when it asks nothing: the undertaking is to the credit of the collectivité."""
    verdict = parts.strategy_verdict(assessment.authority, date_of(assessment))
    if verdict.status is Status.VOLUNTARY:
        obligation = verdict.obligation
        threshold = " et ".join(str(limit) for limit in obligation.population)
        yield Callout(
            "Une démarche volontaire",
            (
                prose(
                    "La loi n’impose une stratégie numérique responsable qu’aux collectivités de "
                    f"{threshold} habitants. Cet état des lieux est une démarche volontaire."
                ),
                prose(wording.texts(obligation)),
            ),
        )


def _mass(total: Total | Amount) -> str:
    return mass(total.value, total.low, total.high)


def _short_mass(total: Total | Amount) -> str:
    return _mass(total).removesuffix(f" éq.{NBSP}CO₂")


def _span(total: Total | Amount) -> str:
    """Return the range in the unit of the value beside it."""
    scale, unit = (1000, "t") if total.value >= 1000 else (1, "kg")
    return f"{span(total.low / scale, total.high / scale)}{NBSP}{unit}"
