"""The law, as it applies to a good set of collectivités on the day the texts were read."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.compliance import Status, evaluate, evaluate_all
from nrdesk.core.model import Authority, AuthorityKind
from nrdesk.core.model.obligation import Comparison, Obligation, PopulationBasis, Threshold
from nrdesk.core.reference import obligations

ON = dt.date(2026, 11, 21)
YES, FREE, NO, CHECK = Status.APPLICABLE, Status.VOLUNTARY, Status.NOT_CONCERNED, Status.TO_CHECK
KIND = AuthorityKind


def authority(kind=KIND.COMMUNE, population=None, fte=None, **more):
    return Authority(kind=kind, population_municipal=population, agents_fte=fte, population_year=2022, **more)


def verdicts(collectivite, on=ON):
    return {verdict.obligation.id: verdict for verdict in evaluate_all(obligations.load(), collectivite, on)}


def test_the_reason_gives_kind_population_year_and_threshold():
    verdict = verdicts(authority(population=2_812))["REEN35-SNR"]
    assert verdict.reason.replace("\u202f", " ").replace("\u00a0", " ") == (
        "Commune de 2 812 habitants (population municipale 2022) : le texte vise plus de 50 000 habitants, "
        "ce n’est pas votre cas ; la démarche reste volontaire."
    )


def test_a_missing_number_is_asked_for():
    assert "saisissez-le" in verdicts(authority(population=5_000))["OPENDATA-COM"].reason
    assert "saisissez-la" in verdicts(Authority())["REEN35-SNR"].reason
    assert "saisissez-le" in verdicts(authority(population=60_000))["SPASER"].reason


def test_a_small_head_count_settles_the_staff_threshold():
    assert verdicts(authority(population=5_000, agents=18))["ALGO"].status is NO
    assert verdicts(authority(population=5_000, agents=70))["ALGO"].status is CHECK


def test_a_kind_that_is_not_named_is_told_who_is():
    assert verdicts(authority(population=500))["REEN34-PCAET"].reason.replace("\u00a0", " ") == (
        "Ce texte vise les EPCI à fiscalité propre ; vous êtes une commune."
    )
    assert "vous êtes la métropole de Lyon" in verdicts(authority(KIND.METROPOLE_LYON))["OPENDATA-COM"].reason


def test_a_kind_without_threshold_is_told_so():
    reason = verdicts(authority(KIND.CA, 48_000))["BEGES"].reason
    assert reason.startswith("Ce texte ne fixe aucun seuil de population pour une communauté d’agglomération")


def test_a_number_of_the_collectivite_is_told():
    assert "votre commune en compte 14,6" in verdicts(authority(population=3_600, fte=14.6))["ALGO"].reason
    assert "ceux de votre commune sont de 14\u202f200" in (
        verdicts(authority(population=500, annual_purchases=14_200.0))["SPASER"].reason
    )


def test_a_presumption_says_that_it_is_ours():
    assert "nrdesk suppose" in verdicts(authority(population=2_000))["SPASER"].reason


class TestPopulations:
    """A text that does not say which population it counts."""

    def test_it_is_settled_when_both_agree(self):
        both = authority(population=50_100, population_total=51_000)
        assert verdicts(both)["REEN35-SNR"].status is YES

    def test_it_is_left_to_check_when_they_disagree(self):
        either = authority(population=49_600, population_total=50_300)
        verdict = verdicts(either)["REEN35-SNR"]
        assert verdict.status is CHECK
        assert "municipale" in verdict.reason
        assert "totale" in verdict.reason

    @pytest.mark.parametrize(
        ("basis", "status"), [(PopulationBasis.MUNICIPAL, FREE), (PopulationBasis.TOTAL, YES)]
    )
    def test_it_is_settled_when_the_text_says_which(self, basis, status):
        strategy = next(o for o in obligations.load() if o.id == "REEN35-SNR")
        told = replace(strategy, population_basis=basis)
        verdict = evaluate(told, authority(population=49_600, population_total=50_300), ON)
        assert verdict.status is status
        assert ("municipale" if basis is PopulationBasis.MUNICIPAL else "totale") in verdict.reason

    def test_the_only_one_known_is_used(self):
        total = Authority(population_total=60_000)
        verdict = verdicts(total)["REEN35-SNR"]
        assert verdict.status is YES
        assert "(population totale)" in verdict.reason


class TestDates:
    """Before, after, and the next deadline."""

    @pytest.mark.parametrize(
        ("on", "deadline"),
        [("2026-11-21", "2027-06-30"), ("2027-06-30", "2027-06-30"), ("2027-07-01", "2028-06-30")],
    )
    def test_a_yearly_deadline_comes_round(self, on, deadline):
        found = verdicts(authority(population=500), dt.date.fromisoformat(on))
        assert found["AGEC58-DECL"].deadline == dt.date.fromisoformat(deadline)

    def test_a_single_deadline_stays_when_it_is_past(self):
        assert verdicts(authority(population=60_000))["REEN35-SNR"].deadline == dt.date(2025, 1, 1)

    def test_what_is_voluntary_has_no_deadline(self):
        assert verdicts(authority(population=6_000))["REEN35-SNR"].deadline is None

    def test_what_is_not_in_force_yet_says_from_when(self):
        coming = verdicts(authority(population=6_000))["ENERGIE-PUB-5K"]
        assert (coming.status, coming.deadline) == (NO, dt.date(2027, 1, 1))
        assert "1ᵉʳ janvier 2027" in coming.reason
        later = verdicts(authority(population=6_000), dt.date(2027, 1, 1))["ENERGIE-PUB-5K"]
        assert later.status is YES

    def test_what_has_ended_says_since_when(self):
        ended = verdicts(authority(population=6_000))["REEN16-REEMPLOI-2024"]
        assert "31 décembre 2024" in ended.reason
        then = verdicts(authority(population=6_000), dt.date(2024, 12, 31))["REEN16-REEMPLOI-2024"]
        assert then.status is YES


def test_what_was_not_checked_is_marked():
    found = verdicts(authority(population=500))
    assert found["AGEC58-IMPR"].verified is False
    assert found["RGAA"].verified is True


@given(
    comparison=st.sampled_from(Comparison),
    value=st.integers(0, 200_000),
    population=st.integers(0, 200_000),
)
def test_a_threshold_alone_decides(comparison, value, population):
    law = Obligation(
        id="X", title="X", text_reference="", article="", kinds=frozenset(KIND), concerns="tous",
        population=(Threshold(comparison, value),), nature="obligation", requirement="X",
        source="X", read_on=ON, verified=True,
    )  # fmt: skip
    expected = {
        Comparison.MORE_THAN: population > value,
        Comparison.AT_LEAST: population >= value,
        Comparison.LESS_THAN: population < value,
    }[comparison]
    assert evaluate(law, authority(population=population), ON).status is (YES if expected else NO)


def test_every_status_has_french_words():
    assert [status.label for status in Status] == ["S’applique", "Volontaire", "Non concernée", "À vérifier"]
