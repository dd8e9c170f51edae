"""The kit follows the data until somebody edits it, and says what did not work whatever it tells."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import richtext
from nrdesk.core.communication.kit import Kit, PieceView, edit, edited, keep_mine, kit, take_proposed
from nrdesk.core.communication.kit_drafts import FAILED
from nrdesk.core.communication.kit_pieces import BULLETIN, COMMITMENTS, EMAIL, PIECES, POSTER, PRESS, SLIDES
from nrdesk.core.communication.kit_remarks import Matter
from nrdesk.core.communication.subjects import STRATEGY, explain, subjects
from nrdesk.core.document import Document
from nrdesk.core.model import (
    Action,
    ActionStatus,
    Ambition,
    Authority,
    Deliberation,
    Indicator,
    KitText,
    Objective,
    Person,
    PriorityAxis,
    Reading,
    Record,
)
from nrdesk.core.richtext import Heading, Paragraph, from_plain

TODAY = dt.date(2026, 11, 22)
LINK = "mailto:"


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    authority = Authority(name="Valbrenne", agents=18, population_municipal=2812, population_year=2023)
    with Document.create(tmp_path / "a.nrdesk", authority, year=2026) as document:
        yield document


def add(document: Document, *records: Record) -> None:
    with document.action("Saisir") as tx:
        tx.add_all(records)


def nights(document: Document) -> str:
    """Note an action that is done, its figure and its difficulty; return the identifier of its story."""
    action = Action(title="Éteindre la nuit", status=ActionStatus.DONE, starts="2026-02", ends="2026-03-27")
    stuck = Action(title="Publier", blocked=True, blocked_reason="Le prestataire ne répond plus.")
    shown = Indicator(
        title="Postes éteints", unit="%", action_id=action.id, base_value=20, base_date="2025-11"
    )
    add(document, action, stuck)
    add(document, shown)
    add(document, Reading(indicator_id=shown.id, read_on="2026-10-12", value=82, source="Relevé du soir"))
    return f"action:{action.id}"


def plain(view: PieceView) -> str:
    return richtext.plain(view.body).replace("\u00a0", " ").replace("\u202f", " ")


def of(document: Document, piece: str, story: str = STRATEGY) -> PieceView:
    return kit(document, TODAY, story).view(piece)


def failures_of(told: Kit) -> list[list[str]]:
    """Return what each piece says under the title of what did not work."""
    found = []
    for view in told.views:
        lines = list(richtext.lines(view.body))
        found.append(lines[lines.index(FAILED) + 1 :][:1])
    return found


def test_an_empty_document_has_a_kit_that_says_what_it_lacks(doc: Document) -> None:
    told = kit(doc, TODAY)
    assert [view.piece for view in told.views] == list(PIECES)
    assert told.subject.title == "Notre stratégie numérique responsable se prépare"
    assert all(lines[0].startswith("À compléter") for lines in failures_of(told))
    for view in told.views:
        assert {Matter.GAP, Matter.TRANSPARENCY} <= {each.matter for each in view.remarks}


def test_every_piece_tells_the_figure_and_what_did_not_work(doc: Document) -> None:
    add(doc, Person(function="secrétaire", email="sg@valbrenne.example", is_coordinator=True))
    told = kit(doc, TODAY, nights(doc))
    for view in told.views:
        assert "Le prestataire ne répond plus" in plain(view).replace("le prestataire", "Le prestataire")
        if view.piece.key != COMMITMENTS:
            assert "82 %" in plain(view)
            assert "relevé du soir" in plain(view)
        assert view.remarks == (), view.piece.title


def test_the_whole_strategy_tells_its_vote_its_direction_and_its_plan(doc: Document) -> None:
    nights(doc)
    add(
        doc,
        Ambition(text="Garder nos appareils sept ans"),
        PriorityAxis(title="Garder longtemps"),
        Objective(title="Sept ans", due="2030-12"),
        Deliberation(meeting="2026-11-03T20:00", seats=23, present=20, votes_for=20, votes_against=0),
    )
    told = kit(doc, TODAY).subject
    assert told.title == "Notre stratégie numérique responsable est votée"
    assert told.date == "2026-11-03"
    facts = " ".join(told.facts).replace("\u00a0", " ")
    for words in (
        "Le conseil municipal l’a adoptée le 3 novembre 2026.",
        "Garder nos appareils sept ans.",
        "La commune a choisi un axe : « Garder longtemps ».",
        "Un objectif : « Sept ans », pour décembre 2030.",
    ):
        assert words in facts
    assert told.figure is not None
    assert told.figure.value == "1 sur 2"


def test_a_vote_to_come_is_no_vote(doc: Document) -> None:
    add(doc, Deliberation(meeting="2026-12-03T20:00", seats=23, present=20, votes_for=20, votes_against=0))
    assert kit(doc, TODAY).subject.date == ""


def test_the_figure_of_the_strategy_is_explained(doc: Document) -> None:
    assert explain(doc, TODAY, STRATEGY) is None
    story = nights(doc)
    add(doc, Action(title="Louer", status=ActionStatus.DROPPED))
    found = explain(doc, TODAY, STRATEGY)
    assert found is not None
    assert [term.value_text for term in found.terms] == ["1", "3", "1"]
    of_story = explain(doc, TODAY, story)
    assert of_story is not None
    assert "Postes éteints" in of_story.title


def test_what_can_be_told_is_the_strategy_then_the_stories(doc: Document) -> None:
    story = nights(doc)
    assert [each.id for each in subjects(doc, TODAY)] == [STRATEGY, story]


def test_a_story_that_is_gone_gives_way_to_the_strategy(doc: Document) -> None:
    assert kit(doc, TODAY, "action:perdue").subject.id == STRATEGY


def test_a_fact_is_not_told_twice(doc: Document) -> None:
    goal = Indicator(
        title="Postes éteints", unit="%", base_value=20, base_date="2025-11", target_value=80,
        target_date="2026-12",
    )  # fmt: skip
    add(doc, goal, Reading(indicator_id=goal.id, read_on="2026-10-12", value=82))
    view = of(doc, BULLETIN, f"target:{goal.id}")
    assert plain(view).count("82 %") == 1


def test_the_press_finds_whom_to_call_or_a_gap(doc: Document) -> None:
    assert "téléphone" in plain(of(doc, PRESS))
    add(doc, Person(function="secrétaire générale", email="sg@valbrenne.example", is_coordinator=True))
    view = of(doc, PRESS)
    assert "Secrétaire générale, Commune de Valbrenne" in plain(view)
    links = [run.href for block in view.body.blocks if isinstance(block, Paragraph) for run in block.runs]
    assert "mailto:sg@valbrenne.example" in links
    assert "commune de 2 812 habitants (population municipale 2023, Insee)" in plain(view)


def test_a_poster_is_short_and_its_figure_is_a_title(doc: Document) -> None:
    view = of(doc, POSTER, nights(doc))
    assert view.words <= view.piece.words
    assert Heading(1, "82\u00a0%") in view.body.blocks


def test_each_title_of_the_slides_opens_one(doc: Document) -> None:
    view = of(doc, SLIDES, nights(doc))
    titles = [block.text for block in view.body.blocks if isinstance(block, Heading) and block.level == 1]
    assert titles == ["Ce qui s’est passé", "Le chiffre à retenir", FAILED, "À vous la parole"]


def test_spaces_that_no_line_breaks_at_stay(doc: Document) -> None:
    assert "82\u00a0%" in richtext.plain(of(doc, EMAIL, nights(doc)).body)


def test_a_text_that_is_edited_is_kept_and_can_be_undone(doc: Document) -> None:
    edit(doc, of(doc, EMAIL), "Bonne nouvelle", from_plain("Rien de neuf."))
    view = of(doc, EMAIL)
    assert (view.title, plain(view), view.prefilled) == ("Bonne nouvelle", "Rien de neuf.", False)
    assert of(doc, POSTER).prefilled
    doc.undo()
    assert of(doc, EMAIL).prefilled


def test_a_text_belongs_to_its_subject(doc: Document) -> None:
    story = nights(doc)
    edit(doc, of(doc, EMAIL, story), "", from_plain("Bravo."))
    assert of(doc, EMAIL).prefilled
    assert plain(of(doc, EMAIL, story)) == "Bravo."
    assert edited(doc) == (story,)


def test_what_says_the_same_changes_nothing(doc: Document) -> None:
    view = of(doc, EMAIL)
    edit(doc, view, view.title, view.body)
    edit(doc, view, "", view.body)
    assert doc.all(KitText) == []


def test_a_title_alone_leaves_the_text_to_the_data(doc: Document) -> None:
    view = of(doc, EMAIL)
    edit(doc, view, "Bonne nouvelle", view.body)
    view = of(doc, EMAIL)
    assert (view.title, view.prefilled) == ("Bonne nouvelle", True)
    nights(doc)
    assert "1 action du plan sur 2 est terminée." in plain(of(doc, EMAIL))
    edit(doc, of(doc, EMAIL), "", of(doc, EMAIL).body)
    assert of(doc, EMAIL).title == view.proposed_title


def test_writing_what_is_proposed_follows_the_data_again(doc: Document) -> None:
    view = of(doc, EMAIL)
    edit(doc, view, view.title, from_plain("Autre chose."))
    edit(doc, of(doc, EMAIL), view.title, view.proposed)
    assert of(doc, EMAIL).prefilled


def test_an_edited_text_says_when_its_data_changed(doc: Document) -> None:
    edit(doc, of(doc, EMAIL), "", from_plain("Mon texte."))
    assert not of(doc, EMAIL).changed
    nights(doc)
    assert of(doc, EMAIL).changed
    edit(doc, of(doc, EMAIL), "", from_plain("Mon texte, relu."))
    assert of(doc, EMAIL).changed
    keep_mine(doc, of(doc, EMAIL))
    assert not of(doc, EMAIL).changed
    assert plain(of(doc, EMAIL)) == "Mon texte, relu."


def test_the_text_proposed_comes_back(doc: Document) -> None:
    take_proposed(doc, of(doc, EMAIL))
    edit(doc, of(doc, EMAIL), "À moi", from_plain("Mon texte."))
    take_proposed(doc, of(doc, EMAIL))
    view = of(doc, EMAIL)
    assert (view.prefilled, view.title) == (True, view.proposed_title)
    assert edited(doc) == ()


def test_drafts_do_not_change_from_one_day_to_the_next(doc: Document) -> None:
    nights(doc)
    later = kit(doc, TODAY + dt.timedelta(days=3))
    assert [view.body for view in kit(doc, TODAY).views] == [view.body for view in later.views]


def test_a_link_to_nowhere_is_no_link(doc: Document) -> None:
    add(doc, Person(function="x", email="javascript:alert(1)", is_coordinator=True))
    view = of(doc, PRESS)
    runs = [run for block in view.body.blocks if isinstance(block, Paragraph) for run in block.runs]
    assert all(not run.href or run.href.startswith(LINK) for run in runs)


def test_looking_writes_nothing(doc: Document) -> None:
    before = doc.undo_label
    kit(doc, TODAY)
    assert doc.undo_label == before
    assert doc.all(KitText) == []
