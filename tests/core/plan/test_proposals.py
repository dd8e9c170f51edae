"""The catalogue is proposed by what the data of the collectivité call for, and says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import demo
from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.model import (
    Authority,
    AuthorityKind,
    Equipment,
    MaturityAnswer,
    ObligationTracking,
    Progress,
)
from nrdesk.core.plan import editing
from nrdesk.core.plan.effects import effects
from nrdesk.core.plan.proposals import Proposal, proposals
from nrdesk.core.plan.stakes import Stakes
from nrdesk.core.reference import actions as catalogue

COMMUNE = Authority(
    kind=AuthorityKind.COMMUNE, name="Ici", population_municipal=2_000, population_total=2_000
)


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "ici.nrdesk", COMMUNE, year=2026) as document:
        yield document


def found(doc: Document, key: str, *, figures: bool = False) -> Proposal:
    given = proposals(doc, assess(doc) if figures else None)
    return next(each for each in given if each.action.id == key)


def answer(doc: Document, question: str, level: int) -> None:
    with doc.action("Répondre") as tx:
        tx.add(MaturityAnswer(campaign_id=doc.campaign.id, question=question, level=level))


def test_an_empty_document_is_proposed_the_whole_catalogue(doc: Document) -> None:
    given = proposals(doc)
    assert len(given) == 103
    assert [each.score for each in given] == sorted((each.score for each in given), reverse=True)
    assert all(each.effect is None for each in given)


def test_a_weak_answer_is_a_reason_and_a_good_one_is_none(doc: Document) -> None:
    before = found(doc, "A2-17")
    answer(doc, "P07", 0)
    weak = found(doc, "A2-17")
    assert weak.score > before.score
    assert weak.reasons[0].startswith("Votre réponse P07 est au niveau 0 sur 4\u00a0: «")
    answer(doc, "P07", 3)
    assert found(doc, "A2-17").reasons == before.reasons


def test_an_obligation_that_applies_and_is_not_met_is_a_reason(doc: Document) -> None:
    reasons = found(doc, "A3-03").reasons
    assert any("obligation vous concerne" in reason for reason in reasons)
    with doc.action("Noter") as tx:
        tx.add(ObligationTracking(obligation="RGAA", progress=Progress.DONE))
    assert found(doc, "A3-03").reasons == ()


def test_no_obligation_is_told_to_whom_none_applies(doc: Document) -> None:
    # REEN art. 35 binds over 50 000 inhabitants only.
    assert not any("obligation" in reason for reason in found(doc, "G-01").reasons)


def test_the_footprint_at_stake_needs_an_inventory(doc: Document) -> None:
    assert found(doc, "A2-04", figures=True).effect is None
    with doc.action("Ajouter un équipement") as tx:
        tx.add(
            Equipment(campaign_id=doc.campaign.id, category="portable", quantity=30, purchased="2023"),
        )
    given = found(doc, "A2-04", figures=True)
    assert given.effect is not None
    assert given.effect < 0
    assert "éviterait" in given.reasons[0]
    assert found(doc, "A2-06", figures=True).effect is None


def test_what_is_for_larger_ones_comes_after(doc: Document) -> None:
    assert proposals(doc)[-1].action.small_commune is False


def test_what_the_plan_has_is_no_longer_proposed(doc: Document) -> None:
    editing.take(doc, ["A2-04"])
    assert "A2-04" not in {each.action.id for each in proposals(doc)}


def test_the_effect_told_is_the_one_of_the_plan_once_it_is_taken(tmp_path: Path) -> None:
    with demo.create(tmp_path / "demo.nrdesk") as document:
        figures = assess(document)
        told = next(each for each in proposals(document, figures) if each.action.id == "A1-08")
        (made,) = editing.take(document, ["A1-08"])
        in_plan = next(each for each in effects(document).actions if each.action_id == made.id)
        assert told.effect == pytest.approx(in_plan.alone)


def test_the_effect_is_explained_by_the_levers_of_the_catalogue(tmp_path: Path) -> None:
    with demo.create(tmp_path / "demo.nrdesk") as document:
        stakes = Stakes.of(document, assess(document))
        entry = catalogue.by_id()["A1-08"]
        told = stakes.explain(entry)
        assert told.value == stakes.effect(entry)
        assert told.terms[0].label.startswith("durée de vie\u00a0: 0,5\u00a0an de plus (")
        assert told.terms[0].value_text == f"dès {demo.YEAR + 1}"
        assert "sans action" in told.formula
        assert stakes.effect(catalogue.by_id()["A4-01"]) is None
