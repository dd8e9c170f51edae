"""All that goes out of an exercise says so, and nothing else does."""

import email
import email.policy
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pptx
import pytest

from nrdesk.core import exchange, training
from nrdesk.core.document import Document
from nrdesk.core.jobs import silent
from nrdesk.core.model import (
    Action,
    Authority,
    Chapter,
    DeclaredSpend,
    Deliberation,
    Equipment,
    Review,
    Setting,
    Workshop,
)
from nrdesk.core.reports import REPORTS, calendar_file, export, save_from, stamping
from nrdesk.core.richtext import dumps, from_plain
from tests.core.reports import reading
from tests.core.reports.conftest import failures

STAMP = "EXERCICE"
TWINS = {"pdf", "docx"}
"""Drawn from the same tree, which bears the stamp: the main one of the two stands for both."""
FORMATS = [
    (kind.key, extension)
    for kind in REPORTS
    for extension in kind.formats
    if extension not in TWINS or extension == next(each for each in kind.formats if each in TWINS)
]


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    """A commune of training, with what the documents ask for."""
    with training.create("ville", tmp_path_factory.mktemp("ville") / "ville.nrdesk", "Table 1") as doc:
        with doc.action("Remplir") as tx:
            tx.update(Authority, doc.authority.id, siret="21270001200014")
            tx.update(Deliberation, doc.ids(Deliberation)[0], present=22, votes_for=21, votes_against=1)
            tx.add(Workshop(title="Cadrage", starts="2026-03-12T18:00", agenda="10 min Accueil", held=True))
            tx.add(Review(title="Revue tenue", starts="2026-06-01", held=True, report="Le plan avance."))
            tx.add(Review(title="Revue à venir", starts="2027-01-15T09:00"))
            tx.add(Chapter(key="why", easy=dumps(from_plain("Nous gardons nos ordinateurs.")), rank=1))
            tx.add(
                DeclaredSpend(
                    year=2025, product_type="Papier", total=210.0, reused=0.0, donated=0.0, recycled=9.0
                )
            )
        yield doc


def written(document: Document, key: str, extension: str) -> bytes:
    return next(kind for kind in REPORTS if kind.key == key).writers[extension](document, silent)


def check(content: bytes, extension: str, path: Path) -> None:
    """Find the stamp where a reader meets it: on every page, every slide, every event."""
    match extension:
        case "pdf":
            path.write_bytes(content)
            with pikepdf.open(path) as pdf:
                assert all(STAMP in reading.everything(page) for page in pdf.pages)
        case "docx":
            section = docx.Document(io.BytesIO(content)).sections[0]
            headers = [section.header]
            if section.different_first_page_header_footer:
                headers.append(section.first_page_header)
            assert all(STAMP in "".join(line.text for line in each.paragraphs) for each in headers)
        case "pptx":
            for slide in pptx.Presentation(io.BytesIO(content)).slides:
                texts = " ".join(each.text_frame.text for each in slide.shapes if each.has_text_frame)
                assert STAMP in texts
        case "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(content))
            assert book.sheetnames[-1] == STAMP
            assert book[STAMP].sheet_state == "visible"
            assert all(sheet.oddHeader.center.text == STAMP for sheet in book.worksheets[:-1])
            assert book.properties.title.startswith(STAMP)
        case "ics":
            whole = content.replace(b"\r\n ", b"").decode().split("\r\n")
            titles = [line for line in whole if line.startswith(("NAME:", "X-WR-CALNAME:", "SUMMARY:"))]
            assert len(titles) > 2
            assert all(f":{STAMP} - " in line for line in titles)
            assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        case "eml":
            message = email.message_from_bytes(content, policy=email.policy.default)
            assert message["Subject"].startswith(STAMP)
        case "zip":
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                assert archive.testzip() is None
                assert f"{STAMP}.txt" in archive.namelist()
        case _:
            assert STAMP in content.decode()


@pytest.mark.slow
@pytest.mark.parametrize(("key", "extension"), FORMATS)
def test_every_document_of_an_exercise_says_so(
    key: str, extension: str, exercise: Document, tmp_path: Path
) -> None:
    if extension == "csv":  # read column by column by other programs: its name says it
        assert export(exercise, key, tmp_path / "sortie.csv").name == f"{STAMP} - sortie.csv"
    else:
        check(written(exercise, key, extension), extension, tmp_path / "sortie.pdf")


def test_a_stamped_page_is_still_fit_for_publication(exercise: Document, tmp_path: Path) -> None:
    path = export(exercise, "note-de-cadrage", tmp_path / "note.pdf")
    assert failures(path) == []


def test_no_band_of_colour_covers_the_stamp(exercise: Document, tmp_path: Path) -> None:
    path = export(exercise, "synthese-de-la-strategie", tmp_path / "synthese.pdf")
    with pikepdf.open(path) as pdf:
        assert all(reading.everything(page).rstrip().endswith(STAMP) for page in pdf.pages)


def test_the_same_exercise_gives_the_same_file(exercise: Document) -> None:
    for key, extension in (("inventaire", "xlsx"), ("inventaire-g4it", "zip"), ("calendrier", "ics")):
        assert written(exercise, key, extension) == written(exercise, key, extension)


def test_a_stamped_inventory_comes_back_whole(exercise: Document, tmp_path: Path) -> None:
    path = export(exercise, "inventaire", tmp_path / "inventaire.xlsx")
    source = exchange.read_source(path)
    campaign = exercise.campaign.id
    plan = exchange.plan_import(source, exchange.recognise_columns(source), (), campaign)
    assert len(plan.records) == exercise.count(Equipment, campaign_id=campaign)


def test_a_stamped_plan_keeps_its_sheets_as_they_are(exercise: Document, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(export(exercise, "plan-tet", tmp_path / "plan.xlsx"))
    assert book.sheetnames.index(STAMP) == len(book.sheetnames) - 1
    cells = [cell for sheet in book.worksheets[:-1] for row in sheet.values for cell in row]
    assert not any(STAMP in str(cell) for cell in cells)
    assert exercise.all(Action)[0].title in cells


def test_one_meeting_written_by_the_window_says_so(exercise: Document, tmp_path: Path) -> None:
    content = calendar_file.meeting(exercise, exercise.ids(Workshop)[0])
    assert STAMP not in content.decode()
    check(save_from(exercise, content, tmp_path / "cadrage.ics").read_bytes(), "ics", tmp_path)


def test_another_document_is_left_alone(doc: Document, tmp_path: Path) -> None:
    assert not training.is_exercise(doc)
    for suffix in ("pdf", "xlsx", "ics", "zip", "csv"):
        assert stamping.stamped(doc, suffix, b"tel quel") == b"tel quel"
        assert stamping.named(doc, tmp_path / f"sortie.{suffix}").name == f"sortie.{suffix}"
    with pikepdf.open(export(doc, "note-de-cadrage", tmp_path / "note.pdf")) as pdf:
        assert not any(STAMP in reading.everything(page) for page in pdf.pages)


def test_a_copy_of_an_exercise_is_one_until_its_setting_goes(exercise: Document, tmp_path: Path) -> None:
    exercise.save_copy(tmp_path / "copie.nrdesk")
    with Document.open(tmp_path / "copie.nrdesk") as copy:
        assert training.is_exercise(copy)
        with copy.action("Retirer") as tx:
            tx.delete(Setting, copy.ids(Setting, key="training"))
        assert not training.is_exercise(copy)
