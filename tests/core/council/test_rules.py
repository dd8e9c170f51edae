"""Which rules are those of a collectivité, below and above the threshold, and for an EPCI."""

import pytest

from nrdesk.core.council import rules_for
from nrdesk.core.model import Authority, AuthorityKind
from nrdesk.core.model.council_rule import CouncilTopic
from nrdesk.core.reference import council

COMMUNE, CC = AuthorityKind.COMMUNE, AuthorityKind.CC


def rules(kind=COMMUNE, population=None, total=None, department="38"):
    made = Authority(
        kind=kind, population_municipal=population, population_total=total, department=department
    )
    return rules_for(council.load(), made)


@pytest.mark.parametrize(
    ("kind", "population", "days", "note", "electronic", "certain"),
    [
        (COMMUNE, 0, 3, False, False, True),
        (COMMUNE, 2_812, 3, False, False, True),
        (COMMUNE, 3_499, 3, False, False, True),
        (COMMUNE, 3_500, 5, True, True, True),
        (COMMUNE, 62_000, 5, True, True, True),
        # Its communes decide, and they are not known: the strictest, to be confirmed.
        (CC, 2_000, 5, True, True, False),
        (CC, 40_000, 5, True, True, False),
        (AuthorityKind.METROPOLE, 400_000, 5, True, True, False),
        (COMMUNE, None, 5, True, True, False),
    ],
)
def test_the_convocation(kind, population, days, note, electronic, certain):
    found = rules(kind, population)
    assert found.days_for(second_convocation=False) == days
    assert found.note_required is note
    assert found.electronic_required is electronic
    assert found.on(CouncilTopic.CONVOCATION).certain is certain
    assert found.days_for(second_convocation=True) == 3


@pytest.mark.parametrize(
    ("kind", "certain"),
    [(CC, True), (AuthorityKind.METROPOLE, True), (AuthorityKind.EPT, False)],
)
def test_an_epci_a_fiscalite_propre_publishes_online_whatever_its_size(kind, certain):
    publication = rules(kind, 900).on(CouncilTopic.PUBLICATION)
    assert publication.rule.id == "PUBLI-E"
    assert publication.certain is certain
    assert ("à confirmer" in publication.text) is not certain


def test_an_intercommunalite_is_told_that_its_communes_decide():
    found = rules(CC, 40_000)
    assert "communes membres" in found.on(CouncilTopic.CONVOCATION).reason
    assert found.on(CouncilTopic.EPCI).to_confirm
    assert rules(COMMUNE, 40_000).find(CouncilTopic.EPCI) is None
    # What a municipal council is competent for says nothing of an EPCI.
    assert found.find(CouncilTopic.COMPETENCE) is None
    with pytest.raises(KeyError):
        found.on(CouncilTopic.COMPETENCE)


def test_the_population_is_the_municipal_one():
    assert rules(population=3_490, total=3_610).days_for(second_convocation=False) == 3
    found = rules(population=3_490, total=3_610).on(CouncilTopic.PUBLICATION)
    # The text on publication does not say which: both sides of the threshold, so the strictest.
    assert (found.rule.id, found.certain) == ("PUBLI-E", False)
    assert "de part et d’autre" in found.reason
    assert "dernier renouvellement" in rules(population=2_812).on(CouncilTopic.CONVOCATION).reason


@pytest.mark.parametrize(("department", "told"), [("67", True), ("57", True), ("38", False), ("", False)])
def test_alsace_and_moselle_have_a_law_of_their_own(department, told):
    local = rules(population=900, department=department).find(CouncilTopic.LOCAL_LAW)
    assert (local is not None) is told
    assert local is None or local.to_confirm


def test_every_rule_has_its_article():
    for applied in rules(population=2_812).applied:
        assert applied.rule.article in applied.text
        assert applied.text.endswith((applied.rule.article + ".", "à confirmer."))
