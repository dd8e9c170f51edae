"""What step 7 misses is said, from an empty document to a vote that is published."""

from nrdesk.core.model import Ambition, Authority, Deliberation, Objective, StrategyVersion
from nrdesk.core.steps import STEPS, Snapshot

CHECKS = {check.where.field: check for check in STEPS[6].checks}
SMALL = Authority(population_municipal=2_812, elected=23)
LARGE = Authority(population_municipal=12_000, elected=33)
READY = (Ambition(text="Moins et mieux."), Objective(title="Garder les ordinateurs"))


def missing(field, *records, authority=SMALL, **values):
    now = Snapshot(authority, records=(Deliberation(**values), *records) if values else records)
    return CHECKS[field].missing(now).replace("\u00a0", " ")


def test_an_empty_document_misses_everything_in_words():
    assert all(check.missing(Snapshot(Authority())) for check in CHECKS.values())


def test_the_day_of_the_session():
    assert missing("session_date", place="Mairie")
    assert not missing("session_date", meeting="2026-12-15")


def test_the_draft_has_what_a_council_asks():
    assert missing("draft", place="Mairie") == (
        "Il manque au projet : l’ambition (étape 5), un objectif au moins (étape 5), l’élu qui présente le "
        "texte."
    )
    assert not missing("draft", *READY, rapporteur="Mme Mauvernay, adjointe")


def test_the_convocation_leaves_in_time():
    assert "11 décembre 2026" in missing("convocation", meeting="2026-12-15")
    assert "note de synthèse" in missing("convocation", meeting="2026-12-15", authority=LARGE)
    assert not missing("convocation", meeting="2026-12-15", convened="2026-12-11")
    late = missing("convocation", meeting="2026-12-15", convened="2026-12-11", authority=LARGE)
    assert "n’est pas tenu" in late


def test_the_vote_is_counted():
    assert missing("vote", present=15, votes_for=15)
    assert "tombe pas juste" in missing("vote", present=15, votes_for=20, votes_against=0)
    assert not missing("vote", present=15, votes_for=15, votes_against=0)
    # A refusal is a result.
    assert not missing("vote", present=15, votes_for=5, votes_against=10)


def test_transmitted_then_published():
    assert "préfecture" in missing("publication", published="2026-12-18")
    assert "publication" in missing("publication", transmitted="2026-12-17")
    assert not missing("publication", transmitted="2026-12-17", published="2026-12-18")


def test_the_voted_version_is_kept():
    assert missing("seal", StrategyVersion(name="v1"))
    assert not missing("seal", StrategyVersion(name="v1", sealed=True))
