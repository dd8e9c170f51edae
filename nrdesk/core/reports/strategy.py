"""« Stratégie numérique responsable »: the document that the assembly adopts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core import roadmap
from nrdesk.core.errors import NotReadyError
from nrdesk.core.reports import rich, strategy_text
from nrdesk.core.reports.content import Block, Callout, Heading, Report, bullets
from nrdesk.core.reports.strategy_text import Text
from nrdesk.core.reports.versions import OBJECTIVES
from nrdesk.core.reports.wording import french, prose
from nrdesk.core.richtext import Insert

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

TITLE = "Stratégie numérique responsable"


def build(document: Document, assessment: Assessment | None = None) -> Report:
    """Return the strategy, ready to be rendered: the version adopted, or the working document before that.

    Args:
        document: what the strategy is drawn from.
        assessment: the figures of the latest campaign, when they are at hand.

    Raises:
        NotReadyError: every chapter is left out.
        UserError: the version that was adopted cannot be read.
    """
    text = strategy_text.text_of(document, assessment)
    if not text.chapters:
        raise NotReadyError(
            "La stratégie n’a aucun chapitre.", todo="À l’étape 6, gardez ou écrivez au moins un chapitre."
        )
    blocks = (*_chapters(text), *_objectives(text), *_figures(text), *_unwritten(document, text))
    return Report(strategy_text.meta(document, TITLE, _subtitle(text), text), blocks)


def _subtitle(text: Text) -> str:
    return "Feuille de route" if text.adopted else "Feuille de route, projet soumis à la discussion"


def _chapters(text: Text) -> Iterator[Block]:
    for view in text.chapters:
        yield Heading(1, view.title)
        yield from rich.blocks(view.body, 2, text.insert)


def _objectives(text: Text) -> Iterator[Block]:
    """Yield the objectives as tables, unless a chapter already shows them so."""
    placed = {block.key for view in text.chapters for block in view.body.blocks if isinstance(block, Insert)}
    if OBJECTIVES not in placed and (found := tuple(text.insert(OBJECTIVES))):
        yield Heading(1, "Annexe\u00a0: nos objectifs en tableaux")
        yield from found


def _figures(text: Text) -> Iterator[Block]:
    """Yield where the figures come from, when the document tells some."""
    if text.cover.factors:
        yield Callout(
            "D’où viennent les chiffres",
            (
                prose(
                    f"Ils viennent de l’inventaire de {text.cover.campaign}. Facteurs d’empreinte : "
                    f"{text.cover.factors}."
                ),
                prose(
                    "Ce sont des ordres de grandeur, avec leur fourchette : une évaluation, pas une mesure. "
                    "L’état des lieux en donne le détail et la méthode."
                ),
            ),
        )


def _unwritten(document: Document, text: Text) -> Iterator[Block]:
    """Yield the chapters that a working document passes over, so that nobody thinks it finished."""
    if text.adopted:
        return
    told = {view.key for view in text.chapters}
    waiting = [
        view.title for view in roadmap.chapters(document) if not view.left_out and view.key not in told
    ]
    if waiting:
        yield Heading(1, "Ce qu’il reste à écrire")
        yield prose("Ces chapitres attendent encore des réponses. Ils ne figurent pas dans ce projet :")
        yield bullets(*(french(title) for title in waiting))
