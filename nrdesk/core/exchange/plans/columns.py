"""Which column of a plan is which attribute: by its title, never by its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nrdesk.core.exchange.columns import Column, ColumnMapping, keys
from nrdesk.core.exchange.neutral import LINE, REASON
from nrdesk.core.exchange.plans.targets import PERSONAL, titles
from nrdesk.core.exchange.source import Source, SourceRow
from nrdesk.core.written.words import normal, quoted

_ADDED_BY_US = frozenset((normal(LINE), normal(REASON)))
_LOOKED_AT = 200
"""Rows that are looked at when a title could mean two things."""


def score(row: SourceRow) -> int:
    """Return how many different attributes the cells of a row are titles of."""
    known = titles()
    return len({known[key][0][0] for cell in row.cells if (key := normal(cell)) in known})


def recognise_columns(source: Source, remembered: Mapping[str, str] | None = None) -> ColumnMapping:
    """Return what each column of a plan is.

    Args:
        source: the file read.
        remembered: what the user decided for the same titles; it prevails.
    """
    columns = [
        _recognised(index, header, key)
        for index, (header, key) in enumerate(zip(source.headers, keys(source.headers), strict=True))
    ]
    columns = _amounts(_shares(source, columns))
    if remembered:
        columns = [
            replace(
                each,
                field=remembered[each.key],
                why="" if remembered[each.key] else "ignorée la dernière fois",
            )
            if each.key in remembered
            else each
            for each in columns
        ]
    return ColumnMapping(tuple(_one_each(columns)))


def _recognised(index: int, header: str, key: str) -> Column:
    if normal(header) in PERSONAL:
        return Column(index, header, key, "", "donnée personnelle")
    if key in _ADDED_BY_US:
        return Column(index, header, key, "", "ajoutée par nrdesk")
    if "ttc" in normal(header).split():
        return Column(index, header, key, "", "montants TTC\u00a0: nrdesk compte hors taxes")
    # A title repeated is known by its number ("Montant € HT" of the second funder) or not at all.
    if found := titles().get(key):
        return Column(index, header, key, found[0][0], "")
    return Column(index, header, key, "", "titre inconnu" if header.strip() else "sans titre")


def _shares(source: Source, columns: list[Column]) -> list[Column]:
    """Return columns where « Avancement » written in words is the status."""
    if any(each.field == "status" for each in columns):
        return columns

    def in_words(column: Column) -> bool:
        texts = [row.cells[column.index].strip() for row in source.rows[:_LOOKED_AT]]
        said = [text for text in texts if text]
        return bool(said) and sum(any(map(str.isdigit, text)) for text in said) < len(said) / 2

    return [
        replace(each, field="status") if each.field == "progress" and in_words(each) else each
        for each in columns
    ]


def _amounts(columns: list[Column]) -> list[Column]:
    """Return columns where « Montant » is that of a funder only when there are funders."""
    fields = {each.field for each in columns}
    told = "funder_1" in fields
    if not told and "budget" not in fields:
        return [replace(each, field="budget") if each.field == "funding_1" else each for each in columns]
    if told:
        # "Montant € HT" also means a budget: next to a funder, it is what this one gives.
        return [
            replace(each, field="funding_1") if each.field == "budget" and each.key == "montant ht" else each
            for each in columns
        ]
    return columns


def _one_each(columns: Sequence[Column]) -> list[Column]:
    """Return columns, each attribute being said by the surest one only."""
    best: dict[str, Column] = {}
    for column in columns:
        rival = best.get(column.field)
        if column.field and (rival is None or _rank(column) < _rank(rival)):
            best[column.field] = column
    return [
        column
        if not column.field or best[column.field] is column
        else replace(column, field="", why=f"déjà dit par la colonne {quoted(best[column.field].header)}")
        for column in columns
    ]


def _rank(column: Column) -> int:
    """Return how sure a column is; those that the user chose come first."""
    return dict(titles().get(column.key, ())).get(column.field, -1)
