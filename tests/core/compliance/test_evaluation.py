"""The law, as it applies to a good set of collectivités on the day the texts were read."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.compliance import Status, evaluate, evaluate_all
from nrdesk.core.model import Authority, AuthorityKind
from nrdesk.core.model.obligation import Comparison, Obligation, PopulationBasis, Threshold
from nrdesk.core.reference import directory, obligations

ON = dt.date(2026, 11, 21)
YES, FREE, NO, CHECK = Status.APPLICABLE, Status.VOLUNTARY, Status.NOT_CONCERNED, Status.TO_CHECK
KIND = AuthorityKind


def authority(kind=KIND.COMMUNE, population=None, fte=None, **more):
    return Authority(kind=kind, population_municipal=population, agents_fte=fte, population_year=2022, **more)


def verdicts(collectivite, on=ON):
    return {verdict.obligation.id: verdict for verdict in evaluate_all(obligations.load(), collectivite, on)}


# What depends on the collectivité; everything else is the same for all and tested apart.
# yes = applies, free = voluntary, no = not concerned, ? = to check, - = number unknown.
TABLE = """
kind           population  fte  purchases  REEN35-SNR RDD REEN34-PCAET BEGES ENERGIE-PUB-50K BUDGET-VERT OPENDATA-COM OPENDATA-EPCI ALGO SPASER DC-500
commune               120    2          -        free  no           no    no              no          no           no            no   no     no     no
commune             3_499   60          -        free  no           no    no              no          no           no            no  yes     no     no
commune             3_500   50          -        free  no           no    no              no          no          yes            no  yes     no     no
commune             3_501   49.9        -        free  no           no    no              no         yes           no            no   no     no     no
commune             5_000    -          -        free  no           no    no              no         yes            ?            no    ?     no     no
commune            49_999  900          -        free  no           no    no              no         yes          yes            no  yes      ?      ?
commune            50_000  900          -        free  no           no    no             yes         yes          yes            no  yes      ?      ?
commune            50_001  900          -         yes yes           no   yes             yes         yes          yes            no  yes      ?      ?
commune                 -    -          -           ?   ?           no     ?               ?           ?            ?            no    ?      ?      ?
cc                 19_000   40          -        free  no           no    no              no         yes           no            no   no     no     no
cc                 20_000   80          -        free  no           no    no              no         yes           no           yes  yes      ?      ?
cc                 20_001   80          -        free  no          yes    no              no         yes           no           yes  yes      ?      ?
cc                 50_001   80          -         yes yes          yes   yes             yes         yes           no           yes  yes      ?      ?
ca                 48_000  200          -        free  no          yes   yes              no         yes           no           yes  yes      ?      ?
cu                 60_000  400          -         yes yes          yes   yes             yes         yes           no           yes  yes      ?      ?
metropole         400_000 2000        9e7         yes yes          yes   yes             yes         yes           no           yes  yes    yes      ?
metropole_lyon  1_433_613 9000        5e8         yes yes          yes   yes             yes         yes           no           yes  yes    yes      ?
ept               453_671 1500        5e7          no  no           no    no             yes         yes           no           yes  yes     no      ?
"""  # noqa: E501
STATUS = {"yes": YES, "free": FREE, "no": NO, "?": CHECK}


def _cases():
    header, *lines = (line.split() for line in TABLE.strip().splitlines())
    for kind, population, fte, purchases, *marks in lines:
        collectivite = authority(
            KIND(kind),
            None if population == "-" else int(population),
            None if fte == "-" else float(fte),
            annual_purchases=None if purchases == "-" else float(purchases),
        )
        expected = dict(zip(header[4:], (STATUS[mark] for mark in marks), strict=True))
        yield pytest.param(collectivite, expected, id=f"{kind}-{population}")


CASES = list(_cases())


@pytest.mark.parametrize(("collectivite", "expected"), CASES)
def test_what_depends_on_the_size_and_kind(collectivite, expected):
    found = verdicts(collectivite)
    assert {name: found[name].status for name in expected} == expected


@pytest.mark.parametrize(("collectivite", "expected"), CASES)
def test_what_is_the_same_for_all(collectivite, expected):
    found = verdicts(collectivite)
    for name in ("REEN16-REEMPLOI-2025", "AGEC58-IT", "AGEC58-DECL", "AGEC55-REP", "AGEC55-DUR", "RGAA",
                 "RGAA-DECL", "RGPD-DPO", "DEEE", "CCP-CRIT-ENV", "CCP-COND-ENV", "CCP-DATA"):  # fmt: skip
        assert found[name].status is YES, name
    for name in ("REEN16-REEMPLOI-2023", "REEN16-REEMPLOI-2024", "CSRD"):
        assert found[name].status is NO, name
    for name in ("RGESN", "CGPPP-DON"):
        assert found[name].status is FREE, name
    assert found["NIS2"].status is CHECK


@pytest.mark.parametrize(("collectivite", "expected"), CASES)
def test_every_verdict_has_one_sentence_of_reason(collectivite, expected):
    for verdict in verdicts(collectivite).values():
        assert verdict.reason[0].isupper()
        assert verdict.reason.endswith(".")
        assert "None" not in verdict.reason
        assert ".." not in verdict.reason


@pytest.mark.parametrize(
    ("code", "obliged"),
    [("75056", True), ("29083", False), ("2A004", True), ("97105", False), ("97611", True), ("01001", False)],
)
def test_real_communes(code, obliged):
    """Paris, Île-de-Sein, Ajaccio, Basse-Terre, Mamoudzou, L'Abergement-Clémenciat."""
    strategy = verdicts(directory.authority(directory.commune(code)))["REEN35-SNR"]
    assert strategy.status is (YES if obliged else FREE)


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


def test_a_presumption_says_that_it_is_ours():
    assert "hypothèse nrdesk" in verdicts(authority(population=2_000))["SPASER"].reason


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
        source="X", verified=True,
    )  # fmt: skip
    expected = {
        Comparison.MORE_THAN: population > value,
        Comparison.AT_LEAST: population >= value,
        Comparison.LESS_THAN: population < value,
    }[comparison]
    assert evaluate(law, authority(population=population), ON).status is (YES if expected else NO)


def test_every_status_has_french_words():
    assert [status.label for status in Status] == ["S’applique", "Volontaire", "Non concernée", "À vérifier"]
