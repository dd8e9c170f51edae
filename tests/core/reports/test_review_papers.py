"""The papers of the reviews: an agenda that tells what changed, minutes that tell what was decided."""

from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import Action, ActionStatus, Review, ReviewDecision, ReviewLevel
from nrdesk.core.reports import review_agenda, review_minutes
from nrdesk.core.reports.content import Heading
from nrdesk.core.reports.exporting import export
from tests.core.reports.conftest import failures
from tests.core.reports.test_meetings import _text

HELD = Review(
    title="Revue <b>de mai</b>",
    level=ReviewLevel.PLAN,
    starts="2026-05-19T14:00",
    report="L’atelier & la mairie sont d’accord.",
    agenda="10 min Tour de table",
    held=True,
)
COMING = Review(level=ReviewLevel.PLAN, starts="2026-12-10", minutes_long=45)


@pytest.fixture
def doc(doc: Document) -> Document:
    """Return the small commune with a plan, a review that was held and one to come."""
    late = Action(title="Garder <i>tout</i>", status=ActionStatus.UNDER_WAY, ends="2026-06")
    with doc.action("Suivre") as tx:
        tx.add(late, HELD, COMING)
        tx.add(
            ReviewDecision(review_id=HELD.id, text="Relancer.", owner="Mairie", due="2026-09"),
            ReviewDecision(review_id=HELD.id, text="Garder.", done=True, action_id=late.id),
        )
    return doc


def test_an_agenda_tells_what_waits_before_what_changed(doc):
    report = review_agenda.build(doc)
    assert report.meta.subtitle == "Revue\u00a0: plan d’action"
    told = _text(report)
    assert "Garder <i>tout</i> – devait finir le 30 juin 2026" in told
    assert "Relancer (Mairie, septembre 2026)" in told
    headings = [block.text for block in report.blocks if isinstance(block, Heading)]
    assert headings == ["Ce qui attend une décision", "Ce qui a changé depuis le 19 mai 2026"]


def test_an_agenda_that_nobody_wrote_is_the_one_that_nrdesk_proposes(doc):
    assert "Ce qui est en retard : Garder" in _text(review_agenda.build(doc, COMING.id))


def test_minutes_tell_what_was_decided_and_what_became_an_action(doc):
    told = _text(review_minutes.build(doc))
    assert "L’atelier & la mairie sont d’accord." in told
    assert "Relancer. | Mairie | septembre 2026\nGarder. | à désigner | fait" in told
    assert told.endswith("Garder <i>tout</i>")


def test_without_reviews_one_is_told_where_to_go(doc):
    with doc.action("Vider") as tx:
        tx.delete(ReviewDecision, doc.ids(ReviewDecision))
        tx.delete(Review, doc.ids(Review))
    for build in (review_agenda.build, review_minutes.build):
        with pytest.raises(NotReadyError, match="Aucune revue"):
            build(doc)
    with pytest.raises(NotReadyError, match="n’existe plus"):
        review_minutes.build(doc, HELD.id)


@pytest.mark.slow
@pytest.mark.parametrize("key", ["ordre-du-jour-de-revue", "compte-rendu-de-revue"])
def test_papers_are_accessible_and_the_same_twice(doc, key, tmp_path: Path):
    first, second = tmp_path / "un.pdf", tmp_path / "deux.pdf"
    for path in (first, second):
        export(doc, key, path)
    assert first.read_bytes() == second.read_bytes()
    assert failures(first) == []
    export(doc, key, tmp_path / "un.docx")
