"""« Expliquer ce chiffre » for a portfolio: each figure is rebuilt from the summary that it is shown from."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core import dates
from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.terms import Term
from nrdesk.core.formatting import NBSP, number, percent
from nrdesk.core.portfolio import wording
from nrdesk.core.portfolio.comparison import COUNTED, FEWEST, Comparison, Position
from nrdesk.core.portfolio.summary import Summary
from nrdesk.core.steps import STEPS

_FROM = "Document lu"
_RULES = (
    f"Un quartile n’est donné qu’à partir de {FEWEST} autres collectivités\u00a0: personne n’est reconnu.",
    f"Une empreinte qui compte moins de {percent(COUNTED)} des appareils n’est pas comparée.",
    "Les deux seuils sont des choix de nrdesk.",
)


def explain_position(summary: Summary, position: Position, comparison: Comparison) -> Explanation:
    """Explain a figure of a collectivité, and the quartiles that it is placed among."""
    measure = position.measure
    own = {
        "per_agent": lambda: _per(summary, "agent", summary.agents, summary.per_agent),
        "per_inhabitant": lambda: _per(summary, "habitant", summary.population, summary.per_inhabitant),
        "appliances": lambda: _appliances(summary),
        "progress": lambda: _progress(summary),
    }[measure.key]()
    terms = list(own[1])
    if position.low is not None and position.middle is not None and position.high is not None:
        terms += [
            Term(
                "Premier quart des autres", measure.of(position.low), "quartiles par interpolation linéaire"
            ),
            Term("Médiane des autres", measure.of(position.middle)),
            Term("Dernier quart des autres", measure.of(position.high)),
        ]
    terms.append(Term("Autres collectivités", str(position.others), comparison.stratum.label))
    return Explanation(
        title=f"{summary.name}{NBSP}: {measure.label.lower()}",
        formula=own[0],
        terms=tuple(terms),
        range_text=wording.footprint_span(summary) if measure.key.startswith("per_") else "",
        hypotheses=_RULES,
        value=position.own,
    )


def explain_risks(summary: Summary) -> Explanation:
    """Explain how many obligations are at risk."""
    terms = tuple(
        Term(risk.title, risk.why, "" if risk.verified else "texte à confirmer") for risk in summary.risks
    )
    return Explanation(
        title=f"{summary.name}{NBSP}: obligations à risque",
        formula=f"{len(summary.risks)} parmi {summary.applicable} qui s’appliquent, dont {summary.met} dites "
        f"tenues et {summary.unanswered} sans réponse",
        terms=terms,
        hypotheses=(
            "Est à risque une obligation qui s’applique, que la collectivité ne dit pas tenue, et dont la "
            "date est passée ou à moins de six mois, ou qu’elle déclare «\u00a0à faire\u00a0».",
            "Six mois est un choix de nrdesk.",
        ),
    )


def explain_mean(summaries: Sequence[Summary]) -> Explanation:
    """Explain the mean progress of several collectivités."""
    shown = sorted(summaries, key=lambda each: each.progress)
    ends = [shown[0], shown[-1]] if len(shown) > 1 else shown
    return Explanation(
        title="Avancement moyen",
        formula="somme des avancements ÷ nombre de collectivités",
        terms=(
            Term("Collectivités", str(len(summaries))),
            *(Term(each.name, percent(each.progress), _FROM) for each in ends),
        ),
        hypotheses=("L’avancement d’une collectivité est la moyenne de ses dix étapes.",),
    )


def _per(summary: Summary, whom: str, how_many: int | None, value: float | None) -> tuple[str, list[Term]]:
    terms = [
        Term(
            "Empreinte du parc",
            wording.footprint(summary) or "pas encore calculée",
            f"campagne {summary.year}",
        ),
        Term(
            f"{whom.capitalize()}s", number(how_many) if how_many else "inconnu", "fiche de la collectivité"
        ),
        Term("Qualité", wording.quality(summary) or "pas d’inventaire"),
    ]
    if value is None:
        return "Pas encore de chiffre.", terms
    shown = wording.per_agent(summary) if whom == "agent" else wording.per_inhabitant(summary)
    return f"empreinte du parc ÷ {whom}s = {shown}{NBSP}kg éq.{NBSP}CO₂ par an", terms


def _appliances(summary: Summary) -> tuple[str, list[Term]]:
    day = dates.partial_in_letters(summary.as_of)
    return "appareils du parc ÷ agents", [
        Term("Appareils", number(summary.appliances), f"inventaire au {day}"),
        Term("Agents", number(summary.agents) if summary.agents else "inconnu", "fiche de la collectivité"),
    ]


def _progress(summary: Summary) -> tuple[str, list[Term]]:
    steps = zip(STEPS, summary.steps, strict=True)
    return "moyenne des dix étapes", [
        Term(f"{step.number}. {step.title}", percent(share)) for step, share in steps
    ]
