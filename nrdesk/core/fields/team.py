"""The fields of step 1: people, governance bodies, stakeholders."""

from __future__ import annotations

from nrdesk.core.fields.field import amount, choice, email, flag, long_text, text_line, whole
from nrdesk.core.model import BodyLevel, PersonRole, Rhythm, Scope, StakeholderKind

PERSON = (
    text_line("name", "Nom", "Prénom et nom, ou la fonction si vous préférez.", required=True),
    choice("role", "Agent ou élu", PersonRole),
    text_line("function", "Fonction", "Par exemple\u00a0: secrétaire générale, adjointe à la transition."),
    text_line("service", "Service", "Le service ou la délégation.", essential=False),
    flag("is_coordinator", "Coordonne la démarche", "Une seule personne, en général."),
    flag(
        "mission_written",
        "Mission écrite",
        "Dans la fiche de poste, ou dans un arrêté de délégation pour un élu.",
    ),
    flag(
        "is_sponsor", "Porte la démarche", "Un élu ou la direction générale, qui tranche et parle au conseil."
    ),
    amount("days_per_month", "Temps donné", "Une demi-journée par mois s’écrit 0,5.", unit="jours par mois"),
    text_line("skills", "Ce qu’elle sait du sujet", "Formation suivie, expérience, envie.", essential=False),
    email("email", "Adresse électronique", "Seulement si elle est utile à l’équipe.", essential=False),
)
BODY = (
    text_line("name", "Nom", "Par exemple\u00a0: comité de pilotage.", required=True),
    choice("level", "À quoi elle sert", BodyLevel),
    choice("rhythm", "Rythme", Rhythm),
    text_line("members", "Qui y siège", "Les fonctions suffisent."),
    text_line(
        "existing_body", "Réunion existante", "Celle qui l’accueille, s’il y en a une.", essential=False
    ),
    long_text("mission", "Ce qu’elle décide ou suit", essential=False),
)
STAKEHOLDER = (
    text_line("name", "Nom", "Une personne, un service, un organisme.", required=True),
    choice("kind", "Type", StakeholderKind),
    choice("scope", "Où", Scope),
    text_line("role", "Rôle", "Ce qu’il fait dans la démarche\u00a0: relais, partenaire, fournisseur."),
    whole("interest", "Intérêt", "De 1 (indifférent) à 5 (très intéressé).", low=1, high=5),
    whole("influence", "Influence", "De 1 (faible) à 5 (décisive).", low=1, high=5),
    text_line("contribution", "Ce que vous en attendez"),
    text_line("contact", "Contact", "Un service ou une fonction suffit.", essential=False),
)
