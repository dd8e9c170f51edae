"""« Expliquer ce chiffre » for what a target path expects, and for what a reading lacks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from nrdesk.core import dates
from nrdesk.core.ambition import figures
from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.terms import Term
from nrdesk.core.formatting import NBSP, percent
from nrdesk.core.model import Reading
from nrdesk.core.monitoring.indicators import IndicatorState, readable
from nrdesk.core.monitoring.targets import TOLERANCE

_TYPED = "saisi par vous"
_COMPUTED = "calculé par nrdesk"


def explain(state: IndicatorState) -> Explanation:
    """Explain where an indicator stands: the reading, what was expected that day, from which points."""
    return Explanation(
        title=state.title,
        formula=_formula(state),
        terms=tuple(_terms(state)),
        hypotheses=tuple(_hypotheses(state)),
        missing=tuple(_missing(state)),
        value=state.value,
    )


def _formula(state: IndicatorState) -> str:
    if state.last is None or state.value is None:
        return "Aucun relevé."
    told = state.text(state.value)
    if state.expected_then is None:
        return f"Dernier relevé{NBSP}: {told}"
    return f"Relevé {told}, attendu ce jour-là {state.text(readable(state.expected_then))}"


def _terms(state: IndicatorState) -> Iterator[Term]:
    if state.last:
        yield Term("Dernier relevé", state.text(state.value), _source(state.last), _told(state.last))
    if state.before:
        yield Term(
            "Relevé précédent", state.text(state.before.value), _source(state.before), _told(state.before)
        )
    points = state.path.points
    if state.path.started:
        note = "Faute de départ écrit, c’est le premier relevé." if state.path.assumed else ""
        yield Term("Départ", state.text(points[0].value), "", _joined(_day(points[0].on), note))
    for point in points[1:-1] if state.path.started else points[:-1]:
        yield Term("Étape", state.text(point.value), "", _day(point.on))
    if points:
        yield Term("Cible", state.text(points[-1].value), "", _day(points[-1].on))
    if kind := figures().get(state.indicator.measured_by):
        yield Term("Mesuré par nrdesk", kind.label, "", kind.counted)


def _hypotheses(state: IndicatorState) -> Iterator[str]:
    if len(state.path.points) > 1:
        yield f"Entre deux dates, le chemin est une ligne droite{NBSP}: personne n’a promis autre chose."
    if state.path.started:
        margin = state.text(state.path.tolerance)
        yield (
            f"Un retard de moins de {percent(TOLERANCE)} du chemin ({margin}) ne donne pas d’alerte "
            f"(hypothèse de nrdesk)."
        )
    if state.indicator.definition:
        yield f"Ce qui est compté{NBSP}: {state.indicator.definition}"


def _missing(state: IndicatorState) -> Iterator[str]:
    if state.last is None:
        yield "un premier relevé"
    if not state.path.points:
        yield "une valeur visée et sa date, pour juger du chemin"


def _source(reading: Reading) -> str:
    return reading.source or (_COMPUTED if reading.computed else _TYPED)


def _told(reading: Reading) -> str:
    assert reading.read_on is not None
    return _joined(dates.partial_in_letters(reading.read_on).capitalize(), reading.comment)


def _day(day: dt.date) -> str:
    return f"Au {dates.in_letters(day)}."


def _joined(*parts: str) -> str:
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip()) + "."
