"""« Énoncés des exercices »: what the trainer hands out to each table, without an answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core import training
from nrdesk.core.formatting import count
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.content import Block, Heading, Meta, Report, bold, bullets, paragraph
from nrdesk.core.reports.trainer_guide.answers import about, paragraphs
from nrdesk.core.reports.trainer_guide.programme import programme
from nrdesk.core.reports.wording import french
from nrdesk.core.training import Commune, Exercise

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Énoncés des exercices"


def build(document: Document) -> Report:
    """Return the sheet of the commune of a document, of that of the session when it is no exercise."""
    session = training.session_of(document)
    key = session.commune if session else programme().commune
    return report(key, wording.full_name(document.authority), parts.date_of(document))


def report(key: str, authority: str, date: dt.date) -> Report:
    """Return the sheet of a commune: the exercises of the session, then those of the other steps.

    Args:
        key: key of the commune.
        authority: whose training it is.
        date: date under the title.

    Raises:
        KeyError: there is no such commune.
    """
    commune = next(each for each in training.communes() if each.key == key)
    meta = Meta(
        title=TITLE,
        subtitle=f"{commune.name}, {count(commune.population, 'habitant')}",
        authority=authority,
        date=date,
        status="feuille à distribuer",
        notice=french("Commune fictive : toutes ses données sont inventées."),
    )
    return Report(meta, tuple(_blocks(commune)), cover=False)


def _blocks(commune: Commune) -> Iterator[Block]:
    yield Heading(2, "L’histoire de votre commune")
    yield from (paragraph(french(part)) for part in paragraphs(commune.story))
    yield Heading(2, "La règle du jeu")
    yield bullets(
        french("Vous ne pouvez rien abîmer : chaque geste s’annule (Ctrl+Z)."),
        french("« Vérifier » regarde la commune, et dit ce qu’il manque."),
        french("Un indice coûte un point. Demander à la table voisine ne coûte rien."),
    )
    steps = dict.fromkeys(step for each in programme().sequences for step in each.steps)
    session = [each for each in training.exercises(commune.key) if each.step in steps]
    others = [each for each in training.exercises(commune.key) if each.step not in steps]
    yield from _exercises("Les exercices de la séance", session)
    yield from _exercises("Pour aller plus loin", others)


def _exercises(title: str, exercises: list[Exercise]) -> Iterator[Block]:
    if exercises:
        yield Heading(2, title)
    for each in exercises:
        yield Heading(3, each.title)
        first, *others = paragraphs(each.statement)
        # In one block: a statement never begins on another page than its title.
        yield paragraph(bold(f"Étape {each.step}, {about(each)}. "), french(first), style="block")
        yield from (paragraph(french(part)) for part in others)
