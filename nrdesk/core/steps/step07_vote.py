"""Step 7: the assembly commits itself."""

from __future__ import annotations

from nrdesk.core.council import Rules, convocation, meeting_day, outcome, rules_for, with_defaults
from nrdesk.core.model import Ambition, Deliberation, Objective, StrategyVersion
from nrdesk.core.reference import council
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step7"


def _session(now: Snapshot) -> Deliberation:
    found = next(iter(now.all(Deliberation)), Deliberation())
    return with_defaults(found, now.authority)


def _rules(now: Snapshot) -> Rules:
    return rules_for(council.load(), now.authority)


def _dated(now: Snapshot) -> str:
    if meeting_day(_session(now)):
        return ""
    return "Le jour de la séance n’est pas fixé\u00a0: il donne la date limite de la convocation."


def _drafted(now: Snapshot) -> str:
    missing = []
    if not any(each.text.strip() for each in now.all(Ambition)):
        missing.append("l’ambition (étape 5)")
    if not any(each.title.strip() for each in now.all(Objective)):
        missing.append("un objectif au moins (étape 5)")
    if not _session(now).rapporteur.strip():
        missing.append("l’élu qui présente le texte")
    return f"Il manque au projet\u00a0: {', '.join(missing)}." if missing else ""


def _convened(now: Snapshot) -> str:
    session = _session(now)
    found = convocation(_rules(now), session)
    if found.in_time:
        return ""
    if found.latest is None or session.convened:
        return found.text
    note = " La note de synthèse l’accompagne." if _rules(now).note_required else ""
    return f"{found.text}{note} Notez ensuite la date d’envoi."


def _voted(now: Snapshot) -> str:
    found = outcome(_session(now))
    return "" if found.adopted is not None else found.reason


def _published(now: Snapshot) -> str:
    session = _session(now)
    if not session.transmitted and not session.published:
        return (
            "Après le vote, envoyez la délibération à la préfecture, puis publiez-la\u00a0: notez les dates."
        )
    if not session.transmitted:
        return "La date d’envoi à la préfecture n’est pas notée."
    return "" if session.published else "La date de publication n’est pas notée."


def _sealed(now: Snapshot) -> str:
    if any(version.sealed for version in now.all(StrategyVersion)):
        return ""
    return "Une fois la stratégie adoptée, gardez sa version votée\u00a0: elle ne changera plus."


STEP = Step(
    number=7,
    key="vote",
    title="Faire voter la feuille de route",
    goal="Obtenir une délibération régulière, qui engage la collectivité publiquement.",
    checks=(
        Check(
            "La date de la séance est fixée.",
            Place(PAGE, "session_date"),
            _dated,
            todo="Fixer la séance du vote",
        ),
        Check(
            "Le projet de délibération est complet\u00a0: une ambition, des objectifs, un rapporteur.",
            Place(PAGE, "draft"),
            _drafted,
            todo="Compléter le projet de délibération",
        ),
        Check(
            "La convocation part dans le délai, avec la note de synthèse si elle est obligatoire.",
            Place(PAGE, "convocation"),
            _convened,
            todo="Envoyer la convocation à temps",
        ),
        Check(
            "Le résultat du vote est inscrit.",
            Place(PAGE, "vote"),
            _voted,
            todo="Noter le résultat du vote",
        ),
        Check(
            "La délibération est transmise à la préfecture et publiée.",
            Place(PAGE, "publication"),
            _published,
            todo="Transmettre et publier la délibération",
        ),
        Check(
            "La version votée de la stratégie est gardée telle quelle.",
            Place(PAGE, "seal"),
            _sealed,
            todo="Garder la version votée",
            essential=False,
        ),
    ),
    deliverables=(
        Deliverable(
            "projet-de-deliberation",
            "Projet de délibération",
            "Le texte à soumettre au vote, à reprendre dans Word si besoin.",
        ),
        Deliverable(
            "note-de-synthese",
            "Note de synthèse",
            "Ce que les élus lisent avant la séance\u00a0: obligatoire à partir de 3\u202f500 habitants, "
            "utile en dessous.",
        ),
        Deliverable(
            "extrait-du-registre",
            "Extrait du registre",
            "Après le vote\u00a0: la délibération et son résultat, à transmettre et à publier.",
        ),
        Deliverable(
            "dates-du-vote",
            "Dates du vote",
            "Convocation, séance, publication, recours\u00a0: un fichier pour votre agenda.",
        ),
    ),
)
