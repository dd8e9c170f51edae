"""The files of the kit: what each holds, and that all of them tell the same thing."""

import email
import email.policy
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pptx
import pytest
from lxml import etree

from nrdesk.core.communication import kit_pieces
from nrdesk.core.communication.kit import edit
from nrdesk.core.communication.kit_drafts import FAILED
from nrdesk.core.document import Document
from nrdesk.core.jobs import silent
from nrdesk.core.model import Action, ActionStatus, Authority, Commitment, Person
from nrdesk.core.reports import REPORTS
from nrdesk.core.reports.communication_kit import files, kit_of, mail, plain, previews, report
from nrdesk.core.reports.content import Report
from nrdesk.core.richtext import Heading, Paragraph, RichText, Run, from_plain
from tests.core.reports.conftest import failures


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "a.nrdesk", Authority(name="Valbrenne"), year=2026) as document:
        with document.action("Saisir") as tx:
            tx.add(
                Action(title="Éteindre la nuit", status=ActionStatus.DONE, starts="2026-02", ends="2026-03"),
                Action(title="Publier", blocked=True, blocked_reason="Le prestataire ne répond plus."),
                Person(function="secrétaire", email="sg@valbrenne.example", is_coordinator=True),
                Commitment(name="Ada", function="agent", signed="2026-05-04"),
            )
        yield document


def of(document: Document, piece: str) -> Report:
    return report(document, kit_of(document).view(piece))


def exercise(document: Document, piece: str) -> Report:
    found = of(document, piece)
    return replace(found, meta=replace(found.meta, exercise=True))


def named(document: Document, name: str) -> bytes:
    return files.by_name(name)(document, silent)


def test_every_file_of_the_kit_is_a_document_of_the_list() -> None:
    names = {form.name for forms in files.FORMS.values() for form in forms}
    assert len(names) == 14
    listed = {kind.key: set(kind.formats) for kind in REPORTS}
    for name in names - {"affiche-a4.pdf"}:
        stem, _, suffix = name.rpartition(".")
        assert suffix in listed[stem]
    assert listed["affiche"] == {"pdf"}
    assert listed["kit-communication"] == {"zip"}
    with pytest.raises(StopIteration):
        files.by_name("affiche.gif")


def test_every_piece_says_what_did_not_work_in_every_format(doc: Document) -> None:
    for name in ("courriel.txt", "note-interne.txt"):
        assert FAILED in named(doc, name).decode("utf-8-sig")
    for name in ("article-de-bulletin.docx", "communique-de-presse.docx", "engagements-a-signer.docx"):
        words = [each.text for each in docx.Document(io.BytesIO(named(doc, name))).paragraphs]
        assert FAILED in words
    slides = pptx.Presentation(io.BytesIO(named(doc, "diapositives.pptx"))).slides
    assert FAILED in [slide.shapes.title.text for slide in slides if slide.shapes.title]


def test_every_pdf_is_accessible_and_archivable(doc: Document, tmp_path: Path) -> None:
    for forms in files.FORMS.values():
        for form in forms:
            if form.suffix == "pdf":
                path = tmp_path / form.name
                path.write_bytes(named(doc, form.name))
                assert failures(path) == [], form.name


@pytest.mark.slow
def test_the_same_data_give_the_same_files(doc: Document) -> None:
    assert files.archive(doc) == files.archive(doc)


def test_a_message_opens_as_a_draft_without_image(doc: Document) -> None:
    content = named(doc, "courriel.eml")
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    assert message["To"] is None
    assert message["Subject"] == "Notre stratégie numérique responsable se prépare"
    words = message.get_body(("plain",)).get_content()
    page = message.get_body(("html",)).get_content()
    assert words.startswith("Bonjour,")
    assert "Le prestataire" in words.replace("le prestataire", "Le prestataire")
    assert "<img" not in page
    assert len(content) < 20_000
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))


def test_a_subject_holds_on_one_line(doc: Document) -> None:
    made = of(doc, kit_pieces.EMAIL)
    made = replace(made, meta=replace(made.meta, title="Un titre\r\nBcc: tout@le.monde" + "x" * 300))
    message = email.message_from_bytes(mail.message(made), policy=email.policy.default)
    assert message["Bcc"] is None
    assert len(message["Subject"]) <= 200
    assert mail.subject(replace(made, meta=replace(made.meta, title=" "))) == "Sans objet"


def test_half_a_character_goes_out_all_the_same(doc: Document) -> None:
    made = of(doc, kit_pieces.EMAIL)
    broken = replace(made, meta=replace(made.meta, title="a\ud800b"))
    assert mail.message(broken)
    assert plain.page_file(broken)
    assert plain.text_file(broken)
    assert mail.text_file(broken)


def test_a_page_is_whole_and_goes_from_title_to_title(doc: Document) -> None:
    tree = etree.HTML(named(doc, "note-interne.html").decode())
    assert tree.get("lang") == "fr-FR"
    titles = [(each.tag, each.text) for each in tree.iter("h1", "h2", "h3")]
    assert titles[0] == ("h1", "Notre stratégie numérique responsable se prépare")
    assert {tag for tag, _ in titles[1:]} == {"h2"}
    assert tree.find(".//title").text == titles[0][1]


def test_what_is_typed_is_only_text(doc: Document) -> None:
    view = kit_of(doc).view(kit_pieces.INTRANET)
    hostile = Run("<script>alert(1)</script>", bold=True, href='https://exemple.fr/?a=<b>&c="d"')
    body = RichText((Heading(1, "<h1>"), Paragraph((hostile, Run(" & fin", italic=True)))))
    edit(doc, view, "<b>titre</b>", body)
    page = named(doc, "note-interne.html").decode()
    assert "<script>" not in page
    tree = etree.HTML(page)
    assert tree.find(".//h1").text == "<b>titre</b>"
    assert tree.find(".//a").get("href").startswith("https://exemple.fr/")
    told = named(doc, "note-interne.txt").decode("utf-8-sig")
    assert "(https://exemple.fr/" in told


def test_a_sheet_to_sign_names_who_signed(doc: Document) -> None:
    tables = docx.Document(io.BytesIO(named(doc, "engagements-a-signer.docx"))).tables
    assert [cell.text for cell in tables[0].rows[1].cells] == ["Ada", "agent", "4 mai 2026"]
    assert len(tables[1].rows) > 12


def test_a_commitment_without_a_name_or_a_date_is_told_as_such(doc: Document) -> None:
    with doc.action("Signer") as tx:
        tx.add(Commitment())
    tables = docx.Document(io.BytesIO(named(doc, "engagements-a-signer.docx"))).tables
    assert [cell.text for cell in tables[0].rows[2].cells] == ["Sans nom", "", ""]


def test_slides_follow_the_titles_of_the_text(doc: Document) -> None:
    view = kit_of(doc).view(kit_pieces.SLIDES)
    body = RichText(
        (
            *from_plain("Avant tout titre.").blocks,
            Heading(1, "Un"),
            Heading(2, "12"),
            *from_plain("Ce que compte le chiffre.\nEt sa source.").blocks,
            Heading(1, "Vide"),
            Heading(1, "Deux"),
            *from_plain("Un point.").blocks,
            Heading(2, "Un sous-titre plus bas"),
        )
    )
    edit(doc, view, "Le titre", body)
    slides = pptx.Presentation(io.BytesIO(named(doc, "diapositives.pptx"))).slides
    titles = [slide.shapes.title.text for slide in slides if slide.shapes.title]
    assert titles == ["Le titre", "Le titre", "Un", "Deux"]


def test_the_archive_holds_the_strategy_the_latest_story_and_those_edited(doc: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(files.archive(doc))) as bundle:
        names = bundle.namelist()
        readme = bundle.read("LISEZ-MOI.txt").decode("utf-8-sig")
    folders = sorted({name.partition("/")[0] for name in names if "/" in name})
    assert folders[0] == "1-notre-strategie-numerique-responsable-se"
    assert len(folders) == 2
    assert len(names) == 1 + 2 * 14
    assert "Relisez chaque texte" in readme


def test_an_archive_of_one_story_has_no_folder_and_tells_its_gaps(tmp_path: Path) -> None:
    with Document.create(tmp_path / "b.nrdesk", Authority(name="Vide"), year=2026) as empty:
        content = files.packed(empty, (kit_of(empty),))
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        assert "affiche-a3.pdf" in bundle.namelist()
        assert "à compléter" in bundle.read("LISEZ-MOI.txt").decode("utf-8-sig")


def test_the_status_says_whether_somebody_wrote_it(doc: Document) -> None:
    assert of(doc, kit_pieces.EMAIL).meta.status == "texte proposé, à relire"
    edit(doc, kit_of(doc).view(kit_pieces.EMAIL), "", from_plain("Mon texte."))
    assert of(doc, kit_pieces.EMAIL).meta.status == "communication"
    edit(doc, kit_of(doc).view(kit_pieces.EMAIL), "", from_plain("À compléter\u00a0: la suite."))
    assert of(doc, kit_pieces.EMAIL).meta.status == "texte à compléter"


@pytest.mark.parametrize("piece", [piece.key for piece in kit_pieces.PIECES])
def test_a_preview_shows_the_title_and_the_words_that_are_typed(doc: Document, piece: str) -> None:
    view = replace(kit_of(doc).view(piece), title="Titre tapé", body=from_plain("Des mots tapés."))
    shown = previews.shown(doc, view).html
    assert "Titre tapé" in shown
    assert "Des mots tapés." in shown


def test_exercises_are_stamped_whatever_they_are_read_in(doc: Document) -> None:
    made = exercise(doc, kit_pieces.EMAIL)
    message = email.message_from_bytes(mail.message(made), policy=email.policy.default)
    assert message["Subject"].startswith("EXERCICE")
    assert "EXERCICE" in message.get_body(("html",)).get_content()
    assert "EXERCICE" in message.get_body(("plain",)).get_content()
    assert "EXERCICE" in mail.text_file(made).decode("utf-8-sig")
    note = exercise(doc, kit_pieces.INTRANET)
    assert "EXERCICE" in plain.page_file(note).decode()
    assert plain.text_file(note).decode("utf-8-sig").startswith("EXERCICE")
