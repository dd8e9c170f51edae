"""Who changed what, when."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import Action, ActionStatus, Contribution
from nrdesk.core.monitoring import history
from tests.core.monitoring.plan_samples import followed, named


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with followed(tmp_path / "essai.nrdesk") as document:
        yield document


def test_the_latest_comes_first_and_an_undo_says_so(doc):
    with doc.action("Clore l’action") as tx:
        tx.update(Action, named(doc, "Garder").id, status=ActionStatus.DONE)
    doc.undo()
    labels = [each.label for each in history.entries(doc)]
    assert labels == ["Annulé\u00a0: Clore l’action", "Clore l’action", "Remplir"]
    assert len(history.entries(doc, limit=1)) == 1


def test_words_are_looked_for_aside_from_accents(doc):
    with doc.action("Dépublier") as tx:
        tx.update(Action, named(doc, "Publier").id, blocked=False)
    assert [each.label for each in history.entries(doc, containing="depublier")] == ["Dépublier"]
    assert history.entries(doc, containing="rien de tel") == ()


def test_the_history_of_an_action_has_what_hangs_from_it_and_nothing_else(doc):
    garder, former = named(doc, "Garder"), named(doc, "Former")
    with doc.action("Aider") as tx:
        tx.add(Contribution(action_id=garder.id, who="Accueil"))
    with doc.action("Former mieux") as tx:
        tx.update(Action, former.id, owner="Mairie")
    assert [each.label for each in history.of_action(doc, garder.id)] == ["Aider", "Remplir"]
    assert [each.label for each in history.of_action(doc, former.id)] == ["Former mieux", "Remplir"]


def test_an_import_of_many_rows_names_none(doc):
    with doc.action("Importer") as tx:
        tx.add_all(Action(title=f"Action {rank}") for rank in range(60))
    imported = named(doc, "Action 3")
    assert doc.activity(1)[0].rows == 60
    assert history.of_action(doc, imported.id) == ()
