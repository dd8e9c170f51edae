"""The bilan of the demonstration reads as a document to be signed; a closed one never changes."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from nrdesk.core import demo
from nrdesk.core.document import Document
from nrdesk.core.model import (
    Action,
    ActionYear,
    AnnualReview,
    Authority,
    AuthorityKind,
    Campaign,
    DeclaredSpend,
    Equipment,
    Indicator,
)
from nrdesk.core.monitoring import cycle
from nrdesk.core.reference.purchases import product_types
from nrdesk.core.reports import annual_review, export
from nrdesk.core.reports.annual_review import deck, two_pages
from nrdesk.core.reports.content import (
    BulletList,
    Callout,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
    Quote,
    Report,
    Table,
)
from nrdesk.core.reports.slides import ChartSlide
from tests.core.reports.conftest import failures


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    with demo.create(tmp_path_factory.mktemp("demo") / "valbrenne.nrdesk") as doc:
        yield doc


@pytest.fixture(scope="module")
def report(document: Document) -> Report:
    return annual_review.build(document)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "vide.nrdesk", Authority(name="Vide"), year=2026) as doc:
        yield doc


def words(report: Report) -> str:
    """Return all that a report says."""
    said = []
    for block in report.blocks:
        match block:
            case Heading(text=text) | Quote(text=text):
                said.append(text)
            case Paragraph(runs=runs):
                said.append("".join(run.text for run in runs))
            case BulletList(items=items):
                said += ["".join(run.text for run in item) for item in items]
            case Table(caption=caption, rows=rows):
                said += [caption, *(" | ".join(row) for row in rows)]
            case KeyFigures(figures=figures):
                said += [f"{each.value} {each.label} {each.detail}" for each in figures]
            case Callout(title=title, paragraphs=paragraphs):
                said += [title, *("".join(run.text for run in each.runs) for each in paragraphs)]
            case Figure(caption=caption, alt=alt):
                said += [caption, alt]
    return "\n".join(said).replace("\u00a0", " ").replace("\u202f", " ")


def pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def table(report: Report, caption: str) -> Table:
    return next(
        each for each in report.blocks if isinstance(each, Table) and each.caption.startswith(caption)
    )


class TestDemonstration:
    def test_it_follows_the_order_of_a_debate(self, report):
        chapters = [each.text for each in report.blocks if isinstance(each, Heading) and each.level == 1]
        assert chapters == [
            "L’essentiel de 2026",
            "Ce que nous avions promis",
            "Ce que nous avons fait",
            "Les chiffres",
            "Pourquoi l’empreinte a changé depuis 2025",
            "Ce que la loi nous demande",
            "Ce qui n’a pas marché",
            "Ce que nous ferons en 2027",
        ]

    def test_the_year_in_one_sentence_adds_up(self, report):
        told = words(report)
        assert (
            "16 actions étaient prévues pour 2026 : 4 sont terminées, 8 avancent, 1 est en retard, "
            "1 est bloquée, 1 est abandonnée et 1 n’a pas commencé." in told
        )

    def test_an_earlier_year_is_not_told_what_began_after_it(self, document):
        first, _ = document.campaigns()
        told = words(annual_review.build(document, first))
        assert "2 actions étaient prévues pour 2025" in told
        assert "Il n’y a pas d’inventaire de l’année précédente" in told

    def test_the_drop_is_told_at_constant_method(self, report):
        assert "a baissé de 17 % depuis 2025, à méthode constante" in words(report)

    def test_difficulties_are_said_plainly(self, report):
        told = words(report)
        place = told.index("Ce qui n’a pas marché")
        after = told[place:]
        for said in (
            "Aucun appareil n’a été donné ni vendu.",
            "Publier la déclaration d’accessibilité du site :",
            "devait finir le 31 octobre 2026.",
            "La location revient 38 % plus cher",
            "0 appareil au dernier relevé (6 novembre 2026). À cette date, il fallait 3,2 appareils",
        ):
            assert said in after

    def test_purchases_stand_beside_last_year_and_the_law(self, report):
        (row, *_) = table(report, "Dépenses de 2026").rows
        assert [cell.replace("\u00a0", " ").replace("\u202f", " ") for cell in row] == [
            "Matériel informatique et téléphonie", "3 900 €", "9 %", "17,9 %", "20 %", "Pas atteint",
        ]  # fmt: skip

    def test_the_difference_is_split_and_the_causes_add_up_to_it(self, document, report):
        split = annual_review.of(document).decomposition
        assert sum(split.effects.values()) == pytest.approx(split.difference)
        assert table(report, "Effets sur l’empreinte").total[0] == "De 2025 à 2026"

    def test_next_year_has_its_actions_and_its_money(self, report):
        starts = [row[1] for row in table(report, "Les actions qui commencent en 2027").rows]
        assert starts[0] == "Janvier 2027"
        total = table(report, "Ce que le plan coûte en 2027").total
        assert total[1].replace("\u00a0", " ") == "500 €"
        assert "En 2027, 10 actions continuent et 6 actions commencent." in words(report)
        assert "À compléter" not in words(report)

    def test_nothing_is_spaced_against_french_usage(self, report):
        plain = [each for each in report.blocks if isinstance(each, Paragraph)]
        for each in plain:
            said = "".join(run.text for run in each.runs)
            assert " :" not in said
            assert " %" not in said

    def test_the_cover_says_what_it_is_worth(self, report):
        meta = report.meta
        assert (meta.campaign, meta.status) == ("2026", "document de travail")
        assert meta.date == dt.date(2026, 11, 21)
        assert "ADEME" in meta.factors
        assert "inventées" in meta.notice

    def test_every_figure_has_its_words(self, report):
        figures = [each for each in report.blocks if isinstance(each, Figure)]
        assert len(figures) >= 3
        assert all(each.alt for each in figures)

    def test_the_short_version_takes_two_pages(self, document, tmp_path):
        path = export(document, "bilan-deux-pages", tmp_path / "court.pdf")
        assert pages(path) == 2
        assert failures(path) == []
        said = words(two_pages.build(document))
        assert "Ce qui n’a pas marché" in said
        assert "17,9 % de réemploi, pour 20 % demandés. Pas atteint." in said

    def test_the_pdf_is_accessible_and_can_be_archived(self, document, tmp_path):
        assert failures(export(document, "bilan-annuel", tmp_path / "bilan.pdf")) == []

    def test_the_slides_fit_the_debate(self, document):
        told = deck.build(document)
        assert 8 <= len(told.slides) <= 12
        assert all(slide.notes for slide in told.slides)
        assert all(slide.alt for slide in told.slides if isinstance(slide, ChartSlide))
        assert told.meta.subtitle == "Année 2026, pour le débat sur le budget"


class TestAnotherCommune:
    def test_what_is_missing_is_said_with_its_place(self, empty):
        told = words(annual_review.build(empty))
        for said in (
            "Le plan d’action n’est pas encore écrit.",
            "aucun objectif n’est encore écrit",
            "aucun indicateur n’est encore suivi",
            "aucune dépense de 2026 n’est saisie",
            "où vous en êtes de chacune, sur la page « Mes obligations »",
            "Rien ne dit ce qui a été réformé en 2026 : l’inventaire n’est pas encore rempli.",
            "Rien n’est noté comme bloqué",
            "ce que vous proposez pour l’an prochain",
        ):
            assert said in told
        assert words(two_pages.build(empty))
        assert len(deck.build(empty).slides) >= 2

    def test_two_pages_are_two_pages_whatever_was_written(self, empty, tmp_path):
        long = "Une phrase qui n’en finit pas de dire ce qui a été fait par les uns et par les autres. " * 8
        several = "\n".join([long] * 9)
        texts = {"foreword": long, "highlights": several, "difficulties": several, "next_year": several}
        campaign = empty.campaign.id
        with empty.action("Écrire") as tx:
            tx.add(AnnualReview(campaign_id=campaign, **texts))
            tx.add(Equipment(campaign_id=campaign, category="portable", quantity=30, purchased="2020"))
            for rank in range(20):
                tx.add(Indicator(title=long, unit=long[:60], target_value=9e9, target_date="2030", rank=rank))
                tx.add(Action(title=long, blocked=True, blocked_reason=long, starts="2026"))
            for name in product_types():
                tx.add(DeclaredSpend(year=2026, product_type=name, total=1e9, reused=3e7, recycled=0.0))
        assert pages(export(empty, "bilan-deux-pages", tmp_path / "court.pdf")) == 2

    def test_a_rate_that_nobody_read_is_never_a_verdict(self, empty):
        with empty.action("Acheter") as tx:
            tx.add(
                DeclaredSpend(year=2026, product_type="Consommables d'impression", total=9.0, reused=9.0),
                DeclaredSpend(year=2026, product_type="Papier", total=10.0, recycled=9.0),
            )
        rows = table(annual_review.build(empty), "Dépenses de 2026").rows
        assert rows[0][-2:] == ("à confirmer", "Taux à confirmer")
        assert rows[1][-2:] == ("40\u00a0% (à confirmer)", "Atteint, à confirmer")

    def test_an_epci_signs_as_such(self, tmp_path):
        authority = Authority(name="CC du Pays", kind=AuthorityKind.CC)
        with Document.create(tmp_path / "cc.nrdesk", authority, year=2026) as doc:
            with doc.action("Saluer") as tx:
                tx.add(AnnualReview(campaign_id=doc.campaign.id, foreword="Bonjour."))
            (quote,) = (each for each in annual_review.build(doc).blocks if isinstance(each, Quote))
        assert quote.speaker.startswith("La présidence")


def test_a_closed_bilan_never_changes(tmp_path):
    with demo.create(tmp_path / "valbrenne.nrdesk") as doc:
        campaign = doc.campaign
        for key in ("inventory", "readings", "actions", "compliance", "comments"):
            cycle.check(doc, campaign, key)
        cycle.close(doc, campaign, dt.date(2026, 12, 12))
        before = annual_review.build(doc)
        assert before.meta.status == "arrêté le 12\u00a0décembre 2026".replace("\u00a0", " ")
        with doc.action("Changer d’avis") as tx:
            tx.update_all(Action, doc.ids(Action), title="Autre chose", blocked=False)
            tx.delete(DeclaredSpend, doc.ids(DeclaredSpend))
            tx.update(Authority, doc.authority.id, agents=900)
        assert doc.get(Campaign, campaign.id).frozen
        assert annual_review.build(doc).blocks[3:] == before.blocks[3:]
        assert doc.all(ActionYear)
