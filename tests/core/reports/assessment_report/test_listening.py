"""The chapter on what is done, heard and concluded: nothing without data, functions rather than names."""

from collections.abc import Iterator

from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.model import (
    Axis,
    Campaign,
    Finding,
    Interview,
    InterviewKind,
    InterviewStatus,
    PastAction,
    PastActionStatus,
    ReadDocument,
    SynthesisItem,
)
from nrdesk.core.reports.assessment_report import listening
from nrdesk.core.reports.content import BulletList, Heading, Table


def blocks(doc: Document) -> list[object]:
    return list(listening.blocks(doc, assess(doc)))


def tables(doc: Document) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {block.caption: block.rows for block in blocks(doc) if isinstance(block, Table)}


def headings(doc: Document) -> list[str]:
    return [block.text for block in blocks(doc) if isinstance(block, Heading)]


def bullets(doc: Document) -> Iterator[str]:
    for block in blocks(doc):
        if isinstance(block, BulletList):
            yield from ("".join(run.text for run in item) for item in block.items)


def test_nothing_written_is_no_chapter(doc: Document) -> None:
    with doc.action("Prévoir") as tx:
        tx.add(Interview(title="À venir"))
        tx.add(SynthesisItem(campaign_id=doc.campaign.id))
    assert blocks(doc) == []


def test_actions_come_in_the_order_of_their_dates(doc: Document) -> None:
    with doc.action("Écrire") as tx:
        tx.add(
            PastAction(title="Sans date"),
            PastAction(title="Dons", since="2024-03", axis=Axis.TERRITORY, status=PastActionStatus.DONE),
            PastAction(title="Tri", since="2019", owner="Services techniques", result="Une tonne"),
        )
    rows = tables(doc)["Les actions déjà engagées"]
    assert rows == (
        ("Tri (Services techniques)", "Cycle de vie du matériel", "2019", "en cours", "Une tonne"),
        ("Dons", "Territoire et données", "mars 2024", "terminée", "à préciser"),
        ("Sans date", "Cycle de vie du matériel", "non daté", "en cours", "à préciser"),
    )


def test_those_heard_are_told_with_what_is_retained(doc: Document) -> None:
    with doc.action("Écrire") as tx:
        tx.add(
            Interview(
                title="École",
                kind=InterviewKind.VISIT,
                status=InterviewStatus.HELD,
                held_on="2026-03-12",
                participants="Directrice",
                findings="Six tablettes\ndorment",
            ),
            Interview(title="Prévu"),
        )
    assert tables(doc)["Les échanges tenus"] == (("École", "visite de site", "12 mars 2026", "Directrice"),)
    assert list(bullets(doc)) == ["École\u00a0: Six tablettes dorment."]


def test_documents_read(doc: Document) -> None:
    with doc.action("Écrire") as tx:
        tx.add(ReadDocument(title="Audit", source="Prestataire", dated="2025", lessons="Parc ancien"))
    assert tables(doc)["Les documents lus"] == (("Audit", "Prestataire", "2025", "Parc ancien"),)


def test_the_synthesis_of_this_campaign_with_what_it_rests_on(doc: Document) -> None:
    other = Campaign(year=2025, as_of="2025-12-31")
    with doc.action("Écrire") as tx:
        tx.add(other)
        tx.add(
            SynthesisItem(campaign_id=doc.campaign.id, finding=Finding.AXIS, text="réparer d’abord", rank=2),
            SynthesisItem(
                campaign_id=doc.campaign.id, finding=Finding.AXIS, text="Trier", basis="3 sur 9", rank=1
            ),
            SynthesisItem(campaign_id=other.id, text="L’an passé"),
        )
    assert list(bullets(doc)) == ["Trier. 3 sur 9.", "Réparer d’abord."]
    assert headings(doc)[-2:] == ["Ce que nous en concluons", "Nos axes de travail"]
