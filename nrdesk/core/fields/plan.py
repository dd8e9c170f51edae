"""The fields of step 8: an action and all that hangs from it, the milestones, the money, the levers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from nrdesk.core import formatting
from nrdesk.core.fields.ambition import linked
from nrdesk.core.fields.field import (
    Field,
    Value,
    amount,
    choice,
    date,
    flag,
    long_text,
    text_line,
    whole,
    year,
)
from nrdesk.core.model import (
    ActionStatus,
    Axis,
    Dimension,
    LeverSubject,
    MoneyKind,
    Moscow,
    Operation,
    Participation,
    Reach,
)
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import normal, quoted

_MOST_DAYS = 31
"""Days of a month."""


def _wide(field: Field) -> Field:
    return replace(field, wide=True)


def _share_or_amount(text: str) -> Value:
    """Read a number, below zero for fewer, or a percentage as the share that it is: "50 %" is 0.5."""
    words = text.strip()
    bare = words.lstrip("-−").removesuffix("%")
    value = _AMOUNT.read(bare)
    if not isinstance(value, float):
        return value
    share = value / 100 if words.endswith("%") else value
    return -share if words[:1] in ("-", "−") else share


_AMOUNT = amount("amount", "De combien")

ESSENTIAL = (
    _wide(
        text_line("title", "Action", "Un verbe, un objet\u00a0: garder les écrans dix ans.", required=True)
    ),
    linked("objective_id", "Objectif", "L’objectif de l’étape 5 qu’elle sert."),
    choice("status", "Où elle en est", ActionStatus),
    whole("progress", "Avancement", "Votre estimation.", unit="%", high=100),
    text_line("owner", "Responsable", "Une fonction, ou un nom de l’équipe."),
    date("starts", "Début", "Le mois suffit\u00a0: 03/2027."),
    amount("months", "Durée prévue", "Compte tant que la fin n’est pas dite.", unit="mois", high=600),
    date("ends", "Fin", "Le mois ou l’année suffit."),
    _wide(text_line("expected", "Résultat attendu", "Ce que les gens verront changer.")),
    _wide(text_line("indicator", "Indicateur", "Ce qui dira qu’elle réussit.")),
)
"""What an action needs to be led: who, when, for what."""
STATE = (
    flag("blocked", "Bloquée", "Elle attend une décision, un devis, quelqu’un…"),
    _wide(text_line("blocked_reason", "Ce qui bloque", "Dit simplement, cela se débloque mieux.")),
)
PURPOSE = (
    long_text("description", "En quoi elle consiste", "Deux ou trois phrases."),
    choice("axis", "Axe du décret", Axis, "Celui qu’elle sert le plus."),
    choice("dimension", "Dimension", Dimension),
    choice("reach", "Où elle agit", Reach),
    whole("priority", "Priorité", "De 1 (d’abord) à 3.", low=1, high=3),
    whole("ease", "Facilité", "De 1 (difficile) à 3 (facile).", low=1, high=3),
    whole("impact", "Effet ressenti", "De 1 (petit) à 3 (grand), à votre avis.", low=1, high=3),
    choice("moscow", "Rang donné en atelier", Moscow, "L’un des quatre tas."),
    whole("votes", "Gommettes", "Reçues en atelier.", high=10_000),
)
PEOPLE = (
    amount("owner_days", "Temps du responsable", unit="jours par mois", high=_MOST_DAYS),
    text_line("elected_lead", "Élu référent"),
    text_line("service", "Service pilote"),
    text_line("structure", "Organisme pilote", "S’il n’est pas le vôtre\u00a0: EPCI, syndicat…"),
    _wide(text_line("partners", "Partenaires")),
    text_line("governance", "Instance de suivi", "Le comité qui en entend parler."),
    choice("participation", "Participation des habitants", Participation),
)
MEANS = (
    long_text("means", "Moyens humains et techniques"),
    long_text("funding_note", "Financements possibles", "Les aides à demander, à qui, avant quand."),
)
FOLLOW_UP = (
    flag("continuous", "Sans fin prévue", "Elle devient une habitude."),
    long_text("comment", "Remarques"),
)
ACTION = (*ESSENTIAL, *STATE, *PURPOSE, *PEOPLE, *MEANS, *FOLLOW_UP)
"""Every field that a person fills in, in the order of the sheet of an action."""

CONTRIBUTION = (
    text_line("who", "Qui", "Une fonction, un service, un nom de l’équipe.", required=True),
    amount("days_per_month", "Temps donné", unit="jours par mois", high=_MOST_DAYS),
    _wide(text_line("role", "Ce qu’il ou elle y fait")),
)
MILESTONE = (
    _wide(text_line("title", "Jalon", "Un moment que l’on reconnaît\u00a0: marché signé.", required=True)),
    date("due", "Prévu"),
    date("reached", "Passé le", "Vide tant qu’il ne l’est pas."),
)
BUDGET_LINE = (
    choice("kind", "Nature", MoneyKind),
    replace(year("year", "Année"), read=lambda text: _needed_year(text)),
    amount("amount", "Montant", "Hors taxes.", unit="€ HT"),
    flag("secured", "Acquis", "Voté au budget, ou notifié par le financeur."),
    text_line("funder", "Financeur", "Pour un financement\u00a0: qui paie."),
    _wide(text_line("comment", "Commentaire")),
)


def lever(targets: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the fields of a lever; `targets` are what it may change: identifier -> label."""
    return (
        _wide(choice("subject", "Ce qu’elle change", LeverSubject)),
        choice("operation", "Comment", Operation),
        Field(
            "amount",
            _AMOUNT.label,
            _share_or_amount,
            lambda value: "" if value is None else formatting.trimmed(float(value), 4),
            lever_amount(LeverSubject.LIFETIME, Operation.ADD)[0],
        ),
        year("from_year", "À partir de", "Vide\u00a0: l’année qui suit la fin de l’action."),
        Field(
            "targets",
            "Sur quoi",
            partial(_read_targets, targets),
            partial(_show_targets, targets),
            "Séparés par des virgules. Vide\u00a0: tout.",
            wide=True,
        ),
        _wide(text_line("comment", "D’où vient ce nombre", "Un devis, un essai, le catalogue de nrdesk.")),
    )


def lever_amount(subject: LeverSubject, operation: Operation) -> tuple[str, str]:
    """Return how the amount of a lever is written: a sentence of help, and its unit or ""."""
    if operation is Operation.MULTIPLY:
        return "0,9 pour 10\u00a0% de moins.", ""
    if subject in (LeverSubject.REFURBISHED, LeverSubject.REUSE_EXIT):
        return "Une part\u00a0: 50\u00a0% ou 0,5.", ""
    fewer = "" if operation is Operation.SET else "Sous zéro pour en avoir moins\u00a0: -10."
    match subject:
        case LeverSubject.LIFETIME:
            return "De plus, ou en tout si vous choisissez «\u00a0amener à\u00a0».", "ans"
        case LeverSubject.QUANTITY:
            return fewer, "appareils"
        case LeverSubject.ELECTRICITY:
            return fewer, "kWh par an"
    return f"Dans l’unité du service. {fewer}".strip(), ""


def _needed_year(text: str) -> Value:
    found = _YEAR.read(text)
    if found is None:
        raise Unreadable("Une somme a besoin de son année, par exemple 2027")
    return found


_YEAR = year("year", "Année")


def _read_targets(targets: Mapping[str, str], text: str) -> Value:
    identifiers = {normal(label): identifier for identifier, label in targets.items()}
    identifiers |= {normal(identifier): identifier for identifier in targets}
    found: list[str] = []
    for words in filter(None, (part.strip() for part in text.split(","))):
        if (identifier := identifiers.get(normal(words))) is None:
            raise Unreadable(f"nrdesk ne connaît pas {quoted(words[:60])} ici")
        found.append(identifier)
    return ",".join(dict.fromkeys(found))


def _show_targets(targets: Mapping[str, str], identifiers: str) -> str:
    each = filter(None, (part.strip() for part in identifiers.split(",")))
    return ", ".join(targets.get(identifier, identifier) for identifier in each)
