"""What is done to the plan in one gesture is one undo, and a circle is refused with its path."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import Action, ActionLever, ActionStatus, Authority, Dependency, Objective
from nrdesk.core.plan import editing
from nrdesk.core.reference import actions as catalogue


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "ici.nrdesk", Authority(name="Ici"), year=2026) as document:
        yield document


def add(doc: Document, *titles: str) -> list[Action]:
    made = [Action(title=title, rank=rank) for rank, title in enumerate(titles, start=1)]
    with doc.action("Ajouter") as tx:
        tx.add_all(made)
    return made


def state(doc: Document) -> list[list[object]]:
    return [list(doc.all(kind)) for kind in (Action, ActionLever, Dependency)]


class TestDependencies:
    def test_a_circle_is_refused_with_its_path_and_nothing_changes(self, doc: Document) -> None:
        first, second, third = add(doc, "Compter", "Trier", "Donner")
        editing.add_dependency(doc, second.id, first.id)
        editing.add_dependency(doc, third.id, second.id)
        before = state(doc)
        with pytest.raises(UserError) as refused:
            editing.add_dependency(doc, first.id, third.id)
        assert refused.value.what == (
            "Ces actions s’attendraient en boucle\u00a0: Compter\u00a0→ Donner\u00a0→ Trier\u00a0→ Compter."
        )
        assert refused.value.kept
        assert refused.value.todo
        assert state(doc) == before

    def test_a_long_circle_is_told_by_its_ends(self, doc: Document) -> None:
        made = add(doc, *(f"Action {number}" for number in range(12)))
        for before, after in pairwise(made):
            editing.add_dependency(doc, after.id, before.id)
        with pytest.raises(UserError, match=r"Action 0\s→ Action 11.*….*→ Action 1\s→ Action 0"):
            editing.add_dependency(doc, made[0].id, made[-1].id)

    def test_an_action_does_not_wait_for_itself(self, doc: Document) -> None:
        (one,) = add(doc, "Compter")
        with pytest.raises(UserError, match="elle-même"):
            editing.add_dependency(doc, one.id, one.id)

    def test_twice_is_once_and_taking_it_away_is_one_undo(self, doc: Document) -> None:
        first, second = add(doc, "Compter", "Trier")
        editing.add_dependency(doc, second.id, first.id)
        editing.add_dependency(doc, second.id, first.id)
        assert doc.count(Dependency) == 1
        editing.remove_dependency(doc, second.id, first.id)
        assert doc.count(Dependency) == 0
        doc.undo()
        assert doc.count(Dependency) == 1


class TestTaking:
    def test_an_action_of_the_catalogue_comes_with_what_it_changes(self, doc: Document) -> None:
        objective = Objective(title="Garder")
        with doc.action("Viser") as tx:
            tx.add(objective)
        (made,) = editing.take(doc, ["A2-08"], objective_id=objective.id, starts="2027-04")
        entry = catalogue.by_id()["A2-08"]
        assert (made.title, made.catalogue, made.objective_id) == (entry.title, "A2-08", objective.id)
        assert (made.axis, made.months, made.starts, made.ease) == (entry.axis, 6.0, "2027-04", 3)
        assert made.indicator == "Postes mis à niveau (nombre/an)"
        (lever,) = doc.all(ActionLever)
        assert (lever.action_id, lever.amount) == (made.id, 1.0)
        assert "à ajuster" in lever.comment

    def test_what_comes_first_is_linked_when_the_plan_has_it(self, doc: Document) -> None:
        made = {action.catalogue: action.id for action in editing.take(doc, ["A2-03", "A2-01", "A2-13"])}
        links = {(each.action_id, each.needs_id) for each in doc.all(Dependency)}
        assert links == {(made["A2-03"], made["A2-01"]), (made["A2-13"], made["A2-03"])}

    def test_what_is_there_or_unknown_is_left_out(self, doc: Document) -> None:
        editing.take(doc, ["A2-01"])
        assert editing.take(doc, ["A2-01", "??"]) == ()
        assert len(editing.take(doc, ["A2-02", "A2-02"])) == 1
        assert [action.rank for action in doc.all(Action)] == [1, 2]

    def test_the_whole_catalogue_is_one_undo_and_has_no_circle(self, doc: Document) -> None:
        before = state(doc)
        assert len(editing.take(doc, list(catalogue.by_id()))) == 103
        assert doc.count(Dependency) == sum(len(each.prerequisites) for each in catalogue.by_id().values())
        doc.undo()
        assert state(doc) == before


class TestStatus:
    def test_blocked_asks_why(self, doc: Document) -> None:
        (one,) = add(doc, "Publier")
        with pytest.raises(UserError, match="raison"):
            editing.set_status(doc, one, ActionStatus.UNDER_WAY, blocked=True, reason=" ")
        editing.set_status(doc, one, ActionStatus.UNDER_WAY, blocked=True, reason="Le devis tarde.")
        (now,) = doc.all(Action)
        assert (now.status, now.blocked, now.blocked_reason) == (
            ActionStatus.UNDER_WAY,
            True,
            "Le devis tarde.",
        )
        assert doc.undo_label == "Bloquer «\u00a0Publier\u00a0»"

    def test_what_is_over_is_no_longer_blocked(self, doc: Document) -> None:
        (one,) = add(doc, "Publier")
        editing.set_status(doc, one, ActionStatus.UNDER_WAY, blocked=True, reason="Le devis tarde.")
        editing.set_status(doc, doc.get(Action, one.id), ActionStatus.DONE)
        now = doc.get(Action, one.id)
        assert (now.blocked, now.blocked_reason, now.progress) == (False, "", 100)
        editing.set_status(doc, now, ActionStatus.UNDER_WAY)
        assert doc.get(Action, one.id).progress is None
