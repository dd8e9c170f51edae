"""The fields of step 9: an indicator, the steps to its target, its readings; a review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nrdesk.core.fields.ambition import linked
from nrdesk.core.fields.field import (
    Field,
    amount,
    choice,
    date,
    listed,
    long_text,
    text_line,
    whole,
)
from nrdesk.core.fields.workshop import moment
from nrdesk.core.model import Direction, ReviewLevel

_MOST_MONTHS = 120


def _wide(field: Field) -> Field:
    return replace(field, wide=True)


def indicator(figures: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the fields of an indicator; `figures` are those that nrdesk computes: identifier -> label."""
    return (
        _wide(
            text_line(
                "title", "Indicateur", "Ce que l’on mesure\u00a0: âge moyen des ordinateurs.", required=True
            )
        ),
        listed(
            "measured_by",
            "Calculé par nrdesk",
            figures,
            "Si l’un de ces chiffres convient, un clic suffira à le relever.",
        ),
        text_line("unit", "Unité", "ans, %, kg…"),
        choice("direction", "Sens", Direction),
        amount("base_value", "Valeur de départ"),
        date("base_date", "Date de départ", "L’année suffit."),
        amount("target_value", "Valeur visée", "Vide\u00a0: vous suivez, sans cible."),
        date("target_date", "À atteindre", "L’année suffit\u00a0: 2030 veut dire fin 2030."),
        choice("level", "Qui le regarde", ReviewLevel, "Le niveau de suivi.", essential=False),
        whole(
            "rhythm_months",
            "Un relevé tous les",
            "Douze mois si vous ne dites rien.",
            unit="mois",
            low=1,
            high=_MOST_MONTHS,
            essential=False,
        ),
        linked("objective_id", "Objectif", "L’objectif de l’étape 5 qu’il mesure."),
        replace(linked("action_id", "Action", "L’action qu’il mesure."), essential=False),
        _wide(text_line("owner", "Qui le relève", "Un service ou une fonction.", essential=False)),
        _wide(text_line("source", "Où se trouve la valeur", "Facture, compteur, feuille de présence…")),
        long_text(
            "definition",
            "Ce qui est compté",
            "Et ce qui ne l’est pas\u00a0: l’an prochain, on comptera pareil.",
            essential=False,
        ),
    )


TARGET_STEP = (
    date("due", "Date", "L’année suffit\u00a0: 2028 veut dire fin 2028."),
    amount("value", "Valeur à atteindre"),
)
READING = (
    date("read_on", "Date", "Le jour, le mois ou l’année."),
    amount("value", "Valeur relevée"),
    _wide(text_line("source", "D’où elle vient", "Facture, compteur, comptage…")),
    _wide(text_line("comment", "Remarque", "Ce qui explique la valeur, ou ce qui a changé.")),
)
REVIEW = (
    _wide(text_line("title", "Titre", "Par exemple\u00a0: revue du plan de mars.", required=True)),
    _wide(choice("level", "Niveau", ReviewLevel, "Ce que la revue suit.")),
    linked("body_id", "Instance", "Celle de l’étape 1 qui se réunit."),
    moment("starts", "Date et heure", "12/03/2026 14\u00a0h, ou le jour seul."),
    whole("minutes_long", "Durée", unit="minutes", low=1, high=1440),
    _wide(text_line("place", "Lieu")),
    long_text("participants", "Participants", "Des fonctions plutôt que des noms."),
    long_text(
        "agenda", "Ordre du jour", "Un point par ligne, sa durée au début\u00a0: 10 min Ce qui bloque."
    ),
    long_text("report", "Ce qui s’est dit", "Quelques lignes suffisent. Les décisions se notent plus bas."),
)
"""That it was held is noted by a gesture, which keeps the plan as it stands that day."""
