"""« Préparer le bilan »: what is missing, closing it, and what a closed one keeps."""

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nrdesk.core import campaigns, demo
from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError, UserError
from nrdesk.core.model import (
    Action,
    ActionStatus,
    ActionYear,
    AnnualReview,
    Campaign,
    Equipment,
    Indicator,
    Reading,
)
from nrdesk.core.monitoring import cycle, kept, missing
from nrdesk.core.monitoring.drafts import drafts
from nrdesk.core.monitoring.year import YearPlace, actions_of
from tests.core.monitoring.plan_samples import TODAY, followed, named

CHECKED = tuple(cycle.SCREENS)[:-1]


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with followed(tmp_path / "essai.nrdesk") as document:
        yield document


@pytest.fixture(scope="module")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bilan") / "valbrenne.nrdesk"
    demo.create(path)
    return path


@pytest.fixture
def valbrenne(told_once: Path, tmp_path: Path) -> Iterator[Document]:
    path = tmp_path / "valbrenne.nrdesk"
    shutil.copy(told_once, path)
    with Document.open(path) as document:
        yield document


def _missing(doc: Document, key: str, today: dt.date = TODAY) -> str:
    steps = cycle.state(doc, doc.campaign, today).steps
    return " ".join(next(step for step in steps if step.key == key).missing)


def _check_all(doc: Document) -> None:
    for key in CHECKED:
        cycle.check(doc, doc.campaign, key)


def test_nothing_is_written_until_something_is_said(doc):
    now = cycle.state(doc, doc.campaign, TODAY)
    assert now.review is None
    assert now.current.key == "inventory"
    assert not now.ready
    assert "pas commencé" in now.sentence
    assert [step.key for step in now.steps] == list(cycle.SCREENS)
    assert doc.all(AnnualReview) == []


def test_the_work_is_taken_up_where_it_stopped(doc):
    cycle.check(doc, doc.campaign, "inventory")
    cycle.check(doc, doc.campaign, "actions")
    assert cycle.state(doc, doc.campaign, TODAY).current.key == "readings"
    cycle.check(doc, doc.campaign, "inventory", checked=False)
    assert cycle.state(doc, doc.campaign, TODAY).current.key == "inventory"
    assert len(doc.all(AnnualReview)) == 1
    with pytest.raises(KeyError):
        cycle.check(doc, doc.campaign, "compare")


def test_the_inventory_says_what_it_lacks(doc):
    assert _missing(doc, "inventory") == ""
    with doc.action("Saisir") as tx:
        tx.add(Equipment(campaign_id=doc.campaign.id, quantity=2))
        tx.update(Campaign, doc.campaign.id, as_of="2025-12-31")
    told = _missing(doc, "inventory", dt.date(2027, 1, 10))
    assert "hors de l’année 2026" in told
    assert "1\u00a0ligne sans catégorie" in told
    assert "ouvrez d’abord la campagne 2027" in told


def test_readings_and_actions_say_what_they_lack(doc):
    assert _missing(doc, "readings") == ""
    assert "Postes éteints" in _missing(doc, "readings", dt.date(2027, 9, 1))
    told = _missing(doc, "actions")
    assert "Rien n’est dit de 2026 pour\u00a0: Garder, Publier, Trier." in told
    assert "nouvelle date, ou un autre statut, pour\u00a0: Trier." in told
    garder = named(doc, "Garder")
    cycle.say_of_action(doc, doc.campaign, garder.id, "Dire", done="Trois écrans gardés.")
    cycle.say_of_action(doc, doc.campaign, garder.id, "Dire", next_step="Continuer.")
    assert "Garder" not in _missing(doc, "actions")
    assert len(doc.all(ActionYear)) == 1
    with doc.action("Taire") as tx:
        tx.update(Action, named(doc, "Publier").id, blocked_reason="")
    assert "Ce qui bloque n’est pas dit pour\u00a0: Publier." in _missing(doc, "actions")


def test_actions_over_before_the_year_are_left_out_unless_something_is_said(doc):
    with doc.action("Finir") as tx:
        tx.update(Action, named(doc, "Trier").id, status=ActionStatus.DONE, ends="2025-06")
    places = {each.action.title: each.place for each in actions_of(doc, doc.campaign, TODAY)}
    assert places == {
        "Garder": YearPlace.UNDER_WAY,
        "Former": YearPlace.NEXT,
        "Publier": YearPlace.BLOCKED,
    }
    cycle.say_of_action(doc, doc.campaign, named(doc, "Trier").id, "Dire", done="Encore un lot.")
    assert "Trier" in {each.action.title for each in actions_of(doc, doc.campaign, TODAY)}


def test_words_are_asked_for_until_they_are_written(doc):
    assert _missing(doc, "comments").count(".") == len(missing.WORDS)
    cycle.say(doc, doc.campaign, "Écrire", **dict.fromkeys(missing.WORDS, "Dit."))
    assert _missing(doc, "comments") == ""


def test_a_bilan_is_only_closed_once_every_screen_was_looked_at(doc):
    with pytest.raises(NotReadyError, match="les actions"):
        cycle.close(doc, doc.campaign, TODAY)
    _check_all(doc)
    cycle.close(doc, doc.campaign, TODAY)
    assert doc.campaign.frozen
    with pytest.raises(UserError, match="déjà clos"):
        cycle.close(doc, doc.campaign, TODAY)


def test_closing_is_one_undo_and_can_be_taken_back(doc):
    _check_all(doc)
    cycle.close(doc, doc.campaign, TODAY)
    assert (
        cycle.state(doc, doc.campaign, TODAY).sentence == "Le bilan 2026 est clos depuis le 1ᵉʳ octobre 2026."
    )
    doc.undo()
    assert not doc.campaign.frozen
    assert cycle.state(doc, doc.campaign, TODAY).ready
    doc.redo()
    cycle.reopen(doc, doc.campaign)
    review = doc.all(AnnualReview)[0]
    assert (review.closed_on, review.content, doc.campaign.frozen) == (None, "", False)
    with pytest.raises(UserError, match="n’est pas clos"):
        cycle.reopen(doc, doc.campaign)


def test_a_closed_bilan_never_changes_whatever_happens_after(doc):
    _check_all(doc)
    before = cycle.told(doc, doc.campaign, TODAY)
    cycle.close(doc, doc.campaign, TODAY)
    with doc.action("Changer") as tx:
        tx.update(Action, named(doc, "Garder").id, status=ActionStatus.DROPPED, title="Autre chose")
        tx.add(Reading(indicator_id=doc.all(Indicator)[0].id, read_on="2026-12", value=99))
    assert cycle.told(doc, doc.campaign, dt.date(2030, 1, 1)) == before
    # Unfrozen by another page, it still says what was voted.
    campaigns.unfreeze(doc, doc.campaign)
    assert cycle.told(doc, doc.campaign, dt.date(2030, 1, 1)) == before
    assert cycle.state(doc, doc.campaign, TODAY).closed


def test_a_campaign_frozen_without_a_bilan_says_what_to_do(doc):
    campaigns.freeze(doc, doc.campaign)
    now = cycle.state(doc, doc.campaign, TODAY)
    assert "figée sans bilan" in now.sentence
    with pytest.raises(NotReadyError, match="figée"):
        cycle.close(doc, doc.campaign, TODAY)


def test_what_was_kept_and_cannot_be_read_is_a_sentence(doc):
    review = AnnualReview(campaign_id=doc.campaign.id, closed_on="2026-10-01", content="{}")
    with pytest.raises(UserError, match="ne peut pas être lu"):
        kept.kept(review)
    later = replace(cycle.told(doc, doc.campaign, TODAY), format=kept.FORMAT + 1)
    with pytest.raises(UserError, match="plus récente"):
        kept.kept(replace(review, content=kept.dumped(later)))
    assert kept.kept(replace(review, closed_on=None)) is None
    assert kept.kept(None) is None


def test_the_bilan_of_the_demonstration_tells_a_year(valbrenne):
    told = cycle.told(valbrenne, valbrenne.campaign, dt.date(2026, 11, 21))
    assert (told.previous_year, told.year) == (2025, 2026)
    assert told.footprint_before is not None
    difference = told.footprint.value - told.footprint_before.value
    assert sum(each.value for each in told.effects) == pytest.approx(difference)
    assert told.at_constant_method is not None
    # What the factors gained is nobody's merit.
    assert abs(told.at_constant_method) < abs(difference)
    assert {YearPlace.DONE, YearPlace.BLOCKED, YearPlace.LATE, YearPlace.DROPPED} <= {
        each.place for each in told.actions
    }
    assert any(each.effect and each.effect < 0 for each in told.actions)
    assert any(each.off_track for each in told.indicators)
    objectives = {each.title: each for each in told.objectives}
    assert objectives["Garder les ordinateurs sept ans"].value is not None
    assert told.target
    assert told.trajectory[0].year == 2026


def test_readings_of_the_year_after_belong_to_the_next_bilan(doc):
    with doc.action("Relever") as tx:
        tx.add(Reading(indicator_id=doc.all(Indicator)[0].id, read_on="2027-02", value=99))
    (indicator,) = cycle.told(doc, doc.campaign, dt.date(2027, 3, 1)).indicators
    assert indicator.value == 30


def test_drafts_start_from_what_is_known_and_leave_the_mayor_alone(valbrenne):
    found = drafts(cycle.told(valbrenne, valbrenne.campaign, dt.date(2026, 11, 21)))
    assert set(found) == {"highlights", "difficulties", "next_year"}
    assert "recto verso" in found["highlights"]
    assert "accessibilité" in found["difficulties"]
    assert found["next_year"].count("\n") <= 4
    assert all("'" not in words for words in found.values())


def test_a_new_document_has_nothing_to_draft(tmp_path):
    with followed(tmp_path / "neuf.nrdesk") as doc:
        with doc.action("Vider") as tx:
            tx.update_all(Action, doc.ids(Action), status=ActionStatus.UNDER_WAY, blocked=False, ends="2027")
        assert not any(drafts(cycle.told(doc, doc.campaign, TODAY)).values())
