"""The fields of a year's purchases, of the rates read in the decree, of the stock of 1 January."""

from __future__ import annotations

from nrdesk.core.fields.field import amount, listed, long_text, whole
from nrdesk.core.reference.purchases import product_types

SPEND = (
    listed("product_type", "Type de produits", {name: name for name in product_types()}),
    amount("total", "Dépense de l’année", "Tout ce qui a été acheté, hors taxes.", unit="€ HT"),
    amount("reused", "Dont réemploi", "Occasion, reconditionné. 0 s’il n’y en a pas.", unit="€ HT"),
    amount(
        "donated",
        "Valeur des dons reçus",
        "Selon la grille de l’arrêté du 29 février 2024. 0 s’il n’y en a pas.",
        unit="€ HT",
    ),
    amount(
        "recycled",
        "Dont matières recyclées",
        "Ce que vos fournisseurs déclarent. 0 s’il n’y en a pas.",
        unit="€ HT",
    ),
    long_text(
        "comment", "Commentaire", "Il part avec la déclaration\u00a0: n’y mettez aucun nom.", essential=False
    ),
)
STOCK = whole(
    "stock",
    "Réformés en stock au 1ᵉʳ janvier",
    "Ceux de moins de dix ans, comptés ce jour-là. Vide\u00a0: nrdesk prend les sorties de l’année.",
    unit="appareils",
)
OWN_TARGET = amount(
    "target",
    "Part de réemploi demandée",
    "Si vous l’avez lue dans l’annexe du décret 2024-134. Vide\u00a0: à confirmer.",
    unit="%",
    high=100,
)
