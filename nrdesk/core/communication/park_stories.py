"""Stories of the park: what was measured, the bilan of a year, the appliances that serve somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core import dates
from nrdesk.core.assessment import Assessment
from nrdesk.core.assessment.years import YearComparison, compare, previous
from nrdesk.core.communication.known import Known, few, lines_of
from nrdesk.core.communication.story import Figure, Story, StoryKind
from nrdesk.core.compliance.reen16 import Exit, ReuseRate
from nrdesk.core.duties import reuse
from nrdesk.core.errors import UserError
from nrdesk.core.footprint.decomposition import Effect
from nrdesk.core.formatting import NBSP, count, mass, mass_span, percent, significant
from nrdesk.core.model import AnnualReview, Campaign, ExitRoute
from nrdesk.core.monitoring.kept import KeptReview, kept

_GIVEN = {
    ExitRoute.DONATED: ("donné", "donnés"),
    ExitRoute.SOLD: ("vendu", "vendus"),
    ExitRoute.REUSE: ("remis en service", "remis en service"),
}
"""Ways out after which an appliance serves again, and their French words."""
_A_YEAR = "gaz à effet de serre de notre parc, par an"


def bilans(known: Known) -> Iterator[Story]:
    """Yield the bilans that are closed.

    Raises:
        UserError: what one of them kept cannot be read.
    """
    for review in known.document.all(AnnualReview):
        told = kept(review)
        if told is not None and known.happened(review.closed_on):
            yield _bilan(review, told)


def measures(known: Known) -> Iterator[Story]:
    """Yield the last measure of the park, until the bilan of its year tells it."""
    campaign = known.document.campaign
    closed = any(each.closed_on for each in known.document.all(AnnualReview, campaign_id=campaign.id))
    if closed or not known.happened(campaign.as_of):
        return
    try:
        found = known.assessment(campaign)
        earlier = previous(known.document, campaign)
        before = known.assessment(earlier) if earlier else None
        # Where nothing was counted, nothing can have changed.
        compared = compare(before, found) if before and before.headline.value else None
    except UserError:
        # Nothing is measured then; the pages of the footprint say why.
        return
    if found.headline.value:
        yield _measure(campaign, found, compared)


def given(known: Known) -> Iterator[Story]:
    """Yield, for each year, the appliances that left to serve again."""
    for year in sorted(
        {campaign.year + shift for campaign in known.document.campaigns() for shift in (0, 1)}
    ):
        exits = [each for each in reuse.exits(known.document, year) if known.happened(each.left)]
        served = [each for each in exits if each.route in _GIVEN and each.quantity > 0]
        if served:
            yield _given(year, served, exits, reuse.rate_of(known.document, year))


def _bilan(review: AnnualReview, told: KeptReview) -> Story:
    off_track = [
        f"{each.title}{NBSP}: {each.reason[:1].lower()}{each.reason[1:]}"
        for each in told.indicators
        if each.off_track and each.reason
    ]
    now, before = told.footprint, told.footprint_before
    label = _A_YEAR
    if before and told.previous_year:
        label = f"{label}, contre {mass(before.value, before.low, before.high)} en {told.previous_year}"
    return Story(
        id=f"bilan:{review.id}",
        kind=StoryKind.BILAN,
        date=review.closed_on or "",
        title=f"Le bilan {told.year} est public{NBSP}: ce qui est tenu, ce qui ne l’est pas",
        facts=(*lines_of(review.highlights), *told.sentences[:1]),
        not_done=few([*lines_of(review.difficulties), *off_track]),
        figure=Figure(mass(now.value, now.low, now.high), label) if now.value else None,
        source=f"Bilan {told.year}, inventaire arrêté au {dates.partial_in_letters(told.as_of)}, "
        f"{told.factors}",
    )


def _measure(campaign: Campaign, found: Assessment, compared: YearComparison | None) -> Story:
    total, park = found.headline, found.result
    value = mass(total.value, total.low, total.high)
    share = percent(total.manufacture / total.value)
    facts = [
        f"Notre parc de {count(park.quantity, 'équipement')} pèse environ {value} par an "
        f"({mass_span(total.value, total.low, total.high)}).",
        f"La fabrication des équipements en fait {share}{NBSP}: les garder plus longtemps est ce qui compte "
        "le plus."
        if total.manufacture > total.value / 2
        else "",
        _change(compared) if compared else "",
    ]
    left = round((1 - total.coverage_quantity) * park.quantity)
    not_done = [
        _grew(compared) if compared else "",
        _uncounted(left) if left else "",
        "C’est un ordre de grandeur, d’après des moyennes nationales\u00a0: pas une mesure au compteur.",
    ]
    return Story(
        id=f"measure:{campaign.id}",
        kind=StoryKind.MEASURE,
        date=campaign.as_of,
        title=f"Nous avons mesuré notre numérique{NBSP}: l’inventaire {campaign.year}",
        facts=tuple(filter(None, facts)),
        not_done=few(not_done),
        figure=Figure(value, _A_YEAR),
        source=f"Inventaire de {campaign.year}, calcul nrdesk, {found.family_label}",
    )


def _uncounted(left: int) -> str:
    counted = "compté" if left < 2 else "comptés"
    return f"{count(left, 'équipement n’est', 'équipements ne sont')} pas encore {counted}."


def _change(told: YearComparison) -> str:
    if told.headline.difference > 0:
        return ""
    year, less = told.before.campaign.year, mass(significant(-told.headline.difference))
    if not _by_method(told):
        return f"C’est {less} de moins qu’en {year}."
    constant = mass(significant(abs(told.at_constant)))
    way = "moins" if told.at_constant < 0 else "plus"
    return f"C’est {less} de moins qu’en {year}. À méthode constante, c’est {constant} de {way}."


def _grew(told: YearComparison) -> str:
    if told.headline.difference <= 0:
        return ""
    more = mass(significant(told.headline.difference))
    return f"L’empreinte monte de {more} depuis {told.before.campaign.year}."


def _by_method(told: YearComparison) -> bool:
    """Return whether the way of counting has its part in the difference."""
    return any(value for effect, value in told.headline.effects.items() if Effect(effect).of_method)


def _given(year: int, served: list[Exit], exits: list[Exit], rate: ReuseRate) -> Story:
    number = sum(each.quantity for each in served)
    label = "appareil sert" if number < 2 else "appareils servent"
    return Story(
        id=f"given:{year}",
        kind=StoryKind.GIVEN,
        date=max(each.left for each in served),
        title=f"Une deuxième vie pour {count(number, 'appareil')}",
        facts=(f"En {year}{NBSP}: {', '.join(_routes(served))}.",),
        not_done=few([*_wasted(exits), _short(rate)]),
        figure=Figure(str(number), f"{label} à quelqu’un d’autre", counted=True),
        source=f"Inventaire, sorties de {year}",
    )


def _routes(served: list[Exit]) -> Iterator[str]:
    for route, (one, many) in _GIVEN.items():
        if number := _number(served, route):
            yield count(number, one, many)


def _wasted(exits: list[Exit]) -> Iterator[str]:
    if wasted := _number(exits, ExitRoute.WEEE):
        gone = count(wasted, "appareil est parti", "appareils sont partis")
        yield f"La même année, {gone} au déchet."
    if silent := _number(exits, ExitRoute.UNKNOWN):
        yield f"Pour {count(silent, 'autre appareil', 'autres appareils')}, la destination n’est pas notée."


def _short(rate: ReuseRate) -> str:
    target = rate.target_share
    if target is None or rate.rate is None or rate.rate >= target:
        return ""
    sure = "" if rate.verified else " (taux à confirmer)"
    return (
        f"L’article{NBSP}16 de la loi REEN demande {percent(target)} de réemploi{sure}{NBSP}; "
        f"nous en sommes à {percent(rate.rate)}."
    )


def _number(exits: list[Exit], route: ExitRoute) -> int:
    return sum(each.quantity for each in exits if each.route is route)
