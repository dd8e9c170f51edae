"""The four contents that the decree of 29 July 2022 asks of a strategy: which are there, which are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nrdesk.core.compliance import Status
from nrdesk.core.model import Dimension, Objective, PastAction
from nrdesk.core.roadmap.drafts.law import strategy_verdict
from nrdesk.core.roadmap.facts import Facts
from nrdesk.core.roadmap.views import ChapterView


@dataclass(frozen=True, slots=True)
class Content:
    """One of the four contents."""

    name: str
    ok: bool
    reason: str
    """French sentence: where it is, or what is missing."""


def contents(facts: Facts, found: Sequence[ChapterView]) -> tuple[Content, ...]:
    """Return the four contents (CGCT, art. D. 2311-15-1); none for who is under no duty to have a strategy.

    The rules look at what is filled in. "Mesures" are actions already engaged, or a chapter of theirs that
    somebody wrote: the detail is the business of the plan of step 8.
    """
    if strategy_verdict(facts).status is not Status.APPLICABLE:
        return ()
    shown = {view.key: view for view in found if not view.left_out}
    aims = [each for each in facts.all(Objective) if each.target_value is not None and each.due]
    reducing = [each for each in aims if each.dimension is Dimension.ENVIRONMENT]
    measured = bool(aims) and all(each.indicator.strip() for each in facts.all(Objective))
    return (
        _content(
            "Objectifs de réduction",
            bool(reducing) and "objectives" in shown,
            "Un objectif pour l’environnement a une cible et une date.",
            "Écrivez à l’étape 5 un objectif pour l’environnement, avec une cible et une date.",
        ),
        _content(
            "Indicateurs de suivi",
            measured and "follow_up" in shown,
            "Chaque objectif a son indicateur.",
            "Donnez à l’étape 5 un indicateur à chaque objectif, et gardez le chapitre du suivi.",
        ),
        _content(
            "Mesures",
            _told(shown.get("past_actions"), bool(facts.all(PastAction))),
            "Des actions sont écrites.",
            "Gardez le chapitre des actions engagées, et écrivez-y ce que vous ferez.",
        ),
        _content(
            "Moyens",
            _told(shown.get("means"), False),
            "Le temps et l’argent sont dits.",
            "Complétez le chapitre des moyens.",
        ),
    )


def _told(view: ChapterView | None, known: bool) -> bool:
    return view is not None and (known or view.complete.share >= 1)


def _content(name: str, ok: bool, there: str, missing: str) -> Content:
    return Content(name, ok, there if ok else missing)
