import statistics
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import AuthorityKind
from nrdesk.core.portfolio.comparison import FEWEST, MEASURES, compare, quartiles
from nrdesk.core.portfolio.explained import explain_mean, explain_position, explain_risks
from nrdesk.core.portfolio.strata import stratum_of
from nrdesk.core.portfolio.summary import Risk

from .summaries import portfolio, summary


def _others(count: int) -> list[object]:
    return [summary(f"Autre {rank}", per_agent=10.0 * (rank + 1)) for rank in range(count)]


@pytest.mark.parametrize(
    ("population", "label"),
    [
        (499, "communes de moins de 500 habitants"),
        (500, "communes de 500 à 1\u202f999 habitants"),
        (3_499, "communes de 2\u202f000 à 3\u202f499 habitants"),
        (50_000, "communes de 50\u202f000 habitants et plus"),
        (None, "communes de population inconnue"),
    ],
)
def test_a_stratum_is_a_kind_and_a_range_of_populations(population: int | None, label: str) -> None:
    assert stratum_of(summary("A", population=population)).label == label


def test_groups_are_compared_with_groups() -> None:
    group = summary("CC", kind=AuthorityKind.CC, population=16_000)
    assert stratum_of(group).label == "intercommunalités de 15\u202f000 à 49\u202f999 habitants"
    assert stratum_of(group) != stratum_of(replace(group, kind=AuthorityKind.COMMUNE))
    assert stratum_of(group) == stratum_of(replace(group, kind=AuthorityKind.METROPOLE))


def test_a_collectivite_is_placed_among_the_others_of_its_stratum() -> None:
    own = summary("Ici", per_agent=55.0)
    far = summary("Ville", population=30_000, per_agent=900.0)
    compared = compare(portfolio(own, far, *_others(5)), own)
    position = compared.positions[0]
    assert (position.own, position.others) == (55.0, 5)
    assert (position.low, position.middle, position.high) == (20.0, 30.0, 40.0)
    assert position.told == "parmi le quart le plus haut"


def test_too_few_others_are_not_told() -> None:
    own = summary("Ici")
    position = compare(portfolio(own, *_others(FEWEST - 1)), own).positions[0]
    assert position.middle is None
    assert "il en faut 5" in position.told


def test_invented_and_incomplete_figures_are_compared_with_nobody() -> None:
    own = summary("Ici")
    invented = summary("Fictive", fictional=True)
    partial = summary("Incomplète", coverage=0.5)
    compared = compare(portfolio(own, invented, partial, *_others(5)), own)
    by_key = {each.measure.key: each.others for each in compared.positions}
    assert by_key == {"per_agent": 5, "per_inhabitant": 5, "appliances": 6, "progress": 6}


def test_two_files_of_one_collectivite_weigh_once_and_never_as_its_own_peer() -> None:
    own = summary("Ici", changed="2026-02-01T00:00:00Z")
    older = replace(own, file="copie.nrdesk", changed="2026-01-01T00:00:00Z")
    others = _others(5)
    twice = replace(others[0], file="encore.nrdesk")  # type: ignore[type-var]
    whole = portfolio(own, older, twice, *others)  # type: ignore[arg-type]
    assert compare(whole, own).positions[0].others == 5
    assert compare(whole, older).positions[0].others == 5


@given(st.lists(st.floats(0, 1e6), min_size=FEWEST, max_size=40))
def test_quartiles_are_in_order_and_their_middle_is_the_median(values: list[float]) -> None:
    found = quartiles(values)
    assert found is not None
    low, middle, high = found
    assert min(values) <= low <= middle <= high <= max(values)
    assert middle == pytest.approx(statistics.median(values))


@given(st.lists(st.floats(0, 1e6), max_size=FEWEST - 1))
def test_fewer_figures_give_no_quartile(values: list[float]) -> None:
    assert quartiles(values) is None


def test_no_name_of_another_is_ever_told() -> None:
    own = summary("Ici")
    compared = compare(portfolio(own, *_others(8)), own)
    told = repr([explain_position(own, each, compared) for each in compared.positions]) + repr(
        [each.told for each in compared.positions]
    )
    assert "Autre 3" not in told


def test_every_figure_is_explained_from_the_summary() -> None:
    own = summary("Ici", risks=(Risk("X", "Un texte", "déclarée à faire", verified=False),), applicable=9)
    compared = compare(portfolio(own, *_others(6)), own)
    told = {each.measure.key: explain_position(own, each, compared) for each in compared.positions}
    assert set(told) == {measure.key for measure in MEASURES}
    assert "÷ agents = 50" in told["per_agent"].formula
    assert len(told["progress"].terms) >= 10
    risks = explain_risks(own)
    assert "1 parmi 9" in risks.formula
    assert risks.terms[0].source == "texte à confirmer"
    assert explain_mean([own]).terms[0].value_text == "1"


def test_a_collectivite_without_figures_says_so() -> None:
    own = summary("Vide", footprint=None, per_agent=None, per_inhabitant=None, appliances=0, agents=None)
    compared = compare(portfolio(own, *_others(6)), own)
    assert compared.positions[0].told == "pas encore de chiffre comparable"
    assert [each.measure.text(own) for each in compared.positions] == ["", "", "", "50\u00a0%"]
    assert explain_position(own, compared.positions[0], compared).formula == "Pas encore de chiffre."
