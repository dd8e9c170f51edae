"""The papers of the vote: what goes to the council, and what comes back from it."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import docx as python_docx
import pikepdf
import pytest

from nrdesk.core import richtext, roadmap
from nrdesk.core.document import Document, remove
from nrdesk.core.errors import NotReadyError, UserError
from nrdesk.core.model import Ambition, Authority, AuthorityKind, Deliberation, Objective, StrategyVersion
from nrdesk.core.reports import (
    adoption,
    deliberation,
    docx,
    pdf,
    register_extract,
    synthesis_note,
    vote_dates,
)
from nrdesk.core.reports.content import Report
from nrdesk.core.richtext import Bullets, Heading, Paragraph, RichText, Run
from tests.core.reports.conftest import failures
from tests.core.reports.reading import structure

SESSION = {"meeting": "2026-12-15T20:30", "rapporteur": "Mme Mauvernay, adjointe", "convened": "2026-12-10"}
VOTE = {"present": 15, "proxies": 3, "votes_for": 14, "votes_against": 3, "abstentions": 1}
HOSTILE = "<b>&amp;</b> 🎉 \u202e مرحبا =1+1 <img src=x> " + "mot" * 100
BUILDERS = {
    "deliberation": deliberation.build,
    "note": synthesis_note.build,
    "register": register_extract.build,
}
EACH = pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS)
Make = Callable[..., Document]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Return what makes a document with a deliberation: `make(population=…, **values)`."""
    opened: list[Document] = []

    def made(population: int | None = 2_812, kind: AuthorityKind = AuthorityKind.COMMUNE, **values: object):
        authority = Authority(name="Valbrenne", kind=kind, population_municipal=population, elected=23)
        document = Document.create(tmp_path / f"{len(opened)}.nrdesk", authority, year=2026)
        opened.append(document)
        with document.action("Préparer") as tx:
            tx.add(Ambition(text="Garder nos appareils deux ans de plus."))
            tx.add(Objective(title="Garder les ordinateurs", target_value=7, unit="ans", due="2030"))
            tx.add(Deliberation(**{**SESSION, **values}))
        return document

    yield made
    for document in opened:
        document.close()


def told(report: Report) -> str:
    """Return all that a reader of the PDF hears, in order."""
    with pikepdf.open(io.BytesIO(pdf.render(report))) as read:
        return structure(read).all_text().replace("\u00a0", " ").replace("\u202f", " ")


def test_the_draft_reads_as_a_deliberation(make):
    report = deliberation.build(make())
    assert report.meta.title == "Projet de délibération"
    assert report.meta.status == "document de travail"
    words = told(report)
    order = (
        "Adoption de la stratégie",
        "séance du mardi 15 décembre 2026 à 20 h 30",
        "Date de la convocation : 10 décembre 2026",
        "Le conseil municipal,",
        "Sur le rapport de Mme Mauvernay",
        "Vu le code général",
        "Considérant que",
        "à titre volontaire",
        "le conseil municipal décide",
        "Article 1.",
        "atteindre 7 ans, d’ici 2030",
        "Membres en exercice : 23",
        "Pour : ………",
        "Annexe",
        "Fait à Valbrenne",
    )
    places = [words.find(each) for each in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)
    assert "Le maire" in words[places[-1] :]
    assert "article 35" not in words


def test_the_draft_of_a_large_commune_rests_on_the_law(make):
    assert "articles 16 et 35" in told(deliberation.build(make(62_000)))


def test_once_held_it_tells_the_count(make):
    report = deliberation.build(make(**VOTE, number="2026-12-03"))
    assert (report.meta.title, report.meta.status) == ("Délibération n° 2026-12-03", "adoptée")
    words = told(report)
    assert "Adoptée par 14 voix pour et 3 contre, 1 abstention" in words
    assert "Secrétaire de séance" in words
    assert "Pour : ………" not in words


def test_what_misses_is_said_with_its_place(make):
    document = make()
    with document.action("Oublier") as tx:
        remove(document, tx, Objective, document.ids(Objective))
    assert "À compléter : écrivez à l’étape 5 au moins un objectif." in told(deliberation.build(document))


@pytest.mark.parametrize(
    ("population", "kind", "said"),
    [
        (2_812, AuthorityKind.COMMUNE, "La loi n’impose pas cette note"),
        (3_500, AuthorityKind.COMMUNE, "accompagne la convocation (CGCT L. 2121-12)"),
        (40_000, AuthorityKind.CC, "accompagne la convocation (CGCT L. 2121-12, à confirmer)"),
    ],
)
def test_the_note_says_whether_it_is_compulsory(make, population, kind, said):
    assert said in told(synthesis_note.build(make(population, kind)))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "après le vote"),
        ({**VOTE, "votes_for": 30}, "= 34, pour"),
        ({**VOTE, "meeting": None}, "jour de la séance"),
        ({**VOTE, "votes_for": 9, "votes_against": 9, "abstentions": 0}, "voix est prépondérante"),
        ({"present": 5, "votes_for": 5, "votes_against": 0}, "seconde fois"),
    ],
)
def test_no_extract_before_a_vote_that_adds_up(make, values, said):
    with pytest.raises(NotReadyError) as raised:
        register_extract.build(make(**values))
    assert said in str(raised.value).replace("\u00a0", " ")
    assert raised.value.todo


def test_the_extract_of_a_vote(make):
    done = {"transmitted": "2026-12-17", "published": "2026-12-18", "published_how": "valbrenne.fr"}
    words = told(register_extract.build(make(**VOTE, **done, secretary="Mme Benali")))
    for each in (
        "Étaient présents",
        "Quorum : 12 présents au moins sur 23 membres",
        "le conseil municipal décide",
        "Membres et votes",
        "Transmise au représentant de l’État le 17 décembre 2026",
        "Publiée le 18 décembre 2026 (valbrenne.fr)",
        "Pour extrait conforme",
        "Mme Benali",
    ):
        assert each in words, each


def test_the_extract_of_a_refusal_adopts_nothing(make):
    report = register_extract.build(make(present=15, votes_for=3, votes_against=12))
    assert report.meta.status == "non adoptée"
    assert "n’adopte pas le projet suivant" in told(report)
    assert "décide :" not in told(report)


@EACH
def test_it_can_be_read_and_kept_by_everybody(make, build, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf.render(build(make(**VOTE))))
    assert failures(path) == []


@EACH
def test_what_people_write_breaks_nothing(make, build, tmp_path):
    rich = RichText((Heading(3, HOSTILE), Paragraph((Run(HOSTILE, bold=True),)), Bullets(((Run(HOSTILE),),))))
    text = richtext.dumps(rich)
    names = ("title", "place", "chair", "rapporteur", "secretary", "number", "body_name", "published_how")
    values = dict.fromkeys(names, HOSTILE)
    document = make(**VOTE, **values, grounds=text, articles=text, presentation=text)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf.render(build(document)))
    assert failures(path) == []
    made = python_docx.Document(io.BytesIO(docx.render(build(document))))
    assert any("<img src=x>" in paragraph.text for paragraph in made.paragraphs)


def test_the_word_twin_has_real_headings(make):
    made = python_docx.Document(io.BytesIO(docx.render(deliberation.build(make()))))
    headings = [each.text for each in made.paragraphs if each.style.name.startswith("Heading")]
    assert "La décision" in headings


def test_no_dates_without_a_session(make):
    with pytest.raises(NotReadyError):
        vote_dates.write(make(meeting=None), lambda done, total: None)
    calendar = vote_dates.write(make(), lambda done, total: None).decode()
    assert calendar.count("BEGIN:VEVENT") == 3
    assert "DTSTART;VALUE=DATE:20261211" in calendar


class TestAdoption:
    """The version that was voted is kept, and never changes."""

    def test_nothing_is_kept_before_the_vote(self, make):
        document = make()
        with pytest.raises(NotReadyError):
            adoption.adopt(document)
        assert document.all(StrategyVersion) == []

    def test_the_voted_version_is_sealed_and_tied_to_its_deliberation(self, make):
        document = make(**VOTE)
        version = adoption.adopt(document)
        kept = roadmap.adopted(document)
        assert kept is not None
        assert (kept.id, kept.sealed) == (version.id, True)
        assert kept.name == "Version 1, adoptée le 15 décembre 2026"
        assert document.all(Deliberation)[0].version_id == kept.id
        with pytest.raises(UserError):
            roadmap.delete_version(document, kept)
