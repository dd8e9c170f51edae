"""Reviews: their agenda, when they should meet again, what they decide."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import Action, ActionStatus, GovernanceBody, Review, ReviewDecision, ReviewLevel
from nrdesk.core.monitoring import reviews
from nrdesk.core.workshops import slots
from tests.core.monitoring.plan_samples import TODAY, followed, named

LATER = dt.date(2026, 12, 1)


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with followed(tmp_path / "essai.nrdesk") as document:
        yield document


def _add(doc: Document, level: ReviewLevel, today: dt.date = TODAY) -> Review:
    review = reviews.planned(doc, level, today)
    with doc.action("Ajouter") as tx:
        tx.add(review)
    return doc.get(Review, review.id)


@pytest.mark.parametrize("level", list(ReviewLevel))
def test_every_level_says_what_it_is_for_in_french(level):
    known = reviews.template(level)
    assert known.title
    assert known.purpose.endswith(".")
    for words in (known.purpose, known.participants, *(point.text for point in known.points)):
        assert "'" not in words
        assert " :" not in words
    assert sum(point.minutes for point in known.points) <= 90


def test_an_agenda_names_what_waits_and_lasts_what_its_points_take(doc):
    review = _add(doc, ReviewLevel.PLAN)
    assert "Ce qui est en retard\u00a0: Trier\u00a0– devait finir" in review.agenda
    assert "Ce qui bloque\u00a0: Publier\u00a0– pas de réponse" in review.agenda
    # Nothing is over and nothing was decided: no point about them.
    assert "terminé" not in review.agenda
    assert "décidé" not in review.agenda
    assert review.minutes_long == sum(slot.minutes or 0 for slot in slots(review))
    assert review.body_id == doc.all(GovernanceBody)[0].id


def test_the_next_agenda_tells_what_changed_since_the_last_one_of_its_level(doc):
    first = _add(doc, ReviewLevel.PLAN)
    reviews.hold(doc, first, TODAY)
    held = doc.get(Review, first.id)
    assert held.held
    assert held.starts == TODAY.isoformat()
    with doc.action("Avancer") as tx:
        tx.update(Action, named(doc, "Garder").id, status=ActionStatus.DONE)
        tx.add(ReviewDecision(review_id=first.id, text="Relancer.", owner="Mairie", due="2026-11"))
        tx.add(ReviewDecision(review_id=first.id, text="Rien.", done=True))
    second = _add(doc, ReviewLevel.PLAN, LATER)
    assert "Ce qui est terminé\u00a0: Garder" in second.agenda
    assert "Ce que nous avions décidé\u00a0: Relancer (Mairie, novembre 2026)" in second.agenda
    found = reviews.since_last(doc, second, LATER)
    assert found.exact
    assert found.since == TODAY
    other = reviews.since_last(doc, reviews.planned(doc, ReviewLevel.PROJECTS, LATER), LATER)
    assert not other.exact
    assert other.decisions == ()


def test_a_review_that_was_not_held_after_all_is_no_point_of_comparison(doc):
    review = _add(doc, ReviewLevel.PLAN)
    reviews.hold(doc, review, TODAY)
    reviews.reopen(doc, doc.get(Review, review.id))
    assert doc.get(Review, review.id).state == ""
    assert reviews.since_last(doc, reviews.planned(doc, ReviewLevel.PLAN, LATER), LATER).since is None


def test_an_agenda_can_be_written_again_until_the_review_is_held(doc):
    review = _add(doc, ReviewLevel.PLAN)
    with doc.action("Débloquer") as tx:
        tx.update(Action, named(doc, "Publier").id, blocked=False)
    reviews.prepare(doc, review, TODAY)
    assert "bloque" not in doc.get(Review, review.id).agenda
    reviews.hold(doc, doc.get(Review, review.id), TODAY)
    with pytest.raises(UserError, match="déjà eu lieu"):
        reviews.prepare(doc, doc.get(Review, review.id), TODAY)


def test_levels_say_when_they_should_meet_again(doc):
    _ambition, plan, projects = reviews.levels(doc, TODAY)
    assert plan.overdue
    assert "Aucune" in plan.words
    reviews.hold(doc, _add(doc, ReviewLevel.PLAN), TODAY)
    plan = reviews.levels(doc, TODAY)[1]
    # The body of the collectivité meets every month, whatever nrdesk proposes.
    assert plan.expected == dt.date(2026, 11, 1)
    assert not plan.overdue
    assert reviews.levels(doc, LATER)[1].overdue
    with doc.action("Planifier") as tx:
        tx.add(Review(level=ReviewLevel.PLAN, starts="2026-12-10T09:00"))
    plan = reviews.levels(doc, LATER)[1]
    assert not plan.overdue
    assert plan.words == "Dernière\u00a0: 1ᵉʳ octobre 2026. Prochaine\u00a0: 10 décembre 2026."
    assert projects.last is None


def test_a_decision_becomes_an_action_once(doc):
    review = _add(doc, ReviewLevel.PLAN)
    decision = ReviewDecision(
        review_id=review.id, text="Signer  la convention.", owner="Mairie", due="2027-03"
    )
    with doc.action("Décider") as tx:
        tx.add(decision)
    action = reviews.to_action(doc, doc.get(ReviewDecision, decision.id))
    assert (action.title, action.owner, action.ends) == ("Signer la convention", "Mairie", "2027-03")
    assert action.rank > named(doc, "Trier").rank
    assert doc.get(ReviewDecision, decision.id).action_id == action.id
    with pytest.raises(UserError, match="déjà une action"):
        reviews.to_action(doc, doc.get(ReviewDecision, decision.id))
    doc.undo()
    assert doc.get(ReviewDecision, decision.id).action_id is None
    assert "Signer la convention" not in {each.title for each in doc.all(Action)}


def test_a_decision_that_says_nothing_is_no_action(doc):
    review = _add(doc, ReviewLevel.PLAN)
    with pytest.raises(UserError, match="vide"):
        reviews.to_action(doc, ReviewDecision(review_id=review.id, text=" "))
