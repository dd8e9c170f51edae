"""The fields of an answer to the maturity questionnaire, besides its level."""

from __future__ import annotations

from nrdesk.core.fields.field import long_text

MATURITY = (
    long_text("comment", "Commentaire"),
    long_text(
        "evidence", "Preuve", "Un document, une date, un lieu\u00a0: pour répondre de même l’an prochain."
    ),
)
