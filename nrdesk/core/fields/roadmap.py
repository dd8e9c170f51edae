"""The fields of step 6: what those who decide say of the approach."""

from __future__ import annotations

from nrdesk.core.fields.field import long_text, text_line

QUOTE = (
    text_line("speaker", "Qui parle", "Prénom et nom, avec son accord.", required=True),
    text_line("role", "Fonction", "Maire, adjointe, secrétaire générale…"),
    long_text("text", "Ses mots", "Deux phrases suffisent. Sans guillemets\u00a0: nrdesk les met."),
)
