"""The columns of the table of the plan: the fields of an action, and what is told beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nrdesk.core.ambition import in_order
from nrdesk.core.fields import Field, FieldKind, Unreadable, Value
from nrdesk.core.fields.plan import ACTION
from nrdesk.core.model import Objective
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_USUAL = ("title", "objective_id", "status", "owner", "starts", "ends", "priority", "progress")
_SHORT = {"title": "Action", "status": "État", "months": "Durée", "progress": "Fait"}
"""Titles shorter than the label of the field, where the column is narrow."""
_NUMERIC = frozenset(("progress", "months", "priority", "ease", "impact", "votes", "owner_days"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table."""

    field: Field
    label: str
    usual: bool
    numeric: bool

    @property
    def name(self) -> str:
        """Name of the attribute of the action."""
        return self.field.name

    @property
    def help(self) -> str:
        """Help of the field."""
        return self.field.help


def columns(document: Document) -> tuple[Column, ...]:
    """Return the columns of a document: the objectives are told by their titles."""
    by_name = {field.name: field for field in ACTION}
    names = [*_USUAL, *(name for name in by_name if name not in _USUAL)]
    by_name["objective_id"] = told_by(by_name["objective_id"], objective_titles(document))
    return tuple(_column(by_name[name]) for name in names)


def objective_titles(document: Document) -> dict[str, str]:
    """Return the objectives of a document, in order: identifier -> what tells it from the others."""
    found = in_order(document.all(Objective))
    titles = {each.id: each.title or "(sans nom)" for each in found}
    twice = {title for title in titles.values() if list(titles.values()).count(title) > 1}
    ranks = {each.id: rank for rank, each in enumerate(found, 1)}
    return {id: f"{ranks[id]}. {title}" if title in twice else title for id, title in titles.items()}


def told_by(field: Field, titles: Mapping[str, str]) -> Field:
    """Return a field that holds an identifier, read and shown by its title."""
    identifiers = {normal(title): id for id, title in titles.items()}

    def read(text: str) -> Value:
        if not text.strip():
            return None
        if (identifier := identifiers.get(normal(text))) is None:
            raise Unreadable("Choisissez une réponse de la liste")
        return identifier

    def show(identifier: str | None) -> str:
        return titles.get(identifier or "", "")

    return replace(field, read=read, show=show, choices=("", *titles.values()), kind=FieldKind.CHOICE)


def _column(field: Field) -> Column:
    return Column(
        field, _SHORT.get(field.name, field.label), field.name in _USUAL, numeric=field.name in _NUMERIC
    )
