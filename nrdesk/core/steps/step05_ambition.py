"""Step 5: where the collectivité wants to go, in one sentence and a few figures."""

from __future__ import annotations

from nrdesk.core.ambition import in_order, is_smart, missing_weight, sentences, smart, weight_sentence
from nrdesk.core.ambition.wording import MOST_SENTENCES
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import (
    Ambition,
    Decision,
    Objective,
    PriorityAxis,
    Workshop,
    WorkshopKind,
)
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Place, Step
from nrdesk.core.written.words import quoted

PAGE = "step5"
FEWEST_AXES, MOST_AXES = 2, 5
"""The method keeps two to five; the flash path is content with one."""


def _written(now: Snapshot) -> str:
    text = _ambition(now).text
    if not text.strip():
        return "L’ambition n’est pas écrite\u00a0: dites de quoi vous voulez être fiers dans cinq ans."
    if (found := sentences(text)) > MOST_SENTENCES:
        return f"L’ambition compte {count(found, 'phrase')}\u00a0: gardez-en deux au plus."
    return ""


def _scope(now: Snapshot) -> str:
    ambition = _ambition(now)
    if not ambition.scope.strip():
        return "Dites ce que l’ambition couvre\u00a0: services, bâtiments, publics."
    missing = missing_weight(ambition)
    if missing is None:
        return "Donnez un poids à l’environnement, au social et au sociétal."
    told = weight_sentence(ambition)
    return f"Équilibre des trois dimensions\u00a0: {told[0].lower()}{told[1:]}" if missing else ""


def _publics(now: Snapshot) -> str:
    if _ambition(now).publics.strip():
        return ""
    return "Nommez ceux pour qui vous agissez d’abord\u00a0: agents, élèves, habitants loin du numérique."


def _axes(now: Snapshot) -> str:
    found = sum(bool(axis.title) for axis in now.all(PriorityAxis))
    fewest = 1 if now.flash else FEWEST_AXES
    if found > MOST_AXES:
        return f"{found} axes, c’est trop pour les tenir tous\u00a0: gardez-en {MOST_AXES}."
    if found >= fewest:
        return ""
    if not found:
        return "Aucun axe n’est retenu\u00a0: nrdesk en propose, d’après votre état des lieux."
    return f"Un seul axe\u00a0: retenez-en {FEWEST_AXES} à {MOST_AXES}."


def _objectives(now: Snapshot) -> str:
    axes, objectives = now.all(PriorityAxis), now.all(Objective)
    if not objectives:
        return "Aucun objectif n’est écrit\u00a0: un verbe, un indicateur, un départ, une cible, une date."
    served = {each.axis_id for each in objectives if is_smart(each, axes, now.today)}
    named = [axis for axis in in_order(axes) if axis.title]
    without = [axis for axis in named if axis.id not in served]
    if now.flash and served:
        return ""
    if without:
        titles = ", ".join(quoted(axis.title) for axis in without)
        return f"Sans objectif complet\u00a0: {titles}. Les cinq lettres disent ce qu’il manque."
    return "" if served else "Aucun objectif n’est complet\u00a0: les cinq lettres disent ce qu’il manque."


def _complete(now: Snapshot) -> str:
    """Look at the objectives one by one: none is left without a date or without anyone."""
    for objective in in_order(now.all(Objective)):
        if not (objective.due and objective.owner.strip()):
            named = quoted(objective.title) if objective.title else "Un objectif"
            return f"{named} n’a pas encore d’échéance ou de responsable."
        timed = smart(objective, (), now.today)[-1]
        if not timed.ok:
            return f"{quoted(objective.title)}{NBSP}: {timed.reason[0].lower()}{timed.reason[1:]}"
    return "" if now.all(Objective) else "Aucun objectif n’est écrit."


def _framing(now: Snapshot) -> str:
    """Look for the framing workshop: a date is enough, it may be still to come."""
    framing = [each for each in now.all(Workshop) if each.kind is WorkshopKind.FRAMING]
    if any(each.held or each.starts for each in framing):
        return ""
    if framing:
        return "La réunion de cadrage n’a pas de date\u00a0: fixez-la, ou cochez qu’elle s’est tenue."
    return "Aucune réunion de cadrage n’est prévue\u00a0: une heure avec le maire, une élue, deux agents."


def _decided(now: Snapshot) -> str:
    held = {each.id for each in now.all(Workshop) if each.held}
    if any(each.text.strip() and each.workshop_id in held for each in now.all(Decision)):
        return ""
    if not held:
        return "Aucune réunion ne s’est encore tenue\u00a0: cochez «\u00a0s’est tenue\u00a0» après coup."
    return "Aucune décision n’est notée\u00a0: écrivez au moins celle qui valide l’ambition."


def _ambition(now: Snapshot) -> Ambition:
    found = now.all(Ambition)
    return found[0] if found else Ambition()


STEP = Step(
    number=5,
    key="ambition",
    title="Définir l’ambition",
    goal="Dire en une phrase où vous voulez aller, et choisir les quelques objectifs qui y mènent.",
    checks=(
        Check(
            "L’ambition tient en une ou deux phrases.",
            Place(PAGE, "text"),
            _written,
            todo="Écrire votre ambition",
        ),
        Check(
            "Le périmètre et l’équilibre entre environnement, social et sociétal sont choisis.",
            Place(PAGE, "scope"),
            _scope,
            todo="Dire ce que l’ambition couvre",
            essential=False,
        ),
        Check(
            "Les publics visés sont nommés.",
            Place(PAGE, "publics"),
            _publics,
            todo="Nommer ceux pour qui vous agissez",
            essential=False,
        ),
        Check(
            "Quelques axes prioritaires sont retenus, cinq au plus.",
            Place(PAGE, "axes"),
            _axes,
            todo="Choisir vos axes prioritaires",
        ),
        Check(
            "Chaque axe a un objectif complet\u00a0: spécifique, mesurable, atteignable, réaliste, daté.",
            Place(PAGE, "objectives"),
            _objectives,
            todo="Chiffrer un objectif",
        ),
        Check(
            "Chaque objectif a un responsable et une échéance à venir.",
            Place(PAGE, "objectives"),
            _complete,
            todo="Donner un responsable et une échéance",
        ),
        Check(
            "Une réunion de cadrage est prévue ou tenue.",
            Place(PAGE, "workshops"),
            _framing,
            todo="Prévoir la réunion de cadrage",
            essential=False,
        ),
        Check(
            "Ce qui a été décidé en réunion est noté.",
            Place(PAGE, "decisions"),
            _decided,
            todo="Noter ce qui a été décidé",
            essential=False,
        ),
    ),
    deliverables=(
        Deliverable(
            "strategie",
            "Stratégie numérique responsable",
            "Ses premiers chapitres\u00a0: la phrase d’ambition et les objectifs chiffrés.",
        ),
        Deliverable(
            "ordre-du-jour",
            "Ordre du jour des réunions",
            "Une page par réunion\u00a0: à quoi elle sert, ses points à leur heure, ce qu’il faut préparer.",
        ),
        Deliverable(
            "compte-rendu-d-atelier",
            "Compte rendu des réunions",
            "Une page par réunion tenue\u00a0: ce qui s’est dit, ce qui a été décidé, par qui et pour quand.",
        ),
        Deliverable(
            "calendrier",
            "Calendrier",
            "Réunions, décisions, objectifs, séance du conseil\u00a0: à ouvrir dans votre agenda.",
        ),
    ),
)
