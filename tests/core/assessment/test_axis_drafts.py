"""Axes are proposed from the synthesis and from the other policies until they are taken."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.assessment.axis_drafts import axis_drafts, take
from nrdesk.core.document import Document, remove
from nrdesk.core.fields.field import LONGEST_LINE
from nrdesk.core.model import (
    Authority,
    Axis,
    Finding,
    PolicyDocument,
    PolicyLink,
    PriorityAxis,
    SynthesisItem,
)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """Return a commune with two axes of work and a policy."""
    with Document.create(tmp_path / "commune.nrdesk", Authority(name="Valbrenne"), year=2026) as made:
        campaign, policy = made.campaign.id, PolicyDocument(title="PCAET")
        with made.action("Conclure") as tx:
            tx.add(
                SynthesisItem(
                    campaign_id=campaign,
                    finding=Finding.AXIS,
                    text="Acheter reconditionné.",
                    basis="3 sur 60.",
                    draft_key="park.buy_refurbished",
                    rank=1,
                ),
                SynthesisItem(campaign_id=campaign, finding=Finding.AXIS, text="Éteindre la nuit", rank=2),
                SynthesisItem(campaign_id=campaign, finding=Finding.AXIS, text="  ", rank=3),
                SynthesisItem(campaign_id=campaign, finding=Finding.STRENGTH, text="On répare.", rank=4),
                policy,
                PolicyLink(document_id=policy.id, axis=Axis.CITIZENS, strength=2),
            )
        yield made


def titles(document: Document) -> list[str]:
    return [draft.axis.title for draft in axis_drafts(document, document.campaign)]


def test_sentences_then_priorities_are_proposed(document: Document) -> None:
    drafts = axis_drafts(document, document.campaign)
    assert titles(document) == ["Acheter reconditionné", "Éteindre la nuit", "Habitants et inclusion"]
    assert [draft.axis.axis for draft in drafts] == [Axis.PURCHASING, Axis.LIFE_CYCLE, Axis.CITIZENS]
    assert drafts[0].axis.reason == "3 sur 60."
    assert "PCAET" in drafts[2].axis.reason


def test_what_is_taken_is_proposed_no_more_until_its_axis_is_gone(document: Document) -> None:
    for draft in axis_drafts(document, document.campaign):
        with document.action("Reprendre") as tx:
            take(document, tx, draft)
    assert titles(document) == []
    kept = document.all(PriorityAxis)
    assert [axis.rank for axis in kept] == [1, 2, 3]
    with document.action("Renommer") as tx:
        tx.update(PriorityAxis, kept[0].id, title="Autre chose")
    assert titles(document) == []
    with document.action("Supprimer") as tx:
        remove(document, tx, PriorityAxis, [kept[0].id])
    assert titles(document) == ["Acheter reconditionné"]


def test_one_undo_brings_a_proposal_back(document: Document) -> None:
    before = titles(document)
    with document.action("Reprendre") as tx:
        take(document, tx, axis_drafts(document, document.campaign)[0])
    document.undo()
    assert titles(document) == before


def test_a_long_sentence_makes_a_title_that_fits(document: Document) -> None:
    with document.action("Écrire") as tx:
        tx.add(
            SynthesisItem(campaign_id=document.campaign.id, finding=Finding.AXIS, text="mot " * 200, rank=9)
        )
    assert max(map(len, titles(document))) <= LONGEST_LINE
