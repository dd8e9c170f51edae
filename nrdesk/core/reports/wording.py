"""Turns of phrase that documents share."""

from __future__ import annotations

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP, number, significant, trimmed
from nrdesk.core.reports.content import Meta, Paragraph, ParagraphStyle, Piece, paragraph
from nrdesk.core.written.prose import (
    capital,
    council,
    days,
    french,
    full_name,
    listed,
    of,
    sentence,
    texts,
    the_authority,
    when,
)

__all__ = [
    "CONTENTS",
    "NOTHING",
    "NO_WORDS",
    "capital",
    "council",
    "days",
    "facts",
    "facts_block",
    "french",
    "full_name",
    "kilograms",
    "listed",
    "of",
    "prose",
    "running_title",
    "sentence",
    "share",
    "texts",
    "the_authority",
    "when",
]

CONTENTS = "Sommaire"
NOTHING = "Rien à afficher dans ce tableau pour le moment."
"""Said in place of a table without rows."""
NO_WORDS = "Graphique, décrit par sa légende."
"""Alternative text of a figure that came with none."""


def facts(meta: Meta) -> list[tuple[str, str]]:
    """Return what a cover tells of a document, name and value."""
    told = [
        ("Date", dates.in_letters(meta.date)),
        ("Campagne", meta.campaign),
        ("Facteurs d’empreinte", meta.factors),
        ("État du droit", dates.in_letters(meta.legal_state) if meta.legal_state else ""),
        ("Statut", meta.status),
    ]
    return [(name, value) for name, value in told if value]


def facts_block(meta: Meta) -> str:
    """Return what a document without a cover tells under its title: date, status, law, notice."""
    law = f"état du droit au {dates.in_letters(meta.legal_state)}" if meta.legal_state else ""
    told = (dates.in_letters(meta.date), meta.status, law)
    line = " · ".join(part for part in told if part)
    return f"{line}\n{meta.notice}" if meta.notice else line


def running_title(meta: Meta) -> str:
    """Return what stands at the foot of every page."""
    return f"{meta.authority} · {meta.title} · {meta.status}"


def in_quotes(text: str) -> str:
    """Return words between guillemets, once: "« Garder ce qui marche. »"."""
    bare = text.strip().strip('«»“”" \u00a0\u202f')
    return f"«{NBSP}{bare}{NBSP}»"


def opens_a_list(paragraph: Paragraph) -> bool:
    """Return whether a paragraph ends with a colon: it stays with the list that follows it."""
    return "".join(run.text for run in paragraph.runs).rstrip().endswith(":")


def kilograms(value: float) -> str:
    """Return kilograms with the figures that an order of magnitude allows: "1 300", "71", "4,3"."""
    return trimmed(significant(value), 1) if value >= 0.05 else ("0" if value == 0 else "< 0,1")


def share(part: float, whole: float) -> str:
    """Return a share in percent, "< 1 %" rather than a zero that is not one."""
    if not whole or not part:
        return f"0{NBSP}%"
    percentage = 100 * part / whole
    return f"{number(percentage)}{NBSP}%" if percentage >= 0.5 else f"<{NBSP}1{NBSP}%"


def prose(*pieces: Piece, style: ParagraphStyle = "body") -> Paragraph:
    """Return a paragraph of ours, spaces set as French wants them."""
    return paragraph(*(french(piece) if isinstance(piece, str) else piece for piece in pieces), style=style)
