"""The fields of step 5: the ambition, its priority axes, its objectives."""

from __future__ import annotations

from nrdesk.core.fields.field import (
    Field,
    FieldKind,
    Value,
    amount,
    choice,
    date,
    long_text,
    text_line,
    whole,
    year,
)
from nrdesk.core.model import Axis, Dimension, Reach
from nrdesk.core.written.words import line


def chosen(name: str, label: str, help: str = "", *, none: Value = "", essential: bool = True) -> Field:
    """Return a field that holds an identifier; the page offers what it stands for (`RecordForm.offer`).

    Args:
        name: attribute of the record.
        label: its name on the screen.
        help: one short sentence.
        none: value of the field while nothing is chosen.
        essential: whether the flash path shows it.
    """

    def read(text: str) -> Value:
        return line(text) or none

    def show(identifier: str | None) -> str:
        return identifier or ""

    return Field(
        name,
        label,
        read,
        show,
        help,
        kind=FieldKind.CHOICE,
        choices=("",),
        essential=essential,
        wide=True,
    )


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
"""The weights of the three dimensions are apart (`WEIGHTS`): they are filled in together."""
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
OBJECTIVE = (
    text_line(
        "title", "Objectif", "Un verbe et un objet\u00a0: garder les ordinateurs sept ans.", required=True
    ),
    chosen("axis_id", "Axe", "L’axe prioritaire qu’il sert.", none=None),
    choice("dimension", "Dimension", Dimension),
    choice("reach", "Où il agit", Reach),
    chosen("measured_by", "Mesure que nrdesk calcule", "Si l’une d’elles convient, rien ne sera à relever."),
    text_line("indicator", "Indicateur", "Ce que l’on mesure, en mots."),
    text_line("unit", "Unité", "ans, %, kg, personnes…"),
    year("base_year", "Année de départ"),
    amount("base_value", "Valeur de départ"),
    amount("target_value", "Valeur visée"),
    date("due", "Échéance", "Une date, ou l’année seule."),
    text_line("owner", "Responsable", "Un service ou une fonction, plutôt qu’un nom."),
    long_text("means", "Avec quels moyens", "Du temps, un budget, un partenaire."),
    long_text("reason", "Pourquoi ici", "Ce qui le rend utile chez vous."),
    long_text("expected", "Effet attendu", "Ce que les gens verront changer."),
)
