"""The account of a merge as a document, to keep with the file: PDF and Word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.merging.account import Account, Entry, account
from nrdesk.core.merging.differences import Side
from nrdesk.core.merging.resolve import Outcome
from nrdesk.core.model import Authority
from nrdesk.core.reports import look, wording
from nrdesk.core.reports.content import (
    Block,
    Callout,
    Column,
    Heading,
    Meta,
    Report,
    Table,
    bold,
    bullets,
    paragraph,
)
from nrdesk.core.reports.exporting import save_from

FORMATS = ("pdf", "docx")
_COLUMNS = (Column("Ce qui diffère", 1.2), Column("A", 2), Column("B", 2), Column("Gardé", 0.6))
_KEPT = {Side.MINE: "A", Side.THEIRS: "B", Side.BOTH: "A et B"}


def build(outcome: Outcome) -> Report:
    """Return the account of a merge: A is the copy that received, B the one that was taken from."""
    told = account(outcome, "A", "B")
    comparison = outcome.comparison
    authority = next(each for each in comparison.mine[Authority].values() if isinstance(each, Authority))
    meta = Meta(
        title="Rapport de fusion",
        subtitle="Deux copies d’un même document réunies",
        authority=wording.full_name(authority),
        date=_date(outcome),
    )
    return Report(meta, tuple(_blocks(told, outcome)), cover=False)


def write(document: Document, outcome: Outcome, path: Path, progress: Progress = silent) -> Path:
    """Write the account of a merge, in the format that its extension says; return its path.

    Args:
        document: the copy that receives, whose logo and stamp the account bears.
        outcome: what the merge writes.
        path: the file to write.
        progress: told how far the work is.

    Raises:
        UserError: the format is not one of `FORMATS`, or the folder refuses the file.
    """
    suffix = format_of(path)
    from nrdesk.core.reports import docx, pdf

    render = pdf.render if suffix == "pdf" else docx.render
    return save_from(document, render(look.dressed(document, build(outcome)), progress), path)


def format_of(path: Path) -> str:
    """Return the format of an account, that the name of its file says.

    Raises:
        UserError: it is not one of `FORMATS`.
    """
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise UserError(
            "Le rapport de fusion s’écrit en .pdf ou en .docx.", todo="Choisissez l’une de ces fins."
        )
    return suffix


def _date(outcome: Outcome) -> dt.date:
    """Return the day of the last change in either copy: the same merge gives the same document."""
    comparison = outcome.comparison
    dates = [row.updated_at for rows in comparison.mine.values() for row in rows.values()]
    dates += [each.theirs.updated_at for each in comparison.differences if each.theirs]
    return dt.date.fromisoformat(max(dates)[:10])


def _blocks(told: Account, outcome: Outcome) -> Iterator[Block]:
    comparison = outcome.comparison
    yield bullets(
        (bold(f"A{NBSP}: "), comparison.mine_path.name, ", la copie qui reçoit."),
        (bold(f"B{NBSP}: "), comparison.theirs_path.name, ", l’autre copie, qui ne change pas."),
        (bold(f"Origine{NBSP}: "), told.origin),
        (bold(f"Écrit dans A{NBSP}: "), told.summary),
    )
    asked = [entry for entry in told.entries if entry.conflict]
    others = [entry for entry in told.entries if not entry.conflict]
    yield from _entries("Ce qu’il fallait choisir", asked)
    yield from _entries("Ce que nrdesk a réuni sans question", others)
    if told.consequences:
        yield Callout(
            "Conséquences de ces choix", (paragraph("Ce que les choix ont entraîné ailleurs."),), "caution"
        )
        yield bullets(*told.consequences)
    if told.journal:
        yield Heading(2, "Ce qui a été fait dans B depuis la séparation")
        yield bullets(*told.journal)
    if not told.entries:
        yield paragraph("Les deux copies disent la même chose.")


def _entries(title: str, entries: Sequence[Entry]) -> Iterator[Block]:
    if not entries:
        return
    yield Heading(2, f"{title} ({count(len(entries), 'ligne')})")
    for entry in entries:
        yield Heading(3, f"{entry.kind} {entry.name}".strip())
        yield paragraph(f"{entry.told[:1].upper()}{entry.told[1:]}.", style="small")
        if entry.lines:
            rows = tuple(
                (line.label, line.mine or "—", line.theirs or "—", _KEPT[line.kept]) for line in entry.lines
            )
            yield Table(f"{entry.kind} {entry.name}".strip(), _COLUMNS, rows)
