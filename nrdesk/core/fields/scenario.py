"""The fields of a scenario: its name, how far it looks, what it is for."""

from __future__ import annotations

from nrdesk.core.fields.field import long_text, text_line, year

SCENARIO = (
    text_line("name", "Nom", "Court\u00a0: sans crédit de plus, tout en 2027.", required=True),
    year("last_year", "Jusqu’en", "Vide\u00a0: l’échéance la plus lointaine de vos objectifs."),
    long_text("comment", "Ce qu’il veut montrer", "Une phrase pour qui le lira sans vous."),
)
