"""Step 1: a coordinator, a sponsor, a team, and who matters around."""

from __future__ import annotations

from nrdesk.core.formatting import count
from nrdesk.core.model import (
    BodyLevel,
    GovernanceBody,
    Person,
    PersonRole,
    Rhythm,
    Scope,
    Stakeholder,
    TradeCoverage,
)
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Place, Step
from nrdesk.core.team.coverage import coordinators, covered_trades, sponsors

PAGE = "step1"


def _coordinator(now: Snapshot) -> str:
    found = coordinators(now.all(Person))
    if not found:
        return (
            "Personne ne coordonne encore\u00a0: dans l’équipe, cochez «\u00a0Coordonne la démarche\u00a0» "
            "pour une personne."
        )
    unwritten = ", ".join(person.name for person in found if not person.mission_written)
    if not unwritten:
        return ""
    return (
        f"La mission de coordination n’est pas écrite ({unwritten})\u00a0: ajoutez-la à la fiche de poste ou "
        "à l’arrêté de délégation, puis cochez «\u00a0Mission écrite\u00a0»."
    )


def _sponsor(now: Snapshot) -> str:
    people = now.all(Person)
    if sponsors(people):
        return ""
    if any(person.is_sponsor for person in people):
        return (
            "«\u00a0Porte la démarche\u00a0» n’est coché ni pour un élu, ni pour la direction\u00a0: "
            "ajoutez un élu, ou précisez la fonction (DGS, secrétaire générale)."
        )
    return (
        "Personne ne porte encore la démarche\u00a0: cochez «\u00a0Porte la démarche\u00a0» pour un élu "
        "ou pour la direction générale."
    )


def _mix(now: Snapshot) -> str:
    roles = {person.role for person in now.all(Person)}
    if roles >= {PersonRole.ELECTED, PersonRole.AGENT}:
        return ""
    if PersonRole.AGENT in roles:
        return "Aucun élu dans l’équipe\u00a0: ajoutez-en un, même s’il ne vient que deux fois par an."
    if PersonRole.ELECTED in roles:
        return (
            "Aucun agent dans l’équipe\u00a0: ajoutez la personne qui suit l’informatique ou le secrétariat."
        )
    return "L’équipe est vide\u00a0: ajoutez au moins un élu et un agent."


def _trades(now: Snapshot) -> str:
    trades = covered_trades(now.all(Person), now.all(TradeCoverage))
    nobody = ", ".join(each.trade.label for each in trades if not each.covered)
    if not nobody:
        return ""
    return (
        f"Métiers sans personne\u00a0: {nobody}. Nommez quelqu’un, ou cochez «\u00a0assuré par l’EPCI\u00a0»."
    )


def _governance(now: Snapshot) -> str:
    bodies = now.all(GovernanceBody)
    levels = {body.level for body in bodies}
    absent = " et une ".join(words for level, words in _LEVELS.items() if level not in levels)
    if absent:
        return f"Il manque une instance {absent}\u00a0: une réunion qui existe déjà suffit."
    without = ", ".join(body.name for body in bodies if body.rhythm is Rhythm.UNKNOWN)
    return f"Rythme à préciser\u00a0: {without}." if without else ""


_LEVELS = {BodyLevel.STRATEGIC: "pour décider", BodyLevel.OPERATIONAL: "pour avancer"}


def _stakeholders(now: Snapshot) -> str:
    everybody = now.all(Stakeholder)
    if not everybody:
        return "Aucun acteur n’est noté\u00a0: commencez par cinq noms, dans vos services et au-dehors."
    aside = sum(each.interest is None or each.influence is None for each in everybody)
    if aside:
        return (
            f"{count(aside, 'acteur')} hors de la carte\u00a0: donnez à chacun un intérêt et une influence, "
            "de 1 à 5."
        )
    scopes = {each.scope for each in everybody}
    if Scope.TERRITORY not in scopes:
        return (
            "Aucun acteur du territoire\u00a0: pensez à l’intercommunalité, au prestataire, aux associations."
        )
    if Scope.INTERNAL not in scopes:
        return "Aucun acteur en interne\u00a0: pensez aux élus et aux services qui achètent."
    return ""


STEP = Step(
    number=1,
    key="team",
    title="Prendre un bon départ",
    goal="Réunir une petite équipe, lui donner un mandat clair et savoir sur qui compter.",
    checks=(
        Check(
            "Une personne coordonne, et sa fiche de poste le dit.",
            Place(PAGE, "coordinator"),
            _coordinator,
            todo="Choisir la personne qui coordonne",
        ),
        Check(
            "Un élu ou la direction générale porte la démarche.",
            Place(PAGE, "sponsor"),
            _sponsor,
            todo="Trouver un élu qui porte le sujet",
        ),
        Check(
            "L’équipe réunit des élus et des agents.",
            Place(PAGE, "people"),
            _mix,
            todo="Réunir une équipe mélangée",
        ),
        Check(
            "Les sept métiers utiles sont couverts, au besoin par l’intercommunalité\u00a0: informatique, "
            "achats, communication, ressources humaines, développement durable, activité économique, "
            "solidarités.",
            Place(PAGE, "trades"),
            _trades,
            todo="Répartir les sept métiers utiles",
            essential=False,
        ),
        Check(
            "Deux rythmes de suivi existent\u00a0: l’un pour décider, l’autre pour avancer.",
            Place(PAGE, "governance"),
            _governance,
            todo="Fixer deux rythmes de suivi",
            essential=False,
        ),
        Check(
            "Les acteurs qui comptent sont placés sur la carte, en interne et sur le territoire.",
            Place(PAGE, "stakeholders"),
            _stakeholders,
            todo="Dessiner la carte des acteurs",
            essential=False,
        ),
    ),
    deliverables=(
        Deliverable(
            "note-de-cadrage",
            "Note de cadrage",
            "Une page pour dire pourquoi vous commencez, avec qui, et quand vous vous retrouvez.",
        ),
        Deliverable(
            "lettre-de-mission",
            "Lettre de mission",
            "Le mandat de la personne qui coordonne, avec le paragraphe à ajouter à sa fiche de poste.",
        ),
        Deliverable(
            "carte-des-acteurs",
            "Carte des acteurs",
            "Qui peut aider, qui peut freiner, et par où commencer.",
        ),
    ),
)
