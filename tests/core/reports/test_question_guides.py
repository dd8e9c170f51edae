"""The question guides on paper and in a table: every question, room to write, no name asked."""

from pathlib import Path

import pikepdf
import pytest
from openpyxl import load_workbook

from nrdesk.core.document import Document
from nrdesk.core.listening import guides
from nrdesk.core.model import QuestionGuide
from nrdesk.core.reports import question_guides
from nrdesk.core.reports.content import Heading, PageBreak
from nrdesk.core.reports.exporting import export
from tests.core.reports.conftest import failures
from tests.core.reports.reading import structure

OURS = QuestionGuide(title="Accueil [mairie]", questions="Qui <b>vient</b> ?\nQuand ?", introduction="Merci.")


def titles(doc: Document) -> list[str]:
    blocks = question_guides.build(doc).blocks
    return [block.text for block in blocks if isinstance(block, Heading)]


def test_without_a_guide_of_its_own_those_of_nrdesk_are_printed(doc: Document) -> None:
    assert titles(doc) == [guide.title for guide in guides()]


def test_with_guides_of_its_own_only_those_are(doc: Document) -> None:
    with doc.action("Écrire") as tx:
        tx.add(OURS, QuestionGuide(title="Vide"))
    assert titles(doc) == ["Accueil [mairie]"]


def test_each_guide_starts_a_page(doc: Document) -> None:
    blocks = question_guides.build(doc).blocks
    assert sum(isinstance(block, PageBreak) for block in blocks) == len(guides())


@pytest.mark.slow
def test_the_pdf_is_accessible_and_holds_every_question(doc: Document, tmp_path: Path) -> None:
    path = export(doc, "guides-d-entretien", tmp_path / "guides.pdf")
    assert failures(path) == []
    with pikepdf.open(path) as pdf:
        told = structure(pdf).all_text()
        # A sheet of paper each, after the first page.
        assert len(pdf.pages) <= 1 + 2 * len(guides())
    for guide in guides():
        for question in guide.questions:
            assert " ".join(question.split()) in told


def test_the_table_has_a_sheet_for_each_guide(doc: Document, tmp_path: Path) -> None:
    with doc.action("Écrire") as tx:
        tx.add(OURS, QuestionGuide(title="Accueil /mairie/", questions="Où ?"))
    path = export(doc, "guides-d-entretien", tmp_path / "guides.xlsx")
    book = load_workbook(path)
    assert book.sheetnames == ["Accueil mairie", "Accueil mairie 2", "Lisez-moi"]
    rows = list(book.worksheets[0].values)
    assert rows[0] == ("Question", "Réponse", "Qui répond (service ou fonction)", "Date")
    assert [row[0] for row in rows[1:]] == ["Qui <b>vient</b> ?", "Quand ?"]


def test_the_same_guides_give_the_same_table(doc: Document) -> None:
    assert question_guides.write(doc) == question_guides.write(doc)
