"""The fields of step 5: the ambition, its priority axes, its objectives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nrdesk.core.fields.field import (
    Field,
    FieldKind,
    Value,
    amount,
    choice,
    date,
    listed,
    long_text,
    text_line,
    whole,
    year,
)
from nrdesk.core.model import Axis, Dimension, Reach
from nrdesk.core.written.words import line


def linked(name: str, label: str, help: str = "") -> Field:
    """Return a field that holds the identifier of a record, None for none.

    What stands for each identifier belongs to the document: the page offers it (`RecordForm.offer`).
    """
    return Field(name, label, _identifier, _show, help, kind=FieldKind.CHOICE, choices=("",), wide=True)


def _wide(field: Field) -> Field:
    return replace(field, wide=True)


def _identifier(text: str) -> Value:
    return line(text) or None


def _show(identifier: str | None) -> str:
    return identifier or ""


AMBITION = (
    long_text(
        "text",
        "Votre ambition, en une ou deux phrases",
        "Des mots simples, un verbe, une date. Faites-la lire à quelqu’un qui n’était pas là.",
    ),
    long_text("scope", "Ce qu’elle couvre", "Les services, les bâtiments, les publics dont vous parlez."),
    year("horizon", "À atteindre en", "Une année\u00a0: cinq ans, c’est assez loin pour changer vraiment."),
    long_text("publics", "Pour qui d’abord", "Agents, élèves, habitants éloignés du numérique, entreprises…"),
    long_text(
        "renounced",
        "Ce que vous ne ferez pas, au moins pour l’instant",
        "Le dire maintenant évite de le reprocher plus tard.",
        essential=False,
    ),
)
"""Those of the record but the weights, which are filled in together (`WEIGHTS`)."""
WEIGHTS = (
    whole("environment", "Environnement", unit="%", high=100),
    whole("social", "Social", unit="%", high=100),
    whole("societal", "Sociétal", unit="%", high=100),
)
PRIORITY_AXIS = (
    text_line("title", "Axe", "Court, avec vos mots.", required=True),
    choice("axis", "Axe du décret", Axis, "Celui qu’il sert le plus."),
    long_text("reason", "Pourquoi celui-ci", "Un chiffre, un constat, un engagement déjà pris."),
)


def objective(figures: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the fields of an objective; `figures` are those that nrdesk computes: identifier -> label."""
    return (
        _wide(
            text_line(
                "title",
                "Objectif",
                "Un verbe et un objet\u00a0: garder les ordinateurs sept ans.",
                required=True,
            )
        ),
        linked("axis_id", "Axe", "L’axe prioritaire qu’il sert."),
        choice("dimension", "Dimension", Dimension),
        choice("reach", "Où il agit", Reach),
        listed(
            "measured_by",
            "Mesuré par nrdesk",
            figures,
            "Si l’un de ces chiffres convient, vous n’aurez rien à relever.",
        ),
        _wide(text_line("indicator", "Indicateur", "Ce que l’on mesure, en mots.")),
        text_line("unit", "Unité", "ans, %, kg…"),
        year("base_year", "Année de départ"),
        amount("base_value", "Valeur de départ"),
        amount("target_value", "Valeur visée"),
        date("due", "Échéance", "Ou l’année seule."),
        _wide(text_line("owner", "Responsable", "Un service ou une fonction, plutôt qu’un nom.")),
        long_text("means", "Avec quels moyens", "Du temps, un budget, un partenaire."),
        long_text("reason", "Pourquoi ici", "Ce qui le rend utile chez vous."),
        long_text("expected", "Effet attendu", "Ce que les gens verront changer."),
    )
