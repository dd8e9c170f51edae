"""Where the collectivité goes: its ambition, why, its axes and objectives, what is expected of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nrdesk.core.ambition import in_order, value_text
from nrdesk.core.model import Ambition, Dimension, Objective, PriorityAxis, Quote, Reach
from nrdesk.core.richtext import Block, Heading, Insert, Paragraph
from nrdesk.core.roadmap.facts import Facts
from nrdesk.core.roadmap.pieces import (
    Drawn,
    Missing,
    Words,
    bullets,
    ours,
    paragraph,
    paragraphs,
    said,
    strong,
)
from nrdesk.core.written.prose import after_colon, capital, listed, sentence, when
from nrdesk.core.written.words import on_one_line

WHY_US = "Pourquoi nous, pourquoi maintenant ?"
WHAT_CHANGED = "Qu’aurons-nous changé dans un an, dans trois ans ?"
"""Questions of the guide (step 6)."""
UNNAMED = "Objectif sans titre"


def ambition(facts: Facts) -> Drawn:
    """Draw the ambition: in one sentence, what it covers, for whom, what it leaves aside."""
    found = next(iter(facts.all(Ambition)), Ambition())
    if found.text.strip():
        yield Paragraph((strong(on_one_line(found.text)),))
    else:
        yield Missing("écrivez à l’étape 5 l’ambition, en une ou deux phrases.", "step5", "ambition")
    if found.horizon:
        yield paragraph(f"Nous voulons y être en {found.horizon}.")
    if weights := _weights(found):
        yield paragraph(f"Notre effort se répartit ainsi : {weights}.")
    yield from _told("Ce qu’elle couvre", found.scope, "dites à l’étape 5 ce que l’ambition couvre.", "scope")
    yield from _told("Pour qui d’abord", found.publics, "dites à l’étape 5 pour qui elle est.", "publics")
    if found.renounced.strip():
        yield from _told("Ce que nous laissons pour plus tard", found.renounced, "", "")


def _told(label: str, text: str, todo: str, field: str) -> Drawn:
    if not text.strip():
        yield Missing(todo, "step5", field)
        return
    yield paragraph(ours(f"{label} : ", bold=True), said(after_colon(sentence(text))))


def _weights(found: Ambition) -> str:
    told = {"environnement": found.environment, "social": found.social, "sociétal": found.societal}
    return listed([f"{name} {weight} %" for name, weight in told.items() if weight])


def why(facts: Facts) -> Drawn:
    """Draw the reasons, and what those who decide say of it in their own words."""
    if answer := facts.answer(6, WHY_US):
        yield from paragraphs(answer)
    else:
        yield Missing(
            "dites en quelques lignes pourquoi vous, et pourquoi maintenant (étape 6, questions du guide).",
            "step6",
            "answers",
        )
    if any(quote.text.strip() for quote in facts.all(Quote)):
        yield Insert("quotes")
    else:
        yield Missing("recueillez à l’étape 6 deux phrases d’un élu ou de la direction.", "step6", "quotes")


def objectives(facts: Facts) -> Drawn:
    """Draw the axes, then the objectives: by dimension, inside then on the territory."""
    axes, found = in_order(facts.all(PriorityAxis)), in_order(facts.all(Objective))
    if axes:
        yield paragraph("Nous retenons ces axes :" if len(axes) > 1 else "Nous retenons un axe :")
        yield bullets(map(_axis, axes))
    else:
        yield Missing("choisissez à l’étape 5 un à cinq axes prioritaires.", "step5", "axes")
    if not found:
        yield Missing("écrivez à l’étape 5 au moins un objectif chiffré et daté.", "step5", "objectives")
        return
    for dimension in Dimension:
        yield from _dimension(dimension, [each for each in found if each.dimension is dimension])
    if loose := [each.title or UNNAMED for each in found if each.target_value is None or not each.due]:
        named = listed([f"« {title} »" for title in loose[:3]])
        yield Missing(
            f"donnez à l’étape 5 une cible et une date à chaque objectif, d’abord à {named}.",
            "step5",
            "objectives",
        )


def _axis(axis: PriorityAxis) -> tuple[Words, ...]:
    title = strong(sentence(axis.title or "Axe sans titre"))
    return (title, " ", said(sentence(axis.reason))) if axis.reason.strip() else (title,)


def _dimension(dimension: Dimension, found: Sequence[Objective]) -> Iterator[Block]:
    if not found:
        return
    yield Heading(1, capital(dimension.label))
    for reach in Reach:
        if alike := [each for each in found if each.reach is reach]:
            yield paragraph(ours(f"{capital(reach.label)} :", bold=True))
            yield bullets(map(_objective, alike))


def _objective(objective: Objective) -> tuple[Words, ...]:
    title = strong(sentence(objective.title or UNNAMED))
    told = _way(objective)
    return (title, " ", said(told)) if told else (title,)


def _way(objective: Objective) -> str:
    """Return "Âge moyen : de 5,1 ans en 2025 à 7 ans en 2030." with what is known of it."""
    base = value_text(objective.base_value, objective.unit)
    target = value_text(objective.target_value, objective.unit)
    parts = []
    if base:
        parts.append(f"de {base}" + (f" en {objective.base_year}" if objective.base_year else ""))
    if target:
        parts.append(f"à {target}")
    if objective.due:
        parts.append(f"{'le' if len(objective.due) > 7 else 'en'} {when(objective.due)}")
    if not parts:
        return ""
    name = objective.indicator.strip()
    return f"{capital(name)}\u00a0: {' '.join(parts)}." if name else f"{capital(' '.join(parts))}."


def results(facts: Facts) -> Drawn:
    """Draw what people will see changed."""
    if answer := facts.answer(6, WHAT_CHANGED):
        yield from paragraphs(answer)
    found = in_order(facts.all(Objective))
    expected = [each for each in found if each.expected.strip()]
    if expected:
        yield paragraph("Ce que l’on verra changer :")
        yield bullets(
            (strong(f"{each.title or UNNAMED}\u00a0: "), said(sentence(each.expected))) for each in expected
        )
    elif not answer:
        yield Missing("dites à l’étape 5 l’effet attendu de chaque objectif.", "step5", "objectives")
    if found and 0 < len(expected) < len(found):
        yield Missing(
            f"il manque l’effet attendu de {len(found) - len(expected)} objectif(s), à l’étape 5.",
            "step5",
            "objectives",
        )
