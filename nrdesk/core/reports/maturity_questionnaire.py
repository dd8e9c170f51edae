"""« Questionnaire de maturité »: to fill in by hand on paper, or in a spreadsheet that nrdesk takes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from nrdesk.core.formatting import NBSP, number
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.maturity import answers_of, asked, previous, sheet
from nrdesk.core.model import MaturityAnswer
from nrdesk.core.reference import questionnaire
from nrdesk.core.reference.questionnaire import LEVELS, MaturityQuestion
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.content import Block, Callout, Heading, Paragraph, Report, Run, paragraph
from nrdesk.core.reports.wording import french, prose
from nrdesk.core.steps import flash

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.model import Campaign
    from nrdesk.core.reports import xlsx

TITLE = "Questionnaire de maturité"
_BOX, _TICKED = "☐", "☑"
_DOTS = "…" * 36
"""A line to write on."""
_WIDTHS = {sheet.NUMBER: 7, sheet.THEME: 22, sheet.QUESTION: 36, sheet.LEVEL: 13, sheet.COMMENT: 40,
           sheet.EVIDENCE: 30}  # fmt: skip
_DESCRIBED = 24


def build(document: Document, campaign: Campaign | None = None) -> Report:
    """Return the questionnaire of a campaign, the latest one by default, ready to be printed."""
    campaign = campaign or document.campaign
    answers = answers_of(document, campaign)
    questions = asked(tuple(answers.values()), flash=flash(document))
    blocks = (
        *_opening(questions),
        *_questions(questions, answers, _last_year(document, campaign)),
    )
    date = parts.date_of(document, MaturityAnswer)
    subtitle = f"Où en est notre démarche numérique responsable en {campaign.year}"
    return parts.note(document, TITLE, subtitle, blocks, date=date)


def _last_year(document: Document, campaign: Campaign) -> tuple[int, Mapping[str, MaturityAnswer]]:
    """Return the year that this one is compared with, and its answers; year 0 when there is none."""
    earlier = previous(document, campaign)
    return (earlier.year, answers_of(document, earlier)) if earlier else (0, {})


def _opening(questions: Sequence[MaturityQuestion]) -> Iterator[Block]:
    yield prose(
        f"{number(len(questions))} questions, une réponse chacune : cochez la phrase qui décrit le mieux ce "
        "qui se fait aujourd’hui, pas ce qui est prévu.",
        style="lead",
    )
    yield Callout(
        "Comment remplir",
        (
            prose(
                "Entre deux niveaux, cochez le plus bas. Si la question n’a pas de sens chez vous, cochez "
                "« sans objet ici » : elle ne comptera pas."
            ),
            prose(
                "Une preuve (un document, une date, un lieu) aide à répondre de la même façon l’an prochain. "
                "Aucun nom de personne n’est utile."
            ),
        ),
    )


def _questions(
    questions: Sequence[MaturityQuestion],
    answers: Mapping[str, MaturityAnswer],
    last_year: tuple[int, Mapping[str, MaturityAnswer]],
) -> Iterator[Block]:
    for theme, grouped in groupby(questions, key=lambda question: question.theme):
        yield Heading(2, theme)
        for question in grouped:
            yield Heading(3, f"{question.id}. {question.text}")
            answer = answers.get(question.id)
            yield _card(question, answer, _before(question, last_year))
            if said := _said(answer):
                yield paragraph(f"Commentaire, preuve{NBSP}: {said}")


def _card(question: MaturityQuestion, answer: MaturityAnswer | None, before: str) -> Paragraph:
    """Return what stands under a question on one page: the answers, and a line to write on."""
    boxes = "\n".join(_boxes(question, answer))
    help = Run(f"\n{french(question.help)}", italic=True) if question.help else ""
    line = "" if _said(answer) else f"\nCommentaire, preuve{NBSP}: {_DOTS}"
    return paragraph(f"{boxes}{before}", help, line, style="block")


def _boxes(question: MaturityQuestion, answer: MaturityAnswer | None) -> Iterator[str]:
    """Yield the answers to choose from; the one given already is ticked."""
    out = answer is not None and answer.not_applicable
    given = None if answer is None or out else answer.level
    for level in LEVELS:
        yield f"{_TICKED if given == level else _BOX}{NBSP}{level}{NBSP}: {question.levels[level]}"
    yield f"{_TICKED if out else _BOX}{NBSP}Sans objet ici"


def _before(question: MaturityQuestion, last_year: tuple[int, Mapping[str, MaturityAnswer]]) -> str:
    """Return what was answered last year, "" when nothing was."""
    year, answers = last_year
    before = answers.get(question.id)
    said = sheet.written(before.level, not_applicable=before.not_applicable) if before else ""
    return french(f" (en {year} : {said.lower()})") if said else ""


def _said(answer: MaturityAnswer | None) -> str:
    """Return what was written beside the answer, which may be long."""
    return " ".join(filter(None, (answer.comment, answer.evidence))) if answer else ""


def write(document: Document, progress: Progress = silent, campaign: Campaign | None = None) -> bytes:
    """Return the questionnaire of a campaign, by default the latest one, as a workbook to take back."""
    from nrdesk.core.reports import xlsx

    campaign = campaign or document.campaign
    answers = answers_of(document, campaign)
    year, before = _last_year(document, campaign)
    columns = [
        *(xlsx.Column(title, _WIDTHS[title]) for title in (sheet.NUMBER, sheet.THEME, sheet.QUESTION)),
        xlsx.Column(sheet.LEVEL, _WIDTHS[sheet.LEVEL], choices=sheet.CHOICES,
                    help="La phrase qui décrit le mieux ce qui se fait aujourd’hui."),
        *(xlsx.Column(sheet.described(level), _DESCRIBED) for level in LEVELS),
        *(xlsx.Column(title, _WIDTHS[title]) for title in (sheet.COMMENT, sheet.EVIDENCE)),
    ]  # fmt: skip
    if before:
        columns.append(xlsx.Column(f"Niveau en {year}"))
    rows = []
    for question in questionnaire.load():
        answer = answers.get(question.id)
        row: list[xlsx.Cell] = [question.id, question.theme, question.text, _level(answer), *question.levels]
        row += [answer.comment, answer.evidence] if answer else ["", ""]
        if before:
            row.append(_level(before.get(question.id)))
        rows.append(tuple(row))
        progress(len(rows), len(questionnaire.load()))
    sheets = (
        xlsx.Sheet(sheet.SHEET, tuple(columns), tuple(rows), wraps=True),
        _read_me(document, campaign),
    )
    title = f"{TITLE}, {wording.full_name(document.authority)}"
    return xlsx.workbook(sheets, title=title, date=dt.date.fromisoformat(campaign.as_of))


def _level(answer: MaturityAnswer | None) -> str:
    return sheet.written(answer.level, not_applicable=answer.not_applicable) if answer else ""


def _read_me(document: Document, campaign: Campaign) -> xlsx.Sheet:
    from nrdesk.core.reports import xlsx

    told = [
        ("Collectivité", wording.full_name(document.authority)),
        ("Campagne", str(campaign.year)),
        (
            "Répondre",
            f"Dans la feuille « {sheet.SHEET} », choisissez un niveau pour chaque question. Les phrases des "
            "cinq niveaux sont sur la même ligne.",
        ),
        ("Sans objet", "Une question qui n’a pas de sens chez vous ne compte pas dans les moyennes."),
        ("Laisser vide", "Une case vide ne change rien : elle n’efface pas une réponse déjà donnée."),
        (
            "Reprendre",
            "Dans nrdesk, page « Questionnaire de maturité », bouton « Reprendre un tableau rempli ».",
        ),
        ("Garder les titres", "Ne changez ni la première ligne ni les numéros des questions."),
    ]
    if document.authority.is_demo:
        told.append(("Attention", "Commune fictive : toutes les données sont inventées."))
    rows = tuple((french(name), french(said)) for name, said in told)
    return xlsx.Sheet("Lisez-moi", (xlsx.Column("À propos", 28), xlsx.Column("", 100)), rows, is_table=False)
