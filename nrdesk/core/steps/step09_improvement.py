"""Step 9: look back every year, and correct the course."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import (
    Action,
    AnnualReview,
    Indicator,
    Milestone,
    Reading,
    Review,
    TargetStep,
)
from nrdesk.core.monitoring.indicators import states_of
from nrdesk.core.monitoring.readings import months_later
from nrdesk.core.planning.schedule import OVER, lateness
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Place, Step
from nrdesk.core.written.words import quoted

PAGE = "step9"
_NAMED = 3
"""Titles named in a sentence: beyond, they are counted."""
_NO_PLAN = "Le plan n’a pas encore d’action\u00a0: elles viennent de l’étape 8."
_CHECKED = (
    ("inventory_checked", "l’inventaire"),
    ("readings_checked", "les relevés"),
    ("actions_checked", "les actions"),
    ("compliance_checked", "la conformité"),
    ("comments_checked", "les commentaires"),
)
"""What an annual bilan asks to be looked at, and its French name."""


def _statuses(now: Snapshot) -> str:
    actions = now.all(Action)
    if not actions:
        return _NO_PLAN
    stones: defaultdict[str | None, list[Milestone]] = defaultdict(list)
    for stone in now.all(Milestone):
        stones[stone.action_id].append(stone)
    stale = [each for each in actions if not each.blocked and lateness(each, stones[each.id], now.today)]
    if not stale:
        return ""
    return f"{_titles(stale)}{NBSP}: sa date est passée. Dites où elle en est, ou changez la date."


def _blocked(now: Snapshot) -> str:
    if not now.all(Action):
        return _NO_PLAN
    silent = [
        each
        for each in now.all(Action)
        if each.blocked and each.status not in OVER and not each.blocked_reason.strip()
    ]
    return f"{_titles(silent)}{NBSP}: dites ce qui bloque, pour que quelqu’un décide." if silent else ""


def _readings(now: Snapshot) -> str:
    indicators = now.all(Indicator)
    if not indicators:
        return "Aucun indicateur n’est suivi\u00a0: nrdesk en propose, d’après vos objectifs."
    found = states_of(indicators, now.all(Reading), now.all(TargetStep), now.today)
    due = [each.title for each in found if each.due]
    if not due:
        return ""
    names = ", ".join(map(quoted, due[:_NAMED]))
    more = f" et {len(due) - _NAMED} de plus" if len(due) > _NAMED else ""
    return f"{count(len(due), 'relevé attendu', 'relevés attendus')}{NBSP}: {names}{more}."


def _reviews(now: Snapshot) -> str:
    since = months_later(now.today, -12).isoformat()
    held = [each for each in now.all(Review) if each.held and (each.starts or "")[:10] > since]
    if not held:
        return "Aucun comité ne s’est réuni depuis un an\u00a0: préparez le prochain."
    if not any(each.report.strip() for each in held):
        return "Le comité s’est réuni, mais son compte rendu n’est pas écrit."
    return ""


def _campaign(now: Snapshot) -> str:
    campaign = now.campaign
    if campaign is None or not now.lines:
        return "L’inventaire est vide\u00a0: il vient de l’étape 4."
    if months_later(dates.last_day(campaign.as_of), 12) <= now.today:
        when = dates.partial_in_letters(campaign.as_of)
        return f"L’inventaire ({when}) a plus d’un an\u00a0: ouvrez la campagne de l’année."
    return ""


def _annual_review(now: Snapshot) -> str:
    year = now.campaign.year if now.campaign else now.today.year
    found = now.all(AnnualReview)
    if not found:
        return f"Le bilan {year} n’est pas commencé\u00a0: nrdesk vous mène, écran par écran."
    if found[0].closed_on:
        return ""
    left = [name for field, name in _CHECKED if not getattr(found[0], field)]
    return f"Bilan {year}, il reste à voir\u00a0: {', '.join(left)}." if left else ""


def _titles(actions: Sequence[Action]) -> str:
    if len(actions) > _NAMED:
        return count(len(actions), "action")
    return ", ".join(quoted(each.title or "action sans titre") for each in actions)


STEP = Step(
    number=9,
    key="improvement",
    title="S’améliorer chaque année",
    goal="Suivre ce qui avance, mesurer ce qui change et corriger le plan une fois par an.",
    checks=(
        Check(
            "Chaque action a un statut à jour.",
            Place(PAGE, "statuses"),
            _statuses,
            "Mettre à jour les actions",
        ),
        Check(
            "Les actions bloquées disent pourquoi.",
            Place(PAGE, "blocked"),
            _blocked,
            "Dire ce qui bloque",
            essential=False,
        ),
        Check(
            "Chaque indicateur est relevé à temps.",
            Place(PAGE, "readings"),
            _readings,
            "Relever les indicateurs",
        ),
        Check(
            "Un comité s’est réuni depuis un an, avec un compte rendu.",
            Place(PAGE, "reviews"),
            _reviews,
            "Préparer le comité de suivi",
        ),
        Check(
            "L’inventaire de l’année est repris et daté.",
            Place(PAGE, "campaign"),
            _campaign,
            "Reprendre l’inventaire",
        ),
        Check(
            "Le bilan annuel est prêt avant le débat sur le budget.",
            Place(PAGE, "annual_review"),
            _annual_review,
            "Préparer le bilan annuel",
        ),
    ),
    deliverables=(
        Deliverable(
            "ordre-du-jour-de-revue",
            "Ordre du jour des revues",
            "Ce qui a changé depuis la dernière, et ce qui attend une décision.",
        ),
        Deliverable(
            "compte-rendu-de-revue", "Compte rendu des revues", "Ce qui s’est dit, ce qui a été décidé."
        ),
        Deliverable(
            "bilan-annuel", "Bilan annuel", "Ce qui a été fait, ce qui a changé, ce qui reste à faire."
        ),
        Deliverable(
            "bilan-deux-pages",
            "Bilan en deux pages",
            "L’essentiel de l’année, à joindre au rapport développement durable.",
        ),
        Deliverable(
            "declaration-agec",
            "Déclaration des achats de réemploi",
            "Le fichier annuel demandé par l’article\u00a058 de la loi AGEC.",
        ),
    ),
)
