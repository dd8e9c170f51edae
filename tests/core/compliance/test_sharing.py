"""What a commune leaves to its EPCI."""

import datetime as dt

from nrdesk.core.compliance import epci_duties
from nrdesk.core.model import Authority, AuthorityKind
from nrdesk.core.reference import directory, obligations

ON = dt.date(2026, 11, 21)


def duties(commune, epci=None):
    return {duty.obligation.id: duty for duty in epci_duties(obligations.load(), commune, epci, ON)}


def of_place(code):
    commune = directory.authority(directory.commune(code))
    return commune, directory.authority(directory.epci(commune.epci_siren))


def test_a_small_commune_of_a_large_metropole():
    commune, epci = of_place("38126")  # Corenc, member of Grenoble-Alpes-Métropole
    found = duties(commune, epci)
    assert {"REEN35-SNR", "REEN34-PCAET", "RDD", "BEGES"} <= found.keys()
    assert found["REEN34-PCAET"].applies
    assert "RGAA" not in found
    assert found["REEN34-PCAET"].aim.replace("\u202f", " ") == (
        "Ce texte vise les EPCI à fiscalité propre de plus de 20 000 habitants."
    )


def test_a_large_commune_keeps_its_own():
    commune, epci = of_place("38185")
    assert {"REEN35-SNR", "RDD"}.isdisjoint(duties(commune, epci))


def test_an_epci_that_nobody_knows_is_to_check():
    found = duties(Authority(population_municipal=2_812))
    assert set(found) == {"REEN34-PCAET", "OPENDATA-EPCI"}
    assert not any(duty.applies for duty in found.values())
    assert found["OPENDATA-EPCI"].aim.endswith("comptant au moins 50 agents en équivalent temps plein.")


def test_a_small_epci_owes_little_more():
    small = Authority(kind=AuthorityKind.CC, population_municipal=8_000, agents_fte=12.0)
    assert set(duties(Authority(population_municipal=500), small)) == {"BUDGET-VERT"}
