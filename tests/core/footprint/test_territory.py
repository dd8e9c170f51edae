"""The footprint of a territory: a population times the figure of an inhabitant, explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.footprint.territory import compute_territory, explain_territory, order_of_magnitude
from nrdesk.core.model.territory import NationalFootprint, TierFigure

NATIONAL = NationalFootprint(
    year=2022,
    perimeter="Avec les centres de données à l’étranger",
    total=29.5e9,
    per_inhabitant=434.0,
    computed=True,
    population=68e6,
    source="étude",
    note="",
    verified=False,
    tiers=(
        TierFigure("terminaux", 0.5, 217.0, "étude", verified=True),
        TierFigure("centres de données", 0.46, 199.6, "étude", verified=False),
        TierFigure("réseaux", 0.04, 17.4, "étude", verified=True),
    ),
)


@given(st.integers(0, 70_000_000), st.integers(0, 70_000_000))
def test_it_is_linear_and_its_tiers_add_up(one, other):
    both = compute_territory(one + other, NATIONAL)
    apart = compute_territory(one, NATIONAL).total + compute_territory(other, NATIONAL).total
    assert both.total == pytest.approx(apart)
    assert sum(tier.total for tier in both.tiers) == pytest.approx(both.total)


def test_a_negative_population_is_refused():
    with pytest.raises(ValueError, match="negative"):
        compute_territory(-1, NATIONAL)


def test_the_explanation_multiplies_what_it_shows():
    footprint = compute_territory(2_812, NATIONAL)
    explanation = explain_territory(footprint)
    assert (
        explanation.formula
        == "2\u202f812\u00a0habitants × 434 = 1\u202f220\u202f408\u00a0kg\u00a0éq.\u00a0CO₂ par\u00a0an"
    )
    assert explanation.value == pytest.approx(2_812 * 434)
    notes = " ".join(term.note for term in explanation.terms)
    assert "Division faite par nrdesk" in notes
    assert "à confirmer" in notes
    assert "Avec les centres de données à l’étranger." in notes
    assert any("fourchette" in hypothesis for hypothesis in explanation.hypotheses)


def test_a_tier_is_explained_by_its_own_figure():
    footprint = compute_territory(1_000, NATIONAL)
    explanation = explain_territory(footprint, footprint.tiers[1])
    assert explanation.title.startswith("Centres de données")
    assert "199,6" in explanation.formula
    assert explanation.value == pytest.approx(199_600)


def test_no_more_than_two_figures_are_promised():
    assert order_of_magnitude(1_220_408) == "1\u202f200\u00a0t éq.\u00a0CO₂"
    assert order_of_magnitude(561) == "560\u00a0kg éq.\u00a0CO₂"
