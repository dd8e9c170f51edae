"""What belongs to a frozen campaign does not change, whichever way it is written."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from nrdesk.core.document import Document, Transaction
from nrdesk.core.document.freezing import FrozenCampaignError
from nrdesk.core.model import (
    RECORDS,
    Action,
    ActionYear,
    AnnualReview,
    Authority,
    Campaign,
    Equipment,
    MaturityAnswer,
    Record,
    ServiceUse,
    SynthesisItem,
    WebSite,
)

ACTION = Action(title="Équiper")
SAMPLES: dict[type[Record], Callable[[str], Record]] = {
    Equipment: lambda id: Equipment(campaign_id=id),
    ServiceUse: lambda id: ServiceUse(campaign_id=id),
    WebSite: lambda id: WebSite(campaign_id=id),
    MaturityAnswer: lambda id: MaturityAnswer(campaign_id=id, question="G01"),
    SynthesisItem: lambda id: SynthesisItem(campaign_id=id),
    AnnualReview: lambda id: AnnualReview(campaign_id=id),
    ActionYear: lambda id: ActionYear(campaign_id=id, action_id=ACTION.id),
}
_TEXTS = ("comment", "text", "foreword", "done")


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    """Return a document where 2024 is frozen, with a row of each kind, and 2025 open."""
    with Document.create(tmp_path / "a.nrdesk", Authority(name="Ici"), year=2025) as document:
        old = Campaign(year=2024, as_of="2024-12-31")
        with document.action("Préparer") as tx:
            tx.add(old, ACTION, *(make(old.id) for make in SAMPLES.values()))
            tx.add(Equipment(campaign_id=document.campaign.id, number="de 2025"))
        with document.action("Figer") as tx:
            tx.update(Campaign, old.id, frozen=True)
        yield document


def frozen(doc: Document) -> Campaign:
    return doc.campaigns()[0]


def refused(doc: Document, write: Callable[[Transaction], object]) -> None:
    with pytest.raises(FrozenCampaignError, match="2024 est figée"), doc.action("Changer") as tx:
        write(tx)


def test_every_kind_of_row_of_a_campaign_is_tried_here():
    owned = {kind for kind in RECORDS if "campaign_id" in {field.name for field in fields(kind)}}
    assert {kind.__name__ for kind in owned} - {kind.__name__ for kind in SAMPLES} == {"FrozenMethod"}


@pytest.mark.parametrize("kind", SAMPLES, ids=lambda kind: kind.__name__)
def test_its_rows_are_neither_added_changed_replaced_nor_deleted(doc, kind):
    row = doc.all(kind)[0]
    text = next(f.name for f in fields(kind) if f.name in _TEXTS)
    refused(doc, lambda tx: tx.add(SAMPLES[kind](frozen(doc).id)))
    refused(doc, lambda tx: tx.update(kind, row.id, **{text: "autre"}))
    refused(doc, lambda tx: tx.replace([replace(row, **{text: "autre"})]))
    refused(doc, lambda tx: tx.delete(kind, [row.id]))
    assert doc.all(kind)[0] == row


def test_one_row_of_it_among_others_is_enough(doc):
    ids = doc.ids(Equipment)
    refused(doc, lambda tx: tx.update_all(Equipment, ids, brand="Dell"))
    refused(doc, lambda tx: tx.delete(Equipment, ids))
    refused(doc, lambda tx: tx.add(*(Equipment(campaign_id=c.id) for c in doc.campaigns())))


def test_no_row_moves_into_it(doc):
    (id,) = doc.ids(Equipment, number="de 2025")
    refused(doc, lambda tx: tx.update(Equipment, id, campaign_id=frozen(doc).id))
    moved = replace(doc.get(Equipment, id), campaign_id=frozen(doc).id)
    refused(doc, lambda tx: tx.replace([moved]))


def test_itself_only_unfreezes(doc):
    campaign = frozen(doc)
    refused(doc, lambda tx: tx.update(Campaign, campaign.id, comment="relu"))
    refused(doc, lambda tx: tx.update(Campaign, campaign.id, frozen=False, year=2023))
    refused(doc, lambda tx: tx.replace([replace(campaign, year=2023)]))
    with doc.action("Défiger") as tx:
        tx.update(Campaign, campaign.id, frozen=False)
        tx.update(Campaign, campaign.id, comment="relu")
    assert frozen(doc).comment == "relu"


def test_what_changes_nothing_is_let_through(doc):
    with doc.action("Ne rien changer") as tx:
        tx.update_all(Equipment, doc.ids(Equipment), brand="")
        tx.replace(doc.all(Equipment))
    assert doc.undo_label == "Figer"


def test_the_other_campaigns_stay_open(doc):
    with doc.action("Saisir") as tx:
        tx.add(Equipment(campaign_id=doc.campaign.id))
        tx.update(Campaign, doc.campaign.id, comment="en cours")
        tx.update(Authority, doc.authority.id, name="Là")
    assert doc.count(Equipment, campaign_id=doc.campaign.id) == 2


def test_freezing_is_undone_and_redone_and_earlier_edits_are_undone_after_it_only(doc):
    row = doc.all(Equipment, campaign_id=frozen(doc).id)[0]
    assert doc.undo_label == "Figer"
    doc.undo()
    assert not frozen(doc).frozen
    with doc.action("Corriger") as tx:
        tx.update(Equipment, row.id, brand="Dell")
    doc.undo()
    assert doc.get(Equipment, row.id).brand == ""
    doc.redo()
    with doc.action("Figer de nouveau") as tx:
        tx.update(Campaign, frozen(doc).id, frozen=True)
    doc.undo()
    doc.redo()
    refused(doc, lambda tx: tx.update(Equipment, row.id, brand="HP"))
