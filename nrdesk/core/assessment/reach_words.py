"""The French sentences of reachability: why, how much, on what hypotheses."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core.ambition import FIGURES
from nrdesk.core.assessment.aim import Aim, Option, Verdict
from nrdesk.core.footprint import ELECTRICITY
from nrdesk.core.footprint.cohorts import CATCH_UP, Park
from nrdesk.core.footprint.levers import Lever
from nrdesk.core.footprint.trajectory import YearPoint
from nrdesk.core.formatting import NBSP, count, percent, rounded, significant, span, trimmed
from nrdesk.core.model import Objective
from nrdesk.core.written.words import quoted

INCOMPLETE = f"Donnez la valeur visée et l’échéance{NBSP}: la simulation dira si le parc peut l’atteindre."
NOTHING_COUNTED = "L’inventaire ne permet encore aucune évaluation."
_MOST_FIGURES = 4
NO_PEOPLE = {
    "footprint.gwp_per_agent": f"Le nombre d’agents manque{NBSP}: donnez-le dans la page Collectivité.",
    "footprint.gwp_per_inhabitant": f"La population manque{NBSP}: donnez-la dans la page Collectivité.",
}
EVALUATION = (
    f"C’est une évaluation, pas une promesse{NBSP}: regardez l’écart entre deux courbes plus que la valeur "
    "de chacune."
)


def not_simulated(objective: Objective) -> str:
    """Return why an objective is not simulated."""
    kind = FIGURES.get(objective.measured_by)
    if kind is None:
        return (
            "nrdesk simule les objectifs mesurés par l’empreinte ou par l’électricité du parc. Pour "
            "celui-ci, appuyez-vous sur les moyens que vous avez écrits."
        )
    return (
        f"nrdesk calcule {quoted(kind.label)}, mais ne sait pas simuler son avenir{NBSP}: il simule "
        "l’empreinte et l’électricité du parc."
    )


def bad_due(due: int, year: int, longest: int) -> str:
    """Return why a due year cannot be simulated."""
    if due <= year:
        return f"L’échéance ({due}) n’est pas après la campagne {year}{NBSP}: il n’y a rien à simuler."
    return f"L’échéance ({due}) est à plus de {longest}{NBSP}ans{NBSP}: personne ne sait ce que sera le parc."


def other_unit(unit: str, known: str) -> str:
    """Return that the unit of an objective is not the one of its measure."""
    return (
        f"L’objectif est en {quoted(unit)}, la mesure en {quoted(known)}{NBSP}: donnez la valeur visée dans "
        "l’unité de la mesure."
    )


def amount(aim: Aim, value: float, low: float | None = None, high: float | None = None) -> str:
    """Return a figure in the unit of the objective, rounded to what its range allows.

    Without a range, to two figures; to more when the target could not be told from it otherwise.
    """
    if low is not None and high is not None:
        return f"{rounded(value, low, high)}{NBSP}{aim.unit}"
    figures = 2
    while figures < _MOST_FIGURES and significant(value, figures) == significant(aim.target, figures):
        figures += 1
    if figures == 2:
        return roughly(aim, value)
    return f"{trimmed(significant(value, figures), figures)}{NBSP}{aim.unit}"


def roughly(aim: Aim, value: float) -> str:
    """Return a figure to two significant figures, in the unit of the objective."""
    return f"{rounded(value, 0.5 * value, 1.5 * value)}{NBSP}{aim.unit}"


def exact(aim: Aim, value: float) -> str:
    """Return a value that someone typed, with its unit."""
    return f"{trimmed(value)}{NBSP}{aim.unit}"


def change(share: float) -> str:
    """Return a relative change with its sign: "− 12 %"; "aucun changement" when it rounds to nothing."""
    if abs(share) < 0.005:
        return "aucun changement"
    return f"{'−' if share < 0 else '+'}{NBSP}{percent(abs(share))}"


def outcome(aim: Aim, option: Option) -> str:
    """Return where an option leads, in a French sentence."""
    verdict = "la cible est atteinte" if option.reaches else "cela ne suffit pas"
    if len(option.levers) == 1:
        verdict = "suffit à atteindre la cible" if option.reaches else "ne suffit pas seul"
    where = f"{amount(aim, option.value)} en {aim.due_year}"
    return f"{where} ({change(option.change)} par rapport à ne rien changer){NBSP}: {verdict}."


def live(aim: Aim, levers: Sequence[Lever]) -> str:
    """Return where the levers that someone is trying lead, in a French sentence."""
    if not levers:
        return f"Déplacez un réglage{NBSP}: la courbe et le résultat suivent."
    option = aim.option(levers)
    missing = roughly(aim, option.value - aim.target)
    verdict = "la cible est atteinte" if option.reaches else f"il faudrait encore {missing} de moins"
    return (
        f"Avec ces réglages{NBSP}: {amount(aim, option.value)} en {aim.due_year}, {change(option.change)} "
        f"par rapport à ne rien changer{NBSP}; {verdict}."
    )


def without_action(aim: Aim, baseline: Sequence[YearPoint]) -> tuple[str, ...]:
    """Return what happens without action, and what is missing."""
    first, last = baseline[0], baseline[-1]
    bought = sum(sum(year.bought.values()) for year in aim.trajectory.years)
    what = "l’électricité du parc" if aim.criterion == ELECTRICITY else "l’empreinte du parc"
    now, then = (amount(aim, *point[1:]) for point in (first, last))
    if now == then:
        moves = f"resterait d’environ {now} jusqu’en {last.year}"
    else:
        moves = f"passerait de {now} en {first.year} à {then} en {last.year}"
    renewed = count(round(bought), "appareil serait remplacé", "appareils seraient remplacés")
    told = [f"Sans rien changer, {what} {moves}{NBSP}; d’ici là, {renewed}."]
    missing = last.value - aim.target
    if missing > 0:
        told.append(f"La cible est de {exact(aim, aim.target)}, soit {roughly(aim, missing)} de moins.")
    return tuple(told)


def reason(
    aim: Aim, verdict: Verdict, last: YearPoint, singles: Sequence[Option], together: Option | None
) -> str:
    """Return why a verdict, in one French sentence or two."""
    if verdict is Verdict.REACHED:
        return (
            f"Le parc serait déjà à {amount(aim, *last[1:])} en {aim.due_year} sans rien changer{NBSP}: la "
            f"cible de {exact(aim, aim.target)} ne demande aucun effort. Vous pouvez viser plus bas."
        )
    if verdict is Verdict.OUT_OF_REACH:
        return _out_of_reach(aim, singles, together)
    if verdict is Verdict.DEMANDING:
        return (
            f"Il faut pousser les leviers loin{NBSP}: plus de deux ans de plus, plus de la moitié des "
            "remplacements en reconditionné, ou plus de 10 % en moins. À décider ensemble."
        )
    if any(option.reaches and option.light for option in singles):
        return f"Un seul levier, sans le pousser loin, y suffit s’il est tenu jusqu’en {aim.due_year}."
    return f"Plusieurs réglages modérés, ensemble, y mènent en {aim.due_year}."


def _out_of_reach(aim: Aim, singles: Sequence[Option], together: Option | None) -> str:
    tried = [*singles, *([together] if together else [])]
    if not tried:
        return "Aucun de ces leviers n’agit sur ce chiffre."
    best = min(tried, key=lambda option: option.value)
    what = "Même tous ces leviers ensemble" if best is together else "Même le plus fort de ces leviers"
    verb = "laisseraient" if best is together else "laisserait"
    return (
        f"{what} {verb} le parc à {amount(aim, best.value)} en {aim.due_year}, pour une cible de "
        f"{exact(aim, aim.target)}. Visez moins bas, ou plus tard."
    )


def cautions(aim: Aim, last: YearPoint) -> tuple[str, ...]:
    """Return what to keep in mind when reading the figures."""
    told = [EVALUATION]
    if last.value:
        told.append(f"Sans rien changer, la fourchette de {last.year} va {_around(aim, last)}.")
    if aim.criterion != ELECTRICITY:
        told.append(
            "Une électricité plus propre n’est pas comptée, car elle ne viendrait pas de la collectivité. La "
            "méthode reste la même jusqu’à l’échéance."
        )
    result = aim.park.result
    if left := result.quantity - result.counted:
        verb = "n’est pas encore compté" if left < 2 else "ne sont pas encore comptés"
        told.append(f"{count(left, 'appareil')} sur {result.quantity} {verb}.")
    return tuple(told)


def _around(aim: Aim, point: YearPoint) -> str:
    low, high = span(point.low, point.high).removeprefix("entre ").split(" et ")
    return f"de {low} à {high}{NBSP}{aim.unit}"


def hypotheses(aim: Aim) -> tuple[str, ...]:
    """Return what the simulation assumes."""
    return hypotheses_of(aim.park)


def hypotheses_of(park: Park) -> tuple[str, ...]:
    """Return what the simulation of a park assumes."""
    told = [
        "Un appareil est remplacé par un autre de la même catégorie, qui pèse et consomme comme lui.",
        "Il est remplacé à la fin de la durée décidée. Si rien n’est décidé, on le garde aussi "
        "longtemps qu’aujourd’hui, d’après l’âge des appareils.",
        f"Ceux qui ont déjà dépassé cet âge sont remplacés en {CATCH_UP}{NBSP}ans, autant chaque année.",
        "Un appareil en réserve ou hors service n’est pas remplacé.",
        "Garder plus longtemps compte dès la première année, comme une durée écrite dans les hypothèses.",
        "Un reconditionné reste remplacé par un reconditionné.",
    ]
    if any(not stream.kind.dated for stream in park.streams):
        told.append("Les appareils sans date d’achat sont supposés de tous les âges.")
    return tuple(told)
