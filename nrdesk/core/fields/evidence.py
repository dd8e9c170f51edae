"""The fields of the proofs that a collectivité keeps, and of where it stands on an obligation."""

from __future__ import annotations

from nrdesk.core.fields.field import choice, date, link, long_text, text_line
from nrdesk.core.model import Progress

TRACKING = (
    choice("progress", "Où en êtes-vous", Progress),
    text_line("responsible", "Qui s’en charge"),
    long_text("comment", "Remarque"),
)
EVIDENCE = (
    text_line("title", "Titre", "Par exemple\u00a0: délibération du 12 mars 2026.", required=True),
    date("dated", "Date"),
    link("link", "Lien", "L’adresse de la page publiée, s’il y en a une."),
    long_text("text", "Texte", "Ce que prouve cette pièce."),
)
