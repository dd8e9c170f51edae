"""How the footprint is evaluated, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.formatting import NBSP, precise
from nrdesk.core.reports.content import Block, Callout, Heading, bold, bullets
from nrdesk.core.reports.wording import french, prose


def blocks(assessment: Assessment) -> Iterator[Block]:
    """Yield the chapter."""
    yield Heading(1, "Comment l’empreinte est évaluée")
    yield prose("Le calcul suit le parc tel qu’il est à la date de l’inventaire, appareil par appareil.")
    yield Callout(
        "Le calcul, pour chaque ligne de l’inventaire",
        (
            prose("Fabrication par an = nombre × fabrication d’un appareil ÷ années de service"),
            prose("Utilisation par an = nombre × électricité d’un appareil × empreinte d’un kWh"),
        ),
    )
    yield bullets(
        (
            bold("Années de service. "),
            french(
                "Les vraies dates quand elles sont connues, sinon la durée prévue, sinon la durée "
                "habituelle de la catégorie. Un appareil gardé plus longtemps que prévu est réparti sur son "
                "âge réel : chaque année de plus allège les autres."
            ),
        ),
        (
            bold("Électricité. "),
            french(
                "Le kilowattheure (kWh) est l’unité des factures. On prend la mesure quand il y en a une, "
                "sinon la puissance de l’appareil multipliée par ses heures d’usage (bureau, école, jour et "
                "nuit), sinon la valeur publiée."
            ),
        ),
        (bold("Empreinte d’un kWh. "), french(_electricity(assessment))),
        (
            bold("Reconditionné. "),
            "Un appareil reconditionné ne porte qu’une part de la fabrication d’un neuf. Cette part est une "
            "hypothèse.",
        ),
        (
            bold("Fourchette. "),
            french(
                "Chaque donnée est incertaine. Les doutes sont combinés, et donnent les deux bornes entre "
                "lesquelles se trouve la vraie valeur, avec 95 chances sur 100."
            ),
        ),
        (
            bold("Données manquantes. "),
            "Un appareil dont on ne sait pas assez est mis de côté, compté à part et signalé.",
        ),
    )


def _electricity(assessment: Assessment) -> str:
    factor = assessment.method.electricity
    if factor is None or HEADLINE not in factor.values:
        return "Aucune valeur n’est connue pour ce territoire."
    value = f"{precise(factor.values[HEADLINE])}{NBSP}kg éq.{NBSP}CO₂"
    return f"{value} pour un kWh en {factor.year}, territoire : {factor.territory}."
