"""« Expliquer ce chiffre » for a score: the levels added up, and what is assumed."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core.footprint.explanation import Explanation
from nrdesk.core.footprint.terms import Term
from nrdesk.core.formatting import NBSP, count, number, percent
from nrdesk.core.maturity.scoring import ENOUGH, Maturity, ThemeScore
from nrdesk.core.reference import questionnaire

_SOURCE = "vos réponses au questionnaire"
_HYPOTHESES = (
    "Chaque question compte autant que les autres, et un niveau vaut un point.",
    "Les questions sans objet ici ne comptent pas.",
    f"Sous {percent(ENOUGH)} de réponses, nrdesk n’affiche aucune moyenne.",
    f"C’est une auto-évaluation{NBSP}: elle sert à se situer d’une année à l’autre, pas à se comparer.",
)


def explain_theme(maturity: Maturity, score: ThemeScore) -> Explanation:
    """Explain the score of a theme: the level of each of its questions."""
    terms = tuple(
        Term(question.text, f"niveau {maturity.levels[question.id]}")
        for question in questionnaire.load()
        if question.theme == score.theme and question.id in maturity.levels
    )
    return _explained(f"{score.theme}{NBSP}: maturité", score.score, score.levels, terms)


def explain_overall(maturity: Maturity) -> Explanation:
    """Explain the overall score: what each theme adds to it."""
    terms = tuple(
        Term(theme.theme, f"{sum(theme.levels)} pour {count(theme.answered, 'réponse')}", _SOURCE)
        for theme in maturity.by_theme
        if theme.levels
    )
    return _explained("Maturité d’ensemble", maturity.score, tuple(maturity.levels.values()), terms)


def _explained(
    title: str, score: float | None, levels: Sequence[int], terms: tuple[Term, ...]
) -> Explanation:
    total = f"{sum(levels)} ÷ {count(len(levels), 'réponse')}"
    return Explanation(
        title=title,
        formula="" if score is None else f"{total} = {number(score, 1)} sur {questionnaire.HIGHEST}",
        terms=terms,
        hypotheses=_HYPOTHESES,
        missing=("des réponses",) if score is None else (),
        value=score,
    )
