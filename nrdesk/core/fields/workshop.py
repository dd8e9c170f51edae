"""The fields of the workshops of step 5, and of what is decided there."""

from __future__ import annotations

from dataclasses import replace

from nrdesk.core import moments
from nrdesk.core.fields.field import Field, Value, choice, date, flag, long_text, text_line, whole
from nrdesk.core.model import WorkshopKind
from nrdesk.core.written.moments import read as read_moment


def moment(name: str, label: str, help: str = "", *, essential: bool = True) -> Field:
    """Return a field of a day, with its hour when it is known; empty is unknown."""

    def read(text: str) -> Value:
        return read_moment(text)

    def show(value: str | None) -> str:
        return moments.short(value) if value else ""

    return Field(name, label, read, show, help, essential=essential)


def _wide(field: Field) -> Field:
    return replace(field, wide=True)


WORKSHOP = (
    _wide(text_line("title", "Titre", "Par exemple\u00a0: atelier sur la durée de vie.", required=True)),
    _wide(choice("kind", "Genre", WorkshopKind)),
    moment("starts", "Date et heure", "12/03/2026 14\u00a0h, ou le jour seul."),
    whole("minutes_long", "Durée", unit="minutes", low=1, high=1440),
    _wide(text_line("place", "Lieu")),
    long_text("participants", "Participants", "Des fonctions plutôt que des noms."),
    long_text("agenda", "Ordre du jour", "Un point par ligne, sa durée au début\u00a0: 10 min Accueil."),
    flag("held", "La réunion a eu lieu"),
    long_text("report", "Ce qui s’est dit", "Quelques lignes suffisent. Les décisions se notent plus bas."),
)
DECISION = (
    long_text("text", "Décision", "Une phrase, avec un verbe\u00a0: nous garderons les écrans dix ans."),
    _wide(text_line("owner", "Responsable", "Un service ou une fonction.")),
    date("due", "Échéance", "Une date, ou l’année seule."),
    flag("done", "C’est fait"),
)
