"""The fields of step 3: the documents of the other public policies."""

from __future__ import annotations

from nrdesk.core.fields.field import Field, Value, choice, date, link, long_text, text_line
from nrdesk.core.model import PolicyKind, PolicyOwner, PolicyStatus
from nrdesk.core.written.values import Unreadable

GOALS = 17
"""Number of the sustainable development goals (ODD) of the United Nations."""


def _goals(text: str) -> Value:
    words = text.replace(",", " ").replace(";", " ").split()
    if not all(word.isascii() and word.isdigit() and 1 <= int(word) <= GOALS for word in words):
        raise Unreadable("Écrivez des numéros de 1 à 17, par exemple 9, 12, 13")
    return ", ".join(str(number) for number in sorted({int(word) for word in words}))


POLICY = (
    text_line("title", "Titre", "Par exemple\u00a0: PCAET 2024-2030.", required=True),
    choice("kind", "Type", PolicyKind),
    choice("owner", "À qui est-il", PolicyOwner, "Ce que porte l’intercommunalité n’est pas à refaire."),
    choice("status", "État", PolicyStatus),
    date("starts", "Début"),
    date("ends", "Fin", "Vous êtes prévenu quand l’échéance approche."),
    text_line("manager", "Qui le suit", essential=False),
    long_text("summary", "Ce qu’il dit du numérique"),
    link("link", "Lien", "L’adresse de la page ou du document.", essential=False),
    Field(
        "goals",
        "Objectifs de développement durable",
        _goals,
        str,
        "Les numéros des ODD qu’il sert, de 1 à 17, séparés par des virgules.",
        essential=False,
    ),
)
