"""The history in the window: folded until it is wanted, searched, one action at a time."""

from nrdesk.core.model import Action
from nrdesk.ui.history import card
from nrdesk.ui.history.action_fold import ActionHistory
from nrdesk.ui.history.card import HistoryCard


def _words(view) -> list[str]:
    return [view.item(row).text() for row in range(view.count())]


def test_nothing_is_read_before_it_is_unfolded(session, qtbot):
    made = HistoryCard(session)
    qtbot.addWidget(made)
    made.refresh()
    assert made.list.count() == 0
    made.fold.header.click()
    assert any("Saisir" in each for each in _words(made.list))


def test_a_search_keeps_what_has_the_words(session, qtbot):
    with session.act("Ajouter une action") as tx:
        tx.add(Action(title="Garder"))
    made = HistoryCard(session)
    qtbot.addWidget(made)
    made.show()
    assert made.focus_field("history")
    assert not made.focus_field("elsewhere")
    made.search.setText("ajouter")
    assert len(_words(made.list)) == 1
    made.search.setText("rien de tel")
    assert made.list.isHidden()


def test_the_rest_comes_when_it_is_asked_for(session, qtbot, monkeypatch):
    monkeypatch.setattr(card, "PAGE", 2)
    for rank in range(4):
        with session.act(f"Action {rank}") as tx:
            tx.add(Action(title=str(rank)))
    made = HistoryCard(session)
    qtbot.addWidget(made)
    made.fold.header.setChecked(True)
    assert made.list.count() == 2
    made.more.click()
    made.more.click()
    assert made.list.count() == 5
    assert made.more.isHidden()


def test_an_action_has_its_own_history(session, qtbot):
    one, other = Action(title="Garder"), Action(title="Trier")
    with session.act("Ajouter Garder") as tx:
        tx.add(one)
    with session.act("Ajouter Trier") as tx:
        tx.add(other)
    made = ActionHistory(session)
    qtbot.addWidget(made)
    made.show_action(one.id)
    assert made.list.count() == 0
    made.header.click()
    (told,) = _words(made.list)
    assert "Ajouter Garder" in told
    made.show_action(None)
    assert made.list.isHidden()
