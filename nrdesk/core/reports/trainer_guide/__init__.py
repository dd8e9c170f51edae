"""« Guide du formateur »: all that somebody needs to run the session, from the exercises of the window.

It tells the answers: the sheet to hand out to the tables is `core.reports.exercise_sheet`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core import training
from nrdesk.core.formatting import number
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.content import (
    Block,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Meta,
    Report,
    Table,
    bullets,
    paragraph,
)
from nrdesk.core.reports.trainer_guide import answers, before, running
from nrdesk.core.reports.trainer_guide.programme import Programme, programme
from nrdesk.core.reports.wording import french, prose
from nrdesk.core.workshops.timetable import in_words

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Guide du formateur"
NOTICE = "Communes fictives : toutes leurs données sont inventées. Ce guide contient les réponses."


def build(document: Document) -> Report:
    """Return the guide, under the name of whoever prints it from a document."""
    return report(wording.full_name(document.authority), parts.date_of(document))


def report(authority: str, date: dt.date) -> Report:
    """Return the guide, ready to be rendered.

    Args:
        authority: whose training it is, on the cover.
        date: date on the cover.
    """
    session = programme()
    meta = Meta(
        title=TITLE,
        subtitle=session.title,
        authority=authority,
        date=date,
        status="document du formateur",
        notice=french(NOTICE),
    )
    return Report(meta, tuple(_blocks(session)))


def _blocks(session: Programme) -> Iterator[Block]:
    yield from _essential(session)
    yield from before.blocks(session)
    yield from running.blocks(session)
    yield from _troubles(session)
    yield from _results()
    yield from _variants(session)
    yield from answers.communes()
    yield from answers.blocks()
    yield from before.quiz()


def _essential(session: Programme) -> Iterator[Block]:
    yield Heading(1, "L’essentiel")
    yield paragraph(session.purpose, style="lead")
    done = sum(len(sequence.exercises(session.commune)) for sequence in session.sequences)
    everything = {each.id for commune in training.communes() for each in training.exercises(commune.key)}
    yield KeyFigures(
        (
            KeyFigure(in_words(session.minutes), "de séance", "pause comprise"),
            KeyFigure(number(done), "exercices en séance", "étapes 2 et 4"),
            KeyFigure(number(len(everything)), "exercices en tout", "sur les dix étapes"),
        )
    )
    yield prose(f"Pour qui : {session.audience[0].lower()}{session.audience[1:]}")
    yield prose(
        "Comment lire ce guide : la partie « Avant la séance » se lit deux semaines avant, le déroulé se "
        "garde sous les yeux, les corrigés servent à votre préparation et à la dernière demi-heure. Les "
        "phrases « À dire » peuvent se dire telles quelles."
    )


def _troubles(session: Programme) -> Iterator[Block]:
    yield Heading(1, "Quand la séance déraille")
    rows = tuple((each.what, each.todo) for each in session.troubles)
    yield Table("Ce qui arrive, et que faire", (Column("Ce qui arrive", 2), Column("Que faire", 4)), rows)


def _results() -> Iterator[Block]:
    yield Heading(1, "Noter, ramasser, comparer")
    yield prose(
        "Un exercice réussi donne ses points. Chaque indice ouvert en retire un ; il en reste toujours un au "
        "moins. nrdesk regarde la commune elle-même : une autre façon d’y arriver vaut la vôtre."
    )
    yield bullets(
        french(
            "À chaque table : « Enregistrer nos résultats… », sur la clé USB. Le fichier s’appelle "
            "« resultats- » suivi du nom de la table."
        ),
        french(
            "Sur votre ordinateur : « S’entraîner », « Espace du formateur », « Rassembler les résultats… », "
            "puis la clé ou un dossier. Un fichier illisible est nommé, les autres sont lus."
        ),
        french("« Enregistrer en Excel… » garde la feuille : une ligne par table, une par exercice."),
    )
    yield prose(
        "Regardez d’abord les exercices que peu de tables ont réussis : ils disent ce qu’il faut mieux "
        "expliquer la prochaine fois."
    )


def _variants(session: Programme) -> Iterator[Block]:
    yield Heading(1, "Raccourcir, allonger, et après")
    for each in session.variants:
        yield Heading(2, each.title)
        yield from map(paragraph, each.items)
    yield Heading(2, "Après la séance")
    yield bullets(*session.after)
