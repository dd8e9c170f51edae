"""The fields of step 7: the session, the vote, what follows it, the charters."""

from __future__ import annotations

from dataclasses import replace

from nrdesk.core import dates
from nrdesk.core.fields.field import Field, FieldKind, Value, date, flag, link, long_text, text_line, whole
from nrdesk.core.fields.workshop import moment
from nrdesk.core.written.dates import read as read_date
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import normal

_MOST = 1000
"""Members of the largest assembly, and more."""


def _day(text: str) -> Value:
    """Read a date known to the day; empty is unknown."""
    found = read_date(text)
    if found.uncertain:
        raise Unreadable("Écrivez la date sans point d’interrogation")
    if found.partial and len(found.partial) < 10:
        raise Unreadable("Il faut le jour, par exemple 10/12/2026")
    return found.partial


def _show_day(value: str | None) -> str:
    return dates.short(value) if value else ""


_IN_FAVOUR = {"": None, "pour": True, "contre, ou abstention": False}


def _in_favour(text: str) -> Value:
    for words, value in _IN_FAVOUR.items():
        if normal(words) == normal(text):
            return value
    raise Unreadable("Choisissez l’une de ces réponses\u00a0: pour, contre ou abstention")


def _show_in_favour(value: bool | None) -> str:
    return next(words for words, each in _IN_FAVOUR.items() if each is value)


def _wide(field: Field) -> Field:
    """Return a field whose answers are read whole: a name with its function."""
    return replace(field, wide=True)


def _members(name: str, label: str, help: str = "", *, essential: bool = True) -> Field:
    return whole(name, label, help, high=_MOST, essential=essential)


SESSION = (
    moment(
        "meeting",
        "Séance",
        "15/12/2026 20\u00a0h\u00a030, ou le jour seul.",
    ),
    Field(
        "convened",
        "Envoi de la convocation",
        _day,
        _show_day,
        "Le jour où elle est partie, ou doit partir.",
    ),
    whole(
        "seats", "Membres en exercice", "Sièges occupés\u00a0; le nombre d’élus s’il est vide.", high=_MOST
    ),
    text_line("place", "Lieu", essential=False),
    _wide(text_line("rapporteur", "Qui présente le texte", "Nom et fonction.")),
    _wide(text_line("chair", "Qui préside la séance", "Nom et fonction.", essential=False)),
    _wide(
        text_line("title", "Objet de la délibération", "Tel qu’il figure à l’ordre du jour.", essential=False)
    ),
    text_line("body_name", "Assemblée", essential=False),
    flag(
        "second_convocation",
        "Seconde convocation",
        "Oui si une première séance n’a pas réuni le quorum.",
        essential=False,
    ),
)
VOTE = (
    _members("present", "Présents", "Physiquement, au moment du vote."),
    _members("proxies", "Pouvoirs", "Absents représentés par un présent."),
    _members("votes_for", "Pour"),
    _members("votes_against", "Contre"),
    _members("abstentions", "Abstentions", "Avec les bulletins blancs ou nuls, au scrutin secret."),
    _members(
        "not_voting", "N’ont pas pris part au vote", "Présents ou représentés, sans voter.", essential=False
    ),
    flag("secret", "Scrutin secret", essential=False),
    Field(
        "chair_in_favour",
        "Vote du président de séance",
        _in_favour,
        _show_in_favour,
        "Utile seulement si les voix sont partagées.",
        kind=FieldKind.CHOICE,
        choices=tuple(_IN_FAVOUR),
        essential=False,
    ),
    text_line("secretary", "Secrétaire de séance", "Nom.", essential=False),
    text_line("number", "Numéro de la délibération", "Celui du registre.", essential=False),
)
AFTER = (
    Field(
        "transmitted", "Transmise à la préfecture le", _day, _show_day, "La date de l’accusé de réception."
    ),
    Field("published", "Publiée le", _day, _show_day, "Le jour de la mise en ligne, ou de l’affichage."),
    text_line("published_how", "Où", "L’adresse de la page, ou le lieu d’affichage.", essential=False),
)
CHARTER = (
    text_line("name", "Charte, label ou réseau", required=True),
    date("signed", "Date de signature", "Vide tant que rien n’est signé."),
    link("link", "Lien"),
    long_text("comment", "Commentaire", essential=False),
)
