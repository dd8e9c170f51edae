"""What changed since a review: compared with the plan that it kept, or told from dates."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import Action, ActionStatus, Indicator, Milestone, Reading
from nrdesk.core.monitoring import changes
from nrdesk.core.monitoring.telling import headline, told
from tests.core.monitoring.plan_samples import TODAY, followed, named

LATER = dt.date(2026, 12, 1)


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with followed(tmp_path / "essai.nrdesk") as document:
        yield document


def titles(found: tuple[Action, ...]) -> list[str]:
    return [each.title for each in found]


def test_a_kept_plan_is_read_back_as_it_was(doc):
    state = changes.state_now(doc, TODAY)
    assert changes.loaded(changes.dumped(state)) == state


@pytest.mark.parametrize("text", ["", "{", '{"on": 3}', "[]"])
def test_what_is_no_plan_is_none(text):
    assert changes.loaded(text) is None


def test_nothing_changed_is_said_so(doc):
    found = changes.since(doc, TODAY, before=changes.state_now(doc, TODAY), today=TODAY)
    assert found.exact
    assert found.moves == 0
    assert titles(found.blocked) == ["Publier"]
    assert [each.action.title for each in found.late] == ["Trier"]
    assert not found.newly


def test_every_kind_of_change_is_found_whatever_hand_made_it(doc):
    before = changes.state_now(doc, TODAY)
    with doc.action("Avancer") as tx:
        tx.update(Action, named(doc, "Garder").id, status=ActionStatus.DONE)
        tx.update(Action, named(doc, "Former").id, status=ActionStatus.UNDER_WAY, starts="2026-11")
        tx.update(Action, named(doc, "Publier").id, blocked=False, ends="2027-05")
        tx.update(Action, named(doc, "Trier").id, status=ActionStatus.DROPPED)
        tx.add(Action(title="Réparer", rank=9, starts="2026-10"))
        tx.update(Milestone, doc.all(Milestone)[0].id, reached="2026-11-15")
        tx.add(Reading(indicator_id=doc.all(Indicator)[0].id, read_on="2026-05", value=40))
    found = changes.since(doc, TODAY, before=before, today=LATER)
    assert titles(found.done) == ["Garder"]
    assert titles(found.started) == ["Former"]
    assert titles(found.dropped) == ["Trier"]
    assert titles(found.added) == ["Réparer"]
    assert titles(found.unblocked) == ["Publier"]
    assert [each.action.title for each in found.moved] == ["Publier"]
    assert [each.title for each in found.milestones] == ["Marché signé"]
    # Typed since, though it is of an earlier day.
    assert [reading.value for each in found.readings for reading in each.readings] == [40]
    assert [each.action.title for each in found.late] == ["Réparer"]
    assert found.newly == {named(doc, "Réparer").id}
    keys = [each.key for each in told(found)]
    assert keys.index("late") < keys.index("done")
    assert headline(found).endswith(
        "1 action terminée, 1 action commencée, 1 action en retard.".replace("1 action", "1\u00a0action")
    )


def test_without_a_kept_plan_dates_tell(doc):
    with doc.action("Avancer") as tx:
        tx.update(Action, named(doc, "Trier").id, status=ActionStatus.DONE)
    spring = changes.since(doc, dt.date(2026, 2, 15), today=TODAY)
    assert not spring.exact
    assert titles(spring.started) == ["Publier"]
    assert titles(spring.done) == ["Trier"]
    summer = changes.since(doc, dt.date(2026, 7, 14), today=TODAY)
    assert titles(summer.started) == titles(summer.done) == []
    assert titles(changes.since(doc, None, today=TODAY).started) == ["Garder", "Publier"]


def test_words_are_typed_as_french_wants(doc):
    found = changes.since(doc, None, today=TODAY)
    words = [headline(found), *(item for kind in told(found) for item in (kind.title, *kind.items))]
    assert all("'" not in each and " :" not in each for each in words)
    assert any("Publier\u00a0– pas de réponse" in each for each in words)
