"""« Kit de communication »: the pieces of the kit as content trees, for every format that they go out in.

    told = kit_of(document)
    report(document, told.view("press"))

The look, the stamp and the date are those of every document of nrdesk; the words are those of
`core.communication.kit`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core import dates, richtext
from nrdesk.core.communication import kit_pieces
from nrdesk.core.communication.kit import Kit, PieceView, kit
from nrdesk.core.communication.kit_remarks import Matter
from nrdesk.core.communication.subjects import STRATEGY
from nrdesk.core.model import (
    Action,
    ActionYear,
    Ambition,
    AnnualReview,
    AwarenessSession,
    Campaign,
    Charter,
    Commitment,
    Deliberation,
    Equipment,
    Indicator,
    KitText,
    Milestone,
    Objective,
    Person,
    PriorityAxis,
    Reading,
)
from nrdesk.core.reports import look, parts, rich, wording
from nrdesk.core.reports.content import Block, Column, Heading, Meta, PageBreak, Report, Table
from nrdesk.core.reports.wording import prose
from nrdesk.core.richtext import RichText

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_READ = (
    Action, ActionYear, Ambition, AnnualReview, AwarenessSession, Campaign, Charter, Commitment, Deliberation,
    Equipment, Indicator, KitText, Milestone, Objective, Person, PriorityAxis, Reading,
)  # fmt: skip
"""Records that the kit tells: it is dated of their last change."""
_SUBTITLES = {kit_pieces.PRESS: "Communiqué de presse", kit_pieces.INTRANET: "Note interne"}
_FREE = (kit_pieces.POSTER, kit_pieces.SLIDES)
"""Pieces where the level of a title says how it is shown, not where it stands in the text."""
_SIGNATURES = 16
"""Empty lines of the sheet to sign, which is a page: printed on the back of the text."""
_SHEET = (
    Column("N°", 0.3), Column("Nom", 2), Column("Fonction", 1.6),
    Column("Date", 0.9), Column("Signature", 1.4),
)  # fmt: skip


def day(document: Document) -> dt.date:
    """Return the day of the last change of what the kit tells: the same data give the same kit."""
    return parts.date_of(document, *_READ)


def kit_of(document: Document, story: str = STRATEGY, today: dt.date | None = None) -> Kit:
    """Return the pieces that tell a story, or the strategy as a whole; by default on the day of the data."""
    return kit(document, today or day(document), story)


def report(document: Document, view: PieceView) -> Report:
    """Return a piece of the kit, ready to be rendered.

    Args:
        document: where the look of the collectivité is.
        view: the piece, from `kit_of`.
    """
    key = view.piece.key
    blocks = [*(_blocks(view.body) if key in _FREE else rich.blocks(view.body, 2))]
    if key == kit_pieces.COMMITMENTS:
        blocks += _signatures(document)
    return look.dressed(document, Report(_meta(document, view), tuple(blocks), cover=False))


def _blocks(body: RichText) -> Iterator[Block]:
    """Yield the blocks of a text whose titles keep their level, whatever stands above."""
    for block in body.blocks:
        yield from rich.blocks(RichText((block,)), block.level if isinstance(block, richtext.Heading) else 1)


def _meta(document: Document, view: PieceView) -> Meta:
    authority = document.authority
    return Meta(
        title=view.title,
        subtitle=_SUBTITLES.get(view.piece.key, ""),
        authority=wording.full_name(authority),
        date=day(document),
        status=_status(view),
        notice=parts.notice(authority),
    )


def _status(view: PieceView) -> str:
    if any(each.matter is Matter.GAP for each in view.remarks):
        return "texte à compléter"
    return "texte proposé, à relire" if view.prefilled else "communication"


def _signatures(document: Document) -> Iterator[Block]:
    """Yield who has signed already, then lines to sign on."""
    signed = sorted(document.all(Commitment), key=lambda each: (each.signed or "9", each.name, each.id))
    if signed:
        yield Heading(2, "Ont déjà signé")
        yield Table(
            "Les signataires",
            (Column("Nom", 2), Column("Fonction", 2), Column("Date")),
            tuple(
                (
                    " ".join(each.name.split()) or "Sans nom",
                    " ".join(each.function.split()),
                    dates.partial_in_letters(each.signed) if each.signed else "",
                )
                for each in signed
            ),
        )
    yield PageBreak()
    yield Heading(2, "Je signe")
    rows = tuple((f"{rank}\n", "", "", "", "") for rank in range(1, _SIGNATURES + 1))
    yield Table("Feuille à signer", _SHEET, rows)
    yield prose("Cette feuille garde des noms : rangez-la, et effacez ceux qui le demandent.", style="small")
