"""« Déclaration des achats »: the file that AGEC article 58 asks for, in the official schema.

The schema is `schema-declaration-biens-reemploi-reutilisation-recycle` of data.gouv.fr (v0.1.0): its columns,
its product types, years and amounts as Table Schema reads them (a point for decimals), separated by commas,
in UTF-8. What someone typed never begins a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.duties import purchases
from nrdesk.core.errors import NotReadyError
from nrdesk.core.exchange.neutral import neutral
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import DeclaredSpend
from nrdesk.core.reference.purchases import product_types
from nrdesk.core.written.words import line

if TYPE_CHECKING:
    from nrdesk.core.document import Document

COLUMNS = (
    "annee",
    "siret",
    "raison_sociale",
    "type_produit_acquis",
    "montant_total",
    "montant_reemploi_et_reutilisation",
    "montant_produits_issus_don",
    "montant_produits_recycles",
    "commentaires",
)
"""Titles of the columns, as the schema orders them."""
_AMOUNTS = {
    "total": "la dépense totale",
    "reused": "la part de réemploi",
    "donated": "la valeur des dons",
    "recycled": "la part recyclée",
}


def write(document: Document, progress: Progress = silent, *, year: int | None = None) -> bytes:
    """Return the declaration of a year.

    Args:
        document: where the amounts are.
        progress: told when it is done.
        year: calendar year; the last one over that has amounts when None.

    Raises:
        NotReadyError: something that the schema asks for is missing; every one of them is named.
    """
    year = purchases.declared_year(document) if year is None else year
    spends = spends_of(document, year)
    if told := missing(document, year):
        raise NotReadyError(
            f"La déclaration {year} n’est pas complète{NBSP}: {f'{NBSP}; '.join(told)}.",
            todo="Complétez la page « Achats et réemploi », ou mettez 0 là où il n’y a rien.",
        )
    rows = [COLUMNS, *(_row(document, spend) for spend in spends)]
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    progress(1, 1)
    return buffer.getvalue().encode("utf-8")


def spends_of(document: Document, year: int) -> tuple[DeclaredSpend, ...]:
    """Return the lines of a year, in the order of the schema."""
    order = {name: rank for rank, name in enumerate(product_types())}
    found = document.all(DeclaredSpend, year=year)
    return tuple(sorted(found, key=lambda each: order.get(each.product_type, len(order))))


def missing(document: Document, year: int) -> tuple[str, ...]:
    """Return what the declaration of a year still lacks, in French; empty when it can be written."""
    return tuple(_missing(document, spends_of(document, year)))


def _missing(document: Document, spends: Sequence[DeclaredSpend]) -> Iterator[str]:
    if not document.authority.siret:
        yield "le SIRET de la collectivité manque"
    if not document.authority.name.strip():
        yield "le nom de la collectivité manque"
    if not spends:
        yield "aucun montant n’est saisi"
    for spend in spends:
        if spend.product_type not in product_types():
            yield f"le type de produits n’est pas choisi ({spend.product_type or 'vide'})"
        lacks = [words for name, words in _AMOUNTS.items() if getattr(spend, name) is None]
        if lacks:
            yield f"{spend.product_type}, il manque {', '.join(lacks)}"


def _row(document: Document, spend: DeclaredSpend) -> tuple[str, ...]:
    authority = document.authority
    return (
        str(spend.year),
        authority.siret,
        neutral(line(authority.name)),
        spend.product_type,
        *(_number(getattr(spend, name)) for name in _AMOUNTS),
        neutral(line(spend.comment)),
    )


def _number(amount: float) -> str:
    """Return an amount to the cent, without useless zeros: "3900", "500.9"."""
    text = f"{amount:.2f}"
    return text.rstrip("0").rstrip(".")
