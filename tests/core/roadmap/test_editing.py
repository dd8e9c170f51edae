"""Each gesture on the chapters is one action, that one undo takes back."""

import pytest

from nrdesk.core import richtext, roadmap
from nrdesk.core.errors import UserError
from nrdesk.core.model import Chapter
from nrdesk.core.richtext import from_plain
from nrdesk.core.roadmap import CHAPTERS

from .test_views import chapter, text, write


def keys(doc):
    return [view.key for view in roadmap.chapters(doc)]


def test_an_edit_is_one_action_that_says_what_it_did(told):
    before = text(told, "dates")
    write(told, "dates", "Nos dates.")
    assert told.undo_label == "Modifier le chapitre «\u00a0Les échéances\u00a0»"
    told.undo()
    assert text(told, "dates") == before
    assert chapter(told, "dates").prefilled


def test_an_edit_that_changes_nothing_leaves_no_trace(told):
    view = chapter(told, "dates")
    label = told.undo_label
    roadmap.edit(told, view, view.body)
    assert told.undo_label == label
    assert not told.all(Chapter)


def test_coming_back_to_the_text_proposed_can_be_undone(told):
    write(told, "dates", "Nos dates.")
    roadmap.take_proposed(told, chapter(told, "dates"))
    assert chapter(told, "dates").prefilled
    told.undo()
    assert text(told, "dates") == "Nos dates."


def test_a_title_can_be_changed_and_brought_back(told):
    roadmap.rename(told, chapter(told, "why"), "  Nos   raisons ")
    assert chapter(told, "why").title == "Nos raisons"
    roadmap.rename(told, chapter(told, "why"), "")
    assert chapter(told, "why").title == "Pourquoi nous le faisons"


def test_moving_keeps_everything_else_in_order(told):
    roadmap.move(told, "law", 0)
    assert keys(told) == ["law", *(kind.key for kind in CHAPTERS if kind.key != "law")]
    roadmap.move(told, "law", 99)
    assert keys(told)[-1] == "law"
    told.undo()
    assert keys(told)[0] == "law"


def test_moving_to_the_same_place_is_no_action(told):
    label = told.undo_label
    roadmap.move(told, "in_brief", -5)
    roadmap.move(told, "unknown", 3)
    assert told.undo_label == label


def test_a_moved_chapter_stays_as_proposed(told):
    roadmap.move(told, "ambition", 0)
    assert chapter(told, "ambition").prefilled


def test_chapters_are_added_after_another_one(told):
    first = roadmap.add(told, "Nos écoles", after="ambition")
    place = keys(told).index("ambition")
    assert keys(told)[place + 1] == first
    assert chapter(told, first).title == "Nos écoles"


def test_many_chapters_can_be_added_at_the_same_place(told):
    added = [roadmap.add(told, f"Ajout {number}", after="ambition") for number in range(12)]
    place = keys(told).index("ambition")
    assert keys(told)[place + 1 : place + 13] == added[::-1]
    assert keys(told)[place + 13] == "why"


def test_only_ones_own_chapters_can_be_deleted(told):
    own = roadmap.add(told, "Nos écoles")
    roadmap.remove(told, chapter(told, own))
    assert own not in keys(told)
    with pytest.raises(UserError, match="fait partie du plan"):
        roadmap.remove(told, chapter(told, "law"))


def test_one_can_write_in_ones_own_chapter(told):
    own = roadmap.add(told, "Nos écoles")
    write(told, own, "Cinq classes.")
    assert text(told, own) == "Cinq classes."
    assert chapter(told, own).complete.share == 1


def test_the_easy_text_and_the_reader_are_kept(told):
    roadmap.edit_easy(told, chapter(told, "why"), from_plain("Nous gardons nos ordinateurs."))
    roadmap.note_reader(told, chapter(told, "why"), "une conseillère")
    view = chapter(told, "why")
    assert richtext.plain(view.easy) == "Nous gardons nos ordinateurs."
    assert view.read_by == "une conseillère"
    assert view.prefilled
