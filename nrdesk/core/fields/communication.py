"""The fields of step 10: a message, a moment of the year, a member of the community, a commitment."""

from __future__ import annotations

from dataclasses import replace

from nrdesk.core.fields.field import Field, amount, choice, date, flag, long_text, text_line
from nrdesk.core.model import Channel, MessageAudience, MessageStatus


def _wide(field: Field) -> Field:
    return replace(field, wide=True)


MESSAGE = (
    _wide(
        text_line("title", "Message", "Court\u00a0: annoncer le vote, remercier l’atelier…", required=True)
    ),
    choice("audience", "Pour qui", MessageAudience),
    choice("channel", "Par quel canal", Channel),
    date("planned", "Date", "Le mois suffit\u00a0: 03/2027."),
    choice("status", "État", MessageStatus),
    _wide(text_line("owner", "Qui s’en charge", "Une fonction, plutôt qu’un nom.")),
    long_text("text", "À retenir", "Une ou deux phrases. Dites aussi ce qui n’a pas marché."),
    amount("cost", "Coût", "Hors taxes\u00a0; zéro si c’est gratuit.", unit="€ HT", essential=False),
    _wide(
        text_line(
            "eco_choices",
            "Ce qui le rend sobre",
            "Noir et blanc, pas de vidéo, un envoi qui part déjà…",
            essential=False,
        )
    ),
    long_text("result", "Ce que cela a donné", "Réponses, questions, idées reçues.", essential=False),
)
MOMENT = (
    _wide(text_line("title", "Moment", "Une fête, un forum, une réunion, un jalon.", required=True)),
    date("starts", "Début", "Le jour ou le mois."),
    date("ends", "Fin", "Vide pour un seul jour."),
    flag("confirmed", "Date vérifiée", "Par vous, auprès de l’organisateur."),
    flag("community", "Rencontre du groupe de volontaires"),
    _wide(text_line("owner", "Qui s’en charge", "Une fonction, plutôt qu’un nom.")),
    long_text("idea", "Ce que vous y ferez", "Une chose simple, greffée sur ce qui existe."),
    flag("held", "A eu lieu"),
    long_text("comment", "Ce que cela a donné", essential=False),
)
PIONEER = (
    _wide(text_line("name", "Nom", "Ou une fonction.", required=True)),
    _wide(text_line("service", "Service, association ou entreprise")),
    flag("internal", "Agent ou élu de la collectivité"),
    flag("agreed", "D’accord pour figurer sur la liste", "Demandez-le avant de noter un contact (RGPD)."),
    _wide(text_line("interests", "Ce qui l’intéresse", "Réparer, trier, expliquer, tester…")),
    _wide(text_line("contact", "Contact", "Une adresse ou un numéro qu’il accepte de donner.")),
    date("joined", "Depuis", essential=False),
    long_text("comment", "Remarque", essential=False),
)
COMMITMENT = (
    _wide(text_line("name", "Qui s’engage", "Une personne, un service, une association.", required=True)),
    _wide(text_line("function", "Fonction")),
    date("signed", "Signé le", "Vide tant que ce n’est pas signé."),
    long_text("text", "À quoi", "Une phrase\u00a0: garder mon téléphone cinq ans, éteindre le soir…"),
)
