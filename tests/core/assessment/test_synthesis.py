"""What the data suggest is short, sourced, proposed once, and written only when somebody takes it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nrdesk.core.assessment import assess, synthesis
from nrdesk.core.document import Document
from nrdesk.core.model import (
    Acquisition,
    Attendance,
    Authority,
    AwarenessSession,
    Axis,
    Campaign,
    Equipment,
    EquipmentStatus,
    Finding,
    Interview,
    InterviewStatus,
    MaturityAnswer,
    ObligationTracking,
    Origin,
    PastAction,
    PastActionStatus,
    Progress,
    Record,
    SessionStatus,
    SynthesisItem,
)
from nrdesk.core.reference import obligations, questionnaire

AUTHORITY = Authority(
    name="Ici",
    territory="France métropolitaine (continentale)",
    population_municipal=4_000,
    population_total=4_100,
    agents=30,
)


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "ici.nrdesk", AUTHORITY, year=2026) as document:
        with document.action("Dater") as tx:
            tx.update(Campaign, document.campaign.id, as_of="2026-06-30")
        yield document


def write(doc: Document, *records: Record) -> None:
    with doc.action("Remplir") as tx:
        tx.add_all(records)


def line(doc: Document, quantity: int = 10, **values: object) -> Equipment:
    made = Equipment(campaign_id=doc.campaign.id, category="portable", quantity=quantity, purchased="2022")
    return replace(made, **values)  # type: ignore[arg-type] # fields of an equipment


def drafts(doc: Document) -> dict[str, SynthesisItem]:
    found = synthesis.drafts(doc, assess(doc))
    assert len({each.draft_key for each in found}) == len(found)
    return {each.draft_key: each for each in found}


def test_an_empty_document_suggests_nothing_of_its_inventory(doc: Document) -> None:
    assert drafts(doc) == {}


def test_the_heaviest_group_and_the_first_lever_come_with_their_figures(doc: Document) -> None:
    write(doc, line(doc))
    found = drafts(doc)
    heaviest = found["footprint.heaviest"]
    assert heaviest.finding is Finding.WEAKNESS
    assert "«\u00a0Ordinateurs\u00a0», 100\u00a0%" in heaviest.text
    assert "éq." in heaviest.basis
    assert "plus longtemps" in found["footprint.manufacture"].text


@pytest.mark.parametrize(
    ("purchased", "finding"), [("2016", Finding.STRENGTH), ("2026", Finding.WEAKNESS), ("2023-12", None)]
)
def test_a_park_kept_long_is_a_strength(doc: Document, purchased: str, finding: Finding | None) -> None:
    write(doc, line(doc, purchased=purchased))
    found = drafts(doc).get("park.age")
    assert (found.finding if found else None) is finding


@pytest.mark.parametrize(("refurbished", "finding"), [(2, Finding.STRENGTH), (0, Finding.WEAKNESS)])
def test_second_hand_appliances_count_once_their_origin_is_known(
    doc: Document, refurbished: int, finding: Finding
) -> None:
    write(doc, line(doc, 8, acquisition=Acquisition.NEW))
    if refurbished:
        write(doc, line(doc, refurbished, acquisition=Acquisition.REFURBISHED))
    found = drafts(doc)
    assert found["park.refurbished"].finding is finding
    assert ("park.buy_refurbished" in found) is (finding is Finding.WEAKNESS)


def test_an_unknown_origin_is_not_told_as_new(doc: Document) -> None:
    write(doc, line(doc))
    assert "park.refurbished" not in drafts(doc)


def test_what_is_missing_estimated_or_asleep_is_said(doc: Document) -> None:
    write(
        doc,
        line(doc, 5, origin=Origin.ESTIMATED),
        line(doc, 4, category=None),
        line(doc, 3, status=EquipmentStatus.IN_STOCK),
        line(doc, 99, status=EquipmentStatus.OUT),
    )
    found = drafts(doc)
    assert found["park.estimated"].basis == "5\u00a0appareils estimés sur 12."
    assert found["park.coverage"].basis == "8\u00a0appareils comptés sur 12."
    assert found["park.asleep"].basis == "3\u00a0appareils en réserve sur 12."


def test_strong_and_weak_themes_and_first_gains_come_from_the_questionnaire(doc: Document) -> None:
    campaign = doc.campaign.id
    strong, weak = questionnaire.themes()[0], questionnaire.themes()[1]
    levels = {strong: 4, weak: 0}
    write(
        doc,
        *(
            MaturityAnswer(campaign_id=campaign, question=each.id, level=levels[each.theme])
            for each in questionnaire.load()
            if each.theme in levels
        ),
    )
    found = drafts(doc)
    assert found[f"maturity.theme.{strong}"].finding is Finding.STRENGTH
    assert found[f"maturity.theme.{weak}"].text.endswith("0,0 sur 4 au questionnaire de maturité.")
    gains = [each for key, each in found.items() if key.startswith("maturity.gain.")]
    assert gains
    assert all(each.finding is Finding.AXIS and "Niveau 0 sur 4" in each.basis for each in gains)


def test_actions_already_begun_are_a_strength_and_the_axes_without_any_a_weakness(doc: Document) -> None:
    write(
        doc,
        PastAction(title="Dons", since="2024", axis=Axis.TERRITORY),
        PastAction(title="Tri", since="2019-05", axis=Axis.LIFE_CYCLE, status=PastActionStatus.DONE),
        PastAction(title="Jamais fini", since="2010", status=PastActionStatus.STOPPED),
    )
    found = drafts(doc)
    assert found["past.actions"].text == (
        "2 actions sont déjà engagées, dont «\u00a0Tri\u00a0», depuis 2019."
    )
    assert "Commande publique" in found["past.axes"].text
    assert "Territoire" not in found["past.axes"].text


def test_only_what_was_given_up_is_no_strength(doc: Document) -> None:
    write(doc, PastAction(title="Jamais fini", status=PastActionStatus.STOPPED))
    assert not {"past.actions", "past.axes"} & set(drafts(doc))


@pytest.mark.parametrize(("present", "finding"), [(10, Finding.STRENGTH), (2, Finding.WEAKNESS)])
def test_the_share_of_trained_agents(doc: Document, present: int, finding: Finding) -> None:
    write(doc, AwarenessSession(title="Atelier", status=SessionStatus.HELD, agents_present=present))
    assert drafts(doc)["awareness"].finding is finding
    assert doc.count(Attendance) == 0


def test_obligations_said_to_be_done_or_to_begin(doc: Document) -> None:
    ids = [each.id for each in obligations.load()]
    write(
        doc,
        *(
            ObligationTracking(obligation=id, progress=(Progress.TODO, Progress.DONE)[rank % 2])
            for rank, id in enumerate(ids)
        ),
    )
    found = drafts(doc)
    assert "obligations légales restent à engager, dont" in found["law.todo"].text
    assert "tenues" in found["law.done"].text
    assert found["law.engage"].finding is Finding.AXIS


def test_those_who_were_heard(doc: Document) -> None:
    for rank in range(3):
        assert "listening" not in drafts(doc)
        write(doc, Interview(title=f"n° {rank}", status=InterviewStatus.HELD))
    assert drafts(doc)["listening"].basis == "Échanges tenus\u00a0: 3\u00a0entretiens."


def test_what_is_taken_or_set_aside_is_not_proposed_again_in_that_campaign(doc: Document) -> None:
    write(doc, line(doc))
    found = drafts(doc)
    with doc.action("Reprendre") as tx:
        taken = synthesis.add(doc, tx, found["footprint.heaviest"])
    with doc.action("Écarter") as tx:
        synthesis.dismiss(doc, tx, doc.campaign, ["footprint.manufacture"])
    assert not {"footprint.heaviest", "footprint.manufacture"} & set(drafts(doc))
    assert synthesis.items(doc, doc.campaign) == [doc.get(SynthesisItem, taken.id)]
    doc.undo()
    assert "footprint.manufacture" in drafts(doc)
    doc.redo()
    with doc.action("Supprimer") as tx:
        tx.delete(SynthesisItem, [taken.id])
    assert "footprint.heaviest" in drafts(doc)
    with doc.action("Reproposer") as tx:
        synthesis.propose_again(doc, tx, doc.campaign)
    assert "footprint.manufacture" in drafts(doc)
    assert doc.setting(synthesis.DISMISSED) is None


def test_another_year_is_another_synthesis(doc: Document) -> None:
    before = doc.campaign
    write(doc, line(doc))
    with doc.action("Écarter") as tx:
        synthesis.dismiss(doc, tx, before, ["footprint.heaviest"])
    after = Campaign(year=2027, as_of="2027-06-30")
    write(doc, after)
    write(doc, line(doc, campaign_id=after.id))
    assert "footprint.heaviest" in drafts(doc)
    assert synthesis.dismissed(doc, after) == ()
    with doc.action("Écarter") as tx:
        synthesis.dismiss(doc, tx, after, ["park.age"])
        # The other campaign keeps its own.
    assert synthesis.dismissed(doc, before) == ("footprint.heaviest",)


def test_sentences_are_ordered_and_moved_within_their_list(doc: Document) -> None:
    campaign = doc.campaign
    with doc.action("Écrire") as tx:
        for finding, text in ((Finding.AXIS, "a"), (Finding.STRENGTH, "x"), (Finding.AXIS, "b")):
            synthesis.add(doc, tx, SynthesisItem(campaign_id=campaign.id, finding=finding, text=text))
    with doc.action("Écrire") as tx:
        synthesis.add(doc, tx, SynthesisItem(campaign_id=campaign.id, finding=Finding.AXIS, text="c"))

    def order() -> str:
        return "".join(each.text for each in synthesis.items(doc, campaign, Finding.AXIS))

    def move(text: str, by: int) -> None:
        item = next(each for each in synthesis.items(doc, campaign) if each.text == text)
        with doc.action("Déplacer") as tx:
            synthesis.move(doc, tx, item, by)

    assert order() == "abc"
    move("c", -1)
    assert order() == "acb"
    move("a", -1)
    assert order() == "acb"
    move("a", 1)
    assert order() == "cab"
    move("b", 1)
    assert order() == "cab"
    assert [each.text for each in synthesis.items(doc, campaign, Finding.STRENGTH)] == ["x"]


def test_every_sentence_is_short_french_and_sourced(doc: Document) -> None:
    write(
        doc,
        line(doc, acquisition=Acquisition.NEW),
        line(doc, 5, status=EquipmentStatus.IN_STOCK, purchased="2010"),
        PastAction(title="Dons", since="2024"),
        *(Interview(title=str(rank), status=InterviewStatus.HELD) for rank in range(3)),
        *(
            MaturityAnswer(campaign_id=doc.campaign.id, question=each.id, level=rank % 3)
            for rank, each in enumerate(questionnaire.load())
        ),
        *(ObligationTracking(obligation=each.id, progress=Progress.TODO) for each in obligations.load()),
    )
    found = drafts(doc)
    assert len(found) > 8
    assert {each.finding for each in found.values()} == set(Finding)
    for each in found.values():
        for text in (each.text, each.basis):
            assert text[-1] == ".", text
            assert "'" not in text, text
            assert not re.search(r"[^\s\u00a0][;:?!»%]| [;:?!»%]|«(?!\u00a0)", text), text
        assert len(each.text) < 200, each.text
