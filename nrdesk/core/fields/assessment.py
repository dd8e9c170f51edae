"""The fields of step 4: what was heard, read, done and concluded."""

from __future__ import annotations

from nrdesk.core.fields.field import (
    Field,
    FieldKind,
    amount,
    choice,
    date,
    long_text,
    text_line,
    whole,
    year,
)
from nrdesk.core.model import (
    Axis,
    Finding,
    InterviewKind,
    InterviewStatus,
    PastActionStatus,
    SiteKind,
    TerritoryTopic,
)
from nrdesk.core.reference import profiles
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import normal


def _read_profile(text: str) -> str | None:
    words = normal(text)
    found = next((each.id for each in profiles.load().values() if normal(each.label) == words), None)
    if words and found is None:
        raise Unreadable("Choisissez un usage dans la liste")
    return found


def _show_profile(identifier: str | None) -> str:
    known = profiles.load().get(identifier or "")
    return known.label if known else identifier or ""


START = (
    whole("agents", "Agents", "Titulaires et contractuels.", unit="personnes"),
    whole("elected", "Élus", "Tous les membres de l’assemblée.", unit="personnes"),
    whole("classrooms", "Classes", "Des écoles dont vous avez la charge.", unit="classes"),
    whole("sites", "Lieux", "Mairie, écoles, ateliers… où il y a des appareils.", unit="lieux"),
    whole("population", "Habitants", "La population municipale.", unit="habitants"),
)
"""The five numbers of an estimate (`core.inventory.estimation.FiveNumbers`), by their names there."""
SITE = (
    text_line("name", "Nom", "Comme l’inventaire l’écrit\u00a0: mairie, école, médiathèque…", required=True),
    choice("kind", "Genre de lieu", SiteKind),
    whole("users", "Personnes qui y travaillent ou y étudient", "Élèves compris.", unit="personnes"),
    Field(
        "usage_profile",
        "Usage des appareils",
        _read_profile,
        _show_profile,
        "Leur électricité en dépend, sauf si une ligne de l’inventaire en dit un autre.",
        kind=FieldKind.CHOICE,
        choices=("", *(each.label for each in profiles.load().values())),
        essential=False,
    ),
    long_text("comment", "Commentaire", essential=False),
)

GUIDE = (
    text_line("title", "Titre", "Par exemple\u00a0: entretien avec un service.", required=True),
    text_line("audience", "Pour qui", "Agents d’un service, élus, école, association…"),
    long_text(
        "introduction",
        "Ce que l’on dit d’abord",
        "Pourquoi cet échange, combien de temps, ce que deviendront les réponses.",
    ),
    long_text("questions", "Questions", "Une question par ligne."),
)
INTERVIEW = (
    text_line("title", "Qui ou quoi", "Un service, un groupe, un lieu.", required=True),
    choice("kind", "Forme", InterviewKind),
    choice("status", "Où il en est", InterviewStatus),
    date("held_on", "Date"),
    text_line("participants", "Participants", "Les fonctions suffisent."),
    long_text("findings", "Ce qu’il faut retenir"),
)
PAST_ACTION = (
    text_line("title", "Action", "Ce qui se fait ou s’est fait, en une ligne.", required=True),
    choice("axis", "Axe", Axis),
    choice("status", "Où elle en est", PastActionStatus),
    date("since", "Depuis", "L’année suffit."),
    text_line("owner", "Qui la mène", "Un service ou une fonction."),
    long_text("result", "Ce que cela a donné"),
    long_text("comment", "Commentaire", essential=False),
)
READ_DOCUMENT = (
    text_line("title", "Document", required=True),
    text_line("source", "D’où il vient", "Qui l’a donné, où il est rangé."),
    date("dated", "Date du document"),
    long_text("lessons", "Ce que l’on en retient"),
)
SYNTHESIS = (
    choice("finding", "C’est", Finding),
    long_text("text", "Phrase"),
    text_line("basis", "Ce qui l’appuie", "Un chiffre, un entretien, un document."),
)
TERRITORY_FACT = (
    text_line("text", "Fait", "Par exemple\u00a0: antennes mobiles sur la commune.", required=True),
    choice("topic", "Sujet", TerritoryTopic),
    amount("value", "Valeur", "Laissez vide si le fait se dit en mots."),
    text_line("unit", "Unité"),
    year("year", "Année"),
    text_line("source", "Source", "Qui le publie ou qui l’a dit."),
    long_text("comment", "Commentaire", essential=False),
)
