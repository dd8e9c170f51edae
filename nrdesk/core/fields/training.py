"""The fields of step 2: sessions, people present, referents."""

from __future__ import annotations

from nrdesk.core.fields.field import amount, choice, date, flag, long_text, text_line, whole
from nrdesk.core.model import Audience, SessionFormat, SessionStatus

SESSION = (
    text_line("title", "Titre", "Par exemple\u00a0: atelier des élus, Fresque du numérique.", required=True),
    choice("format", "Format", SessionFormat),
    choice("audience", "Public", Audience),
    date("held_on", "Date", "Le mois suffit\u00a0: 03/2026."),
    choice("status", "État", SessionStatus),
    amount("hours", "Durée", unit="heures", essential=False),
    whole("agents_present", "Agents présents", "Ou prévus.", high=100_000),
    whole("elected_present", "Élus présents", "Ou prévus.", high=10_000),
    text_line(
        "provider", "Animation", "Qui anime\u00a0: vous, l’EPCI, le CNFPT, une association.", essential=False
    ),
    amount("cost", "Coût", "Hors taxes\u00a0; zéro si c’est gratuit.", unit="€ HT", essential=False),
    amount("satisfaction", "Satisfaction", "Note moyenne, de 1 à 5.", essential=False),
    long_text("comment", "Ce qu’il faut en retenir", essential=False),
)
ATTENDANCE = (
    text_line("name", "Nom", required=True),
    flag("is_elected", "Élu"),
    text_line("service", "Service", essential=False),
    flag("certified", "Attestation remise"),
)
REFERENT = (
    text_line("service", "Service", required=True),
    text_line("name", "Référent", "Qui relaie la démarche dans ce service.", required=True),
    date("since", "Depuis", essential=False),
)
