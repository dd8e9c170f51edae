"""The chapters draw themselves from the data, say what is missing, and leave what was written alone."""

import pytest

from nrdesk.core import richtext, roadmap
from nrdesk.core.document import Document
from nrdesk.core.model import (
    Action,
    ActionStatus,
    Authority,
    BudgetLine,
    Chapter,
    Milestone,
    MoneyKind,
    Objective,
    Quote,
)
from nrdesk.core.richtext import Insert, from_plain
from nrdesk.core.roadmap import CHAPTERS, INSERTS, ChapterView
from nrdesk.core.roadmap.drafts import heading, people, starting
from nrdesk.core.roadmap.pieces import Missing
from nrdesk.core.steps import STEPS
from nrdesk.core.written.words import normal


def chapter(document: Document, key: str) -> ChapterView:
    return next(view for view in roadmap.chapters(document) if view.key == key)


def text(document: Document, key: str) -> str:
    return richtext.plain(chapter(document, key).body).replace("\u00a0", " ")


def write(document: Document, key: str, words: str) -> None:
    roadmap.edit(document, chapter(document, key), from_plain(words))


def test_the_chapters_are_those_of_the_method_in_its_order(doc):
    found = roadmap.chapters(doc)
    assert [view.key for view in found] == [kind.key for kind in CHAPTERS]
    assert len(CHAPTERS) == 14
    assert all(view.prefilled and view.title == view.kind.title for view in found)


def test_questions_are_those_of_the_guide():
    asked = [
        (6, starting.TO_REMEMBER), (6, heading.WHY_US), (6, heading.WHAT_CHANGED),
        (6, people.WHO_REPORTS), (8, people.COST),
    ]  # fmt: skip
    for step, question in asked:
        assert normal(question) in map(normal, STEPS[step - 1].guide.questions)


def test_an_empty_document_says_what_is_missing_and_where(doc):
    view = chapter(doc, "ambition")
    assert text(doc, "ambition").startswith("À compléter : écrivez à l’étape 5 l’ambition")
    assert view.complete.share == 0
    assert view.bare
    assert view.complete.text == "3\u00a0points à compléter"
    assert {missing.page for missing in view.complete.missing} == {"step5"}


def test_no_chapter_lacks_more_than_it_asks(doc):
    for view in roadmap.chapters(doc):
        assert len(view.complete.missing) <= view.kind.needs
        assert 0 <= view.complete.share <= 1


def test_every_place_is_a_page_of_a_step(doc):
    pages = {"authority", "inventory", *(step.page for step in STEPS)}
    places = {missing.page for view in roadmap.chapters(doc) for missing in view.complete.missing}
    assert places <= pages


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("ambition", "D’ici 2030, garder nos appareils sept ans."),
        ("ambition", "Nous voulons y être en 2030."),
        ("ambition", "Notre effort se répartit ainsi : environnement 60 % et social 40 %."),
        ("objectives", "Garder le matériel. Il pèse le plus."),
        ("objectives", "Âge de sortie : de 5,1 ans en 2025 à 7 ans en 2030."),
        ("objectives", "Sur le territoire :"),
        ("results", "Garder les ordinateurs sept ans : Moins d’achats."),
        ("governance", "Hélène Sorlinet (secrétaire générale) coordonne le travail"),
        ("follow_up", "Nous ferons le point à dates fixes : Bureau (chaque trimestre)."),
        ("means", "l’équipe (1 personne) y consacre 1,5 jour par mois."),
        ("dates", "2030 : Garder les ordinateurs sept ans."),
        ("actors", "École : Dire les besoins."),
        ("why", "Le parc vieillit."),
        ("past_actions", "Imprimante partagée (en cours, depuis 2024)."),
        ("assessment", "L’équipe est là."),
        ("law", "La commune n’y est pas tenue : cette stratégie est volontaire."),
    ],
)
def test_the_text_proposed_tells_the_data(told, key, words):
    assert words in text(told, key)


def test_what_the_plan_has_begun_is_told_while_step_4_says_nothing(doc):
    with doc.action("Planifier") as tx:
        tx.add(
            done := Action(title="Éteindre la nuit", status=ActionStatus.DONE, rank=2),
            Action(title="Acheter d’occasion", status=ActionStatus.UNDER_WAY, rank=1),
            Action(title="Donner", status=ActionStatus.TO_START),
        )
    said = text(doc, "past_actions")
    assert said.index("Acheter d’occasion (en cours).") < said.index("Éteindre la nuit (terminé).")
    assert "Donner" not in said
    assert "À compléter" not in said
    with doc.action("Chiffrer") as tx:
        tx.add(
            BudgetLine(action_id=done.id, year=2026, kind=MoneyKind.OPERATING, amount=1_200.0),
            BudgetLine(action_id=done.id, year=2027, kind=MoneyKind.SAVING, amount=300.0),
            BudgetLine(action_id=done.id, year=2027, kind=MoneyKind.FUNDING, amount=500.0),
        )
    assert (
        "De l’argent : le plan d’action coûte 1\u202f200 € de 2026 à 2027 et fait économiser 300 €. "
        "Aides : 500 € demandés."
    ) in text(doc, "means")


def test_dates_of_the_whole_plan_are_told_until_they_are_reached(doc):
    with doc.action("Planifier") as tx:
        tx.add(
            Milestone(title="Bilan au conseil", due="2027-02"),
            Milestone(title="Passé", due="2026-02", reached="2026-02"),
        )
    said = text(doc, "dates")
    assert "Février 2027 : Bilan au conseil." in said
    assert "Passé" not in said


def test_an_objective_without_target_is_asked_for_one(told):
    (missing,) = chapter(told, "objectives").complete.missing
    assert "Former les habitants" in missing.text
    assert isinstance(missing, Missing)


def test_who_is_over_the_threshold_is_told_so(told):
    with told.action("Grandir") as tx:
        tx.update(Authority, told.authority.id, population_municipal=60_000, population_total=60_500)
    assert "C’est notre cas." in text(told, "law")


def test_what_is_placed_has_a_name(told):
    keys = {block.key for view in roadmap.chapters(told) for block in view.body.blocks
            if isinstance(block, Insert)}  # fmt: skip
    assert keys
    assert keys <= INSERTS.keys()


def test_the_text_proposed_follows_the_data_until_it_is_edited(told):
    write(told, "why", "Parce que nous le voulons.")
    with told.action("Ajouter") as tx:
        tx.add(Quote(speaker="Nadia", text="Moi aussi."))
        tx.add(Objective(title="Réparer"))
    assert text(told, "why") == "Parce que nous le voulons."
    assert "Réparer" in text(told, "objectives")


def test_an_edited_chapter_tells_when_the_proposed_text_has_changed(told):
    write(told, "governance", "Le maire porte.")
    assert not chapter(told, "governance").changed
    with told.action("Changer") as tx:
        tx.delete(Quote, told.ids(Quote))
    assert not chapter(told, "governance").changed
    with told.action("Changer") as tx:
        from nrdesk.core.model import Person

        tx.add(Person(name="Nadia", is_coordinator=True))
    view = chapter(told, "governance")
    assert view.changed
    roadmap.keep_mine(told, view)
    assert not chapter(told, "governance").changed


def test_an_edited_chapter_is_complete_when_no_gap_is_left(told):
    write(told, "dates", "À compléter : la date du vote.\nLe reste est prêt.")
    view = chapter(told, "dates")
    assert view.complete.share == 0.5
    assert [missing.text for missing in view.complete.missing] == ["la date du vote."]
    write(told, "dates", "Le vote est en décembre.")
    assert chapter(told, "dates").complete.share == 1


def test_an_emptied_chapter_is_empty_and_not_proposed_again(told):
    write(told, "dates", "")
    view = chapter(told, "dates")
    assert not view.prefilled
    assert view.complete.share == 0
    assert view.complete.text == "vide"


def test_lengths_are_told_when_they_are_far_from_the_advice(told):
    write(told, "means", "mot " * 300)
    assert chapter(told, "means").remark == "Long\u00a0: 300\u00a0mots pour 100 conseillés."
    write(told, "means", "Trop court.")
    assert chapter(told, "means").remark.startswith("Court")


def test_chapters_of_a_newer_nrdesk_are_kept(told):
    with told.action("Venir d’ailleurs") as tx:
        tx.add(Chapter(key="unknown", title="D’après", body=richtext.dumps(from_plain("Bonjour"))))
    assert text(told, "unknown") == "Bonjour"


def test_shares_and_pages_leave_aside_what_is_left_out(told):
    found = roadmap.chapters(told)
    before = roadmap.pages(found)
    roadmap.leave_out(told, chapter(told, "law"), out=True)
    found = roadmap.chapters(told)
    assert roadmap.pages(found) < before
    assert 0 < roadmap.share(found) < 1
