"""Step 8: who does what, when, with which means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import (
    Action,
    ActionStatus,
    BudgetLine,
    Contribution,
    Deliberation,
    Dependency,
    Objective,
    Person,
    Review,
    ReviewLevel,
)
from nrdesk.core.planning import budget, graph, workload
from nrdesk.core.planning.workload import month_of
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Place, Step
from nrdesk.core.written.words import quoted

PAGE = "step8"
_MONTHS = 12
"""Months to come in which the workload is looked at."""
_NONE = "Le plan n’a pas encore d’action\u00a0: nrdesk en propose, d’après vos réponses et votre inventaire."


def _kept(now: Snapshot) -> list[Action]:
    """Return the actions that are not dropped, in their order."""
    found = [action for action in now.all(Action) if action.status is not ActionStatus.DROPPED]
    return sorted(found, key=lambda action: action.rank)


def _open(now: Snapshot) -> list[Action]:
    """Return the actions to come or under way."""
    return [action for action in _kept(now) if action.status is not ActionStatus.DONE]


def _served(now: Snapshot) -> str:
    actions = _kept(now)
    if not actions:
        return _NONE
    served = {action.objective_id for action in actions}
    without = [each for each in now.all(Objective) if each.title.strip() and each.id not in served]
    if not without:
        return ""
    told = quoted(without[0].title)
    if len(without) == 1:
        return f"L’objectif {told} n’a pas d’action."
    return f"{count(len(without), 'objectif')} n’ont pas d’action, dont {told}."


def _led(now: Snapshot) -> str:
    return _each(now, lambda each: bool(each.owner.strip() and each.starts), "de responsable ou de début")


def _measured(now: Snapshot) -> str:
    return _each(
        now,
        lambda each: bool(each.expected.strip() and each.indicator.strip()),
        "de résultat attendu ou d’indicateur",
    )


def _each(now: Snapshot, good: Callable[[Action], bool], what: str) -> str:
    """Return which actions lack something; "" when none does."""
    actions = _kept(now)
    if not actions:
        return _NONE
    return _lacking([action for action in actions if not good(action)], what)


def _lacking(actions: Sequence[Action], what: str) -> str:
    if not actions:
        return ""
    told = quoted(actions[0].title or "action sans titre")
    if len(actions) == 1:
        return f"L’action {told} n’a pas {what}."
    return f"{count(len(actions), 'action')} n’ont pas {what}, dont {told}."


def _estimated(now: Snapshot) -> str:
    """Look at actions to come or under way: each has days of work; the plan has money somewhere."""
    actions = _open(now)
    if not _kept(now):
        return _NONE
    asked = workload.workload(actions, now.all(Contribution), now.all(Person), range(0))
    unknown = set(asked.unestimated)
    if unknown:
        return _lacking([action for action in actions if action.id in unknown], "de temps estimé")
    if actions and not budget.budget(_kept(now), now.all(BudgetLine)).actions:
        return "Aucune somme n’est notée\u00a0: écrivez au moins ce qui coûte, et ce qui fait économiser."
    return ""


def _bearable(now: Snapshot) -> str:
    actions = _open(now)
    if not _kept(now):
        return _NONE
    links = now.all(Dependency)
    if circle := graph.cycle(links):
        titles = {action.id: action.title for action in now.all(Action)}
        path = f"{NBSP}→ ".join(titles.get(key, "") for key in (*circle, circle[0]))
        return f"Ces actions s’attendent en boucle{NBSP}: {path}."
    first = month_of(now.today)
    months = range(first, first + _MONTHS)
    overloaded = workload.workload(actions, now.all(Contribution), now.all(Person), months).overloaded
    if not overloaded:
        return ""
    worst = max(overloaded, key=lambda row: len(row.overload))
    span = count(len(worst.overload), "mois", "mois")
    told = f"{worst.who[:1].upper()}{worst.who[1:]}"
    return f"{told}{NBSP}: plus de travail que de temps pendant {span}. Déplacez ou confiez une action."


def _validated(now: Snapshot) -> str:
    """A vote of the assembly, or a review of the plan that was held, tells that it was shown."""
    if not _kept(now):
        return _NONE
    voted = any(each.published or each.transmitted for each in now.all(Deliberation))
    reviewed = any(each.held and each.level is not ReviewLevel.PROJECTS for each in now.all(Review))
    if voted or reviewed:
        return ""
    return "Présentez le plan aux services, puis notez cette revue à l’étape 9."


STEP = Step(
    number=8,
    key="action_plan",
    title="Détailler le plan d’action",
    goal="Transformer chaque objectif en actions datées, avec un responsable et des moyens.",
    checks=(
        Check(
            "Chaque objectif a au moins une action.",
            Place(PAGE, "actions"),
            _served,
            todo="Choisir des actions pour vos objectifs",
        ),
        Check(
            "Chaque action a un responsable et une date de début.",
            Place(PAGE, "actions"),
            _led,
            todo="Donner un responsable et un début à chaque action",
        ),
        Check(
            "Chaque action a un résultat attendu et un indicateur.",
            Place(PAGE, "indicators"),
            _measured,
            todo="Dire ce que chaque action doit changer",
        ),
        Check(
            "Le temps et l’argent nécessaires sont estimés.",
            Place(PAGE, "means"),
            _estimated,
            todo="Estimer le temps et l’argent du plan",
            essential=False,
        ),
        Check(
            "Personne n’est surchargé, et aucune action n’en attend une autre en boucle.",
            Place(PAGE, "workload"),
            _bearable,
            todo="Alléger les mois trop chargés",
            essential=False,
        ),
        Check(
            "Le plan est validé et présenté aux services.",
            Place(PAGE, "validation"),
            _validated,
            todo="Présenter le plan aux services",
        ),
    ),
    deliverables=(
        Deliverable(
            "plan-action", "Plan d’action", "Le tableau complet\u00a0: actions, dates, moyens, priorités."
        ),
        Deliverable(
            "calendrier-du-plan",
            "Calendrier du plan",
            "Les actions sur une frise, à imprimer en A3 et à afficher.",
        ),
        Deliverable(
            "fiches-action", "Fiches action", "Une page par action, pour celle ou celui qui la mène."
        ),
        Deliverable(
            "plan-tet",
            "Plan pour Territoires en Transitions",
            "Le même plan, dans le format que cette plateforme sait lire.",
        ),
        Deliverable(
            "plan-projets",
            "Projets au format national",
            "Les mêmes actions, dans le tableau public qui décrit les projets des collectivités.",
        ),
        Deliverable(
            "consolidation",
            "Mutualisation et consolidation",
            "Qui fournit quoi à qui et, pour un EPCI et ses communes, le tout compté une seule fois.",
        ),
    ),
)
