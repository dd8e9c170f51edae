"""What happened is told from the records alone, with its figure, its source and what did not work."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.communication.explained import explain
from nrdesk.core.communication.stories import Story, StoryKind, difficulties, stories, story
from nrdesk.core.document import Document
from nrdesk.core.model import (
    Action,
    ActionStatus,
    ActionYear,
    AnnualReview,
    Authority,
    AwarenessSession,
    Campaign,
    Charter,
    Commitment,
    Deliberation,
    Equipment,
    EquipmentStatus,
    ExitRoute,
    Indicator,
    Milestone,
    Objective,
    Reading,
    Record,
    SessionStatus,
)
from nrdesk.core.monitoring import cycle

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    authority = Authority(name="Valbrenne", agents=18, elected=15)
    with Document.create(tmp_path / "a.nrdesk", authority, year=2026) as document:
        with document.action("Dater") as tx:
            tx.update(Campaign, document.campaign.id, as_of="2026-10-01")
        yield document


def add(document: Document, *records: Record) -> None:
    with document.action("Saisir") as tx:
        tx.add_all(records)


def told(document: Document, kind: StoryKind) -> list[Story]:
    return [each for each in stories(document, TODAY) if each.kind is kind]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_nothing_is_told_of_an_empty_document(doc: Document) -> None:
    assert stories(doc, TODAY) == ()


def test_an_action_that_is_done_has_its_indicator_its_words_and_its_difficulty(doc: Document) -> None:
    goal = Objective(title="Éteindre")
    action = Action(
        title="Éteindre la nuit",
        objective_id=goal.id,
        status=ActionStatus.DONE,
        starts="2026-02",
        ends="2026-03",
        service="Services techniques",
    )
    stuck = Action(title="Publier", objective_id=goal.id, blocked=True, blocked_reason="Pas de réponse.")
    shown = Indicator(
        title="Postes éteints", unit="%", action_id=action.id, base_value=20, base_date="2025-11",
        target_value=95, target_date="2030",
    )  # fmt: skip
    add(doc, goal)
    add(doc, action, stuck)
    said = {"done": "85 % au printemps", "difficulty": "La médiathèque oublie"}
    add(doc, shown, ActionYear(action_id=action.id, campaign_id=doc.campaign.id, **said))
    add(
        doc,
        Reading(indicator_id=shown.id, read_on="2026-03-30", value=85, source="Relevé du soir"),
        Reading(indicator_id=shown.id, read_on="2026-10-12", value=82, source="Relevé du soir"),
    )
    (found,) = told(doc, StoryKind.ACTION)
    assert plain(found.title) == "C’est fait : éteindre la nuit"
    assert found.date == "2026-03"
    assert found.facts[0] == "85 % au printemps."
    assert "Menée de février 2026 à mars 2026." in found.facts
    assert found.figure is not None
    assert plain(found.figure.text) == "82 % : postes éteints, contre 20 % en novembre 2025"
    assert found.source == "Relevé du soir (12 octobre 2026)"
    assert [plain(each) for each in found.not_done] == [
        "Le dernier relevé recule : 82 %, contre 85 % en mars 2026.",
        "La médiathèque oublie.",
        "« Publier » : pas de réponse.",
    ]
    # Told with the action, it is not told again as a way half made.
    assert not told(doc, StoryKind.PROGRESS)
    why = explain(doc, found, TODAY)
    assert why is not None
    assert why.value == 82


def test_a_target_reached_and_half_the_way_are_told(doc: Document) -> None:
    reached = Indicator(
        title="Imprimantes", base_value=6, base_date="2025", target_value=2, target_date="2028"
    )
    half = Indicator(title="Pages", base_value=2000, base_date="2025", target_value=1000, target_date="2030")
    slow = Indicator(title="Réemploi", base_value=0, base_date="2025", target_value=40, target_date="2030")
    add(doc, reached, half, slow)
    add(
        doc,
        Reading(indicator_id=reached.id, read_on="2026-05", value=2),
        Reading(indicator_id=half.id, read_on="2026-02", value=1900),
        Reading(indicator_id=half.id, read_on="2026-04", value=1450),
        Reading(indicator_id=half.id, read_on="2026-09", value=1400),
        Reading(indicator_id=slow.id, read_on="2026-09", value=10),
    )
    (target,) = told(doc, StoryKind.TARGET)
    assert plain(target.title) == "Cible atteinte : imprimantes"
    (progress,) = told(doc, StoryKind.PROGRESS)
    assert progress.date == "2026-04", "the day when the half was passed"
    assert plain(progress.facts[0]) == "C’est 60 % du chemin vers la cible."
    assert plain(progress.not_done[0]) == "La cible est de 1 000, pour décembre 2030."


def test_a_milestone_is_told_until_its_action_is_done(doc: Document) -> None:
    running = Action(title="Auditer", status=ActionStatus.UNDER_WAY)
    over = Action(title="Trier", status=ActionStatus.DONE, ends="2026-06")
    add(doc, running, over)
    add(
        doc,
        Milestone(action_id=running.id, title="Devis reçu", due="2026-05", reached="2026-05-12"),
        Milestone(action_id=over.id, title="Bordereau", due="2026-06", reached="2026-06-18"),
        Milestone(title="Plus tard", due="2027", reached="2027-01-01"),
    )
    assert [plain(each.title) for each in told(doc, StoryKind.MILESTONE)] == [
        "Un jalon est passé : devis reçu"
    ]
    assert told(doc, StoryKind.ACTION)[0].date == "2026-06-18"


def test_the_vote_is_told_once_it_is_adopted_and_past(doc: Document) -> None:
    vote = Deliberation(
        meeting="2026-11-10T20:30", seats=15, present=12, proxies=0, votes_for=11, votes_against=0,
        abstentions=1, not_voting=0,
    )  # fmt: skip
    goal = Objective(title="Garder les ordinateurs sept ans", target_value=7, due="2030")
    add(doc, vote, goal, Objective(title="Sensibiliser"), Action(title="Donner", blocked=True))
    (found,) = told(doc, StoryKind.VOTE)
    assert found.date == "2026-11-10"
    assert "Le conseil municipal a adopté" in found.facts[0]
    assert found.figure is not None
    assert plain(found.figure.text) == "1 objectif chiffré et daté"
    assert plain(found.not_done[0]) == "« Donner » : l’action est bloquée."
    assert stories(doc, dt.date(2026, 11, 9)) == ()
    with doc.action("Refuser") as tx:
        tx.update(Deliberation, vote.id, votes_for=2, votes_against=9)
    assert not told(doc, StoryKind.VOTE)


def test_the_park_is_told_as_measured_then_as_a_bilan(doc: Document) -> None:
    campaign = doc.campaign
    add(doc, Equipment(campaign_id=campaign.id, category="portable", quantity=12, purchased="2021-05"))
    (measure,) = told(doc, StoryKind.MEASURE)
    assert "12 équipements" in plain(measure.facts[0])
    why = explain(doc, measure, TODAY)
    assert why is not None
    assert why.formula
    assert "ordre de grandeur" in measure.not_done[-1]
    add(doc, AnnualReview(
        campaign_id=campaign.id, highlights="Moins de pages", difficulties="Rien n’a été donné",
        inventory_checked=True, readings_checked=True, actions_checked=True, compliance_checked=True,
        comments_checked=True,
    ))  # fmt: skip
    cycle.close(doc, doc.campaign, TODAY)
    (bilan,) = told(doc, StoryKind.BILAN)
    assert not told(doc, StoryKind.MEASURE)
    assert bilan.facts[0] == "Moins de pages."
    assert bilan.not_done == ("Rien n’a été donné.",)
    assert bilan.figure is not None
    assert measure.figure is not None
    assert bilan.figure.value == measure.figure.value


def test_appliances_that_serve_again_are_told_with_those_that_do_not(doc: Document) -> None:
    out = {"campaign_id": doc.campaign.id, "category": "portable", "status": EquipmentStatus.OUT}
    add(
        doc,
        Equipment(**out, quantity=3, retired="2026-03", exit_route=ExitRoute.DONATED),
        Equipment(**out, quantity=1, retired="2026-05", exit_route=ExitRoute.SOLD),
        Equipment(**out, quantity=2, retired="2026-06", exit_route=ExitRoute.WEEE),
        Equipment(**out, quantity=1, retired="2026-06"),
    )
    (found,) = told(doc, StoryKind.GIVEN)
    assert plain(found.title) == "Une deuxième vie pour 4 appareils"
    assert plain(found.facts[0]) == "En 2026 : 3 donnés, 1 vendu."
    assert plain(found.not_done[0]) == "La même année, 2 appareils sont partis au déchet."
    assert plain(found.not_done[1]) == "Pour 1 autre appareil, la destination n’est pas notée."


def test_who_was_trained_who_signed_and_what_was_joined(doc: Document) -> None:
    add(
        doc,
        AwarenessSession(
            title="Atelier", held_on="2026-03", status=SessionStatus.HELD, agents_present=7, elected_present=1
        ),
        AwarenessSession(title="Rattrapage", status=SessionStatus.CANCELLED),
        Commitment(name="Hélène", text="Je répare", signed="2026-09-15"),
        Commitment(name="Karim", text="Je répare"),
        Charter(name="Charte INR", signed="2026-04-02"),
        Charter(name="À voir"),
    )
    (trained,) = told(doc, StoryKind.TRAINING)
    assert plain(trained.title) == "8 personnes sensibilisées au numérique"
    assert plain(trained.facts[0]) == "1 élu et 7 agents ont suivi une séance."
    assert plain(trained.not_done[0]) == "25 agents et élus n’ont pas encore suivi de séance."
    assert plain(trained.not_done[1]) == "1 séance a été annulée."
    (signed,) = told(doc, StoryKind.COMMITMENTS)
    assert plain(signed.title) == "1 personne s’est engagée"
    assert signed.facts == ("Je répare.",)
    (joined,) = told(doc, StoryKind.CHARTER)
    assert joined.date == "2026-04-02"
    why = explain(doc, trained, TODAY)
    assert why is not None
    assert "séances" in why.hypotheses[0]
    assert explain(doc, joined, TODAY) is None


def test_nothing_goes_out_all_rosy(doc: Document) -> None:
    fine = Action(title="Trier", status=ActionStatus.DONE, ends="2026-06")
    given_up = Action(title="Louer", status=ActionStatus.DROPPED)
    add(doc, fine, given_up)
    (found,) = told(doc, StoryKind.ACTION)
    assert [plain(each) for each in found.not_done] == ["« Louer » : l’action est abandonnée."]
    assert difficulties(doc, TODAY) == found.not_done


def test_stories_come_the_latest_first_and_can_be_found_again(doc: Document) -> None:
    add(
        doc,
        Action(title="Tôt", status=ActionStatus.DONE, ends="2026-01"),
        Action(title="Tard", status=ActionStatus.DONE, ends="2026-09"),
        Action(title="Un jour", status=ActionStatus.DONE),
    )
    found = stories(doc, TODAY)
    assert [plain(each.title)[13:] for each in found[-2:]] == ["tard", "tôt"]
    assert story(doc, TODAY, found[0].id) == found[0]
    assert story(doc, TODAY, "action:nobody") is None
