"""The fields of the bilan of a year: what nrdesk cannot know, of the year and of each action."""

from __future__ import annotations

from nrdesk.core.fields.field import long_text

ANNUAL = (
    long_text(
        "foreword",
        "Le mot du maire ou de la présidence",
        "Quatre lignes, signées\u00a0: ce qui était promis, ce qui est tenu.",
    ),
    long_text(
        "highlights",
        "Les faits marquants",
        "Trois au plus, un par ligne\u00a0: ce que les gens ont vu changer.",
    ),
    long_text(
        "difficulties",
        "Ce qui n’a pas marché",
        "Dit simplement, un point par ligne\u00a0: c’est ce qui rend le reste crédible.",
    ),
    long_text(
        "next_year",
        "L’année qui vient",
        "Ce que vous engagez, et ce que vous demandez au budget.",
    ),
)
ACTION_YEAR = (
    long_text("done", "Ce qui a été fait", "Une phrase, avec un chiffre si vous l’avez."),
    long_text("difficulty", "Ce qui a résisté", "Vide s’il n’y a rien à dire."),
    long_text("next_step", "La suite", "Ce qui vient, et quand."),
)
