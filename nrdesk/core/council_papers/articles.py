"""What the assembly decides, article by article."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.council import Rules, executive
from nrdesk.core.council_papers.law import REPORT, Law
from nrdesk.core.council_papers.objectives import told
from nrdesk.core.model import Objective
from nrdesk.core.richtext import Block, Bullets, Paragraph, Run
from nrdesk.core.roadmap import Facts
from nrdesk.core.written.prose import capital, council, french


def draw(facts: Facts, law: Law, rules: Rules) -> Iterator[Block]:
    """Yield the articles: the strategy, its objectives, the yearly report, who carries it out, the rest."""
    objectives = told(facts.all(Objective))
    assembly = capital(council(facts.authority))
    yield _article(
        1, f"{assembly} adopte la stratégie numérique responsable, annexée à la présente délibération."
    )
    if objectives:
        words = "l’objectif suivant" if len(objectives) == 1 else "les objectifs suivants"
        yield _article(2, f"Il fixe {words} :")
        yield Bullets(objectives)
    else:
        yield _article(
            2, "Les objectifs, leurs indicateurs et leurs échéances sont ceux de la stratégie annexée."
        )
    yield _article(3, _report(facts, law))
    head = capital(executive(facts.authority))
    yield _article(
        4,
        f"{head} est chargé de l’exécution de la présente délibération. Il est autorisé à signer les chartes "
        "et les documents nécessaires à la mise en œuvre de la stratégie.",
    )
    yield _article(
        5,
        "La présente délibération est transmise au représentant de l’État et publiée"
        f"{' sous forme électronique' if rules.electronic_required else ''}. Elle est exécutoire après ces "
        "deux formalités.",
    )


def _article(number: int, text: str) -> Paragraph:
    return Paragraph((Run(f"Article {number}. ", bold=True), Run(french(text))))


def _report(facts: Facts, law: Law) -> str:
    """Return when the strategy is reported on: as the law asks, or as the assembly chooses."""
    if law.applies(REPORT):
        return (
            "Un bilan de la stratégie est présenté chaque année dans le rapport sur la situation en matière "
            "de développement durable, avant les débats sur le projet de budget."
        )
    return (
        "Un bilan de la stratégie est présenté chaque année, avant le vote du budget : actions menées, "
        "indicateurs, suite proposée."
    )
