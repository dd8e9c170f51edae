"""Versions keep the strategy whole, tell what changed, come back, and stay once adopted."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core import roadmap
from nrdesk.core.errors import UserError
from nrdesk.core.model import Ambition, StrategyVersion
from nrdesk.core.roadmap import Change
from nrdesk.core.roadmap.comparing import differences

from .test_views import chapter, text, write


def test_a_version_does_not_follow_the_data(told):
    kept = roadmap.save_version(told, "avant relecture")
    with told.action("Changer d’ambition") as tx:
        tx.update(Ambition, told.ids(Ambition)[0], text="Aller plus loin.")
    found = {view.key: view for view in roadmap.chapters_of(kept)}
    assert "sept ans" in str(found["ambition"].body)
    assert "Aller plus loin." in text(told, "ambition")


def test_what_changed_is_told_chapter_by_chapter(told):
    before = roadmap.save_version(told, "avant")
    write(told, "means", "Un jour par mois.")
    roadmap.leave_out(told, chapter(told, "law"), out=True)
    own = roadmap.add(told, "Nos écoles", after="why")
    roadmap.rename(told, chapter(told, "why"), "Nos raisons")
    found = {each.key: each for each in roadmap.compare(before, roadmap.save_version(told, "après"))}
    assert set(found) == {"means", "law", own, "why"}
    assert found["law"].change is Change.REMOVED
    assert found[own].change is Change.ADDED
    assert found["means"].change is Change.CHANGED
    assert "ajouté" in found["means"].sentence
    assert "il s’appelait" in found["why"].sentence


def test_nothing_changed_says_nothing(told):
    assert roadmap.compare(roadmap.save_version(told, "a"), roadmap.save_version(told, "b")) == ()


def test_words_that_stay_come_and_go():
    pieces = differences("Nous gardons nos vieux ordinateurs.", "Nous gardons tous nos ordinateurs.")
    assert [(piece.change, piece.text) for piece in pieces] == [
        (Change.SAME, "Nous gardons"),
        (Change.ADDED, "tous"),
        (Change.SAME, "nos"),
        (Change.REMOVED, "vieux"),
        (Change.SAME, "ordinateurs."),
    ]


_TEXTS = st.lists(st.sampled_from(["un", "deux", "trois", "quatre", "\n"]), max_size=30).map(" ".join)


@given(_TEXTS, _TEXTS)
def test_both_texts_are_in_their_differences(before, after):
    pieces = differences(before, after)

    def words(*changes):
        return [word for piece in pieces if piece.change in changes for word in piece.text.split()]

    assert words(Change.SAME, Change.REMOVED) == before.split()
    assert words(Change.SAME, Change.ADDED) == after.split()


def test_a_book_is_compared_in_no_time():
    words = "mot autre encore " * 20_000
    assert differences(words, f"{words}\nfin")[-1].change is Change.ADDED


def test_a_version_comes_back_whole_and_can_be_undone(told):
    write(told, "means", "Un jour par mois.")
    own = roadmap.add(told, "Nos écoles", after="why")
    kept = roadmap.save_version(told, "avant")
    write(told, "means", "Deux jours.")
    roadmap.remove(told, chapter(told, own))
    roadmap.move(told, "law", 0)
    late = roadmap.add(told, "Trop tard")
    now = roadmap.current(roadmap.chapters(told))
    roadmap.restore(told, kept)
    assert roadmap.current(roadmap.chapters(told)) == roadmap.read(kept).chapters
    assert late not in {view.key for view in roadmap.chapters(told)}
    told.undo()
    assert roadmap.current(roadmap.chapters(told)) == now


def test_what_was_proposed_and_still_is_goes_on_following_the_data(told):
    kept = roadmap.save_version(told, "avant")
    roadmap.restore(told, kept)
    assert all(view.prefilled for view in roadmap.chapters(told))


def test_an_adopted_version_stays(told):
    kept = roadmap.save_version(told, "version 1")
    roadmap.seal(told, kept)
    (sealed,) = told.all(StrategyVersion)
    assert roadmap.adopted(told) == sealed
    with pytest.raises(UserError, match="adoptée"):
        roadmap.delete_version(told, sealed)


def test_a_version_without_a_name_gets_one(told):
    assert roadmap.save_version(told, " ").name == "Version 1"
    assert roadmap.save_version(told, "").name == "Version 2"
    assert [each.name for each in roadmap.versions(told)] == ["Version 2", "Version 1"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 99}', '{"format": 1, "chapters": [{}]}'])
def test_a_damaged_version_is_refused_with_a_sentence(told, content):
    kept = dataclasses.replace(roadmap.save_version(told, "avant"), content=content)
    with pytest.raises(UserError, match="ne peut pas être lue"):
        roadmap.read(kept)
