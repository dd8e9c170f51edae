"""« Guides d’entretien »: the questions to ask, on paper with room to write, or in a table to send."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.formatting import count
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.listening import copied, guides, questions_of, sheet
from nrdesk.core.model import QuestionGuide
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.content import (
    Block,
    Callout,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    Run,
    bold,
    paragraph,
)
from nrdesk.core.reports.wording import french, prose

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.reports import xlsx

TITLE = "Guides d’entretien"
_LINE = "…" * 46
"""A line to write on, as wide as the page."""
_LINES, _FEWER = 4, 3
_MANY = 7
"""Questions beyond which there are fewer lines for each: a guide fills one sheet of paper."""
_SHORT = "…" * 14


def chosen(document: Document) -> Sequence[QuestionGuide]:
    """Return the guides of a document; those that come with nrdesk as long as it has none of its own."""
    ours = document.all(QuestionGuide)
    return [guide for guide in ours if questions_of(guide)] or [copied(each) for each in guides()]


def build(document: Document) -> Report:
    """Return the guides of a document, one a page, ready to be printed."""
    found = chosen(document)
    blocks = (*_opening(found), *(block for guide in found for block in _guide(guide)))
    date = parts.date_of(document, QuestionGuide)
    return parts.note(document, TITLE, "Écouter avant de conclure", blocks, date=date)


def _opening(found: Sequence[QuestionGuide]) -> Iterator[Block]:
    yield prose(
        f"{count(len(found), 'guide', 'guides')}, à imprimer ou à envoyer. Rappelez d’abord pourquoi vous "
        "êtes là, puis laissez parler : toutes les questions ne servent pas à tous.",
        style="lead",
    )
    yield Callout(
        "Après l’échange",
        (
            prose(
                "Recopiez l’essentiel dans nrdesk, étape 4, « Écouter ». Le tableau Excel du même nom se "
                "remplit sur ordinateur, puis se reprend d’un seul geste."
            ),
            prose("Notez les fonctions, pas les noms : l’état des lieux n’en a pas besoin."),
        ),
    )


def _guide(guide: QuestionGuide) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(2, guide.title or "Guide sans titre")
    if guide.audience:
        yield paragraph(bold(french("Pour : ")), guide.audience)
    yield prose(f"Qui (service ou fonction) : {_SHORT} Date : {_SHORT}")
    if guide.introduction:
        words = tuple(paragraph(line) for line in guide.introduction.splitlines() if line.strip())
        yield Callout("À dire d’abord", words)
    questions = questions_of(guide)
    room = _LINES if len(questions) <= _MANY else _FEWER
    for rank, question in enumerate(questions, 1):
        yield _question(rank, question, room)


def _question(rank: int, question: str, room: int) -> Paragraph:
    """Return a question and the lines under it, on one page."""
    lines = "\n".join([_LINE] * room)
    return paragraph(bold(f"{rank}. {french(question)}\n"), Run(lines), style="block")


def write(document: Document, progress: Progress = silent) -> bytes:
    """Return the guides as a workbook: one sheet each, to fill in and to take back."""
    from nrdesk.core.reports import xlsx

    found = chosen(document)
    sheets: list[xlsx.Sheet] = []
    for guide in found:
        name = sheet.sheet_name(guide.title, [each.title for each in sheets])
        rows = tuple((question, "", "", None) for question in questions_of(guide))
        sheets.append(xlsx.Sheet(name, _columns(), rows, wraps=True))
        progress(len(sheets), len(found))
    date = parts.date_of(document, QuestionGuide)
    title = f"{TITLE}, {wording.full_name(document.authority)}"
    return xlsx.workbook((*sheets, _read_me(document, date)), title=title, date=date)


def _columns() -> tuple[xlsx.Column, ...]:
    from nrdesk.core.reports import xlsx

    return (
        xlsx.Column(sheet.QUESTION, 56),
        xlsx.Column(sheet.ANSWER, 72),
        xlsx.Column(sheet.WHO, 30),
        xlsx.Column(sheet.DATE, 14, number_format="dd/mm/yyyy"),
    )


def _read_me(document: Document, date: dt.date) -> xlsx.Sheet:
    from nrdesk.core import dates
    from nrdesk.core.reports import xlsx

    told = [
        ("Collectivité", wording.full_name(document.authority)),
        ("Date", dates.in_letters(date)),
        (
            "Répondre",
            f"Dans la colonne « {sheet.ANSWER} » de la feuille qui vous concerne. Quelques mots suffisent.",
        ),
        (
            "Dire qui répond",
            "Une seule fois par feuille, sur la première ligne : un service ou une fonction, jamais un nom. "
            "Pour une autre personne, recopiez les questions plus bas.",
        ),
        ("Laisser vide", "Une question sans réponse n’est pas reprise. Les autres feuilles non plus."),
        (
            "Reprendre",
            "Dans nrdesk, étape 4, « Écouter », bouton « Reprendre un questionnaire rempli ».",
        ),
        ("Garder les titres", "Ne changez pas la première ligne : elle sert à reconnaître le tableau."),
    ]
    if document.authority.is_demo:
        told.append(("Attention", "Commune fictive : toutes les données sont inventées."))
    rows = tuple((french(name), french(said)) for name, said in told)
    return xlsx.Sheet("Lisez-moi", (xlsx.Column("À propos", 28), xlsx.Column("", 100)), rows, is_table=False)
