"""Figures that follow the document are those of a new reading of it."""

import dataclasses
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.assessment import LIFETIME_RULES, Assessment, assess
from nrdesk.core.assessment.kept import KeptAssessment
from nrdesk.core.campaigns import freeze, unfreeze
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Campaign, Equipment, EquipmentStatus, Person


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "parc.nrdesk", Authority(name="Essai", agents=12), year=2026) as doc:
        yield doc


@pytest.fixture
def kept(doc: Document) -> KeptAssessment:
    kept = KeptAssessment(doc, doc.campaign)
    doc.subscribe(kept.note)
    return kept


def said(assessment: Assessment) -> dict[str, object]:
    """Return every field, the figures in place of the calculation, whose recipes are its own."""
    fields = {f.name: getattr(assessment, f.name) for f in dataclasses.fields(assessment)}
    result = fields.pop("result")
    return fields | {
        "totals": result.totals,
        "incomplete": [line.id for line in result.incomplete],
        "sentences": assessment.sentences,
        "next": assessment.next_most_useful,
    }


def line(doc: Document, draw: random.Random) -> Equipment:
    return Equipment(
        campaign_id=doc.campaign.id,
        category=draw.choice(("portable", "ecran", "pc_fixe_bureautique", None)),
        purchased=draw.choice((None, "2018", "2021-03")),
        quantity=draw.randrange(1, 9),
        status=draw.choice(tuple(EquipmentStatus)),
    )


def test_after_any_change_the_figures_are_those_of_a_new_reading(doc: Document, kept: KeptAssessment) -> None:
    draw = random.Random(7)
    kept.now()
    for turn in range(60):
        ids = doc.ids(Equipment)
        with doc.action("Changer") as tx:
            match draw.randrange(6):
                case 0 | 1:
                    tx.add(*(line(doc, draw) for _ in range(3)))
                case 2 if ids:
                    tx.update_all(Equipment, draw.sample(ids, 1), quantity=turn + 1)
                case 3 if ids:
                    tx.delete(Equipment, draw.sample(ids, 1))
                case 4:
                    tx.update(Authority, doc.authority.id, agents=turn + 2)
                    tx.set_setting(LIFETIME_RULES, {"portable": 4 + turn % 5})
                case _:
                    tx.add(Person(name=f"Agent {turn}"), line(doc, draw))
        if draw.random() < 0.4:
            doc.undo()
        if draw.random() < 0.2:
            doc.redo()
        if draw.random() < 0.7:
            assert said(kept.now()) == said(assess(doc))


def test_what_the_figures_do_not_depend_on_costs_no_calculation(doc: Document, kept: KeptAssessment) -> None:
    with doc.action("Ajouter") as tx:
        tx.add(line(doc, random.Random(1)))
    before = kept.now()
    with doc.action("Ajouter") as tx:
        tx.add(Person(name="Camille"))
    assert kept.now().result is before.result


def test_a_campaign_that_changes_is_calculated_again(doc: Document, kept: KeptAssessment) -> None:
    with doc.action("Ajouter") as tx:
        tx.add(*(line(doc, random.Random(rank)) for rank in range(5)))
    kept.now()
    with doc.action("Dater") as tx:
        tx.update(Campaign, doc.campaign.id, as_of="2031-01-01")
    assert said(kept.now()) == said(assess(doc))


def test_a_campaign_is_followed_when_it_is_frozen_and_freed(doc: Document) -> None:
    with doc.action("Ajouter") as tx:
        tx.add(*(line(doc, random.Random(rank)) for rank in range(5)))
    kept = KeptAssessment(doc, doc.campaign)
    doc.subscribe(kept.note)
    kept.now()
    freeze(doc, doc.campaign)
    frozen = kept.now()
    assert said(frozen) == said(assess(doc))
    with doc.action("Régler") as tx:
        tx.set_setting(LIFETIME_RULES, {"portable": 12})
        tx.update(Authority, doc.authority.id, agents=99, name="Autre nom")
    assert said(kept.now()) == said(assess(doc))
    assert kept.now().result is frozen.result
    unfreeze(doc, doc.campaign)
    assert said(kept.now()) == said(assess(doc))


def test_a_change_says_its_rows_and_so_does_its_undo(doc: Document) -> None:
    heard: list[frozenset[str]] = []
    doc.subscribe(lambda changed: heard.append(changed.rows["equipment"]))
    first, second, third = (line(doc, random.Random(rank)) for rank in range(3))
    with doc.action("Ajouter") as tx:
        tx.add(first, second, third)
    with doc.action("Changer") as tx:
        tx.update(Equipment, first.id, site="Mairie")
        tx.delete(Equipment, [third.id])
    doc.undo()
    doc.redo()
    touched = frozenset((first.id, third.id))
    assert heard == [frozenset((first.id, second.id, third.id)), touched, touched, touched]
