"""The account of a merge: each difference, both values, what was kept and why. Nothing is left out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.merging.differences import Block, Difference, Nature, Side
from nrdesk.core.merging.resolve import Consequence, Outcome, side_of
from nrdesk.core.merging.words import Words, kind_label, labels_of
from nrdesk.core.model import Activity, Record


@dataclass(frozen=True, slots=True)
class Line:
    """One value, or several that go together, that is not the same on each side."""

    label: str
    mine: str
    theirs: str
    kept: Side
    conflict: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that is not the same on each side."""

    kind: str
    """What it is, such as "Ligne d’inventaire"."""
    name: str
    told: str
    """What happened, in French."""
    conflict: bool
    """Whether somebody was to choose."""
    table: str
    id: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """All that a merge did, and all that it did not keep."""

    mine: str
    """What this copy is called in the sentences."""
    theirs: str
    origin: str
    """How the common origin was found, in French."""
    entries: tuple[Entry, ...]
    consequences: tuple[str, ...]
    journal: tuple[str, ...]
    """What was done in the other copy since they parted; its journal stays there."""
    summary: str


def account(outcome: Outcome, mine: str = "ce document", theirs: str = "l’autre copie") -> Account:
    """Return the account of a merge.

    Args:
        outcome: what it writes.
        mine: what this copy is called.
        theirs: what the other is called.
    """
    comparison = outcome.comparison
    words = words_of(outcome)
    entries = tuple(_entry(each, outcome, words, mine, theirs) for each in comparison.differences)
    return Account(
        mine=mine,
        theirs=theirs,
        origin=origin(outcome),
        entries=entries,
        consequences=tuple(_consequence(each, words) for each in outcome.consequences),
        journal=tuple(map(_journal_line, comparison.journal)),
        summary=summary(outcome),
    )


def words_of(outcome: Outcome) -> Words:
    """Return what names the rows of both sides."""
    rows: dict[type[Record], dict[str, Record]] = {kind: {} for kind in outcome.comparison.mine}
    for each in outcome.comparison.differences:
        if each.theirs and each.mine is None:
            rows[each.kind][each.id] = each.theirs
    return Words(outcome.comparison.mine, rows)


def origin(outcome: Outcome) -> str:
    """Return how the common origin of the copies was found."""
    found = outcome.comparison
    unread = (
        f" {count(len(found.unread), 'sauvegarde illisible', 'sauvegardes illisibles')} "
        f"{'n’a' if len(found.unread) == 1 else 'n’ont'} pas pu être "
        f"{'consultée' if len(found.unread) == 1 else 'consultées'}."
        if found.unread
        else ""
    )
    if found.ancestor in (found.mine_path, found.theirs_path):
        return f"L’une des deux copies n’a pas changé depuis leur séparation.{unread}"
    if found.ancestor is None:
        return (
            "Aucune sauvegarde d’avant leur séparation n’a été trouvée\u00a0: les dates des lignes et les "
            f"journaux disent qui a changé quoi.{unread}"
        )
    exact = "au moment de leur séparation" if found.exact else "un peu avant leur séparation"
    return f"La sauvegarde «{NBSP}{found.ancestor.name}{NBSP}» dit ce qu’elles étaient {exact}.{unread}"


def summary(outcome: Outcome) -> str:
    """Return in one sentence what merging writes in this document."""
    if not outcome.written:
        return "Rien à écrire\u00a0: ce document a déjà tout."
    parts = (
        (len(outcome.added), "ligne ajoutée", "lignes ajoutées"),
        (len(outcome.changed), "ligne modifiée", "lignes modifiées"),
        (len(outcome.deleted), "ligne supprimée", "lignes supprimées"),
    )
    return f"{', '.join(count(*part) for part in parts if part[0])}."


def block_sentence(block: Block) -> str:
    """Return what is asked of a frozen campaign."""
    rows = count(block.rows, "ligne diffère", "lignes diffèrent")
    return (
        f"Une campagne figée est prise entière d’un côté, pour que ses chiffres ne bougent pas\u00a0: "
        f"{rows}. Ce que l’autre côté disait reste dans le rapport."
    )


def data(told: Account) -> Mapping[str, Any]:
    """Return an account as JSON holds it."""
    return {
        "origine": told.origin,
        "resume": told.summary,
        "differences": [
            {
                "table": entry.table,
                "id": entry.id,
                "nature": entry.kind,
                "nom": entry.name,
                "conflit": entry.conflict,
                "dit": entry.told,
                "champs": [
                    {
                        "champ": line.label,
                        "a": line.mine,
                        "b": line.theirs,
                        "garde": {Side.MINE: "a", Side.THEIRS: "b", Side.BOTH: "a et b"}[line.kept],
                        "conflit": line.conflict,
                    }
                    for line in entry.lines
                ],
            }
            for entry in told.entries
        ],
        "consequences": list(told.consequences),
        "journal_de_b": list(told.journal),
    }


def told_nature(difference: Difference, mine: str, theirs: str) -> str:
    """Return how a row differs."""
    sentences = {
        Nature.CHANGED: "valeurs différentes",
        Nature.ONLY_MINE: f"ajout dans {mine}",
        Nature.ONLY_THEIRS: f"ajout dans {theirs}",
        Nature.GONE_MINE: f"suppression dans {mine}, mais pas dans {theirs}",
        Nature.GONE_THEIRS: f"suppression dans {theirs}, mais pas dans {mine}",
    }
    needed = "\u00a0; d’autres lignes en dépendent" if difference.needed else ""
    return f"{sentences[difference.nature]}{needed}"


def _entry(difference: Difference, outcome: Outcome, words: Words, mine: str, theirs: str) -> Entry:
    record = difference.mine or difference.theirs
    assert record is not None
    kept = outcome.rows[difference.kind, difference.id]
    end = (
        ""
        if difference.fields
        else ("\u00a0; la ligne est gardée" if kept else "\u00a0; la ligne n’est pas gardée")
    )
    return Entry(
        kind=kind_label(difference.kind),
        name=words.row(record),
        told=f"{told_nature(difference, mine, theirs)}{end}",
        conflict=difference.any_conflict,
        table=difference.kind.TABLE,
        id=difference.id,
        lines=tuple(_lines(difference, outcome, words)),
    )


def _lines(difference: Difference, outcome: Outcome, words: Words) -> Iterator[Line]:
    kind = difference.kind
    for field in difference.fields:
        yield Line(
            labels_of(kind, field.names),
            words.values(kind, field.names, field.mine),
            words.values(kind, field.names, field.theirs),
            side_of(difference, field, outcome.choices),
            field.conflict,
        )
    if difference.fields:
        return
    record = difference.mine or difference.theirs
    assert record is not None
    here = difference.mine is not None
    is_kept = outcome.rows[kind, difference.id] is not None
    side = Side.MINE if here is is_kept else Side.THEIRS
    for label, text in words.lines(record):
        yield Line(label, text if here else "", "" if here else text, side, difference.conflict)


def _consequence(each: Consequence, words: Words) -> str:
    name = f"{kind_label(each.kind)} {words.row(each.record)}".strip()
    if each.returned:
        return f"{name}\u00a0: la ligne est gardée, d’autres en dépendent."
    if each.lost:
        linked = words.value(each.kind, each.lost, getattr(each.record, each.lost))
        return f"{name}\u00a0: la ligne n’est plus liée à {linked}, qui n’est pas gardée."
    if each.ring:
        return f"{name}\u00a0: la ligne n’est pas gardée, ces actions s’attendraient l’une l’autre."
    lines = "\u00a0; ".join(f"{label}\u00a0: {text}" for label, text in words.lines(each.record))
    return f"{name}\u00a0: la ligne part avec ce dont elle dépend ({lines})."


def _journal_line(entry: Activity) -> str:
    who = f", {entry.user}" if entry.user else ""
    verb = {"undo": "annulé\u00a0: ", "redo": "rétabli\u00a0: "}.get(entry.kind, "")
    day = f"{entry.at[8:10]}/{entry.at[5:7]}/{entry.at[:4]} {entry.at[11:16]}"
    return f"{day} (UTC){who}\u00a0: {verb}{entry.label}"
