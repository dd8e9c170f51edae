"""The documents of steps 1 to 3 and 10: what the demonstration's say, and what an empty file's say."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest

from nrdesk.core import demo
from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import (
    Action,
    ActionStatus,
    Attendance,
    Audience,
    Authority,
    AuthorityKind,
    AwarenessSession,
    Axis,
    BodyLevel,
    ChosenMoment,
    GovernanceBody,
    KitCheck,
    Message,
    Person,
    PersonRole,
    Pioneer,
    PolicyDocument,
    PolicyLink,
    PolicyOwner,
    ReadingStatus,
    Record,
    Referent,
    ResourceReading,
    SessionStatus,
    Stakeholder,
    StepAnswer,
    Trade,
    TradeCoverage,
)
from nrdesk.core.reports import (
    articulation_note,
    awareness_plan,
    communication_plan,
    framing_note,
    mission_letter,
    pdf,
    stakeholder_map,
)
from nrdesk.core.reports.content import Report
from tests import golden
from tests.core.reports.conftest import failures
from tests.core.reports.reading import Node, structure

Build = Callable[[Document], Report]
BUILDERS = {
    "note-de-cadrage": framing_note.build,
    "lettre-de-mission": mission_letter.build,
    "carte-des-acteurs": stakeholder_map.build,
    "plan-de-sensibilisation": awareness_plan.build,
    "note-d-articulation": articulation_note.build,
    "plan-de-communication": communication_plan.build,
}
HOSTILE = "<b>&amp;</b> 🎉 \u202e مرحبا =1+1 " + "mot" * 100
EACH = pytest.mark.parametrize("key", BUILDERS)


@pytest.fixture(scope="module")
def valbrenne(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    with demo.create(tmp_path_factory.mktemp("demo") / "demo.nrdesk") as doc:
        yield doc


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "vide.nrdesk", Authority(name="Vide"), year=2026) as doc:
        yield doc


def tree(report: Report) -> Node:
    with pikepdf.open(io.BytesIO(pdf.render(report))) as opened:
        return structure(opened)


def said(report: Report) -> str:
    return tree(report).all_text().replace("\u00a0", " ").replace("\u202f", " ")


def add(doc: Document, *records: Record) -> None:
    with doc.action("Remplir") as tx:
        tx.add_all(records)


@EACH
def test_the_demonstration_says_what_was_read_and_agreed(valbrenne: Document, key: str) -> None:
    golden.check(f"{key}.txt", tree(BUILDERS[key](valbrenne)).outline())


@EACH
def test_the_demonstration_says_that_it_is_fictional(valbrenne: Document, key: str) -> None:
    text = said(BUILDERS[key](valbrenne))
    assert "Commune fictive" in text
    assert "document de travail" in text
    assert "21 novembre 2026" in text


@EACH
def test_it_is_valid(valbrenne: Document, tmp_path: Path, key: str) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf.render(BUILDERS[key](valbrenne)))
    assert failures(path) == []


@pytest.mark.parametrize("key", [key for key in BUILDERS if key != "lettre-de-mission"])
def test_an_empty_file_says_what_to_do(empty: Document, tmp_path: Path, key: str) -> None:
    report = BUILDERS[key](empty)
    text = said(report)
    assert "À compléter" in text
    assert "étape" in text
    assert "fictive" not in text
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf.render(report))
    assert failures(path) == []


def test_a_letter_needs_somebody_to_write_to(empty: Document) -> None:
    with pytest.raises(NotReadyError) as refused:
        mission_letter.build(empty)
    assert "étape 1" in refused.value.todo


def test_hostile_texts_stay_texts(empty: Document, tmp_path: Path) -> None:
    session = AwarenessSession(title=HOSTILE, provider=HOSTILE, comment=HOSTILE, status=SessionStatus.HELD)
    policy = PolicyDocument(title=HOSTILE, summary=HOSTILE, manager=HOSTILE, goals="9, 12")
    add(
        empty,
        Person(name=HOSTILE, function=HOSTILE, is_coordinator=True, is_sponsor=True),
        GovernanceBody(name=HOSTILE, members=HOSTILE, existing_body=HOSTILE),
        Stakeholder(name=HOSTILE, role=HOSTILE, contribution=HOSTILE, interest=5, influence=5),
        session,
        Attendance(session_id=session.id, name=HOSTILE, service=HOSTILE),
        Referent(service=HOSTILE, name=HOSTILE),
        ResourceReading(resource="R01", status=ReadingStatus.RECOMMENDED, comment=HOSTILE),
        ResourceReading(resource="disparue", status=ReadingStatus.RECOMMENDED),
        policy,
        PolicyLink(document_id=policy.id, axis=Axis.SOCIAL, strength=3),
        *(StepAnswer(step=step, question=HOSTILE, text=HOSTILE) for step in (1, 2, 3, 10)),
        Message(title=HOSTILE, text=HOSTILE, owner=HOSTILE, eco_choices=HOSTILE, result=HOSTILE),
        ChosenMoment(title=HOSTILE, starts="2026-12", idea=HOSTILE, owner=HOSTILE),
        KitCheck(item="CR01", comment=HOSTILE),
        Action(title=HOSTILE, status=ActionStatus.DONE, service=HOSTILE),
        Pioneer(name=HOSTILE),
    )
    for key, build in BUILDERS.items():
        path = tmp_path / f"{key}.pdf"
        path.write_bytes(pdf.render(build(empty)))
        assert failures(path) == []
        assert "<b>&amp;</b>" in said(build(empty))


def test_a_document_is_dated_by_its_last_change(empty: Document) -> None:
    add(empty, Stakeholder(name="Maire"))
    (actor,) = empty.all(Stakeholder)
    assert stakeholder_map.build(empty).meta.date.isoformat() == actor.updated_at[:10]


@pytest.mark.parametrize(
    ("changes", "title", "sentence"),
    [
        (
            {"population_municipal": 1_200, "population_total": 1_210},
            "Une démarche volontaire",
            "Rien ne nous y",
        ),
        (
            {"population_municipal": 60_000, "population_total": 61_000},
            "Une obligation légale",
            "c’est notre cas",
        ),
        ({}, "Une obligation à vérifier", "Il nous reste à vérifier"),
        ({"kind": AuthorityKind.EPT}, "Ce que dit la loi", "à d’autres que nous"),
    ],
    ids=["volontaire", "applicable", "à vérifier", "non concernée"],
)
def test_the_framing_note_says_what_the_law_asks(
    tmp_path: Path, changes: dict[str, object], title: str, sentence: str
) -> None:
    authority = Authority(name="Essai", **changes)
    with Document.create(tmp_path / "x.nrdesk", authority, year=2026) as doc:
        text = said(framing_note.build(doc))
    assert title in text
    assert sentence in text


def test_the_framing_note_names_what_is_still_missing(empty: Document) -> None:
    person = Person(name="Jeanne Ménard", role=PersonRole.AGENT)
    add(
        empty,
        person,
        TradeCoverage(trade=Trade.IT, person_id=person.id),
        GovernanceBody(name="Bureau", level=BodyLevel.STRATEGIC),
    )
    text = said(framing_note.build(empty))
    assert "qui coordonne la démarche" in text
    assert "porte la démarche" in text
    assert "Il reste à trouver quelqu’un pour : achats et marchés" in text
    assert "le rendez-vous où l’on avance" in text
    assert "le rendez-vous où l’on décide" not in text
    assert "Dater une première séance" in text


@pytest.mark.parametrize(
    ("sponsors", "sentence"),
    [
        ([("Élue", "maire")], "Je porte moi-même la démarche"),
        ([("Élue", "maire"), ("Autre", "adjointe")], "Autre (adjointe) et moi-même portons la démarche"),
        ([("Autre", "adjointe")], "Autre (adjointe) porte la démarche"),
        ([("Autre", ""), ("Tiers", "")], "Autre et Tiers portent la démarche"),
        ([], "À compléter avant la signature : l’élu"),
    ],
)
def test_the_letter_says_who_supports(
    empty: Document, sponsors: list[tuple[str, str]], sentence: str
) -> None:
    add(
        empty,
        Person(name="Jeanne Ménard", is_coordinator=True),
        *(
            Person(name=name, function=function, role=PersonRole.ELECTED, is_sponsor=True)
            for name, function in sponsors
        ),
    )
    text = said(mission_letter.build(empty))
    assert sentence in text
    assert "jours par mois, pris sur le temps de travail" in text
    assert "À compléter avant la signature : le rendez-vous" in text


def test_the_letter_of_an_elected_coordinator_speaks_of_a_delegation(empty: Document) -> None:
    add(
        empty,
        Person(name="Paul Ardent", role=PersonRole.ELECTED, is_coordinator=True, days_per_month=2.0),
        Person(name="Zoé Lemaire", role=PersonRole.ELECTED, function="maire déléguée"),
    )
    text = said(mission_letter.build(empty))
    assert "Le paragraphe à ajouter à l’arrêté de délégation" in text
    assert "2 jours par mois" in text
    assert "Le maire ou la maire" in text, "a delegated mayor does not sign"


def test_the_map_says_who_is_not_placed(empty: Document) -> None:
    add(empty, Stakeholder(name="Maire", interest=5, influence=5), Stakeholder(name="Réparateur"))
    report = stakeholder_map.build(empty)
    text = said(report)
    assert "pour les placer sur la carte : Réparateur" in text
    (figure,) = tree(report).find("Figure")
    assert "À associer : Maire" in figure.alt.replace("\u00a0", " ")
    assert "Réparateur" not in figure.alt


def test_the_plan_counts_years_money_and_unknowns(empty: Document) -> None:
    held = {"status": SessionStatus.HELD, "audience": Audience.AGENTS}
    add(
        empty,
        AwarenessSession(title="Un", held_on="2025-03", agents_present=3, cost=100.0, **held),
        AwarenessSession(title="Deux", held_on="2026", agents_present=2, cost=None, **held),
        AwarenessSession(title="Trois", audience=Audience.INHABITANTS, cost=50.0),
        ResourceReading(resource="R01", status=ReadingStatus.TO_READ),
    )
    text = said(awareness_plan.build(empty))
    assert "Personnes sensibilisées, année par année" in text
    assert "Séances tenues : 100 € ; séances prévues : rien ; séances pour les habitants : 50 €" in text
    assert "le coût reste à préciser pour « Deux »" in text
    assert "indiquez le nombre d’agents" in text
    assert "Ce que nous prévoyons de lire" in text
    assert "Annexe" not in text


def test_the_articulation_note_of_an_epci_does_not_speak_of_its_epci(tmp_path: Path) -> None:
    epci = Authority(kind=AuthorityKind.CC, name="CC du Pays d’Orlette")
    with Document.create(tmp_path / "x.nrdesk", epci, year=2026) as doc:
        add(doc, PolicyDocument(title="PCAET", ends="2020", link="https://exemple.fr", summary="Économiser"))
        text = said(articulation_note.build(doc))
    assert "Ce qui relève de l’intercommunalité" not in text
    assert "Des dates à surveiller" in text
    assert "jusqu’à 2020" in text
    assert "reliez à l’étape 3 chaque document" in text


def test_the_matrix_of_many_documents_is_cut_into_readable_tables(empty: Document) -> None:
    policies = [PolicyDocument(title=f"Plan {rank}", owner=PolicyOwner.EPCI) for rank in range(7)]
    add(empty, *policies, *(PolicyLink(document_id=p.id, axis=Axis.SOCIAL, strength=3) for p in policies))
    tables = tree(articulation_note.build(empty)).find("Table")
    matrices = [table for table in tables if "Force du lien" in table.all_text()]
    assert "Volet numérique du plan climat" in said(articulation_note.build(empty))
    assert [len(table.find("THead")[0].find("TH")) for table in matrices] == [6, 3]
